/* A real n8n in a home of its own: the pack in it, flows in it, started and stopped. */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { freePort, lastLines, mustRun, npm, pause, run } from './commands.mjs';
import { node24, playground, root } from './install.mjs';

const n8nProgram = join(playground, 'node_modules', 'n8n', 'bin', 'n8n');
const startLimit = 180_000;
const stopLimit = 20_000;

/** Builds the pack and packs it as npm would publish it; resolves with the path of the tarball. */
export async function packTarball(folder) {
	await mkdir(folder, { recursive: true });
	await mustRun(node24, [join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], { cwd: root });
	const [packed] = JSON.parse(await npm(['pack', '--json', '--pack-destination', folder], { cwd: root }));
	return join(folder, packed.filename);
}

/** Puts the tarball where n8n puts community packages; the folder sets the prefix of the node types. */
export async function installTarball(home, tarball) {
	const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const nodes = join(home, '.n8n', 'nodes');
	const target = join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await mustRun('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
	await writeFile(
		join(nodes, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: { [name]: version } }, null, 2),
	);
}

/** The folder below which this n8n's file nodes may read; templates name files in it relative to the home. */
export async function giveFiles(home, folder) {
	await cp(folder, join(home, '.n8n-files'), { recursive: true });
}

/** The id under which a template is imported, and so its address in the editor. */
export const workflowId = (templateFile) => basename(templateFile, '.json');

export async function importWorkflows(home, workflows) {
	await importEach(home, 'workflow', workflows);
}

/** Puts credentials into n8n, as `{ id, name, type, data }`; it encrypts what is in them. Flows find them by their ids. */
export async function importCredentials(home, credentials) {
	await importEach(home, 'credentials', credentials);
}

async function importEach(home, kind, things) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-import-'));
	try {
		for (const thing of things) await writeFile(join(folder, `${thing.id}.json`), JSON.stringify(thing));
		const printed = await runN8n(home, [`import:${kind}`, '--separate', `--input=${folder}`]);
		if (!printed.includes(`Successfully imported ${things.length} `)) {
			throw new Error(`n8n did not import: ${things.map(({ name }) => name).join(', ')}\n${lastLines(printed)}`);
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** The workflow as it stands in n8n now, or null where it was deleted or never imported. */
export async function exportWorkflow(home, id) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-export-'));
	try {
		const file = join(folder, 'workflow.json');
		await runN8n(home, ['export:workflow', `--id=${id}`, `--output=${file}`]);
		return JSON.parse(await readFile(file, 'utf8').catch(() => '[null]'))[0];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Runs a workflow to its end; resolves with a reader of what its nodes gave. */
export async function executeWorkflow(home, id) {
	const printed = await runN8n(home, ['execute', `--id=${id}`, '--rawOutput']);
	const execution = executionIn(printed);
	if (!execution) throw new Error(`The flow ${id} did not run\n${lastLines(printed)}`);
	return resultOf(id, execution);
}

/** A reader of what the nodes of a run gave. */
export function resultOf(id, { status, data }) {
	const { error, runData } = data.resultData;
	if (error) throw new Error(`The flow ${id} stopped: ${error.message} ${error.description ?? ''}`);
	const runOf = (node) => runData[node]?.[0];
	return {
		status,
		nodes: Object.keys(runData),
		rows: (node, output = 0) => (runOf(node)?.data?.main?.[output] ?? []).map(({ json }) => json),
		hints: (node) => (runOf(node)?.hints ?? []).map(({ message }) => message),
	};
}

// n8n prints log lines before and after the run.
function executionIn(printed) {
	const lines = printed.split('\n');
	const first = lines.indexOf('{');
	const last = lines.lastIndexOf('}');
	return first < 0 || last < first ? null : JSON.parse(lines.slice(first, last + 1).join('\n'));
}

// Into a file: n8n exits before a pipe has taken the whole of a long run, and the end would be lost.
async function runN8n(home, args) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-run-'));
	const file = join(folder, 'printed');
	const output = await open(file, 'w');
	try {
		const settings = await settingsFor(home, await freePort());
		await run(node24, [n8nProgram, ...args], { ...settings, stdio: ['ignore', output.fd, output.fd] });
		return await readFile(file, 'utf8');
	} finally {
		await output.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Starts the editor; resolves when it can be opened. `stopAsked` is an AbortSignal that also ends it while it starts. */
export async function startN8n(home, { wantedPort = 0, stopAsked } = {}) {
	const port = await freePort(wantedPort);
	const settings = await settingsFor(home, port);
	// In a process group of its own, so that Ctrl-C reaches only the caller, who then stops it in order.
	const child = spawn(node24, [n8nProgram, 'start'], { ...settings, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	const log = collectOutput(child);
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const n8n = { address: `http://127.0.0.1:${port}`, pid: child.pid, log, ended, stop: () => stop(child, ended) };
	stopAsked?.addEventListener('abort', n8n.stop);
	try {
		await untilReady(n8n);
	} catch (error) {
		await n8n.stop();
		throw error;
	}
	return n8n;
}

function collectOutput(child) {
	const chunks = [];
	child.stdout.on('data', (chunk) => chunks.push(chunk));
	child.stderr.on('data', (chunk) => chunks.push(chunk));
	return () => Buffer.concat(chunks).toString();
}

async function untilReady({ address, log, ended }) {
	let running = true;
	ended.then(() => (running = false));
	const giveUpAt = Date.now() + startLimit;
	while (running && Date.now() < giveUpAt) {
		if (log().includes('Editor is now accessible') && (await answers(`${address}/healthz`))) return;
		await pause(200);
	}
	throw new Error(`n8n ${running ? 'is not ready after three minutes' : 'ended while starting'}\n${lastLines(log())}`);
}

export async function answers(address) {
	try {
		return (await fetch(address)).ok;
	} catch {
		return false;
	}
}

async function stop(child, ended) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGTERM');
	const killer = setTimeout(() => child.kill('SIGKILL'), stopLimit);
	await ended;
	clearTimeout(killer);
}

/** Makes the owner's account; a home that has one already is left as it is. */
export async function setUpOwner(address, { email, password }) {
	const response = await fetch(`${address}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ email, password, firstName: 'Playground', lastName: 'Owner' }),
	});
	const answer = await response.text();
	if (!response.ok && !answer.includes('already setup')) throw new Error(`n8n made no account: ${answer}`);
}

async function settingsFor(home, port) {
	await mkdir(join(home, '.n8n-files'), { recursive: true });
	const folder = await realpath(home);
	return {
		// Templates name their files relative to the home.
		cwd: folder,
		env: {
			...withoutSettingsOfOthers(process.env),
			N8N_USER_FOLDER: folder,
			N8N_RESTRICT_FILE_ACCESS_TO: join(folder, '.n8n-files'),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_HOST: '127.0.0.1',
			N8N_PORT: String(port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			N8N_SECURE_COOKIE: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
			N8N_DYNAMIC_BANNERS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_VERIFIED_PACKAGES_ENABLED: 'false',
			N8N_DISABLED_MODULES: 'mcp-registry',
		},
	};
}

// A caller's own n8n, its database, or Jest's options must not reach this one.
function withoutSettingsOfOthers(environment) {
	const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|NODE_OPTIONS$|NODE_ENV$|NODE_PATH$|JEST_)/;
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !foreign.test(name)));
}
