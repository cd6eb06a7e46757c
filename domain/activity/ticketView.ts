/** What is known of one customer's tickets and of the scores given: everything that the fields of tickets are made from. */
import { median } from '../statistics/quantile';
import { sortFirst } from '../statistics/sortFirst';
import { dayOfLocalTime, MILLISECONDS_PER_DAY } from '../time';
import type { TextsView, WatchedView } from './commonFields';
import { mostEventsOfOne } from './eventDays';
import { recentTexts } from './recentTexts';
import type { TicketColumns } from './streamColumns';
import { YES } from './streamColumns';
import type { Windows } from './windows';
import { exposureOf, recentFrom, usualFrom } from './windows';

const MILLISECONDS_PER_HOUR = 3_600_000;

/** A topic that keeps coming back, and how many tickets of both windows it has. */
export interface ReturningTopic {
	readonly topic: string;
	readonly tickets: number;
}

/** What a customer last answered, and on which day. */
export interface LastScore {
	readonly score: number;
	readonly day: number;
}

interface TicketCounts {
	tickets: number;
	open: number;
	/** The day on which the oldest open one was opened; null where none is open. */
	oldestOpen: number | null;
	/** Tickets opened in each window, and the complaints among them. */
	recent: number;
	usual: number;
	recentComplaints: number;
	usualComplaints: number;
}

/** How long the customer waited for an answer; null where there is nothing to take the median of. */
interface AnswerHours {
	readonly recent: number | null;
	readonly usual: number | null;
}

export interface TicketView extends WatchedView, TextsView, Readonly<TicketCounts> {
	readonly columns: TicketColumns;
	readonly returning: ReturningTopic | null;
	readonly answerHours: AnswerHours;
	readonly satisfaction: LastScore | null;
	readonly nps: LastScore | null;
}

/** Does a column say whether tickets are closed? */
export const tellsWhatIsOpen = ({ closedAt, isClosedUndated }: TicketColumns): boolean => closedAt !== null || isClosedUndated !== null;

const isTicket = ({ isSurvey }: TicketColumns, row: number): boolean => isSurvey === null || isSurvey[row] === 0;

/** Was a ticket closed by As Of? Not where no column says so. */
const isClosed = ({ closedAt, isClosedUndated }: TicketColumns, row: number): boolean =>
	(closedAt !== null && !Number.isNaN(closedAt[row])) || (isClosedUndated !== null && isClosedUndated[row] === 1);

function countsOf(columns: TicketColumns, windows: Windows, customer: number): TicketCounts {
	const { firstEvent, day, row } = columns.history;
	const counts: TicketCounts = { tickets: 0, open: 0, oldestOpen: null, recent: 0, usual: 0, recentComplaints: 0, usualComplaints: 0 };
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
		if (!isTicket(columns, row[event])) continue;
		const complaints = columns.isComplaint !== null && columns.isComplaint[row[event]] === YES ? 1 : 0;
		counts.tickets++;
		if (!isClosed(columns, row[event])) {
			counts.open++;
			counts.oldestOpen ??= day[event];
		}
		if (day[event] >= recentStart) {
			counts.recent++;
			counts.recentComplaints += complaints;
		} else if (day[event] >= usualStart) {
			counts.usual++;
			counts.usualComplaints += complaints;
		}
	}
	return counts;
}

/**
 * What finds the topic to which one customer after the other returns
 *
 * Question: about what does this customer ask again and again? Of the topics with two tickets or more in both windows
 * together and one or more in the recent one, that with most tickets; of several the first in the alphabet.
 */
function returningTopics(columns: TicketColumns, windows: Windows): (customer: number) => ReturningTopic | null {
	const { history, topic } = columns;
	if (topic === null) return () => null;
	const { firstEvent, day, row } = history;
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	const ticketsOf = new Int32Array(topic.values.length);
	const recentTicketsOf = new Int32Array(topic.values.length);

	const isBefore = (one: number, other: number): boolean =>
		ticketsOf[one] === ticketsOf[other] ? topic.values[one] < topic.values[other] : ticketsOf[one] > ticketsOf[other];
	const mostOf = (topics: readonly number[]): ReturningTopic | null => {
		let most = 0;
		for (const which of topics) {
			if (ticketsOf[which] < 2 || recentTicketsOf[which] === 0) continue;
			if (most === 0 || isBefore(which, most)) most = which;
		}
		return most === 0 ? null : { topic: topic.values[most], tickets: ticketsOf[most] };
	};

	return (customer) => {
		const met: number[] = [];
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			const which = topic.valueOfRow[row[event]];
			if (which === 0 || day[event] < usualStart || !isTicket(columns, row[event])) continue;
			if (ticketsOf[which]++ === 0) met.push(which);
			if (day[event] >= recentStart) recentTicketsOf[which]++;
		}
		const returning = mostOf(met);
		for (const which of met) {
			ticketsOf[which] = 0;
			recentTicketsOf[which] = 0;
		}
		return returning;
	};
}

/**
 * What measures how long one customer after the other waits for a first answer
 *
 * Question: how fast are we of late, and how fast are we usually? Of late: the hours from opening to answer of tickets
 * answered in the recent window, and of those that wait, neither answered nor closed, the hours they had waited as the
 * As Of day began; those opened on that day are too young to say. Usually: of tickets answered in the usual window.
 * Delays count open ages too, or they improve as answers stop. O(n log n) in the tickets of a customer.
 */
function answerHours(columns: TicketColumns, windows: Windows): (customer: number) => AnswerHours {
	const { history, answeredAt } = columns;
	if (answeredAt === null) return () => ({ recent: null, usual: null });
	const { firstEvent, localTime, row } = history;
	const startOfAsOf = windows.asOf * MILLISECONDS_PER_DAY;
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	const recent = new Float64Array(mostEventsOfOne(history));
	const usual = new Float64Array(recent.length);

	const medianOf = (hours: Float64Array, count: number): number | null => {
		sortFirst(hours, count);
		return count === 0 ? null : median(hours, count);
	};

	return (customer) => {
		let [recentCount, usualCount] = [0, 0];
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			if (!isTicket(columns, row[event])) continue;
			const answered = answeredAt[row[event]];
			const isWaiting = Number.isNaN(answered) && !isClosed(columns, row[event]) && localTime[event] < startOfAsOf;
			const hours = Math.max(0, (isWaiting ? startOfAsOf : answered) - localTime[event]) / MILLISECONDS_PER_HOUR;
			const day = dayOfLocalTime(answered);
			if (isWaiting || day >= recentStart) recent[recentCount++] = hours;
			else if (day >= usualStart) usual[usualCount++] = hours;
		}
		return { recent: medianOf(recent, recentCount), usual: medianOf(usual, usualCount) };
	};
}

/** The score given last, tickets and answers to surveys alike; of several at one moment the lowest. */
function lastScore({ history, scoredAt }: TicketColumns, scores: Float64Array | null, customer: number): LastScore | null {
	if (scores === null) return null;
	const { firstEvent, localTime, row } = history;
	let score = NaN;
	let latest = -Infinity;
	for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
		const given = scores[row[event]];
		if (Number.isNaN(given)) continue;
		const said = scoredAt === null ? NaN : scoredAt[row[event]];
		const at = Number.isNaN(said) ? localTime[event] : said;
		if (at === latest) score = Math.min(score, given);
		if (at <= latest) continue;
		latest = at;
		score = given;
	}
	return Number.isNaN(score) ? null : { score, day: dayOfLocalTime(latest) };
}

/**
 * The tickets of one customer after the other
 *
 * Answers to surveys are no tickets: only their scores and comments count. `sinceOf` is the first day of a customer in any stream.
 * O(events log events) over all.
 */
export function ticketViews(columns: TicketColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => TicketView {
	const { history, textAt } = columns;
	const returningOf = returningTopics(columns, windows);
	const answerHoursOf = answerHours(columns, windows);
	return (customer) => ({
		columns,
		windows,
		exposure: exposureOf(windows, sinceOf(customer)),
		...countsOf(columns, windows, customer),
		returning: returningOf(customer),
		answerHours: answerHoursOf(customer),
		satisfaction: lastScore(columns, columns.satisfaction, customer),
		nps: lastScore(columns, columns.nps, customer),
		texts: textAt && recentTexts(history, customer, textAt),
	});
}
