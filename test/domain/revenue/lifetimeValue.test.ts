import { lifetimeValue } from '../../../domain/revenue/lifetimeValue';
import type { LifetimeValue } from '../../../domain/revenue/lifetimeValue';
import { wilsonInterval } from '../../../domain/statistics/interval';
import { closeTo, hasDigits } from '../../support/closeTo';

const valueOf = (lost: number, atStart: number, marginPerPeriod: number, horizonPeriods: number) =>
	lifetimeValue({ lost, atStart, marginPerPeriod, horizonPeriods }) as LifetimeValue;

describe('lifetimeValue', () => {
	it('of 5/100, 0/200 and 10/100 at 100 a period is 2,666.67 [1,640.85, 4,375.40] (DOMAIN 1)', () => {
		const { value, low, high, isCapped } = valueOf(5 + 0 + 10, 100 + 200 + 100, 100, 60);
		hasDigits(value, '2666.67', 'value');
		hasDigits(low, '1640.85', 'low');
		hasDigits(high, '4375.40', 'high');
		expect(isCapped).toBe(false);
	});

	it('is capped at the horizon: 1 of 400 would be 400 periods, 60 are believed', () => {
		const { value, low, high, isCapped } = valueOf(1, 400, 10, 60);
		expect([value, high, isCapped]).toEqual([600, 600, true]);
		closeTo(low, 10 * Math.min(60, 1 / wilsonInterval(1, 400).high), 'low');
	});

	it('is not capped where the life is the horizon: 1 of 60', () => {
		expect(valueOf(1, 60, 10, 60)).toMatchObject({ value: 600, isCapped: false });
	});

	it('can have its upper limit alone at the horizon: 2 of 100 is 50 periods, at most 60', () => {
		expect(valueOf(2, 100, 10, 60)).toMatchObject({ value: 500, high: 600, isCapped: false });
	});

	it('is one period’s margin where all leave', () => {
		expect(valueOf(10, 10, 10, 60).value).toBe(10);
	});

	it('is undefined where nobody was lost, also where nobody was there: nothingLost', () => {
		expect([lifetimeValue({ lost: 0, atStart: 400, marginPerPeriod: 10, horizonPeriods: 60 }), lifetimeValue({ lost: 0, atStart: 0, marginPerPeriod: 10, horizonPeriods: 60 })]).toEqual(['nothingLost', 'nothingLost']);
	});
});
