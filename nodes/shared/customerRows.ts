/** What every operation on customers' rows does before and after its own work. */
import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { CustomerRows } from '../../boundary/reading/customerRows';
import { readCustomerRows } from '../../boundary/reading/customerRows';
import { EMPTY_INPUT_HINT } from '../../boundary/reading/readingText';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import { answerWithProblems, errorItems } from './answers';
import type { Hint } from './hints';
import { addHints } from './hints';
import type { InputParameters } from './parameters';
import { inputSettings, readParameters } from './parameters';

/** Rows read, as an operation takes them. */
export interface Question<Parameters> {
	readonly chosen: Parameters;
	readonly customerRows: CustomerRows;
	readonly zone: Zone;
}

export type Answer = { readonly outputs: INodeExecutionData[][]; readonly advice: readonly Hint[] } | { readonly problems: readonly Problem[] };

/** What an operation is made of; `columnsIn` names the columns that its parameters add to those of the input. */
export interface CustomerRowsOperation<Shape extends z.ZodRawShape> {
	readonly parameters: z.ZodObject<Shape>;
	readonly properties: readonly INodeProperties[];
	columnsIn(chosen: z.infer<z.ZodObject<Shape>>): { readonly groupBy: readonly string[]; readonly keepColumns: readonly string[] };
	answer(question: Question<z.infer<z.ZodObject<Shape>>>): Answer;
}

/** For an operation whose parameters name no further columns. */
export const noColumns = () => ({ groupBy: [], keepColumns: [] });

/**
 * Reads parameters and rows, lets the operation answer, and says what was read
 *
 * Rows that are unusable stop the node, or are left out and, under Continue, given as error items besides.
 */
export function answerFromRows<Shape extends z.ZodRawShape>(
	context: IExecuteFunctions,
	outputCount: number,
	{ parameters, properties, columnsIn, answer }: CustomerRowsOperation<Shape>,
): INodeExecutionData[][] {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, outputCount);
	const chosen = read.parameters;
	const input = chosen as unknown as InputParameters;
	const { groupBy, keepColumns } = columnsIn(chosen);
	const prepared = inputSettings(context, input, groupBy, keepColumns);
	if ('problems' in prepared) return answerWithProblems(context, prepared.problems, outputCount);

	const items = context.getInputData();
	const outcome = readCustomerRows(items, prepared.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return Array.from({ length: outputCount }, () => []);
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, outputCount);
	const { customerRows } = outcome;
	const mustStop = customerRows.problems.length > 0 && input.unusableRows === 'stop';
	if (mustStop) return answerWithProblems(context, customerRows.problems, outputCount);

	const answered = answer({ chosen, customerRows, zone: prepared.zone });
	if ('problems' in answered) return answerWithProblems(context, answered.problems, outputCount);
	addHints(context, [...customerRows.hints, ...answered.advice]);
	const [first, ...others] = answered.outputs;
	const errors = context.continueOnFail() ? errorItems(customerRows.problems) : [];
	return [errors.length === 0 ? first : [...first, ...errors], ...others];
}
