/**
 * Alerts that stay quiet: what changed since the run before, and what of it is told. DOMAIN S23.
 *
 * A level that changes is told once it was met in enough runs (confirmation); going down needs a clear margin
 * (hysteresis, in `levels.ts`); after an alert there is none for some days (cool-down), and no run gives more than so
 * many. What is held back is kept as pending and tried again in the next run. Only statements of leaving do not wait
 * for confirmation and cool-down.
 */
import { isoDate } from '../time';
import type { Bounds, Level } from './levels';
import { levelOf, levels } from './levels';
import type { StateRow } from './state';

export const changes = ['new', 'worse', 'better', 'same', 'recovered'] as const;
export type Change = (typeof changes)[number];

export type HeldBackBy = 'confirmation' | 'coolDown' | 'mostAlerts';

export interface AlertSettings {
	readonly bounds: Bounds;
	/** The share below a bound at which a level is left, 0 to below 1. */
	readonly hysteresis: number;
	/** In how many runs a level must be met before it is told; at least 1. */
	readonly confirmAfterRuns: number;
	readonly coolDownDays: number;
	/** 0 for no limit. */
	readonly mostAlerts: number;
}

/** What a run finds of one customer. */
export interface Found {
	readonly customerId: string;
	readonly asOf: number;
	/** Null where nothing is known: then nothing changes. */
	readonly risk: number | null;
	readonly value: number | null;
	/** Signs that fire, in order of contribution. */
	readonly signs: ReadonlyArray<{ readonly id: string; readonly strength: number }>;
	readonly isGone: boolean;
	readonly previous: StateRow | null;
}

/** What is told of a customer, and what is remembered. */
export interface Outcome {
	/** Today's level, told or not; null where nothing is known, or the customer has gone. */
	readonly level: Level | null;
	readonly change: Change;
	readonly isAlert: boolean;
	readonly heldBack: HeldBackBy | null;
	readonly alertKey: string | null;
	/** Since which As Of the customer has the level. */
	readonly since: number | null;
	/** The row to be remembered; null where it stays as it is. */
	readonly row: StateRow | null;
}

/** A statement of leaving is stronger than a question about it. */
const STATEMENT = 0.6;
/** So strong must a further sign be for a customer at risk to be told again. */
const FURTHER_SIGN = 0.5;

export const roundedRisk = (risk: number): number => Math.round(risk * 10) / 10;

const toldSigns = (row: StateRow | null): readonly string[] => (row === null || row.signs === '' ? [] : row.signs.split(','));

/** What a run makes of a customer before alerts are counted. */
interface Proposal {
	readonly found: Found;
	readonly today: Level;
	readonly change: Change;
	readonly isAlert: boolean;
	readonly heldBack: HeldBackBy | null;
	readonly pendingRuns: number;
}

const NOTHING_TOLD = { change: 'same', isAlert: false, heldBack: null, pendingRuns: 0 } as const;

/** Somebody who had gone and is back begins anew. */
const levelBefore = ({ previous }: Found): Level => (previous === null || previous.level === 'gone' ? 'healthy' : previous.level);

function changeBetween(before: Level, today: Level): Change {
	if (today === before) return 'same';
	if (today === 'healthy') return 'recovered';
	if (before === 'healthy') return 'new';
	return levels[today].rank > levels[before].rank ? 'worse' : 'better';
}

/** Does a sign fire that had not fired before, at least so strongly? */
function hasFurtherSign({ signs, previous }: Found, least: number): boolean {
	const before = toldSigns(previous);
	return signs.some(({ id, strength }) => strength >= least && !before.includes(id));
}

const says = ({ signs, previous }: Found): boolean => signs.some(({ id, strength }) => id === 'toldUs' && strength > STATEMENT) && !toldSigns(previous).includes('toldUs');

/** Is this the run that wrote the row, once more? */
function isRepeated({ asOf, signs, previous }: Found, risk: number): boolean {
	if (previous === null || asOf > previous.asOf) return false;
	return previous.risk === roundedRisk(risk) && previous.signs === signs.map(({ id }) => id).join(',');
}

const isCoolingDown = ({ asOf, previous }: Found, { coolDownDays }: AlertSettings): boolean =>
	previous !== null && previous.lastAlertAt !== null && asOf - previous.lastAlertAt < coolDownDays;

/** What holds a change back; null where nothing does. */
function heldBackBy(found: Found, isAlert: boolean, pendingRuns: number, settings: AlertSettings): HeldBackBy | null {
	if (says(found)) return null;
	if (pendingRuns < settings.confirmAfterRuns) return 'confirmation';
	return isAlert && isCoolingDown(found, settings) ? 'coolDown' : null;
}

/** A customer who is at risk already: told again where a further sign fires and the risk is higher. */
function furtherAlert(found: Found, risk: number, settings: AlertSettings): Omit<Proposal, 'found' | 'today'> {
	const isWorse = found.previous !== null && roundedRisk(risk) > (found.previous.risk ?? 0) && hasFurtherSign(found, FURTHER_SIGN);
	if (!isWorse || (isCoolingDown(found, settings) && !says(found))) return NOTHING_TOLD;
	return { change: 'worse', isAlert: true, heldBack: null, pendingRuns: 0 };
}

function proposalOf(found: Found, risk: number, settings: AlertSettings): Proposal {
	const before = levelBefore(found);
	const today = levelOf(risk, settings.bounds, before, settings.hysteresis);
	const { previous, asOf } = found;
	const isKnown = previous !== null && previous.level !== 'gone';
	if (isKnown && isRepeated(found, risk)) return { ...NOTHING_TOLD, found, today, pendingRuns: previous.pendingRuns };
	if (today === before) return { ...(today === 'atRisk' ? furtherAlert(found, risk, settings) : NOTHING_TOLD), found, today };
	const wasMet = previous !== null && previous.pendingLevel === today;
	const pendingRuns = wasMet ? previous.pendingRuns + (asOf > previous.asOf ? 1 : 0) : 1;
	const isAlert = today === 'atRisk';
	return { found, today, change: changeBetween(before, today), isAlert, heldBack: heldBackBy(found, isAlert, pendingRuns, settings), pendingRuns };
}

const isGiven = ({ isAlert, heldBack }: Proposal): boolean => isAlert && heldBack === null;

/** By how much a customer matters: risk × value, then risk, then the customer's name. */
export function byUrgency(one: Pick<Found, 'risk' | 'value' | 'customerId'>, other: Pick<Found, 'risk' | 'value' | 'customerId'>): number {
	const [oneRisk, otherRisk] = [one.risk ?? 0, other.risk ?? 0];
	const difference = otherRisk * (other.value ?? 0) - oneRisk * (one.value ?? 0) || otherRisk - oneRisk;
	return difference || Number(one.customerId > other.customerId) - Number(one.customerId < other.customerId);
}

/** The alerts that are one too many. */
function beyondMost(proposals: readonly Proposal[], most: number): ReadonlySet<Proposal> {
	if (most === 0) return new Set();
	return new Set(proposals.filter(isGiven).sort((one, other) => byUrgency(one.found, other.found)).slice(most));
}

const newKey = ({ customerId, asOf }: Found): string => `${customerId}:${isoDate(asOf)}`;

function keyOf(found: Found, today: Level, before: Level): string | null {
	const key = found.previous === null ? null : found.previous.alertKey;
	return before === 'healthy' && today !== 'healthy' ? newKey(found) : key;
}

/** What every row of a run has. */
const seen = ({ customerId, asOf, risk, signs }: Found) => ({ customerId, asOf, risk: risk === null ? null : roundedRisk(risk), signs: signs.map(({ id }) => id).join(',') });

/** A change that is told. */
function told({ found, today, change, isAlert }: Proposal): Outcome {
	const before = levelBefore(found);
	const { previous, asOf } = found;
	const since = today === before && previous !== null ? previous.since : asOf;
	const alertKey = keyOf(found, today, before);
	const lastAlertAt = isAlert ? asOf : (previous === null ? null : previous.lastAlertAt);
	const row: StateRow = { ...seen(found), level: today, since, pendingLevel: null, pendingRuns: 0, lastAlertAt, alertKey };
	return { level: today, change, isAlert, heldBack: null, alertKey, since, row };
}

/** A change that is kept for a later run. */
function held({ found, today, pendingRuns }: Proposal, heldBack: HeldBackBy): Outcome {
	const { previous, asOf } = found;
	const kept = previous === null || previous.level === 'gone' ? { level: 'healthy' as const, since: asOf, lastAlertAt: previous === null ? null : previous.lastAlertAt, alertKey: null } : previous;
	const { level, since, lastAlertAt, alertKey } = kept;
	return { level: today, change: 'same', isAlert: false, heldBack, alertKey, since: null, row: { ...seen(found), level, since, pendingLevel: today, pendingRuns, lastAlertAt, alertKey } };
}

/** Nothing that changed; a pending level that was not met again is dropped. */
function unchanged({ found, today }: Proposal): Outcome {
	const { previous } = found;
	if (previous === null || previous.level === 'gone') return { level: today, change: 'same', isAlert: false, heldBack: null, alertKey: null, since: null, row: null };
	const isDropped = previous.pendingLevel !== null && today === previous.level;
	const row = isDropped ? { ...previous, ...seen(found), pendingLevel: null, pendingRuns: 0 } : null;
	return { level: today, change: 'same', isAlert: false, heldBack: null, alertKey: previous.alertKey, since: today === previous.level ? previous.since : null, row };
}

/** Nothing is known, so nothing changes. */
const unknown = ({ previous }: Found): Outcome => ({ level: null, change: 'same', isAlert: false, heldBack: null, alertKey: previous === null ? null : previous.alertKey, since: null, row: null });

/** The customer has gone; that is remembered where something else was. */
function gone(found: Found): Outcome {
	const { previous, asOf } = found;
	const isNews = previous !== null && previous.level !== 'gone';
	const row: StateRow | null = isNews ? { ...previous, ...seen(found), risk: null, level: 'gone', since: asOf, pendingLevel: null, pendingRuns: 0 } : null;
	return { ...unknown(found), row };
}

/**
 * What changed since the run before, for each customer, and what of it is told?
 *
 * `found` in any order; the answer is in the same. O(customers + alerts · log alerts).
 */
export function alertsOf(found: readonly Found[], settings: AlertSettings): Outcome[] {
	const proposals = found.map((each) => (each.isGone || each.risk === null ? null : proposalOf(each, each.risk, settings)));
	const tooMany = beyondMost(proposals.filter((proposal) => proposal !== null), settings.mostAlerts);
	return found.map((each, place) => {
		const proposal = proposals[place];
		if (proposal === null) return each.isGone ? gone(each) : unknown(each);
		if (proposal.heldBack !== null) return held(proposal, proposal.heldBack);
		if (!tooMany.has(proposal)) return proposal.change === 'same' ? unchanged(proposal) : told(proposal);
		// A customer who is at risk already and was to be told again: nothing is pending, the next run sees the same.
		return proposal.today === levelBefore(each) ? { ...unchanged(proposal), heldBack: 'mostAlerts' } : held(proposal, 'mostAlerts');
	});
}
