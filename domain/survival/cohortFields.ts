import type { RowField } from '../churn/rowFields';
import { churnRowFields } from '../churn/rowFields';

const UNFINISHED = 'the period is not over';

/** What a row of *Build Cohort Table* says: a cohort as one period closes. */
export const cohortFields = {
	cohort: { meaning: 'The period in which the customers joined', unit: 'text' },
	group: { meaning: 'Only with groups: their group as they joined', unit: 'text', nullWhen: 'the row is about all customers' },
	size: { meaning: 'How many joined', unit: 'customers' },
	age: { meaning: 'Periods since that of joining, which is 0', unit: 'periods' },
	period: { meaning: 'The period this row looks at', unit: 'text' },
	here: { meaning: 'Customers of the cohort here as that period closes', unit: 'customers', nullWhen: UNFINISHED },
	shareHere: { meaning: 'here over size', unit: 'share', nullWhen: 'see reason' },
	low: { meaning: 'Lower 95 % limit of it', unit: 'share', nullWhen: 'shareHere is null' },
	high: { meaning: 'Upper 95 % limit of it', unit: 'share', nullWhen: 'shareHere is null' },
	buyers: { meaning: 'Only with purchases: customers of the cohort who bought in the period', unit: 'customers', nullWhen: UNFINISHED },
	shareBuying: { meaning: 'Only with purchases: buyers over size', unit: 'share', nullWhen: 'see reason' },
	currency: churnRowFields.currency,
	amount: {
		meaning: 'What the cohort brought in the period, refunds taken off; with subscriptions what it brings a month as the period closes',
		unit: 'money',
		nullWhen: 'there are no amounts, the period is not over, or the sum is too large to be exact',
	},
	amountPerCustomer: { meaning: 'amount over size', unit: 'money', nullWhen: 'amount is null' },
	amountSoFarPerCustomer: { meaning: 'Only with purchases: what the cohort brought up to the end of the period, over size', unit: 'money', nullWhen: 'an amount up to it is null, or the sum is too large to be exact' },
	reason: { meaning: 'Why the shares are null', unit: 'code', nullWhen: 'they are not' },
	asOf: churnRowFields.asOf,
	churnWindow: churnRowFields.churnWindow,
	allowedGap: churnRowFields.allowedGap,
	timeZone: churnRowFields.timeZone,
} as const satisfies Record<string, RowField>;

type Value = string | number | boolean | null;
type OptionalField = 'group' | 'buyers' | 'shareBuying' | 'amountSoFarPerCustomer' | 'churnWindow' | 'allowedGap';

export type CohortRow = Record<Exclude<keyof typeof cohortFields, OptionalField>, Value> & Partial<Record<OptionalField, Value>>;

/** A cohort in one row, as a triangle has it: `cohort`, `group` with groups, `size`, and a share for each age, `age0`, `age1` and so on. */
export type CohortTriangleRow = Record<string, Value>;
