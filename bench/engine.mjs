/** Runs one node on items through n8n's real engine and says how long the engine measured the node. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { ExecutionLifecycleHooks, WorkflowExecute } = require('n8n-core');
const { createRunExecutionData, NodeHelpers, Workflow } = require('n8n-workflow');

const node = (name, type, parameters, typeVersion) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

const giver = (items) => ({
	description: { displayName: 'Items', name: 'items', group: ['input'], version: 1, defaults: {}, inputs: [], outputs: ['main'], properties: [] },
	execute: async () => [items],
});

/** `{ milliseconds, outputs }` of one run. */
export async function runNode(nodeType, parameters, items, typeVersion = 1) {
	const types = { 'bench.items': giver(items), 'bench.node': nodeType };
	const flow = {
		id: 'bench',
		name: 'bench',
		active: false,
		nodes: [node('Items', 'bench.items', {}, 1), node('Node', 'bench.node', parameters, typeVersion)],
		connections: { Items: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', timezone: 'Europe/Kyiv' },
	};
	const nodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ ...flow, nodeTypes });
	const additionalData = {
		hooks: new ExecutionLifecycleHooks('manual', '1', flow),
		credentialsHelper: {},
		variables: {},
		restApiUrl: 'http://127.0.0.1/rest',
		instanceBaseUrl: 'http://127.0.0.1/',
		webhookBaseUrl: 'http://127.0.0.1/webhook',
		webhookWaitingBaseUrl: 'http://127.0.0.1/waiting',
		webhookTestBaseUrl: 'http://127.0.0.1/test',
		formWaitingBaseUrl: 'http://127.0.0.1/form',
		setExecutionStatus: () => undefined,
		userId: 'bench',
	};
	const start = { node: workflow.getNode('Items'), data: { main: [[{ json: {} }]] }, source: null };
	const prepared = createRunExecutionData({ executionData: { nodeExecutionStack: [start] } });
	const run = await new WorkflowExecute(additionalData, 'manual', prepared).processRunExecutionData(workflow);
	if (run.data.resultData.error) throw run.data.resultData.error;
	const task = run.data.resultData.runData.Node[0];
	return { milliseconds: task.executionTime, outputs: task.data.main };
}

/** What the quickest node could do: a bare loop that builds as many items as `outputs` has, each of the shape and with the values of the first of its output. */
export const bareLoop = (outputs) => ({
	description: { displayName: 'Bare Loop', name: 'bareLoop', group: ['transform'], version: 1, defaults: {}, inputs: ['main'], outputs: outputs.map(() => 'main'), properties: [] },
	execute: async () => {
		let item = 0;
		return outputs.map((items) =>
			items.map(() => {
				const { signs, ...constants } = items[0].json;
				return { json: Array.isArray(signs) ? { ...constants, signs: signs.map((sign) => ({ ...sign })) } : { ...constants, signs }, pairedItem: { item: item++ } };
			}),
		);
	},
});
