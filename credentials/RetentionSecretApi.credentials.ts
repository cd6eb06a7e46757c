import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

export class RetentionSecretApi implements ICredentialType {
	name = 'retentionSecretApi';

	displayName = 'Retention Secret API';

	icon: Icon = { light: 'file:retentionSecretApi.svg', dark: 'file:retentionSecretApi.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-retention/n8n-nodes-retention/blob/main/docs/win-back-priority.md';

	// There is no server that it opens, so no other node has a use for it.
	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'At least 16 characters that nobody can guess. Whoever knows them can tell who is held out; with other ones, others are held out.',
		},
	];
}
