/** Answering when something is wrong: stop, or go on and say so, as the node's settings want it. */
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { descriptionOf, detailsOf, messageOf } from '../../boundary/problemText';
import type { Problem } from '../../domain/problems';
import { problemFaults } from '../../domain/problems';

/**
 * One item a problem, in the shape that the engine routes to the error branch: `error`, `message`,
 * `details` and nothing else in json, on output 0. n8n 2.41 adds the fields of the row it is paired with.
 */
export const errorItems = (problems: readonly Problem[]): INodeExecutionData[] =>
	problems.map((problem) => ({
		json: { error: problemFaults[problem.code], message: messageOf(problem), details: { ...detailsOf(problem) } as never },
		...(problem.item === null ? {} : { pairedItem: { item: problem.item, ...(problem.stream ? { input: problem.stream.input } : {}) } }),
	}));

/**
 * The answer where there can be no figures
 *
 * Stops with the first problem's message and remedy. Under Continue it gives only the error items: when a
 * node throws there, the engine passes its input rows on as if they were results.
 */
export function answerWithProblems(
	context: IExecuteFunctions,
	problems: readonly Problem[],
	outputCount: number,
): INodeExecutionData[][] {
	if (context.continueOnFail()) {
		return [errorItems(problems), ...Array.from({ length: outputCount - 1 }, () => [])];
	}
	const { item } = problems[0];
	throw new NodeOperationError(context.getNode(), messageOf(problems[0]), {
		description: descriptionOf(problems),
		...(item === null ? {} : { itemIndex: item }),
	});
}

/**
 * Runs an operation so that under Continue the node never throws
 *
 * A fault nobody foresaw becomes one error item as well, without a stack: else the engine would pass the
 * input rows on as if they were results.
 */
export async function guarded(
	context: IExecuteFunctions,
	outputCount: number,
	operation: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await operation(context);
	} catch (error) {
		if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error as Error);
		const name = error instanceof Error ? error.name : 'unknown';
		return answerWithProblems(context, [{ code: 'internalFault', item: null, column: name, received: undefined }], outputCount);
	}
}
