import fc from 'fast-check';
import { PricedChoices } from '../../../../domain/winback/selection/pricedChoice';
import { closeTo } from '../../../support/closeTo';
import { law } from '../../../support/law';
import type { OptionRow } from '../../../support/winbackOptions';
import { anyCustomers, mostByTrying, optionsOf } from '../../../support/winbackOptions';

describe('PricedChoices', () => {
	it('finds the choice that is worth most after its money is paid for, as trying every choice does', () => {
		law(anyCustomers(0, 6), fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.integer({ min: 0, max: 4 })), (customers, [price, calls]) => {
			const { value, cost } = new PricedChoices(optionsOf(customers), calls).at(price);
			const paid = customers.map((own) => own.map(([worth, money, ...isCall]): OptionRow => [worth - price * money, 0, ...isCall]));
			expect(Math.abs(value - price * cost - mostByTrying(paid, { budget: null, calls }))).toBeLessThan(1e-9);
		});
	});

	it('costs less and adds less the dearer money is', () => {
		law(anyCustomers(0, 40), fc.tuple(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 5, noNaN: true })), (customers, [price, more]) => {
			const choices = new PricedChoices(optionsOf(customers), 5);
			const [cheap, dear] = [choices.at(price), choices.at(price + more)];
			expect(dear.cost).toBeLessThanOrEqual(cheap.cost * (1 + 1e-9));
			expect(dear.value).toBeLessThanOrEqual(cheap.value * (1 + 1e-9));
		});
	});

	it('gives the calls that add the same to those whom they cost least more, 1 before 2, then to the first', () => {
		const choices = new PricedChoices(optionsOf([[[6, 3, 'call'], [2, 1]], [[5, 1, 'call'], [1, 0]], [[5, 1, 'call'], [1, 0]], [[4, 9, 'call']]]), 1);
		expect([...choices.at(0).taken]).toEqual([1, 2, 5, -1]);
		expect(choices.callPrice()).toBe(4);
	});

	it('says what one more call would add: the third of 5, 4 and 3 where there are two, and 0 where there are three', () => {
		const options = optionsOf([[[5, 1, 'call']], [[3, 1, 'call']], [[4, 1, 'call']]]);
		const priceOf = (calls: number) => {
			const choices = new PricedChoices(options, calls);
			choices.at(0);
			return choices.callPrice();
		};
		expect([0, 1, 2, 3].map(priceOf)).toEqual([5, 4, 3, 0]);
		closeTo(priceOf(9), 0, 'more calls than customers');
	});
});
