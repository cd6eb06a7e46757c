import { purchaseFields, purchaseHistoryFields } from '../../domain/activity/purchases';
import { purchaseViews } from '../../domain/activity/purchaseView';
import { streamItems } from '../../domain/activity/streamItem';
import { tableOf } from '../paths';
import type { ReadingSettings } from '../reading/purchasePlan';
import { keyOfSource, planPurchases } from '../reading/purchasePlan';
import type { PurchaseReading } from '../reading/purchases';
import { openPurchases } from '../reading/purchases';
import { hintsAbout, watchesOnCustomers } from '../reading/readingText';
import type { PurchaseLayout } from '../sources/source';
import type { Connected, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connecting, firstDayIn } from './connection';
import type { WhoIsWho, WhoseRows } from './matching';
import { purchaseColumns } from './purchaseColumns';

const whoIn = (layout: PurchaseLayout): WhoIsWho => ({ customer: keyOfSource(layout), contacts: layout.contacts });

/** The settings of a stream's reading; a layout of purchases always names somebody, so its key is there. */
function settingsOf({ source, columns }: StreamInput, settings: ConnectionSettings, keyOf: KeyOf | null): ReadingSettings {
	const { customer = '', date = '', amount = '', order = '', currency = '', status = '' } = columns;
	return {
		...settings,
		source,
		columns: { customer, date, amount, order, currency, status },
		rowsAre: 'purchases',
		keepsCancelled: false,
		netsRefunds: true,
		countsZeroAmounts: true,
		key: keyOf && ((layout) => keyOf(whoIn(layout)) ?? keyOfSource(layout)),
		groupBy: [],
		keepColumns: [],
	};
}

/** Who the rows of a stream are about, before they are read. */
export function whoOfPurchases(input: StreamInput, settings: ConnectionSettings): WhoseRows | null {
	const planned = planPurchases(input.items, tableOf(input.items), settingsOf(input, settings, null));
	return 'plan' in planned ? { who: whoIn(planned.plan.layout), sourceId: planned.plan.source.id, rows: planned.plan.entries.rows } : null;
}

function connect(reading: PurchaseReading, itemCount: number, settings: ConnectionSettings): Connected {
	const { columns, problems } = purchaseColumns(reading, settings);
	const fields = settings.withHistory ? { ...purchaseFields, ...purchaseHistoryFields } : purchaseFields;
	return {
		rows: reading,
		who: whoIn(reading.layout),
		hints: hintsAbout(reading, itemCount, watchesOnCustomers),
		problems: [...reading.problems, ...problems],
		firstDayOf: firstDayIn(reading),
		itemsOf: (windows, sinceOf) => streamItems(fields, purchaseViews(columns, windows, sinceOf)),
	};
}

export const connectPurchases = (input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome =>
	connecting(openPurchases(input.items, settingsOf(input, settings, keyOf)), (reading) => connect(reading, input.items.length, settings));
