/** Cases of the node in the real engine, and what holds of every item that it gives. */
import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { contactRoles } from '../../../boundary/sources/streamSource';
import { activityStreamIds, customerFields } from '../../../domain/activity/customerActivity';
import { changes } from '../../../domain/signs/alerts';
import { levels } from '../../../domain/signs/levels';
import { locales } from '../../../domain/signs/locales';
import { signEntryFields, signItemFields } from '../../../domain/signs/signItem';
import { signIds, signs } from '../../../domain/signs/signs';
import { stateFields } from '../../../domain/signs/state';
import { flowOfCase } from '../../support/cases';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import { reasonsOf } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';
import { runWorkflow } from '../../support/runWorkflow';

const NODE = 'WarningSigns';
const DISPLAY_NAME = 'Warning Signs';
const LEVELS = ['atRisk', 'watch', 'healthy'] as const;

type Fields = Readonly<Record<string, { readonly meaning: string; readonly nullWhen?: string }>>;

/** The items of the inputs, where a pinned node gives them: none where Customer Activity stands between. */
function rowsAt(id: string, input: number): IDataObject[] {
	const { connections, pinData } = flowOfCase(NODE, id);
	const givers = Object.entries(connections).filter(([, { main }]) => main.flat().some((link) => link?.node === DISPLAY_NAME && link.index === input));
	return givers.flatMap(([name]) => (pinData![name] ?? []) as unknown as Array<{ json: IDataObject }>).map(({ json }) => json);
}

/** A null that the registry does not foresee. */
const unforeseen = (json: object, fields: Fields): string[] => Object.entries(json).flatMap(([name, value]) => (value === null && Object.hasOwn(fields, name) && fields[name].nullWhen === undefined ? [name] : []));

/** The customer, then contact details and kept columns, then the fields of the registry in order. */
function expectNames(json: IDataObject): void {
	const [customer, ...fields] = Object.keys(signItemFields);
	const names = Object.keys(json);
	expect([names[0], ...names.slice(-fields.length)]).toEqual([customer, ...fields]);
	expect(unforeseen(json, signItemFields)).toEqual([]);
}

function expectFigures(json: IDataObject, output: (typeof LEVELS)[number]): void {
	const { risk, level, completeness, topSign, heldBack, isAlert, change } = json;
	expect(level ?? 'healthy').toBe(output);
	expect(risk === null).toBe(level === null);
	if (risk !== null) expect([Math.min(100, Math.max(0, risk as number)), Math.round((risk as number) * 10) / 10]).toEqual([risk, risk]);
	expect(completeness as number).toBeGreaterThanOrEqual(0);
	expect(completeness as number).toBeLessThanOrEqual(1);
	expect(changes).toContain(change);
	expect(isAlert).toBe(level === 'atRisk' && (change === 'new' || change === 'worse'));
	expect([null, 'confirmation', 'coolDown', 'mostAlerts', 'noData']).toContain(heldBack);
	const found = json.signs as IDataObject[];
	expect(topSign).toBe(found.length === 0 ? null : found[0].sign);
}

/** What fires and what has no data are all signs, but for those that are quiet; each has a code or a text. */
function expectSigns(json: IDataObject): void {
	const found = json.signs as IDataObject[];
	const contributions = found.map(({ contribution }) => contribution as number);
	expect([...contributions].sort((one, other) => other - one)).toEqual(contributions);
	for (const entry of found) {
		expect(Object.keys(entry)).toEqual(Object.keys(signEntryFields));
		expect(unforeseen(entry, signEntryFields)).toEqual([]);
		expect(signIds).toContain(entry.sign);
		expect(entry.strength as number).toBeGreaterThan(0);
		expect(entry.strength as number).toBeLessThanOrEqual(1);
	}
	const reasons = reasonsOf(json);
	const figures = Object.keys(reasons).filter((name) => !(name in signs));
	expect(figures.sort()).toEqual(['risk', 'valueAtRisk'].filter((name) => json[name] === null));
	expect(found.filter(({ sign }) => (sign as string) in reasons)).toEqual([]);
}

/** Rows for a Data Table: flat, every column there, and which of the changes they remember. */
function expectState(rows: IDataObject[]): void {
	for (const row of rows) {
		expect(Object.keys(row)).toEqual(Object.keys(stateFields));
		expect(unforeseen(row, stateFields)).toEqual([]);
		expect([...Object.keys(levels), 'gone']).toContain(row.level);
		expect(Object.values(row).filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
	}
	const customers = rows.map(({ customerId }) => String(customerId));
	expect(new Set(customers).size).toBe(customers.length);
}

const pairOf = ({ pairedItem }: INodeExecutionData) => pairedItem as IPairedItemData;
const plain = (value: unknown): string => String(value).trim();

/** Each item leads to the item of its customer at the first input. */
function expectPairs(items: readonly INodeExecutionData[], id: string): void {
	const rows = rowsAt(id, 0);
	for (const item of items) {
		expect(Object.keys(pairOf(item))).toEqual(['item']);
		const { customer, customerId } = item.json;
		const row = rows[pairOf(item).item];
		if (row !== undefined) expect(Object.values(row).map(plain)).toContain(plain(customer ?? customerId));
	}
}

const IN_SEVERAL_CURRENCIES = /^Values at risk are in several currencies/;

/** The most urgent first: risk × value, where values can be compared, else risk. Whose value is not known stands somewhere among them. */
function expectUrgency(items: readonly IDataObject[], { hints }: NodeRun): void {
	const areComparable = !hints.some(({ message }) => IN_SEVERAL_CURRENCIES.test(message));
	const known = areComparable ? items.filter(({ valueAtRisk }) => valueAtRisk !== null) : items;
	const urgency = ({ risk, valueAtRisk }: IDataObject) => (risk as number) * (areComparable ? (valueAtRisk as number) : 1);
	known.slice(1).forEach((item, place) => expect(urgency(known[place])).toBeGreaterThanOrEqual(urgency(item)));
}

const isError = ({ json }: INodeExecutionData) => 'error' in json && 'details' in json;
const figuresOf = ({ outputs }: NodeRun) => outputs.slice(0, 4).map((items) => items.filter((item) => !isError(item)));

/** How many customers or items the hints say are left out, by the words before. */
const countIn = (hints: readonly string[], pattern: RegExp): number => hints.reduce((sum, hint) => sum + Number((pattern.exec(hint)?.[1] ?? '0').replace(/,/g, '')), 0);

/** Every customer of the input has an item, or has gone, or was left out: with Everybody they add up. */
function expectEverybodyAccountedFor(id: string, { outputs, hints }: NodeRun): void {
	const rows = rowsAt(id, 0).filter((row) => 'activityVersion' in row);
	if (rows.length === 0 || parametersOfCase(NODE, DISPLAY_NAME, id).send !== 'everybody') return;
	const messages = hints.map(({ message }) => message);
	const told = outputs.slice(0, 3).flat().length;
	expect(told + countIn(messages, /^([\d,]+) customers? left out as gone/) + countIn(messages, /^([\d,]+) items? left out:/)).toBe(rows.length);
}

const cases = describeCases({
	node: NODE,
	displayName: DISPLAY_NAME,
	outputs: ['atRisk', 'watch', 'healthy', 'state', 'errors'],
	expectPromisesKept(id, run) {
		const [atRisk = [], watch = [], healthy = [], state = []] = figuresOf(run);
		[atRisk, watch, healthy].forEach((items, output) => {
			for (const { json } of items) {
				expectNames(json);
				expectFigures(json, LEVELS[output]);
				expectSigns(json);
			}
		});
		for (const items of [atRisk, watch]) expectUrgency(items.map(({ json }) => json), run);
		expectState(state.map(({ json }) => json));
		expectPairs([atRisk, watch, healthy, state].flat(), id);
		expectEverybodyAccountedFor(id, run);
	},
});

const withFigures = cases.filter((id) => expectedOf(NODE, id).error === undefined && (expectedOf(NODE, id).state as object[]).length > 0);
const parametersOf = (id: string) => parametersOfCase(NODE, DISPLAY_NAME, id);

it('contact details come under their names, in the order of the item of Customer Activity', () => {
	const [row] = rowsAt('keptColumns', 0);
	const details = Object.keys(row).filter((name) => (contactRoles as readonly string[]).includes(name));
	expect(details).toEqual(['email', 'phone', 'name']);
	const known = new Set<string>([...Object.keys(customerFields), ...activityStreamIds]);
	expect(Object.keys(row).filter((name) => !known.has(name) && !details.includes(name))).toEqual(['level', 'error', '__proto__', 'usagePlan']);
});

it('a column called __proto__ travels along as any other', async () => {
	const { outputs } = await runWorkflow(flowOfCase(NODE, 'keptColumns'), DISPLAY_NAME);
	expect(Object.getOwnPropertyDescriptor(outputs[0][0].json, '__proto__')?.value).toBe('own');
	expect(Object.keys(outputs[0][0].json).slice(0, 11)).toEqual(['customer', 'email', 'phone', 'name', 'levelKept', 'error', '__proto__', 'usagePlan', 'customers.segment', 'summaryKept', 'otherIds']);
});

it('each language has a case', () => {
	expect([...new Set(cases.map((id) => (parametersOf(id).language as string | undefined) ?? 'en'))].filter((language) => language in locales).sort()).toEqual(Object.keys(locales).sort());
});

it('no hint is told beside those that a case expects', async () => {
	const unexpected: string[] = [];
	for (const id of withFigures) {
		const { hints } = await runWorkflow(flowOfCase(NODE, id), DISPLAY_NAME);
		const expected = expectedOf(NODE, id).hints ?? [];
		unexpected.push(...hints.filter(({ message }) => !expected.some((hint) => message.includes(hint))).map(({ message }) => `${id}: ${message}`));
	}
	expect(unexpected).toEqual([]);
});

describe('the order of the items of each input does not matter', () => {
	// Of two items of a customer, and of two rows of one As Of, the place says which holds.
	const isOrdered = (id: string) => id === 'customerTwiceContinue';

	it.each(withFigures.filter((id) => !isOrdered(id)))('%s', async (id) => {
		const flow = flowOfCase(NODE, id);
		const reversed = Object.fromEntries(Object.entries(flow.pinData!).map(([name, items]) => [name, [...items].reverse()]));
		const [given, other] = [await runWorkflow(flow, DISPLAY_NAME), await runWorkflow({ ...flow, pinData: reversed }, DISPLAY_NAME)];
		const told = (run: NodeRun) => figuresOf(run).map((items) => items.map(({ json }) => json));
		expect(told(other)).toEqual(told(given));
	});
});
