/**
 * The variance of a cumulative incidence, from how far each customer moves it.
 *
 * Let F(t) be the share lost to a cause up to age t. A little more loss at an earlier age s raises F(t) by the
 * share here before s, if it is for this cause; and it takes from what is lost to the cause after s the part
 * F(t) − F(s) × *drain*, drain = 1 / (1 − hazard at s). A customer at risk at s moves the hazard there by
 * (1 if leaving, else 0, minus the hazard) / at risk. Added up over ages, a customer moves F(t) by
 * pull − F(t) × drag, where pull and drag no longer change once the customer has gone. The sum of the squares is
 * the variance (infinitesimal jackknife).
 */
import type { Lifetimes } from './riskSets';
import { agesUpTo } from './riskSets';

/** The course of losses, at each age at which anybody left. */
export interface IncidenceSteps {
	readonly age: Float64Array;
	readonly atRisk: Int32Array;
	/** Losses for any cause, and for the one. */
	readonly events: Int32Array;
	readonly eventsOfCause: Int32Array;
	/** The share still here after the losses of the age, and the share lost to the cause. */
	readonly survival: Float64Array;
	readonly incidence: Float64Array;
}

interface Move {
	readonly pull: number;
	readonly drag: number;
}

/** Sums over customers of their moves, and of the squares and products, from each step on. */
class MomentsByStep {
	private readonly sums: readonly Float64Array[];

	constructor(stepCount: number) {
		this.sums = Array.from({ length: 6 }, () => new Float64Array(stepCount));
	}

	/** Lets a move count from a step on; `sign` −1 takes it out again. */
	addFrom(step: number, { pull, drag }: Move, sign: 1 | -1): void {
		[1, pull, drag, pull ** 2, pull * drag, drag ** 2].forEach((moment, index) => (this.sums[index][step] += sign * moment));
	}

	accumulate(): void {
		for (const sum of this.sums) for (let step = 1; step < sum.length; step++) sum[step] += sum[step - 1];
	}

	/** The sum of (pull − share × drag − centre)². */
	squaresAround(step: number, share: number, centre: number): number {
		const [count, pull, drag, pullPull, pullDrag, dragDrag] = this.sums.map((sum) => sum[step]);
		const squares = pullPull - 2 * share * pullDrag + share ** 2 * dragDrag;
		return squares - 2 * centre * (pull - share * drag) + count * centre ** 2;
	}
}

const minus = (one: Move, other: Move): Move => ({ pull: one.pull - other.pull, drag: one.drag - other.drag });

/** What a customer who leaves at each step moves by it, for this cause and for another, and what being at risk up to each step costs. */
function movesOf({ age, atRisk, events, eventsOfCause, survival, incidence }: IncidenceSteps) {
	const leavingForCause: Move[] = [];
	const leavingOtherwise: Move[] = [];
	const exposure: Move[] = [{ pull: 0, drag: 0 }];
	for (let step = 0; step < age.length; step++) {
		const staying = atRisk[step] - events[step];
		const hereBefore = step === 0 ? 1 : survival[step - 1];
		// Where all leave nothing is lost later, so nothing can be taken from it.
		const drag = staying === 0 ? 0 : 1 / staying;
		const pull = incidence[step] * drag;
		leavingOtherwise.push({ pull, drag });
		leavingForCause.push({ pull: pull + hereBefore / atRisk[step], drag });
		const before = exposure[step];
		exposure.push({
			pull: before.pull + (pull * events[step] + (hereBefore * eventsOfCause[step]) / atRisk[step]) / atRisk[step],
			drag: before.drag + (drag * events[step]) / atRisk[step],
		});
	}
	return { leavingForCause, leavingOtherwise, exposure };
}

/**
 * How sure is the share lost to a cause, at each age?
 *
 * `isOfCause` tells whether a customer who left did so for the cause. Variance of a share; 0 where nobody has
 * left yet. With delayed entry it is not Greenwood's, which takes those at risk late for a fair draw from
 * those at risk early. Equal to std.err² of R's survfit of several states. O(n log ages).
 */
export function jackknifeVariance({ entry, exit, isEvent }: Lifetimes, isOfCause: (index: number) => boolean, steps: IncidenceSteps): Float64Array {
	const { leavingForCause, leavingOtherwise, exposure } = movesOf(steps);
	const watched = new MomentsByStep(steps.age.length);
	const gone = new MomentsByStep(steps.age.length);
	for (let index = 0; index < exit.length; index++) {
		const first = agesUpTo(steps.age, entry[index]);
		const end = agesUpTo(steps.age, exit[index]);
		if (first >= end) continue;
		const last = end - 1;
		watched.addFrom(first, exposure[first], 1);
		watched.addFrom(last, exposure[first], -1);
		const cost = minus(exposure[end], exposure[first]);
		const leaving = isOfCause(index) ? leavingForCause[last] : leavingOtherwise[last];
		gone.addFrom(last, isEvent[index] ? minus(leaving, cost) : minus(exposure[first], exposure[end]), 1);
	}
	watched.accumulate();
	gone.accumulate();
	return steps.incidence.map((share, step) => {
		const { pull, drag } = exposure[step + 1];
		return Math.max(0, gone.squaresAround(step, share, 0) + watched.squaresAround(step, share, pull - share * drag));
	});
}
