/* A PostgreSQL of its own on loopback, as Debian packages it, in a folder that is thrown away with it. */
import { spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, lastLines, mustRun, pause, run } from '../../playground/commands.mjs';

const versions = '/usr/lib/postgresql';
const startLimit = 30_000;
const stopLimit = 10_000;
const user = 'shop';
const database = 'postgres';
const password = 'Loopback1';

/**
 * Starts a server; resolves with what n8n needs to sign in (`credential`), with `rows` and `does`, which run a query as
 * somebody else does beside the flow, and with `stop`.
 */
export async function startPostgres() {
	const programs = await programsFolder();
	const owner = await whoMayRunIt();
	const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
	if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid);
	const [passwordFile, data, port] = [join(folder, 'password'), join(folder, 'data'), await freePort()];
	await writeFile(passwordFile, password, { mode: 0o644 });
	const options = ['--pgdata', data, '--username', user, '--auth', 'scram-sha-256', '--pwfile', passwordFile, '--encoding', 'UTF8', '--locale', 'C', '--no-sync'];
	await mustRun(join(programs, 'initdb'), options, { ...owner, cwd: folder });
	const server = await serverIn(folder, join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'], owner);
	const ask = (sql) => mustRun(join(programs, 'psql'), [`--host=127.0.0.1`, `--port=${port}`, `--username=${user}`, `--dbname=${database}`, '--no-psqlrc', '--no-align', '--tuples-only', '--quiet', '--set=ON_ERROR_STOP=1', '--command', sql], { env: { ...process.env, PGPASSWORD: password } });
	await untilReady(server, join(programs, 'pg_isready'), port);
	return {
		credential: { host: '127.0.0.1', port, database, user, password, ssl: 'disable' },
		/** The rows of a query that reads; days and moments are texts. */
		rows: async (sql) => JSON.parse(await ask(`SELECT coalesce(json_agg(row_to_json(found)), '[]') FROM (${sql}) AS found`)),
		does: async (sql) => void (await ask(sql)),
		stop: () => server.stop(),
	};
}

/** The programs of the newest version that is installed. */
async function programsFolder() {
	const installed = await readdir(versions).catch(() => []);
	if (installed.length === 0) throw new Error('There is no PostgreSQL: apt-get install --no-install-recommends postgresql');
	const newest = installed.map(Number).sort((one, other) => other - one)[0];
	return join(versions, String(newest), 'bin');
}

/** PostgreSQL refuses root, so as root it runs as the user whom its package makes. */
async function whoMayRunIt() {
	if (process.getuid() !== 0) return {};
	const idOf = async (option) => Number(await mustRun('id', [option, 'postgres']));
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function serverIn(folder, program, args, owner) {
	const child = spawn(program, args, { ...owner, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
	const printed = [];
	child.stdout.on('data', (chunk) => printed.push(chunk));
	child.stderr.on('data', (chunk) => printed.push(chunk));
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const isRunning = () => child.exitCode === null && child.signalCode === null;
	const stop = async () => {
		// Interrupted it ends its connections and itself; terminated it would wait for n8n to leave.
		if (isRunning()) child.kill('SIGINT');
		const killer = setTimeout(() => child.kill('SIGKILL'), stopLimit);
		await ended;
		clearTimeout(killer);
		await rm(folder, { recursive: true, force: true });
	};
	return { isRunning, stop, log: () => lastLines(Buffer.concat(printed).toString()) };
}

async function untilReady(server, program, port) {
	const giveUpAt = Date.now() + startLimit;
	while (server.isRunning() && Date.now() < giveUpAt) {
		const { code } = await run(program, ['--host=127.0.0.1', `--port=${port}`, '--quiet']);
		if (code === 0) return;
		await pause(100);
	}
	await server.stop();
	throw new Error(`PostgreSQL did not start\n${server.log()}`);
}
