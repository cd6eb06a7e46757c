/** What was read of subscriptions, in words: the hints that a user sees on the output. */
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { isoDate } from '../../domain/time';
import { subscriptionRoles } from '../sources/subscriptionSource';
import type { ReadingHint } from './readingText';
import { asOfInWords, counted, leftOutInWords, moneyInWords, watchesOnDates, watchesOnLists } from './readingText';
import type { SubscriptionReading } from './subscriptions';

const columnsInWords = ({ layout }: SubscriptionReading): string =>
	subscriptionRoles
		.flatMap((role) => {
			const column = layout.columns[role];
			return column ? [`${role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} "${column.name}"`] : [];
		})
		.join(', ');

/** How many customers have a term. */
function customersIn({ terms: { customer, customerCount } }: SubscriptionReading): number {
	const has = new Uint8Array(customerCount);
	for (const each of customer) has[each] = 1;
	return has.reduce((sum, each) => sum + each, 0);
}

/** What runs on the As Of day, a month, where there is one currency. */
function runningInWords({ terms, currencies, asOf }: SubscriptionReading): string {
	if (!terms.monthlyAmount || currencies.length > 1) return '';
	let total = 0;
	for (let term = 0; term < terms.start.length; term++) {
		const runs = terms.start[term] <= asOf.day && terms.end[term] >= asOf.day;
		if (runs) total += terms.monthlyAmount[term];
	}
	return `, ${moneyInWords(total / AMOUNT_SCALE)}${currencies[0] ? ` ${currencies[0]}` : ''} a month running`;
}

/** What was taken from which columns, and up to which day. */
function takenHint(reading: SubscriptionReading): string {
	const { source, history, cancellations, asOf, layout, leftAfterTrial } = reading;
	const [one, several] = source.nouns;
	const what = layout.rowsAre === 'changes' ? ` and ${counted(cancellations, 'cancellation', 'cancellations')}` : '';
	const span = history.row.length === 0 ? '' : `, from ${isoDate(history.firstDay)} on`;
	const trials = leftAfterTrial === 0 ? '' : ` ${counted(leftAfterTrial, 'customer left', 'customers left')} straight after a trial.`;
	return (
		`${source.title}: ${counted(history.row.length, one, several)}${what} of ${counted(customersIn(reading), 'customer', 'customers')}${runningInWords(reading)}${span}.` +
		`${leftOutInWords(reading)}${trials} Columns: ${columnsInWords(reading)}. As of ${isoDate(asOf.day)} (${asOfInWords[asOf.how]}).`
	);
}

/** A list in which nothing happened for longer is an old one; a small business may well be quiet for less. */
const QUIET_DAYS = 100;

/** What to watch, each in a sentence or nothing. */
const warnings: ReadonlyArray<(reading: SubscriptionReading) => string | false> = [
	({ prices }) =>
		prices.withoutPrice > 0 &&
		`${counted(prices.withoutPrice, 'price is', 'prices are')} not fixed (tiers, usage): the customers count, their amounts are taken as 0.`,
	({ prices, layout }) =>
		prices.assumedMonthly > 0 &&
		`${counted(prices.assumedMonthly, 'price is', 'prices are')} taken as monthly, since neither an interval nor the name of the plan says how often "${layout.columns.amount?.name}" is paid. If that is wrong, set "Price Is For" under "Subscriptions".`,
	({ pausedUndated }) =>
		pausedUndated > 0 && `${counted(pausedUndated, 'subscription is', 'subscriptions are')} paused and counted as running, since no column says since when.`,
	({ startsDayAfterEnd, layout }) =>
		startsDayAfterEnd > 0 &&
		`${counted(startsDayAfterEnd, 'subscription starts', 'subscriptions start')} the day after another of the same customer ended, which counts as leaving and coming back. If "${layout.columns.end?.name}" holds the last day of a subscription, set "Allowed Gap" under "Subscriptions" to 1.`,
	({ asOf }) =>
		asOf.how === 'dayAfterLastEvent' &&
		asOf.today - asOf.day < QUIET_DAYS &&
		`Nothing started or ended in the last ${asOf.today - asOf.day + 1} days, so the list is read as of ${isoDate(asOf.day)} and what comes after is not over. If it is a list of today, set "As Of" to a day: ${isoDate(asOf.today)}.`,
	({ equalRowsKept }) =>
		equalRowsKept > 0 &&
		`${counted(equalRowsKept, 'row equals', 'rows equal')} an earlier one in every column and ${equalRowsKept === 1 ? 'was' : 'were'} kept, since nothing tells whether it is the same subscription: their amounts are added.`,
	({ currencies }) =>
		currencies.length > 1 &&
		`There are several currencies (${currencies.map((name) => name || 'none named').join(', ')}): each period has a row per currency.`,
];

const NO_SUBSCRIPTION_LEFT = 'No subscription is left that makes a customer, so there are no figures.';

/** The hints about a reading of subscriptions: first what was taken, then what to watch. */
export function hintsAboutSubscriptions(reading: SubscriptionReading, itemCount: number): ReadingHint[] {
	const taken: ReadingHint = { kind: 'info', message: takenHint(reading) };
	if (reading.terms.start.length === 0) return [taken, { kind: 'warning', message: NO_SUBSCRIPTION_LEFT }];
	const watched = [
		...reading.warnings,
		...warnings.map((warning) => warning(reading)),
		...watchesOnDates(reading.dates, reading.layout.columns.start.name),
		...watchesOnLists(itemCount, reading.customerColumn),
	].filter((message) => message !== false);
	return [taken, ...watched.map((message) => ({ kind: 'warning' as const, message }))];
}
