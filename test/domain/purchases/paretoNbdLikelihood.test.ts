import fc from 'fast-check';
import type { ParetoParameters } from '../../../domain/purchases/paretoNbdLikelihood';
import { paretoChanceAlive, paretoChanceOfPurchase, paretoExpectedPurchases, paretoLikelihood } from '../../../domain/purchases/paretoNbdLikelihood';
import { timingTables } from '../../../domain/purchases/timingTables';
import { closeTo } from '../../support/closeTo';
import { Drawing } from '../../support/drawing';
import { purchaseModelsReference, within } from '../../support/forecastReference';
import type { Timing } from '../../support/forecastSamples';
import { purchaseTimes, rowsOf } from '../../support/forecastSamples';
import { law } from '../../support/law';
import { expectOwnSlopes } from '../../support/slopes';
import { paretoOfOne } from '../../support/slowPurchaseModels';

const parametersOf = ([r, alpha, s, beta]: readonly number[]): ParetoParameters => ({ r, alpha, s, beta });
const logs = (parameters: readonly number[]) => Float64Array.from(parameters, Math.log);
const likelihoodOf = (customers: readonly Timing[]) => paretoLikelihood(timingTables(rowsOf(customers)));

const anyBetween = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const anyParameters = fc.tuple(anyBetween(1e-3, 50), anyBetween(1e-3, 5000), anyBetween(1e-4, 50), anyBetween(1e-3, 1e5));
const anyCustomer: fc.Arbitrary<Timing> = fc
	.record({ repeats: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 500 })), age: fc.integer({ min: 0, max: 5000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
	.map(({ repeats, age, share }) => ({ repeats, age, recency: repeats === 0 ? 0 : Math.round(share * age) }));
const anyHorizon = fc.integer({ min: 1, max: 1000 });

describe('the figures of Pareto/NBD', () => {
	it('agree with mpmath’s on odd customers (purchase_models.json): likelihood, slopes, alive, chance, expected', () => {
		const odd = purchaseModelsReference().odd.filter(({ model }) => model === 'paretoNbd');
		expect(odd.length).toBeGreaterThan(40);
		for (const { parameters, x: repeats, tx: recency, T: age, h, ...expected } of odd) {
			const timing = { repeats, recency, age };
			const gradient = new Float64Array(4);
			closeTo(likelihoodOf([timing])(logs(parameters), gradient), expected.logLikelihood, { parameters, timing });
			expected.gradient.forEach((slope, i) => closeTo(gradient[i], slope, { parameters, timing, slope: i }));
			within(paretoChanceAlive(parametersOf(parameters), timing), expected.alive, { parameters, timing }, 1e-10);
			within(paretoChanceOfPurchase(parametersOf(parameters), timing, h), expected.chance, { parameters, timing, h }, 1e-10);
			within(paretoExpectedPurchases(parametersOf(parameters), timing, h), expected.expected, { parameters, timing, h }, 1e-10);
		}
	});

	it('with equal scales are powers alone: who came twice again by day 30 of 90, α = β = 50, r 1, s 1, is alive with 4 / (1 + 3 (7/4)^4)', () => {
		// P(alive) = 1 / (1 + s/(r + s + x) · (((α + T)/(α + tx))^(r + s + x) − 1)) = 1 / (1 + ¼ ((140/80)^4 − 1)).
		closeTo(paretoChanceAlive({ r: 1, alpha: 50, s: 1, beta: 50 }, { repeats: 2, recency: 30, age: 90 }), 4 / (3 + 1.75 ** 4), 'equal scales');
	});

	it('expect as many purchases as the pace times the time that is left: at s = 1 (r + x)/(α + T) · (β + T) ln((β + T + h)/(β + T)) if alive', () => {
		const [parameters, timing] = [{ r: 0.5, alpha: 40, s: 1, beta: 60 }, { repeats: 3, recency: 100, age: 140 }];
		closeTo(paretoExpectedPurchases(parameters, timing, 90), paretoChanceAlive(parameters, timing) * (3.5 / 180) * 200 * Math.log(290 / 200), 's = 1');
	});

	it('on the day of a purchase everybody is alive', () => {
		expect(paretoChanceAlive({ r: 0.5, alpha: 40, s: 2, beta: 60 }, { repeats: 3, recency: 140, age: 140 })).toBe(1);
		expect(paretoChanceAlive({ r: 0.5, alpha: 40, s: 2, beta: 60 }, { repeats: 0, recency: 0, age: 0 })).toBe(1);
	});
});

describe('the likelihood', () => {
	it('of a customer is what the papers write with Gauss’ function, where its series is quick', () => {
		law(fc.tuple(anyBetween(0.1, 5), anyBetween(10, 300), anyBetween(0.1, 5), anyBetween(10, 300)), anyCustomer.filter(({ repeats }) => repeats <= 30), (parameters, timing) => {
			within(likelihoodOf([timing])(logs(parameters), new Float64Array(4)), paretoOfOne(parameters, timing), { parameters, timing }, 1e-7);
		});
	});

	it('has the slopes that its differences show, at any parameters and any customers', () => {
		law(anyParameters, fc.array(anyCustomer, { minLength: 1, maxLength: 3 }), (parameters, customers) => expectOwnSlopes(likelihoodOf(customers), logs(parameters)));
	});

	it('of many alike is that of one, so many times', () => {
		law(anyParameters, fc.array(anyCustomer, { minLength: 1, maxLength: 3 }), (parameters, customers) => {
			const [one, three] = [customers, [...customers, ...customers, ...customers]].map((those) => likelihoodOf(those)(logs(parameters), new Float64Array(4)));
			closeTo(three, 3 * one, parameters);
		}, 40);
	});
});

describe('laws of a forecast', () => {
	it('the chance lies in 0 to 1, is at most that of being alive, and grows with the horizon', () => {
		law(anyParameters, fc.tuple(anyCustomer, anyHorizon), (parameters, [timing, horizon]) => {
			const chance = (days: number) => paretoChanceOfPurchase(parametersOf(parameters), timing, days);
			const alive = paretoChanceAlive(parametersOf(parameters), timing);
			expect(chance(0)).toBe(0);
			expect(alive).toBeGreaterThanOrEqual(0);
			expect(alive).toBeLessThanOrEqual(1);
			expect(chance(horizon)).toBeGreaterThanOrEqual(0);
			expect(chance(horizon)).toBeLessThanOrEqual(alive);
			expect(chance(2 * horizon)).toBeGreaterThanOrEqual(chance(horizon) * (1 - 1e-9));
		});
	});

	it('as many purchases are expected as the chance of one, or more; none in no time, more in more', () => {
		law(anyParameters, fc.tuple(anyCustomer, anyHorizon), (parameters, [timing, horizon]) => {
			const expected = (days: number) => paretoExpectedPurchases(parametersOf(parameters), timing, days);
			expect(expected(0)).toBe(0);
			expect(Number.isFinite(expected(horizon))).toBe(true);
			expect(expected(horizon)).toBeGreaterThanOrEqual(paretoChanceOfPurchase(parametersOf(parameters), timing, horizon) * (1 - 1e-9));
			expect(expected(2 * horizon)).toBeGreaterThanOrEqual(expected(horizon));
		});
	});

	it('the longer the silence, the less likely alive', () => {
		law(anyParameters, anyCustomer, (parameters, timing) => {
			const alive = (age: number) => paretoChanceAlive(parametersOf(parameters), { ...timing, age });
			expect(alive(timing.age + 100)).toBeLessThanOrEqual(alive(timing.age) * (1 + 1e-9));
		});
	});

	it('weeks or days are the same: with α, β and all times seven times as large nothing changes', () => {
		law(anyParameters, fc.tuple(anyCustomer, anyHorizon), (parameters, [{ repeats, recency, age }, horizon]) => {
			const [weeks, days] = [1, 7].map((unit) => {
				const own = { r: parameters[0], alpha: unit * parameters[1], s: parameters[2], beta: unit * parameters[3] };
				const timing = { repeats, recency: unit * recency, age: unit * age };
				return [paretoChanceAlive(own, timing), paretoChanceOfPurchase(own, timing, unit * horizon), paretoExpectedPurchases(own, timing, unit * horizon)];
			});
			weeks.forEach((figure, i) => within(days[i], figure, { parameters, i }, 1e-9));
		});
	});
});

it('chance and expectation come true for 12,000 customers drawn and watched on, in every class of repeats and silence', () => {
	const [truth, age, horizon] = [[0.6, 20, 0.7, 120], 200, 150];
	const draw = new Drawing(71);
	const classes = new Map<string, { customers: number; chance: number; bought: number; off: number; squares: number }>();
	for (let customer = 0; customer < 12_000; customer++) {
		const times = purchaseTimes(draw, 'paretoNbd', truth, age + horizon);
		const known = times.filter((time) => time <= age);
		const timing = { repeats: known.length, recency: known.at(-1) ?? 0, age };
		const name = `${Math.min(known.length, 4)} repeats, silent for ${age - timing.recency > 60 ? 'long' : 'a while'}`;
		const sums = classes.get(name) ?? { customers: 0, chance: 0, bought: 0, off: 0, squares: 0 };
		classes.set(name, sums);
		const off = times.length - known.length - paretoExpectedPurchases(parametersOf(truth), timing, horizon);
		sums.customers++;
		sums.chance += paretoChanceOfPurchase(parametersOf(truth), timing, horizon);
		sums.bought += Number(times.length > known.length);
		sums.off += off;
		sums.squares += off * off;
	}
	expect(classes.size).toBeGreaterThanOrEqual(8);
	for (const { customers, chance, bought, off, squares } of classes.values()) {
		// Four standard errors, and one customer for the classes of few.
		expect(Math.abs(chance - bought)).toBeLessThan(1 + 4 * Math.sqrt(chance * Math.max(0, 1 - chance / customers)));
		expect(Math.abs(off)).toBeLessThan(1 + 4 * Math.sqrt(squares));
	}
});
