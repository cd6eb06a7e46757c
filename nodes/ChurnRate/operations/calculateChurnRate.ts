import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { readPurchases } from '../../../boundary/reading/purchases';
import { EMPTY_INPUT_HINT, hintsAbout } from '../../../boundary/reading/readingText';
import { churnDefinitions } from '../../../domain/churn/definitions';
import { baseOfVisits } from '../../../domain/churn/baseOfVisits';
import { churnReport } from '../../../domain/churn/churnReport';
import { periodUnits } from '../../../domain/time';
import { answerWithProblems, errorItems } from '../../shared/answers';
import {
	amountColumnProperty,
	asOfProperties,
	customerColumnProperty,
	dateColumnProperty,
	rowsAreProperty,
	sourceProperty,
	unusableRowsProperty,
	writingProperty,
} from '../../shared/commonProperties';
import { addHints } from '../../shared/hints';
import { keptColumns } from '../../shared/keptColumns';
import { columnList, numberLike, readingParameters, readingSettings, readParameters } from '../../shared/parameters';
import { churnedCustomerItems, rowItems } from '../items';

const OUTPUT_COUNT = 2;

export const option = {
	name: 'Calculate Churn Rate',
	value: 'calculateChurnRate',
	action: 'Calculate churn rate',
	description: 'A row of counts, rates and money for each period and group',
};

const definitionOptions = churnDefinitions.map(({ id, title, rule, usedBy }) => ({
	name: title,
	value: id,
	description: `${rule}. Used by: ${usedBy}.`,
}));

const periodOptions = Object.entries(periodUnits).map(([value, { title }]) => ({ name: title, value }));

const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekDayOptions = weekDays.map((name, value) => ({ name, value }));

export const properties: INodeProperties[] = [
	sourceProperty,
	rowsAreProperty,
	customerColumnProperty,
	dateColumnProperty,
	amountColumnProperty,
	{
		displayName: 'Period',
		name: 'periodUnit',
		type: 'options',
		options: periodOptions,
		default: 'month',
		description: 'How long each period is; periods begin in the time zone of the workflow',
	},
	{
		displayName: 'Week Starts On',
		name: 'weekStartsOn',
		type: 'options',
		options: weekDayOptions,
		default: 1,
		displayOptions: { show: { periodUnit: ['week'] } },
	},
	{
		displayName: 'Churn Window (Days)',
		name: 'churnWindow',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 180,
		description:
			'After how many days without a purchase a customer has left. A shop usually takes half a year to a year; losses of a period tell of purchases that many days before it.',
	},
	{
		displayName: 'Definition',
		name: 'definition',
		type: 'options',
		options: definitionOptions,
		default: 'startOfPeriod',
		description: 'Which churn rate is meant; the choice changes the number',
	},
	{
		displayName: 'Group By',
		name: 'groupBy',
		type: 'string',
		requiresDataPath: 'multiple',
		default: '',
		placeholder: 'e.g. country, plan',
		description: 'Columns to tell groups of customers apart by, such as industry, product or manager; separated by commas',
	},
	...asOfProperties,
	unusableRowsProperty,
	{
		displayName: 'Money and Target',
		name: 'money',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		options: [
			{
				displayName: 'Acceptable Churn Rate (%)',
				name: 'acceptableRate',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 3,
				description: 'Per period; each row then says whether it is above',
			},
			{
				displayName: 'Cost of Keeping a Customer',
				name: 'costOfKeeping',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0,
				description: 'Per period; above 0, each row says what replacing the lost customers costs',
			},
			{
				displayName: 'Cost of Replacing, as a Multiple of Keeping',
				name: 'replacementFactor',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 2 },
				default: 5,
				description: 'Winning a new customer is said to cost 5 to 25 times what keeping one does',
			},
			{
				displayName: 'Value per Customer and Period',
				name: 'valuePerCustomer',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 4 },
				default: 0,
				description: 'What one customer brings in one period; 0 takes it from the purchases',
			},
		],
	},
	writingProperty,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Churned Customers',
				name: 'losses',
				type: 'options',
				options: [
					{ name: 'Every Loss', value: 'every', description: 'As many as the rows count; a customer who left twice is in it twice' },
					{
						name: 'Of the Latest Complete Period, Not Back',
						value: 'latestNotBack',
						description: 'Those to write to now, each once',
					},
				],
				default: 'every',
				description: 'Whom to give on the second output; the rows do not change',
			},
			{
				displayName: 'Keep Columns',
				name: 'keepColumns',
				type: 'string',
				requiresDataPath: 'multiple',
				default: '',
				placeholder: 'e.g. city, segment',
				description: 'Columns to pass on with each churned customer, besides e-mail, phone, name and the like',
			},
			{
				displayName: 'Last Periods Only',
				name: 'lastPeriods',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 12,
				description: 'How many of the latest complete periods to give; all are computed all the same',
			},
		],
	},
	{
		displayName: 'All rows are taken together, so expressions in these fields are read once, at the first row',
		name: 'wholePopulationNotice',
		type: 'notice',
		default: '',
	},
];

const share = z.number().min(0).transform((percent) => percent / 100);

/** 0 says that nothing is set. */
const amountOrNothing = z.number().min(0, 'expected 0 or more').transform((amount) => (amount === 0 ? null : amount)).nullable();

export const parameters = z.object({
	...readingParameters,
	periodUnit: z.enum(Object.keys(periodUnits) as [keyof typeof periodUnits]).default('month'),
	weekStartsOn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]).default(1),
	churnWindow: numberLike.pipe(z.number().int('expected a whole number').min(1, 'expected 1 or more').max(36_500, 'expected at most 36,500')).default(180),
	definition: z.enum(churnDefinitions.map(({ id }) => id) as [string]).default('startOfPeriod'),
	groupBy: columnList.default([]),
	money: z
		.object({
			acceptableRate: share.nullable().default(null),
			costOfKeeping: amountOrNothing.default(null),
			replacementFactor: z.number().min(0).default(5),
			valuePerCustomer: amountOrNothing.default(null),
		})
		.prefault({}),
	options: z
		.object({
			keepColumns: columnList.default([]),
			losses: z.enum(['every', 'latestNotBack']).default('every'),
			lastPeriods: z.number().int().min(1).nullable().default(null),
		})
		.prefault({}),
});

export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, OUTPUT_COUNT);
	const chosen = read.parameters;
	const prepared = readingSettings(context, chosen, chosen.groupBy, chosen.options.keepColumns);
	if ('problems' in prepared) return answerWithProblems(context, prepared.problems, OUTPUT_COUNT);

	const items = context.getInputData();
	const outcome = readPurchases(items, prepared.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return [[], []];
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, OUTPUT_COUNT);
	const { reading } = outcome;
	const mustStop = reading.problems.length > 0 && chosen.unusableRows === 'stop';
	if (mustStop) return answerWithProblems(context, reading.problems, OUTPUT_COUNT);

	const churn = churnReport(baseOfVisits(reading, chosen.churnWindow), {
		...chosen,
		...chosen.money,
		...chosen.options,
		definition: churnDefinitions.find(({ id }) => id === chosen.definition)!,
		timeZone: prepared.settings.zone.name,
	});
	addHints(context, [...hintsAbout(reading, items.length), ...churn.advice]);
	const rows = rowItems(churn.rows);
	const errors = context.continueOnFail() ? errorItems(reading.problems) : [];
	return [[...rows, ...errors], churnedCustomerItems(churn.churnedCustomers, reading, keptColumns(items, reading, chosen.options.keepColumns))];
}
