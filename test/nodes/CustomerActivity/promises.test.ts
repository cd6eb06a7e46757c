/** What every node promises, kept by this one in the real engine, with several inputs. DESIGN, "How every node behaves". */
import fc from 'fast-check';
import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { activityStreamIds } from '../../../domain/activity/customerActivity';
import { parameters as schema } from '../../../nodes/CustomerActivity/parameters';
import { properties } from '../../../nodes/CustomerActivity/properties';
import { choicesOf, itShowsWhatIsRead, shownOf } from '../../support/canvas';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing, valuesIn } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';
import { endEngine, flowOf, flowOfInputs, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
type Inputs = Array<Row[] | null>;
type Flow = Parameters<typeof flowOfInputs>[3];

const DAY = { asOfMode: 'day', asOfDay: '2024-07-01' };
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);
const run = (streams: readonly string[], inputs: Inputs, parameters: Row = {}, flow: Flow = {}) =>
	runWorkflow(flowOfInputs(inputs, 'customerActivity', { streams, ...DAY, ...parameters } as never, flow), 'Node');

/** Numbers that look like chance and are the same on each run. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

const two = (number: number) => String(number).padStart(2, '0');

/** Rows of every stream about twelve customers, some of whom a stream does not know; the last day is that of As Of. */
function rowsOfAllStreams(): Array<[stream: string, rows: Row[]]> {
	const chance = numbersFrom(7);
	const customer = () => `c${two(1 + chance(12))}`;
	const day = () => `2024-${two(1 + chance(6))}-${two(1 + chance(28))}`;
	const rows = (count: number, row: () => Row) => Array.from({ length: count }, row);
	const topics = ['delivery', 'invoice', ''];
	const states = ['paid', 'open', 'failed'];
	const spells = rows(9, () => ({ customer_id: customer(), started: day(), ended: '', plan: ['Pro', 'Basic'][chance(2)], amount: 10 + chance(3), interval: 'month' }));
	return [
		['purchases', rows(60, () => ({ customer_id: customer(), date: day(), amount: chance(6) === 0 ? -10 : 10 * (1 + chance(3)), order_id: `o${chance(50)}`, category: topics[chance(3)] }))],
		['subscriptions', spells.filter(({ customer_id }, place) => spells.findIndex((other) => other.customer_id === customer_id) === place)],
		['payments', rows(30, () => ({ customer_id: customer(), due_date: day(), paid_on: chance(3) === 0 ? '' : day(), amount: 20, status: states[chance(3)], attempts: chance(4) }))],
		['tickets', rows(30, () => ({ customer_id: customer(), opened_at: `${day()} 0${chance(10)}:30`, status: ['open', 'closed'][chance(2)], category: topics[chance(3)], complaint: ['yes', 'no', ''][chance(3)], comment: `text ${chance(99)}` }))],
		['contacts', rows(30, () => ({ customer_id: customer(), call_date: day(), direction: ['inbound', 'outbound', ''][chance(3)], contact_person: ['Uma', 'Leo', ''][chance(3)], notes: `note ${chance(99)}` }))],
		['usage', rows(50, () => ({ customer_id: customer(), event_at: day(), feature: ['export', 'report'][chance(2)], count: chance(5) }))],
		['customers', rows(8, () => ({ customer_id: customer(), email: `${customer()}@example.com`, segment: topics[chance(3)] }))],
	];
}

const all = deepFrozen(rowsOfAllStreams());
const streams = all.map(([stream]) => stream);
const inputs = all.map(([, rows]) => rows);
const settings = { customerColumns: 'segment', options: { history: true } };
const shuffled = (rows: Row[]) => [...rows.filter((_, place) => place % 3 === 1), ...rows.filter((_, place) => place % 3 !== 1).reverse()];

afterAll(endEngine);

describe('seven streams', () => {
	let whole: NodeRun;
	beforeAll(async () => {
		whole = await run(streams, inputs, settings);
	});

	it('run the node once, give every customer of any stream one item, in order, and no number that is none', () => {
		expect([whole.error, whole.runCount]).toEqual([null, 1]);
		const named = new Set(inputs.flat().map(({ customer_id }) => customer_id as string));
		expect(whole.outputs[0].map(({ json }) => json.customer)).toEqual([...named].sort());
		expect(pathsOfNothing(jsonOf(whole.outputs[0]))).toEqual([]);
	});

	it('lead each item to a row of its customer in each stream that knows the customer', () => {
		for (const { json, pairedItem } of whole.outputs[0]) {
			const pairs = [pairedItem].flat() as Array<{ item: number; input: number }>;
			expect(pairs.map(({ item, input }) => inputs[input][item].customer_id)).toEqual(pairs.map(() => json.customer));
			const knowing = streams.filter((_, input) => inputs[input].some(({ customer_id }) => customer_id === json.customer));
			expect(pairs.map(({ input }) => streams[input])).toEqual(knowing);
			expect(json.streams).toBe(knowing.join(', '));
		}
	});

	it('say the same where the items of each come in another order', async () => {
		const other = await run(streams, inputs.map(shuffled), settings);
		expect(jsonOf(other.outputs[0])).toEqual(jsonOf(whole.outputs[0]));
		expect(messagesOf(other)).toEqual(messagesOf(whole));
	});

	it('say the same where they are chosen in another order, but for the order in which they are told of', async () => {
		const other = await run([...streams].reverse(), [...inputs].reverse(), settings);
		const told = ({ outputs }: NodeRun) => jsonOf(outputs[0]).map(({ summary, streams: known, ...rest }) => ({ ...rest, known: String(known).split(', ').sort(), summary: String(summary).length }));
		expect(told(other)).toEqual(told(whole));
	});

	it('of half the customers and of the other half are together those of all', async () => {
		const isEven = ({ customer_id }: Row) => Number(String(customer_id).slice(1)) % 2 === 0;
		const half = async (keeps: (row: Row) => boolean) => jsonOf((await run(streams, inputs.map((rows) => rows.filter(keeps)), settings)).outputs[0]);
		const halves = [...(await half(isEven)), ...(await half((row) => !isEven(row)))];
		expect(halves.sort((one, other) => (String(one.customer) < String(other.customer) ? -1 : 1))).toEqual(jsonOf(whole.outputs[0]));
	});

	// Of subscriptions a later row says that As Of lies before what was known as the list was made: planned ends are not told then.
	it('know nothing of what happens after As Of: rows of later days change nothing', async () => {
		const later = '2024-07-02';
		const dated: Record<string, Row> = {
			purchases: { date: later, amount: -500, order_id: 'o1', category: 'other' },
			payments: { due_date: later, paid_on: later, amount: 20, status: 'paid', attempts: 1 },
			tickets: { opened_at: later, status: 'open', category: 'new', complaint: 'yes', comment: 'later' },
			contacts: { call_date: later, direction: 'inbound', contact_person: 'New', notes: 'later' },
			usage: { event_at: later, feature: 'later', count: 9 },
		};
		const more = all.map(([stream, rows]) => (dated[stream] ? [...rows, { customer_id: 'c01', ...dated[stream] }, { customer_id: 'nobody yet', ...dated[stream] }] : rows));
		expect(jsonOf((await run(streams, more, settings)).outputs[0])).toEqual(jsonOf(whole.outputs[0]));
	});

	it('know nothing of what is paid, answered or ended after As Of: it has not happened', async () => {
		const open = [[{ customer_id: 'ann', due_date: '2024-06-01', paid_on: '', amount: 5 }], [{ customer_id: 'ann', opened_at: '2024-06-02', first_response_at: '', closed_at: '', csat: '', rated_at: '' }]];
		const done = [[{ customer_id: 'ann', due_date: '2024-06-01', paid_on: '2024-07-02', amount: 5 }], [{ customer_id: 'ann', opened_at: '2024-06-02', first_response_at: '2024-07-02', closed_at: '2024-07-03', csat: 5, rated_at: '2024-07-03' }]];
		const told = async (rows: Inputs) => jsonOf((await run(['payments', 'tickets'], rows)).outputs[0]);
		const withoutReasons = (items: unknown) => JSON.stringify(items).replace(/"reasons":"[^"]*"/g, '');
		expect(withoutReasons(await told(done))).toBe(withoutReasons(await told(open)));
	});
});

describe('inputs', () => {
	const purchases = [{ customer_id: 'ann', date: '2024-06-01', amount: 3 }];
	const tickets = [{ customer_id: 'ann', opened_at: '2024-06-02', status: 'open' }, { customer_id: 'bob', opened_at: 'soon', status: 'open' }];

	it.each<[string, Inputs]>([
		['the first not connected', [null, tickets]],
		['the first without items', [[], tickets]],
		['the first with an empty item', [[{}], tickets]],
	])('with %s: a bad row of the second is on the error branch with its own cells', async (_, given) => {
		const { error, outputs } = await run(['purchases', 'tickets'], given, {}, { onError: 'continueErrorOutput' });
		expect([error, outputs[0]]).toEqual([null, []]);
		expect(outputs[1]).toMatchObject([{ json: { customer_id: 'bob', message: 'Tickets: Row 2, column "opened_at": the date cannot be read' }, pairedItem: { item: 1, input: 1 } }]);
	});

	it('an item of a stream behind Aliases leads to its own input', async () => {
		const { outputs } = await run(['aliases', 'purchases'], [null, purchases]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0, input: 1 }]);
	});

	it('a stream chosen twice is one input', async () => {
		const { outputs } = await runWorkflow(flowOf(purchases, 'customerActivity', { streams: ['purchases', 'purchases'], ...DAY }), 'Node');
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	});

	it('a column to pass on that was in a stream without rows that day is null, and nothing stops', async () => {
		const { error, outputs } = await run(['purchases', 'customers'], [purchases, []], { keepColumns: 'segment' });
		expect([error, outputs[0].map(({ json }) => json.segment)]).toEqual([null, [null]]);
	});

	it('consent that is passed on once more stays what was read of it', async () => {
		const { outputs } = await run(['purchases'], [purchases.map((row) => ({ ...row, unsubscribed: 'yes', consent: 'no' }))], { keepColumns: 'consent' });
		expect(outputs[0].map(({ json }) => json.consent)).toEqual([false]);
	});

	it('rows in which nothing can be read give errors and no figure under Continue, with Stop and with Leave Out', async () => {
		const bad = [{ customer_id: '', date: 'soon', amount: 'ten' }];
		for (const unusableRows of ['stop', 'leaveOut']) {
			const { error, outputs } = await run(['purchases', 'tickets'], [bad, tickets.slice(1)], { unusableRows }, { onError: 'continueRegularOutput' });
			expect([error, jsonOf(outputs[0]).map((json) => Object.keys(json))]).toEqual([null, [['error', 'message', 'details'], ['error', 'message', 'details']]]);
		}
	});
});

describe('a setting that cannot be had is named as the user sees it', () => {
	const rows = [{ customer_id: 'ann', date: '2024-06-01', amount: 3 }];

	it.each<[string, Row]>([
		['Streams', { streams: [] }],
		['Streams', { streams: ['weather'] }],
		['Match Customers By', { matchBy: 'shoe size' }],
		['Recent (Days)', { recentDays: 1.5 }],
		['Usual (Days)', { usualDays: 0 }],
		['Usual (Days)', { usualDays: 'many' }],
		['As Of Day', { asOfDay: 'soon' }],
		['When a Row Is Unusable', { unusableRows: 'hide' }],
		['Phone Country', { writing: { phoneCountry: 'Ukraine' } }],
		['Purchases: Source and Columns, Source', { purchasesColumns: { source: 'myspace' } }],
		['Flatten', { options: { flatten: 'perhaps' } }],
	])('%s: %j', async (name, parameters) => {
		const asked = { streams: ['purchases'], ...DAY, ...parameters } as never;
		expect((await runWorkflow(flowOf(rows, 'customerActivity', asked), 'Node')).error?.message).toBe(`"${name}": the setting cannot be used`);
		const { error, outputs } = await runWorkflow(flowOf(rows, 'customerActivity', asked, { onError: 'continueRegularOutput' }), 'Node');
		expect([error, jsonOf(outputs[0])]).toEqual([null, [expect.objectContaining({ message: `"${name}": the setting cannot be used` })]]);
	});
});

describe('odd JSON', () => {
	const columns = ['customer_id', 'email', 'phone', 'date', 'amount', 'status', 'opened_at', 'csat', 'complaint', 'due_date', 'paid_on', 'started', 'ended', 'plan', 'event_at', 'count', 'feature', 'unsubscribed', 'updated_at', '__proto__', 'constructor', 'error'];
	const readable = fc.constantFrom<unknown>('ann', 'bob', 7, 'ann@example.com', '2024-05-01', '2024-06-30T10:00:00Z', 1_717_200_000, 12.5, '1 234,50', 'open', 'yes', true, null, '');
	const cell = fc.oneof({ weight: 4, arbitrary: readable }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }, { weight: 1, arbitrary: fc.constantFrom<unknown>(1e308, -1e308, 2 ** 53, 1e-320, [], {}, [[null]], '__proto__', '\u0000', '٣', '9'.repeat(400)) });
	const row = fc.dictionary(fc.constantFrom(...columns), cell, { minKeys: 1, maxKeys: 12 }).map((cells) => JSON.parse(JSON.stringify(cells)) as Row);
	const rows = fc.array(row, { maxLength: 6 });

	it('under Continue never stops the flow, gives only figures or errors, no number that is none, and leaves its input as it was', async () => {
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray([...activityStreamIds], { minLength: 1, maxLength: 4 }), fc.array(rows, { minLength: 4, maxLength: 4 }), fc.constantFrom('automatic', 'id', 'email', 'phone'), fc.constantFrom('stop', 'leaveOut'), async (chosen, given, matchBy, unusableRows) => {
				const frozen = deepFrozen(structuredClone(given.slice(0, chosen.length)));
				const { error, outputs } = await run(chosen, frozen, { matchBy, unusableRows }, { onError: 'continueRegularOutput' });
				expect(error).toBeNull();
				const items = jsonOf(outputs[0] ?? []);
				expect(pathsOfNothing(items)).toEqual([]);
				for (const json of items) if (!('activityVersion' in json)) expect(Object.keys(json)).toEqual(['error', 'message', 'details']);
				expect([...valuesIn(items)].filter(([, value]) => value === 'internalFault')).toEqual([]);
				expect(frozen).toEqual(given.slice(0, chosen.length));
			}),
			{ numRuns: 150 },
		);
	}, 60_000);
});

describe('the canvas', () => {
	const shown = shownOf(properties);

	itShowsWhatIsRead(properties, schema);

	it('offers no choice that cannot be taken, in collections either', () => {
		for (const property of shown.filter(({ type }) => type === 'options')) {
			for (const choice of choicesOf(property)) expect(schema.safeParse({ [property.name]: choice }).success).toBe(true);
		}
		for (const stream of choicesOf(shown[0])) expect(schema.safeParse({ streams: [stream] }).success).toBe(true);
		for (const collection of shown.filter(({ type }) => type === 'collection')) {
			for (const member of collection.options as INodeProperties[]) {
				for (const choice of [member.default, ...choicesOf(member)]) {
					expect([collection.name, member.name, choice, schema.safeParse({ [collection.name]: { [member.name]: choice } }).success]).toEqual([collection.name, member.name, choice, true]);
				}
			}
		}
	});

	it('has columns to choose for each stream, shown where it is chosen', () => {
		for (const stream of activityStreamIds) {
			const property = shown.find(({ name }) => name === `${stream}Columns`);
			expect(property?.displayOptions).toEqual({ show: { streams: [stream] } });
		}
	});
});
