/**
 * Each `<case>.workflow.json` can be imported into the editor as it stands; `<case>.expected.json` says what it
 * gives and how to check that by hand. Fields that are not named there are not looked at.
 */
import { churnedCustomerFields } from '../../../domain/churn/churnedCustomers';
import { visitStoryFields } from '../../../domain/churn/visitStories';
import { churnDefinitions } from '../../../domain/churn/definitions';
import { churnRowFields } from '../../../domain/churn/rowFields';
import { casesOf, expectedOfCase, flowOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { endEngine, type NodeRun, runWorkflow } from '../../support/runWorkflow';

interface Expected {
	readonly note: string;
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

/** The fields that a case gets: those of groups, of replacing and of several currencies only where it asks for them. */
function fieldsOf(id: string, fields: Record<string, { readonly meaning: string }>): string[] {
	const { parameters } = flowOfCase('ChurnRate', id).nodes.find(({ name }) => name === 'Churn Rate')!;
	const isAsked: Record<string, boolean> = {
		'Only with groups:': Boolean(parameters.groupBy),
		'Only with a cost of keeping set:': Boolean((parameters.money as { costOfKeeping?: number } | undefined)?.costOfKeeping),
		'Only with several currencies:': id === 'twoCurrencies',
		'Only with reasons for leaving:': false,
		'Only with subscriptions:': false,
	};
	const condition = (meaning: string) => /^Only with .*?:/.exec(meaning)?.[0];
	return Object.keys(fields).filter((name) => isAsked[condition(fields[name].meaning) ?? ''] ?? true);
}

function expectPromisesKept(id: string, { outputs: [rows, churned] }: NodeRun, itemCount: number) {
	expect([...valuesIn([rows, churned])].filter(([, value]) => isNothing(value))).toEqual([]);
	for (const { json } of rows) expect(Object.keys(json)).toEqual(fieldsOf(id, churnRowFields));
	for (const { json } of churned) expect(Object.keys(json).sort()).toEqual([...fieldsOf(id, { ...churnedCustomerFields, ...visitStoryFields }), ...(keptOf[id] ?? [])].sort());
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
