/** What every node promises, kept by this one in the real engine. DESIGN, "How every node behaves". */
import type { INodeExecutionData } from 'n8n-workflow';
import { rowsOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing } from '../../support/registry';
import { endEngine, flowOf, type NodeRun, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
type Flow = Parameters<typeof flowOf>[3];

const purchases = rowsOfCase('CustomerLifetime', 'buildCohortTable');
const subscriptions = rowsOfCase('CustomerLifetime', 'estimateLifetime');
const unreadable: Row = { customer: 'fay', started: 'soon', ended: '', amount: 10, interval: 'month', plan: 'Pro', reason: '' };
const blank: Row = { ...unreadable, customer: '', started: '2024-05-01' };

const run = (rows: readonly Row[], parameters: Row, flow: Flow = {}) => runWorkflow(flowOf(rows, 'customerLifetime', { churnWindow: 30, ...parameters } as never, flow), 'Node');
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);

/** Each operation and form of output, with rows that it can be asked of. */
const questions: ReadonlyArray<readonly [string, readonly Row[], Row]> = [
	['a churn window', purchases, { operation: 'findChurnWindow', options: { curveEvery: 10 } }],
	['cohorts', purchases, { operation: 'buildCohortTable' }],
	['a triangle of subscriptions', subscriptions, { operation: 'buildCohortTable', shape: 'triangle', groupBy: 'plan' }],
	['lifetimes of purchases', purchases, { operation: 'estimateLifetime' }],
	['lifetimes of subscriptions', subscriptions, { operation: 'estimateLifetime', groupBy: 'plan' }],
	['a curve', subscriptions, { operation: 'estimateLifetime', give: 'curve', groupBy: 'plan' }],
	['causes', subscriptions, { operation: 'estimateLifetime', give: 'causes' }],
];

afterAll(endEngine);

describe.each(questions)('%s', (_, rows, parameters) => {
	it('reads input rows that nobody may write to, and leaves them as they were', async () => {
		const frozen = deepFrozen(structuredClone(rows));
		const { error, outputs } = await run(frozen, parameters);
		expect(error).toBeNull();
		expect(outputs[0].length).toBeGreaterThan(0);
		expect(frozen).toEqual(rows);
	});

	it('has no number that is none, and no row that stems from an item', async () => {
		const { outputs } = await run(rows, parameters);
		expect(pathsOfNothing(jsonOf(outputs[0]))).toEqual([]);
		expect(outputs[0].filter(({ pairedItem }) => !Array.isArray(pairedItem) || pairedItem.length > 0)).toEqual([]);
	});

	it('has the same output of the same rows in another order', async () => {
		const [given, reversed] = [await run(rows, parameters), await run([...rows].reverse(), parameters)];
		expect(jsonOf(reversed.outputs[0])).toEqual(jsonOf(given.outputs[0]));
		expect(messagesOf(reversed)).toEqual(messagesOf(given));
	});

	it('says what was read, in a hint', async () => expect(messagesOf(await run(rows, parameters))[0]).toMatch(/^Plain Table/));

	it('of a thousand empty items gives no rows and a hint', async () => {
		const { outputs, hints } = await run(Array.from({ length: 1000 }, () => ({})), parameters, { onError: 'continueErrorOutput' });
		expect([outputs, hints.map(({ message }) => message)]).toEqual([[[], []], ['There are no rows: the input is empty.']]);
	});
});

describe('rows that cannot be read', () => {
	const parameters = { operation: 'estimateLifetime', asOfMode: 'day', asOfDay: '2024-06-01' };
	const rows = [...subscriptions, unreadable, blank];
	const errors = [
		expect.objectContaining({ error: 'the date cannot be read', message: 'Row 7, column "started": the date cannot be read' }),
		expect.objectContaining({ error: 'no customer is named', message: 'Row 8, column "customer": no customer is named' }),
	];

	it('under Stop and Continue are on the error branch, each with its row, and no figure anywhere', async () => {
		const { outputs, error } = await run(rows, parameters, { onError: 'continueErrorOutput' });
		expect([error, outputs[0]]).toEqual([null, []]);
		expect(jsonOf(outputs[1])).toEqual(errors);
		expect(outputs[1].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 6 }, { item: 7 }]);
	});

	it('under Leave Out and Continue are there beside the figures of the others', async () => {
		const { outputs } = await run(rows, { ...parameters, unusableRows: 'leaveOut' }, { onError: 'continueErrorOutput' });
		const clean = await run(subscriptions, parameters);
		expect(outputs[0]).toEqual(clean.outputs[0]);
		expect(jsonOf(outputs[1])).toEqual(errors);
	});

	it('under Continue without an error branch come behind the figures, with error, message, details and nothing else', async () => {
		const { outputs } = await run(rows, { ...parameters, unusableRows: 'leaveOut' }, { onError: 'continueRegularOutput' });
		expect(jsonOf(outputs[0]).slice(1)).toEqual(errors);
		for (const json of jsonOf(outputs[0]).slice(1)) expect(Object.keys(json)).toEqual(['error', 'message', 'details']);
	});
});

describe('a question that cannot be answered', () => {
	const refused: ReadonlyArray<readonly [string, readonly Row[], Row, string]> = [
		['a churn window of subscriptions', subscriptions, { operation: 'findChurnWindow' }, '"Rows Are": the setting cannot be used'],
		['causes of purchases', purchases, { operation: 'estimateLifetime', give: 'causes' }, '"Give": the setting cannot be used'],
		['causes without reasons', subscriptions.map((row) => ({ ...row, reason: '' })), { operation: 'estimateLifetime', give: 'causes' }, '"Reason Column": no column of a usual name was found'],
	];

	it.each(refused)('%s stops, and under Continue is one item', async (_, rows, parameters, message) => {
		expect((await run(rows, parameters)).error?.message).toBe(message);
		const { outputs, error } = await run(rows, parameters, { onError: 'continueRegularOutput' });
		expect(error).toBeNull();
		expect(jsonOf(outputs[0])).toEqual([expect.objectContaining({ message })]);
	});
});

describe('a setting that cannot be had is named as the user sees it', () => {
	it.each<[string, Row]>([
		['Acceptable Share Coming Back (%)', { operation: 'findChurnWindow', acceptableShare: 101 }],
		['Come Back Within (Days)', { operation: 'findChurnWindow', returnDays: 0 }],
		['Curve Every (Days)', { operation: 'findChurnWindow', options: { curveEvery: -1 } }],
		['Shape', { operation: 'buildCohortTable', shape: 'square' }],
		['Period', { operation: 'buildCohortTable', periodUnit: 'decade' }],
		['Churn Window (Days)', { operation: 'buildCohortTable', churnWindow: 0 }],
		['Give', { operation: 'estimateLifetime', give: 'all' }],
		['Causes Are', { operation: 'estimateLifetime', give: 'causes', causesBy: 'mood' }],
		['Curve Every (Days)', { operation: 'estimateLifetime', give: 'curve', curveEvery: 0.5 }],
		['Watched Since', { operation: 'estimateLifetime', watchedSince: 'spring' }],
		['Gross Margin (%)', { operation: 'estimateLifetime', value: { grossMargin: 0 } }],
		['Horizon (Months)', { operation: 'estimateLifetime', value: { horizonMonths: 0 } }],
		['Value per Customer and Period', { operation: 'estimateLifetime', value: { valuePerCustomer: -1 } }],
	])('%s: %j', async (name, parameters) => {
		expect((await run(purchases, parameters)).error?.message).toBe(`"${name}": the setting cannot be used`);
	});

	it('under Continue no input row goes on dressed as a figure, where an expression asks for a node that is not there', async () => {
		const { outputs } = await run(purchases, { operation: 'estimateLifetime', give: 'curve', curveEvery: '={{ $("Nobody").item.json.days }}' }, { onError: 'continueRegularOutput' });
		expect(jsonOf(outputs[0]).every((json) => 'error' in json && !('customer_id' in json))).toBe(true);
	});
});

it('causes are told of everybody: Group By is not shown beside them, and a column left in it is not asked for', async () => {
	const { error, outputs } = await run(subscriptions, { operation: 'estimateLifetime', give: 'causes', groupBy: 'manager' });
	expect([error, outputs[0].some(({ json }) => 'group' in json)]).toEqual([null, false]);
});
