/**
 * Runs a workflow JSON through n8n's real engine, built on public exports of n8n-core alone.
 *
 * The trigger is a stub that gives the rows pinned to it, so that each case file can be imported into the
 * editor as it stands. When n8n is upgraded, this is the one file that may need a change.
 */
import { shutDownEngine } from './engine.cjs';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { createRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';
import manifest from '../../package.json';

export type FlowFile = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections' | 'settings' | 'pinData'>;

export interface NodeRun {
	readonly status: string;
	/** By output, the items; the last output is the error branch where the node has one. */
	readonly outputs: INodeExecutionData[][];
	readonly hints: NodeExecutionHint[];
	readonly error: { readonly message: string; readonly description: string | null | undefined } | null;
}

const triggerType = (rows: INodeExecutionData[]): INodeType => ({
	description: {
		displayName: 'Manual Trigger',
		name: 'manualTrigger',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Manual Trigger' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	execute: async () => [rows],
});

/** Every node of the pack, by its type. */
async function packTypes(): Promise<Record<string, INodeType>> {
	const nodes = manifest.n8n.nodes.map(async (path) => {
		const [file] = path.split('/').slice(-1);
		const name = file.slice(0, -'.node.js'.length);
		const module = (await import(`../../nodes/${name}/${name}.node`)) as Record<string, new () => INodeType>;
		const node = new module[name]();
		return [`${manifest.name}.${node.description.name}`, node] as const;
	});
	return Object.fromEntries(await Promise.all(nodes));
}

async function nodeTypesFor(rows: INodeExecutionData[]): Promise<INodeTypes> {
	const types = { ...(await packTypes()), 'n8n-nodes-base.manualTrigger': triggerType(rows) } as Record<string, INodeType>;
	return {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
		getKnownTypes: () => ({}),
	};
}

const additionalData = (flow: IWorkflowBase) =>
	({
		hooks: new ExecutionLifecycleHooks('manual', '1', flow),
		credentialsHelper: {},
		variables: {},
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1/',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		setExecutionStatus: () => undefined,
		userId: 'user',
	}) as unknown as IWorkflowExecuteAdditionalData;

/** Runs the flow from its first node; answers what the node of the given name did. */
export async function runWorkflow(flow: FlowFile, nodeName: string): Promise<NodeRun> {
	const base = { ...flow, id: 'test', active: false, isArchived: false, createdAt: new Date(0), updatedAt: new Date(0) };
	const start = flow.nodes[0];
	const rows = (flow.pinData?.[start.name] ?? []).map((item) => ({ ...item, json: item.json ?? item }) as INodeExecutionData);
	const workflow = new Workflow({ ...base, nodeTypes: await nodeTypesFor(rows) });
	const prepared = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node: workflow.getNode(start.name) as INode, data: { main: [[{ json: {} }]] }, source: null }],
		},
	}) as IRunExecutionData;
	const run = await new WorkflowExecute(additionalData(base as IWorkflowBase), 'manual', prepared).processRunExecutionData(workflow);

	const task = run.data.resultData.runData[nodeName]?.[0];
	const error = run.data.resultData.error;
	return {
		status: run.status,
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		hints: task?.hints ?? [],
		error: error ? { message: error.message, description: error.description } : null,
	};
}

/** A flow of a trigger with rows and one node of the pack, as the editor would export it. */
export function flowOf(
	rows: ReadonlyArray<Record<string, unknown>>,
	type: string,
	parameters: INode['parameters'],
	settings: { readonly onError?: INode['onError']; readonly timezone?: string } = {},
): FlowFile {
	const node = (name: string, nodeType: string, x: number, rest: Partial<INode>): INode => ({
		id: name,
		name,
		type: nodeType,
		typeVersion: 1,
		position: [x, 0],
		parameters: {},
		...rest,
	});
	return {
		name: type,
		nodes: [
			node('Rows', 'n8n-nodes-base.manualTrigger', 0, {}),
			node('Node', `n8n-nodes-retention.${type}`, 220, { parameters, ...(settings.onError ? { onError: settings.onError } : {}) }),
		],
		connections: { Rows: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		pinData: { Rows: rows.map((json) => ({ json })) as INodeExecutionData[] },
		settings: { executionOrder: 'v1', timezone: settings.timezone ?? 'UTC' },
	};
}

export const endEngine = shutDownEngine;
