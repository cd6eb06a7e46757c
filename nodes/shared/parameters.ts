/** Reading parameters: the only place that asks n8n for them, and the shapes that several nodes share. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { createDateReader } from '../../boundary/dates';
import type { ReadingSettings } from '../../boundary/reading/purchases';
import { purchaseSources } from '../../boundary/sources';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { createZone, dayOfLocalTime } from '../../domain/time';

const sourceIds = ['automatic', ...purchaseSources.map(({ id }) => id)];
const columnPath = z.string().trim();

const writing = z.object({
	amountIs: z.enum(['automatic', 'perOrder', 'perRow']).default('automatic'),
	amountUnit: z.enum(['automatic', 'minor', 'whole']).default('automatic'),
	cancelledRows: z.enum(['leaveOut', 'keep']).default('leaveOut'),
	currencyColumn: columnPath.default(''),
	customerIds: z.enum(['asGiven', 'dropTrailingZero']).default('asGiven'),
	dateFormat: z.enum(['automatic', 'dayFirst', 'jalali', 'monthFirst', 'spreadsheetSerial']).default('automatic'),
	decimalMark: z.enum(['automatic', 'comma', 'point']).default('automatic'),
	orderColumn: columnPath.default(''),
	statusColumn: columnPath.default(''),
});

/** Where the rows come from and how they are to be read. */
export const readingParameters = {
	source: z.enum(sourceIds).default('automatic'),
	rowsAre: z.enum(['purchases', 'visits']).default('purchases'),
	customerColumn: columnPath.default(''),
	dateColumn: columnPath.default(''),
	amountColumn: columnPath.default(''),
	asOfMode: z.enum(['automatic', 'day']).default('automatic'),
	asOfDay: z.unknown().default(''),
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	writing: writing.default(writing.parse({})),
};

export type ReadingParameters = z.infer<z.ZodObject<typeof readingParameters>>;

/** A number, also as the text of digits that an expression gives. */
export const numberLike = z.union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)], { error: 'expected a number' });

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

/** What the user sees on the canvas for a parameter, also inside a collection. */
function displayNameOf(properties: readonly INodeProperties[], [name, ...inner]: readonly string[]): string {
	const property = properties.find((candidate) => candidate.name === name);
	if (!property) return name;
	const isCollection = property.type === 'collection' && inner.length > 0;
	return isCollection ? displayNameOf(property.options as INodeProperties[], inner) : property.displayName;
}

/** The zone, or null where there is none of that name. */
function zoneNamed(name: string): Zone | null {
	try {
		return createZone(name);
	} catch {
		return null;
	}
}

/** The reading's settings in the terms of the boundary; the flow's zone and clock come in here. */
export function readingSettings(
	context: IExecuteFunctions,
	parameters: ReadingParameters,
	groupBy: readonly string[],
	keepColumns: readonly string[],
): { readonly settings: ReadingSettings } | { readonly problems: Problem[] } {
	const zone = zoneNamed(context.getTimezone());
	if (zone === null) {
		const expected = 'the name of a time zone, such as Europe/Kyiv, in the settings of the workflow';
		return { problems: [{ code: 'invalidSetting', item: null, column: 'Timezone', received: context.getTimezone(), expected }] };
	}
	const today = dayOfLocalTime(zone.localTime(Date.now()));
	const asOfDay = dayOfLocalTime(createDateReader({ format: 'automatic', zone }).read(parameters.asOfDay));
	if (parameters.asOfMode === 'day' && Number.isNaN(asOfDay)) {
		return { problems: [{ code: 'invalidSetting', item: null, column: 'As Of Day', received: parameters.asOfDay }] };
	}
	return {
		settings: {
			source: parameters.source,
			columns: {
				customer: parameters.customerColumn,
				date: parameters.dateColumn,
				amount: parameters.amountColumn,
				order: parameters.writing.orderColumn,
				currency: parameters.writing.currencyColumn,
				status: parameters.writing.statusColumn,
			},
			rowsAre: parameters.rowsAre,
			dateFormat: parameters.writing.dateFormat,
			decimalMark: parameters.writing.decimalMark,
			amountUnit: parameters.writing.amountUnit,
			amountIs: parameters.writing.amountIs,
			dropsTrailingZero: parameters.writing.customerIds === 'dropTrailingZero',
			keepsCancelled: parameters.writing.cancelledRows === 'keep',
			zone,
			asOf: parameters.asOfMode === 'day' ? { kind: 'day', day: asOfDay, today } : { kind: 'automatic', today },
			groupBy,
			keepColumns,
		},
	};
}
