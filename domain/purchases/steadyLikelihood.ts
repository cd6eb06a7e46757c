/** The part of a likelihood that all models with gamma distributed rates share. */
import type { TimingTables } from './timingTables';
import { risingFactorials } from './timingTables';

export interface SteadyPart {
	readonly value: number;
	readonly slopeOfR: number;
	readonly slopeOfAlpha: number;
	/** By age, ln(α + T) and 1/(α + T). */
	readonly logOfAge: Float64Array;
	readonly inverseOfAge: Float64Array;
}

/**
 * ln of Π Γ(r + x)/Γ(r) · α^r / (α + T)^(r + x), which is the whole likelihood where nobody leaves, with its slopes.
 * O(most repeats + different ages).
 */
export function steadyPart({ ages, mostRepeats, withRepeats, customersOfAge, repeatsOfAge, customers }: TimingTables, r: number, alpha: number): SteadyPart {
	const { log, slope } = risingFactorials(r, mostRepeats);
	const logOfAge = new Float64Array(ages.values.length);
	const inverseOfAge = new Float64Array(ages.values.length);
	let value = customers * r * Math.log(alpha);
	let slopeOfR = customers * Math.log(alpha);
	let slopeOfAlpha = (customers * r) / alpha;
	for (let repeats = 0; repeats <= mostRepeats; repeats++) {
		value += withRepeats[repeats] * log[repeats];
		slopeOfR += withRepeats[repeats] * slope[repeats];
	}
	for (let place = 0; place < ages.values.length; place++) {
		const scale = alpha + ages.values[place];
		const shapes = r * customersOfAge[place] + repeatsOfAge[place];
		logOfAge[place] = Math.log(scale);
		inverseOfAge[place] = 1 / scale;
		value -= shapes * logOfAge[place];
		slopeOfR -= customersOfAge[place] * logOfAge[place];
		slopeOfAlpha -= shapes * inverseOfAge[place];
	}
	return { value, slopeOfR, slopeOfAlpha, logOfAge, inverseOfAge };
}
