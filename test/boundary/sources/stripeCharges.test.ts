import { stripeCharges } from '../../../boundary/sources/stripeCharges';
import { cellsRead, purchaseLayout, purchasesRead, rowsOf, tableFrom } from '../../support/sourceFixtures';

const rows = rowsOf('stripe_charges');
const read = purchasesRead(stripeCharges, rows);
const ofRow = (row: number) => read.filter((line) => line.startsWith(`${row} `)).map((line) => line.slice(String(row).length + 1));

describe('Stripe charges', () => {
	it('are an entry each, in the smallest coin', () => {
		expect(ofRow(1)).toEqual(['cus_ann 2024-01-10T09:00:00.000Z 2000 eur']);
		expect(purchaseLayout(stripeCharges, rows)).toMatchObject({ customer: 'customer', customerKind: 'id', date: 'created', order: 'id', currency: 'currency', amountUnit: 'minor' });
	});

	it('that were refunded have an entry for each refund, on its own day; one that failed is none', () => {
		expect(ofRow(2)).toEqual(['cus_ann 2024-02-10T09:00:00.000Z 2000 eur', 'cus_ann 2024-02-20T09:00:00.000Z -500 eur', 'cus_ann 2024-03-01T09:00:00.000Z -200 eur']);
		expect(ofRow(3)).toEqual(['cus_ann 2024-03-10T09:00:00.000Z 2000 eur', 'cus_ann 2024-03-11T09:00:00.000Z -2000 eur']);
	});

	it('that were refunded on a day that is not known are lower by it, or none', () => expect([ofRow(4), ofRow(5)]).toEqual([['cus_bob 2024-03-12T09:00:00.000Z 4000 eur'], ['cancelled']]));

	it('whose dispute was lost are taken back on that day; an open one decides nothing', () => {
		expect(ofRow(6)).toEqual(['cus_bob 2024-04-12T09:00:00.000Z 5000 eur', 'cus_bob 2024-05-01T09:00:00.000Z -5000 eur']);
		expect(ofRow(7)).toEqual(['cus_bob 2024-04-20T09:00:00.000Z 5000 eur']);
	});

	it('of guests are known by their billing or receipt address, else of nobody', () =>
		expect([ofRow(8), ofRow(9), ofRow(10)]).toEqual([['dee@example.com 2024-04-21T09:00:00.000Z 900 eur'], ['eve@example.com 2024-04-22T09:00:00.000Z 900 eur'], ['guest']]));

	it.each([11, 12, 13])('that failed, are pending or only reserved are not paid: row %s', (row) => expect(ofRow(row)).toEqual(['unpaid']));

	it('that are tests are left out among real ones, and kept where all are', () => {
		expect(ofRow(14)).toEqual(['test']);
		expect(purchasesRead(stripeCharges, [rows[13]])).toEqual(['1 cus_ann 2024-04-27T09:00:00.000Z 2000 eur']);
		expect(stripeCharges.warningsOn!(tableFrom([rows[13]]))).toEqual(["All of this is of Stripe's test mode."]);
	});

	it('say whether they are paid in instalments', () => {
		const { details } = purchaseLayout(stripeCharges, rows);
		expect([0, 8, 14].map((row) => cellsRead(details, rows[row]))).toEqual([{ instalments: false }, { instalments: true }, { instalments: true }]);
	});

	it('of customers that were asked for as objects are read by their ids', () => {
		const expanded = { ...rows[0], customer: { id: 'cus_ann', object: 'customer', email: 'ann@example.com' } };
		expect(purchasesRead(stripeCharges, [expanded])).toEqual(['1 cus_ann 2024-01-10T09:00:00.000Z 2000 eur']);
		expect(cellsRead(purchaseLayout(stripeCharges, [expanded]).contacts, expanded)).toMatchObject({ email: 'ann@example.com' });
	});

	it('on pages are as those by themselves', () => {
		const page = { object: 'list', data: rows, has_more: true, url: '/v1/charges' };
		expect(stripeCharges.recognises(tableFrom([page]))).toBe(true);
		expect(stripeCharges.entriesOf!(page)).toEqual(rows.flatMap((row) => [...stripeCharges.entriesOf!(row)]));
		expect(stripeCharges.warningsOn!(tableFrom([page]))[0]).toBe('Stripe has more than these (has_more): ask for the following pages too, or customers are missing.');
	});

	it('are recognised by what they call themselves, and by nothing else', () => {
		expect(stripeCharges.recognises(tableFrom(rows))).toBe(true);
		expect(stripeCharges.recognises(tableFrom([{ ...rows[0], object: 'invoice' }]))).toBe(false);
		expect(stripeCharges.recognises(tableFrom([rows[0], { id: 1 }]))).toBe(false);
		expect(stripeCharges.recognises(tableFrom([{ object: 'list', data: [] }]))).toBe(false);
	});

	it('that are refunded without a day, or disputed, are told of', () => {
		expect(stripeCharges.warningsOn!(tableFrom(rows))).toEqual([
			"2 charges were refunded, and the list does not say when: what was given back is taken off the charge's own day. Ask Stripe with expand[]=data.refunds for the days.",
			'1 charge is disputed and counted, since nothing says that the dispute was lost.',
		]);
	});

	it('do not count what was given back a second time where the user takes another amount', () =>
		expect(purchasesRead(stripeCharges, [rows[1]], { amount: 'amount_captured' })).toEqual(['1 cus_ann 2024-02-10T09:00:00.000Z 2000 eur', '1 unseenRefund', '1 unseenRefund']));
});
