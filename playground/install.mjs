/* Installs what is missing: node playground/install.mjs [--playground] */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run } from './commands.mjs';
import { longStep } from './progress.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const playground = join(root, 'playground');

/** n8n wants Node 24, which comes as a package; whoever runs this may have Node 20. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export async function installPack() {
	if (!isInstalled(root)) await install(root, 'Installing the tools', 'about a minute');
	if (!(await runs(node24, ['--version']))) {
		await longStep('Fetching Node 24, which n8n runs on', 'a few seconds', () => runScriptsOf('node', root));
	}
}

export async function installPlayground() {
	if (!isInstalled(playground)) {
		await install(playground, 'Installing n8n itself', 'once; about five minutes and 3 GB');
	}
	if (!(await runs(node24, ['-e', 'require("sqlite3")'], playground))) {
		await longStep("Preparing n8n's database", 'up to two minutes where it has to be compiled', () =>
			runScriptsOf('sqlite3', playground),
		);
	}
}

async function install(folder, title, howLong) {
	if (isLink(join(folder, 'node_modules'))) {
		console.log(`${join(folder, 'node_modules')} is a link to packages of another version; it is left as it is.`);
		return;
	}
	// Not `npm ci`: it refuses a lock file without the optional packages of every other machine, which some registries lack.
	await longStep(title, howLong, () => npm(['install', '--no-save', '--no-progress'], { cwd: folder }));
}

// .npmrc keeps every package from running scripts at installation; these two need theirs.
function runScriptsOf(packageName, folder) {
	return npm(['rebuild', packageName, '--ignore-scripts=false'], { cwd: folder });
}

/** npm notes in node_modules what it installed, so no mark of our own is needed to compare with the lock file. */
function isInstalled(folder) {
	const wanted = lockedPackages(join(folder, 'package-lock.json'));
	const present = lockedPackages(join(folder, 'node_modules', '.package-lock.json'));
	const required = Object.entries(wanted).filter(([path, { optional, extraneous }]) => path && !optional && !extraneous);
	return required.every(([path, { version }]) => present[path]?.version === version);
}

function lockedPackages(lockFile) {
	try {
		return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
	} catch (error) {
		if (error.code === 'ENOENT') return {};
		throw error;
	}
}

function isLink(path) {
	return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

async function runs(command, args, cwd = root) {
	try {
		return (await run(command, args, { cwd })).code === 0;
	} catch {
		return false;
	}
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	await installPack();
	if (process.argv.includes('--playground')) await installPlayground();
}
