import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { guarded } from '../shared/answers';
import * as calculateChurnRate from './operations/calculateChurnRate';

export class ChurnRate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Churn Rate',
		name: 'churnRate',
		icon: { light: 'file:churnRate.svg', dark: 'file:churnRate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["periodUnit"] + ", " + $parameter["churnWindow"] + " days" }}',
		description: 'How many customers and how much money do we lose in each period?',
		defaults: { name: 'Churn Rate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Rows', 'Churned Customers'],
		usableAsTool: undefined,
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				options: [calculateChurnRate.option],
				default: 'calculateChurnRate',
			},
			...calculateChurnRate.properties,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return guarded(this, 2, calculateChurnRate.execute);
	}
}
