import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { EMPTY_INPUT_HINT } from '../../boundary/reading/readingText';
import { CONTACTED_BEFORE, LAPSED } from '../../boundary/winback/otherInputs';
import { readWinBack } from '../../boundary/winback/readWinBack';
import type { ListedCustomer } from '../../domain/winback/winBackReport';
import { winBackReport } from '../../domain/winback/winBackReport';
import { answerWithProblems, errorItems, guarded } from '../shared/answers';
import { addHints } from '../shared/hints';
import { itemsOfInput } from '../shared/inputs';
import { readParameters } from '../shared/parameters';
import { readSecret, secretIsStrong } from '../shared/retentionSecret';
import { listProblem, parameters, readingSettings, winBackSettings } from './parameters';
import { properties } from './properties';

const OUTPUTS = ['First', 'Worth It', 'Not Worth It', 'Not Contacted'];

async function answer(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, OUTPUTS.length);
	const { parameters: chosen } = read;
	const ready = readingSettings(context, chosen);
	if ('problems' in ready) return answerWithProblems(context, ready.problems, OUTPUTS.length);
	const asked = winBackSettings(chosen, ready.settings.zone, await readSecret(context));
	if ('problems' in asked) return answerWithProblems(context, asked.problems, OUTPUTS.length);

	const inputs = { customers: context.getInputData(), lapsed: itemsOfInput(context, LAPSED.input), contactedBefore: itemsOfInput(context, CONTACTED_BEFORE.input) };
	const outcome = readWinBack(inputs, ready.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return OUTPUTS.map(() => []);
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, OUTPUTS.length);
	const { customers, itemOf, hints, laterHints, problems } = outcome.reading;
	const unasked = listProblem(chosen, inputs.lapsed.length);
	if (unasked !== null) return answerWithProblems(context, [unasked], OUTPUTS.length);
	if (problems.length > 0 && chosen.unusableRows === 'stop') return answerWithProblems(context, problems, OUTPUTS.length);
	const { lists, advice } = winBackReport(customers, asked.settings);
	addHints(context, [...hints, ...laterHints(), ...advice]);
	const items = (listed: readonly ListedCustomer[]) => listed.map(({ customer, json }): INodeExecutionData => ({ json: json as IDataObject, pairedItem: { item: itemOf[customer] } }));
	const errors = context.continueOnFail() ? errorItems(problems) : [];
	return [[...items(lists.first), ...errors], items(lists.worthIt), items(lists.notWorthIt), items(lists.notContacted)];
}

export class WinBackPriority implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Win-Back Priority',
		name: 'winBackPriority',
		icon: { light: 'file:winBackPriority.svg', dark: 'file:winBackPriority.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["calls"] + " calls" + ($parameter["budget"] ? ", budget " + $parameter["budget"] : "") }}',
		description: 'Whom do we win back first, what is it worth, who calls, and whom do we leave alone?',
		defaults: { name: 'Win-Back Priority' },
		inputs: [
			{ type: NodeConnectionTypes.Main, displayName: 'Customers' },
			{ type: NodeConnectionTypes.Main, displayName: LAPSED.title },
			{ type: NodeConnectionTypes.Main, displayName: CONTACTED_BEFORE.title },
		],
		requiredInputs: [0],
		outputs: OUTPUTS.map(() => NodeConnectionTypes.Main),
		outputNames: OUTPUTS,
		credentials: [{ name: 'retentionSecretApi', required: false, testedBy: 'secretIsStrong' }],
		usableAsTool: undefined,
		properties,
	};

	methods = { credentialTest: { secretIsStrong } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, OUTPUTS.length, answer);
	}
}
