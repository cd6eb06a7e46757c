/** What a customer does in the product, how much of it, and with which of its features. DOMAIN S7. */
import { AMOUNT_SCALE } from '../ledger/history';
import type { ActivityFields } from './activityField';
import type { DaysView } from './commonFields';
import { dayFields, NO_COLUMN, windowFields } from './commonFields';
import { DayCollector } from './eventDays';
import type { UsageColumns } from './streamColumns';
import type { Windows } from './windows';
import { exposureOf, recentFrom, usualFrom } from './windows';

/** Names of features, in the order of the alphabet. */
interface FeaturesUsed {
	readonly recent: readonly string[];
	/** Used in the usual window and not in the recent one. */
	readonly noLonger: readonly string[];
}

/** What is known of one customer's usage. */
export interface UsageView extends DaysView {
	/** How many events there were, in all and in each window; null where the sum is too large to be exact. */
	readonly events: number | null;
	readonly recentEvents: number | null;
	readonly usualEvents: number | null;
	/** Null where no column names features. */
	readonly features: FeaturesUsed | null;
}

/** How many events a row stands for, in 1/10,000 so that fractions add up whatever the order of rows; 1 where its cell says nothing. */
function eventsOfRow(count: Float64Array | null, row: number): number {
	const events = count === null ? 1 : count[row];
	return Number.isNaN(events) ? AMOUNT_SCALE : Math.round(events * AMOUNT_SCALE);
}

const inEvents = (scaled: number): number | null => (Number.isSafeInteger(scaled) ? scaled / AMOUNT_SCALE : null);

/** Reads which features one customer after the other used. O(events log events) at worst, where each names another feature. */
function featureReader({ history, count, feature }: UsageColumns, windows: Windows): ((customer: number) => FeaturesUsed) | null {
	if (feature === null) return null;
	const { firstEvent, day, row } = history;
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	/** By feature: at which reading it was last met in either window, and in the recent one. */
	const metAt = new Int32Array(feature.values.length);
	const metRecentlyAt = new Int32Array(feature.values.length);
	let reading = 0;
	return (customer) => {
		reading++;
		const used: number[] = [];
		for (let event = firstEvent[customer]; event < firstEvent[customer + 1]; event++) {
			const which = feature.valueOfRow[row[event]];
			if (which === 0 || day[event] < usualStart || eventsOfRow(count, row[event]) <= 0) continue;
			if (day[event] >= recentStart) metRecentlyAt[which] = reading;
			if (metAt[which] !== reading) used.push(which);
			metAt[which] = reading;
		}
		const isRecent = (which: number) => metRecentlyAt[which] === reading;
		const named = (features: readonly number[]) => features.map((which) => feature.values[which]).sort();
		return { recent: named(used.filter(isRecent)), noLonger: named(used.filter((which) => !isRecent(which))) };
	};
}

/**
 * The usage of one customer after the other
 *
 * A row that stands for 0 events, as exports have them for idle days, says that nothing happened: it makes no day and
 * no feature active. `sinceOf` is the first day of a customer in any stream. What it returns holds until the next
 * customer is asked for. O(events log events) over all.
 */
export function usageViews(columns: UsageColumns, windows: Windows, sinceOf: (customer: number) => number): (customer: number) => UsageView {
	const { history, count } = columns;
	const days = new DayCollector(history, windows);
	const featuresOf = featureReader(columns, windows);
	const recentStart = recentFrom(windows);
	const usualStart = usualFrom(windows);
	return (customer) => {
		days.clear();
		let [events, recentEvents, usualEvents] = [0, 0, 0];
		for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) {
			const happened = eventsOfRow(count, history.row[event]);
			const day = history.day[event];
			if (happened <= 0) continue;
			days.add(day);
			events += happened;
			if (day >= recentStart) recentEvents += happened;
			else if (day >= usualStart) usualEvents += happened;
		}
		return {
			windows,
			exposure: exposureOf(windows, sinceOf(customer)),
			days,
			events: inEvents(events),
			recentEvents: inEvents(recentEvents),
			usualEvents: inEvents(usualEvents),
			features: featuresOf && featuresOf(customer),
		};
	};
}

const { firstOn, lastOn, daysSince } = dayFields<UsageView>('rows with usage', { firstOn: '2024-03-03', lastOn: '2024-06-25', daysSince: 5 });
const days = windowFields<UsageView>({
	what: 'active days',
	unit: 'days',
	recent: (view) => view.days.recent,
	usual: (view) => view.days.usual,
	example: { recent: 2, usual: 3, recentPer30Days: 2, usualPer30Days: 1 },
});
const events = windowFields<UsageView>({
	what: 'events',
	unit: 'events',
	recent: ({ recentEvents }) => recentEvents,
	usual: ({ usualEvents }) => usualEvents,
	example: { recent: 5, usual: 45, recentPer30Days: 5, usualPer30Days: 15 },
	canOverflow: true,
});

/** What Customer Activity says of a customer's usage, in the order of the output. */
export const usageFields = {
	activeDays: {
		question: 'On how many days was it used?',
		counts: 'all active days',
		aggregate: 'number',
		unit: 'days',
		example: 5,
		of: (view) => view.days.count,
	},
	events: {
		question: 'How much was it used?',
		counts: 'all rows with usage',
		aggregate: 'sum of how many events each stands for, which is 1 where no column or no cell says it',
		unit: 'events',
		nullWhen: 'the sum is too large to be exact',
		example: 50,
		of: (view) => view.events,
		why: () => 'amountTooLarge',
	},
	firstOn,
	lastOn,
	daysSince,
	recentActiveDays: days.recent,
	usualActiveDays: days.usual,
	recentActiveDaysPer30Days: days.recentPer30Days,
	usualActiveDaysPer30Days: days.usualPer30Days,
	recentEvents: events.recent,
	usualEvents: events.usual,
	recentEventsPer30Days: events.recentPer30Days,
	usualEventsPer30Days: events.usualPer30Days,
	featuresRecent: {
		question: 'What is used of late?',
		counts: 'features of rows with usage of the recent window',
		aggregate: 'their names, each once, in the order of the alphabet',
		unit: 'texts',
		nullWhen: NO_COLUMN,
		example: ['Export', 'Reports'],
		of: ({ features }) => features && features.recent,
		why: () => 'noSuchColumn',
	},
	featuresNoLonger: {
		question: 'What was used and is not any more?',
		counts: 'features of rows with usage of the usual window that no row of the recent window has',
		aggregate: 'their names, each once, in the order of the alphabet',
		unit: 'texts',
		nullWhen: NO_COLUMN,
		example: ['Alerts'],
		of: ({ features }) => features && features.noLonger,
		why: () => 'noSuchColumn',
	},
} as const satisfies ActivityFields<UsageView>;
