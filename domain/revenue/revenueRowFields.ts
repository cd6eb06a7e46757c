/**
 * What a row of revenue churn says: `revenueTable.ts` fills it.
 *
 * Shares are 0 to 1 unless stated; amounts are in whole currency units, a month's. Every figure that can be null
 * is listed with its reason in `reasons`.
 */
import type { RowField } from '../churn/rowFields';

const COUNT = 'customers';
const SHARE = 'share';
const MONEY = 'money a month';
const DATE = 'date';
const NO_RATE = 'see reason';
const TOO_LARGE = 'the sum is too large to be exact';
const NO_INTERVAL = 'the rate is null, or fewer than 30 customers paid at the start';

export const revenueRowFields = {
	period: { meaning: 'The period as people write it', unit: 'text' },
	group: { meaning: 'Only with groups: the group of customers', unit: 'text', nullWhen: 'the row is about all customers' },
	currency: { meaning: 'The currency of the row; who changes currency churns in one and is new in the other', unit: 'text', nullWhen: 'none is named in the data' },
	grossChurnRate: { meaning: 'Churned and contracted revenue over revenue at the start', unit: SHARE, nullWhen: NO_RATE },
	grossLow: { meaning: 'Lower 95 % limit of the gross churn rate', unit: SHARE, nullWhen: NO_INTERVAL },
	grossHigh: { meaning: 'Upper 95 % limit of the gross churn rate', unit: SHARE, nullWhen: NO_INTERVAL },
	netChurnRate: {
		meaning: 'Churned and contracted revenue less expansion and reactivation, over revenue at the start; below 0 where more was added than lost',
		unit: SHARE,
		nullWhen: NO_RATE,
	},
	netLow: { meaning: 'Lower 95 % limit of the net churn rate', unit: SHARE, nullWhen: NO_INTERVAL },
	netHigh: { meaning: 'Upper 95 % limit of the net churn rate', unit: SHARE, nullWhen: NO_INTERVAL },
	grossRetention: { meaning: 'Gross revenue retention (GRR): what customers of the start still bring, none more than at the start, over revenue at the start', unit: SHARE, nullWhen: NO_RATE },
	netRetention: { meaning: 'Net revenue retention (NRR): what customers of the start bring at the end over revenue at the start; can exceed 1', unit: SHARE, nullWhen: NO_RATE },
	netRetentionLow: { meaning: 'Lower 95 % limit of net revenue retention', unit: SHARE, nullWhen: NO_INTERVAL },
	netRetentionHigh: { meaning: 'Upper 95 % limit of net revenue retention', unit: SHARE, nullWhen: NO_INTERVAL },
	quickRatio: { meaning: 'New, expansion and reactivation over churned and contracted revenue', unit: 'ratio', nullWhen: 'the rate is null, or nothing was lost' },
	mrrAtStart: { meaning: 'What customers bring a month as the period opens', unit: MONEY, nullWhen: TOO_LARGE },
	newMrr: { meaning: 'What customers bring at the end who never paid before the period', unit: MONEY, nullWhen: TOO_LARGE },
	expansionMrr: { meaning: 'What customers of the start bring more at the end', unit: MONEY, nullWhen: TOO_LARGE },
	contractionMrr: { meaning: 'What customers of the start bring less at the end, without those who left', unit: MONEY, nullWhen: TOO_LARGE },
	churnedMrr: { meaning: 'What customers brought at the start who bring nothing at the end', unit: MONEY, nullWhen: TOO_LARGE },
	reactivationMrr: { meaning: 'What customers bring at the end who brought nothing at the start and had paid before', unit: MONEY, nullWhen: TOO_LARGE },
	mrrAtEnd: {
		meaning: 'What customers bring as the next period opens: start + new + expansion + reactivation − contraction − churned',
		unit: MONEY,
		nullWhen: TOO_LARGE,
	},
	customersAtStart: { meaning: 'Customers who pay as the period opens', unit: COUNT },
	customersAtEnd: { meaning: 'Customers who pay as the next period opens', unit: COUNT },
	churnedCustomers: { meaning: 'Customers who paid at the start and pay nothing at the end', unit: COUNT },
	averageMrr: { meaning: 'Revenue at the start over customers at the start', unit: MONEY, nullWhen: 'nobody paid at the start, or the sum is too large to be exact' },
	change: { meaning: 'Gross churn rate minus that of the period before', unit: SHARE, nullWhen: 'one of the two has no rate or no interval' },
	changeLow: { meaning: 'Lower 95 % limit of the change', unit: SHARE, nullWhen: 'change is null' },
	changeHigh: { meaning: 'Upper 95 % limit of the change', unit: SHARE, nullWhen: 'change is null' },
	verdict: { meaning: 'up, down or inconclusive: whether the change can be told from chance', unit: 'text', nullWhen: 'change is null' },
	againstRest: {
		meaning: 'Only with groups: gross churn rate of the group minus that of all other customers',
		unit: SHARE,
		nullWhen: 'the row is about all customers, there is no rest, or one of the two has no rate or no interval',
	},
	againstRestLow: { meaning: 'Only with groups: lower limit, adjusted for the number of groups', unit: SHARE, nullWhen: 'againstRest is null' },
	againstRestHigh: { meaning: 'Only with groups: upper limit, adjusted for the number of groups', unit: SHARE, nullWhen: 'againstRest is null' },
	restVerdict: { meaning: 'Only with groups: up, down or inconclusive, whether the group differs from the rest', unit: 'text', nullWhen: 'againstRest is null' },
	lifetimeValue: {
		meaning: 'What a customer brings until they leave: averageMrr times the margin times lifetimeValueMonths',
		unit: 'money',
		nullWhen: 'the rate is null, or no customer has left in any period so far',
	},
	lifetimeValueLow: { meaning: 'Lower 95 % limit of the lifetime value, from that of the pooled churn', unit: 'money', nullWhen: 'lifetimeValue is null' },
	lifetimeValueHigh: { meaning: 'Upper 95 % limit of the lifetime value, from that of the pooled churn', unit: 'money', nullWhen: 'lifetimeValue is null' },
	lifetimeValueMonths: {
		meaning: 'How long customers stay at the churn of customers pooled over all rated periods so far, at most the horizon',
		unit: 'months',
		nullWhen: 'lifetimeValue is null',
	},
	reason: { meaning: 'Why the rates are null', unit: 'code', nullWhen: 'there are rates' },
	reasons: { meaning: 'Why other figures are null, as "figure: code" separated by semicolons', unit: 'text' },
	start: { meaning: 'First day of the period', unit: DATE },
	end: { meaning: 'First day after the period', unit: DATE },
	isComplete: { meaning: 'Whether the period is over as of the As Of day', unit: 'true or false' },
	asOf: { meaning: 'The day up to which the data was read', unit: DATE },
	timeZone: { meaning: 'The zone in which days begin', unit: 'text' },
	summary: { meaning: 'The row in a sentence, for a chat message', unit: 'text' },
} as const satisfies Record<string, RowField>;

export type RevenueRowField = keyof typeof revenueRowFields;

type Value = string | number | boolean | null;

type FieldOfGroups = 'group' | 'againstRest' | 'againstRestLow' | 'againstRestHigh' | 'restVerdict';

/** A row; the fields about groups are there only where they were asked for. */
export type RevenueRow = Partial<Record<FieldOfGroups, Value>> & Record<Exclude<RevenueRowField, FieldOfGroups>, Value>;
