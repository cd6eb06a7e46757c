/** Items of Customer Activity, or purchases, as rows with what is known of their purchases: what nodes that forecast read first. */
import { count } from '../../domain/figuresInWords';
import type { Problem } from '../../domain/problems';
import type { PurchaseCustomers } from '../../domain/purchases/purchaseCustomers';
import type { Zone } from '../../domain/time';
import { isoDate } from '../../domain/time';
import type { ActivityRowsSettings } from '../activityItems/activityRows';
import { activityRows, leftOutHints } from '../activityItems/activityRows';
import { missingColumns } from '../activityItems/details';
import type { ReadItem, Together } from '../activityItems/usableItems';
import { usableItems } from '../activityItems/usableItems';
import type { Item, Row } from '../paths';
import type { AsOfSetting } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import type { PurchaseColumns } from './purchaseColumns';
import { purchaseColumns } from './purchaseColumns';
import { PurchaseItems } from './purchaseItems';

export interface PurchaseRowsSettings extends ActivityRowsSettings {
	readonly zone: Zone;
}

export interface PurchaseRows {
	/** By customer, in the order of Customer Activity, the item that tells of them, and the customer's id as text. */
	readonly rows: readonly Row[];
	readonly ids: readonly string[];
	/** Where each stands among the items that were read. */
	readonly places: readonly number[];
	readonly customers: PurchaseCustomers;
	/** Whether anything is told of a customer's purchases: not where no stream of purchases is connected. */
	knowsPurchases(customer: number): boolean;
	/** By customer, the input item that told last of them. */
	readonly itemOf: readonly number[];
	/** Columns to pass on that are to be read from the rows. */
	readonly keepColumns: readonly string[];
	readonly hints: readonly ReadingHint[];
	/** What to say where customers come without their purchase days. */
	readonly historyHints: readonly ReadingHint[];
	/** Items that cannot be used. */
	readonly problems: readonly Problem[];
}

export type PurchaseRowsOutcome = { readonly reading: PurchaseRows } | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

/** Gives what else is to be read of each item, once it is known which items there are. */
export interface AlsoRead {
	/** Columns that the user names. */
	readonly columns: readonly string[];
	readerOf(rows: readonly Row[]): ReadItem;
}

const NOTHING_ELSE: AlsoRead = { columns: [], readerOf: () => () => undefined };

const SWITCH_ON = 'Switch on "History" in Customer Activity: without it the forecast cannot be tested on your own customers, nor be made from them by days of silence.';

function historyHints({ buyers, withoutHistory }: PurchaseColumns): ReadingHint[] {
	if (withoutHistory === 0) return [];
	const some = `${withoutHistory === 1 ? 'has' : 'have'} no history, so none is used`;
	const said = withoutHistory === buyers ? 'The items have no histories of purchases' : `${count(withoutHistory)} of ${counted(buyers, 'customer', 'customers')} with a purchase ${some}`;
	return [{ kind: 'warning', message: `${said}. ${SWITCH_ON}` }];
}

/** The latest day of some items; null where there is none. */
function latestAsOf(items: PurchaseItems, places: readonly number[]): number | null {
	let latest: number | null = null;
	for (const place of places) if (latest === null || items.asOfAt(place) > latest) latest = items.asOfAt(place);
	return latest;
}

/** Keeps the items of the latest day: figures of several days do not belong into one forecast. */
const ofLatestDay =
	(items: PurchaseItems, rows: readonly Row[]): Together =>
	(places, report) => {
		const latest = latestAsOf(items, places);
		if (latest === null || places.every((place) => items.asOfAt(place) === latest)) return places;
		const expected = `${isoDate(latest)}, the As Of of the latest items`;
		return places.filter((place) => {
			const isOfLatest = items.asOfAt(place) === latest;
			if (!isOfLatest) report(place, 'otherAsOf', 'asOf', rows[place].asOf, expected);
			return isOfLatest;
		});
	};

/** The day of a reading without customers. */
const dayOfSetting = (asOf: AsOfSetting): number => (asOf.kind === 'day' ? asOf.day : asOf.today);

/** Reads the input; purchases are folded with their histories, whatever the settings of Customer Activity say. */
export function readPurchaseRows(items: readonly Item[], settings: PurchaseRowsSettings, also: AlsoRead = NOTHING_ELSE): PurchaseRowsOutcome {
	const { zone, activity } = settings;
	const given = activityRows(items, { ...settings, activity: { ...activity, withHistory: true } });
	if (given.rows === undefined) return given;
	const { keepColumns } = given;
	const missing = missingColumns(given.rows, [...also.columns, ...keepColumns]);
	if (missing.length > 0) return { problems: missing };
	const purchases = new PurchaseItems(given.rows.length, zone);
	const readMore = also.readerOf(given.rows);
	const readItem: ReadItem = (place, row, report) => {
		purchases.read(place, row, report);
		readMore(place, row, report);
	};
	const { rows, ids, places, items: itemOf, problems } = usableItems(given, readItem, ofLatestDay(purchases, given.rows));
	const asOf = latestAsOf(purchases, places) ?? dayOfSetting(activity.asOf);
	const columns = purchaseColumns(rows.length, asOf, (customer) => purchases.of(places[customer]));
	return {
		reading: {
			rows,
			ids,
			places,
			customers: columns.customers,
			knowsPurchases: (customer) => purchases.of(places[customer]) !== null,
			itemOf,
			keepColumns,
			hints: [...given.hints, ...leftOutHints(problems)],
			historyHints: historyHints(columns),
			problems: [...given.problems, ...problems],
		},
	};
}
