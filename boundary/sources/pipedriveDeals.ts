import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText } from '../paths';
import { knownColumn, present, saidInUtc } from './knownColumns';
import { pipedriveCustomer, primaryOf } from './pipedriveRows';
import type { OrderPaths } from './orderLayout';
import { orderLayout } from './orderLayout';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from './source';

const TIMES = ['won_time', 'close_time'];

function layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' } {
	const customer = pipedriveCustomer(table);
	const paths: OrderPaths = {
		customer: customer ? [customer.path] : [],
		date: TIMES,
		amount: ['value'],
		order: ['id'],
		currency: ['currency'],
		status: ['status'],
	};
	const found = orderLayout(table, chosen, paths, customer?.otherwise ? { column: customer.otherwise, kind: 'id' } : null);
	if ('missing' in found) return found;
	const leftOut = (row: Row): LeftOutKind | null => {
		if (row.deleted === true || row.is_deleted === true || row.status === 'deleted') return 'deleted';
		if (cellText(row.status).toLowerCase() !== 'won') return 'notWon';
		return found.isGuest(row) ? 'guest' : null;
	};
	return {
		...found.columns,
		...(customer && chosen.customer === '' ? { readCustomer: customer.read } : {}),
		contacts: present({
			email: knownColumn(table, ['person_id.email'], primaryOf),
			phone: knownColumn(table, ['person_id.phone'], primaryOf),
			name: knownColumn(table, ['org_id.name', 'org_name', 'person_id.name', 'person_name']),
			owner: knownColumn(table, ['user_id.name', 'owner_name', 'owner_id']),
		}),
		details: present({ channel: knownColumn(table, ['channel', 'origin']) }),
		amountUnit: 'whole',
		isLineLevel: false,
		leftOut,
	};
}

const OWN_COLUMNS = ['stage_id', 'pipeline_id', 'value', 'currency', 'status', 'title'];

/** Deals as Pipedrive's API gives them, an item each; the older version writes times of UTC without saying so. */
export const pipedriveDeals: PurchaseSource = {
	id: 'pipedriveDeals',
	title: 'Pipedrive Deals',
	description: 'The deals as the Pipedrive node gives them, of which those won are purchases',
	nouns: ['deal', 'deals'],
	recognises: (table) => table.every((row) => OWN_COLUMNS.every((column) => row[column] !== undefined) && (row.org_id !== undefined || row.person_id !== undefined)),
	entriesOf(deal) {
		const unsaid = TIMES.filter((column) => saidInUtc(deal[column]) !== deal[column]);
		return [unsaid.length === 0 ? deal : { ...deal, ...Object.fromEntries(unsaid.map((column) => [column, saidInUtc(deal[column])])) }];
	},
	layoutOf,
};
