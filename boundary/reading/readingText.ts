/** What was read, in words: the hints that a user sees on the output. */
import { shortened } from '../../domain/activity/recentTexts';
import type { History } from '../../domain/ledger/history';
import { AMOUNT_SCALE, customersWithVisits } from '../../domain/ledger/history';
import { isoDate } from '../../domain/time';
import { faultsInWords } from '../problemText';
import type { AsOf } from './asOf';
import type { PurchaseReading } from './purchases';
import type { Rows } from './rows';
import type { LeftOutKind } from '../leftOut';
import { leftOutKinds } from '../leftOut';
import { holdsOnlyOpenOrders } from '../sources/plainTable';

export interface ReadingHint {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

const countFormat = new Intl.NumberFormat('en-US');
const moneyFormat = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const moneyInWords = (amount: number): string => moneyFormat.format(amount);

export const counted = (count: number, one: string, several: string) => `${countFormat.format(count)} ${count === 1 ? one : several}`;

const [MOST_EXAMPLES, LONGEST_EXAMPLE] = [3, 40];

/** The first few of several texts in quotation marks, a long one cut. */
export const examplesOf = (texts: readonly string[]): string =>
	texts.slice(0, MOST_EXAMPLES).map((text) => `"${shortened(text, LONGEST_EXAMPLE)}"`).join(', ');

export const asOfInWords: Record<AsOf['how'], string> = {
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
		['status', layout.status],
	];
	return columns.flatMap(([role, column]) => (column === null ? [] : [`${role} "${column}"`])).join(', ');
}

export function leftOutInWords({ leftOut, problems }: Pick<PurchaseReading, 'leftOut' | 'problems'>): string {
	const parts = (Object.keys(leftOutKinds) as LeftOutKind[]).flatMap((kind) => {
		const count = leftOut.get(kind);
		return count ? [`${countFormat.format(count)} ${leftOutKinds[kind]}`] : [];
	});
	if (parts.length === 0) return '';
	const why = problems.length === 0 ? '' : ` (${faultsInWords(problems)})`;
	return ` Left out: ${parts.join(', ')}${why}.`;
}

function worthInWords({ history, currencies }: PurchaseReading): string {
	if (!history.amount || currencies.length > 1) return '';
	let total = 0;
	for (let event = 0; event < history.amount.length; event++) total += history.amount[event];
	return `, worth ${moneyFormat.format(total / AMOUNT_SCALE)}${currencies[0] ? ` ${currencies[0]}` : ''}`;
}

/** How many rows there are; where an item stands for several, how many items, and how many times something came back. */
function rowsInWords({ source, history, itemOfRow, refunds }: PurchaseReading): string {
	const [one, several] = source.nouns;
	if (!source.entriesOf) return counted(history.row.length, one, several);
	const items = counted(new Set(itemOfRow).size, one, several);
	return refunds === 0 ? items : `${items} with ${counted(refunds, 'refund or cancellation', 'refunds or cancellations')}`;
}

/** What was taken from which columns, and up to which day. */
function takenHint(reading: PurchaseReading): string {
	const { source, history, orders, asOf } = reading;
	const rows = rowsInWords(reading);
	const ofOrders = orders !== null && orders !== history.row.length && !source.entriesOf ? ` in ${counted(orders, 'order', 'orders')}` : '';
	const span = history.row.length === 0 ? '' : `, ${isoDate(history.firstDay)} to ${isoDate(history.lastDay)}`;
	return (
		`${source.title}: ${rows}${ofOrders} of ${counted(customersWithVisits(history), 'customer', 'customers')}${worthInWords(reading)}${span}.` +
		`${leftOutInWords(reading)} Columns: ${columnsInWords(reading)}. As of ${isoDate(asOf.day)} (${asOfInWords[asOf.how]}).`
	);
}

const CUT_SIZES = [50, 100, 250];
const SHORT_SPAN_DAYS = 60;

const LONG_GAP_DAYS = 365;

/** The first day with a row after a gap of more than a year behind the very first day; null where there is no such gap. */
function firstDayAfterGap({ day, firstDay }: History): number | null {
	let second = Infinity;
	for (let event = 0; event < day.length; event++) if (day[event] > firstDay && day[event] < second) second = day[event];
	return second < Infinity && second - firstDay > LONG_GAP_DAYS ? second : null;
}

/** What to watch in a column of dates. */
export const watchesOnDates = ({ orderFrom, holdsBothOrders }: PurchaseReading['dates'], column: string): Array<string | false> => [
	orderFrom !== null &&
		`Dates such as 3/4/2024 were read with the ${orderFrom === 'dayFirst' ? 'day' : 'month'} first, since others in "${column}" can only be read so.`,
	holdsBothOrders &&
		`"${column}" mixes two orders: some dates can only be read with the day first, others only with the month first. Look at where the column comes from.`,
];

/** What to watch in a list of customers. DOMAIN 6. */
export const watchesOnLists = (itemCount: number, { name, kind }: Rows['customerColumn']): Array<string | false> => [
	kind === 'name' &&
		`Customers are told apart by "${name}", which looks like names: two people of one name count as one customer. Choose a column with an id or an e-mail address if there is one.`,
	CUT_SIZES.includes(itemCount) &&
		`The input has exactly ${itemCount} items, which is where many nodes stop unless "Return All" is on. A list cut short makes customers look lost who are not.`,
];

export type Watch = (reading: PurchaseReading) => string | false;

const currencyNames = (currencies: readonly string[]): string => currencies.map((name) => name || 'none named').join(', ');

/** What to watch where rates of churn are told. DOMAIN 6. */
export const watchesOnChurn: readonly Watch[] = [
	({ currencies }) =>
		currencies.length > 1 && `There are several currencies (${currencyNames(currencies)}): each period has a row per currency, with the same customers in each.`,
	({ history }) =>
		history.lastDay - history.firstDay + 1 < SHORT_SPAN_DAYS &&
		`The rows span ${counted(history.lastDay - history.firstDay + 1, 'day', 'days')}. Churn needs a longer history: is the list cut short?`,
];

/** What to watch where each customer is told. DOMAIN 6. */
export const watchesOnCustomers: readonly Watch[] = [
	({ currencies }) => currencies.length > 1 && `There are several currencies (${currencyNames(currencies)}): the amounts of a customer who paid in several of them are null.`,
	({ history }) => {
		const days = history.lastDay - history.firstDay + 1;
		return days < SHORT_SPAN_DAYS && `The rows span ${counted(days, 'day', 'days')}: is the list cut short?`;
	},
];

/** What to watch in any rows, each in a sentence or nothing. DOMAIN 6. */
const warnings: readonly Watch[] = [
	({ customers: { countedTwice }, layout }) =>
		countedTwice > 0 &&
		`${counted(countedTwice, 'id', 'ids')} in "${layout.customer}" stand both as 17850 and as 17850.0, and count as two customers each. If they are the same, set "Customer IDs Ending in .0" under "How the Data Is Written".`,
	({ decimalMarkFrom }) =>
		decimalMarkFrom !== null &&
		`Amounts such as 1,234 or 1.234 were read with a decimal ${decimalMarkFrom}, since others in the column can only be read so.`,
	({ refunds, source }) =>
		refunds > 0 &&
		!source.entriesOf &&
		`${counted(refunds, 'row has', 'rows have')} a negative amount: it lowers what the customer spent and is no purchase.`,
	({ equalRowsKept }) =>
		equalRowsKept > 0 &&
		`${counted(equalRowsKept, 'row equals', 'rows equal')} an earlier one in every column and ${equalRowsKept === 1 ? 'was' : 'were'} kept, since nothing tells whether it is the same purchase.`,
	({ table }) =>
		holdsOnlyOpenOrders(table) &&
		'Every order is open: the list seems to leave out the finished ones. Ask the node before for orders of any status.',
	({ asOf, history }) =>
		asOf.how === 'chosen' &&
		asOf.day - history.lastDay > SHORT_SPAN_DAYS &&
		`The last row is from ${isoDate(history.lastDay)}, long before As Of: all customers look as if they had stopped buying.`,
	({ asOf: { day, today } }) => day > today && `As Of lies in the future: the days up to ${isoDate(day)} count as days without a purchase.`,
	({ history }) => {
		const secondDay = firstDayAfterGap(history);
		return (
			secondDay !== null &&
			`The first row is from ${isoDate(history.firstDay)} and the next from ${isoDate(secondDay)}, more than a year later: is that date right? It makes the data look longer than it is.`
		);
	},
	({ layout, hidesStatusOfCustomers }) =>
		hidesStatusOfCustomers &&
		`"${layout.status}" is the same in all rows of each customer. If it is the customer's status and not the order's, leaving out its rows hides exactly those who left: set "Cancelled Rows" to "Keep" under "How the Data Is Written".`,
];

/** The hints about a reading: first what was taken, then what to watch. */
export function hintsAbout(reading: PurchaseReading, itemCount: number, watches = watchesOnChurn): ReadingHint[] {
	const taken: ReadingHint = { kind: 'info', message: takenHint(reading) };
	if (!reading.history.isVisit.includes(1)) return [taken, { kind: 'warning', message: NO_PURCHASE_LEFT }];
	const watched = [
		...watchesOnDates(reading.dates, reading.layout.date),
		...[...watches, ...warnings].map((watch) => watch(reading)),
		...reading.warnings,
		...watchesOnLists(itemCount, reading.customerColumn),
	].filter((message) => message !== false);
	return [taken, ...watched.map((message) => ({ kind: 'warning' as const, message }))];
}

const NO_PURCHASE_LEFT = 'No row is left that is a purchase or visit, so there are no figures.';

export const EMPTY_INPUT_HINT = 'There are no rows: the input is empty.';
