/*
 * Morning warning signs in the real n8n, on three mornings: what is told, what is done about it, and what stays quiet.
 *
 * Whom something is told of was planted by templates/data/office_coffee.mjs (`fates`); everybody else does what they
 * always do. Risks are checked by the rule, by hand: the base of 5 % is odds of 1 / 19, a sign at full strength
 * multiplies them by its odds ratio, and what is usual for these customers takes a little off again.
 */
import { importWorkflows } from '../../playground/n8n.mjs';
import { sampleAsText } from '../../templates/data/inTemplate.mjs';
import { officeCoffeeSample, mornings, templatesOfOffices } from '../../templates/data/office_coffee.mjs';
import { idOnMorning, onMorning } from './mornings.mjs';
import { openN8n } from './openN8n.mjs';
import { homeWithTemplates, readTemplate, throwAway } from './pack.mjs';

const minutes = 60_000;
const [tuesday, wednesday, thursday] = mornings;
const database = templatesOfOffices[0];

const tables = { kept: 'warning_signs_state', tasks: 'warning_signs_tasks', tags: 'warning_signs_tags' };

/** A flow that does something with each of some Data Tables. */
function flowOnTables(id, byName, parameters) {
	const start = { id: '1', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const nodes = Object.entries(byName).map(([name, value], place) => ({
		id: `2${place}`,
		name,
		type: 'n8n-nodes-base.dataTable',
		typeVersion: 1.1,
		position: [200, place * 200],
		parameters: { ...parameters, dataTableId: { __rl: true, mode: 'name', value } },
		alwaysOutputData: true,
		onError: 'continueRegularOutput',
	}));
	const connections = { Start: { main: [nodes.map(({ name: node }) => ({ node, type: 'main', index: 0 }))] } };
	return { id, name: id, nodes: [start, ...nodes], connections, settings: { executionOrder: 'v1' } };
}

const everyRow = { matchType: 'allConditions', filters: { conditions: [{ keyName: 'id', condition: 'gt', keyValue: '0' }] } };
const helpers = [
	flowOnTables('read-tables', tables, { operation: 'get', returnAll: true }),
	flowOnTables('forget', { state: tables.kept, made: 'warning_signs_tasks_made' }, { operation: 'deleteRows', ...everyRow }),
];

const isRow = ({ id }) => id !== undefined;
/** Without the columns that n8n adds. */
const withoutIds = ({ id, createdAt, updatedAt, ...row }) => row;

let home, n8n;
const days = {};
beforeAll(async () => {
	home = await homeWithTemplates([]);
	const flows = await Promise.all(templatesOfOffices.flatMap((file) => mornings.map((day) => onMorning(file, day))));
	await importWorkflows(home, [...flows, ...helpers]);
	n8n = await openN8n(home);
	for (const day of mornings) {
		days[day] = { first: await morningOf(database, day), again: await morningOf(database, day) };
	}
}, 5 * minutes);
afterAll(async () => {
	await n8n?.stop();
	if (home) await throwAway(home);
}, minutes);

async function morningOf(file, day) {
	const result = await n8n.run(idOnMorning(file, day));
	const read = await n8n.run('read-tables');
	const told = (output) => result.rows('Warning Signs', output);
	const tablesThen = Object.fromEntries(Object.keys(tables).map((name) => [name, read.rows(name).filter(isRow).map(withoutIds)]));
	return { result, atRisk: told(0), watch: told(1), healthy: told(2), state: told(3), ...tablesThen };
}

const toldOf = (items) => items.map(({ customer, change, topSign }) => [customer, change, topSign]).sort();
const byCustomer = (rows, customer) => rows.find((row) => row.customer === customer || row.customerId === customer);
const riskOf = (odds) => (100 * odds) / (1 + odds);
const baseOdds = 1 / 19;
/** From five times the odds of the base on somebody is at risk. */
const atRiskFrom = riskOf(5 * baseOdds);

test('the samples are what their generator writes', async () => {
	const written = sampleAsText(officeCoffeeSample());
	for (const file of templatesOfOffices) {
		const { nodes } = await readTemplate(file);
		expect(nodes.find(({ name }) => name === 'Sample').parameters.jsonOutput).toBe(written);
	}
});


describe('on Tuesday, with no tables yet', () => {
	const day = () => days[tuesday].first;

	test('the flow makes its tables, and an empty one is no previous state', () => {
		expect(day().result.rows('Previous State')).toEqual([{}]);
		expect(day().result.hints('Warning Signs').join(' ')).toContain('There is no previous state');
	});

	// K103 wrote in Ukrainian that they end the contract, K107 asked how one does; K111 has not opened the app for 31 days,
	// K118 was charged four times in vain, K121 ordered weekly and has not for 120 days. K135 wrote that they have to cancel.
	test('six are new at risk, each for what was planted', () => {
		expect(toldOf(day().atRisk)).toEqual([
			['K103', 'new', 'toldUs'],
			['K107', 'new', 'toldUs'],
			['K111', 'new', 'usageFalling'],
			['K118', 'new', 'paymentFailing'],
			['K121', 'new', 'orderOverdue'],
			['K135', 'new', 'toldUs'],
		]);
		expect(day().atRisk.every(({ isAlert }) => isAlert)).toBe(true);
	});

	test('one is new on watch: at K125 somebody new answers since 25 February, which is less than 30 days and so counts in full', () => {
		expect(toldOf(day().watch)).toEqual([['K125', 'new', 'contactPersonChanged']]);
		expect(day().watch[0]).toMatchObject({ level: 'watch', previousLevel: null, signs: [{ strength: 1, words: 'Viktor Salo' }] });
		expect(day().watch[0].risk).toBeLessThan(riskOf(3 * baseOdds)); // odds ratio 3
	});

	test('who says that they leave has the floor of 90, who asks .6 of it', () => {
		expect(byCustomer(day().atRisk, 'K103')).toMatchObject({ risk: 90, signs: [{ words: expect.stringContaining('розірвати договір') }] });
		expect(byCustomer(day().atRisk, 'K135')).toMatchObject({ risk: 90, signs: [{ sign: 'toldUs', words: expect.stringContaining('cancel our contract') }] });
		expect(byCustomer(day().atRisk, 'K107')).toMatchObject({ risk: 54, signs: [{ strength: 0.6 }] });
	});

	test('an order overdue and an app left alone, of full strength, come to less than 29.6 each: eight times the odds of the base', () => {
		for (const customer of ['K111', 'K121']) {
			const { risk, signs } = byCustomer(day().atRisk, customer);
			expect(signs).toMatchObject([{ strength: 1 }]);
			expect(risk).toBeGreaterThan(atRiskFrom);
			expect(risk).toBeLessThan(riskOf(8 * baseOdds));
		}
	});

	test('four failed attempts are a strength of 1 − .5⁴, and the order that is overdue as well counts besides', () => {
		const { signs, risk } = byCustomer(day().atRisk, 'K118');
		const strengthOf = (id) => signs.find(({ sign }) => sign === id).strength;
		expect(strengthOf('paymentFailing')).toBeCloseTo(1 - 0.5 ** 4, 9);
		expect(risk).toBeLessThan(riskOf(6 ** strengthOf('paymentFailing') ** 2 * 8 ** strengthOf('orderOverdue') ** 2 * baseOdds));
	});

	test('a delivery that is cancelled, in English and in Ukrainian, and a price that rose alone tell of nobody; who left in January is only counted', () => {
		const told = day().state.map(({ customerId }) => customerId);
		expect(told).toEqual(['K103', 'K107', 'K111', 'K118', 'K121', 'K125', 'K135']);
		expect(day().result.hints('Warning Signs').join(' ')).toMatch(/1 customer left out as gone already/);
	});

	test('each of the six has one open task with its manager, and all seven a tag', () => {
		expect(day().tasks.map(({ alertKey, status, toldOn }) => [alertKey, status, toldOn]).sort()).toEqual(['K103', 'K107', 'K111', 'K118', 'K121', 'K135'].map((customer) => [`${customer}:${tuesday}`, 'open', tuesday]));
		for (const { customer, owner } of day().tasks) expect(owner).toBe(officeCoffeeSample().customers.find(({ customer_id: id }) => id === customer).owner);
		expect(byCustomer(day().tags, 'K125').tag).toBe('watch');
		expect(day().tags.filter(({ tag }) => tag === 'atRisk').length).toBe(6);
	});

	test('one message has the six summaries, what to do and who', () => {
		const [{ message }] = day().result.rows('Write the Message');
		expect(message).toMatch(/^Warning signs of 2026-03-10\n/);
		for (const { summary, action, owner } of day().atRisk) expect(message).toContain(`• ${summary}\n   → ${action} (${owner})`);
	});

	test('what the Data Table holds is the output State, column by column', () => {
		const inOrder = (rows) => [...rows].sort((one, other) => (one.customerId < other.customerId ? -1 : 1));
		expect(inOrder(day().kept)).toEqual(inOrder(day().state));
	});
});

describe('on Wednesday', () => {
	const day = () => days[wednesday].first;

	// K128 wrote in Persian that they want to end the contract; K125 complained three times on that day and never before.
	test('only two are told: one is new, one got worse', () => {
		expect(toldOf(day().atRisk)).toEqual([
			['K125', 'worse', 'complaints'],
			['K128', 'new', 'toldUs'],
		]);
		expect([...day().watch, ...day().healthy]).toEqual([]);
		expect(byCustomer(day().atRisk, 'K128')).toMatchObject({ risk: 90, signs: [{ words: expect.stringContaining('\u0642\u0631\u0627\u0631\u062f\u0627\u062f') }] });
	});

	test('three complaints and somebody new together come to less than twelve times the odds of the base, 38.7', () => {
		const { risk, previousLevel, signs } = byCustomer(day().atRisk, 'K125');
		expect(previousLevel).toBe('watch');
		expect(signs.map(({ sign }) => sign)).toEqual(['complaints', 'contactPersonChanged']);
		expect(risk).toBeGreaterThan(atRiskFrom);
		expect(risk).toBeLessThan(riskOf(4 * 3 * baseOdds));
	});

	test('who got worse keeps the key of Tuesday, and there is one task for each of eight', () => {
		expect(byCustomer(day().atRisk, 'K125').alertKey).toBe(`K125:${tuesday}`);
		const keys = day().tasks.map(({ alertKey }) => alertKey);
		expect(keys.length).toBe(8);
		expect(new Set(keys).size).toBe(8);
		expect(byCustomer(day().tags, 'K125').tag).toBe('atRisk');
	});

	test('the rows of whom nothing is told stay as Tuesday wrote them', () => {
		expect(day().state.map(({ customerId }) => customerId)).toEqual(['K125', 'K128']);
		expect(byCustomer(day().kept, 'K103')).toEqual(byCustomer(days[tuesday].first.kept, 'K103'));
	});
});

describe('on Thursday', () => {
	const day = () => days[thursday].first;

	// K121 ordered. K118 ordered and paid, but 25 days late and never before: what is over the usual 0 and 3 days more is 22 of 27.
	test('one recovers, one gets better and stays on watch, and nobody else is told', () => {
		expect(toldOf(day().healthy)).toEqual([['K121', 'recovered', null]]);
		expect(toldOf(day().watch)).toEqual([['K118', 'better', 'paymentsChanged']]);
		expect(day().watch[0].signs[0].strength).toBeCloseTo(22 / 27, 4);
		expect(day().atRisk).toEqual([]);
	});

	test('the task of who recovered is closed and the tag gone; who got better keeps the task and has another tag', () => {
		const closed = day().tasks.filter(({ status }) => status === 'closed');
		expect(closed.map(({ customer, closedOn }) => [customer, closedOn])).toEqual([['K121', thursday]]);
		expect(day().tasks.filter(({ status }) => status === 'open').map(({ customer }) => customer).sort()).toEqual(['K103', 'K107', 'K111', 'K118', 'K125', 'K128']);
		const tags = day().tags.map(({ customer, tag }) => `${customer} ${tag}`).sort();
		expect(tags).toEqual(['K103 atRisk', 'K107 atRisk', 'K111 atRisk', 'K118 watch', 'K125 atRisk', 'K128 atRisk']);
	});

	// The subscription of K135 ended on Thursday, and their last order was on 6 March.
	test('K135 has gone: the state alone says so, a hint counts them, and on Wednesday their task was still open', () => {
		expect(byCustomer(day().state, 'K135')).toEqual({
			customerId: 'K135',
			asOf: thursday,
			level: 'gone',
			risk: null,
			since: thursday,
			pendingLevel: null,
			pendingRuns: 0,
			lastAlertAt: tuesday,
			signs: '',
			alertKey: `K135:${tuesday}`,
		});
		expect(day().result.hints('Warning Signs').join(' ')).toContain('Gone by now: 1 customer who had been on watch or at risk');
		expect(byCustomer(days[wednesday].first.tasks, 'K135')).toMatchObject({ status: 'open', closedOn: null });
		expect(byCustomer(days[wednesday].first.tags, 'K135').tag).toBe('atRisk');
	});

	test('who left has no open task: it says that they left, since Thursday, and their tag is gone', () => {
		expect(day().result.rows('Who Left').map(({ customerId }) => customerId)).toEqual(['K135']);
		expect(day().tasks.filter(({ status }) => status === 'left')).toEqual([{ ...byCustomer(days[tuesday].first.tasks, 'K135'), status: 'left', closedOn: thursday }]);
		expect(byCustomer(day().tags, 'K135')).toBeUndefined();
	});
});

test.each(mornings)('the morning of %s a second time tells nothing and changes no table', (day) => {
	const { first, again } = days[day];
	for (const output of ['atRisk', 'watch', 'healthy', 'state']) expect(again[output]).toEqual([]);
	for (const table of ['tasks', 'tags', 'kept']) expect(again[table]).toEqual(first[table]);
});

describe.each(templatesOfOffices.slice(1))('%s, with no credential', (file) => {
	const runs = {};
	beforeAll(async () => {
		// Its own state: the rows that the flow before wrote go.
		await n8n.run('forget');
		for (const day of mornings) runs[day] = await n8n.run(idOnMorning(file, day));
	}, minutes);

	test('tells the same on each morning', () => {
		const told = (result) => [0, 1, 2].map((output) => toldOf(result.rows('Warning Signs', output)));
		for (const day of mornings) expect(told(runs[day])).toEqual(told(days[day].first.result));
	});

	test('passes on to the node that makes tasks only those without one, and to the one that completes it whose task was made', () => {
		expect(mornings.map((day) => runs[day].rows('Make the Task').length)).toEqual([6, 2, 0]);
		expect(runs[thursday].rows('Complete the Task').map(({ alertKey }) => alertKey)).toEqual([`K121:${tuesday}`]);
	});

	test('passes on whose subscription ended to the nodes that complete their task and take their tag away, on Thursday alone', () => {
		const untag = file.includes('hubspot') ? 'Tag as Gone' : 'Remove the Label';
		expect(mornings.map((day) => runs[day].rows('Who Left').length)).toEqual([0, 0, 1]);
		expect(runs[thursday].rows('Complete as Left').map(({ alertKey }) => alertKey)).toEqual([`K135:${tuesday}`]);
		expect(runs[thursday].rows(untag).map(({ customerId }) => customerId)).toEqual(['K135']);
	});
});
