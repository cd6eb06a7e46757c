import fc from 'fast-check';
import type { PurchaseCustomers } from '../../../domain/purchases/purchaseCustomers';
import { populationOf } from '../../../domain/winback/population';
import type { RuleFacts } from '../../../domain/winback/rules/rule';
import { closeTo } from '../../support/closeTo';
import { law, TABLES } from '../../support/law';
import type { Person } from '../../support/winBackPersons';
import { customersOf, purchasesOf } from '../../support/winBackPersons';

const factsOf = (persons: readonly Person[]): RuleFacts[] => {
	const { factsOf: of } = populationOf(purchasesOf(persons));
	const { behaviourOf } = customersOf(persons);
	return persons.map(({ isKnown = true }, customer) => of(customer, behaviourOf(customer), isKnown));
};

/** Of known values the middle one, or the mean of the middle two. */
function slowMedian(values: readonly number[]): number | null {
	const sorted = [...values].sort((one, other) => one - other);
	const half = sorted.length / 2;
	if (sorted.length === 0) return null;
	return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
}

/** In which fifth of the known values of a group one is: as many are strictly worse; 0 among fewer than five. */
function slowFifth(value: number, among: readonly number[]): number {
	const known = among.filter((each) => !Number.isNaN(each));
	if (Number.isNaN(value) || known.length < 5) return 0;
	return 1 + Math.floor((5 * known.filter((each) => each < value).length) / known.length);
}

/** By plain loops over everybody, for each customer anew. */
function slowFacts({ count, purchaseDays, ageDays, net, margin, currency }: PurchaseCustomers, customer: number) {
	const buyers = Array.from({ length: count }, (_, each) => each).filter((each) => purchaseDays[each] > 0);
	const alike = buyers.filter((each) => currency[each] === currency[customer]);
	const average = (each: number) => net[each] / purchaseDays[each];
	const known = alike.map(average).filter((value) => !Number.isNaN(value));
	const withMargin = alike.filter((each) => net[each] > 0 && !Number.isNaN(margin[each]));
	const sum = (of: Float64Array) => withMargin.reduce((total, each) => total + of[each], 0);
	const isBuyer = purchaseDays[customer] > 0;
	const own = isBuyer ? average(customer) : NaN;
	return {
		purchaseDays: purchaseDays[customer],
		ageDays: isBuyer ? ageDays[customer] : null,
		frequencyScore: isBuyer ? slowFifth(purchaseDays[customer], buyers.map((each) => purchaseDays[each])) : 0,
		ageScore: isBuyer ? slowFifth(ageDays[customer], buyers.map((each) => ageDays[each])) : 0,
		purchaseScore: slowFifth(own, known),
		averagePurchase: Number.isNaN(own) ? null : own,
		usualPurchase: slowMedian(known),
		marginRate: net[customer] > 0 && !Number.isNaN(margin[customer]) ? margin[customer] / net[customer] : null,
		usualMarginRate: withMargin.length === 0 ? null : sum(margin) / sum(net),
	};
}

const anyAmount = fc.oneof(fc.integer({ min: -50, max: 300 }), fc.constantFrom(NaN, 0));
const anyPerson = fc.record({
	purchaseDays: fc.integer({ min: 0, max: 6 }),
	age: fc.integer({ min: 200, max: 600 }),
	net: anyAmount,
	margin: anyAmount,
	currency: fc.constantFrom('', 'EUR', 'EUR', 'UAH'),
});

describe('populationOf(customers)', () => {
	it('holds each against all as a loop over everybody does: fifths, medians and margin rates by currency', () => {
		law(fc.array(anyPerson, { minLength: 1, maxLength: 30, size: 'max' }), fc.constant(null), (drawn) => {
			const persons = drawn.map((person, id) => ({ id, ...person }));
			const customers = purchasesOf(persons);
			factsOf(persons).forEach((facts, customer) => {
				const { averagePurchase, usualPurchase, marginRate, usualMarginRate, ...exact } = slowFacts(customers, customer);
				expect(facts).toMatchObject(exact);
				closeTo(facts.averagePurchase, averagePurchase, persons);
				closeTo(facts.usualPurchase, usualPurchase, persons);
				closeTo(facts.marginRate, marginRate, persons);
				closeTo(facts.usualMarginRate, usualMarginRate, persons);
			});
		}, TABLES);
	});

	it('is by currency: where purchases bring 10, 20 and 60 EUR and 1,000 UAH, the usual one brings 20 EUR, or 1,000 UAH', () => {
		const of = (net: number, currency = 'EUR'): Person => ({ id: net, purchaseDays: 1, net, currency });
		const { usualPurchaseIn } = populationOf(purchasesOf([of(10), of(20), of(60), of(1000, 'UAH')]));
		expect([usualPurchaseIn(0), usualPurchaseIn(1), usualPurchaseIn(-1)]).toEqual([20, 1000, null]);
	});

	it('takes margin rates by money, not by customers: 40 of 100 and 10 of 400 are 50 of 500', () => {
		const [{ usualMarginRate, marginRate }] = factsOf([{ id: 1, net: 100, margin: 40 }, { id: 2, net: 400, margin: 10 }, { id: 3, net: 900 }, { id: 4, net: -5, margin: 90 }]);
		expect([usualMarginRate, marginRate]).toEqual([0.1, 0.4]);
	});

	it('does not count who never bought: five who bought once are all in the first fifth, however many did not', () => {
		const persons = Array.from({ length: 25 }, (_, id): Person => ({ id, purchaseDays: id < 5 ? 1 : 0 }));
		expect(factsOf(persons).map(({ frequencyScore }) => frequencyScore)).toEqual(persons.map(({ purchaseDays }) => purchaseDays));
	});

	it('knows of no purchase where the stream is not connected, and of 0 where it is', () => {
		expect(factsOf([{ id: 1, purchaseDays: 0, isKnown: false }, { id: 2, purchaseDays: 0 }]).map(({ purchaseDays }) => purchaseDays)).toEqual([null, 0]);
	});

	it('passes on how they behaved', () => {
		expect(factsOf([{ id: 1, behaviour: { promotionShare: 0.5, isToxic: true } }])[0]).toMatchObject({ promotionShare: 0.5, isToxic: true, isBigName: null });
	});
});
