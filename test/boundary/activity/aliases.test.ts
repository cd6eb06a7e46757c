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
});
