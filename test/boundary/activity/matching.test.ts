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

const keyOf = (by: MatchBy, row: Row, { of = who, aliases = noAliases }: { readonly of?: WhoIsWho; readonly aliases?: Aliases } = {}) => keyColumn(of, { by, readPhone, aliases }, ['shop'], 'Purchases')?.read(row);

describe('an e-mail address', () => {
	it('is compared in small letters, without what cannot be seen around it', () => {
		expect([' Ada@X.com\u200b', 'ada@x.com'].map(readEmail)).toEqual(['ada@x.com', 'ada@x.com']);
	});

	it('is the same with a name before it', () => {
		expect(['Ann Keller <Ann@X.com>', '<ann@x.com>', '"Keller, Ann" <ann@x.com> '].map(readEmail)).toEqual(['ann@x.com', 'ann@x.com', 'ann@x.com']);
	});

	it('is none without an @, and none of a blank cell, an object or a list', () => {
		expect(['Ada', '', null, {}, ['a@x.com'], 5].map(readEmail)).toEqual([null, null, null, null, null, null]);
	});
});

describe('customers matched by id', () => {
	it('are who their row says, as it stands', () => {
		expect(keyOf('id', { id: 7, email: 'ada@x.com' })).toBe(7);
		expect(keyColumn(who, { by: 'id', readPhone, aliases: noAliases }, ['shop'], 'Purchases')!.name).toBe('id');
	});

	it('are their address where no column has ids, else their number, and nobody where there is neither', () => {
		expect(keyOf('id', { email: 'ada@x.com' }, { of: { ...who, customer: null } })).toBe('ada@x.com');
		expect(keyOf('id', { phone: '067' }, { of: { customer: null, contacts: { phone: columnAt('phone') } } })).toBe('067');
		expect(keyColumn({ customer: null, contacts: {} }, { by: 'id', readPhone, aliases: noAliases }, ['shop'], 'Purchases')).toBeNull();
	});

	it('are who the aliases say, where they say it', () => {
		const aliases = readAliases([{ items: itemsOf([{ crm: 'c-1', shop: 7 }]), columns: [columnAt('crm'), columnAt('shop')], system: null }], 'id', readPhone);
		expect([keyOf('id', { id: 7 }, { aliases }), keyOf('id', { id: 8 }, { aliases })]).toEqual(['c-1', 8]);
	});
});

describe('customers matched by id, where a row lacks it,', () => {
	it('are its address, else its number as the world writes it, and nobody where it has neither', () => {
		expect([keyOf('id', { id: '', email: 'Ada@x.com ', phone: '067 123 45 67' }), keyOf('id', { id: null, email: '', phone: '067 123 45 67' }), keyOf('id', { id: ' ', phone: 'call me' })]).toEqual(['ada@x.com', '+380671234567', ' ']);
	});

	it('stay guests where the id is 0, and are looked up by the address among the aliases', () => {
		expect(keyOf('id', { id: 0, email: 'ada@x.com' })).toBe(0);
		const aliases = readAliases([{ items: itemsOf([{ id: 7, email: 'ada@x.com' }]), columns: [columnAt('id'), columnAt('email')], system: null }], 'id', readPhone);
		expect(keyOf('id', { id: '', email: 'ada@x.com' }, { aliases })).toBe('7');
	});
});

describe('an id that the aliases give to two customers', () => {
	it('is another customer in each stream: 17 (Purchases) is not 17 (Tickets)', () => {
		const aliases = readAliases([{ items: itemsOf([{ crm: 17, shop: 99 }, { crm: 5, shop: 17 }]), columns: [columnAt('crm'), columnAt('shop')], system: null }], 'id', readPhone);
		const keyIn = (title: string) => keyColumn(who, { by: 'id', readPhone, aliases }, ['shop'], title)!.read({ id: 17 });
		expect([keyIn('Purchases'), keyIn('Tickets'), keyOf('id', { id: 99 }, { aliases })]).toEqual(['17 (Purchases)', '17 (Tickets)', '17']);
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
		const aliases: Aliases = { isEmpty: false, ambiguous: 0, canonical: () => 'somebody', isAmbiguous: () => false };
		expect([keyOf('email', { id: 0, email: '' }, { aliases }), keyOf('email', { id: '', email: null }, { aliases })]).toEqual([0, '']);
		expect(keyOf('email', { id: 0, email: 'guest@x.com' }, { aliases })).toBe('guest@x.com');
	});

	it('are told by the column of addresses in messages, or by that of ids where there is none', () => {
		expect(keyColumn(who, { by: 'email', readPhone, aliases: noAliases }, ['shop'], 'Purchases')!.name).toBe('email');
		expect(keyColumn({ ...who, contacts: {} }, { by: 'email', readPhone, aliases: noAliases }, ['shop'], 'Purchases')!.name).toBe('id');
	});
});

describe('customers matched by phone number', () => {
	it('are one under 067 123 45 67 and +380671234567', () => {
		expect([keyOf('phone', { id: 1, phone: '067 123 45 67' }), keyOf('phone', { id: 2, phone: '+380671234567' })]).toEqual(['+380671234567', '+380671234567']);
	});

	it('are their customer column where that holds the number and no other column does', () => {
		expect(keyOf('phone', { id: '+38 067 123 45 67' }, { of: { customer: columnAt('id'), contacts: {} } })).toBe('+380671234567');
		expect(keyOf('phone', { id: 671234567, phone: '' })).toBe(671234567);
	});

	it('are their id where the number cannot be read', () => {
		expect(keyOf('phone', { id: 1, phone: 'call me' })).toBe(1);
	});
});
