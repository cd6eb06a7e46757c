import { compareRates, confidenceAmongGroups, rateAndMix, sharesDays } from '../../../domain/churn/change';
import { fraction } from '../../../domain/churn/definition';
import type { Fraction } from '../../../domain/churn/definition';
import { dailySum } from '../../../domain/churn/definitions/dailySum';
import { includingNew } from '../../../domain/churn/definitions/includingNew';
import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import { nullReasons } from '../../../domain/problems';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { july, julyPeriod } from '../../support/ledger';
import { onlineRetailChurn, statisticsReference } from '../../support/reference';

const share = (numerator: number, denominator: number) => fraction(numerator, denominator, 'noCustomersAtStart');

function comparisonOf(...[definition, one, other, confidence]: Parameters<typeof compareRates>) {
	const outcome = compareRates(definition, one, other, confidence);
	if ('reason' in outcome) throw new Error(outcome.reason);
	return outcome.comparison;
}

describe('compareRates(definition, one, other)', () => {
	it('5 of 100 against 67 of 800 is −.03375 [−.0692603, .0303683], inconclusive (DOMAIN 1)', () => {
		const { difference, low, high, verdict } = comparisonOf(startOfPeriod, share(5, 100), share(67, 800));
		hasDigits(difference, '-.03375', '5/100 − 67/800');
		hasLimits({ low, high }, '-.0692603', '.0303683');
		expect(verdict).toBe('inconclusive');
	});

	it('56 of 70 against 48 of 80 is up: 0 lies below [.0524, .3339] (Newcombe 1998, table II, method 10)', () => {
		expect(comparisonOf(startOfPeriod, share(56, 70), share(48, 80)).verdict).toBe('up');
	});

	it('48 of 80 against 56 of 70 is down', () => {
		expect(comparisonOf(startOfPeriod, share(48, 80), share(56, 70)).verdict).toBe('down');
	});

	it('a limit of exactly 0 leaves it inconclusive', () => {
		const exact = { ...startOfPeriod, interval: ({ value }: Fraction) => ({ low: value.value!, high: value.value! }) };
		expect(comparisonOf(exact, share(1, 4), share(1, 4))).toEqual({ difference: 0, low: 0, high: 0, verdict: 'inconclusive' });
	});

	it('with counts of losses takes Garwood’s limits: 4 on 13 against 4 on 9 (SciPy, statistics.json, differences)', () => {
		const row = statisticsReference().differences.find(({ kind, k1, factor1, factor2, m }) => kind === 'poisson' && k1 === 4 && factor1 === 1 / 13 && factor2 === 1 / 9 && m === 1)!;
		const { low, high } = comparisonOf(includingNew, share(4, 13), share(4, 9));
		closeTo(low, row.low, row);
		closeTo(high, row.high, row);
	});

	it('a rate without customers passes its reason on, whichever of the two it is', () => {
		expect(compareRates(startOfPeriod, share(0, 0), share(1, 2))).toEqual({ reason: 'noCustomersAtStart' });
		expect(compareRates(startOfPeriod, share(1, 2), share(0, 0))).toEqual({ reason: 'noCustomersAtStart' });
	});

	it('a daily sum of 0 has no interval, so the difference has none: noChurn', () => {
		const none: Fraction = { numerator: 0, denominator: null, value: { value: 0, reason: null } };
		const some: Fraction = { numerator: 2, denominator: 20, value: { value: 0.1, reason: null } };
		expect(compareRates(dailySum, none, some)).toEqual({ reason: 'noChurn' });
		expect(compareRates(dailySum, some, none)).toEqual({ reason: 'noChurn' });
	});
});

describe('confidenceAmongGroups(groupCount)', () => {
	it('is 95 % for one comparison and 99.875 % for each of forty, 1 − .05/40', () => {
		closeTo(confidenceAmongGroups(1), 0.95, 'one');
		closeTo(confidenceAmongGroups(40), 0.99875, 'forty');
	});
});

describe('sharesDays(one, other)', () => {
	const days = (start: number, end: number) => ({ start: july(start), end: july(end), label: '' });

	it('July and the days from the 31st share one; July and August share none', () => {
		expect(sharesDays(julyPeriod, days(31, 40))).toBe(true);
		expect(sharesDays(julyPeriod, days(32, 63))).toBe(false);
		expect(sharesDays(days(-30, 1), julyPeriod)).toBe(false);
	});

	it('a week within July shares days with it, whichever comes first', () => {
		expect([sharesDays(julyPeriod, days(8, 15)), sharesDays(days(8, 15), julyPeriod)]).toEqual([true, true]);
	});

	it('has a sentence ready for windows that overlap', () => {
		expect(nullReasons.overlappingPeriods).toBe('The two periods share days, so they are not two measurements');
	});
});

describe('rateAndMix(groups): how much of a total’s change is rate, how much is mix', () => {
	it('A 20/200 to 72/800 and B 16/800 to 3/200: +.039 though both fall, rate −.0075, mix +.0465 (DOMAIN 1)', () => {
		const split = rateAndMix([
			{ earlier: share(20, 200), later: share(72, 800) },
			{ earlier: share(16, 800), later: share(3, 200) },
		])!;
		closeTo(split.fromRates, -0.0075, 'Simpson');
		closeTo(split.fromMix, 0.0465, 'Simpson');
		closeTo(split.fromRates + split.fromMix, 75 / 1000 - 36 / 1000, 'Simpson');
	});

	it('where the weights stay, all of it is rate: 10 % to 20 % in one of two halves is +5 points', () => {
		const split = rateAndMix([
			{ earlier: share(10, 100), later: share(20, 100) },
			{ earlier: share(10, 100), later: share(10, 100) },
		])!;
		closeTo(split.fromRates, 0.05, 'same weights');
		closeTo(split.fromMix, 0, 'same weights');
	});

	it('a group that comes is all mix, and so is one that goes', () => {
		const stays = { earlier: share(20, 200), later: share(20, 200) };
		const comes = { earlier: share(0, 0), later: share(30, 100) };
		const split = rateAndMix([stays, comes])!;
		closeTo(split.fromRates, 0, 'comes');
		closeTo(split.fromMix, 50 / 300 - 20 / 200, 'comes');
		const back = rateAndMix([stays, { earlier: comes.later, later: comes.earlier }])!;
		closeTo(back.fromMix, 20 / 200 - 50 / 300, 'goes');
	});

	it('agrees with Python on the drawn groups (online_retail_churn.json, splitsOfDrawnGroups)', () => {
		for (const { before, now, rate, mix, note } of onlineRetailChurn().splitsOfDrawnGroups) {
			const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
			const partOf = (side: typeof before, name: string) => share(...(side[name] ?? ([0, 0] as const)));
			const split = rateAndMix(names.map((name) => ({ earlier: partOf(before, name), later: partOf(now, name) })))!;
			closeTo(split.fromRates, rate, note);
			closeTo(split.fromMix, mix, note);
		}
	});

	it('is null without customers on one of the sides, and without groups', () => {
		expect(rateAndMix([{ earlier: share(0, 0), later: share(1, 2) }])).toBeNull();
		expect(rateAndMix([{ earlier: share(1, 2), later: share(0, 0) }])).toBeNull();
		expect(rateAndMix([])).toBeNull();
	});

	it('is null where a rate is no single quotient: a daily sum without a loss', () => {
		const none: Fraction = { numerator: 0, denominator: null, value: { value: 0, reason: null } };
		expect(rateAndMix([{ earlier: none, later: none }])).toBeNull();
	});
});
