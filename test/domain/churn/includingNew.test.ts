import { includingNew } from '../../../domain/churn/definitions/includingNew';
import { hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => includingNew.compute(movementsInJuly(table), 31);
const partsOf = (table: string) => {
	const { numerator, denominator, value } = rateOfJuly(table);
	return [numerator, denominator, value.value];
};

describe('includingNew (C2): L over S + N', () => {
	it('DOMAIN’s vector (i) is 4 of 13 [.0838358, .7878145]', () => {
		expect(partsOf(FIRST_JULY)).toEqual([4, 13, 4 / 13]);
		hasLimits(includingNew.interval(rateOfJuly(FIRST_JULY), 0.95), '.0838358', '.7878145');
	});

	it('DOMAIN’s vector (ii) is 4 of 9', () => {
		expect(partsOf(SECOND_JULY)).toEqual([4, 9, 4 / 9]);
	});

	it('vector (ii) has Garwood’s limits of 4, [1.0898654, 10.2415887], over 9 (SciPy, statistics.json, garwood)', () => {
		const { low, high } = includingNew.interval(rateOfJuly(SECOND_JULY), 0.95)!;
		hasLimits({ low: low * 9, high: high * 9 }, '1.0898654', '10.2415887');
	});

	it('a customer who joins on the 5th and leaves on the 12th counts above and below', () => {
		expect(partsOf('c1  before  –\nn1  5  12')).toEqual([1, 2, 1 / 2]);
	});

	it('a customer who leaves on the 15th and is back on the 20th has churned', () => {
		expect(partsOf('c1  before  15\nc1  20  –')).toEqual([1, 1, 1]);
	});

	it('a customer who leaves twice counts twice, so 2 of 1 exceeds 1', () => {
		expect(partsOf('c1  before  3\nc1  8  16')).toEqual([2, 1, 2]);
	});

	it('a former customer who returns on the 9th is not in the denominator', () => {
		expect(partsOf('c1  before  –\no1  -60  -40\no1  9  –')).toEqual([0, 1, 0]);
	});

	it('a customer who joins on 1 July is new in July, one who joins on 1 August is not', () => {
		expect(partsOf('c1  1  –\nc2  32  –')).toEqual([0, 1, 0]);
	});

	it('nobody leaves: 0 of 11, upper limit −ln .025 / 11 = .3353527', () => {
		expect(partsOf(NOBODY_LEFT)).toEqual([0, 11, 0]);
		hasLimits(includingNew.interval(rateOfJuly(NOBODY_LEFT), 0.95), '0', '.3353527');
	});

	it('nobody at the start and nobody who joins is undefined: noCustomers, and has no interval', () => {
		expect(rateOfJuly('')).toEqual({ numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomers' } });
		expect(includingNew.interval(rateOfJuly(''), 0.95)).toBeNull();
	});

	it('only a former customer who returns is undefined too, since S + N is 0', () => {
		expect(rateOfJuly('o1  -60  -40\no1  9  12').value).toEqual({ value: null, reason: 'noCustomers' });
	});

	it('tells nothing about a year (DOMAIN C9)', () => {
		expect(includingNew.perYear(0.05, 30)).toBeNull();
	});
});
