/** Reading parameters: the only place that asks n8n for them, and the shapes that several nodes share. */
import type { IExecuteFunctions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { z } from 'zod/v4';
import { phoneCountries } from '../../boundary/activity/phones';
import type { AsOfSetting } from '../../boundary/reading/asOf';
import { asOfSetting } from '../../boundary/reading/asOf';
import type { CustomerRowsSettings } from '../../boundary/reading/customerRows';
import { purchaseSources, subscriptionSources } from '../../boundary/sources';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { zoneNamed } from '../../domain/time';

const sourceIds = ['automatic', ...[...purchaseSources, ...subscriptionSources].map(({ id }) => id)];
const columnPath = z.string().trim();

/** How the data is written: what a program cannot know. */
export const writingShape = {
	amountIs: z.enum(['automatic', 'perOrder', 'perRow']).default('automatic'),
	amountUnit: z.enum(['automatic', 'minor', 'whole']).default('automatic'),
	cancelledRows: z.enum(['leaveOut', 'keep']).default('leaveOut'),
	currencyColumn: columnPath.default(''),
	customerIds: z.enum(['asGiven', 'dropTrailingZero']).default('asGiven'),
	dateFormat: z.enum(['automatic', 'dayFirst', 'jalali', 'monthFirst', 'spreadsheetSerial']).default('automatic'),
	decimalMark: z.enum(['automatic', 'comma', 'point']).default('automatic'),
	orderColumn: columnPath.default(''),
	statusColumn: columnPath.default(''),
};

const writing = z.object(writingShape);

/** A number, also as the text of digits that an expression gives. */
export const numberLike = z.union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)], { error: 'expected a number' });

/** A number with decimals, also as the text that an expression gives, such as that of a sheet's cell. */
export const decimalLike = z.union([z.number(), z.string().trim().regex(/^-?\d+(?:\.\d+)?$/).transform(Number)], { error: 'expected a number' });

/** Where phone numbers without a code are from. */
export const phoneCountryParameter = {
	phoneCountry: z
		.string()
		.trim()
		.toUpperCase()
		.refine((country) => country === '' || phoneCountries.includes(country), 'expected two letters of ISO 3166, such as UA')
		.default(''),
};

const days = (least: number) => numberLike.pipe(z.number().int('expected a whole number').min(least, `expected ${least} or more`).max(36_500, 'expected at most 36,500'));

/** How subscriptions are taken: what a program cannot know. */
export const subscriptionsShape = {
	allowedGap: days(0).default(0),
	freePlans: z.enum(['leaveOut', 'keep']).default('leaveOut'),
	intervalColumn: columnPath.default(''),
	pauses: z.enum(['leaveOut', 'keep']).default('keep'),
	planColumn: columnPath.default(''),
	priceIsFor: z.enum(['automatic', 'month', 'quarter', 'week', 'year']).default('automatic'),
	reasonColumn: columnPath.default(''),
	trialEndColumn: columnPath.default(''),
	trials: z.enum(['leaveOut', 'keep']).default('leaveOut'),
};

const subscriptions = z.object(subscriptionsShape);

/** Up to which day the rows are read. */
export const asOfParameters = {
	asOfMode: z.enum(['automatic', 'day']).default('automatic'),
	asOfDay: z.unknown().default(''),
};

/** Where the rows come from and how they are to be read. */
export const inputParameters = {
	source: z.enum(sourceIds).default('automatic'),
	rowsAre: z.enum(['automatic', 'purchases', 'visits', 'subscriptions']).default('automatic'),
	customerColumn: columnPath.default(''),
	dateColumn: columnPath.default(''),
	startColumn: columnPath.default(''),
	endColumn: columnPath.default(''),
	amountColumn: columnPath.default(''),
	...asOfParameters,
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	writing: writing.default(writing.parse({})),
};

/** After how many days without a purchase a customer has left. */
export const churnWindowParameter = { churnWindow: days(1).default(180) };

/** How subscriptions are to be taken. */
export const subscriptionsParameter = { subscriptions: subscriptions.prefault({}) };

const DEFAULTS = z.object({ ...churnWindowParameter, ...subscriptionsParameter }).parse({});

/** The parameters of the input; those that an operation does not show have their defaults. */
export type InputParameters = z.infer<z.ZodObject<typeof inputParameters>> & Partial<typeof DEFAULTS>;

/** A whole number of at least so much. */
export const wholeNumber = (least: number) => numberLike.pipe(z.number().int('expected a whole number').min(least, `expected ${least} or more`));

/** A percentage as a share; one may lie above 100, where the figure it is compared with may. */
export const anyPercentage = z.number().min(0, 'expected 0 or more').transform((percent) => percent / 100);
export const percentage = decimalLike.pipe(z.number().min(0, 'expected 0 or more').max(100, 'expected at most 100')).transform((percent) => percent / 100);

/** 0 says that nothing is set. */
export const amountOrNothing = z.number().min(0, 'expected 0 or more').transform((amount) => (amount === 0 ? null : amount)).nullable();

/** Column names as a person types them: one path, several separated by commas, or a list from an expression. */
export const columnList = z
	.union([z.array(z.string()), z.string().transform((text) => text.split(','))])
	.transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''));

export type ParametersOrProblems<Parameters> = { readonly parameters: Parameters } | { readonly problems: Problem[] };

/** Stands for a parameter that the canvas does not show just now; its default holds. */
const HIDDEN = 'n8n-nodes-retention: not shown';

/**
 * The node's parameters, checked
 *
 * They hold for all items together and are read once, at the first. What a setting cannot be is a problem
 * that names the setting as the user sees it.
 */
export function readParameters<Shape extends z.ZodRawShape>(
	context: IExecuteFunctions,
	schema: z.ZodObject<Shape>,
	properties: readonly INodeProperties[],
): ParametersOrProblems<z.infer<z.ZodObject<Shape>>> {
	const given: Record<string, unknown> = {};
	for (const name of Object.keys(schema.shape)) {
		const value = valueOf(context, name);
		if (value instanceof Error) return { problems: [brokenExpression(displayNameOf(properties, [name]), value)] };
		if (value !== HIDDEN) given[name] = value;
	}
	const outcome = schema.safeParse(given);
	if (outcome.success) return { parameters: outcome.data };
	const problems = outcome.error.issues.map(({ path, message }): Problem => {
		const received = path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], given);
		const column = displayNameOf(properties, path.map(String));
		const expected = /^expected (.*)$/.exec(message)?.[1] ?? `a value the setting can take (${message})`;
		return { code: 'invalidSetting', item: null, column, received, expected };
	});
	return { problems };
}

/** A parameter's value; under Continue an expression that cannot be computed gives its error, since the node may not throw. */
function valueOf(context: IExecuteFunctions, name: string): unknown {
	if (!context.continueOnFail()) return context.getNodeParameter(name, 0, HIDDEN);
	try {
		return context.getNodeParameter(name, 0, HIDDEN);
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

const brokenExpression = (column: string, { message }: Error): Problem => ({
	code: 'invalidSetting',
	item: null,
	column,
	received: undefined,
	expected: `an expression that can be computed (${message})`,
});

const isIn = (collection: INodeProperties, name: string): boolean => collection.type === 'collection' && (collection.options as INodeProperties[]).some((member) => member.name === name);

/** What the user sees on the canvas for a parameter, also inside a collection; with the collection's name where several have such a member. */
function displayNameOf(properties: readonly INodeProperties[], [name, ...inner]: readonly string[]): string {
	const property = properties.find((candidate) => candidate.name === name);
	if (!property) return name;
	const { displayName, type, options } = property;
	if (inner.length > 0 && type === 'collection') {
		const own = displayNameOf(options as INodeProperties[], inner);
		return properties.filter((each) => isIn(each, inner[0])).length > 1 ? `${displayName}, ${own}` : own;
	}
	const [group, row, ...field] = inner;
	if (type !== 'fixedCollection' || field.length === 0) return displayName;
	const { values } = (options as INodePropertyCollection[]).find((candidate) => candidate.name === group)!;
	return `${displayName}, row ${Number(row) + 1}, ${displayNameOf(values, field)}`;
}

/** The flow's zone and the day up to which rows are read; the clock comes in here. */
export function timeOf(context: IExecuteFunctions, { asOfMode, asOfDay }: z.infer<z.ZodObject<typeof asOfParameters>>): { readonly zone: Zone; readonly asOf: AsOfSetting } | { readonly problems: Problem[] } {
	const zone = zoneNamed(context.getTimezone());
	if (zone === null) {
		const expected = 'the name of a time zone, such as Europe/Kyiv, in the settings of the workflow';
		return { problems: [{ code: 'invalidSetting', item: null, column: 'Timezone', received: context.getTimezone(), expected }] };
	}
	const asOf = asOfSetting(asOfMode, asOfDay, zone, Date.now());
	if (asOf === null) return { problems: [{ code: 'invalidSetting', item: null, column: 'As Of Day', received: asOfDay }] };
	return { zone, asOf };
}

/** The settings of the input in the terms of the boundary. */
export function inputSettings(
	context: IExecuteFunctions,
	parameters: InputParameters,
	groupBy: readonly string[],
	keepColumns: readonly string[],
): { readonly settings: CustomerRowsSettings; readonly zone: Zone } | { readonly problems: Problem[] } {
	const time = timeOf(context, parameters);
	if ('problems' in time) return time;
	const { zone, asOf } = time;
	const { writing: written, customerColumn, amountColumn } = parameters;
	const { subscriptions: about, churnWindow } = { ...DEFAULTS, ...parameters };
	const shared = {
		dateFormat: written.dateFormat,
		decimalMark: written.decimalMark,
		amountUnit: written.amountUnit,
		dropsTrailingZero: written.customerIds === 'dropTrailingZero',
		zone,
		asOf,
		groupBy,
		keepColumns,
	};
	const columns = { customer: customerColumn, amount: amountColumn, currency: written.currencyColumn, status: written.statusColumn };
	return {
		zone,
		settings: {
			rowsAre: parameters.rowsAre,
			source: parameters.source,
			churnWindow,
			allowedGap: about.allowedGap,
			purchases: {
				...shared,
				columns: { ...columns, date: parameters.dateColumn, order: written.orderColumn },
				amountIs: written.amountIs,
				keepsCancelled: written.cancelledRows === 'keep',
				netsRefunds: false,
				countsZeroAmounts: false,
				key: null,
			},
			subscriptions: {
				...shared,
				columns: {
					...columns,
					start: parameters.startColumn,
					end: parameters.endColumn,
					interval: about.intervalColumn,
					plan: about.planColumn,
					reason: about.reasonColumn,
					trialEnd: about.trialEndColumn,
				},
				key: null,
				priceIsFor: about.priceIsFor,
				trials: about.trials,
				freePlans: about.freePlans,
				pauses: about.pauses,
			},
		},
	};
}
