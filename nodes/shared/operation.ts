/** What an operation is, and a node made of several. */
import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { guarded } from './answers';

export interface Operation {
	/** How the drop-down shows it; its value is the operation's key. */
	readonly option: INodePropertyOptions & { readonly value: string; readonly action: string };
	readonly properties: INodeProperties[];
	execute(context: IExecuteFunctions, outputCount: number): INodeExecutionData[][];
}

/** All properties of some operations, each once: an operation's own order is kept. */
function merged(operations: readonly Operation[]): INodeProperties[] {
	const all: INodeProperties[] = [];
	for (const { properties } of operations) {
		let next = 0;
		for (const property of properties) {
			const known = all.indexOf(property);
			if (known !== -1) next = known + 1;
			else all.splice(next++, 0, property);
		}
	}
	return all;
}

/** The property, shown where one of its operations is chosen. */
function shownFor(property: INodeProperties, operations: readonly Operation[]): INodeProperties {
	const its = operations.filter(({ properties }) => properties.includes(property));
	if (its.length === operations.length) return property;
	const { displayOptions } = property;
	return { ...property, displayOptions: { ...displayOptions, show: { ...displayOptions?.show, operation: its.map(({ option }) => option.value) } } };
}

const operationProperty = { displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: '' } satisfies INodeProperties;

/** The properties of a node: which operation, and what each of them asks. Operations that share a property share its object. */
export const propertiesOf = (operations: readonly Operation[]): INodeProperties[] => [
	{ ...operationProperty, options: operations.map(({ option }) => option), default: operations[0].option.value },
	...merged(operations).map((property) => shownFor(property, operations)),
];

/** Runs the operation that is chosen. */
export async function runOperation(context: IExecuteFunctions, operations: readonly Operation[], outputCount: number): Promise<INodeExecutionData[][]> {
	return await guarded(context, outputCount, async () => {
		const chosen = context.getNodeParameter('operation', 0);
		const operation = operations.find(({ option }) => option.value === chosen)!;
		return operation.execute(context, outputCount);
	});
}
