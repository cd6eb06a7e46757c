/** Who is about to leave, how do we know, and what changed since the previous run? */
import type { NullReason } from '../problems';
import { isoDate } from '../time';
import type { Details } from '../activity/customerActivity';
import { count as countInWords, customersInWords, percent, whoInWords } from '../figuresInWords';
import type { AlertSettings, Found, Outcome } from './alerts';
import { alertsOf, ASKED, byUrgency, changes, HEALTHY, NOTHING_KNOWN, TELLING_SIGN, untoldOf } from './alerts';
import type { Assessments, AssessmentSettings } from './assessments';
import { assessed } from './assessments';
import type { Level } from './levels';
import { levelOf } from './levels';
import type { LanguageId } from './locales';
import { locales } from './locales';
import type { ObservedCustomers } from './population';
import { areAllScoresOne, medianOf } from './population';
import type { SignItem } from './signItem';
import { signItems, stateItem } from './signItem';
import { signIds, signs } from './signs';
import type { StateRow } from './state';
import { valueAtRisk } from './valueAtRisk';

export interface SignsSettings extends AssessmentSettings, AlertSettings {
	readonly language: LanguageId;
	/** Everybody, or only those whose level changed. */
	readonly sends: 'changes' | 'everybody';
	/** Whether the base was set and not assumed. */
	readonly isBaseSet: boolean;
}

export interface SignCustomers extends ObservedCustomers {
	idOf(customer: number): string | number;
	/** Contact details and kept columns, under the names they have in the item. */
	readonly details: Details;
	/** The row of the previous state. */
	previousOf(customer: number): StateRow | null;
	/** Whether the second input has rows. */
	readonly hasPreviousState: boolean;
	/** The latest As Of of the previous state; null where there is none. */
	readonly stateOn: number | null;
}

/** An item of the output, and whom it is about. */
export interface CustomerSigns {
	readonly customer: number;
	readonly json: SignItem;
}

export interface SignsAdvice {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

export interface SignsReport {
	/** By level. */
	readonly outputs: Readonly<Record<Level, readonly CustomerSigns[]>>;
	readonly state: readonly CustomerSigns[];
	readonly advice: readonly SignsAdvice[];
}

/** What is found of customers, and what of it is told. */
interface Run {
	readonly assessments: Assessments;
	/** By customer; NaN where nothing is known. */
	readonly risk: Float64Array;
	/** What is told of each customer; null where they have left already. */
	outcomeOf(customer: number): Outcome | null;
	/** Those of whom there is more to say than that they are healthy, as they always were. */
	readonly found: ReadonlyArray<FoundCustomer & { readonly outcome: Outcome }>;
	/** Values cannot be compared. */
	readonly hasSeveralCurrencies: boolean;
	/** The state is of a later day, so nothing is told. */
	readonly isOfThePast: boolean;
}

/** Of most customers there is nothing to tell, and nothing was told before. */
const isQuiet = (risk: number, previous: StateRow | null, { bounds, hysteresis }: SignsSettings): boolean =>
	previous === null && (Number.isNaN(risk) || levelOf(risk, bounds, 'healthy', hysteresis) === 'healthy');

interface FoundCustomer {
	readonly customer: number;
	readonly found: Found;
	readonly currency: string | null;
}

/** On which day did they say that they leave? */
const saidOn = (assessments: Assessments, customer: number): number | null => (assessments.strengthOf(customer, 'toldUs') > 0 ? assessments.evidenceOf(customer, 'toldUs').since : null);

/** A stream or a column that is not there; where it is, and has no such row of the customer, there is nothing to warn of. */
const NOT_ARRIVED: readonly NullReason[] = ['notConnected', 'noSuchColumn', 'noTexts', 'noAmounts', 'notKnownThen'];

/** Signs of the row that tell nothing of the customer today. */
function doubtfulSigns({ strengthOf, reasonOf, common }: Assessments, customer: number, previous: StateRow | null, { oddsRatios }: SignsSettings): string[] {
	if (previous === null || previous.signs === '') return [];
	return previous.signs.split(',').filter((name) => {
		const id = signIds.find((each) => each === (name === ASKED ? 'toldUs' : name));
		// A sign that was switched off since is not missing.
		if (id === undefined || oddsRatios[id] <= 1) return false;
		const [strength, reason] = [strengthOf(customer, id), reasonOf(customer, id)];
		return (reason !== null && NOT_ARRIVED.includes(reason)) || (strength >= TELLING_SIGN && common.some((sign) => sign.id === id));
	});
}

/** Are values in several currencies? One that names none is taken for that of the others. */
const areInSeveralCurrencies = (told: readonly FoundCustomer[]): boolean => new Set(told.flatMap(({ currency, found: { value } }) => (value === null || currency === null ? [] : [currency]))).size > 1;

/** Values as the order of urgency takes them: an unknown one is as usual as can be, and those of several currencies cannot be compared. */
function weighedAlike(told: readonly FoundCustomer[], hasSeveralCurrencies: boolean): readonly FoundCustomer[] {
	const typical = hasSeveralCurrencies ? null : medianOf(told.flatMap(({ found: { value } }) => (value === null ? [] : [value])));
	return told.map((each) => ({ ...each, found: { ...each.found, value: hasSeveralCurrencies ? null : (each.found.value ?? typical) } }));
}

/** Is the state of a later day than everything this run knows? */
function isBeforeState({ count, of, stateOn }: SignCustomers): boolean {
	if (stateOn === null) return false;
	for (let customer = 0; customer < count; customer++) if (of(customer).asOf >= stateOn) return false;
	return count > 0;
}

function runOf(customers: SignCustomers, settings: SignsSettings): Run {
	const assessments = assessed(customers, settings);
	const risk = new Float64Array(customers.count).fill(NaN);
	const told: FoundCustomer[] = [];
	for (let customer = 0; customer < customers.count; customer++) {
		const isGone = assessments.isGone(customer);
		if (!isGone) risk[customer] = assessments.of(customer).risk ?? NaN;
		const previous = customers.previousOf(customer);
		if (isQuiet(risk[customer], previous, settings)) continue;
		const observed = customers.of(customer);
		const { value, currency } = valueAtRisk(observed);
		const found: Found = {
			customerId: String(customers.idOf(customer)),
			asOf: observed.asOf,
			risk: Number.isNaN(risk[customer]) ? null : risk[customer],
			value,
			signs: isGone ? [] : assessments.firingOf(customer),
			saidOn: isGone ? null : saidOn(assessments, customer),
			doubtful: isGone ? [] : doubtfulSigns(assessments, customer, previous, settings),
			isGone,
			previous,
		};
		told.push({ customer, found, currency });
	}
	const hasSeveralCurrencies = areInSeveralCurrencies(told);
	const weighed = weighedAlike(told, hasSeveralCurrencies);
	const isOfThePast = isBeforeState(customers);
	const outcomes = (isOfThePast ? untoldOf : alertsOf)(weighed.map(({ found }) => found), settings);
	const outcomeOf = new Map(weighed.map(({ customer }, place) => [customer, outcomes[place]]));
	return {
		assessments,
		risk,
		isOfThePast,
		hasSeveralCurrencies,
		found: weighed.map((each, place) => ({ ...each, outcome: outcomes[place] })),
		outcomeOf: (customer) => (assessments.isGone(customer) ? null : (outcomeOf.get(customer) ?? (Number.isNaN(risk[customer]) ? NOTHING_KNOWN : HEALTHY))),
	};
}

const isSent = ({ change }: Outcome, { sends }: SignsSettings): boolean => sends === 'everybody' || change !== 'same';

/** Gives the item of a customer. */
function itemsOf(customers: SignCustomers, assessments: Assessments, { language }: SignsSettings): (customer: number, outcome: Outcome) => CustomerSigns {
	const { names, of: detailsOf } = customers.details;
	const nameAt = names.indexOf('name');
	const itemOf = signItems(names, locales[language]);
	return (customer, outcome) => {
		const details = detailsOf(customer);
		const id = customers.idOf(customer);
		const observed = customers.of(customer);
		const previous = customers.previousOf(customer);
		const json = itemOf({
			customer: id,
			who: whoInWords(id, nameAt === -1 ? null : details[nameAt]),
			details,
			asOf: observed.asOf,
			assessment: assessments.of(customer),
			firing: assessments.firingOf(customer),
			evidenceOf: (sign) => assessments.evidenceOf(customer, sign),
			reasons: assessments.reasonsOf(customer),
			outcome,
			value: valueAtRisk(observed),
			previousLevel: previous === null ? null : previous.level,
		});
		return { customer, json };
	};
}

/** The outputs: at risk and on watch the most urgent first, the healthy by customer; who is not known stands among these, and says so. */
function outputsOf(customers: SignCustomers, { assessments, found, outcomeOf }: Run, settings: SignsSettings): SignsReport['outputs'] {
	const itemOf = itemsOf(customers, assessments, settings);
	const urgent = [...found].sort((one, other) => byUrgency(one.found, other.found));
	const listOf = (level: Level) => urgent.flatMap(({ customer, found: { isGone }, outcome }) => (!isGone && outcome.level === level && isSent(outcome, settings) ? [itemOf(customer, outcome)] : []));
	const healthy: CustomerSigns[] = [];
	for (let customer = 0; customer < customers.count; customer++) {
		const outcome = outcomeOf(customer);
		if (outcome !== null && (outcome.level ?? 'healthy') === 'healthy' && isSent(outcome, settings)) healthy.push(itemOf(customer, outcome));
	}
	return { atRisk: listOf('atRisk'), watch: listOf('watch'), healthy };
}

const sentence = (number: number, kind: SignsAdvice['kind'], say: (customers: string) => string): SignsAdvice[] => (number === 0 ? [] : [{ kind, message: say(customersInWords(number)) }]);

type Standing = Record<Level | 'unknown' | 'gone', number>;

/** How many customers stand at each level. */
function standingOf({ count }: SignCustomers, { outcomeOf }: Run): Standing {
	const standing: Standing = { atRisk: 0, watch: 0, healthy: 0, unknown: 0, gone: 0 };
	for (let customer = 0; customer < count; customer++) {
		const outcome = outcomeOf(customer);
		standing[outcome === null ? 'gone' : (outcome.level ?? 'unknown')]++;
	}
	return standing;
}

/** How many there are of each, and what of it is told. */
function overview({ atRisk, watch, healthy, unknown }: Standing, { found }: Run): SignsAdvice {
	const told = changes.flatMap((change) => {
		const number = change === 'same' ? 0 : found.filter(({ outcome }) => outcome.change === change).length;
		return number === 0 ? [] : [`${countInWords(number)} ${change}`];
	});
	const whatChanged = told.length === 0 ? 'nothing changed' : `changes: ${told.join(', ')}`;
	return { kind: 'info', message: `${customersInWords(atRisk + watch + healthy + unknown)}: ${countInWords(atRisk)} at risk, ${countInWords(watch)} on watch, ${countInWords(healthy)} healthy; ${whatChanged}.` };
}

/** Who must not be written to for marketing; told of what goes out at risk and on watch. */
function consentAdvice({ atRisk, watch }: SignsReport['outputs']): SignsAdvice[] {
	const objectors = [...atRisk, ...watch].filter(({ json }) => json.consent === false).length;
	return sentence(objectors, 'warning', (who) => `${who} on At Risk and Watch objected to marketing (consent is false): a call about their contract is another thing than an offer.`);
}

function pastAdvice({ stateOn }: SignCustomers, { isOfThePast }: Run): SignsAdvice[] {
	if (!isOfThePast || stateOn === null) return [];
	return [{ kind: 'warning', message: `The previous state is of ${isoDate(stateOn)}, which is after this As Of, so nothing is told and nothing is remembered. Run a past As Of without a previous state; rows written by a wrong As Of have to be deleted from the table.` }];
}

/** What stops arriving looks like everybody leaving. */
const commonAdvice = ({ assessments: { common } }: Run): SignsAdvice[] =>
	common.map(({ id, loud, known }) => ({ kind: 'warning', message: `"${signs[id].title}" warns of ${countInWords(loud)} of ${customersInWords(known)}: a holiday, or rows that did not arrive? While it does, nobody whom it was told of recovers.` }));

const currencyAdvice = ({ hasSeveralCurrencies }: Run): SignsAdvice[] =>
	hasSeveralCurrencies ? [{ kind: 'warning', message: 'Values at risk are in several currencies, so the most urgent are told by risk alone.' }] : [];

function scaleAdvice(customers: SignCustomers, { satisfactionScale }: SignsSettings): SignsAdvice[] {
	if (satisfactionScale !== null || !areAllScoresOne(customers)) return [];
	return [{ kind: 'warning', message: 'Every score of satisfaction is 1, which is taken for content on a scale from 0 to 1. Where it is one star of five, set "Satisfaction Scale" to "1 to 5".' }];
}

/** What a person has to know about the run besides its items. */
function adviceOf(customers: SignCustomers, run: Run, outputs: SignsReport['outputs'], settings: SignsSettings): SignsAdvice[] {
	const { found } = run;
	const standing = standingOf(customers, run);
	const heldBackBy = (what: Outcome['heldBack']) => found.filter(({ outcome }) => outcome.heldBack === what).length;
	const leftWhileTold = found.filter(({ found: { previous }, outcome: { row } }) => row?.level === 'gone' && (previous?.level === 'atRisk' || previous?.level === 'watch')).length;
	return [
		overview(standing, run),
		...sentence(standing.gone, 'info', (who) => `${who} left out as gone already: their subscription ended, or they have neither bought, used nor paid for anything for more than ${countInWords(settings.goneAfterDays)} days and longer than their own rhythm explains. Set "Gone After (Days)" where that is too soon.`),
		...sentence(leftWhileTold, 'warning', (who) => `Gone by now: ${who} who had been on watch or at risk; the output State says so with the level gone.`),
		...sentence(standing.unknown, 'warning', (who) => `Of ${who} nothing is known that a sign could be read from: their risk is null, and "Everybody" puts them on Healthy.`),
		...sentence(heldBackBy('mostAlerts'), 'warning', (who) => `${who} at risk held back: "Most Alerts per Run" is ${settings.mostAlerts}. They come in the next runs, the most urgent first.`),
		...sentence(heldBackBy('confirmation'), 'info', (who) => `${who} held back until the change is met in ${settings.confirmAfterRuns} runs.`),
		...sentence(heldBackBy('coolDown'), 'info', (who) => `${who} held back for ${settings.coolDownDays} days after their last alert.`),
		...sentence(heldBackBy('noData'), 'warning', (who) => `Kept at their level: ${who} whose signs have no data today, or fire in too many customers to be believed. Did every stream arrive?`),
		...pastAdvice(customers, run),
		...commonAdvice(run),
		...currencyAdvice(run),
		...scaleAdvice(customers, settings),
		...consentAdvice(outputs),
		...baseAdvice(settings),
		...stateAdvice(customers, settings),
	];
}

function baseAdvice({ combination, isBaseSet, base }: SignsSettings): SignsAdvice[] {
	if (combination !== 'odds' || isBaseSet) return [];
	return [{ kind: 'info', message: `The risk is an index that starts from a base churn rate of ${percent(base)} a month: set "Base Churn Rate (%)" to what Churn Rate says of yours.` }];
}

function stateAdvice({ hasPreviousState }: SignCustomers, { sends }: SignsSettings): SignsAdvice[] {
	if (hasPreviousState || sends === 'everybody') return [];
	return [{ kind: 'info', message: 'There is no previous state, so everybody on watch or at risk is new. Keep the output State in a Data Table and connect its rows to the input "Previous State".' }];
}

/**
 * The signs of all customers: who is at risk, on watch or healthy, what changed, and the state to be kept
 *
 * At risk and on watch by risk × value, then risk, then customer; the others and the state by customer. O(customers · log customers),
 * besides the length of texts.
 */
export function signsReport(customers: SignCustomers, settings: SignsSettings): SignsReport {
	const run = runOf(customers, settings);
	const state = run.found.flatMap(({ customer, outcome: { row } }): CustomerSigns[] => (row === null ? [] : [{ customer, json: stateItem(row) }]));
	const outputs = outputsOf(customers, run, settings);
	return { outputs, state, advice: adviceOf(customers, run, outputs, settings) };
}
