import fc from 'fast-check';
import type { LifetimeValueQuestion } from '../../../domain/survival/lifetimeValue';
import { lifetimeValue, loyalValue } from '../../../domain/survival/lifetimeValue';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { law } from '../../support/law';

/** The vector of DOMAIN 1: 5 of 100, 0 of 200, 10 of 100, 100 a customer and period. */
const vector: LifetimeValueQuestion = Object.freeze({ lost: [5, 0, 10], atStart: [100, 200, 100], marginPerPeriod: 100, horizonPeriods: 60 });

const valueOf = (changed: Partial<LifetimeValueQuestion> = {}) => {
	const outcome = lifetimeValue({ ...vector, ...changed });
	if (outcome.value === null) throw new Error(outcome.reason);
	return outcome;
};

describe('lifetimeValue (C12): margin × the periods a customer stays', () => {
	it('of 5 of 100, 0 of 200, 10 of 100 at 100 is 2,666.67 [1,640.85, 4,375.40] (DOMAIN 1)', () => {
		const found = valueOf();
		hasDigits(found.value, '2666.67', 'value');
		hasLimits(found, '1640.85', '4375.40');
		expect([found.lost, found.atStart, found.churnRate, found.isCapped]).toEqual([15, 400, 15 / 400, false]);
	});

	it('is not by the mean of the rates, which is 5 % and would give 2,000', () => {
		closeTo(valueOf().periods, 400 / 15, 'periods');
	});

	it('stops at the horizon: 1 / churn is 26.67 periods, the horizon 24: 2,400, and the upper limit with it', () => {
		const found = valueOf({ horizonPeriods: 24 });
		expect([found.value, found.high, found.periods, found.isCapped]).toEqual([2400, 2400, 24, true]);
		hasDigits(found.low, '1640.85', 'low');
	});

	it('stops the upper limit alone where only that reaches the horizon: 43.75 periods, the horizon 30', () => {
		const found = valueOf({ horizonPeriods: 30 });
		hasDigits(found.value, '2666.67', 'value');
		expect([found.high, found.isCapped]).toEqual([3000, false]);
	});

	it('where nobody left is null, not the horizon and not infinite', () => {
		expect(lifetimeValue({ ...vector, lost: [0, 0, 0] })).toEqual({ value: null, reason: 'noChurn' });
	});

	it('without customers, or without periods, is null', () => {
		expect(lifetimeValue({ ...vector, lost: [0], atStart: [0] })).toEqual({ value: null, reason: 'noCustomersAtStart' });
		expect(lifetimeValue({ ...vector, lost: [], atStart: [] })).toEqual({ value: null, reason: 'noCustomersAtStart' });
	});

	it('with a margin of 0 or less is null', () => {
		expect([0, -5].map((marginPerPeriod) => lifetimeValue({ ...vector, marginPerPeriod }))).toEqual(Array(2).fill({ value: null, reason: 'noSpend' }));
	});

	it('lies between its limits, grows with the margin, and is the same for one period of the sums', () => {
		law(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 50, max: 900 }), (lost, atStart) => {
			const found = valueOf({ lost: [lost], atStart: [atStart] });
			expect(found.low <= found.value && found.value <= found.high && found.high <= 6000).toBe(true);
			closeTo(valueOf({ lost: [lost], atStart: [atStart], marginPerPeriod: 200 }).value, 2 * found.value, { lost, atStart });
			expect(valueOf({ lost: [lost - 1, 1], atStart: [atStart - 1, 1] })).toEqual(found);
		});
	});
});

describe('loyalValue (C12, O): length of the relationship × spend per year', () => {
	const question = { days: Float64Array.of(100, 365, 730, 1095), spent: Float64Array.of(1000, 10, 20, 30), medianDays: 365 };

	it('of those who stayed at least 365 days: 2 years × 10 a year', () => {
		const found = loyalValue(question);
		expect([found.reason, found.value !== null && found.customers]).toEqual([null, 3]);
		closeTo(found.value, 20, 'value');
		closeTo(found.value === null ? null : found.years, 2, 'years');
		closeTo(found.value === null ? null : found.spendPerYear, 10, 'a year');
	});

	it('counts one who stayed exactly the median, and not one a day shorter', () => {
		expect([365, 366].map((medianDays) => (loyalValue({ ...question, medianDays }) as { customers: number }).customers)).toEqual([3, 2]);
	});

	it('is null where the median is not known, or nobody stayed so long', () => {
		expect(loyalValue({ ...question, medianDays: null })).toEqual({ value: null, reason: 'medianNotReached' });
		expect(loyalValue({ ...question, medianDays: 2000 })).toEqual({ value: null, reason: 'noCustomers' });
	});

	it('is null where they brought nothing, or more than can be added exactly', () => {
		expect(loyalValue({ ...question, spent: Float64Array.of(1000, -50, 20, 30) })).toEqual({ value: null, reason: 'noSpend' });
		expect(loyalValue({ ...question, spent: Float64Array.of(0, 2 ** 53, 2 ** 53, 0) })).toEqual({ value: null, reason: 'amountTooLarge' });
	});
});
