import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** The items of an input; none where nothing is connected or nothing came that day. */
export function itemsOfInput(context: IExecuteFunctions, input: number): INodeExecutionData[] {
	try {
		return context.getInputData(input) ?? [];
	} catch {
		// n8n throws where the last inputs have no connection.
		return [];
	}
}
