import { AMOUNT_SCALE } from '../../ledger/history';
import type { PaymentColumns, PaymentState } from '../streamColumns';
import { paymentStates } from '../streamColumns';
import { exampleGroup, exampleHistory, exampleNumbers, exampleSince, exampleTimes, exampleWindows } from './exampleColumns';

/** Pays later and later, with another card since June. */
const rows: ReadonlyArray<{ due: string; state: PaymentState; paid: string; amount: number; paidSoFar: number | ''; attempts: number; method: string; cardExpires: string }> = [
	{ due: '2024-03-10', state: 'paid', paid: '2024-03-10', amount: 100, paidSoFar: 100, attempts: 1, method: 'Visa 1111', cardExpires: '2024-05-31' },
	{ due: '2024-04-10', state: 'paid', paid: '2024-04-12', amount: 100, paidSoFar: 100, attempts: 1, method: 'Visa 1111', cardExpires: '2024-05-31' },
	{ due: '2024-04-20', state: 'writtenOff', paid: '', amount: 50, paidSoFar: '', attempts: 4, method: '', cardExpires: '' },
	{ due: '2024-05-10', state: 'paid', paid: '2024-05-14', amount: 100, paidSoFar: 100, attempts: 2, method: 'Visa 1111', cardExpires: '2024-05-31' },
	{ due: '2024-06-01', state: 'paid', paid: '2024-06-09', amount: 100, paidSoFar: 100, attempts: 1, method: 'Visa 2222', cardExpires: '2026-08-31' },
	{ due: '2024-06-10', state: 'open', paid: '', amount: 100, paidSoFar: 40, attempts: 1, method: 'Visa 2222', cardExpires: '2026-08-31' },
	{ due: '2024-06-20', state: 'failed', paid: '', amount: 100, paidSoFar: '', attempts: 3, method: 'Visa 2222', cardExpires: '' },
];

const columns: PaymentColumns = {
	history: exampleHistory(rows.map(({ due }) => due), rows.map(({ amount }) => amount)),
	state: Uint8Array.from(rows, ({ state }) => paymentStates.indexOf(state)),
	paidAt: exampleTimes(rows.map(({ paid }) => paid)),
	paidAmount: exampleNumbers(rows.map(({ paidSoFar }) => paidSoFar)).map((amount) => amount * AMOUNT_SCALE),
	attempts: Float64Array.from(rows, ({ attempts }) => attempts),
	cardExpiresAt: exampleTimes(rows.map(({ cardExpires }) => cardExpires)),
	method: exampleGroup('method', rows.map(({ method }) => method)),
	isDue: true,
	currencies: ['EUR'],
};

/** The rows from which the examples of the fields of payments are computed. */
export const paymentsExample = { rows, columns, windows: exampleWindows, since: exampleSince };
