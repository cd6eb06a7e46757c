import fc from 'fast-check';
import { type DecimalMark, createAmountReader } from '../../boundary/amounts';

/** What one cell reads as under a decimal mark: ten-thousandths and currency, or the fault. */
function reading(value: unknown, decimalMark: DecimalMark = 'automatic') {
	const reader = createAmountReader({ decimalMark });
	const amount = reader.read(value);
	return Number.isNaN(amount) ? reader.fault : amount;
}

function currencyOf(value: unknown) {
	const reader = createAmountReader({ decimalMark: 'automatic' });
	return Number.isNaN(reader.read(value)) ? reader.fault : reader.currency;
}

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';
const THIN = '\u2009';

describe('amounts as text', () => {
	it.each([
		{ text: '12', out: 12_0000 },
		{ text: '007', out: 7_0000 },
		{ text: '12.5', out: 12_5000 },
		{ text: '12,34', out: 12_3400 },
		{ text: '.5', out: 5000 },
		{ text: ',5', out: 5000 },
		{ text: '0,123', out: 1230 },
		{ text: '0.123', out: 1230 },
		{ text: '.500', out: 5000 },
		{ text: '1234,567', out: 1234_5670 },
		{ text: '1,2345', out: 1_2345 },
		{ text: '1234.567', out: 1234_5670 },
		{ text: '1,234,567', out: 1234567_0000 },
		{ text: '1.234.567', out: 1234567_0000 },
		{ text: '1,234.50', out: 1234_5000 },
		{ text: '1.234,50', out: 1234_5000 },
		{ text: '1,234.567', out: 1234_5670 },
		{ text: '1,234,567.89', out: 1234567_8900 },
		{ text: '12,34,567.00', out: 1234567_0000 },
		{ text: '1,23,45,678', out: 12345678_0000 },
		{ text: '1 234,50', out: 1234_5000 },
		{ text: `1${NO_BREAK}234,50`, out: 1234_5000 },
		{ text: `1${NARROW_NO_BREAK}234,50`, out: 1234_5000 },
		{ text: `1${THIN}234${THIN}567.5`, out: 1234567_5000 },
		{ text: '1 234', out: 1234_0000 },
		{ text: '1 234,567', out: 1234_5670 },
		{ text: "1'234.50", out: 1234_5000 },
		{ text: '1’234.567', out: 1234_5670 },
		{ text: '۱٬۲۳۴٫۵', out: 1234_5000 },
		{ text: '۱٬۲۳۴', out: 1234_0000 },
		{ text: '١٬٢٣٤٫٥٠', out: 1234_5000 },
		{ text: '۱۲.۵', out: 12_5000 },
		{ text: ' \t12.5\n', out: 12_5000 },
		{ text: '\u200e12.5\u200f', out: 12_5000 },
	])('reads "$text" as $out ten-thousandths', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each([
		{ text: '-12', out: -12_0000 },
		{ text: '−12', out: -12_0000 },
		{ text: '- 12', out: -12_0000 },
		{ text: '12-', out: -12_0000 },
		{ text: '(12.00)', out: -12_0000 },
		{ text: '($1,234.50)', out: -1234_5000 },
		{ text: '$(1,234.50)', out: -1234_5000 },
		{ text: '-€12,50', out: -12_5000 },
		{ text: '€-12,50', out: -12_5000 },
		{ text: '12,50- EUR', out: -12_5000 },
		{ text: '(12,50 €)', out: -12_5000 },
		{ text: '\u200e−۱۲', out: -12_0000 },
		{ text: '+12', out: 12_0000 },
		{ text: '-.5', out: -5000 },
		{ text: '-0', out: 0 },
		{ text: '(0.00)', out: 0 },
	])('reads the signed "$text" as $out ten-thousandths', ({ text, out }) => expect(reading(text)).toBe(out));

	it.each([
		{ text: '1.005', decimalMark: 'point', out: 1_0050 },
		{ text: '0.0001', out: 1 },
		{ text: '0.00004', out: 0 },
		{ text: '0.00005', out: 1 },
		{ text: '-0.00005', out: -1 },
		{ text: '1.00014999', out: 1_0001 },
		{ text: '1.00015', out: 1_0002 },
		{ text: '0.99995', out: 1_0000 },
		{ text: '4.35', out: 4_3500 },
	] as { text: string; decimalMark?: DecimalMark; out: number }[])(
		'rounds "$text" at the fifth decimal, half away from 0, to $out ten-thousandths',
		({ text, decimalMark, out }) => expect(reading(text, decimalMark)).toBe(out),
	);

	it.each([
		['', ' ', 'n/a', '-', '.', ',', '()', '€'],
		['1e5', '1E5', '0x10', 'Infinity', 'NaN', '1_000', '12abc', 'abc12', 'l2', '12 apples', '#12', '~12', '< 12'],
		['50%', '50 %', '1/2', '12:30', '12;50', '2024-03-04', '4.3.2024', '12.5.2024'],
		['12 34', '12 13 14', '12-13', '12 + 13', '5, 6', '1  234', '+380 44 123 45 67'],
		['1,23,4', '1,2345,6', '12,345,67', '1,234,56,789', '123,45,678', '1234,567,890', '0,123,456', '1.23.456'],
		['1,234.567.890', '1.234,567,890', '1,234,567.89.1', "1'234 567", '1 234.567,8', '1,234 567', '1,5٫2', '1٫2٫3'],
		['--12', '+-12', '(12', '12)', '(-12)', '-12-', '((12))', '12+', '-(12)'],
		['12.', '12,', '12,-', '12..5', '12,,5', '.,5', 'USD 12 EUR', '€12 USD', '$12 EUR', '12 EUR/month', '12 EUR USD'],
	].flat())('refuses "%s" as unreadable', (text) => {
		for (const decimalMark of ['automatic', 'point', 'comma'] as const) {
			expect([decimalMark, reading(text, decimalMark)]).toEqual([decimalMark, 'unreadableAmount']);
		}
	});

	it('refuses a megabyte of digits, of spaces and of brackets at once', () => {
		for (const character of ['1', ' ', '(', '1,', '۱']) {
			expect(reading(character.repeat(1_000_000))).toBe('unreadableAmount');
		}
	});
});

describe('one mark with three digits behind it', () => {
	it.each(['1,234', '12,345', '123,456', '1.234', '123.456', '-1,234', '€1.234', '1,234 USD', '(1.234)', '۱,۲۳۴'])(
		'"%s" is ambiguous',
		(text) => expect(reading(text)).toBe('ambiguousAmount'),
	);

	it.each([
		{ text: '1,234', decimalMark: 'point', out: 1234_0000 },
		{ text: '1,234', decimalMark: 'comma', out: 1_2340 },
		{ text: '1.234', decimalMark: 'point', out: 1_2340 },
		{ text: '1.234', decimalMark: 'comma', out: 1234_0000 },
		{ text: '-123.456 €', decimalMark: 'comma', out: -123456_0000 },
	] as const)('with a decimal $decimalMark "$text" is $out ten-thousandths', ({ text, decimalMark, out }) =>
		expect(reading(text, decimalMark)).toBe(out),
	);

	it.each([
		{ text: '12,50', decimalMark: 'point' },
		{ text: '1.234,50', decimalMark: 'point' },
		{ text: '1.234.567', decimalMark: 'point' },
		{ text: '12.50', decimalMark: 'comma' },
		{ text: '1,234.50', decimalMark: 'comma' },
		{ text: '1,234,567', decimalMark: 'comma' },
	] as const)('with a decimal $decimalMark "$text" is unreadable, not read the other way', ({ text, decimalMark }) =>
		expect(reading(text, decimalMark)).toBe('unreadableAmount'),
	);
});

describe('evidence for a column', () => {
	it.each([
		{ text: '0,123', evidence: { point: 0, comma: 1 } },
		{ text: '12,34', evidence: { point: 0, comma: 1 } },
		{ text: '1234,567', evidence: { point: 0, comma: 1 } },
		{ text: '1.234.567', evidence: { point: 0, comma: 1 } },
		{ text: '1 234,567', evidence: { point: 0, comma: 1 } },
		{ text: '1,234,567', evidence: { point: 1, comma: 0 } },
		{ text: '1,234.50', evidence: { point: 1, comma: 0 } },
		{ text: '12.5', evidence: { point: 1, comma: 0 } },
		{ text: '1,234', evidence: { point: 0, comma: 0 } },
		{ text: '1234', evidence: { point: 0, comma: 0 } },
		{ text: '1 234', evidence: { point: 0, comma: 0 } },
		{ text: '۱٬۲۳۴٫۵', evidence: { point: 0, comma: 0 } },
		{ text: '12,34 apples', evidence: { point: 0, comma: 0 } },
		{ text: '12,5.3.4', evidence: { point: 0, comma: 0 } },
		{ text: 12.5, evidence: { point: 0, comma: 0 } },
	])('"$text" counts as $evidence', ({ text, evidence }) => {
		const reader = createAmountReader({ decimalMark: 'automatic' });
		reader.read(text);
		expect(reader.evidence).toEqual(evidence);
	});

	it('counts a contradiction to the given mark too, so that a message can name it', () => {
		const reader = createAmountReader({ decimalMark: 'point' });
		expect(reader.read('12,50')).toBeNaN();
		expect(reader.evidence).toEqual({ point: 0, comma: 1 });
	});

	it('adds up over cells: "12,50", "1,234", "3.50" and "7,25" give one point and two commas', () => {
		const reader = createAmountReader({ decimalMark: 'automatic' });
		for (const text of ['12,50', '1,234', '3.50', '7,25']) reader.read(text);
		expect(reader.evidence).toEqual({ point: 1, comma: 2 });
	});
});

describe('the currency beside an amount', () => {
	it.each([
		{ text: 'USD 12', currency: 'USD' },
		{ text: '12 EUR', currency: 'EUR' },
		{ text: '12EUR', currency: 'EUR' },
		{ text: 'usd 12', currency: 'USD' },
		{ text: '€1,234.50', currency: 'EUR' },
		{ text: '12,50 €', currency: 'EUR' },
		{ text: '£12', currency: 'GBP' },
		{ text: '₴12', currency: 'UAH' },
		{ text: '1 234,50 грн', currency: 'UAH' },
		{ text: '12 грн.', currency: 'UAH' },
		{ text: '12 ₽', currency: 'RUB' },
		{ text: '12 руб', currency: 'RUB' },
		{ text: '12 Руб.', currency: 'RUB' },
		{ text: 'руб.500', currency: 'RUB' },
		{ text: '۱۲ ﷼', currency: 'IRR' },
		{ text: '۱۲ ریال', currency: 'IRR' },
		{ text: '۱٬۲۳۴ تومان', currency: 'IRT' },
		{ text: '12 toman', currency: 'IRT' },
		{ text: '$12', currency: '$' },
		{ text: '¥12', currency: '¥' },
		{ text: '$12.00 USD', currency: 'USD' },
		{ text: '$12.00 CAD', currency: 'CAD' },
		{ text: '¥12 JPY', currency: 'JPY' },
		{ text: '￥12', currency: '¥' },
		{ text: '€12 €', currency: 'EUR' },
		{ text: 'US$12', currency: 'USD' },
		{ text: '-$12', currency: '$' },
		{ text: '12 zł', currency: 'PLN' },
		{ text: '12 kr', currency: 'kr' },
		{ text: '12 kr.', currency: 'kr' },
		{ text: '12 kr SEK', currency: 'SEK' },
		{ text: 'CAD $12.00', currency: 'CAD' },
		{ text: 'CHF 12.50', currency: 'CHF' },
		{ text: 'Rs.500', currency: 'rs' },
		{ text: '₹500', currency: 'INR' },
		{ text: '12', currency: '' },
		{ text: 12, currency: '' },
	])('in "$text" is "$currency"', ({ text, currency }) => expect(currencyOf(text)).toBe(currency));

	it('is that of the last cell only', () => {
		const reader = createAmountReader({ decimalMark: 'automatic' });
		reader.read('€12');
		reader.read(12);
		expect(reader.currency).toBe('');
		reader.read('€12');
		reader.read('n/a');
		expect(reader.currency).toBe('');
	});
});

describe('amounts as numbers', () => {
	it.each([
		{ value: 12.5, out: 12_5000 },
		{ value: 1.005, out: 1_0050 },
		{ value: -1.005, out: -1_0050 },
		{ value: 0.1 + 0.2, out: 3000 },
		{ value: 0, out: 0 },
		{ value: -0, out: 0 },
		{ value: 1e-7, out: 0 },
		{ value: -1e-7, out: 0 },
		{ value: Number.MIN_VALUE, out: 0 },
		{ value: 1.00005, out: 1_0001 },
		{ value: -1.00005, out: -1_0001 },
		{ value: 1.00015, out: 1_0002 },
		{ value: 12345678901.2345, out: 12345678901_2345 },
		{ value: 900719925474.0991, out: Number.MAX_SAFE_INTEGER },
		{ value: 12n, out: 12_0000 },
		{ value: -900719925474n, out: -900719925474_0000 },
	])('reads $value as $out ten-thousandths', ({ value, out }) => expect(reading(value)).toBe(out));

	it.each([NaN, Infinity, -Infinity, null, undefined, true, false, {}, [], [12], { value: 12 }, Symbol('12'), () => 12])(
		'refuses %p as unreadable',
		(value) => expect(reading(value)).toBe('unreadableAmount'),
	);

	it.each([900719925474.1, -900719925475, 1e12, 1e21, Number.MAX_VALUE, 900719925475n, -(10n ** 400n)])(
		'refuses %p as too large to be exact',
		(value) => expect(reading(value)).toBe('amountTooLarge'),
	);

	it.each(['900719925474.0992', '-900,719,925,475.00', '99999999999999999999', '1'.repeat(64)])(
		'refuses "%s" as too large to be exact',
		(text) => expect(reading(text)).toBe('amountTooLarge'),
	);

	it('reads "900719925474.0991", the largest amount there is', () => {
		expect(reading('900719925474.0991')).toBe(Number.MAX_SAFE_INTEGER);
	});
});

describe('any amount', () => {
	const anyAmount = fc.maxSafeInteger();

	/** The decimal of an amount, written by whole-number arithmetic only. */
	function written(amount: number, { group = '', mark = '.', decimals = 4 } = {}) {
		const digits = String(Math.abs(amount)).padStart(5, '0');
		const whole = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, group);
		const fraction = digits.slice(-4).slice(0, decimals);
		return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : mark + fraction}`;
	}

	it.each([
		{ group: '', mark: '.' },
		{ group: '', mark: ',' },
		{ group: ',', mark: '.' },
		{ group: '.', mark: ',' },
		{ group: ' ', mark: ',' },
		{ group: ' ', mark: '.' },
		{ group: NO_BREAK, mark: ',' },
		{ group: NARROW_NO_BREAK, mark: ',' },
		{ group: "'", mark: '.' },
		{ group: '٬', mark: '٫' },
	])('with four decimals, grouped by "$group", with "$mark", reads back exactly', (style) => {
		const reader = createAmountReader({ decimalMark: 'automatic' });
		fc.assert(fc.property(anyAmount, (amount) => expect(reader.read(written(amount, style))).toBe(amount)));
	});

	it('written with nought to four decimals reads back exactly once the mark is given', () => {
		fc.assert(
			fc.property(
				anyAmount,
				fc.integer({ min: 0, max: 4 }),
				fc.constantFrom({ decimalMark: 'point', group: ',', mark: '.' }, { decimalMark: 'comma', group: '.', mark: ',' } as const),
				(amount, decimals, { decimalMark, group, mark }) => {
					const step = 10 ** (4 - decimals);
					const kept = amount - (amount % step);
					expect(reading(written(kept, { group, mark, decimals }), decimalMark as DecimalMark)).toBe(kept + 0);
				},
			),
		);
	});

	it('as a number of up to four decimals reads as its decimal does, wherever numbers tell them apart', () => {
		fc.assert(
			fc.property(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), (amount) => {
				expect(reading(Number(written(amount)))).toBe(amount);
			}),
			{ numRuns: 2000 },
		);
	});

	it('as any number reads as the decimal that JavaScript shows', () => {
		const reader = createAmountReader({ decimalMark: 'point' });
		fc.assert(
			fc.property(fc.double({ min: -9e11, max: 9e11, noNaN: true }), (number) => {
				fc.pre(!String(number).includes('e'));
				expect(reader.read(number)).toBe(reader.read(String(number)));
			}),
			{ numRuns: 5000 },
		);
	});

	it('half a ten-thousandth more than any amount, as a number, rounds away from 0', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), (amount) => {
				const halfMore = Number(`${written(amount)}5`);
				expect(reading(halfMore)).toBe(amount + 1);
				expect(reading(-halfMore)).toBe(-amount - 1);
			}),
			{ numRuns: 2000 },
		);
	});

	// Oracle: the runtime's own currency formatting.
	it.each([
		['en-US', 'USD', '$'],
		['en-US', 'EUR', 'EUR'],
		['en-IN', 'INR', 'INR'],
		['de-DE', 'EUR', 'EUR'],
		['fr-FR', 'EUR', 'EUR'],
		['uk-UA', 'UAH', 'UAH'],
		['ru-RU', 'RUB', 'RUB'],
		['pl-PL', 'PLN', 'PLN'],
		['de-CH', 'CHF', 'CHF'],
		['fa-IR', 'IRR', 'IRR'],
		['en-GB', 'GBP', 'GBP'],
		['sv-SE', 'SEK', 'kr'],
		['es-ES', 'EUR', 'EUR'],
		['ja-JP', 'JPY', '¥'],
		['pt-BR', 'BRL', 'BRL'],
		['en-CA', 'USD', 'USD'],
	])('as %s writes %s reads back with currency "%s"', (locale, currency, named) => {
		const format = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2 });
		const accounting = new Intl.NumberFormat(locale, {
			style: 'currency',
			currency,
			currencySign: 'accounting',
			minimumFractionDigits: 2,
		});
		const reader = createAmountReader({ decimalMark: 'automatic' });
		fc.assert(
			fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
				for (const { format: write } of [format, accounting]) {
					const text = write(cents / 100);
					expect([text, reader.read(text), reader.currency]).toEqual([text, cents * 100 + 0, named]);
				}
			}),
		);
	});
});

describe('whatever a cell holds', () => {
	const hostile = [
		{ toString: () => { throw new Error('hostile'); } },
		{ valueOf: () => { throw new Error('hostile'); } },
		new Proxy({}, { get: () => { throw new Error('hostile'); } }),
		Object.create(null),
		new Date(NaN),
	];

	it.each(hostile.map((value, place) => ({ place, value })))('hostile object $place is unreadable', ({ value }) =>
		expect(reading(value)).toBe('unreadableAmount'),
	);

	it.each(['automatic', 'point', 'comma'] as const)('never throws, and gives a whole number or NaN with %s', (decimalMark) => {
		const anything = fc.oneof(
			fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
			fc.string({ unit: fc.constantFrom(..."0123456789۱٢.,٫٬'’ -−+()€$%eкр\u00a0\u202f\u200f") }),
		);
		const reader = createAmountReader({ decimalMark });
		fc.assert(
			fc.property(anything, (value) => {
				const amount = reader.read(value);
				expect(Number.isNaN(amount) || Number.isSafeInteger(amount)).toBe(true);
				expect(Object.is(amount, -0)).toBe(false);
			}),
			{ numRuns: 3000 },
		);
	});
});
