/** What every node promises, kept by this one in the real engine from run to run. DESIGN, "How every node behaves". */
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { parameters as schema } from '../../../nodes/WarningSigns/parameters';
import { properties } from '../../../nodes/WarningSigns/properties';
import { itOffersWhatCanBeTaken, itShowsWhatIsRead, shownOf } from '../../support/canvas';
import { rowsOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing, valuesIn } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';
import { endEngine, flowOf, flowOfInputs, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
type Flow = Parameters<typeof flowOfInputs>[3];

const jsonOf = (items: INodeExecutionData[] = []) => items.map(({ json }) => json as Row);
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);
const stateOf = ({ outputs }: NodeRun) => jsonOf(outputs[3]);
/** The number that the hints give for something. */
const countOf = (given: NodeRun, pattern: RegExp): number => Number(pattern.exec(messagesOf(given).join('\n'))?.[1]);
const toldOf = ({ outputs }: NodeRun) => outputs.slice(0, 3).map(jsonOf);
const customersOf = (run: NodeRun) => toldOf(run).map((items) => items.map(({ customer }) => customer));
const run = (customers: Row[] | null, state: Row[] | null, parameters: Row = {}, flow: Flow = {}) =>
	runWorkflow(flowOfInputs([customers, state], 'warningSigns', parameters as never, flow), 'Node');

/** Texts that say it are stronger than those that ask. */
const saysLeaving = ({ signs }: Row): boolean => (signs as Row[]).some(({ sign, strength }) => sign === 'toldUs' && (strength as number) > 0.6);

const two = (number: number) => String(number).padStart(2, '0');

/** Numbers that look like chance and are the same on each run. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

/** Sixty customers of every kind as of a day: some pay, some cancel, some wait, some have gone, of some little is known. */
function customersOn(asOf: string, seed = 5): Row[] {
	const chance = numbersFrom(seed);
	const sometimes = <Value>(value: Value) => (chance(3) === 0 ? null : value);
	const day = () => `2024-0${1 + chance(6)}-${two(1 + chance(28))}`;
	return Array.from({ length: 60 }, (_, place) => ({
		customer: place % 2 === 0 ? `c${two(place)}` : 1000 + place,
		email: `${place}@example.com`,
		level: `tier ${chance(3)}`,
		asOf,
		tenureDays: 30 + chance(900),
		recentDays: 30,
		usualDays: 180,
		subscriptions: sometimes({ status: ['active', 'active', 'ended'][chance(3)], plan: 'Pro', monthlyAmount: 10 + chance(90), currency: 'EUR', endsOn: sometimes(`2024-0${7 + chance(3)}-01`), cancelled: chance(8) === 0, cancelledOn: null, endedOn: day() }),
		payments: sometimes({ onTime: chance(9), late: chance(3), usualDelayDays: chance(6), recentDelayDays: sometimes(chance(40)), partial: chance(2), pastDueDays: sometimes(chance(40)), retries: chance(3), lastPaidOn: day() }),
		tickets: sometimes({ recent: chance(4), usual: chance(9), complaints: null, usualComplaints: null, lastNps: sometimes(chance(11)), lastNpsOn: day(), recentTexts: [], recentTextsOn: [] }),
		contacts: sometimes({ contactDays: 3 + chance(6), firstOn: '2024-01-02', lastOn: day(), contactPerson: 'Uma', contactPersonSince: day(), contactPersonFirstOn: null, previousContactPerson: sometimes('Leo') }),
		usage: sometimes({ recentActiveDays: chance(9), usualActiveDays: chance(99), lastOn: day() }),
		activityVersion: 1,
	}));
}

const DAYS = ['2024-07-01', '2024-07-02'];
const customers = deepFrozen(customersOn(DAYS[0]));
const shuffled = (rows: readonly Row[]) => [...rows.filter((_, place) => place % 3 === 1), ...rows.filter((_, place) => place % 3 !== 1).reverse()];

afterAll(endEngine);

describe('sixty customers', () => {
	let everybody: NodeRun;
	let changed: NodeRun;
	beforeAll(async () => {
		everybody = await run(customers, null, { send: 'everybody' });
		changed = await run(customers, null);
	});

	it('are all accounted for: in one output by their level, or counted as gone', () => {
		const told = customersOf(everybody).flat();
		expect(new Set(told).size).toBe(told.length);
		const gone = countOf(everybody, /(\d+) customers left out as gone already/);
		expect(told.length + gone).toBe(customers.length);
		expect([...customersOf(everybody).map(({ length }) => length), gone].filter((count) => count < 4)).toEqual([]);
		expect(countOf(everybody, /(\d+) customers: /)).toBe(told.length);
	});

	it('have no number that is none, in any output', () => {
		expect(pathsOfNothing(everybody.outputs.map(jsonOf))).toEqual([]);
	});

	it('lead each item, the rows of the state too, to the item of its customer', () => {
		for (const { json, pairedItem } of everybody.outputs.flat()) {
			const { item } = pairedItem as { item: number };
			expect(String(customers[item].customer)).toBe(String(json.customer ?? json.customerId));
		}
	});

	it('changes only, of a first run, are those on watch and at risk as everybody has them', () => {
		expect(toldOf(changed)).toEqual([...toldOf(everybody).slice(0, 2), []]);
		expect(stateOf(changed)).toEqual(stateOf(everybody));
	});

	it('give the same once more, and the same in another order', async () => {
		const again = await run(customers, null, { send: 'everybody' });
		const other = await run(shuffled(customers), null, { send: 'everybody' });
		expect(again.outputs).toEqual(everybody.outputs);
		expect(other.outputs.map(jsonOf)).toEqual(everybody.outputs.map(jsonOf));
		expect(messagesOf(other)).toEqual(messagesOf(everybody));
	});

	it('leave the input as it was', async () => {
		const given = deepFrozen(structuredClone(customers));
		await run(given, stateOf(changed));
		expect(given).toEqual(customers);
	});

	it('are told with their contact details, and with columns that are called as fields of the item', () => {
		for (const json of toldOf(everybody).flat()) {
			const { email, level } = customers.find(({ customer }) => customer === json.customer)!;
			expect([json.email, json.levelKept]).toEqual([email, level]);
		}
	});

	it('run again with the state of the run before, they give no item and no row', async () => {
		const again = await run(customers, stateOf(changed));
		expect(again.outputs).toEqual([[], [], [], []]);
	});

	it('on the next day they are told of what the day changed and of nothing else', async () => {
		const next = await run(customersOn(DAYS[1]), stateOf(changed));
		const told = toldOf(next).flat();
		expect(told.filter(({ previousLevel, level }) => (previousLevel ?? 'healthy') === level)).toEqual([]);
		expect(told.length).toBeLessThan(toldOf(changed).flat().length / 5);
		const rows = stateOf(next).map(({ customerId }) => customerId);
		expect(told.filter(({ customer }) => !rows.includes(String(customer)))).toEqual([]);
	});

	it('flattened they say the same', async () => {
		const flat = await run(customers.map((row) => flattened(row)), null, { send: 'everybody' });
		expect(flat.outputs).toEqual(everybody.outputs);
	});

	it('as Customer Activity gives and flattens them say the same', async () => {
		const nested = rowsOfCase('WarningSigns', 'firstRun');
		const [given, flat] = [await run(nested, null, { send: 'everybody' }), await run(nested.map(flattened), null, { send: 'everybody' })];
		expect(flat.outputs).toEqual(given.outputs);
	});

	it('with one alert a day are told one after the other, each once, until nobody is held back; who says that they leave waits for nobody', async () => {
		const days = toldOf(everybody)[0].length + 3;
		const told: unknown[] = [];
		let state: Row[] = [];
		let last: NodeRun | undefined;
		for (let day = 1; day <= days; day++) {
			last = await run(customersOn(`2024-07-${two(day)}`), state, { mostAlerts: 1, send: 'everybody' });
			const alerts = toldOf(last)[0].filter(({ isAlert }) => isAlert);
			expect(alerts.filter((json) => !saysLeaving(json)).length).toBeLessThanOrEqual(1);
			expect(toldOf(last)[0].filter((json) => saysLeaving(json) && json.heldBack !== null)).toEqual([]);
			told.push(...alerts.map(({ alertKey }) => alertKey));
			const rows = stateOf(last);
			state = [...state.filter(({ customerId }) => !rows.some((row) => row.customerId === customerId)), ...rows];
		}
		expect(new Set(told).size).toBe(told.length);
		expect(toldOf(last!)[0].filter(({ heldBack }) => heldBack !== null)).toEqual([]);
	});
});

describe('the second input', () => {
	const items = customers.slice(0, 20);

	it.each<[string, Row[] | null]>([
		['not connected', null],
		['without items that day', []],
		['with the single empty item of Always Output Data', [{}]],
		['with a row in which every cell is blank', [{ customerId: '', level: null, asOf: '' }]],
	])('%s: there is no previous state', async (_, state) => {
		const { error, outputs, hints } = await run(items, state);
		expect(error).toBeNull();
		expect(outputs.map(jsonOf)).toEqual((await run(items, null)).outputs.map(jsonOf));
		expect(hints.map(({ message }) => message).join()).toContain('There is no previous state');
	});

	it('runs the node once, with both inputs', async () => expect((await run(items, [{}])).runCount).toBe(1));

	it('alone connected gives nothing', async () => {
		const { outputs } = await run(null, stateOf(await run(items, null)));
		expect(outputs.flat()).toEqual([]);
	});

	it('takes the rows of a Data Table: with its own columns, in any zone and any order', async () => {
		const state = stateOf(await run(items, null));
		const instant = (day: unknown) => (typeof day === 'string' ? `${day}T00:00:00.000Z` : day);
		const stored = state.map((row, id) => ({ id, createdAt: '2024-07-01T05:00:00.000Z', updatedAt: '2024-07-01T05:00:00.000Z', ...row, asOf: instant(row.asOf), since: instant(row.since), lastAlertAt: instant(row.lastAlertAt) }));
		for (const timezone of ['Europe/Kyiv', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
			expect((await run(items, shuffled(stored), {}, { timezone })).outputs).toEqual([[], [], [], []]);
		}
	});

	it('takes a state that went through text', async () => {
		const state = stateOf(await run(items, null));
		const asText = state.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])));
		expect((await run(items, asText)).outputs).toEqual([[], [], [], []]);
	});
});

describe('a setting that cannot be had is named as the user sees it', () => {
	it.each<[string, Row]>([
		['Input Is', { inputIs: 'weather' }],
		['Send', { send: 'some' }],
		['Base Churn Rate (%)', { baseRate: 100 }],
		['Base Churn Rate (%)', { baseRate: -1 }],
		['Watch From', { levels: 'own', watchFrom: 101 }],
		['At Risk From', { levels: 'own', watchFrom: 20, atRiskFrom: 20 }],
		['Gone After (Days)', { goneAfterDays: 0 }],
		['Most Alerts per Run', { mostAlerts: 1.5 }],
		['Texts In', { language: 'la' }],
		['When a Row Is Unusable', { unusableRows: 'hide' }],
		['Satisfaction Scale', { satisfactionScale: '7' }],
		['Combine Signs By', { combination: 'magic' }],
		['They Tell You', { weights: { toldUs: 0.5 } }],
		['Habit', { combination: 'weightedAverage', shares: { habit: -1 } }],
		['Confirm After Runs', { alerts: { confirmAfterRuns: 0 } }],
		['Cool-Down (Days)', { alerts: { coolDownDays: -1 } }],
		['Hysteresis (%)', { alerts: { hysteresis: 100 } }],
		['As Of Day', { inputIs: 'purchases', asOfMode: 'day', asOfDay: 'soon' }],
		['Cancelled On', { namedColumns: { cancelledOn: 5 } }],
	])('%s: %j', async (name, parameters) => {
		const items = customers.slice(0, 1);
		expect((await runWorkflow(flowOf(items, 'warningSigns', parameters as never), 'Node')).error?.message).toBe(`"${name}": the setting cannot be used`);
		const { error, outputs } = await runWorkflow(flowOf(items, 'warningSigns', parameters as never, { onError: 'continueRegularOutput' }), 'Node');
		expect([error, outputs.map(jsonOf)]).toEqual([null, [[expect.objectContaining({ message: `"${name}": the setting cannot be used` })], [], [], []]]);
	});
});

describe('odd JSON', () => {
	const streams = ['purchases', 'subscriptions', 'payments', 'tickets', 'contacts', 'usage'];
	const fields = ['repeats', 'recencyDays', 'lastOn', 'daysSince', 'status', 'endsOn', 'cancelled', 'monthlyAmount', 'pastDueDays', 'recentTexts', 'recentTextsOn', 'contactDays', 'firstOn', 'recentActiveDays', 'usualActiveDays', 'lastNps', 'lastNpsOn', '__proto__'];
	const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(1e308, -1e308, 2 ** 53, 1e-320, -5, [], {}, [[null]], '__proto__', '\u0000', '\u0663', '9'.repeat(400)));
	const readable = fc.constantFrom<unknown>(0, 1, 3, 40, '12', '2024-05-01', '2024-06-30T00:00:00.000Z', 'active', 'ended', true, null, '');
	const cell = fc.oneof({ weight: 6, arbitrary: readable }, { weight: 1, arbitrary: odd });
	const stream = fc.oneof({ weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...fields), cell, { maxKeys: 8 }) }, { weight: 1, arbitrary: cell });
	const item = fc
		.record({ customer: fc.constantFrom<unknown>('ann', 'bob', 7, '7', null, ''), asOf: fc.constantFrom<unknown>('2024-07-01', '2024-07-01', '2024-07-01T00:00:00.000Z', 'soon'), tenureDays: cell, activityVersion: fc.constantFrom<unknown>(1, 1, 1, '1', 2, undefined), streams: fc.dictionary(fc.constantFrom(...streams), stream, { maxKeys: 6 }) })
		.map(({ streams: known, ...rest }) => JSON.parse(JSON.stringify({ ...rest, ...known })) as Row);
	const level = fc.constantFrom<unknown>('healthy', 'watch', 'atRisk', 'gone', 'watch', null, 'high');
	const row = fc.record({ customerId: fc.constantFrom<unknown>('ann', 'bob', '7', 7, ''), asOf: fc.constantFrom<unknown>('2024-06-30', '2024-07-01', '2024-07-02', 'soon'), level, risk: cell, since: fc.constant('2024-06-01'), pendingLevel: level, pendingRuns: fc.constantFrom<unknown>(0, 1, '2', null), lastAlertAt: fc.constantFrom<unknown>('2024-06-28', null, ''), signs: fc.constantFrom<unknown>('', 'toldUs', null), alertKey: fc.constantFrom<unknown>('ann:2024-06-01', null) });

	it('under Continue never stops the flow, gives only figures or errors, no number that is none, and leaves its input as it was', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(item, { maxLength: 5 }), fc.array(row, { maxLength: 3 }), fc.constantFrom('stop', 'leaveOut'), fc.constantFrom('changes', 'everybody'), fc.constantFrom('odds', 'weightedAverage'), async (items, state, unusableRows, send, combination) => {
				const [givenItems, givenState] = [deepFrozen(structuredClone(items)), deepFrozen(structuredClone(state))];
				const { error, outputs } = await run(givenItems, givenState, { unusableRows, send, combination }, { onError: 'continueRegularOutput' });
				expect(error).toBeNull();
				const told = outputs.map(jsonOf);
				expect(pathsOfNothing(told)).toEqual([]);
				for (const json of told.flat()) if (!('signsVersion' in json) && !('customerId' in json)) expect(Object.keys(json)).toEqual(['error', 'message', 'details']);
				expect([...valuesIn(told)].filter(([, value]) => value === 'internalFault')).toEqual([]);
				expect([givenItems, givenState]).toEqual([items, state]);
			}),
			{ numRuns: 200 },
		);
	}, 60_000);
});

describe('the canvas', () => {
	const shown = shownOf(properties);

	itShowsWhatIsRead(properties, schema);
	itOffersWhatCanBeTaken(properties, schema);

	it('shows a setting by other settings of this node alone', () => {
		const names = new Set(shown.map(({ name }) => name));
		for (const { name, displayOptions } of shown) expect([name, Object.keys(displayOptions?.show ?? {}).filter((asked) => !names.has(asked))]).toEqual([name, []]);
	});
});
