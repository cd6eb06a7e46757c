/** What a customer asks for, how often and about what, how fast we answer, and how satisfied they say they are. DOMAIN S4, S8, S9. */
import type { ActivityFields } from './activityField';
import { dateOrNull, NO_COLUMN, textFields, whyMissing, whyUsual, windowFields } from './commonFields';
import type { TicketView } from './ticketView';
import { tellsWhatIsOpen } from './ticketView';

export type { TicketView } from './ticketView';
export { ticketViews } from './ticketView';

const TOPICS = 'tickets of both windows, of topics with two or more of them of which one or more is of the recent window';
const NO_TOPIC = `${NO_COLUMN}, or there is no such topic`;
const SATISFACTION = 'tickets and answers to surveys with a satisfaction score';
const NPS = 'tickets and answers to surveys with a score of 0 to 10 for recommending us';
const NO_SCORE = `${NO_COLUMN}, or the customer gave none`;
const LATEST_SCORE = 'the one given last; of several at that moment the lowest';

const inWindows = windowFields<TicketView>({
	what: 'tickets',
	unit: 'tickets',
	recent: ({ recent }) => recent,
	usual: ({ usual }) => usual,
	example: { recent: 4, usual: 3, recentPer30Days: 4, usualPer30Days: 1 },
});

/** What Customer Activity says of a customer's tickets, in the order of the output. */
export const ticketFields = {
	tickets: {
		question: 'How many requests were there?',
		counts: 'all tickets',
		aggregate: 'number',
		unit: 'tickets',
		example: 7,
		of: ({ tickets }) => tickets,
	},
	open: {
		question: 'How many are open?',
		counts: 'tickets not closed by As Of',
		aggregate: 'number',
		unit: 'tickets',
		nullWhen: NO_COLUMN,
		example: 2,
		of: ({ columns, open }) => (tellsWhatIsOpen(columns) ? open : null),
		why: () => 'noSuchColumn',
	},
	oldestOpenDays: {
		question: 'For how many days is the oldest of them open?',
		counts: 'tickets not closed by As Of',
		aggregate: 'As Of less the earliest day',
		unit: 'days',
		nullWhen: `${NO_COLUMN}, or none is open`,
		example: 11,
		of: ({ columns, oldestOpen, windows }) => (oldestOpen !== null && tellsWhatIsOpen(columns) ? windows.asOf - oldestOpen : null),
		why: ({ columns }) => (tellsWhatIsOpen(columns) ? 'nothingOpen' : 'noSuchColumn'),
	},
	...inWindows,
	complaints: {
		question: 'How many complaints are there of late?',
		counts: 'tickets of the recent window that are complaints',
		aggregate: 'number',
		unit: 'tickets',
		nullWhen: NO_COLUMN,
		example: 2,
		of: ({ columns, recentComplaints }) => (columns.isComplaint === null ? null : recentComplaints),
		why: () => 'noSuchColumn',
	},
	usualComplaints: {
		question: 'How many complaints were there in the time before?',
		counts: 'tickets of the usual window that are complaints',
		aggregate: 'number',
		unit: 'tickets',
		nullWhen: NO_COLUMN,
		example: 1,
		of: ({ columns, usualComplaints }) => (columns.isComplaint === null ? null : usualComplaints),
		why: () => 'noSuchColumn',
	},
	returningTopic: {
		question: 'About what do they ask again and again?',
		counts: TOPICS,
		aggregate: 'the topic with most; of several the first in the alphabet',
		unit: 'text',
		nullWhen: NO_TOPIC,
		example: 'Export',
		of: ({ returning }) => returning && returning.topic,
		why: ({ columns }) => whyMissing(columns.topic),
	},
	returningTopicTickets: {
		question: 'How often did they ask about that?',
		counts: TOPICS,
		aggregate: 'number of the topic with most',
		unit: 'tickets',
		nullWhen: NO_TOPIC,
		example: 3,
		of: ({ returning }) => returning && returning.tickets,
		why: ({ columns }) => whyMissing(columns.topic),
	},
	firstAnswerHours: {
		question: 'How long do they wait for a first answer of late?',
		counts: 'tickets answered in the recent window, and those from before the As Of day neither answered nor closed',
		aggregate: 'median of the hours from opening to answer, or to the start of the As Of day',
		unit: 'hours',
		nullWhen: `${NO_COLUMN}, or there are no such tickets`,
		example: 30,
		of: ({ answerHours }) => answerHours.recent,
		why: ({ columns }) => (columns.answeredAt === null ? 'noSuchColumn' : 'tooFewEvents'),
	},
	usualFirstAnswerHours: {
		question: 'How long did they wait for a first answer in the time before?',
		counts: 'tickets answered in the usual window',
		aggregate: 'median of the hours from opening to answer',
		unit: 'hours',
		nullWhen: `${NO_COLUMN}, or there are no such tickets`,
		example: 4,
		of: ({ answerHours }) => answerHours.usual,
		why: (view) => (view.columns.answeredAt === null ? 'noSuchColumn' : whyUsual(view, 'tooFewEvents')),
	},
	lastSatisfaction: {
		question: 'How satisfied did they say they are?',
		counts: SATISFACTION,
		aggregate: LATEST_SCORE,
		unit: 'score of the source',
		nullWhen: NO_SCORE,
		example: 2,
		of: ({ satisfaction }) => satisfaction && satisfaction.score,
		why: ({ columns }) => whyMissing(columns.satisfaction),
	},
	lastSatisfactionOn: {
		question: 'When did they say so?',
		counts: SATISFACTION,
		aggregate: 'latest day',
		unit: 'date',
		nullWhen: NO_SCORE,
		example: '2024-06-14',
		of: ({ satisfaction }) => dateOrNull(satisfaction && satisfaction.day),
		why: ({ columns }) => whyMissing(columns.satisfaction),
	},
	lastNps: {
		question: 'Would they recommend us?',
		counts: NPS,
		aggregate: LATEST_SCORE,
		unit: 'score of 0 to 10',
		nullWhen: NO_SCORE,
		example: 6,
		of: ({ nps }) => nps && nps.score,
		why: ({ columns }) => whyMissing(columns.nps),
	},
	lastNpsOn: {
		question: 'When did they say so?',
		counts: NPS,
		aggregate: 'latest day',
		unit: 'date',
		nullWhen: NO_SCORE,
		example: '2024-05-20',
		of: ({ nps }) => dateOrNull(nps && nps.day),
		why: ({ columns }) => whyMissing(columns.nps),
	},
	...textFields<TicketView>('tickets and answers to surveys', {
		texts: ['Export fails again', 'Cannot log in', 'Export is still slow', 'Too slow for what it costs', 'Invoice is wrong'],
		on: ['2024-06-25', '2024-06-19', '2024-06-12', '2024-05-20', '2024-05-06'],
	}),
} as const satisfies ActivityFields<TicketView>;
