/** Fields that several streams have, each written once; a stream says what its events are called and gives its example. */
import type { NullReason } from '../problems';
import { isoDate } from '../time';
import type { ActivityField } from './activityField';
import type { EventDays } from './eventDays';
import type { Gaps } from './gaps';
import type { RecentTexts } from './recentTexts';
import { figureOrNull } from './rounding';
import type { Exposure, Windows } from './windows';
import { per30Days, RATE_DAYS, whyNoRate } from './windows';

export const NO_COLUMN = 'no column says it';

/** What every view knows: the windows, and how long the customer has been one in each. */
export interface WatchedView {
	readonly windows: Windows;
	readonly exposure: Exposure;
}

export interface DaysView extends WatchedView {
	readonly days: EventDays;
}

export interface GapsView {
	readonly gaps: Gaps;
}

/** A day number as a date; null stays null. */
export const dateOrNull = (day: number | null): string | null => (day === null ? null : isoDate(day));

/** Why a usual figure is null: the customer has no usual days, or another reason. */
export const whyUsual = ({ exposure }: WatchedView, otherwise: NullReason): NullReason => (exposure.usualDays === 0 ? whyNoRate(exposure) : otherwise);

/** Why what a column says is null: there is no such column, or no row of the customer says it. */
export const whyMissing = (column: unknown): NullReason => (column === null ? 'noSuchColumn' : 'noRows');

const noRows = (): NullReason => 'noRows';
const tooFewEvents = (): NullReason => 'tooFewEvents';

/** When was the first event, when the last, and how long ago? `what` names the events, as `contacts`. */
export function dayFields<View extends DaysView>(what: string, example: { readonly firstOn: string; readonly lastOn: string; readonly daysSince: number }) {
	const nullWhen = `there are no ${what}`;
	return {
		firstOn: {
			question: 'When was the first?',
			counts: `all ${what}`,
			aggregate: 'earliest day',
			unit: 'date',
			nullWhen,
			example: example.firstOn,
			of: ({ days }) => (days.count === 0 ? null : isoDate(days.days[0])),
			why: noRows,
		},
		lastOn: {
			question: 'When was the last?',
			counts: `all ${what}`,
			aggregate: 'latest day',
			unit: 'date',
			nullWhen,
			example: example.lastOn,
			of: ({ days }) => (days.count === 0 ? null : isoDate(days.days[days.count - 1])),
			why: noRows,
		},
		daysSince: {
			question: 'How many days ago was the last?',
			counts: `all ${what}`,
			aggregate: 'As Of less the latest day',
			unit: 'days',
			nullWhen,
			example: example.daysSince,
			of: ({ days, windows }) => (days.count === 0 ? null : windows.asOf - days.days[days.count - 1]),
			why: noRows,
		},
	} as const satisfies Record<string, ActivityField<View>>;
}

/** In what rhythm do events come? `what` names their days, as `contact days`. */
export function gapFields<View extends GapsView>(what: string, example: { readonly median: number; readonly spread: number; readonly longest: number }) {
	const counts = `gaps from one of the ${what} to the next`;
	return {
		gapMedianDays: {
			question: 'After how many days does the next usually come?',
			counts,
			aggregate: 'median',
			unit: 'days',
			nullWhen: `there are fewer than two ${what}`,
			example: example.median,
			of: ({ gaps }) => gaps.median,
			why: tooFewEvents,
		},
		gapSpreadDays: {
			question: 'How much does that vary?',
			counts,
			aggregate: 'third quartile less the first',
			unit: 'days',
			nullWhen: `there are fewer than three ${what}`,
			example: example.spread,
			of: ({ gaps }) => gaps.spread,
			why: tooFewEvents,
		},
		gapLongestDays: {
			question: 'Which was the longest wait that ended?',
			counts,
			aggregate: 'largest',
			unit: 'days',
			nullWhen: `there are fewer than two ${what}`,
			example: example.longest,
			of: ({ gaps }) => gaps.longest,
			why: tooFewEvents,
		},
	} as const satisfies Record<string, ActivityField<View>>;
}

export interface TextsView {
	/** Null where no column holds texts. */
	readonly texts: RecentTexts | null;
}

/** What was written last, and when? `what` names the rows, as `contacts`; the examples are of one length. DOMAIN S5. */
export function textFields<View extends TextsView>(what: string, example: { readonly texts: readonly string[]; readonly on: readonly string[] }) {
	const counts = `${what} with a text`;
	const missing = { nullWhen: NO_COLUMN, why: (): NullReason => 'noSuchColumn' };
	return {
		recentTexts: {
			question: 'What was written last?',
			counts,
			aggregate: 'the last five texts, the newest first, up to 500 characters of each',
			unit: 'texts',
			...missing,
			example: example.texts,
			of: ({ texts }) => texts && texts.texts,
		},
		recentTextsOn: {
			question: 'On which day was each of them written?',
			counts,
			aggregate: 'the days of the last five, in the order of `recentTexts`',
			unit: 'dates',
			...missing,
			example: example.on,
			of: ({ texts }) => texts && texts.days.map(isoDate),
		},
	} as const satisfies Record<string, ActivityField<View>>;
}

/** Something that is counted in both windows. */
export interface Counted<View> {
	/** What is counted, as `contact days`, and its unit, as `days`. */
	readonly what: string;
	readonly unit: string;
	/** How many of them; null where the sum is too large to be exact. */
	recent(view: View): number | null;
	usual(view: View): number | null;
	readonly example: { readonly recent: number; readonly usual: number; readonly recentPer30Days: number; readonly usualPer30Days: number };
	/** Whether the number can be too large to be exact. */
	readonly canOverflow?: boolean;
}

/** How many of late and how many usually, and the same per 30 days of the customer's own time in each window? DOMAIN S4, S7. */
export function windowFields<View extends WatchedView>({ what, unit, recent, usual, example, canOverflow = false }: Counted<View>) {
	const rate = (count: number | null, exposureDays: number) => (count === null ? null : figureOrNull(per30Days(count, exposureDays)));
	const tooLarge = canOverflow ? ['the sum is too large to be exact'] : [];
	const nullWhenCount = canOverflow ? { nullWhen: tooLarge.join(), why: (): NullReason => 'amountTooLarge' } : {};
	const aggregate = `number over the days of the window from the customer's first day on, times ${RATE_DAYS}`;
	return {
		recent: {
			question: `How many ${what} are there of late?`,
			counts: `${what} of the recent window`,
			aggregate: 'number',
			unit,
			...nullWhenCount,
			example: example.recent,
			of: recent,
		},
		usual: {
			question: `How many ${what} were there in the time before?`,
			counts: `${what} of the usual window`,
			aggregate: 'number',
			unit,
			...nullWhenCount,
			example: example.usual,
			of: usual,
		},
		recentPer30Days: {
			question: `How many ${what} are that per ${RATE_DAYS} days?`,
			counts: `${what} of the recent window`,
			aggregate,
			unit: `${unit} per ${RATE_DAYS} days`,
			nullWhen: [...tooLarge, 'the customer has no dated row in any stream'].join(', or '),
			example: example.recentPer30Days,
			of: (view) => rate(recent(view), view.exposure.recentDays),
			why: (view) => (recent(view) === null ? 'amountTooLarge' : whyNoRate(view.exposure)),
		},
		usualPer30Days: {
			question: `How many ${what} are usual per ${RATE_DAYS} days?`,
			counts: `${what} of the usual window`,
			aggregate,
			unit: `${unit} per ${RATE_DAYS} days`,
			nullWhen: [...tooLarge, 'the customer has no day in the usual window', 'no dated row in any stream'].join(', or '),
			example: example.usualPer30Days,
			of: (view) => rate(usual(view), view.exposure.usualDays),
			why: (view) => (usual(view) === null ? 'amountTooLarge' : whyNoRate(view.exposure)),
		},
	} as const satisfies Record<string, ActivityField<View>>;
}
