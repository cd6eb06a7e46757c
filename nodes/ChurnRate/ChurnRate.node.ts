import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { propertiesOf, runOperation } from '../shared/operation';
import { operations } from './operations';

const OUTPUTS = ['Rows', 'Churned Customers'];

export class ChurnRate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Churn Rate',
		name: 'churnRate',
		icon: { light: 'file:churnRate.svg', dark: 'file:churnRate.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ ({ calculateChurnRate: "churn rate", calculateRevenueChurn: "revenue churn", compareDefinitions: "compare definitions" })[$parameter["operation"]] + ", " + $parameter["periodUnit"] }}',
		description: 'How many customers and how much money do we lose in each period?',
		defaults: { name: 'Churn Rate' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: OUTPUTS,
		usableAsTool: undefined,
		properties: propertiesOf(operations),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, operations, OUTPUTS.length);
	}
}
