import { purchaseColumns } from '../../../boundary/activity/purchaseColumns';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import type { Changes, Rows } from '../../support/reading';
import { readingOf } from '../../support/reading';

/** Margins in whole units by row, and what is warned of. */
function marginsOf(rows: Rows, changes: Changes = {}) {
	const { columns, warnings } = purchaseColumns(readingOf(rows, changes), { decimalMark: 'automatic', amountUnit: 'automatic', amountIs: changes.amountIs ?? 'automatic' });
	return { margins: columns.margin && [...columns.margin].map((margin) => margin / AMOUNT_SCALE), warnings };
}

const row = (more: Record<string, unknown>) => ({ customer_id: 'A1', date: '2024-06-01', ...more });

describe('what a purchase earned', () => {
	it('is its amount less its cost: 100 less 60 is 40', () => expect(marginsOf([row({ amount: 100, cost: 60 })]).margins).toEqual([40]));

	it('is 20 for ten units at 5 that cost 3 each, and not 47', () => {
		expect(marginsOf([row({ quantity: 10, unit_price: 5, cost_price: 3 })]).margins).toEqual([20]);
		expect(marginsOf([row({ Кількість: 10, Ціна: 5, Собівартість: 3 })]).margins).toEqual([20]);
	});

	it('is 40 for an order of 100 that cost 60, both repeated on its two lines', () => {
		const lines = [row({ order_id: 'O1', amount: 100, cost: 60, item: 'tea' }), row({ order_id: 'O1', amount: 100, cost: 60, item: 'cup' })];
		expect(marginsOf(lines, { amountIs: 'perOrder' }).margins).toEqual([40, 0]);
	});

	it('is what a refund pays back where no cost stands beside it', () => {
		expect(marginsOf([row({ amount: 100, cost: 60 }), row({ amount: -30, cost: '' })]).margins).toEqual([40, -30]);
	});

	it('is not known of a purchase without a cost', () => expect(marginsOf([row({ amount: 100, cost: 60 }), row({ amount: 50, cost: '' })]).margins).toEqual([40, NaN]));
});

describe('a column of details that is no amount', () => {
	it('is not used where it holds shares, and that is told', () => {
		expect(marginsOf([row({ amount: 100, margin: 0.35 })])).toEqual({ margins: null, warnings: ['"margin" is not used: it holds shares and no amounts.'] });
	});

	it('is not used where cells cannot be read, which loses no row', () => {
		expect(marginsOf([row({ amount: 100, margin: '35 percent or so' }), row({ amount: 50, margin: 20 })])).toEqual({
			margins: null,
			warnings: ['"margin" is not used: 1 cell of it cannot be read as an amount.'],
		});
	});
});
