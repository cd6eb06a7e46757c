import { summaryOf } from '../../../domain/churn/summary';
import type { ChurnRow } from '../../../domain/churn/rowFields';
import { churnOf, drawPurchases, rowOf } from '../../support/ledger';

const factsWith = (chosen: Partial<ChurnRow>): ChurnRow => {
	const visits = drawPurchases('customer  on\nAda  2023-12-20\nAda  2024-01-20', '2024-04-01');
	return Object.freeze({
		...rowOf(churnOf(visits), '2024-02'),
		period: '2011-06',
		churnRate: 346 / 1959,
		numerator: 346,
		denominator: 1959,
		low: 0.1603,
		high: 0.1941,
		...chosen,
	});
};
const summaryWith = (chosen: Partial<ChurnRow>, acceptableRate: number | null = null) => summaryOf(factsWith(chosen), '2011-05', acceptableRate);

const JUNE = '2011-06: churn rate 17.7 % (346 of 1,959; 95 % interval 16.0 % to 19.4 %)';

describe('the summary of a row', () => {
	it('says period, rate, parts and interval', () => {
		expect(summaryWith({})).toBe(`${JUNE}.`);
	});

	it('says by how many points it is up or down, and from when', () => {
		expect(summaryWith({ change: 0.0436, verdict: 'up' })).toBe(`${JUNE}, up 4.4 points from 2011-05.`);
		expect(summaryWith({ change: -0.0436, verdict: 'down' })).toBe(`${JUNE}, down 4.4 points from 2011-05.`);
	});

	it('says that a change is not clear, with its sign', () => {
		expect(summaryWith({ change: 0.004, verdict: 'inconclusive' })).toBe(`${JUNE}, no clear change from 2011-05 (+0.4 points).`);
		expect(summaryWith({ change: -0.004, verdict: 'inconclusive' })).toBe(`${JUNE}, no clear change from 2011-05 (-0.4 points).`);
		expect(summaryWith({ change: 0.0001, verdict: 'inconclusive' })).toBe(`${JUNE}, no clear change from 2011-05 (0.0 points).`);
	});

	it('says nothing of a change where there is no earlier period', () => {
		expect(summaryOf(factsWith({ change: 0.0436, verdict: 'up' }), null, null)).toBe(`${JUNE}.`);
	});

	it('names the group and whether it differs from the rest', () => {
		expect(summaryWith({ group: 'Pro', restVerdict: 'up' })).toContain('2011-06, Pro: churn rate 17.7 %');
		expect(summaryWith({ group: 'Pro', restVerdict: 'up' })).toMatch(/\. More than among all other customers\.$/);
		expect(summaryWith({ group: 'Pro', restVerdict: 'down' })).toMatch(/\. Less than among all other customers\.$/);
		expect(summaryWith({ group: 'Pro', restVerdict: 'inconclusive' })).not.toContain('all other customers');
	});

	it('holds the rate to the acceptable one', () => {
		expect(summaryWith({ aboveTarget: true }, 0.03)).toBe(`${JUNE}. Above the acceptable 3.0 %.`);
		expect(summaryWith({ aboveTarget: false }, 0.2)).toBe(`${JUNE}. Not above the acceptable 20.0 %.`);
	});

	it('says what was lost with them, in the currency where one is named', () => {
		expect(summaryWith({ moneyLost: 15_000, moneyLostTwelveMonths: 180_000 })).toBe(
			`${JUNE}. 1 average customer brings about 15,000 a period.`,
		);
		expect(summaryWith({ moneyLost: 15_000, moneyLostTwelveMonths: 180_000, currency: 'EUR' })).toContain('about 15,000 EUR a period');
	});

	it('says nothing of money where nothing was lost', () => {
		expect(summaryWith({ moneyLost: 0, moneyLostTwelveMonths: 0 })).toBe(`${JUNE}.`);
	});

	it('does without parts and interval where there are none, as by Daily Sum without a loss', () => {
		expect(summaryWith({ churnRate: 0, denominator: null, low: null, high: null })).toBe('2011-06: churn rate 0.0 %.');
	});

	it('gives a denominator that is no whole number with one decimal: 312/31 as 10.1', () => {
		expect(summaryWith({ numerator: 4, denominator: 312 / 31 })).toContain('(4 of 10.1; ');
	});

	it('says why there is no rate, and the counts all the same', () => {
		expect(summaryWith({ churnRate: null, reason: 'leftEdge', customersAtStart: 1200, joined: 885, churned: 0 })).toBe(
			'2011-06: no churn rate (too early in the data to see losses). 885 joined, 0 left.',
		);
	});
});
