/** The strengths of all signs in all customers, and what they come to. */
import type { NullReason } from '../problems';
import { isGone } from './gone';
import type { ObservedCustomers, Population } from './population';
import { populationOf } from './population';
import type { Assessment, CombinationId, CombinationSettings } from './risk';
import { combinations } from './risk';
import type { Finding } from './sign';
import type { SignId } from './signs';
import { signIds, signs } from './signs';

export interface AssessmentSettings extends CombinationSettings {
	readonly combination: CombinationId;
	/** After how many days without a purchase or a use somebody without a subscription has left. */
	readonly goneAfterDays: number;
}

/** A sign that fires. */
export interface FiringSign {
	readonly id: SignId;
	readonly strength: number;
	/** By how many points the risk would be lower without it; 0 where another sign of its family is stronger. */
	readonly contribution: number;
}

export interface Assessments {
	readonly population: Population;
	/** By customer, 1 where they have left already. */
	readonly gone: Uint8Array;
	/** How many are scored. */
	readonly scored: number;
	/** Of a customer who has not left. */
	of(customer: number): Assessment;
	/** The signs that fire, those that move the risk most first. */
	firing(customer: number, assessment: Assessment): FiringSign[];
	/** What each sign finds, read anew. */
	findings(customer: number): Finding[];
}

const NONE: FiringSign[] = [];

const isReason = (finding: Finding): finding is NullReason => typeof finding === 'string';

/** In order of contribution; equal ones by strength, then as the registry has them. DOMAIN S22. */
function inOrder(strengths: Float64Array, contributions: readonly number[]): FiringSign[] {
	const firing = signIds.flatMap((id, place): FiringSign[] => (strengths[place] > 0 ? [{ id, strength: strengths[place], contribution: contributions[place] }] : []));
	return firing.sort((one, other) => other.contribution - one.contribution || other.strength - one.strength);
}

/**
 * How loudly does each sign warn of each customer, and what does it come to?
 *
 * Two passes: what all customers have in common, then each of them against it. Those who have left already take part in
 * what is learned of rhythms and delays, and neither in what is usual of signs nor in anything told.
 */
export function assessed(customers: ObservedCustomers, settings: AssessmentSettings): Assessments {
	const { count } = customers;
	const population = populationOf(customers);
	const width = signIds.length;
	const strengths = new Float64Array(count * width);
	const gone = new Uint8Array(count);
	const strengthsOf = (customer: number): Float64Array => strengths.subarray(customer * width, (customer + 1) * width);
	let scored = 0;
	for (let customer = 0; customer < count; customer++) {
		const observed = customers.of(customer);
		if (isGone(observed, population, settings.goneAfterDays)) {
			gone[customer] = 1;
			continue;
		}
		scored++;
		for (let sign = 0; sign < width; sign++) {
			const finding = signs[signIds[sign]].find(observed, population);
			strengths[customer * width + sign] = isReason(finding) ? NaN : finding.strength;
		}
	}
	function* ofScored(): Generator<Float64Array> {
		for (let customer = 0; customer < count; customer++) if (gone[customer] === 0) yield strengthsOf(customer);
	}
	const assess = combinations[settings.combination].scoring(ofScored(), settings);
	return {
		population,
		gone,
		scored,
		of: (customer) => assess(strengthsOf(customer)),
		firing(customer, assessment) {
			const its = strengthsOf(customer);
			return its.some((strength) => strength > 0) ? inOrder(its, assessment.contributions()) : NONE;
		},
		findings(customer) {
			const observed = customers.of(customer);
			return signIds.map((id) => signs[id].find(observed, population));
		},
	};
}
