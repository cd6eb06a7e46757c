import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import { hasDigits, hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => startOfPeriod.compute(movementsInJuly(table), 31);
const partsOf = (table: string) => {
	const { numerator, denominator, value } = rateOfJuly(table);
	return [numerator, denominator, value.value];
};

describe('startOfPeriod (C1): customers of S not here at the end, over S', () => {
	it('DOMAIN’s vector (i) is 2 of 10: c1 and c3 are gone, c2 is back', () => {
		expect(partsOf(FIRST_JULY)).toEqual([2, 10, 2 / 10]);
	});

	it('vector (i) has the Wilson limits of 2 in 10 (SciPy, online_retail_churn.json, drawnLedgers)', () => {
		hasLimits(startOfPeriod.interval(rateOfJuly(FIRST_JULY), 0.95), '.0566822', '.5098375');
	});

	it('DOMAIN’s vector (ii) is 2 of 4: c1 and c4, though c1 left twice', () => {
		expect(partsOf(SECOND_JULY)).toEqual([2, 4, 2 / 4]);
	});

	it('vector (ii) has the Wilson limits of 2 in 4, even around one half (SciPy, statistics.json, wilson)', () => {
		hasLimits(startOfPeriod.interval(rateOfJuly(SECOND_JULY), 0.95), '.1500390', '.8499610');
	});

	it('100 at the start, 12 losses of whom one came back and one had joined in July: 10 of 100 (DOMAIN 1)', () => {
		const customers = Array.from({ length: 100 }, (_, index) => `c${index + 1}  before  ${index < 11 ? index + 11 : '–'}`);
		const july = [...customers, 'c11  29  –', 'n1  5  12'].join('\n');
		expect(movementsInJuly(july).churned).toBe(12);
		expect(partsOf(july)).toEqual([10, 100, 10 / 100]);
	});

	it('a customer who leaves on the 15th and does not come back has churned', () => {
		expect(partsOf('c1  before  15\nc2  before  –')).toEqual([1, 2, 1 / 2]);
	});

	it('a customer who leaves on the 15th and is back on the 20th has not churned', () => {
		expect(partsOf('c1  before  15\nc1  20  –\nc2  before  –')).toEqual([0, 2, 0]);
	});

	it('a customer who is back on the 20th and leaves again on the 25th has churned, once', () => {
		expect(partsOf('c1  before  15\nc1  20  25\nc2  before  –')).toEqual([1, 2, 1 / 2]);
	});

	it('a customer who joins on the 5th is in neither number, staying or leaving', () => {
		expect(partsOf('c1  before  –\nn1  5  –\nn2  5  12')).toEqual([0, 1, 0]);
	});

	it('a customer who leaves on 1 July has churned in July, one who leaves on 1 August has not', () => {
		expect(partsOf('c1  before  1\nc2  before  32')).toEqual([1, 2, 1 / 2]);
	});

	it('all leave: 2 of 2, with 1 as the upper limit', () => {
		expect(partsOf('c1  before  3\nc2  before  31')).toEqual([2, 2, 1]);
		expect(startOfPeriod.interval(rateOfJuly('c1  before  3\nc2  before  31'), 0.95)?.high).toBe(1);
	});

	it('nobody leaves: 0 of 10, with .2775328 as the upper limit (DOMAIN 1)', () => {
		expect(partsOf(NOBODY_LEFT)).toEqual([0, 10, 0]);
		hasLimits(startOfPeriod.interval(rateOfJuly(NOBODY_LEFT), 0.95), '0', '.2775328');
	});

	it('nobody at the start is undefined: noCustomersAtStart, and has no interval', () => {
		expect(rateOfJuly('n1  5  12')).toEqual({ numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomersAtStart' } });
		expect(startOfPeriod.interval(rateOfJuly('n1  5  12'), 0.95)).toBeNull();
	});

	it('nobody at all is undefined: noCustomersAtStart', () => {
		expect(rateOfJuly('').value.reason).toBe('noCustomersAtStart');
	});

	it('5 % in 30 days are .4642396977 in a year (DOMAIN 1), 100 % are 100 %', () => {
		hasDigits(startOfPeriod.perYear(0.05, 30), '.4642396977', '5 % in 30 days');
		expect(startOfPeriod.perYear(1, 30)).toBe(1);
	});
});
