import type { AmountColumns } from '../columnNames';
import { faultOfInterval, monthsInPlanName, monthsOfInterval } from '../billingIntervals';
import type { DecimalMark } from '../amounts';
import type { Item } from '../paths';
import { isBlank, tableOf } from '../paths';
import type { SubscriptionLayout } from '../sources/subscriptionSource';
import type { AmountColumn, AmountUnit, CurrencyColumn } from './amountColumn';
import { amountUnitOf, fromMinorUnits, readAmounts, readCurrencies } from './amountColumn';
import type { SubscriptionCells } from './subscriptionCells';
import type { Verdicts } from './verdicts';

/** For how long a price is where the rows do not say it: as the plan's name says, else a month; or what the user says. */
export type PriceSetting = 'automatic' | 'week' | 'month' | 'quarter' | 'year';

export interface Prices {
	/** By entry, what it brings a month in 1/10,000; NaN where the price is not fixed. Null where there are no amounts. */
	readonly monthly: Float64Array | null;
	readonly currencies: CurrencyColumn;
	readonly markFrom: AmountColumn['markFrom'];
	/** How many entries have no fixed price. */
	readonly withoutPrice: number;
	/** How many prices are taken as monthly since nothing says how often they are paid. */
	readonly assumedMonthly: number;
}

type CellItems = ReadonlyArray<{ readonly json: SubscriptionCells }>;

export interface PriceSettings {
	readonly decimalMark: DecimalMark;
	readonly priceIsFor: PriceSetting;
}

/** Whether a row has a price to read: one that cancels, and a trial or a pause that names none, has not. */
function hasPrice({ state, amount }: SubscriptionCells, mayLackAmount: boolean): boolean {
	if (state === 'cancelled' && isBlank(amount)) return false;
	return !(isBlank(amount) && (mayLackAmount || state === 'trial' || state === 'paused'));
}

const columnsOf = ({ columns }: SubscriptionLayout): AmountColumns =>
	columns.quantity ? { kind: 'quantityTimesPrice', quantity: 'quantity', price: 'amount' } : { kind: 'total', column: 'amount' };

/** Whether prices are in whole units or in the smallest coin; 'unclear' where only the user can say. */
export function priceUnitOf(layout: SubscriptionLayout, cells: CellItems, unit: AmountUnit): 'whole' | 'minor' | 'unclear' {
	const { amount, currency } = layout.columns;
	if (!amount) return 'whole';
	if (unit !== 'automatic') return unit;
	if (layout.amountUnit !== null) return layout.amountUnit;
	const named: Item[] = cells.map(({ json }) => ({ json: { [amount.name]: json.amount, currency: json.currency } }));
	return amountUnitOf(unit, { kind: 'total', column: amount.name }, tableOf(named), currency ? 'currency' : null);
}

/** For how many months each price is; NaN and a problem where the interval cannot be read. A price of 0 is none to wonder about. */
function readMonths(cells: CellItems, layout: SubscriptionLayout, prices: Float64Array, setting: PriceSetting, verdicts: Verdicts) {
	const months = new Float64Array(cells.length);
	const { amountIsFor, columns } = layout;
	const fixed = setting === 'automatic' ? amountIsFor !== 'interval' && amountIsFor.months : monthsOfInterval(setting);
	let assumedMonthly = 0;
	for (let entry = 0; entry < cells.length; entry++) {
		if (!verdicts.counts(entry)) continue;
		const { interval, plan } = cells[entry].json;
		if (typeof fixed === 'number') {
			months[entry] = fixed;
			continue;
		}
		if (columns.interval && !isBlank(interval)) {
			months[entry] = monthsOfInterval(interval) ?? NaN;
			if (Number.isNaN(months[entry])) verdicts.fail(entry, faultOfInterval(interval), 'interval');
			continue;
		}
		const named = monthsInPlanName(plan);
		months[entry] = named ?? 1;
		if (named === null && prices[entry] !== 0) assumedMonthly++;
	}
	return { months, assumedMonthly };
}

/** Reads what each entry brings a month: its price over the months it is for. DOMAIN C11. */
export function readPrices(cells: CellItems, layout: SubscriptionLayout, unit: 'whole' | 'minor', settings: PriceSettings, verdicts: Verdicts): Prices {
	if (!layout.columns.amount) {
		return { monthly: null, currencies: { names: [], currencyOf: null }, markFrom: null, withoutPrice: 0, assumedMonthly: 0 };
	}
	// Cells without a price are read as 0 and forgotten again.
	const isPriced = cells.map(({ json }) => hasPrice(json, layout.mayLackAmount));
	const priced: Item[] = cells.map(({ json }, entry) => (isPriced[entry] ? { json } : { json: { ...json, amount: 0 } }));
	const amounts = readAmounts(priced, columnsOf(layout), settings.decimalMark, verdicts);
	const currencies = readCurrencies(cells, layout.columns.currency ? 'currency' : null, amounts.currency, verdicts);
	if (unit === 'minor') fromMinorUnits(amounts.amount, currencies);
	const { months, assumedMonthly } = readMonths(cells, layout, amounts.amount, settings.priceIsFor, verdicts);
	let withoutPrice = 0;
	const monthly = amounts.amount.map((amount, entry) => {
		if (!verdicts.counts(entry)) return NaN;
		if (amount < 0) verdicts.fail(entry, 'negativePrice', 'amount');
		if (isPriced[entry]) return Math.round(amount / months[entry]);
		if (layout.mayLackAmount) withoutPrice++;
		return NaN;
	});
	return { monthly, currencies, markFrom: amounts.markFrom, withoutPrice, assumedMonthly };
}
