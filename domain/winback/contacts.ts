/** Whether and how customers may be contacted, in columns, and who shares an address with whom. DOMAIN W5. */
import type { Address } from './channels/channel';
import type { Contact, WinBackCustomers } from './customers';

export interface Contacts {
	of(customer: number): Contact;
	/** The first customer, in their order, with whom a customer shares an e-mail address or a phone number, directly or through others; themselves where they share none. */
	readonly groupOf: Int32Array;
	/** Whether they share one with anybody. */
	sharesAddress(customer: number): boolean;
	/** Everybody who shares one with a customer, the customer too. */
	sharersOf(customer: number): readonly number[];
	/** An objection of anybody at the same address holds for all of them. */
	isObjectionOfOther(customer: number): boolean;
	/** The last contact with anybody at the same address; -Infinity where none is known. */
	lastContactOn(customer: number): number;
}

/** Addresses that stand for a person; a name in a messenger is given by the user, and one more channel. */
const OF_PERSON: readonly Address[] = ['email', 'phone'];

/** Puts customers who share an address together: each group is called by its first customer. Near O(customers). */
export function groupsByAddress(addresses: ReadonlyArray<Contact['addresses']>): Int32Array {
	const parent = Int32Array.from(addresses, (_, customer) => customer);
	const rootOf = (customer: number): number => {
		let root = customer;
		while (parent[root] !== root) root = parent[root];
		for (let at = customer; parent[at] !== root; ) [at, parent[at]] = [parent[at], root];
		return root;
	};
	for (const kind of OF_PERSON) {
		const firstOf = new Map<string, number>();
		addresses.forEach((own, customer) => {
			const address = own[kind];
			if (address === null) return;
			const text = kind === 'email' ? address.toLowerCase() : address;
			const first = firstOf.get(text);
			if (first === undefined) return void firstOf.set(text, customer);
			const [one, other] = [rootOf(first), rootOf(customer)];
			parent[Math.max(one, other)] = Math.min(one, other);
		});
	}
	return parent.map((_, customer) => rootOf(customer));
}

/** Looks at everybody once: also who has not lapsed may object at an address. O(customers). */
export function contactsOf({ customers: { count }, contactOf }: Pick<WinBackCustomers, 'customers' | 'contactOf'>): Contacts {
	const all = Array.from({ length: count }, (_, customer) => contactOf(customer));
	const groupOf = groupsByAddress(all.map(({ addresses }) => addresses));
	const [size, objects] = [new Int32Array(count), new Uint8Array(count)];
	const lastOn = new Float64Array(count).fill(-Infinity);
	all.forEach(({ consent, lastContactOn }, customer) => {
		const group = groupOf[customer];
		size[group]++;
		if (consent === false) objects[group] = 1;
		if (lastContactOn !== null && lastContactOn > lastOn[group]) lastOn[group] = lastContactOn;
	});
	const members = new Map<number, number[]>();
	groupOf.forEach((group, customer) => {
		if (size[group] === 1) return;
		const known = members.get(group);
		if (known === undefined) members.set(group, [customer]);
		else known.push(customer);
	});
	return {
		of: (customer) => all[customer],
		groupOf,
		sharesAddress: (customer) => size[groupOf[customer]] > 1,
		sharersOf: (customer) => members.get(groupOf[customer]) ?? [customer],
		isObjectionOfOther: (customer) => objects[groupOf[customer]] === 1 && all[customer].consent !== false,
		lastContactOn: (customer) => lastOn[groupOf[customer]],
	};
}
