import { amountUnitOf, fromMinorUnits, readAmounts, readCurrencies } from '../../../boundary/reading/amountColumn';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { itemsOf, readingOf, spentOf, tableOfRows } from '../../support/reading';

const total = { kind: 'total', column: 'amount' } as const;
const product = { kind: 'quantityTimesPrice', quantity: 'quantity', price: 'price' } as const;

function readTotals(cells: readonly unknown[], mark: 'automatic' | 'point' | 'comma' = 'automatic') {
	const items = itemsOf(cells.map((amount) => ({ amount })));
	const verdicts = new Verdicts(items);
	const { amount, markFrom } = readAmounts(items, total, mark, verdicts);
	return {
		amounts: cells.map((_, item) => (verdicts.counts(item) ? amount[item] / AMOUNT_SCALE : null)),
		markFrom,
		faults: verdicts.problems().map(({ code, item }) => [code, item]),
	};
}

describe('a column of amounts', () => {
	it('with 12,345.60 in it has a decimal point throughout: 1,234 is one thousand and more', () => {
		expect(readTotals(['1,234', '12,345.60', '2,500.00'])).toEqual({ amounts: [1234, 12345.6, 2500], markFrom: 'point', faults: [] });
	});

	it('with 12,50 in it has a decimal comma throughout: 1.234 is one thousand and more', () => {
		expect(readTotals(['1.234', '12,50'])).toEqual({ amounts: [1234, 12.5], markFrom: 'comma', faults: [] });
	});

	it('with nothing that decides 1,234 is asked about, every row', () => {
		expect(readTotals(['1,234', '5,678', 10])).toEqual({
			amounts: [null, null, 10],
			markFrom: null,
			faults: [['ambiguousAmount', 0], ['ambiguousAmount', 1]],
		});
	});

	it('with both 12,50 and 12.50 in it decides nothing: 1,234 is asked about and the others are read', () => {
		expect(readTotals(['12,50', '12.50', '1,234'])).toMatchObject({ amounts: [12.5, 12.5, null], faults: [['ambiguousAmount', 2]] });
	});

	it('is read by the mark that the user says', () => {
		expect(readTotals(['1,234'], 'point').amounts).toEqual([1234]);
		expect(readTotals(['1,234'], 'comma').amounts).toEqual([1.234]);
	});

	it('has a problem where a cell is blank or no amount, and never a 0', () => {
		const { amounts, faults } = readTotals([10, '', null, undefined, 'free', '1.2.3', [10]]);
		expect(amounts).toEqual([10, null, null, null, null, null, null]);
		expect(faults).toEqual([1, 2, 3, 4, 5, 6].map((item) => ['unreadableAmount', item]));
	});

	it('has a problem where an amount is too large to be added exactly', () => {
		expect(readTotals([900_719_925_474, 900_719_925_475]).faults).toEqual([['amountTooLarge', 1]]);
	});
});

describe('a quantity times a price', () => {
	const read = (rows: Array<Record<string, unknown>>) => {
		const items = itemsOf(rows);
		const verdicts = new Verdicts(items);
		const { amount } = readAmounts(items, product, 'automatic', verdicts);
		return rows.map((_, item) => (verdicts.counts(item) ? amount[item] / AMOUNT_SCALE : verdicts.problems().find((each) => each.item === item)?.code));
	};

	it('is exact to 1/10,000', () => {
		expect(read([{ quantity: '3', price: '0.1' }, { quantity: -2, price: 2.55 }, { quantity: '2.5', price: '1.0005' }])).toEqual([0.3, -5.1, 2.5013]);
	});

	it('names the column that cannot be read', () => {
		expect(read([{ quantity: 'two', price: 1 }, { quantity: 2, price: '' }, { quantity: 1, price: 1 }])).toEqual(['unreadableAmount', 'unreadableAmount', 1]);
	});

	it('is a problem where the product is too large to be added exactly, though its parts are not', () => {
		expect(read([{ quantity: 1_000_000, price: 10_000_000 }])).toEqual(['amountTooLarge']);
	});
});

describe('currencies', () => {
	const read = (rows: Array<Record<string, unknown>>, column: string | null = 'currency') => {
		const items = itemsOf(rows);
		const verdicts = new Verdicts(items);
		const { currency } = readAmounts(items, total, 'automatic', verdicts);
		const { names, currencyOf } = readCurrencies(items, column, currency, verdicts);
		return rows.map((_, item) => names[currencyOf?.[item] ?? 0] ?? null);
	};

	it('"USD", "usd" and " USD " are one', () => {
		expect(read([{ amount: 1, currency: 'USD' }, { amount: 1, currency: 'usd' }, { amount: 1, currency: ' USD ' }])).toEqual(['USD', 'USD', 'USD']);
	});

	it('"€" and "EUR" are one, in the column as beside the amount', () => {
		expect(read([{ amount: 1, currency: '€' }, { amount: 1, currency: 'EUR' }, { amount: '€1', currency: '' }])).toEqual(['EUR', 'EUR', 'EUR']);
	});

	it('beside the amounts are told apart where there is no column', () => {
		expect(read([{ amount: '€10.00' }, { amount: '20,00 €' }, { amount: '30 ₴' }, { amount: '5' }], null)).toEqual(['EUR', 'EUR', 'UAH', '']);
	});

	it('in the column come before those beside the amounts', () => {
		expect(read([{ amount: '$10.00', currency: 'CAD' }, { amount: '$10.00', currency: null }])).toEqual(['CAD', '$']);
	});

	it('that nothing names are none', () => expect(read([{ amount: 1 }], null)).toEqual([null]));

	it('of rows that are out do not count', () => {
		const rows = [{ customer: 'a', date: '2024-01-01', amount: 5, currency: 'EUR' }, { customer: 'b', date: 'soon', amount: 7, currency: 'USD' }];
		expect(spentOf(readingOf(rows))).toEqual({ EUR: 5 });
	});
});

describe('the smallest coin', () => {
	const sample = [{ amount: 1999, currency: 'usd' }];

	it.each([
		{ why: 'amounts with decimals are whole units', rows: [{ amount: 19.99, currency: 'usd' }], answer: 'whole' },
		{ why: 'whole numbers beside a currency in capitals are whole units', rows: [{ amount: 1999, currency: 'USD' }], answer: 'whole' },
		{ why: 'whole numbers beside a currency in small letters, as payment services write them, are asked about', rows: sample, answer: 'unclear' },
	])('$why', ({ rows, answer }) => expect(amountUnitOf('automatic', total, tableOfRows(...rows), 'currency')).toBe(answer));

	it('is meant where the user says so, and not where the user says whole units', () => {
		expect(amountUnitOf('minor', total, tableOfRows(...sample), 'currency')).toBe('minor');
		expect(amountUnitOf('whole', total, tableOfRows(...sample), 'currency')).toBe('whole');
	});

	it('is meant by a column called cents', () => {
		expect(amountUnitOf('automatic', { kind: 'total', column: 'amount_cents' }, tableOfRows({ amount_cents: 1999 }), null)).toBe('minor');
	});

	it('is never meant by a quantity times a price', () => expect(amountUnitOf('automatic', product, tableOfRows({ quantity: 1, price: 2 }), null)).toBe('whole'));

	it('of 1999 is 19.99 dollars, 1,999 yen and 1.999 dinar', () => {
		const amount = Float64Array.of(1999 * AMOUNT_SCALE, 1999 * AMOUNT_SCALE, 1999 * AMOUNT_SCALE);
		fromMinorUnits(amount, { names: ['JPY', 'KWD', 'USD'], currencyOf: Int32Array.of(2, 0, 1) });
		expect([...amount].map((each) => each / AMOUNT_SCALE)).toEqual([19.99, 1999, 1.999]);
	});

	it('has two decimals where the currency is not known', () => {
		const amount = Float64Array.of(1999 * AMOUNT_SCALE);
		fromMinorUnits(amount, { names: [], currencyOf: null });
		expect(amount[0] / AMOUNT_SCALE).toBe(19.99);
	});
});
