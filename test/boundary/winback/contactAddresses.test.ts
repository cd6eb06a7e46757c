import fc from 'fast-check';
import { createAddressReader } from '../../../boundary/winback/contactAddresses';
import { law } from '../../support/law';

const worldwide = createAddressReader({ phoneCountry: '' });
const ofUkraine = createAddressReader({ phoneCountry: 'UA' });
const ofIran = createAddressReader({ phoneCountry: 'IR' });

const NO_ADDRESSES: readonly unknown[] = [null, undefined, '', ' ', '-', '—', 'none', 'n/a', true, false, NaN, Infinity, {}, [], ['ann@x.com'], ['+380671234567'], { email: 'ann@x.com' }, Symbol.iterator.toString(), '__proto__', '\u200b'];

describe('an e-mail address', () => {
	it.each([
		['ann@x.com', 'ann@x.com'],
		['  Ann.Keller+shop@Example.COM \u00a0', 'Ann.Keller+shop@example.com'],
		['\ufeffann@x.com\u200e', 'ann@x.com'],
		['ann@\u200bx.com', 'ann@x.com'],
		['mailto:ann@x.com', 'ann@x.com'],
		['MAILTO:ann@x.com?subject=Hello%20Ann', 'ann@x.com'],
		['Ann Keller <ann@x.com>', 'ann@x.com'],
		['"Keller, Ann" <Ann@X.com>', 'Ann@x.com'],
		['<mailto:ann@x.com>', 'ann@x.com'],
		['Олена <olena@x>, Ann <ann@x.com>', 'ann@x.com'],
		['mailto:ann@x.com, mailto:bob@x.com', 'ann@x.com'],
		['ann@x.com, bob@x.com', 'ann@x.com'],
		['ann@x; bob@x.com', 'bob@x.com'],
		['ann@x.com\nbob@x.com', 'ann@x.com'],
		['ann@x.com / bob@x.com', 'ann@x.com'],
		['(ann@x.com).', 'ann@x.com'],
		["'ann@x.com'", 'ann@x.com'],
		["'ann@x.com", 'ann@x.com'],
		['o\'neil@x.com', "o'neil@x.com"],
		['reza\u06f1\u06f2@x.com', 'reza12@x.com'],
		['ann@xn--80aikifvh.xn--j1amh', 'ann@xn--80aikifvh.xn--j1amh'],
		['ann@mail.x-y.co.uk', 'ann@mail.x-y.co.uk'],
	])('in %j is %j', (cell, address) => expect(worldwide.email(cell)).toBe(address));

	it.each([
		'ann', 'ann@', '@x.com', 'ann@x', 'ann@gmail,com', 'ann@x..com', 'ann..k@x.com', '.ann@x.com', 'ann.@x.com', 'ann@@x.com', 'ann @x.com', 'ann keller@x.com', 'ann@x.c', 'ann@x.c0m', 'ann(at)x.com',
		'do not write to ann@x.com', 'ann@x.com (work)', 'ann@127.0.0.1',
		// A Cyrillic letter that looks like an a.
		'\u0430nn@x.com', 'ann@gm\u0430il.com',
		`${'a'.repeat(250)}@x.com`, 'ann@x.com '.repeat(1000),
	])('is not in %j', (cell) => expect(worldwide.email(cell)).toBeNull());
});

describe('a phone number', () => {
	it.each([
		['+38 (067) 123-45-67', '+380671234567'],
		['00380 67 123 45 67', '+380671234567'],
		['\u202a+380\u00a067\u00a0123\u201145\u201167\u202c', '+380671234567'],
		['tel:+380671234567', '+380671234567'],
		['+\u06f9\u06f8\u06f9\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9', '+989123456789'],
		['+49 30 901820', '+4930901820'],
		['+380671234567, +380507654321', '+380671234567'],
		['+380 67 12; +380507654321', '+380507654321'],
	])('in %j is %j, whatever the country', (cell, number) => expect([worldwide, ofUkraine].map((reader) => reader.phone(cell))).toEqual([number, number]));

	it.each([
		['067 123 45 67', '+380671234567'],
		['0671234567/0507654321', '+380671234567'],
		['067 123 45 67\n050 765 43 21', '+380671234567'],
		['380671234567', '+380671234567'],
		[380671234567, '+380671234567'],
		[671234567, '+380671234567'],
	])('in %j is %j where the country is Ukraine, and none where it is not known: a guess may call a stranger', (cell, number) =>
		expect([ofUkraine, worldwide].map((reader) => reader.phone(cell))).toEqual([number, null]),
	);

	it('of Iran is read in Persian digits: ۰۹۱۲', () => {
		expect(ofIran.phone('\u06f0\u06f9\u06f1\u06f2 \u06f3\u06f4\u06f5 \u06f6\u06f7\u06f8\u06f9')).toBe('+989123456789');
	});

	it.each(['12', '0', '+1', '+99912345678901', '+38067123456', 'call me', 'ann@x.com', '067 123 45', '+380671234567'.repeat(100)])('is not in %j', (cell) => expect(ofUkraine.phone(cell)).toBeNull());
});

describe('a messenger', () => {
	it.each([
		['@ann_keller', '@ann_keller'],
		['\u200e @Ann_Keller ', '@Ann_Keller'],
		['Telegram: @ann_keller', '@ann_keller'],
		['@ann_keller, +380671234567', '@ann_keller'],
		['123456789', '123456789'],
		[5512345678, '5512345678'],
		['\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7', '1234567'],
		['+380 67 123-45-67', '+380671234567'],
		['Viber +380671234567', '+380671234567'],
		['Viber/WhatsApp: +380671234567', '+380671234567'],
		['https://t.me/ann_keller', '@ann_keller'],
		['t.me/@ann_keller/', '@ann_keller'],
		['http://www.telegram.me/ann_keller?start=1', '@ann_keller'],
		['https://t.me/+380671234567', '+380671234567'],
		['tg://resolve?domain=ann_keller', '@ann_keller'],
		['tg://resolve?phone=380671234567', '+380671234567'],
		['tg://user?id=123456789', '123456789'],
		['https://wa.me/380671234567?text=Hi', '+380671234567'],
		['wa.me/+380671234567', '+380671234567'],
		['https://api.whatsapp.com/send?phone=380671234567&text=Hi', '+380671234567'],
		['whatsapp://send?text=Hi&phone=+380671234567', '+380671234567'],
		['viber://chat?number=%2B380671234567', '+380671234567'],
		['viber://add?number=380671234567', '+380671234567'],
		['https://viber.click/380671234567', '+380671234567'],
	])('in %j is %j', (cell, address) => expect(worldwide.messenger(cell)).toBe(address));

	it('of digits is a phone number where the country makes it one, else an id: 380671234567', () => {
		expect([ofUkraine, worldwide].map((reader) => reader.messenger('380671234567'))).toEqual(['+380671234567', '380671234567']);
	});

	it('of a number without a code is one of the country set: 067 123 45 67', () => {
		expect([ofUkraine, worldwide].map((reader) => reader.messenger('067 123 45 67'))).toEqual(['+380671234567', null]);
	});

	it.each([
		'@', '@a', '@abc', '@1ann', '@ann_', '@ann.keller', '@gmail.com', 'ann@x.com', 'ann_keller', 'yes', '1', '0', '1234', '-1001234567890', '+1', '9'.repeat(19),
		'https://t.me/joinchat/AAAAAE', 'https://t.me/+AbCdEfGh', 'https://t.me/share/url?url=x', 't.me/share?url=x', 'https://t.me/c/123456/7', 'https://t.me/', 'https://wa.me/message/ABCDEF', 'https://wa.me/123', 'https://x.com/ann_keller', 'https://x.com/380671234567',
		`@${'a'.repeat(33)}`,
	])('is not in %j', (cell) => expect(ofUkraine.messenger(cell)).toBeNull());
});

describe('laws of addresses', () => {
	const readers = [ofUkraine.email, ofUkraine.phone, ofUkraine.messenger];

	it('none is in a blank cell, a truth value, a list or an object', () => {
		for (const read of readers) expect(NO_ADDRESSES.map((cell) => read(cell))).toEqual(NO_ADDRESSES.map(() => null));
	});

	it('what was read reads as itself', () => {
		const likely = fc.oneof(
			fc.emailAddress(),
			fc.string({ unit: fc.constantFrom(...'0123456789+@ -/.tmewa,;'), maxLength: 24 }),
			fc.stringMatching(/^(https:\/\/)?(t\.me\/|wa\.me\/|@)[a-z0-9_+]{3,14}$/),
			fc.stringMatching(/^(\+?380|0)(67|50|44)\d{6,8}$/),
		);
		law(likely, fc.constantFrom(...readers), (cell, read) => {
			const address = read(cell);
			if (address !== null) expect(read(address)).toBe(address);
		}, 3000);
	});

	it('any cell at all ends in an address or in nothing, soon', () => {
		law(fc.oneof(fc.anything(), fc.string({ unit: 'binary', maxLength: 600 })), fc.constantFrom(...readers), (cell, read) => {
			const address = read(cell);
			if (address !== null) expect(address).toMatch(/^[!-~]{4,254}$/);
		}, 1000);
	});
});
