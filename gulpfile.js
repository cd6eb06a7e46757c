/* Builds what npm publishes: one bundle per node, its icons and its codex file. */
const { mkdtemp, rm, writeFile } = require('node:fs/promises');
const { globSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { build: bundle } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

// n8n brings n8n-workflow and zod; everything else is bundled, since a community node may not have dependencies.
const compile = () =>
	bundle({
		entryPoints: globSync('{nodes,credentials}/**/*.{node,credentials}.ts'),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['n8n-workflow', 'zod', 'zod/*'],
		// n8n's scanner refuses any console in what is published; the parser of date-fns warns on it before it throws.
		drop: ['console'],
		legalComments: 'inline',
	});

const copyAssets = () =>
	src(['nodes/**/*.{svg,png,node.json}', 'credentials/**/*.svg'], { base: '.', allowEmpty: true, encoding: false }).pipe(
		dest('dist'),
	);

exports.build = series(clean, parallel(compile, copyAssets));

/** Writes the pages that the registries tell by themselves; a test holds them against the code. */
exports.docs = async () => {
	const folder = await mkdtemp(join(tmpdir(), 'retention-docs-'));
	const outfile = join(folder, 'pages.cjs');
	await bundle({ entryPoints: ['docs/pages.ts'], outfile, bundle: true, platform: 'node', format: 'cjs' });
	for (const [file, text] of Object.entries(require(outfile).pages)) await writeFile(join('docs', file), text);
	await rm(folder, { recursive: true });
};
