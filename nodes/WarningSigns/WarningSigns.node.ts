import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { EMPTY_INPUT_HINT } from '../../boundary/reading/readingText';
import { readSigns } from '../../boundary/signs/readSigns';
import type { CustomerSigns } from '../../domain/signs/signsReport';
import { signsReport } from '../../domain/signs/signsReport';
import { answerWithProblems, errorItems, guarded } from '../shared/answers';
import { addHints } from '../shared/hints';
import { itemsOfInput } from '../shared/inputs';
import { readParameters } from '../shared/parameters';
import { boundsProblem, parameters, readingSettings, signsSettings } from './parameters';
import { properties } from './properties';

const OUTPUTS = ['At Risk', 'Watch', 'Healthy', 'State'];

function answer(context: IExecuteFunctions): INodeExecutionData[][] {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, OUTPUTS.length);
	const { parameters: chosen } = read;
	const wrongBounds = boundsProblem(chosen);
	if (wrongBounds !== null) return answerWithProblems(context, [wrongBounds], OUTPUTS.length);
	const ready = readingSettings(context, chosen);
	if ('problems' in ready) return answerWithProblems(context, ready.problems, OUTPUTS.length);

	const outcome = readSigns(context.getInputData(), itemsOfInput(context, 1), ready.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return OUTPUTS.map(() => []);
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, OUTPUTS.length);
	const { customers, itemOf, hints, problems } = outcome.reading;
	if (problems.length > 0 && chosen.unusableRows === 'stop') return answerWithProblems(context, problems, OUTPUTS.length);
	const { outputs, state, advice } = signsReport(customers, signsSettings(chosen));
	addHints(context, [...hints, ...advice]);
	const items = (told: readonly CustomerSigns[]) => told.map(({ customer, json }): INodeExecutionData => ({ json: json as IDataObject, pairedItem: { item: itemOf[customer] } }));
	const errors = context.continueOnFail() ? errorItems(problems) : [];
	return [[...items(outputs.atRisk), ...errors], items(outputs.watch), items(outputs.healthy), items(state)];
}

export class WarningSigns implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Warning Signs',
		name: 'warningSigns',
		icon: { light: 'file:warningSigns.svg', dark: 'file:warningSigns.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["send"] === "everybody" ? "everybody" : "changes only" }}',
		description: 'Who is about to leave, how do we know, and what changed since the previous run?',
		defaults: { name: 'Warning Signs' },
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Customers' },
			{ type: NodeConnectionTypes.Main, displayName: 'Previous State' },
		],
		requiredInputs: [0],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: OUTPUTS,
		usableAsTool: undefined,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, OUTPUTS.length, async (context) => answer(context));
	}
}
