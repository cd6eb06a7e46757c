import type { INodeExecutionData } from 'n8n-workflow';
import type { PurchaseReading } from '../../boundary/reading/purchases';
import type { ChurnedCustomer } from '../../domain/churn/churnedCustomers';
import type { ChurnRow } from '../../domain/churn/rowFields';
import type { KeptColumns } from '../shared/keptColumns';
import { withKept } from '../shared/keptColumns';

/** Rows about everybody stem from no particular item, so they have no `pairedItem`. */
export const rowItems = (rows: readonly ChurnRow[]): INodeExecutionData[] => rows.map((json) => ({ json }));

/** A churned customer's item is paired with the last purchase before leaving. */
export const churnedCustomerItems = (
	losses: readonly ChurnedCustomer[],
	{ itemOfRow }: PurchaseReading,
	kept: KeptColumns,
): INodeExecutionData[] =>
	losses.map(({ customer, row, fields }) => ({
		json: withKept(fields, kept(customer)),
		pairedItem: { item: itemOfRow[row] },
	}));
