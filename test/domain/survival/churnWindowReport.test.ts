import fc from 'fast-check';
import type { CustomerBase } from '../../../domain/churn/customerBase';
import { churnWindowFields } from '../../../domain/survival/churnWindowFields';
import type { ChurnWindowQuestion } from '../../../domain/survival/churnWindowReport';
import { churnWindowReport } from '../../../domain/survival/churnWindowReport';
import { wilsonInterval } from '../../../domain/statistics/interval';
import { MILLISECONDS_PER_DAY } from '../../../domain/time';
import { baseOfVisits } from '../../../domain/churn/baseOfVisits';
import { anyPurchases, baseOfPurchases } from '../../support/anyBase';
import { visitBase } from '../../support/bases';
import { closeTo } from '../../support/closeTo';
import { expectSame, law, TABLES } from '../../support/law';
import type { Purchase } from '../../support/ledger';
import { dayOf, visitsOf } from '../../support/ledger';
import { shuffled } from '../../support/lifetimes';
import { pathsOfNothing, unexplainedNulls } from '../../support/registry';

const question: ChurnWindowQuestion = Object.freeze({ target: 0.05, returnDays: 20, minimumSupport: 100, curveEvery: null, timeZone: 'Europe/Kyiv' });
const reportOf = (base: CustomerBase, chosen: Partial<ChurnWindowQuestion> = {}) => churnWindowReport(base, { ...question, ...chosen });

const FIRST = dayOf('2024-01-01');
/** So many customers, each with purchases on these days, counted from 1 January 2024. */
const customers = (name: string, count: number, ...days: readonly number[]): Purchase[] =>
	Array.from({ length: count }, (_, index) => days.map((day) => ({ customer: `${name}${index}`, at: (FIRST + day) * MILLISECONDS_PER_DAY, amount: null }))).flat();
const logOf = (...purchases: readonly Purchase[][]): CustomerBase => baseOfVisits(visitsOf(purchases.flat(), FIRST + 2_000), 30);
const SHARE = 10;

describe('churnWindowReport: an answer', () => {
	// 300 bought again on the 10th day; 6 of them on the 105th too. The log ends on day 800, so it is no short one.
	const log = logOf(customers('c', 294, 0, 10), customers('b', 6, 0, 10, 105), customers('last', 1, 800));
	const { rows, advice } = reportOf(log, { curveEvery: 30 });
	const [answer] = rows;

	it('is the first row: after 10 days none of 300 came back within 20', () => {
		expect(answer).toMatchObject({ row: 'answer', churnWindow: 10, window: 10, silentCustomers: 300, cameBack: 0, shareBack: 0, low: 0, reason: null });
		closeTo(answer.high, wilsonInterval(0, 300).high, 'high', SHARE);
	});

	it('says which share was lowest, at the shortest window of several', () => {
		expect(answer).toMatchObject({ lowestShareBack: 0, lowestWindow: 10, lowestSilentCustomers: 300, lowestCameBack: 0 });
	});

	it('says what was asked and what was read', () => {
		expect(answer).toMatchObject({ acceptableShare: 0.05, returnDays: 20, minimumSupport: 100, firstDay: '2024-01-01', lastDay: '2026-03-11', customers: 301, asOf: '2029-06-23', timeZone: 'Europe/Kyiv' });
	});

	it('is followed by the curve, a row every 30 days up to the days covered − 1 − the return days: 780', () => {
		expect(rows.slice(1).map(({ row, window }) => [row, window])).toEqual(Array.from({ length: 26 }, (_, index) => ['curve', 30 * (index + 1)]));
		expect(new Set(rows.map(({ churnWindow }) => churnWindow))).toEqual(new Set([10]));
	});

	it('has 6 of 300 back after 90 days, the 95th being in the 20 after them, and nobody after 120', () => {
		const [, , , at90, at120] = rows;
		expect(at90).toMatchObject({ window: 90, silentCustomers: 300, cameBack: 6, shareBack: 0.02 });
		// Of 606 gaps 300 ended on the 10th day; the 6 that ended on the 95th and the 300 that are open are longer than 90.
		closeTo(at90.longerGaps, 306 / 606, 'gaps', SHARE);
		expect(at120).toMatchObject({ window: 120, silentCustomers: 300, cameBack: 0 });
	});

	it('sums the answer and each point up in a sentence', () => {
		expect(answer.summary).toBe('After 10 days without a purchase a customer has left: of those silent so long, 0 of 300 came back (0.0 %; 95 % interval 0.0 % to 1.3 %) within 20 days; you accept 5.0 %.');
		expect(rows[3].summary).toBe('90 days: 6 of 300 came back (2.0 %; 95 % interval 0.9 % to 4.3 %) within 20 days.');
	});

	it('says that it was chosen on the rows it is used on', () => {
		expect(advice).toEqual([{ kind: 'info', message: answer.summary }, { kind: 'info', message: 'The window was chosen on these rows, so on them it looks a little better than it will be.' }]);
	});

	it('stands alone where no curve is wanted', () => expect(reportOf(log).rows).toEqual([answer]));

	it('is none where only 1 % is accepted, since none of 300 may be up to 1.3 %', () => {
		expect(reportOf(log, { target: 0.01 }).rows[0]).toMatchObject({ churnWindow: null, reason: 'shareNeverLow' });
	});
});

describe('churnWindowReport: no answer', () => {
	it('of 4 of 100 who come back is none, since they may be up to 9.8 %: shareNeverLow, with the lowest share', () => {
		const { rows, advice } = reportOf(logOf(customers('c', 96, 0), customers('b', 4, 0, 60), customers('last', 1, 110)), { returnDays: 90 });
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ churnWindow: null, window: null, silentCustomers: null, cameBack: null, shareBack: null, low: null, high: null, longerGaps: null });
		expect(rows[0]).toMatchObject({ reason: 'shareNeverLow', lowestShareBack: 0.04, lowestWindow: 1, lowestSilentCustomers: 100, lowestCameBack: 4 });
		expect(rows[0].summary).toBe(
			'No churn window can be told: after no length of silence is the share who come back surely below the target. Fewest came back after 1 day: 4 of 100 came back (4.0 %; 95 % interval 1.6 % to 9.8 %).',
		);
		expect(advice.map(({ message }) => message)).toEqual([
			rows[0].summary,
			'The log covers less than two years, so a season cannot be told from a change: who buys once a year looks gone for most of it.',
		]);
	});

	it('of a season at the end of the log is none: comesBackLater', () => {
		const { rows } = reportOf(logOf(customers('c', 270, 0, 10), customers('s', 30, 0, 10, 160), customers('last', 1, 165)));
		expect(rows[0]).toMatchObject({ reason: 'comesBackLater', lowestWindow: 10 });
		expect(rows[0].summary).toMatch(/^No churn window can be told: where the share who come back is below the target, after a longer silence it is above it again\. Fewest/);
	});

	it('of three customers is none: logTooShort, with the notices', () => {
		const { rows, advice } = reportOf(logOf(customers('c', 2, 0), customers('last', 1, 60)), { curveEvery: 20 });
		expect(rows[0]).toMatchObject({ reason: 'logTooShort', lowestShareBack: null, lowestWindow: null, lowestSilentCustomers: null, lowestCameBack: null, customers: 3 });
		expect(rows[0].summary).toBe('No churn window can be told: too few customers were silent and then watched for long enough.');
		expect(rows.slice(1).map(({ window, silentCustomers, reason }) => [window, silentCustomers, reason])).toEqual([[20, 2, 'logTooShort'], [40, 2, 'logTooShort']]);
		expect(advice.map(({ kind, message }) => [kind, message.slice(0, 23)])).toEqual([['warning', 'No churn window can be '], ['warning', 'The log covers less tha'], ['warning', 'There are too few custo']]);
	});

	it('says of a point of the curve that nobody was silent so long', () => {
		const { rows } = reportOf(logOf(customers('c', 1, 0, 30, 60)), { curveEvery: 30, returnDays: 20 });
		expect(rows[1]).toMatchObject({ window: 30, silentCustomers: 0, cameBack: 0, shareBack: null, low: null, high: null });
		expect(rows[1].summary).toBe('30 days: nobody was silent so long.');
	});

	it('of refunds alone is logTooShort, of no rows at all no row', () => {
		expect(reportOf(visitBase('customer  on  amount  what\nAda  2024-01-01  -5  refund', '2024-06-01')).rows[0]).toMatchObject({ customers: 0, reason: 'logTooShort' });
		expect(reportOf(visitBase('customer  on', '2024-06-01'))).toEqual({ rows: [], advice: [] });
	});
});

describe('laws of churnWindowReport', () => {
	const supports = fc.constantFrom(1, 2, 5);

	it('every field and no other, no number that is none, nulls where the registry says, a reason where there is no answer', () => {
		law(anyPurchases, supports, (purchases, minimumSupport) => {
			const { rows } = reportOf(baseOfPurchases(purchases), { minimumSupport, curveEvery: 15, target: 0.5 });
			expect(pathsOfNothing(rows)).toEqual([]);
			for (const row of rows) {
				expect(Object.keys(row)).toEqual(Object.keys(churnWindowFields));
				expect(unexplainedNulls(row, churnWindowFields)).toEqual([]);
				expect(row.churnWindow === null).toBe(row.reason !== null);
				expect(row.shareBack === null || row.shareBack === Number(((row.cameBack as number) / (row.silentCustomers as number)).toFixed(SHARE))).toBe(true);
			}
		}, TABLES);
	});

	it('the order of rows does not matter', () => {
		const reportFrom = (purchases: readonly Purchase[]) => reportOf(baseOfPurchases(purchases), { minimumSupport: 1, curveEvery: 15 });
		law(anyPurchases, fc.nat(), (purchases, seed) => expectSame(reportFrom(shuffled(purchases, seed)), reportFrom(purchases)), TABLES);
	});
});
