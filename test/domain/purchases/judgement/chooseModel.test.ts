import type { ChosenModel } from '../../../../domain/purchases/judgement/chooseModel';
import { chooseModel } from '../../../../domain/purchases/judgement/chooseModel';
import type { JudgeSettings } from '../../../../domain/purchases/judgement/judge';
import { unjudgedReasons } from '../../../../domain/purchases/judgement/judge';
import { modelIds } from '../../../../domain/purchases/models';
import { Drawing } from '../../../support/drawing';
import { historyOfPurchases, landmarksReference } from '../../../support/forecastReference';
import { drawnCustomers, drawnDays, historyOf, sampleAt, sampleOf } from '../../../support/forecastSamples';
import { dayOf } from '../../../support/ledger';
import { onlineRetailInvoices } from '../../../support/reference';

const SETTINGS: JudgeSettings = Object.freeze({ horizon: 90, lapsedAfterDays: 90 });

const chosen = (days: ReadonlyArray<readonly number[]>, day: number, settings = SETTINGS): ChosenModel => chooseModel('automatic', sampleAt(historyOf(days), day, settings.horizon), settings);

/** Everybody buys alike, each day with a chance that falls with the days since the last purchase and with nothing else. */
function silenceAlone(seed: number, count: number): number[][] {
	const draw = new Drawing(seed);
	return Array.from({ length: count }, () => {
		const days = [draw.whole(0, 200)];
		for (let [day, silence] = [days[0] + 1, 1]; day <= 400; day++, silence++) {
			if (draw.uniform() >= 0.06 / (1 + silence / 5) ** 1.1) continue;
			days.push(day);
			silence = 0;
		}
		return days;
	});
}

/** Customers with a pace of their own, so that who bought often comes again though silent for as long. */
function repeatsToo(seed: number, count: number): number[][] {
	const draw = new Drawing(seed);
	return drawnDays(seed, 'bgNbd', [0.6, 25, 0.7, 2.5], Array.from({ length: count }, (_, i) => (i === 0 ? 0 : draw.whole(0, 200))), 400);
}

describe('chooseModel(automatic)', () => {
	// In the worlds 8, 13 and 15 another model had the lower log loss by luck; of sixty such worlds none was taken for better.
	it.each([[1], [8], [13], [15]])('takes days since where silence is all that matters, world %i', (seed) => {
		const { judgement, ...own } = chosen(silenceAlone(seed, 400), 400);
		expect(own).toMatchObject({ choice: 'noneBetter', fit: { asked: 'daysSince', model: 'daysSince' }, unjudged: null });
		expect(judgement!.models.some(({ gain }) => gain !== null && gain.value > 0)).toBe(seed !== 1);
	});

	it('takes a model that counts repeats where customers have a pace of their own, in each of four such worlds: of those as good as the best the one that counts purchases best', () => {
		for (let seed = 1; seed <= 4; seed++) {
			const { choice, fit, judgement } = chosen(repeatsToo(seed, 800), 400);
			expect(choice).toBe('better');
			expect(fit!.asked).not.toBe('daysSince');
			const better = judgement!.models.filter(({ gain, isAsGoodAsBest }) => gain !== null && gain.low > 0 && isAsGoodAsBest);
			expect(fit!.asked).toBe(better.reduce((best, each) => (each.purchasesOff < best.purchasesOff ? each : best)).asked);
		}
	});

	it('takes on Online Retail a pace alone, since nobody leaves there (landmarks.json), asked for as BG/NBD or MBG/NBD', () => {
		const { asOf, horizon, automatic } = landmarksReference();
		const { history } = historyOfPurchases(onlineRetailInvoices());
		const { choice, fit } = chooseModel('automatic', sampleAt(history, dayOf(asOf), horizon), { horizon, lapsedAfterDays: 90 });
		expect(choice).toBe('better');
		expect(fit!.model).toBe(automatic.chosen);
		expect(fit!.failed).toContainEqual({ model: fit!.asked, reason: 'nobodyLeaves' });
	});

	it('where days since cannot look so far ahead on this log takes the best of the others: 180 days ahead of 200', () => {
		const draw = new Drawing(4);
		const days = drawnDays(4, 'bgNbd', [0.6, 12, 0.7, 2.5], Array.from({ length: 150 }, (_, i) => (i === 0 ? 0 : draw.whole(0, 60))), 200);
		const { choice, fit, judgement } = chosen(days, 200, { horizon: 180, lapsedAfterDays: 90 });
		expect(judgement!.horizon).toBe(66);
		expect(['baselineTooShort', 'better']).toContain(choice);
		expect(['bgNbd', 'mbgNbd']).toContain(fit!.asked);
		// A world of silence has nobody better, and days since cannot.
		const silent = silenceAlone(2, 400).map((own) => own.filter((day) => day <= 240));
		expect(chosen(silent, 240, { horizon: 215, lapsedAfterDays: 90 }).choice).toBe('baselineTooShort');
	});
});

describe('chooseModel by rule', () => {
	it('takes the landmark regression where too few came back at last to tell, but enough before', () => {
		// Nineteen of 300 in the last 90 days, many in the 90 before.
		const days = repeatsToo(7, 300).map((own, i) => [...own.filter((day) => day <= 310), ...(i < 19 ? [350] : [])]);
		expect(chosen(days, 400)).toMatchObject({ choice: 'byRule', judgement: null, unjudged: 'fewReturns', fit: { asked: 'silenceAndRepeats', model: 'silenceAndRepeats', failed: [] } });
	});

	it('takes MBG/NBD where the log is too short for a landmark, and says why not the other', () => {
		const days = drawnDays(8, 'mbgNbd', [0.8, 10, 0.6, 2.5], Array.from({ length: 300 }, (_, i) => i % 20), 80);
		expect(chosen(days, 80)).toMatchObject({ choice: 'byRule', unjudged: 'logTooShort', logDays: 80, fit: { asked: 'mbgNbd', model: 'mbgNbd', failed: [{ model: 'silenceAndRepeats', reason: 'logTooShort' }] } });
	});

	it('takes MBG/NBD without histories', () => {
		const sample = sampleOf(drawnCustomers(9, 'mbgNbd', [0.8, 30, 0.6, 2.5], Array.from({ length: 300 }, (_, i) => 100 + i)), 90);
		expect(chooseModel('automatic', sample, SETTINGS)).toMatchObject({ choice: 'byRule', unjudged: 'noHistories', logDays: null, fit: { asked: 'mbgNbd', failed: [{ model: 'silenceAndRepeats', reason: 'noHistories' }] } });
	});

	it('names all that failed before a simpler one answers: of one customer who bought once, three', () => {
		const { choice, fit, failed } = chosen([[10]], 100);
		expect([choice, fit!.model]).toEqual(['byRule', 'oneRate']);
		expect(failed).toEqual([{ model: 'silenceAndRepeats', reason: 'logTooShort' }, { model: 'mbgNbd', reason: 'nobodyCameBack' }, { model: 'steadyRates', reason: 'nobodyCameBack' }]);
		expect(fit!.failed).toEqual(failed);
	});

	it('has no model where nobody has been a customer for a day, or there is nobody', () => {
		for (const days of [[], [[100], [100]]]) {
			const { fit, failed, unjudged } = chosen(days, 100);
			expect(fit).toBeNull();
			expect(failed.at(-1)).toEqual({ model: 'oneRate', reason: 'noHistory' });
			expect(unjudged).toBe('logTooShort');
		}
	});
});

describe('chooseModel(one that the user wants)', () => {
	it('takes it and judges it beside the baseline', () => {
		const sample = sampleAt(historyOf(repeatsToo(10, 150)), 400, 90);
		for (const wanted of modelIds) {
			const { choice, fit, judgement } = chooseModel(wanted, sample, SETTINGS);
			expect([choice, fit!.asked]).toEqual(['set', wanted]);
			expect(judgement!.models.map(({ asked }) => asked)).toEqual(wanted === 'daysSince' ? ['daysSince'] : [wanted, 'daysSince']);
		}
	});

	it('takes it though days since told better, and names the simpler one that answers where it cannot', () => {
		expect(chooseModel('bgNbd', sampleAt(historyOf(silenceAlone(1, 400)), 400, 90), SETTINGS)).toMatchObject({ choice: 'set', fit: { asked: 'bgNbd' } });
		const forEver = drawnDays(7, 'steadyRates', [1.2, 60], Array.from({ length: 400 }, (_, i) => i % 100), 400);
		expect(chooseModel('mbgNbd', sampleAt(historyOf(forEver), 400, 90), SETTINGS)).toMatchObject({ choice: 'set', fit: { asked: 'mbgNbd', model: 'steadyRates', failed: [{ model: 'mbgNbd', reason: 'nobodyLeaves' }] } });
	});
});

it('what comes after the day changes neither the choice nor the fit', () => {
	const days = repeatsToo(11, 300);
	const [one, two] = [days, days.map((own, i) => [...own.filter((day) => day <= 330), ...(i % 2 === 0 ? [340 + (i % 20)] : [])])].map((those) => chosen(those, 330, { horizon: 60, lapsedAfterDays: 60 }));
	expect(JSON.stringify(two)).toEqual(JSON.stringify(one));
});

it('every reason not to judge has a phrase to end a sentence with', () => {
	for (const phrase of Object.values(unjudgedReasons)) expect(phrase).toMatch(/^[a-z][^.]*[^.\s]$/);
});
