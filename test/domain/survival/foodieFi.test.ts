/**
 * Real rows, read as a user's are: Foodie-Fi against R's survival package, CDNOW and Online Retail against a plain count.
 *
 * Foodie-Fi and CDNOW stand outside the repository, in ../shared/data/foodie_fi_subscriptions.csv and
 * ../shared/data/cdnow_sample_transactions.csv; without them their tests are skipped.
 */
import { baseOfTerms } from '../../../domain/churn/baseOfTerms';
import { baseOfVisits } from '../../../domain/churn/baseOfVisits';
import { churnWindowReport } from '../../../domain/survival/churnWindowReport';
import { kaplanMeier } from '../../../domain/survival/kaplanMeier';
import { curveReport } from '../../../domain/survival/lifetimeCurves';
import { lifetimeReport } from '../../../domain/survival/lifetimeReport';
import { observationOf, populationsOf } from '../../../domain/survival/populations';
import { closeTo } from '../../support/closeTo';
import { visitsOf } from '../../support/ledger';
import { cdnowTransactions, foodieFiChanges, onlineRetailInvoices } from '../../support/reference';
import { subscriptionReading } from '../../support/subscriptions';
import type { ReferenceCurve } from '../../support/survivalReference';
import { survivalReference } from '../../support/survivalReference';

const SHARE = 10;
const changes = foodieFiChanges();

(changes ? describe : describe.skip)('Foodie-Fi (../shared/data/foodie_fi_subscriptions.csv): 908 who paid, 215 of whom left', () => {
	const { asOf, all, byFirstPaidPlan, logRank } = survivalReference().foodieFi;
	const base = () => baseOfTerms(subscriptionReading(changes!, { groupBy: ['plan_name'] }), 0);
	const report = () => lifetimeReport(base(), { periodUnit: 'month', weekStartsOn: 1, watchedSince: null, valuePerCustomer: null, grossMargin: 1, horizonMonths: 12, timeZone: 'UTC' });
	const expectedOf = (name: string | null): ReferenceCurve => (name === null ? all : byFirstPaidPlan.find(({ plan }) => plan === name)!);

	it('has R’s curves with their limits: of all, and by first paid plan', () => {
		const given = base();
		const { populations } = populationsOf(given, observationOf(given, null));
		expect(populations.map(({ name }) => name)).toEqual([null, 'basic monthly', 'pro annual', 'pro monthly']);
		for (const { name, lifetimes } of populations) {
			const curve = kaplanMeier(lifetimes);
			const expected = expectedOf(name);
			expect([[...curve.age], [...curve.atRisk], [...curve.events], curve.customers, curve.lastObserved]).toEqual([expected.time, expected.atRisk, expected.events, expected.n, expected.lastTime]);
			expected.time.forEach((age, step) => {
				closeTo(curve.survival[step], expected.surv[step], { name, age });
				closeTo(curve.limits[step]?.low ?? null, expected.lower[step], { name, age, limit: 'low' });
				closeTo(curve.limits[step]?.high ?? null, expected.upper[step], { name, age, limit: 'high' });
			});
		}
	});

	it('has R’s shares after 30, 90, 180 and 365 days, no median yet, and R’s mean of the first 365', () => {
		for (const row of report().rows) {
			const { n, totalEvents, atTimes, restrictedMean } = expectedOf(row.group as string | null);
			expect(row).toMatchObject({ asOf, customers: n, left: totalEvents, medianDays: null, meanHorizon: restrictedMean.horizon });
			for (const days of [30, 90, 180, 365] as const) closeTo(row[`here${days}Days`], atTimes.surv[atTimes.time.indexOf(days)], { group: row.group, days }, SHARE);
			closeTo(row.meanDays, restrictedMean.value, { group: row.group, figure: 'mean' }, SHARE);
		}
	});

	it('has R’s points of the curve', () => {
		const rows = curveReport(base(), null, 5).rows.filter(({ group }) => group === null);
		const { time, surv, lower, upper } = all.atTimes;
		time.forEach((day, index) => {
			const row = rows.find((candidate) => candidate.day === day)!;
			closeTo(row.stillHere, surv[index], { day }, SHARE);
			closeTo(row.low, lower[index], { day, limit: 'low' }, SHARE);
			closeTo(row.high, upper[index], { day, limit: 'high' }, SHARE);
		});
	});

	it('has R’s log-rank test of the three plans: 7.818 on 2, p .02', () => {
		const [everybody, ...groups] = report().rows;
		closeTo(everybody.chiSquare, logRank.chisq, 'chi square', SHARE);
		closeTo(everybody.p, logRank.p, 'p', SHARE);
		expect([everybody.degreesOfFreedom, groups.map(({ group }) => group), groups.map(({ left }) => left)]).toEqual([logRank.df, logRank.group, logRank.observed]);
		groups.forEach(({ expectedLeft }, index) => closeTo(expectedLeft, logRank.expected[index], logRank.group[index], SHARE));
		expect(everybody.summary).toMatch(/^All customers: more than half are still here \(215 of 908 have left\), .* The groups stay for different lengths of time \(log-rank p 0\.02\)\.$/);
	});
});

const question = { target: 0.05, returnDays: 90, minimumSupport: 100, curveEvery: null, timeZone: 'UTC' };
const FAR = 100_000;

const transactions = cdnowTransactions();
(transactions ? it : it.skip)('CDNOW’s sample (../shared/data/cdnow_sample_transactions.csv): after 376 days a customer has left, 52 of 1,363 came back', () => {
	const { rows } = churnWindowReport(baseOfVisits(visitsOf(transactions!, FAR), 180), question);
	expect(rows[0]).toMatchObject({ churnWindow: 376, window: 376, silentCustomers: 1363, cameBack: 52, reason: null });
	closeTo(rows[0].shareBack, 52 / 1363, 'share', SHARE);
	expect(rows[0].summary).toBe('After 376 days without a purchase a customer has left: of those silent so long, 52 of 1,363 came back (3.8 %; 95 % interval 2.9 % to 5.0 %) within 90 days; you accept 5.0 %.');
});

it('Online Retail’s invoices: no window, fewest came back after 214 days, 95 of 415', () => {
	const { rows } = churnWindowReport(baseOfVisits(visitsOf(onlineRetailInvoices(), FAR), 180), question);
	expect(rows[0]).toMatchObject({ churnWindow: null, reason: 'shareNeverLow', lowestWindow: 214, lowestSilentCustomers: 415, lowestCameBack: 95 });
	expect(rows[0].summary).toBe(
		'No churn window can be told: after no length of silence is the share who come back surely below the target. Fewest came back after 214 days: 95 of 415 came back (22.9 %; 95 % interval 19.1 % to 27.2 %).',
	);
});
