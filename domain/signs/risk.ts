/** From the strengths of signs to one index: 0 is safe, 100 is leaving. DOMAIN S21, S24. */
import type { FamilyId } from './families';
import { familyIds } from './families';
import type { Bounds } from './levels';
import { boundsByOdds } from './levels';
import type { SignId } from './signs';
import { signIds, signs } from './signs';

/** The surest sign sets the least the risk can be. DOMAIN S24. */
const FLOOR = 90;

export type OddsRatios = Readonly<Record<SignId, number>>;
export type Shares = Readonly<Record<FamilyId, number>>;

/** Strengths of customers, one after the other, each in the order of `signIds`; NaN where there is no data. */
export type Strengths = Float64Array;

const SIGNS = signIds.length;
const FAMILIES = familyIds.length;
const FAMILY_OF_SIGN = signIds.map((id) => familyIds.indexOf(signs[id].family));
const TOLD = signIds.indexOf('toldUs');

/** What a combination makes of a customer's strengths. */
export interface Assessment {
	/** 0 to 100; null where no sign has data. */
	readonly risk: number | null;
	/** The share of all weights for which there is data, 0 to 1. */
	readonly completeness: number;
}

export interface Scoring {
	of(customer: number): Assessment;
	/** By sign, by how many points the risk would be lower if no sign of its family fired, not counting the floor that what they told us sets; 0 where another of its family is stronger. */
	contributionsOf(customer: number): number[];
}

export interface Combination {
	readonly title: string;
	readonly description: string;
	/** From which risk on a level holds, where the user sets no bounds. */
	boundsAt(base: number): Bounds;
	/** Learns what is usual from all customers who are scored, and then assesses one after the other. */
	scoring(strengths: Strengths, isScored: (customer: number) => boolean, settings: CombinationSettings): Scoring;
}

export interface CombinationSettings {
	/** Share of customers who leave in a period, above 0 and below 1. */
	readonly base: number;
	/** By sign, how many times the odds of leaving at full strength; 1 switches a sign off, none is below 1. */
	readonly oddsRatios: OddsRatios;
	readonly shares: Shares;
}

/** How strengths of families become a risk. */
interface Model {
	/** By sign, what its strength is multiplied by; 0 switches it off. */
	readonly factors: readonly number[];
	/** By family, for completeness. */
	readonly weights: readonly number[];
	/** The risk from what families have, without the floor; some family has data. */
	riskOf(strength: Float64Array): number;
}

/** The strongest sign of each family of one customer; holds until the next one is read. */
class StrongestSigns {
	/** By family, as the combination takes it; NaN where it has no data. */
	readonly strength = new Float64Array(FAMILIES);
	/** By family, which sign; -1 where it has no data. */
	readonly sign = new Int8Array(FAMILIES);

	constructor(
		private readonly strengths: Strengths,
		private readonly factors: readonly number[],
	) {}

	read(customer: number): void {
		this.strength.fill(NaN);
		this.sign.fill(-1);
		for (let sign = 0; sign < SIGNS; sign++) {
			const taken = this.strengths[customer * SIGNS + sign] * this.factors[sign];
			const family = FAMILY_OF_SIGN[sign];
			if (this.factors[sign] === 0 || Number.isNaN(taken) || taken <= this.strength[family]) continue;
			this.strength[family] = taken;
			this.sign[family] = sign;
		}
	}
}

const NOTHING_KNOWN: Assessment = Object.freeze({ risk: null, completeness: 0 });

function scoringBy(strengths: Strengths, { factors, weights, riskOf }: Model): Scoring {
	const strongest = new StrongestSigns(strengths, factors);
	const { strength, sign } = strongest;
	const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
	/** The least the risk can be. */
	const floorOf = (customer: number): number => (factors[TOLD] > 0 ? FLOOR * (strengths[customer * SIGNS + TOLD] || 0) : 0);
	return {
		of(customer) {
			strongest.read(customer);
			let known = 0;
			for (let family = 0; family < FAMILIES; family++) if (sign[family] !== -1) known += weights[family];
			const floor = floorOf(customer);
			if (known === 0) return floor === 0 ? NOTHING_KNOWN : { risk: floor, completeness: 0 };
			return { risk: Math.max(riskOf(strength), floor), completeness: known / allWeights };
		},
		contributionsOf(customer) {
			strongest.read(customer);
			const unfloored = riskOf(strength);
			const risk = Math.max(unfloored, floorOf(customer));
			const points = new Array<number>(SIGNS).fill(0);
			for (let family = 0; family < FAMILIES; family++) {
				if (sign[family] === -1) continue;
				const own = strength[family];
				strength[family] = 0;
				points[sign[family]] = (sign[family] === TOLD ? risk : unfloored) - riskOf(strength);
				strength[family] = own;
			}
			return points;
		},
	};
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** With fewer customers a mean says little of what is usual: a customer alone would be as usual as can be, whatever they do. */
const LEAST_CUSTOMERS = 20;
const MEAN_SQUARE_OF_FEW = 0.05;

/** The mean square of strength over those who have data; fewer than 20 are filled up with customers of whom .05 is told. */
function meanSquare(sum: number, count: number): number {
	const filledUp = Math.max(0, LEAST_CUSTOMERS - count);
	return (sum + filledUp * MEAN_SQUARE_OF_FEW) / (count + filledUp);
}

/** By family, the mean square of strength over customers who are scored and have data. */
function meanSquares(strengths: Strengths, isScored: (customer: number) => boolean, factors: readonly number[]): number[] {
	const sums = new Float64Array(FAMILIES);
	const counts = new Float64Array(FAMILIES);
	const strongest = new StrongestSigns(strengths, factors);
	for (let customer = 0; customer * SIGNS < strengths.length; customer++) {
		if (!isScored(customer)) continue;
		strongest.read(customer);
		for (let family = 0; family < FAMILIES; family++) {
			if (strongest.sign[family] === -1) continue;
			sums[family] += strongest.strength[family] ** 2;
			counts[family]++;
		}
	}
	return Array.from(sums, (sum, family) => meanSquare(sum, counts[family]));
}

/**
 * The risk from strengths of families: logit(risk) = logit(base) + Σ w (s² − ḡ), times 100
 *
 * NaN stands for a family without data, which contributes nothing. DOMAIN S24.
 */
export function riskByOdds(base: number, weights: readonly number[], means: readonly number[], strength: ArrayLike<number>): number {
	let logit = Math.log(base / (1 - base));
	for (let family = 0; family < weights.length; family++) if (!Number.isNaN(strength[family])) logit += weights[family] * (strength[family] ** 2 - means[family]);
	return 100 * logistic(logit);
}

/** The weighted average of strengths of families, times 100; those without data share their weight among the others. DOMAIN S24. */
export function riskByAverage(shares: readonly number[], strength: ArrayLike<number>): number {
	let [sum, known] = [0, 0];
	for (let family = 0; family < shares.length; family++) {
		if (Number.isNaN(strength[family])) continue;
		sum += shares[family] * strength[family];
		known += shares[family];
	}
	return known === 0 ? 0 : (100 * sum) / known;
}

/** How signs are put together to one index; a further way is one record. */
export const combinations = {
	odds: {
		title: 'Odds',
		description: 'Each family of signs multiplies the odds of leaving, starting from the base churn rate; what is usual for everybody moves nobody',
		boundsAt: boundsByOdds,
		scoring(strengths, isScored, { base, oddsRatios }) {
			const ofSign = signIds.map((id) => Math.log(oddsRatios[id]));
			const weights = familyIds.map((_, family) => Math.max(...ofSign.filter((__, sign) => FAMILY_OF_SIGN[sign] === family)));
			const factors = ofSign.map((weight, sign) => (weight > 0 ? Math.sqrt(weight / weights[FAMILY_OF_SIGN[sign]]) : 0));
			const means = meanSquares(strengths, isScored, factors);
			return scoringBy(strengths, { factors, weights, riskOf: (strength) => riskByOdds(base, weights, means, strength) });
		},
	},
	weightedAverage: {
		title: 'Weighted Average',
		description: 'The average of the families by the shares you give; those without data share theirs among the others',
		boundsAt: () => ({ watch: 25, atRisk: 50 }),
		scoring(strengths, _, { oddsRatios, shares }) {
			const factors = signIds.map((id) => (oddsRatios[id] > 1 ? 1 : 0));
			const weights = familyIds.map((id, family) => (factors.some((factor, sign) => factor > 0 && FAMILY_OF_SIGN[sign] === family) ? shares[id] : 0));
			return scoringBy(strengths, { factors, weights, riskOf: (strength) => riskByAverage(weights, strength) });
		},
	},
} as const satisfies Readonly<Record<string, Combination>>;

export type CombinationId = keyof typeof combinations;
