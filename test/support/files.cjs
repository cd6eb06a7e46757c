/* Files for tests; the TypeScript tests may not import node:* themselves. */
const { createHash } = require('node:crypto');
const { execFileSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, relative, resolve, sep } = require('node:path');
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

/**
 * The paths of all files below a folder, seen from the root of the repository, in order of the alphabet.
 * @param {string} folder
 * @returns {string[]}
 */
const listFiles = (folder) =>
	existsSync(resolve(root, folder))
		? readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
				.sort()
		: [];

/**
 * The paths of all files that belong to the repository: those under version control and those about to be.
 * @returns {string[]}
 */
const repositoryFiles = () =>
	execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
		.split('\0')
		.filter((path) => path !== '' && existsSync(resolve(root, path)));

/**
 * The SHA-256 of lines, each with a line break behind it.
 * @param {readonly string[]} lines
 * @returns {string}
 */
const checksum = (lines) => createHash('sha256').update(lines.map((line) => `${line}\n`).join('')).digest('hex');

module.exports = { readText, readCsv, sharedData, listFiles, repositoryFiles, checksum };
