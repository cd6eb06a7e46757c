import { assessed } from '../../../domain/signs/assessments';
import { signIds } from '../../../domain/signs/signs';
import type { SignsSettings } from '../../../domain/signs/signsReport';
import { asOf } from '../../support/activity';
import { closeTo } from '../../support/closeTo';
import type { Given } from '../../support/signs';
import { daysAgo, inDays, oddsRatios, signCustomers, signsSettings } from '../../support/signs';

const assess = (given: readonly Given[], changes: Partial<SignsSettings> = {}) => assessed(signCustomers(given.map((each, id) => ({ id, given: each }))), signsSettings(changes));

const unhappy: Given = { tickets: { lastNps: 0, lastNpsOn: asOf } };
const pastDue: Given = { payments: { pastDueDays: 60 } };
const gone: Given = { ...pastDue, subscriptions: { status: 'ended', endedOn: daysAgo(3) } };

describe('assessed()', () => {
	it('lists the signs that fire in order of contribution: ln 6 before ln 3, whatever the registry has first', () => {
		const { firingOf } = assess([{ ...unhappy, ...pastDue }]);
		expect(firingOf(0).map(({ id, strength }) => [id, strength])).toEqual([['paymentFailing', 1], ['lowSatisfaction', 1]]);
		expect(firingOf(0)[0].contribution).toBeGreaterThan(firingOf(0)[1].contribution);
	});

	it('lists those that contribute nothing behind, by strength: two of money beside a payment past due', () => {
		const money: Given = { payments: { pastDueDays: 60, partial: 1 }, subscriptions: { status: 'active', monthlyAmount: 21, previousMonthlyAmount: 20, priceChangedOn: daysAgo(1), plan: 'Pro', previousPlan: 'Pro' } };
		const firing = assess([money]).firingOf(0);
		expect(firing.map(({ id }) => id)).toEqual(['paymentFailing', 'paymentsChanged', 'priceRise']);
		expect(firing.slice(1).map(({ contribution }) => contribution)).toEqual([0, 0]);
	});

	it('says of everybody why signs have no data, also where two customers differ in one reason', () => {
		const { reasonsOf } = assess([{ tickets: { recent: 0, usual: 0 } }, { tenureDays: 300, tickets: { recent: 0, usual: 0 } }, { tickets: { recent: 0, usual: 0 } }]);
		expect(reasonsOf(0)).toContain('complaints: tenureUnknown; lowSatisfaction: noRows; slowAnswers: noRows; contactPersonChanged: notConnected');
		expect(reasonsOf(1)).not.toContain('complaints');
		expect(reasonsOf(2)).toBe(reasonsOf(0));
	});

	it('names in the reasons the signs in the order of the registry, and leaves out those switched off', () => {
		const namesIn = (reasons: string) => reasons.split('; ').map((reason) => reason.split(': ')[0]);
		expect(namesIn(assess([{}]).reasonsOf(0))).toEqual(signIds);
		expect(namesIn(assess([{}], { oddsRatios: oddsRatios({ silence: 1, toldUs: 1 }) }).reasonsOf(0))).toEqual(signIds.filter((id) => id !== 'silence' && id !== 'toldUs'));
	});

	it('gives what a sign that fires found', () => {
		expect(assess([pastDue]).evidenceOf(0, 'paymentFailing')).toMatchObject({ kind: 'pastDue', measured: 60 });
	});

	it('neither scores who has gone nor takes them for what is usual, and learns rhythms of them', () => {
		const bought: Given = { purchases: { repeats: 2, recencyDays: 60, lastOn: daysAgo(600), daysSince: 600 } };
		// With r 2 and α 60 their rhythm explains 120 · (1000^(1/4) − 1) = 554.8 days.
		const { isGone, of, firingOf, population } = assess([gone, pastDue, bought]);
		expect([0, 1, 2].map(isGone)).toEqual([true, false, true]);
		expect([of(0).risk, firingOf(0)]).toEqual([null, []]);
		closeTo(of(1).risk, assess([pastDue]).of(0).risk, 'alone and beside one who has gone');
		expect(population.purchaseHabit).toEqual({ r: 2, alpha: 60 });
	});

	it('finds a sign common that is loud in more than a third of ten or more: 4 of 10, not 3 of 9, 4 of 12 or 4 of 9', () => {
		const commonOf = (loud: number, known: number) => assess(Array.from({ length: known + 3 }, (_, place): Given => (place < known ? { payments: { pastDueDays: place < loud ? 15 : 14 } } : { tickets: {} }))).common;
		expect(commonOf(4, 10)).toEqual([{ id: 'paymentFailing', loud: 4, known: 10 }]);
		expect([commonOf(3, 9), commonOf(4, 12), commonOf(4, 9)]).toEqual([[], [], []]);
	});

	it('compares with what the others do: late for everybody is late for nobody', () => {
		const late: Given = { payments: { recentDelayDays: 20, usualDelayDays: null } };
		const others = Array.from({ length: 5 }, (): Given => ({ payments: { recentDelayDays: 20, usualDelayDays: 20, onTime: 0, late: 9 } }));
		expect(assess([late, ...others]).firingOf(0)).toEqual([]);
		const punctual = others.map((): Given => ({ payments: { recentDelayDays: 0, usualDelayDays: 0, onTime: 9, late: 0 } }));
		expect(assess([late, ...punctual]).firingOf(0).map(({ id }) => id)).toEqual(['paymentsChanged']);
	});

	it('still tells of payments in part where no delay is usual for anybody', () => {
		const given: Given = { payments: { recentDelayDays: 20, partial: 1 } };
		expect(assess([given]).firingOf(0).map(({ id, strength }) => [id, strength])).toEqual([['paymentsChanged', 0.5]]);
		expect(assess([{ tickets: { firstAnswerHours: 90, recent: 1, usual: 0 } }]).reasonsOf(0)).toContain('slowAnswers: tooFewEvents');
	});

	it('counts a contract that ends with the calendar, beside bonuses: the stronger, weighed', () => {
		const given: Given = { subscriptions: { status: 'active', endsOn: inDays(75) }, named: { isNamed: { bonusesLapseOn: true }, bonusesLapseOn: inDays(0) } };
		// ln 3 · (15/60)² = .069 is less than ln 1.5 · 1² = .405.
		expect(assess([given]).firingOf(0).map(({ id, contribution }) => [id, contribution > 0])).toEqual([['bonusesLapsing', true], ['contractEnding', false]]);
	});
});
