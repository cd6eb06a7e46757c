import type { PurchaseColumns } from '../../domain/activity/streamColumns';
import type { Problem } from '../../domain/problems';
import type { DecimalMark } from '../amounts';
import type { Item } from '../paths';
import type { AmountUnit } from '../reading/amountColumn';
import { areMinorUnits, fromMinorUnits } from '../reading/amountColumn';
import { NO_ORDER } from '../reading/orderNumbers';
import { readGroupColumn } from '../reading/groupColumn';
import { readFlags, readOptionalAmounts } from '../reading/optionalColumns';
import type { PurchaseReading } from '../reading/purchases';
import { Verdicts } from '../reading/verdicts';
import type { PurchaseDetail } from '../sources/source';

export interface DetailSettings {
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
}

/** Amounts of the rows, from those of the events. */
function amountsOfRows({ history }: PurchaseReading): Float64Array | null {
	if (history.amount === null) return null;
	const amounts = new Float64Array(history.amount.length);
	history.amount.forEach((amount, event) => {
		amounts[history.row[event]] = amount;
	});
	return amounts;
}

/** What rows earned: their margins, else their amounts less their costs; a refund without a cost costs what it pays back. */
function marginsOf(reading: PurchaseReading, margins: Float64Array | null, costs: Float64Array | null): Float64Array | null {
	if (margins !== null) return margins;
	const amounts = costs && amountsOfRows(reading);
	if (!amounts) return null;
	return amounts.map((amount, row) => {
		const isFreeRefund = amount < 0 && Number.isNaN(costs[row]);
		return isFreeRefund ? amount : amount - costs[row];
	});
}

/** The columns of purchases that activity is computed from, and what is wrong with their details. */
export function purchaseColumns(reading: PurchaseReading, { decimalMark, amountUnit }: DetailSettings): { readonly columns: PurchaseColumns; readonly problems: readonly Problem[] } {
	const { history, layout, rowAt, itemOfRow, orderOf, reversal, isCancelled, currencies } = reading;
	const { details } = layout;
	const rows: Item[] = Object.keys(details).length === 0 ? [] : Array.from(itemOfRow, (_, row) => ({ json: rowAt(row) }));
	const all = Int32Array.from(rows.keys());
	const verdicts = new Verdicts(rows);
	const currencyOf = currencies.length > 1 ? currenciesOfRows(reading) : null;

	const amountsIn = (detail: PurchaseDetail): Float64Array | null => {
		const column = details[detail];
		if (!column) return null;
		const amounts = readOptionalAmounts(rows, column, decimalMark, verdicts);
		if (areMinorUnits(column, layout.amountUnit, amountUnit)) fromMinorUnits(amounts, { names: currencies, currencyOf });
		return amounts;
	};
	const flagsIn = (detail: PurchaseDetail) => (details[detail] ? readFlags(rows, details[detail], verdicts) : null);
	const groupsIn = (detail: PurchaseDetail) => (details[detail] ? readGroupColumn(rows, all, details[detail]) : null);

	const columns: PurchaseColumns = {
		history,
		orderAt: orderOf && ((row) => (orderOf[row] === NO_ORDER ? '' : orderOf[row])),
		reversal,
		isCancelled,
		margin: marginsOf(reading, amountsIn('margin'), amountsIn('cost')),
		onPromotion: flagsIn('promotion'),
		inInstalments: flagsIn('instalments'),
		category: groupsIn('category'),
		channel: groupsIn('channel'),
		currencies,
	};
	return { columns, problems: verdicts.problems().map((problem) => ({ ...problem, item: itemOfRow[problem.item!] })) };
}

function currenciesOfRows({ history }: PurchaseReading): Int32Array | null {
	if (history.currency === null) return null;
	const currencies = new Int32Array(history.currency.length);
	history.currency.forEach((currency, event) => {
		currencies[history.row[event]] = currency;
	});
	return currencies;
}
