/** The strengths of all signs in all customers, and what they come to. */
import type { NullReason } from '../problems';
import { isGone } from './gone';
import type { ObservedCustomers, Population } from './population';
import { populationOf } from './population';
import type { CombinationId, CombinationSettings, Scoring } from './risk';
import { combinations } from './risk';
import type { Evidence, Finding } from './sign';
import type { SignId } from './signs';
import { signIds, signs } from './signs';

export interface AssessmentSettings extends CombinationSettings {
	readonly combination: CombinationId;
	/** After how many days without a purchase or a use somebody without a subscription has left. */
	readonly goneAfterDays: number;
	/** The highest score of satisfaction: 1, 5, 10 or 100; null to take it from the scores. */
	readonly satisfactionScale: number | null;
}

/** A sign that is loud in more than a third of those who have data, who are ten or more. */
export interface CommonSign {
	readonly id: SignId;
	readonly loud: number;
	readonly known: number;
}

const LOUD = 0.5;
const COMMON_SHARE = 1 / 3;
const LEAST_KNOWN = 10;

/** A sign that fires. */
export interface FiringSign {
	readonly id: SignId;
	readonly strength: number;
	/** By how many points the risk would be lower if no sign of its family fired; 0 where another sign of its family is stronger. */
	readonly contribution: number;
}

export interface Assessments extends Scoring {
	readonly population: Population;
	isGone(customer: number): boolean;
	/** The signs that fire, those that move the risk most first. */
	firingOf(customer: number): readonly FiringSign[];
	/** What a sign that fires found. */
	evidenceOf(customer: number, sign: SignId): Evidence;
	/** NaN where there is no data. */
	strengthOf(customer: number, sign: SignId): number;
	/** Why there is no data; null where there is. */
	reasonOf(customer: number, sign: SignId): NullReason | null;
	/** Signs that are loud in so many customers that data may be missing. */
	readonly common: readonly CommonSign[];
	/** Why signs have no data, as `sign: code; …`. */
	reasonsOf(customer: number): string;
}

const SIGNS = signIds.length;
const SIGN_LIST = signIds.map((id) => signs[id]);
const NONE: readonly FiringSign[] = Object.freeze([]);

const isReason = (finding: Finding): finding is NullReason => typeof finding === 'string';

/** In order of contribution; equal ones by strength, then as the registry has them. DOMAIN S22. */
function firingIn(strengths: Float64Array, customer: number, contributions: readonly number[]): FiringSign[] {
	const firing: FiringSign[] = [];
	for (let sign = 0; sign < SIGNS; sign++) {
		const strength = strengths[customer * SIGNS + sign];
		if (strength > 0) firing.push({ id: signIds[sign], strength, contribution: contributions[sign] });
	}
	return firing.sort((one, other) => other.contribution - one.contribution || other.strength - one.strength);
}

/** Which signs are loud in too many? DOMAIN S20: what stops arriving looks like everybody leaving. */
function commonIn(strengths: Float64Array): CommonSign[] {
	const [loud, known] = [new Float64Array(SIGNS), new Float64Array(SIGNS)];
	for (let place = 0; place < strengths.length; place++) {
		const strength = strengths[place];
		if (!Number.isNaN(strength)) known[place % SIGNS]++;
		if (strength >= LOUD) loud[place % SIGNS]++;
	}
	return signIds.flatMap((id, sign) => (known[sign] >= LEAST_KNOWN && loud[sign] > known[sign] * COMMON_SHARE ? [{ id, loud: loud[sign], known: known[sign] }] : []));
}

/** Texts of reasons: most customers share a handful, so each is made once. */
class ReasonTexts {
	private readonly codes: NullReason[] = [];
	private readonly texts = new Map<number, string>();
	private last = { key: -1, text: '' };

	/** Numbers reasons from 1 in the order in which they are met. */
	numberOf(reason: NullReason): number {
		const place = this.codes.indexOf(reason);
		return place === -1 ? this.codes.push(reason) : place + 1;
	}

	reasonOf(number: number): NullReason | null {
		return number === 0 ? null : this.codes[number - 1];
	}

	/** `numbers` has one for each sign from an offset on, 0 where there is data. */
	textOf(numbers: Uint8Array, offset: number): string {
		let key = 0;
		for (let sign = 0; sign < SIGNS; sign++) key = key * MOST_REASONS + numbers[offset + sign];
		if (this.last.key !== key) this.last = { key, text: this.texts.get(key) ?? this.written(numbers, offset, key) };
		return this.last.text;
	}

	private written(numbers: Uint8Array, offset: number, key: number): string {
		const text = signIds.flatMap((id, sign) => (numbers[offset + sign] === 0 ? [] : [`${id}: ${this.codes[numbers[offset + sign] - 1]}`])).join('; ');
		this.texts.set(key, text);
		return text;
	}
}

/** So many different reasons signs have at most, one more for none: thirteen of them together are an exact number. */
const MOST_REASONS = 16;

/**
 * How loudly does each sign warn of each customer, and what does it come to?
 *
 * Two passes: what all customers have in common, then each of them against it. Those who have left already take part in
 * what is learned of rhythms and delays, and neither in what is usual of signs nor in anything told. A sign that is
 * switched off is as though it were not there.
 */
export function assessed(customers: ObservedCustomers, settings: AssessmentSettings): Assessments {
	const { count } = customers;
	const population = populationOf(customers, settings.satisfactionScale);
	const strengths = new Float64Array(count * SIGNS).fill(NaN);
	const reasons = new Uint8Array(count * SIGNS);
	const gone = new Uint8Array(count);
	const texts = new ReasonTexts();
	const isOff = signIds.map((id) => settings.oddsRatios[id] <= 1);
	for (let customer = 0; customer < count; customer++) {
		const observed = customers.of(customer);
		if (isGone(observed, population, settings.goneAfterDays)) {
			gone[customer] = 1;
			continue;
		}
		for (let sign = 0; sign < SIGNS; sign++) {
			if (isOff[sign]) continue;
			const finding = SIGN_LIST[sign].find(observed, population);
			if (isReason(finding)) reasons[customer * SIGNS + sign] = texts.numberOf(finding);
			else strengths[customer * SIGNS + sign] = finding.strength;
		}
	}
	const isScored = (customer: number): boolean => gone[customer] === 0;
	const scoring = combinations[settings.combination].scoring(strengths, isScored, settings);
	const fires = (customer: number): boolean => {
		for (let sign = customer * SIGNS; sign < (customer + 1) * SIGNS; sign++) if (strengths[sign] > 0) return true;
		return false;
	};
	return {
		...scoring,
		population,
		isGone: (customer) => gone[customer] === 1,
		strengthOf: (customer, id) => strengths[customer * SIGNS + signIds.indexOf(id)],
		reasonOf: (customer, id) => texts.reasonOf(reasons[customer * SIGNS + signIds.indexOf(id)]),
		common: commonIn(strengths),
		firingOf: (customer) => (fires(customer) ? firingIn(strengths, customer, scoring.contributionsOf(customer)) : NONE),
		evidenceOf(customer, id) {
			const finding = signs[id].find(customers.of(customer), population);
			if (isReason(finding)) throw new Error(`The sign ${id} fires and has no data`);
			return finding;
		},
		reasonsOf: (customer) => texts.textOf(reasons, customer * SIGNS),
	};
}
