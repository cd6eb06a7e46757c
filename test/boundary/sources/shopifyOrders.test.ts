import type { Row } from '../../../boundary/paths';
import { shopifyOrders } from '../../../boundary/sources/shopifyOrders';
import { cellsRead, entriesFrom, purchaseLayout, purchasesRead, rowsOf, tableFrom } from '../../support/sourceFixtures';
import { withoutKey } from '../../support/withoutKey';

const rows = rowsOf('shopify_orders');
const read = purchasesRead(shopifyOrders, rows);
const ofRow = (row: number) => read.filter((line) => line.startsWith(`${row} `)).map((line) => line.slice(String(row).length + 1));

describe('Shopify orders', () => {
	it('are an entry each: who, when, how much', () => expect(ofRow(1)).toEqual(['7101 2024-01-10T09:30:00+01:00 100.00 EUR']));

	it('that nothing happened to are the item itself', () => expect(shopifyOrders.entriesOf!(rows[0])).toEqual([rows[0]]));

	it('that were refunded have an entry for each refund, on its own day', () =>
		expect(ofRow(2)).toEqual(['7101 2024-02-10T09:30:00+01:00 80.00 EUR', '7101 2024-02-20T12:00:00+01:00 -30 EUR', '7101 2024-03-05T12:00:00+01:00 -5.5 EUR']));

	it('that were paid back in two ways at once have one refund, and a cancellation beside it takes back nothing more', () =>
		expect(ofRow(3)).toEqual(['7101 2024-03-12T09:30:00+01:00 60.00 EUR', '7101 2024-03-13T08:00:02+01:00 -60 EUR']));

	it('that were cancelled lose on that day what is left of them', () =>
		expect(ofRow(4)).toEqual(['7102 2024-03-15T11:00:00+01:00 45.00 EUR', '7102 2024-03-17T10:00:00+01:00 -15 EUR', '7102 2024-03-18T10:00:00+01:00 -30 EUR']));

	it('keep their money where goods came back without any, or a refund failed', () => expect(ofRow(5)).toEqual(['7102 2024-04-01T11:00:00+02:00 25.00 EUR']));

	it('count once they are authorised or paid in part, not where they were never paid', () => {
		expect([ofRow(6), ofRow(7)]).toEqual([['7102 2024-06-20T11:00:00+02:00 70.00 EUR'], ['7102 2024-06-21T11:00:00+02:00 70.00 EUR']]);
		expect([ofRow(11), ofRow(12)]).toEqual([['unpaid'], ['unpaid']]);
	});

	it('of a till are of their customer, else of nobody; guests are known by their e-mail address', () => {
		expect([ofRow(8), ofRow(9), ofRow(10)]).toEqual([['7103 2024-05-02T15:00:00+02:00 19.90 EUR'], ['guest'], ['dee.guest@example.com 2024-05-04T15:00:00+02:00 33.00 EUR']]);
	});

	it('that are tests are left out', () => expect(ofRow(13)).toEqual(['test']));

	it('brought over from elsewhere keep their own day', () => expect(ofRow(14)).toEqual(['7101 2022-11-05T10:00:00+01:00 120.00 EUR']));

	it('refunded in the currency of the customer lose their share in that of the shop', () =>
		expect(ofRow(15)).toEqual(['7102 2024-05-31T08:00:00+02:00 92.00 EUR', '7102 2024-06-02T10:00:00+02:00 -46 EUR']));

	it('refunded without a day are left out as cancelled', () => expect(ofRow(16)).toEqual(['cancelled']));

	it('whose rate is not known keep the currency of the refund', () => {
		const order = withoutKey(rows[14], 'total_price_set');
		expect(purchasesRead(shopifyOrders, [order])).toEqual(['1 7102 2024-05-31T08:00:00+02:00 92.00 EUR', '1 7102 2024-06-02T10:00:00+02:00 -50 USD']);
	});

	it('do not count what was given back a second time where the user takes another amount', () => {
		expect(purchasesRead(shopifyOrders, [rows[1]], { amount: 'subtotal_price' })).toEqual(['1 7101 2024-02-10T09:30:00+01:00 80.00 EUR', '1 unseenRefund', '1 unseenRefund']);
	});

	it('are dated as the user says, refunds by their own day all the same', () => {
		expect(purchasesRead(shopifyOrders, [rows[13]], { date: 'created_at' })).toEqual(['1 7101 2024-05-30T08:00:00+02:00 120.00 EUR']);
		expect(purchasesRead(shopifyOrders, [rows[1]], { date: 'created_at' })[1]).toBe('1 7101 2024-02-20T12:00:00+01:00 -30 EUR');
	});

	it('without a day of their own are dated by when they were made', () => {
		expect(purchasesRead(shopifyOrders, [{ ...rows[0], processed_at: null }, rows[1]])[0]).toBe('1 7101 2024-01-10T09:30:00+01:00 100.00 EUR');
		const order = withoutKey(rows[0], 'processed_at');
		expect(purchaseLayout(shopifyOrders, [order]).date).toBe('created_at');
	});

	it('never have the number of the order for the customer', () => {
		const lean = ({ id, admin_graphql_api_id, created_at, total_price, order_number }: Row) => ({ id, admin_graphql_api_id, created_at, total_price, order_number });
		expect(shopifyOrders.layoutOf(tableFrom([lean(rows[0])]), { customer: '', date: '', amount: '', order: '', currency: '', status: '' })).toEqual({ missing: 'customer' });
		expect(purchaseLayout(shopifyOrders, [{ ...lean(rows[0]), email: 'ann@example.com' }])).toMatchObject({ customer: 'email', customerKind: 'email', guest: null });
		expect(purchaseLayout(shopifyOrders, rows)).toMatchObject({ customer: 'customer.id', order: 'id', isLineLevel: false, amountUnit: 'whole' });
	});

	it('say where they were made, whether on promotion and whether in instalments', () => {
		const { details } = purchaseLayout(shopifyOrders, rows);
		expect([rows[0], rows[5], rows[7]].map((row) => cellsRead(details, row))).toEqual([
			{ promotion: false, instalments: false, channel: 'web' },
			{ promotion: true, instalments: true, channel: 'web' },
			{ promotion: false, instalments: false, channel: 'pos' },
		]);
	});

	it('say whom to write to and whether one may; the name of an order is nobody', () => {
		const { contacts } = purchaseLayout(shopifyOrders, rows);
		expect([rows[0], rows[3], rows[7], rows[9]].map((row) => cellsRead(contacts, row))).toEqual([
			{ email: 'ann.keller@example.com', phone: '+4930555010', name: 'Ann Keller', language: 'de-DE', consent: true },
			{ email: 'bo.lind@example.com', phone: undefined, name: 'Bo Lind', language: 'de-DE', consent: false },
			{ email: undefined, phone: '+380505550103', name: '', language: 'de-DE', consent: true },
			{ email: 'dee.guest@example.com', phone: undefined, name: '', language: 'de-DE', consent: true },
		]);
	});

	it('are recognised by what they call themselves or by several columns, never by a few', () => {
		const order = withoutKey(rows[0], 'admin_graphql_api_id');
		expect(shopifyOrders.recognises(tableFrom(rows))).toBe(true);
		expect(shopifyOrders.recognises(tableFrom([order]))).toBe(true);
		expect(shopifyOrders.recognises(tableFrom([{ ...order, line_items: undefined }]))).toBe(false);
		expect(shopifyOrders.recognises(tableFrom([rows[0], { id: 1 }]))).toBe(false);
		expect(shopifyOrders.recognises(tableFrom([{ ...rows[0], admin_graphql_api_id: 'gid://shopify/Customer/1', order_number: undefined }]))).toBe(false);
	});

	it('without a closed one are told of: the node leaves them out unless it is asked', () => {
		expect(shopifyOrders.warningsOn!(tableFrom(rows))).toEqual([]);
		expect(shopifyOrders.warningsOn!(tableFrom([rows[0]]))).toEqual(['Every order is open, none archived or cancelled: set Status of the Shopify node to Any, or older purchases are missing.']);
	});

	it('add up to what was kept', () => {
		const layout = purchaseLayout(shopifyOrders, rows);
		const kept = entriesFrom(shopifyOrders, rows).filter((entry) => layout.leftOut!(entry) === null);
		// 100 + 80-35.50 + 0 + 0 + 25 + 70 + 70 + 19.90 + 33 + 120 + 46
		expect(kept.reduce((sum, { total_price }) => sum + Number(total_price), 0)).toBeCloseTo(528.4, 8);
	});
});
