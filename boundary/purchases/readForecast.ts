/** From items of Customer Activity, or purchases, to what is known of customers' purchases, and what travels along with them. */
import type { Details } from '../../domain/activity/customerActivity';
import { activityStreams, customerFields } from '../../domain/activity/customerActivity';
import { count } from '../../domain/figuresInWords';
import type { Problem } from '../../domain/problems';
import type { PurchaseCustomers } from '../../domain/purchases/purchaseCustomers';
import type { Zone } from '../../domain/time';
import { isoDate } from '../../domain/time';
import type { ActivityRowsSettings } from '../activityItems/activityRows';
import { activityRows, leftOutHints } from '../activityItems/activityRows';
import type { ColumnNames } from '../activityItems/details';
import { columnNamesIn, detailsIn, missingColumns } from '../activityItems/details';
import type { Together } from '../activityItems/usableItems';
import { usableItems } from '../activityItems/usableItems';
import type { Item, Row } from '../paths';
import type { AsOfSetting } from '../reading/asOf';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';
import { passingOn } from './passedOn';
import type { PurchaseColumns } from './purchaseColumns';
import { purchaseColumns } from './purchaseColumns';
import { PurchaseItems } from './purchaseItems';

export interface ForecastReadingSettings extends ActivityRowsSettings {
	readonly zone: Zone;
	/** What the node's own fields are called, besides those passed on: a column of such a name gets "Kept" behind it. */
	readonly ownFields: Readonly<Record<string, unknown>>;
}

export interface ForecastReading {
	/** In the order of Customer Activity. */
	readonly customers: PurchaseCustomers;
	idOf(customer: number): string | number;
	/** Contact details and kept columns. */
	readonly details: Details;
	/** The fields of Customer Activity that the item passes on, so that the next node can take it as activity again. */
	passedOn(customer: number): Row;
	/** Whether anything is told of a customer's purchases: not where no stream of purchases is connected. */
	knowsPurchases(customer: number): boolean;
	/** By customer, the input item that told last of them. */
	readonly itemOf: readonly number[];
	readonly hints: readonly ReadingHint[];
	/** Items that cannot be used. */
	readonly problems: readonly Problem[];
}

export type ForecastOutcome = { readonly reading: ForecastReading } | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

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

/** The fields that an item has besides details. */
const ownNames = ({ flattened }: ColumnNames, ownFields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
	...ownFields,
	...customerFields,
	...activityStreams,
	...Object.fromEntries([...flattened.values()].flat().map((name) => [name, null])),
});

/** Reads the input; purchases are folded with their histories, whatever the settings of Customer Activity say. */
export function readForecast(items: readonly Item[], settings: ForecastReadingSettings): ForecastOutcome {
	const { zone, ownFields, activity } = settings;
	const given = activityRows(items, { ...settings, activity: { ...activity, withHistory: true } });
	if (given.rows === undefined) return given;
	const { keepColumns } = given;
	const missing = missingColumns(given.rows, keepColumns);
	if (missing.length > 0) return { problems: missing };
	const purchases = new PurchaseItems(given.rows.length, zone);
	const { rows, places, items: itemOf, problems } = usableItems(given, (place, row, report) => purchases.read(place, row, report), ofLatestDay(purchases, given.rows));
	const asOf = latestAsOf(purchases, places) ?? dayOfSetting(activity.asOf);
	const columns = purchaseColumns(rows.length, asOf, (customer) => purchases.of(places[customer]));
	const names = columnNamesIn(rows);
	const passedOnOf = passingOn(names);
	return {
		reading: {
			customers: columns.customers,
			idOf: (customer) => rows[customer].customer as string | number,
			details: detailsIn(rows, names, keepColumns, ownNames(names, ownFields)),
			passedOn: (customer) => passedOnOf(rows[customer]),
			knowsPurchases: (customer) => purchases.of(places[customer]) !== null,
			itemOf,
			hints: [...given.hints, ...leftOutHints(problems), ...historyHints(columns)],
			problems: [...given.problems, ...problems],
		},
	};
}
