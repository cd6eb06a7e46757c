import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { readForecast } from '../../boundary/purchases/readForecast';
import { readSegmentRules } from '../../boundary/purchases/segmentRules';
import { EMPTY_INPUT_HINT } from '../../boundary/reading/readingText';
import { forecastReport } from '../../domain/purchases/forecastReport';
import { answerWithProblems, errorItems, guarded } from '../shared/answers';
import { addHints } from '../shared/hints';
import { rowItems } from '../shared/items';
import { readParameters } from '../shared/parameters';
import { forecastSettings, parameters, readingSettings } from './parameters';
import { properties } from './properties';

const OUTPUTS = ['Customers', 'Evidence'];

function answer(context: IExecuteFunctions): INodeExecutionData[][] {
	const read = readParameters(context, parameters, properties);
	if ('problems' in read) return answerWithProblems(context, read.problems, OUTPUTS.length);
	const { parameters: chosen } = read;
	const segments = readSegmentRules(chosen.segmentTable);
	if ('problems' in segments) return answerWithProblems(context, segments.problems, OUTPUTS.length);
	const ready = readingSettings(context, chosen);
	if ('problems' in ready) return answerWithProblems(context, ready.problems, OUTPUTS.length);

	const outcome = readForecast(context.getInputData(), ready.settings);
	if ('isEmpty' in outcome) {
		addHints(context, [{ kind: 'info', message: EMPTY_INPUT_HINT }]);
		return OUTPUTS.map(() => []);
	}
	if ('problems' in outcome) return answerWithProblems(context, outcome.problems, OUTPUTS.length);
	const { itemOf, hints, problems, ...customers } = outcome.reading;
	if (problems.length > 0 && chosen.unusableRows === 'stop') return answerWithProblems(context, problems, OUTPUTS.length);
	const { items, evidence, advice } = forecastReport(customers, forecastSettings(chosen, segments.table));
	addHints(context, [...hints, ...advice]);
	const errors = context.continueOnFail() ? errorItems(problems) : [];
	return [
		[...items.map((json, customer): INodeExecutionData => ({ json: json as IDataObject, pairedItem: { item: itemOf[customer] } })), ...errors],
		rowItems(evidence),
	];
}

export class CustomerForecast implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Forecast',
		name: 'customerForecast',
		icon: { light: 'file:customerForecast.svg', dark: 'file:customerForecast.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ "next " + $parameter["horizonDays"] + " days" }}',
		description: 'Who will buy again, how much, how sure is that, and would counting days do as well?',
		defaults: { name: 'Customer Forecast' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: OUTPUTS,
		usableAsTool: undefined,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, OUTPUTS.length, async (context) => answer(context));
	}
}
