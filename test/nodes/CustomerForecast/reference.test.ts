/** The numbers of fits, in the real engine, beside those of a program of its own: test/reference/forecast_cases.py. */
import type { IDataObject } from 'n8n-workflow';
import expected from '../../reference/forecast_cases.json';
import { flowOfCase } from '../../support/cases';
import { endEngine, runWorkflow } from '../../support/runWorkflow';

const NODE = 'CustomerForecast';
const DISPLAY_NAME = 'Customer Forecast';
/** Both go to the maximum; the product takes the slopes that limits hang on by a step of 1/10,000 to one side. */
const SAME = 1e-6;
const LIMITS = 2e-4;

afterAll(endEngine);

/** Both outputs of a case, with another model where one is named. */
async function runOf(id: string, parameters: object = {}): Promise<readonly [customers: IDataObject[], evidence: IDataObject[]]> {
	const flow = flowOfCase(NODE, id);
	const nodes = flow.nodes.map((node) => (node.name === DISPLAY_NAME ? { ...node, parameters: { ...node.parameters, ...parameters } } : node));
	const { outputs, error } = await runWorkflow({ ...flow, nodes }, DISPLAY_NAME);
	expect(error).toBeNull();
	return [outputs[0].map(({ json }) => json), outputs[1].map(({ json }) => json)];
}

/** What is farther from the expected than so large a share of it. */
const farOff = (got: readonly unknown[], wanted: readonly number[], share: number) =>
	wanted.flatMap((value, place) => (Math.abs((got[place] as number) - value) <= share * Math.abs(value) + 1e-9 ? [] : [{ place, value, got: got[place] }]));

describe.each(expected.forecasts)('$case by $model', ({ case: id, model, customers, parameters, logLikelihood, ...figures }) => {
	let told: IDataObject[];
	let forecast: IDataObject;
	beforeAll(async () => {
		const [items, evidence] = await runOf(id, id === 'betterThanCountingDays' ? { model } : {});
		[told, [forecast]] = [items, evidence];
	});

	it('is told of the same customers', () => expect(told.map(({ customer }) => customer)).toEqual(customers));

	it('gives chances and purchases, and limits of both', () => {
		expect(forecast.model).toBe(model);
		for (const [name, wanted] of Object.entries(figures)) {
			const isLimit = /Low$|High$/.test(name);
			expect([name, farOff(told.map((json) => json[name]), wanted, isLimit ? LIMITS : SAME)]).toEqual([name, []]);
		}
	});

	it('shows the parameters of the fit with their limits, and its likelihood', () => {
		const estimates = forecast.parameters as Array<Record<string, number | string>>;
		expect(estimates.map(({ name }) => name)).toEqual(parameters.map(({ name }) => name));
		expect(farOff(estimates.map(({ value }) => value), parameters.map(({ value }) => value), 1e-5)).toEqual([]);
		for (const limit of ['low', 'high'] as const) expect(farOff(estimates.map((estimate) => estimate[limit]), parameters.map((estimate) => estimate[limit]), 1e-4)).toEqual([]);
		if (logLikelihood !== null) expect(forecast.logLikelihood).toBeCloseTo(logLikelihood, 4);
	});
});

const judgedCases = [...new Set(expected.judged.map((row) => row.case))];

describe.each(judgedCases)('%s', (id) => {
	const wanted = expected.judged.filter((row) => row.case === id);

	it('holds the same models against what the same customers did, the best first', async () => {
		const [, evidence] = await runOf(id);
		const judged = evidence.filter(({ about }) => about === 'model');
		expect(judged.map(({ model }) => model)).toEqual(wanted.map(({ model }) => model));
		wanted.forEach(({ lapsed, ...row }, place) => {
			const got = judged[place] as Record<string, number | string>;
			expect([got.judgedOn, got.judgedHorizonDays, got.customers, got.bought]).toEqual([row.judgedOn, row.judgedHorizonDays, row.customers, row.bought]);
			expect([got.lapsedCustomers, got.lapsedBought]).toEqual([lapsed?.customers ?? 0, lapsed?.bought ?? null]);
			const ofLapsed = lapsed === undefined ? [] : ([[got.lapsedLogLoss, lapsed.logLoss], [got.lapsedAuc, lapsed.auc], [got.lapsedBrier, lapsed.brier]] as const);
			const pairs = [[got.logLoss, row.logLoss], [got.auc, row.auc], [got.brier, row.brier], [got.purchasesOff, row.purchasesOff], ...ofLapsed] as const;
			expect(farOff(pairs.map(([figure]) => figure), pairs.map(([, figure]) => figure), SAME)).toEqual([]);
		});
	});

	it('gains as much on the baseline, and is surely better where the normal limits say so too', async () => {
		const [, evidence] = await runOf(id);
		for (const { model, gain, standardError, surely } of wanted.filter(({ gain: value }) => value !== undefined)) {
			const got = evidence.find((row) => row.model === model && row.about === 'model')!;
			expect(got.gain).toBeCloseTo(gain!, 6);
			expect([model, (got.gainLow as number) > 0]).toEqual([model, surely]);
			// The bootstrap's limits are those of a normal distribution but for its skew: two thirds to one and a half times as wide.
			const halves = ((got.gainHigh as number) - (got.gainLow as number)) / 2 / standardError!;
			expect(halves).toBeGreaterThan(1.5);
			expect(halves).toBeLessThan(3.6);
		}
	});
});

it.each(expected.spend)('$case: what a purchase of each customer brings, by Gamma-Gamma', async ({ case: id, customers, parameters, logLikelihood, purchaseBrings }) => {
	const [told, evidence] = await runOf(id);
	const spend = evidence.find(({ about }) => about === 'spend')!;
	expect(spend.model).toBe('gammaGamma');
	const estimates = spend.parameters as Array<{ name: string; value: number }>;
	expect(farOff(estimates.map(({ value }) => value), Object.values(parameters), 1e-4)).toEqual([]);
	expect(spend.logLikelihood).toBeCloseTo(logLikelihood, 4);
	expect(told.map(({ customer }) => customer)).toEqual(customers);
	expect(farOff(told.map(({ purchaseBrings: brings }) => brings), purchaseBrings, 1e-5)).toEqual([]);
});
