import fc from 'fast-check';
import { ended, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../../domain/locales/words';

const languages = ['en', 'uk', 'ru', 'fa'];
const words = (language: string) => wordsOf(language, { ...LEFT_TO_RIGHT_MARKS, quotes: ['“', '”'] });

describe('money', () => {
	it.each(languages)('%s writes in parts what Intl writes at once, up to a billion, above it and below 0', (language) => {
		const { money } = words(language);
		const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
		const withCents = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
		fc.assert(
			fc.property(fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 1e13 })), (cents) => {
				expect(money(cents / 100)).toBe((cents % 100 === 0 ? whole : withCents).format(cents / 100));
			}),
		);
	});

	it.each(languages)('%s writes the same amount the same way twice', (language) => {
		const { money } = words(language);
		expect([money(14.2), money(14), money(-0.001)]).toEqual([money(14.2), money(14), money(0)]);
	});
});

describe('a percentage', () => {
	it('has one decimal where it is not whole: 12.34 is 12.3%, 12 is 12%', () => {
		const { percent } = words('en');
		expect([percent(12.34), percent(12), percent(12.34)]).toEqual(['12.3%', '12%', '12.3%']);
	});
});

describe('a sentence', () => {
	it('ends with one full stop, also behind a name that ends with one, isolated or not', () => {
		expect([ended('Acme'), ended('Acme Inc.'), ended('\u2068Acme Inc.\u2069')]).toEqual(['Acme.', 'Acme Inc.', '\u2068Acme Inc.\u2069']);
	});
});
