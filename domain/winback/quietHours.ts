import type { Zone } from '../time';
import { MILLISECONDS_PER_SECOND, firstInstantBetween, isoInstant } from '../time';

export interface SendTimes {
	/** The instant of the run, in milliseconds since 1970 UTC. */
	readonly now: number;
	/** From which full hour of the customer's wall clock on they may be contacted. */
	readonly earliestHour: number;
	/** Before which full hour, later than the earliest. Both 0 to 24. */
	readonly latestHour: number;
}

/**
 * From when on may a customer in a zone be contacted?
 *
 * The first full second from now on that is not in their quiet hours, as text with the zone's offset at that instant:
 * quiet hours defer a contact, never drop it, and an hour that the clocks skip or repeat is theirs as they see it. The
 * answer is found once for each zone, since it is the same for all its customers. DOMAIN 5.
 */
export function createSendTime({ now, earliestHour, latestHour }: SendTimes): (zone: Zone) => string {
	const earliest = Math.ceil(now / MILLISECONDS_PER_SECOND) * MILLISECONDS_PER_SECOND;
	const hours = { from: earliestHour, before: latestHour };
	const known = new Map<string, string>();

	return (zone) => {
		let text = known.get(zone.name);
		if (text === undefined) {
			text = isoInstant(firstInstantBetween(zone, earliest, hours), zone);
			known.set(zone.name, text);
		}
		return text;
	};
}
