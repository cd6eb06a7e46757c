/* unit: no n8n. nodes: n8n's real engine. e2e: the packed pack in the real n8n, see test/run.mjs. */
process.env.TZ ??= 'UTC';

const typeScript = {
	transform: {
		'^.+\\.ts$': [
			'ts-jest',
			{ transpilation: true, tsconfig: { target: 'ES2022', module: 'CommonJS', moduleResolution: 'Node10', esModuleInterop: true, resolveJsonModule: true, allowJs: true } },
		],
	},
	testEnvironment: 'node',
	// Without it each Math.log of a test takes half a microsecond, twenty times as long as outside of Jest.
	sandboxInjectedGlobals: ['Math'],
	setupFiles: ['<rootDir>/test/support/seed.cjs'],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground', '<rootDir>/\\.playground'],
};

module.exports = {
	projects: [
		{
			...typeScript,
			displayName: 'unit',
			testMatch: ['<rootDir>/test/{domain,boundary,reference}/**/*.test.ts', '<rootDir>/test/repository.test.ts'],
		},
		{ ...typeScript, displayName: 'nodes', testMatch: ['<rootDir>/test/{nodes,credentials}/**/*.test.ts'] },
		{
			displayName: 'e2e',
			testEnvironment: 'node',
			testMatch: ['<rootDir>/test/e2e/**/*.test.mjs'],
			modulePathIgnorePatterns: typeScript.modulePathIgnorePatterns,
			transform: {},
		},
	],
};
