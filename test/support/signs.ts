/** Observed customers of a few given fields, and what the warning signs find in them. */
import type { Observed, ObservedStreamId } from '../../domain/signs/observed';
import { observedFields } from '../../domain/signs/observed';
import type { Population } from '../../domain/signs/population';
import type { CombinationSettings } from '../../domain/signs/risk';
import type { Evidence, Finding, SignExample } from '../../domain/signs/sign';
import type { SignId } from '../../domain/signs/signs';
import { signIds, signs } from '../../domain/signs/signs';
import type { SignCustomers, SignsReport, SignsSettings } from '../../domain/signs/signsReport';
import { signsReport } from '../../domain/signs/signsReport';
import type { StateRow } from '../../domain/signs/state';
import { asOf } from './activity';

/** What is given of a customer; everything else is null, not connected or not named. */
export type Given = SignExample['given'];

/** So many days before As Of, which is 30 June 2024, and after it. */
export const daysAgo = (days: number): number => asOf - days;
export const inDays = (days: number): number => asOf + days;

const streamIds = Object.keys(observedFields) as ObservedStreamId[];

export function deepFrozen<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(Object.freeze(value)).forEach(deepFrozen);
	return value;
}

/** A stream that is given is connected, and its other fields are null. */
function streamOf(stream: ObservedStreamId, given: Given): unknown {
	const fields = given[stream];
	if (fields === undefined || fields === null) return null;
	return { ...Object.fromEntries(Object.keys(observedFields[stream]).map((field) => [field, null])), ...fields };
}

const NOT_NAMED = { cancelledOn: false, priceRisesOn: false, bonusesLapseOn: false, texts: false };

/** Frozen, as every input of a test. */
export function observedOf(given: Given): Observed {
	const { named = {} } = given;
	const streams = Object.fromEntries(streamIds.map((stream) => [stream, streamOf(stream, given)]));
	const observed = {
		asOf,
		tenureDays: null,
		recentDays: 30,
		usualDays: 180,
		...given,
		...streams,
		named: { texts: [], cancelledOn: null, priceRisesOn: null, bonusesLapseOn: null, bonuses: null, value: null, ...named, isNamed: { ...NOT_NAMED, ...named.isNamed } },
	};
	// The registry of fields names every one of every stream.
	return deepFrozen(observed as unknown as Observed);
}

/** The population of the registry's examples: rhythms of DOMAIN's vectors, and nothing else in common. */
export const population = (changes: Partial<Population> = {}): Population =>
	deepFrozen({ purchaseHabit: { r: 2, alpha: 60 }, contactHabit: { r: 2, alpha: 60 }, usualFirstAnswerHours: null, usualDelayDays: null, satisfactionScale: null, ...changes });

export const findingOf = (id: SignId, given: Given, changes: Partial<Population> = {}): Finding => signs[id].find(observedOf(given), population(changes));

/** How loudly a sign warns, or why it has no data. */
export function strengthOf(id: SignId, given: Given, changes: Partial<Population> = {}): number | string {
	const finding = findingOf(id, given, changes);
	return typeof finding === 'string' ? finding : finding.strength;
}

/** What a sign found, which has data. */
export function evidenceOf(id: SignId, given: Given, changes: Partial<Population> = {}): Evidence {
	const finding = findingOf(id, given, changes);
	if (typeof finding === 'string') throw new Error(`There is no data: ${finding}`);
	return finding;
}

const ratiosOf = (ratioOf: (id: SignId) => number) => Object.fromEntries(signIds.map((id) => [id, ratioOf(id)])) as Record<SignId, number>;

/** The default odds ratios, but for some. */
export const oddsRatios = (changes: Partial<Record<SignId, number>> = {}): CombinationSettings['oddsRatios'] => deepFrozen(ratiosOf((id) => changes[id] ?? signs[id].oddsRatio));

/** Every sign switched off but those named. */
export const onlyOddsRatios = (chosen: Partial<Record<SignId, number>>): CombinationSettings['oddsRatios'] => deepFrozen(ratiosOf((id) => chosen[id] ?? 1));

/** A customer of a report. */
export interface ReportCustomer {
	readonly id: string | number;
	readonly given: Given;
	readonly previous?: StateRow;
	/** Contact details and kept columns by their names. */
	readonly details?: Readonly<Record<string, unknown>>;
}

/** Customers in the order given; every one has the details that one of them has. `changes` are of a state with rows of others. */
export function signCustomers(customers: readonly ReportCustomer[], changes: Partial<Pick<SignCustomers, 'hasPreviousState' | 'stateOn'>> = {}): SignCustomers {
	const rowDays = customers.flatMap(({ previous }) => (previous === undefined ? [] : [previous.asOf]));
	const observed = customers.map(({ given }) => observedOf(given));
	const names = [...new Set(customers.flatMap(({ details = {} }) => Object.keys(details)))];
	return {
		count: customers.length,
		of: (customer) => observed[customer],
		idOf: (customer) => customers[customer].id,
		details: { names, of: (customer) => names.map((name) => customers[customer].details?.[name] ?? null) },
		previousOf: (customer) => customers[customer].previous ?? null,
		hasPreviousState: rowDays.length > 0,
		stateOn: rowDays.length > 0 ? Math.max(...rowDays) : null,
		...changes,
	};
}

/** The settings of the node as it comes, but for some. */
export const signsSettings = (changes: Partial<SignsSettings> = {}): SignsSettings =>
	deepFrozen({
		combination: 'odds',
		base: 0.05,
		isBaseSet: true,
		oddsRatios: oddsRatios(),
		shares: { told: 0, habit: 40, service: 20, money: 20, person: 10, calendar: 10 },
		goneAfterDays: 180,
		satisfactionScale: null,
		bounds: { watch: 200 / 21, atRisk: 500 / 24 },
		hysteresis: 0.2,
		confirmAfterRuns: 1,
		coolDownDays: 7,
		mostAlerts: 50,
		language: 'en',
		sends: 'changes',
		...changes,
	});

export const reportOf = (customers: readonly ReportCustomer[], changes: Partial<SignsSettings> = {}): SignsReport => signsReport(signCustomers(customers), signsSettings(changes));
