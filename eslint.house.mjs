/* The house's own rules, beside n8n's configuration, which strict mode wants unchanged. */
import tseslint from 'typescript-eslint';

const outsideTime = ['date-fns', 'date-fns/*', '@date-fns/*', 'jalaali-js'];

/** Imports go one way, nodes → boundary → domain; only domain/time.ts knows calendars, zod stays out of the domain. */
const forbidImports = (patterns, reason) => ({
	'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group: [group], message: reason })) }],
});

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', 'playground/node_modules/', '.playground/', 'coverage/'] },
	{
		files: ['**/*.{ts,mjs,cjs,js}'],
		languageOptions: { parser: tseslint.parser },
		linterOptions: { reportUnusedDisableDirectives: true },
		rules: {
			complexity: ['error', 15],
			curly: ['error', 'multi-line'],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'max-depth': ['error', 3],
			'max-params': ['error', 6],
			'no-else-return': 'error',
			'no-nested-ternary': 'error',
			'no-var': 'error',
			'object-shorthand': 'error',
			'prefer-const': 'error',
			'prefer-template': 'error',
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
		},
	},
	{
		files: ['{nodes,credentials,boundary,domain}/**/*.ts'],
		plugins: { '@typescript-eslint': tseslint.plugin },
		rules: {
			'max-lines': ['error', { max: 330, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': ['error', { max: 75, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
				{ selector: 'TSEnumDeclaration', message: 'Use a registry object or a union of texts.' },
			],
		},
	},
	{
		// Scanners that look at one character after the other: a branch a character class, split they read worse.
		files: ['boundary/{amounts,dates}.ts'],
		rules: { complexity: ['error', 22], 'max-lines-per-function': ['error', 135] },
	},
	{
		files: ['domain/**/*.ts'],
		ignores: ['domain/time.ts'],
		rules: forbidImports(
			['n8n-*', 'zod', 'zod/*', '**/boundary/**', '**/nodes/**', ...outsideTime],
			'The domain knows no n8n, no zod, no boundary; calendars only through domain/time.ts.',
		),
	},
	{
		files: ['domain/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'console'],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'The domain has no clock: As Of is an argument.' },
				{ object: 'Math', property: 'random', message: 'Same input, same output.' },
			],
		},
	},
	{
		files: ['boundary/**/*.ts'],
		rules: forbidImports(['n8n-*', '**/nodes/**', ...outsideTime], 'The boundary knows no n8n; calendars only through domain/time.ts.'),
	},
	{
		files: ['nodes/**/*.ts'],
		rules: forbidImports(outsideTime, 'No date arithmetic in nodes.'),
	},
);
