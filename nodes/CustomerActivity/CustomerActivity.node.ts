import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { readActivity } from '../../boundary/activity/readActivity';
import { EMPTY_INPUT_HINT } from '../../boundary/reading/readingText';
import { answerWithProblems, errorItems, guarded } from '../shared/answers';
import { addHints } from '../shared/hints';
import { readParameters } from '../shared/parameters';
import { itemsOfCustomers } from './activityItems';
import { parameters, prepared } from './parameters';
import { properties } from './properties';
import { inputsExpression } from './streams';

function answer(context: IExecuteFunctions): INodeExecutionData[][] {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, 1);
	const ready = prepared(context, read.parameters);
	if ('problems' in ready) return answerWithProblems(context, ready.problems, 1);

	const outcome = readActivity(ready.inputs, ready.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return [[]];
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, 1);
	const { reading } = outcome;
	const { unusableRows, options } = read.parameters;
	if (reading.problems.length > 0 && unusableRows === 'stop') return answerWithProblems(context, reading.problems, 1);
	addHints(context, reading.hints);
	const items = itemsOfCustomers(reading, options.flatten);
	return [context.continueOnFail() ? [...items, ...errorItems(reading.problems)] : items];
}

export class CustomerActivity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Activity',
		name: 'customerActivity',
		icon: { light: 'file:customerActivity.svg', dark: 'file:customerActivity.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["streams"].length > 3 ? $parameter["streams"].length + " streams" : $parameter["streams"].join(", ") }}',
		description: "What does each customer's history say, from every stream together?",
		defaults: { name: 'Customer Activity' },
		inputs: inputsExpression as `={{${string}}}`,
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: undefined,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, 1, async (context) => answer(context));
	}
}
