/* Puts made-up rows into the node Sample of a template, which carries them, so that it runs as soon as it is imported. */
import { readFile, writeFile } from 'node:fs/promises';

const addressOf = (template) => new URL(`../${template}`, import.meta.url);

/** A line a row, so that a change of the generator can be seen where the node is opened. */
export function sampleAsText(lists) {
	const texts = Object.entries(lists).map(([name, rows]) => `"${name}": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
	return `{\n${texts.join(',\n')}\n}`;
}

export async function putIntoTemplate(template, lists) {
	const flow = JSON.parse(await readFile(addressOf(template), 'utf8'));
	flow.nodes.find(({ name }) => name === 'Sample').parameters.jsonOutput = sampleAsText(lists);
	await writeFile(addressOf(template), `${JSON.stringify(flow, null, '\t')}\n`);
}
