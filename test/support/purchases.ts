/** Rows of purchases as the columns that activity is computed from. */
import type { PurchaseColumns } from '../../domain/activity/streamColumns';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { netted } from '../../domain/ledger/netting';
import type { DatedRow } from './activity';
import { flagsOf, historyOfRows } from './activity';
import { groupColumn } from './ledger';

export interface Purchase extends DatedRow {
	readonly amount: number;
	readonly currency: number;
	readonly order: string;
	readonly isCancelled: boolean;
	/** NaN where it is not known. */
	readonly cost: number;
	/** yes, no, or empty where it is not known. */
	readonly promotion: string;
	readonly instalments: string;
	readonly category: string;
	readonly channel: string;
}

export const currencies = ['EUR', 'USD'];
/** What the rows are in the end: a cancelled one is worth nothing, and what was taken back is out of the history. */
export function columnsOf(rows: readonly Purchase[], customerCount: number): PurchaseColumns {
	const drawn = historyOfRows(
		rows.map((row) => (row.isCancelled ? { ...row, amount: 0 } : row)),
		customerCount,
		{ amounts: true, currencies: true },
	);
	const history = { ...drawn, isVisit: Uint8Array.from(drawn.row, (row) => Number(!rows[row].isCancelled && rows[row].amount >= 0)) };
	const orderAt = (row: number) => rows[row].order;
	return {
		...netted({ history, orderAt, productAt: null, textAt: (row) => JSON.stringify(rows[row]) }),
		orderAt,
		isCancelled: Uint8Array.from(rows, ({ isCancelled }) => Number(isCancelled)),
		margin: Float64Array.from(rows, ({ amount, cost }) => Math.round((amount - cost) * AMOUNT_SCALE)),
		onPromotion: flagsOf(rows.map(({ promotion }) => promotion)),
		inInstalments: flagsOf(rows.map(({ instalments }) => instalments)),
		category: groupColumn('category', rows.map(({ category }) => category)),
		channel: groupColumn('channel', rows.map(({ channel }) => channel)),
		currencies,
	};
}
