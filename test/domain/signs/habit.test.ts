import fc from 'fast-check';
import type { HabitPrior, Rhythm } from '../../../domain/signs/habit';
import { alarmDays, chanceOfSilence, RhythmTally } from '../../../domain/signs/habit';
import { strengthOfChance } from '../../../domain/signs/strengths';
import { dayOfLocalTime } from '../../../domain/time';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';
import type { Purchase } from '../../support/ledger';
import { dayOf } from '../../support/ledger';
import { cdnowTransactions, onlineRetailInvoices } from '../../support/reference';
import type { HabitReference } from '../../support/signsReference';
import { habitReference } from '../../support/signsReference';

const PRIOR: HabitPrior = Object.freeze({ r: 2, alpha: 60 });

describe('chanceOfSilence(), alarmDays()', () => {
	it('have DOMAIN’s vectors: 5 gaps in 150 days and 90 silent .0823543, alarm 81.794; 10 in 300 .0687195, 76.150', () => {
		hasDigits(chanceOfSilence(PRIOR, { gaps: 5, span: 150 }, 90), '0.0823543', 'DOMAIN S1');
		hasDigits(alarmDays(PRIOR, { gaps: 5, span: 150 }, 0.1), '81.794', 'DOMAIN S1');
		hasDigits(chanceOfSilence(PRIOR, { gaps: 10, span: 300 }, 90), '0.0687195', 'DOMAIN S1');
		hasDigits(alarmDays(PRIOR, { gaps: 10, span: 300 }, 0.1), '76.150', 'DOMAIN S1');
	});

	it('agree with signs_habit.json, also on the day of the alarm and the day before', () => {
		for (const silence of habitReference().silences) {
			const { r, alpha, x: gaps, tx: span, s } = silence;
			const q = chanceOfSilence({ r, alpha }, { gaps, span }, s);
			closeTo(q, silence.q, silence);
			closeTo(strengthOfChance(q), silence.strength, silence);
			closeTo(alarmDays({ r, alpha }, { gaps, span }, 0.1), silence.alarmDays, silence);
		}
	});
});

const anyPrior = fc.record({ r: fc.double({ min: 0.05, max: 1000, noNaN: true }), alpha: fc.double({ min: 0.1, max: 1e4, noNaN: true }) });
const anyRhythm = fc.record({ gaps: fc.integer({ min: 2, max: 200 }), span: fc.integer({ min: 2, max: 2000 }) });

describe('laws of a silence', () => {
	it('it is certain at first and less likely every day', () => {
		law(anyPrior, anyRhythm, (prior, rhythm) => {
			expect(chanceOfSilence(prior, rhythm, 0)).toBe(1);
			for (const day of [0, 1, 30, 500]) expect(chanceOfSilence(prior, rhythm, day + 1)).toBeLessThanOrEqual(chanceOfSilence(prior, rhythm, day));
		});
	});

	it('on its alarm day it is as likely as the alarm says', () => {
		law(anyPrior, anyRhythm, (prior, rhythm) => {
			for (const chance of [0.1, 0.001]) {
				const days = alarmDays(prior, rhythm, chance);
				// Near a shape of 1,000 the power loses three digits.
				expect(Math.abs(chanceOfSilence(prior, rhythm, days) / chance - 1)).toBeLessThan(1e-8);
			}
		});
	});

	it('somebody who came as often in half the time is missed sooner', () => {
		law(anyPrior, anyRhythm, (prior, { gaps, span }) => expect(alarmDays(prior, { gaps, span: span / 2 }, 0.1)).toBeLessThan(alarmDays(prior, { gaps, span }, 0.1)));
	});
});

function tallyOf(rhythms: readonly Rhythm[]): RhythmTally {
	const tally = new RhythmTally();
	for (const rhythm of rhythms) tally.add(rhythm);
	return tally;
}

describe('RhythmTally', () => {
	const { populations, files } = habitReference();

	it.each(populations.map((population) => [population.name, population] as const))('finds the prior of "%s" (signs_habit.json)', (_, { pairs, r, alpha, logLikelihood, name }) => {
		const tally = tallyOf(pairs.map(([gaps, span]) => ({ gaps, span })));
		const prior = tally.prior();
		closeTo(prior === null ? null : prior.r, r, [name, 'r']);
		closeTo(prior === null ? null : prior.alpha, alpha, [name, 'alpha']);
		if (prior !== null && logLikelihood !== undefined) closeTo(tally.logLikelihood(prior), logLikelihood, [name, 'log-likelihood']);
	});

	it('takes fewer than 20 customers with a gap as alike: shape 2, and twice their mean gap, here 2 · (30 + 90) / (1 + 3)', () => {
		expect(tallyOf([{ gaps: 1, span: 30 }, { gaps: 3, span: 90 }, { gaps: 0, span: 0 }]).prior()).toEqual({ r: 2, alpha: 60 });
	});

	it('knows nothing where nobody came twice', () => {
		expect(tallyOf([{ gaps: 0, span: 0 }, { gaps: -1, span: 0 }]).prior()).toBeNull();
	});

	/** The gaps and spans of days with a purchase up to As Of. */
	function rhythmsOf(purchases: readonly Purchase[], asOf: string): Rhythm[] {
		const daysOf = new Map<string, Set<number>>();
		for (const { customer, at } of purchases) {
			const day = dayOfLocalTime(at);
			if (day <= dayOf(asOf)) daysOf.set(customer, (daysOf.get(customer) ?? new Set()).add(day));
		}
		return [...daysOf.values()].map((days) => ({ gaps: days.size - 1, span: Math.max(...days) - Math.min(...days) })).filter(({ gaps }) => gaps > 0);
	}

	function compareFile(purchases: readonly Purchase[], { asOf, used, r, alpha, logLikelihood, sums, file }: HabitReference['files'][number]): void {
		const rhythms = rhythmsOf(purchases, asOf);
		const sumOf = (figure: (rhythm: Rhythm) => number) => rhythms.reduce((sum, rhythm) => sum + figure(rhythm), 0);
		expect([rhythms.length, sumOf(({ gaps }) => gaps), sumOf(({ span }) => span)]).toEqual([used, sums.x, sums.tx]);
		const tally = tallyOf(rhythms);
		const prior = tally.prior()!;
		closeTo(prior.r, r, [file, 'r']);
		closeTo(prior.alpha, alpha, [file, 'alpha']);
		closeTo(tally.logLikelihood(prior), logLikelihood, [file, 'log-likelihood']);
	}

	it('finds r 3.172 and α 128.28 on Online Retail’s invoices as of 2011-08-31 (DOMAIN, signs_habit.json)', () => {
		const retail = files.find(({ file }) => file.startsWith('online_retail'))!;
		hasDigits(retail.r, '3.172', 'DOMAIN S1');
		hasDigits(retail.alpha, '128.28', 'DOMAIN S1');
		compareFile(onlineRetailInvoices(), retail);
	});

	const cdnow = cdnowTransactions();
	(cdnow ? it : it.skip)('finds r 3.702 and α 158.93 on CDNOW’s sample as of 1997-09-30 (signs_habit.json)', () => {
		const sample = files.find(({ file }) => file.startsWith('cdnow'))!;
		hasDigits(sample.r, '3.702', 'signs_habit.json');
		compareFile(cdnow!, sample);
	});
});

describe('laws of the prior', () => {
	const anyRhythms = fc.array(fc.record({ gaps: fc.integer({ min: 1, max: 20 }), more: fc.integer({ min: 0, max: 400 }) }).map(({ gaps, more }) => ({ gaps, span: gaps + more })), { minLength: 20, maxLength: 60 });

	it('it does not mind the order of customers', () => {
		law(anyRhythms, fc.constant(0), (rhythms) => expect(tallyOf([...rhythms].reverse()).prior()!.r).toBeCloseTo(tallyOf(rhythms).prior()!.r, 6), 40);
	});

	it('no shape and scale nearby are likelier', () => {
		law(
			anyRhythms,
			fc.record({ shape: fc.double({ min: 0.5, max: 2, noNaN: true }), scale: fc.double({ min: 0.5, max: 2, noNaN: true }) }),
			(rhythms, { shape, scale }) => {
				const tally = tallyOf(rhythms);
				const prior = tally.prior()!;
				const nearby = { r: Math.min(1000, Math.max(0.05, prior.r * shape)), alpha: prior.alpha * scale };
				expect(tally.logLikelihood(nearby)).toBeLessThanOrEqual(tally.logLikelihood(prior) + 1e-8);
			},
			40,
		);
	});

	it('with days twice as long the shape stays and the scale doubles', () => {
		law(
			anyRhythms,
			fc.constant(0),
			(rhythms) => {
				const [once, twice] = [rhythms, rhythms.map(({ gaps, span }) => ({ gaps, span: 2 * span }))].map((each) => tallyOf(each).prior()!);
				expect(Math.abs(twice.r / once.r - 1)).toBeLessThan(1e-6);
				expect(Math.abs(twice.alpha / (2 * once.alpha) - 1)).toBeLessThan(1e-6);
			},
			40,
		);
	});
});
