/* node test/run.mjs [zones | e2e]: everything but the end-to-end tests; the unit tests, those that meet dates in other time zones too; the end-to-end tests. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installPack, installPlayground, node24, root } from '../playground/install.mjs';

const [zoneOfAll, ...otherZones] = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
// In domain/ nothing but time.ts makes dates, which test/repository.test.ts holds: the rest cannot know the machine's zone.
const whereDatesAre = 'test/(boundary|domain/time)';
const tally = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const suites = {
	async all() {
		await check('lint by the rules of n8n', () => program('n8n-node', ['lint']));
		await check('lint by the rules of the house', () => program('eslint', ['--config', 'eslint.house.mjs', '.']));
		await check('types', () => program('tsc', ['--noEmit']));
		await check('build', () => program('gulp', ['build']));
		await suites.zones();
		await jest('node tests in the engine of n8n', 'nodes');
		await packaging();
	},
	async zones() {
		await jest(`unit tests in ${zoneOfAll}`, 'unit', { TZ: zoneOfAll });
		for (const zone of otherZones) await jest(`unit tests that meet dates in ${zone}`, 'unit', { TZ: zone }, ['--testPathPatterns', whereDatesAre]);
	},
	async e2e() {
		await installPlayground();
		await jest('end-to-end tests in the real n8n', 'e2e', { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' });
	},
};

async function main() {
	await installPack();
	if (!process.version.startsWith('v24.')) {
		process.exitCode = await end(spawn(node24, process.argv.slice(1), { stdio: 'inherit' }));
		return;
	}
	const suite = suites[process.argv[2] ?? 'all'];
	if (!suite) throw new Error(`There is no suite ${process.argv[2]}: leave it out, or say zones or e2e`);
	await suite();
	sumUp();
}

function sumUp() {
	const { passed, failed, skipped } = tally;
	console.log('');
	for (const failure of failures) console.log(`FAILED  ${failure}`);
	console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
	if (failed > 0 || passed === 0) process.exitCode = 1;
}

/** Counts one outcome; `work` resolves with an exit code. */
async function check(name, work) {
	console.log(`\n=== ${name}`);
	count(name, (await work()) === 0);
}

function count(name, isGood) {
	if (isGood) {
		tally.passed++;
	} else {
		tally.failed++;
		failures.push(name);
	}
}

/** Runs one project of jest.config.cjs and counts its tests one by one. */
async function jest(name, project, environment = {}, more = []) {
	console.log(`\n=== ${name}`);
	const folder = await mkdtemp(join(tmpdir(), 'jest-'));
	const file = join(folder, 'result.json');
	const exitCode = await program('jest', ['--selectProjects', project, '--json', `--outputFile=${file}`, ...more], environment);
	const result = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
	await rm(folder, { recursive: true, force: true });
	countTests(name, result, exitCode);
}

function countTests(name, result, exitCode) {
	if (!result || result.numPassedTests + result.numFailedTests === 0) {
		count(`${name}: no test was run`, false);
		return;
	}
	tally.passed += result.numPassedTests;
	tally.skipped += result.numPendingTests + result.numTodoTests;
	for (const { title } of failedTests(result)) count(`${name}: ${title}`, false);
	const brokeWithoutATest = exitCode !== 0 && failedTests(result).length === 0;
	if (brokeWithoutATest) count(`${name}: Jest ended with ${exitCode}`, false);
}

function failedTests(result) {
	return result.testResults.flatMap(({ name, status, assertionResults }) => {
		const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => ({ title: fullName }));
		const couldNotRun = status === 'failed' && failed.length === 0;
		return couldNotRun ? [{ title: name }] : failed;
	});
}

async function packaging() {
	console.log('\n=== the package as npm would publish it');
	const { checkPackaging } = await import('./packaging.mjs');
	const outcomes = await checkPackaging().catch((error) => [{ name: 'packing', problem: error.message }]);
	for (const { name, problem } of outcomes) {
		console.log(problem ? `not so: ${name}\n${problem}` : `ok: ${name}`);
		count(name, !problem);
	}
}

/** A program of node_modules/.bin on the Node 24 that lies there too; resolves with its exit code. */
function program(name, args, environment = {}) {
	const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
	const shell = process.platform === 'win32';
	return end(spawn(name, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, PATH, ...environment } }));
}

function end(child) {
	return new Promise((resolve) => {
		child.once('error', (error) => {
			console.error(error.message);
			resolve(1);
		});
		child.once('exit', (code) => resolve(code ?? 1));
	});
}

await main();
