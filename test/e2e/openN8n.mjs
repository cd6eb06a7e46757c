/*
 * Flows run in an n8n that stays open, as a person runs them in the editor: `n8n execute` starts without Data Tables.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pause } from '../../playground/commands.mjs';
import { playground } from '../../playground/install.mjs';
import { resultOf, setUpOwner, startN8n } from '../../playground/n8n.mjs';

const login = { email: 'owner@example.com', password: 'Playground1' };
const runLimit = 60_000;
// What n8n itself packs the data of a run with.
const { parse } = createRequire(join(playground, 'package.json'))('flatted');

/** Starts the n8n of a home; `run` executes a flow from one of its triggers and resolves with a reader of what its nodes gave. */
export async function openN8n(home) {
	const n8n = await startN8n(home);
	await setUpOwner(n8n.address, login);
	const ask = await signedIn(n8n.address);
	return { address: n8n.address, stop: n8n.stop, run: (id, trigger = 'Start') => run(ask, id, trigger) };
}

async function signedIn(address) {
	// A connection each: n8n closes one that lies idle, even while it was too busy to hear that it is used again.
	const send = (path, body, headers = {}) =>
		fetch(`${address}/rest/${path}`, { method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json', connection: 'close', ...headers }, body: body && JSON.stringify(body) });
	const answer = await send('login', { emailOrLdapLoginId: login.email, password: login.password });
	const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
	return async (path, body) => {
		const given = await send(path, body, { cookie });
		if (!given.ok) throw new Error(`n8n answered ${given.status} to ${path}: ${await given.text()}`);
		return (await given.json()).data;
	};
}

async function run(ask, id, trigger) {
	const { executionId } = await ask(`workflows/${id}/run`, { triggerToStartFrom: { name: trigger } });
	const giveUpAt = Date.now() + runLimit;
	while (Date.now() < giveUpAt) {
		const { status, data } = await ask(`executions/${executionId}`);
		if (!['new', 'running', 'waiting'].includes(status)) return resultOf(id, { status, data: parse(data) });
		await pause(200);
	}
	throw new Error(`The flow ${id} did not end in a minute`);
}
