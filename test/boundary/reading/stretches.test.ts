import { withoutKey } from '../../support/withoutKey';
import fc from 'fast-check';
import type { Row } from '../../../boundary/paths';
import { law } from '../../support/law';
import { today } from '../../support/reading';
import { faultsOf, keepsEverything, leftOutOf } from '../../support/subscriptionFixtures';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { monthlyOf, spellsOf, subscriptionReading } from '../../support/subscriptions';

const row: Row = { customer_id: 'ann', start_date: '2024-01-10', end_date: '', status: 'active', plan: 'basic', price: 20 };
/** As of 1 July 2024, which is today in all tests. */
const asOfToday = { asOf: { kind: 'day', day: today, today } } as const;
const readingOf = (rows: readonly Row[], changes: SubscriptionChanges = {}) => subscriptionReading(rows, { ...asOfToday, ...changes });
const annOf = (cells: Row, changes?: SubscriptionChanges) => spellsOf(readingOf([{ ...row, ...cells }], changes)).ann ?? [];
const bringsOf = (cells: Row, changes?: SubscriptionChanges) => monthlyOf(readingOf([{ ...row, ...cells }], changes)).ann?.[''] ?? null;

describe('a row with a start and an end', () => {
	it('is a customer from its start to its end, which is the day of leaving', () => {
		expect(annOf({ end_date: '2024-03-10' })).toEqual([['2024-01-10', '2024-03-10']]);
	});

	it.each(['', null, '9999-12-31', '31.12.9999', '12/31/9999', '9999-12-31T00:00:00Z', 'n/a', '-'])('with an end of %j has none', (end_date) => {
		expect([annOf({ end_date }), faultsOf(readingOf([{ ...row, end_date }]))]).toEqual([[['2024-01-10', null]], {}]);
	});

	it('that ends before it starts is a problem; one that ends on the day it starts makes nobody a customer', () => {
		expect([faultsOf(readingOf([{ ...row, end_date: '2024-01-09' }])), annOf({ end_date: '2024-01-10' })]).toEqual([{ endsBeforeItStarts: [1] }, []]);
	});

	it('that is cancelled and has no end is a problem; with an end it is not, nor where it is not cancelled', () => {
		const rows = [{ ...row, status: 'cancelled' }, { ...row, status: 'cancelled', end_date: '2024-03-10' }, row];
		expect(faultsOf(readingOf(rows))).toEqual({ cancelledWithoutEnd: [1] });
	});

	it('that ends on As Of or later is still here; the day before is a loss', () => {
		const ends = (end_date: string) => annOf({ end_date })[0][1];
		expect([ends('2024-06-30'), ends('2024-07-01'), ends('2024-09-30')]).toEqual(['2024-06-30', null, null]);
	});

	it('that starts in the future is a problem, one that starts after a chosen As Of is left out', () => {
		const rows = [row, { ...row, start_date: '2024-08-01' }];
		expect(faultsOf(subscriptionReading(rows, { asOf: { kind: 'automatic', today } }))).toEqual({ startsInFuture: [2] });
		expect([leftOutOf(readingOf(rows)), faultsOf(readingOf(rows))]).toEqual([{ afterAsOf: 1 }, {}]);
	});
});

describe('rows of one customer', () => {
	const second = (cells: Row) => ({ ...row, plan: 'pro', price: 30, ...cells });
	const spells = (first: Row, other: Row, gap = 0) => spellsOf(readingOf([{ ...row, ...first }, second(other)]), gap).ann;

	it('that touch or overlap are one spell', () => {
		expect(spells({ end_date: '2024-03-10' }, { start_date: '2024-03-10' })).toEqual([['2024-01-10', null]]);
		expect(spells({ end_date: '2024-03-10' }, { start_date: '2024-02-01', end_date: '2024-05-01' })).toEqual([['2024-01-10', '2024-05-01']]);
	});

	it('with a day between them are two, and one where a gap of a day is allowed', () => {
		expect(spells({ end_date: '2024-03-10' }, { start_date: '2024-03-11' })).toEqual([['2024-01-10', '2024-03-10'], ['2024-03-11', null]]);
		expect(spells({ end_date: '2024-03-10' }, { start_date: '2024-03-11' }, 1)).toEqual([['2024-01-10', null]]);
	});

	it('of which one starts the day after another ends are counted, unless a third holds the day', () => {
		const rows = [{ ...row, end_date: '2024-03-10' }, second({ start_date: '2024-03-11' })];
		expect(readingOf(rows).startsDayAfterEnd).toBe(1);
		expect(readingOf([...rows, second({ end_date: '2024-03-11' })]).startsDayAfterEnd).toBe(0);
	});
});

describe('a trial', () => {
	const trial = { trial_end: '2024-01-24' };

	it('before what is paid for makes a customer from its end on where trials are left out, from its start where kept', () => {
		expect([annOf(trial), annOf(trial, { trials: 'keep' })]).toEqual([[['2024-01-24', null]], [['2024-01-10', null]]]);
	});

	it('that is a row by its status or plan is left out and counted, or kept and brings nothing', () => {
		expect(leftOutOf(readingOf([{ ...row, status: 'trial' }]))).toEqual({ trial: 1 });
		expect([annOf({ plan: 'Trial' }), annOf({ plan: 'Trial' }, { trials: 'keep' }), bringsOf({ plan: 'Trial' }, { trials: 'keep' })]).toEqual([[], [['2024-01-10', null]], 0]);
	});

	it('of which nothing is left when it ends makes nobody who paid, and is counted', () => {
		const rows = [{ ...row, ...trial, end_date: '2024-01-24' }, { ...row, ...trial, customer_id: 'bob' }];
		expect([Object.keys(spellsOf(readingOf(rows))), leftOutOf(readingOf(rows)), readingOf(rows).leftAfterTrial]).toEqual([['bob'], { trial: 1 }, 1]);
	});

	it('that still runs, with a price from a day after As Of on, is a trial and no more', () => {
		const running = { start_date: '2024-06-25', trial_end: '2024-07-09' };
		expect([annOf(running), leftOutOf(readingOf([{ ...row, ...running }])), bringsOf(running, { trials: 'keep' }), readingOf([{ ...row, ...running }]).leftAfterTrial]).toEqual([[], { trial: 1 }, 0, 0]);
	});

	it('that ended before the subscription started, as a trial of before, changes nothing', () => {
		expect(annOf({ trial_end: '2023-12-24' }, { trials: 'keep' })).toEqual([['2024-01-10', null]]);
	});
});

describe('a free plan', () => {
	it('is left out and counted, or kept and brings nothing', () => {
		expect([annOf({ price: 0 }), leftOutOf(readingOf([{ ...row, price: 0 }]))]).toEqual([[], { freePlan: 1 }]);
		expect([annOf({ price: 0 }, { freePlans: 'keep' }), bringsOf({ price: 0 }, { freePlans: 'keep' })]).toEqual([[['2024-01-10', null]], 0]);
	});

	it('before a paid one makes a customer from the paid one on', () => {
		const rows = [{ ...row, price: 0, end_date: '2024-03-10' }, { ...row, start_date: '2024-03-10' }];
		expect([spellsOf(readingOf(rows)).ann, spellsOf(readingOf(rows, { freePlans: 'keep' })).ann]).toEqual([[['2024-03-10', null]], [['2024-01-10', null]]]);
	});

	it('is not meant by rows without any amount', () => {
		const rest = withoutKey(row, 'price');
		expect(spellsOf(readingOf([rest])).ann).toEqual([['2024-01-10', null]]);
	});
});

describe('a pause', () => {
	const paused = { paused_on: '2024-03-01', resumed_on: '2024-04-01' };

	it('is kept unless the settings say otherwise: no loss; left out it is one, and coming back a return', () => {
		expect([annOf(paused), annOf(paused, { pauses: 'leaveOut' })]).toEqual([[['2024-01-10', null]], [['2024-01-10', '2024-03-01'], ['2024-04-01', null]]]);
	});

	it('brings nothing while it lasts and the price again after it', () => {
		expect([bringsOf(paused), bringsOf({ paused_on: '2024-03-01' })]).toEqual([20, 0]);
	});

	it('without an end lasts to the end of the row, one that begins after the end of the row is none', () => {
		expect(annOf({ paused_on: '2024-03-01', end_date: '2024-05-01' }, { pauses: 'leaveOut' })).toEqual([['2024-01-10', '2024-03-01']]);
		expect(annOf({ paused_on: '2024-06-01', end_date: '2024-05-01' }, { pauses: 'leaveOut' })).toEqual([['2024-01-10', '2024-05-01']]);
	});

	it('by status without a day counts as running at its price, and is counted: it cannot be backdated', () => {
		const reading = readingOf([{ ...row, status: 'paused' }], { pauses: 'leaveOut' });
		expect([spellsOf(reading).ann, monthlyOf(reading), reading.pausedUndated]).toEqual([[['2024-01-10', null]], { ann: { '': 20 } }, 1]);
	});

	it('by status with a day is dated', () => expect(readingOf([{ ...row, status: 'paused', paused_on: '2024-03-01' }]).pausedUndated).toBe(0));
});

describe('a row that never began', () => {
	it('is left out and counted, whatever else cannot be read in it', () => {
		const reading = readingOf([row, { ...row, customer_id: '', start_date: 'soon', price: 'free', status: 'incomplete' }]);
		expect([leftOutOf(reading), faultsOf(reading)]).toEqual([{ notStarted: 1 }, {}]);
	});
});

describe('where a row is a change of plan', () => {
	const change = (start_date: string, plan: string, price: unknown = 20, customer_id = 'ann') => ({ customer_id, start_date, plan, price });
	/** Somebody cancels in all of them, so that cancelling is seen to be a row. */
	const [cancelled, other] = [change('2024-02-01', 'churn', '', 'zoe'), change('2024-01-01', 'basic', 20, 'zoe')];
	const reading = (...rows: Row[]) => readingOf([...rows, other, cancelled]);
	const ann = (...rows: Row[]) => spellsOf(reading(...rows)).ann ?? [];

	it('a plan lasts until the next row of the customer, churn ends it', () => {
		expect(ann(change('2024-01-10', 'basic'), change('2024-03-10', 'pro'), change('2024-05-10', 'churn', ''))).toEqual([['2024-01-10', '2024-05-10']]);
		expect(monthlyOf(reading(change('2024-01-10', 'basic'), change('2024-03-10', 'pro', 30))).ann).toEqual({ '': 30 });
	});

	it('who comes back after churn has two spells', () => {
		expect(ann(change('2024-01-10', 'basic'), change('2024-03-10', 'churn', ''), change('2024-05-10', 'pro'))).toEqual([['2024-01-10', '2024-03-10'], ['2024-05-10', null]]);
	});

	it('churn of somebody who had no plan, and a second one, end nothing', () => {
		expect(ann(change('2024-03-10', 'churn', ''))).toEqual([]);
		expect(ann(change('2024-01-10', 'basic'), change('2024-03-10', 'churn', ''), change('2024-04-10', 'churn', ''))).toEqual([['2024-01-10', '2024-03-10']]);
	});

	it('churn dated after As Of is a plan: who cancels is here until then', () => {
		expect([ann(change('2024-01-10', 'basic'), change('2024-08-10', 'churn', '')), leftOutOf(reading(change('2024-01-10', 'basic'), change('2024-08-10', 'churn', '')))]).toEqual([[['2024-01-10', null]], { afterAsOf: 1 }]);
	});

	it('two different plans from one day on are a problem, both; left out, the plan of before goes on and nobody is lost', () => {
		const rows = [change('2024-01-10', 'basic', 10), change('2024-03-10', 'pro', 20), change('2024-03-10', 'team', 30)];
		for (const [order, faulty] of [[rows, [2, 3]], [[...rows].reverse(), [1, 2]]] as const) {
			expect([faultsOf(reading(...order)), ann(...order), monthlyOf(reading(...order)).ann]).toEqual([{ twoPlansAtOnce: faulty }, [['2024-01-10', null]], { '': 10 }]);
		}
	});

	it('churn and a plan on one day are a problem too: nothing tells which came first; with a time of day it is told', () => {
		const first = change('2024-01-10', 'basic');
		expect(faultsOf(reading(first, change('2024-03-10', 'churn', ''), change('2024-03-10', 'pro')))).toEqual({ twoPlansAtOnce: [2, 3] });
		expect(ann(first, change('2024-03-10', 'churn', ''), change('2024-03-10 12:00', 'pro'))).toEqual([['2024-01-10', null]]);
		expect(ann(first, change('2024-03-10', 'pro'), change('2024-03-10 12:00', 'churn', ''))).toEqual([['2024-01-10', '2024-03-10']]);
	});

	it('a trial and a plan from one day on are no problem: the plan comes after, in whatever order they stand', () => {
		const rows = [change('2024-03-10', 'trial', 0), change('2024-03-10', 'pro')];
		for (const order of [rows, [...rows].reverse()]) expect([faultsOf(reading(...order)), ann(...order)]).toEqual([{}, [['2024-03-10', null]]]);
	});

	it('the same plan twice from one day on is one, and lasts', () => {
		expect([ann(change('2024-03-10', 'pro'), change('2024-03-10', 'pro')), faultsOf(reading(change('2024-03-10', 'pro'), change('2024-03-10', 'pro')))]).toEqual([[['2024-03-10', null]], {}]);
	});

	it('a plan called "paused" is a dated pause until the next row: kept, or left out', () => {
		const rows = [change('2024-01-10', 'pro'), change('2024-03-10', 'paused', ''), change('2024-04-10', 'pro'), other, cancelled];
		expect([spellsOf(readingOf(rows)).ann, spellsOf(readingOf(rows, { pauses: 'leaveOut' })).ann]).toEqual([[['2024-01-10', null]], [['2024-01-10', '2024-03-10'], ['2024-04-10', null]]]);
	});
});

describe('laws of subscriptions', () => {
	const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-03-${String(number).padStart(2, '0')}`);
	const customer_id = fc.constantFrom('ann', 'bob');
	const shared = { customer_id, start_date: day, price: fc.constantFrom(0, 10, 20) };
	const subscription = fc.record({ ...shared, end_date: fc.option(day, { nil: '' }), trial_end: fc.option(day, { nil: '' }), paused_on: fc.option(day, { nil: '' }), status: fc.constantFrom('active', 'trial', 'cancelled', 'paused', 'pending') });
	const change = fc.record({ ...shared, plan: fc.constantFrom('basic', 'pro', 'trial', 'churn', 'paused') });
	const inAnyOrder = (rows: fc.Arbitrary<Row[]>) => rows.chain((drawn) => fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })));
	const settings = fc.constantFrom<SubscriptionChanges>({}, keepsEverything, { pauses: 'leaveOut' });

	/** What is read, with problems named by their rows and not by where these stand. */
	function everythingRead(rows: readonly Row[], changes: SubscriptionChanges) {
		const reading = readingOf(rows, changes);
		const faulty = reading.problems.map(({ code, item }) => `${code} ${JSON.stringify(rows[item!])}`).sort();
		return { spells: spellsOf(reading), bridged: spellsOf(reading, 3), monthly: monthlyOf(reading), leftOut: leftOutOf(reading), afterTrial: reading.leftAfterTrial, faulty };
	}

	it('the order of items does not matter where a row is a subscription', () => {
		law(inAnyOrder(fc.array(subscription, { minLength: 1, maxLength: 6 })), settings, ([rows, shuffled], changes) => expect(everythingRead(shuffled, changes)).toEqual(everythingRead(rows, changes)));
	});

	it('the order of items does not matter where a row is a change of plan', () => {
		const end = { customer_id: 'zoe', start_date: '2024-03-20', price: 0, plan: 'churn' };
		law(inAnyOrder(fc.array(change, { maxLength: 6 }).map((rows) => [...rows, end])), settings, ([rows, shuffled], changes) => expect(everythingRead(shuffled, changes)).toEqual(everythingRead(rows, changes)));
	});

	it('what is kept besides what is paid for makes more customers, never fewer', () => {
		law(fc.array(subscription, { minLength: 1, maxLength: 6 }), fc.constant(null), (rows) => {
			const [paid, all] = [spellsOf(readingOf(rows, { pauses: 'leaveOut' })), spellsOf(readingOf(rows, keepsEverything))];
			expect(Object.keys(all)).toEqual(expect.arrayContaining(Object.keys(paid)));
			for (const [customer, spells] of Object.entries(paid)) {
				for (const [start, end] of spells) expect(all[customer].some(([from, until]) => from <= start && (until === null || (end !== null && end <= until)))).toBe(true);
			}
		});
	});
});
