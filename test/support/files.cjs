/* Files for tests; the TypeScript tests may not import node:* themselves. */
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { parse } = require('csv-parse/sync');

const root = resolve(__dirname, '..', '..');

/**
 * The text of a file, its path seen from the root of the repository.
 * @param {string} path
 * @returns {string}
 */
const readText = (path) => readFileSync(resolve(root, path), 'utf8');

/**
 * The rows of a CSV file as n8n's Extract from File gives them: every cell is text.
 * @param {string} path
 * @returns {Array<Record<string, string>>}
 */
const readCsv = (path) => parse(readText(path), { columns: true, bom: true, skip_empty_lines: true });

/**
 * The path of a file that tests may read but the repository may not hold, or null where ../shared is missing.
 * @param {string} name
 * @returns {string | null}
 */
const sharedData = (name) => {
	const path = join(root, '..', 'shared', 'data', name);
	return existsSync(path) ? path : null;
};

module.exports = { readText, readCsv, sharedData };
