/** What Customer Activity says of a customer's purchases. */
import { isoDate } from '../time';
import type { NullReason } from '../problems';
import type { ActivityField, ActivityFields } from './activityField';
import type { PurchaseView } from './purchaseView';
import { gapFields, windowFields } from './commonFields';
import { amountIn, shareOf } from './rounding';
import { per30Days, whyNoRate } from './windows';

const DAY = 'date';
const DAYS = 'days';
const COUNT = 'number';
const SHARE = 'share';
const MONEY = 'money';

const PURCHASE_DAYS = 'Days up to As Of on which the customer bought something that was not taken back';
const NO_PURCHASE = 'the customer has no purchase';

type Field = ActivityField<PurchaseView>;

const isNobody = ({ purchaseDays }: PurchaseView) => purchaseDays === 0;
const lastDay = ({ days, purchaseDays }: PurchaseView) => days[purchaseDays - 1];

/** A field that only somebody with a purchase has. */
const ofBuyers = (field: Omit<Field, 'nullWhen' | 'why'>): Field => ({
	...field,
	nullWhen: NO_PURCHASE,
	of: (view) => (isNobody(view) ? null : field.of(view)),
	why: () => 'noRows',
});

/** Why an amount is null. */
function whyNoAmount({ hasAmounts, hasSeveralCurrencies }: PurchaseView): NullReason {
	if (!hasAmounts) return 'noAmounts';
	return hasSeveralCurrencies ? 'twoCurrencies' : 'amountTooLarge';
}

const NO_AMOUNT = 'there is no amount column, or the customer paid in several currencies';

const moneyField = (question: string, counts: string, aggregate: string, example: number, amountOf: (view: PurchaseView) => number): Field => ({
	question,
	counts,
	aggregate,
	unit: MONEY,
	nullWhen: NO_AMOUNT,
	example,
	of: (view) => (view.hasAmounts && !view.hasSeveralCurrencies ? amountIn(amountOf(view)) : null),
	why: whyNoAmount,
});

const shareField = (question: string, counts: string, aggregate: string, example: number, partOf: (view: PurchaseView) => readonly [part: number, whole: number], hasColumn: (view: PurchaseView) => boolean): Field => ({
	question,
	counts,
	aggregate,
	unit: SHARE,
	nullWhen: 'no column says it, or of none of the orders',
	example,
	of: (view) => shareOf(...partOf(view)),
	why: (view) => (hasColumn(view) ? 'noRows' : 'noSuchColumn'),
});

const netOf = ({ gross, refunded }: PurchaseView) => gross - refunded;

/** An amount per 30 days of exposure. */
const netPer30Days = (net: number, exposureDays: number): number | null => {
	const rate = per30Days(net, exposureDays);
	return rate === null ? null : amountIn(Math.round(rate));
};

const hasMoney = ({ hasAmounts, hasSeveralCurrencies }: PurchaseView) => hasAmounts && !hasSeveralCurrencies;

/** Every field, in the order of the item. */
export const purchaseFields = {
	purchaseDays: { question: 'On how many days did the customer buy?', counts: PURCHASE_DAYS, aggregate: 'number', unit: COUNT, example: 4, of: (view) => view.purchaseDays },
	orders: {
		question: 'How many orders did the customer place?',
		counts: 'Orders up to As Of that were not taken back: rows of one order number are one, a row without a number is one by itself',
		aggregate: 'number',
		unit: COUNT,
		example: 5,
		of: (view) => view.orders.orders,
	},
	firstOn: ofBuyers({ question: 'When did the customer buy first?', counts: PURCHASE_DAYS, aggregate: 'first', unit: DAY, example: '2023-11-02', of: ({ days }) => isoDate(days[0]) }),
	lastOn: ofBuyers({ question: 'When did the customer buy last?', counts: PURCHASE_DAYS, aggregate: 'last', unit: DAY, example: '2024-06-10', of: (view) => isoDate(lastDay(view)) }),
	daysSince: ofBuyers({ question: 'How long ago is the last purchase?', counts: PURCHASE_DAYS, aggregate: 'days from the last to As Of', unit: DAYS, example: 20, of: (view) => view.windows.asOf - lastDay(view) }),
	...gapFields<PurchaseView>('purchase days', { median: 59, spread: 55, longest: 136 }),
	repeats: ofBuyers({ question: 'How often did the customer buy again? (x of the purchase models)', counts: PURCHASE_DAYS, aggregate: 'number less one', unit: COUNT, example: 3, of: ({ purchaseDays }) => purchaseDays - 1 }),
	recencyDays: ofBuyers({ question: 'How long after the first purchase was the last? (t_x of the purchase models)', counts: PURCHASE_DAYS, aggregate: 'days from the first to the last', unit: DAYS, example: 221, of: (view) => lastDay(view) - view.days[0] }),
	ageDays: ofBuyers({ question: 'How long ago is the first purchase? (T of the purchase models)', counts: PURCHASE_DAYS, aggregate: 'days from the first to As Of', unit: DAYS, example: 241, of: ({ windows, days }) => windows.asOf - days[0] }),
	gross: moneyField('What did the customer pay?', 'Amounts of purchases that were not taken back in full', 'sum', 310, ({ gross }) => gross),
	refunded: moneyField('What did the customer get back?', 'Refunds that did not take back a whole purchase, as a positive amount', 'sum', 20, ({ refunded }) => refunded),
	net: moneyField('What did the customer bring?', 'Purchases and refunds up to As Of', 'gross less refunded', 290, netOf),
	margin: {
		question: 'What did the customer earn us?',
		counts: 'Purchases and refunds up to As Of',
		aggregate: 'sum of their margins, or of their amounts less their costs',
		unit: MONEY,
		nullWhen: 'no column says it, a row of the customer does not, or several currencies meet',
		example: 130,
		of: (view) => (hasMoney(view) && view.columns.margin !== null ? amountIn(view.margin) : null),
		why(view) {
			if (view.columns.margin === null) return 'noSuchColumn';
			return Number.isNaN(view.margin) ? 'costUnknown' : whyNoAmount(view);
		},
	},
	averageOrder: {
		question: 'What does an order of the customer bring?',
		counts: 'Orders up to As Of that were not taken back',
		aggregate: 'net over orders',
		unit: MONEY,
		nullWhen: `${NO_PURCHASE}, or net is null`,
		example: 58,
		of: (view) => (hasMoney(view) && view.orders.orders > 0 ? amountIn(Math.round(netOf(view) / view.orders.orders)) : null),
		why: (view) => (hasMoney(view) && view.orders.orders === 0 ? 'noRows' : whyNoAmount(view)),
	},
	...windowFields<PurchaseView>({
		what: 'purchase days',
		unit: 'days',
		recent: ({ recent }) => recent,
		usual: ({ usual }) => usual,
		example: { recent: 1, usual: 2, recentPer30Days: 1, usualPer30Days: 0.3333333333 },
	}),
	recentNet: moneyField('What did the customer bring of late?', 'Purchases and refunds dated in the recent days', 'sum', 50, ({ recentNet }) => recentNet),
	usualNet: moneyField('What did the customer bring in the days before?', 'Purchases and refunds dated in the usual days', 'sum', 160, ({ usualNet }) => usualNet),
	recentNetPer30Days: {
		question: 'What does the customer bring of late?',
		counts: 'Purchases and refunds dated in the recent days',
		aggregate: 'sum per 30 days of the own tenure',
		unit: MONEY,
		nullWhen: `the customer has no dated row, ${NO_AMOUNT}`,
		example: 50,
		why: (view) => (hasMoney(view) && view.exposure.recentDays === 0 ? whyNoRate(view.exposure) : whyNoAmount(view)),
		of: (view) => (hasMoney(view) ? netPer30Days(view.recentNet, view.exposure.recentDays) : null),
	},
	usualNetPer30Days: {
		question: 'What did the customer use to bring?',
		counts: 'Purchases and refunds dated in the usual days',
		aggregate: 'sum per 30 days of the own tenure',
		unit: MONEY,
		nullWhen: `the customer came within the recent days, ${NO_AMOUNT}`,
		example: 26.6667,
		of: (view) => (hasMoney(view) ? netPer30Days(view.usualNet, view.exposure.usualDays) : null),
		why: (view) => (hasMoney(view) && view.exposure.usualDays === 0 ? whyNoRate(view.exposure) : whyNoAmount(view)),
	},
	promotionShare: shareField('How much of it was bought on promotion?', 'Orders of which it is known', 'share on promotion', 0.4, ({ orders }) => [orders.onPromotion, orders.promotionKnown], ({ columns }) => columns.onPromotion !== null),
	returnedShare: {
		question: 'How much of it was returned or cancelled in full?',
		counts: 'All orders up to As Of, those taken back and cancelled too',
		aggregate: 'share taken back in full or cancelled',
		unit: SHARE,
		nullWhen: 'the customer has no order',
		example: 0.1666666667,
		of: ({ orders: { orders, reversed, cancelled } }) => shareOf(reversed + cancelled, orders + reversed + cancelled),
		why: () => 'noRows',
	},
	instalmentShare: shareField('How much of it is paid in instalments?', 'Orders of which it is known', 'share in instalments', 0.2, ({ orders }) => [orders.inInstalments, orders.instalmentsKnown], ({ columns }) => columns.inInstalments !== null),
	topCategory: {
		question: 'What does the customer buy most?',
		counts: 'Purchase days by category',
		aggregate: 'category of the most days; of several the one that brought more, then the first in the alphabet',
		unit: 'text',
		nullWhen: 'no column says it, or of none of the purchases',
		example: 'Tea',
		of: ({ topCategory, columns }) => (topCategory === 0 ? null : columns.category!.values[topCategory]),
		why: ({ columns }) => (columns.category === null ? 'noSuchColumn' : 'noRows'),
	},
	categories: {
		question: 'Of how many categories does the customer buy?',
		counts: 'Categories of the purchases',
		aggregate: 'number of different ones',
		unit: COUNT,
		nullWhen: 'no column says it',
		example: 2,
		of: ({ categories, columns }) => (columns.category === null ? null : categories),
		why: () => 'noSuchColumn',
	},
	channel: {
		question: 'Where does the customer buy most?',
		counts: 'Orders by channel',
		aggregate: 'channel of the most orders; of several the first in the alphabet',
		unit: 'text',
		nullWhen: 'no column says it, or of none of the orders',
		example: 'web',
		of: ({ orders, columns }) => (orders.channel === 0 ? null : columns.channel!.values[orders.channel]),
		why: ({ columns }) => (columns.channel === null ? 'noSuchColumn' : 'noRows'),
	},
	currency: {
		question: 'In which currency are the amounts?',
		counts: 'Purchases and refunds up to As Of',
		aggregate: 'the only currency',
		unit: 'text',
		nullWhen: 'no row names one, or there are several',
		example: 'EUR',
		of: ({ columns: { currencies }, currency, hasSeveralCurrencies }) => (hasSeveralCurrencies || currencies.length === 0 ? null : (currencies[currency] ?? '') || null),
		why: ({ hasSeveralCurrencies }) => (hasSeveralCurrencies ? 'twoCurrencies' : 'noSuchColumn'),
	},
} as const satisfies ActivityFields<PurchaseView>;

/** Only with the option History: every purchase day and what it brought. */
export const purchaseHistoryFields = {
	historyDays: {
		question: 'On which days did the customer buy?',
		counts: PURCHASE_DAYS,
		aggregate: 'list of day numbers (days since 1970-01-01), in order',
		unit: 'list of days',
		example: [19663, 19799, 19858, 19884],
		of: ({ days, purchaseDays }) => Array.from(days.subarray(0, purchaseDays)),
	},
	historyNet: {
		question: 'What did each of those days bring?',
		counts: 'Purchases and refunds; a refund goes to the latest purchase day up to it, else to the first',
		aggregate: 'list of net amounts, a day each',
		unit: 'list of money',
		nullWhen: NO_AMOUNT,
		example: [80, 100, 60, 50],
		of: (view) => (hasMoney(view) ? Array.from(view.netOfDay.subarray(0, view.purchaseDays), (net) => amountIn(net) ?? 0) : null),
		why: whyNoAmount,
	},
} as const satisfies ActivityFields<PurchaseView>;

