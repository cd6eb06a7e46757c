/* npm start: the pack in a real n8n, its templates imported, one of them run on real data. `--once` ends after the run. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { installPack, installPlayground, root } from './install.mjs';
import { monthsTable } from './months.mjs';
import {
	answers,
	executeWorkflow,
	exportWorkflow,
	giveFiles,
	importWorkflows,
	installTarball,
	packTarball,
	setUpOwner,
	startN8n,
	workflowId,
} from './n8n.mjs';
import { longStep } from './progress.mjs';

const home = process.env.PLAYGROUND_HOME ?? join(root, '.playground');
const templates = join(root, 'templates');
const importedTemplates = join(home, 'templates');
const runningNote = join(home, 'running.json');
const usualPort = 5678;
const shownTemplate = 'monthly-churn-of-a-shop.json';

async function main() {
	await refuseSecondStart();
	await installPack();
	await installPlayground();
	await mkdir(importedTemplates, { recursive: true });
	await longStep('Building the pack and putting it into n8n', '', bringPack);
	await giveFiles(home, join(templates, 'data'));
	await bringTemplates(await changedTemplates());

	const result = await longStep('Running a year of a real shop through it', 'about ten seconds', runShownTemplate);
	showResult(result);
	if (process.argv.includes('--once')) return;
	await keepEditorOpen();
}

async function refuseSecondStart() {
	const running = await readJson(runningNote);
	if (running && (await answers(`${running.address}/healthz`))) {
		throw new Error(`The playground is open already: ${running.address}\nEnd that one first (Ctrl-C where it was started, or process ${running.pid}).`);
	}
}

async function bringPack() {
	const packed = join(home, 'pack');
	const fresh = await packTarball(join(packed, 'fresh'));
	const installed = join(packed, 'installed.tgz');
	if (existsSync(installed) && (await readFile(fresh)).equals(await readFile(installed))) return;
	await installTarball(home, fresh);
	await rename(fresh, installed);
}

async function changedTemplates() {
	const files = (await readdir(templates)).filter((file) => file.endsWith('.json'));
	const changed = [];
	for (const file of files) {
		const isImported = isDeepStrictEqual(await readJson(join(templates, file)), await readJson(join(importedTemplates, file)));
		if (!isImported) changed.push(file);
	}
	return changed;
}

async function bringTemplates(files) {
	if (files.length === 0) return;
	await longStep('Importing the templates', 'about ten seconds', () => importTemplates(files));
}

async function importTemplates(files) {
	const workflows = [];
	for (const file of files) {
		workflows.push(...(await editedCopy(file)), { ...(await readJson(join(templates, file))), id: workflowId(file) });
	}
	await importWorkflows(home, workflows);
	for (const file of files) {
		await writeFile(join(importedTemplates, file), await readFile(join(templates, file)));
	}
}

// A template that has changed here replaces the one in n8n; what a person changed in that one is kept beside it.
async function editedCopy(file) {
	const before = await readJson(join(importedTemplates, file));
	const now = before && (await exportWorkflow(home, workflowId(file)));
	if (!now || (isDeepStrictEqual(now.nodes, before.nodes) && isDeepStrictEqual(now.connections, before.connections))) return [];
	const { nodes, connections, settings } = now;
	return [{ nodes, connections, settings, name: `${now.name} (your version)`, id: randomBytes(8).toString('hex') }];
}

async function runShownTemplate() {
	const id = workflowId(shownTemplate);
	try {
		return await executeWorkflow(home, id);
	} catch (error) {
		const wasDeletedInTheEditor = error.message.includes('does not exist');
		if (!wasDeletedInTheEditor) throw error;
		await importTemplates([shownTemplate]);
		return await executeWorkflow(home, id);
	}
}

function showResult(result) {
	console.log(`\nMonthly churn of a real shop\n`);
	console.log(monthsTable(result.rows('Churn Rate')));
	console.log('\nChurned: all who left. The rate counts those of them who were there at the start.');
	console.log(`\n${result.rows('Your CRM Here').length} customers left in the last complete month and are not back: the list for a CRM node`);
	for (const { message } of result.rows('Write the Message')) console.log(`Message for a chat: ${message}`);
	for (const hint of result.hints('Churn Rate')) console.log(`Hint: ${hint}`);
}

async function keepEditorOpen() {
	const login = await ownLogin();
	const stopAsked = whenAskedToStop();
	const n8n = await longStep('Starting the editor', 'about ten seconds', () =>
		startN8n(home, { wantedPort: usualPort, stopAsked }),
	);
	await setUpOwner(n8n.address, login);
	await writeFile(runningNote, JSON.stringify({ address: n8n.address, pid: process.pid }));
	console.log(`
The editor is open at  ${n8n.address}/workflow/${workflowId(shownTemplate)}
Sign in with           ${login.email}
Password               ${login.password}

Press Ctrl-C to stop. Your own flows stay in ${home}.`);
	await n8n.ended;
	await rm(runningNote, { force: true });
	console.log('Stopped.');
}

function whenAskedToStop() {
	const asked = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			console.log('\nStopping n8n ...');
			asked.abort();
		});
	}
	return asked.signal;
}

// Made once for this playground: a password that everybody knows would open it to every account of the machine.
async function ownLogin() {
	const file = join(home, 'login.json');
	const known = await readJson(file);
	if (known) return known;
	const login = { email: 'owner@example.com', password: `Playground-${randomBytes(4).toString('hex')}1` };
	await writeFile(file, JSON.stringify(login), { mode: 0o600 });
	return login;
}

async function readJson(file) {
	return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
}

main().catch((error) => {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
});
