import type { Row } from '../../../boundary/paths';
import { subscriptionSourceOf } from '../../../boundary/reading/subscriptionPlan';
import { readSubscriptions } from '../../../boundary/reading/subscriptions';
import { baseOfTerms } from '../../../domain/churn/baseOfTerms';
import { isoDate } from '../../../domain/time';
import { dayOf } from '../../support/ledger';
import { deepFrozen, itemsOf, tableOfRows, today } from '../../support/reading';
import { faultsOf, leftOutOf, subscriptionFixture } from '../../support/subscriptionFixtures';
import { monthlyOf, spellsOf, subscriptionOutcome, subscriptionProblems, subscriptionReading, subscriptionSettings } from '../../support/subscriptions';

const row: Row = { customer_id: 'ann', start_date: '2024-01-10', end_date: '', plan: 'basic', price: 20 };

describe('nothing to read', () => {
	it.each<readonly [string, readonly Row[]]>([['no items', []], ['items of nothing', [{}, { a: '', b: null }]]])('in %s is no problem', (_, rows) => {
		expect(subscriptionOutcome(rows)).toEqual({ isEmpty: true });
	});

	it('in some rows leaves these out and counts them', () => {
		expect(leftOutOf(subscriptionReading([row, { customer_id: '', start_date: '' }]))).toEqual({ empty: 1 });
	});
});

describe('whole columns', () => {
	it('that the user named and that are missing end the reading, each of them', () => {
		expect(subscriptionProblems([row], { columns: { customer: 'who', plan: 'what' }, groupBy: ['country'], keepColumns: ['note'] })).toEqual(
			['who', 'what', 'country', 'note'].map((column) => ({ code: 'missingColumn', item: null, column, received: undefined })),
		);
	});

	it('without a customer or a start are asked for, with the names of those there are', () => {
		expect(subscriptionProblems([{ id: 1, start_date: '2024-01-10', plan: 'a' }])).toEqual([{ code: 'columnNotRecognised', item: null, column: 'customer', received: ['id', 'start_date', 'plan'] }]);
	});

	it('of too many groups end the reading', () => {
		const rows = Array.from({ length: 1001 }, (_, index) => ({ ...row, note: `note ${index}` }));
		expect(subscriptionProblems(rows, { groupBy: ['note'] })).toMatchObject([{ code: 'tooManyGroups', column: 'note' }]);
	});
});

describe('the columns that the user chose', () => {
	const rows = [{ who: 7, from_here: '2024-01-10', to_there: '2024-03-10', how_much: 240, in_what: 'EUR', how_often: 'yearly', called: 'gold', left_for: 'too expensive', tried_until: '2024-02-01', is: 'over' }];
	const columns = { customer: 'who', start: 'from_here', end: 'to_there', amount: 'how_much', currency: 'in_what', interval: 'how_often', plan: 'called', reason: 'left_for', trialEnd: 'tried_until', status: 'is' };

	it('are read, whatever they are called', () => {
		const reading = subscriptionReading(rows, { columns });
		expect([spellsOf(reading), reading.currencies, reading.terms.monthlyAmount?.[0]]).toEqual([{ 7: [['2024-02-01', '2024-03-10']] }, ['EUR'], 200_000]);
		expect([reading.plans?.values, reading.reasons?.texts]).toEqual([['', 'gold'], ['', 'too expensive']]);
		expect(reading.customerColumn).toEqual({ name: 'who', kind: 'id' });
	});
});

describe('As Of', () => {
	const asOfOf = (...rows: Row[]) => {
		const { asOf } = subscriptionReading(rows);
		return [isoDate(asOf.day), asOf.how];
	};

	it('is today where something started or ended in the last 7 days, else the day after the last that did', () => {
		expect(asOfOf({ ...row, start_date: '2024-06-24' })).toEqual(['2024-07-01', 'today']);
		expect(asOfOf({ ...row, start_date: '2024-06-23' })).toEqual(['2024-06-24', 'dayAfterLastEvent']);
		expect(asOfOf(row, { ...row, end_date: '2024-04-30' })).toEqual(['2024-05-01', 'dayAfterLastEvent']);
	});

	it('takes a pause that began as a sign of life, and an end that is planned as none', () => {
		expect(asOfOf({ ...row, paused_on: '2024-06-28' })).toEqual(['2024-07-01', 'today']);
		expect(asOfOf({ ...row, end_date: '2024-09-30' })).toEqual(['2024-01-11', 'dayAfterLastEvent']);
	});

	it('takes the days on which a source saw a subscription alive', () => {
		const [first] = subscriptionFixture('recurly_export', 'subscriptions').items;
		const reading = subscriptionReading([first], { asOf: { kind: 'automatic', today: dayOf('2025-06-20') } });
		// activated on 15 February 2024, renewed on 15 June 2025
		expect(isoDate(reading.asOf.day)).toBe('2025-06-20');
	});

	it('that the user chose holds: what starts after it is left out, what ends after it has not ended', () => {
		const chosen = { asOf: { kind: 'day', day: dayOf('2024-03-01'), today } } as const;
		const reading = subscriptionReading([{ ...row, end_date: '2024-04-01' }, { ...row, customer_id: 'bob', start_date: '2024-03-02' }], chosen);
		expect([spellsOf(reading), leftOutOf(reading)]).toEqual([{ ann: [['2024-01-10', null]] }, { afterAsOf: 1 }]);
	});
});

describe('dates', () => {
	it('of one column decide together which of day and month comes first', () => {
		const rows = [{ ...row, start_date: '3/4/2024' }, { ...row, customer_id: 'bob', start_date: '25/4/2024' }];
		const reading = subscriptionReading(rows);
		expect([reading.dates.orderFrom, spellsOf(reading)]).toEqual(['dayFirst', { ann: [['2024-04-03', null]], bob: [['2024-04-25', null]] }]);
	});

	it('are days of the zone of the flow: midnight two hours ahead is the day before in UTC', () => {
		const rows = [{ ...row, start_date: '2024-01-10T00:00:00+02:00' }];
		expect([spellsOf(subscriptionReading(rows)).ann, spellsOf(subscriptionReading(rows, { zone: 'Europe/Kyiv' })).ann]).toEqual([[['2024-01-09', null]], [['2024-01-10', null]]]);
	});

	it('that cannot be read are a problem of their column, also an end', () => {
		expect(subscriptionProblems([row, { ...row, end_date: 'soon' }, { ...row, start_date: '' }])).toEqual([
			{ code: 'unreadableDate', item: 1, column: 'end_date', received: 'soon' },
			{ code: 'unreadableDate', item: 2, column: 'start_date', received: '' },
		]);
	});
});

describe('problems', () => {
	it('are told in the terms of the user: the item, and the column as it is called there', () => {
		expect(subscriptionProblems([row, { ...row, end_date: '2024-01-01' }])).toEqual([{ code: 'endsBeforeItStarts', item: 1, column: 'end_date', received: '2024-01-01' }]);
	});

	it('of a subscription of two prices are told once', () => {
		const item = (id: string) => ({ id, quantity: 1, price: { currency: 'usd', unit_amount: 2000, recurring: { interval: 'month', interval_count: 1 } } });
		const subscription = (customer: string | null) => ({ object: 'subscription', id: `sub_${customer}`, customer, status: 'active', start_date: 1_704_067_200, items: { data: [item('a'), item('b')] } });
		expect(subscriptionProblems([subscription('cus_1'), subscription(null)])).toEqual([{ code: 'blankCustomer', item: 1, column: 'customer', received: undefined }]);
	});
});

describe('what else is read', () => {
	const rows = [
		{ ...row, country: 'UA', end_date: '2024-03-10', reason: 'too expensive' },
		{ ...row, customer_id: 'bob', country: 'PL', reason: '' },
		{ ...row, customer_id: '', country: 'DE', reason: '' },
	];
	const reading = subscriptionReading(rows, { groupBy: ['country'] });

	it('groups, plans and reasons are of the rows that count', () => {
		expect([reading.groupColumns[0].values, [...reading.itemOfRow]]).toEqual([['', 'UA', 'PL'], [0, 1]]);
		expect([reading.plans?.values, reading.reasons?.texts]).toEqual([['', 'basic'], ['', 'too expensive']]);
		expect(reading.rowAt(1)).toBe(rows[1]);
	});

	it('the last end up to As Of is told, null where nothing has ended', () => {
		expect([reading.lastEnd, subscriptionReading([row]).lastEnd]).toEqual([dayOf('2024-03-10'), null]);
	});

	it('every row is somewhere: it counts, is left out, or is unusable', () => {
		const all = [...rows, { ...row, plan: 'trial' }, { ...row, price: 0 }, { ...row, status: 'pending' }, {}];
		const { itemOfRow, leftOut, problems } = subscriptionReading(all);
		const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
		expect([itemOfRow.length + left, problems.length, Object.fromEntries(leftOut)]).toEqual([all.length, 1, { trial: 1, freePlan: 1, notStarted: 1, empty: 1, unusable: 1 }]);
	});

	it('a trial left out is not in the base: two customers, one loss', () => {
		const { ledger } = baseOfTerms(reading, 0);
		expect([ledger.customerCount, [...ledger.end].filter((end) => end <= today).length]).toEqual([2, 1]);
	});

	it('customers of numbers stay numbers, and 17850.0 is 17850 where the user says so', () => {
		const numbers = [{ ...row, customer_id: 17850 }, { ...row, customer_id: '17850.0' }];
		expect([subscriptionReading([numbers[0]]).customers.idOf(0), subscriptionReading(numbers).customers.countedTwice, subscriptionReading(numbers, { dropsTrailingZero: true }).customers.count]).toEqual([17850, 1, 1]);
	});
});

describe('sources', () => {
	it('are found by what they look like, or named; a table that is of none is read as plain', () => {
		const table = tableOfRows({ customer: 'ann', amount: 10 });
		expect([subscriptionSourceOf(table, 'automatic'), subscriptionSourceOf(table, 'stripeSubscriptions')?.id]).toEqual([null, 'stripeSubscriptions']);
		expect(subscriptionReading([{ customer: 'ann', start: '2024-01-10' }]).source.id).toBe('plainSubscriptions');
	});

	it('of pages warn of the pages, though entries are what is read', () => {
		const { items } = subscriptionFixture('stripe_subscriptions', 'cutPage');
		expect(subscriptionReading(items).warnings).toHaveLength(1);
	});
});

it('what is given is not written to, and what is read twice is the same', () => {
	const rows = [row, { ...row, end_date: '2024-03-10', customer_id: 'bob' }];
	const items = itemsOf(rows);
	const settings = subscriptionSettings();
	expect(Object.isFrozen(items[0].json)).toBe(true);
	const [once, twice] = [readSubscriptions(items, settings), readSubscriptions(deepFrozen(items), settings)];
	if (!('reading' in once) || !('reading' in twice)) throw new Error('There is no reading');
	expect([spellsOf(once.reading), monthlyOf(once.reading)]).toEqual([spellsOf(twice.reading), monthlyOf(twice.reading)]);
	expect(faultsOf(once.reading)).toEqual({});
});
