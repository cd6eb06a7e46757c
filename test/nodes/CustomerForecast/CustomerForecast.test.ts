/** Cases of the node in the real engine, and what holds of every item that it gives. */
import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { evidenceFields, forecastEvidenceFields, forecastItemFields, judgedFields, spendFields } from '../../../domain/purchases/forecastFields';
import { modelIds, models } from '../../../domain/purchases/models';
import { activityStreamIds, customerFields } from '../../../domain/activity/customerActivity';
import { areIdsInOrder } from '../../../boundary/reading/customerColumn';
import { flowOfCase } from '../../support/cases';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import { reasonsOf, unexplainedNulls } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';
import { runWorkflow } from '../../support/runWorkflow';

const NODE = 'CustomerForecast';
const DISPLAY_NAME = 'Customer Forecast';
const DAY = 86_400_000;
/** Half a unit of the fourth decimal, twice: figures that are held against each other are both rounded. */
const MONEY = 1.1e-4;

type Fields = Readonly<Record<string, { readonly meaning: string; readonly nullWhen?: string }>>;

const own = Object.keys(forecastItemFields);
const written = ['customer', 'summary', 'asOf'];
const behindStreams = ['recentDays', 'usualDays', 'activityVersion'];
const beforeStreams = Object.keys(customerFields).filter((name) => ![...written, ...behindStreams].includes(name));
const FLAT_FIELD = new RegExp(`^(${activityStreamIds.join('|')})[A-Z]`);

/** The customer, contact details and kept columns, the fields of the registry in order, then what Customer Activity says. */
function expectNames(json: IDataObject): void {
	const names = Object.keys(json);
	const [start, end] = [names.indexOf('summary'), names.indexOf('forecastVersion') + 1];
	const details = names.slice(1, start);
	expect([names[0], ...names.slice(start, end)]).toEqual(own);
	expect(details.filter((name) => own.includes(name) || name in customerFields)).toEqual([]);
	const passedOn = names.slice(end);
	const streams = passedOn.slice(beforeStreams.length, -behindStreams.length);
	expect(passedOn).toEqual([...beforeStreams, ...streams, ...behindStreams]);
	expect([...new Set(streams.map((name) => FLAT_FIELD.exec(name)?.[1] ?? name))]).toEqual(activityStreamIds);
	const ofRegistry = Object.fromEntries(Object.entries(json).filter(([name]) => own.includes(name)));
	expect(unexplainedNulls(ofRegistry, forecastItemFields as never)).toEqual([]);
}

const figures = ['chanceToReturn', 'expectedPurchases', 'expectedSpend', 'expectedMargin', 'value'] as const;

/** Low ≤ value ≤ high, both limits or none; a chance is a share, and nobody buys on more days than there are. */
function expectLimits(json: IDataObject): void {
	for (const name of figures) {
		const [value, low, high] = [json[name], json[`${name}Low`], json[`${name}High`]] as Array<number | null>;
		expect([name, low === null]).toEqual([name, high === null]);
		if (value === null) expect([name, low]).toEqual([name, null]);
		if (low === null || high === null || value === null) continue;
		expect([name, low <= value, value <= high]).toEqual([name, true, true]);
	}
	const { chanceToReturn: chance, chanceToReturnLow: low, chanceToReturnHigh: high, expectedPurchases: purchases, expectedPurchasesHigh: most, horizonDays } = json as Record<string, number | null>;
	if (chance === null || purchases === null) return;
	expect([low ?? 0, chance, high ?? 1].filter((share) => share < 0 || share > 1)).toEqual([]);
	expect(purchases).toBeGreaterThanOrEqual(chance - 1e-9);
	expect(most ?? purchases).toBeLessThanOrEqual(horizonDays!);
}

const flat = (json: IDataObject, name: string): unknown => (json.purchases as IDataObject | null | undefined)?.[name] ?? json[`purchases${name[0].toUpperCase()}${name.slice(1)}`] ?? null;

/** The settings that money hangs on; a case says what its expressions give. */
interface Settings {
	readonly marginPercent?: number;
	readonly yearlyDiscount?: number;
}

/** What an amount a year later is worth, spread evenly over the days: ∫ e^(−δt) dt / h, δ = ln(1 + rate)/365. */
function discountOf(horizonDays: number, percent: number): number {
	const delta = Math.log(1 + percent / 100) / 365;
	return delta === 0 ? 1 : (1 - Math.exp(-delta * horizonDays)) / (delta * horizonDays);
}

/** What part of a customer's spend is earned: the own, as if two purchases of an average customer of that currency stood beside it; of who has none that of all. */
function marginRateOf(json: IDataObject, spends: readonly IDataObject[]): number | null {
	const { marginRate, meanPurchase } = spends.find(({ currency }) => currency === json.currency) as Record<string, number | null>;
	const [net, earned] = [flat(json, 'net'), flat(json, 'margin')];
	if (marginRate === null || meanPurchase === null || earned === null || !(Number(net) > 0)) return marginRate;
	return Math.min(1, (Number(earned) + 2 * meanPurchase * marginRate) / (Number(net) + 2 * meanPurchase));
}

/** Spend = purchases × what one brings; margin = spend × the part of it that is earned; value = the one or the other, discounted. */
function expectMoney(json: IDataObject, spends: readonly IDataObject[], { marginPercent = 0, yearlyDiscount = 0 }: Settings): void {
	const { expectedPurchases, purchaseBrings, expectedSpend, expectedMargin, value, valueIs, horizonDays } = json as Record<string, number>;
	if (expectedSpend === null) {
		expect([purchaseBrings, expectedMargin, value, valueIs]).toEqual([null, null, null, null]);
		return;
	}
	expect(Math.abs(expectedSpend - expectedPurchases * purchaseBrings)).toBeLessThanOrEqual(MONEY * (1 + expectedPurchases));
	const rate = marginPercent > 0 ? marginPercent / 100 : marginRateOf(json, spends);
	if (rate === null) expect(expectedMargin).toBeNull();
	else expect(Math.abs(expectedMargin - expectedSpend * rate)).toBeLessThanOrEqual(MONEY * (1 + Math.abs(rate)));
	expect(valueIs).toBe(expectedMargin === null ? 'spend' : 'margin');
	expect(Math.abs(value - (expectedMargin ?? expectedSpend) * discountOf(horizonDays, yearlyDiscount))).toBeLessThanOrEqual(MONEY);
}

const dateAfter = (date: unknown, days: number): string => new Date(Date.parse(date as string) + days * DAY).toISOString().slice(0, 10);

/** Days that follow from each other, scores that are three or none, and reasons of what is null. */
function expectDaysAndScores(json: IDataObject): void {
	const { asOf, until, horizonDays, lastPurchaseOn, daysSince, purchaseDays, rfm, recencyScore, frequencyScore, monetaryScore, segment } = json;
	expect(until).toBe(dateAfter(asOf, horizonDays as number));
	expect(lastPurchaseOn).toBe(purchaseDays === 0 || purchaseDays === null ? null : dateAfter(asOf, -(daysSince as number)));
	expect(rfm).toBe(recencyScore === null ? null : [recencyScore, frequencyScore, monetaryScore ?? 0].join(''));
	for (const score of [recencyScore, frequencyScore, monetaryScore]) if (score !== null) expect([1, 2, 3, 4, 5]).toContain(score);
	if (rfm === null) expect([frequencyScore, monetaryScore, segment]).toEqual([null, null, null]);
	const reasons = Object.keys(reasonsOf(json as Record<string, unknown>));
	expect(reasons).toEqual([...figures, 'segment', 'monetaryScore'].filter((name) => json[name] === null));
}

/** One model answers for everybody, and the first row of the evidence is about it. */
function expectOneModel(customers: readonly IDataObject[], [forecast]: readonly IDataObject[]): void {
	const [first] = customers;
	for (const { evidence, horizonDays, asOf } of customers) expect({ evidence, horizonDays, asOf }).toEqual({ evidence: first.evidence, horizonDays: first.horizonDays, asOf: first.asOf });
	if (first === undefined) return;
	const said = Object.fromEntries(Object.keys(evidenceFields).map((name) => [name, forecast[name]]));
	expect(first.evidence).toEqual(said);
	expect([forecast.fittedOn, forecast.horizonDays]).toEqual([first.asOf, first.horizonDays]);
}

const registryOf: Readonly<Record<string, Fields>> = { forecast: forecastEvidenceFields, model: judgedFields, spend: spendFields };
const isShare = (value: unknown) => value === null || ((value as number) >= 0 && (value as number) <= 1);

function expectEstimates(parameters: unknown): void {
	for (const { value, low, high } of parameters as Array<Record<string, number | null>>) {
		expect(low === null).toBe(high === null);
		if (low !== null) expect([low <= value!, value! <= high!]).toEqual([true, true]);
	}
}

/** A model that was held against what customers did. */
function expectJudged(json: IDataObject): void {
	const { customers, bought, logLoss, gain, gainLow, gainHigh, auc, brier, lapsedCustomers, lapsedBought, lapsedAuc, lapsedBrier, isBaseline } = json as Record<string, number | boolean | null>;
	expect([auc, brier, lapsedAuc, lapsedBrier].filter((share) => !isShare(share))).toEqual([]);
	expect((bought as number) <= (customers as number) && (lapsedCustomers as number) <= (customers as number) && Number(lapsedBought) <= (bought as number)).toBe(true);
	expect(logLoss as number).toBeGreaterThanOrEqual(0);
	expect([gain === null, gainLow === null, gainHigh === null]).toEqual([isBaseline, isBaseline, isBaseline]);
	if (gain !== null) expect([(gainLow as number) <= (gain as number), (gain as number) <= (gainHigh as number)]).toEqual([true, true]);
	const tenths = json.calibration as IDataObject[];
	const sumOf = (name: string) => tenths.reduce((sum, tenth) => sum + (tenth[name] as number), 0);
	expect([sumOf('customers'), sumOf('bought')]).toEqual([customers, bought]);
	for (const { expected, observed, observedLow, observedHigh } of tenths) expect([expected, observed, observedLow, observedHigh].filter((share) => !isShare(share))).toEqual([]);
}

/** The forecast, then the models compared with the best first, then what purchases bring by currency. */
function expectEvidence(rows: readonly IDataObject[]): void {
	const order = ['forecast', 'model', 'spend'];
	expect(rows.map(({ about }) => about)).toEqual([...rows].map(({ about }) => about as string).sort((one, other) => order.indexOf(one) - order.indexOf(other)));
	expect(rows.filter(({ about }) => about === 'forecast')).toHaveLength(rows.length === 0 ? 0 : 1);
	for (const row of rows) {
		expect(Object.keys(row)).toEqual(Object.keys(registryOf[row.about as string]));
		expect(unexplainedNulls(row, registryOf[row.about as string] as never)).toEqual([]);
		expectEstimates(row.parameters);
	}
	const judged = rows.filter(({ about }) => about === 'model');
	judged.forEach(expectJudged);
	const losses = judged.map(({ logLoss }) => logLoss as number);
	expect([...losses].sort((one, other) => one - other)).toEqual(losses);
	expect(judged.filter(({ isBaseline }) => isBaseline)).toHaveLength(Math.min(1, judged.length));
	expect(judged.filter(({ isChosen }) => isChosen).map(({ model }) => model)).toEqual(judged.filter(({ model }) => model === rows[0].asked).map(({ model }) => model));
}

const isError = ({ json }: INodeExecutionData) => 'error' in json && 'details' in json;
const figuresOf = ({ outputs }: NodeRun) => outputs.slice(0, 2).map((items) => items.filter((item) => !isError(item)));

/** The items of the input, where a pinned node gives them: none where Customer Activity or another node stands between. */
function rowsOf(id: string): IDataObject[] {
	const { connections, pinData } = flowOfCase(NODE, id);
	const givers = Object.entries(connections).filter(([, { main }]) => main.flat().some((link) => link?.node === DISPLAY_NAME));
	return givers.flatMap(([name]) => (pinData![name] ?? []) as unknown as Array<{ json: IDataObject }>).map(({ json }) => json);
}

const plain = (value: unknown): string => String(value).trim();

/** A customer leads to an item that tells of them; what is said of everybody leads to none. */
function expectPairs([customers, evidence]: readonly INodeExecutionData[][], id: string): void {
	const rows = rowsOf(id);
	for (const { json, pairedItem } of customers) {
		expect(Object.keys(pairedItem as IPairedItemData)).toEqual(['item']);
		const row = rows[(pairedItem as IPairedItemData).item];
		if (row !== undefined) expect(Object.values(row).map(plain)).toContain(plain(json.customer));
	}
	for (const { pairedItem } of evidence) expect(pairedItem).toEqual([]);
}

const cases = describeCases({
	node: NODE,
	displayName: DISPLAY_NAME,
	outputs: ['customers', 'evidence', 'errors'],
	expectPromisesKept(id, run) {
		const [customers = [], evidence = []] = figuresOf(run);
		const parameters = { ...parametersOfCase(NODE, DISPLAY_NAME, id), ...(expectedOf(NODE, id).settings as object | undefined) };
		const spends = evidence.map(({ json }) => json).filter(({ about }) => about === 'spend');
		for (const { json } of customers) {
			expectNames(json);
			expectLimits(json);
			expectMoney(json, spends, parameters);
			expectDaysAndScores(json);
		}
		expectOneModel(customers.map(({ json }) => json), evidence.map(({ json }) => json));
		expectEvidence(evidence.map(({ json }) => json));
		expect(areIdsInOrder(customers.map(({ json }) => String(json.customer)))).toBe(true);
		expectPairs([customers, evidence], id);
	},
});

const withFigures = cases.filter((id) => expectedOf(NODE, id).error === undefined && (expectedOf(NODE, id).customers as object[]).length > 0);

it('each model has a case that sets it, and answers with limits or says why another does', () => {
	const set = cases.map((id) => parametersOfCase(NODE, DISPLAY_NAME, id).model).filter((model) => (modelIds as unknown[]).includes(model));
	expect([...new Set(set)].sort()).toEqual(Object.keys(models).sort());
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

describe('the order of the items of the input does not matter', () => {
	// Of two items of a customer the place says which holds.
	it.each(withFigures.filter((id) => !id.startsWith('customerTwice')))('%s', async (id) => {
		const flow = flowOfCase(NODE, id);
		const reversed = Object.fromEntries(Object.entries(flow.pinData!).map(([name, items]) => [name, [...items].reverse()]));
		const [given, other] = [await runWorkflow(flow, DISPLAY_NAME), await runWorkflow({ ...flow, pinData: reversed }, DISPLAY_NAME)];
		const told = (run: NodeRun) => figuresOf(run).map((items) => items.map(({ json }) => json));
		expect(told(other)).toEqual(told(given));
	});
});
