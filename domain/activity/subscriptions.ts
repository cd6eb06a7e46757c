/** What Customer Activity says of a customer's subscriptions. */
import type { NullReason } from '../problems';
import type { ActivityField, ActivityFields } from './activityField';
import { dateOrNull, NO_COLUMN, whyMissing } from './commonFields';
import { amountIn } from './rounding';
import type { SubscriptionView } from './subscriptionView';

type Field = ActivityField<SubscriptionView>;

const DAY = 'date';
const MONEY = 'money a month';

const RUNNING = 'Subscriptions that run as As Of is over: begun on it or before, and not ended by then';
const SPELL = 'Days on which the customer had a subscription, a trial or a pause, without a gap: the present stretch, else the last one';
const NEVER = 'the customer never had a subscription';
const NONE_RUNS = 'none runs';
const NOT_KNOWN_THEN = 'As Of lies in the past of the rows';

const runs = ({ running }: SubscriptionView) => running > 0;
const noRows = (): NullReason => 'noRows';
const planNames = (plans: readonly string[]): string | null => (plans.length === 0 ? null : plans.join(' + '));
const PLAN_NAMES = 'the names of their plans in the order of the alphabet, with " + " between them';
const amountOrNull = (amount: number | null): number | null => (amount === null ? null : amountIn(amount));

function whyNoMonthlyAmount(view: SubscriptionView): NullReason {
	if (!runs(view)) return 'noRows';
	if (view.columns.terms.monthlyAmount === null) return 'noAmounts';
	if (view.hasSeveralCurrencies) return 'twoCurrencies';
	return Number.isNaN(view.monthly) ? 'priceNotFixed' : 'amountTooLarge';
}

function whyNoChange({ columns, hasChangedCurrencies, change }: SubscriptionView): NullReason {
	if (columns.terms.monthlyAmount === null) return 'noAmounts';
	if (hasChangedCurrencies) return 'twoCurrencies';
	return change === null ? 'noRows' : 'amountTooLarge';
}

function whyNoCurrency(view: SubscriptionView): NullReason {
	if (!runs(view)) return 'noRows';
	if (view.hasSeveralCurrencies) return 'twoCurrencies';
	return view.columns.currencies.length === 0 ? 'noSuchColumn' : 'noRows';
}

type Plan = 'renewsOn' | 'endsOn' | 'isCancelled' | 'cancelledOn';

/** What is planned on As Of, and what rows written later would tell wrongly. */
const planField = (column: Plan, field: Omit<Field, 'of' | 'why'>): Field => ({
	...field,
	nullWhen: `${NONE_RUNS}, ${field.nullWhen}, or ${NOT_KNOWN_THEN}`,
	of({ columns, [column]: plan }) {
		if (!columns.knowsPlans) return null;
		return typeof plan === 'boolean' ? plan : dateOrNull(plan);
	},
	why(view) {
		if (!runs(view)) return 'noRows';
		return view.columns.knowsPlans ? whyMissing(view.columns[column]) : 'notKnownThen';
	},
});

const NO_CHANGE = 'the price never changed in that time, there is no amount column, or the customer paid in several currencies';

/** Every field, in the order of the item. */
export const subscriptionFields = {
	status: {
		question: 'Is the customer subscribed?',
		counts: RUNNING,
		aggregate: 'the first that one of them is: active, trial, paused; ended where none runs any more',
		unit: 'text',
		nullWhen: NEVER,
		example: 'active',
		of: ({ status }) => status,
		why: noRows,
	},
	since: {
		question: 'Since when without a gap?',
		counts: SPELL,
		aggregate: 'first',
		unit: DAY,
		nullWhen: NEVER,
		example: '2023-09-01',
		of: ({ since }) => dateOrNull(since),
		why: noRows,
	},
	subscriptions: {
		question: 'How many subscriptions does the customer have?',
		counts: RUNNING,
		aggregate: 'number; the rows of one subscription number are one',
		unit: 'number',
		example: 2,
		of: ({ running }) => running,
	},
	plan: {
		question: 'On which plan is the customer?',
		counts: RUNNING,
		aggregate: PLAN_NAMES,
		unit: 'text',
		nullWhen: `${NONE_RUNS}, or no column names it`,
		example: 'Alerts + Pro',
		of: ({ plans }) => planNames(plans),
		why: (view) => (runs(view) ? whyMissing(view.columns.plans) : 'noRows'),
	},
	monthlyAmount: {
		question: 'What does the customer pay a month?',
		counts: RUNNING,
		aggregate: 'sum, a twelfth of a yearly price; a trial and a pause bring 0, and prices by use are not in it',
		unit: MONEY,
		nullWhen: `${NONE_RUNS}, no price of them is fixed, there is no amount column, or they are in several currencies`,
		example: 50,
		of: (view) => (Number.isNaN(view.monthly) || view.hasSeveralCurrencies ? null : amountIn(view.monthly)),
		why: whyNoMonthlyAmount,
	},
	currency: {
		question: 'In which currency?',
		counts: RUNNING,
		aggregate: 'the only currency of those that bring something, else of all',
		unit: 'text',
		nullWhen: `${NONE_RUNS}, none is named, or there are several`,
		example: 'EUR',
		of: ({ currency, columns: { currencies } }) => (currency === null ? null : currencies[currency] || null),
		why: whyNoCurrency,
	},
	renewsOn: planField('renewsOn', {
		question: 'When is the next payment?',
		counts: `${RUNNING}; their next payments from As Of on`,
		aggregate: 'earliest day',
		unit: DAY,
		nullWhen: NO_COLUMN,
		example: '2024-07-01',
	}),
	endsOn: planField('endsOn', {
		question: 'When is a subscription to end?',
		counts: `${RUNNING}; the ends that are planned for As Of or later`,
		aggregate: 'earliest day',
		unit: DAY,
		nullWhen: 'no end is planned',
		example: '2024-12-31',
	}),
	cancelled: planField('isCancelled', {
		question: 'Has the customer cancelled already?',
		counts: RUNNING,
		aggregate: 'whether all of them are cancelled, so that they only run until their end; a planned end by itself is none',
		unit: 'true or false',
		nullWhen: 'neither a status nor a day of cancelling tells whether all of them are',
		example: false,
	}),
	cancelledOn: planField('cancelledOn', {
		question: 'When did the customer cancel?',
		counts: `${RUNNING}, where all of them are cancelled; those days up to As Of`,
		aggregate: 'latest day',
		unit: DAY,
		nullWhen: 'not all of them are cancelled, no column says when',
		example: null,
	}),
	priceChangedOn: {
		question: 'When did the price change last?',
		counts: `${SPELL}; those up to As Of on which the sum a month became another one, both above 0`,
		aggregate: 'latest day',
		unit: DAY,
		nullWhen: NO_CHANGE,
		example: '2024-03-01',
		of: ({ change }) => dateOrNull(change && change.day),
		why: whyNoChange,
	},
	previousMonthlyAmount: {
		question: 'What did the customer pay a month before that?',
		counts: 'What ran on the day before the price changed last',
		aggregate: 'sum',
		unit: MONEY,
		nullWhen: NO_CHANGE,
		example: 20,
		of: ({ change }) => amountOrNull(change && change.before),
		why: whyNoChange,
	},
	previousPlan: {
		question: 'On which plan was the customer before that?',
		counts: 'What ran on the day before the price changed last',
		aggregate: PLAN_NAMES,
		unit: 'text',
		nullWhen: `${NO_CHANGE}, or no column names the plan`,
		example: 'Basic',
		of: ({ plansBefore }) => planNames(plansBefore),
		why: (view) => (view.change === null ? whyNoChange(view) : whyMissing(view.columns.plans)),
	},
	onTrial: {
		question: 'Is the customer only trying?',
		counts: RUNNING,
		aggregate: 'whether one is a trial and none is paid for',
		unit: 'true or false',
		nullWhen: NEVER,
		example: false,
		of: ({ status }) => (status === null ? null : status === 'trial'),
		why: noRows,
	},
	trialEndsOn: {
		question: 'When does a trial end?',
		counts: `${RUNNING}; the trials among them`,
		aggregate: 'earliest day',
		unit: DAY,
		nullWhen: 'no trial runs, or no column says when it ends',
		example: '2024-07-04',
		of: (view) => dateOrNull(view.trialEndsOn),
		why: (view) => (runs(view) ? whyMissing(view.columns.trialEndsOn) : 'noRows'),
	},
	endedOn: {
		question: 'When did the customer leave?',
		counts: SPELL,
		aggregate: 'the day of leaving, which is the first without a subscription',
		unit: DAY,
		nullWhen: 'a subscription runs, or there never was one',
		example: null,
		of: ({ endedOn }) => dateOrNull(endedOn),
		why: noRows,
	},
	reason: {
		question: 'Why did the customer leave?',
		counts: 'Subscriptions that ended on the day of leaving',
		aggregate: 'the reason as the rows have it; of several the first in the alphabet',
		unit: 'text',
		nullWhen: 'the customer has not left, or no row says why',
		example: null,
		of: ({ reason, columns: { reasons } }) => (reason === 0 || reasons === null ? null : reasons.texts[reason]),
		why: (view) => (view.status === 'ended' ? whyMissing(view.columns.reasons) : 'noRows'),
	},
	reasonKind: {
		question: 'Did the customer want to leave?',
		counts: 'The reason of leaving',
		aggregate: 'voluntary, involuntary (a payment that failed, a card that expired) or unknown',
		unit: 'text',
		nullWhen: 'the customer has not left, or no row of anybody says why',
		example: null,
		of: ({ status, reason, columns: { reasons } }) => (status === 'ended' && reasons !== null ? reasons.kinds[reason].intent : null),
		why: (view) => (view.status === 'ended' ? whyMissing(view.columns.reasons) : 'noRows'),
	},
} as const satisfies ActivityFields<SubscriptionView>;
