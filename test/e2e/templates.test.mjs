/* Each template runs in the real n8n, with the pack as npm would publish it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../playground/install.mjs';
import { executeWorkflow, workflowId } from '../../playground/n8n.mjs';
import { homeWithTemplates, throwAway } from './pack.mjs';

const minutes = 60_000;
const files = (await readdir(join(root, 'templates'))).filter((file) => file.endsWith('.json'));

let home;
const results = {};
beforeAll(async () => {
	home = await homeWithTemplates(files);
	for (const file of files) results[file] = await executeWorkflow(home, workflowId(file));
}, 5 * minutes);
afterAll(() => throwAway(home));

test.each(files)('%s runs to its end', (file) => {
	expect(results[file].status).toBe('success');
});

describe('monthly churn of a shop', () => {
	const shop = () => results['monthly-churn-of-a-shop.json'];
	const month = (period) => shop().rows('Churn Rate').find((row) => row.period === period);

	// Counted from the same file by an independent program; see the vectors of the domain tests.
	test.each([
		['2011-03', 358, 1682],
		['2011-06', 346, 1959],
		['2011-11', 229, 2461],
	])('in %s %i of %i customers churned', (period, numerator, denominator) => {
		expect(month(period)).toMatchObject({ numerator, denominator, reason: null });
		expect(month(period).churnRate).toBeCloseTo(numerator / denominator, 9);
	});

	test.each(['2010-12', '2011-01', '2011-02'])('%s has no rate: the data begins less than 90 days before it', (period) => {
		expect(month(period)).toMatchObject({ churnRate: null, reason: 'leftEdge' });
	});

	test('2011-12 has no rate: the data ends on the 9th', () => {
		expect(month('2011-12')).toMatchObject({ churnRate: null, reason: 'periodUnfinished' });
	});

	test('the message for the chat is about November, the last month with a rate', () => {
		const [{ message }] = shop().rows('Write the Message');
		expect(message).toBe(`Churn of our shop in ${month('2011-11').summary}`);
	});

	// Counted from the file: customers whose last invoice plus 90 days falls in November 2011.
	test('the CRM node gets the 209 who left in November and are not back, each customer once', () => {
		const losses = shop().rows('Your CRM Here');
		expect(losses.length).toBe(209);
		expect(new Set(losses.map(({ customer }) => customer)).size).toBe(losses.length);
		for (const loss of losses) expect(loss).toMatchObject({ period: '2011-11', returnedOn: null });
	});

	test('a hint tells which columns were found', () => {
		expect(shop().hints('Churn Rate').join(' ')).toMatch(/customer_id.*order_date.*amount/s);
	});
});

describe('first run on a raw shop export', () => {
	const shopExport = () => results['first-run-on-a-raw-shop-export.json'];

	test('the month has no rate and says why', () => {
		const rows = shopExport().rows('Churn Rate');
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			expect(row.churnRate).toBeNull();
			expect(row.reason).not.toBeNull();
		}
	});

	test('every row of the export is accounted for in a hint: taken or left out', () => {
		const [, taken, leftOut] = shopExport().hints('Churn Rate').join(' ').match(/([\d,]+) lines.*?Left out: (.*?)\. /);
		const leftOutCounts = leftOut.match(/[\d,]+(?= (?:cancelled|without|with))/g);
		const count = (text) => Number(text.replaceAll(',', ''));
		expect([taken, ...leftOutCounts].map(count).reduce((sum, part) => sum + part)).toBe(42_481);
	});
});
