import type { RowField } from '../churn/rowFields';
import { churnRowFields } from '../churn/rowFields';

const DAYS = 'days';
const SHARE = 'share';
const COUNT = 'customers';
const MONEY = 'money';
const NO_VALUE = 'see reasons';
const NOT_WATCHED = 'nobody has been watched for so long';

const hereAfter = (days: number): RowField => ({ meaning: `Share still here ${days} days after joining`, unit: SHARE, nullWhen: NOT_WATCHED });

/** Ages, in days, at which a row of lifetimes says who is still here. */
export const AGES_TOLD = [30, 90, 180, 365, 730] as const;

/** What a row of *Estimate Lifetime* says of everybody or of a group. */
export const lifetimeFields = {
	group: { meaning: 'Only with groups: the first group that each customer was in', unit: 'text', nullWhen: 'the row is about all customers' },
	currency: churnRowFields.currency,
	customers: { meaning: 'Customers whose joining is known and who were watched for at least a day', unit: COUNT },
	left: { meaning: 'Those of them who left; each counts once, with the first stay', unit: COUNT },
	medianDays: { meaning: 'After so many days half of them had left', unit: DAYS, nullWhen: NO_VALUE },
	medianLow: { meaning: 'Lower 95 % limit of the median', unit: DAYS, nullWhen: 'the lower limit of the curve does not come down to a half' },
	medianHigh: { meaning: 'Upper 95 % limit of the median', unit: DAYS, nullWhen: 'the upper limit of the curve does not come down to a half' },
	here30Days: hereAfter(30),
	here90Days: hereAfter(90),
	here180Days: hereAfter(180),
	here365Days: hereAfter(365),
	here730Days: hereAfter(730),
	meanDays: { meaning: 'How many of the first meanHorizon days a customer stays on average', unit: DAYS, nullWhen: 'there are no customers' },
	meanHorizon: { meaning: 'Up to which day that mean looks: the horizon, or as far as anybody was watched', unit: DAYS, nullWhen: 'there are no customers' },
	pooledChurnRate: { meaning: 'Customers lost over customers at the start, both added up over all periods with a rate', unit: SHARE, nullWhen: NO_VALUE },
	pooledLost: { meaning: 'How many were lost, added up', unit: COUNT },
	pooledAtStart: { meaning: 'How many there were at the start, added up', unit: COUNT },
	marginPerPeriod: { meaning: 'What a customer brings in a period, after the margin: as set, else from the rows', unit: MONEY, nullWhen: NO_VALUE },
	lifetimeValue: { meaning: 'marginPerPeriod times 1 / pooledChurnRate periods, at most the horizon', unit: MONEY, nullWhen: NO_VALUE },
	lifetimeValueLow: { meaning: 'Lower 95 % limit of it, from that of the pooled churn', unit: MONEY, nullWhen: 'lifetimeValue is null' },
	lifetimeValueHigh: { meaning: 'Upper 95 % limit of it, from that of the pooled churn', unit: MONEY, nullWhen: 'lifetimeValue is null' },
	lifetimePeriods: { meaning: 'How many periods a customer stays, at most the horizon', unit: 'periods', nullWhen: 'lifetimeValue is null' },
	loyalCustomers: { meaning: 'Customers who have stayed at least the median', unit: COUNT, nullWhen: NO_VALUE },
	loyalYears: { meaning: 'How long they have stayed on average, in years of 365 days', unit: 'years', nullWhen: NO_VALUE },
	loyalSpendPerYear: { meaning: 'What one of them spent in a year', unit: MONEY, nullWhen: NO_VALUE },
	loyalValue: { meaning: 'loyalYears times loyalSpendPerYear: what a loyal customer has brought so far', unit: MONEY, nullWhen: NO_VALUE },
	expectedLeft: { meaning: 'Only with groups: how many would have left if all groups left alike', unit: COUNT, nullWhen: 'the row is about all customers, or the groups cannot be compared' },
	chiSquare: { meaning: 'Only with groups: how far apart the groups are (log-rank)', unit: 'chi-square', nullWhen: 'the row is about a group, or the groups cannot be compared' },
	degreesOfFreedom: { meaning: 'Only with groups: of how many free differences', unit: 'count', nullWhen: 'chiSquare is null' },
	p: { meaning: 'Only with groups: the chance of groups at least as far apart if all left alike', unit: 'share', nullWhen: 'chiSquare is null' },
	joinedUnseen: { meaning: 'Customers left out since their joining lies before it could be seen', unit: COUNT },
	leftUnseen: { meaning: 'Customers left out since they had left before the watching began', unit: COUNT },
	tooNew: { meaning: 'Customers left out since not a day of theirs is over', unit: COUNT },
	reasons: { meaning: 'Why figures are null, as "figure: code" separated by semicolons', unit: 'text' },
	watchedSince: { meaning: 'The first day from which losses are in the rows', unit: 'date', nullWhen: 'all ever were' },
	asOf: churnRowFields.asOf,
	churnWindow: churnRowFields.churnWindow,
	allowedGap: churnRowFields.allowedGap,
	timeZone: churnRowFields.timeZone,
	summary: churnRowFields.summary,
} as const satisfies Record<string, RowField>;

/** What a row of the survival curve says. */
export const curveFields = {
	group: { meaning: 'Only with groups: the first group that each customer was in', unit: 'text', nullWhen: 'the row is about all customers' },
	day: { meaning: 'Days since joining', unit: DAYS },
	customersAtRisk: { meaning: 'Customers who were here and watched at that age', unit: COUNT },
	leftSoFar: { meaning: 'Customers seen to leave up to that age', unit: COUNT },
	stillHere: { meaning: 'Share still here (Kaplan–Meier)', unit: SHARE },
	low: { meaning: 'Lower 95 % limit of it', unit: SHARE, nullWhen: 'the share is 0 or 1' },
	high: { meaning: 'Upper 95 % limit of it', unit: SHARE, nullWhen: 'the share is 0 or 1' },
	asOf: churnRowFields.asOf,
} as const satisfies Record<string, RowField>;

/** What a row of the curves by cause says. */
export const causeFields = {
	day: { meaning: 'Days since joining', unit: DAYS },
	cause: { meaning: 'The kind of leaving', unit: 'text' },
	leftSoFar: { meaning: 'Customers seen to leave for it up to that age', unit: COUNT },
	shareLeft: { meaning: 'Share that has left for it (Aalen–Johansen); with stillHere the shares of all causes make 1', unit: SHARE },
	low: { meaning: 'Lower 95 % limit of it', unit: SHARE, nullWhen: 'the share is 0 or 1' },
	high: { meaning: 'Upper 95 % limit of it', unit: SHARE, nullWhen: 'the share is 0 or 1' },
	stillHere: { meaning: 'Share still here', unit: SHARE },
	asOf: churnRowFields.asOf,
} as const satisfies Record<string, RowField>;

type Value = string | number | boolean | null;
type OptionalField = 'group' | 'expectedLeft' | 'chiSquare' | 'degreesOfFreedom' | 'p' | 'churnWindow' | 'allowedGap';

export type LifetimeRow = Record<Exclude<keyof typeof lifetimeFields, OptionalField>, Value> & Partial<Record<OptionalField, Value>>;
export type CurveRow = Record<Exclude<keyof typeof curveFields, 'group'>, Value> & Partial<Record<'group', Value>>;
export type CauseRow = Record<keyof typeof causeFields, Value>;
