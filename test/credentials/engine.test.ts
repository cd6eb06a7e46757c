/** Credentials in the real engine, given to a node that is made for this test: who gets a secret, and who gets none. */
import type { IExecuteFunctions, INode, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { readSecret } from '../../nodes/shared/retentionSecret';
import type { Surroundings } from '../support/runWorkflow';
import { endEngine, flowOf, runWorkflow } from '../support/runWorkflow';

class TellsSecret implements INodeType {
	description: INodeTypeDescription;

	constructor(credentials: INodeTypeDescription['credentials']) {
		this.description = {
			displayName: 'Tells Secret',
			name: 'tellsSecret',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Tells Secret' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials,
			properties: [],
		};
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [[{ json: { secret: await readSecret(this) } }]];
	}
}

const optional = [{ name: 'retentionSecretApi', required: false }];
const named: INode['credentials'] = { retentionSecretApi: { id: '1', name: 'Our secret' } };
const secret = Object.freeze({ secret: 'a secret of the tests' });

interface Situation {
	readonly described?: INodeTypeDescription['credentials'];
	readonly named?: INode['credentials'];
	readonly given?: Surroundings['credentials'];
}

const run = async ({ described = optional, named: credentials, given }: Situation) =>
	await runWorkflow(flowOf([{}], 'tellsSecret', {}, { credentials }), 'Node', { credentials: given, types: { 'n8n-nodes-retention.tellsSecret': new TellsSecret(described) } });

const told = async (situation: Situation) => {
	const { error, outputs } = await run(situation);
	expect(error).toBeNull();
	return outputs[0].map(({ json }) => json);
};

afterAll(endEngine);

describe('readSecret(context), in the engine', () => {
	it('tells the secret of the credential that the node names', async () => expect(await told({ named, given: { retentionSecretApi: secret } })).toEqual([{ secret: 'a secret of the tests' }]));

	it('is null where the node names none, though there is one', async () => expect(await told({ given: { retentionSecretApi: secret } })).toEqual([{ secret: null }]));

	it('is null where the secret is empty', async () => expect(await told({ named, given: { retentionSecretApi: { secret: '' } } })).toEqual([{ secret: null }]));

	it('leaves it to the engine to refuse a node whose description has no such credential', async () => {
		const { error } = await run({ described: [], named, given: { retentionSecretApi: secret } });
		expect(error?.message).toBe('Node type "n8n-nodes-retention.tellsSecret" does not have any credentials of type "retentionSecretApi" defined');
	});

	it('leaves it to the engine to say that a credential is not there', async () => {
		const { error } = await run({ named });
		expect(error?.message).toBe('The flow wants the credential Our secret of type retentionSecretApi, which the test does not give');
	});
});
