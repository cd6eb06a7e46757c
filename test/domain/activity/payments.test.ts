import fc from 'fast-check';
import { paymentsExample } from '../../../domain/activity/examples/paymentsExample';
import type { PaymentView } from '../../../domain/activity/payments';
import { paymentFields, paymentViews } from '../../../domain/activity/payments';
import type { PaymentColumns, PaymentState } from '../../../domain/activity/streamColumns';
import { paymentStates } from '../../../domain/activity/streamColumns';
import type { Windows } from '../../../domain/activity/windows';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import { isoDate } from '../../../domain/time';
import type { DatedRow, StreamUnderTest } from '../../support/activity';
import { anyCustomer, anyMoment, anyMomentOrNone, DAY, describeExample, describeLaws, describeOneWithAll, historyOfRows, reasonsOf, timeOf, valuesOf, windows } from '../../support/activity';
import { dayOf, groupColumn, readTable } from '../../support/ledger';
import { dayOfMoment, distinct, inRecent, inUsual, slowMedian, slowRun } from '../../support/slowActivity';

interface Payment extends DatedRow {
	readonly state: PaymentState;
	readonly paidAt: number;
	readonly amount: number;
	readonly paidAmount: number;
	readonly attempts: number;
	readonly cardExpiresAt: number;
	readonly method: string;
	/** An index into the currencies. */
	readonly currency: number;
}

const currencies = ['EUR', 'USD'];

const columnsOf = (rows: readonly Payment[], customerCount: number): PaymentColumns => ({
	history: historyOfRows(rows, customerCount, { amounts: true, currencies: true }),
	state: Uint8Array.from(rows, ({ state }) => paymentStates.indexOf(state)),
	paidAt: Float64Array.from(rows, ({ paidAt }) => paidAt),
	paidAmount: Float64Array.from(rows, ({ paidAmount }) => paidAmount * AMOUNT_SCALE),
	attempts: Float64Array.from(rows, ({ attempts }) => attempts),
	cardExpiresAt: Float64Array.from(rows, ({ cardExpiresAt }) => cardExpiresAt),
	method: groupColumn('method', rows.map(({ method }) => method)),
	isDue: true,
	currencies,
});

const numberOf = (text: string) => (text === '' ? NaN : Number(text));
const stateOf = (text: string): PaymentState => paymentStates.find((state) => state === text) ?? 'paid';

/** Payments of customer 0 as drawn, paid in EUR where nothing else is said; customer 1 has none. */
const draw = (table: string): PaymentColumns =>
	columnsOf(
		readTable(table).rows.map((cell) => ({
			customer: 0,
			at: timeOf(cell('due')),
			state: stateOf(cell('state')),
			paidAt: timeOf(cell('paid')),
			amount: numberOf(cell('amount')),
			paidAmount: numberOf(cell('so far')),
			attempts: numberOf(cell('attempts')),
			cardExpiresAt: timeOf(cell('card')),
			method: cell('method'),
			currency: cell('currency') === 'USD' ? 1 : 0,
		})),
		2,
	);

const viewOf = (columns: PaymentColumns, since = '2023-01-01', customer = 0) => paymentViews(columns, windows, () => dayOf(since))(customer);
const valuesIn = (table: string, since?: string) => valuesOf(paymentFields, viewOf(draw(table), since));
const reasonsIn = (table: string, since?: string) => reasonsOf(paymentFields, viewOf(draw(table), since));

describe('the example of payments', () => {
	const { columns, windows: own, since } = paymentsExample;
	describeExample(paymentFields, paymentViews(columns, own, () => since)(0));
});

describe('on time and late', () => {
	it('is on time until the end of the day due and before it, and late from the day after', () => {
		const table = 'due  paid\n2024-06-10T09:00  2024-06-10T23:59\n2024-06-10  2024-06-01\n2024-06-10T09:00  2024-06-11T00:00';
		expect(valuesIn(table)).toMatchObject({ payments: 3, onTime: 2, late: 1, lastPaidOn: '2024-06-11' });
	});

	it('is neither where it is not known when it was paid, and where it was not', () => {
		const table = 'due  state\n2024-06-10  paid\n2024-06-10  open\n2024-06-10  failed\n2024-06-10  writtenOff';
		expect(valuesIn(table)).toMatchObject({ payments: 4, onTime: 0, late: 0, failed: 1, open: 1, missed: 1, lastPaidOn: null });
	});

	it('cannot be told where no row has a day due, though the last day paid can', () => {
		const view = viewOf({ ...draw('due  paid\n2024-06-10  2024-06-12'), isDue: false });
		expect(reasonsOf(paymentFields, view)).toMatchObject({ onTime: 'noSuchColumn', late: 'noSuchColumn', pastDue: 'noSuchColumn', pastDueDays: 'noSuchColumn' });
		expect(valuesOf(paymentFields, view)).toMatchObject({ lastPaidOn: '2024-06-12', recentDelayDays: 2 });
	});
});

describe('partial and missed payments', () => {
	it('are partial where something was paid and not all: 1 of 0, 40, 100 and 120 of 100, if open', () => {
		const table = 'due  state  amount  so far\n2024-06-10  open  100  0\n2024-06-10  open  100  40\n2024-06-10  open  100  100\n2024-06-10  open  100  120\n2024-06-10  paid  100  40';
		expect(valuesIn(table).partial).toBe(1);
	});

	it('cannot be told partial without what was due, or without what was paid', () => {
		const columns = draw('due  state  amount  so far\n2024-06-10  open  100  40');
		expect(reasonsOf(paymentFields, viewOf({ ...columns, paidAmount: null }))).toMatchObject({ partial: 'noSuchColumn' });
		expect(reasonsOf(paymentFields, viewOf({ ...columns, history: { ...columns.history, amount: null } }))).toMatchObject({ partial: 'noAmounts', pastDue: 'noAmounts' });
	});

	it('are missed where open for 31 days on 30 June, due 30 May, but not for 30 days, due 31 May', () => {
		expect(valuesIn('due  state\n2024-05-30  open\n2024-05-31  open').missed).toBe(1);
	});

	it('are missed where written off, even where nothing has a day due; open ones are not, then', () => {
		const columns = draw('due  state\n2024-05-30  writtenOff\n2024-01-31  open');
		expect(valuesOf(paymentFields, viewOf({ ...columns, isDue: false })).missed).toBe(1);
	});
});

describe('the delay', () => {
	const delaysIn = (table: string) => {
		const { recentDelayDays, usualDelayDays } = valuesIn(table);
		return [recentDelayDays, usualDelayDays];
	};

	it('is of the window in which it was paid: 10 days late on 1 June is of late, 4 days late on 31 May is usual', () => {
		expect(delaysIn('due  paid\n2024-05-22  2024-06-01\n2024-05-27  2024-05-31')).toEqual([10, 4]);
	});

	it('is usual from 4 December on, and not on the 3rd', () => {
		expect(delaysIn('due  paid\n2023-11-30  2023-12-03\n2023-11-30  2023-12-04')).toEqual([null, 4]);
	});

	it('is 0 for what was paid before it was due, and of the window in which it was due', () => {
		expect(delaysIn('due  paid\n2024-06-01  2024-05-20\n2024-05-31  2024-05-20')).toEqual([0, 0]);
	});

	it('counts what is open or failed with its age, 29 days since 1 June and 0 of today, and what waits since 2023', () => {
		expect(delaysIn('due  state\n2024-06-01  open')).toEqual([29, null]);
		expect(delaysIn('due  state\n2024-06-30  failed')).toEqual([0, null]);
		expect(delaysIn('due  state\n2023-06-30  open')).toEqual([366, null]);
	});

	it('leaves out what was written off, and what was paid on a day that is not known', () => {
		const table = 'due  state\n2024-06-01  writtenOff\n2024-06-01  paid';
		expect(reasonsIn(table)).toMatchObject({ recentDelayDays: 'tooFewEvents', usualDelayDays: 'tooFewEvents' });
		expect(reasonsIn(table, '2024-06-01')).toMatchObject({ recentDelayDays: 'tooFewEvents', usualDelayDays: 'tooNewForUsual' });
	});

	it('is the mean of the middle two of 0, 3, 6 and 29: 9 / 2', () => {
		const table = 'due  state  paid\n2024-06-10  paid  2024-06-10\n2024-06-10  paid  2024-06-13\n2024-06-10  paid  2024-06-16\n2024-06-01  open  -';
		expect(delaysIn(table)[0]).toBe((3 + 6) / 2);
	});

	it('cannot be told where no row says when it was due nor when it was paid', () => {
		const view = viewOf({ ...draw('due  state\n2024-06-10  open'), isDue: false, paidAt: null });
		expect(reasonsOf(paymentFields, view)).toMatchObject({ recentDelayDays: 'noSuchColumn', usualDelayDays: 'noSuchColumn', lastPaidOn: 'noSuchColumn' });
	});

	it('of attempts without a day due forgets a failed one once a later one was paid, and not one after it', () => {
		const table = 'due  state  paid  attempts\n2023-06-01  failed  -  1\n2024-06-10  failed  -  2\n2024-06-13  paid  2024-06-13  1';
		const without = valuesOf(paymentFields, viewOf({ ...draw(table), isDue: false }));
		expect(without).toMatchObject({ failed: 2, recentDelayDays: 0, retries: null });
		const atOnce = draw('due  state  paid  attempts\n2024-06-13  failed  -  2\n2024-06-13  paid  2024-06-13  1');
		expect(valuesOf(paymentFields, viewOf({ ...atOnce, isDue: false }))).toMatchObject({ recentDelayDays: 0, retries: null });
		const failedAgain = draw(`${table}\n2024-06-20  failed  -  3`);
		expect(valuesOf(paymentFields, viewOf({ ...failedAgain, isDue: false }))).toMatchObject({ failed: 3, recentDelayDays: (0 + 10) / 2, retries: 3 });
	});
});

describe('past due', () => {
	it('is what is open or failed of rows due before 30 June, less what was paid of it: 60 + 100, since 1 June', () => {
		const table = 'due  state  amount  so far\n2024-06-01  open  100  40\n2024-06-29  failed  100  -\n2024-06-30  open  100  -\n2024-05-01  paid  100  -\n2024-05-01  writtenOff  100  -';
		expect(valuesIn(table)).toMatchObject({ pastDue: 60 + 100, pastDueDays: 29 });
	});

	it('is 0 where nothing is, also where all of an open row was paid, so that nothing has an age', () => {
		const table = 'due  state  amount  so far\n2024-06-01  open  100  100\n2024-06-30  open  50  -';
		expect(valuesIn(table).pastDue).toBe(0);
		expect(reasonsIn(table)).toMatchObject({ pastDueDays: 'nothingOpen' });
	});

	it('has an age where the amount is not known, which adds nothing', () => {
		expect(valuesIn('due  state  amount\n2024-06-20  open  -\n2024-06-25  open  30')).toMatchObject({ pastDue: 30, pastDueDays: 10 });
	});

	it('is not told of a customer with two currencies, even if all of it is in one', () => {
		const table = 'due  state  amount  currency\n2024-06-01  open  100  EUR\n2024-01-01  paid  100  USD';
		expect(reasonsIn(table)).toMatchObject({ pastDue: 'twoCurrencies', currency: 'twoCurrencies' });
		expect(valuesIn(table).pastDueDays).toBe(29);
	});

	it('is not told where the sum is too large to be exact', () => {
		expect(reasonsIn('due  state  amount\n2024-06-01  open  900000000000\n2024-06-02  open  900000000000')).toMatchObject({ pastDue: 'amountTooLarge' });
	});
});

describe('retries', () => {
	it('are the attempts of the latest row that is open or failed: 4 of 20 June, not 9 of May', () => {
		expect(valuesIn('due  state  attempts\n2024-05-20  failed  9\n2024-06-20  failed  4\n2024-06-25  paid  1').retries).toBe(4);
	});

	it('are the most of two at the same moment, without what was paid at it', () => {
		expect(valuesIn('due  state  attempts\n2024-06-20  paid  9\n2024-06-20  failed  2\n2024-06-20  open  3\n2024-06-20  open  -').retries).toBe(3);
	});

	it('are null where nothing is unpaid, where the cell says nothing, and where no column does', () => {
		expect(reasonsIn('due  state  attempts\n2024-06-20  paid  4')).toMatchObject({ retries: 'nothingOpen' });
		expect(reasonsIn('due  state  attempts\n2024-05-20  open  4\n2024-06-20  open  -')).toMatchObject({ retries: 'noRows' });
		expect(reasonsOf(paymentFields, viewOf({ ...draw('due  state\n2024-06-20  open'), attempts: null }))).toMatchObject({ retries: 'noSuchColumn' });
	});
});

describe('the way to pay', () => {
	it('changed on 1 June, to the card that expires in August, over rows that name none', () => {
		const table = 'due  method  card\n2024-05-01  Visa 1  2024-05-31\n2024-06-01  Visa 2  2026-08-31\n2024-06-10  -  -';
		expect(valuesIn(table)).toMatchObject({ methodChangedOn: '2024-06-01', cardExpiresOn: '2026-08-31' });
	});

	it('has no card that expires once a bank took its place', () => {
		expect(valuesIn('due  method  card\n2024-05-01  Visa 1  2024-07-31\n2024-06-01  Bank  -')).toMatchObject({ methodChangedOn: '2024-06-01', cardExpiresOn: null });
	});

	it('has its own card, and not that of another way in use at the moment of the change', () => {
		const table = 'due  method  card\n2024-06-01  Visa 1  2029-01-31\n2024-06-01  Visa 2  2026-08-31\n2024-06-10  Visa 2  -';
		expect(valuesIn(table)).toMatchObject({ methodChangedOn: null, cardExpiresOn: '2026-08-31' });
	});

	it('has the card of the latest row that names one where no column names ways; of two at that moment the one that lasts longer', () => {
		const columns = draw('due  card\n2024-04-01  2029-01-31\n2024-05-01  2026-07-31\n2024-05-01  2025-07-31\n2024-06-01  -');
		expect(valuesOf(paymentFields, viewOf({ ...columns, method: null })).cardExpiresOn).toBe('2026-07-31');
	});

	it('never changed where it was always the same', () => {
		expect(reasonsIn('due  method\n2024-05-01  Visa 1\n2024-06-01  Visa 1')).toMatchObject({ methodChangedOn: 'noRows' });
	});
});

describe('the currency', () => {
	it('is the only one of all, also where no row needs to be asked', () => {
		const columns = draw('due  currency\n2024-05-01  USD');
		expect(valuesOf(paymentFields, viewOf(columns)).currency).toBe('USD');
		expect(valuesOf(paymentFields, viewOf({ ...columns, history: { ...columns.history, currency: null }, currencies: ['GBP'] })).currency).toBe('GBP');
	});

	it('is null where no row names one', () => {
		const columns = draw('due\n2024-05-01');
		expect(reasonsOf(paymentFields, viewOf({ ...columns, currencies: [] }))).toMatchObject({ currency: 'noSuchColumn' });
		expect(reasonsOf(paymentFields, viewOf({ ...columns, currencies: ['', 'EUR'] }))).toMatchObject({ currency: 'noRows' });
	});
});

it('has counts of 0 and nothing past due of a customer without rows', () => {
	const view = viewOf(draw('due\n2024-06-01'), '2023-01-01', 1);
	expect(valuesOf(paymentFields, view)).toMatchObject({ payments: 0, onTime: 0, late: 0, failed: 0, partial: 0, missed: 0, open: 0, pastDue: 0 });
	expect(reasonsOf(paymentFields, view)).toEqual({
		recentDelayDays: 'tooFewEvents',
		usualDelayDays: 'tooFewEvents',
		pastDueDays: 'nothingOpen',
		retries: 'nothingOpen',
		cardExpiresOn: 'noRows',
		methodChangedOn: 'noRows',
		lastPaidOn: 'noRows',
		currency: 'noRows',
	});
});

interface UnpaidRule {
	/** Whether rows have a day due. */
	readonly isDue: boolean;
}

/** The stream with rows that have a day due, or with attempts that have none. */
const paymentsWith = ({ isDue }: UnpaidRule): StreamUnderTest<Payment, PaymentColumns, PaymentView> => ({
	fields: paymentFields,
	views: paymentViews,
	columnsOf: (rows, customerCount) => ({ ...columnsOf(rows, customerCount), isDue }),
	anyRow: fc
		.record({
			customer: anyCustomer,
			at: anyMoment,
			state: fc.constantFrom(...paymentStates),
			paidAt: anyMomentOrNone,
			amount: fc.constantFrom(NaN, 10, 99.99, 250),
			paidAmount: fc.constantFrom(NaN, 0, 10, 40.5),
			attempts: fc.constantFrom(NaN, 1, 2, 3),
			cardExpiresAt: fc.constantFrom(NaN, 20 * DAY, 40 * DAY, 400 * DAY),
			method: fc.constantFrom('Visa 1', 'Visa 2', 'Bank', ''),
			currency: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
		})
		.map((row) => ({ ...row, paidAt: row.state === 'paid' ? row.paidAt : NaN })),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY, paidAt: row.paidAt + days * DAY, cardExpiresAt: row.cardExpiresAt + days * DAY }),
	slow: (rows, given) => slowPayments(rows, given, isDue),
});

function slowPayments(rows: readonly Payment[], given: Windows, isDue: boolean) {
	const [isRecent, isUsual] = [inRecent(given), inUsual(given)];
	const all = rows.map((row) => ({ ...row, due: dayOfMoment(row.at), paidDay: dayOfMoment(row.paidAt) }));
	const paid = all.filter(({ paidDay }) => !Number.isNaN(paidDay)).map((row) => ({ ...row, delay: Math.max(0, row.paidDay - row.due), settled: Math.max(row.due, row.paidDay) }));
	const laterPaid = (row: Payment) => rows.some(({ state, at }) => state === 'paid' && at >= row.at);
	const unpaid = all.filter((row) => row.state === 'open' || (row.state === 'failed' && (isDue || !laterPaid(row))));
	const rests = unpaid.filter(({ due }) => due < given.asOf).map((row) => ({ ...row, rest: row.amount - (Number.isNaN(row.paidAmount) ? 0 : row.paidAmount) })).filter(({ rest }) => rest !== 0);
	const named = distinct(rows.map(({ currency }) => currencies[currency]));
	const latestUnpaid = unpaid.filter(({ at }) => at === Math.max(...unpaid.map((row) => row.at)) ).flatMap(({ attempts }) => (Number.isNaN(attempts) ? [] : [attempts]));
	const run = slowRun(rows.map(({ at, method }) => ({ at, name: method })));
	const cards = all.filter(({ at, method, cardExpiresAt }) => !Number.isNaN(cardExpiresAt) && (run === null || (at >= run.since && (method === '' || method === run.value))));
	const lastCards = cards.filter(({ at }) => at === Math.max(...cards.map((row) => row.at))).map(({ cardExpiresAt }) => dayOfMoment(cardExpiresAt));
	const countOf = (isCounted: (row: (typeof all)[number]) => boolean) => all.filter(isCounted).length;
	const isMissed = ({ state, due }: (typeof all)[number]) => state === 'writtenOff' || (isDue && state === 'open' && due < given.asOf - given.recentDays);
	return {
		payments: rows.length,
		onTime: isDue ? paid.filter(({ delay }) => delay === 0).length : null,
		late: isDue ? paid.filter(({ delay }) => delay > 0).length : null,
		failed: countOf(({ state }) => state === 'failed'),
		partial: countOf(({ state, amount, paidAmount }) => state === 'open' && paidAmount > 0 && paidAmount < amount),
		missed: countOf(isMissed),
		open: countOf(({ state }) => state === 'open'),
		recentDelayDays: slowMedian([...unpaid.map(({ due }) => given.asOf - due), ...paid.filter(({ settled }) => isRecent(settled)).map(({ delay }) => delay)]),
		usualDelayDays: slowMedian(paid.filter(({ settled }) => isUsual(settled)).map(({ delay }) => delay)),
		pastDue: !isDue || named.length > 1 ? null : rests.reduce((sum, { rest }) => sum + Math.max(0, rest || 0), 0),
		pastDueDays: !isDue || rests.every(({ rest }) => rest < 0) ? null : Math.max(...rests.filter(({ rest }) => !(rest < 0)).map(({ due }) => given.asOf - due)),
		retries: latestUnpaid.length === 0 ? null : Math.max(...latestUnpaid),
		cardExpiresOn: lastCards.length === 0 ? null : isoDate(Math.max(...lastCards)),
		methodChangedOn: run === null || run.previous === null ? null : isoDate(dayOfMoment(run.since)),
		lastPaidOn: paid.length === 0 ? null : isoDate(Math.max(...paid.map(({ paidDay }) => paidDay))),
		currency: named.length === 1 ? named[0] : null,
	};
}

describe('payments with a day due', () => {
	const payments = paymentsWith({ isDue: true });
	describeLaws(payments);
	// A quarter of each state. Of those paid on day 29, the 833 due on it (29, 89, … 49,949) are on time. 5 of 10 is still to be paid of 25,000 open and failed ones.
	describeOneWithAll(payments, (index) => ({
		customer: 0, at: (index % 30) * DAY, state: paymentStates[index % 4], paidAt: index % 4 === 1 ? 29 * DAY : NaN, amount: 10, paidAmount: 5, attempts: 1, cardExpiresAt: NaN, method: `m${index % 3}`, currency: 0,
	}), { payments: 50_000, open: 12_500, failed: 12_500, partial: 12_500, onTime: 833, late: 12_500 - 833, pastDue: 25_000 * 5, pastDueDays: 30, methodChangedOn: '1970-01-30', lastPaidOn: '1970-01-30' });
});

describe('attempts without a day due', () => describeLaws(paymentsWith({ isDue: false })));
