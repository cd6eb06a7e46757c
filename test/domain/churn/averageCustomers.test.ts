import { averageCustomers } from '../../../domain/churn/definitions/averageCustomers';
import { hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => averageCustomers.compute(movementsInJuly(table), 31);
const partsOf = (table: string) => {
	const { numerator, denominator, value } = rateOfJuly(table);
	return [numerator, denominator, value.value];
};

describe('averageCustomers (C3): L over the average of S and E', () => {
	it('DOMAIN’s vector (i) is 4 over (10 + 10) / 2', () => {
		expect(partsOf(FIRST_JULY)).toEqual([4, 10, 4 / 10]);
	});

	it('vector (i) has Garwood’s limits of 4, [1.0898654, 10.2415887], over 10 (SciPy, statistics.json, garwood)', () => {
		const { low, high } = averageCustomers.interval(rateOfJuly(FIRST_JULY), 0.95)!;
		hasLimits({ low: low * 10, high: high * 10 }, '1.0898654', '10.2415887');
	});

	it('DOMAIN’s vector (ii) is 4 over (4 + 7) / 2 = 8/11', () => {
		expect(partsOf(SECOND_JULY)).toEqual([4, 11 / 2, 8 / 11]);
	});

	it('vector (ii) has the same limits over 11/2', () => {
		const { low, high } = averageCustomers.interval(rateOfJuly(SECOND_JULY), 0.95)!;
		hasLimits({ low: (low * 11) / 2, high: (high * 11) / 2 }, '1.0898654', '10.2415887');
	});

	it('one of two leaves: 1 over (2 + 1) / 2', () => {
		expect(partsOf('c1  before  15\nc2  before  –')).toEqual([1, 3 / 2, 2 / 3]);
	});

	it('a customer who joins on the 5th and leaves on the 12th counts above and not below', () => {
		expect(partsOf('c1  before  –\nn1  5  12')).toEqual([1, 1, 1]);
	});

	it('a customer who leaves on the 15th and is back on the 20th has churned', () => {
		expect(partsOf('c1  before  15\nc1  20  –')).toEqual([1, 1, 1]);
	});

	it('the only customer leaves: 1 over one half is 2, above 1', () => {
		expect(partsOf('c1  before  15')).toEqual([1, 1 / 2, 2]);
	});

	it('a customer who leaves on 1 August is at both ends of July', () => {
		expect(partsOf('c1  before  32')).toEqual([0, 1, 0]);
	});

	it('nobody leaves: 0 over (10 + 11) / 2, upper limit −ln .025 / 10.5 = .3513219', () => {
		expect(partsOf(NOBODY_LEFT)).toEqual([0, 21 / 2, 0]);
		hasLimits(averageCustomers.interval(rateOfJuly(NOBODY_LEFT), 0.95), '0', '.3513219');
	});

	it('nobody at either end is undefined: noCustomersAtStartOrEnd, also where one joins and leaves in between', () => {
		expect(rateOfJuly('').value).toEqual({ value: null, reason: 'noCustomersAtStartOrEnd' });
		expect(rateOfJuly('n1  5  12')).toEqual({ numerator: 1, denominator: 0, value: { value: null, reason: 'noCustomersAtStartOrEnd' } });
		expect(averageCustomers.interval(rateOfJuly('n1  5  12'), 0.95)).toBeNull();
	});

	it('tells nothing about a year (DOMAIN C9)', () => {
		expect(averageCustomers.perYear(0.05, 30)).toBeNull();
	});
});
