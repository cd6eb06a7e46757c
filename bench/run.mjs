/**
 * This pack beside what a user would take instead, in one process: ratios, not times.
 *
 * `npm run bench`. Budgets: see the last column; a ratio over its budget ends with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { besideSciPy } from './bgNbd.mjs';
import { activityItems, forecastItems, ofOneCustomer, purchaseItems, subscriptionItems, withTexts } from './customers.mjs';
import { bareLoop, runNode } from './engine.mjs';

if (typeof globalThis.gc !== 'function') {
	const again = spawnSync('node_modules/.bin/node', ['--expose-gc', '--max-old-space-size=8192', 'bench/run.mjs'], { stdio: 'inherit' });
	process.exit(again.status ?? 1);
}

const require = createRequire(import.meta.url);
const { ChurnRate } = require('../dist/nodes/ChurnRate/ChurnRate.node.js');
const { CustomerActivity } = require('../dist/nodes/CustomerActivity/CustomerActivity.node.js');
const { CustomerLifetime } = require('../dist/nodes/CustomerLifetime/CustomerLifetime.node.js');
const { WarningSigns } = require('../dist/nodes/WarningSigns/WarningSigns.node.js');
const { WinBackPriority } = require('../dist/nodes/WinBackPriority/WinBackPriority.node.js');
const { Summarize } = require('../playground/node_modules/n8n-nodes-base/dist/nodes/Transform/Summarize/Summarize.node.js');

const RUNS = 5;
const summarizeParameters = {
	fieldsToSummarize: {
		values: [
			{ aggregation: 'sum', field: 'amount' },
			{ aggregation: 'max', field: 'order_date' },
			{ aggregation: 'count', field: 'order_id' },
		],
	},
	fieldsToSplitBy: 'customer_id',
	options: {},
};

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const megabytes = () => {
	globalThis.gc();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 2 ** 20;
};

/** Median times of several nodes on the same items, run in turns so that a busy moment hits all alike. */
async function timesOf(contenders, items) {
	const times = contenders.map(() => []);
	for (let run = 0; run < RUNS; run++) {
		for (const [index, [nodeType, parameters, version]] of contenders.entries()) {
			globalThis.gc();
			const { milliseconds } = await runNode(nodeType, parameters, items, version);
			times[index].push(milliseconds);
		}
	}
	return times.map(median);
}

/** What a run keeps alive above items and output: caches, leaks. */
async function retainedBy(nodeType, parameters, items) {
	const before = megabytes();
	await runNode(nodeType, parameters, items);
	return megabytes() - before;
}

const summarize = [new Summarize(), summarizeParameters, 1.1];
const churn = [new ChurnRate(), {}, 1];
const rows = [];
const report = (what, beside, figure, budget) => rows.push({ what, beside, figure: Number(figure.toFixed(2)), budget });

const million = purchaseItems(1_000_000, 200_000);
const [summarizeMillion, churnMillion] = await timesOf([summarize, churn], million);
report('Churn Rate, 1,000,000 items', 'Summarize by customer', churnMillion / summarizeMillion, 0.5);
report('MB retained after Churn Rate', 'nothing', await retainedBy(churn[0], churn[1], million), 120);

const lifetimeOf = (operation) => [new CustomerLifetime(), { operation }, 1];
const [summarizeAgain, window, lifetimes] = await timesOf([summarize, lifetimeOf('findChurnWindow'), lifetimeOf('estimateLifetime')], million);
report('Find Churn Window, 1,000,000 items', 'Summarize by customer', window / summarizeAgain, 1);
report('Estimate Lifetime, 1,000,000 items', 'Summarize by customer', lifetimes / summarizeAgain, 1);

const subscriptions = subscriptionItems(200_000, 150_000);
const summarizeSubscriptions = [new Summarize(), { ...summarizeParameters, fieldsToSummarize: { values: [{ aggregation: 'sum', field: 'amount' }, { aggregation: 'max', field: 'started_on' }, { aggregation: 'count', field: 'subscription_id' }] } }, 1.1];
const [summarized, churnOfSubscriptions, revenue] = await timesOf([summarizeSubscriptions, churn, [new ChurnRate(), { operation: 'calculateRevenueChurn' }, 1]], subscriptions);
report('Churn Rate, 200,000 subscriptions', 'Summarize by customer', churnOfSubscriptions / summarized, 2);
report('Revenue Churn, 200,000 subscriptions', 'Summarize by customer', revenue / summarized, 2);

const activity = [new CustomerActivity(), {}, 1];
const [summarizeBeside, activityMillion] = await timesOf([summarize, activity], million);
report('Customer Activity, 1,000,000 items', 'Summarize by customer', activityMillion / summarizeBeside, 0.5);
report('MB retained after Customer Activity', 'nothing', await retainedBy(activity[0], activity[1], million), 120);

const hundredThousand = purchaseItems(100_000, 20_000);
const [summarizeTenth, churnTenth, activityTenth] = await timesOf([summarize, churn, activity], hundredThousand);
report('growth of Churn Rate, 100,000 to 1,000,000', 'growth of Summarize', churnMillion / churnTenth / (summarizeMillion / summarizeTenth), 1.3);

report('growth of Customer Activity, 100,000 to 1,000,000', 'growth of Summarize', activityMillion / activityTenth / (summarizeBeside / summarizeTenth), 1.3);

const halfMillion = million.slice(0, 500_000);
const ofOne = ofOneCustomer(halfMillion);
const [many, activityOfMany] = await timesOf([churn, activity], halfMillion);
const [one, activityOfOne] = await timesOf([churn, activity], ofOne);
report('Churn Rate, one customer with 500,000 events', '500,000 events of 200,000 customers', one / many, 1);
report('Customer Activity, one customer with 500,000 events', '500,000 events of 200,000 customers', activityOfOne / activityOfMany, 1);

// The raw lines of a real shop, again and again until they are a million, each time of other customers and orders.
const rawMonth = new URL('../../shared/data/online_retail_raw_2010_12.csv', import.meta.url);
if (existsSync(rawMonth)) {
	const lines = parse(readFileSync(rawMonth), { columns: true });
	const copies = Math.ceil(1_000_000 / lines.length);
	const again = (line, copy) => ({ ...line, InvoiceNo: `${line.InvoiceNo}${copy}`, CustomerID: line.CustomerID === '' ? '' : `${line.CustomerID}${copy}` });
	const millionLines = Array.from({ length: copies }, (_, copy) => lines.map((line) => ({ json: again(line, copy) }))).flat().slice(0, 1_000_000);
	const summarizeLines = [new Summarize(), { ...summarizeParameters, fieldsToSummarize: { values: [{ aggregation: 'sum', field: 'UnitPrice' }, { aggregation: 'max', field: 'InvoiceDate' }, { aggregation: 'count', field: 'InvoiceNo' }] }, fieldsToSplitBy: 'CustomerID' }, 1.1];
	const [summarized, activityOfLines] = await timesOf([summarizeLines, activity], millionLines);
	report('Customer Activity, 1,000,000 raw lines of a shop', 'Summarize by customer', activityOfLines / summarized, 1.5);
}

const signs = [new WarningSigns(), { send: 'everybody', mostAlerts: 0 }, 1];
for (const [what, items, budget] of [
	['Warning Signs, 200,000 customers, three streams', activityItems(200_000), 3],
	['Warning Signs, the same with a text each', withTexts(activityItems(200_000)), 8],
]) {
	const { outputs } = await runNode(signs[0], signs[1], items);
	const [bare, told] = await timesOf([[bareLoop(outputs), {}, 1], signs], items);
	report(what, 'a bare loop building such items from constants', told / bare, budget);
}

for (const [what, parameters] of [
	['Win-Back Priority, 200,000 customers', {}],
	['Win-Back Priority, the same with a budget', { budget: 20_000 }],
]) {
	const items = forecastItems(200_000);
	const winBack = [new WinBackPriority(), parameters, 1];
	const { outputs } = await runNode(winBack[0], winBack[1], items);
	const [bare, told] = await timesOf([[bareLoop(outputs), {}, 1], winBack], items);
	report(what, 'a bare loop building such items from constants', told / bare, 3);
}

const fits = await besideSciPy();
if (fits === null) console.log('No python3 with SciPy (Debian: python3-scipy), so BG/NBD stands beside nothing.');
for (const { name, ratio } of fits ?? []) report(`BG/NBD, ${name}`, 'SciPy L-BFGS-B', ratio, 1);

console.table(rows);
console.log(`Medians of ${RUNS} runs on Node ${process.version}: Churn Rate ${churnMillion} ms, Summarize ${summarizeMillion} ms.`);
process.exit(rows.some(({ figure, budget }) => figure > budget) ? 1 : 0);
