/** Rows of customers, whatever they are: purchases, visits or subscriptions, as one customer base. */
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import type { SubscriptionBase } from '../../domain/churn/baseOfTerms';
import { baseOfVisits } from '../../domain/churn/baseOfVisits';
import type { CustomerBase } from '../../domain/churn/customerBase';
import type { Problem } from '../../domain/problems';
import type { Item, Table } from '../paths';
import { tableOf } from '../paths';
import { purchaseSources, subscriptionSources } from '../sources';
import { isEmptyRow } from './customerColumn';
import type { ReadingSettings } from './purchases';
import { readPurchases } from './purchases';
import type { ReadingHint } from './readingText';
import { hintsAbout } from './readingText';
import type { Rows } from './rows';
import type { SubscriptionSettings } from './subscriptionPlan';
import { subscriptionSourceOf } from './subscriptionPlan';
import { readSubscriptions } from './subscriptions';
import { hintsAboutSubscriptions } from './subscriptionText';

export type RowsAre = 'automatic' | 'purchases' | 'visits' | 'subscriptions';

export interface CustomerRowsSettings {
	readonly rowsAre: RowsAre;
	readonly source: string;
	readonly purchases: Omit<ReadingSettings, 'rowsAre' | 'source'>;
	readonly subscriptions: Omit<SubscriptionSettings, 'source'>;
	/** Days without a purchase or visit after which a customer has left; at least 1. */
	readonly churnWindow: number;
	/** Days without a subscription that are no loss. */
	readonly allowedGap: number;
}

export interface CustomerRows {
	readonly base: CustomerBase;
	/** The base of subscriptions, with their terms; null where rows are purchases or visits. */
	readonly subscriptions: SubscriptionBase | null;
	readonly rows: Rows;
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

export type CustomerRowsOutcome =
	| { readonly customerRows: CustomerRows }
	| { readonly problems: readonly Problem[] }
	| { readonly isEmpty: true };

const hasId = (sources: ReadonlyArray<{ readonly id: string }>, id: string) => sources.some((source) => source.id === id);

/** Whether rows are subscriptions: by the source or the setting, else by their columns. A source of purchases that knows its rows goes first. */
function areSubscriptions(table: Table, source: string, rowsAre: RowsAre): boolean {
	if (source !== 'automatic') return hasId(subscriptionSources, source);
	if (rowsAre !== 'automatic') return rowsAre === 'subscriptions';
	const plainTable = purchaseSources[purchaseSources.length - 1];
	const isKnownPurchase = purchaseSources.some((candidate) => candidate !== plainTable && candidate.recognises(table));
	return !isKnownPurchase && subscriptionSourceOf(table, 'automatic') !== null;
}

/** The setting that contradicts the source, as a problem; null where both agree. */
function contradiction(source: string, rowsAre: RowsAre): Problem | null {
	if (source === 'automatic' || rowsAre === 'automatic') return null;
	const isSubscriptionSource = hasId(subscriptionSources, source);
	if (isSubscriptionSource === (rowsAre === 'subscriptions')) return null;
	const expected = isSubscriptionSource ? '"Subscriptions" or "Automatic", as the source is of subscriptions' : '"Purchases", "Visits" or "Automatic", as the source is of purchases';
	return { code: 'invalidSetting', item: null, column: 'Rows Are', received: rowsAre, expected };
}

function readAsSubscriptions(items: readonly Item[], settings: CustomerRowsSettings, table: Table): CustomerRowsOutcome {
	const outcome = readSubscriptions(items, { ...settings.subscriptions, source: settings.source }, table);
	if (!('reading' in outcome)) return outcome;
	const { reading } = outcome;
	const base = baseOfTerms(reading, settings.allowedGap);
	const hints = hintsAboutSubscriptions(reading, items.length);
	return { customerRows: { base, subscriptions: base, rows: reading, hints, problems: reading.problems } };
}

function readAsPurchases(items: readonly Item[], settings: CustomerRowsSettings, table: Table): CustomerRowsOutcome {
	const rowsAre = settings.rowsAre === 'visits' ? 'visits' : 'purchases';
	const outcome = readPurchases(items, { ...settings.purchases, rowsAre, source: settings.source }, table);
	if (!('reading' in outcome)) return outcome;
	const { reading } = outcome;
	const base = baseOfVisits(reading, settings.churnWindow);
	return { customerRows: { base, subscriptions: null, rows: reading, hints: hintsAbout(reading, items.length), problems: reading.problems } };
}

/** Reads rows as the customer base they tell of. `items` are any node's output. */
export function readCustomerRows(items: readonly Item[], settings: CustomerRowsSettings): CustomerRowsOutcome {
	if (items.every(({ json }) => isEmptyRow(json))) return { isEmpty: true };
	const { source, rowsAre } = settings;
	const contradicts = contradiction(source, rowsAre);
	if (contradicts) return { problems: [contradicts] };
	const table = tableOf(items);
	return areSubscriptions(table, source, rowsAre) ? readAsSubscriptions(items, settings, table) : readAsPurchases(items, settings, table);
}
