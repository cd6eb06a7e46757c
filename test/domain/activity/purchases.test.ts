import fc from 'fast-check';
import { purchasesExample } from '../../../domain/activity/examples/purchasesExample';
import type { PurchaseView } from '../../../domain/activity/purchases';
import { purchaseFields, purchaseHistoryFields, purchaseViews } from '../../../domain/activity/purchases';
import type { PurchaseColumns } from '../../../domain/activity/streamColumns';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { netted } from '../../../domain/ledger/netting';
import type { DatedRow, StreamUnderTest } from '../../support/activity';
import {
	anyCustomer, anyMoment, DAY, describeExample, describeLaws, describeOneWithAll, flagsOf, historyOfRows, reasonsOf, timeOf, valuesOf, windows,
} from '../../support/activity';
import { dayOf, groupColumn, readTable } from '../../support/ledger';
import { dayOfMoment, distinct, inRecent, inUsual, slowDays, slowGaps, slowRate, slowWindows } from '../../support/slowActivity';

interface Purchase extends DatedRow {
	readonly amount: number;
	readonly currency: number;
	readonly order: string;
	readonly isCancelled: boolean;
	/** NaN where it is not known. */
	readonly cost: number;
	/** yes, no, or empty where it is not known. */
	readonly promotion: string;
	readonly instalments: string;
	readonly category: string;
	readonly channel: string;
}

const currencies = ['EUR', 'USD'];
const fields = { ...purchaseFields, ...purchaseHistoryFields };

/** What the rows are in the end: a cancelled one is worth nothing, and what was taken back is out of the history. */
function columnsOf(rows: readonly Purchase[], customerCount: number): PurchaseColumns {
	const drawn = historyOfRows(
		rows.map((row) => (row.isCancelled ? { ...row, amount: 0 } : row)),
		customerCount,
		{ amounts: true, currencies: true },
	);
	const history = { ...drawn, isVisit: Uint8Array.from(drawn.row, (row) => Number(!rows[row].isCancelled && rows[row].amount >= 0)) };
	const orderAt = (row: number) => rows[row].order;
	return {
		...netted({ history, orderAt, productAt: null, textAt: (row) => JSON.stringify(rows[row]) }),
		orderAt,
		isCancelled: Uint8Array.from(rows, ({ isCancelled }) => Number(isCancelled)),
		margin: Float64Array.from(rows, ({ amount, cost }) => Math.round((amount - cost) * AMOUNT_SCALE)),
		onPromotion: flagsOf(rows.map(({ promotion }) => promotion)),
		inInstalments: flagsOf(rows.map(({ instalments }) => instalments)),
		category: groupColumn('category', rows.map(({ category }) => category)),
		channel: groupColumn('channel', rows.map(({ channel }) => channel)),
		currencies,
	};
}

/** Purchases of customer 0 as drawn; customer 1 has none. A row without an amount is worth 10, one without a cost costs nothing. */
const draw = (table: string): PurchaseColumns =>
	columnsOf(
		readTable(table).rows.map((cell) => ({
			customer: 0,
			at: timeOf(cell('on')),
			amount: Number(cell('amount') || 10),
			currency: cell('currency') === 'USD' ? 1 : 0,
			order: cell('order'),
			isCancelled: cell('status') === 'cancelled',
			cost: cell('cost') === '?' ? NaN : Number(cell('cost')),
			promotion: cell('promotion'),
			instalments: cell('instalments'),
			category: cell('category'),
			channel: cell('channel'),
		})),
		2,
	);

const viewOf = (columns: PurchaseColumns, since = '2023-01-01', customer = 0) => purchaseViews(columns, windows, () => dayOf(since))(customer);
const valuesIn = (table: string, since?: string) => valuesOf(fields, viewOf(draw(table), since));
const reasonsIn = (table: string, since?: string) => reasonsOf(fields, viewOf(draw(table), since));

describe('the example of purchases', () => {
	const { columns, windows: own, since } = purchasesExample;
	describeExample(fields, purchaseViews(columns, own, () => since)(0));
});

describe('purchase days', () => {
	it('are recent from 1 to 30 June, usual from 4 December to 31 May, and neither on 3 December', () => {
		const table = 'on\n2023-12-03\n2023-12-04\n2024-05-31T23:59\n2024-06-01\n2024-06-30T23:59';
		expect(valuesIn(table)).toMatchObject({ purchaseDays: 5, recent: 2, usual: 2, recentPer30Days: 2, usualPer30Days: 0.3333333333 });
	});

	it('are one where three orders are of one day', () => {
		expect(valuesIn('on  order\n2024-06-10T08:00  1\n2024-06-10T09:00  2\n2024-06-10T23:59  3')).toMatchObject({ purchaseDays: 1, orders: 3, repeats: 0, recencyDays: 0, gapMedianDays: null });
	});

	// DOMAIN 3: 2018-04-24 twice, 2018-05-24, end 2019-01-31 → frequency 1, recency 30, age 282.
	it('of 24 April twice and 24 May are 1 repeat after 30 days, 282 days old on 31 January', () => {
		const columns = draw('on\n2018-04-24\n2018-04-24\n2018-05-24');
		const view = purchaseViews(columns, { ...windows, asOf: dayOf('2019-01-31') }, () => dayOf('2018-04-24'))(0);
		expect(valuesOf(fields, view)).toMatchObject({ repeats: 1, recencyDays: 30, ageDays: 282 });
	});

	it('are none where the only purchase was taken back, and 2 where one of three was', () => {
		expect(valuesIn('on  order  amount\n2024-06-10  1  10\n2024-06-11  1  -10')).toMatchObject({ purchaseDays: 0, orders: 0, firstOn: null, recent: 0, gross: 0, refunded: 0, net: 0, returnedShare: 1 });
		expect(valuesIn('on  order  amount\n2024-06-10  1  10\n2024-06-11  2  20\n2024-06-12  3  30\n2024-06-12  C4  -20')).toMatchObject({ purchaseDays: 2, orders: 2, gross: 40, returnedShare: 0.3333333333 });
	});

	it('have no usual rate for one who came on 1 June, and one over a day for one who came on 31 May', () => {
		expect(reasonsIn('on\n2024-06-01', '2024-06-01')).toMatchObject({ usualPer30Days: 'tooNewForUsual', usualNetPer30Days: 'tooNewForUsual' });
		expect(valuesIn('on  amount\n2024-05-31  7', '2024-05-31')).toMatchObject({ usualPer30Days: 30, usualNetPer30Days: 210 });
	});
});

describe('orders', () => {
	it('are 3 of five rows, where two have one number and two have none', () => {
		expect(valuesIn('on  order\n2024-06-01  A\n2024-06-09  A\n2024-06-02  -\n2024-06-02  -').orders).toBe(3);
	});

	it('are rows where no column has numbers, and 15 of 16 rows of which one repeats a number', () => {
		expect(valuesOf(fields, viewOf({ ...draw('on\n2024-06-01\n2024-06-01'), orderAt: null })).orders).toBe(2);
		const rows = Array.from({ length: 16 }, (_, row) => `2024-06-01  ${row === 15 ? '-' : `A${row % 14}`}`);
		const { history, orderAt } = draw(['on  order', ...rows].join('\n'));
		const bare = { history, orderAt, reversal: null, isCancelled: null, margin: null, onPromotion: null, inInstalments: null, category: null, channel: null, currencies };
		expect(valuesOf(fields, viewOf(bare)).orders).toBe(15);
	});

	it('were returned or cancelled in 2 of 4 cases: one taken back, one cancelled by its status', () => {
		expect(valuesIn('on  order  amount  status\n2024-06-01  1  10  -\n2024-06-02  2  10  -\n2024-06-03  3  7  -\n2024-06-04  3  -7  -\n2024-06-05  4  10  cancelled')).toMatchObject({ orders: 2, returnedShare: 2 / 4, net: 20 });
	});

	it('are not returned where one row of two was, or one of two is cancelled', () => {
		expect(valuesIn('on  order  amount\n2024-06-01  1  10\n2024-06-01  1  5\n2024-06-02  C2  -5')).toMatchObject({ orders: 1, returnedShare: 0, gross: 10 });
		expect(valuesIn('on  order  amount  status\n2024-06-01  1  10  -\n2024-06-01  1  5  cancelled')).toMatchObject({ orders: 1, returnedShare: 0, gross: 10 });
	});
});

describe('amounts', () => {
	it('are of June and of the time before by the day of each row, refunds too', () => {
		const table = 'on  order  amount\n2023-12-03  1  1\n2023-12-04  2  2\n2024-05-31  3  4\n2024-06-01  3  -1\n2024-06-30  4  8';
		expect(valuesIn(table)).toMatchObject({ gross: 15, refunded: 1, net: 14, recentNet: 7, usualNet: 6, recentNetPer30Days: 7, usualNetPer30Days: 1, averageOrder: 14 / 4 });
	});

	it('keep refunds that are left, also of somebody without a purchase: 3 given back, none bought', () => {
		const table = 'on  order  amount\n2024-06-01  C1  -3';
		expect(valuesIn(table)).toMatchObject({ purchaseDays: 0, gross: 0, refunded: 3, net: -3, recentNet: -3, currency: 'EUR', historyDays: [], historyNet: [] });
		expect(reasonsIn(table)).toMatchObject({ averageOrder: 'noRows', returnedShare: 'noRows' });
	});

	it('count what was paid back beyond the worth of an order: 12 for 10', () => {
		expect(valuesIn('on  order  amount\n2024-06-01  1  10\n2024-06-02  1  -12')).toMatchObject({ gross: 0, refunded: 2, net: -2, margin: -2 });
	});

	it('are not added up across currencies, and nobody knows in which they are', () => {
		const table = 'on  amount  currency\n2024-06-01  10  EUR\n2024-06-02  10  USD';
		expect(reasonsIn(table)).toMatchObject(
			Object.fromEntries(['gross', 'refunded', 'net', 'margin', 'averageOrder', 'recentNet', 'usualNet', 'recentNetPer30Days', 'usualNetPer30Days', 'currency', 'historyNet'].map((field) => [field, 'twoCurrencies'])),
		);
		expect(valuesIn(table)).toMatchObject({ purchaseDays: 2, orders: 2 });
	});

	it('are in one currency where what was in the other was taken back', () => {
		expect(valuesIn('on  order  amount  currency\n2024-06-01  1  10  EUR\n2024-06-02  2  10  USD\n2024-06-03  2  -10  USD')).toMatchObject({ net: 10, currency: 'EUR' });
	});

	it('are not there where no column has them', () => {
		const columns = draw('on\n2024-06-01');
		const view = viewOf({ ...columns, history: { ...columns.history, amount: null, currency: null }, margin: null, currencies: [] });
		expect(reasonsOf(fields, view)).toMatchObject({ gross: 'noAmounts', net: 'noAmounts', averageOrder: 'noAmounts', recentNetPer30Days: 'noAmounts', historyNet: 'noAmounts', margin: 'noSuchColumn', currency: 'noSuchColumn' });
		expect(valuesOf(fields, view).purchaseDays).toBe(1);
	});

	it('of more than 9,007,199,254,740,991 ten-thousandths are not told, since they are not exact', () => {
		const table = 'on  amount\n2024-06-01  900000000000\n2024-06-02  900000000000';
		expect(reasonsIn(table)).toMatchObject({ gross: 'amountTooLarge', net: 'amountTooLarge', averageOrder: 'amountTooLarge', recentNetPer30Days: 'amountTooLarge' });
	});

	it('go to the purchase day before a refund, and to the first where the refund is from before it', () => {
		const table = 'on  order  amount\n2024-05-01  C9  -1\n2024-05-02  1  10\n2024-05-05  C8  -2\n2024-05-09  2  20\n2024-05-20  C7  -4';
		expect(valuesIn(table)).toMatchObject({ historyDays: [dayOf('2024-05-02'), dayOf('2024-05-09')], historyNet: [10 - 1 - 2, 20 - 4] });
	});

	it('go to the purchase day itself also where the refund is from an hour before the purchase', () => {
		const table = 'on  order  amount\n2024-05-01  1  10\n2024-05-02T09:00  C9  -1\n2024-05-02T10:00  2  20';
		expect(valuesIn(table).historyNet).toEqual([10, 20 - 1]);
	});
});

describe('the margin', () => {
	it('is what is left after costs, also of refunds: 10 − 6 − (4 − 1)', () => {
		expect(valuesIn('on  order  amount  cost\n2024-06-01  1  10  6\n2024-06-02  1  -4  -1').margin).toBe(1);
	});

	it('is not known where one cost is not, unless that row was taken back or cancelled', () => {
		expect(reasonsIn('on  amount  cost\n2024-06-01  10  6\n2024-06-02  9  ?')).toMatchObject({ margin: 'costUnknown' });
		expect(valuesIn('on  order  amount  cost  status\n2024-06-01  1  10  6  -\n2024-06-02  2  9  ?  -\n2024-06-03  2  -9  ?  -\n2024-06-04  3  9  ?  cancelled').margin).toBe(4);
	});
});

describe('shares of orders', () => {
	it('are over those of which it is known: 1 of 2 on promotion, 2 of 3 in instalments', () => {
		const table = 'on  order  promotion  instalments\n2024-06-01  1  no  yes\n2024-06-01  1  yes  -\n2024-06-02  2  no  no\n2024-06-03  3  -  yes';
		expect(valuesIn(table)).toMatchObject({ promotionShare: 1 / 2, instalmentShare: 0.6666666667 });
	});

	it('leave out what was taken back or cancelled, also of an order that stays', () => {
		const table = 'on  order  amount  promotion  status\n2024-06-01  1  10  no  -\n2024-06-01  1  5  yes  -\n2024-06-02  C2  -5  -  -\n2024-06-03  3  9  yes  cancelled';
		expect(valuesIn(table).promotionShare).toBe(0 / 1);
	});

	it('are not known where no order says it', () => {
		expect(reasonsIn('on\n2024-06-01')).toMatchObject({ promotionShare: 'noRows', instalmentShare: 'noRows' });
	});
});

describe('the top category', () => {
	it('is that of most days: Tea on two, and not Cups with three rows on one', () => {
		expect(valuesIn('on  category\n2024-06-01  Cups\n2024-06-01  Cups\n2024-06-01  Cups\n2024-06-02  Tea\n2024-06-03  Tea\n2024-06-04  -')).toMatchObject({ topCategory: 'Tea', categories: 2 });
	});

	it('is of two with as many days that which brought more, less what came back of it', () => {
		expect(valuesIn('on  amount  category\n2024-06-01  10  Cups\n2024-06-02  11  Tea').topCategory).toBe('Tea');
		expect(valuesIn('on  order  amount  category\n2024-06-01  1  10  Cups\n2024-06-02  2  11  Tea\n2024-06-03  2  -2  Tea').topCategory).toBe('Cups');
	});

	it('is of two that are equal in both the first in the alphabet, whichever came first', () => {
		expect(valuesIn('on  category\n2024-06-01  Tea\n2024-06-02  Cups').topCategory).toBe('Cups');
		expect(valuesIn('on  category\n2024-06-01  Cups\n2024-06-02  Tea').topCategory).toBe('Cups');
	});

	it('does not compare what was paid in two currencies: of 9 USD and 10 EUR the first in the alphabet', () => {
		expect(valuesIn('on  amount  currency  category\n2024-06-01  9  USD  Cups\n2024-06-02  10  EUR  Tea').topCategory).toBe('Cups');
	});

	it('is none where only what was taken back has one', () => {
		const table = 'on  order  amount  category\n2024-06-01  1  10  Tea\n2024-06-02  1  -10  Tea\n2024-06-03  2  5  -';
		expect(valuesIn(table)).toMatchObject({ topCategory: null, categories: 0 });
		expect(reasonsIn(table)).toMatchObject({ topCategory: 'noRows' });
	});
});

describe('the channel', () => {
	it('is that of most orders: web with two, and not shop with one of three rows', () => {
		expect(valuesIn('on  order  channel\n2024-06-01  1  shop\n2024-06-01  1  shop\n2024-06-01  1  shop\n2024-06-02  2  web\n2024-06-02  3  web').channel).toBe('web');
	});

	it('is of two with as many orders that which brought more, and of equal ones the first in the alphabet', () => {
		expect(valuesIn('on  order  amount  channel\n2024-06-01  1  10  shop\n2024-06-02  2  11  web').channel).toBe('web');
		expect(valuesIn('on  order  channel\n2024-06-01  1  web\n2024-06-02  2  shop').channel).toBe('shop');
	});
});

it('has counts and sums of 0 and nothing else of a customer without rows', () => {
	const view = viewOf(draw('on\n2024-06-01'), '2023-01-01', 1);
	expect(valuesOf(fields, view)).toMatchObject({ purchaseDays: 0, orders: 0, gross: 0, refunded: 0, net: 0, margin: 0, recent: 0, usual: 0, recentNet: 0, usualNetPer30Days: 0, categories: 0, historyDays: [], historyNet: [] });
	expect(reasonsOf(fields, view)).toEqual({
		firstOn: 'noRows', lastOn: 'noRows', daysSince: 'noRows', gapMedianDays: 'tooFewEvents', gapSpreadDays: 'tooFewEvents', gapLongestDays: 'tooFewEvents', repeats: 'noRows', recencyDays: 'noRows',
		ageDays: 'noRows', averageOrder: 'noRows', promotionShare: 'noRows', instalmentShare: 'noRows', returnedShare: 'noRows', topCategory: 'noRows', channel: 'noRows', currency: 'noRows',
	});
});

it('says that there is no such column of all that no column tells', () => {
	const { history } = draw('on\n2024-06-01');
	const bare: PurchaseColumns = {
		history: { ...history, amount: null, currency: null }, orderAt: null, reversal: null, isCancelled: null, margin: null, onPromotion: null, inInstalments: null, category: null, channel: null, currencies: [],
	};
	expect(Object.entries(reasonsOf(fields, viewOf(bare))).filter(([, reason]) => reason === 'noSuchColumn').map(([field]) => field)).toEqual([
		'margin', 'promotionShare', 'instalmentShare', 'topCategory', 'categories', 'channel', 'currency',
	]);
});

/** Of the values that purchases have, that with most different things; then that which brought more, then the alphabet. */
function slowTop(left: readonly Purchase[], valueOf: (row: Purchase) => string, thingOf: (row: Purchase) => number | string, netOf: (rows: readonly Purchase[]) => number): string | null {
	const bought = left.filter(({ amount }) => amount >= 0);
	const ranked = distinct(bought.map(valueOf).filter((value) => value !== '')).map((value) => ({
		value,
		things: distinct(bought.filter((row) => valueOf(row) === value).map(thingOf)).length,
		net: netOf(left.filter((row) => valueOf(row) === value)),
	}));
	return ranked.sort((one, other) => other.things - one.things || other.net - one.net || (one.value < other.value ? -1 : 1)).at(0)?.value ?? null;
}

/** What is left of rows: those that cancel out are gone but for what was paid back beyond a purchase. */
function slowNetting(rows: readonly Purchase[]) {
	const { history, reversal } = columnsOf(rows, 3);
	const eventOf = new Map([...history.row].map((row, event) => [row, event]));
	const told = rows.map((row, index) => ({ row: { ...row, order: row.order || `row ${index}` }, reversal: reversal?.[eventOf.get(index)!] ?? 0, worth: history.amount![eventOf.get(index)!] / AMOUNT_SCALE }));
	const left = told.filter((each) => !each.row.isCancelled && (each.reversal === 0 || each.worth < 0)).map((each) => ({ ...each.row, amount: each.worth, cost: each.reversal === 0 ? each.row.cost : 0 }));
	const bought = distinct(left.filter(({ amount }) => amount >= 0).map(({ order }) => order));
	const gone = distinct(told.filter((each) => each.row.isCancelled || each.reversal === 1).map(({ row }) => row.order)).filter((order) => !bought.includes(order));
	return { left, bought, gone };
}

const purchases: StreamUnderTest<Purchase, PurchaseColumns, PurchaseView> = {
	fields: { ...purchaseFields, historyNet: purchaseHistoryFields.historyNet },
	views: purchaseViews,
	columnsOf,
	anyRow: fc
		.record({
			customer: anyCustomer,
			at: anyMoment,
			amount: fc.constantFrom(5, 10, 20, -5, -10, 0.5),
			currency: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1),
			order: fc.constantFrom('', 'A', 'B', 'C', 'D'),
			isCancelled: fc.constantFrom(false, false, false, true),
			cost: fc.constantFrom(1, 2, 3, 3, 3, 3, 3, NaN),
			promotion: fc.constantFrom('yes', 'no', ''),
			instalments: fc.constantFrom('yes', 'no', ''),
			category: fc.constantFrom('Cups', 'Tea', ''),
			channel: fc.constantFrom('shop', 'web', ''),
		})
		.map((row) => ({ ...row, isCancelled: row.isCancelled && row.amount > 0 })),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY }),
	slow(rows, given, since) {
		const { left, bought, gone } = slowNetting(rows);
		const { asOf, recentDays, usualDays } = given;
		const purchasesLeft = left.filter(({ amount }) => amount >= 0);
		const days = distinct(purchasesLeft.map(({ at }) => dayOfMoment(at)));
		const isMixed = distinct(left.map(({ currency }) => currency)).length > 1;
		const sumOf = (summed: readonly Purchase[]) => summed.reduce((sum, { amount }) => sum + amount, 0);
		const told = (sum: number | null) => (isMixed ? null : sum);
		const netIn = (isCounted: (day: number) => boolean) => sumOf(left.filter(({ at }) => isCounted(dayOfMoment(at))));
		const gross = sumOf(purchasesLeft);
		const margin = left.reduce((sum, { amount, cost }) => sum + amount - cost, 0);
		const rounded = (sum: number | null) => (sum === null ? null : Math.round(sum * AMOUNT_SCALE) / AMOUNT_SCALE);
		const flagShare = (flagOf: (row: Purchase) => string) => {
			const known = bought.filter((order) => purchasesLeft.some((row) => row.order === order && flagOf(row) !== ''));
			const yes = known.filter((order) => purchasesLeft.some((row) => row.order === order && flagOf(row) === 'yes'));
			return known.length === 0 ? null : yes.length / known.length;
		};
		const comparable = (of: readonly Purchase[]) => (isMixed ? 0 : sumOf(of));
		return {
			purchaseDays: days.length,
			orders: bought.length,
			...slowDays(days, asOf),
			...slowGaps(days),
			repeats: days.length === 0 ? null : days.length - 1,
			recencyDays: days.length === 0 ? null : days[days.length - 1] - days[0],
			ageDays: days.length === 0 ? null : asOf - days[0],
			gross: told(gross),
			refunded: told(gross - sumOf(left)),
			net: told(sumOf(left)),
			margin: told(Number.isNaN(margin) ? null : margin),
			averageOrder: rounded(bought.length === 0 ? null : told(sumOf(left) / bought.length)),
			...slowWindows(days, given, since),
			recentNet: told(netIn(inRecent(given))),
			usualNet: told(netIn(inUsual(given))),
			recentNetPer30Days: rounded(told(slowRate(netIn(inRecent(given)), asOf - recentDays + 1, asOf, since))),
			usualNetPer30Days: rounded(told(slowRate(netIn(inUsual(given)), asOf - recentDays - usualDays + 1, asOf - recentDays, since))),
			promotionShare: flagShare(({ promotion }) => promotion),
			instalmentShare: flagShare(({ instalments }) => instalments),
			returnedShare: bought.length + gone.length === 0 ? null : gone.length / (bought.length + gone.length),
			topCategory: slowTop(left, ({ category }) => category, ({ at }) => dayOfMoment(at), comparable),
			categories: distinct(purchasesLeft.map(({ category }) => category).filter((category) => category !== '')).length,
			channel: slowTop(left, ({ channel }) => channel, ({ order }) => order, comparable),
			currency: left.length === 0 || isMixed ? null : currencies[left[0].currency],
			historyNet: isMixed ? null : days.map((day, place) => sumOf(left.filter(({ at }) => (place === 0 || dayOfMoment(at) >= day) && (place === days.length - 1 || dayOfMoment(at) < days[place + 1])))),
		};
	},
};

describe('what is said of purchases', () => {
	describeLaws(purchases);
	// 1,667 rows on each of the days 0 to 19 and 1,666 on each of 20 to 29; recent are 26 to 29, usual 16 to 25.
	describeOneWithAll(purchases, (index) => ({
		customer: 0, at: (index % 30) * DAY, amount: 10, currency: 0, order: `A${index}`, isCancelled: false, cost: 4, promotion: 'no', instalments: '', category: `c${index % 40}`, channel: 'web',
	}), { purchaseDays: 30, orders: 50_000, gross: 500_000, margin: 300_000, recent: 4, usual: 10, recentNet: 10 * 4 * 1_666, usualNet: 10 * (4 * 1_667 + 6 * 1_666), promotionShare: 0, returnedShare: 0, categories: 40, channel: 'web' });
});
