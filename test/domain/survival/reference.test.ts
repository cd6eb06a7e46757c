/** The curves, tests and windows against those of R's survival package and of a plain count in Python. */
import type { History } from '../../../domain/ledger/history';
import { aalenJohansen } from '../../../domain/survival/aalenJohansen';
import { findChurnWindow } from '../../../domain/survival/churnWindow';
import { kaplanMeier, quantileOf, restrictedMean, survivalAt } from '../../../domain/survival/kaplanMeier';
import { logRank } from '../../../domain/survival/logRank';
import { closeTo } from '../../support/closeTo';
import { localTimeOf, visitsOf } from '../../support/ledger';
import { cdnowTransactions, onlineRetailInvoices } from '../../support/reference';
import type { ChurnWindowReference, SurvivalReference, WindowAnswer } from '../../support/survivalReference';
import { churnWindowReference, survivalReference } from '../../support/survivalReference';

type Subjects = SurvivalReference['kaplanMeier'][number] | SurvivalReference['logRank'][number] | SurvivalReference['aalenJohansen'][number];

const lifetimesOf = ({ entry, exit, status }: Subjects, isWanted: (index: number) => boolean = () => true) => {
	const wanted = (_: number, index: number) => isWanted(index);
	return {
		entry: Float64Array.from(entry.filter(wanted)),
		exit: Float64Array.from(exit.filter(wanted)),
		isEvent: Uint8Array.from(status.filter(wanted), (cause) => Math.min(1, cause)),
		cause: Int32Array.from(status.filter(wanted), (cause) => cause - 1),
	};
};

/** Nothing lies after As Of. */
const FAR = 100_000;

const survival = survivalReference();
describe('R’s survival (survival.json)', () => {
	const { kaplanMeier: curves, logRank: tests, aalenJohansen: incidences } = survival;

	it('has the same curves, limits and shares at any age', () => {
		for (const subjects of curves) {
			const { id, expected } = subjects;
			const curve = kaplanMeier(lifetimesOf(subjects));
			expect([[...curve.age], [...curve.atRisk], [...curve.events], curve.customers, curve.lastObserved]).toEqual([expected.time, expected.atRisk, expected.events, expected.n, expected.lastTime]);
			expected.time.forEach((age, step) => {
				closeTo(curve.survival[step], expected.surv[step], { id, age });
				closeTo(curve.limits[step]?.low ?? null, expected.lower[step], { id, age, limit: 'low' });
				closeTo(curve.limits[step]?.high ?? null, expected.upper[step], { id, age, limit: 'high' });
			});
			expected.atTimes.time.forEach((days, index) => closeTo(survivalAt(curve, days)?.survival, expected.atTimes.surv[index], { id, days }));
		}
	});

	it('has the same medians and restricted means; limits of medians as its print gives them', () => {
		for (const subjects of curves) {
			const { id, expected } = subjects;
			const curve = kaplanMeier(lifetimesOf(subjects));
			const { days, low, high } = quantileOf(curve, 0.5);
			closeTo(days, expected.median.value, id);
			closeTo(low, expected.medianFirst.lower, { id, limit: 'low' });
			closeTo(high, expected.medianFirst.upper, { id, limit: 'high' });
			const mean = restrictedMean(curve, expected.restrictedMean.horizon);
			closeTo(mean.days, expected.restrictedMean.value, id);
			closeTo(mean.standardError, expected.restrictedMean.stdErr, { id, figure: 'standard error' });
		}
	});

	it('has the same log-rank tests', () => {
		for (const subjects of tests) {
			const { id, group, expected } = subjects;
			const outcome = logRank(expected.group.map((wanted) => lifetimesOf(subjects, (index) => group[index] === wanted)));
			if ('reason' in outcome) throw new Error(`${id}: ${outcome.reason}`);
			const { groups, chiSquare, degreesOfFreedom, p } = outcome.test;
			expect([groups.map(({ customers }) => customers), groups.map(({ observed }) => observed), degreesOfFreedom]).toEqual([expected.n, expected.observed, expected.df]);
			groups.forEach((each, index) => closeTo(each.expected, expected.expected[index], { id, group: index }));
			closeTo(chiSquare, expected.chisq, { id, figure: 'chi square' });
			closeTo(p, expected.p, { id, figure: 'p' });
		}
	});

	it('has the same shares lost by cause, with their standard errors and limits', () => {
		for (const subjects of incidences) {
			const { id, expected } = subjects;
			const found = aalenJohansen(lifetimesOf(subjects), subjects.numberOfCauses);
			expect([...found.age]).toEqual(expected.time);
			expected.causes.forEach(({ events, incidence, stdErr, logLog }, cause) => {
				const ofCause = found.byCause[cause];
				expect([...ofCause.events]).toEqual(events);
				incidence.forEach((share, step) => {
					const input = { id, cause, age: expected.time[step] };
					closeTo(ofCause.incidence[step], share, input);
					closeTo(ofCause.standardError[step], stdErr[step], { ...input, figure: 'standard error' });
					closeTo(ofCause.limits[step]?.low ?? null, logLog.lower[step], { ...input, limit: 'low' });
					closeTo(ofCause.limits[step]?.high ?? null, logLog.upper[step], { ...input, limit: 'high' });
				});
			});
		}
	});
});

const reasonOf = { found: null, supportNeverReached: 'logTooShort', neverBelowTarget: 'shareNeverLow', aboveTargetLater: 'comesBackLater' } as const;

function compareWindow(history: History, expected: WindowAnswer, input: unknown): void {
	const { answer, lowest, reason } = findChurnWindow(history, { returnDays: expected.horizon, target: expected.target, minimumSupport: expected.support });
	const countsOf = (silence: { window: number; silent: number; back: number } | null) => silence && [silence.window, silence.silent, silence.back];
	const countsIn = (silence: WindowAnswer['answer']) => silence && [silence.w, silence.n, silence.back];
	expect({ input, reason, answer: countsOf(answer), lowest: countsOf(lowest) }).toEqual({ input, reason: reasonOf[expected.outcome], answer: countsIn(expected.answer), lowest: countsIn(expected.lowest) });
	if (answer) closeTo(answer.limits!.high, expected.answer!.high, input);
}

function compareTable(history: History, returnDays: number, table: ChurnWindowReference['cases'][number]['table'], input: unknown): void {
	const { curve } = findChurnWindow(history, { returnDays });
	for (const { w, n, back, low, high, gapCurve } of table) {
		const { silent, back: found, limits, longerGaps } = curve[w - 1];
		expect({ input, w, silent, back: found }).toEqual({ input, w, silent: n, back });
		closeTo(limits?.low ?? null, low, { input, w, limit: 'low' });
		closeTo(limits?.high ?? null, high, { input, w, limit: 'high' });
		closeTo(longerGaps, gapCurve ?? null, { input, w });
	}
}

const windows = churnWindowReference();
describe('the plain count of silences (churn_window.json)', () => {
	it('of drawn logs', () => {
		for (const drawn of windows.cases) {
			const { history } = visitsOf(drawn.rows.map(({ customer, date }) => ({ customer, at: localTimeOf(date), amount: null })), FAR);
			compareWindow(history, drawn, drawn.id);
			compareTable(history, drawn.horizon, drawn.table, drawn.id);
		}
	});

	it('of Online Retail’s invoices', () => {
		const { history } = visitsOf(onlineRetailInvoices(), FAR);
		for (const answer of windows.onlineRetail.answers) compareWindow(history, answer, [answer.horizon, answer.target]);
		compareTable(history, 90, windows.onlineRetail.table90, 'table');
	});

	const cdnow = cdnowTransactions();
	(cdnow ? it : it.skip)('of CDNOW’s sample', () => {
		const { history } = visitsOf(cdnow!, FAR);
		for (const answer of windows.cdnow.answers) compareWindow(history, answer, [answer.horizon, answer.target]);
		compareTable(history, 90, windows.cdnow.table90, 'table');
	});
});
