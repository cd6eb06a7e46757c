/* The packed pack in a real n8n with a home of its own, as a user would have it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../playground/install.mjs';
import { giveFiles, importWorkflows, installTarball, packTarball, workflowId } from '../../playground/n8n.mjs';

const templates = join(root, 'templates');

/** Resolves with the home of an n8n that has the pack, the templates' data and the templates named. */
export async function homeWithTemplates(files) {
	const home = await mkdtemp(join(tmpdir(), 'n8n-home-'));
	await installTarball(home, await packTarball(join(home, 'pack')));
	await giveFiles(home, join(templates, 'data'));
	await importWorkflows(home, await Promise.all(files.map(readTemplate)));
	return home;
}

export const throwAway = (home) => rm(home, { recursive: true, force: true });

/** A template with the id under which it is imported. */
export async function readTemplate(file) {
	return { ...JSON.parse(await readFile(join(templates, file), 'utf8')), id: workflowId(file) };
}
