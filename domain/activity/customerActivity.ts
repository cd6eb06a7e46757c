/**
 * Customer Activity: what each customer's history says, an item each, joined from every stream.
 *
 * The item is the contract between this pack's nodes. Its fields are records of registries, stream by stream; a
 * stream that is not connected is null, and one that is has an object for every customer, also for those it does
 * not know. Adding a field keeps the version; a changed meaning raises it.
 */
import { isoDate } from '../time';
import { count as countInWords, daysInWords, wholeMoney } from '../figuresInWords';
import type { ActivityValue } from './activityField';
import type { StreamItem } from './streamItem';
import type { Windows } from './windows';

export const ACTIVITY_VERSION = 1;

/** The streams, in the order of the item; each with what a person calls it. */
export const activityStreams = {
	purchases: { title: 'Purchases' },
	subscriptions: { title: 'Subscriptions' },
	payments: { title: 'Payments' },
	tickets: { title: 'Tickets' },
	contacts: { title: 'Contacts' },
	usage: { title: 'Usage' },
	customers: { title: 'Customers' },
} as const;

export type ActivityStreamId = keyof typeof activityStreams;

export const activityStreamIds = Object.keys(activityStreams) as ActivityStreamId[];

/** A stream that is connected. */
export interface ActivityStream {
	readonly id: ActivityStreamId;
	/** Whether it has a row of the customer. */
	knows(customer: number): boolean;
	itemOf(customer: number): StreamItem;
}

/** What the item says of the customer besides the streams. */
export const customerFields = {
	customer: { meaning: 'The customer by the name by which the streams were matched: an id, an e-mail address in small letters, a phone number', unit: 'id' },
	summary: { meaning: 'What stands out, in a sentence', unit: 'text' },
	asOf: { meaning: 'The day up to which everything was read', unit: 'date' },
	customerSince: { meaning: 'The first day on which a dated row of any stream tells of the customer', unit: 'date', nullWhen: 'no dated row does' },
	tenureDays: { meaning: 'Days from that day to As Of', unit: 'days', nullWhen: 'customerSince is null' },
	streams: { meaning: 'The streams that know the customer, separated by commas', unit: 'text' },
	otherIds: { meaning: 'Ids under which the streams know the customer besides, separated by commas; several of one stream may be several people', unit: 'text', nullWhen: 'there is no other' },
	recentDays: { meaning: 'How many days "recent" has: of the settings', unit: 'days' },
	usualDays: { meaning: 'How many days "usual" has, before the recent ones: of the settings', unit: 'days' },
	activityVersion: { meaning: 'The version of this item', unit: 'number' },
} as const;

export interface ActivityBase {
	readonly windows: Windows;
	readonly streams: readonly ActivityStream[];
	/** The first day of a customer in any stream; NaN where no dated row tells of them. */
	sinceOf(customer: number): number;
	idOf(customer: number): string | number;
	/** The other ids of a customer; null where there is none. */
	otherIdsOf(customer: number): string | null;
	/** Contact details and kept columns. */
	detailsOf(customer: number): ReadonlyArray<readonly [name: string, value: unknown]>;
}

export type ActivityItem = Record<string, unknown>;

const plural = (number: number, one: string, several: string) => `${countInWords(number)} ${number === 1 ? one : several}`;

const numberIn = (value: ActivityValue | undefined): number => (typeof value === 'number' ? value : 0);

/** What stands out of each stream, in few words; nothing where there is nothing to say. */
const sayings: Readonly<Record<Exclude<ActivityStreamId, 'customers'>, (item: StreamItem) => string | null>> = {
	purchases({ purchaseDays, lastOn, daysSince, net, currency }) {
		if (lastOn === null) return 'no purchase';
		const worth = typeof net === 'number' ? `, worth ${wholeMoney(net)}${typeof currency === 'string' ? ` ${currency}` : ''}` : '';
		return `${plural(numberIn(purchaseDays), 'purchase', 'purchases')}${worth}, the last ${daysInWords(numberIn(daysSince))} ago`;
	},
	subscriptions: ({ status, plan }) => (status === null ? 'no subscription' : `subscription ${String(status)}${plan === null ? '' : ` (${String(plan)})`}`),
	payments: ({ pastDueDays }) => (pastDueDays === null ? null : `a payment is ${daysInWords(numberIn(pastDueDays))} past due`),
	tickets: ({ open }) => (open === 0 ? null : plural(numberIn(open), 'open ticket', 'open tickets')),
	contacts: ({ daysSince }) => (daysSince === null ? null : `in touch ${daysInWords(numberIn(daysSince))} ago`),
	usage: ({ daysSince }) => (daysSince === null ? null : `used ${daysInWords(numberIn(daysSince))} ago`),
};

function summaryOf(streams: ReadonlyArray<readonly [ActivityStreamId, StreamItem]>): string {
	const said = streams.flatMap(([id, item]) => (id === 'customers' ? [] : (sayings[id](item) ?? [])));
	const sentence = said.join('; ');
	return sentence === '' ? 'Nothing stands out.' : `${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
}

/** Contact details stand behind the customer; one that is called as a field of the item gets "Kept" behind its name. */
function addDetails(item: ActivityItem, details: ReadonlyArray<readonly [name: string, value: unknown]>): void {
	for (const [name, value] of details) {
		const isTaken = name in customerFields || name in activityStreams;
		Object.defineProperty(item, isTaken ? `${name}Kept` : name, { value, enumerable: true, configurable: true, writable: true });
	}
}

/** Gives a customer's item. */
export function activityItems(base: ActivityBase): (customer: number) => ActivityItem {
	const { windows, streams } = base;
	const asOf = isoDate(windows.asOf);
	return (customer) => {
		const since = base.sinceOf(customer);
		const isKnown = !Number.isNaN(since);
		const told = streams.map((stream) => [stream.id, stream.itemOf(customer)] as const);
		const item: ActivityItem = { customer: base.idOf(customer) };
		addDetails(item, base.detailsOf(customer));
		item.summary = summaryOf(told);
		item.asOf = asOf;
		item.customerSince = isKnown ? isoDate(since) : null;
		item.tenureDays = isKnown ? windows.asOf - since : null;
		item.streams = streams.filter((stream) => stream.knows(customer)).map(({ id }) => id).join(', ');
		item.otherIds = base.otherIdsOf(customer);
		for (const id of activityStreamIds) item[id] = null;
		for (const [id, fields] of told) item[id] = fields;
		item.recentDays = windows.recentDays;
		item.usualDays = windows.usualDays;
		item.activityVersion = ACTIVITY_VERSION;
		return item;
	};
}

/** The first day of each customer in any of some histories. */
export function firstDays(customerCount: number, firstDayIn: ReadonlyArray<(customer: number) => number>): Float64Array {
	return Float64Array.from({ length: customerCount }, (_, customer) => {
		const first = firstDayIn.reduce((earliest, dayOf) => {
			const day = dayOf(customer);
			return Number.isNaN(day) ? earliest : Math.min(earliest, day);
		}, Infinity);
		return first === Infinity ? NaN : first;
	});
}
