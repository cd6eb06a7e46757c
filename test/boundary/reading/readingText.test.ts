import { EMPTY_INPUT_HINT } from '../../../boundary/reading/readingText';
import { dayOfDate, isoDate } from '../../../domain/time';
import { hintsOn, type Rows, today, warningsOn } from '../../support/reading';

const firstHint = (...given: Parameters<typeof hintsOn>) => hintsOn(...given)[0];

/** So many purchases of as many customers, a day apart, up to yesterday: long enough to give no warning by itself. */
const steadyRows = (count: number): Array<Record<string, unknown>> =>
	Array.from({ length: count }, (_, index) => ({ customer_id: index + 1, date: isoDate(today - 1 - (index % 100)), amount: 10 }));

/** Two purchases, the second so many days after the first and yesterday. */
const rowsOverDays = (days: number): Rows => [today - days, today - 1].map((day, index) => ({ customer_id: index + 1, date: isoDate(day), amount: 1 }));

describe('the first hint', () => {
	it('says what was taken from which columns, and up to which day', () => {
		const rows = [
			{ 'Customer ID': 1, 'Order Date': '2024-01-05', Total: '1,234.50', Currency: 'EUR', 'Order No': 'A' },
			{ 'Customer ID': 2, 'Order Date': '2024-06-28', Total: '0.25', Currency: 'EUR', 'Order No': 'B' },
		];
		expect(firstHint(rows)).toEqual({
			kind: 'info',
			message:
				'Plain Table: 2 rows of 2 customers, worth 1,234.75 EUR, 2024-01-05 to 2024-06-28. ' +
				'Columns: customer "Customer ID", date "Order Date", amount "Total", order "Order No", currency "Currency". As of 2024-07-01 (today).',
		});
	});

	it('speaks of one row as of one', () => {
		expect(firstHint([{ customer_id: 1, date: '2024-06-28', amount: 5 }]).message).toMatch(/^Plain Table: 1 row of 1 customer, worth 5.00, /);
	});

	it('counts what was left out by kind, in a fixed order', () => {
		const row = { customer_id: 1, date: '2024-06-28', amount: 5, status: 'paid' };
		const rows = [row, {}, { ...row, amount: 0 }, { ...row, customer_id: 0 }, { ...row, status: 'cancelled' }, { ...row, customer_id: 0 }];
		expect(firstHint(rows).message).toContain(' Left out: 1 empty, 1 cancelled, 2 without a customer, 1 with an amount of 0. ');
	});

	it('counts rows after a chosen As Of', () => {
		const asOf = { kind: 'day', day: dayOfDate(2024, 6, 1), today } as const;
		expect(firstHint(steadyRows(40), { asOf }).message).toContain(' Left out: 29 dated after As Of. ');
		expect(firstHint(steadyRows(40), { asOf }).message).toMatch(/As of 2024-06-01 \(as set\)\.$/);
	});

	it('says why rows were unusable, not only how many', () => {
		const rows = [...steadyRows(3), { customer_id: '', date: '2024-06-01', amount: 1 }, { customer_id: 9, date: 'soon', amount: 1 }];
		const hints = hintsOn(rows).map(({ message }) => message).join(' ');
		expect(hints).toMatch(/no customer is named/);
		expect(hints).toMatch(/the date cannot be read/);
	});

	it('tells the day after the last row where that is more than 7 days old', () => {
		expect(firstHint([{ customer_id: 1, date: '2024-03-14', amount: 5 }]).message).toMatch(
			/As of 2024-03-15 \(the day after the last row, which is more than 7 days old\)\.$/,
		);
	});

	it('names a quantity times a price, and no sum over several currencies', () => {
		const line = { InvoiceNo: '1', StockCode: 'x', Quantity: 2, InvoiceDate: '2024-06-28', UnitPrice: 1.5, CustomerID: 7 };
		expect(firstHint([line]).message).toContain('amount "Quantity × UnitPrice"');
		expect(firstHint([{ customer_id: 1, date: '2024-06-28', amount: '€5' }, { customer_id: 1, date: '2024-06-28', amount: '₴5' }]).message).not.toContain('worth');
	});
});

describe('a list that was cut', () => {
	it.each([50, 100, 250])('at exactly %i items is pointed out', (count) => {
		expect(warningsOn(steadyRows(count))).toContain(
			`The input has exactly ${count} items, which is where many nodes stop unless "Return All" is on. A list cut short makes customers look lost who are not.`,
		);
	});

	it.each([49, 51, 99, 101, 200, 249, 251, 500])('is not suspected at %i items', (count) => {
		expect(warningsOn(steadyRows(count)).filter((message) => message.includes('exactly'))).toEqual([]);
	});

	it('to a span of 59 days is pointed out, days counted from the first to the last', () => {
		expect(warningsOn(rowsOverDays(59))).toEqual(['The rows span 59 days. Churn needs a longer history: is the list cut short?']);
	});

	it('is not suspected at a span of 60 days', () => expect(warningsOn(rowsOverDays(60))).toEqual([]));

	it('to one day is told of one day', () => expect(warningsOn(rowsOverDays(1))).toEqual([expect.stringContaining('The rows span 1 day. ')]));

	it('to open orders is pointed out', () => {
		const open = steadyRows(120).map((row) => ({ ...row, status: 'Open' }));
		expect(warningsOn(open)).toEqual(['Every order is open: the list seems to leave out the finished ones. Ask the node before for orders of any status.']);
	});

	it('to open orders is not claimed while one of many is not open, wherever it stands', () => {
		const rows = steadyRows(1000).map((row, index) => ({ ...row, status: index === 7 ? 'paid' : 'open' }));
		expect(warningsOn(rows)).toEqual([]);
	});
});

describe('a warning', () => {
	const row = { customer_id: 1, date: '2024-01-05', amount: 10 };
	const later = { customer_id: 2, date: '2024-06-28', amount: 10 };

	it('is not given where there is nothing to watch', () => expect(warningsOn([row, later])).toEqual([]));

	it.each([
		[
			'in which order dates were read, where others decided it',
			[{ ...row, date: '3/4/2024' }, { ...later, date: '25/6/2024' }],
			'Dates such as 3/4/2024 were read with the day first, since others in "date" can only be read so.',
		],
		[
			'with which decimal mark amounts were read, where others decided it',
			[{ ...row, amount: '1,234' }, { ...later, amount: '1,234.50' }],
			'Amounts such as 1,234 or 1.234 were read with a decimal point, since others in the column can only be read so.',
		],
		[
			'that names tell customers apart',
			[{ client: 'Ann Lee', date: '2024-01-05', amount: 10 }, { client: 'Bob', date: '2024-06-28', amount: 10 }],
			'Customers are told apart by "client", which looks like names: two people of one name count as one customer. Choose a column with an id or an e-mail address if there is one.',
		],
		[
			'how many rows are refunds',
			[row, later, { ...later, amount: -3 }],
			'1 row has a negative amount: it lowers what the customer spent and is no purchase.',
		],
		[
			'how many rows are refunds, several',
			[row, later, { ...later, amount: -3 }, { ...later, amount: -4 }],
			'2 rows have a negative amount: it lowers what the customer spent and is no purchase.',
		],
		[
			'that equal rows were kept',
			[row, row, later],
			'1 row equals an earlier one in every column and was kept, since nothing tells whether it is the same purchase.',
		],
		[
			'that there are several currencies',
			[{ ...row, currency: 'USD' }, { ...later, currency: 'EUR' }, { ...later, currency: '' }],
			'There are several currencies (none named, EUR, USD): each period has a row per currency, with the same customers in each.',
		],
	])('says %s', (_, rows, message) => expect(warningsOn(rows)).toEqual([message]));

	it('says that a chosen As Of lies long after the last row', () => {
		expect(warningsOn([row, { ...later, date: '2024-04-01' }], { asOf: { kind: 'day', day: today, today } })).toEqual([
			'The last row is from 2024-04-01, long before As Of: all customers look as if they had stopped buying.',
		]);
	});
});

it('the empty input is told in a sentence', () => expect(EMPTY_INPUT_HINT).toBe('There are no rows: the input is empty.'));
