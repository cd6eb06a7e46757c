import fc from 'fast-check';
import { judge, judgedHorizon } from '../../../../domain/purchases/judgement/judge';
import type { Judgement } from '../../../../domain/purchases/judgement/judge';
import { logLossOf, scoresOf } from '../../../../domain/purchases/judgement/scores';
import type { ModelId } from '../../../../domain/purchases/models';
import { candidateIds, models } from '../../../../domain/purchases/models';
import { closeTo } from '../../../support/closeTo';
import { Drawing } from '../../../support/drawing';
import { historyOfPurchases, landmarksReference, within } from '../../../support/forecastReference';
import { drawnDays, fitted, historyOf, sampleAt } from '../../../support/forecastSamples';
import { law } from '../../../support/law';
import { dayOf } from '../../../support/ledger';
import { onlineRetailInvoices } from '../../../support/reference';

const SETTINGS = Object.freeze({ horizon: 90, lapsedAfterDays: 60 });

/** Customers who came over 200 days, watched up to day 400. */
function shop(seed: number, count = 300): number[][] {
	const draw = new Drawing(seed);
	return drawnDays(seed, 'mbgNbd', [0.8, 30, 0.6, 2.5], Array.from({ length: count }, (_, i) => (i === 0 ? 0 : draw.whole(0, 200))), 400);
}

function told(judged: ReturnType<typeof judge>): Judgement {
	if (typeof judged === 'string') throw new Error(judged);
	return judged;
}

describe('judgedHorizon(firstDay, day, horizon)', () => {
	it('is the horizon where the log has it twice and 30 days more: 100 of 230 days', () => {
		expect([judgedHorizon(0, 230, 100), judgedHorizon(500, 730, 100)]).toEqual([100, 100]);
	});

	it('else a third of the log: 76 of 229 days', () => expect(judgedHorizon(0, 229, 100)).toBe(76));

	it('is as short as it was asked for, a week or a day', () => expect([judgedHorizon(0, 400, 7), judgedHorizon(0, 400, 1)]).toEqual([7, 1]));

	it('is none where a third leaves no 30 days before a landmark: 90 days have 30, 87 have none, nor has a log of no days', () => {
		expect([judgedHorizon(0, 90, 365), judgedHorizon(0, 87, 365), judgedHorizon(0, 0, 365), judgedHorizon(Infinity, 500, 90)]).toEqual([30, null, null, null]);
	});

	it('never looks further than was asked, and always has 30 days, the horizon for the label and the horizon for the judgement', () => {
		law(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 800 }), (log, horizon) => {
			const ahead = judgedHorizon(0, log, horizon);
			if (ahead === null) return;
			expect(ahead).toBeLessThanOrEqual(horizon);
			expect(30 + 2 * ahead).toBeLessThanOrEqual(log);
		});
	});
});

describe('judge(history, day, ids, settings)', () => {
	it('tells nothing without histories, with a short log, or where fewer than 20 came back or stayed away', () => {
		expect(judge(null, 400, candidateIds, SETTINGS)).toBe('noHistories');
		expect(judge(historyOf(shop(1).map((days) => days.filter((day) => day < 80))), 80, candidateIds, SETTINGS)).toBe('logTooShort');
		expect(judge(historyOf([]), 80, candidateIds, SETTINGS)).toBe('logTooShort');
		// Nineteen of 300 come back in the last 90 of 400 days, though many more did in the 90 before.
		const rare = shop(1).map((days, i) => [...days.filter((day) => day <= 310), ...(i < 19 ? [350] : [])]);
		expect(judge(historyOf(rare), 400, candidateIds, SETTINGS)).toBe('fewReturns');
		expect(told(judge(historyOf(shop(1).map((days, i) => [...days.filter((day) => day <= 310), ...(i < 20 ? [350] : [])])), 400, candidateIds, SETTINGS)).bought).toBeLessThanOrEqual(20);
	});

	it('stands a horizon before the day and counts those who were customers then', () => {
		const days = [...shop(2), [320], [400], [10, 311, 312, 400]];
		const { day, horizon, customers, bought, purchases } = told(judge(historyOf(days), 400, candidateIds, SETTINGS));
		const known = days.filter((own) => own[0] <= 310);
		expect([day, horizon, customers]).toEqual([310, 90, known.length]);
		expect([bought, purchases]).toEqual([known.filter((own) => own.some((each) => each > 310)).length, known.reduce((sum, own) => sum + own.filter((each) => each > 310).length, 0)]);
	});

	it('holds each model’s chances, fitted on what was known, against what came: everybody and the lapsed, by brute force', () => {
		const days = shop(3);
		const history = historyOf(days);
		const judgement = told(judge(history, 400, [...candidateIds, 'paretoNbd', 'steadyRates', 'oneRate'], SETTINGS));
		const sample = sampleAt(historyOf(days.map((own) => own.filter((day) => day <= 310))), 310, 90);
		expect(judgement.models.map(({ asked }) => asked)).toEqual([...candidateIds, 'paretoNbd', 'steadyRates', 'oneRate', 'daysSince']);
		const later = days.map((own) => own.filter((day) => day > 310 && day <= 400).length);
		for (const { model, everybody, lapsed, purchasesOff, expectedBought, expectedPurchases, parameters } of judgement.models) {
			const fit = fitted(models[model].fit(sample));
			const outlooks = days.map((_, customer) => fit.expected(sample.timing.rowOf[customer]));
			const scoresAmong = (those: readonly number[]) => scoresOf(Float64Array.from(those, (customer) => outlooks[customer].chance), Uint8Array.from(those, (customer) => Number(later[customer] > 0)));
			const all = days.map((_, customer) => customer);
			expect(everybody).toEqual(scoresAmong(all));
			expect(lapsed).toEqual(scoresAmong(all.filter((customer) => 310 - days[customer].filter((day) => day <= 310).at(-1)! > 60)));
			const sumOf = (figure: (customer: number) => number) => all.reduce((sum, customer) => sum + figure(customer), 0);
			closeTo(purchasesOff, sumOf((customer) => Math.abs(outlooks[customer].purchases - later[customer])) / days.length, model);
			closeTo(expectedBought, sumOf((customer) => outlooks[customer].chance), model);
			closeTo(expectedPurchases, sumOf((customer) => outlooks[customer].purchases), model);
			expect(parameters).toEqual(fit.parameters);
		}
	});

	it('tells the gain over the baseline as the difference of their log losses, and none of the baseline itself', () => {
		const { models: judged } = told(judge(historyOf(shop(4)), 400, candidateIds, SETTINGS));
		const base = judged.at(-1)!;
		expect([base.asked, base.gain]).toEqual(['daysSince', null]);
		for (const { asked, gain, everybody } of judged.slice(0, -1)) {
			closeTo(gain!.value, base.everybody.logLoss - everybody.logLoss, asked);
			expect(gain!.low).toBeLessThanOrEqual(gain!.value);
			expect(gain!.high).toBeGreaterThanOrEqual(gain!.value);
		}
	});

	it('has wider limits the more models are compared: of three each limit is one of 98.3 %', () => {
		const history = historyOf(shop(5));
		const gainOf = (ids: readonly ModelId[]) => told(judge(history, 400, ids, SETTINGS)).models.find(({ asked }) => asked === 'mbgNbd')!.gain!;
		const [alone, amongThree] = [gainOf(['mbgNbd']), gainOf(candidateIds)];
		expect(amongThree.value).toBe(alone.value);
		expect(amongThree.low).toBeLessThan(alone.low);
		expect(amongThree.high).toBeGreaterThan(alone.high);
	});

	it('takes none of the lapsed for null: where nobody was silent for 1,000 days there are no scores of them', () => {
		for (const { lapsed } of told(judge(historyOf(shop(6)), 400, candidateIds, { horizon: 90, lapsedAfterDays: 1000 })).models) expect(lapsed).toBeNull();
	});

	it('names the model that answered where the one that was asked for could not', () => {
		// Everybody goes on for ever, so that BG/NBD and MBG/NBD have nobody who leaves.
		const days = drawnDays(7, 'steadyRates', [1.2, 60], Array.from({ length: 400 }, (_, i) => i % 100), 400);
		const judged = told(judge(historyOf(days), 400, candidateIds, SETTINGS)).models.find(({ asked }) => asked === 'bgNbd')!;
		expect(judged).toMatchObject({ model: 'steadyRates', failed: [{ model: 'bgNbd', reason: 'nobodyLeaves' }] });
	});
});

describe('judge on Online Retail as of 2011-08-31, 100 days', () => {
	const reference = landmarksReference();
	const { history } = historyOfPurchases(onlineRetailInvoices());
	const judgement = told(judge(history, dayOf(reference.asOf), candidateIds, { horizon: reference.horizon, lapsedAfterDays: 90 }));

	it('has the scores of landmarks.json at 2011-05-23: AUC, Brier, log loss, gain', () => {
		const { day, customers, bought, models: judged } = judgement;
		expect([day, customers, bought]).toEqual([dayOf(reference.judgedAt), reference.automatic.n, reference.automatic.back]);
		for (const expected of reference.judged) {
			const own = judged.find(({ model }) => model === expected.model)!;
			within(own.everybody.auc!, expected.auc, expected.model, 1e-9);
			within(own.everybody.brier, expected.brier, expected.model, 1e-8);
			within(own.everybody.logLoss, expected.logLoss, expected.model, 1e-8);
			if (expected.gain !== undefined) within(own.gain!.value, expected.gain, expected.model, 1e-6);
		}
	});

	it('has lower limits of the gains that the normal approximation of landmarks.json has, to a quarter of a standard error', () => {
		for (const { model, lower, standardError } of reference.judged) {
			if (lower === undefined) continue;
			const own = judgement.models.find((each) => each.model === model)!;
			expect(Math.abs(own.gain!.low - lower)).toBeLessThan(standardError! / 4);
		}
	});
});

describe('laws of a judgement', () => {
	it('what comes after the day changes nothing at all', () => {
		law(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (seed, other) => {
			const draw = new Drawing(other);
			const days = shop(seed, 200);
			const changed = days.map((own) => [...own.filter((day) => day <= 330), ...(draw.uniform() < 0.5 ? [331 + draw.whole(0, 50)] : [])]);
			const settings = { horizon: 60, lapsedAfterDays: 60 };
			const [one, two] = [days, changed].map((those) => judge(historyOf(those), 330, ['silenceAndRepeats', 'bgNbd'], settings));
			expect(two).toEqual(one);
		}, 4);
	});

	it('what comes between the landmark and the day changes how models are judged, never what they were', () => {
		law(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (seed, other) => {
			const draw = new Drawing(other);
			const days = shop(seed, 200);
			const changed = days.map((own) => [...own.filter((day) => day <= 270), ...(draw.uniform() < 0.5 ? [271 + draw.whole(0, 50)] : [])]);
			const settings = { horizon: 60, lapsedAfterDays: 60 };
			const [one, two] = [days, changed].map((those) => told(judge(historyOf(those), 330, ['silenceAndRepeats', 'bgNbd'], settings)));
			expect(one.day).toBe(270);
			two.models.forEach(({ parameters, logLikelihood, expectedBought }, i) => {
				expect([parameters, logLikelihood, expectedBought]).toEqual([one.models[i].parameters, one.models[i].logLikelihood, one.models[i].expectedBought]);
			});
			expect(two.models[0].everybody).not.toEqual(one.models[0].everybody);
		}, 4);
	});
});

it('a loss is told customer by customer: the mean of all losses is the log loss', () => {
	const days = shop(9);
	const { models: judged } = told(judge(historyOf(days), 400, [], SETTINGS));
	const sample = sampleAt(historyOf(days), 310, 90);
	const { expected } = fitted(models.daysSince.fit(sample));
	const losses = days.map((own, customer) => logLossOf(expected(sample.timing.rowOf[customer]).chance, own.some((day) => day > 310)));
	closeTo(judged[0].everybody.logLoss, losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 'baseline');
});
