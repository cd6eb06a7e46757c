import { purchasesExample } from '../../../domain/activity/examples/purchasesExample';
import { purchaseFields, purchaseHistoryFields, purchaseViews } from '../../../domain/activity/purchases';
import type { PurchaseColumns } from '../../../domain/activity/streamColumns';
import { describeExample, reasonsOf, timeOf, valuesOf, windows } from '../../support/activity';
import { dayOf, readTable } from '../../support/ledger';
import { columnsOf, currencies } from '../../support/purchases';

const fields = { ...purchaseFields, ...purchaseHistoryFields };

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
		expect(valuesIn(table)).toMatchObject({ promotionShare: 1 / 2, promotionKnown: 2, instalmentShare: 0.6666666667, instalmentsKnown: 3 });
	});

	it('leave out what was taken back or cancelled, also of an order that stays', () => {
		const table = 'on  order  amount  promotion  status\n2024-06-01  1  10  no  -\n2024-06-01  1  5  yes  -\n2024-06-02  C2  -5  -  -\n2024-06-03  3  9  yes  cancelled';
		expect(valuesIn(table)).toMatchObject({ promotionShare: 0 / 1, promotionKnown: 1 });
	});

	it('are not known where no order says it, though it is known that it is of 0 orders', () => {
		expect(reasonsIn('on\n2024-06-01')).toMatchObject({ promotionShare: 'noRows', instalmentShare: 'noRows' });
		expect(valuesIn('on\n2024-06-01')).toMatchObject({ orders: 1, promotionKnown: 0, instalmentsKnown: 0 });
	});

	it('and their numbers are each of its own column: promotion of 1 order where none says instalments', () => {
		const view = viewOf({ ...draw('on  promotion  instalments\n2024-06-01  yes  yes'), inInstalments: null });
		expect(valuesOf(fields, view)).toMatchObject({ promotionShare: 1, promotionKnown: 1, instalmentShare: null, instalmentsKnown: null });
		expect(reasonsOf(fields, view)).toMatchObject({ instalmentShare: 'noSuchColumn', instalmentsKnown: 'noSuchColumn' });
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
	expect(valuesOf(fields, view)).toMatchObject({ purchaseDays: 0, orders: 0, gross: 0, refunded: 0, net: 0, margin: 0, recent: 0, usual: 0, recentNet: 0, usualNetPer30Days: 0, promotionKnown: 0, instalmentsKnown: 0, categories: 0, historyDays: [], historyNet: [] });
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
		'margin', 'promotionShare', 'promotionKnown', 'instalmentShare', 'instalmentsKnown', 'topCategory', 'categories', 'channel', 'currency',
	]);
});
