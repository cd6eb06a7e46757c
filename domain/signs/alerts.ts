/**
 * Alerts that stay quiet: what changed since the run before, and what of it is told. DOMAIN S23.
 *
 * A level that changes is told once it was met in enough runs (confirmation); going down needs a clear margin
 * (hysteresis, in `levels.ts`); after an alert there is none for some days (cool-down), and no run gives more than so
 * many. What is held back is kept as pending and tried again in the next run. Nobody recovers because data are missing.
 * Only statements of leaving wait for nothing.
 */
import { isoDate } from '../time';
import type { Bounds, Level } from './levels';
import { levelOf, levels } from './levels';
import type { StateRow } from './state';

export const changes = ['new', 'worse', 'better', 'same', 'recovered'] as const;
export type Change = (typeof changes)[number];

export type HeldBackBy = 'confirmation' | 'coolDown' | 'mostAlerts' | 'noData';

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
	/** On which day they said that they leave; null where they did not, or no day is known. */
	readonly saidOn: number | null;
	/** Of the signs of the row those that say nothing today: they have no data, or fire for so many that data must be missing. */
	readonly doubtful: readonly string[];
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
/** So strong is a sign that a customer is told by. */
export const TELLING_SIGN = 0.5;
/** So many times the odds when told last, and a customer at risk is told again whatever the sign. */
const WORSE_ODDS = 2;

export const roundedRisk = (risk: number): number => Math.round(risk * 10) / 10;

/** What a run makes of a customer before alerts are counted. */
interface Proposal {
	readonly found: Found;
	/** Today's level. */
	readonly today: Level;
	/** The level to be told. */
	readonly level: Level;
	/** The level that is kept as pending where the change is held back. */
	readonly met: Level;
	readonly change: Change;
	readonly isAlert: boolean;
	readonly heldBack: HeldBackBy | null;
	readonly pendingRuns: number;
}

/** Somebody who had gone and is back begins anew. */
const levelBefore = (previous: StateRow | null): Level => (previous === null || previous.level === 'gone' ? 'healthy' : previous.level);

function changeBetween(before: Level, level: Level): Change {
	if (level === before) return 'same';
	if (level === 'healthy') return 'recovered';
	if (before === 'healthy') return 'new';
	return levels[level].rank > levels[before].rank ? 'worse' : 'better';
}

type Firing = Found['signs'][number];

const isStatement = ({ id, strength }: Firing): boolean => id === 'toldUs' && strength > STATEMENT;

/** How a row calls a question about leaving. */
export const ASKED = 'askedUs';

/** How a row calls a sign: a question about leaving has a name of its own, so that a statement after it is news. */
const nameInRow = (sign: Firing): string => (sign.id === 'toldUs' && !isStatement(sign) ? ASKED : sign.id);

/** Had the sign fired when the customer was told of last? A statement that fades to a question is no news. */
function firedBefore({ previous }: Found, sign: Firing): boolean {
	if (previous === null) return false;
	const before = previous.signs.split(',');
	return before.includes(sign.id) || before.includes(nameInRow(sign));
}

/** Do they say that they leave, and had not said so when they were told of last, or say it again since? */
function says(found: Found): boolean {
	const { previous, saidOn, asOf } = found;
	// A day to come would be said again in every run until then.
	const isAgain = previous !== null && saidOn !== null && saidOn > previous.asOf && saidOn <= asOf;
	return found.signs.some((sign) => isStatement(sign) && (isAgain || !firedBefore(found, sign)));
}

/**
 * Is this run no later than the one that wrote the row? Then nothing is told of the customer: not the same data once
 * more, and not the next hour. Only a statement that was not there before does not wait for the next day.
 */
const isTooEarly = (found: Found, { asOf }: StateRow): boolean => found.asOf < asOf || (found.asOf === asOf && !says(found));

const isCoolingDown = ({ asOf, previous }: Found, { coolDownDays }: AlertSettings): boolean =>
	previous !== null && previous.lastAlertAt !== null && asOf - previous.lastAlertAt < coolDownDays;

const nothing = (found: Found, today: Level): Proposal => ({ found, today, level: today, met: today, change: 'same', isAlert: false, heldBack: null, pendingRuns: 0 });

const oddsOf = (risk: number): number => risk / (100 - risk);

/** Is it worse than when the customer was told of last: by a further sign, or by twice the odds? */
function isWorse(found: Found, risk: number): boolean {
	const before = found.previous?.risk ?? 0;
	const hasFurtherSign = found.signs.some((sign) => sign.strength >= TELLING_SIGN && !firedBefore(found, sign));
	return roundedRisk(risk) > before && (hasFurtherSign || oddsOf(risk) >= WORSE_ODDS * oddsOf(before));
}

/** A customer who is at risk already: told again where they say that they leave, or it has become worse. */
function furtherAlert(found: Found, risk: number, settings: AlertSettings): Proposal {
	const isSaid = says(found);
	if (!isSaid && !isWorse(found, risk)) return nothing(found, 'atRisk');
	return { ...nothing(found, 'atRisk'), change: 'worse', isAlert: true, pendingRuns: 1, heldBack: !isSaid && isCoolingDown(found, settings) ? 'coolDown' : null };
}

/** The pending level of the row where it lies on the same side of the level told as today's. */
function pendingOnSide(previous: StateRow | null, before: Level, today: Level): StateRow | null {
	if (previous === null || previous.pendingLevel === null) return null;
	const isUp = (level: Level): boolean => levels[level].rank > levels[before].rank;
	const isSameSide = previous.pendingLevel !== before && isUp(previous.pendingLevel) === isUp(today);
	return isSameSide ? previous : null;
}

/** Of two levels on one side of a third the nearer: what both runs have met. */
const nearer = (before: Level, one: Level, other: Level): Level =>
	Math.abs(levels[one].rank - levels[before].rank) <= Math.abs(levels[other].rank - levels[before].rank) ? one : other;

/** Another level than the one told. */
function changed(found: Found, today: Level, settings: AlertSettings): Proposal {
	const { previous, asOf } = found;
	const before = levelBefore(previous);
	const pending = pendingOnSide(previous, before, today);
	const pendingRuns = pending === null ? 1 : pending.pendingRuns + (asOf > pending.asOf ? 1 : 0);
	const isSaid = says(found);
	const met = pending === null || pending.pendingLevel === null ? today : nearer(before, pending.pendingLevel, today);
	const level = isSaid ? today : met;
	const isAlert = level === 'atRisk';
	const proposal = { found, today, level, met, change: changeBetween(before, level), isAlert, pendingRuns };
	if (isSaid) return { ...proposal, heldBack: null };
	if (pendingRuns < settings.confirmAfterRuns) return { ...proposal, heldBack: 'confirmation' };
	return { ...proposal, heldBack: isAlert && isCoolingDown(found, settings) ? 'coolDown' : null };
}

function proposalOf(found: Found, risk: number, settings: AlertSettings): Proposal {
	const { previous } = found;
	const before = levelBefore(previous);
	const today = levelOf(risk, settings.bounds, before, settings.hysteresis);
	if (previous !== null && isTooEarly(found, previous)) return nothing(found, today);
	// Nobody recovers because the data are missing that had told of them.
	if (levels[today].rank < levels[before].rank && found.doubtful.length > 0) return { ...nothing(found, before), heldBack: 'noData' };
	if (today !== before) return changed(found, today, settings);
	if (previous !== null && previous.level === 'gone') return { ...nothing(found, today), change: 'recovered' };
	return today === 'atRisk' ? furtherAlert(found, risk, settings) : nothing(found, today);
}

/** An alert that counts for the limit; who says that they leave is told in any case. */
const isCounted = ({ found, isAlert, heldBack }: Proposal): boolean => isAlert && heldBack === null && !says(found);

/** By how much a customer matters: risk × value, then risk, then the customer's name. */
export function byUrgency(one: Pick<Found, 'risk' | 'value' | 'customerId'>, other: Pick<Found, 'risk' | 'value' | 'customerId'>): number {
	const [oneRisk, otherRisk] = [one.risk ?? 0, other.risk ?? 0];
	const difference = otherRisk * (other.value ?? 0) - oneRisk * (one.value ?? 0) || otherRisk - oneRisk;
	return difference || Number(one.customerId > other.customerId) - Number(one.customerId < other.customerId);
}

/** The alerts that are one too many. */
function beyondMost(proposals: readonly Proposal[], most: number): ReadonlySet<Proposal> {
	if (most === 0) return new Set();
	return new Set(proposals.filter(isCounted).sort((one, other) => byUrgency(one.found, other.found)).slice(most));
}

const newKey = ({ customerId, asOf }: Found): string => `${customerId}:${isoDate(asOf)}`;

/** The signs that a customer is told by: those that are strong, else the first. */
function signsInRow({ signs }: Found): string {
	const strong = signs.filter(({ strength }) => strength >= TELLING_SIGN);
	return (strong.length > 0 ? strong : signs.slice(0, 1)).map(nameInRow).join(',');
}

const riskOf = ({ risk }: Found): number | null => (risk === null ? null : roundedRisk(risk));

/** What a row says that was never told: the customer is healthy, and always was. */
const neverTold = (found: Found): StateRow => ({
	customerId: found.customerId,
	asOf: found.asOf,
	level: 'healthy',
	risk: riskOf(found),
	since: found.asOf,
	pendingLevel: null,
	pendingRuns: 0,
	lastAlertAt: found.previous === null ? null : found.previous.lastAlertAt,
	signs: '',
	alertKey: null,
});

const PENDING_NOTHING = { pendingLevel: null, pendingRuns: 0 } as const;

/** A change that is told. */
function told({ found, level, change, isAlert }: Proposal): Outcome {
	const { previous, asOf } = found;
	const before = levelBefore(previous);
	const beginsEpisode = before === 'healthy' && level !== 'healthy';
	const kept = previous ?? neverTold(found);
	const alertKey = beginsEpisode ? newKey(found) : kept.alertKey;
	const since = level === before && previous !== null && previous.level !== 'gone' ? previous.since : asOf;
	const lastAlertAt = isAlert ? asOf : kept.lastAlertAt;
	const row: StateRow = { customerId: found.customerId, asOf, level, risk: riskOf(found), since, ...PENDING_NOTHING, lastAlertAt, signs: signsInRow(found), alertKey };
	return { level, change, isAlert, heldBack: null, alertKey, since, row };
}

/** A change that is kept for a later run. */
function held({ found, today, met, pendingRuns }: Proposal, heldBack: HeldBackBy): Outcome {
	const { previous, asOf } = found;
	const kept = previous === null || previous.level === 'gone' ? neverTold(found) : previous;
	const since = today === kept.level ? kept.since : null;
	return { level: today, change: 'same', isAlert: false, heldBack, alertKey: kept.alertKey, since, row: { ...kept, asOf, pendingLevel: met, pendingRuns } };
}

const UNTOLD = { change: 'same', isAlert: false, heldBack: null } as const;
/** Somebody who is healthy and of whom nothing was told before. */
export const HEALTHY: Outcome = Object.freeze({ ...UNTOLD, level: 'healthy', alertKey: null, since: null, row: null });
/** Somebody of whom nothing is known, and nothing was told before. */
export const NOTHING_KNOWN: Outcome = Object.freeze({ ...HEALTHY, level: null });

/** Nothing that changed; a pending level that was not met again is dropped, but waits where the data are missing that could tell. */
function unchanged({ found, today, heldBack }: Proposal): Outcome {
	const { previous, asOf } = found;
	if (previous === null || previous.level === 'gone') return today === 'healthy' ? HEALTHY : { ...HEALTHY, level: today };
	const isDropped = heldBack !== 'noData' && previous.pendingLevel !== null && today === previous.level && asOf > previous.asOf;
	const row = isDropped ? { ...previous, ...PENDING_NOTHING, asOf } : null;
	return { ...UNTOLD, level: today, alertKey: previous.alertKey, since: today === previous.level ? previous.since : null, row };
}

/** The level is the one that was told; of who was cut the day is remembered, so that the same data once more tell nothing. */
function heldAtLevel(proposal: Proposal, heldBack: HeldBackBy): Outcome {
	const { previous, asOf } = proposal.found;
	const outcome = { ...unchanged(proposal), heldBack };
	return heldBack === 'mostAlerts' && previous !== null ? { ...outcome, row: { ...previous, ...PENDING_NOTHING, asOf } } : outcome;
}

const withKey = (alertKey: string | null): Outcome => (alertKey === null ? NOTHING_KNOWN : { ...NOTHING_KNOWN, alertKey });

/** Nothing is known, so nothing changes; the key of somebody who had gone is over. */
const unknown = ({ previous }: Found): Outcome => withKey(previous === null || previous.level === 'gone' ? null : previous.alertKey);

/** The customer has gone; that is remembered where something else was. */
function gone(found: Found): Outcome {
	const { previous, asOf } = found;
	const isNews = previous !== null && previous.level !== 'gone' && asOf > previous.asOf;
	const row: StateRow | null = isNews ? { ...previous, ...PENDING_NOTHING, asOf, risk: null, signs: '', level: 'gone', since: asOf } : null;
	return { ...withKey(previous === null ? null : previous.alertKey), row };
}

/** Today's levels where nothing may be told: the state is of a later day than the run. */
export const untoldOf = (found: readonly Found[], { bounds, hysteresis }: AlertSettings): Outcome[] =>
	found.map(({ risk, isGone, previous }) => (isGone || risk === null ? NOTHING_KNOWN : { ...HEALTHY, level: levelOf(risk, bounds, levelBefore(previous), hysteresis) }));

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
		const heldBack = proposal.heldBack ?? (tooMany.has(proposal) ? 'mostAlerts' : null);
		if (heldBack === null) return proposal.change === 'same' ? unchanged(proposal) : told(proposal);
		// Nothing is pending where the level is the one that was told.
		return proposal.today === levelBefore(each.previous) ? heldAtLevel(proposal, heldBack) : held(proposal, heldBack);
	});
}
