/** What every node promises, kept by this one in the real engine from run to run. DESIGN, "How every node behaves". */
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { modelIds, models } from '../../../domain/purchases/models';
import { scores } from '../../../domain/purchases/rfm/quintiles';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { parameters as schema } from '../../../nodes/CustomerForecast/parameters';
import { properties } from '../../../nodes/CustomerForecast/properties';
import { choicesOf, itOffersWhatCanBeTaken, itShowsWhatIsRead, shownOf } from '../../support/canvas';
import { flowOfCase, rowsOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing } from '../../support/registry';
import type { FlowFile, NodeRun } from '../../support/runWorkflow';
import { endEngine, flowOf, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
type Flow = Parameters<typeof flowOf>[3];

const DISPLAY_NAME = 'Customer Forecast';
const run = (rows: readonly Row[], parameters: Row = {}, flow: Flow = {}) => runWorkflow(flowOf(rows, 'customerForecast', parameters as never, flow), 'Node');
const jsonOf = (items: INodeExecutionData[] = []) => items.map(({ json }) => json as Row);
const outputsOf = ({ outputs }: NodeRun) => outputs.map(jsonOf);
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);
const runOfCase = (id: string) => runWorkflow(flowOfCase('CustomerForecast', id), DISPLAY_NAME);
/** Rows in another order. */
const shuffled = (rows: readonly Row[]) => [...rows.filter((_, place) => place % 3 === 1), ...rows.filter((_, place) => place % 3 !== 1).reverse()];

/** Numbers that look like chance and are the same on each run. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const LAST = Date.parse('2024-07-01') / 86_400_000;

/** Orders of a year and a half by 240 customers of every kind: often, seldom, once, gone, paid back, in two currencies. */
function orders(seed = 7): Row[] {
	const chance = numbersFrom(seed);
	return Array.from({ length: 240 }, (_, customer) => {
		const pace = [12, 35, 90, 1000][chance(4)];
		const own: Row[] = [];
		const order = (day: number, amount: number) => ({ order_id: `${customer}-${own.length}`, customer_id: `c${customer}`, email: `${customer}@example.com`, date: dayText(day), amount, currency: customer % 5 === 0 ? 'USD' : 'EUR', cost: customer % 3 === 0 ? null : 2 + chance(amount) });
		for (let day = LAST - 1 - chance(540); day < LAST; day += 1 + chance(2 * pace)) {
			own.push(order(day, 10 + chance(200)));
			if (chance(9) === 0) break;
		}
		return own;
	}).flat();
}

const given = deepFrozen(orders());

afterAll(endEngine);

describe('two hundred and forty customers', () => {
	let told: NodeRun;
	beforeAll(async () => {
		told = await run(given, { inputIs: 'purchases', asOfMode: 'day', asOfDay: dayText(LAST) });
	});

	it('each have an item, sorted, that leads to an order of theirs', () => {
		const ids = [...new Set(given.map((row) => row.customer_id as string))].sort();
		expect(jsonOf(told.outputs[0]).map(({ customer }) => customer)).toEqual(ids);
		for (const { json, pairedItem } of told.outputs[0]) expect(given[(pairedItem as { item: number }).item].customer_id).toBe(json.customer);
	});

	it('have no number that is none, and the evidence neither', () => expect(pathsOfNothing(outputsOf(told))).toEqual([]));

	it('give the same once more, and the same in another order', async () => {
		const settings = { inputIs: 'purchases', asOfMode: 'day', asOfDay: dayText(LAST) };
		expect((await run(given, settings)).outputs).toEqual(told.outputs);
		const other = await run(shuffled(given), settings);
		expect(outputsOf(other)).toEqual(outputsOf(told));
		expect(messagesOf(other)).toEqual(messagesOf(told));
	});

	it('leave the input as it was', () => expect(given).toEqual(orders()));

	it('are forecast alike in every time zone, where orders have days and no time', async () => {
		for (const timezone of ['Europe/Kyiv', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
			expect(outputsOf(await run(given, { inputIs: 'purchases', asOfMode: 'day', asOfDay: dayText(LAST) }, { timezone }))).toEqual(outputsOf(told));
		}
	});

	it.each(modelIds)('by %s: limits hold the figure, chances are shares, nobody buys on more days than there are', async (model) => {
		for (const horizonDays of [1, 90, 365]) {
			const [items, [forecast]] = outputsOf(await run(given, { model, horizonDays }));
			expect(forecast.asked).toBe(model);
			for (const item of items) {
				const [chance, low, high] = [item.chanceToReturn, item.chanceToReturnLow, item.chanceToReturnHigh] as number[];
				expect([chance > 0, chance <= 1, low <= chance, chance <= high, low >= 0, high <= 1]).toEqual([true, true, true, true, true, true]);
				const [purchases, fewest, most] = [item.expectedPurchases, item.expectedPurchasesLow, item.expectedPurchasesHigh] as number[];
				expect([purchases >= chance - 1e-9, purchases <= horizonDays, fewest <= purchases, purchases <= most, most <= horizonDays]).toEqual([true, true, true, true, true]);
			}
		}
	}, 60_000);

	it('have no smaller chance for a longer horizon, by models of the pace', async () => {
		for (const model of modelIds.filter((id) => id !== 'silenceAndRepeats' && id !== 'daysSince')) {
			const [shorter, longer] = [await run(given, { model, horizonDays: 30 }), await run(given, { model, horizonDays: 60 })].map((each) => jsonOf(each.outputs[0]));
			expect(shorter.filter(({ chanceToReturn, expectedPurchases }, place) => (chanceToReturn as number) > (longer[place].chanceToReturn as number) || (expectedPurchases as number) > (longer[place].expectedPurchases as number))).toEqual([]);
		}
	}, 60_000);

	it('are in the segments that hold their scores', () => {
		for (const { segment, recencyScore, frequencyScore, monetaryScore } of jsonOf(told.outputs[0])) {
			expect([recencyScore, frequencyScore, monetaryScore].filter((score) => !(scores as readonly unknown[]).includes(score))).toEqual([]);
			expect(typeof segment).toBe('string');
			if (segment === 'Champions') expect([recencyScore, frequencyScore, monetaryScore].map((score) => (score as number) >= 4)).toEqual([true, true, true]);
		}
	});
});

describe('the same orders by way of Customer Activity', () => {
	const nodeAt = (name: string, type: string, parameters: INode['parameters']): INode => ({ id: name, name, type: `n8n-nodes-retention.${type}`, typeVersion: 1, position: [0, 0], parameters });
	const between = (rows: readonly Row[], options: INode['parameters'], parameters: INode['parameters']): FlowFile => {
		const flow = flowOf(rows, 'customerForecast', parameters);
		const [rowsNode, node] = flow.nodes;
		return {
			...flow,
			nodes: [rowsNode, nodeAt('Customer Activity', 'customerActivity', { asOfMode: 'day', asOfDay: dayText(LAST), options }), node],
			connections: { Rows: { main: [[{ node: 'Customer Activity', type: 'main', index: 0 }]] }, 'Customer Activity': { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		};
	};

	it.each([['automatic', 'automatic'], ...modelIds.map((id) => [models[id].name, id])])('with histories give the very items and the very evidence, by %s', async (_, model) => {
		const folded = await run(given, { inputIs: 'purchases', asOfMode: 'day', asOfDay: dayText(LAST), model });
		const activity = await runWorkflow(between(given, { history: true }, { model }), 'Node');
		expect(outputsOf(activity)).toEqual(outputsOf(folded));
	}, 30_000);

	it('flattened give the same figures and pass the flat fields on', async () => {
		const nested = jsonOf((await runWorkflow(between(given, { history: true }, {}), 'Node')).outputs[0]);
		const flat = jsonOf((await runWorkflow(between(given, { history: true, flatten: true }, {}), 'Node')).outputs[0]);
		const flatFields = ({ purchases }: Row) => flattened({ purchases } as never);
		expect(flat).toEqual(nested.map(({ purchases, ...json }) => ({ ...json, ...flatFields({ purchases }) })));
	}, 30_000);

	it('that went through a sheet, where every cell is text and nothing is empty text, give the same figures', async () => {
		const items = jsonOf((await runWorkflow(between(given, { history: true, flatten: true }, {}), 'Customer Activity')).outputs[0]);
		const asText = items.map((json) => Object.fromEntries(Object.entries(json).map(([name, cell]) => [name, cell === null ? '' : String(cell)])));
		const figuresOf = (rows: readonly Row[]) => rows.map((json) => Object.fromEntries(Object.entries(json).slice(0, Object.keys(json).indexOf('forecastVersion') + 1)));
		const [fromItems, fromText] = [await run(items), await run(asText)];
		expect(fromText.error).toBeNull();
		expect(figuresOf(jsonOf(fromText.outputs[0]))).toEqual(figuresOf(jsonOf(fromItems.outputs[0])));
		expect(jsonOf(fromText.outputs[1])).toEqual(jsonOf(fromItems.outputs[1]));
	}, 30_000);

	it('of 240 customers without histories are forecast by the pace as with them', async () => {
		for (const model of modelIds.filter((id) => id !== 'silenceAndRepeats' && id !== 'daysSince')) {
			const [withHistories, without] = [await runWorkflow(between(given, { history: true }, { model }), 'Node'), await runWorkflow(between(given, {}, { model }), 'Node')].map((each) => jsonOf(each.outputs[0]));
			const timing = (items: Row[]) => items.map(({ customer, chanceToReturn, chanceToReturnLow, expectedPurchases, expectedPurchasesHigh, segment }) => ({ customer, chanceToReturn, chanceToReturnLow, expectedPurchases, expectedPurchasesHigh, segment }));
			expect(timing(without)).toEqual(timing(withHistories));
		}
	}, 60_000);
});

describe('the item can be taken as activity by the next node', () => {
	const chained = (id: string, next: string, parameters: INode['parameters'] = {}): FlowFile => {
		const flow = flowOfCase('CustomerForecast', id);
		const last: INode = { id: 'next', name: 'Next', type: `n8n-nodes-retention.${next}`, typeVersion: 1, position: [880, 0], parameters };
		return { ...flow, nodes: [...flow.nodes, last], connections: { ...flow.connections, [DISPLAY_NAME]: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } } };
	};

	it.each(['firstRun', 'customerActivityHistory', 'customerActivityFlattened', 'neverBought', 'twoCurrencies', 'activityItems', 'betterThanCountingDays'])('by Warning Signs, from %s: everybody with the signs that Customer Activity alone would give', async (id) => {
		const flow = chained(id, 'warningSigns', { send: 'everybody' });
		const { error, outputs } = await runWorkflow(flow, 'Next');
		expect(error).toBeNull();
		const customers = jsonOf((await runOfCase(id)).outputs[0]);
		const told = outputs.slice(0, 3).flatMap(jsonOf);
		const gone = customers.length - told.length;
		expect(gone).toBeGreaterThanOrEqual(0);
		for (const item of told) {
			const own = customers.find(({ customer }) => customer === item.customer)!;
			expect(item.chanceToReturn).toBe(own.chanceToReturn);
			expect(item.asOf).toBe(own.asOf);
		}
	});

	it('by Warning Signs the signs are the same as of the purchases themselves', async () => {
		const rows = rowsOfCase('WarningSigns', 'purchases');
		const alone = await runWorkflow(flowOf(rows, 'warningSigns', { send: 'everybody' }), 'Node');
		const base = flowOf(rows, 'customerForecast', {});
		const flow = { ...base, nodes: [...base.nodes, { id: 'next', name: 'Next', type: 'n8n-nodes-retention.warningSigns', typeVersion: 1, position: [880, 0] as [number, number], parameters: { send: 'everybody' } }], connections: { ...base.connections, Node: { main: [[{ node: 'Next', type: 'main' as const, index: 0 }]] } } };
		const after = await runWorkflow(flow, 'Next');
		const signsOf = ({ outputs }: NodeRun) => outputs.map((items) => jsonOf(items).map(({ customer, customerId, risk, signs, level, reasons, valueAtRisk }) => ({ customer, customerId, risk, signs, level, reasons, valueAtRisk })));
		expect(signsOf(after)).toEqual(signsOf(alone));
	});
});

it('expressions are computed once, at the first item', async () => {
	const rows = [{ customer_id: 'a', date: '2024-01-01', amount: 5, ahead: 30 }, { customer_id: 'b', date: '2024-02-01', amount: 5, ahead: 60 }, { customer_id: 'b', date: '2024-03-01', amount: 5, ahead: 'many' }];
	const { error, outputs } = await run(rows, { horizonDays: '={{ $json.ahead }}' });
	expect(error).toBeNull();
	expect(jsonOf(outputs[0]).map(({ horizonDays }) => horizonDays)).toEqual([30, 30]);
});

it('an input without any item, or with empty ones alone, gives no item and a hint', async () => {
	for (const rows of [[{}], [{}, {}]]) {
		const { error, outputs, hints } = await run(rows);
		expect([error, outputs, hints.map(({ message }) => message)]).toEqual([null, [[], []], ['There are no rows: the input is empty.']]);
	}
});

describe('a setting that cannot be had is named as the user sees it', () => {
	it.each<[string, Row]>([
		['Input Is', { inputIs: 'weather' }],
		['Horizon (Days)', { horizonDays: 0 }],
		['Horizon (Days)', { horizonDays: 1827 }],
		['Horizon (Days)', { horizonDays: 2.5 }],
		['Horizon (Days)', { horizonDays: 'soon' }],
		['Margin (%)', { marginPercent: -1 }],
		['Margin (%)', { marginPercent: 101 }],
		['Discount per Year (%)', { yearlyDiscount: -0.1 }],
		['Discount per Year (%)', { yearlyDiscount: 100.5 }],
		['Model', { model: 'crystalBall' }],
		['As Of Day', { inputIs: 'purchases', asOfMode: 'day', asOfDay: 'soon' }],
		['When a Row Is Unusable', { unusableRows: 'hide' }],
		['Lapsed After (Days)', { lapsedAfterDays: 0 }],
		['Segments', { segmentTable: { values: [{ segment: 'Best', recency: '5' }] } }],
		['Segments, row 1, Segment', { segmentTable: { values: [{ segment: ' ' }] } }],
		['Segments, row 1, Monetary', { segmentTable: { values: [{ segment: 'Best', monetary: '6' }] } }],
	])('%s: %j', async (name, parameters) => {
		const items = rowsOfCase('CustomerForecast', 'oneRate');
		expect((await run(items, parameters)).error?.message).toBe(`"${name}": the setting cannot be used`);
		const { error, outputs } = await run(items, parameters, { onError: 'continueRegularOutput' });
		expect([error, outputs.map(jsonOf)]).toEqual([null, [[expect.objectContaining({ message: `"${name}": the setting cannot be used` })], []]]);
	});
});

describe('the canvas', () => {
	const shown = shownOf(properties);

	itShowsWhatIsRead(properties, schema);
	itOffersWhatCanBeTaken(properties, schema);

	it('offers every model of the registry and Automatic, which is the default, by titles without jargon; the name of the literature is in the description', () => {
		const property = shown.find(({ name }) => name === 'model')!;
		expect(choicesOf(property)).toEqual(expect.arrayContaining(['automatic', ...modelIds]));
		expect(choicesOf(property)).toHaveLength(modelIds.length + 1);
		expect(property.default).toBe('automatic');
		for (const option of property.options as Array<{ name: string; value: string; description: string }>) {
			expect(option.name).not.toMatch(/NBD|logistic|Poisson|regression/i);
			if (option.value !== 'automatic') expect(option.description).toContain(models[option.value as keyof typeof models].name);
		}
	});

	it('takes no more and no less than a field lets type', () => {
		const limited = shown.filter(({ type, typeOptions }) => type === 'number' && typeOptions?.minValue !== undefined);
		expect(limited.map(({ name }) => name).sort()).toEqual(['horizonDays', 'lapsedAfterDays', 'marginPercent', 'yearlyDiscount']);
		const takes = (name: string, value: unknown) => schema.safeParse({ [name]: value }).success;
		for (const { name, typeOptions } of limited) {
			const { minValue, maxValue } = typeOptions!;
			expect([name, takes(name, minValue), takes(name, (minValue as number) - 1)]).toEqual([name, true, false]);
			if (maxValue !== undefined) expect([name, takes(name, maxValue), takes(name, (maxValue as number) + 1)]).toEqual([name, true, false]);
		}
	});

	it('shows a setting by other settings of this node alone', () => {
		const names = new Set(shown.map(({ name }) => name));
		for (const { name, displayOptions } of shown) expect([name, Object.keys(displayOptions?.show ?? {}).filter((asked) => !names.has(asked))]).toEqual([name, []]);
	});
});
