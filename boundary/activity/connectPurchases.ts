import { purchaseFields, purchaseHistoryFields } from '../../domain/activity/purchases';
import { purchaseViews } from '../../domain/activity/purchaseView';
import { streamItems } from '../../domain/activity/streamItem';
import { tableOf } from '../paths';
import type { ReadingSettings } from '../reading/purchasePlan';
import { keyOfSource, planPurchases } from '../reading/purchasePlan';
import type { PurchaseReading } from '../reading/purchases';
import { openPurchases } from '../reading/purchases';
import { hintsAbout, watchesOnCustomers } from '../reading/readingText';
import { columnAt } from '../sources/roleColumn';
import type { PurchaseDetail, PurchaseLayout } from '../sources/source';
import { purchaseDetails } from '../sources/source';
import type { Connected, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connecting, firstDayIn, withChosenContacts } from './connection';
import type { WhoIsWho, WhoseRows } from './matching';
import { purchaseColumns } from './purchaseColumns';

const whoIn = (layout: PurchaseLayout, input: StreamInput): WhoIsWho => ({ customer: keyOfSource(layout), contacts: withChosenContacts(layout.contacts, input) });

/** The layout with the details whose columns the user has chosen. */
function withChosenDetails(layout: PurchaseLayout, { columns }: StreamInput): PurchaseLayout {
	const names = Object.keys(purchaseDetails) as PurchaseDetail[];
	const chosen = names.flatMap((detail) => (columns[detail] ? [[detail, columnAt(columns[detail])] as const] : []));
	return chosen.length === 0 ? layout : { ...layout, details: { ...layout.details, ...Object.fromEntries(chosen) } };
}

/** The settings of a stream's reading; a layout of purchases always names somebody, so its key is there. */
function settingsOf(input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf | null): ReadingSettings {
	const { source, columns } = input;
	const { customer = '', date = '', amount = '', order = '', currency = '', status = '' } = columns;
	return {
		...settings,
		source,
		columns: { customer, date, amount, order, currency, status },
		rowsAre: 'purchases',
		keepsCancelled: false,
		netsRefunds: true,
		countsZeroAmounts: true,
		key: keyOf && ((layout) => keyOf(whoIn(layout, input)) ?? keyOfSource(layout)),
		groupBy: [],
		keepColumns: [],
	};
}

/** Who the rows of a stream are about, before they are read. */
export function whoOfPurchases(input: StreamInput, settings: ConnectionSettings): WhoseRows | null {
	const planned = planPurchases(input.items, tableOf(input.items), settingsOf(input, settings, null));
	return 'plan' in planned ? { who: whoIn(planned.plan.layout, input), sourceId: planned.plan.source.id, rows: planned.plan.entries.rows } : null;
}

function connect(read: PurchaseReading, input: StreamInput, settings: ConnectionSettings): Connected {
	const reading = { ...read, layout: withChosenDetails(read.layout, input) };
	const { columns, warnings } = purchaseColumns(reading, settings);
	const fields = settings.withHistory ? { ...purchaseFields, ...purchaseHistoryFields } : purchaseFields;
	return {
		rows: reading,
		who: whoIn(reading.layout, input),
		hints: [...hintsAbout(reading, input.items.length, watchesOnCustomers), ...warnings.map((message) => ({ kind: 'warning' as const, message }))],
		problems: reading.problems,
		firstDayOf: firstDayIn(reading),
		itemsOf: (windows, sinceOf) => streamItems(fields, purchaseViews(columns, windows, sinceOf)),
	};
}

export const connectPurchases = (input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome =>
	connecting(openPurchases(input.items, settingsOf(input, settings, keyOf)), (reading) => connect(reading, input, settings));
