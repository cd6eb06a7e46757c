/** What was read, in words: the hints that a user sees on the output. */
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { isoDate } from '../../domain/time';
import type { AsOf } from './asOf';
import type { PurchaseReading } from './purchases';
import { sampleOf } from './purchases';
import type { LeftOutKind } from '../leftOut';
import { leftOutKinds } from '../leftOut';
import { holdsOnlyOpenOrders } from '../sources/plainTable';
import type { Item } from './verdicts';

export interface ReadingHint {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

const countFormat = new Intl.NumberFormat('en-US');
const moneyFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const counted = (count: number, one: string, several: string) => `${countFormat.format(count)} ${count === 1 ? one : several}`;

const asOfInWords: Record<AsOf['how'], string> = {
	today: 'today',
	dayAfterLastEvent: 'the day after the last row, which is more than 7 days old',
	chosen: 'as set',
};

function columnsInWords({ layout }: PurchaseReading): string {
	const { amount } = layout;
	const amountColumn = amount?.kind === 'total' ? amount.column : amount && `${amount.quantity} × ${amount.price}`;
	const columns: ReadonlyArray<readonly [string, string | null]> = [
		['customer', layout.customer],
		['date', layout.date],
		['amount', amountColumn],
		['order', layout.order],
		['currency', layout.currency],
	];
	return columns.flatMap(([role, column]) => (column === null ? [] : [`${role} "${column}"`])).join(', ');
}

function leftOutInWords(leftOut: ReadonlyMap<LeftOutKind, number>): string {
	const parts = (Object.keys(leftOutKinds) as LeftOutKind[]).flatMap((kind) => {
		const count = leftOut.get(kind);
		return count ? [`${countFormat.format(count)} ${leftOutKinds[kind]}`] : [];
	});
	return parts.length === 0 ? '' : ` Left out: ${parts.join(', ')}.`;
}

function worthInWords({ history, currencies }: PurchaseReading): string {
	if (!history.amount || currencies.length > 1) return '';
	const total = history.amount.reduce((sum, each) => sum + each, 0) / AMOUNT_SCALE;
	return `, worth ${moneyFormat.format(total)}${currencies[0] ? ` ${currencies[0]}` : ''}`;
}

/** What was taken from which columns, and up to which day. */
function takenHint(reading: PurchaseReading): string {
	const { source, history, customers, orders, asOf } = reading;
	const [one, several] = source.nouns;
	const rows = counted(history.row.length, one, several);
	const ofOrders = orders !== null && orders !== history.row.length ? ` in ${counted(orders, 'order', 'orders')}` : '';
	const span = history.row.length === 0 ? '' : `, ${isoDate(history.firstDay)} to ${isoDate(history.lastDay)}`;
	return (
		`${source.title}: ${rows}${ofOrders} of ${counted(customers.count, 'customer', 'customers')}${worthInWords(reading)}${span}.` +
		`${leftOutInWords(reading.leftOut)} Columns: ${columnsInWords(reading)}. As of ${isoDate(asOf.day)} (${asOfInWords[asOf.how]}).`
	);
}

const CUT_SIZES = [50, 100, 250];
const SHORT_SPAN_DAYS = 60;

/** What to watch, each in a sentence or nothing. DOMAIN 6. */
const warnings: ReadonlyArray<(reading: PurchaseReading, items: readonly Item[]) => string | false> = [
	({ dateOrderFrom, layout }) =>
		dateOrderFrom !== null &&
		`Dates such as 3/4/2024 were read with the ${dateOrderFrom === 'dayFirst' ? 'day' : 'month'} first, since others in "${layout.date}" can only be read so.`,
	({ decimalMarkFrom }) =>
		decimalMarkFrom !== null &&
		`Amounts such as 1,234 or 1.234 were read with a decimal ${decimalMarkFrom}, since others in the column can only be read so.`,
	({ layout }) =>
		layout.customerKind === 'name' &&
		`Customers are told apart by "${layout.customer}", which looks like names: two people of one name count as one customer. Choose a column with an id or an e-mail address if there is one.`,
	({ refunds }) =>
		refunds > 0 &&
		`${counted(refunds, 'row has', 'rows have')} a negative amount: it lowers what the customer spent and is no purchase.`,
	({ equalRowsKept }) =>
		equalRowsKept > 0 &&
		`${counted(equalRowsKept, 'row equals', 'rows equal')} an earlier one in every column and ${equalRowsKept === 1 ? 'was' : 'were'} kept, since no order column tells whether it is the same purchase.`,
	({ currencies }) =>
		currencies.length > 1 &&
		`There are several currencies (${currencies.map((name) => name || 'none named').join(', ')}): each period has a row per currency, with the same customers in each.`,
	(_, items) =>
		CUT_SIZES.includes(items.length) &&
		`The input has exactly ${items.length} items, which is where many nodes stop unless "Return All" is on. A list cut short counts customers as lost who are not.`,
	(_, items) =>
		holdsOnlyOpenOrders(sampleOf(items)) &&
		'Every order is open: the list seems to leave out the finished ones. Ask the node before for orders of any status.',
	({ history }) =>
		history.lastDay - history.firstDay < SHORT_SPAN_DAYS &&
		`The rows span ${counted(history.lastDay - history.firstDay + 1, 'day', 'days')}. Churn needs a longer history: is the list cut short?`,
	({ asOf, history }) =>
		asOf.how === 'chosen' &&
		asOf.day - history.lastDay > SHORT_SPAN_DAYS &&
		`The last row is from ${isoDate(history.lastDay)}, long before As Of: everybody since then counts as silent.`,
];

/** The hints about a reading: first what was taken, then what to watch. */
export function hintsAbout(reading: PurchaseReading, items: readonly Item[]): ReadingHint[] {
	const taken: ReadingHint = { kind: 'info', message: takenHint(reading) };
	if (reading.history.row.length === 0) return [taken];
	const watched = warnings.map((warning) => warning(reading, items)).filter((message) => message !== false);
	return [taken, ...watched.map((message) => ({ kind: 'warning' as const, message }))];
}

export const EMPTY_INPUT_HINT = 'There are no rows: the input is empty.';
