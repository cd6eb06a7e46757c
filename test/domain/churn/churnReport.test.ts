import { churnOf, drawPurchases, rowOf } from '../../support/ledger';

const table = `
	customer  on          plan
	Ada       2024-01-10  Basic
	Boris     2024-02-05  Pro
	Ada       2024-02-08  Basic
	Cyrus     2024-04-02  Pro
`;
const periodsOf = (asOf: string, chosen: Parameters<typeof churnOf>[1] = {}) => [
	...new Set(churnOf(drawPurchases(table, asOf), chosen).rows.map(({ period }) => period)),
];

describe('churnReport: which periods', () => {
	it('from the month of the first visit to that of the day before As Of: January to May as of 1 June', () => {
		expect(periodsOf('2024-06-01')).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05']);
	});

	it('as of 2 June also June, of which one day is over', () => {
		expect(periodsOf('2024-06-02').at(-1)).toBe('2024-06');
	});

	it('to the month of the last visit where that is on As Of itself: 2 April belongs to April', () => {
		expect(periodsOf('2024-04-02').at(-1)).toBe('2024-04');
		expect(churnOf(drawPurchases('customer  on\nAda  2024-03-05\nAda  2024-04-01', '2024-04-01')).rows.at(-1)?.period).toBe('2024-04');
	});

	it('by day, week, quarter and year', () => {
		expect(periodsOf('2024-06-01', { periodUnit: 'day' })).toHaveLength(143);
		expect(periodsOf('2024-06-01', { periodUnit: 'week' })[0]).toBe('Week of 2024-01-08');
		expect(periodsOf('2024-06-01', { periodUnit: 'week', weekStartsOn: 0 })[0]).toBe('Week of 2024-01-07');
		expect(periodsOf('2024-06-01', { periodUnit: 'quarter' })).toEqual(['2024-Q1', '2024-Q2']);
		expect(periodsOf('2024-06-01', { periodUnit: 'year' })).toEqual(['2024']);
	});

	it('the last two of five give April and May, with the same figures as among all', () => {
		const visits = drawPurchases(table, '2024-06-01');
		const [all, lastTwo] = [churnOf(visits), churnOf(visits, { lastPeriods: 2 })];
		expect(lastTwo.rows.filter(({ group }) => group === null).map(({ period }) => period)).toEqual(['2024-04', '2024-05']);
		expect(lastTwo.rows).toEqual(all.rows.filter(({ period }) => (period as string) >= '2024-04'));
	});

	it('the last two give only the customers who left in them: Cyrus on 2 May, not Ada and Boris in March', () => {
		const visits = drawPurchases(table, '2024-06-01');
		const namesOf = (churn: ReturnType<typeof churnOf>) => churn.churnedCustomers.map(({ customer }) => visits.customers[customer]);
		expect(namesOf(churnOf(visits))).toEqual(['Ada', 'Boris', 'Cyrus']);
		expect(namesOf(churnOf(visits, { lastPeriods: 2 }))).toEqual(['Cyrus']);
	});

	it('more than there are gives all', () => {
		expect(periodsOf('2024-06-01', { lastPeriods: 99 })).toHaveLength(5);
	});
});

describe('churnReport: groups and nobody', () => {
	it('groups by the columns given', () => {
		const churn = churnOf(drawPurchases(table, '2024-06-01'));
		expect(churn.rows.filter(({ period }) => period === '2024-02').map(({ group }) => group)).toEqual([null, 'Basic', 'Pro']);
	});

	it('no visits at all give no rows and no churned customers', () => {
		expect(churnOf(drawPurchases('customer  on', '2024-06-01'))).toEqual({ rows: [], churnedCustomers: [], advice: [] });
	});

	it('refunds alone give rows of nobody and no churned customer', () => {
		const churn = churnOf(drawPurchases('customer  on  amount  what\nAda  2024-01-10  -5  refund', '2024-06-01'));
		expect(churn.churnedCustomers).toEqual([]);
		expect(rowOf(churn, '2024-03')).toMatchObject({ customersAtStart: 0, joined: 0, churned: 0, reason: 'noCustomersAtStart' });
	});

	it('changes nothing it is given', () => {
		const visits = Object.freeze(drawPurchases(table, '2024-06-01'));
		const before = structuredClone(visits.history);
		churnOf(visits);
		expect(visits.history).toEqual(before);
	});

	it('a window of 1 day loses who does not come on the next day', () => {
		const visits = drawPurchases('customer  on\nAda  2024-01-01\nAda  2024-01-02\nAda  2024-01-04', '2024-02-01');
		expect(rowOf(churnOf(visits, { churnWindow: 1 }), '2024-01')).toMatchObject({ joined: 1, returned: 1, churned: 2, customersAtEnd: 0 });
	});
});

describe('one customer with 500,000 visits', () => {
	const MINUTE = 60_000;
	const START = Date.UTC(2024, 0, 1);

	it('has the same row as the customer who comes once a day on the same days', () => {
		const visitsAt = (minutes: readonly number[]) => ({
			history: {
				customerCount: 1,
				firstEvent: Int32Array.of(0, minutes.length),
				row: Int32Array.from(minutes, (_, index) => index),
				localTime: Float64Array.from(minutes, (minute) => START + minute * MINUTE),
				day: Int32Array.from(minutes, (minute) => Math.floor((START + minute * MINUTE) / 86_400_000)),
				isVisit: new Uint8Array(minutes.length).fill(1),
				amount: null,
				currency: null,
				firstDay: START / 86_400_000,
				lastDay: Math.floor((START + minutes[minutes.length - 1] * MINUTE) / 86_400_000),
			},
			customers: Object.assign(['Ada'], { idOf: () => 'Ada' }),
			groupColumns: [],
			currencies: [],
			asOf: { day: START / 86_400_000 + 500 },
		});
		const everyMinute = Array.from({ length: 500_000 }, (_, minute) => minute);
		const onceADay = everyMinute.filter((minute) => minute % 1440 === 0);
		const [dense, sparse] = [churnOf(visitsAt(everyMinute)), churnOf(visitsAt(onceADay))];
		expect(dense.rows).toEqual(sparse.rows);
		expect(dense.churnedCustomers[0].fields).toEqual(sparse.churnedCustomers[0].fields);
	});
});
