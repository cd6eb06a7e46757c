import type { ChurnAdvice } from '../churn/advice';
import type { CustomerBase } from '../churn/customerBase';
import type { KindOfLeaving, Leaving } from '../churn/leaving';
import { EVERYBODY } from '../churn/question';
import type { NullReason } from '../problems';
import { share } from '../rowBlocks';
import { isoDate } from '../time';
import { aalenJohansen } from './aalenJohansen';
import { kaplanMeier, survivalAt } from './kaplanMeier';
import { lifetimeAdvice } from './lifetimeAdvice';
import type { CauseRow, CurveRow } from './lifetimeFields';
import { lifetimesOf } from './lifetimes';
import { observationOf, populationsOf } from './populations';
import { agesUpTo, riskSetsAt, watchOf } from './riskSets';

/** Ages from 0 on, `every` so many days, up to the highest at which anybody was watched. */
function agesToTell(lastObserved: number | null, every: number): Float64Array {
	return lastObserved === null ? new Float64Array(0) : Float64Array.from({ length: Math.floor(lastObserved / every) + 1 }, (_, index) => index * every);
}

const sumUpTo = (counts: Int32Array, steps: number): number => counts.subarray(0, steps).reduce((sum, each) => sum + each, 0);

export interface CurveReport<Row> {
	readonly rows: readonly Row[];
	readonly advice: readonly ChurnAdvice[];
}

/** The survival curve as rows: of everybody, then of each group, a row for every `every` days. DOMAIN C15. */
export function curveReport(base: CustomerBase, watchedSince: number | null, every: number): CurveReport<CurveRow> {
	if (base.history.row.length === 0) return { rows: [], advice: [] };
	const { all, populations } = populationsOf(base, observationOf(base, watchedSince));
	const curves = populations.map(({ lifetimes }) => kaplanMeier(lifetimes));
	const hasGroups = base.groupColumns.length > 0;
	const rows = populations.flatMap(({ group, name, lifetimes }, which) => {
		const curve = curves[which];
		const ages = agesToTell(curve.lastObserved, every);
		// Nobody can leave on the day of joining, so who is at risk then are those of the day after.
		const { atRisk } = riskSetsAt(watchOf(lifetimes), ages.map((day) => Math.max(day, 1)));
		return Array.from(ages, (day, index): CurveRow => {
			const point = survivalAt(curve, day)!;
			return {
				...(hasGroups ? { group: group === EVERYBODY ? null : name } : {}),
				day,
				customersAtRisk: atRisk[index],
				leftSoFar: sumUpTo(curve.events, agesUpTo(curve.age, day)),
				stillHere: share(point.survival),
				low: share(point.limits?.low),
				high: share(point.limits?.high),
				asOf: isoDate(base.asOf),
			};
		});
	});
	return { rows, advice: lifetimeAdvice(all, curves[0], base) };
}

/** By what kinds of leaving are told apart. */
export type CausesBy = keyof KindOfLeaving | 'reason';

const NO_REASON = '(none named)';
const NOBODY_LEFT = 'Nobody who was seen to join has left, so there is no cause to tell of.';

const causeOf = (leaving: Leaving, spell: number, by: CausesBy): string => (by === 'reason' ? (leaving.reasonOf(spell) ?? NO_REASON) : leaving.kindOf(spell)[by]);

/**
 * The share that has left for each cause, as rows: for every `every` days a row a cause
 *
 * Needs reasons for leaving; without them it is a null with its reason. No rows where nobody left. DOMAIN C13.
 */
export function causeReport(base: CustomerBase, watchedSince: number | null, by: CausesBy, every: number): CurveReport<CauseRow> | NullReason {
	const { leaving, ledger, history } = base;
	if (history.row.length === 0) return { rows: [], advice: [] };
	if (leaving === null) return 'noReasons';
	const lifetimes = lifetimesOf(ledger, observationOf(base, watchedSince));
	const causes = Array.from(lifetimes.customer, (customer, index) => (lifetimes.isEvent[index] ? causeOf(leaving, ledger.firstSpell[customer], by) : null));
	const names = [...new Set(causes.filter((cause) => cause !== null))].sort();
	const found = aalenJohansen({ ...lifetimes, cause: Int32Array.from(causes, (cause) => (cause === null ? 0 : names.indexOf(cause))) }, names.length);
	const { age, survival, byCause, lastObserved } = found;
	const rows = Array.from(agesToTell(lastObserved, every)).flatMap((day) => {
		const steps = agesUpTo(age, day);
		return names.map((cause, index): CauseRow => {
			const { incidence, limits, events } = byCause[index];
			const limit = steps === 0 ? null : limits[steps - 1];
			return {
				day,
				cause,
				leftSoFar: sumUpTo(events, steps),
				shareLeft: share(steps === 0 ? 0 : incidence[steps - 1]),
				low: share(limit?.low),
				high: share(limit?.high),
				stillHere: share(steps === 0 ? 1 : survival[steps - 1]),
				asOf: isoDate(base.asOf),
			};
		});
	});
	const nobodyLeft: ChurnAdvice[] = lifetimes.customer.length > 0 && names.length === 0 ? [{ kind: 'warning', message: NOBODY_LEFT }] : [];
	return { rows, advice: [...lifetimeAdvice(lifetimes, found, { ...base, groupColumns: [] }), ...nobodyLeft] };
}
