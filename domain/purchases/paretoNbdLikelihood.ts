/**
 * The likelihood of Pareto/NBD, and what it says of a customer.
 *
 * A customer buys at a rate of their own and leaves for good at a time of their own, whether they buy or not. Rates are
 * gamma distributed over customers (r, α), rates of leaving too (s, β).
 */
import type { Objective } from '../statistics/maximise';
import type { LifetimeIntegral } from './lifetimeIntegral';
import { lifetimeIntegral } from './lifetimeIntegral';
import type { Timing } from './timing';
import type { TimingTables } from './timingTables';
import { risingFactorials } from './timingTables';

export interface ParetoParameters {
	readonly r: number;
	readonly alpha: number;
	readonly s: number;
	readonly beta: number;
}

const noIntegral = (): LifetimeIntegral => ({ log: -Infinity, ofK: 0, ofM: 0, ofAlpha: 0, ofBeta: 0 });

/** e^x where it may be 0, and 1 / (1 + e^−x). */
const share = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * The log-likelihood over rows, of the logarithms of r, α, s, β, with its slopes. DOMAIN W4.
 *
 * Source: Schmittlein, Morrison and Colombo 1987; Fader and Hardie, A Note on Deriving the Pareto/NBD Model, 2005.
 * O(rows), each some dozen times that of BG/NBD.
 */
export function paretoLikelihood({ rows, mostRepeats }: TimingTables): Objective {
	const { count, repeats, recency, age, customers } = rows;
	const integral = noIntegral();
	return (point, gradient) => {
		const [r, alpha, s, beta] = point.map(Math.exp);
		const { log, slope } = risingFactorials(r, mostRepeats);
		const [logAlpha, logBeta, logS] = [Math.log(alpha), Math.log(beta), Math.log(s)];
		let [value, slopeOfR, slopeOfAlpha, slopeOfS, slopeOfBeta] = [0, 0, 0, 0, 0];
		for (let row = 0; row < count; row++) {
			const [x, number] = [repeats[row], customers[row]];
			const [logOwnAlpha, logOwnBeta] = [Math.log(alpha + age[row]), Math.log(beta + age[row])];
			const alive = -(r + x) * logOwnAlpha - s * logOwnBeta;
			lifetimeIntegral({ alpha, beta, k: r + x, m: s + 1 }, recency[row], age[row], integral);
			const left = logS + integral.log;
			const isLeft = share(left - alive);
			const isHere = 1 - isLeft;
			value += number * (log[x] + r * logAlpha + s * logBeta + Math.max(alive, left) + Math.log1p(Math.exp(-Math.abs(left - alive))));
			slopeOfR += number * (slope[x] + logAlpha - isHere * logOwnAlpha + isLeft * integral.ofK);
			slopeOfAlpha += number * (r / alpha - (isHere * (r + x)) / (alpha + age[row]) + isLeft * integral.ofAlpha);
			slopeOfS += number * (logBeta - isHere * logOwnBeta + isLeft * (1 / s + integral.ofM));
			slopeOfBeta += number * (s / beta - (isHere * s) / (beta + age[row]) + isLeft * integral.ofBeta);
		}
		gradient[0] = r * slopeOfR;
		gradient[1] = alpha * slopeOfAlpha;
		gradient[2] = s * slopeOfS;
		gradient[3] = beta * slopeOfBeta;
		return value;
	};
}

const lookAhead = noIntegral();

/** The chance that a customer has not left for good; never the chance that they come back. */
export function paretoChanceAlive({ r, alpha, s, beta }: ParetoParameters, { repeats, recency, age }: Timing): number {
	const k = r + repeats;
	const left = Math.log(s) + lifetimeIntegral({ alpha, beta, k, m: s + 1 }, recency, age, lookAhead).log;
	return share(-k * Math.log(alpha + age) - s * Math.log(beta + age) - left);
}

/** The chance of at least one purchase within a horizon: to buy before one leaves and before it ends. */
export function paretoChanceOfPurchase(parameters: ParetoParameters, timing: Timing, horizon: number): number {
	const { r, alpha, s, beta } = parameters;
	const k = r + timing.repeats;
	const scales = { alpha: alpha + timing.age, beta: beta + timing.age };
	const { log } = lifetimeIntegral({ ...scales, k: k + 1, m: s }, 0, horizon, lookAhead);
	const ifAlive = Math.exp(Math.log(k) + k * Math.log(scales.alpha) + s * Math.log(scales.beta) + log);
	return paretoChanceAlive(parameters, timing) * Math.min(1, ifAlive);
}

/** How many purchases are expected within a horizon: the pace times the time that is left on average. */
export function paretoExpectedPurchases(parameters: ParetoParameters, timing: Timing, horizon: number): number {
	const { r, alpha, s, beta } = parameters;
	const scale = beta + timing.age;
	const longer = Math.log1p(horizon / scale);
	const exponent = (1 - s) * longer;
	const timeLeft = scale * longer * (exponent === 0 ? 1 : Math.expm1(exponent) / exponent);
	return paretoChanceAlive(parameters, timing) * ((r + timing.repeats) / (alpha + timing.age)) * timeLeft;
}
