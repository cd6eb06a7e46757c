/** When we were in touch with a customer, who began it, and with whom. DOMAIN S1, S2. */
import type { ActivityFields } from './activityField';
import type { DaysView, GapsView, TextsView } from './commonFields';
import { dateOrNull, dayFields, gapFields, NO_COLUMN, textFields, whyMissing, windowFields } from './commonFields';
import { DayCollector } from './eventDays';
import { gapMeter } from './gaps';
import type { PresentRun } from './presentRun';
import { presentRuns } from './presentRun';
import { recentTexts } from './recentTexts';
import { shareOf } from './rounding';
import type { ContactColumns } from './streamColumns';
import { NO, YES } from './streamColumns';
import type { Windows } from './windows';
import { exposureOf, usualFrom } from './windows';

/** What is known of one customer's contacts. */
export interface ContactView extends DaysView, GapsView, TextsView {
	readonly columns: ContactColumns;
	/** Rows. */
	readonly contacts: number;
	/** Contacts of both windows of which it is known who began them, and those that the customer began. */
	readonly knownStarts: number;
	readonly startedByCustomer: number;
	/** The last day on which the customer began one; null where there is none. */
	readonly lastStartedByCustomer: number | null;
	/** Null where no column names people. */
	readonly person: PresentRun | null;
	/** The first day of the present contact person; null where nobody is named. */
	readonly personSince: number | null;
	/** The first day on which that person was ever named, also before somebody else. */
	readonly personFirst: number | null;
}

/** Who began the contacts of a customer. */
function startsOf({ history, startedByCustomer }: ContactColumns, customer: number, windowsFrom: number) {
	const starts = { knownStarts: 0, startedByCustomer: 0, lastStartedByCustomer: null as number | null };
	if (startedByCustomer === null) return starts;
	for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
		const flag = startedByCustomer[history.row[event]];
		const isInWindows = history.day[event] >= windowsFrom;
		if (flag === YES) starts.lastStartedByCustomer = history.day[event];
		if (isInWindows && flag === YES) starts.startedByCustomer++;
		if (isInWindows && (flag === YES || flag === NO)) starts.knownStarts++;
	}
	return starts;
}

/** The first day on which the present person was ever named: that of the present run at the latest, so that no event is looked at twice. */
function firstDayOf({ history: { firstEvent, day, row }, person }: ContactColumns, customer: number, present: PresentRun): number {
	let event = firstEvent[customer];
	while (event < present.since && person !== null && person.valueOfRow[row[event]] !== present.value) event++;
	return day[event];
}

/**
 * The contacts of one customer after the other
 *
 * `sinceOf` is the first day of a customer in any stream. What it returns holds until the next customer is asked for.
 * O(events log events) over all.
 */
export function contactViews(columns: ContactColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => ContactView {
	const { history, person, textAt } = columns;
	const days = new DayCollector(history, windows);
	const gapsOf = gapMeter();
	const personOf = person && presentRuns(history, person);
	const windowsFrom = usualFrom(windows);
	return (customer) => {
		const [first, end] = [history.firstEvent[customer], history.firstEvent[customer + 1]];
		days.clear();
		for (let event = first; event < end; event++) days.add(history.day[event]);
		const present = personOf && personOf(customer);
		const named = present && present.value !== 0 ? present : null;
		return {
			columns,
			windows,
			exposure: exposureOf(windows, sinceOf(customer)),
			days,
			gaps: gapsOf(days.days, days.count),
			contacts: end - first,
			...startsOf(columns, customer, windowsFrom),
			person: present,
			personSince: named && history.day[named.since],
			personFirst: named && firstDayOf(columns, customer, named),
			texts: textAt && recentTexts(history, customer, textAt),
		};
	};
}

/** A value of the column that names people; null where it is blank. */
const personNamed = ({ columns, person }: ContactView, value: 'value' | 'previous'): string | null =>
	columns.person !== null && person !== null && person[value] !== 0 ? columns.person.values[person[value]] : null;

const WITH_PERSON = 'contacts that name a contact person';
const days = dayFields<ContactView>('contacts', { firstOn: '2024-03-12', lastOn: '2024-06-20', daysSince: 10 });
const gaps = gapFields<ContactView>('contact days', { median: 20, spread: 25, longest: 50 });
const inWindows = windowFields<ContactView>({
	what: 'contact days',
	unit: 'days',
	recent: (view) => view.days.recent,
	usual: (view) => view.days.usual,
	example: { recent: 2, usual: 3, recentPer30Days: 2, usualPer30Days: 1 },
});

/** What Customer Activity says of a customer's contacts, in the order of the output. */
export const contactFields = {
	contacts: {
		question: 'How many contacts were there?',
		counts: 'all contacts',
		aggregate: 'number',
		unit: 'contacts',
		example: 6,
		of: ({ contacts }) => contacts,
	},
	contactDays: {
		question: 'On how many days were we in touch?',
		counts: 'all contact days',
		aggregate: 'number',
		unit: 'days',
		example: 5,
		of: (view) => view.days.count,
	},
	...days,
	...gaps,
	...inWindows,
	startedByCustomerShare: {
		question: 'Of the contacts, what share did the customer begin?',
		counts: 'contacts of both windows of which it is known who began them',
		aggregate: 'those that the customer began over all of them',
		unit: 'share',
		nullWhen: `${NO_COLUMN}, or it is known of no contact of both windows`,
		example: 0.6,
		of: ({ knownStarts, startedByCustomer }) => shareOf(startedByCustomer, knownStarts),
		why: ({ columns }) => whyMissing(columns.startedByCustomer),
	},
	lastStartedByCustomerOn: {
		question: 'When did the customer last come to us?',
		counts: 'all contacts that the customer began',
		aggregate: 'latest day',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or the customer began none`,
		example: '2024-06-10',
		of: ({ lastStartedByCustomer }) => dateOrNull(lastStartedByCustomer),
		why: ({ columns }) => whyMissing(columns.startedByCustomer),
	},
	contactPerson: {
		question: 'Whom are we in touch with?',
		counts: WITH_PERSON,
		aggregate: 'the person of the latest; of several at that moment the one named longest without another in between, then the first in the alphabet',
		unit: 'text',
		nullWhen: `${NO_COLUMN}, or nobody is named`,
		example: 'Ben',
		of: (view) => personNamed(view, 'value'),
		why: ({ columns }) => whyMissing(columns.person),
	},
	contactPersonSince: {
		question: 'Since when is it that person?',
		counts: `${WITH_PERSON}, from the last on that names another and not this one`,
		aggregate: 'earliest day after it',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or nobody is named`,
		example: '2024-06-10',
		of: ({ personSince }) => dateOrNull(personSince),
		why: ({ columns }) => whyMissing(columns.person),
	},
	contactPersonFirstOn: {
		question: 'When did we first hear of that person?',
		counts: `${WITH_PERSON}, that one`,
		aggregate: 'earliest day, also before contacts that name another',
		unit: 'date',
		nullWhen: `${NO_COLUMN}, or nobody is named`,
		example: '2024-06-10',
		of: ({ personFirst }) => dateOrNull(personFirst),
		why: ({ columns }) => whyMissing(columns.person),
	},
	previousContactPerson: {
		question: 'Who was it before?',
		counts: WITH_PERSON,
		aggregate: 'the person of the last that names another than the present one; of several at that moment the first in the alphabet',
		unit: 'text',
		nullWhen: `${NO_COLUMN}, or it was always the same person`,
		example: 'Ann',
		of: (view) => personNamed(view, 'previous'),
		why: ({ columns }) => whyMissing(columns.person),
	},
	...textFields<ContactView>('contacts', {
		texts: ['Asked who decides now', 'Ben introduces himself', 'Sends the signed offer', 'Went through the invoice', 'Welcome call'],
		on: ['2024-06-20', '2024-06-10', '2024-05-11', '2024-05-11', '2024-03-12'],
	}),
} as const satisfies ActivityFields<ContactView>;
