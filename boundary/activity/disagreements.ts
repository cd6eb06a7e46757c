/** Whether equal ids in several streams are of one customer, by the e-mail addresses beside them. */
import type { Item } from '../paths';
import { cellText, visibleText } from '../paths';
import { namesNobody } from '../reading/customerColumn';
import type { RoleColumn } from '../sources/roleColumn';
import { readEmail } from './matchBy';

/** A stream whose rows name an id and an address. */
export interface AddressedRows {
	readonly customer: RoleColumn;
	readonly email: RoleColumn;
	readonly rows: readonly Item[];
}

/** Of the ids that have addresses in several streams: how many there are, and how many have none in common in two of them. */
export interface Disagreements {
	readonly common: number;
	readonly disagreeing: number;
}

function addressesById({ customer, email, rows }: AddressedRows): Map<string, Set<string>> {
	const addresses = new Map<string, Set<string>>();
	for (const { json } of rows) {
		const address = readEmail(email.read(json));
		const id = customer.read(json);
		if (address === null || namesNobody(id)) continue;
		const text = visibleText(cellText(id));
		const known = addresses.get(text);
		if (known) known.add(address);
		else addresses.set(text, new Set([address]));
	}
	return addresses;
}

const areDisjoint = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => ![...some].some((address) => others.has(address));

/** Compares the addresses of the ids that several streams have in common. O(rows). */
export function disagreementsIn(streams: readonly AddressedRows[]): Disagreements {
	const perStream = streams.map(addressesById);
	let [common, disagreeing] = [0, 0];
	for (const id of new Set(perStream.flatMap((addresses) => [...addresses.keys()]))) {
		const sets = perStream.flatMap((addresses) => addresses.get(id) ?? []);
		if (sets.length < 2) continue;
		common++;
		if (sets.some((one, index) => sets.slice(index + 1).some((other) => areDisjoint(one, other)))) disagreeing++;
	}
	return { common, disagreeing };
}

/** Whether so many disagree that equal ids are no sign of one customer: more than one in ten. A few people change their address. */
export const areOfSeveralSystems = ({ common, disagreeing }: Disagreements): boolean => disagreeing * 10 > common;
