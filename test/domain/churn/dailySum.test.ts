import { dailySum } from '../../../domain/churn/definitions/dailySum';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => dailySum.compute(movementsInJuly(table), 31);

/** Losses and their daily shares; the denominator is the one number that makes losses over it the sum. */
function isSum(table: string, losses: number, sum: number): void {
	const { numerator, denominator, value } = rateOfJuly(table);
	expect(numerator).toBe(losses);
	closeTo(value.value, sum, table);
	closeTo(numerator / denominator!, sum, table);
}

describe('dailySum (C5): each day’s losses over those here as it opens, added', () => {
	it('DOMAIN’s vector (i) is 1/10 on the 3rd, 1/11 on the 12th, 1/10 on the 15th … .3818181818', () => {
		// As the days open: 3rd c1–c10; 12th without c1, with n1, n2; 15th without n1; 28th with c2 back and n3.
		isSum(FIRST_JULY, 4, 1 / 10 + 1 / 11 + 1 / 10 + 1 / 11);
		hasDigits(rateOfJuly(FIRST_JULY).value.value, '.3818181818', 'vector (i)');
	});

	it('vector (i) has Garwood’s limits of 4 times C5 / L (SciPy, online_retail_churn.json, drawnLedgers)', () => {
		hasLimits(dailySum.interval(rateOfJuly(FIRST_JULY), 0.95), '.1040326', '.9776062');
	});

	it('DOMAIN’s vector (ii) is 1/4 + 1/4 + 1/6 + 1/7 = 17/21', () => {
		isSum(SECOND_JULY, 4, 17 / 21);
	});

	it('vector (ii) has Garwood’s limits of 4, [1.0898654, 10.2415887], times 17/84 (SciPy, statistics.json, garwood)', () => {
		const { low, high } = dailySum.interval(rateOfJuly(SECOND_JULY), 0.95)!;
		hasLimits({ low: (low * 84) / 17, high: (high * 84) / 17 }, '1.0898654', '10.2415887');
	});

	it('two of four leave on the 3rd and one of two on the 15th: 2/4 + 1/2', () => {
		isSum('c1  before  3\nc2  before  3\nc3  before  15\nc4  before  –', 3, 2 / 4 + 1 / 2);
	});

	it('a customer who joins on the 5th counts below from the 6th on: one of two leaves on the 6th', () => {
		isSum('c1  before  6\nn1  5  –', 1, 1 / 2);
		isSum('c1  before  5\nn1  5  –', 1, 1);
	});

	it('a customer who leaves on the 15th and is back on the 20th is a loss of the 15th', () => {
		isSum('c1  before  15\nc1  20  –\nc2  before  –', 1, 1 / 2);
	});

	it('the only customer leaves, returns and leaves again: 1 + 1, above 1', () => {
		isSum('c1  before  3\nc1  8  16', 2, 2);
	});

	it('a loss on 1 July counts in July, one on 1 August does not', () => {
		isSum('c1  before  1\nc2  before  32', 1, 1 / 2);
	});

	it('nobody leaves: 0, without a denominator and without an interval (DOMAIN C8: null when L = 0)', () => {
		expect(rateOfJuly(NOBODY_LEFT)).toEqual({ numerator: 0, denominator: null, value: { value: 0, reason: null } });
		expect(dailySum.interval(rateOfJuly(NOBODY_LEFT), 0.95)).toBeNull();
	});

	it('nobody here on any day is undefined: noCustomers, also where one joins on the last day', () => {
		expect(rateOfJuly('')).toEqual({ numerator: 0, denominator: null, value: { value: null, reason: 'noCustomers' } });
		expect(rateOfJuly('n1  31  –').value.reason).toBe('noCustomers');
	});

	it('1.2 in 31 days are 1 − e^(−1.2 · 365/31) in a year, not above 1 (DOMAIN C9)', () => {
		closeTo(dailySum.perYear(1.2, 31), 1 - Math.exp((-1.2 * 365) / 31), '1.2 in 31 days');
	});
});
