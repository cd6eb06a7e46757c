/** What an item passes on of Customer Activity, so that the next node can take it as activity again. */
import { activityStreamIds, customerFields } from '../../domain/activity/customerActivity';
import { purchaseHistoryFields } from '../../domain/activity/purchases';
import { flatNameOf, isObject } from '../activityItems/columns';
import type { ColumnNames } from '../activityItems/details';
import type { Row } from '../paths';

/** What each item says by itself. */
const WRITTEN_ANEW: readonly string[] = ['customer', 'summary', 'asOf'];
const BEHIND_STREAMS: readonly string[] = ['recentDays', 'usualDays', 'activityVersion'];
const BEFORE_STREAMS = Object.keys(customerFields).filter((name) => !WRITTEN_ANEW.includes(name) && !BEHIND_STREAMS.includes(name));

const BESIDE_STREAMS = [...BEFORE_STREAMS, ...BEHIND_STREAMS];

const historyFields = Object.keys(purchaseHistoryFields);
const FLAT_HISTORY = new Set(historyFields.map((field) => flatNameOf('purchases', field)));
const FLAT_REASONS = flatNameOf('purchases', 'reasons');

/** Reasons without those of fields that are not passed on. */
const withoutReasonsOfHistory = (reasons: string): string =>
	reasons
		.split('; ')
		.filter((reason) => !historyFields.some((field) => reason.startsWith(`${field}: `)))
		.join('; ');

const tellsOfHistory = (reasons: unknown): reasons is string => typeof reasons === 'string' && historyFields.some((field) => reasons.includes(field));

function withoutHistory(purchases: Row): Row {
	const { historyDays, historyNet, ...rest } = purchases;
	if (historyDays === undefined && historyNet === undefined) return purchases;
	return tellsOfHistory(rest.reasons) ? { ...rest, reasons: withoutReasonsOfHistory(rest.reasons) } : rest;
}

/** Gives what is passed on of an item: the streams, but for every purchase day, and what the customer's item says of them. */
export function passingOn({ flattened }: ColumnNames): (row: Row) => Row {
	const flatFields = (stream: string): readonly string[] => (flattened.get(stream) ?? []).filter((name) => !FLAT_HISTORY.has(name));
	const streams = activityStreamIds.map((stream) => ({ stream, fields: flatFields(stream) }));
	const usual = streams.flatMap(({ stream, fields }) => (fields.length > 0 ? fields : [stream]));
	// A copy of an object that has every field already is made in one piece; one that grows field by field is not.
	const empty: Record<string, unknown> = Object.fromEntries([...BEFORE_STREAMS, ...usual, ...BEHIND_STREAMS].map((name) => [name, null]));
	return (row) => {
		const item = { ...empty };
		for (const name of BESIDE_STREAMS) item[name] = row[name] ?? null;
		for (const { stream, fields } of streams) {
			const holder = row[stream];
			if (holder === undefined && fields.some((name) => row[name] !== undefined)) {
				for (const name of fields) item[name] = row[name] ?? null;
				continue;
			}
			// Among flattened items one that is not.
			for (const name of fields) delete item[name];
			item[stream] = stream === 'purchases' && isObject(holder) ? withoutHistory(holder) : (holder ?? null);
		}
		if (tellsOfHistory(item[FLAT_REASONS])) item[FLAT_REASONS] = withoutReasonsOfHistory(item[FLAT_REASONS]);
		return item;
	};
}
