import { populationOf } from '../../../domain/signs/population';
import type { Given } from '../../support/signs';
import { daysAgo, observedOf } from '../../support/signs';

function populationOfGiven(given: readonly Given[], scale: number | null = null) {
	const observed = given.map(observedOf);
	return populationOf({ count: observed.length, of: (customer) => observed[customer] }, scale);
}

const scored = (...scores: number[]) => scores.map((lastSatisfaction) => ({ tickets: { lastSatisfaction, lastSatisfactionOn: daysAgo(1) } }));
const scaleOf = (...scores: number[]) => populationOfGiven(scored(...scores)).satisfactionScale;

describe('populationOf()', () => {
	it('knows nothing of nobody, and of customers who have nothing', () => {
		const nothing = { purchaseHabit: null, contactHabit: null, usualFirstAnswerHours: null, usualDelayDays: null, satisfactionScale: null };
		expect(populationOfGiven([])).toEqual(nothing);
		expect(populationOfGiven([{}, { purchases: {}, contacts: {}, tickets: {}, payments: {} }])).toEqual(nothing);
	});

	it('learns of few customers their mean gap: 2 · (100 + 20) / (3 + 1) for purchases, who bought once left out', () => {
		const bought = (repeats: number, recencyDays: number) => ({ purchases: { repeats, recencyDays } });
		expect(populationOfGiven([bought(3, 100), bought(1, 20), bought(0, 0)]).purchaseHabit).toEqual({ r: 2, alpha: 60 });
	});

	it('learns of contacts from their days: 2 · (100 + 20) / (3 + 1) of four and two contact days, one and none left out', () => {
		const met = (contactDays: number, span: number) => ({ contacts: { contactDays, firstOn: daysAgo(span + 7), lastOn: daysAgo(7) } });
		expect(populationOfGiven([met(4, 100), met(2, 20), met(1, 0), { contacts: { contactDays: 0 } }])).toMatchObject({ contactHabit: { r: 2, alpha: 60 }, purchaseHabit: null });
	});

	it('fits the shape from 20 customers on who came again: 19 of equal gaps are of shape 2, 20 as alike as can be', () => {
		const alike = (count: number) => Array.from({ length: count }, () => ({ purchases: { repeats: 4, recencyDays: 120 } }));
		expect(populationOfGiven(alike(19)).purchaseHabit).toEqual({ r: 2, alpha: 60 });
		expect(populationOfGiven(alike(20)).purchaseHabit!.r).toBeCloseTo(1000, 6);
	});

	it('has the medians of what is usual, of those who have it: 3 of 1, 3 and 8 hours, 2.5 of 2 and 3 days', () => {
		const hours = [8, 1, 3, null].map((usualFirstAnswerHours) => ({ tickets: { usualFirstAnswerHours } }));
		const delays = [3, 2, null].map((usualDelayDays) => ({ payments: { usualDelayDays } }));
		expect(populationOfGiven([...hours, ...delays])).toMatchObject({ usualFirstAnswerHours: 3, usualDelayDays: 2.5 });
	});

	it('takes the scale of the highest score: 1, 5, 10 or 100', () => {
		expect([scaleOf(0), scaleOf(0, 1), scaleOf(1, 1.5), scaleOf(5), scaleOf(5.1), scaleOf(10, 2), scaleOf(11), scaleOf(100), scaleOf(250)]).toEqual([1, 1, 5, 5, 10, 10, 100, 100, 100]);
	});

	it('takes the scale of the settings before that', () => {
		expect(populationOfGiven(scored(3, 4), 10).satisfactionScale).toBe(10);
		expect(populationOfGiven([], 5).satisfactionScale).toBe(5);
	});
});
