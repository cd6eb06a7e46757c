import { pipedriveDeals } from '../../../boundary/sources/pipedriveDeals';
import { cellsRead, purchaseLayout, purchasesRead, rowsOf, tableFrom } from '../../support/sourceFixtures';

const [rows, newer] = [rowsOf('pipedrive_deals'), rowsOf('pipedrive_deals_v2')];

describe('Pipedrive deals', () => {
	it('of the older version are purchases of their organisation, else of their person, in UTC', () =>
		expect(purchasesRead(pipedriveDeals, rows)).toEqual([
			'1 organization 40 2024-01-31T23:30:00Z 1500 EUR',
			'2 organization 40 2024-05-10T10:00:00Z 500.5 EUR',
			'3 person 40 2024-04-10T10:00:00Z 80 EUR',
			'4 notWon',
			'5 notWon',
			'6 guest',
			'7 deleted',
			'8 organization 40 2024-05-12T10:00:00Z 0 EUR',
		]));

	it('of the newer version, none of them of an organisation, are of persons', () =>
		expect(purchasesRead(pipedriveDeals, newer)).toEqual(['1 person 12 2024-01-31T23:30:00Z 1500 EUR', '2 person 13 2024-05-10T10:00:00Z 500 EUR', '3 notWon', '4 deleted']));

	it('of the newer version of organisations are of them', () => {
		expect(purchasesRead(pipedriveDeals, [{ ...newer[0], org_id: 40 }, newer[1]])).toEqual(['1 organization 40 2024-01-31T23:30:00Z 1500 EUR', '2 person 13 2024-05-10T10:00:00Z 500 EUR']);
	});

	it('of a column that the user chose are of what stands there', () =>
		expect(purchasesRead(pipedriveDeals, newer.slice(0, 1), { customer: 'person_id' })).toEqual(['1 12 2024-01-31T23:30:00Z 1500 EUR']));

	it('whose times say what they mean are the item itself', () => expect(pipedriveDeals.entriesOf!(newer[0])[0]).toBe(newer[0]));

	it('say whom to write to: the primary address, and a number that is one', () => {
		const layout = purchaseLayout(pipedriveDeals, rows);
		expect(cellsRead(layout.contacts, rows[0])).toEqual({ email: 'uma@example.com', phone: '+380445550001', name: 'Rao Mills', owner: 'Ida Sales' });
		expect(layout).toMatchObject({ customer: 'org_id.value', order: 'id', currency: 'currency', amount: { column: 'value' } });
	});

	it('are recognised in both shapes, and by several columns only', () => {
		expect([rows, newer].map((each) => pipedriveDeals.recognises(tableFrom(each)))).toEqual([true, true]);
		expect(pipedriveDeals.recognises(tableFrom([{ status: 'won', value: 1, currency: 'EUR', title: 'x', person_id: 1 }]))).toBe(false);
	});
});
