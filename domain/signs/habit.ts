/**
 * Is this silence longer than the customer's own habit explains? DOMAIN S1, S6.
 *
 * Gaps between a customer's events are taken as exponential at a rate of their own, and rates as gamma distributed
 * over customers: somebody with many gaps speaks for themself, somebody with few is drawn towards the others. Its
 * worth is timing, not ranking: it says when a silence is out of the ordinary for this one. Over a fixed horizon the
 * plain number of days since the last event ranks customers better.
 */
import { digamma } from '../statistics/digamma';
import { logGamma } from '../statistics/logGamma';

/** How rates are spread over customers. */
export interface HabitPrior {
	/** Shape of the rates: the larger, the more alike customers are. */
	readonly r: number;
	/** Scale of the rates, in days. */
	readonly alpha: number;
}

/** What a customer did: `gaps` between the days with an event, `span` days from the first of them to the last. */
export interface Rhythm {
	readonly gaps: number;
	readonly span: number;
}

/** Below it nothing is a habit: three days with an event have two gaps between them. */
export const LEAST_GAPS = 2;

/**
 * How likely is a silence of at least so many days, by this customer's habit?
 *
 * ((α + tx) / (α + tx + s))^(r + x): 1 for no silence, towards 0 as it goes on.
 */
export const chanceOfSilence = ({ r, alpha }: HabitPrior, { gaps, span }: Rhythm, silentDays: number): number =>
	((alpha + span) / (alpha + span + silentDays)) ** (r + gaps);

/** After how many days of silence is its chance only `chance`? In days, not rounded. */
export const alarmDays = ({ r, alpha }: HabitPrior, { gaps, span }: Rhythm, chance: number): number =>
	(alpha + span) * (chance ** (-1 / (r + gaps)) - 1);

/** With fewer customers who came again the shape cannot be learned; 2 lets own gaps speak early. */
const LEAST_CUSTOMERS = 20;
const SHAPE_OF_FEW = 2;
const SMALLEST_SHAPE = 0.05;
/** Customers who hardly differ have ever larger shapes; beyond it nothing changes any more. */
const LARGEST_SHAPE = 1000;
/** Bounds and precision, on the logarithm, within which shape and scale are sought. */
const SMALLEST_SCALE = 1e-6;
const LARGEST_SCALE = 1e12;
const PRECISION = 1e-13;

/** Where a function that falls from above 0 to below it crosses 0, for arguments above 0; the nearer bound where it does not. */
function crossing(fn: (argument: number) => number, smallest: number, largest: number): number {
	let low = Math.log(smallest);
	let high = Math.log(largest);
	while (high - low > PRECISION * Math.max(1, Math.abs(low), Math.abs(high))) {
		const middle = (low + high) / 2;
		if (fn(Math.exp(middle)) > 0) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}

/**
 * How are customers' rhythms spread?
 *
 * Gathers one customer after the other, then finds shape and scale by maximum likelihood of
 * Π Γ(r + x) / Γ(r) · α^r / (α + tx)^(r + x) over those with a gap. At each shape the best scale solves one equation
 * (n r = Σ (r + x) α / (α + tx)), and along those the likelihood has one top; both are found by bisection, which
 * cannot run away. With fewer than 20 customers the shape is 2 and the scale that of their mean gap. DOMAIN S1.
 * O(customers), then O(different spans) a step.
 */
export class RhythmTally {
	/** By span in days, how many customers have it, and how many gaps they have together. */
	private readonly bySpan = new Map<number, { customers: number; gaps: number }>();
	/** By number of gaps, how many customers have it. */
	private readonly byGaps = new Map<number, number>();
	private customers = 0;

	add({ gaps, span }: Rhythm): void {
		if (gaps < 1) return;
		this.customers++;
		this.byGaps.set(gaps, (this.byGaps.get(gaps) ?? 0) + 1);
		const ofSpan = this.bySpan.get(span);
		if (ofSpan === undefined) {
			this.bySpan.set(span, { customers: 1, gaps });
			return;
		}
		ofSpan.customers++;
		ofSpan.gaps += gaps;
	}

	/** Null where nobody has a gap of a day or more. */
	prior(): HabitPrior | null {
		const meanGap = this.meanGap();
		// Without a day between any two events there is no rhythm either.
		if (meanGap === null) return null;
		if (this.customers < LEAST_CUSTOMERS) return { r: SHAPE_OF_FEW, alpha: SHAPE_OF_FEW * meanGap };
		const r = crossing((shape) => this.slopeAt(shape), SMALLEST_SHAPE, LARGEST_SHAPE);
		return { r, alpha: this.scaleAt(r) };
	}

	logLikelihood({ r, alpha }: HabitPrior): number {
		let sum = this.customers * (r * Math.log(alpha) - logGamma(r));
		for (const [gaps, customers] of this.byGaps) sum += customers * logGamma(r + gaps);
		for (const [span, its] of this.bySpan) sum -= (its.customers * r + its.gaps) * Math.log(alpha + span);
		return sum;
	}

	private meanGap(): number | null {
		let [days, gaps] = [0, 0];
		for (const [span, its] of this.bySpan) {
			days += span * its.customers;
			gaps += its.gaps;
		}
		return days === 0 ? null : days / gaps;
	}

	/** The most likely scale at a shape. */
	private scaleAt(r: number): number {
		return crossing(
			(alpha) => {
				let sum = this.customers * r;
				for (const [span, its] of this.bySpan) sum -= (its.customers * r + its.gaps) * (alpha / (alpha + span));
				return sum;
			},
			SMALLEST_SCALE,
			LARGEST_SCALE,
		);
	}

	/** How the likelihood grows with the shape, along the scales that go with it. */
	private slopeAt(r: number): number {
		const alpha = this.scaleAt(r);
		let slope = this.customers * (Math.log(alpha) - digamma(r));
		for (const [gaps, customers] of this.byGaps) slope += customers * digamma(r + gaps);
		for (const [span, its] of this.bySpan) slope -= its.customers * Math.log(alpha + span);
		return slope;
	}
}
