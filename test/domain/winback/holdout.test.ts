import fc from 'fast-check';
import type { HoldoutSettings } from '../../../domain/winback/holdout';
import { createHoldout } from '../../../domain/winback/holdout';
import { readText } from '../../support/files.cjs';
import { law } from '../../support/law';

interface Part {
	readonly share: number;
	readonly heldOut: number;
	/** Between them a count lies unless a chance of one in a million has come about. */
	readonly limits: readonly [number, number];
}

interface HoldoutReference {
	readonly draws: ReadonlyArray<{ readonly key: string; readonly campaign: string; readonly customer: string; readonly of48Bits: number }>;
	/** By one key, for one campaign. */
	readonly lookAlikes: ReadonlyArray<{ readonly customer: string; readonly of48Bits: number }>;
	readonly crowd: { readonly customers: number; readonly key: string; readonly winter: Part; readonly spring: Part; readonly both: Omit<Part, 'share'> };
}

const { draws, lookAlikes, crowd } = JSON.parse(readText('test/reference/winback/holdout.json')) as HoldoutReference;

const DRAWS = 2 ** 48;
const settings: HoldoutSettings = Object.freeze({ key: 'a secret of the tests', campaign: 'winter', share: 0.1 });
const customersOf = (count: number) => Array.from({ length: count }, (_, at) => `customer-${at}`);
const heldOutOf = (customers: readonly string[], changes: Partial<typeof settings> = {}) => customers.filter(createHoldout({ ...settings, ...changes }));

describe('createHoldout({ key, campaign, share })(customer)', () => {
	it.each(draws)('agrees with Python’s hmac to the last of 48 bits: key $key, campaign $campaign, customer $customer (holdout.json)', ({ key, campaign, customer, of48Bits }) => {
		expect(createHoldout({ key, campaign, share: of48Bits / DRAWS })(customer)).toBe(false);
		expect(createHoldout({ key, campaign, share: (of48Bits + 1) / DRAWS })(customer)).toBe(true);
	});

	it('holds out nobody at a share of 0 and everybody at 1', () => {
		const customers = customersOf(2000);
		expect(heldOutOf(customers, { share: 0 })).toEqual([]);
		expect(heldOutOf(customers, { share: 1 })).toEqual(customers);
	});

	it('takes ids as text: 17850, 017850 and 17850.0 are three customers, drawn at .900, .144 and .566 (Python)', () => {
		for (const { customer, of48Bits } of lookAlikes) {
			const heldOutBelow = (draw: number) => createHoldout({ key: 'winter 2026', campaign: 'winter 2026', share: draw / DRAWS })(customer);
			expect([heldOutBelow(of48Bits), heldOutBelow(of48Bits + 1)]).toEqual([false, true]);
		}
	});

	it('draws anew for another key and for another campaign, also where both together read the same', () => {
		const customers = customersOf(500);
		const first = heldOutOf(customers, { share: 0.5 });
		expect(heldOutOf(customers, { share: 0.5, key: 'another secret' })).not.toEqual(first);
		expect(heldOutOf(customers, { share: 0.5, campaign: 'spring' })).not.toEqual(first);
		const [one, other] = [createHoldout({ ...settings, campaign: 'a', share: 0.5 }), createHoldout({ ...settings, campaign: 'ab', share: 0.5 })];
		expect(customers.map((customer) => one(`b${customer}`))).not.toEqual(customers.map(other));
	});
});

describe('the hold-out of 100,000 customers', () => {
	const customers = customersOf(crowd.customers);
	const heldOut = (campaign: 'winter' | 'spring') => heldOutOf(customers, { key: crowd.key, campaign, share: crowd[campaign].share });
	const expectWithin = (count: number, [low, high]: readonly [number, number]) => expect([count >= low, count <= high]).toEqual([true, true]);

	it('is its share but for chance, and two campaigns draw independently: 9,931 of .1, 20,027 of .2 and 1,979 of both, as by Python', () => {
		const [winter, spring] = [heldOut('winter'), new Set(heldOut('spring'))];
		const both = winter.filter((customer) => spring.has(customer));
		for (const [count, part] of [[winter.length, crowd.winter], [spring.size, crowd.spring], [both.length, crowd.both]] as const) {
			expect(count).toBe(part.heldOut);
			expectWithin(count, part.limits);
		}
	});
});

const anyCustomers = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 30 });
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

describe('laws of the hold-out', () => {
	it('who is held out does not hang on who else is there, nor on their order', () => {
		law(anyCustomers, fc.infiniteStream(fc.nat()), (customers, places) => {
			const heldOut = new Set(heldOutOf(customers, { share: 0.5 }));
			const mixed = customers.map((customer) => ({ customer, place: places.next().value as number })).sort((one, other) => one.place - other.place);
			expect(new Set(heldOutOf(mixed.map(({ customer }) => customer), { share: 0.5 }))).toEqual(heldOut);
			for (const customer of customers) expect(createHoldout({ ...settings, share: 0.5 })(customer)).toBe(heldOut.has(customer));
		});
	});

	it('a larger share only adds customers', () => {
		law(anyCustomers, fc.tuple(anyShare, anyShare), (customers, shares) => {
			const [smaller, larger] = shares.sort((one, other) => one - other);
			const among = new Set(heldOutOf(customers, { share: larger }));
			expect(heldOutOf(customers, { share: smaller }).filter((customer) => !among.has(customer))).toEqual([]);
		});
	});
});
