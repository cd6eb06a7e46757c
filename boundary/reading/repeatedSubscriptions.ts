import { isBlank } from '../paths';
import type { SubscriptionEntry } from '../sources/subscriptionSource';
import type { SubscriptionCells } from './subscriptionCells';
import type { Verdicts } from './verdicts';

interface Entries {
	readonly entries: readonly SubscriptionEntry[];
	readonly cells: ReadonlyArray<{ readonly json: SubscriptionCells }>;
}

/**
 * Leaves out rows that repeat an earlier one in every column, where an id says that it is the same subscription
 *
 * Without one, two equal rows may be two subscriptions: they are kept and counted. Returns how many were.
 */
export function leaveOutRepeated({ entries, cells }: Entries, customerOf: Int32Array, startOf: Float64Array, verdicts: Verdicts): number {
	const entriesOfMoment = new Map<string, number[]>();
	let kept = 0;
	for (let entry = 0; entry < entries.length; entry++) {
		if (!verdicts.counts(entry)) continue;
		const moment = `${customerOf[entry]} ${startOf[entry]}`;
		const earlier = entriesOfMoment.get(moment);
		if (!earlier) {
			entriesOfMoment.set(moment, [entry]);
			continue;
		}
		const content = JSON.stringify(entries[entry].part);
		const isRepeated = earlier.some((other) => JSON.stringify(entries[other].part) === content);
		if (!isRepeated) earlier.push(entry);
		else if (isBlank(cells[entry].json.subscription)) kept++;
		else verdicts.fail(entry, 'duplicateRow', 'subscription');
	}
	return kept;
}
