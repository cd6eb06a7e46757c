import { cellText, isBlank } from '../paths';
import type { CustomerKind } from '../columnNames';
import { findCustomer, firstMatch } from '../columnNames';
import type { Row, Table } from '../paths';
import type { RoleColumn } from './roleColumn';
import type { ChosenSubscriptionColumns, SubscriptionEntry, SubscriptionLayout, SubscriptionSource } from './subscriptionSource';
import { columnAt } from './roleColumn';

/** What each of its shapes is told by: an entry of the API, a row of the interval export, one of the movement export. */
const API_COLUMNS = ['mrr', 'status', 'billing-cycle', 'start-date', 'end-date'];
const INTERVAL_COLUMNS = ['CUSTOMER_UUID', 'MRR', 'START_DATE', 'END_DATE', 'SUBSCRIPTION_UUID', 'IS_FREE', 'IS_TRIAL'];
const MOVEMENT_COLUMNS = ['DATE', 'MRR', 'MRR_MOVEMENT', 'MOVEMENT_TYPE'];

const hasColumns = ({ paths }: Table, columns: readonly string[]): boolean => columns.every((column) => paths.includes(column));
const isEntry = (value: unknown): boolean => typeof value === 'object' && value !== null && API_COLUMNS.every((column) => Object.hasOwn(value, column));
const isEnvelope = ({ entries }: Row): boolean => Array.isArray(entries) && entries.every(isEntry);
const isEmptyEnvelope = ({ entries }: Row): boolean => Array.isArray(entries) && entries.length === 0;

/** The answers of the API, one a customer or a page; customers without a subscription among them. */
const holdsEnvelopes = (table: Table): boolean => table.every(isEnvelope) && !table.every(isEmptyEnvelope);

/** The entries of an answer, each with what somebody put beside them, such as whose they are. */
function entriesOf(json: Row): SubscriptionEntry[] {
	if (!isEnvelope(json)) return [{ row: json, part: json }];
	const { entries, ...beside } = json;
	return (entries as Row[]).map((entry) => {
		const row = { ...beside, ...entry };
		return { row, part: row };
	});
}

interface FoundCustomer {
	readonly column: RoleColumn;
	readonly kind: CustomerKind;
}

const customerAt = (path: string): FoundCustomer => ({ column: columnAt(path), kind: 'id' });

/** An entry of the API names no customer of its own; `id`, `uuid` and `external_id` are the subscription's. */
function customerOfEntries(table: Table): FoundCustomer | null {
	const uuid = firstMatch(table.paths, ['customeruuid']);
	if (uuid !== null) return customerAt(uuid);
	const found = findCustomer(table);
	return found && { column: columnAt(found.path), kind: found.kind };
}

type Common = Pick<SubscriptionLayout, 'amountIsFor' | 'amountUnit' | 'mayLackAmount' | 'seenOn'>;

/** MRR is in cents, a month's already and for the whole quantity. */
const common: Common = { amountIsFor: { months: 1 }, amountUnit: 'minor', mayLackAmount: false, seenOn: [] };

const chosenOr = (path: string, otherwise: string): RoleColumn => columnAt(path || otherwise);
const chosenAlone = (path: string): RoleColumn | undefined => (path === '' ? undefined : columnAt(path));

const isCancelled = ({ status }: Row): boolean => /^cancell?ed$/i.test(cellText(status).trim());

/** The end of a running entry is that of what has been invoiced, no leaving. */
function endWhereCancelled({ name, read }: RoleColumn): RoleColumn {
	return { name, read: (row) => (isCancelled(row) ? read(row) : undefined) };
}

/** Up to when a running entry has been invoiced: then it renews. */
const renewalWhereActive: RoleColumn = { name: 'end-date', read: (row) => (/^active$/i.test(cellText(row.status).trim()) ? row['end-date'] : undefined) };

function layoutOfEntries(table: Table, chosen: ChosenSubscriptionColumns): SubscriptionLayout | { readonly missing: 'customer' } {
	const customer = chosen.customer ? customerAt(chosen.customer) : customerOfEntries(table);
	if (customer === null) return { missing: 'customer' };
	return {
		...common,
		columns: {
			customer: customer.column,
			start: chosenOr(chosen.start, 'start-date'),
			end: endWhereCancelled(chosenOr(chosen.end, 'end-date')),
			amount: columnAt('mrr'),
			currency: columnAt('currency'),
			plan: chosenOr(chosen.plan, 'plan'),
			status: columnAt('status'),
			reason: chosenAlone(chosen.reason),
			subscription: columnAt('uuid'),
			renewsOn: renewalWhereActive,
		},
		customerKind: customer.kind,
		rowsAre: 'subscriptions',
		stateOf: (row) => (isCancelled(row) ? 'cancelled' : 'runs'),
		isCancelled: (row) => (isBlank(row.status) ? null : isCancelled(row)),
	};
}

const isTrue = (cell: unknown): boolean => cellText(cell).trim().toLowerCase() === 'true';

const layoutOfIntervals = (chosen: ChosenSubscriptionColumns): SubscriptionLayout => ({
	...common,
	columns: {
		customer: chosenOr(chosen.customer, 'CUSTOMER_UUID'),
		start: chosenOr(chosen.start, 'START_DATE'),
		end: chosenOr(chosen.end, 'END_DATE'),
		amount: columnAt('MRR'),
		plan: chosenOr(chosen.plan, 'PLAN_UUID'),
		reason: chosenAlone(chosen.reason),
		subscription: columnAt('SUBSCRIPTION_UUID'),
	},
	customerKind: 'id',
	rowsAre: 'subscriptions',
	stateOf: ({ IS_TRIAL }) => (isTrue(IS_TRIAL) ? 'trial' : 'runs'),
});

const BEGINNINGS = ['new_biz', 'reactivation'];

/** MRR is the customer's sum after the change; a customer of several connectors has several external ids and one UUID. */
const layoutOfMovements = ({ paths }: Table, chosen: ChosenSubscriptionColumns): SubscriptionLayout => ({
	...common,
	columns: {
		customer: chosenOr(chosen.customer, paths.includes('CUSTOMER_UUID') ? 'CUSTOMER_UUID' : 'CUSTOMER_EXTERNAL_ID'),
		start: chosenOr(chosen.start, 'DATE'),
		amount: columnAt('MRR'),
		currency: columnAt('CURRENCY_CODE'),
		plan: chosenOr(chosen.plan, 'PLAN_EXTERNAL_ID'),
		status: columnAt('MOVEMENT_TYPE'),
		reason: chosenAlone(chosen.reason),
		rank: columnAt('RANK'),
	},
	customerKind: 'id',
	rowsAre: 'changes',
	stateOf: ({ MOVEMENT_TYPE }) => (MOVEMENT_TYPE === 'churn' ? 'cancelled' : 'runs'),
	begins: ({ MOVEMENT_TYPE }) => BEGINNINGS.includes(cellText(MOVEMENT_TYPE)),
});

/** Whether the pages of some customer all say that more follow; where no customer stands beside them, all pages are of one. */
function isCut(table: Table): boolean {
	const customer = customerOfEntries(table);
	const isWhole = new Map<unknown, boolean>();
	table.every((row) => {
		const whose = customer?.column.read(row);
		if (typeof row.has_more === 'boolean') isWhole.set(whose, isWhole.get(whose) === true || !row.has_more);
		return true;
	});
	return [...isWhole.values()].includes(false);
}

/** ChartMogul: what its API says of customers' subscriptions, or its exports of MRR intervals and MRR movements. */
export const chartMogulSubscriptions: SubscriptionSource = {
	id: 'chartMogulSubscriptions',
	title: 'ChartMogul Subscriptions',
	description: 'The subscriptions of customers as the API of ChartMogul gives them, with the customer put beside them, or its exports MRR_INTERVALS and MRR_MOVEMENTS',
	nouns: ['row', 'rows'],
	recognises: (table) => hasColumns(table, INTERVAL_COLUMNS) || hasColumns(table, MOVEMENT_COLUMNS) || table.every(isEntry) || holdsEnvelopes(table),
	entriesOf,
	layoutOf(table, chosen) {
		if (hasColumns(table, INTERVAL_COLUMNS)) return layoutOfIntervals(chosen);
		return hasColumns(table, MOVEMENT_COLUMNS) ? layoutOfMovements(table, chosen) : layoutOfEntries(table, chosen);
	},
	warningsOn: (table) => (isCut(table) ? ['ChartMogul has more subscriptions than these (has_more): ask for the following pages too, or subscriptions are missing.'] : []),
};
