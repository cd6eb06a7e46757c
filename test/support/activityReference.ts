/** Customer Activity as rows of JSON give it, beside the figures of test/reference/activity_by_rows.py. */
import type { ActivityReading, ActivitySettings } from '../../boundary/activity/readActivity';
import { readActivity } from '../../boundary/activity/readActivity';
import type { StreamInput } from '../../boundary/activity/connection';
import type { ActivityItem, ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityItems } from '../../domain/activity/customerActivity';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { createZone } from '../../domain/time';
import { dayOf } from './ledger';
import type { Rows } from './reading';
import { itemsOf } from './reading';

export interface Stream {
	readonly id: ActivityStreamId;
	readonly rows: Rows;
	/** By role; the others are found by their names. */
	readonly columns: Readonly<Record<string, string>>;
	readonly source?: string;
}

export interface ActivityChanges extends Partial<Omit<ActivitySettings, 'asOf' | 'zone'>> {
	readonly asOf: string;
	readonly today?: string;
	readonly zone?: string;
}

export const activitySettings = ({ asOf, today = asOf, zone = 'UTC', ...rest }: ActivityChanges): ActivitySettings => ({
	asOf: { kind: 'day', day: dayOf(asOf), today: dayOf(today) },
	zone: createZone(zone),
	dateFormat: 'automatic',
	decimalMark: 'automatic',
	amountUnit: 'automatic',
	amountIs: 'automatic',
	dropsTrailingZero: false,
	withHistory: true,
	customerColumns: [],
	match: 'automatic',
	phoneCountry: '',
	aliases: null,
	customerAliases: [],
	recentDays: 30,
	usualDays: 180,
	keepColumns: [],
	...rest,
});

export const inputOf = ({ id, rows, columns, source = 'automatic' }: Stream, input: number): StreamInput => ({ id, input, items: itemsOf(rows), source, columns });

/** The reading of streams that can be read, and nothing wrong with any row. */
export function activityReading(streams: readonly Stream[], changes: ActivityChanges): ActivityReading {
	const outcome = readActivity(streams.map(inputOf), activitySettings(changes));
	if (!('reading' in outcome)) throw new Error(`There is no reading: ${JSON.stringify(outcome)}`);
	if (outcome.reading.problems.length > 0) throw new Error(`Rows are wrong: ${JSON.stringify(outcome.reading.problems.slice(0, 5))}`);
	return outcome.reading;
}

export function itemsIn({ base, customerCount }: ActivityReading): ActivityItem[] {
	const itemOf = activityItems(base);
	return Array.from({ length: customerCount }, (_, customer) => itemOf(customer));
}

/** What a stream's object says, field by field; empty where there is none. */
export const fieldsIn = (item: ActivityItem, stream: string): Readonly<Record<string, unknown>> => ({ ...(item[stream] as object | null) });

const whole = (value: unknown, times: number): unknown => (typeof value === 'number' ? Math.round(value * times) : value);

/** The canonical line of a customer's purchases: whole numbers and dates, nothing for a null (see activity_purchases.py). */
export function purchaseLine(item: ActivityItem): string {
	const fields = fieldsIn(item, 'purchases');
	const money = (name: string) => whole(fields[name], AMOUNT_SCALE);
	const values = [
		item.customer, item.customerSince,
		...['purchaseDays', 'orders', 'firstOn', 'lastOn', 'daysSince'].map((name) => fields[name]),
		whole(fields.gapMedianDays, 2), whole(fields.gapSpreadDays, 4), fields.gapLongestDays, fields.repeats, fields.recencyDays, fields.ageDays,
		money('gross'), money('refunded'), money('net'), fields.recent, fields.usual, money('recentNet'), money('usualNet'),
	];
	return values.map((value) => (value === null ? '' : String(value))).join(',');
}

/** In the order of the customers' texts, as Python sorts them. */
export const linesInOrder = (items: readonly ActivityItem[], lineOf: (item: ActivityItem) => string): string[] =>
	[...items].sort((one, other) => (String(one.customer) < String(other.customer) ? -1 : 1)).map(lineOf);
