import type { IExecuteFunctions } from 'n8n-workflow';

export interface Hint {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

/** Shows sentences on the output pane of the node. */
export function addHints(context: IExecuteFunctions, hints: readonly Hint[]): void {
	context.addExecutionHints(...hints.map(({ kind, message }) => ({ message, type: kind, location: 'outputPane' as const })));
}
