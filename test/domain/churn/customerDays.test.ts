import { customerDays } from '../../../domain/churn/definitions/customerDays';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, NOBODY_LEFT, SECOND_JULY } from '../../support/vectors';

const rateOfJuly = (table: string) => customerDays.compute(movementsInJuly(table), 31);

/** Losses, customer-days, rate; the denominator is customer-days over 31. */
function isRate(table: string, losses: number, days: number): void {
	const { numerator, denominator, value } = rateOfJuly(table);
	expect(numerator).toBe(losses);
	closeTo(denominator! * 31, days, table);
	closeTo(value.value, (losses / days) * 31, table);
}

describe('customerDays (C4): L over customer-days, times the days of the period', () => {
	it('DOMAIN’s vector (i) is 4 on 312 customer-days, .3974358974 [.1082879, 1.0175937]', () => {
		isRate(FIRST_JULY, 4, 312);
		hasDigits(rateOfJuly(FIRST_JULY).value.value, '.3974358974', 'vector (i)');
		hasLimits(customerDays.interval(rateOfJuly(FIRST_JULY), 0.95), '.1082879', '1.0175937');
	});

	it('DOMAIN’s vector (ii) is 4 on 168 customer-days, .7380952', () => {
		isRate(SECOND_JULY, 4, 168);
		hasDigits(rateOfJuly(SECOND_JULY).value.value, '.7380952', 'vector (ii)');
	});

	it('vector (ii) has Garwood’s limits of 4, [1.0898654, 10.2415887], times 31/168 (SciPy, statistics.json, garwood)', () => {
		const { low, high } = customerDays.interval(rateOfJuly(SECOND_JULY), 0.95)!;
		hasLimits({ low: (low * 168) / 31, high: (high * 168) / 31 }, '1.0898654', '10.2415887');
	});

	it('no loss on 312 customer-days is 0, upper limit .3665233 (DOMAIN 1)', () => {
		isRate(NOBODY_LEFT, 0, 312);
		hasLimits(customerDays.interval(rateOfJuly(NOBODY_LEFT), 0.95), '0', '.3665233');
	});

	it('a customer who leaves on the 15th was here on 15 days: as the 1st to the 15th opened', () => {
		isRate('c1  before  15\nc2  before  –', 1, 15 + 31);
	});

	it('a customer who joins on the 5th and leaves on the 12th was here on 7 days: as the 6th to the 12th opened', () => {
		isRate('n1  5  12', 1, 7);
	});

	it('a customer who leaves on the 15th and is back on the 20th was here on 15 + 11 days and is a loss', () => {
		isRate('c1  before  15\nc1  20  –', 1, 15 + 11);
	});

	it('a customer who leaves on 1 July was here on 1 day, one who joins on 31 July on none', () => {
		isRate('c1  before  1\nc2  31  –', 1, 1);
	});

	it('stays the same while the risk does, however many join: one loss per 31 days in a half and in a full house', () => {
		isRate('c1  before  31', 1, 31);
		isRate('c1  before  31\nc2  before  31', 2, 62);
	});

	it('nobody here on any day is undefined: noCustomers, also where one joins on the last day', () => {
		expect(rateOfJuly('').value).toEqual({ value: null, reason: 'noCustomers' });
		expect(rateOfJuly('n1  31  –')).toEqual({ numerator: 0, denominator: 0, value: { value: null, reason: 'noCustomers' } });
		expect(customerDays.interval(rateOfJuly(''), 0.95)).toBeNull();
	});

	it('.1 in 31 days are 1 − e^(−.1 · 365/31) in a year (DOMAIN C9)', () => {
		closeTo(customerDays.perYear(0.1, 31), 1 - Math.exp(-36.5 / 31), '.1 in 31 days');
	});
});
