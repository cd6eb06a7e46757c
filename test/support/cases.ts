import { listFiles, readText } from './files.cjs';
import type { FlowFile } from './runWorkflow';

const ending = '.workflow.json';

/** The case files of a node: flows that can be imported into the editor as they stand. */
export const casesOf = (node: string): string[] =>
	listFiles(`test/nodes/${node}`).flatMap((path) => (path.endsWith(ending) ? [path.slice(`test/nodes/${node}/`.length, -ending.length)] : []));

export const flowOfCase = (node: string, id: string): FlowFile => JSON.parse(readText(`test/nodes/${node}/${id}${ending}`)) as FlowFile;

export const expectedOfCase = (node: string, id: string): unknown => JSON.parse(readText(`test/nodes/${node}/${id}.expected.json`));

/** The rows that a case's trigger is pinned to. */
export const rowsOfCase = (node: string, id: string): Array<Record<string, unknown>> => flowOfCase(node, id).pinData!.Rows.map((item) => item.json as Record<string, unknown>);
