/** Maximum likelihood of BG/NBD: this pack beside SciPy's L-BFGS-B on the same compressed rows, start and gradient. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { build } from 'esbuild';
import { randomNumbers } from './customers.mjs';

const MILLISECONDS_PER_DAY = 86_400_000;
const RUNS = 5;
const WARM_UPS = 10;
const dayOf = (date) => Date.parse(date) / MILLISECONDS_PER_DAY;

/** The domain's own functions, bundled as they are shipped. */
async function loadDomain(folder) {
	const outfile = join(folder, 'domain.cjs');
	const contents = ['timing', 'timingTables', 'betaGeometric', 'models/betaGeometricModel'].map((file) => `export * from './domain/purchases/${file}';`).concat('export * from \'./domain/statistics/maximise\';').join('\n');
	await build({ stdin: { contents, resolveDir: '.', loader: 'ts' }, outfile, bundle: true, platform: 'node', format: 'cjs' });
	return createRequire(import.meta.url)(outfile);
}

const columns = (count) => ({ count, repeats: new Int32Array(count), recency: new Float64Array(count), age: new Float64Array(count) });

/** The customers of CDNOW as of 1997-09-30; null where the file is not there. */
function cdnow() {
	const file = new URL('../../shared/data/cdnow_sample_transactions.csv', import.meta.url);
	if (!existsSync(file)) return null;
	const asOf = dayOf('1997-09-30');
	const daysOf = new Map();
	for (const { customer_id: customer, date } of parse(readFileSync(file), { columns: true })) {
		if (dayOf(date) <= asOf) daysOf.set(customer, (daysOf.get(customer) ?? new Set()).add(dayOf(date)));
	}
	const timings = columns(daysOf.size);
	[...daysOf.values()].forEach((days, customer) => {
		timings.repeats[customer] = days.size - 1;
		timings.recency[customer] = Math.max(...days) - Math.min(...days);
		timings.age[customer] = asOf - Math.min(...days);
	});
	return timings;
}

/** A gamma variable of scale 1; Marsaglia and Tsang 2000, with their step for shapes below 1. */
function gammaVariable(random, shape) {
	if (shape < 1) return gammaVariable(random, shape + 1) * random() ** (1 / shape);
	const d = shape - 1 / 3;
	for (;;) {
		const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
		const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
		if (v > 0 && Math.log(1 - random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** Customers who buy and leave as BG/NBD says, with the parameters of CDNOW, who came over a year and are watched for up to two. */
function simulated(count) {
	const random = randomNumbers(20240308);
	const [r, alpha, a, b] = [0.2426, 4.4136 * 7, 0.7929, 2.4259];
	const timings = columns(count);
	for (let customer = 0; customer < count; customer++) {
		const rate = gammaVariable(random, r) / alpha;
		const one = gammaVariable(random, a);
		const leaves = one / (one + gammaVariable(random, b));
		timings.age[customer] = 365 + Math.floor(random() * 365);
		let [last, at] = [0, 0];
		for (;;) {
			at += -Math.log(1 - random()) / rate;
			if (at > timings.age[customer]) break;
			const day = Math.ceil(at);
			if (day > last) {
				timings.repeats[customer]++;
				last = day;
			}
			if (random() < leaves) break;
		}
		timings.recency[customer] = last;
	}
	return timings;
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** `{ ratio, ours, theirs, seconds, rows }` of one set of customers. */
function beside(domain, folder, timings) {
	const rows = domain.timingRows(timings);
	const { totalAge, customers, totalRepeats } = domain.timingTables(rows);
	const parameters = domain.betaGeometricParameters(totalAge / customers, totalRepeats / totalAge, 0);
	const start = parameters.map((parameter) => parameter.start);
	const fit = () => domain.maximise(domain.betaGeometricLikelihood(domain.timingTables(rows), 0), start, parameters.map(({ bounds }) => bounds));
	// A fit of a warm process on either side: SciPy comes compiled, here the first fits are when V8 compiles.
	for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) fit();
	const times = [];
	let found;
	for (let run = 0; run < RUNS; run++) {
		const began = performance.now();
		found = fit();
		times.push((performance.now() - began) / 1000);
	}
	const file = join(folder, 'rows.json');
	const numbers = (column) => Array.from(column);
	writeFileSync(file, JSON.stringify({ x: numbers(rows.repeats), tx: numbers(rows.recency), T: numbers(rows.age), customers: numbers(rows.customers), start, functionTolerance: 1e-12 }));
	const { stdout, stderr, status } = spawnSync('python3', ['bench/bg_nbd.py', file], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`python3 bench/bg_nbd.py: ${stderr}`);
	const theirs = JSON.parse(stdout);
	if (Math.abs(found.value - theirs.logLikelihood) > 0.01) throw new Error(`log-likelihoods differ: ${found.value} and ${theirs.logLikelihood}`);
	return { ratio: median(times) / theirs.seconds, seconds: median(times), theirs: theirs.seconds, rows: rows.count, evaluations: [found.evaluations, theirs.evaluations] };
}

/** By name of the customers, how long this pack takes as a multiple of SciPy; needs python3 with SciPy (`python3-scipy`). */
export async function besideSciPy() {
	if (spawnSync('python3', ['-c', 'import scipy']).status !== 0) return null;
	const folder = mkdtempSync(join(tmpdir(), 'retention-bench-'));
	const domain = await loadDomain(folder);
	const sets = [['2,357 customers of CDNOW', cdnow()], ['1,000,000 simulated customers', simulated(1_000_000)]];
	const results = sets.flatMap(([name, timings]) => (timings === null ? [] : [{ name, ...beside(domain, folder, timings) }]));
	rmSync(folder, { recursive: true });
	return results;
}
