/* Runs other programs and keeps what they print. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { delimiter } from 'node:path';

const onWindows = process.platform === 'win32';

/** Resolves with what the command printed, whatever its exit code. */
export function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
		const printed = { stdout: [], stderr: [] };
		child.stdout?.on('data', (chunk) => printed.stdout.push(chunk));
		child.stderr?.on('data', (chunk) => printed.stderr.push(chunk));
		child.on('error', reject);
		child.on('close', (code, signal) =>
			resolve({
				code: code ?? signal,
				stdout: Buffer.concat(printed.stdout).toString(),
				stderr: Buffer.concat(printed.stderr).toString(),
			}),
		);
	});
}

/** Resolves with standard output; a command that ends badly becomes an error with its last lines. */
export async function mustRun(command, args, options = {}) {
	const { code, stdout, stderr } = await run(command, args, options);
	if (code === 0) return stdout;
	throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${lastLines(stdout + stderr)}`);
}

/** npm on the machine's own Node: `npm ci` may remove the one in node_modules that an npm script would put first. */
export function npm(args, options = {}) {
	return mustRun('npm', args, { shell: onWindows, env: withoutLocalPrograms(process.env), ...options });
}

export function lastLines(text, count = 30) {
	return text.trimEnd().split('\n').slice(-count).join('\n');
}

export function freePort(wanted = 0) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(freePort()));
		server.listen(wanted, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function withoutLocalPrograms(environment) {
	const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => !/node_modules[\\/]\.bin/.test(folder));
	return { ...environment, PATH: folders.join(delimiter) };
}
