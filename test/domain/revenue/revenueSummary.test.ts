import type { RevenueRow } from '../../../domain/revenue/revenueRowFields';
import { revenueSummary } from '../../../domain/revenue/revenueSummary';
import { drawTerms, many, revenueOf } from '../../support/terms';

const [drawn] = revenueOf(drawTerms(`customer  start  end  amount\n${many('c', 40, 'before  –  20')}`));
const factsWith = (chosen: Partial<RevenueRow>): RevenueRow =>
	Object.freeze({ ...drawn, mrrAtStart: 12_300.4, mrrAtEnd: 12_900, currency: 'EUR', grossChurnRate: 0.042, grossLow: 0.0312, grossHigh: 0.0561, netChurnRate: -0.0104, ...chosen });
const summaryWith = (chosen: Partial<RevenueRow>) => revenueSummary(factsWith(chosen), '2024-06');

const JULY = '2024-07: gross revenue churn 4.2 % (95 % interval 3.1 % to 5.6 %), net -1.0 %; MRR 12,300 → 12,900 EUR.';

describe('the summary of a row of revenue churn', () => {
	it('says period, gross churn with its interval, net churn and MRR', () => {
		expect(summaryWith({})).toBe(JULY);
	});

	it('says by how many points gross churn is up or down, or that it is not clear', () => {
		expect(summaryWith({ change: 0.0136, verdict: 'up' })).toBe(`${JULY} Gross churn: up 1.4 points from 2024-06.`);
		expect(summaryWith({ change: -0.0136, verdict: 'down' })).toBe(`${JULY} Gross churn: down 1.4 points from 2024-06.`);
		expect(summaryWith({ change: 0.0136, verdict: 'inconclusive' })).toBe(`${JULY} Gross churn: no clear change from 2024-06 (+1.4 points).`);
		expect(revenueSummary(factsWith({ change: 0.0136, verdict: 'up' }), null)).toBe(JULY);
	});

	it('names the group and whether it differs from the rest', () => {
		expect(summaryWith({ group: 'Pro', restVerdict: 'up' })).toBe(`${JULY.replace('2024-07', '2024-07, Pro')} More than among all other customers.`);
		expect(summaryWith({ group: 'Pro', restVerdict: 'inconclusive' })).not.toContain('all other customers');
	});

	it('does without interval and currency where there are none', () => {
		expect(summaryWith({ grossLow: null, grossHigh: null, currency: null })).toBe('2024-07: gross revenue churn 4.2 %, net -1.0 %; MRR 12,300 → 12,900.');
	});

	it('says why there is no rate, and the MRR all the same', () => {
		const without = (reason: string) => summaryWith({ grossChurnRate: null, reason });
		expect(without('periodUnfinished')).toBe('2024-07: no revenue churn rate (not over yet). MRR 12,300 → 12,900 EUR.');
		expect(without('withinAllowedGap')).toBe('2024-07: no revenue churn rate (who left can still come back within the allowed gap). MRR 12,300 → 12,900 EUR.');
		expect(without('leftEdge')).toContain('(too early in the data to see losses)');
		expect(without('noRevenueAtStart')).toContain('(nobody paid when it began)');
	});

	it('says nothing of an MRR that is too large to be exact', () => {
		expect(summaryWith({ grossChurnRate: null, reason: 'amountTooLarge', mrrAtEnd: null })).toBe('2024-07: no revenue churn rate (the sums are too large to be exact).');
	});
});
