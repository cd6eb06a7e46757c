import fc from 'fast-check';
import type { BetaGeometricParameters, FirstDropout } from '../../../domain/purchases/betaGeometric';
import { betaGeometricLikelihood, chanceAlive, chanceOfPurchase, expectedPurchases } from '../../../domain/purchases/betaGeometric';
import { timingTables } from '../../../domain/purchases/timingTables';
import { closeTo, hasDigits } from '../../support/closeTo';
import type { OddCustomer } from '../../support/forecastReference';
import { purchaseModelsReference, within } from '../../support/forecastReference';
import type { Timing } from '../../support/forecastSamples';
import { drawnCustomers, purchaseTimes, rowsOf } from '../../support/forecastSamples';
import { Drawing } from '../../support/drawing';
import { law } from '../../support/law';
import { expectOwnSlopes } from '../../support/slopes';
import { betaGeometricExpected, betaGeometricOfOne } from '../../support/slowPurchaseModels';

/** BG/NBD on CDNOW in weeks, DOMAIN 3. */
const CDNOW: BetaGeometricParameters = Object.freeze({ r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 });
const BOTH: readonly FirstDropout[] = [0, 1];

const parametersOf = ([r, alpha, a, b]: readonly number[]): BetaGeometricParameters => ({ r, alpha, a, b });
const logs = (parameters: readonly number[]) => Float64Array.from(parameters, Math.log);
const likelihoodOf = (customers: readonly Timing[], first: FirstDropout) => betaGeometricLikelihood(timingTables(rowsOf(customers)), first);

/** A parameter evenly on the scale of logarithms. */
const anyBetween = (low: number, high: number) => fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const anyParameters = fc.tuple(anyBetween(1e-3, 50), anyBetween(1e-3, 5000), anyBetween(1e-4, 100), anyBetween(1e-3, 100));
/** Up to 500 repeats within up to 5,000 days; who never came back has a recency of 0. */
const anyCustomer: fc.Arbitrary<Timing> = fc
	.record({ repeats: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 500 })), age: fc.integer({ min: 0, max: 5000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
	.map(({ repeats, age, share }) => ({ repeats, age, recency: repeats === 0 ? 0 : Math.round(share * age) }));
const anyFirst = fc.constantFrom(...BOTH);

describe('the figures of BG/NBD and MBG/NBD', () => {
	it('have DOMAIN’s vector: 1.226 purchases in 39 weeks of who bought twice again, last in week 30.43 of 38.86', () => {
		hasDigits(expectedPurchases(CDNOW, { repeats: 2, recency: 30.43, age: 38.86 }, 0, 39), '1.226', 'DOMAIN 3');
	});

	it('agree with mpmath’s on odd customers (purchase_models.json): likelihood, slopes, alive, chance, expected', () => {
		const odd = purchaseModelsReference().odd.filter((each): each is OddCustomer & { model: 'bgNbd' | 'mbgNbd' } => each.model === 'bgNbd' || each.model === 'mbgNbd');
		expect(odd.length).toBeGreaterThan(100);
		for (const { model, parameters, x: repeats, tx: recency, T: age, h, ...expected } of odd) {
			const first = model === 'bgNbd' ? 0 : 1;
			const timing = { repeats, recency, age };
			const gradient = new Float64Array(4);
			closeTo(likelihoodOf([timing], first)(logs(parameters), gradient), expected.logLikelihood, { model, parameters, timing });
			expected.gradient.forEach((slope, i) => closeTo(gradient[i], slope, { model, parameters, timing, slope: i }));
			within(chanceAlive(parametersOf(parameters), timing, first), expected.alive, { model, parameters, timing }, 1e-11);
			within(chanceOfPurchase(parametersOf(parameters), timing, first, h), expected.chance, { model, parameters, timing, h }, 1e-11);
			within(expectedPurchases(parametersOf(parameters), timing, first, h), expected.expected, { model, parameters, timing, h }, 1e-11);
		}
	});

	it('under BG/NBD who bought once is alive for certain, and yet after 272 days of silence comes back within 273 with 14.4 % only', () => {
		const [once, parameters] = [{ repeats: 0, recency: 0, age: 272 }, { ...CDNOW, alpha: 7 * CDNOW.alpha }];
		expect(chanceAlive(parameters, once, 0)).toBe(1);
		// 1 − ((30.8952 + 272) / (30.8952 + 272 + 273))^.2426
		closeTo(chanceOfPurchase(parameters, once, 0, 273), 1 - (302.8952 / 575.8952) ** 0.2426, 'one-time buyer');
		hasDigits(chanceOfPurchase(parameters, once, 0, 273), '0.144', 'by hand');
		// 1 / (1 + .7929/2.4259 · (302.8952 / 30.8952)^.2426) = 1 / (1 + .3268 · 1.7398)
		hasDigits(chanceAlive(parameters, once, 1), '0.637', 'by hand');
	});

	it('on the day of a purchase who bought again has had one chance to leave: (b + x − 1) / (a + b + x − 1)', () => {
		closeTo(chanceAlive(CDNOW, { repeats: 3, recency: 20, age: 20 }, 0), (2.4259 + 2) / (0.7929 + 2.4259 + 2), 'BG/NBD');
		closeTo(chanceAlive(CDNOW, { repeats: 3, recency: 20, age: 20 }, 1), (2.4259 + 3) / (0.7929 + 2.4259 + 3), 'MBG/NBD');
	});
});

describe('the likelihood', () => {
	it('of a customer is what the papers write down', () => {
		law(fc.tuple(anyBetween(0.05, 10), anyBetween(0.5, 500), anyBetween(0.05, 10), anyBetween(0.05, 10)), fc.tuple(anyCustomer, anyFirst), (parameters, [timing, first]) => {
			within(likelihoodOf([timing], first)(logs(parameters), new Float64Array(4)), betaGeometricOfOne(parameters, timing, first), { parameters, timing, first }, 1e-8);
		});
	});

	it('has the slopes that its differences show, at any parameters and any customers', () => {
		law(anyParameters, fc.tuple(fc.array(anyCustomer, { minLength: 1, maxLength: 12 }), anyFirst), (parameters, [customers, first]) => {
			expectOwnSlopes(likelihoodOf(customers, first), logs(parameters));
		});
	});

	it('of many alike is that of one, so many times', () => {
		law(anyParameters, fc.tuple(fc.array(anyCustomer, { minLength: 1, maxLength: 5 }), anyFirst), (parameters, [customers, first]) => {
			const [one, three] = [customers, [...customers, ...customers, ...customers]].map((those) => likelihoodOf(those, first)(logs(parameters), new Float64Array(4)));
			closeTo(three, 3 * one, parameters);
		});
	});

	it('is higher at the parameters that drew 3,000 customers than at others 30 % away', () => {
		for (const first of BOTH) {
			const truth = [0.6, 20, 0.7, 2.5];
			const objective = likelihoodOf(drawnCustomers(11 + first, first === 0 ? 'bgNbd' : 'mbgNbd', truth, Array.from({ length: 3000 }, (_, i) => 100 + (i % 200))), first);
			const value = (parameters: readonly number[]) => objective(logs(parameters), new Float64Array(4));
			for (let i = 0; i < 4; i++) {
				for (const factor of [0.7, 1.3]) expect(value(truth.map((each, j) => (i === j ? each * factor : each)))).toBeLessThan(value(truth));
			}
		}
	});
});

describe('laws of a forecast', () => {
	/** Up to some hundreds of purchases a day. */
	const anyPace = anyParameters.filter(([r, alpha]) => r < 300 * alpha);
	const anyHorizon = fc.integer({ min: 1, max: 400 });

	it('the chance lies in 0 to 1, is at most that of being alive, and grows with the horizon', () => {
		law(anyParameters, fc.tuple(anyCustomer, anyFirst, anyHorizon), (parameters, [timing, first, horizon]) => {
			const chance = (days: number) => chanceOfPurchase(parametersOf(parameters), timing, first, days);
			expect(chance(0)).toBe(0);
			expect(chance(horizon)).toBeGreaterThanOrEqual(0);
			expect(chance(horizon)).toBeLessThanOrEqual(chanceAlive(parametersOf(parameters), timing, first));
			expect(chance(2 * horizon)).toBeGreaterThanOrEqual(chance(horizon));
		}, 500);
	});

	it('as many purchases are expected as the chance of one, or more; none in no time, more in more', () => {
		law(anyPace, fc.tuple(anyCustomer, anyFirst, anyHorizon), (parameters, [timing, first, horizon]) => {
			const expected = (days: number) => expectedPurchases(parametersOf(parameters), timing, first, days);
			expect(expected(0)).toBe(0);
			expect(Number.isFinite(expected(horizon))).toBe(true);
			expect(expected(horizon)).toBeGreaterThanOrEqual(chanceOfPurchase(parametersOf(parameters), timing, first, horizon) * (1 - 1e-12));
			expect(expected(2 * horizon)).toBeGreaterThanOrEqual(expected(horizon) * (1 - 1e-9));
		});
	});

	it('nobody is expected to buy more often than at their pace without leaving: (r + x) h / (α + T)', () => {
		law(anyPace, fc.tuple(anyCustomer, anyFirst, anyHorizon), (parameters, [timing, first, horizon]) => {
			const [r, alpha] = parameters;
			expect(expectedPurchases(parametersOf(parameters), timing, first, horizon)).toBeLessThanOrEqual(((r + timing.repeats) * horizon * (1 + 1e-9)) / (alpha + timing.age));
		});
	});

	it('the longer the silence, the less likely alive; who left nothing to leave by (a to 0) is alive', () => {
		law(anyParameters, fc.tuple(anyCustomer, anyFirst), (parameters, [timing, first]) => {
			const alive = (own: BetaGeometricParameters, age: number) => chanceAlive(own, { ...timing, age }, first);
			expect(alive(parametersOf(parameters), timing.age + 100)).toBeLessThanOrEqual(alive(parametersOf(parameters), timing.age));
		});
		expect(chanceAlive({ ...CDNOW, a: 1e-300 }, { repeats: 3, recency: 10, age: 30 }, 0)).toBe(1);
	});

	it('weeks or days are the same: with α and all times seven times as large nothing changes', () => {
		law(anyPace, fc.tuple(anyCustomer, anyFirst, anyHorizon), (parameters, [{ repeats, recency, age }, first, horizon]) => {
			const [weeks, days] = [1, 7].map((unit) => {
				const own = { ...parametersOf(parameters), alpha: unit * parameters[1] };
				const timing = { repeats, recency: unit * recency, age: unit * age };
				return [chanceAlive(own, timing, first), chanceOfPurchase(own, timing, first, unit * horizon), expectedPurchases(own, timing, first, unit * horizon)];
			});
			weeks.forEach((figure, i) => within(days[i], figure, { parameters, i }, 1e-10));
		});
	});
});

describe('expectedPurchases', () => {
	it('is the papers’ form with Gauss’ function, wherever that can be computed: a not 1, within a horizon twice as long as α + T', () => {
		const anyUsual = fc.tuple(anyBetween(0.05, 10), anyBetween(0.5, 500), anyBetween(0.05, 10).filter((a) => Math.abs(a - 1) > 0.05), anyBetween(0.3, 10));
		law(anyUsual, fc.tuple(anyCustomer.filter(({ repeats }) => repeats <= 20), anyFirst, fc.double({ min: 0.01, max: 2, noNaN: true })), (parameters, [timing, first, share]) => {
			fc.pre(timing.repeats + first > 0 || parameters[2] + parameters[3] > 1.05);
			const horizon = share * (parameters[1] + timing.age);
			const [got, expected] = [expectedPurchases(parametersOf(parameters), timing, first, horizon), betaGeometricExpected(parameters, timing, first, horizon)];
			// The papers' form is a difference of nearly equal numbers where hardly anything is expected.
			within(got, expected, { parameters, timing, first, horizon }, 1e-8 / Math.min(1, share));
		}, 300);
	});

	it('has no gap where the papers’ form has: a = 1, and a + b = 1 of who bought once, lie between their neighbours', () => {
		const timing = { repeats: 0, recency: 0, age: 100 };
		for (const [a, b] of [[1, 2.4], [0.4, 0.6]]) {
			const [below, at, above] = [a * 0.9999, a, a * 1.0001].map((own) => expectedPurchases({ r: 0.6, alpha: 20, a: own, b }, timing, 0, 90));
			expect(below).toBeGreaterThan(at);
			expect(at).toBeGreaterThan(above);
			expect(below / above).toBeLessThan(1.001);
		}
	});

	it('is the mean of 15,000 futures drawn: pace gamma (r + x, α + T), chance to leave beta (a, b + x)', () => {
		const parameters = [0.8, 25, 0.6, 2.2];
		const [timing, horizon] = [{ repeats: 4, recency: 90, age: 110 }, 120];
		for (const first of BOTH) {
			const draw = new Drawing(31 + first);
			let [sum, squares, some] = [0, 0, 0];
			for (let future = 0; future < 15_000; future++) {
				// Of a customer who is alive the posterior is of the same kind; such a customer buys like one who cannot leave at first.
				const bought = purchaseTimes(draw, 'bgNbd', [parameters[0] + 4, parameters[1] + 110, parameters[2], parameters[3] + 4 + first], horizon).length;
				sum += bought;
				squares += bought * bought;
				some += Number(bought > 0);
			}
			const alive = chanceAlive(parametersOf(parameters), timing, first);
			const [mean, share] = [sum / 15_000, some / 15_000];
			// Four standard errors.
			expect(Math.abs(expectedPurchases(parametersOf(parameters), timing, first, horizon) / alive - mean)).toBeLessThan(4 * Math.sqrt((squares / 15_000 - mean ** 2) / 15_000));
			expect(Math.abs(chanceOfPurchase(parametersOf(parameters), timing, first, horizon) / alive - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 15_000));
		}
	});

	it('and the chance come true for 12,000 customers drawn and watched on, in every class of repeats and silence', () => {
		const [truth, age, horizon] = [[0.6, 20, 0.7, 2.5], 200, 150];
		for (const first of BOTH) {
			const draw = new Drawing(51 + first);
			const classes = new Map<string, { customers: number; chance: number; expected: number; bought: number; purchases: number; squares: number }>();
			for (let customer = 0; customer < 12_000; customer++) {
				const times = purchaseTimes(draw, first === 0 ? 'bgNbd' : 'mbgNbd', truth, age + horizon);
				const known = times.filter((time) => time <= age);
				const timing = { repeats: known.length, recency: known.at(-1) ?? 0, age };
				const name = `${Math.min(known.length, 4)} repeats, silent for ${age - timing.recency > 60 ? 'long' : 'a while'}`;
				const sums = classes.get(name) ?? { customers: 0, chance: 0, expected: 0, bought: 0, purchases: 0, squares: 0 };
				classes.set(name, sums);
				const later = times.length - known.length;
				const off = later - expectedPurchases(parametersOf(truth), timing, first, horizon);
				sums.customers++;
				sums.chance += chanceOfPurchase(parametersOf(truth), timing, first, horizon);
				sums.bought += Number(later > 0);
				sums.purchases += off;
				sums.squares += off * off;
			}
			expect(classes.size).toBeGreaterThanOrEqual(8);
			for (const { customers, chance, bought, purchases, squares } of classes.values()) {
				// Four standard errors, and one customer for the classes of few.
				expect(Math.abs(chance - bought)).toBeLessThan(1 + 4 * Math.sqrt(chance * Math.max(0, 1 - chance / customers)));
				expect(Math.abs(purchases)).toBeLessThan(1 + 4 * Math.sqrt(squares));
			}
		}
	});
});
