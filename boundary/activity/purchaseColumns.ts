import type { PurchaseColumns } from '../../domain/activity/streamColumns';
import type { History } from '../../domain/ledger/history';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import type { DecimalMark } from '../amounts';
import type { Item } from '../paths';
import type { AmountUnit } from '../reading/amountColumn';
import { areMinorUnits, fromMinorUnits } from '../reading/amountColumn';
import { NO_ORDER } from '../reading/orderNumbers';
import { readGroupColumn, withOneSpelling } from '../reading/groupColumn';
import { readFlags, readOptionalAmounts } from '../reading/optionalColumns';
import type { PurchaseReading } from '../reading/purchases';
import { counted } from '../reading/readingText';
import { Verdicts } from '../reading/verdicts';
import type { PurchaseDetail } from '../sources/source';

export interface DetailSettings {
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
	readonly amountIs: 'automatic' | 'perRow' | 'perOrder';
}

/** Puts what each event has where its row is. */
function inRows<Column extends Float64Array | Int32Array>({ row }: History, ofEvents: Column): Column {
	const ofRows = ofEvents.slice() as Column;
	for (let event = 0; event < ofEvents.length; event++) ofRows[row[event]] = ofEvents[event];
	return ofRows;
}

/** What purchases cost, by row: what the row says, else what a unit costs times how many there are. */
function costsOf(costs: Float64Array | null, unitCosts: Float64Array | null, quantities: Float64Array | null): Float64Array | null {
	if (costs !== null || unitCosts === null) return costs;
	return quantities === null ? unitCosts : unitCosts.map((cost, row) => Math.round((cost * quantities[row]) / AMOUNT_SCALE));
}

/**
 * What rows earned: their margins, else their amounts less their costs
 *
 * A refund that names neither costs what it pays back. Where each row repeats the total of its order, its first row
 * tells its cost and margin too.
 */
function marginsOf({ history }: PurchaseReading, margins: Float64Array | null, costs: Float64Array | null, repeatsTotals: boolean): Float64Array | null {
	if (history.amount === null || (margins === null && costs === null)) return null;
	return inRows(history, history.amount).map((amount, row) => {
		if (repeatsTotals && amount === 0) return 0;
		const margin = margins ? margins[row] : amount - costs![row];
		return amount < 0 && Number.isNaN(margin) ? amount : margin;
	});
}

/** The details for which rows are looked at again. */
const READ_DETAILS: readonly PurchaseDetail[] = ['margin', 'cost', 'unitCost', 'promotion', 'instalments', 'category', 'channel'];

const LARGEST_SHARE = AMOUNT_SCALE;

/** Whether margins are shares such as 0.35, which say nothing of money by themselves. */
function areShares(margins: Float64Array, { history }: PurchaseReading): boolean {
	const isSmall = margins.every((margin) => Number.isNaN(margin) || Math.abs(margin) <= LARGEST_SHARE);
	return isSmall && margins.some((margin) => margin !== 0 && !Number.isNaN(margin)) && (history.amount?.some((amount) => amount > 2 * LARGEST_SHARE) ?? false);
}

/**
 * The columns of purchases that activity is computed from, and what to watch in them
 *
 * Details are found by their names, so one that cannot be read is told and not used; no row is lost for it.
 */
export function purchaseColumns(reading: PurchaseReading, { decimalMark, amountUnit, amountIs }: DetailSettings): { readonly columns: PurchaseColumns; readonly warnings: readonly string[] } {
	const { history, layout, rowAt, itemOfRow, orderOf, reversal, isCancelled, currencies } = reading;
	const { details } = layout;
	const rows: Item[] = READ_DETAILS.some((detail) => details[detail]) ? Array.from(itemOfRow, (_, row) => ({ json: rowAt(row) })) : [];
	const all = Int32Array.from(rows.keys());
	const currencyOf = history.currency && inRows(history, history.currency);
	const warnings: string[] = [];

	const amountsIn = (detail: PurchaseDetail): Float64Array | null => {
		const column = details[detail];
		if (!column) return null;
		const verdicts = new Verdicts(rows);
		const amounts = readOptionalAmounts(rows, column, decimalMark, verdicts);
		const unread = verdicts.problems().length;
		if (unread > 0) {
			warnings.push(`"${column.name}" is not used: ${counted(unread, 'cell', 'cells')} of it cannot be read as an amount.`);
			return null;
		}
		if (detail !== 'quantity' && areMinorUnits(column, layout.amountUnit, amountUnit)) fromMinorUnits(amounts, { names: currencies, currencyOf });
		return amounts;
	};
	const moneyIn = (detail: PurchaseDetail): Float64Array | null => {
		const amounts = amountsIn(detail);
		if (amounts === null || !areShares(amounts, reading)) return amounts;
		warnings.push(`"${details[detail]!.name}" is not used: it holds shares and no amounts.`);
		return null;
	};
	const flagsIn = (detail: PurchaseDetail, least = 0) => (details[detail] ? readFlags(rows, details[detail], new Verdicts(rows), { blankIsNo: true, least }) : null);
	const groupsIn = (detail: PurchaseDetail) => (details[detail] ? withOneSpelling(readGroupColumn(rows, all, details[detail])) : null);

	const columns: PurchaseColumns = {
		history,
		orderAt: orderOf && ((row) => (orderOf[row] === NO_ORDER ? '' : orderOf[row])),
		reversal,
		isCancelled,
		margin: marginsOf(reading, moneyIn('margin'), costsOf(amountsIn('cost'), amountsIn('unitCost'), details.unitCost ? amountsIn('quantity') : null), amountIs === 'perOrder'),
		onPromotion: flagsIn('promotion'),
		inInstalments: flagsIn('instalments', 1),
		category: groupsIn('category'),
		channel: groupsIn('channel'),
		currencies,
	};
	return { columns, warnings };
}
