/**
 * Runs a workflow JSON through n8n's real engine, built on public exports of n8n-core alone.
 *
 * Rows come from pinned nodes, as in the editor: a trigger, or behind it a node for each input of the node under test.
 * The engine gives what is pinned and does not run them, so their types are stubs, and each case file can be imported
 * into the editor as it stands. When n8n is upgraded, this is the one file that may need a change.
 */
import { shutDownEngine } from './engine.cjs';
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
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
	/** How often the engine ran the node; `outputs` are those of its first run. */
	readonly runCount: number;
	/** By output, the items; the last output is the error branch where the node has one. */
	readonly outputs: INodeExecutionData[][];
	readonly hints: NodeExecutionHint[];
	readonly error: { readonly message: string; readonly description: string | null | undefined } | null;
}

/** What the editor's user has besides the flow. */
export interface Surroundings {
	/** What each credential that a node names holds, by its type. */
	readonly credentials?: Readonly<Record<string, ICredentialDataDecryptedObject>>;
	/** Node types beside those of the pack. */
	readonly types?: Readonly<Record<string, INodeType>>;
}

/** A node of n8n's own that only has to be there: what is pinned to it is what it gives. */
const giver = (name: string, inputs: INodeType['description']['inputs']): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name },
		inputs,
		outputs: ['main'],
		properties: [],
	},
	execute: async () => [[{ json: {} }]],
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

async function allTypes(added: Surroundings['types']): Promise<INodeTypes> {
	const types: Record<string, INodeType> = {
		...(await packTypes()),
		'n8n-nodes-base.manualTrigger': giver('manualTrigger', []),
		'n8n-nodes-base.noOp': giver('noOp', ['main']),
		...added,
	};
	return {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
		getKnownTypes: () => ({}),
	};
}

/**
 * What the engine asks of the store of credentials, which n8n-core leaves to n8n. Whether a node may have a credential
 * the engine decides before, by the node's description; only for HTTP Request and its like it leaves that to the store.
 */
const storeOf = (given: NonNullable<Surroundings['credentials']>): Pick<ICredentialsHelper, 'getDecrypted' | 'isCredentialUsableByNode'> => ({
	isCredentialUsableByNode: () => true,
	async getDecrypted(_data, { name }, type) {
		if (!Object.hasOwn(given, type)) throw new Error(`The flow wants the credential ${name} of type ${type}, which the test does not give`);
		return { ...given[type] };
	},
});

const additionalData = (flow: IWorkflowBase, { credentials = {} }: Surroundings) =>
	({
		hooks: new ExecutionLifecycleHooks('manual', '1', flow),
		credentialsHelper: storeOf(credentials),
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

/** What is pinned, as the engine takes it; items are copies, since it writes on them what they stem from. */
const pinnedIn = ({ pinData = {} }: FlowFile): Record<string, INodeExecutionData[]> =>
	Object.fromEntries(Object.entries(pinData).map(([name, items]) => [name, items.map((item) => ({ ...item, json: item.json ?? item }) as INodeExecutionData)]));

/** Runs the flow from its first node; answers what the node of the given name did. */
export async function runWorkflow(flow: FlowFile, nodeName: string, surroundings: Surroundings = {}): Promise<NodeRun> {
	const base = { ...flow, id: 'test', active: false, isArchived: false, createdAt: new Date(0), updatedAt: new Date(0) };
	const workflow = new Workflow({ ...base, nodeTypes: await allTypes(surroundings.types) });
	const prepared = createRunExecutionData({
		resultData: { pinData: pinnedIn(flow) },
		executionData: {
			nodeExecutionStack: [{ node: workflow.getNode(flow.nodes[0].name) as INode, data: { main: [[{ json: {} }]] }, source: null }],
		},
	}) as IRunExecutionData;
	const run = await new WorkflowExecute(additionalData(base as IWorkflowBase, surroundings), 'manual', prepared).processRunExecutionData(workflow);

	const runs = run.data.resultData.runData[nodeName] ?? [];
	const [task] = runs;
	const error = run.data.resultData.error;
	return {
		status: run.status,
		runCount: runs.length,
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		hints: task?.hints ?? [],
		error: error ? { message: error.message, description: error.description } : null,
	};
}

const nodeAt = (name: string, type: string, position: INode['position'], rest: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position,
	parameters: {},
	...rest,
});

type Rows = ReadonlyArray<Record<string, unknown>>;
const itemsOf = (rows: Rows) => rows.map((json) => ({ json })) as INodeExecutionData[];

interface FlowSettings {
	readonly onError?: INode['onError'];
	/** Which credential of each type the node names, as the editor exports it. */
	readonly credentials?: INode['credentials'];
	readonly timezone?: string;
}

const nodeUnderTest = (type: string, parameters: INode['parameters'], { onError, credentials }: FlowSettings): INode =>
	nodeAt('Node', `n8n-nodes-retention.${type}`, [440, 0], { parameters, ...(onError ? { onError } : {}), ...(credentials ? { credentials } : {}) });

/** A flow of a trigger with rows and one node of the pack, as the editor would export it. */
export const flowOf = (rows: Rows, type: string, parameters: INode['parameters'], settings: FlowSettings = {}): FlowFile => ({
	name: type,
	nodes: [nodeAt('Rows', 'n8n-nodes-base.manualTrigger', [0, 0]), nodeUnderTest(type, parameters, settings)],
	connections: { Rows: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	pinData: { Rows: itemsOf(rows) },
	settings: { executionOrder: 'v1', timezone: settings.timezone ?? 'UTC' },
});

/** A flow of a trigger, a pinned node for each input, and one node of the pack; an input of null has no connection. */
export function flowOfInputs(inputs: ReadonlyArray<Rows | null>, type: string, parameters: INode['parameters'], settings: FlowSettings = {}): FlowFile {
	const givers = inputs.flatMap((rows, index) => (rows === null ? [] : [{ name: `Input ${index}`, index, rows }]));
	const links = givers.map(({ name, index }) => [name, { main: [[{ node: 'Node', type: 'main' as const, index }]] }]);
	return {
		name: type,
		nodes: [
			nodeAt('Start', 'n8n-nodes-base.manualTrigger', [0, 0]),
			...givers.map(({ name, index }) => nodeAt(name, 'n8n-nodes-base.noOp', [220, index * 160])),
			nodeUnderTest(type, parameters, settings),
		],
		connections: {
			Start: { main: [givers.map(({ name }) => ({ node: name, type: 'main' as const, index: 0 }))] },
			...Object.fromEntries(links),
		},
		pinData: Object.fromEntries(givers.map(({ name, rows }) => [name, itemsOf(rows)])),
		settings: { executionOrder: 'v1', timezone: settings.timezone ?? 'UTC' },
	};
}

export const endEngine = shutDownEngine;
