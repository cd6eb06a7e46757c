import { withoutKey } from '../../support/withoutKey';
import { subscriptionFixture, faultsOf, fixtureReading, figuresExpected, figuresRead, intentsExpected, intentsRead, leftOutOf } from '../../support/subscriptionFixtures';
import type { Row } from '../../../boundary/paths';
import { plainSubscriptions } from '../../../boundary/sources/plainSubscriptions';
import { dayOf } from '../../support/ledger';
import { tableOfRows } from '../../support/reading';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { monthlyOf, spellsOf, subscriptionProblems, subscriptionReading } from '../../support/subscriptions';

/** The fixtures name currencies as the rows do; here they are read as their codes. */
const CODES: Readonly<Record<string, string>> = { 'руб.': 'RUB', تومان: 'IRT' };
const inCodes = (amounts: Readonly<Record<string, number | null>>) => Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [CODES[name] ?? name, amount]));

const tables: ReadonlyArray<readonly [language: string, changes: SubscriptionChanges]> = [
	['english', {}],
	['russian', {}],
	// The calendar is the one thing that a user of Jalali dates says.
	['persian', { dateFormat: 'jalali' }],
	// Row 7 ends on the fixture's own day, which is not over: as of the day after it has ended. DOMAIN 1, "Days".
	['ukrainian', { asOf: { kind: 'day', day: dayOf('2025-07-02'), today: dayOf('2025-07-02') } }],
];

describe.each(tables)('a table of subscriptions in %s, read without a setting', (language, changes) => {
	const fixture = subscriptionFixture(`plain_subscriptions_${language}`);
	const expected = figuresExpected(fixture);

	it('has the spells and the monthly amounts of the fixture', () => {
		const monthly = Object.fromEntries(Object.entries(expected.monthly).map(([customer, amounts]) => [customer, inCodes(amounts)]));
		expect(figuresRead(fixture, changes)).toEqual({ ...expected, monthly });
	});

	it('has the kinds of leaving that a careful person reads out of the reasons', () => expect(intentsRead(fixture, changes)).toEqual(intentsExpected(fixture)));

	it('refuses the row that ends before it starts, leaves out the trial and the free plan', () => {
		const reading = fixtureReading(fixture, changes);
		expect(faultsOf(reading)).toEqual({ endsBeforeItStarts: fixture.expected.refused.map(({ row }) => row) });
		expect([leftOutOf(reading), reading.warnings]).toEqual([{ trial: 1, freePlan: 1, unusable: 1 }, []]);
	});

	it('says of no price that it was taken as monthly', () => expect(fixtureReading(fixture, changes).prices.assumedMonthly).toBe(0));
});

it('who ends on the As Of day is still here, since that day is not over; on the day after it is a loss', () => {
	const fixture = subscriptionFixture('plain_subscriptions_ukrainian');
	expect(spellsOf(fixtureReading(fixture))['Салон «Мальва»']).toEqual([['2024-07-01', null]]);
});

it('a start one day after an end of the same customer is counted: perhaps ends are last days', () => {
	expect(fixtureReading(subscriptionFixture('plain_subscriptions_russian')).startsDayAfterEnd).toBe(1);
	expect(fixtureReading(subscriptionFixture('plain_subscriptions_english')).startsDayAfterEnd).toBe(0);
});

describe('a table of changes of plan', () => {
	const fixture = subscriptionFixture('plan_changes');
	const reading = fixtureReading(fixture);
	const expected = figuresExpected(fixture);
	const paidOnly = withoutKey(expected.paidOnly, 104);
	const monthly = withoutKey(expected.monthly, 104);

	it('has the spells of the fixture, but for the two plans that begin on one day', () => {
		// Rows 12 and 13, 15 and 16, 17 and 18 begin on one day. The fixture lets the later row of the table hold; here the order of
		// rows must not matter, so all six are a problem. Left out, 104 stays on trial and 105 on the plan of before.
		expect(faultsOf(reading)).toEqual({ twoPlansAtOnce: [12, 13, 15, 16, 17, 18], unreadableDate: [26], blankCustomer: [27] });
		expect(figuresRead(fixture)).toEqual({ all: expected.all, paidOnly, monthly: { ...monthly, 105: { '': 12.5 } } });
	});

	it('has the spells of the fixture in full where the rows of one day carry a time', () => {
		const later = [12, 15, 17];
		const items = fixture.items.map((item, index) => (later.includes(index) ? { ...item, start_date: `${String(item.start_date)} 12:00` } : item));
		expect(figuresRead({ ...fixture, items })).toEqual(expected);
		expect(faultsOf(fixtureReading({ ...fixture, items }))).toEqual({ unreadableDate: [26], blankCustomer: [27] });
	});

	it('names no reasons, so no kind of leaving is known', () => expect(intentsRead(fixture)).toEqual(intentsExpected(fixture)));

	it('leaves out trials, and what is dated after As Of: a planned churn (row 21) and a plan (row 28)', () => {
		expect(leftOutOf(reading)).toEqual({ trial: 5, afterAsOf: 2, unusable: 8 });
	});

	it('counts who left after the trial, and the rows that only end another', () => {
		// 102. Rows 4, 6, 9, 22, 24, 25 and 29 are called churn and count; 15, 18 are problems, 21 is planned.
		expect([reading.leftAfterTrial, reading.cancellations]).toEqual([1, 7]);
	});

	it('is one by its plans, not by a status, and not where a column of ends stands beside it', () => {
		const rows = [{ customer: 'a', start: '2024-01-01', plan: 'basic', price: 10 }, { customer: 'a', start: '2024-03-01', plan: 'churn', price: '' }];
		expect(subscriptionReading(rows).layout.rowsAre).toBe('changes');
		expect(subscriptionReading(rows.map((row) => ({ ...row, end: '' }))).layout.rowsAre).toBe('subscriptions');
		expect(subscriptionReading([{ ...rows[0], status: 'cancelled', end: '2024-02-01' }]).layout.rowsAre).toBe('subscriptions');
	});
});

describe('a plain table', () => {
	const row: Row = { customer_id: 1, start_date: '2024-01-01', end_date: '', plan: 'basic', price: 10 };
	const layoutOf = (...rows: readonly Row[]) => subscriptionReading(rows).layout;

	it('of subscriptions is recognised by a start and an end, a plan or an interval beside it', () => {
		const recognises = (columns: readonly string[]) => plainSubscriptions.recognises(tableOfRows(Object.fromEntries(columns.map((column) => [column, column === 'end_date' ? '2024-02-01' : '2024-01-01']))));
		expect(['end_date', 'plan', 'billing period'].map((beside) => recognises(['customer', 'start_date', beside]))).toEqual([true, true, true]);
		expect([recognises(['customer', 'start_date', 'amount']), recognises(['customer', 'order_date', 'plan'])]).toEqual([false, false]);
	});

	it('without a customer or a start asks for one', () => {
		expect(subscriptionProblems([{ id: 1, start_date: '2024-01-01', plan: 'basic' }])).toMatchObject([{ code: 'columnNotRecognised', column: 'customer' }]);
		expect(subscriptionProblems([{ customer_id: 1, plan: 'basic' }])).toMatchObject([{ code: 'columnNotRecognised', column: 'start' }]);
	});

	it('without one end is warned of: no churn to see', () => {
		expect(subscriptionReading([row]).warnings).toEqual(['No subscription has an end, so there is no churn to see: does the list leave out those that were cancelled?']);
		expect(subscriptionReading([row, { ...row, customer_id: 2, end_date: '2024-02-01' }]).warnings).toEqual([]);
	});

	it.each([
		['mrr', 12],
		['monthly fee', 12],
		['arr', 1],
		['annual price', 1],
		['amount', 12],
	])('with 12 under %s brings %d a month', (column, expected) => {
		const rest = withoutKey(row, 'price');
		expect(monthlyOf(subscriptionReading([{ ...rest, [column]: 12 }]))).toEqual({ 1: { '': expected } });
	});

	it('ends on the day of leaving, 31 July, where one of cancelling, 12 June, stands before it; without the first on the second', () => {
		const row = { customer: 'a1', start: '2024-01-10', cancelled_at: '2024-06-12', 'Termination Date': '2024-07-31', price: 20 };
		const changes = { asOf: { kind: 'day', day: dayOf('2024-09-01'), today: dayOf('2024-09-01') } } as const;
		expect([spellsOf(subscriptionReading([row], changes)), spellsOf(subscriptionReading([{ ...row, 'Termination Date': '' }], changes))]).toEqual([{ a1: [['2024-01-10', '2024-07-31']] }, { a1: [['2024-01-10', '2024-06-12']] }]);
	});

	it('with a price a seat and a quantity brings their product', () => {
		expect(monthlyOf(subscriptionReading([{ ...row, quantity: 3 }]))).toEqual({ 1: { '': 30 } });
	});

	it.each(['trial', 'Free Trial', 'пробний', 'Пробный период', 'آزمایشی', 'Trial (14 days)'])('has a trial where a plan or a status is called %s', (name) => {
		for (const changed of [{ plan: name }, { status: name }]) expect(leftOutOf(subscriptionReading([{ ...row, ...changed }]))).toEqual({ trial: 1 });
	});

	it.each(['Industrial', 'basic', 'активний'])('has none where a plan is called %s', (plan) => {
		expect(layoutOf({ ...row, plan }).stateOf({ ...row, plan })).toBe('runs');
	});

	it.each([
		['pending', 'notStarted'],
		['чернетка', 'notStarted'],
		['on hold', 'paused'],
		['приостановлена', 'paused'],
		['Cancelled', 'cancelled'],
		['скасовано', 'cancelled'],
		['отменён', 'cancelled'],
		['لغو شده', 'cancelled'],
		['paid', 'runs'],
		['', 'runs'],
		[null, 'runs'],
	])('a status of %j says: %s', (status, state) => {
		const cells = { ...row, status, end_date: '2024-05-01' };
		expect(layoutOf({ ...row, status: 'active' }, cells).stateOf(cells)).toBe(state);
	});
});
