import fc from 'fast-check';
import { purchasesUpTo, timingAt, timingRows } from '../../../domain/purchases/timing';
import { dayOf } from '../../support/ledger';
import { historyOf, rowsOf, timingsOf } from '../../support/forecastSamples';
import { law } from '../../support/law';

const anyDays = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }).map((days) => days.sort((one, other) => one - other)), { maxLength: 12 });

describe('timingRows(timings)', () => {
	it('makes customers alike one row with their number, in the order in which they are met', () => {
		const { count, repeats, recency, age, customers, rowOf } = rowsOf([
			{ repeats: 2, recency: 10, age: 30 },
			{ repeats: 0, recency: 0, age: 30 },
			{ repeats: 2, recency: 10, age: 30 },
			{ repeats: 2, recency: 11, age: 30 },
			{ repeats: 2, recency: 10, age: 31 },
			{ repeats: 0, recency: 0, age: 30 },
		]);
		expect([count, [...repeats], [...recency], [...age], [...customers], [...rowOf]]).toEqual([4, [2, 0, 2, 2], [10, 0, 11, 10], [30, 30, 30, 31], [2, 2, 1, 1], [0, 1, 0, 2, 3, 1]]);
	});

	it('has no row for a customer who has not bought, -1 repeats', () => {
		const { count, customers, rowOf } = rowsOf([{ repeats: -1, recency: 0, age: 0 }, { repeats: 0, recency: 0, age: 5 }]);
		expect([count, [...customers], [...rowOf]]).toEqual([1, [1], [-1, 0]]);
	});

	it('keeps weeks apart that are sevenths: 30.43 and 30.57 of 38.86', () => {
		const sevenths = (days: number) => ({ repeats: 2, recency: days / 7, age: 272 / 7 });
		expect(rowsOf([sevenths(213), sevenths(214), sevenths(213)]).count).toBe(2);
		expect(rowsOf([{ repeats: 500, recency: 1, age: 272 / 7 }, { repeats: 500, recency: 1, age: 271 / 7 }]).count).toBe(2);
	});

	it('of nobody has no rows', () => expect(rowsOf([]).count).toBe(0));

	it('no customer is lost: rows stand for as many, each in a row of their own figures', () => {
		law(fc.array(fc.record({ repeats: fc.integer({ min: 0, max: 3 }), recency: fc.integer({ min: 0, max: 3 }), age: fc.integer({ min: 0, max: 3 }) })), fc.constant(0), (customers) => {
			const rows = timingRows(timingsOf(customers));
			expect(rows.customers.reduce((sum, number) => sum + number, 0)).toBe(customers.length);
			customers.forEach(({ repeats, recency, age }, customer) => {
				const row = rows.rowOf[customer];
				expect([rows.repeats[row], rows.recency[row], rows.age[row]]).toEqual([repeats, recency, age]);
			});
		});
	});
});

describe('purchasesUpTo(history, customer, day)', () => {
	const history = historyOf([[10, 20, 30], [], [20]]);

	it('counts the day itself: 2 up to the 20th, 1 up to the 19th', () => {
		expect([purchasesUpTo(history, 0, 20), purchasesUpTo(history, 0, 19)]).toEqual([2, 1]);
	});

	it('is 0 before the first and all from the last on', () => {
		expect([9, 30, 1000].map((day) => purchasesUpTo(history, 0, day))).toEqual([0, 3, 3]);
	});

	it('keeps to the customer’s own: the second has none, the third one', () => {
		expect([purchasesUpTo(history, 1, 1000), purchasesUpTo(history, 2, 1000), purchasesUpTo(history, 2, 19)]).toEqual([0, 1, 0]);
	});

	it('is what counting them one by one gives', () => {
		law(anyDays, fc.integer({ min: -5, max: 70 }), (days, upTo) => {
			days.forEach((own, customer) => expect(purchasesUpTo(historyOf(days), customer, upTo)).toBe(own.filter((day) => day <= upTo).length));
		});
	});
});

describe('timingAt(history, day)', () => {
	it('has DOMAIN’s vector: 2018-04-24, 2018-05-24, seen on 2019-01-31, are 1 repeat, recency 30, age 282', () => {
		const { repeats, recency, age } = timingAt(historyOf([['2018-04-24', '2018-05-24'].map(dayOf)]), dayOf('2019-01-31'));
		expect([repeats[0], recency[0], age[0]]).toEqual([1, 30, 282]);
	});

	it('leaves out who had not bought by then, and what came later', () => {
		const { count, repeats, recency, age, rowOf } = timingAt(historyOf([[10, 20, 30], [21], []]), 20);
		expect([count, [...repeats], [...recency], [...age], [...rowOf]]).toEqual([1, [1], [10], [10], [0, -1, -1]]);
	});

	it('on the first day knows of a purchase and of no time: 0 repeats, age 0', () => {
		const { repeats, age } = timingAt(historyOf([[10]]), 10);
		expect([repeats[0], age[0]]).toEqual([0, 0]);
	});

	it('does not mind what comes after the day, whatever it is', () => {
		law(anyDays, fc.integer({ min: 0, max: 60 }), (days, day) => {
			const cut = days.map((own) => own.filter((each) => each <= day));
			expect(timingAt(historyOf(days), day)).toEqual(timingAt(historyOf(cut), day));
		});
	});
});
