import type { RowField } from '../churn/rowFields';

const NO_ANSWER = 'there is no answer';

/** What a row of *Find Churn Window* says: the answer first, then the curve, a row a window. */
export const churnWindowFields = {
	row: { meaning: 'answer, or curve: one point of the curve that leads to it', unit: 'text' },
	churnWindow: { meaning: 'The answer, the same in every row: days without a purchase after which a customer has left', unit: 'days', nullWhen: 'see reason' },
	reason: { meaning: 'Why there is no answer', unit: 'code', nullWhen: 'there is one' },
	window: { meaning: 'The silence this row is about', unit: 'days', nullWhen: 'it is the answer, and there is none; then see lowestWindow' },
	silentCustomers: { meaning: 'Customers who were silent so long for the first time, and then watched for all the return days', unit: 'customers', nullWhen: NO_ANSWER },
	cameBack: { meaning: 'Those of them who came back within the return days', unit: 'customers', nullWhen: NO_ANSWER },
	shareBack: { meaning: 'cameBack over silentCustomers', unit: 'share', nullWhen: 'nobody was silent so long, or there is no answer' },
	low: { meaning: 'Lower 95 % limit of shareBack', unit: 'share', nullWhen: 'shareBack is null' },
	high: { meaning: 'Upper 95 % limit of shareBack', unit: 'share', nullWhen: 'shareBack is null' },
	longerGaps: {
		meaning: 'Share of the gaps between two purchases that are longer: a picture of the usual pause, not a chance to come back',
		unit: 'share',
		nullWhen: 'no gap was so long, or there is no answer',
	},
	lowestShareBack: { meaning: 'The lowest share who came back at any window with enough customers', unit: 'share', nullWhen: 'no window has enough customers' },
	lowestWindow: { meaning: 'At which window that was', unit: 'days', nullWhen: 'no window has enough customers' },
	lowestSilentCustomers: { meaning: 'Of how many customers', unit: 'customers', nullWhen: 'no window has enough customers' },
	lowestCameBack: { meaning: 'How many of them came back', unit: 'customers', nullWhen: 'no window has enough customers' },
	acceptableShare: { meaning: 'The share who come back that you accept', unit: 'share' },
	returnDays: { meaning: 'For how long after the silence it was watched who came back', unit: 'days' },
	minimumSupport: { meaning: 'The fewest silent customers from which a share is read', unit: 'customers' },
	firstDay: { meaning: 'The day of the first purchase', unit: 'date' },
	lastDay: { meaning: 'The day of the last purchase, up to which silences are watched', unit: 'date' },
	customers: { meaning: 'Customers with a purchase', unit: 'customers' },
	asOf: { meaning: 'The day up to which the data was read', unit: 'date' },
	timeZone: { meaning: 'The zone in which days begin', unit: 'text' },
	summary: { meaning: 'The row in a sentence, for a chat message', unit: 'text' },
} as const satisfies Record<string, RowField>;

export type ChurnWindowRow = Record<keyof typeof churnWindowFields, string | number | null>;
