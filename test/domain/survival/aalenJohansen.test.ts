/**
 * Figures named "R" are of R 4.2.2, survival 3.5.3:
 * survfit(Surv(entry, exit, factor(cause)) ~ 1, id = customer, conf.type = "log-log"), with its std.err.
 */
import fc from 'fast-check';
import { aalenJohansen } from '../../../domain/survival/aalenJohansen';
import { kaplanMeier } from '../../../domain/survival/kaplanMeier';
import { closeTo, hasDigits, hasLimits } from '../../support/closeTo';
import { law } from '../../support/law';
import { anyFromJoining, anyLifetimes, drawLifetimes, shuffled } from '../../support/lifetimes';

const causes = ['price', 'service'] as const;

/** Lifetimes with the cause as the end; `here` where there was no loss. */
type Caused = readonly [entry: number, exit: number, end: 'here' | (typeof causes)[number]];

const incidenceOf = (...rows: readonly Caused[]) =>
	aalenJohansen(
		{
			...drawLifetimes(...rows.map(([entry, exit, end]) => [entry, exit, end === 'here' ? 'here' : 'left'] as const)),
			cause: Int32Array.from(rows, ([, , end]) => (end === 'service' ? 1 : 0)),
		},
		causes.length,
	);

/** Forty drawn customers, half of them watched late: entry, exit, end. */
const forty = `
	4 5 price, 0 10 service, 3 5 here, 0 5 here, 1 12 service, 0 10 here, 3 7 here, 1 10 price,
	0 5 price, 0 6 here, 4 11 here, 3 10 here, 4 7 price, 4 12 here, 4 16 service, 0 4 here,
	0 11 here, 0 5 price, 1 11 price, 0 8 price, 3 10 here, 5 17 service, 0 9 price, 0 11 service,
	5 7 price, 1 10 service, 0 11 here, 0 11 here, 2 7 here, 5 14 price, 0 10 price, 0 10 service,
	0 7 here, 3 4 price, 0 12 price, 0 10 here, 0 8 service, 0 8 here, 0 9 service, 1 3 here`
	.trim()
	.split(/,\s*/)
	.map((text): Caused => {
		const [entry, exit, end] = text.split(' ');
		return [Number(entry), Number(exit), end as Caused[2]];
	});

/** Losses with a cause by their place in the list. */
const withCauses = (rows: ReadonlyArray<readonly [number, number, 'left' | 'here']>, seed: number): Caused[] =>
	rows.map(([entry, exit, end], index) => [entry, exit, end === 'here' ? 'here' : causes[((index * 31 + seed) >> 1) % 2]]);

describe('aalenJohansen: the share lost to each cause', () => {
	it('of two lost to price on day 2 and one to service on day 4, of four: 2/4, then 1/4', () => {
		const { age, survival, byCause } = incidenceOf([0, 2, 'price'], [0, 2, 'price'], [0, 4, 'service'], [0, 9, 'here']);
		expect([[...age], [...survival], ...byCause.map(({ incidence }) => [...incidence])]).toEqual([
			[2, 4],
			[0.5, 0.25],
			[0.5, 0.5],
			[0, 0.25],
		]);
		expect(byCause.map(({ events }) => [...events])).toEqual([
			[2, 0],
			[0, 1],
		]);
	});

	it('is not what it would be if the others had not left: of those here on day 4, all leave for service, which are half of all', () => {
		const { byCause } = incidenceOf([0, 2, 'price'], [0, 4, 'service']);
		expect([...byCause[1].incidence]).toEqual([0, 0.5]);
	});

	it('of forty, many watched late, is that of R, with its standard error and limits', () => {
		const { age, survival, byCause } = incidenceOf(...forty);
		const at = (days: number) => age.indexOf(days);
		const expected = [
			[5, '.882352941176', '.117647058824', '.0555275259168', '.0369833900831', '.249328104042'],
			[8, '.761932564589', '.206320245220', '.0708225637884', '.0891663506545', '.356808664113'],
			[12, '.294466691629', '.423489430296', '.1024317885833', '.2249567467252', '.609650086541'],
			[17, '.000000000000', '.521644994172', '.1194368127284', '.2733773239505', '.721410774945'],
		] as const;
		for (const [days, here, lost, error, low, high] of expected) {
			hasDigits(survival[at(days)], here, `here after ${days}`);
			hasDigits(byCause[0].incidence[at(days)], lost, `lost to price after ${days}`);
			hasDigits(byCause[0].standardError[at(days)], error, `standard error after ${days}`);
			hasLimits(byCause[0].limits[at(days)], low, high);
		}
		hasDigits(byCause[1].standardError[at(12)], '.0978133326854', 'service after 12');
		hasLimits(byCause[1].limits[at(8)], '.00239380238952', '.139146069859');
		expect([byCause[1].incidence[at(5)], byCause[1].standardError[at(5)], byCause[1].limits[at(5)]]).toEqual([0, 0, null]);
	});

	it('says as the survival curve does at which age nobody was left to watch', () => {
		expect(incidenceOf([0, 5, 'price'], [6, 20, 'here'])).toMatchObject({ customers: 2, lastObserved: 20, riskSetRanOut: 5 });
	});

	it('of nobody has no ages, and of one who leaves has no error', () => {
		expect(incidenceOf().byCause.map(({ incidence }) => incidence.length)).toEqual([0, 0]);
		expect([...incidenceOf([0, 3, 'price']).byCause[0].standardError]).toEqual([0]);
	});
});

describe('laws of cumulative incidence', () => {
	it('the shares lost and the share still here make 1 at every age', () => {
		law(anyLifetimes, fc.nat(), (rows, seed) => {
			const { survival, byCause } = incidenceOf(...withCauses(rows, seed));
			survival.forEach((here, step) => closeTo(here + byCause[0].incidence[step] + byCause[1].incidence[step], 1, { rows, step }));
		});
	});

	it('with one cause and nobody watched late, it is 1 − Kaplan–Meier and its error is Greenwood’s', () => {
		law(anyFromJoining, fc.constant(null), (rows) => {
			const lifetimes = drawLifetimes(...rows);
			const { atRisk, events, survival } = kaplanMeier(lifetimes);
			const [lost] = aalenJohansen({ ...lifetimes, cause: new Int32Array(rows.length) }, 1).byCause;
			let greenwood = 0;
			survival.forEach((here, step) => {
				greenwood += events[step] / (atRisk[step] * (atRisk[step] - events[step]));
				closeTo(lost.incidence[step], 1 - here, rows);
				// Of rounding, a variance keeps 16 digits and its root 8.
				if (here > 0) expect(Math.abs(lost.standardError[step] - here * Math.sqrt(greenwood))).toBeLessThan(1e-8);
			});
		});
	});

	it('the order of customers does not matter', () => {
		law(anyLifetimes, fc.nat(), (rows, seed) => {
			const caused = withCauses(rows, seed);
			const [one, other] = [incidenceOf(...caused), incidenceOf(...shuffled(caused, seed))];
			one.byCause.forEach(({ incidence, standardError, limits }, cause) => {
				expect([...other.byCause[cause].incidence]).toEqual([...incidence]);
				standardError.forEach((error, step) => expect(Math.abs(other.byCause[cause].standardError[step] - error)).toBeLessThan(1e-8));
				for (const between of limits) if (between) expect(between.low >= 0 && between.high <= 1).toBe(true);
			});
		});
	});
});
