/** From the strengths of signs to one index: 0 is safe, 100 is leaving. DOMAIN S21, S24. */
import type { FamilyId } from './families';
import { familyIds } from './families';
import type { SignId } from './signs';
import { signIds, signs } from './signs';

/** The surest sign sets the least the risk can be. DOMAIN S24. */
const FLOOR = 90;

export type OddsRatios = Readonly<Record<SignId, number>>;
export type Shares = Readonly<Record<FamilyId, number>>;

/** Strengths of one customer in the order of `signIds`; NaN where there is no data. */
export type Strengths = Float64Array;

const FAMILY_OF_SIGN = signIds.map((id) => familyIds.indexOf(signs[id].family));
const TOLD = signIds.indexOf('toldUs');

/** What a combination makes of a customer's strengths. */
export interface Assessment {
	/** Null where no sign has data. */
	readonly risk: number | null;
	/** The share of all weights for which there is data, 0 to 1. */
	readonly completeness: number;
	/** By sign, by how many points the risk would be lower without it; 0 where another of its family is stronger. */
	contributions(): number[];
}

export interface Combination {
	readonly title: string;
	readonly description: string;
	/** Learns what is usual from all customers and then assesses one after the other. */
	scoring(all: Iterable<Strengths>, settings: CombinationSettings): (strengths: Strengths) => Assessment;
}

export interface CombinationSettings {
	/** Share of customers who leave in a period, above 0 and below 1. */
	readonly base: number;
	/** By sign, how many times the odds of leaving at full strength; 1 switches a sign off, none is below 1. */
	readonly oddsRatios: OddsRatios;
	readonly shares: Shares;
}

/** The strongest sign of each family, by the strength as the combination takes it. */
interface Strongest {
	/** By family; NaN where it has no data. */
	readonly strength: Float64Array;
	/** By family, which sign; -1 where it has no data. */
	readonly sign: Int8Array;
}

/** Finds the strongest of each family; signs with the factor 0 are switched off. */
function strongestByFamily(strengths: Strengths, factors: readonly number[]): Strongest {
	const strength = new Float64Array(familyIds.length).fill(NaN);
	const sign = new Int8Array(familyIds.length).fill(-1);
	for (let each = 0; each < signIds.length; each++) {
		const taken = strengths[each] * factors[each];
		const family = FAMILY_OF_SIGN[each];
		if (factors[each] === 0 || Number.isNaN(taken) || taken <= strength[family]) continue;
		strength[family] = taken;
		sign[family] = each;
	}
	return { strength, sign };
}

/** Lifts a risk to the floor that what they told us sets. */
const withFloor = (risk: number, strengths: Strengths, isOn: boolean): number => (isOn ? Math.max(risk, FLOOR * (strengths[TOLD] || 0)) : risk);

interface Model {
	/** By sign, what its strength is multiplied by; 0 switches it off. */
	readonly factors: readonly number[];
	/** By family, for completeness. */
	readonly weights: readonly number[];
	/** The risk from what families have, without the floor; some family has data. */
	riskOf(strength: Float64Array): number;
}

const NO_CONTRIBUTIONS = signIds.map(() => 0);

function assessment(strengths: Strengths, { factors, weights, riskOf }: Model): Assessment {
	const { strength, sign } = strongestByFamily(strengths, factors);
	let [known, all] = [0, 0];
	for (let family = 0; family < weights.length; family++) {
		all += weights[family];
		if (sign[family] !== -1) known += weights[family];
	}
	if (known === 0) return { risk: null, completeness: 0, contributions: () => NO_CONTRIBUTIONS };
	const isFloorOn = factors[TOLD] > 0;
	const risk = withFloor(riskOf(strength), strengths, isFloorOn);
	function contributions(): number[] {
		const points = signIds.map(() => 0);
		sign.forEach((strongest, family) => {
			if (strongest === -1) return;
			const without = strength.slice();
			without[family] = 0;
			const rest = riskOf(without);
			points[strongest] = risk - (strongest === TOLD ? rest : withFloor(rest, strengths, isFloorOn));
		});
		return points;
	}
	return { risk, completeness: known / all, contributions };
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

function meanSquares(all: Iterable<Strengths>, factors: readonly number[]): number[] {
	const sums = familyIds.map(() => 0);
	const counts = familyIds.map(() => 0);
	for (const strengths of all) {
		const { strength } = strongestByFamily(strengths, factors);
		for (let family = 0; family < sums.length; family++) {
			if (Number.isNaN(strength[family])) continue;
			sums[family] += strength[family] ** 2;
			counts[family]++;
		}
	}
	return sums.map((sum, family) => meanSquare(sum, counts[family]));
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
		scoring(all, { base, oddsRatios }) {
			const ofSign = signIds.map((id) => Math.log(oddsRatios[id]));
			const weights = familyIds.map((_, family) => Math.max(...ofSign.filter((__, sign) => FAMILY_OF_SIGN[sign] === family)));
			const factors = ofSign.map((weight, sign) => (weight > 0 ? Math.sqrt(weight / weights[FAMILY_OF_SIGN[sign]]) : 0));
			const means = meanSquares(all, factors);
			const model: Model = { factors, weights, riskOf: (strength) => riskByOdds(base, weights, means, strength) };
			return (strengths) => assessment(strengths, model);
		},
	},
	weightedAverage: {
		title: 'Weighted Average',
		description: 'The average of the families by the shares you give; those without data share theirs among the others',
		scoring(_, { oddsRatios, shares }) {
			const factors = signIds.map((id) => (oddsRatios[id] > 1 && shares[signs[id].family] > 0 ? 1 : 0));
			const weights = familyIds.map((id, family) => (factors.some((factor, sign) => factor > 0 && FAMILY_OF_SIGN[sign] === family) ? shares[id] : 0));
			const model: Model = { factors, weights, riskOf: (strength) => riskByAverage(weights, strength) };
			return (strengths) => assessment(strengths, model);
		},
	},
} as const satisfies Readonly<Record<string, Combination>>;

export type CombinationId = keyof typeof combinations;
