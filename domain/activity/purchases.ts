/** What a customer buys, how often and for how much. DOMAIN 3, W1, W2, S6. */
import type { NullReason } from '../problems';
import type { ActivityField, ActivityFields } from './activityField';
import { dayFields, gapFields, NO_COLUMN, whyMissing, windowFields } from './commonFields';
import type { PurchaseView } from './purchaseView';
import { amountIn, shareOf } from './rounding';
import type { Exposure } from './windows';
import { per30Days, RATE_DAYS, whyNoRate } from './windows';

export type { PurchaseView } from './purchaseView';
export { purchaseViews } from './purchaseView';

const PURCHASE_DAYS = 'days with a purchase that was neither taken back nor cancelled';
const ORDERS = 'orders of which a purchase is left; rows of one order number are one order, a row without a number is one by itself';
const KNOWN_ORDERS = `${ORDERS}; only those of which a column says yes or no`;
const MONEY_ROWS = 'purchases that were neither taken back nor cancelled, and refunds that took nothing back in full';
const NO_PURCHASE = 'there is no purchase';
const NO_AMOUNT = 'there is no amount column, the customer paid in several currencies, or the sum is too large to be exact';

type Field = ActivityField<PurchaseView>;

const hasAmounts = ({ columns }: PurchaseView): boolean => columns.history.amount !== null;
const isAddedUp = (view: PurchaseView): boolean => hasAmounts(view) && !view.hasSeveralCurrencies;
const netOf = ({ gross, refunded }: PurchaseView): number => gross - refunded;

/** Why an amount is null. */
function whyNoAmount(view: PurchaseView): NullReason {
	if (!hasAmounts(view)) return 'noAmounts';
	return view.hasSeveralCurrencies ? 'twoCurrencies' : 'amountTooLarge';
}

/** An amount of the customer, from 1/10,000; null where amounts cannot be added up. */
const moneyIn = (view: PurchaseView, worth: number): number | null => (isAddedUp(view) ? amountIn(worth) : null);

/** A part or multiple of such an amount, rounded to 1/10,000 and never -0; null where the amount is. */
const roundedMoneyIn = (view: PurchaseView, worth: number, ofWorth: number): number | null => (moneyIn(view, worth) === null ? null : amountIn(Math.round(ofWorth) + 0));

/** A number of days that only somebody with a purchase has. */
const daysOfBuyer = (field: Pick<Field, 'question' | 'aggregate' | 'unit' | 'example'>, daysIn: (view: PurchaseView, first: number, last: number) => number) =>
	({
		...field,
		counts: PURCHASE_DAYS,
		nullWhen: NO_PURCHASE,
		of: (view) => (view.days.count === 0 ? null : daysIn(view, view.days.days[0], view.days.days[view.days.count - 1])),
		why: () => 'noRows',
	}) as const satisfies Field;

const sumField = (question: string, counts: string, aggregate: string, example: number, worthOf: (view: PurchaseView) => number) =>
	({ question, counts, aggregate, unit: 'money', nullWhen: NO_AMOUNT, example, of: (view) => moneyIn(view, worthOf(view)), why: whyNoAmount }) as const satisfies Field;

/** What the customer brings per 30 days of the own time in a window. */
const rateField = (question: string, window: 'recent' | 'usual', example: number) => {
	const netIn = ({ recentNet, usualNet }: PurchaseView) => (window === 'recent' ? recentNet : usualNet);
	const daysIn = ({ recentDays, usualDays }: Exposure) => (window === 'recent' ? recentDays : usualDays);
	const noDays = window === 'recent' ? 'the customer has no dated row in any stream' : 'the customer has no day in the usual window, no dated row in any stream';
	return {
		question,
		counts: `${MONEY_ROWS}, dated in the ${window} window`,
		aggregate: `sum over the days of the window from the customer's first day on, times ${RATE_DAYS}`,
		unit: `money per ${RATE_DAYS} days`,
		nullWhen: `${noDays}, or ${NO_AMOUNT}`,
		example,
		of(view) {
			const rate = per30Days(netIn(view), daysIn(view.exposure));
			return rate === null ? null : roundedMoneyIn(view, netIn(view), rate);
		},
		why: (view) => (isAddedUp(view) && daysIn(view.exposure) === 0 ? whyNoRate(view.exposure) : whyNoAmount(view)),
	} as const satisfies Field;
};

/** By what a column says yes or no of, the tally of orders of which it says either; that of those of which it says yes has the column's name. */
const KNOWN_OF = { onPromotion: 'promotionKnown', inInstalments: 'instalmentsKnown' } as const;
type Flag = keyof typeof KNOWN_OF;

/** Of the orders of which a column says yes or no, what share does it say yes of? */
const flagField = (flag: Flag, question: string, aggregate: string, example: number) =>
	({
		question,
		counts: KNOWN_ORDERS,
		aggregate,
		unit: 'share',
		nullWhen: `${NO_COLUMN}, or of none of the orders`,
		example,
		of: ({ orders }) => shareOf(orders[flag], orders[KNOWN_OF[flag]]),
		why: ({ columns }) => whyMissing(columns[flag]),
	}) as const satisfies Field;

/** Of how many orders does a column say yes or no? With the share, this tells exactly how many it says yes of. */
const knownField = (flag: Flag, question: string, example: number) =>
	({
		question,
		counts: KNOWN_ORDERS,
		aggregate: 'number',
		unit: 'orders',
		nullWhen: NO_COLUMN,
		example,
		of: ({ orders, columns }) => (columns[flag] === null ? null : orders[KNOWN_OF[flag]]),
		why: () => 'noSuchColumn',
	}) as const satisfies Field;

/** What Customer Activity says of a customer's purchases, in the order of the output. */
export const purchaseFields = {
	purchaseDays: {
		question: 'On how many days did the customer buy?',
		counts: PURCHASE_DAYS,
		aggregate: 'number',
		unit: 'days',
		example: 4,
		of: ({ days }) => days.count,
	},
	orders: {
		question: 'How many orders did the customer place?',
		counts: ORDERS,
		aggregate: 'number',
		unit: 'orders',
		example: 5,
		of: ({ orders }) => orders.orders,
	},
	...dayFields<PurchaseView>('purchase days', { firstOn: '2024-03-03', lastOn: '2024-06-10', daysSince: 20 }),
	...gapFields<PurchaseView>('purchase days', { median: 36, spread: 10.5, longest: 42 }),
	repeats: daysOfBuyer(
		{ question: 'How often did the customer buy again, which is x of the purchase models?', aggregate: 'number less one', unit: 'days', example: 3 },
		({ days }) => days.count - 1,
	),
	recencyDays: daysOfBuyer(
		{ question: 'How long after the first purchase was the last, which is t_x of the purchase models?', aggregate: 'latest day less the earliest', unit: 'days', example: 99 },
		(_, first, last) => last - first,
	),
	ageDays: daysOfBuyer(
		{ question: 'How long ago was the first purchase, which is T of the purchase models?', aggregate: 'As Of less the earliest day', unit: 'days', example: 119 },
		({ windows }, first) => windows.asOf - first,
	),
	gross: sumField('What did the customer pay?', 'purchases that were neither taken back nor cancelled', 'sum', 330, ({ gross }) => gross),
	refunded: sumField('What did the customer get back?', 'refunds that took nothing back in full, and what was paid back beyond the worth of a purchase', 'sum, as a positive amount', 20, ({ refunded }) => refunded),
	net: sumField('What did the customer bring?', MONEY_ROWS, 'sum', 310, netOf),
	margin: {
		question: 'What did the customer earn us?',
		counts: MONEY_ROWS,
		aggregate: 'sum of their margins, or of their amounts less their costs',
		unit: 'money',
		nullWhen: `${NO_COLUMN}, or not of every row; ${NO_AMOUNT}`,
		example: 110,
		of: (view) => (view.columns.margin === null ? null : moneyIn(view, view.margin)),
		why(view) {
			if (view.columns.margin === null) return 'noSuchColumn';
			return isAddedUp(view) && Number.isNaN(view.margin) ? 'costUnknown' : whyNoAmount(view);
		},
	},
	averageOrder: {
		question: 'What does an order of the customer bring?',
		counts: `${MONEY_ROWS}; ${ORDERS}`,
		aggregate: 'sum over the number of orders',
		unit: 'money',
		nullWhen: `${NO_PURCHASE}, or ${NO_AMOUNT}`,
		example: 62,
		of: (view) => (view.orders.orders === 0 ? null : roundedMoneyIn(view, netOf(view), netOf(view) / view.orders.orders)),
		why: (view) => (isAddedUp(view) && view.orders.orders === 0 ? 'noRows' : whyNoAmount(view)),
	},
	...windowFields<PurchaseView>({
		what: 'purchase days',
		unit: 'days',
		recent: ({ days }) => days.recent,
		usual: ({ days }) => days.usual,
		example: { recent: 1, usual: 3, recentPer30Days: 1, usualPer30Days: 1 },
	}),
	recentNet: sumField('What did the customer bring of late?', `${MONEY_ROWS}, dated in the recent window`, 'sum', 90, ({ recentNet }) => recentNet),
	usualNet: sumField('What did the customer bring in the time before?', `${MONEY_ROWS}, dated in the usual window`, 'sum', 220, ({ usualNet }) => usualNet),
	recentNetPer30Days: rateField(`What is that per ${RATE_DAYS} days of late?`, 'recent', 90),
	usualNetPer30Days: rateField(`What is usual per ${RATE_DAYS} days?`, 'usual', 73.3333),
	promotionShare: flagField('onPromotion', 'How much is bought on promotion?', 'share on promotion, where a row of the order is', 0.4),
	promotionKnown: knownField('onPromotion', 'Of how many orders is it known whether they were on promotion?', 5),
	instalmentShare: flagField('inInstalments', 'How much is paid in instalments?', 'share in instalments, where a row of the order is', 0.25),
	instalmentsKnown: knownField('inInstalments', 'Of how many orders is it known whether they are paid in instalments?', 4),
	returnedShare: {
		question: 'How much was returned or cancelled in full?',
		counts: 'all orders, those that were taken back in full or cancelled by their status too',
		aggregate: 'share of these',
		unit: 'share',
		nullWhen: 'there is no order',
		example: 0.1666666667,
		of: ({ orders: { orders, reversed, cancelled } }) => shareOf(reversed + cancelled, orders + reversed + cancelled),
		why: () => 'noRows',
	},
	topCategory: {
		question: 'Of what does the customer buy most?',
		counts: `${PURCHASE_DAYS}, by category`,
		aggregate: 'the category of most days; of several that which brought more, then the first in the alphabet',
		unit: 'text',
		nullWhen: `${NO_COLUMN}, or of none of the purchases`,
		example: 'Tea',
		of: ({ topCategory }) => topCategory,
		why: ({ columns }) => whyMissing(columns.category),
	},
	categories: {
		question: 'Of how many categories does the customer buy?',
		counts: 'categories of purchases that were neither taken back nor cancelled',
		aggregate: 'number of different ones',
		unit: 'categories',
		nullWhen: NO_COLUMN,
		example: 3,
		of: ({ categories, columns }) => (columns.category === null ? null : categories),
		why: () => 'noSuchColumn',
	},
	channel: {
		question: 'Where does the customer buy most?',
		counts: `${ORDERS}, by channel`,
		aggregate: 'the channel of most orders; of several that which brought more, then the first in the alphabet',
		unit: 'text',
		nullWhen: `${NO_COLUMN}, or of none of the orders`,
		example: 'web',
		of: ({ orders }) => orders.channel,
		why: ({ columns }) => whyMissing(columns.channel),
	},
	currency: {
		question: 'In which currency does the customer pay?',
		counts: MONEY_ROWS,
		aggregate: 'the only currency',
		unit: 'text',
		nullWhen: `${NO_COLUMN}, there are several, or there is no such row`,
		example: 'EUR',
		of: ({ columns, currency, hasSeveralCurrencies }) => (currency === null || hasSeveralCurrencies ? null : columns.currencies.at(currency) || null),
		why({ columns, hasSeveralCurrencies }) {
			if (hasSeveralCurrencies) return 'twoCurrencies';
			return columns.currencies.length === 0 ? 'noSuchColumn' : 'noRows';
		},
	},
} as const satisfies ActivityFields<PurchaseView>;

/** Only with the option History: every purchase day and what it brought. */
export const purchaseHistoryFields = {
	historyDays: {
		question: 'On which days did the customer buy?',
		counts: PURCHASE_DAYS,
		aggregate: 'list of them in order, as days since 1970-01-01',
		unit: 'days',
		example: [19785, 19827, 19848, 19884],
		of: ({ days }) => Array.from(days.days.subarray(0, days.count)),
	},
	historyNet: {
		question: 'What did each of those days bring?',
		counts: `${MONEY_ROWS}; a refund goes to the latest purchase day up to it, else to the first`,
		aggregate: 'list of their sums, a purchase day each',
		unit: 'money',
		nullWhen: NO_AMOUNT,
		example: [80, 80, 60, 90],
		of(view) {
			if (!isAddedUp(view)) return null;
			const nets = Array.from(view.netOfDay.subarray(0, view.days.count), amountIn);
			return nets.every((net) => net !== null) ? nets : null;
		},
		why: whyNoAmount,
	},
} as const satisfies ActivityFields<PurchaseView>;
