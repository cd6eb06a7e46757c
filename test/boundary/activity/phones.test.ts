import { createPhoneReader, createPhoneTeller, phoneCountries } from '../../../boundary/activity/phones';

const read = createPhoneReader('');
const readUkrainian = createPhoneReader('UA');

describe('a phone number', () => {
	it('is read with its country’s code, however it is written', () => {
		const number = '+380671234567';
		for (const text of ['+380 67 123 45 67', '+38 (067) 123-45-67', '+380671234567', ' +380671234567\u200b', 'tel:+380671234567']) expect([text, read(text)]).toEqual([text, number]);
	});

	it('is read in Persian and Arabic digits: ۰۹۱۲ of Iran, and with a +', () => {
		expect(read('+۹۸۹۱۲۳۴۵۶۷۸۹')).toBe('+989123456789');
		expect(createPhoneReader('IR')('۰۹۱۲۳۴۵۶۷۸۹')).toBe('+989123456789');
		expect(createPhoneReader('IR')('٠٩١٢٣٤٥٦٧٨٩')).toBe('+989123456789');
	});

	it('is read where a sheet lost the +, as text or as a number', () => {
		expect([read('380671234567'), read(380671234567)]).toEqual(['+380671234567', '+380671234567']);
	});

	it('is read without its code only where the country is known: 067 of Ukraine', () => {
		expect([read('067 123 45 67'), readUkrainian('067 123 45 67')]).toEqual([null, '+380671234567']);
	});

	it('is of its own country where it says one, whatever the country set', () => {
		expect(readUkrainian('+49 30 901820')).toBe('+4930901820');
		expect(readUkrainian('4915112345678')).toBe('+4915112345678');
	});

	it('is none of a blank cell, a word, an id, a number too short, and one that no country has; ten digits may be anything', () => {
		expect([null, '', '-', 'unknown', '17850', 12, '+1', '+99912345678901', '4930901820'].map(read)).toEqual([null, null, null, null, null, null, null, null, null]);
	});

	it('is none of an object, a list, a truth value or a very long text, which all end soon', () => {
		expect([{}, ['+380671234567'], true, '+380671234567'.repeat(10_000), '__proto__', 'constructor'].map(read)).toEqual([null, null, null, null, null, null]);
	});

	it('can be of Ukraine, Iran and Kazakhstan, among others', () => {
		expect(phoneCountries).toEqual(expect.arrayContaining(['UA', 'IR', 'KZ', 'DE', 'US']));
	});

	it('is read with the 00 that stands for a +, whatever the country set', () => {
		expect([read('00380671234567'), readUkrainian('0049 30 901820')]).toEqual(['+380671234567', '+4930901820']);
	});
});

describe('a phone number in the item', () => {
	const cells = ['+38 067 123-45-67', '00380671234567', '380671234567', '067 123 45 67', 'call me', ''];

	it('is written as in the world where it says its country, else as it stands', () => {
		expect(cells.map(createPhoneTeller(read, ''))).toEqual(['+380671234567', '+380671234567', '380671234567', '067 123 45 67', 'call me', '']);
	});

	it('is written as in the world wherever it can be read, once its country is set', () => {
		expect(cells.map(createPhoneTeller(readUkrainian, 'UA'))).toEqual([...new Array(4).fill('+380671234567'), 'call me', '']);
	});
});
