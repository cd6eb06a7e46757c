import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { propertiesOf, runOperation } from '../shared/operation';
import { operations } from './operations';

const OUTPUTS = ['Rows'];

export class CustomerLifetime implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Customer Lifetime',
		name: 'customerLifetime',
		icon: { light: 'file:customerLifetime.svg', dark: 'file:customerLifetime.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ ({ findChurnWindow: "find churn window", buildCohortTable: "build cohort table", estimateLifetime: "estimate lifetime" })[$parameter["operation"]] }}',
		description: 'How long do customers stay, and when should we call them gone?',
		defaults: { name: 'Customer Lifetime' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		outputNames: OUTPUTS,
		usableAsTool: undefined,
		properties: propertiesOf(operations),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations, OUTPUTS.length);
	}
}
