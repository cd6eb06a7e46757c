/** What the warning signs take of a customer's activity: fields of the item by their names there, dates as day numbers. */
import type { ActivityStreamId } from '../activity/customerActivity';

/** Of what kind the fields are that a sign takes, stream by stream. */
export const observedFields = {
	purchases: {
		repeats: 'number',
		recencyDays: 'number',
		lastOn: 'date',
		daysSince: 'number',
		gapMedianDays: 'number',
		recentNet: 'number',
		usualNet: 'number',
		currency: 'text',
	},
	subscriptions: {
		status: 'text',
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
		onTime: 'number',
		late: 'number',
		recentDelayDays: 'number',
		usualDelayDays: 'number',
		partial: 'number',
		pastDue: 'number',
		pastDueDays: 'number',
		retries: 'number',
		cardExpiresOn: 'date',
		methodChangedOn: 'date',
		lastPaidOn: 'date',
	},
	tickets: {
		recent: 'number',
		usual: 'number',
		complaints: 'number',
		usualComplaints: 'number',
		returningTopic: 'text',
		returningTopicTickets: 'number',
		firstAnswerHours: 'number',
		usualFirstAnswerHours: 'number',
		lastSatisfaction: 'number',
		lastSatisfactionOn: 'date',
		lastNps: 'number',
		lastNpsOn: 'date',
		recentTexts: 'texts',
		recentTextsOn: 'dates',
	},
	contacts: {
		contactDays: 'number',
		firstOn: 'date',
		lastOn: 'date',
		daysSince: 'number',
		gapMedianDays: 'number',
		contactPerson: 'text',
		contactPersonSince: 'date',
		contactPersonFirstOn: 'date',
		previousContactPerson: 'text',
		recentTexts: 'texts',
		recentTextsOn: 'dates',
	},
	usage: {
		lastOn: 'date',
		daysSince: 'number',
		recentActiveDays: 'number',
		usualActiveDays: 'number',
		featuresNoLonger: 'texts',
	},
} as const satisfies Partial<Record<ActivityStreamId, Readonly<Record<string, FieldKind>>>>;

export type FieldKind = 'number' | 'date' | 'text' | 'flag' | 'texts' | 'dates';

export interface Kinds {
	readonly number: number;
	/** A day number. */
	readonly date: number;
	readonly text: string;
	readonly flag: boolean;
	readonly texts: readonly string[];
	readonly dates: readonly number[];
}

export type ObservedStreamId = keyof typeof observedFields;

/** What is known of one stream; a field is null where the item has none. */
export type ObservedStream<Stream extends ObservedStreamId> = {
	readonly [Field in keyof (typeof observedFields)[Stream]]: (typeof observedFields)[Stream][Field] extends FieldKind
		? Kinds[(typeof observedFields)[Stream][Field]] | null
		: never;
};

type ObservedStreams = { readonly [Stream in ObservedStreamId]: ObservedStream<Stream> | null };

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
export interface Observed extends ObservedStreams {
	readonly asOf: number;
	readonly tenureDays: number | null;
	readonly recentDays: number;
	readonly usualDays: number;
	readonly named: NamedFacts;
}
