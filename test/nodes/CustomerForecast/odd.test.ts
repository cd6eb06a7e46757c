/** Odd customers and odd JSON in the real engine: there is always an answer, or a problem that says what is wrong. */
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { modelIds, models } from '../../../domain/purchases/models';
import { deepFrozen } from '../../support/reading';
import { pathsOfNothing, valuesIn } from '../../support/registry';
import { endEngine, flowOf, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;

const run = (rows: readonly Row[], parameters: Row = {}, flow: Parameters<typeof flowOf>[3] = {}) => runWorkflow(flowOf(rows, 'customerForecast', parameters as never, flow), 'Node');
const jsonOf = (items: INodeExecutionData[] = []) => items.map(({ json }) => json as Row);
const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const LAST = Date.parse('2024-07-01') / 86_400_000;

afterAll(endEngine);

describe('odd customers', () => {
	const item = (customer: string, days: readonly number[]): Row => ({
		customer,
		asOf: dayText(LAST),
		purchases: { purchaseDays: days.length, recencyDays: days[days.length - 1] - days[0], ageDays: LAST - days[0], net: 10 * days.length, historyDays: days, historyNet: days.map(() => 10), currency: 'EUR' },
		activityVersion: 1,
	});
	const many = (count: number, daysOf: (customer: number) => readonly number[]) => deepFrozen(Array.from({ length: count }, (_, customer) => item(`c${customer}`, daysOf(customer))));
	const every = (apart: number, count: number, last = LAST) => Array.from({ length: count }, (_, place) => last - apart * (count - 1 - place));
	const kinds: Record<string, readonly Row[]> = {
		'who buy every day': many(220, () => every(1, 200)),
		'who buy every week': many(220, (customer) => every(7, 60, LAST - (customer % 7))),
		'who bought once each': many(220, (customer) => [LAST - 1 - (customer % 200)]),
		'who bought twice, all on the same two days': many(220, () => [LAST - 300, LAST - 200]),
		'who are long gone': many(60, (customer) => [LAST - 9000 + customer, LAST - 8900 + customer]),
		'of whom one buys every day for eight years and the others once': [item('x', every(1, 3000)), ...many(40, (customer) => [LAST - 3 * customer])],
		'of whom there are two': many(2, (customer) => [LAST - 900 * customer - 1, LAST - customer]),
	};

	it.each(Object.entries(kinds))('%s: every model answers, or the next simpler one does and says for which and why', async (_, rows) => {
		for (const model of ['automatic', ...modelIds]) {
			const { error, outputs } = await run(rows, { model });
			expect(error).toBeNull();
			const [customers, [forecast]] = outputs.map(jsonOf);
			expect(pathsOfNothing([customers, forecast])).toEqual([]);
			expect(customers).toHaveLength(rows.length);
			for (const { chanceToReturn: chance, expectedPurchases: purchases } of customers as Array<Record<string, number>>) expect([chance >= 0 && chance <= 1, purchases >= chance - 1e-9 && purchases <= 90]).toEqual([true, true]);
			const { asked, model: answers, failed, why } = forecast as Record<string, string>;
			if (answers === asked) continue;
			expect(failed).toContain(`"${models[asked as keyof typeof models].title}" could not be used: `);
			expect(why).toContain(`"${models[answers as keyof typeof models].title}" answers in its place.`);
		}
	}, 30_000);
});

describe('odd JSON', () => {
	const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(1e308, -1e308, 2 ** 53, 1e-320, -5, [], {}, [[null]], '__proto__', '\u0000', '\u0663', '9'.repeat(400)));
	const cell = (...readable: unknown[]) => fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>(...readable, null) }, { weight: 1, arbitrary: odd });
	const stream = fc.record({ purchaseDays: cell(0, 1, 2, 3, '3'), repeats: cell(0, 1, 2), recencyDays: cell(0, 20, 100, '20'), ageDays: cell(0, 20, 100, 400, 19_000), net: cell(0, 10, -5, '12.50', 1e11), margin: cell(0, 5, -9), currency: cell('EUR', 'USD', ''), historyDays: cell([19_885, 19_905], [19_905], [], '19885, 19905'), historyNet: cell([5, 5], [10], [-5, 0], []), __proto__: cell('own') }, { requiredKeys: ['purchaseDays', 'recencyDays', 'ageDays'] });
	const item = fc.record({ customer: fc.constantFrom<unknown>('ann', 'bob', 'cat', 'dan', 'eve', 'fay', 7, '7', null, ''), asOf: fc.constantFrom<unknown>('2024-07-01', '2024-07-01', '2024-07-01', '2024-07-01T00:00:00.000Z', '2024-06-30', 'soon'), purchases: fc.oneof({ weight: 9, arbitrary: stream as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: odd }), activityVersion: fc.constantFrom<unknown>(1, 1, 1, '1', 2, undefined), value: cell(3), email: cell('a@example.com') });
	const order = fc.record({ customer_id: fc.constantFrom<unknown>('ann', 'bob', 'cat', 7, '7', null, ''), date: cell('2024-05-01', '2024-06-01', '2024-06-30T23:30:00Z', '2023-01-01'), amount: cell(0, 5, 12.5, -5, '1,50', 1e11), currency: cell('EUR', 'USD') });
	const row = fc.oneof(fc.array(item, { minLength: 1, maxLength: 8 }), fc.array(order, { minLength: 1, maxLength: 12 })).map((rows) => JSON.parse(JSON.stringify(rows)) as Row[]);

	it('under Continue never stops the flow, gives only forecasts or errors, no number that is none, limits around each figure, and leaves its input as it was', async () => {
		await fc.assert(
			fc.asyncProperty(row, fc.constantFrom('stop', 'leaveOut'), fc.constantFrom('automatic', ...modelIds), fc.constantFrom(1, 30, 90, 1826), fc.constantFrom(0, 40), async (rows, unusableRows, model, horizonDays, marginPercent) => {
				const frozen = deepFrozen(structuredClone(rows));
				const { error, outputs } = await run(frozen, { unusableRows, model, horizonDays, marginPercent, yearlyDiscount: marginPercent / 4 }, { onError: 'continueRegularOutput' });
				expect(error).toBeNull();
				const [customers, evidence] = outputs.map(jsonOf);
				expect(pathsOfNothing([customers, evidence])).toEqual([]);
				for (const json of customers) {
					if (!('forecastVersion' in json)) {
						expect(Object.keys(json)).toEqual(['error', 'message', 'details']);
						continue;
					}
					for (const name of ['chanceToReturn', 'expectedPurchases', 'expectedSpend', 'expectedMargin', 'value']) {
						const [value, low, high] = [json[name], json[`${name}Low`], json[`${name}High`]] as Array<number | null>;
						if (low !== null && high !== null) expect([name, low <= value!, value! <= high]).toEqual([name, true, true]);
					}
				}
				for (const json of evidence) expect(['forecast', 'model', 'spend']).toContain(json.about);
				expect([...valuesIn([customers, evidence])].filter(([, value]) => value === 'internalFault')).toEqual([]);
				expect(frozen).toEqual(rows);
			}),
			{ numRuns: 200 },
		);
	}, 60_000);
});
