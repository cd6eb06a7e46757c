import type { KindOfLeaving } from '../../domain/churn/leaving';
import { MILLISECONDS_PER_DAY, createZone, dayOfLocalTime } from '../../domain/time';
import { intervalBetween } from '../billingIntervals';
import { createDateReader } from '../dates';
import { tidyText } from '../digits';
import { kindOfReason } from '../leavingReasons';
import type { Read, Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import type { RoleColumn } from './roleColumn';
import type { ChosenSubscriptionColumns, SubscriptionEntry, SubscriptionLayout, SubscriptionSource, SubscriptionState } from './subscriptionSource';
import { columnAt } from './roleColumn';

const OWN_COLUMNS = ['account_code', 'plan_code', 'state', 'total_recurring_amount', 'current_period_started_at', 'current_period_ends_at', 'activated_at', 'expires_at'];

/** Times carry their zone in letters; those of the United States and of Greenwich say one offset each. */
const OFFSET_OF_LETTERS: Readonly<Record<string, string>> = {
	UTC: '+00:00',
	GMT: '+00:00',
	EST: '-05:00',
	EDT: '-04:00',
	CST: '-06:00',
	CDT: '-05:00',
	MST: '-07:00',
	MDT: '-06:00',
	PST: '-08:00',
	PDT: '-07:00',
	AKST: '-09:00',
	AKDT: '-08:00',
	HST: '-10:00',
};

/** A time with an offset in place of its letters; as it stands where the letters are not known. */
function withOffset(cell: unknown): unknown {
	const parts = typeof cell === 'string' ? /^\s*(.*\d) ?([A-Z]{3,4})\s*$/.exec(cell) : null;
	const offset = parts && OFFSET_OF_LETTERS[parts[2]];
	return offset ? `${parts[1]}${offset}` : cell;
}

/** A column of times. */
function timeAt(path: string): RoleColumn {
	const { name, read } = columnAt(path);
	return { name, read: (row) => withOffset(read(row)) };
}

const { read: readInstant } = createDateReader({ format: 'automatic', zone: createZone('UTC') });
const instantIn =
	(read: Read): ((row: Row) => number) =>
	(row) => {
		const cell = read(row);
		return isBlank(cell) ? NaN : readInstant(cell);
	};
const instantAt = (path: string) => instantIn(timeAt(path).read);

const periodStart = instantAt('current_period_started_at');
const periodEnd = instantAt('current_period_ends_at');
const trialEnd = instantAt('trial_ends_at');

const HOUR = MILLISECONDS_PER_DAY / 24;

/** How often the price is paid: the length of the current period, in which a clock may have been changed; a trial's is none. */
function readInterval(row: Row): string | null {
	const [start, end] = [periodStart(row), periodEnd(row)];
	const days = Math.round((end - start) / MILLISECONDS_PER_DAY);
	const isWholeDays = Math.abs(end - start - days * MILLISECONDS_PER_DAY) <= HOUR;
	if (!isWholeDays || end <= trialEnd(row)) return null;
	const firstDay = dayOfLocalTime(start);
	return intervalBetween(firstDay, firstDay + days);
}

const STATES: Readonly<Record<string, SubscriptionState>> = {
	canceled: 'cancelled',
	expired: 'cancelled',
	paused: 'paused',
	future: 'notStarted',
	pending: 'notStarted',
	failed: 'notStarted',
};

const stateName = ({ state }: Row): string => cellText(state).trim().toLowerCase();
const stateOf = (row: Row): SubscriptionState => STATES[stateName(row)] ?? 'runs';

/** A pause that is over, or that is yet to come, says nothing of today. */
const readPausedFrom: Read = (row) => (stateOf(row) === 'paused' ? withOffset(row.paused_at) : undefined);

const isNo = (cell: unknown): boolean => /^(false|no|0)$/i.test(cellText(cell).trim());
const isActive = (row: Row): boolean => stateName(row) === 'active';

/** Who does not renew leaves with the term, which is over with the current period where no cycle of it is left. */
function readPlannedEnd(row: Row): unknown {
	if (!isActive(row) || !isNo(row.auto_renew)) return undefined;
	if (!isBlank(row.current_term_ends_at)) return withOffset(row.current_term_ends_at);
	return cellText(row.remaining_billing_cycles).trim() === '0' ? withOffset(row.current_period_ends_at) : undefined;
}

const plannedEnd = instantIn(readPlannedEnd);

/** Who cancels within a term of several periods stays active until the last of them; a term that does not renew by contract was cancelled by nobody. */
const isCancelled = (row: Row): boolean => stateOf(row) === 'cancelled' || (isActive(row) && isNo(row.auto_renew) && !isBlank(row.canceled_at));
const readCancelledOn: Read = (row) => (isCancelled(row) ? withOffset(row.canceled_at) : undefined);

/** The end of the current period, unless the subscription is over by then. */
const readRenewal: Read = (row) => (!isActive(row) || plannedEnd(row) <= periodEnd(row) ? undefined : withOffset(row.current_period_ends_at));

const readPlan: Read = (row) => (isBlank(row.plan_name) ? row.plan_code : row.plan_name);

const kind = (intent: KindOfLeaving['intent'], ending: KindOfLeaving['ending']): KindOfLeaving => ({ intent, control: 'unknown', ending });

/** As Recurly sorts its expiration reasons; who cancels does not renew, who is terminated ends at once. */
const KINDS: Readonly<Record<string, KindOfLeaving>> = {
	canceled: kind('voluntary', 'didNotRenew'),
	fixed_billing_cycles: kind('voluntary', 'didNotRenew'),
	nonpayment_gift: kind('voluntary', 'didNotRenew'),
	nonpayment_trial: kind('voluntary', 'didNotRenew'),
	terminated: kind('voluntary', 'endedContract'),
	account_closed: kind('voluntary', 'closedAccount'),
	nonpayment: kind('involuntary', 'unknown'),
	tax_location_invalid: kind('involuntary', 'unknown'),
};

const kindOf = (reason: string): KindOfLeaving => KINDS[tidyText(reason).toLowerCase().replace(/ /g, '_')] ?? kindOfReason(reason);

const chosenTimeOr = (path: string, otherwise: string): RoleColumn => timeAt(path || otherwise);
const chosenOr = (path: string, otherwise: RoleColumn): RoleColumn => (path === '' ? otherwise : columnAt(path));

function layoutOf({ paths }: Table, chosen: ChosenSubscriptionColumns): SubscriptionLayout {
	const reason = chosen.reason || (paths.includes('expiration_reason') ? 'expiration_reason' : '');
	return {
		columns: {
			customer: columnAt(chosen.customer || 'account_code'),
			start: chosenTimeOr(chosen.start, 'activated_at'),
			end: chosenTimeOr(chosen.end, 'expires_at'),
			trialEnd: timeAt('trial_ends_at'),
			pausedFrom: { name: 'paused_at', read: readPausedFrom },
			amount: columnAt('total_recurring_amount'),
			interval: { name: 'current_period_ends_at', read: readInterval },
			currency: columnAt('currency'),
			plan: chosenOr(chosen.plan, { name: 'plan_name', read: readPlan }),
			status: columnAt('state'),
			reason: reason === '' ? undefined : columnAt(reason),
			subscription: columnAt('uuid'),
			renewsOn: { name: 'current_period_ends_at', read: readRenewal },
			plannedEnd: { name: 'current_term_ends_at', read: readPlannedEnd },
			cancelledOn: { name: 'canceled_at', read: readCancelledOn },
		},
		customerKind: 'id',
		rowsAre: 'subscriptions',
		amountIsFor: 'interval',
		amountUnit: 'whole',
		mayLackAmount: false,
		seenOn: ['current_period_started_at', 'modified_at', 'canceled_at'].map((path) => timeAt(path).read),
		stateOf,
		isCancelled,
		kindOf,
	};
}

/** How many subscriptions stand in more than one row, as where both exports were put together. */
function countRepeated(entries: readonly SubscriptionEntry[]): number {
	const readId = readerOf('uuid');
	const rowsOfId = new Map<unknown, number>();
	for (const { row } of entries) if (!isBlank(readId(row))) rowsOfId.set(readId(row), (rowsOfId.get(readId(row)) ?? 0) + 1);
	return [...rowsOfId.values()].filter((rows) => rows > 1).length;
}

function warningsOn(table: Table, entries: readonly SubscriptionEntry[]): string[] {
	const warnings: string[] = [];
	if (table.every((row) => stateName(row) === 'expired')) {
		warnings.push('All of these subscriptions have expired: those who stayed are missing, so the rates are far too high. Read the export of subscriptions of all states.');
	}
	if (table.every((row) => stateName(row) !== 'expired')) {
		warnings.push('There is no expired subscription in the export, so it shows no churn: does it leave them out?');
	}
	const repeated = countRepeated(entries);
	if (repeated > 0) {
		warnings.push(`${repeated} ${repeated === 1 ? 'subscription stands' : 'subscriptions stand'} in several rows (uuid), so what they bring counts several times: put the two exports together by uuid.`);
	}
	return warnings;
}

/** Recurly's exports of subscriptions: of all states, or those that churned with the reason. */
export const recurlySubscriptions: SubscriptionSource = {
	id: 'recurlySubscriptions',
	title: 'Recurly Subscriptions',
	description: 'The export of subscriptions as Recurly writes it; the one of churned subscriptions names reasons, and lacks those who stayed',
	nouns: ['subscription', 'subscriptions'],
	recognises: ({ paths }) => OWN_COLUMNS.every((column) => paths.includes(column)),
	entriesOf: (json) => [{ row: json, part: json }],
	layoutOf,
	warningsOn,
};
