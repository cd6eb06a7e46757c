import { ignoreSamePeriod } from '../../../domain/churn/definitions/ignoreSamePeriod';
import { hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => ignoreSamePeriod.compute(movementsInJuly(table), 31);
const partsOf = (table: string) => {
	const { numerator, denominator, value } = rateOfJuly(table);
	return [numerator, denominator, value.value];
};

describe('ignoreSamePeriod (C6): customers of S who left at least once, over S', () => {
	it('DOMAIN’s vector (i) is 3 of 10: c1, c3, and c2 though it is back', () => {
		expect(partsOf(FIRST_JULY)).toEqual([3, 10, 3 / 10]);
	});

	it('vector (i) has the Wilson limits of 3 in 10 (SciPy, statistics.json, wilson)', () => {
		hasLimits(ignoreSamePeriod.interval(rateOfJuly(FIRST_JULY), 0.95), '.1077913', '.6032219');
	});

	it('DOMAIN’s vector (ii) is 2 of 4: c4, and c1 once though it left twice', () => {
		expect(partsOf(SECOND_JULY)).toEqual([2, 4, 2 / 4]);
	});

	it('vector (ii) has the Wilson limits of 2 in 4 (SciPy, statistics.json, wilson)', () => {
		hasLimits(ignoreSamePeriod.interval(rateOfJuly(SECOND_JULY), 0.95), '.1500390', '.8499610');
	});

	it('a customer who leaves on the 15th and is back on the 20th has churned', () => {
		expect(partsOf('c1  before  15\nc1  20  –\nc2  before  –')).toEqual([1, 2, 1 / 2]);
	});

	it('a customer who leaves on the 3rd, the 10th and the 20th has churned once', () => {
		expect(partsOf('c1  before  3\nc1  5  10\nc1  12  20\nc2  before  –')).toEqual([1, 2, 1 / 2]);
	});

	it('a customer who joins on the 5th and leaves on the 12th is in neither number', () => {
		expect(partsOf('c1  before  –\nn1  5  12')).toEqual([0, 1, 0]);
	});

	it('a former customer who returns on the 5th and leaves on the 12th is in neither number', () => {
		expect(partsOf('c1  before  –\no1  -60  -40\no1  5  12')).toEqual([0, 1, 0]);
	});

	it('a customer who leaves on 1 July has churned in July, one who leaves on 1 August has not', () => {
		expect(partsOf('c1  before  1\nc2  before  32')).toEqual([1, 2, 1 / 2]);
	});

	it('nobody leaves: 0 of 10, with .2775328 as the upper limit (DOMAIN 1)', () => {
		expect(partsOf(NOBODY_LEFT)).toEqual([0, 10, 0]);
		hasLimits(ignoreSamePeriod.interval(rateOfJuly(NOBODY_LEFT), 0.95), '0', '.2775328');
	});

	it('nobody at the start is undefined: noCustomersAtStart, and has no interval', () => {
		expect(rateOfJuly('')).toEqual({ numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomersAtStart' } });
		expect(rateOfJuly('n1  5  12').value.reason).toBe('noCustomersAtStart');
		expect(ignoreSamePeriod.interval(rateOfJuly(''), 0.95)).toBeNull();
	});

	it('tells nothing about a year (DOMAIN C9)', () => {
		expect(ignoreSamePeriod.perYear(0.05, 30)).toBeNull();
	});
});
