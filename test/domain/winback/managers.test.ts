import fc from 'fast-check';
import type { Manager } from '../../../domain/winback/managers';
import { assignManagers, mostCalls } from '../../../domain/winback/managers';
import { law } from '../../support/law';

/** A manager without results, who is as good as their place in the list. */
const of = (name: string, calls: number): Manager => Object.freeze({ name, calls, called: null, wonBack: null });
const withResults = (name: string, wonBack: number | null, called: number | null): Manager => Object.freeze({ name, calls: 1, called, wonBack });
const assigned = (previousOf: ReadonlyArray<string | null>, ...managers: Manager[]) => assignManagers(Object.freeze([...previousOf]), Object.freeze(managers));

describe('who calls whom', () => {
	it('is the best manager for the first customers, then the next: Ann has 2 calls, Bob 1, three new customers', () => {
		expect(assigned([null, null, null], of('Ann', 2), of('Bob', 1))).toEqual(['Ann', 'Ann', 'Bob']);
	});

	it('is never who handled them before: Bob calls Ann’s customer, though Ann is better', () => {
		expect(assigned(['Ann', null], of('Ann', 5), of('Bob', 5))).toEqual(['Bob', 'Ann']);
	});

	it('leaves the best to a later customer who can have nobody else: the second was Bob’s, so the first gets Bob', () => {
		expect(assigned([null, 'Bob'], of('Ann', 1), of('Bob', 1))).toEqual(['Bob', 'Ann']);
	});

	it('leaves a call of the others to the last of three, who were Ann’s: two calls of Bob and Cem are for the last two', () => {
		expect(assigned([null, 'Ann', 'Ann'], of('Bob', 1), of('Cem', 1), of('Ann', 1))).toEqual(['Ann', 'Bob', 'Cem']);
	});

	it('takes the best for the first where the later cannot be served in any way', () => {
		expect(assigned([null, 'Ann', 'Ann'], of('Ann', 1))).toEqual(['Ann', null, null]);
		expect(assigned([null, 'Bob', 'Bob', 'Bob'], of('Bob', 1), of('Ann', 1))).toEqual(['Bob', 'Ann', null, null]);
	});

	it('is nobody once all calls are given away, for the customers of the lowest rank', () => {
		expect(assigned([null, null, null], of('Ann', 1), of('Bob', 1))).toEqual(['Ann', 'Bob', null]);
	});

	it('is nobody where the only manager handled them before, has no calls, or where there is no manager', () => {
		expect(assigned(['Ann', null], of('Ann', 2))).toEqual([null, 'Ann']);
		expect(assigned([null], of('Ann', 0))).toEqual([null]);
		expect(assigned([null, 'Ann'])).toEqual([null, null]);
		expect(assigned([], of('Ann', 2))).toEqual([]);
	});

	it('can be a manager without a limit', () => {
		expect(assigned([null, 'Bob', 'Ann'], of('Ann', Infinity), of('Bob', Infinity))).toEqual(['Ann', 'Ann', 'Bob']);
	});
});

describe('the better manager', () => {
	const inOrder = (...managers: Manager[]) => assigned(managers.map(() => null), ...managers);

	it('has the higher lower limit: Bob with 5 of 10, .237, comes before Ann with 30 of 100, .219', () => {
		// (.3 + .019207 − 1.959964 √(.0021 + .000096)) / 1.038415 = .2189; 5 of 10 gives .2366.
		expect(inOrder(withResults('Ann', 30, 100), withResults('Bob', 5, 10))).toEqual(['Bob', 'Ann']);
	});

	it('is not who won one of one, .207, beside 30 of 100, .219', () => {
		// 1 of 1: 1 / (1 + 3.841459) = .2065.
		expect(inOrder(withResults('Ann', 1, 1), withResults('Bob', 30, 100))).toEqual(['Bob', 'Ann']);
	});

	it('has results: 0 of 20 comes before who called nobody yet and before who won back more than were called', () => {
		expect(inOrder(withResults('Ann', null, null), withResults('Bob', 0, 0), withResults('Cem', 5, 4), withResults('Dee', null, 9), withResults('Eve', 0, 20))).toEqual(['Eve', 'Ann', 'Bob', 'Cem', 'Dee']);
	});

	it('is the first in the list where two have the same results', () => {
		expect(inOrder(withResults('Zoe', 3, 9), withResults('Ann', 3, 9))).toEqual(['Zoe', 'Ann']);
	});
});

describe('the previous manager', () => {
	const isSame = (previous: string, manager: string) => assigned([previous], of(manager, 1))[0] === null;

	it.each([
		['ann keller', 'Ann Keller'],
		['  Ann \u00a0 Keller\u200b', 'Ann Keller'],
		['ANN@X.COM', 'ann@x.com'],
		['Ann Keller <ann@x.com>', 'Ann Keller'],
		['Ann Keller <ann@x.com>', 'ann@x.com'],
		['Ann Keller', '"Ann Keller" <ann@x.com>'],
		['ann@x.com', 'Ann Keller <ann@x.com>'],
		['A. Keller <ann@x.com>', 'Ann Keller <ann@x.com>'],
		['Мар\u2019яна Сидорчук', "мар'яна  сидорчук"],
		['\u0639\u0644\u064a', '\u0639\u0644\u06cc'],
		['412', '412'],
	])('"%s" is "%s"', (previous, manager) => expect(isSame(previous, manager)).toBe(true));

	it.each([
		['Ann', 'Ann Keller'],
		['', ''],
		['Ann Keller <ann@x.com>', 'Bob Stone'],
		['bob@x.com', 'Ann Keller <ann@x.com>'],
		['constructor', 'Ann'],
	])('"%s" is not "%s"', (previous, manager) => expect(isSame(previous, manager)).toBe(false));

	it('is in all rows of that name, so none of them calls', () => {
		expect(assigned(['Ann', null], of('Ann', 1), of('ann ', 1))).toEqual([null, 'Ann']);
	});

	it('is in the row of the name and in that of the address alone, whichever comes first', () => {
		expect(assigned(['ann@x.com'], of('Ann <ann@x.com>', 1), of('ann@x.com', 1))).toEqual([null]);
		expect(assigned(['Ann'], of('ann@x.com', 1), of('Ann <ann@x.com>', 1))).toEqual([null]);
	});

	it('is nobody in particular by an address that several managers have', () => {
		const [ann, bob] = [of('Ann <shop@x.com>', 1), of('Bob <shop@x.com>', 1)];
		expect(assigned(['shop@x.com'], ann, bob)).toEqual([ann.name]);
		expect(assigned(['Ann <shop@x.com>'], ann, bob)).toEqual([bob.name]);
		expect(assigned(['shop@x.com'], ann, of('shop@x.com', 1), bob)).toEqual([ann.name]);
	});
});

/** Every way to give managers to customers; by customer the place of the manager in the list, its length for none. */
function* everyWay(previousOf: ReadonlyArray<string | null>, managers: readonly Manager[], customer = 0, given: readonly number[] = []): Generator<readonly number[]> {
	if (customer === previousOf.length) {
		yield given;
		return;
	}
	for (let place = 0; place <= managers.length; place++) {
		const isFree = place === managers.length || (managers[place].name !== previousOf[customer] && given.filter((each) => each === place).length < managers[place].calls);
		if (isFree) yield* everyWay(previousOf, managers, customer + 1, [...given, place]);
	}
}

/** The slow twin: most customers served, then the best for the first, then for the second. */
function slowest(previousOf: ReadonlyArray<string | null>, managers: readonly Manager[]): Array<string | null> {
	const served = (way: readonly number[]) => way.filter((place) => place < managers.length).length;
	const isBetter = (one: readonly number[], other: readonly number[]) => {
		if (served(one) !== served(other)) return served(one) > served(other);
		const first = one.findIndex((place, customer) => place !== other[customer]);
		return first !== -1 && one[first] < other[first];
	};
	const best = [...everyWay(previousOf, managers)].reduce((known, way) => (isBetter(way, known) ? way : known));
	return best.map((place) => managers[place]?.name ?? null);
}

describe('laws of who calls whom', () => {
	const NAMES = ['Ann', 'Bob', 'Cem', 'Dee'];
	const anyManagers = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 3 })), { maxLength: 4 }).map((rows) => rows.map(([name, calls]) => of(name, calls)));
	const anyPrevious = fc.array(fc.option(fc.constantFrom(...NAMES, 'Gone')), { maxLength: 6 });

	it('as many customers as possible get somebody, and of all such ways it is the best by rank: equal to trying every way', () => {
		law(anyPrevious, anyManagers, (previousOf, managers) => expect(assignManagers(previousOf, managers)).toEqual(slowest(previousOf, managers)), 1500);
	});

	it('nobody gets their previous manager, and no manager more calls than they have', () => {
		law(fc.array(fc.option(fc.constantFrom(...NAMES)), { maxLength: 200 }), fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }), (previousOf, names) => {
			const managers = names.map((name, place) => of(name, 10 * (place + 1)));
			const given = assignManagers(previousOf, managers);
			given.forEach((name, customer) => expect(name === null || name !== previousOf[customer]).toBe(true));
			for (const { name, calls } of managers) expect(given.filter((each) => each === name).length).toBeLessThanOrEqual(calls);
		});
	});
});

describe('the most calls of a run', () => {
	it('are those of the managers, 3 and 4, where these are fewer than 300', () => {
		expect(mostCalls(300, [of('Ann', 3), of('Bob', 4)])).toBe(7);
	});

	it('are the 5 that are set, where managers have 7, and where none is named', () => {
		expect(mostCalls(5, [of('Ann', 3), of('Bob', 4)])).toBe(5);
		expect(mostCalls(5, [])).toBe(5);
	});

	it('are none where no manager has any', () => {
		expect(mostCalls(5, [of('Ann', 0)])).toBe(0);
	});
});
