/** The secret of the credential: whether it is one, and what it is. */
import type { ICredentialsDecrypted, ICredentialTestFunctions, IExecuteFunctions, INodeCredentialTestResult } from 'n8n-workflow';

const RETENTION_SECRET = 'retentionSecretApi';
const LEAST_CHARACTERS = 16;
const LEAST_DIFFERENT = 8;

const REMEDY = 'Let a password manager draw one, or run openssl rand -hex 32, and keep it: with another secret, others are held out.';

/** n8n's test of the credential, by its name in the node's `testedBy`: no server knows the secret, so its strength is what can be tested. */
export async function secretIsStrong(this: ICredentialTestFunctions, { data }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const characters = [...String(data?.secret ?? '')];
	const different = new Set(characters).size;
	if (characters.length >= LEAST_CHARACTERS && different >= LEAST_DIFFERENT) return { status: 'OK', message: 'The secret is long enough. Keep it: with another one, others are held out.' };
	const found = `of at least ${LEAST_CHARACTERS} characters it has ${characters.length}, of at least ${LEAST_DIFFERENT} different ones ${different}`;
	return { status: 'Error', message: `The secret is too easy to guess: ${found}. ${REMEDY}` };
}

/** The secret, or null where the node has no credential, or an empty one. */
export async function readSecret(context: IExecuteFunctions): Promise<string | null> {
	// n8n throws when it is asked for a credential that is optional and not set.
	if (context.getNode().credentials?.[RETENTION_SECRET] === undefined) return null;
	const { secret } = await context.getCredentials<{ readonly secret: string }>(RETENTION_SECRET);
	return secret === '' ? null : secret;
}
