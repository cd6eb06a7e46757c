/** The tree keeps its own promises: what is in one place is in the others it belongs to. */
import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import type { ZodObject, ZodRawShape } from 'zod/v4';
import { purchaseSources } from '../boundary/sources';
import { churnDefinitions } from '../domain/churn/definitions';
import manifest from '../package.json';
import { listFiles, readText, repositoryFiles } from './support/files.cjs';
import { pages } from '../docs/pages';

const tests = listFiles('test').filter((path) => path.endsWith('.test.ts'));
const hasTest = (name: string, folder: string) => tests.some((path) => path.startsWith(`test/${folder}/`) && path.endsWith(`/${name}.test.ts`));

describe.each(churnDefinitions.map((definition) => [definition.id, definition] as const))('the definition %s', (id, definition) => {
	it('is a file of its name', () => expect(listFiles('domain/churn/definitions')).toContain(`domain/churn/definitions/${id}.ts`));
	it('has a test of its name', () => expect(hasTest(id, 'domain/churn')).toBe(true));
	it('has its source in the rule book, and says so in its comment', () => {
		expect(definition.source).toMatch(/^C\d+$/);
		expect(readText(`domain/churn/definitions/${id}.ts`)).toMatch(new RegExp(`Source: DOMAIN ${definition.source}\\b`));
	});
});

it('every file of definitions is in the registry', () => {
	const files = listFiles('domain/churn/definitions').map((path) => path.slice('domain/churn/definitions/'.length, -'.ts'.length));
	expect(files.filter((name) => name !== 'index').sort()).toEqual(churnDefinitions.map(({ id }) => id as string).sort());
});

describe.each(purchaseSources.map(({ id }) => [id]))('the source %s', (id) => {
	it('is a file of its name, with a test', () => {
		expect(listFiles('boundary/sources')).toContain(`boundary/sources/${id}.ts`);
		expect(hasTest(id, 'boundary/sources')).toBe(true);
	});
});

const nodes = listFiles('nodes').flatMap((path) => /^nodes\/(\w+)\/\1\.node\.ts$/.exec(path)?.[1] ?? []);
const kebab = (name: string) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
const camel = (name: string) => name[0].toLowerCase() + name.slice(1);
const loadNode = async (node: string) => new ((await import(`../nodes/${node}/${node}.node`)) as Record<string, new () => INodeType>)[node]();
const credentials = listFiles('credentials').flatMap((path) => /^credentials\/(\w+)\.credentials\.ts$/.exec(path)?.[1] ?? []);

function expectThemedIcons(icon: ICredentialType['icon'], folder: string): void {
	const { light, dark } = icon as { light: string; dark: string };
	const icons = [light, dark].map((path) => `${folder}/${path.replace('file:', '')}`);
	expect(icons[0]).not.toBe(icons[1]);
	for (const path of icons) expect(readText(path)).toContain('<svg');
}

it('every folder of nodes holds a node of its name, but for what they share', () => {
	const folders = new Set(listFiles('nodes').map((path) => path.split('/')[1]));
	folders.delete('shared');
	expect([...folders].sort()).toEqual([...nodes].sort());
});

it('package.json lists every node and no other', () => {
	expect(manifest.n8n.nodes).toEqual(nodes.map((node) => `dist/nodes/${node}/${node}.node.js`));
});

describe.each(nodes)('the node %s', (node) => {
	const load = async () => (await loadNode(node)).description;

	it('is called by its folder', async () => expect((await load()).name).toBe(camel(node)));

	it('has a codex of its name that leads to its page', () => {
		const codex = JSON.parse(readText(`nodes/${node}/${node}.node.json`)) as { node: string; resources: { primaryDocumentation: Array<{ url: string }> } };
		expect(codex.node).toBe(`${manifest.name}.${camel(node)}`);
		expect(codex.resources.primaryDocumentation[0].url).toMatch(new RegExp(`/docs/${kebab(node)}\\.md$`));
	});

	it('has an icon for light and one for dark', async () => expectThemedIcons((await load()).icon, `nodes/${node}`));

	it('has a page in docs/', () => expect(listFiles('docs')).toContain(`docs/${kebab(node)}.md`));

	it('is in a template', () => {
		const templates = listFiles('templates').filter((path) => path.endsWith('.json'));
		expect(templates.some((path) => readText(path).includes(`"${manifest.name}.${camel(node)}"`))).toBe(true);
	});

	it('has a case for each of its operations, run in the real engine', () => expect(hasTest(node, 'nodes')).toBe(true));

	it('tests the credentials that it takes', async () => {
		const { description, methods } = await loadNode(node);
		for (const { name, testedBy } of description.credentials ?? []) {
			expect(credentials.map(camel)).toContain(name);
			expect(Object.keys(methods?.credentialTest ?? {})).toContain(testedBy);
		}
	});
});

it('package.json lists every credential and no other', () => {
	expect(manifest.n8n.credentials).toEqual(credentials.map((credential) => `dist/credentials/${credential}.credentials.js`));
});

describe.each(credentials)('the credential %s', (credential) => {
	const load = async () => new ((await import(`../credentials/${credential}.credentials`)) as Record<string, new () => ICredentialType>)[credential]();

	it('is called by its file', async () => expect((await load()).name).toBe(camel(credential)));

	it('has an icon for light and one for dark', async () => expectThemedIcons((await load()).icon, 'credentials'));

	it('has a page in docs/ that names it', async () => {
		const { displayName, documentationUrl } = await load();
		const [, page] = /\/blob\/main\/(docs\/[\w-]+\.md)$/.exec(documentationUrl!)!;
		expect(listFiles('docs')).toContain(page);
		expect(readText(page)).toContain(`**${displayName}**`);
	});

	it('has a test of its name', () => expect(listFiles('test/credentials')).toContain(`test/credentials/${credential}.test.ts`));
});

describe.each(listFiles('nodes').filter((path) => /\/operations\/(?!index\.ts)/.test(path)))('%s', (path) => {
	const load = async () => (await import(`../${path.slice(0, -'.ts'.length)}`)) as { properties: INodeProperties[]; parameters: ZodObject<ZodRawShape> };

	it('has the same defaults on the canvas as where parameters are read', async () => {
		const { properties, parameters } = await load();
		const defaults = parameters.parse({});
		// What the canvas shows may be written otherwise (Group By as text), so both are compared as read. The members
		// of a collection are left out: n8n stores one only once the user adds it, so its default there is a first
		// proposal (an acceptable rate of 3 %), while not adding it means none.
		const shown = properties.filter(({ type }) => type !== 'notice');
		for (const { name, default: value } of shown) expect({ [name]: parameters.parse({ [name]: value })[name] }).toEqual({ [name]: defaults[name] });
		expect(shown.map(({ name }) => name).sort()).toEqual(Object.keys(parameters.shape).sort());
	});

	it('takes on every choice that the canvas offers, in collections too, and gives members their names', async () => {
		const { properties, parameters } = await load();
		const choicesOf = ({ options = [] }: INodeProperties) => options.flatMap((option) => ('value' in option ? [option.value] : []));
		for (const property of properties.filter(({ type }) => type === 'options')) {
			for (const choice of choicesOf(property)) expect(parameters.safeParse({ [property.name]: choice }).success).toBe(true);
		}
		for (const collection of properties.filter(({ type }) => type === 'collection')) {
			const members = collection.options as INodeProperties[];
			expect(members.map(({ name }) => name).sort()).toEqual(Object.keys(parameters.parse({})[collection.name] as object).sort());
			for (const member of members) {
				for (const choice of [member.default, ...choicesOf(member)]) {
					expect(parameters.safeParse({ [collection.name]: { [member.name]: choice } }).success).toBe(true);
				}
			}
		}
	});
});

describe('imports', () => {
	const sources = ['nodes', 'boundary', 'domain', 'credentials'].flatMap((folder) => listFiles(folder)).filter((path) => path.endsWith('.ts'));

	/** What a file imports: packages by name, other files by their path from the root. */
	function importsOf(path: string): string[] {
		const specifiers = [...readText(path).matchAll(/(?:\bfrom\s|\bimport\s|\brequire\(|\bimport\()\s*'([^']+)'/g)].map(([, specifier]) => specifier);
		const folder = path.split('/').slice(0, -1);
		return specifiers.map((specifier) => {
			if (!specifier.startsWith('.')) return specifier;
			const steps = specifier.split('/');
			const up = steps.filter((step) => step === '..').length;
			return [...folder.slice(0, folder.length - up), ...steps.filter((step) => step !== '.' && step !== '..')].join('/');
		});
	}

	/** The imports of files in a folder that match, as "file ← import". */
	const offenders = (isSource: (path: string) => boolean, forbidden: RegExp) =>
		sources.filter(isSource).flatMap((path) => importsOf(path).filter((name) => forbidden.test(name)).map((name) => `${path} ← ${name}`));

	it('are found at all', () => {
		expect(importsOf('boundary/reading/pick.ts')).toEqual([]);
		expect(importsOf('boundary/reading/columnProblem.ts')).toEqual(['domain/problems']);
		expect(importsOf('domain/time.ts')).toEqual(['@date-fns/tz', '@date-fns/utc', 'date-fns', 'jalaali-js']);
	});

	it('of domain/ stay in domain/', () => expect(offenders((path) => path.startsWith('domain/'), /^(nodes|boundary|credentials)\/|^n8n|^zod/)).toEqual([]));
	it('of boundary/ stay in boundary/ and domain/', () => expect(offenders((path) => path.startsWith('boundary/'), /^(nodes|credentials)\/|^n8n/)).toEqual([]));
	it('of calendars are in domain/time.ts alone', () => expect(offenders((path) => path !== 'domain/time.ts', /^(@date-fns\/|date-fns|jalaali-js)/)).toEqual([]));
	it('of zod are in boundary/ and nodes/ alone', () => expect(offenders((path) => !/^(boundary|nodes)\//.test(path), /^zod/)).toEqual([]));

	it('are of packages that the build bundles or n8n brings, and nothing of the machine', () => {
		expect(offenders(() => true, /^node:|^(fs|path|child_process|http|https|os)$/)).toEqual([]);
		const known = new Set([...Object.keys(manifest.devDependencies), ...Object.keys(manifest.peerDependencies)]);
		const packages = sources.flatMap(importsOf).filter((name) => !/^(nodes|boundary|domain|credentials)\//.test(name));
		expect(packages.filter((name) => ![...known].some((each) => name === each || name.startsWith(`${each}/`)))).toEqual([]);
	});
});

describe('arithmetic and dates', () => {
	it('do not stand in nodes/', () => {
		const nodeFiles = listFiles('nodes').filter((path) => path.endsWith('.ts'));
		expect(nodeFiles.filter((path) => /\bMath\.|\bnew Date\(/.test(readText(path)))).toEqual([]);
	});
	it('in domain/ are made by time.ts alone, so that nothing else can know the zone of the machine', () => {
		const files = listFiles('domain').filter((path) => path.endsWith('.ts') && path !== 'domain/time.ts');
		expect(files.filter((path) => /\bnew Date\(|\bDate\.parse\(|\.toLocale(?:Date|Time)?String\(/.test(readText(path)))).toEqual([]);
	});
	it('by the clock do not stand in domain/ or boundary/', () => {
		const files = [...listFiles('domain'), ...listFiles('boundary')];
		expect(files.filter((path) => /Date\.now\(|new Date\(\)/.test(readText(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual([]);
	});
});

describe('what is published', () => {
	it('is dist and nothing else', () => expect(manifest.files).toEqual(['dist']));

	it('depends on nothing but n8n', () => {
		expect(Object.keys((manifest as { dependencies?: object }).dependencies ?? {})).toEqual([]);
		expect(Object.keys(manifest.peerDependencies)).toEqual(['n8n-workflow']);
	});

	it('runs no script at installing', () => {
		expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|publish|pack)/.test(name))).toEqual([]);
	});

	it('comes from no registry that is named in the tree: every machine asks its own', () => {
		// In parts, or this file would name one.
		const address = new RegExp(['https?://[^\\s"\']*', 'registry|"resolved', '": "http'].join(''), 'i');
		const texts = repositoryFiles().filter((path) => !/\.(png|csv)$/.test(path));
		expect(texts.length).toBeGreaterThan(50);
		expect(texts.filter((path) => address.test(readText(path)))).toEqual([]);
	});
});

describe('the pages that are generated', () => {
	it.each(Object.entries(pages))('docs/%s is what `npm run docs` writes', (file, text) => expect(readText(`docs/${file}`)).toBe(text));
});
