import fc from 'fast-check';
import { exactChoice } from '../../../../domain/winback/selection/exactChoice';
import { choiceOf } from '../../../../domain/winback/selection/pricedChoice';
import { closeTo } from '../../../support/closeTo';
import { Drawing } from '../../../support/drawing';
import { law } from '../../../support/law';
import type { OptionRow } from '../../../support/winbackOptions';
import { anyCustomers, mostByTrying, optionsOf } from '../../../support/winbackOptions';

/** Knowing nothing: a call and money cost nothing, and nobody is contacted. */
const asked = (customers: OptionRow[][], room: number, calls: number, prices = { money: 0, call: 0 }) => {
	const options = optionsOf(customers);
	return exactChoice({ options, room, calls, prices, start: choiceOf(options, new Int32Array(customers.length).fill(-1)) });
};

describe('exactChoice(question)', () => {
	it('is what trying every choice finds, whatever the prices by which it leaves out what cannot become better', () => {
		const prices = fc.record({ money: fc.double({ min: 0, max: 3, noNaN: true }), call: fc.double({ min: 0, max: 3, noNaN: true }) });
		law(anyCustomers(0, 6), fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 4 }), prices), (customers, [budget, calls, own]) => {
			const { choice, isProven } = asked(customers, budget, calls, own);
			closeTo(choice.value, mostByTrying(customers, { budget, calls }), { customers, budget, calls, own });
			expect(isProven).toBe(true);
		}, 300);
	});

	it('fills 13 of costs 5, 5, 8 and 9 with 5 and 8', () => {
		expect([...asked([[[5, 5]], [[5, 5]], [[8, 8]], [[9, 9]]], 13, 0).choice.taken].map((option) => option >= 0)).toEqual([true, false, true, false]);
	});

	it('says that it is not sure where there are too many choices to keep, and still misses less than a millionth', () => {
		const draw = new Drawing(7);
		const customers = Array.from({ length: 16 }, () => Array.from({ length: 6 }, (): OptionRow => {
			const cost = draw.uniform(1, 100);
			return [3 * cost, cost];
		}));
		const { choice, isProven } = asked(customers, 400, 0);
		expect(isProven).toBe(false);
		// Everything is worth three times what it costs, so no choice adds more than 3 · 400.
		expect(choice.value).toBeLessThanOrEqual(1200 * (1 + 1e-12));
		expect(choice.value).toBeGreaterThan(1200 * (1 - 1e-6));
	});
});
