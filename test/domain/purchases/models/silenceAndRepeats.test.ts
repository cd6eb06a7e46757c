import { silenceAndRepeats } from '../../../../domain/purchases/models/silenceAndRepeats';
import { closeTo, hasDigits } from '../../../support/closeTo';
import { historyOfPurchases, landmarksReference, within } from '../../../support/forecastReference';
import { fitted, historyOf, sampleAt } from '../../../support/forecastSamples';
import { dayOf } from '../../../support/ledger';
import { onlineRetailInvoices } from '../../../support/reference';
import { scoresOf } from '../../../../domain/purchases/judgement/scores';
import { purchasesUpTo } from '../../../../domain/purchases/timing';

describe('silenceAndRepeats', () => {
	it('is a regression on ln(1 + silent days) and ln(1 + repeats): who is silent for 9 days after 3 repeats stands at ln 10 and ln 4', () => {
		const draws = Array.from({ length: 400 }, (_, i) => Array.from({ length: 1 + (i % 9) }, (_unused, n) => (i % 11) + n * (20 + (i % 37))));
		const sample = sampleAt(historyOf([...draws, [50, 100, 150, 391]]), 400, 60);
		const { parameters, outlook } = fitted(silenceAndRepeats.fit(sample));
		expect(parameters.map(({ name }) => name)).toEqual(['return', 'more'].flatMap((part) => ['constant', 'ln(1 + silent days)', 'ln(1 + repeats)'].map((name) => `${part}.${name}`)));
		const [constant, silence, repeats, ofMore, moreBySilence, moreByRepeats] = parameters.map(({ value }) => value);
		const { chance, purchases } = outlook(sample.timing.rowOf[400]);
		closeTo(chance, 1 / (1 + Math.exp(-constant - silence * Math.log(10) - repeats * Math.log(4))), 'chance');
		closeTo(purchases, chance * (1 + Math.exp(ofMore + moreBySilence * Math.log(10) + moreByRepeats * Math.log(4))), 'purchases');
	});

	it('ranks Online Retail’s 3,317 customers as of 2011-08-31 with an AUC of .7372, and of .606 among the 1,383 silent over 90 days (DOMAIN 3, landmarks.json)', () => {
		const { history } = historyOfPurchases(onlineRetailInvoices());
		const { held, asOf, horizon } = landmarksReference();
		const day = dayOf(asOf);
		const sample = sampleAt(history, day, horizon);
		const { expected } = fitted(silenceAndRepeats.fit(sample));
		const { age, recency, rowOf } = sample.timing;
		const known = [...rowOf.keys()].filter((customer) => rowOf[customer] >= 0);
		for (const among of ['everybody', 'silentOver90'] as const) {
			const those = known.filter((customer) => among === 'everybody' || age[rowOf[customer]] - recency[rowOf[customer]] > 90);
			const bought = Uint8Array.from(those, (customer) => Number(purchasesUpTo(history, customer, day + horizon) > purchasesUpTo(history, customer, day)));
			const scores = scoresOf(Float64Array.from(those, (customer) => expected(rowOf[customer]).chance), bought)!;
			const reference = held.find((each) => each.model === 'silenceAndRepeats' && each.among === among)!;
			expect([scores.customers, scores.bought]).toEqual([reference.n, reference.back]);
			within(scores.auc!, reference.auc, among, 1e-9);
			within(scores.brier, reference.brier, among, 1e-8);
			within(scores.logLoss, reference.logLoss, among, 1e-8);
			hasDigits(scores.auc, among === 'everybody' ? '0.737' : '0.606', 'DOMAIN 3');
		}
	});
});
