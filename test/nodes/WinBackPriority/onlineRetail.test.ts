/**
 * A real shop in the real engine: the 18,532 invoices of templates/data as of 31 August 2011, from the purchases on.
 *
 * Whom to win back by test/reference/winback/online_retail.py: its chances and what a purchase brings come from the
 * regressions and fits of the other references, rules, priorities and lists from the rules alone.
 */
import type { IDataObject } from 'n8n-workflow';
import expected from '../../reference/winback/online_retail.json';
import { readCsv } from '../../support/files.cjs';
import { deepFrozen } from '../../support/reading';
import { endEngine, flowOf, runWorkflow } from '../../support/runWorkflow';

const withAddresses = (row: Record<string, string>): Record<string, string> => ({
	...row,
	email: `ann.${row.customer_id}@example.com`,
	phone: Number(row.customer_id) % 3 === 0 ? '' : `+3805010${row.customer_id}`,
});
const invoices = deepFrozen(readCsv('templates/data/online_retail_invoices.csv').map(withAddresses));
const SETTINGS = { inputIs: 'purchases', asOfMode: 'day', asOfDay: expected.asOf, horizonDays: expected.horizonDays };
/** Every customer up to that day, as the other reference has them. */
const ids = [...new Set(invoices.filter(({ order_date: on }) => on.slice(0, 10) <= expected.asOf).map(({ customer_id: id }) => id))].sort();

const LETTERS: Readonly<Record<string, string>> = { callAddsMost: 'F', contactAdds: 'W', ruledOut: 'R', costsMore: 'C', callsTaken: 'K', budgetSpent: 'B' };
const BITS: Readonly<Record<string, number>> = { rareAndSmall: 1, longAndFrequent: 2, wholesaleOrHighMargin: 4 };

/** Figures come from fits on either side, which agree to about 1e-6 of a chance. */
const SHARE = 1e-5;

const numberIn = (json: IDataObject, name: string) => json[name] as number;
const sumOf = (items: readonly IDataObject[], name: string) => items.reduce((sum, json) => sum + numberIn(json, name), 0);
const letterOf = ({ reasonCode, heldOutFrom }: IDataObject): string => (reasonCode === 'heldOut' ? String(heldOutFrom)[0].replace('f', 'h') : LETTERS[String(reasonCode)]);
const bitsOf = ({ findings }: IDataObject) => (findings as IDataObject[]).reduce((bits, { rule }) => bits + BITS[String(rule)], 0);

function expectNear(got: number, wanted: number): void {
	expect(Math.abs(got - wanted)).toBeLessThanOrEqual(SHARE * Math.abs(wanted) + 1e-4);
}

/** What the lists say of a customer, in two texts alike: where they differ, and how. */
const differences = (got: readonly string[], wanted: string) => got.flatMap((letter, at) => (wanted[at] === '?' || letter === wanted[at] ? [] : [`${ids[at]}: ${wanted[at]} expected, ${letter} got`]));

afterAll(endEngine);

describe.each(expected.runs)('$name', ({ parameters, lists, findings, first, sums, choice }) => {
	let outputs: IDataObject[][];
	let byId: Map<string, IDataObject>;
	beforeAll(async () => {
		const run = await runWorkflow(flowOf(invoices, 'winBackPriority', { ...SETTINGS, ...parameters }), 'Node');
		expect(run.error).toBeNull();
		outputs = run.outputs.map((items) => items.map(({ json }) => json));
		byId = new Map(outputs.flat().map((json) => [String(json.customer), json]));
	}, 30_000);

	it('puts each of the 3,317 customers on the list of the reference', () => {
		expect(differences(ids.map((id) => (byId.has(id) ? letterOf(byId.get(id)!) : '.')), lists)).toEqual([]);
	});

	it('finds the same rules in each', () => {
		expect(differences(ids.map((id) => String(byId.has(id) ? bitsOf(byId.get(id)!) : 0)), findings)).toEqual([]);
	});

	it('calls the same customers in the same order, each for as much', () => {
		const exact = choice.total === undefined ? [] : outputs[0];
		expect(exact.map(({ customer }) => String(customer))).toEqual(first.map(([customer]) => customer));
		exact.forEach((json, at) => expectNear(numberIn(json, 'priority'), first[at][1] as number));
	});

	it('sums up to the same money', () => {
		const told = ids.flatMap((id, at) => (['.', '?'].includes(lists[at]) ? [] : [byId.get(id)!]));
		for (const [name, sum] of Object.entries(sums)) expectNear(sumOf(told, name), sum);
	});

	it('adds as much as can be had, or lies within the bounds of a linear program', () => {
		const added = sumOf([...outputs[0], ...outputs[1]], 'priority');
		if (choice.total !== undefined) return expectNear(added, choice.total);
		expect(added).toBeLessThanOrEqual(choice.integer! * (1 + SHARE));
		expect(added).toBeGreaterThanOrEqual(choice.linear! - 2 * choice.largest!);
		// By far nearer here than that bound has to be: two contacts less than the best choice of some hundred.
		expect(added).toBeGreaterThanOrEqual(choice.integer! * 0.995);
	});
});
