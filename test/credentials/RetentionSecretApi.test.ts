/** The credential, and its test as n8n calls it: with the engine's own context. */
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { RetentionSecretApi } from '../../credentials/RetentionSecretApi.credentials';
import { secretIsStrong } from '../../nodes/shared/retentionSecret';
import { endEngine } from '../support/runWorkflow';

const credential = new RetentionSecretApi();
const test = async (data: ICredentialDataDecryptedObject | undefined) =>
	await secretIsStrong.call(new CredentialTestContext({} as IWorkflowExecuteAdditionalData), Object.freeze({ id: '1', name: 'Secret', type: credential.name, data: Object.freeze(data) }));
const testSecret = async (secret: string) => await test({ secret });

afterAll(endEngine);

describe('the credential', () => {
	it('is one secret, shown as dots', () => {
		expect(credential.properties).toHaveLength(1);
		expect(credential.properties[0]).toMatchObject({ name: 'secret', type: 'string', typeOptions: { password: true }, required: true, default: '' });
	});

	it('is for the nodes of this pack alone', () => expect(credential.restrictToSupportedNodes).toBe(true));
});

describe('secretIsStrong()', () => {
	it.each([
		['16 characters, 8 of them different', 'abcdefghabcdefgh'],
		['what openssl rand -hex 32 gives', '9f2d6b0c41e7835a9f2d6b0c41e7835a9f2d6b0c41e7835a9f2d6b0c41e7835a'],
		['a sentence in Ukrainian', 'Кавун добре росте на сонці'],
		['a sentence in Persian', 'هندوانه زیر آفتاب خوب رشد می‌کند'],
		['16 characters that JavaScript counts twice', '\u{1f34e}\u{1f34f}\u{1f350}\u{1f351}\u{1f352}\u{1f353}\u{1f354}\u{1f355}\u{1f356}\u{1f357}\u{1f358}\u{1f359}\u{1f35a}\u{1f35b}\u{1f35c}\u{1f35d}'],
	])('takes %s', async (_what, secret) => expect(await testSecret(secret)).toMatchObject({ status: 'OK' }));

	it.each([
		['15 characters', 'abcdefghijklmno'],
		['16 characters, 7 of them different', 'abcdefgabcdefgab'],
		['100 times the same character', 'a'.repeat(100)],
		['8 characters that JavaScript counts twice', '\u{1f34e}\u{1f34f}\u{1f350}\u{1f351}\u{1f352}\u{1f353}\u{1f354}\u{1f355}'],
		['nothing', ''],
	])('refuses %s', async (_what, secret) => expect(await testSecret(secret)).toMatchObject({ status: 'Error' }));

	it('refuses a credential that has not been filled in', async () => {
		expect(await test(undefined)).toMatchObject({ status: 'Error' });
		expect(await test({})).toMatchObject({ status: 'Error' });
	});

	it('says what it found, what is needed and how to make one, but never the secret', async () => {
		const { message } = await testSecret('hunter2');
		expect(message).toBe(
			'The secret is too easy to guess: of at least 16 characters it has 7, of at least 8 different ones 7. ' +
				'Let a password manager draw one, or run openssl rand -hex 32, and keep it: with another secret, others are held out.',
		);
	});
});
