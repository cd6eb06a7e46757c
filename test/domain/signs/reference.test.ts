/** The warning signs beside figures that were computed from the rules alone, in test/reference. */
import type { Found } from '../../../domain/signs/alerts';
import { alertsOf } from '../../../domain/signs/alerts';
import { assessed } from '../../../domain/signs/assessments';
import { levelOf } from '../../../domain/signs/levels';
import { combinations } from '../../../domain/signs/risk';
import { stateItem } from '../../../domain/signs/signItem';
import { signIds, signs } from '../../../domain/signs/signs';
import type { StateRow } from '../../../domain/signs/state';
import { valueAtRisk } from '../../../domain/signs/valueAtRisk';
import { closeTo } from '../../support/closeTo';
import { dayOf } from '../../support/ledger';
import { oddsRatios } from '../../support/signs';
import type { SignsRun, StateSequence } from '../../support/signsReference';
import { observedInRun, signsRuns, stateSequences } from '../../support/signsReference';

const NO_SHARES = { told: 0, habit: 0, service: 0, money: 0, person: 0, calendar: 0 };

function assessedRun(run: SignsRun) {
	const { mode, odds, base, goneAfter, satisfactionScale, shares = NO_SHARES, bounds } = run.settings;
	const observed = run.customers.map((customer) => observedInRun(run, customer));
	const settings = { combination: mode, oddsRatios: oddsRatios(odds), base, goneAfterDays: goneAfter, satisfactionScale, shares };
	const assessments = assessed({ count: observed.length, of: (customer) => observed[customer] }, settings);
	const [watch, atRisk] = bounds ?? Object.values(combinations[mode].boundsAt(base));
	return { observed, assessments, bounds: { watch, atRisk } };
}

/** A fit finds the maximum to many digits of the likelihood, which is flat there: a strength that hangs on it has half of them. */
const OF_FIT = 1e-6;

function near(got: number | null, expected: number | null | undefined, tolerance: number, input: unknown): void {
	if (tolerance === 0 || got === null || expected === null || expected === undefined) closeTo(got, expected ?? null, input);
	else if (Math.abs(got - expected) > tolerance * Math.max(1, Math.abs(expected))) closeTo(got, expected, input);
}

describe.each(signsRuns().map((run) => [run.id, run] as const))('%s of signs_random.json', (_, run) => {
	const { observed, assessments, bounds } = assessedRun(run);
	const isFitted = [run.habits.contacts, run.habits.orders].some((habit) => habit?.by === 'fit');
	const ofFit = isFitted ? OF_FIT : 0;

	it('has the habits of its customers', () => {
		const { contactHabit, purchaseHabit } = assessments.population;
		for (const [got, expected] of [[contactHabit, run.habits.contacts], [purchaseHabit, run.habits.orders]] as const) {
			near(got === null ? null : got.r, expected === null ? null : expected.r, ofFit, run.id);
			near(got === null ? null : got.alpha, expected === null ? null : expected.alpha, ofFit, run.id);
		}
	});

	it('has every strength, or none where there is no data', () => {
		observed.forEach((customer, place) => {
			for (const id of signIds) {
				const finding = signs[id].find(customer, assessments.population);
				const tolerance = id === 'silence' || id === 'orderOverdue' ? ofFit : 0;
				near(typeof finding === 'string' ? null : finding.strength, run.expected[place].strengths[id], tolerance, [run.id, run.customers[place], id]);
			}
		});
	});

	it('knows who has gone, and what everybody is worth', () => {
		expect(observed.map((_customer, place) => assessments.isGone(place))).toEqual(run.expected.map(({ gone }) => gone));
		observed.forEach((customer, place) => closeTo(valueAtRisk(customer).value, run.expected[place].value, [run.id, run.customers[place], 'value']));
	});

	it('has the risk, how much of the data there is, and the level', () => {
		run.expected.forEach(({ gone, risk, completeness, level }, place) => {
			if (gone) return;
			const got = assessments.of(place);
			near(got.risk, risk, ofFit, [run.id, run.customers[place], 'risk']);
			closeTo(got.completeness, completeness ?? null, [run.id, run.customers[place], 'completeness']);
			expect(got.risk === null ? null : levelOf(got.risk, bounds, 'healthy', 0.2)).toBe(level);
		});
	});

	it('has what each sign that fires contributes', () => {
		run.expected.forEach(({ gone, contributions = {} }, place) => {
			if (gone) return;
			const firing = assessments.firingOf(place);
			const isOn = (id: (typeof signIds)[number]) => (run.settings.odds[id] ?? signs[id].oddsRatio) > 1;
			const expected = signIds.filter((id) => contributions[id] !== undefined && isOn(id));
			expect(firing.map(({ id }) => id).sort()).toEqual([...expected].sort());
			for (const { id, contribution } of firing) near(contribution, contributions[id], ofFit, [run.id, run.customers[place], id]);
		});
	});
});

/** Plays the runs of a sequence one after the other, each with the rows that those before it wrote. */
function play({ settings: { watch, atRisk, ...settings }, runs }: StateSequence) {
	const rows = new Map<string, StateRow>();
	return runs.map(({ asOf, customers }) => {
		const found = customers.map(({ customer, risk = null, value = null, gone = false, signs: strengths = {}, saidOn, doubtful = false }): Found => ({
			customerId: customer,
			asOf: dayOf(asOf),
			risk,
			value,
			signs: Object.entries(strengths)
				.map(([id, strength]) => ({ id, strength }))
				.filter(({ strength }) => strength > 0),
			saidOn: saidOn === undefined ? null : dayOf(saidOn),
			doubtful: doubtful ? ['silence'] : [],
			isGone: gone,
			previous: rows.get(customer) ?? null,
		}));
		const outcomes = alertsOf(found, { ...settings, bounds: { watch, atRisk } });
		for (const { row } of outcomes) if (row !== null) rows.set(row.customerId, row);
		return outcomes;
	});
}

describe.each(stateSequences().sequences.map((sequence) => [sequence.id, sequence] as const))('the runs of "%s" in signs_states.json', (_, sequence) => {
	const outcomes = play(sequence);
	const columns = stateSequences().stateColumns.map((column) => (column === 'customer' ? 'customerId' : column));

	it('tell what they should', () => {
		sequence.runs.forEach((run, place) => {
			const got = outcomes[place].map(({ change, isAlert, heldBack, alertKey }, customer) => ({ run: place, customer: run.customers[customer], change, isAlert, heldBack, alertKey }));
			const expected = run.expected.map(({ change, alert = false, heldBack = null, alertKey }, customer) => ({
				run: place,
				customer: run.customers[customer],
				// A customer who has gone is in no output, so nothing is told of them.
				change: change === 'none' ? 'same' : change,
				isAlert: alert,
				heldBack,
				alertKey,
			}));
			expect(got).toEqual(expected);
		});
	});

	it('find the level of today, but for a change that is told: that has the level told', () => {
		sequence.runs.forEach((run, place) => {
			const expected = run.expected.map(({ change, level, today = null }) => (change === 'same' || change === 'none' ? today : level));
			expect(outcomes[place].map(({ level }) => level)).toEqual(expected);
		});
	});

	it('write the rows that are to be remembered', () => {
		sequence.runs.forEach((run, place) => {
			const rows = outcomes[place].flatMap(({ row }) => (row === null ? [] : [stateItem(row)]));
			expect(rows.map((row) => ({ run: place, ...row }))).toEqual(run.rows.map((row) => ({ run: place, ...Object.fromEntries(row.map((cell, column) => [columns[column], cell])) })));
		});
	});
});
