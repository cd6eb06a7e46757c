import type { ChurnRowField, RowField } from './rowFields';
import { churnRowFields } from './rowFields';
import { churnDefinitions } from './definitions';

const same = (name: ChurnRowField): RowField => churnRowFields[name];

/** What a row of *Compare Definitions* says: a row a definition, in one period. */
export const comparisonRowFields = {
	period: same('period'),
	definition: { meaning: 'Which definition the rate has', unit: 'id' },
	title: { meaning: 'The definition as the drop-down calls it', unit: 'text' },
	churnRate: { meaning: 'The churn rate of this definition', unit: 'share', nullWhen: 'see reason' },
	low: same('low'),
	high: same('high'),
	numerator: { meaning: 'What the definition divides: customers, or times a customer left', unit: 'count', nullWhen: 'the rate is null' },
	denominator: { meaning: 'What the definition divides by', unit: 'customers', nullWhen: 'the rate is null, or Daily Sum without a loss' },
	rule: { meaning: 'The rule in a sentence', unit: 'text' },
	usedBy: { meaning: 'Who computes it this way', unit: 'text' },
	comparedWith: { meaning: 'The definition that this one is compared with', unit: 'id' },
	difference: { meaning: 'This rate minus that one', unit: 'share', nullWhen: 'one of the two is null' },
	countsMore: { meaning: 'This numerator minus that one', unit: 'count', nullWhen: 'one of the two is null' },
	reconciliation: { meaning: 'Whom one counts and the other does not, and what each divides by', unit: 'text', nullWhen: 'the rate is null' },
	customersAtStart: same('customersAtStart'),
	joined: same('joined'),
	returned: same('returned'),
	churned: same('churned'),
	customersAtEnd: same('customersAtEnd'),
	reason: same('reason'),
	start: same('start'),
	end: same('end'),
	isComplete: same('isComplete'),
	asOf: same('asOf'),
	churnWindow: same('churnWindow'),
	allowedGap: same('allowedGap'),
	timeZone: same('timeZone'),
	summary: same('summary'),
} as const satisfies Record<string, RowField>;

type Field = keyof typeof comparisonRowFields;
type Value = string | number | boolean | null;
type WindowField = 'churnWindow' | 'allowedGap';

export type ComparisonRow = Record<Exclude<Field, WindowField>, Value> & Partial<Record<WindowField, Value>>;

/** What an item about a customer says in *Compare Definitions*. */
export const comparedCustomerFields: Readonly<Record<string, RowField>> = {
	customer: { meaning: 'The customer', unit: 'id' },
	period: same('period'),
	story: { meaning: 'What the customer did in the period', unit: 'text' },
	...Object.fromEntries(
		churnDefinitions.flatMap(({ id, title }) => [
			[id, { meaning: `How often the customer is counted by ${title}`, unit: 'count' }],
			[`${id}Why`, { meaning: 'Counted, divided by, or neither, and why', unit: 'text' }],
		]),
	),
};
