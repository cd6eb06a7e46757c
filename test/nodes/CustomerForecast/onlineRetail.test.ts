/**
 * A real shop in the real engine: the 18,532 invoices of templates/data as of 31 August 2011, a hundred days ahead.
 * DOMAIN W4 and its vector; what happened since is in the same file; chances, figures and the choice are those of
 * test/reference/landmarks.py, which has its own reading, regressions and fits.
 */
import expected from '../../reference/landmarks.json';
import { readCsv } from '../../support/files.cjs';
import { deepFrozen } from '../../support/reading';
import { endEngine, flowOf, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;

const invoices = deepFrozen(readCsv('templates/data/online_retail_invoices.csv'));
const SETTINGS = { inputIs: 'purchases', asOfMode: 'day', asOfDay: expected.asOf, horizonDays: expected.horizon };

async function runOf(model: string) {
	const { outputs, hints, error } = await runWorkflow(flowOf(invoices, 'customerForecast', { ...SETTINGS, model }), 'Node');
	expect(error).toBeNull();
	return { customers: outputs[0].map(({ json }) => json as Row), evidence: outputs[1].map(({ json }) => json as Row), hints: hints.map(({ message }) => message) };
}

type Run = Awaited<ReturnType<typeof runOf>>;

const columns = expected.people as ReadonlyArray<{ readonly column: string; readonly values: ReadonlyArray<string | number> }>;
const columnOf = (name: string) => columns.find(({ column }) => column === name)!.values;
/** What customers did in the hundred days after: their purchase days, counted by the reference. */
const later = columnOf('later') as readonly number[];

/** Of all pairs of one who bought and one who did not, the share in which the former has the higher chance, ties half. */
function aucOf(chances: readonly number[], purchases: readonly number[]): number {
	const rest = chances.filter((_, place) => purchases[place] === 0).sort((one, other) => one - other);
	const bought = chances.filter((_, place) => purchases[place] > 0).sort((one, other) => one - other);
	let [below, upTo, wins] = [0, 0, 0];
	for (const chance of bought) {
		while (below < rest.length && rest[below] < chance) below++;
		while (upTo < rest.length && rest[upTo] <= chance) upTo++;
		wins += (below + upTo) / 2;
	}
	return wins / bought.length / rest.length;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How the chances and purchases of some customers came out. */
function heldAgainst(customers: readonly Row[], among: (customer: Row) => boolean) {
	const own = customers.flatMap((customer, place) => (among(customer) ? [{ chance: customer.chanceToReturn as number, purchases: customer.expectedPurchases as number, came: later[place] }] : []));
	const loss = ({ chance, came }: (typeof own)[number]) => -Math.log(came > 0 ? chance : 1 - chance);
	return {
		n: own.length,
		back: own.filter(({ came }) => came > 0).length,
		auc: aucOf(own.map(({ chance }) => chance), own.map(({ came }) => came)),
		brier: meanOf(own.map(({ chance, came }) => (chance - Number(came > 0)) ** 2)),
		logLoss: meanOf(own.map(loss)),
		mae: meanOf(own.map(({ purchases, came }) => Math.abs(purchases - came))),
	};
}

type Figure = keyof ReturnType<typeof heldAgainst>;

const silentOver90 = ({ daysSince }: Row) => (daysSince as number) > 90;

/** As the reference says of a model. */
function expectHeld({ customers }: Run, model: string): void {
	for (const [among, those] of [['everybody', () => true], ['silentOver90', silentOver90]] as const) {
		const row = expected.held.find((each) => each.model === model && each.among === among)!;
		for (const [name, value] of Object.entries(heldAgainst(customers, those))) {
			const wanted = row[name as Figure];
			expect([name, Math.abs(value - wanted) < 2e-6 * Math.max(1, wanted)]).toEqual([name, true]);
		}
	}
}

function expectChances({ customers }: Run, model: string): void {
	expect(customers.map(({ customer }) => String(customer))).toEqual(columnOf('customer'));
	const [chances, purchases] = [columnOf(`${model} chance`), columnOf(`${model} expected`)] as Array<readonly number[]>;
	const off = customers.filter((customer, place) => Math.abs((customer.chanceToReturn as number) - chances[place]) > 1e-6 || Math.abs((customer.expectedPurchases as number) - purchases[place]) > 1e-5 * Math.max(1, purchases[place]));
	expect(off).toEqual([]);
}

afterAll(endEngine);

describe('silence and repeats, set', () => {
	let run: Run;
	beforeAll(async () => {
		run = await runOf('silenceAndRepeats');
	}, 30_000);

	it('gives each of the 3,317 customers the chance and the purchases of a regression elsewhere', () => expectChances(run, 'silenceAndRepeats'));

	it('came out as the reference says: AUC .737, Brier .204 among all, .606 among the lapsed', () => {
		expectHeld(run, 'silenceAndRepeats');
		const everybody = heldAgainst(run.customers, () => true);
		expect([everybody.n, everybody.back, everybody.auc.toFixed(3), everybody.brier.toFixed(3)]).toEqual([3317, 1952, '0.737', '0.204']);
		const lapsed = heldAgainst(run.customers, silentOver90);
		expect([lapsed.n, lapsed.auc.toFixed(3)]).toEqual([1383, '0.606']);
	});

	it('shows the coefficients of five landmarks with clustered limits', () => {
		const { returned, more } = expected.fits.find(({ name }) => name === 'five')!;
		const estimates = run.evidence[0].parameters as Array<Record<string, number>>;
		const coefficients = [...returned.coefficients, ...more.coefficients];
		const errors = [...returned.standardErrorsG, ...more.standardErrorsG];
		expect(estimates).toHaveLength(coefficients.length);
		estimates.forEach(({ value, low, high }, place) => {
			expect(value).toBeCloseTo(coefficients[place], 6);
			expect((high - low) / 2 / 1.959963984540054).toBeCloseTo(errors[place], 5);
		});
	});

	it('ranks better than days since, among all and among the lapsed', async () => {
		const days = await runOf('daysSince');
		expectChances(days, 'daysSince');
		expectHeld(days, 'daysSince');
		for (const among of [() => true, silentOver90]) expect(heldAgainst(run.customers, among).auc).toBeGreaterThan(heldAgainst(days.customers, among).auc);
	}, 30_000);
});

describe('Automatic', () => {
	let run: Run;
	beforeAll(async () => {
		run = await runOf('automatic');
	}, 30_000);

	it('chooses what the reference says that it must, with the gain on the baseline that it says', () => {
		expect(run.evidence[0].model).toBe(expected.automatic.chosen);
		expect(run.evidence[0].choice).toBe('better');
		const judged = run.evidence.filter(({ about }) => about === 'model');
		for (const { model, logLoss, auc, brier, gain } of expected.judged) {
			const rows = judged.filter(({ answeredBy }) => answeredBy === model);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) {
				expect([row.judgedOn, row.customers, row.bought]).toEqual([expected.judgedAt, expected.automatic.n, expected.automatic.back]);
				expect([row.logLoss, row.auc, row.brier].map((figure, place) => Math.abs((figure as number) - [logLoss, auc, brier][place]) < 1e-6)).toEqual([true, true, true]);
				if (gain === undefined) expect(row.gain).toBeNull();
				else expect(row.gain).toBeCloseTo(gain, 6);
			}
		}
	});

	it('says in an owner\'s words what it chose and why, what could not be used and what cannot be told', () => {
		const why =
			'Held against what your own 2,669 customers of 2011-05-23 did in the 100 days after it (1,388 bought), "Pace Alone" told best who would, better than counting the days since the last purchase by more than chance explains. ' +
			'Shown one who bought and one who did not, it names the right one in 75 of 100 cases, days since the last purchase in 68; among the 665 customers who had lapsed by then, in 59 and 58. ' +
			'It expected 1,366 to buy, with 3,263 purchases; 1,388 did, with 3,066. ' +
			'"Pace and Leaving" could not be used: by this model nobody ever leaves: everybody would be 100 % alive; "Pace Alone" answers in its place. ' +
			'The comparison is of one stretch of time, and the purchases cover 273 days: under two years a season cannot be told from a change.';
		expect(run.evidence[0].why).toBe(why);
		expect(run.hints).toEqual([
			'Plain Table: 11,413 rows of 3,317 customers, worth 5,239,240.56, 2010-12-01 to 2011-08-31. Left out: 7,119 dated after As Of. Columns: customer "customer_id", date "order_date", amount "amount", order "order_id". As of 2011-08-31 (as set).',
			'Of 3,317 customers, 1,601 (48.3 %) are expected to buy within 100 days, with 3,633 purchases in all, worth 1,758,411.',
			why,
			'The rows do not say what was earned, so the value is of what customers spend. Set "Margin (%)" to have it of what you earn.',
		]);
	});

	it('gives everybody the chance of the pace alone, never that of being alive', () => {
		expectChances(run, 'steadyRates');
		expectHeld(run, 'steadyRates');
		expect(run.customers.filter(({ purchaseDays, chanceToReturn }) => purchaseDays === 1 && (chanceToReturn as number) > 0.6)).toEqual([]);
	});
});

it.each(['bgNbd', 'mbgNbd', 'paretoNbd'])('%s finds that nobody ever leaves, as the reference does, says so and lets the pace alone answer', async (model) => {
	const { fits } = expected.timing.find(({ day }) => day === expected.asOf)!;
	expect(fits.find((fit) => fit.model === model)?.degenerate).toBe(true);
	const run = await runOf(model);
	const [{ asked, model: answers, failed, logLikelihood }] = run.evidence;
	expect([asked, answers]).toEqual([model, 'steadyRates']);
	expect(failed).toMatch(/could not be used: by this model nobody ever leaves: everybody would be 100 % alive$/);
	expect(logLikelihood).toBeCloseTo(fits.find((fit) => fit.model === 'steadyRates')!.logLikelihood!, 4);
	expectChances(run, 'steadyRates');
}, 60_000);

it('one rate for all is the rate with half a purchase more', async () => {
	const { rateWithHalf } = expected.timing.find(({ day }) => day === expected.asOf)!.fits.find(({ model }) => model === 'oneRate')!;
	const { customers } = await runOf('oneRate');
	for (const { expectedPurchases } of customers) expect(expectedPurchases).toBeCloseTo(rateWithHalf! * expected.horizon, 8);
}, 30_000);
