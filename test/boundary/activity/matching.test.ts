import { readAliases, noAliases } from '../../../boundary/activity/aliases';
import type { Aliases } from '../../../boundary/activity/aliases';
import type { MatchBy } from '../../../boundary/activity/matchBy';
import { readEmail } from '../../../boundary/activity/matchBy';
import type { WhoIsWho } from '../../../boundary/activity/matching';
import { keyColumn } from '../../../boundary/activity/matching';
import { createPhoneReader } from '../../../boundary/activity/phones';
import type { Row } from '../../../boundary/paths';
import { columnAt } from '../../../boundary/sources/roleColumn';
import { itemsOf } from '../../support/reading';

const readPhone = createPhoneReader('UA');
const who: WhoIsWho = { customer: columnAt('id'), contacts: { email: columnAt('email'), phone: columnAt('phone') } };
const known = readAliases([{ items: itemsOf([{ id: 7, email: 'ada@x.com' }]), columns: [columnAt('id'), columnAt('email')], system: null }], 'email', readPhone);

const keyOf = (by: MatchBy, row: Row, { of = who, aliases = noAliases }: { readonly of?: WhoIsWho; readonly aliases?: Aliases } = {}) => keyColumn(of, { by, readPhone, aliases }, ['shop'])?.read(row);

describe('an e-mail address', () => {
	it('is compared in small letters, without what cannot be seen around it', () => {
		expect([' Ada@X.com\u200b', 'ada@x.com'].map(readEmail)).toEqual(['ada@x.com', 'ada@x.com']);
	});

	it('is none without an @, and none of a blank cell, an object or a list', () => {
		expect(['Ada', '', null, {}, ['a@x.com'], 5].map(readEmail)).toEqual([null, null, null, null, null, null]);
	});
});

describe('customers matched by id', () => {
	it('are who their row says, as it stands', () => {
		expect(keyOf('id', { id: 7, email: 'ada@x.com' })).toBe(7);
		expect(keyColumn(who, { by: 'id', readPhone, aliases: noAliases }, ['shop'])!.name).toBe('id');
	});

	it('are their address where no column has ids, else their number, and nobody where there is neither', () => {
		expect(keyOf('id', { email: 'ada@x.com' }, { of: { ...who, customer: null } })).toBe('ada@x.com');
		expect(keyOf('id', { phone: '067' }, { of: { customer: null, contacts: { phone: columnAt('phone') } } })).toBe('067');
		expect(keyColumn({ customer: null, contacts: {} }, { by: 'id', readPhone, aliases: noAliases }, ['shop'])).toBeNull();
	});

	it('are who the aliases say, where they say it', () => {
		const aliases = readAliases([{ items: itemsOf([{ crm: 'c-1', shop: 7 }]), columns: [columnAt('crm'), columnAt('shop')], system: null }], 'id', readPhone);
		expect([keyOf('id', { id: 7 }, { aliases }), keyOf('id', { id: 8 }, { aliases })]).toEqual(['c-1', 8]);
	});
});

describe('customers matched by e-mail address', () => {
	it('are one under Ada@X.com and ada@x.com, whatever their ids', () => {
		expect([keyOf('email', { id: 1, email: ' Ada@X.com ' }), keyOf('email', { id: 2, email: 'ada@x.com' })]).toEqual(['ada@x.com', 'ada@x.com']);
	});

	it('are who the aliases say of their id where a row has no address, and else the id, so that nobody is lost', () => {
		expect([keyOf('email', { id: 7, email: '' }, { aliases: known }), keyOf('email', { id: 8, email: '' }, { aliases: known })]).toEqual(['ada@x.com', 8]);
	});

	it('are their id where that is an address itself', () => {
		expect(keyOf('email', { id: 'Ada@X.com' }, { of: { customer: columnAt('id'), contacts: {} } })).toBe('ada@x.com');
	});

	it('stay nobody where a row names nobody: a guest under 0 is not looked up', () => {
		const aliases: Aliases = { isEmpty: false, ambiguous: 0, canonical: () => 'somebody' };
		expect([keyOf('email', { id: 0, email: '' }, { aliases }), keyOf('email', { id: '', email: null }, { aliases })]).toEqual([0, '']);
		expect(keyOf('email', { id: 0, email: 'guest@x.com' }, { aliases })).toBe('guest@x.com');
	});

	it('are told by the column of addresses in messages, or by that of ids where there is none', () => {
		expect(keyColumn(who, { by: 'email', readPhone, aliases: noAliases }, ['shop'])!.name).toBe('email');
		expect(keyColumn({ ...who, contacts: {} }, { by: 'email', readPhone, aliases: noAliases }, ['shop'])!.name).toBe('id');
	});
});

describe('customers matched by phone number', () => {
	it('are one under 067 123 45 67 and +380671234567', () => {
		expect([keyOf('phone', { id: 1, phone: '067 123 45 67' }), keyOf('phone', { id: 2, phone: '+380671234567' })]).toEqual(['+380671234567', '+380671234567']);
	});

	it('are their id where the number cannot be read', () => {
		expect(keyOf('phone', { id: 1, phone: 'call me' })).toBe(1);
	});
});
