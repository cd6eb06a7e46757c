/** From items of Customer Activity, or purchases, to what is known of customers' purchases, and what travels along with them. */
import type { Details } from '../../domain/activity/customerActivity';
import { activityStreams, customerFields } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import type { PurchaseCustomers } from '../../domain/purchases/purchaseCustomers';
import type { ColumnNames } from '../activityItems/details';
import { columnNamesIn, detailsIn } from '../activityItems/details';
import type { Item, Row } from '../paths';
import type { ReadingHint } from '../reading/readingText';
import { passingOn } from './passedOn';
import type { PurchaseRowsSettings } from './purchaseRows';
import { readPurchaseRows } from './purchaseRows';

export interface ForecastReadingSettings extends PurchaseRowsSettings {
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

/** The fields that an item has besides details. */
const ownNames = ({ flattened }: ColumnNames, ownFields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
	...ownFields,
	...customerFields,
	...activityStreams,
	...Object.fromEntries([...flattened.values()].flat().map((name) => [name, null])),
});

/** Reads the input; purchases are folded with their histories. */
export function readForecast(items: readonly Item[], settings: ForecastReadingSettings): ForecastOutcome {
	const outcome = readPurchaseRows(items, settings);
	if (!('reading' in outcome)) return outcome;
	const { rows, customers, knowsPurchases, itemOf, keepColumns, hints, historyHints, problems } = outcome.reading;
	const names = columnNamesIn(rows);
	const passedOnOf = passingOn(names);
	return {
		reading: {
			customers,
			idOf: (customer) => rows[customer].customer as string | number,
			details: detailsIn(rows, names, keepColumns, ownNames(names, settings.ownFields)),
			passedOn: (customer) => passedOnOf(rows[customer]),
			knowsPurchases,
			itemOf,
			hints: [...hints, ...historyHints],
			problems,
		},
	};
}
