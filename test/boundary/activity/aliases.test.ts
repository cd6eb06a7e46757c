import fc from 'fast-check';
import { noAliases, readAliases } from '../../../boundary/activity/aliases';
import { createPhoneReader } from '../../../boundary/activity/phones';
import type { MatchBy } from '../../../boundary/activity/matchBy';
import { columnAt } from '../../../boundary/sources/roleColumn';
import { itemsOf } from '../../support/reading';
import type { Rows } from '../../support/reading';

const readPhone = createPhoneReader('UA');
const aliasesOf = (rows: Rows, by: MatchBy, columns: readonly string[] = [], system: string | null = null) => readAliases([{ items: itemsOf(rows), columns: columns.map(columnAt), system }], by, readPhone);

describe('aliases', () => {
	const rows = [{ stripeId: 'cus_1', shopId: 77, email: ' Ada@Example.com ', phone: '067 123 45 67', name: 'Ada' }];

	it('lead from every id, address and number of a row to the address, in small letters and without spaces', () => {
		const { canonical } = aliasesOf(rows, 'email');
		for (const cell of ['cus_1', 77, '77', 'ADA@example.com', '+380671234567']) expect([cell, canonical(['shop'], cell)]).toEqual([cell, 'ada@example.com']);
		expect(canonical(['shop'], 'Ada')).toBeUndefined();
	});

	it('lead to the phone number where customers are matched by it, and to the first column where by id', () => {
		expect(aliasesOf(rows, 'phone').canonical(['shop'], 'cus_1')).toBe('+380671234567');
		expect(aliasesOf(rows, 'id', ['shopId', 'stripeId']).canonical(['stripe'], 'cus_1')).toBe('77');
	});

	it('lead nowhere from a row without an address, where customers are matched by it', () => {
		expect(aliasesOf([{ stripeId: 'cus_1', shopId: 77 }], 'email').canonical(['stripe'], 'cus_1')).toBeUndefined();
	});

	it('are used for nobody where they stand at two customers, and counted once, in three rows too', () => {
		const aliases = aliasesOf([{ shopId: 1, email: 'a@x.com' }, { shopId: 1, email: 'b@x.com' }, { shopId: 1, email: 'c@x.com' }, { shopId: 2, email: 'a@x.com' }], 'email');
		expect([aliases.ambiguous, aliases.canonical(['shop'], 1), aliases.canonical(['shop'], 2)]).toEqual([1, undefined, 'a@x.com']);
	});

	it('are the same in two equal rows, which is not ambiguous', () => {
		const aliases = aliasesOf([{ shopId: 1, email: 'a@x.com' }, { shopId: 1, email: 'A@X.com' }], 'email');
		expect([aliases.ambiguous, aliases.canonical(['shop'], 1)]).toEqual([0, 'a@x.com']);
	});

	it('do not take an id that many share, such as that of a company or an owner', () => {
		const { canonical } = aliasesOf([{ companyId: 5, hubspot_owner_id: 6, contactId: 7, email: 'a@x.com' }], 'email');
		expect([canonical(['crm'], 5), canonical(['crm'], 6), canonical(['crm'], 7)]).toEqual([undefined, undefined, 'a@x.com']);
	});

	it('of one system say nothing of the same id in another', () => {
		const { canonical } = aliasesOf([{ id: 7, email: 'a@x.com' }], 'email', ['id', 'email'], 'zendesk');
		expect([canonical(['zendesk'], 7), canonical(['shopify'], 7)]).toEqual(['a@x.com', undefined]);
	});

	it('are not there where none are connected', () => {
		expect([noAliases.isEmpty, noAliases.canonical(['any'], 1), aliasesOf(rows, 'email').isEmpty]).toEqual([true, undefined, false]);
	});

	it('are read to the end from blank cells, objects, lists, __proto__ and very long texts', () => {
		const hostile = [{ shopId: {}, email: [] }, { shopId: '__proto__', email: 'p@x.com' }, { shopId: 'constructor', email: null }, { shopId: ' ', email: 'x'.repeat(100_000) }];
		const { canonical } = aliasesOf(hostile, 'email');
		expect([canonical(['shop'], '__proto__'), canonical(['shop'], 'constructor'), canonical(['shop'], 'toString'), canonical(['shop'], {})]).toEqual(['p@x.com', undefined, undefined, undefined]);
	});

	it('do not make one alias of all objects, whose text is nothing', () => {
		const { canonical, ambiguous } = aliasesOf([{ shopId: {}, email: 'a@x.com' }, { shopId: {}, email: 'b@x.com' }], 'email');
		expect([ambiguous, canonical(['shop'], {}), canonical(['shop'], '')]).toEqual([0, undefined, undefined]);
	});

	it('lead on from row to row: cus_1 is C1 in one row and ann@x.com in the next, so ann@x.com is C1', () => {
		const { canonical, ambiguous } = aliasesOf([{ crmId: 'C1', stripeId: 'cus_1', email: '' }, { crmId: '', stripeId: 'cus_1', email: 'ann@x.com' }], 'id');
		expect([canonical(['crm'], 'Ann@x.com'), canonical(['crm'], 'cus_1'), canonical(['crm'], 'C1'), ambiguous]).toEqual(['C1', 'C1', 'C1', 0]);
	});

	it('do not tell whose 17 is, the id of one customer in the CRM and of another in the shop', () => {
		const { canonical, isAmbiguous } = aliasesOf([{ crmId: 17, shopId: 99 }, { crmId: 5, shopId: 17 }], 'id');
		expect([canonical(['shop'], 17), isAmbiguous(17), canonical(['shop'], 99), isAmbiguous(99), canonical(['shop'], 5), isAmbiguous('other')]).toEqual([undefined, true, '17', false, '5', false]);
	});

	it('do not make one customer of C1 and C2 who share an address, whatever else leads to it', () => {
		const { canonical, isAmbiguous } = aliasesOf([{ crmId: 'C1', stripeId: 's1', email: 'office@x.com' }, { crmId: 'C2', stripeId: 's2', email: 'office@x.com' }], 'id');
		expect([canonical(['crm'], 's1'), canonical(['crm'], 's2'), canonical(['crm'], 'office@x.com'), isAmbiguous('office@x.com')]).toEqual(['C1', 'C2', undefined, false]);
	});

	it('of a chain that leads to C1 and to C2 hold only where a row itself says them', () => {
		const { canonical, isAmbiguous } = aliasesOf([{ crmId: 'C1', shopId: 'a' }, { shopId: 'a', deskId: 'b' }, { deskId: 'b', billId: 'c' }, { crmId: 'C2', billId: 'c' }], 'id', ['crmId', 'shopId', 'deskId', 'billId']);
		expect([canonical(['crm'], 'a'), canonical(['crm'], 'c'), isAmbiguous('b')]).toEqual(['C1', 'C2', true]);
	});

	it('do not depend on the order of the rows, nor on rows that are there twice', () => {
		const cell = fc.constantFrom('', '1', '2', '3', 'a@x.com', 'b@x.com');
		const row = fc.record({ crmId: cell, shopId: cell, email: cell });
		const told = (rows: Rows, by: MatchBy) => {
			const { canonical, isAmbiguous, ambiguous } = aliasesOf(rows, by, ['crmId', 'shopId', 'email']);
			return [ambiguous, ...['1', '2', '3', 'a@x.com', 'b@x.com'].map((id) => [canonical(['x'], id), isAmbiguous(id)])];
		};
		const both = fc.array(row, { maxLength: 6 }).chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), fc.constantFrom<MatchBy>('id', 'email')));
		fc.assert(fc.property(both, ([rows, shuffled, by]) => expect(told([...shuffled, ...rows], by)).toEqual(told(rows, by))));
	});

	it('lead to one customer at most, and a customer to none but itself', () => {
		const cell = fc.constantFrom('', 'p', 'q', 'r');
		const row = fc.record({ crmId: fc.constantFrom('', 'C1', 'C2'), shopId: cell, deskId: cell });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
				const { canonical } = aliasesOf(rows, 'id', ['crmId', 'shopId', 'deskId']);
				for (const { crmId } of rows) if (crmId !== '') expect(canonical(['x'], crmId)).toBe(crmId);
			}),
		);
	});
});
