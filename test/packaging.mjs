/* What npm would publish: the right files and nothing else, and what n8n's own scanner says of it. */
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../playground/commands.mjs';
import { root } from '../playground/install.mjs';
import { packTarball } from '../playground/n8n.mjs';

const texts = ['LICENSE.md', 'README.md', 'package.json'];

/** Resolves with one `{ name, problem }` per check; `problem` is null where all is well. */
export async function checkPackaging() {
	const folder = await mkdtemp(join(tmpdir(), 'packaging-'));
	try {
		const unpacked = await unpack(await packTarball(folder), folder);
		return [
			{ name: 'the package holds dist and texts only', problem: await strangeFiles(unpacked) },
			{ name: 'every node and credential of package.json is in the package, with icons, and nodes with their codex', problem: await missingParts(unpacked) },
			{ name: "n8n's scanner passes the sources", problem: await scan(root, SOURCE_FILE_PATTERNS) },
			{ name: "n8n's scanner passes the published package", problem: await scan(unpacked, ['**/*.js', 'package.json']) },
		];
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function unpack(tarball, folder) {
	const unpacked = join(folder, 'unpacked');
	await mkdir(unpacked);
	await mustRun('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	return unpacked;
}

async function strangeFiles(unpacked) {
	const strange = [];
	for await (const entry of glob('**', { cwd: unpacked, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name).slice(unpacked.length + 1);
		const belongs = texts.includes(path) || /^dist[\\/](nodes|credentials)[\\/].+\.(js|json|svg|png)$/.test(path);
		if (!belongs) strange.push(path);
	}
	const missing = texts.filter((text) => !existsSync(join(unpacked, text)));
	return sentence('does not belong there', strange) ?? sentence('is missing', missing);
}

async function missingParts(unpacked) {
	const { n8n } = JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8'));
	const missing = [];
	for (const script of [...n8n.nodes, ...n8n.credentials]) {
		const path = join(unpacked, script);
		if (!existsSync(path)) {
			missing.push(script);
			continue;
		}
		const parts = [...iconsIn(await readFile(path, 'utf8')).map((icon) => join(path, '..', icon))];
		if (script.endsWith('.node.js')) parts.push(path.replace(/\.js$/, '.json'));
		missing.push(...parts.filter((part) => !existsSync(part)));
	}
	return sentence('is missing', missing);
}

const iconsIn = (script) => [...script.matchAll(/["'`]file:([^"'`]+)["'`]/g)].map(([, icon]) => icon);

async function scan(folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (passed && !message) return null;
	return [message, details].filter(Boolean).join('\n');
}

const sentence = (what, files) => (files.length > 0 ? `${files.join(', ')} ${what}` : null);
