import fc from 'fast-check';
import type { CustomerBase } from '../../../domain/churn/customerBase';
import type { CauseRow, CurveRow } from '../../../domain/survival/lifetimeFields';
import { causeFields, curveFields } from '../../../domain/survival/lifetimeFields';
import type { CausesBy, CurveReport } from '../../../domain/survival/lifetimeCurves';
import { causeReport, curveReport } from '../../../domain/survival/lifetimeCurves';
import { logLogInterval } from '../../../domain/statistics/logLogInterval';
import { anyPurchases, anySubscriptions, baseOfPurchases, baseOfRows } from '../../support/anyBase';
import { subscriptionBase, visitBase } from '../../support/bases';
import { closeTo } from '../../support/closeTo';
import { expectSame, law, TABLES } from '../../support/law';
import { dayOf } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';
import { fieldsWith, pathsOfNothing, unexplainedNulls } from '../../support/registry';

/** As of 1 June 2024: Ada stayed 30 days, Boris and Dana 60, Cyrus 151 so far, Eve 91 so far. */
const five = `
	customer  start       end         plan   reason
	Ada       2024-01-01  2024-01-31  Basic  price
	Boris     2024-01-01  2024-03-01  Basic  card
	Cyrus     2024-01-01  -           Pro    -
	Dana      2024-02-01  2024-04-01  Pro    moved
	Dana      2024-05-01  -           Basic  -
	Eve       2024-03-01  -           Pro    -
`;
const base = subscriptionBase(five, '2024-06-01');
const withoutPlans = subscriptionBase(five.replace(/plan {3}|Basic {2}|Pro {4}/g, ''), '2024-06-01');
const SHARE = 10;

const columnsOf = <Row extends object>(rows: readonly Row[], ...names: ReadonlyArray<keyof Row>) => rows.map((row) => names.map((name) => row[name]));

function causesOf(of: CustomerBase, by: CausesBy, every = 30, watchedSince: number | null = null): CurveReport<CauseRow> {
	const report = causeReport(of, watchedSince, by, every);
	if (typeof report === 'string') throw new Error(report);
	return report;
}

describe('curveReport(base, watchedSince, every)', () => {
	it('tells of every so many days up to the last of which anybody was watched: 0 to 150 of 151', () => {
		expect(columnsOf(curveReport(withoutPlans, null, 30).rows, 'day', 'customersAtRisk', 'leftSoFar', 'stillHere')).toEqual([
			[0, 5, 0, 1],
			[30, 5, 1, 0.8],
			[60, 4, 3, 0.4],
			[90, 2, 3, 0.4],
			[120, 1, 3, 0.4],
			[150, 1, 3, 0.4],
		]);
	});

	it('has the log-log limits of Greenwood’s error: at 30 days of 4/5 with 1/(5 · 4), at 60 of 2/5 with 2/(4 · 2) more; none of 1', () => {
		const [joined, month, two] = curveReport(withoutPlans, null, 30).rows;
		expect([joined.low, joined.high]).toEqual([null, null]);
		for (const [row, share, variance] of [[month, 0.8, 1 / 20], [two, 0.4, 1 / 20 + 2 / 8]] as const) {
			const limits = logLogInterval(share, Math.sqrt(variance), 0.95)!;
			closeTo(row.low, limits.low, row, SHARE);
			closeTo(row.high, limits.high, row, SHARE);
		}
	});

	it('every day is a row a day: the step at 60 is not seen at 59', () => {
		const { rows } = curveReport(withoutPlans, null, 1);
		expect(rows).toHaveLength(152);
		expect([rows[59].stillHere, rows[60].stillHere]).toEqual([0.8, 0.4]);
	});

	it('every 200 days is the day of joining alone', () => {
		expect(columnsOf(curveReport(withoutPlans, null, 200).rows, 'day', 'stillHere')).toEqual([[0, 1]]);
	});

	it('tells of everybody and then of the first groups by name, each as long as anybody in it was watched', () => {
		const { rows, advice } = curveReport(base, null, 60);
		expect(columnsOf(rows, 'group', 'day', 'stillHere')).toEqual([
			[null, 0, 1], [null, 60, 0.4], [null, 120, 0.4],
			['Basic', 0, 1], ['Basic', 60, 0],
			['Pro', 0, 1], ['Pro', 60, 0.6666666667], ['Pro', 120, 0.6666666667],
		]);
		expect(advice.map(({ message }) => message.slice(0, 42))).toEqual(['Groups are those customers were in first. ']);
	});

	it('watched since 15 March has Dana at risk from the age of 43 days, Eve of 14 and Cyrus of 74: nobody on the first day', () => {
		const { rows, advice } = curveReport(withoutPlans, dayOf('2024-03-15'), 30);
		expect(columnsOf(rows, 'day', 'customersAtRisk', 'stillHere')).toEqual([[0, 0, 1], [30, 1, 1], [60, 2, 0.5], [90, 2, 0.5], [120, 1, 0.5], [150, 1, 0.5]]);
		expect(advice).toContainEqual({ kind: 'info', message: '2 customers had left when the watching began and are not among the lifetimes.' });
	});

	it('of purchases says who is not on it', () => {
		const { rows, advice } = curveReport(visitBase('customer  on\nAda  2024-01-01\nBoris  2024-02-05', '2024-06-01'), null, 30);
		expect(columnsOf(rows, 'day', 'customersAtRisk', 'stillHere')).toEqual([[0, 1, 1], [30, 1, 0]]);
		expect(advice[0].message).toMatch(/^1 customer bought in the first 30 days of the rows:/);
	});

	it('of nobody has no rows: of no rows at all without a word, of one who joined on As Of with one', () => {
		expect(curveReport(visitBase('customer  on', '2024-06-01'), null, 30)).toEqual({ rows: [], advice: [] });
		const { rows, advice } = curveReport(subscriptionBase('customer  start  end\nAda  2024-06-01  -', '2024-06-01'), null, 30);
		expect([rows, advice[0].message]).toEqual([[], expect.stringMatching(/^Nobody was seen to join/)]);
	});
});

describe('causeReport(base, watchedSince, by, every)', () => {
	it('tells of each cause in the order of the alphabet, every so many days: at 30 days 1/5 by its own will, at 60 another 4/5 · 1/4, as much by a failed card', () => {
		const { rows } = causesOf(base, 'intent', 30);
		expect(columnsOf(rows.slice(0, 6), 'day', 'cause', 'leftSoFar', 'shareLeft', 'stillHere')).toEqual([
			[0, 'involuntary', 0, 0, 1],
			[0, 'voluntary', 0, 0, 1],
			[30, 'involuntary', 0, 0, 0.8],
			[30, 'voluntary', 1, 0.2, 0.8],
			[60, 'involuntary', 1, 0.2, 0.4],
			[60, 'voluntary', 2, 0.4, 0.4],
		]);
		expect(rows.at(-1)).toMatchObject({ day: 150, asOf: '2024-06-01' });
	});

	it('tells causes apart as asked', () => {
		const namesBy = (by: CausesBy) => [...new Set(causesOf(base, by).rows.map(({ cause }) => cause))];
		expect(namesBy('control')).toEqual(['controllable', 'uncontrollable', 'unknown']);
		expect(namesBy('ending')).toEqual(['didNotRenew', 'endedContract']);
		expect(namesBy('reason')).toEqual(['card', 'moved', 'price']);
	});

	it('calls it so where no reason is named, and the cause unknown', () => {
		const some = subscriptionBase('customer  start  end  reason\nAda  2024-01-01  2024-01-31  price\nBoris  2024-01-01  2024-03-01  -', '2024-06-01');
		expect(columnsOf(causesOf(some, 'reason', 60).rows, 'day', 'cause', 'shareLeft')).toEqual([[0, '(none named)', 0], [0, 'price', 0], [60, '(none named)', 0.5], [60, 'price', 0.5]]);
		expect(causesOf(some, 'intent').rows.map(({ cause }) => cause)).toContain('unknown');
	});

	it('takes the reason of the first stay, not of a later one', () => {
		const twice = subscriptionBase('customer  start  end  reason\nAda  2024-01-01  2024-01-31  price\nAda  2024-03-01  2024-04-01  card', '2024-06-01');
		expect([...new Set(causesOf(twice, 'reason').rows.map(({ cause }) => cause))]).toEqual(['price']);
	});

	it('without a reason in the rows, and of purchases, is none: noReasons', () => {
		expect(causeReport(subscriptionBase('customer  start  end\nAda  2024-01-01  2024-01-31', '2024-06-01'), null, 'intent', 30)).toBe('noReasons');
		expect(causeReport(visitBase('customer  on\nAda  2024-01-01', '2024-06-01'), null, 'intent', 30)).toBe('noReasons');
	});

	it('where nobody left whose joining was seen has no rows and says so', () => {
		const planned = subscriptionBase('customer  start  end  reason\nAda  2024-01-01  2024-07-31  price', '2024-06-01');
		expect(causesOf(planned, 'intent')).toEqual({ rows: [], advice: [{ kind: 'warning', message: 'Nobody who was seen to join has left, so there is no cause to tell of.' }] });
	});

	it('of no rows at all has none', () => {
		expect(causesOf(subscriptionBase('customer  start  end', '2024-06-01'), 'intent')).toEqual({ rows: [], advice: [] });
	});
});

describe('laws of curves', () => {
	const since = fc.constantFrom(null, dayOf('2024-04-01'), dayOf('2024-08-15'));

	function expectKept(rows: readonly CurveRow[]) {
		expect(pathsOfNothing(rows)).toEqual([]);
		let before: CurveRow | null = null;
		for (const row of rows) {
			expect(Object.keys(row)).toEqual(fieldsWith(curveFields, new Set(['groups'])));
			expect(unexplainedNulls(row, curveFields)).toEqual([]);
			const [share, known] = [row.stillHere as number, row.low !== null];
			expect(known && row.high !== null).toBe(share > 0 && share < 1);
			if (known) expect((row.low as number) <= share && share <= (row.high as number)).toBe(true);
			if (before?.group === row.group) expect(share).toBeLessThanOrEqual(before!.stillHere as number);
			before = row;
		}
	}

	it('every field and no other, limits around each share between 0 and 1 and around no other, a curve that never rises', () => {
		law(anySubscriptions, since, (rows, watchedSince) => expectKept(curveReport(baseOfRows(rows), watchedSince, 7).rows), TABLES);
		law(anyPurchases, since, (purchases, watchedSince) => expectKept(curveReport(baseOfPurchases(purchases), watchedSince, 7).rows), TABLES);
	});

	it('the shares of all causes and of who is still here make 1, at every age, however causes are told apart', () => {
		law(anySubscriptions, fc.tuple(since, fc.constantFrom('intent', 'control', 'ending', 'reason')), (rows, [watchedSince, by]) => {
			const report = causeReport(baseOfRows(rows), watchedSince, by as CausesBy, 7);
			if (typeof report === 'string') return;
			expect(pathsOfNothing(report.rows)).toEqual([]);
			const days = new Map<number, number>();
			for (const row of report.rows) {
				expect(Object.keys(row)).toEqual(Object.keys(causeFields));
				expect(unexplainedNulls(row, causeFields)).toEqual([]);
				const day = row.day as number;
				days.set(day, (days.get(day) ?? (row.stillHere as number)) + (row.shareLeft as number));
			}
			for (const [day, sum] of days) closeTo(sum, 1, { day, by }, 9);
		}, TABLES);
	});

	it('the order of rows does not matter', () => {
		law(anySubscriptions, fc.nat(), (rows, seed) => {
			const both = (given: typeof rows) => [curveReport(baseOfRows(given), null, 10), causeReport(baseOfRows(given), null, 'reason', 10)];
			expectSame(both(shuffled(rows, seed)), both(rows));
		}, TABLES);
	});
});
