/** What every node promises, kept by this one in the real engine from run to run. DESIGN, "How every node behaves". */
import type { INodeExecutionData } from 'n8n-workflow';
import { createHoldout } from '../../../domain/winback/holdout';
import { parameters as schema } from '../../../nodes/WinBackPriority/parameters';
import { properties } from '../../../nodes/WinBackPriority/properties';
import { choicesOf, itOffersWhatCanBeTaken, itShowsWhatIsRead, shownOf } from '../../support/canvas';
import { rowsOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';
import { endEngine, flowOf, flowOfInputs, runWorkflow } from '../../support/runWorkflow';
import { expectWinBackPromises } from '../../support/winback';
import { AS_OF, customers, dayText } from '../../support/winbackCustomers';

type Row = Record<string, unknown>;
type Flow = Parameters<typeof flowOf>[3];

const NOT_BEFORE = { quietHours: { notBefore: '2031-01-15T10:00:00Z' } };
const run = (rows: readonly Row[], parameters: Row = {}, flow: Flow = {}) => runWorkflow(flowOf(rows, 'winBackPriority', { ...NOT_BEFORE, ...parameters } as never, flow), 'Node');
const runOfInputs = (inputs: ReadonlyArray<readonly Row[] | null>, parameters: Row = {}) => runWorkflow(flowOfInputs(inputs, 'winBackPriority', { ...NOT_BEFORE, ...parameters } as never), 'Node');
const jsonOf = (items: INodeExecutionData[] = []) => items.map(({ json }) => json as Row);
const listsOf = ({ outputs }: NodeRun) => outputs.slice(0, 4).map(jsonOf);
const everybodyIn = (told: NodeRun) => listsOf(told).flat();
const namesIn = (rows: readonly Row[]) => rows.map(({ customer }) => customer as string);
const messagesOf = ({ hints }: NodeRun) => hints.map(({ message }) => message);
const totalOf = (told: NodeRun) => listsOf(told).slice(0, 2).flat().reduce((sum, { priority }) => sum + (priority as number), 0);
/** Rows in another order. */
const shuffled = (rows: readonly Row[]) => [...rows.filter((_, place) => place % 3 === 1), ...rows.filter((_, place) => place % 3 !== 1).reverse()];

const SETTINGS = {
	columns: { isBigName: 'vip', reason: 'why' },
	managers: { values: [{ name: 'Olena', calls: 12, called: 40, wonBack: 14 }, { name: 'Ivan', calls: 9 }, { name: 'Petro', calls: 20, called: 30, wonBack: 4 }] },
	channels: ['call', 'email', 'sms', 'voiceRobot', 'customAudience'],
	phoneCountry: 'UA',
	offer: 2,
	budget: 60,
	firstPurchasePercent: 10,
	worthOfCurrencies: { values: [{ currency: 'USD', worth: 0.9 }] },
};

const given = deepFrozen(customers(400));

afterAll(endEngine);

describe('four hundred customers', () => {
	let told: NodeRun;
	beforeAll(async () => {
		told = await run(given, SETTINGS);
	});

	it('are on lists that keep every promise, and most codes occur', () => {
		expect(told.error).toBeNull();
		expectWinBackPromises(listsOf(told) as never, SETTINGS);
		expect(pathsOfNothing(told.outputs)).toEqual([]);
		const codes = new Set(everybodyIn(told).map(({ reasonCode }) => reasonCode));
		expect([...codes].sort()).toEqual(['addressObjected', 'budgetSpent', 'callAddsMost', 'consentUnclear', 'contactAdds', 'contactedRecently', 'costsMore', 'heldOut', 'noForecast', 'objected', 'ruledOut', 'sameAddress', 'unreachable']);
	});

	it('are on one list each if they lapsed, and else on none; each leads to its item', () => {
		const lapsed = given.filter(({ purchases, tenureDays, subscriptions }) => {
			const { purchaseDays, ageDays, recencyDays } = purchases as Record<string, number>;
			return subscriptions === null && (purchaseDays === 0 ? (tenureDays as number) : ageDays - recencyDays) > 90;
		});
		expect(namesIn(everybodyIn(told)).sort()).toEqual(namesIn(lapsed).sort());
		for (const { json, pairedItem } of told.outputs.slice(0, 4).flat()) expect(given[(pairedItem as { item: number }).item].customer).toBe(json.customer);
	});

	it('give the same once more, and the same in another order', async () => {
		expect((await run(given, SETTINGS)).outputs).toEqual(told.outputs);
		const other = await run(shuffled(given), SETTINGS);
		expect(listsOf(other)).toEqual(listsOf(told));
		expect(messagesOf(other)).toEqual(messagesOf(told));
	});

	it('leave the input as it was', () => expect(given).toEqual(customers(400)));

	it('that went through a sheet, where every cell is text and nothing is empty text, are on the same lists', async () => {
		const flat = given.map(({ purchases, subscriptions, contacts, ...json }) => ({ ...json, ...flatOf('purchases', purchases), ...flatOf('subscriptions', subscriptions ?? { status: null, reason: null }), ...flatOf('contacts', contacts ?? { lastOn: null }) }) as Row);
		const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
		const sheet = flat.map((row) => Object.fromEntries(names.map((name) => [name, row[name] === null || row[name] === undefined ? '' : String(row[name])])));
		const fromSheet = await run(sheet, SETTINGS);
		expect(fromSheet.error).toBeNull();
		const figuresOf = (each: NodeRun) => listsOf(each).map((list) => list.map(({ customer, priority, rank, channel, chanceToReturn, reasonCode, suggestedManager, sendAfter, campaignKey }) => ({ customer, priority, rank, channel, chanceToReturn, reasonCode, suggestedManager, sendAfter, campaignKey })));
		expect(figuresOf(fromSheet)).toEqual(figuresOf(told));
	});

	it('are on the same lists in every time zone of the workflow, where days have no time', async () => {
		const listed = (each: NodeRun) => listsOf(each).map((list) => list.map(({ customer, priority, reasonCode }) => ({ customer, priority, reasonCode })));
		for (const timezone of ['Europe/Kyiv', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) expect(listed(await run(given, SETTINGS, { timezone }))).toEqual(listed(told));
	});

	it('who were contacted are not contacted again, also by another list of calls; the held-out stay held out', async () => {
		const contacted = listsOf(told).slice(0, 2).flat();
		const table = everybodyIn(told).map((row) => ({ ...row, contactedOn: '2024-07-01' }));
		const next = await runOfInputs([given, null, table], { ...SETTINGS, skipDays: 0, budget: 0 });
		const [first, worthIt, , notContacted] = listsOf(next);
		const names = new Set(namesIn(contacted));
		expect(namesIn([...first, ...worthIt]).filter((name) => names.has(name))).toEqual([]);
		const used = new Set(contacted.map(({ contactAt }) => contactAt));
		expect([...first, ...worthIt].filter(({ contactAt }) => used.has(contactAt))).toEqual([]);
		// Besides, whoever shares an address with one of them.
		expect(namesIn(notContacted.filter(({ reasonCode }) => reasonCode === 'alreadyContacted'))).toEqual(expect.arrayContaining([...names]));
		const heldOut = listsOf(told)[3].filter(({ holdout }) => holdout);
		expect(heldOut.length).toBeGreaterThan(5);
		expect(namesIn(notContacted.filter(({ reasonCode }) => reasonCode === 'heldOutBefore'))).toEqual(expect.arrayContaining(namesIn(heldOut)));
	});

	it('are all on a list of their own names, and on no other than those', async () => {
		const some = given.slice(0, 50);
		const listed = await runOfInputs([given, some.map(({ customer }) => ({ customer })), null], { ...SETTINGS, lapsedAre: 'listed' });
		expect(namesIn(everybodyIn(listed)).sort()).toEqual(namesIn(some).sort());
		expectWinBackPromises(listsOf(listed) as never, SETTINGS);
	});

	it('are held out by their names alone: whoever else is there, and where there is no budget, everybody by the draw', async () => {
		const isHeldOut = createHoldout({ key: 'win-back', campaign: 'win-back', share: 0.3 });
		for (const rows of [given, given.slice(100, 250)]) {
			const lists = listsOf(await run(rows, { ...SETTINGS, budget: 0, calls: 1000, managers: {}, holdoutPercent: 30 }));
			expect(namesIn(lists.slice(0, 2).flat()).filter(isHeldOut)).toEqual([]);
			expect(namesIn(lists[3].filter(({ holdout }) => holdout)).filter((name) => !isHeldOut(name))).toEqual([]);
		}
	});
});

const flatOf = (stream: string, fields: unknown) => Object.fromEntries(Object.entries(fields as object).map(([name, value]) => [`${stream}${name[0].toUpperCase()}${name.slice(1)}`, value]));

describe('orders by way of Churn Rate and Customer Forecast', () => {
	/** Every customer bought twice and has left since, but for those who came back in June. */
	const orders = deepFrozen(Array.from({ length: 30 }, (_, place) => {
		const own = { customer_id: `c${10 + place}`, email: `${place}@example.com`, amount: 40 + place, currency: 'EUR' };
		return [{ ...own, date: dayText(AS_OF - 400 + place) }, { ...own, date: dayText(AS_OF - 300 + place) }, ...(place % 3 === 0 ? [{ ...own, date: dayText(AS_OF - 5) }] : [])];
	}).flat());

	it('who is on Churned Customers is looked at, and not contacted who came back since', async () => {
		const flow = flowOf(orders, 'winBackPriority', { ...NOT_BEFORE, lapsedAre: 'listed', holdoutPercent: 0, rules: [] } as never);
		const [rows, node] = flow.nodes;
		const at = (name: string, type: string, parameters: Row) => ({ ...node, id: name, name, type: `n8n-nodes-retention.${type}`, parameters: parameters as never });
		const day = { asOfMode: 'day', asOfDay: dayText(AS_OF) };
		const link = (name: string, index: number) => ({ node: name, type: 'main' as const, index });
		const told = await runWorkflow({
			...flow,
			nodes: [rows, at('Customer Forecast', 'customerForecast', { inputIs: 'purchases', ...day }), at('Churn Rate', 'churnRate', { churnWindow: 90, ...day }), node],
			connections: { Rows: { main: [[link('Customer Forecast', 0), link('Churn Rate', 0)]] }, 'Customer Forecast': { main: [[link('Node', 0)]] }, 'Churn Rate': { main: [null, [link('Node', 1)]] } },
		}, 'Node');
		expect(told.error).toBeNull();
		const everybody = everybodyIn(told);
		expect(namesIn(everybody).sort()).toEqual([...new Set(orders.map(({ customer_id: id }) => id))].sort());
		const back = everybody.filter(({ daysSince }) => daysSince === 5);
		expect(back).toHaveLength(10);
		expect([...new Set(back.map(({ reasonCode }) => reasonCode))]).toEqual(['boughtSince']);
		expect(everybody.filter(({ reasonCode }) => reasonCode === 'boughtSince')).toHaveLength(10);
	});
});

describe('laws of money', () => {
	const some = deepFrozen(customers(120, 5));
	const base: Row = { columns: SETTINGS.columns, phoneCountry: 'UA', holdoutPercent: 0 };
	const priorities = async (settings: Row) => new Map(everybodyIn(await run(some, { ...base, ...settings })).map(({ customer, priority }) => [customer as string, priority as number | null]));

	it('a dearer contact and a dearer offer never raise a priority', async () => {
		for (const name of ['cost', 'offer']) {
			let before = await priorities({ channels: ['email'], emailFigures: { [name]: 0 } });
			for (const dearer of [0.5, 2, 10]) {
				const after = await priorities({ channels: ['email'], emailFigures: { [name]: dearer } });
				expect([...after].filter(([customer, priority]) => priority !== null && priority > before.get(customer)!)).toEqual([]);
				before = after;
			}
		}
	});

	it('a larger budget never lowers the total, nor does one more call without a budget', async () => {
		const increasing = (totals: readonly number[]) => expect(totals.filter((total, place) => place > 0 && total < totals[place - 1] - 1e-3)).toEqual([]);
		const totals: number[] = [];
		for (const budget of [0.5, 1, 2, 5, 9, 15, 40, 1000]) totals.push(totalOf(await run(some, { ...base, budget })));
		increasing(totals);
		const byCalls: number[] = [];
		for (const calls of [0, 1, 2, 5, 20]) byCalls.push(totalOf(await run(some, { ...base, calls })));
		increasing(byCalls);
	});

	it('who is sure to return, or never will, is not contacted', async () => {
		const sure = some.map((row) => ({ ...row, chanceToReturn: row.chanceToReturn === null ? null : Number((row.chanceToReturn as number) >= 0.5) }));
		const [first, worthIt] = listsOf(await run(sure, { ...base, rules: [] }));
		expect([first, worthIt]).toEqual([[], []]);
	});

	it('one more channel never lowers what is added', async () => {
		const [fewer, more] = [await run(some, { ...base, channels: ['email'] }), await run(some, { ...base, channels: ['email', 'call', 'sms'] })];
		expect(totalOf(more)).toBeGreaterThanOrEqual(totalOf(fewer));
	});
});

it('expressions are computed once, at the first item', async () => {
	const [one, other] = rowsOfCase('WinBackPriority', 'forecastItems');
	const rows = [{ ...one, city: 'Kyiv' }, { ...other, city: 'Lviv' }];
	const { error, outputs } = await run(rows, { campaign: '={{ $json.city }}', holdoutPercent: 0, lapsedAfterDays: '={{ 50 + 40 }}' });
	expect(error).toBeNull();
	expect(outputs.flatMap(jsonOf).map(({ campaign }) => campaign)).toEqual(['Kyiv', 'Kyiv']);
});

it('an input without any item, or with empty ones alone, gives no item and a hint', async () => {
	for (const rows of [[{}], [{}, {}]]) {
		const { error, outputs, hints } = await run(rows);
		expect([error, outputs, hints.map(({ message }) => message)]).toEqual([null, [[], [], [], []], ['There are no rows: the input is empty.']]);
	}
});

it.each([['begins now', {}], ['began in 2020', { quietHours: { notBefore: '2020-01-01T00:00:00Z' } }]])('in a campaign that %s they may be contacted from now on, or when quiet hours end', async (_, settings) => {
	const before = Math.floor(Date.now() / 1000) * 1000;
	const { outputs } = await runWorkflow(flowOf(rowsOfCase('WinBackPriority', 'forecastItems'), 'winBackPriority', { holdoutPercent: 0, rules: [], ...settings }), 'Node');
	const told = [...jsonOf(outputs[0]), ...jsonOf(outputs[1])];
	expect(told.length).toBeGreaterThan(0);
	for (const { sendAfter } of told) {
		const at = new Date(sendAfter as string);
		expect([at.getTime() >= before, at.getTime() < before + 86_400_000, at.getUTCHours() >= 8, at.getUTCHours() < 21]).toEqual([true, true, true, true]);
	}
});

describe('a setting that cannot be had is named as the user sees it', () => {
	it.each<[string, Row]>([
		['Input Is', { inputIs: 'weather' }],
		['Lapsed Are', { lapsedAre: 'gone' }],
		['Lapsed After (Days)', { lapsedAfterDays: 0 }],
		['Calls per Run', { calls: -1 }],
		['Calls per Run', { calls: 2.5 }],
		['Budget per Run', { budget: -1 }],
		['Margin (%)', { marginPercent: 101 }],
		['Channels', { channels: [] }],
		['Channels', { channels: ['pigeon'] }],
		['Offer per Return', { offer: -1 }],
		['Figures of Call, Reached (%)', { callFigures: { reach: 101 } }],
		['Figures of Call, Times the Odds', { callFigures: { oddsRatio: 0 } }],
		['Figures of E-Mail, Cost of a Contact', { emailFigures: { cost: -1 } }],
		['Figures of E-Mail, Offer per Return', { emailFigures: { offer: 'much' } }],
		['Campaign', { campaign: ' ' }],
		['Hold-Out (%)', { holdoutPercent: 91 }],
		['Skip if Contacted Within (Days)', { skipDays: -1 }],
		['Texts In', { language: 'la' }],
		['Managers, row 1, Name', { managers: { values: [{ name: ' ' }] } }],
		['Managers, row 2, Won Back', { managers: { values: [{ name: 'Olena' }, { name: 'Ivan', called: 2, wonBack: 3 }] } }],
		['Rules', { rules: ['luck'] }],
		['Wholesale or High Margin', { worthTimes: { wholesaleOrHighMargin: 0 } }],
		['Moving away', { oddsFactors: { movedAway: -1 } }],
		['Chance of a First Purchase (%)', { firstPurchasePercent: 100 }],
		['Contact', { contactWhom: 'nobody' }],
		['Horizon (Days)', { horizonDays: 1827 }],
		['As Of Day', { inputIs: 'purchases', asOfMode: 'day', asOfDay: 'soon' }],
		['When a Row Is Unusable', { unusableRows: 'hide' }],
		['Phone Country', { phoneCountry: 'Narnia' }],
		['From (Hour)', { quietHours: { earliestHour: 24 } }],
		['Until (Hour)', { quietHours: { earliestHour: 9, latestHour: 9 } }],
		['Not Before', { quietHours: { notBefore: 'soon' } }],
		['Worth of Currencies, row 1, Worth', { worthOfCurrencies: { values: [{ currency: 'UAH', worth: 0 }] } }],
		['Worth of Currencies, row 1, Currency', { worthOfCurrencies: { values: [{ currency: '', worth: 1 }] } }],
	])('%s: %j', async (name, parameters) => {
		const items = rowsOfCase('WinBackPriority', 'forecastItems');
		expect((await run(items, parameters)).error?.message).toBe(`"${name}": the setting cannot be used`);
		const { error, outputs } = await run(items, parameters, { onError: 'continueRegularOutput' });
		expect([error, outputs.map(jsonOf)]).toEqual([null, [[expect.objectContaining({ message: `"${name}": the setting cannot be used` })], [], [], []]]);
	});
});

describe('the canvas', () => {
	const shown = shownOf(properties);

	itShowsWhatIsRead(properties, schema);
	// An offer of 0 of a channel, which a user adds, is another than none, which is that of all channels.
	itOffersWhatCanBeTaken(properties, schema, ['offer']);

	it('takes no more and no less than a field lets type', () => {
		const takes = (name: string, value: unknown) => schema.safeParse({ [name]: value }).success;
		const limited = shown.filter(({ type, typeOptions }) => type === 'number' && typeOptions?.minValue !== undefined);
		expect(limited.length).toBeGreaterThan(6);
		for (const { name, typeOptions } of limited) {
			const { minValue, maxValue } = typeOptions!;
			expect([name, takes(name, minValue), takes(name, (minValue as number) - 1)]).toEqual([name, true, false]);
			if (maxValue !== undefined) expect([name, takes(name, maxValue), takes(name, (maxValue as number) + 1)]).toEqual([name, true, false]);
		}
	});

	it('shows a setting by other settings of this node alone, and by choices that they offer', () => {
		for (const { name, displayOptions } of shown) {
			for (const [asked, values] of Object.entries(displayOptions?.show ?? {})) {
				const property = shown.find((candidate) => candidate.name === asked);
				expect([name, asked, property !== undefined]).toEqual([name, asked, true]);
				expect(choicesOf(property!)).toEqual(expect.arrayContaining(values as unknown[]));
			}
		}
	});
});
