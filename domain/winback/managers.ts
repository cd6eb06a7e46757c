import { wilsonInterval } from '../statistics/interval';

export interface Manager {
	readonly name: string;
	/** How many calls they can make in this run: a whole number, 0 or more. */
	readonly calls: number;
	/** How many customers they called and how many of them came back; null where it is not known. */
	readonly called: number | null;
	readonly wonBack: number | null;
}

/** An e-mail address, alone or behind a name, as programs for mail write it: `Ann Keller <ann@x.com>`. */
const NAME_AND_ADDRESS = /^(?:([^<>]*)<)?([^<>\s]+@[^<>\s]+?)>?$/;

/** Letters and marks that people type in different ways. */
const spelledAlike = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\p{Cf}|"/gu, '')
		.replace(/[\u2019\u02bc`]/g, "'")
		.replace(/\u0451/g, '\u0435')
		.replace(/\u064a|\u0649/g, '\u06cc')
		.replace(/\u0643/g, '\u06a9')
		.replace(/\s+/g, ' ')
		.trim();

/** The name and the e-mail address in a text, as they are compared; '' for the one that it lacks. */
function namedIn(text: string): { readonly name: string; readonly address: string } {
	const tidy = spelledAlike(text);
	const [, name = '', address] = NAME_AND_ADDRESS.exec(tidy) ?? [null, tidy, ''];
	return { name: name.trim(), address };
}

/** Somebody whom no manager's name or address means. */
const NOBODY = -1;

/**
 * Who is who: by manager the number of the person, and the person whom a text means
 *
 * Rows of one name are one person, and a row of an address alone is the one who has that address. A text means the person
 * of its name, else of its address. An address that several have, such as a shop's, means none of them.
 */
function personsOf(managers: readonly Manager[]) {
	const [byName, byAddress] = [new Map<string, number>(), new Map<string, number>()];
	const named = managers.map(({ name }) => namedIn(name));
	const ofManager = named.map(({ name, address }, index) => {
		const person = byName.get(name) ?? index;
		if (name === '') return index;
		byName.set(name, person);
		if (address !== '') byAddress.set(address, (byAddress.get(address) ?? person) === person ? person : NOBODY);
		return person;
	});
	named.forEach(({ name, address }, index) => {
		if (name !== '' || address === '') return;
		const known = byAddress.get(address) ?? NOBODY;
		ofManager[index] = known === NOBODY ? index : known;
		byAddress.set(address, ofManager[index]);
	});
	const meant = (text: string): number => {
		const { name, address } = namedIn(text);
		return byName.get(name) ?? byAddress.get(address) ?? NOBODY;
	};
	return { ofManager, meant };
}

/** The share of their calls that brought a customer back, as far as it is certain; -1 where there are no results, or none that can be. */
function certainShare({ called, wonBack }: Manager): number {
	const isKnown = called !== null && wonBack !== null && called > 0 && wonBack >= 0 && wonBack <= called;
	return isKnown ? wilsonInterval(wonBack, called).low : -1;
}

/** The places of the managers in their list, the best first: by what is certain of their results, those without results last. O(m log m). */
function bestFirst(managers: readonly Manager[]): number[] {
	const shares = managers.map(certainShare);
	return shares.map((_, place) => place).sort((one, other) => shares[other] - shares[one] || one - other);
}

/** Who is left: customers without an answer and calls that are not given away. */
class Left {
	customers: number;
	calls = 0;
	/** By person, their calls. */
	readonly callsOf: Float64Array;
	/** By person, how many customers they handled before. */
	private readonly handledBy: Float64Array;

	constructor(persons: number, previous: Int32Array) {
		this.customers = previous.length;
		this.callsOf = new Float64Array(persons);
		this.handledBy = new Float64Array(persons);
		for (const person of previous) if (person !== NOBODY) this.handledBy[person]++;
	}

	add(person: number, calls: number): void {
		this.callsOf[person] += calls;
		this.calls += calls;
	}

	/** How many of those a person handled before find no call of anybody else. */
	private lackingOf(person: number): number {
		return this.handledBy[person] - (this.calls - this.callsOf[person]);
	}

	/**
	 * Who must take the next customer, whom `previous` handled before, so that as many as possible get somebody; null
	 * where anybody may.
	 *
	 * As each customer excludes one person at most, those who get nobody are at least the customers beyond all calls and,
	 * for each person, those they handled beyond the calls of the others; by Hall's theorem it is no more than the largest
	 * of these. A call that another makes takes one from the customers of a person for whom that largest is reached.
	 * There is never more than one such beside `previous`, and they have a call left.
	 */
	mustTake(previous: number): number | null {
		let lacking = Math.max(0, this.customers - this.calls);
		for (let person = 0; person < this.callsOf.length; person++) lacking = Math.max(lacking, this.lackingOf(person));
		for (let person = 0; person < this.callsOf.length; person++) {
			if (person !== previous && this.lackingOf(person) === lacking) return person;
		}
		return null;
	}

	answer(previous: number): void {
		this.customers--;
		if (previous !== NOBODY) this.handledBy[previous]--;
	}
}

/**
 * Which manager calls which customer?
 *
 * Customers are given in order of rank by who handled them before, null where nobody is known. Each gets the best manager
 * with a call left who is not that one, unless this would leave a later customer with nobody. As many customers as
 * possible get somebody, earlier ones first; null is for those who do not. Managers go by Wilson's lower limit of won
 * back over called (95 %), those without results last, ties as listed. A previous manager may be named by name, e-mail
 * address or both, in any case. DOMAIN W7. O(customers × managers).
 */
export function assignManagers(previousOf: readonly (string | null)[], managers: readonly Manager[]): readonly (string | null)[] {
	const { ofManager, meant } = personsOf(managers);
	const previous = Int32Array.from(previousOf, (text) => (text === null ? NOBODY : meant(text)));
	const left = new Left(managers.length, previous);
	// More calls than customers are of no use to anybody, and so many can be counted.
	const callsOf = managers.map(({ calls }) => Math.min(calls, previousOf.length));
	callsOf.forEach((calls, place) => left.add(ofManager[place], calls));
	const places = bestFirst(managers);

	return Array.from(previous, (excluded) => {
		const only = left.mustTake(excluded);
		const chosen = places.find((place) => callsOf[place] > 0 && ofManager[place] !== excluded && (only === null || ofManager[place] === only));
		left.answer(excluded);
		if (chosen === undefined) return null;
		callsOf[chosen]--;
		left.add(ofManager[chosen], -1);
		return managers[chosen].name;
	});
}

/** How many calls a run can have: no more than the managers can make together, where managers are named. */
export function mostCalls(limit: number, managers: readonly Manager[]): number {
	if (managers.length === 0) return limit;
	return Math.min(limit, managers.reduce((sum, { calls }) => sum + calls, 0));
}
