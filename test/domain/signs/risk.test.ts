import fc from 'fast-check';
import { families, familyIds } from '../../../domain/signs/families';
import type { Combination, CombinationId, CombinationSettings, Scoring, Shares } from '../../../domain/signs/risk';
import { combinations, riskByAverage, riskByOdds } from '../../../domain/signs/risk';
import type { SignId } from '../../../domain/signs/signs';
import { signIds, signs } from '../../../domain/signs/signs';
import { closeTo, hasDigits } from '../../support/closeTo';
import { law } from '../../support/law';
import { deepFrozen, oddsRatios, onlyOddsRatios } from '../../support/signs';
import { withoutKey } from '../../support/withoutKey';

type Own = Readonly<Partial<Record<SignId, number>>>;

const SHARES: Shares = deepFrozen({ told: 0, habit: 40, service: 20, money: 20, person: 10, calendar: 10 });
const DEFAULTS: CombinationSettings = deepFrozen({ base: 0.05, oddsRatios: oddsRatios(), shares: SHARES });

const strengthsOf = (customers: readonly Own[]) => Float64Array.from(customers.flatMap((own) => signIds.map((id) => own[id] ?? NaN)));

const scoringOf = (customers: readonly Own[], changes: Partial<CombinationSettings> = {}, combination: CombinationId = 'odds'): Scoring =>
	combinations[combination].scoring(strengthsOf(customers), () => true, { ...DEFAULTS, ...changes });

/** The risk of the first of some customers. */
const riskOf = (customers: readonly Own[], changes: Partial<CombinationSettings> = {}, combination: CombinationId = 'odds') => scoringOf(customers, changes, combination).of(0).risk;

const contributionsOf = (customers: readonly Own[], changes: Partial<CombinationSettings> = {}, combination: CombinationId = 'odds') => {
	const points = scoringOf(customers, changes, combination).contributionsOf(0);
	return Object.fromEntries(signIds.flatMap((id, sign) => (points[sign] === 0 ? [] : [[id, points[sign]]])));
};

/** 100 · logistic(logit(.05) + the sum of what signs bring). */
const atOdds = (logit: number) => 100 / (1 + Math.exp(-(Math.log(0.05 / 0.95) + logit)));

describe('riskByOdds()', () => {
	const weights = [Math.log(8), Math.log(4), Math.log(3)];
	const means = [0.05, 0.05, 0.05];

	it('has DOMAIN S24’s vector: 1/0/missing 26.1481, 1/0/0 25.1013, 1/0/1 50.1349, .3/.3/.3 5.9420', () => {
		hasDigits(riskByOdds(0.05, weights, means, [1, 0, NaN]), '26.1481', 'DOMAIN S24');
		hasDigits(riskByOdds(0.05, weights, means, [1, 0, 0]), '25.1013', 'DOMAIN S24');
		hasDigits(riskByOdds(0.05, weights, means, [1, 0, 1]), '50.1349', 'DOMAIN S24');
		hasDigits(riskByOdds(0.05, weights, means, [0.3, 0.3, 0.3]), '5.9420', 'DOMAIN S24');
	});

	it('is the base where nothing is known, and where everything is as usual', () => {
		closeTo(riskByOdds(0.05, weights, means, [NaN, NaN, NaN]), 5, 'nothing known');
		closeTo(riskByOdds(0.05, weights, means, [Math.sqrt(0.05), Math.sqrt(0.05), NaN]), 5, 'as usual');
	});
});

describe('riskByAverage()', () => {
	it('has DOMAIN S24’s vector: .5/.3/.2 on 100/0/missing is 62.5', () => {
		closeTo(riskByAverage([0.5, 0.3, 0.2], [1, 0, NaN]), 62.5, 'DOMAIN S24');
	});
});

describe('the combination by odds', () => {
	it('has the vector of DOMAIN S24 of three families alone, each mean filled up with 20 customers of .05: 1/0/missing', () => {
		const only = { oddsRatios: onlyOddsRatios({ orderOverdue: 8, complaints: 4, contactPersonChanged: 3 }) };
		const quiet = Math.sqrt(0.05);
		const others = Array.from({ length: 5000 }, () => ({ orderOverdue: quiet, complaints: quiet, contactPersonChanged: quiet }));
		const got = riskOf([{ orderOverdue: 1, complaints: 0 }, ...others], only)!;
		// Of 5,001 customers one moves the mean of the squares from .05 to .0502 and to .04999.
		closeTo(got, atOdds(Math.log(8) * (1 - (1 + 250) / 5001) - (Math.log(4) * 250) / 5001), 'as S24, with the mean as it is');
		expect(Math.abs(got - 26.1481)).toBeLessThan(0.01);
	});

	it('takes a customer alone not as the measure of themself: 19 of .05 are added, the mean is (1 + .95) / 20', () => {
		closeTo(riskOf([{ orderOverdue: 1 }]), atOdds(Math.log(8) * (1 - 1.95 / 20)), 'one customer');
	});

	it('adds nobody from 20 customers on: twenty of strength 1 are as usual as can be, nineteen are not', () => {
		const everybody = (count: number) => Array.from({ length: count }, () => ({ orderOverdue: 1 }));
		closeTo(riskOf(everybody(20)), 5, '20 customers');
		closeTo(riskOf(everybody(19)), atOdds(Math.log(8) * (1 - 19.05 / 20)), '19 customers');
	});

	it('learns what is usual of those who are scored, and have data in the family', () => {
		const strengths = strengthsOf([{ orderOverdue: 1 }, { orderOverdue: 1 }, { complaints: 1 }]);
		const scoring = combinations.odds.scoring(strengths, (customer) => customer !== 1, DEFAULTS);
		closeTo(scoring.of(0).risk, atOdds(Math.log(8) * (1 - 1.95 / 20)), 'the second is not scored, the third has no such data');
	});

	it('takes of a family the strongest, weighed: .9 with odds of 6 stands before .8 of 8 where ln 6 · .81 > ln 8 · .64', () => {
		expect(Math.log(6) * 0.81).toBeGreaterThan(Math.log(8) * 0.64);
		const contributions = contributionsOf([{ silence: 0.9, orderOverdue: 0.8 }]);
		expect(Object.keys(contributions)).toEqual(['silence']);
		// Effective s² is ln 6 / ln 8 · .81, so weight times it is ln 6 · .81.
		const mean = ((Math.log(6) / Math.log(8)) * 0.81 + 0.95) / 20;
		closeTo(riskOf([{ silence: 0.9, orderOverdue: 0.8 }]), atOdds(Math.log(6) * 0.81 - Math.log(8) * mean), 'silence alone counts');
	});

	it('takes of equals the first of the registry: usage and orders of the same odds and strength', () => {
		expect(Object.keys(contributionsOf([{ orderOverdue: 0.7, usageFalling: 0.7 }]))).toEqual(['orderOverdue']);
	});

	it('is at least 90 times the strength of what they told us: half said is 45 at least, and no more where the rest is higher', () => {
		closeTo(riskOf([{ toldUs: 0.5 }]), 45, '90 · .5');
		expect(riskOf([{ toldUs: 0.5, orderOverdue: 1, complaints: 1, contactPersonChanged: 1 }])).toBeGreaterThan(60);
		closeTo(riskOf([{ toldUs: 1 }], { base: 0.000001 }), 90, '90 · 1');
	});

	it('is null, and no share of the data is there, where no family has any', () => {
		expect(scoringOf([{}, { silence: 1 }]).of(0)).toEqual({ risk: null, completeness: 0 });
	});

	it('knows of the weights, each family’s largest, that of the families with data: calendar of all six', () => {
		const largest = { told: 20, habit: 8, service: 4, money: 6, person: 3, calendar: 3 };
		const all = Object.values(largest).reduce((sum, odds) => sum + Math.log(odds), 0);
		closeTo(scoringOf([{ bonusesLapsing: 0 }]).of(0).completeness, Math.log(3) / all, 'ln 3 of all');
		closeTo(scoringOf([Object.fromEntries(signIds.map((id) => [id, 0]))]).of(0).completeness, 1, 'everything known');
	});

	it('bounds twice and five times the odds of the base of .05: 9.5238 and 20.8333', () => {
		const { watch, atRisk } = combinations.odds.boundsAt(0.05);
		hasDigits(watch, '9.5238', '2/19 over 21/19');
		hasDigits(atRisk, '20.8333', '5/19 over 24/19');
	});
});

describe('an odds ratio of 1', () => {
	it('is as though the sign were not there: neither risk, floor, completeness nor means', () => {
		const off = { oddsRatios: oddsRatios({ toldUs: 1, silence: 1 }) };
		const customers: Own[] = [{ toldUs: 1, silence: 1, complaints: 0.4 }, { silence: 0.5, orderOverdue: 0.2 }];
		const without: Own[] = [{ complaints: 0.4 }, { orderOverdue: 0.2 }];
		for (const customer of [0, 1]) expect(scoringOf(customers, off).of(customer)).toEqual(scoringOf(without, off).of(customer));
		expect(contributionsOf(customers, off)).toEqual(contributionsOf(without, off));
		expect(riskOf([{ toldUs: 1, silence: 1 }], off)).toBeNull();
	});

	it('of all signs of a family takes the family out of completeness: without told, all others are everything', () => {
		const all = Object.fromEntries(signIds.map((id) => [id, 0]));
		closeTo(scoringOf([all], { oddsRatios: oddsRatios({ toldUs: 1 }) }).of(0).completeness, 1, 'by odds');
		const shares = { ...SHARES, told: 50 };
		closeTo(scoringOf([all], { oddsRatios: oddsRatios({ toldUs: 1 }), shares }, 'weightedAverage').of(0).completeness, 1, 'by shares');
	});

	it('of every sign leaves nothing to be known', () => {
		expect(scoringOf([{ silence: 1 }], { oddsRatios: onlyOddsRatios({}) }).of(0)).toEqual({ risk: null, completeness: 0 });
	});
});

describe('the weighted average', () => {
	const average = (own: Own, changes: Partial<CombinationSettings> = {}) => scoringOf([own], changes, 'weightedAverage').of(0);

	it('shares what is missing among the others: habit 1 and service 0 of 40 and 20 are 66.7', () => {
		closeTo(average({ orderOverdue: 1, complaints: 0 }).risk, (100 * 40) / 60, '40 / (40 + 20)');
		closeTo(average({ orderOverdue: 1, complaints: 0 }).completeness, 60 / 100, 'of 100');
	});

	it('takes of a family the strongest plain strength, whatever its odds: silence .6 of odds 6 before orders .5 of odds 8', () => {
		closeTo(average({ silence: 0.6, orderOverdue: 0.5 }).risk, 60, '.6');
	});

	it('has no share of what they told us by default, and still its floor', () => {
		closeTo(average({ toldUs: 1, orderOverdue: 0 }).risk, 90, 'the floor');
		closeTo(average({ toldUs: 0, orderOverdue: 0.2 }).risk, 20, 'nothing said');
		closeTo(average({ toldUs: 1 }).risk, 90, 'nothing else known');
		expect(contributionsOf([{ toldUs: 1, orderOverdue: 0.2 }], {}, 'weightedAverage')).toEqual({ toldUs: 70, orderOverdue: 20 });
	});

	it('knows nothing where only families without a share have data', () => {
		expect(average({ toldUs: 0 })).toEqual({ risk: null, completeness: 0 });
		expect(average({ contactPersonChanged: 1 }, { shares: { ...SHARES, person: 0 } })).toEqual({ risk: null, completeness: 0 });
	});

	it('bounds 25 and 50, whatever the base', () => {
		const ofAverage: Combination = combinations.weightedAverage;
		expect([0.05, 0.5].map((base) => ofAverage.boundsAt(base))).toEqual([{ watch: 25, atRisk: 50 }, { watch: 25, atRisk: 50 }]);
	});
});

describe('contributions', () => {
	it('are the points by which the risk would be lower without the family’s strength, the mean as it is', () => {
		const own = { orderOverdue: 1, complaints: 0.5 };
		const usual = -Math.log(8) * (1.95 / 20) - Math.log(4) * (1.2 / 20);
		const [both, orders, tickets] = [usual + Math.log(8) + Math.log(4) / 4, usual + Math.log(8), usual + Math.log(4) / 4].map(atOdds);
		const contributions = contributionsOf([own]);
		closeTo(contributions.orderOverdue, both - tickets, own);
		closeTo(contributions.complaints, both - orders, own);
	});

	it('are 0 of a sign that is not the strongest of its family', () => {
		expect(Object.keys(contributionsOf([{ complaints: 1, lowSatisfaction: 1, slowAnswers: 1 }]))).toEqual(['complaints']);
	});

	it('are told before the floor, but for what they told us: that has the floor less the risk without it', () => {
		const own = { toldUs: 1, complaints: 0.5 };
		const usual = -Math.log(20) * (1.95 / 20) - Math.log(4) * (1.2 / 20);
		const [unfloored, tickets, told] = [usual + Math.log(20) + Math.log(4) / 4, usual + Math.log(4) / 4, usual + Math.log(20)].map(atOdds);
		expect(unfloored).toBeLessThan(90);
		const contributions = contributionsOf([own]);
		closeTo(contributions.toldUs, 90 - tickets, own);
		closeTo(contributions.complaints, unfloored - told, own);
	});

	it('are weighted shares in the average: 40 of 60 points of habit, 20 of service', () => {
		const contributions = contributionsOf([{ orderOverdue: 0.6, complaints: 0.9 }], {}, 'weightedAverage');
		closeTo(contributions.orderOverdue, (100 * 40 * 0.6) / 60, 'habit');
		closeTo(contributions.complaints, (100 * 20 * 0.9) / 60, 'service');
	});
});

const anyStrength = fc.oneof(fc.constant(undefined), fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const anyOwn: fc.Arbitrary<Own> = fc.record(Object.fromEntries(signIds.map((id) => [id, anyStrength])), { noNullPrototype: true }).map((own) => Object.fromEntries(Object.entries(own).filter(([, strength]) => strength !== undefined)));
const anyCustomers = fc.array(anyOwn, { minLength: 1, maxLength: 30 });
const anySettings = fc.record({
	base: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
	oddsRatios: fc.record(Object.fromEntries(signIds.map((id) => [id, fc.constantFrom(1, 1.5, 3, 20, 1000)]))).map((ratios) => oddsRatios(ratios)),
	shares: fc.record(Object.fromEntries(familyIds.map((id) => [id, fc.constantFrom(0, 1, 10, 40)]))).map((shares) => ({ ...SHARES, ...shares })),
});

describe.each(Object.keys(combinations) as CombinationId[])('laws of the combination %s', (combination) => {
	it('the risk lies between 0 and 100, completeness between 0 and 1, and both are there or neither', () => {
		law(anyCustomers, anySettings, (customers, settings) => {
			const scoring = scoringOf(customers, settings, combination);
			customers.forEach((_, customer) => {
				const { risk, completeness } = scoring.of(customer);
				if (risk === null) expect(completeness).toBe(0);
				else expect(risk >= 0 && risk <= 100).toBe(true);
				expect(completeness >= 0 && completeness <= 1 + 1e-12).toBe(true);
			});
		});
	});

	it('raising a strength never lowers anybody’s own risk, though it is part of what is usual', () => {
		law(anyCustomers, fc.tuple(anySettings, fc.constantFrom(...signIds), fc.double({ min: 0, max: 1, noNaN: true })), ([first, ...others], [settings, id, more]) => {
			const strength = first[id];
			if (strength === undefined) return;
			const raised = { ...first, [id]: strength + (1 - strength) * more };
			const [before, after] = [first, raised].map((own) => riskOf([own, ...others], settings, combination));
			if (before === null) expect(after === null || id === 'toldUs').toBe(true);
			else expect(after).toBeGreaterThanOrEqual(before - 1e-9);
		});
	});

	it('never leaves the risk below the floor of what they told us', () => {
		law(anyCustomers, anySettings, (customers, settings) => {
			const { toldUs = 0 } = customers[0];
			const risk = riskOf(customers, settings, combination);
			if (settings.oddsRatios.toldUs > 1 && risk !== null) expect(risk).toBeGreaterThanOrEqual(90 * toldUs);
		});
	});

	it('a family that is missing contributes nothing, and takes what it weighs from completeness', () => {
		law(anyCustomers, fc.tuple(anySettings, fc.constantFrom(...familyIds)), (customers, [settings, family]) => {
			const ofFamily = signIds.filter((id) => signs[id].family === family);
			const without = customers.map((own) => Object.fromEntries(Object.entries(own).filter(([id]) => !ofFamily.some((each) => each === id))));
			const contributions = contributionsOf(without, settings, combination);
			expect(ofFamily.filter((id) => contributions[id] !== undefined)).toEqual([]);
			expect(scoringOf(without, settings, combination).of(0).completeness).toBeLessThanOrEqual(scoringOf(customers, settings, combination).of(0).completeness + 1e-12);
		});
	});

	it('the order of customers does not matter', () => {
		law(anyCustomers, anySettings, (customers, settings) => {
			const forwards = scoringOf(customers, settings, combination);
			const backwards = scoringOf([...customers].reverse(), settings, combination);
			customers.forEach((own, customer) => closeTo(backwards.of(customers.length - 1 - customer).risk, forwards.of(customer).risk, own));
		});
	});

	it('no contribution is below 0, and only one of a family is above', () => {
		law(anyCustomers, anySettings, (customers, settings) => {
			const contributions = contributionsOf(customers, settings, combination);
			for (const points of Object.values(contributions)) expect(points).toBeGreaterThanOrEqual(-1e-9);
			const contributing = Object.keys(contributions) as SignId[];
			expect(new Set(contributing.map((id) => signs[id].family)).size).toBe(contributing.length);
		});
	});

	it('a sign switched off is as one of which there is no data', () => {
		law(anyCustomers, fc.tuple(anySettings, fc.constantFrom(...signIds)), (customers, [settings, id]) => {
			const off = { ...settings, oddsRatios: oddsRatios({ ...settings.oddsRatios, [id]: 1 }) };
			const without = customers.map((own) => withoutKey(own, id));
			expect(scoringOf(customers, off, combination).of(0)).toEqual(scoringOf(without, off, combination).of(0));
		});
	});
});

describe('families', () => {
	it('each has a sign, a title and a meaning', () => {
		for (const id of familyIds) expect([families[id].title, families[id].meaning, signIds.some((sign) => signs[sign].family === id)]).toEqual([expect.any(String), expect.any(String), true]);
	});
});
