/** What the warning signs take of a customer's activity: fields of the item by their names there, dates as day numbers. */
import type { KnownStream, KnownStreams, NamedStreams } from '../activity/itemFields';

/** Of what kind the fields are that a sign takes, stream by stream. */
export const observedFields = {
	purchases: {
		repeats: 'count',
		recencyDays: 'count',
		lastOn: 'date',
		daysSince: 'count',
		gapMedianDays: 'count',
		recentNet: 'number',
		usualNet: 'number',
		net: 'number',
		ageDays: 'count',
		currency: 'text',
	},
	subscriptions: {
		status: 'text',
		since: 'date',
		plan: 'text',
		monthlyAmount: 'number',
		currency: 'text',
		endsOn: 'date',
		cancelled: 'flag',
		cancelledOn: 'date',
		priceChangedOn: 'date',
		previousMonthlyAmount: 'number',
		previousPlan: 'text',
		endedOn: 'date',
		reasons: 'text',
	},
	payments: {
		payments: 'count',
		onTime: 'count',
		late: 'count',
		recentDelayDays: 'number',
		usualDelayDays: 'number',
		partial: 'count',
		pastDueDays: 'count',
		retries: 'count',
		cardExpiresOn: 'date',
		methodChangedOn: 'date',
		lastPaidOn: 'date',
	},
	tickets: {
		recent: 'count',
		usual: 'count',
		complaints: 'count',
		usualComplaints: 'count',
		returningTopic: 'text',
		firstAnswerHours: 'count',
		usualFirstAnswerHours: 'count',
		lastSatisfaction: 'count',
		lastSatisfactionOn: 'date',
		lastNps: 'count',
		lastNpsOn: 'date',
		recentTexts: 'texts',
		recentTextsOn: 'dates',
	},
	contacts: {
		contactDays: 'count',
		firstOn: 'date',
		lastOn: 'date',
		daysSince: 'count',
		gapMedianDays: 'count',
		contactPerson: 'text',
		contactPersonSince: 'date',
		contactPersonFirstOn: 'date',
		previousContactPerson: 'text',
		recentTexts: 'texts',
		recentTextsOn: 'dates',
	},
	usage: {
		lastOn: 'date',
		recentActiveDays: 'count',
		usualActiveDays: 'count',
	},
} as const satisfies NamedStreams;

export type ObservedStreamId = keyof typeof observedFields;

/** What is known of one stream; a field is null where the item has none. */
export type ObservedStream<Stream extends ObservedStreamId> = KnownStream<(typeof observedFields)[Stream]>;

/** Columns that say what no stream of events does, and are there only where the user names them. */
export const namedColumns = ['cancelledOn', 'priceRisesOn', 'bonusesLapseOn', 'texts'] as const;

/** What the columns say that the user has named; a blank cell of a named column is an answer, too. */
export interface NamedFacts {
	readonly isNamed: Readonly<Record<(typeof namedColumns)[number], boolean>>;
	/** Texts in which the customer may say that they leave. */
	readonly texts: readonly string[];
	/** The day on which the customer cancelled, as a column has it. */
	readonly cancelledOn: number | null;
	/** The day on which the price rises or rose. */
	readonly priceRisesOn: number | null;
	/** The day on which bonuses lapse, and how many. */
	readonly bonusesLapseOn: number | null;
	readonly bonuses: number | null;
	/** What the customer is worth, which goes before what the streams say. */
	readonly value: number | null;
}

/** One customer as of a day; a stream is null where it is not connected. DOMAIN S20. */
export interface Observed extends KnownStreams<typeof observedFields> {
	readonly asOf: number;
	readonly tenureDays: number | null;
	readonly recentDays: number;
	readonly usualDays: number;
	readonly named: NamedFacts;
}
