/** What happens when something is wrong, for every code that this node can meet, under every setting. */
import type { INodeExecutionData } from 'n8n-workflow';
import type { ProblemCode } from '../../../domain/problems';
import { rowsOfCase } from '../../support/cases';
import { endEngine, flowOf, runWorkflow } from '../../support/runWorkflow';

type Row = Record<string, unknown>;
const REMEDY = 'or set "When a Row Is Unusable" to "Leave Out"';

/** Thirteen rows that can be read; their figures are those of startOfPeriod.expected.json. */
const goodRows: Row[] = rowsOfCase('ChurnRate', 'startOfPeriod').map((row, index) => ({ ...row, order: `A-${index + 1}` }));
const good = goodRows[12];
const parameters = { operation: 'calculateChurnRate', churnWindow: 10 };

interface Fault {
	readonly code: ProblemCode;
	readonly column: string;
	readonly fault: string;
	readonly received: unknown;
	readonly receivedInWords: string;
	readonly expected: string;
	readonly remedy: string;
}

/** What is wrong with two rows, the 14th and the 15th. */
const rowFaults: Array<Fault & { readonly change: Row }> = [
	{
		code: 'blankCustomer',
		column: 'customer_id',
		change: { customer_id: '' },
		fault: 'no customer is named',
		received: '',
		receivedInWords: 'nothing',
		expected: 'an id, an e-mail address or another name that tells customers apart',
		remedy: `Fill in the customer, choose another "Customer Column", ${REMEDY}`,
	},
	{
		code: 'unreadableDate',
		column: 'date',
		change: { date: 'soon' },
		fault: 'the date cannot be read',
		received: 'soon',
		receivedInWords: 'a text of 4 characters',
		expected: 'a date such as 2024-04-03, 2024-04-03T12:30:00Z or 25.04.2024',
		remedy: `Correct the date, choose another column of dates, set "Date Format" where it is Jalali or a spreadsheet's number, ${REMEDY}`,
	},
	{
		code: 'ambiguousDate',
		column: 'date',
		change: { date: '3/4/2024' },
		fault: 'the date can be read in two ways',
		received: '3/4/2024',
		receivedInWords: '"3/4/2024"',
		expected: 'a date that reads in one way, such as 2024-04-03',
		remedy: 'Say under "How the Data Is Written" whether the day or the month comes first',
	},
	{
		code: 'unreadableAmount',
		column: 'amount',
		change: { amount: 'free' },
		fault: 'the amount cannot be read',
		received: 'free',
		receivedInWords: 'a text of 4 characters',
		expected: 'a number, or text such as 1234.50, 1 234,50 or €1,234.50',
		remedy: `Correct the amount, choose another "Amount Column", ${REMEDY}`,
	},
	{
		code: 'ambiguousAmount',
		column: 'amount',
		change: { amount: '1,234' },
		fault: 'the amount can be read in two ways',
		received: '1,234',
		receivedInWords: '"1,234"',
		expected: 'an amount that reads in one way, such as 1234.50',
		remedy: 'Say under "How the Data Is Written" whether the decimal mark is a point or a comma',
	},
	{
		code: 'amountTooLarge',
		column: 'amount',
		change: { amount: 1e12 },
		fault: 'the amount is too large to be added exactly',
		received: 1e12,
		receivedInWords: 'a number of 13 digits',
		expected: 'an amount below 900 billion',
		remedy: `Check whether the amount column is the right one, ${REMEDY}`,
	},
	{
		code: 'startsInFuture',
		column: 'date',
		change: { date: '2150-01-01' },
		fault: 'the date lies in the future',
		received: '2150-01-01',
		receivedInWords: '"2150-01-01"',
		expected: 'a date up to today',
		remedy: `Correct the date, set "As Of" to a later day, ${REMEDY}`,
	},
	{
		code: 'twoCurrencies',
		column: 'currency',
		change: { amount: '€10.00', currency: 'USD' },
		fault: 'the row names two currencies',
		received: 'USD',
		receivedInWords: 'a text of 3 characters',
		expected: 'one currency a row',
		remedy: `Correct the amount or the currency, ${REMEDY}`,
	},
	{
		code: 'duplicateRow',
		column: 'order',
		change: {},
		fault: 'repeats an earlier row in every column',
		received: 'A-13',
		receivedInWords: 'a text of 4 characters',
		expected: 'each order once',
		remedy: `Remove the repeated rows (n8n's Remove Duplicates does), ${REMEDY}`,
	},
];

/** What is wrong with a whole column or a setting. */
const columnFaults: Array<Fault & { readonly place: string; readonly rows: Row[]; readonly settings: object }> = [
	{
		code: 'missingColumn',
		column: 'custmer',
		place: 'Column "custmer"',
		rows: goodRows,
		settings: { customerColumn: 'custmer' },
		fault: 'there is no such column',
		received: null,
		receivedInWords: '',
		expected: 'the name of a column that the input has',
		remedy: 'Drag the column from the input onto the field again, or empty the field to have it found',
	},
	{
		code: 'ambiguousOrderTotal',
		column: 'amount',
		place: 'Column "amount"',
		rows: goodRows.flatMap((row) => [{ ...row, product: 'tea' }, { ...row, product: 'cup' }]),
		settings: {},
		fault: 'the amount may be of the row or of the whole order',
		received: null,
		receivedInWords: '',
		expected: 'to know whether each row has its own price or repeats the total of its order',
		remedy: 'Set "Amount Is" under "How the Data Is Written" to "Of Each Row" or to "Of the Whole Order"',
	},
	{
		code: 'columnNotRecognised',
		column: 'customer',
		place: '"Customer Column"',
		rows: [{ id: 501, created_at: '2024-03-14' }, { id: 502, created_at: '2024-03-15' }],
		settings: {},
		fault: 'no column of a usual name was found',
		received: ['id', 'created_at'],
		receivedInWords: '2 columns',
		expected: 'a column with a usual name in English, Ukrainian, Russian or Persian',
		remedy: 'Drag the column from the input onto the field of that name',
	},
	{
		code: 'ambiguousAmountUnit',
		column: 'amount',
		place: 'Column "amount"',
		rows: goodRows.map((row) => ({ ...row, amount: 1999, currency: 'usd' })),
		settings: {},
		fault: 'the amounts may be whole units or cents',
		received: 1999,
		receivedInWords: '"1999"',
		expected: 'to know whether 1999 means 1,999 or 19.99',
		remedy: 'Set "Amount Unit" under "How the Data Is Written" to "Whole Units" or to "Smallest Coin (Cents)"',
	},
	{
		code: 'tooManyGroups',
		column: 'order',
		place: 'Column "order"',
		rows: Array.from({ length: 1001 }, (_, index) => ({ ...good, order: `B-${index}` })),
		settings: { groupBy: 'order' },
		fault: 'has too many different values to group by',
		received: 1001,
		receivedInWords: '1,001 different values',
		expected: 'a column with at most 1,000 different values, such as a country or a plan',
		remedy: 'Choose another column under "Group By"',
	},
	{
		code: 'invalidSetting',
		column: 'Churn Window (Days)',
		place: '"Churn Window (Days)"',
		rows: goodRows,
		settings: { churnWindow: 0 },
		fault: 'the setting cannot be used',
		received: 0,
		receivedInWords: '0',
		expected: '1 or more',
		remedy: 'Change the setting; where it is an expression, look at what it gives',
	},
];

const run = (rows: Row[], settings: object, onError?: 'continueErrorOutput' | 'continueRegularOutput') =>
	runWorkflow(flowOf(rows, 'churnRate', { ...parameters, ...settings }, onError ? { onError } : {}), 'Node');

const descriptionOf = ({ receivedInWords, expected, remedy }: Fault) =>
	receivedInWords === '' ? `Expected ${expected}. ${remedy}.` : `Received ${receivedInWords}, expected ${expected}. ${remedy}.`;
const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);

afterAll(endEngine);

describe.each(rowFaults)('$code', (fault) => {
	const rows = [...goodRows, { ...good, ...fault.change }, { ...good, ...fault.change }];
	const error = (row: number) => ({
		error: fault.fault,
		message: `Row ${row}, column "${fault.column}": ${fault.fault}`,
		details: { code: fault.code, row, column: fault.column, received: fault.received, expected: fault.expected, remedy: fault.remedy },
	});
	const leaveOut = { unusableRows: 'leaveOut' };

	it('under Stop names the first row, what to do, and the next row with the same fault', async () => {
		const { error: thrown, outputs } = await run(rows, {});
		expect(thrown).toEqual({ message: error(14).message, description: `${descriptionOf(fault)} The same in row 15.` });
		expect(outputs).toEqual([]);
	});

	it('under Leave Out gives the figures of the other rows and counts those left out in a hint', async () => {
		const { outputs, error: thrown, hints } = await run(rows, leaveOut);
		const clean = await run(goodRows, {});
		expect(thrown).toBeNull();
		expect(outputs).toEqual(clean.outputs);
		expect(hints.map(({ message }) => message).join(' ')).toContain(`Left out: 2 unusable (${fault.fault} in rows 14, 15).`);
	});

	it('under Stop and Continue sends each such row to the error branch, and no figure anywhere', async () => {
		const { outputs, error: thrown } = await run(rows, {}, 'continueErrorOutput');
		expect(thrown).toBeNull();
		expect(outputs.slice(0, 2)).toEqual([[], []]);
		expect(outputs[2]).toEqual([14, 15].map((row) => ({ json: { ...rows[row - 1], ...error(row) }, pairedItem: { item: row - 1 } })));
	});

	it('under Leave Out and Continue gives the figures, and one item per row left out', async () => {
		const { outputs } = await run(rows, leaveOut, 'continueErrorOutput');
		const clean = await run(goodRows, {});
		expect(outputs.slice(0, 2)).toEqual(clean.outputs);
		expect(outputs[2]).toEqual([14, 15].map((row) => ({ json: { ...rows[row - 1], ...error(row) }, pairedItem: { item: row - 1 } })));
	});

	it('under Continue without an error branch is an item of error, message, details and nothing else', async () => {
		const stopped = await run(rows, {}, 'continueRegularOutput');
		expect(stopped.outputs).toEqual([[14, 15].map((row) => ({ json: error(row), pairedItem: { item: row - 1 } })), []]);
		const goneOn = await run(rows, leaveOut, 'continueRegularOutput');
		expect(jsonOf(goneOn.outputs[0]).slice(-2)).toEqual([error(14), error(15)]);
		expect(goneOn.outputs[0].length).toBe((await run(goodRows, {})).outputs[0].length + 2);
	});
});

describe.each(columnFaults)('$code', (fault) => {
	const { rows, settings } = fault;
	const json = {
		error: fault.fault,
		message: `${fault.place}: ${fault.fault}`,
		details: { code: fault.code, row: null, column: fault.column, received: fault.received, expected: fault.expected, remedy: fault.remedy },
	};

	it.each(['stop', 'leaveOut'])('stops, under %s, since it concerns every row', async (unusableRows) => {
		const { error, outputs } = await run(rows, { ...settings, unusableRows });
		expect(error).toEqual({ message: json.message, description: descriptionOf(fault) });
		expect(outputs).toEqual([]);
	});

	it.each(['stop', 'leaveOut'])('under %s and Continue is one item on the error branch, and no figure anywhere', async (unusableRows) => {
		const { error, outputs } = await run(rows, { ...settings, unusableRows }, 'continueErrorOutput');
		expect(error).toBeNull();
		expect(outputs.map(jsonOf)).toEqual([[], [], [json]]);
	});

	it('under Continue without an error branch is one item of error, message, details and nothing else', async () => {
		const { outputs } = await run(rows, settings, 'continueRegularOutput');
		expect(outputs.map(jsonOf)).toEqual([[json], []]);
	});
});

describe('several faults', () => {
	it('in one run are each told of, the first row first', async () => {
		const rows = [{ ...good, date: 'soon' }, { ...good, customer_id: null }, ...goodRows, { ...good, date: 'later' }];
		const { error } = await run(rows, {});
		expect(error?.message).toBe('Row 1, column "date": the date cannot be read');
		expect(error?.description).toMatch(/ The same in row 16\. In row 2: no customer is named\.$/);
	});

	it('of one row are told once, by the first that is met', async () => {
		const { outputs } = await run([...goodRows, { customer_id: '', date: 'soon', amount: 'free', order: 'x' }], {}, 'continueErrorOutput');
		expect(outputs[2].map(({ json }) => (json.details as { code: string }).code)).toEqual(['blankCustomer']);
	});

	it('of settings are each told of by the name that the user sees', async () => {
		const { outputs } = await run(goodRows, { churnWindow: 1.5, definition: 'none', money: { acceptableRate: -1 } }, 'continueRegularOutput');
		expect(outputs[0].map(({ json }) => (json.details as { column: string }).column).sort()).toEqual([
			'Acceptable Churn Rate (%)',
			'Churn Window (Days)',
			'Definition',
		]);
	});
});

describe('a setting that cannot be had', () => {
	it.each([
		['As Of Day', { asOfMode: 'day', asOfDay: 'soon' }],
		['As Of Day', { asOfMode: 'day', asOfDay: '' }],
		['Churn Window (Days)', { churnWindow: 'ten' }],
		['Churn Window (Days)', { churnWindow: '={{ $json.date }}' }],
		['Period', { periodUnit: 'decade' }],
		['Definition', { definition: '' }],
		['Source', { source: 'nowhere' }],
		['Last Periods Only', { options: { lastPeriods: 0 } }],
		['Date Format', { writing: { dateFormat: 'backwards' } }],
	])('is named as the user sees it: %s, %j', async (name, settings) => {
		expect((await run(goodRows, settings)).error?.message).toBe(`"${name}": the setting cannot be used`);
	});
});

describe('under Continue the node never throws, so that no input row goes on dressed as a figure', () => {
	it('where an expression asks for a node that is not there', async () => {
		const { outputs } = await run(goodRows, { churnWindow: '={{ $("Nobody").item.json.window }}' }, 'continueRegularOutput');
		expect(jsonOf(outputs[0]).every((json) => 'error' in json && !('customer_id' in json))).toBe(true);
	});

	it('where the workflow has a time zone that is none', async () => {
		const flow = flowOf(goodRows, 'churnRate', parameters, { onError: 'continueRegularOutput', timezone: 'Mars/Base' });
		const { outputs } = await runWorkflow(flow, 'Node');
		expect(jsonOf(outputs[0]).every((json) => 'error' in json && !('customer_id' in json))).toBe(true);
	});
});
