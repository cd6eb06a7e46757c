import type { Maximum } from '../../statistics/maximise';
import { fittedOf, fitTiming, shapeBounds, timeBounds, whyNoPace } from '../fitTiming';
import type { Fit, PurchaseModel, Sample, UnfitReason } from '../purchaseModel';
import { steadyPart } from '../steadyLikelihood';
import { timingTables } from '../timingTables';

const USUAL_SHAPE = 0.5;

const reasonOf = ({ isAtBound }: Maximum): UnfitReason | null => (isAtBound.includes(true) ? 'allAlike' : null);

function fit({ timing, horizon }: Sample): Fit {
	const tables = timingTables(timing);
	const none = whyNoPace(tables);
	if (none !== null) return { unfit: none };
	const parameters = [
		{ name: 'r', start: Math.log(USUAL_SHAPE), bounds: shapeBounds },
		{ name: 'alpha', start: Math.log((USUAL_SHAPE * tables.totalAge) / tables.totalRepeats), bounds: timeBounds(tables.totalAge / tables.customers) },
	];
	const found = fitTiming(
		(point, gradient) => {
			const [r, alpha] = point.map(Math.exp);
			const { value, slopeOfR, slopeOfAlpha } = steadyPart(tables, r, alpha);
			gradient[0] = r * slopeOfR;
			gradient[1] = alpha * slopeOfAlpha;
			return value;
		},
		parameters,
		tables.customers,
		reasonOf,
	);
	if ('unfit' in found) return found;
	return fittedOf(found, (point, row) => {
		const shape = Math.exp(point[0]) + timing.repeats[row];
		const ratio = horizon / (Math.exp(point[1]) + timing.age[row]);
		return { chance: -Math.expm1(-shape * Math.log1p(ratio)), purchases: shape * ratio };
	});
}

/** Negative binomial distribution: rates differ between customers, and nobody leaves. DOMAIN W4. */
export const steadyRates: PurchaseModel = {
	title: 'Pace Alone',
	name: 'NBD',
	idea: 'Everybody buys at a pace of their own and goes on for ever',
	source: 'Ehrenberg, The Pattern of Consumer Purchases, 1959',
	fit,
};
