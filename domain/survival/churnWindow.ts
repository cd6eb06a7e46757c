import type { History } from '../ledger/history';
import type { NullReason } from '../problems';
import type { Interval } from '../statistics/interval';
import { wilsonInterval } from '../statistics/interval';
import { DAYS_PER_YEAR } from '../time';
import { kaplanMeier, survivalAt } from './kaplanMeier';
import { countSilences, visitGaps } from './silences';

export interface ChurnWindowSettings {
	/** The share who come back at which a line is drawn, 0 to 1. */
	readonly target?: number;
	/** For how many days after the silence it is watched who comes back. */
	readonly returnDays?: number;
	/** The fewest silences from which a share is read. */
	readonly minimumSupport?: number;
	/** The last day that the log holds; that of the last row unless stated. */
	readonly lastDay?: number;
}

/** Of the customers who were silent for so many days, how many came back in the days after? */
export interface Silence {
	/** Days without a purchase. */
	readonly window: number;
	/** Customers who were silent so long, and then watched for all the return days. */
	readonly silent: number;
	/** Those of them who came back within the return days. */
	readonly back: number;
	/** back / silent; null where nobody was silent so long. */
	readonly share: number | null;
	/** Wilson's limits of the share. */
	readonly limits: Interval | null;
	/** Share of the gaps between purchases that are longer than the window; null beyond the longest gap. A picture, not a chance to return. */
	readonly longerGaps: number | null;
}

/** What else a reader should know. */
export type ChurnWindowNotice =
	/** The log covers less than two years, so a season cannot be told from a change. */
	| 'shortLog'
	/** There are fewer customers with a purchase than the support needs: a longer log would not help. */
	| 'fewCustomers';

export interface ChurnWindow {
	/** The silence at which the line is drawn; null where it cannot be, for the reason. */
	readonly answer: Silence | null;
	readonly reason: NullReason | null;
	/** The silence with the lowest share of those with enough support, the shortest of several; null where there is none. */
	readonly lowest: Silence | null;
	/** By window, from 1 day on. */
	readonly curve: readonly Silence[];
	readonly customers: number;
	/** How many days the log covers, first and last included. */
	readonly daysCovered: number;
	readonly notices: readonly ChurnWindowNotice[];
}

/** For each window, the share of gaps that are longer; null beyond the longest gap, also where that is an open one. */
function longerGapsOf({ ended, open }: { readonly ended: Int32Array; readonly open: Int32Array }): (window: number) => number | null {
	const exit = new Int32Array(ended.length + open.length);
	exit.set(ended);
	exit.set(open, ended.length);
	const curve = kaplanMeier({
		entry: new Int32Array(exit.length),
		exit,
		isEvent: new Uint8Array(exit.length).fill(1, 0, ended.length),
	});
	return (window) => survivalAt(curve, window)?.survival ?? null;
}

/** The smallest window whose upper limit is under the target, with no longer one whose lower limit is above it. */
function drawLine(supported: readonly Silence[], target: number): Pick<ChurnWindow, 'answer' | 'reason'> {
	if (supported.length === 0) return { answer: null, reason: 'logTooShort' };
	const isLow = ({ limits }: Silence) => limits!.high < target;
	if (!supported.some(isLow)) return { answer: null, reason: 'shareNeverLow' };
	const lastHigh = supported.findLastIndex(({ limits }) => limits!.low > target);
	const answer = supported.slice(lastHigh + 1).find(isLow);
	return answer ? { answer, reason: null } : { answer: null, reason: 'comesBackLater' };
}

const lowerShare = (one: Silence, other: Silence) => (other.share! < one.share! ? other : one);

/**
 * After how many days without a purchase has a customer left?
 *
 * For each window W, takes every customer's first silence of W days that was then watched for another
 * `returnDays`, and asks how many came back in them. The line is drawn at the shortest silence after which
 * surely fewer than `target` come back, unless after a longer one surely more do: then it is a season or
 * a habit, and the line has to lie beyond it. Each customer counts once at a window, so that the interval holds.
 *
 * Windows in days, from 1 to the days covered − 1 − returnDays; shares 0 to 1, limits Wilson's at 95 %.
 * No answer, with a reason, where no window has the support (`logTooShort`), where the share is
 * nowhere surely below the target (`shareNeverLow`), and where it is but is above it again after a longer
 * silence (`comesBackLater`). A window chosen on the data it is then used on looks a little better than it is.
 *
 * CDNOW's sample: 376 days, 52 of 1,363 back. Source: DOMAIN C14.
 * O(events log events + windows log windows).
 */
export function findChurnWindow(history: History, settings: ChurnWindowSettings = {}): ChurnWindow {
	const { target = 0.05, returnDays = 90, minimumSupport = 100, lastDay = history.lastDay } = settings;
	const gaps = visitGaps(history, lastDay);
	const daysCovered = gaps.customers === 0 ? 0 : lastDay - history.firstDay + 1;
	const { silent, back } = countSilences(gaps, { returnDays, lastDay, longestWindow: Math.max(0, daysCovered - 1 - returnDays) });
	const longerGaps = longerGapsOf(gaps);
	const curve = Array.from(silent.subarray(1), (count, index): Silence => {
		const window = index + 1;
		return {
			window,
			silent: count,
			back: back[window],
			share: count === 0 ? null : back[window] / count,
			limits: count === 0 ? null : wilsonInterval(back[window], count),
			longerGaps: longerGaps(window),
		};
	});
	const supported = curve.filter((silence) => silence.silent > 0 && silence.silent >= minimumSupport);
	const notices: ChurnWindowNotice[] = [];
	if (daysCovered < 2 * DAYS_PER_YEAR) notices.push('shortLog');
	if (gaps.customers < minimumSupport) notices.push('fewCustomers');
	return {
		...drawLine(supported, target),
		lowest: supported.length === 0 ? null : supported.reduce(lowerShare),
		curve,
		customers: gaps.customers,
		daysCovered,
		notices,
	};
}
