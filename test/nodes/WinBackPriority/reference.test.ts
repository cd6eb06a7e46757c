/** The node's lists, in the real engine, beside those of a program of its own: test/reference/winback/lists.py. */
import type { IDataObject } from 'n8n-workflow';
import { closeTo } from '../../support/closeTo';
import { expectSame } from '../../support/law';
import { endEngine, flowOfInputs, runWorkflow } from '../../support/runWorkflow';
import type { Choice, WinBackRun } from '../../support/winbackReference';
import { inputsOf, parametersOf, rowsOf, winBackRuns } from '../../support/winbackReference';

const LISTS = ['first', 'worthIt', 'notWorthIt', 'notContacted'];
const MONEY_DECIMALS = 4;
const FIGURE_DECIMALS = 10;
const decimals = {
	chanceToReturn: FIGURE_DECIMALS, returnCounts: FIGURE_DECIMALS, reasonFactor: FIGURE_DECIMALS, expectedMargin: MONEY_DECIMALS, worthOfReturn: MONEY_DECIMALS,
} as const;
const WORDS = ['audience', 'leftBecause', 'campaignKey', 'marginIs'];
/** What hangs on whether and how somebody is contacted, which a budget may leave open. */
const decimalsOfChoice = {
	priority: MONEY_DECIMALS, contactCost: MONEY_DECIMALS, offerCost: MONEY_DECIMALS, reach: FIGURE_DECIMALS, oddsRatio: FIGURE_DECIMALS, chanceWithContact: FIGURE_DECIMALS,
} as const;
const WORDS_OF_CHOICE = ['list', 'rank', 'channel', 'sendAfter', 'suggestedManager', 'holdout', 'heldOutFrom'];
/** Codes of the reference that leave open which of these it is. */
const OPEN_CODES: Readonly<Record<string, readonly string[]>> = {
	'?': ['callAddsMost', 'contactAdds', 'budgetSpent', 'callsTaken'],
	'?held': ['heldOut', 'budgetSpent', 'callsTaken'],
	'?Spent': ['budgetSpent', 'callsTaken'],
};
const CREDENTIALS = { retentionSecretApi: { id: 'secret', name: 'Secret' } };

afterAll(endEngine);

async function outputsOf(run: WinBackRun, inputs = inputsOf(run), parameters = parametersOf(run)): Promise<IDataObject[][]> {
	const { secret } = run;
	const flow = flowOfInputs(inputs, 'winBackPriority', parameters, secret === null ? {} : { credentials: CREDENTIALS });
	const { outputs, error } = await runWorkflow(flow, 'Node', secret === null ? {} : { credentials: { retentionSecretApi: { secret } } });
	expect(error).toBeNull();
	return outputs.map((items) => items.map(({ json }) => json));
}

const idOf = ({ customer }: IDataObject) => String(customer);
const numberIn = (json: IDataObject, name: string) => json[name] as number;

function expectFigures(got: IDataObject, wanted: IDataObject, figures: Readonly<Record<string, number>>): void {
	for (const [name, places] of Object.entries(figures)) closeTo(got[name], wanted[name] as number | null, `${idOf(got)} ${name}`, places);
}

const wordsOf = (json: IDataObject, names: readonly string[]) => [idOf(json), ...names.map((name) => json[name])];

function expectItem(got: IDataObject, wanted: IDataObject): void {
	const code = wanted.reasonCode as string;
	expect([idOf(got), OPEN_CODES[code] ?? [code]]).toEqual([idOf(got), expect.arrayContaining([got.reasonCode])]);
	expect(wordsOf(got, WORDS)).toEqual(wordsOf(wanted, WORDS));
	expectFigures(got, wanted, decimals);
	if (code === '?' || code === '?held') return;
	expect(wordsOf(got, WORDS_OF_CHOICE)).toEqual(wordsOf(wanted, WORDS_OF_CHOICE));
	expectFigures(got, wanted, decimalsOfChoice);
}

const spentOn = (json: IDataObject) => numberIn(json, 'contactCost') + numberIn(json, 'offerCost');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Within the budget and the calls, and as good as the reference says, or within its bounds; money is rounded to 1/10,000. */
function expectChoice([first, worthIt]: readonly IDataObject[][], { binds, calls, total, linear, integer, largest }: Choice, budget: number | null): void {
	const contacted = [...first, ...worthIt];
	const rounding = 1e-4 * (contacted.length + 1);
	expect(first.length).toBeLessThanOrEqual(calls);
	if (budget !== null) expect(sum(contacted.map(spentOn))).toBeLessThanOrEqual(budget + rounding);
	const added = sum(contacted.map((json) => numberIn(json, 'priority')));
	if (total !== undefined) expect(Math.abs(added - total)).toBeLessThanOrEqual(rounding);
	if (!binds) return;
	expect(added).toBeLessThanOrEqual(integer! + rounding);
	expect(added).toBeGreaterThanOrEqual(linear! - 2 * largest! - rounding);
}

describe.each(winBackRuns.map((run) => [run.name, run] as const))('%s', (_name, run) => {
	let outputs: IDataObject[][];
	beforeAll(async () => {
		outputs = await outputsOf(run);
	});
	const wanted = new Map(rowsOf(run.expected).map((row) => [String(row.customer), row as IDataObject]));

	it('puts the same customers on its lists, each on that which the item says', () => {
		expect(outputs.flat().map(idOf).sort()).toEqual([...wanted.keys()].sort());
		outputs.forEach((items, at) => expect(new Set(items.map(({ list }) => list))).toEqual(new Set(items.length === 0 ? [] : [LISTS[at]])));
	});

	it('says of each the same code, figures, channel, rank, manager, key and time', () => {
		for (const json of outputs.flat()) expectItem(json, wanted.get(idOf(json))!);
	});

	it('names the rules that fired', () => {
		const got = outputs.flat().map((json) => `${idOf(json)}: ${(json.findings as IDataObject[]).map(({ rule }) => rule).join()}`);
		const rules = (customer: string) => run.expected.findings.filter(([of]) => String(of) === customer).map(([, rule]) => rule).join();
		expect(got.sort()).toEqual([...wanted.keys()].map((customer) => `${customer}: ${rules(customer)}`).sort());
	});

	it('chooses as much as can be had, or within the bounds of a linear program', () => expectChoice(outputs, run.choice, run.settings.budget));

	it('ranks from 1 on without a gap, calls before all else, by what a contact adds', () => {
		const ranked = outputs.slice(0, 2).flat();
		expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_json, at) => at + 1));
		for (const items of outputs.slice(0, 2)) expect(items.map((json) => numberIn(json, 'priority'))).toEqual(items.map((json) => numberIn(json, 'priority')).sort((one, other) => other - one));
	});

	it('says the same whatever the order of the rows on each input, and of the channels and rules that were ticked', async () => {
		const { channels, rules } = run.settings;
		const parameters = { ...parametersOf(run), channels: channels.toReversed(), rules: rules.toReversed() };
		const backwards = await outputsOf(run, inputsOf(run).map((rows) => rows?.toReversed() ?? null), parameters);
		expectSame(backwards, outputs);
	});
});
