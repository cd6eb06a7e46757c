import { hubspotDeals } from '../../../boundary/sources/hubspotDeals';
import { cellsRead, noColumns, purchaseLayout, purchasesRead, rowsOf, tableFrom } from '../../support/sourceFixtures';

const [rows, found] = [rowsOf('hubspot_deals'), rowsOf('hubspot_deals_search')];

describe('HubSpot deals', () => {
	it('of a list are purchases of their first contact, else of their company, on the day they were won', () =>
		expect(purchasesRead(hubspotDeals, rows)).toEqual([
			'1 101 1705312800000 1200 EUR',
			'2 101 1713220200000 350.50 EUR',
			'3 notWon',
			'4 notWon',
			'5 company 101 1715853600000 2000 EUR',
			'6 guest',
			'7 deleted',
		]));

	it('of a search are read from properties that are no objects', () =>
		expect(purchasesRead(hubspotDeals, found)).toEqual(['1 company 501 2024-01-15T10:00:00.000Z 1200', '2 notWon', '3 company 502 2024-05-15T10:00:00.000Z', '4 deleted']));

	it('are of companies where no deal names a contact', () => {
		const companies = rows.map((row) => ({ ...row, associations: { ...(row.associations as object), associatedVids: [] } }));
		expect(purchaseLayout(hubspotDeals, companies)).toMatchObject({ customer: 'associations.associatedCompanyIds[0]', guest: null });
		expect(purchasesRead(hubspotDeals, companies)[4]).toBe('5 company 101 1715853600000 2000 EUR');
	});

	it('say who looks after them and of what kind they are', () => {
		const { contacts, details } = purchaseLayout(hubspotDeals, rows);
		expect([cellsRead(contacts, rows[0]), cellsRead(details, rows[0])]).toEqual([{ owner: '77' }, { category: 'existingbusiness' }]);
	});

	it('lack what HubSpot was not asked for', () => {
		const bare = { portalId: 1, dealId: 2, isDeleted: false, associations: { associatedVids: [101] }, properties: { dealname: { value: 'x' }, dealstage: { value: 'closedwon' } } };
		expect(hubspotDeals.layoutOf(tableFrom([bare]), noColumns)).toEqual({ missing: 'date' });
		expect(hubspotDeals.layoutOf(tableFrom([{ ...bare, associations: {} }]), noColumns)).toEqual({ missing: 'customer' });
		expect(hubspotDeals.warningsOn!(tableFrom([bare]))).toEqual([
			'Which deals were won is read from their stage: ask HubSpot for hs_is_closed_won too, or deals won in a pipeline of your own are missing.',
			'The deals have no amounts: ask HubSpot for the property amount.',
		]);
		expect(hubspotDeals.warningsOn!(tableFrom(rows))).toEqual([]);
	});

	it('are recognised in both shapes, and by several columns only', () => {
		expect([rows, found].map((each) => hubspotDeals.recognises(tableFrom(each)))).toEqual([true, true]);
		expect(hubspotDeals.recognises(tableFrom([{ id: 1, properties: { amount: 1 }, createdAt: 'x' }]))).toBe(false);
		expect(hubspotDeals.recognises(tableFrom([{ dealId: 1, amount: 1, closedate: '2024-01-01' }]))).toBe(false);
	});
});
