import { plainName } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText } from '../paths';
import { deletedInHubspot, hubspotCustomer, propertyColumn, propertyPath, readProperty } from './hubspotRows';
import { isRow, present, yesOrNo } from './knownColumns';
import type { OrderPaths } from './orderLayout';
import { orderLayout } from './orderLayout';
import type { ChosenColumns, PurchaseLayout, PurchaseSource } from './source';

const readWon = readProperty('hs_is_closed_won');
const readStage = readProperty('dealstage');

/** Stages of one's own are numbers that say nothing: then only the property tells who won. */
const isWon = (row: Row): boolean => yesOrNo(readWon(row)) ?? plainName(cellText(readStage(row))) === 'closedwon';

function layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' } {
	const customer = hubspotCustomer(table);
	const property = (...names: readonly string[]): string[] => [propertyPath(table, ...names) ?? ''].filter((path) => path !== '');
	const paths: OrderPaths = {
		customer: customer ? [customer.path] : [],
		date: property('closedate', 'hs_closed_won_date'),
		amount: property('amount', 'hs_closed_amount'),
		order: ['dealId', 'id'],
		currency: property('deal_currency_code'),
		status: property('hs_is_closed_won', 'dealstage'),
	};
	const found = orderLayout(table, chosen, paths, customer?.otherwise ? { column: customer.otherwise, kind: 'id' } : null);
	if ('missing' in found) return found;
	const leftOut = (row: Row): LeftOutKind | null => {
		if (deletedInHubspot(row)) return 'deleted';
		if (!isWon(row)) return 'notWon';
		return found.isGuest(row) ? 'guest' : null;
	};
	return {
		...found.columns,
		...(customer && chosen.customer === '' ? { readCustomer: customer.read } : {}),
		contacts: present({ owner: propertyColumn(table, ['hubspot_owner_id']) }),
		details: present({ category: propertyColumn(table, ['dealtype']), channel: propertyColumn(table, ['hs_analytics_source']) }),
		amountUnit: 'whole',
		isLineLevel: false,
		leftOut,
	};
}

const isDeal = (row: Row): boolean =>
	isRow(row.properties) &&
	(row.dealId !== undefined ? row.portalId !== undefined : row.id !== undefined && 'dealstage' in row.properties && 'createdAt' in row);

/** Deals as HubSpot's lists and its search give them, an item each. */
export const hubspotDeals: PurchaseSource = {
	id: 'hubspotDeals',
	title: 'HubSpot Deals',
	description: 'The deals as the HubSpot node gives them, of which those won are purchases; ask it for closedate, amount and hs_is_closed_won, and to include associations',
	nouns: ['deal', 'deals'],
	recognises: (table) => table.every(isDeal),
	layoutOf,
	warningsOn(table) {
		const isKnown = propertyPath(table, 'hs_is_closed_won') !== null;
		const warnings = isKnown ? [] : ['Which deals were won is read from their stage: ask HubSpot for hs_is_closed_won too, or deals won in a pipeline of your own are missing.'];
		if (propertyPath(table, 'amount', 'hs_closed_amount') === null) warnings.push('The deals have no amounts: ask HubSpot for the property amount.');
		return warnings;
	},
};
