/** Who is about to leave, how do we know, and what changed since the previous run? */
import { count as countInWords, customersInWords, percent } from '../figuresInWords';
import type { AlertSettings, Found, Outcome } from './alerts';
import { alertsOf, byUrgency } from './alerts';
import type { Assessments, AssessmentSettings, FiringSign } from './assessments';
import { assessed } from './assessments';
import type { Level } from './levels';
import type { LanguageId } from './locales';
import { locales } from './locales';
import type { ObservedCustomers } from './population';
import type { Assessment } from './risk';
import type { SignItem } from './signItem';
import { signItem, stateItem } from './signItem';
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
	detailsOf(customer: number): ReadonlyArray<readonly [string, unknown]>;
	/** The row of the previous state. */
	previousOf(customer: number): StateRow | null;
	/** Whether the second input has rows. */
	readonly hasPreviousState: boolean;
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
	/** By level, the most urgent first. */
	readonly outputs: Readonly<Record<Level, readonly CustomerSigns[]>>;
	readonly state: readonly CustomerSigns[];
	readonly advice: readonly SignsAdvice[];
}

/** What is found of each customer, by place. */
interface Run {
	readonly assessments: Assessments;
	readonly found: readonly Found[];
	readonly ofPlace: ReadonlyArray<{ readonly assessment: Assessment; readonly firing: readonly FiringSign[] } | null>;
	readonly outcomes: readonly Outcome[];
}

const NO_SIGNS: Found['signs'] = [];

function runOf(customers: SignCustomers, settings: SignsSettings): Run {
	const assessments = assessed(customers, settings);
	const found: Found[] = [];
	const ofPlace: Array<Run['ofPlace'][number]> = [];
	for (let customer = 0; customer < customers.count; customer++) {
		const observed = customers.of(customer);
		const known = { customerId: String(customers.idOf(customer)), asOf: observed.asOf, value: valueAtRisk(observed).value, previous: customers.previousOf(customer) };
		if (assessments.gone[customer] === 1) {
			ofPlace.push(null);
			found.push({ ...known, risk: null, signs: NO_SIGNS, isGone: true });
			continue;
		}
		const assessment = assessments.of(customer);
		const firing = assessments.firing(customer, assessment);
		ofPlace.push({ assessment, firing });
		found.push({ ...known, risk: assessment.risk, signs: firing, isGone: false });
	}
	return { assessments, found, ofPlace, outcomes: alertsOf(found, settings) };
}

/** How sentences call a customer: by name, where there is one. */
function whoOf(id: string | number, details: ReadonlyArray<readonly [string, unknown]>): string {
	const name = details.find(([column]) => column === 'name')?.[1];
	return typeof name === 'string' && name.trim() !== '' ? name.trim() : String(id);
}

const isSent = ({ change }: Outcome, { sends }: SignsSettings): boolean => (sends === 'everybody' || change !== 'same');

/** The outputs: those to be told, by level; nobody who is not known to be at risk stands among those at risk. */
function outputsOf(customers: SignCustomers, { assessments, found, ofPlace, outcomes }: Run, settings: SignsSettings): SignsReport['outputs'] {
	const outputs: Record<Level, number[]> = { atRisk: [], watch: [], healthy: [] };
	for (let customer = 0; customer < customers.count; customer++) {
		if (ofPlace[customer] !== null && isSent(outcomes[customer], settings)) outputs[outcomes[customer].level ?? 'healthy'].push(customer);
	}
	const locale = locales[settings.language];
	const itemOf = (customer: number): CustomerSigns => {
		const details = customers.detailsOf(customer);
		const id = customers.idOf(customer);
		const observed = customers.of(customer);
		const telling = {
			...ofPlace[customer]!,
			customer: id,
			who: whoOf(id, details),
			asOf: observed.asOf,
			findings: assessments.findings(customer),
			outcome: outcomes[customer],
			value: valueAtRisk(observed),
			previousLevel: found[customer].previous?.level ?? null,
		};
		return { customer, json: signItem(telling, details, locale) };
	};
	const inOrder = (level: Level) => outputs[level].sort((one, other) => byUrgency(found[one], found[other])).map(itemOf);
	return { atRisk: inOrder('atRisk'), watch: inOrder('watch'), healthy: inOrder('healthy') };
}

const sentence = (number: number, kind: SignsAdvice['kind'], say: (customers: string) => string): SignsAdvice[] => (number === 0 ? [] : [{ kind, message: say(customersInWords(number)) }]);

/** What a person has to know about the run besides its items. */
function adviceOf(customers: SignCustomers, { assessments, found, outcomes }: Run, settings: SignsSettings): SignsAdvice[] {
	const heldBackBy = (what: Outcome['heldBack']) => outcomes.filter(({ heldBack }) => heldBack === what).length;
	const unknown = found.filter(({ isGone, risk }) => !isGone && risk === null).length;
	const gone = assessments.gone.reduce((sum, isGone) => sum + isGone, 0);
	const leftWhileTold = found.filter(({ isGone, previous }) => isGone && (previous?.level === 'atRisk' || previous?.level === 'watch')).length;
	const isLater = found.some(({ asOf, previous }) => previous !== null && previous.asOf > asOf);
	return [
		...sentence(gone, 'info', (who) => `${who} left out as gone already: their subscription ended, or they have neither bought nor used anything for more than ${countInWords(settings.goneAfterDays)} days and longer than their own rhythm explains. Set "Gone After (Days)" where that is too soon.`),
		...sentence(leftWhileTold, 'warning', (who) => `${who} who had been on watch or at risk have gone; the output State says so with the level gone.`),
		...sentence(unknown, 'warning', (who) => `Of ${who} nothing is known that a sign could be read from: their risk is null, and "Everybody" puts them on Healthy.`),
		...sentence(heldBackBy('mostAlerts'), 'warning', (who) => `${who} at risk held back: "Most Alerts per Run" is ${settings.mostAlerts}. They come in the next runs, the most urgent first.`),
		...sentence(heldBackBy('confirmation'), 'info', (who) => `${who} held back until the change is met in ${settings.confirmAfterRuns} runs.`),
		...sentence(heldBackBy('coolDown'), 'info', (who) => `${who} held back for ${settings.coolDownDays} days after their last alert.`),
		...(isLater ? [{ kind: 'warning' as const, message: 'The previous state is of a later day than these items, so it counts no runs; run a past As Of without a previous state.' }] : []),
		...baseAdvice(settings),
		...stateAdvice(customers, settings),
	];
}

function baseAdvice({ combination, isBaseSet, base }: SignsSettings): SignsAdvice[] {
	if (combination !== 'odds' || isBaseSet) return [];
	return [{ kind: 'info', message: `The risk is an index that starts from a base churn rate of ${percent(base)}, which is assumed: set "Base Churn Rate (%)" to what Churn Rate says of your customers.` }];
}

function stateAdvice({ hasPreviousState }: SignCustomers, { sends }: SignsSettings): SignsAdvice[] {
	if (hasPreviousState || sends === 'everybody') return [];
	return [{ kind: 'info', message: 'There is no previous state, so everybody on watch or at risk is new. Keep the output State in a Data Table and connect its rows to the input "Previous State".' }];
}

/**
 * The signs of all customers: who is at risk, on watch or healthy, what changed, and the state to be kept
 *
 * Lists are ordered by risk × value, then risk, then customer; the state by customer. O(customers · log customers),
 * besides the length of texts.
 */
export function signsReport(customers: SignCustomers, settings: SignsSettings): SignsReport {
	const run = runOf(customers, settings);
	const state = run.outcomes.flatMap(({ row }, customer): CustomerSigns[] => (row === null ? [] : [{ customer, json: stateItem(row) }]));
	return { outputs: outputsOf(customers, run, settings), state, advice: adviceOf(customers, run, settings) };
}
