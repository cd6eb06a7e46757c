import type { LeavingField } from './leaving';

/**
 * What a row of churn rates says: the docs page and a test read this list, `churnTable.ts` fills it.
 *
 * Shares are 0 to 1. Every figure that can be null is listed with its reason in `reasons`.
 */
export interface RowField {
	readonly meaning: string;
	readonly unit: string;
	/** When the field is null; absent where it never is. */
	readonly nullWhen?: string;
}

const COUNT = 'customers';
const SHARE = 'share';
const MONEY = 'money';
const DATE = 'date';
const NO_RATE = 'the rate is null';
const ONLY_WITH_REASONS = 'Only with reasons for leaving';

export const churnRowFields = {
	period: { meaning: 'The period as people write it', unit: 'text' },
	group: { meaning: 'Only with groups: the group of customers', unit: 'text', nullWhen: 'the row is about all customers' },
	churnRate: {
		meaning: 'The churn rate of the chosen definition: numerator over denominator',
		unit: SHARE,
		nullWhen: 'see reason',
	},
	low: { meaning: 'Lower 95 % limit of the churn rate', unit: SHARE, nullWhen: NO_RATE },
	high: { meaning: 'Upper 95 % limit of the churn rate', unit: SHARE, nullWhen: NO_RATE },
	customersAtStart: { meaning: 'Customers here as the period opens (S)', unit: COUNT },
	joined: { meaning: 'Customers who joined for the first time (N)', unit: COUNT },
	returned: { meaning: 'Times a former customer came back (R)', unit: COUNT },
	churned: { meaning: 'Times a customer left (L)', unit: COUNT },
	customersAtEnd: { meaning: 'Customers here as the next period opens (E = S + N + R − L)', unit: COUNT },
	change: {
		meaning: 'Churn rate minus that of the period before',
		unit: SHARE,
		nullWhen: 'the period before has no rate',
	},
	changeLow: { meaning: 'Lower 95 % limit of the change', unit: SHARE, nullWhen: 'change is null' },
	changeHigh: { meaning: 'Upper 95 % limit of the change', unit: SHARE, nullWhen: 'change is null' },
	verdict: {
		meaning: 'up, down or inconclusive: whether the change can be told from chance',
		unit: 'text',
		nullWhen: 'change is null',
	},
	changeFromRates: {
		meaning: 'Only with groups: the part of the change that comes from the rates of the groups',
		unit: SHARE,
		nullWhen: 'the row is about one group, the change is null, the definition is Daily Sum, or a group has losses and no customers to divide them by',
	},
	changeFromMix: {
		meaning: 'Only with groups: the part of the change that comes from the mix of the groups',
		unit: SHARE,
		nullWhen: 'changeFromRates is null',
	},
	againstRest: {
		meaning: 'Only with groups: churn rate of the group minus that of all other customers',
		unit: SHARE,
		nullWhen: 'the row is about all customers, or there is no rest',
	},
	againstRestLow: { meaning: 'Only with groups: lower limit, adjusted for the number of groups', unit: SHARE, nullWhen: 'againstRest is null' },
	againstRestHigh: { meaning: 'Only with groups: upper limit, adjusted for the number of groups', unit: SHARE, nullWhen: 'againstRest is null' },
	restVerdict: {
		meaning: 'Only with groups: up, down or inconclusive, whether the group differs from the rest',
		unit: 'text',
		nullWhen: 'againstRest is null',
	},
	aboveTarget: {
		meaning: 'Whether the churn rate is above the acceptable one',
		unit: 'true or false',
		nullWhen: 'no acceptable rate is set, or the rate is null',
	},
	summary: { meaning: 'The row in a sentence, for a chat message', unit: 'text' },
	churnedAtEnd: { meaning: 'Customers here at the start and gone at the end: those lost by Start of Period, whichever definition is chosen', unit: COUNT },
	churnedVoluntary: { meaning: `${ONLY_WITH_REASONS}: of the times a customer left, how often it was the customer’s wish`, unit: COUNT },
	churnedInvoluntary: { meaning: `${ONLY_WITH_REASONS}: how often a payment failed, a card expired or the like`, unit: COUNT },
	churnedIntentUnknown: { meaning: `${ONLY_WITH_REASONS}: how often neither can be told`, unit: COUNT },
	churnedControllable: { meaning: `${ONLY_WITH_REASONS}: how often the reason was ours to change, such as service, price or quality`, unit: COUNT },
	churnedUncontrollable: { meaning: `${ONLY_WITH_REASONS}: how often it was not, such as moving away or closing down`, unit: COUNT },
	churnedControlUnknown: { meaning: `${ONLY_WITH_REASONS}: how often neither can be told`, unit: COUNT },
	churnedDidNotRenew: { meaning: `${ONLY_WITH_REASONS}: how often a contract was not renewed`, unit: COUNT },
	churnedEndedContract: { meaning: `${ONLY_WITH_REASONS}: how often it was ended before its time`, unit: COUNT },
	churnedClosedAccount: { meaning: `${ONLY_WITH_REASONS}: how often the account was closed`, unit: COUNT },
	currency: { meaning: 'The currency of the money in this row', unit: 'text', nullWhen: 'none is named in the data' },
	valuePerCustomer: {
		meaning: 'What one customer brings in such a period: as set, else from the purchases of the churn window before it, or from the subscriptions running as it opens, a month being a twelfth of a year',
		unit: MONEY,
		nullWhen: 'it is not set and there are no amounts above 0, or it is set and there are several currencies',
	},
	moneyLost: {
		meaning: 'churnedAtEnd times valuePerCustomer: what as many average customers bring in one such period',
		unit: MONEY,
		nullWhen: 'valuePerCustomer or the rate is null',
	},
	moneyLostTwelveMonths: {
		meaning: 'The same in twelve months',
		unit: MONEY,
		nullWhen: 'moneyLost is null',
	},
	twelveMonthShortfall: {
		meaning: 'What is missing after twelve months at this rate if nobody is replaced',
		unit: MONEY,
		nullWhen: 'moneyLost is null',
	},
	replacementCost: {
		meaning: 'Only with a cost of keeping set: what winning as many new customers costs',
		unit: MONEY,
		nullWhen: NO_RATE,
	},
	topFifthCustomers: {
		meaning: 'How many customers are the fifth who had spent most before the period',
		unit: COUNT,
		nullWhen: 'there are no amounts, fewer than five customers, nothing was spent, or the rate is null',
	},
	topFifthShare: {
		meaning: 'Their share of what all customers at the start had spent',
		unit: SHARE,
		nullWhen: 'topFifthCustomers is null',
	},
	topFifthChurned: { meaning: 'How many of them were lost by Start of Period; a fraction where customers who spent the same stand at the edge of the fifth', unit: COUNT, nullWhen: 'topFifthCustomers is null' },
	numerator: { meaning: 'What the chosen definition divides: customers, or times a customer left', unit: 'count', nullWhen: NO_RATE },
	denominator: {
		meaning: 'What the chosen definition divides by',
		unit: COUNT,
		nullWhen: 'the rate is null, or Daily Sum without a loss',
	},
	definition: { meaning: 'Which definition the rate has', unit: 'id' },
	churnRateIncludingNew: {
		meaning: 'The rate of the definition Including New Customers, beside the chosen one',
		unit: SHARE,
		nullWhen: NO_RATE,
	},
	yearlyChurnRate: {
		meaning: 'The share lost in 365 days if it went on like this',
		unit: SHARE,
		nullWhen: 'the definition gives no yearly figure, or the rate is null',
	},
	customerDays: {
		meaning: 'Days that customers were here, added up',
		unit: 'customer-days',
		nullWhen: 'the period is not over',
	},
	reason: { meaning: 'Why the churn rate is null', unit: 'code', nullWhen: 'there is a churn rate' },
	reasons: { meaning: 'Why other figures are null, as "figure: code" separated by semicolons', unit: 'text' },
	start: { meaning: 'First day of the period', unit: DATE },
	end: { meaning: 'First day after the period', unit: DATE },
	isComplete: { meaning: 'Whether the period is over as of the As Of day', unit: 'true or false' },
	asOf: { meaning: 'The day up to which the data was read', unit: DATE },
	churnWindow: { meaning: 'After how many days without a purchase or visit a customer has left; not with subscriptions', unit: 'days' },
	allowedGap: { meaning: 'Only with subscriptions: how many days without one are no loss', unit: 'days' },
	timeZone: { meaning: 'The zone in which days begin', unit: 'text' },
} as const satisfies Record<string, RowField>;

export type ChurnRowField = keyof typeof churnRowFields;

type Value = string | number | boolean | null;

/** A row; some fields are there only where they were asked for or the rows have what they need. */
export type ChurnRow = Partial<Record<ChurnRowField, Value>> & Record<RequiredField, Value>;

type RequiredField = Exclude<
	ChurnRowField,
	| 'group'
	| 'changeFromRates'
	| 'changeFromMix'
	| 'againstRest'
	| 'againstRestLow'
	| 'againstRestHigh'
	| 'restVerdict'
	| 'replacementCost'
	| 'churnWindow'
	| 'allowedGap'
	| LeavingField
>;
