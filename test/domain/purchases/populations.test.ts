import { fittingOn, fitWithFallback } from '../../../domain/purchases/fitWithFallback';
import type { FailedFit } from '../../../domain/purchases/fitWithFallback';
import { chooseModel } from '../../../domain/purchases/judgement/chooseModel';
import { modelIds } from '../../../domain/purchases/models';
import type { Estimate, Fitted, Outlook, Sample } from '../../../domain/purchases/purchaseModel';
import { unfitReasons } from '../../../domain/purchases/purchaseModel';
import { historyOf, sampleAt } from '../../support/forecastSamples';
import type { Population } from '../../support/oddPopulations';
import { oddPopulations } from '../../support/oddPopulations';

const sampleIn = ({ days, day, horizon }: Population): Sample => sampleAt(historyOf(days), day, horizon);

/** Whether anybody has been a customer for a day. */
const hasHistory = ({ days, day }: Population) => days.some((own) => own.length > 0 && own[0] < day);

const isFinite = (value: number | null) => value === null || Number.isFinite(value);

const isOutlook = ({ chance, purchases, chanceError, purchasesError }: Outlook) =>
	[chance, purchases, chanceError, purchasesError].every((figure) => Number.isFinite(figure) && figure >= 0) && chance <= 1 && purchases >= chance * (1 - 1e-9);

const isEstimate = ({ value, low, high }: Estimate) => [value, low, high].every(isFinite) && (low === null || low <= value) && (high === null || value <= high);

/** What is wrong with a fit; empty where nothing is. One text a fault, since there are thousands of customers. */
function faultsOf({ parameters, logLikelihood, expected, outlook }: Fitted, { timing }: Sample): string[] {
	const faults = parameters.filter((estimate) => !isEstimate(estimate)).map((estimate) => JSON.stringify(estimate));
	if (!isFinite(logLikelihood)) faults.push(`log-likelihood ${logLikelihood}`);
	for (let row = 0; row < timing.count; row++) {
		const own = outlook(row);
		const again = expected(row);
		if (!isOutlook(own) || again.chance !== own.chance || again.purchases !== own.purchases) faults.push(`row ${row}: chance ${own.chance} ± ${own.chanceError}, purchases ${own.purchases} ± ${own.purchasesError}`);
	}
	return faults.slice(0, 3);
}

/** Each that failed has a reason that the messages know, none is named twice. */
function expectNamed(failed: readonly FailedFit[]): void {
	for (const { reason } of failed) expect(Object.keys(unfitReasons)).toContain(reason);
	expect(new Set(failed.map(({ model }) => model)).size).toBe(failed.length);
}

it('there are two hundred populations', () => expect(oddPopulations).toHaveLength(200));

describe.each(oddPopulations.map((population) => [population.name, population] as const))('%s', (_, population) => {
	it('has an answer from every model, or from a simpler one with the reason why; never a figure that is none', () => {
		const sample = sampleIn(population);
		const fitOf = fittingOn(sample);
		for (const asked of modelIds) {
			const { fitted, failed, ...rest } = fitWithFallback(asked, fitOf);
			expectNamed(failed);
			expect(fitted !== null).toBe(hasHistory(population));
			if (fitted === null) expect(failed.at(-1)!.reason).toBe('noHistory');
			else {
				expect(rest).toMatchObject({ asked });
				expect('model' in rest && failed.every(({ model }) => model !== rest.model)).toBe(true);
				expect({ asked, faults: faultsOf(fitted, sample) }).toEqual({ asked, faults: [] });
			}
		}
	});

	it('has an answer from Automatic, with its choice, its judgement or the reason for none', () => {
		const sample = sampleIn(population);
		const { fit, failed, judgement, unjudged, choice, logDays } = chooseModel('automatic', sample, { horizon: population.horizon, lapsedAfterDays: 90 });
		expectNamed(failed);
		expect(fit !== null).toBe(hasHistory(population));
		expect((judgement === null) !== (unjudged === null)).toBe(true);
		expect(judgement === null).toBe(choice === 'byRule');
		expect(Number.isFinite(logDays)).toBe(true);
		if (fit !== null) expect(faultsOf(fit.fitted, sample)).toEqual([]);
		for (const { everybody, lapsed, purchasesOff, expectedBought, expectedPurchases, gain } of judgement?.models ?? []) {
			const { logLoss, brier } = everybody;
			const figures = [logLoss, brier, everybody.auc, lapsed === null ? null : lapsed.logLoss, purchasesOff, expectedBought, expectedPurchases, ...(gain === null ? [] : [gain.low, gain.value, gain.high])];
			expect(figures.every(isFinite)).toBe(true);
		}
	});
});
