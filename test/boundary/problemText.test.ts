import { descriptionOf, detailsOf, faultsInWords, messageOf } from '../../boundary/problemText';
import type { Problem, ProblemCode } from '../../domain/problems';
import { problemFaults } from '../../domain/problems';
import { problemsOf, type Rows } from '../support/reading';

const LEAVE_OUT = 'or set "When a Row Is Unusable" to "Leave Out".';

/** Each code as a user meets it: the problem, then its whole message and description. */
const texts: Record<ProblemCode, readonly [problem: Omit<Problem, 'code'>, message: string, description: string]> = {
	ambiguousAmount: [
		{ item: 3, column: 'amount', received: '1,234' },
		'Row 4, column "amount": the amount can be read in two ways',
		'Received "1,234", expected an amount that reads in one way, such as 1234.50. ' +
			'Say under "How the Data Is Written" whether the decimal mark is a point or a comma.',
	],
	ambiguousAmountUnit: [
		{ item: null, column: 'amount', received: 1999 },
		'Column "amount": the amounts may be whole units or cents',
		'Received "1999", expected to know whether 1999 means 1,999 or 19.99. ' +
			'Set "Amount Unit" under "How the Data Is Written" to "Whole Units" or to "Smallest Coin (Cents)".',
	],
	ambiguousDate: [
		{ item: 0, column: 'order_date', received: '3/4/2024' },
		'Row 1, column "order_date": the date can be read in two ways',
		'Received "3/4/2024", expected a date that reads in one way, such as 2024-04-03. ' +
			'Say under "How the Data Is Written" whether the day or the month comes first.',
	],
	ambiguousInterval: [
		{ item: 4, column: 'billing_period', received: 30 },
		'Row 5, column "billing_period": the interval may be of days or of months',
		'Received "30", expected an interval with its unit, such as 30 days or 1 month. Write "30 days" or "1 month", or set "Price Is For" under "Subscriptions".',
	],
	amountTooLarge: [
		{ item: 11, column: 'amount', received: 9e14 },
		'Row 12, column "amount": the amount is too large to be added exactly',
		`Received a number of 15 digits, expected an amount below 900 billion. Check whether the amount column is the right one, ${LEAVE_OUT}`,
	],
	ambiguousOrderTotal: [
		{ item: null, column: 'order_total', received: undefined },
		'Column "order_total": the amount may be of the row or of the whole order',
		'Expected to know whether each row has its own price or repeats the total of its order. ' +
			'Set "Amount Is" under "How the Data Is Written" to "Of Each Row" or to "Of the Whole Order".',
	],
	blankCustomer: [
		{ item: 1, column: 'customer.id', received: '' },
		'Row 2, column "customer.id": no customer is named',
		'Received nothing, expected an id, an e-mail address or another name that tells customers apart. ' +
			`Fill in the customer, choose another "Customer Column", ${LEAVE_OUT}`,
	],
	cancelledWithoutEnd: [
		{ item: 5, column: 'Ended', received: '' },
		'Row 6, column "Ended": is cancelled and has no end',
		`Received nothing, expected the day on which it ended. Add the day on which each cancelled one ended, in a column of its own, or correct the status of those that go on, ${LEAVE_OUT}`,
	],
	columnNotRecognised: [
		{ item: null, column: 'customer', received: ['id', 'created_at', 'total'] },
		'"Customer Column": no column of a usual name was found',
		'Received 3 columns, expected a column with a usual name in English, Ukrainian, Russian or Persian. ' +
			'Drag the column from the input onto the field of that name.',
	],
	customerTwice: [
		{ item: 2, column: 'customer', received: 'ann' },
		'Row 3, column "customer": the customer has an item already',
		`Received a text of 3 characters, expected one item a customer. Let one Customer Activity read all rows, ${LEAVE_OUT}`,
	],
	duplicateRow: [
		{ item: 1, column: 'Order No', received: 'A-1' },
		'Row 2, column "Order No": repeats an earlier row in every column',
		`Received a text of 3 characters, expected each order once. Remove the repeated rows (n8n's Remove Duplicates does), ${LEAVE_OUT}`,
	],
	endsBeforeItStarts: [
		{ item: 3, column: 'endedOn', received: '2024-03-01' },
		'Row 4, column "endedOn": ends before it starts',
		`Received "2024-03-01", expected an end on or after the start. Swap the two columns, ${LEAVE_OUT}`,
	],
	invalidSetting: [
		{ item: null, column: 'Churn Window (Days)', received: 0 },
		'"Churn Window (Days)": the setting cannot be used',
		'Received 0, expected a value the setting can take. Change the setting; where it is an expression, look at what it gives.',
	],
	internalFault: [
		{ item: null, column: 'RangeFault', received: undefined },
		'This node (RangeFault): something went wrong inside the node',
		'Expected figures. Please report it with the settings of the node.',
	],
	missingColumn: [
		{ item: null, column: 'custmer', received: undefined },
		'Column "custmer": there is no such column',
		'Expected the name of a column that the input has. ' +
			'Drag the column from the input onto the field again, or empty the field to have it found.',
	],
	negativePrice: [
		{ item: 8, column: 'Price', received: '-20.00' },
		'Row 9, column "Price": the price is below 0',
		`Received "-20.00", expected a price of 0 or more. Correct the price; a discount lowers it, it is no row of its own, ${LEAVE_OUT}`,
	],
	noActivityItem: [
		{ item: 1, column: 'activityVersion', received: undefined },
		'Row 2, column "activityVersion": this is no item of Customer Activity that can be read',
		'Received nothing, expected an item as Customer Activity of this version gives it. ' +
			`Connect Customer Activity and pass on all its fields, activityVersion too, or set "Input Is" to "Purchases" where these are orders, ${LEAVE_OUT}`,
	],
	otherHorizon: [
		{ item: 7, column: 'horizonDays', received: 30, expected: '90 days, as the first item has' },
		'Row 8, column "horizonDays": the item looks another number of days ahead',
		`Received a number of 2 digits, expected 90 days, as the first item has. Let one run of Customer Forecast give all items, ${LEAVE_OUT}`,
	],
	otherAsOf: [
		{ item: 7, column: 'asOf', received: '2024-06-30' },
		'Row 8, column "asOf": the item tells of another day',
		`Received "2024-06-30", expected the same As Of in all items. Let one run of Customer Activity give all items, ${LEAVE_OUT}`,
	],
	purchasesDisagree: [
		{ item: 2, column: 'purchases.recencyDays', received: 183 },
		'Row 3, column "purchases.recencyDays": the figures of the purchases do not agree',
		`Received "183", expected figures of the same purchases. Pass on all fields of an item as one run of Customer Activity gave them, ${LEAVE_OUT}`,
	],
	startsInFuture: [
		{ item: 1, column: 'date', received: '2124-03-14' },
		'Row 2, column "date": the date lies in the future',
		`Received "2124-03-14", expected a date up to today. Correct the date, set "As Of" to a later day, ${LEAVE_OUT}`,
	],
	tooManyGroups: [
		{ item: null, column: 'email', received: 1200 },
		'Column "email": has too many different values to group by',
		'Received 1,200 different values, expected a column with at most 1,000 different values, such as a country or a plan. Choose another column under "Group By".',
	],
	twoCurrencies: [
		{ item: 6, column: 'currency', received: 'USD' },
		'Row 7, column "currency": the row names two currencies',
		`Received a text of 3 characters, expected one currency a row. Correct the amount or the currency, ${LEAVE_OUT}`,
	],
	twoPlansAtOnce: [
		{ item: 12, column: 'start_date', received: '2025-02-01' },
		'Row 13, column "start_date": two plans of one customer begin at the same moment',
		`Received "2025-02-01", expected one plan from each moment on. Give the later one a later date, or a time of day, ${LEAVE_OUT}`,
	],
	unknownLevel: [
		{ item: 0, column: 'level', received: 'high' },
		'Row 1, column "level": there is no such level',
		'Received a text of 4 characters, expected healthy, watch, atRisk or gone. Give the rows of the output State as they were, from a Data Table of their own.',
	],
	unreadableAmount: [
		{ item: 4, column: 'amount', received: 'free' },
		'Row 5, column "amount": the amount cannot be read',
		'Received a text of 4 characters, expected a number, or text such as 1234.50, 1 234,50 or €1,234.50. ' +
			`Correct the amount, choose another "Amount Column", ${LEAVE_OUT}`,
	],
	unreadableDate: [
		{ item: 2, column: 'date', received: '2024-02-30' },
		'Row 3, column "date": the date cannot be read',
		'Received "2024-02-30", expected a date such as 2024-04-03, 2024-04-03T12:30:00Z or 25.04.2024. ' +
			`Correct the date, choose another column of dates, set "Date Format" where it is Jalali or a spreadsheet's number, ${LEAVE_OUT}`,
	],
	unreadableNumber: [
		{ item: 2, column: 'csat', received: '4 of 5' },
		'Row 3, column "csat": the number cannot be read',
		`Received a text of 6 characters, expected a number such as 9 or 4.5. Correct the number, choose another column, ${LEAVE_OUT}`,
	],
	unreadableInterval: [
		{ item: 2, column: 'Billing', received: 'when it suits' },
		'Row 3, column "Billing": how often the price is paid cannot be read',
		`Received a text of 13 characters, expected a word such as monthly or yearly, or 1, 2, 3, 4, 6, 12, 24 or 36 for months. Correct the interval, choose another column under "Subscriptions", ${LEAVE_OUT}`,
	],
};

const codes = Object.keys(problemFaults) as ProblemCode[];
const problemOf = (code: ProblemCode, changes: Partial<Problem> = {}): Problem => ({ code, ...texts[code][0], ...changes });

describe.each(codes)('%s', (code) => {
	const [, message, description] = texts[code];

	it('says what is wrong and where', () => expect(messageOf(problemOf(code))).toBe(message));
	it('says what to do', () => expect(descriptionOf([problemOf(code)])).toBe(description));

	it('keeps to the house tone: no shouting, no blame, no code', () => {
		expect(`${message} ${description}`).not.toMatch(/error|fail|mistake|problem|!|undefined|null|NaN|\[object/i);
		expect(message).not.toContain(code);
	});

	it('is data for the error branch: code, row from 1, column, received, expected, remedy', () => {
		const { item, column, received } = texts[code][0];
		const details = detailsOf(problemOf(code));
		expect(details).toEqual({
			code,
			row: item === null ? null : item + 1,
			column,
			received: received ?? null,
			expected: expect.any(String),
			remedy: expect.any(String),
		});
		expect(description).toContain(`xpected ${details.expected}. ${details.remedy}.`);
	});
});

it('a date column that is not found is asked for by the name of its field', () => {
	expect(messageOf(problemOf('columnNotRecognised', { column: 'date' }))).toBe('"Date Column": no column of a usual name was found');
	expect(messageOf(problemOf('columnNotRecognised', { column: 'start' }))).toBe('"Start Column": no column of a usual name was found');
});

it('a problem that knows a better remedy than its code tells that one, on the error branch too', () => {
	const problem = problemOf('unreadableDate', { remedy: 'Ask whoever wrote it' });
	expect(descriptionOf([problem])).toContain('25.04.2024. Ask whoever wrote it.');
	expect(detailsOf(problem).remedy).toBe('Ask whoever wrote it');
});

describe('further rows', () => {
	const withFurther = (count: number) => Array.from({ length: count + 1 }, (_, item) => problemOf('unreadableDate', { item: item * 10 }));
	const [, , description] = texts.unreadableDate;

	it.each([
		[0, ''],
		[1, ' The same in row 11.'],
		[5, ' The same in rows 11, 21, 31, 41, 51.'],
		[6, ' The same in rows 11, 21, 31, 41, 51 and 1 more.'],
		[20, ' The same in rows 11, 21, 31, 41, 51 and 15 more.'],
	])('%i with the same fault', (count, text) => expect(descriptionOf(withFurther(count))).toBe(`${description}${text}`));

	it('with other faults are named after those with the same', () => {
		const problems = [
			problemOf('unreadableDate'),
			problemOf('blankCustomer', { item: 4 }),
			problemOf('unreadableDate', { item: 6 }),
			...Array.from({ length: 7 }, (_, index) => problemOf('unreadableAmount', { item: 9 + index })),
			problemOf('blankCustomer', { item: 20 }),
		];
		expect(descriptionOf(problems)).toBe(
			`${description} The same in row 7. In rows 5, 21: no customer is named. In rows 10, 11, 12, 13, 14 and 2 more: the amount cannot be read.`,
		);
	});

	it('with several faulty cells are named once', () => {
		const cells = [problemOf('unreadableDate'), problemOf('unreadableNumber', { item: 5 }), problemOf('unreadableNumber', { item: 5, column: 'nps' })];
		expect(descriptionOf(cells)).toBe(`${description} In row 6: the number cannot be read.`);
		expect(faultsInWords(cells)).toBe('the date cannot be read in row 3; the number cannot be read in row 6');
	});

	it('are not made up where whole columns are wrong: each further column or setting is named', () => {
		const missing = descriptionOf([problemOf('missingColumn'), problemOf('missingColumn', { column: 'dat' })]);
		expect(missing).toContain('"dat"');
		expect(missing).not.toMatch(/\brow/i);
		const settings = descriptionOf([problemOf('invalidSetting'), problemOf('invalidSetting', { column: 'Definition', received: 'x' })]);
		expect(settings).toContain('"Definition"');
		expect(settings).not.toMatch(/\brow/i);
	});
});

describe('what was received', () => {
	const receivedOf = (received: unknown) => /^Received (.*?), expected/.exec(descriptionOf([problemOf('unreadableAmount', { received })]))![1];

	it.each([
		['12-50', '"12-50"'],
		['1.2.3', '"1.2.3"'],
		['', 'nothing'],
		['  ', 'nothing'],
		[null, 'nothing'],
		[undefined, 'nothing'],
		[[10], 'a list'],
		[{ value: 10 }, 'an object'],
		['free', 'a text of 4 characters'],
		['12345678901234567890123456', 'a text of 26 characters'],
	])('%j is told as %s', (received, text) => expect(receivedOf(received)).toBe(text));

	it('by a setting of scores is quoted, 4-6 and 0, and nothing longer than five digits', () => {
		const receivedBy = (received: unknown) => /^Received (.*?), expected/.exec(descriptionOf([problemOf('invalidSetting', { received })]))![1];
		expect(['4-6', '0', '1,3;7', '1-2-3-4-5-6', '380675550112', '4-high'].map(receivedBy)).toEqual(['"4-6"', '"0"', '"1,3;7"', 'a text of 11 characters', 'a text of 12 characters', 'a text of 6 characters']);
	});

	it('with Persian digits is told like any other date or amount', () => expect(receivedOf('۱۲-۵۰')).toBe('"۱۲-۵۰"'));
});

describe('no person\'s data', () => {
	const people = ['ann.lee@example.com', 'Ann Lee', 'Оксана Шевченко', 'زهرا محمدی'];
	const rowCodes = codes.filter((code) => texts[code][0].item !== null);

	it.each(rowCodes)('of a wrongly chosen column is in message or description: %s', (code) => {
		for (const received of people) {
			const problem = problemOf(code, { received });
			expect(messageOf(problem)).not.toContain(received);
			expect(descriptionOf([problem, problem])).not.toContain(received);
		}
	});

	it.each([
		['unreadableAmount', '+380 67 555 01 12'],
		['unreadableDate', '380675550112'],
		['unreadableDate', '+1-415-555-0132'],
		['amountTooLarge', '4111111111111111'],
	] as const)('such as a number to call or to pay with is in message or description: %s, %s', (code, received) => {
		expect(descriptionOf([problemOf(code, { received })])).not.toContain(received);
	});

	it('that an expression gives a setting is in message or description', () => {
		const problem = problemOf('invalidSetting', { received: 'ann.lee@example.com' });
		expect(`${messageOf(problem)} ${descriptionOf([problem])}`).not.toContain('ann.lee@example.com');
	});

	it('that stands where the column names should be, in a file without a heading, is in message or description', () => {
		const rows: Rows = [{ 'ann.lee@example.com': 'bob@example.com', '2024-03-14': '2024-03-15', '10': '20' }];
		const problems = problemsOf(rows);
		expect(problems[0]?.code).toBe('columnNotRecognised');
		expect(`${messageOf(problems[0])} ${descriptionOf(problems)}`).not.toContain('ann.lee@example.com');
	});

	it('is lost on the canvas: the error branch, where the row itself goes, gets the cell', () => {
		expect(detailsOf(problemOf('unreadableAmount', { received: 'Ann Lee' })).received).toBe('Ann Lee');
	});
});
