import fc from 'fast-check';
import { totalsInWords } from '../../../domain/purchases/forecastText';
import type { PurchaseCustomers } from '../../../domain/purchases/purchaseCustomers';
import { yearBefore } from '../../../domain/purchases/yearBefore';
import { dayOfDate } from '../../../domain/time';

const day = (date: string): number => {
	const [year, month, dayOfMonth] = date.split('-').map(Number);
	return dayOfDate(year, month, dayOfMonth);
};

const AS_OF = day('2025-03-31');

/** Customers by their days and what those brought; NaN as it stands. */
function customersOf(bought: ReadonlyArray<ReadonlyArray<readonly [number, number]>>, currency: readonly number[] = bought.map(() => -1)): PurchaseCustomers {
	const startOf = [0];
	for (const days of bought) startOf.push(startOf[startOf.length - 1] + days.length);
	const column = Int32Array.from(bought, (days) => days.length);
	return {
		count: bought.length,
		asOf: AS_OF,
		purchaseDays: column,
		recencyDays: column,
		ageDays: column,
		net: new Float64Array(bought.length),
		margin: new Float64Array(bought.length),
		currency: Int32Array.from(currency),
		currencies: ['EUR', 'USD'],
		history: { startOf: Int32Array.from(startOf), day: Int32Array.from(bought.flat(), ([day]) => day), net: Float64Array.from(bought.flat(), ([, net]) => net) },
	};
}

describe('yearBefore', () => {
	it('counts from 1 April 2024 to 30 April for thirty days after 31 March 2025, both ends in', () => {
		const customers = customersOf([
			[[day('2024-03-31'), 1], [day('2024-04-01'), 10], [day('2024-04-30'), 20], [day('2024-05-01'), 400]],
			[[day('2024-04-15'), 5.5], [day('2025-03-31'), 8000]],
		]);
		expect(yearBefore(Object.freeze(customers), 30)).toEqual({ purchases: 3, spendIn: new Map([[-1, 35.5]]) });
	});

	it('keeps currencies apart, and counts without money whose amounts are not known', () => {
		const customers = customersOf([[[day('2024-03-01'), 1], [day('2024-04-02'), 10]], [[day('2024-04-03'), 7]], [[day('2024-04-04'), NaN]]], [0, 1, -1]);
		expect(yearBefore(customers, 30)).toEqual({ purchases: 3, spendIn: new Map([[0, 10], [1, 7]]) });
	});

	it('is null where the log begins on 2 April 2024, a day too late, and not where it begins on the 1st', () => {
		expect(yearBefore(customersOf([[[day('2024-04-02'), 1]]]), 30)).toBeNull();
		expect(yearBefore(customersOf([[[day('2024-04-01'), 1]]]), 30)).toEqual({ purchases: 1, spendIn: new Map([[-1, 1]]) });
	});

	it('is null for a horizon of 366 days, which a year before is not over, and not for one of 365', () => {
		const customers = customersOf([[[day('2024-01-01'), 1], [AS_OF, 2]]]);
		expect(yearBefore(customers, 366)).toBeNull();
		expect(yearBefore(customers, 365)).toEqual({ purchases: 1, spendIn: new Map([[-1, 2]]) });
	});

	it('is null without histories', () => expect(yearBefore({ ...customersOf([[]]), history: null }, 30)).toBeNull());

	it('does not depend on which customer a day belongs to', () => {
		const days = fc.array(fc.tuple(fc.integer({ min: AS_OF - 500, max: AS_OF }), fc.integer({ min: 1, max: 1000 })), { maxLength: 30 });
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 365 }), (all, horizon) => {
				const log = [[AS_OF - 500, 1] as const, ...all];
				expect(yearBefore(customersOf(log.map((each) => [each])), horizon)).toEqual(yearBefore(customersOf([log]), horizon));
			}),
		);
	});
});

describe('totalsInWords', () => {
	const told = { customers: 4, returns: 2.6, purchases: 3.2, money: ['1,200 EUR', '30 USD'] };

	it('says what all are expected to do', () => {
		expect(totalsInWords({ ...told, before: null }, 30)).toBe('Of 4 customers, 3 (65.0 %) are expected to buy within 30 days, with 3 purchases in all, worth 1,200 EUR and 30 USD.');
	});

	it('puts the year before beside it where it is known', () => {
		const before = { purchases: 1234, money: ['900 EUR'] };
		expect(totalsInWords({ ...told, before }, 30)).toMatch(/ In the same days a year before there were 1,234, worth 900 EUR; no model here knows a season\.$/);
	});
});
