/* npm start, the first time and the second. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../playground/commands.mjs';
import { node24, root } from '../../playground/install.mjs';
import { exportWorkflow, importWorkflows } from '../../playground/n8n.mjs';
import { throwAway } from './pack.mjs';

const minutes = 60_000;
const start = () =>
	run(node24, [join(root, 'playground', 'start.mjs'), '--once'], {
		env: { ...process.env, NODE_OPTIONS: '', PLAYGROUND_HOME: home },
	});

let home;
beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), 'playground-'));
});
afterAll(() => throwAway(home));

test('the first start prints the months of a real shop as a table', async () => {
	const { code, stdout } = await start();
	expect(code).toBe(0);
	expect(stdout).toMatch(/2011-03 +1,682 .* 21\.3 %/);
	expect(stdout).toMatch(/2010-12 .* no rate: the data begins too shortly before/);
	expect(stdout).toMatch(/Message for a chat: Churn of our shop in 2011-11: /);
}, 5 * minutes);

test("a second start imports nothing and keeps a person's own flow", async () => {
	const own = { id: 'own', name: 'Own', nodes: [], connections: {}, settings: {} };
	await importWorkflows(home, [own]);
	const { code, stdout } = await start();
	expect(code).toBe(0);
	expect(stdout).not.toContain('Importing');
	expect(await exportWorkflow(home, 'own')).toMatchObject({ name: 'Own' });
}, 5 * minutes);
