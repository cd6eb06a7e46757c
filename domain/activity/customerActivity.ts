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
import { itemOfNulls } from './itemOfNulls';
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

export interface Details {
	readonly names: readonly string[];
	/** The values of a customer, in the order of the names. */
	of(customer: number): readonly unknown[];
}

export interface ActivityBase {
	readonly windows: Windows;
	readonly streams: readonly ActivityStream[];
	/** The first day of a customer in any stream; NaN where no dated row tells of them. */
	sinceOf(customer: number): number;
	idOf(customer: number): string | number;
	/** The other ids of a customer; null where there is none. */
	otherIdsOf(customer: number): string | null;
	/** Contact details and kept columns: what they are called, and what they say of a customer. */
	readonly details: Details;
}

export type ActivityItem = Record<string, unknown>;

const plural = (number: number, one: string, several: string) => `${countInWords(number)} ${number === 1 ? one : several}`;

const numberIn = (value: ActivityValue | undefined): number => (typeof value === 'number' ? value : 0);

/** What stands out of each stream, in few words; nothing where there is nothing to say. */
const sayings: Readonly<Record<Exclude<ActivityStreamId, 'customers'>, (item: StreamItem) => string | null>> = {
	purchases({ purchaseDays, lastOn, daysSince, net, currency }) {
		if (lastOn === null) return 'no purchase';
		const parts = [plural(numberIn(purchaseDays), 'purchase', 'purchases')];
		if (typeof net === 'number') parts.push(', worth ', wholeMoney(net), typeof currency === 'string' ? ` ${currency}` : '');
		parts.push(', the last ', daysInWords(numberIn(daysSince)), ' ago');
		return parts.join('');
	},
	subscriptions: ({ status, plan }) => (status === null ? 'no subscription' : `subscription ${String(status)}${plan === null ? '' : ` (${String(plan)})`}`),
	payments: ({ pastDueDays }) => (pastDueDays === null ? null : `a payment is ${daysInWords(numberIn(pastDueDays))} past due`),
	tickets: ({ open }) => (open === 0 || open === null ? null : plural(numberIn(open), 'open ticket', 'open tickets')),
	contacts: ({ daysSince }) => (daysSince === null ? null : `in touch ${daysInWords(numberIn(daysSince))} ago`),
	usage: ({ daysSince }) => (daysSince === null ? null : `used ${daysInWords(numberIn(daysSince))} ago`),
};

function summaryOf(streams: readonly ActivityStream[], told: readonly StreamItem[]): string {
	const said: string[] = [];
	for (let place = 0; place < streams.length; place++) {
		const { id } = streams[place];
		const saying = id === 'customers' ? null : sayings[id](told[place]);
		if (saying !== null) said.push(saying);
	}
	if (said.length === 0) return 'Nothing stands out.';
	said[0] = capitalised(said[0]);
	return `${said.join('; ')}.`;
}

const capitalised = (text: string): string => (/^\p{Ll}/u.test(text) ? text[0].toUpperCase() + text.slice(1) : text);

/** Names of contact details and kept columns; one that is called as a field of the item gets "Kept" behind its name. */
const namesInItem = (names: readonly string[]): string[] => names.map((name) => (name in customerFields || name in activityStreams ? `${name}Kept` : name));

/** Names of all fields, in the order of the output. */
function namesOfItem(detailNames: readonly string[]): string[] {
	const { customer, recentDays, usualDays, activityVersion, ...middle } = customerFields;
	return [...Object.keys({ customer }), ...detailNames, ...Object.keys(middle), ...activityStreamIds, ...Object.keys({ recentDays, usualDays, activityVersion })];
}

/** Gives the streams that know a customer as a text; there are few of them, so each is made once. */
function streamNames(streams: readonly ActivityStream[]): (customer: number) => string {
	const textOf: string[] = [];
	return (customer) => {
		let known = 0;
		for (let place = 0; place < streams.length; place++) if (streams[place].knows(customer)) known += 2 ** place;
		return (textOf[known] ??= streams.filter((_, place) => Math.floor(known / 2 ** place) % 2 === 1).map(({ id }) => id).join(', '));
	};
}

/** Gives a customer's item. */
export function activityItems(base: ActivityBase): (customer: number) => ActivityItem {
	const { windows, streams, details } = base;
	const asOf = isoDate(windows.asOf);
	const detailNames = namesInItem(details.names);
	const empty: ActivityItem = { ...itemOfNulls(namesOfItem(detailNames)), asOf, recentDays: windows.recentDays, usualDays: windows.usualDays, activityVersion: ACTIVITY_VERSION };
	const streamsOf = streamNames(streams);
	return (customer) => {
		const since = base.sinceOf(customer);
		const told = streams.map((stream) => stream.itemOf(customer));
		const item = { ...empty };
		item.customer = base.idOf(customer);
		details.of(customer).forEach((value, place) => {
			item[detailNames[place]] = value;
		});
		item.summary = summaryOf(streams, told);
		if (!Number.isNaN(since)) {
			item.customerSince = isoDate(since);
			item.tenureDays = windows.asOf - since;
		}
		item.streams = streamsOf(customer);
		item.otherIds = base.otherIdsOf(customer);
		for (let place = 0; place < streams.length; place++) item[streams[place].id] = told[place];
		return item;
	};
}

/** The first day of each customer in any of some histories. */
export function firstDays(customerCount: number, firstDayIn: ReadonlyArray<(customer: number) => number>): Float64Array {
	const first = new Float64Array(customerCount);
	for (let customer = 0; customer < customerCount; customer++) {
		let earliest = Infinity;
		for (const dayOf of firstDayIn) {
			const day = dayOf(customer);
			if (day < earliest) earliest = day;
		}
		first[customer] = earliest === Infinity ? NaN : earliest;
	}
	return first;
}
