/**
 * Each `<case>.workflow.json` can be imported into the editor as it stands; `<case>.expected.json` says what it
 * gives and how to check that by hand. Fields that are not named there are not looked at.
 */
import { churnedCustomerFields } from '../../../domain/churn/churnedCustomers';
import { comparedCustomerFields, comparisonRowFields } from '../../../domain/churn/comparisonFields';
import { termStoryFields } from '../../../domain/churn/termStories';
import { visitStoryFields } from '../../../domain/churn/visitStories';
import { churnDefinitions } from '../../../domain/churn/definitions';
import { churnRowFields } from '../../../domain/churn/rowFields';
import { revenueRowFields } from '../../../domain/revenue/revenueRowFields';
import { casesOf, expectedOfCase, flowOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { endEngine, type NodeRun, runWorkflow } from '../../support/runWorkflow';

interface Expected {
	readonly note: string;
	/** What the rows have, which some fields are there only with: `subscriptions`, `reasons for leaving`, `several currencies`. */
	readonly with?: string[];
	readonly rows?: object[];
	readonly churned?: object[];
	readonly hints?: string[];
	readonly error?: { readonly message: string; readonly description: string };
}

const cases = casesOf('ChurnRate');
const keptOf: Record<string, string[]> = { keptColumns: ['Email', 'Phone', 'Full Name', 'city'] };

/** Every value in an output, with its path. */
function* valuesIn(value: unknown, path = 'output'): Generator<readonly [path: string, value: unknown]> {
	yield [path, value];
	if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* valuesIn(inner, `${path}.${key}`);
}

const isNothing = (value: unknown) => value === undefined || (typeof value === 'number' && !Number.isFinite(value));

type Fields = Record<string, { readonly meaning: string }>;

const parametersOf = (id: string) => flowOfCase('ChurnRate', id).nodes.find(({ name }) => name === 'Churn Rate')!.parameters;
const expectedOf = (id: string) => expectedOfCase('ChurnRate', id) as Expected;

/** The fields that a case gets: those of groups, of replacing and the like only where it asks for them or its rows have them. */
function fieldsOf(id: string, fields: Fields): string[] {
	const { groupBy, money } = parametersOf(id);
	const has = new Set(expectedOf(id).with);
	if (groupBy) has.add('groups');
	if ((money as { costOfKeeping?: number } | undefined)?.costOfKeeping) has.add('a cost of keeping set');
	return Object.keys(fields).filter((name) => {
		const [, condition] = /^Only with (.*?):/.exec(fields[name].meaning) ?? [];
		if (name === 'churnWindow') return !has.has('subscriptions');
		return condition === undefined || has.has(condition);
	});
}

/** What the two outputs of an operation say. */
function outputFields(id: string): readonly [rows: Fields, customers: Fields] {
	const story = expectedOf(id).with?.includes('subscriptions') ? termStoryFields : visitStoryFields;
	const ofOperation: Record<string, readonly [Fields, Fields]> = {
		calculateChurnRate: [churnRowFields, { ...churnedCustomerFields, ...story }],
		calculateRevenueChurn: [revenueRowFields, { ...churnedCustomerFields, ...story }],
		compareDefinitions: [comparisonRowFields, comparedCustomerFields],
	};
	return ofOperation[parametersOf(id).operation as string];
}

function expectPromisesKept(id: string, { outputs: [rows, churned] }: NodeRun, itemCount: number) {
	expect([...valuesIn([rows, churned])].filter(([, value]) => isNothing(value))).toEqual([]);
	const [rowFields, customerFields] = outputFields(id);
	for (const { json } of rows) expect(Object.keys(json)).toEqual(fieldsOf(id, rowFields));
	for (const { json } of churned) expect(Object.keys(json).sort()).toEqual([...fieldsOf(id, customerFields), ...(keptOf[id] ?? [])].sort());
	// With a single input item the engine itself pairs every output item with it.
	if (itemCount > 1) for (const { pairedItem } of rows) expect(pairedItem).toBeUndefined();
	for (const { pairedItem } of churned) expect((pairedItem as { item: number }).item).toBeLessThan(itemCount);
	const customers = churned.map(({ json }) => json.customer as string);
	expect(customers).toEqual([...customers].sort());
}

afterAll(endEngine);

describe.each(cases)('%s', (id) => {
	const { note, rows, churned, hints = [], error } = expectedOfCase('ChurnRate', id) as Expected;
	const flow = flowOfCase('ChurnRate', id);
	const items = deepFrozen(flow.pinData!.Rows);
	let run: NodeRun;
	beforeAll(async () => {
		run = await runWorkflow(flow, 'Churn Rate');
	});

	it(note, () => {
		expect(run.error).toEqual(error ?? null);
		if (error) return;
		expect(run.outputs[0].map(({ json }) => json)).toMatchObject(rows!);
		expect(run.outputs[1].map(({ json }) => json)).toMatchObject(churned!);
		const messages = run.hints.map(({ message }) => message).join('\n');
		for (const hint of hints) expect(messages).toContain(hint);
	});

	if (!error) it('has every field and no other, no number that is none, pairs who left with a row, and is sorted', () => expectPromisesKept(id, run, items.length));

	it('leaves its input as it was', () => expect(items).toEqual(flowOfCase('ChurnRate', id).pinData!.Rows));
});

it('each definition has a case, and none pins the node that it tests', () => {
	expect(cases).toEqual(expect.arrayContaining(churnDefinitions.map((definition) => definition.id)));
	for (const id of cases) expect(Object.keys(flowOfCase('ChurnRate', id).pinData!)).toEqual(['Rows']);
});
