import fc from 'fast-check';
import type { History } from '../../../domain/ledger/history';
import { AMOUNT_SCALE, historyOf } from '../../../domain/ledger/history';
import { netted, TAKEN_BACK, TAKES_BACK } from '../../../domain/ledger/netting';
import { DAY, timeOf } from '../../support/activity';
import { law } from '../../support/law';
import { readTable } from '../../support/ledger';

interface Sale {
	readonly customer: number;
	/** As a local time. */
	readonly at: number;
	readonly order: string;
	readonly product: string;
	readonly amount: number;
	readonly currency: number;
	readonly note: string;
}

const CUSTOMERS = 2;

const historyOfSales = (sales: readonly Sale[]): History =>
	historyOf({
		customerCount: CUSTOMERS,
		customer: Int32Array.from(sales, ({ customer }) => customer),
		localTime: Float64Array.from(sales, ({ at }) => at),
		amount: Float64Array.from(sales, ({ amount }) => Math.round(amount * AMOUNT_SCALE)),
		currency: Int32Array.from(sales, ({ currency }) => currency),
		isVisit: Uint8Array.from(sales, ({ amount }) => Number(amount >= 0)),
	});

const net = (sales: readonly Sale[]) =>
	netted({
		history: historyOfSales(sales),
		orderAt: (row) => sales[row].order,
		productAt: (row) => sales[row].product,
		textAt: (row) => JSON.stringify(sales[row]),
	});

const WORD_OF_REVERSAL = ['', 'taken back', 'takes back'];
const [NOT, BACK, BY] = [WORD_OF_REVERSAL[0], WORD_OF_REVERSAL[TAKEN_BACK], WORD_OF_REVERSAL[TAKES_BACK]];

/** What became of each row, in the order of the rows: what is left of its amount, and whether it cancels out. */
function fates(sales: readonly Sale[]): Array<readonly [left: number, fate: string]> {
	const { history, reversal } = net(sales);
	const fateOf: Array<readonly [number, string]> = [];
	history.row.forEach((row, event) => {
		fateOf[row] = [history.amount![event] / AMOUNT_SCALE, WORD_OF_REVERSAL[reversal?.[event] ?? 0]];
	});
	return fateOf;
}

/** Sales of customer 0, as drawn. */
const draw = (table: string): Sale[] =>
	readTable(table).rows.map((cell) => ({
		customer: 0,
		at: timeOf(cell('on')),
		order: cell('order'),
		product: cell('product'),
		amount: Number(cell('amount')),
		currency: cell('currency') === 'USD' ? 1 : 0,
		note: cell('note'),
	}));

const fatesIn = (table: string) => fates(draw(table));

describe('an order and its own refunds', () => {
	it('cancel out where the refunds of 4 and 6 reach its 10, and it is no visit any more', () => {
		const sales = draw('on  order  amount\n2024-06-01  A1  10\n2024-06-02  A1  -4\n2024-06-09  A1  -6\n2024-06-09  A2  7');
		expect(fates(sales)).toEqual([[0, BACK], [0, BY], [0, BY], [7, NOT]]);
		expect([...net(sales).history.isVisit]).toEqual([0, 0, 0, 1]);
	});

	it('stay as they are where only 4 of 10 came back', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  A1  10\n2024-06-02  A1  -4')).toEqual([[10, NOT], [-4, NOT]]);
	});

	it('leave what was paid back beyond its worth on the last refund: 2 of 12 for an order of 10', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  A1  10\n2024-06-02  A1  -5\n2024-06-03  A1  -7')).toEqual([[0, BACK], [0, BY], [-2, BY]]);
	});

	it('are added up in whole ten-thousandths: .1 and .2 are taken back by .3', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  A1  0.1\n2024-06-01  A1  0.2\n2024-06-02  A1  -0.3')).toEqual([[0, BACK], [0, BACK], [0, BY]]);
	});

	it('do not cancel out across currencies: 10 USD are not the refund of 10 EUR of one number', () => {
		expect(fatesIn('on  order  amount  currency\n2024-06-01  A1  10  EUR\n2024-06-02  A1  -10  USD')).toEqual([[10, NOT], [-10, NOT]]);
	});
});

describe('a cancellation with a number of its own', () => {
	it('takes back what it cancels minutes later, as C541433 does with 541431 of Online Retail', () => {
		const table = 'on  order  product  amount\n2011-01-18T10:01  541431  23166  77183.6\n2011-01-18T10:17  C541433  23166  -77183.6';
		expect(fatesIn(table)).toEqual([[0, BACK], [0, BY]]);
	});

	it('takes back the latest purchase up to its moment: that of the 5th, and neither that of the 1st nor the later one of the 9th', () => {
		const table = 'on  order  product  amount\n2024-06-01  1  p  10\n2024-06-05  2  p  10\n2024-06-09  3  p  10\n2024-06-06  C4  p  -10';
		expect(fatesIn(table)).toEqual([[10, NOT], [0, BACK], [10, NOT], [0, BY]]);
	});

	it('takes back a purchase of its very moment, and none of a minute later', () => {
		expect(fatesIn('on  order  amount\n2024-06-01T10:00  1  10\n2024-06-01T10:00  C2  -10')).toEqual([[0, BACK], [0, BY]]);
		expect(fatesIn('on  order  amount\n2024-06-01T10:01  1  10\n2024-06-01T10:00  C2  -10')).toEqual([[10, NOT], [-10, NOT]]);
	});

	it('takes back one row of an order of two, which stays', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  p  10\n2024-06-01  1  q  5\n2024-06-06  C2  p  -10')).toEqual([[0, BACK], [5, NOT], [0, BY]]);
	});

	it('does not take back another product of the same price', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  q  10\n2024-06-06  C2  p  -10')).toEqual([[10, NOT], [-10, NOT]]);
	});

	it('takes back any product where it says none, and a purchase that says none whatever it says itself', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  q  10\n2024-06-06  C2  -  -10')).toEqual([[0, BACK], [0, BY]]);
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  -  10\n2024-06-06  C2  p  -10')).toEqual([[0, BACK], [0, BY]]);
	});

	it('takes back the later of one that says its product and one that says none', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  p  10\n2024-06-02  2  -  10\n2024-06-06  C2  p  -10')).toEqual([[10, NOT], [0, BACK], [0, BY]]);
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  -  10\n2024-06-02  2  p  10\n2024-06-06  C2  p  -10')).toEqual([[10, NOT], [0, BACK], [0, BY]]);
	});

	it('does not take back an amount in another currency', () => {
		expect(fatesIn('on  order  amount  currency\n2024-06-01  1  10  EUR\n2024-06-06  C2  -10  USD')).toEqual([[10, NOT], [-10, NOT]]);
	});

	it('takes back one of two equal purchases, and a second one the other', () => {
		const two = 'on  order  amount\n2024-06-01  1  10\n2024-06-02  2  10\n2024-06-06  C3  -10';
		expect(fatesIn(two)).toEqual([[10, NOT], [0, BACK], [0, BY]]);
		expect(fatesIn(`${two}\n2024-06-07  C4  -10`)).toEqual([[0, BACK], [0, BACK], [0, BY], [0, BY]]);
	});

	it('lowers what is left where a third finds no purchase any more', () => {
		const table = 'on  order  amount\n2024-06-01  1  10\n2024-06-06  C2  -10\n2024-06-07  C3  -10';
		expect(fatesIn(table)).toEqual([[0, BACK], [0, BY], [-10, NOT]]);
	});

	it('does not take back what was refunded under its own number before', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  1  10\n2024-06-02  1  -10\n2024-06-06  C2  -10')).toEqual([[0, BACK], [0, BY], [-10, NOT]]);
	});
});

describe('a cancellation of a whole order', () => {
	it('takes back both rows of 10 and 5 with 15, whatever product it says', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  p  10\n2024-06-01  1  q  5\n2024-06-06  C2  p  -15')).toEqual([[0, BACK], [0, BACK], [0, BY]]);
	});

	it('takes back the latest order of 15 up to its moment', () => {
		const table = 'on  order  amount\n2024-06-01  1  10\n2024-06-01  1  5\n2024-06-05  2  9\n2024-06-05  2  6\n2024-06-09  3  8\n2024-06-09  3  7\n2024-06-06  C4  -15';
		expect(fatesIn(table).map(([, fate]) => fate)).toEqual([NOT, NOT, BACK, BACK, NOT, NOT, BY]);
	});

	it('does not take back an order whose last row is from after it', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  1  10\n2024-06-07  1  5\n2024-06-06  C2  -15')).toEqual([[10, NOT], [5, NOT], [-15, NOT]]);
	});

	it('takes back what was left of it: 10 of an order of 15 of which 5 came back before', () => {
		expect(fatesIn('on  order  product  amount\n2024-06-01  1  p  9\n2024-06-01  1  q  6\n2024-06-02  1  q  -5\n2024-06-06  C2  p  -10')).toEqual([[0, BACK], [0, BACK], [0, BY], [0, BY]]);
	});

	it('gives way to a single row of that amount, though the order is later', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  1  15\n2024-06-03  2  10\n2024-06-03  2  5\n2024-06-06  C3  -15')).toEqual([[0, BACK], [10, NOT], [5, NOT], [0, BY]]);
	});

	it('does not take back an order of which a row is taken back already', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  1  10\n2024-06-01  1  5\n2024-06-06  C2  -10\n2024-06-07  C3  -15')).toEqual([[0, BACK], [5, NOT], [0, BY], [-15, NOT]]);
	});
});

describe('what is left as it is', () => {
	it('is a history without refunds, the very same', () => {
		const history = historyOfSales(draw('on  order  amount\n2024-06-01  1  10\n2024-06-02  2  10'));
		expect(netted({ history, orderAt: null, productAt: null, textAt: () => '' })).toEqual({ history, reversal: null });
		expect(netted({ history, orderAt: null, productAt: null, textAt: () => '' }).history).toBe(history);
	});

	it('is one of which refunds take back nothing in full, and one without amounts', () => {
		const history = historyOfSales(draw('on  order  amount\n2024-06-01  1  10\n2024-06-02  2  -3'));
		const without: History = { ...history, amount: null };
		expect(netted({ history, orderAt: null, productAt: null, textAt: () => '' }).history).toBe(history);
		expect(netted({ history: without, orderAt: null, productAt: null, textAt: () => '' })).toEqual({ history: without, reversal: null });
	});

	it('is a row that a status cancelled: it is no visit, and a refund does not take it back once more', () => {
		const drawn = historyOfSales(draw('on  order  amount\n2024-06-01  -  10\n2024-06-02  -  10\n2024-06-03  -  -10'));
		const history: History = { ...drawn, isVisit: Uint8Array.of(1, 0, 0), amount: Float64Array.of(100_000, 0, -100_000) };
		expect([...netted({ history, orderAt: null, productAt: null, textAt: () => '' }).reversal!]).toEqual([TAKEN_BACK, 0, TAKES_BACK]);
	});

	it('is the amount of a blank number beside another: rows without a number are no order together', () => {
		expect(fatesIn('on  order  amount\n2024-06-01  -  10\n2024-06-02  -  5\n2024-06-06  -  -15')).toEqual([[10, NOT], [5, NOT], [-15, NOT]]);
	});
});

const anySale: fc.Arbitrary<Sale> = fc.record({
	customer: fc.nat(CUSTOMERS - 1),
	at: fc.integer({ min: 0, max: 5 }).map((day) => day * DAY),
	order: fc.constantFrom('', 'A', 'B', 'C', 'D'),
	product: fc.constantFrom('', 'p', 'q'),
	amount: fc.constantFrom(0, 5, 10, 15, -5, -10, -15),
	currency: fc.nat(1),
	note: fc.constantFrom('x', 'y'),
});
const anySales = fc.array(anySale, { maxLength: 25 });

const sumsOf = (history: History): number[] => {
	const sums = new Array<number>(CUSTOMERS * 2).fill(0);
	for (let customer = 0; customer < CUSTOMERS; customer++) {
		for (let event = history.firstEvent[customer]; event < history.firstEvent[customer + 1]; event++) sums[2 * customer + history.currency![event]] += history.amount![event];
	}
	return sums;
};

/** What became of the rows of each kind, however they stand. */
const fatesByText = (sales: readonly Sale[]): string[] => fates(sales).map((fate, row) => JSON.stringify([sales[row], fate])).sort();

describe('netting', () => {
	it('leaves the sum of each customer in each currency as it was', () => {
		law(anySales, fc.constant(null), (sales) => expect(sumsOf(net(sales).history)).toEqual(sumsOf(historyOfSales(sales))));
	});

	it('does the same whatever the order of rows, also of one moment', () => {
		const shuffled = anySales.chain((sales) => fc.tuple(fc.constant(sales), fc.shuffledSubarray(sales, { minLength: sales.length })));
		law(shuffled, fc.constant(null), ([sales, others]) => expect(fatesByText(others)).toEqual(fatesByText(sales)));
	});

	it('does to a customer among others what it does to the customer alone', () => {
		law(anySales, fc.nat(CUSTOMERS - 1), (sales, customer) => {
			const own = sales.filter((sale) => sale.customer === customer);
			expect(fates(own)).toEqual(fates(sales).filter((_, row) => sales[row].customer === customer));
		});
	});

	it('gives the very history back where nothing has a negative amount', () => {
		law(anySales, fc.constant(null), (sales) => {
			const history = historyOfSales(sales.filter(({ amount }) => amount >= 0));
			expect(netted({ history, orderAt: () => 'A', productAt: null, textAt: () => '' }).history).toBe(history);
		});
	});

	it('takes nothing back that was bought after what takes it back, and leaves no visit among what cancels out', () => {
		law(anySales, fc.constant(null), (sales) => {
			const { history, reversal } = net(sales);
			const { isVisit, localTime } = history;
			const events = [...history.row.keys()].filter((event) => reversal?.[event]);
			for (const event of events) expect([isVisit[event], Object.is(history.amount![event], 0) || reversal![event] === TAKES_BACK]).toEqual([0, true]);
			const loose = events.filter((event) => reversal![event] === TAKEN_BACK && sales.every(({ order, amount }) => amount >= 0 || order !== sales[history.row[event]].order));
			for (const event of loose) expect(events.some((other) => reversal![other] === TAKES_BACK && localTime[other] >= localTime[event])).toBe(true);
		});
	});

	it('nets 50,000 rows of one customer, half of them refunds of the other half', () => {
		const sales = Array.from({ length: 50_000 }, (_, row): Sale => {
			const isRefund = row % 2 === 1;
			return { customer: 0, at: (row % 50) * DAY, order: isRefund ? `C${row}` : `A${row}`, product: `p${(row >> 1) % 20}`, amount: (isRefund ? -1 : 1) * (1 + ((row >> 1) % 7)), currency: 0, note: '' };
		});
		const { history, reversal } = net(sales);
		expect(sumsOf(history)[0]).toBe(0);
		expect(reversal!.filter((each) => each === TAKEN_BACK).length).toBe(reversal!.filter((each) => each === TAKES_BACK).length);
		expect(reversal!.filter((each) => each !== 0).length).toBeGreaterThan(40_000);
	});

	it('nets one order of 50,000 rows with a refund of the whole', () => {
		const sales = Array.from({ length: 50_000 }, (_, row): Sale => ({ customer: 0, at: 0, order: 'A', product: `p${row}`, amount: 1, currency: 0, note: '' }));
		const { reversal } = net([...sales, { ...sales[0], at: DAY, order: 'C', amount: -50_000 }]);
		expect(reversal!.every((each) => each !== 0)).toBe(true);
	});
});
