/** The sixty small data sets of test/reference/activity_random.py, as streams with the columns that they name. */
import type { ActivityItem, ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityReading, itemsIn } from './activityReference';
import type { Stream } from './activityReference';
import { readText } from './files.cjs';

type StreamOfSet = Exclude<ActivityStreamId, 'customers'>;
export type SetRow = Readonly<Record<string, unknown>> & { readonly stream: ActivityStreamId; readonly customer: string };
export type SetFields = Readonly<Record<string, unknown>> & { readonly reasons: Readonly<Record<string, string>> };

export interface ActivitySet {
	readonly id: number;
	readonly zone: string;
	readonly asOf: string;
	readonly today: string;
	readonly recentWindow: number;
	readonly usualWindow: number;
	readonly columns: Readonly<Partial<Record<ActivityStreamId, readonly string[]>>>;
	readonly rows: readonly SetRow[];
	readonly expected: Readonly<Record<string, Readonly<Record<StreamOfSet, SetFields | null>> & { readonly since: string | null }>>;
	/** By reading of the specification, the figures that hang on it, as `customer.stream.field`. */
	readonly openTo: Readonly<Record<string, readonly string[]>>;
}

export const activitySets = (): readonly ActivitySet[] => (JSON.parse(readText('test/reference/activity_random.json')) as { readonly cases: readonly ActivitySet[] }).cases;

/** The role of each column, where it has another name than its role. */
const ROLES: Readonly<Record<ActivityStreamId, Readonly<Record<string, string>>>> = {
	purchases: { at: 'date', amount: 'amount', order: 'order', currency: 'currency', status: 'status' },
	subscriptions: { start: 'start', end: 'end', plan: 'plan', monthlyAmount: 'amount', currency: 'currency', state: 'status', trialEndsOn: 'trialEnd', reason: 'reason' },
	payments: { made: 'date', due: 'due', paidAt: 'paidAt', amount: 'amount', paidAmount: 'paidAmount', currency: 'currency', state: 'state', attempts: 'attempts', method: 'method', cardExpires: 'cardExpiresAt' },
	tickets: { at: 'date', closedAt: 'closedAt', answeredAt: 'answeredAt', complaint: 'complaint', topic: 'topic', satisfaction: 'satisfaction', nps: 'nps', scoredAt: 'scoredAt', text: 'text', survey: 'survey' },
	contacts: { at: 'date', startedBy: 'startedByCustomer', person: 'person', text: 'text' },
	usage: { at: 'date', feature: 'feature', count: 'count' },
	customers: { since: 'since' },
};

const SOURCES: Readonly<Record<ActivityStreamId, string>> = {
	purchases: 'plainTable', subscriptions: 'plainSubscriptions', payments: 'plainPayments', tickets: 'plainTickets', contacts: 'plainContacts', usage: 'plainUsage', customers: 'plainCustomers',
};

export const rowsOf = ({ rows }: ActivitySet, stream: string, customer?: string): SetRow[] => rows.filter((row) => row.stream === stream && (customer === undefined || row.customer === customer));

/** The items of a set by customer, without who is in no stream as of the day. */
export function itemsOfSet(set: ActivitySet): ReadonlyMap<string, ActivityItem> {
	const ids = Object.keys(set.columns) as ActivityStreamId[];
	const streams = ids.map((id): Stream => {
		const roles = (set.columns[id] ?? []).flatMap((column) => (ROLES[id][column] ? [[ROLES[id][column], column]] : []));
		return { id, rows: rowsOf(set, id), source: SOURCES[id], columns: { customer: 'customer', ...(Object.fromEntries(roles) as Record<string, string>) } };
	});
	const { asOf, today, zone, recentWindow: recentDays, usualWindow: usualDays } = set;
	const reading = activityReading(streams, { asOf, today, zone, recentDays, usualDays, match: 'id', amountIs: 'perRow', amountUnit: 'whole' });
	return new Map(itemsIn(reading).filter(({ streams: known }) => known !== '').map((item) => [String(item.customer), item]));
}
