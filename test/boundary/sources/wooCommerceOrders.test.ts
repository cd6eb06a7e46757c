import { wooCommerceOrders } from '../../../boundary/sources/wooCommerceOrders';
import { cellsRead, purchaseLayout, purchasesRead, rowsOf, tableFrom } from '../../support/sourceFixtures';

const rows = rowsOf('woocommerce_orders');
const read = purchasesRead(wooCommerceOrders, rows);
const ofRow = (row: number) => read.filter((line) => line.startsWith(`${row} `)).map((line) => line.slice(String(row).length + 1));

describe('WooCommerce orders', () => {
	it('are dated by UTC, and say so', () => expect(ofRow(1)).toEqual(['31 2024-01-05T22:30:00Z 1250.00 UAH']));

	it('that were refunded lose it on the day of their last change, since refunds have no day: two of them are one', () => {
		expect(ofRow(2)).toEqual(['31 2024-02-05T10:00:00Z 900.00 UAH', '31 2024-02-15T10:00:00Z -300 UAH']);
		expect(ofRow(3)).toEqual(['32 2024-02-07T10:00:00Z 400.00 UAH', '32 2024-02-20T10:00:00Z -400 UAH']);
	});

	it('that were cancelled lose what is left of them if they were paid, and are none if they were not', () => {
		expect([ofRow(4), ofRow(5)]).toEqual([['32 2024-03-07T10:00:00Z 300.00 UAH', '32 2024-03-09T10:00:00Z -300 UAH'], ['cancelled']]);
	});

	it('of customer 0 are of a guest by the e-mail address, or of nobody', () => {
		expect([ofRow(6), ofRow(7), ofRow(8)]).toEqual([['guest.one@example.com 2024-04-01T10:00:00Z 150.00 UAH'], ['guest.one@example.com 2024-05-01T10:00:00Z 160.00 UAH'], ['guest']]);
	});

	it.each([9, 10, 11, 12])('that are not paid are left out: row %s', (row) => expect(ofRow(row)).toEqual(['unpaid']));

	it('in the basket of waste are left out', () => expect(ofRow(13)).toEqual(['deleted']));

	it('of a status of a plug-in count, and so do those paid on delivery', () =>
		expect([ofRow(14), ofRow(15)]).toEqual([['33 2024-06-07T10:00:00Z 640.00 UAH'], ['33 2024-06-17T10:00:00Z 80.00 UAH']]));

	it('on hold or failed count where they were paid all the same', () => expect(purchasesRead(wooCommerceOrders, [{ ...rows[9], date_paid_gmt: '2024-05-04T12:00:00' }])).toEqual(['1 31 2024-05-04T10:00:00Z 777.00 UAH']));

	it('are dated as the user says, refunds by their own day all the same', () => {
		expect(purchasesRead(wooCommerceOrders, [rows[1]], { date: 'date_created' })).toEqual(['1 31 2024-02-05T10:00:00 900.00 UAH', '1 31 2024-02-15T10:00:00Z -300 UAH']);
		expect(purchasesRead(wooCommerceOrders, [rows[1]], { amount: 'discount_total' })[1]).toBe('1 unseenRefund');
	});

	it('say where they were made, whether on promotion and whether in instalments', () => {
		const { details } = purchaseLayout(wooCommerceOrders, rows);
		expect([rows[0], rows[5], rows[6], rows[7]].map((row) => cellsRead(details, row))).toEqual([
			{ promotion: false, instalments: false, channel: 'checkout' },
			{ promotion: true, instalments: false, channel: 'checkout' },
			{ promotion: false, instalments: true, channel: 'checkout' },
			{ promotion: false, instalments: false, channel: 'admin' },
		]);
	});

	it('say whom to write to', () => {
		const layout = purchaseLayout(wooCommerceOrders, rows);
		expect(cellsRead(layout.contacts, rows[0])).toEqual({ email: 'olha.koval@example.com', phone: '+380505550701', name: 'Olha Koval' });
		expect(layout).toMatchObject({ customer: 'customer_id', order: 'id', amountUnit: 'whole', status: 'status', isLineLevel: false });
	});

	it('are recognised by their keys and columns, never by a few', () => {
		expect(wooCommerceOrders.recognises(tableFrom(rows))).toBe(true);
		expect(wooCommerceOrders.recognises(tableFrom([{ ...rows[0], order_key: 'A-1' }]))).toBe(false);
		expect(wooCommerceOrders.recognises(tableFrom([rows[0], { customer_id: 1, status: 'completed', total: '1', date_created: '2024-01-01' }]))).toBe(false);
	});

	it('whose end has no day are told of', () => {
		expect(wooCommerceOrders.warningsOn!(tableFrom(rows))).toEqual(["3 orders were refunded or cancelled, and WooCommerce does not say when: the day of the order's last change is taken."]);
		expect(wooCommerceOrders.warningsOn!(tableFrom([rows[0]]))).toEqual([]);
	});
});
