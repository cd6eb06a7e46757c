import fc from 'fast-check';
import { endOfEventsBefore, historyOf } from '../../../domain/ledger/history';
import { closeTo } from '../../support/closeTo';
import { dayOf, drawPurchases } from '../../support/ledger';
import { law } from '../../support/law';

const DAY = 86_400_000;

const columnsOf = (rows: ReadonlyArray<readonly [customer: number, localTime: number, amount: number]>, customerCount: number) =>
	Object.freeze({
		customerCount,
		customer: Int32Array.from(rows, ([customer]) => customer),
		localTime: Float64Array.from(rows, ([, localTime]) => localTime),
		amount: Float64Array.from(rows, ([, , amount]) => amount),
		currency: null,
		isVisit: new Uint8Array(rows.length).fill(1),
	});

describe('historyOf(columns)', () => {
	const { history } = drawPurchases(
		`
		customer  on                amount
		Boris     2024-02-01        20
		Ada       2024-03-05T18:00  3
		Ada       2024-01-10        1
		Ada       2024-03-05T09:00  2
		`,
		'2024-04-01',
	);

	it('gathers Ada’s three events before Boris’ one, whatever the order of the rows', () => {
		expect([...history.firstEvent]).toEqual([0, 3, 4]);
	});

	it('puts 10 January before 5 March, and 9:00 before 18:00 of the same day', () => {
		expect([...history.amount!]).toEqual([10_000, 20_000, 30_000, 200_000]);
		expect([...history.row]).toEqual([2, 3, 1, 0]);
	});

	it('knows the first and the last day of all, 10 January and 5 March', () => {
		expect([history.firstDay, history.lastDay]).toEqual([dayOf('2024-01-10'), dayOf('2024-03-05')]);
	});

	it('leaves rows of the same customer and moment in the order given', () => {
		expect([...historyOf(columnsOf([[0, DAY, 1], [0, DAY, 2], [0, DAY, 3]], 1)).row]).toEqual([0, 1, 2]);
	});

	it('takes a moment before 1970 as the day that holds it, a millisecond before midnight as day −1', () => {
		expect([...historyOf(columnsOf([[0, -1, 1], [0, 0, 2]], 1)).day]).toEqual([-1, 0]);
	});

	it('has a customer without events as an empty stretch', () => {
		expect([...historyOf(columnsOf([[0, 0, 1], [2, 0, 1]], 3)).firstEvent]).toEqual([0, 1, 1, 2]);
	});

	it('is empty for no rows', () => {
		const empty = historyOf(columnsOf([], 0));
		expect([empty.row.length, empty.firstEvent.length, empty.customerCount]).toEqual([0, 1, 0]);
	});

	it('sorts by customer, then by time, as comparing all rows with one another does', () => {
		const row = fc.tuple(fc.nat(5), fc.integer({ min: -20 * DAY, max: 20 * DAY }), fc.nat(100));
		law(fc.array(row, { maxLength: 60 }), fc.constant(6), (rows, customerCount) => {
			const expected = rows.map((_, index) => index).sort((one, other) => rows[one][0] - rows[other][0] || rows[one][1] - rows[other][1]);
			expect([...historyOf(columnsOf(rows, customerCount)).row]).toEqual(expected);
		});
	});
});

describe('endOfEventsBefore(history, customer, day)', () => {
	const { history } = drawPurchases(
		`
		customer  on
		Ada       2024-01-10
		Ada       2024-01-20
		Ada       2024-01-20T12:00
		`,
		'2024-04-01',
	);
	const endBefore = (date: string) => endOfEventsBefore(history, 0, dayOf(date));

	it('leaves out the events of the day itself: one lies before 20 January, three before the 21st', () => {
		expect([endBefore('2024-01-20'), endBefore('2024-01-21')]).toEqual([1, 3]);
	});

	it('is the first event of the customer where none lies before', () => {
		expect(endBefore('2024-01-10')).toBe(0);
	});
});

describe('one customer with 500,000 events', () => {
	const EVENTS = 500_000;
	const localTimeOf = (event: number) => ((event * 7919) % EVENTS) * 3_600_000;
	const historyWith = (customerCount: number) =>
		historyOf({
			customerCount,
			customer: Int32Array.from({ length: EVENTS }, (_, event) => event % customerCount),
			localTime: Float64Array.from({ length: EVENTS }, (_, event) => localTimeOf(event)),
			amount: new Float64Array(EVENTS).fill(10_000),
			currency: null,
			isVisit: new Uint8Array(EVENTS).fill(1),
		});
	const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

	it('has the same events, days and sum as the same events spread over 500,000 customers', () => {
		const [one, many] = [historyWith(1), historyWith(EVENTS)];
		expect([one.firstDay, one.lastDay]).toEqual([many.firstDay, many.lastDay]);
		expect(one.firstEvent[1]).toBe(EVENTS);
		closeTo(sum(one.amount!), sum(many.amount!), 'sum of amounts');
		expect(one.localTime.every((time, event) => event === 0 || time >= one.localTime[event - 1])).toBe(true);
		const daysOfMany = many.day.slice().sort();
		expect(one.day.every((day, event) => day === daysOfMany[event])).toBe(true);
	});
});
