import { AMOUNT_SCALE } from '../../ledger/history';
import { netted } from '../../ledger/netting';
import type { PurchaseColumns } from '../streamColumns';
import { exampleFlags, exampleGroup, exampleHistory, exampleSince, exampleWindows } from './exampleColumns';

/** Buys tea every five weeks and got back part of one order; another one was returned in full. */
const rows = [
	{ on: '2024-03-03', order: 'A1', amount: 80, cost: 50, category: 'Tea', channel: 'web', promotion: 'yes', instalments: 'no' },
	{ on: '2024-04-14', order: 'A2', amount: 60, cost: 40, category: 'Tea', channel: 'web', promotion: 'no', instalments: 'yes' },
	{ on: '2024-04-14', order: 'A2', amount: 40, cost: 20, category: 'Cups', channel: 'web', promotion: 'no', instalments: 'yes' },
	{ on: '2024-04-20', order: 'A2', amount: -20, cost: 0, category: '', channel: '', promotion: '', instalments: '' },
	{ on: '2024-05-05', order: 'A3', amount: 60, cost: 35, category: 'Tea', channel: 'shop', promotion: 'yes', instalments: '' },
	{ on: '2024-05-20', order: 'A4', amount: 90, cost: 55, category: 'Cakes', channel: 'web', promotion: 'yes', instalments: 'yes' },
	{ on: '2024-05-24', order: 'C5', amount: -90, cost: -55, category: 'Cakes', channel: '', promotion: '', instalments: '' },
	{ on: '2024-06-10', order: 'A6', amount: 50, cost: 30, category: 'Coffee', channel: 'web', promotion: 'no', instalments: 'no' },
	{ on: '2024-06-10', order: 'A7', amount: 40, cost: 25, category: 'Tea', channel: 'web', promotion: 'no', instalments: 'no' },
];

const bought = exampleHistory(rows.map(({ on }) => on), rows.map(({ amount }) => amount));
const orderAt = (row: number): string => rows[row].order;

const columns: PurchaseColumns = {
	...netted({ history: { ...bought, isVisit: Uint8Array.from(bought.row, (row) => (rows[row].amount > 0 ? 1 : 0)) }, orderAt, productAt: null, textAt: orderAt }),
	orderAt,
	isCancelled: null,
	margin: Float64Array.from(rows, ({ amount, cost }) => (amount - cost) * AMOUNT_SCALE),
	onPromotion: exampleFlags(rows.map(({ promotion }) => promotion)),
	inInstalments: exampleFlags(rows.map(({ instalments }) => instalments)),
	category: exampleGroup('category', rows.map(({ category }) => category)),
	channel: exampleGroup('channel', rows.map(({ channel }) => channel)),
	currencies: ['EUR'],
};

/** The rows from which the examples of the fields of purchases are computed. */
export const purchasesExample = { rows, columns, windows: exampleWindows, since: exampleSince };
