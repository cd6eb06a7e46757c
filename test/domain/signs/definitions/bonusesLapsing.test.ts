import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const lapse = (days: number | null, bonuses: number | null = null) => ({ named: { isNamed: { bonusesLapseOn: true }, bonusesLapseOn: days === null ? null : inDays(days), bonuses } });

describe('bonusesLapsing', () => {
	it('is 1 on the day, half 15 days before, and nothing 30 days before', () => {
		for (const [days, expected] of [[0, 1], [1, 29 / 30], [15, 1 / 2], [29, 1 / 30], [30, 0], [31, 0]] as const) closeTo(strengthOf('bonusesLapsing', lapse(days)), expected, days);
	});

	it('is 0 on the day after', () => {
		expect(strengthOf('bonusesLapsing', lapse(-1))).toBe(0);
	});

	it('is 0 where there are none to lapse, and 1 for a single one', () => {
		expect([0, -5, 1].map((bonuses) => strengthOf('bonusesLapsing', lapse(0, bonuses)))).toEqual([0, 0, 1]);
	});

	it('is 0 where the cell is blank', () => {
		expect(strengthOf('bonusesLapsing', lapse(null, 240))).toBe(0);
	});

	it('is told in days ahead with the number of bonuses, since 30 days before', () => {
		expect(evidenceOf('bonusesLapsing', lapse(15, 240))).toMatchObject({ kind: 'bonusesLapse', measured: 15, usual: 240, since: daysAgo(15) });
	});

	it('has no data where no column is named', () => {
		expect(strengthOf('bonusesLapsing', { named: { isNamed: { priceRisesOn: true } } })).toBe('noSuchColumn');
	});
});
