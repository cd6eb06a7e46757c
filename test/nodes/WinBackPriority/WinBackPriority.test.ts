/** Cases of the node in the real engine, and what holds of every item that it gives. */
import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { areIdsInOrder } from '../../../boundary/reading/customerColumn';
import { channelIds } from '../../../domain/winback/channels';
import { reasonCodes, winBackFields } from '../../../domain/winback/itemFields';
import { reasonIds } from '../../../domain/winback/reasons';
import { ruleIds } from '../../../domain/winback/rules';
import expectedForecasts from '../../reference/forecast_cases.json';
import { flowOfCase } from '../../support/cases';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import { reasonsOf, unexplainedNulls } from '../../support/registry';
import type { FlowFile, NodeRun } from '../../support/runWorkflow';
import { runWorkflow } from '../../support/runWorkflow';
import { expectWinBackPromises } from '../../support/winback';

const NODE = 'WinBackPriority';
const DISPLAY_NAME = 'Win-Back Priority';
const LISTS = ['first', 'worthIt', 'notWorthIt', 'notContacted'] as const;

type Row = Readonly<Record<string, unknown>>;

const isError = ({ json }: INodeExecutionData) => 'error' in json && 'details' in json;
const itemsOf = ({ outputs }: NodeRun) => LISTS.map((_, index) => (outputs[index] ?? []).filter((item) => !isError(item)));
const jsonOf = (run: NodeRun) => itemsOf(run).map((items) => items.map(({ json }) => json));
const runOf = (id: string, flow: FlowFile = flowOfCase(NODE, id)) => runWorkflow(flow, DISPLAY_NAME, { credentials: expectedOf(NODE, id).credentials });

/** The rows of the first input, where a pinned node gives them. */
const rowsOf = (id: string): Row[] => {
	const { pinData } = flowOfCase(NODE, id);
	return ((pinData!.Rows ?? pinData!.Customers) as unknown as Array<{ json: Row }>).map(({ json }) => json);
};

interface Purchases {
	readonly purchaseDays: number;
	readonly ageDays: number;
	readonly recencyDays: number;
}

/** Who has lapsed by the rows themselves: silent for longer, or never bought for longer, without a subscription. */
function lapsedIn(rows: readonly Row[], { lapsedAfterDays = 90, rules }: { readonly lapsedAfterDays?: number; readonly rules?: readonly string[] }): string[] {
	const isAudience = rules?.includes('neverBought') ?? true;
	return rows
		.filter(({ purchases, tenureDays, subscriptions }) => {
			if (purchases === null || ['active', 'trial', 'paused'].includes(String((subscriptions as IDataObject | undefined)?.status))) return false;
			const { purchaseDays, ageDays, recencyDays } = purchases as Purchases;
			if (purchaseDays > 0) return ageDays - recencyDays > lapsedAfterDays;
			return isAudience && (typeof tenureDays !== 'number' || tenureDays > lapsedAfterDays);
		})
		.map(({ customer }) => String(customer));
}

/** Everybody who lapsed is in one output, and nobody else: where items say it, and none of them was left out. */
function expectAccountedFor(id: string, lists: readonly INodeExecutionData[][]): void {
	const rows = rowsOf(id);
	if (parametersOfCase(NODE, DISPLAY_NAME, id).lapsedAre === 'listed' || rows.some(({ activityVersion, purchases }) => activityVersion === undefined || purchases === undefined)) return;
	if (expectedOf(NODE, id).hints?.some((hint) => hint.includes('left out')) || expectedOf(NODE, id).errors !== undefined) return;
	const told = lists.flat().map(({ json }) => String(json.customer));
	expect(told.sort()).toEqual(lapsedIn(rows, parametersOfCase(NODE, DISPLAY_NAME, id)).sort());
}

const plain = (value: unknown): string => String(value).trim();

/** A customer leads to an item of the first input that tells of them. */
function expectPairs(id: string, lists: readonly INodeExecutionData[][]): void {
	const rows = rowsOf(id);
	for (const { json, pairedItem } of lists.flat()) {
		expect(Object.keys(pairedItem as IPairedItemData)).toEqual(['item']);
		expect(Object.values(rows[(pairedItem as IPairedItemData).item]).map(plain)).toContain(plain(json.customer));
	}
}

const cases = describeCases({
	node: NODE,
	displayName: DISPLAY_NAME,
	outputs: [...LISTS, 'errors'],
	expectPromisesKept(id, run) {
		const lists = itemsOf(run);
		expectWinBackPromises(lists.map((items) => items.map(({ json }) => json)), parametersOfCase(NODE, DISPLAY_NAME, id));
		for (const { json } of lists.flat()) {
			const own = Object.fromEntries(Object.keys(winBackFields).map((name) => [name, json[name]]));
			expect(unexplainedNulls(own, winBackFields as never)).toEqual([]);
			expect(() => reasonsOf(own)).not.toThrow();
		}
		for (const list of lists.slice(2)) expect(areIdsInOrder(list.map(({ json }) => String(json.customer)))).toBe(true);
		expectAccountedFor(id, lists);
		expectPairs(id, lists);
	},
});

const withFigures = cases.filter((id) => expectedOf(NODE, id).error === undefined && LISTS.some((list) => ((expectedOf(NODE, id)[list] ?? []) as object[]).length > 0));

/** `sendAfter` of a run that begins now is not the same in the next second. */
const beginsNow = (id: string) => (parametersOfCase(NODE, DISPLAY_NAME, id).quietHours as IDataObject | undefined)?.notBefore === undefined;
const withoutClock = (id: string, told: IDataObject[][]) => (beginsNow(id) ? told.map((items) => items.map((json) => ({ ...json, sendAfter: null }))) : told);

describe('the same input gives the same once more, and in another order', () => {
	it.each(withFigures)('%s', async (id) => {
		const flow = flowOfCase(NODE, id);
		const given = await runOf(id, flow);
		const again = await runOf(id);
		expect(withoutClock(id, jsonOf(again))).toEqual(withoutClock(id, jsonOf(given)));
		expect(again.hints).toEqual(given.hints);
		// Of two items of a customer the place says which holds, and expressions are computed at the first.
		if (/^(customerTwice|rowsUnusable|expressions)/.test(id)) return;
		const reversed = Object.fromEntries(Object.entries(flow.pinData!).map(([name, items]) => [name, [...items].reverse()]));
		const other = await runOf(id, { ...flow, pinData: reversed });
		expect(withoutClock(id, jsonOf(other))).toEqual(withoutClock(id, jsonOf(given)));
	});
});

/** What is said of every run; a case names what is said besides. */
const USUAL = [/^\d+ of \d+ customers? (has|have|is|are) /, /^Contacting \d+ customers? /, /^Nobody is held out/, /^With \d+ customers? held out/, /^The hold-out is drawn/, /^What you earn of a purchase/, /^Chances to return: /, /^The budget of /, /^Plain Table: /, /^The managers can make /, /^No lapsed customer has an? /];

it('no hint is told beside the usual ones and those that a case expects', async () => {
	const unexpected: string[] = [];
	for (const id of withFigures) {
		const expected = expectedOf(NODE, id).hints ?? [];
		const { hints } = await runOf(id);
		unexpected.push(...hints.filter(({ message }) => !USUAL.some((usual) => usual.test(message)) && !expected.some((hint) => message.includes(hint))).map(({ message }) => `${id}: ${message}`));
	}
	expect(unexpected).toEqual([]);
});

describe('what the registries have is in some case', () => {
	const told = withFigures.flatMap((id) => LISTS.flatMap((list) => (expectedOf(NODE, id)[list] ?? []) as IDataObject[]));

	it('each code of a reason', () => expect([...new Set(told.map(({ reasonCode }) => reasonCode).filter(Boolean))].sort()).toEqual(Object.keys(reasonCodes).sort()));
	it('each channel', () => expect([...new Set(told.map(({ channel }) => channel).filter(Boolean))].sort()).toEqual([...channelIds].sort()));
	it('each rule', () => expect([...new Set(told.flatMap(({ findings }) => ((findings ?? []) as IDataObject[]).map(({ rule }) => rule)))].sort()).toEqual([...ruleIds].sort()));
	it('each reason of leaving', () => expect([...new Set(told.map(({ leftBecause }) => leftBecause).filter(Boolean))].sort()).toEqual([...reasonIds].sort()));
});

describe('where the node forecasts by itself', () => {
	const chancesOf = async (id: string) => new Map(jsonOf(await runOf(id)).flat().map(({ customer, chanceToReturn }) => [customer, chanceToReturn as number]));

	it('chances are those of the fit in forecast_cases.json, made by Python', async () => {
		const fit = expectedForecasts.forecasts.find(({ case: id }) => id === 'firstRun')!;
		const chances = await chancesOf('purchases');
		expect([...chances.keys()].sort()).toEqual(['ann', 'dan', 'eve']);
		for (const [customer, chance] of chances) expect(Math.abs(chance - fit.chanceToReturn[fit.customers.indexOf(customer as string)])).toBeLessThan(1e-6);
	});

	it.each(['purchases', 'purchasesWithCosts', 'activityItems', 'activityFlattened', 'activityWithoutHistory'])('%s: chance, margin and segment are those that Customer Forecast gives of the same items', async (id) => {
		const flow = flowOfCase(NODE, id);
		const node = flow.nodes.find(({ name }) => name === DISPLAY_NAME)!;
		const { horizonDays = 90, lapsedAfterDays = 90 } = node.parameters as { horizonDays?: number; lapsedAfterDays?: number };
		const forecast = { ...node, name: 'Customer Forecast', type: 'n8n-nodes-retention.customerForecast', parameters: { horizonDays, lapsedAfterDays } };
		const chained = { ...flow, nodes: [flow.nodes[0], forecast, node], connections: { Rows: { main: [[{ node: 'Customer Forecast', type: 'main' as const, index: 0 }]] }, 'Customer Forecast': { main: [[{ node: DISPLAY_NAME, type: 'main' as const, index: 0 }]] } } };
		const [alone, after] = [await runOf(id, flow), await runOf(id, chained)];
		expect(after.error).toBeNull();
		const exact = ['customer', 'list', 'rank', 'chanceToReturn', 'segment', 'channel', 'lastPurchaseOn', 'daysSince', 'horizonDays', 'campaignKey', 'asOf', 'currency'];
		const told = (run: NodeRun) => jsonOf(run).flat().map((json) => exact.map((name) => json[name]));
		expect(told(after)).toEqual(told(alone));
		// Customer Forecast rounds amounts to four decimals and chances to ten.
		const figuresOf = (run: NodeRun) => jsonOf(run).flat().flatMap(({ priority, expectedMargin, worthOfReturn, chanceWithContact }) => [priority, expectedMargin, worthOfReturn, chanceWithContact] as number[]);
		const own = figuresOf(alone);
		expect(figuresOf(after).filter((figure, place) => Math.abs(figure - own[place]) > 1e-3)).toEqual([]);
	});
});
