import { wordsOf } from '../../../../domain/signs/told/letters';
import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';

/** A reader that is not linear would take minutes for one of them, and the runner would not wait. */
const LENGTH = 300_000;
const PATIENCE = 20_000;

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

it.each([
	'cancel ', 'cancel', 'не ', 'не', 'لغو ', 'می ', 'if ', 'and ', 'cancelcancle ', 'не хочу отменить подписку? ', 'друг уходит, ', 'прошу', 'отмаааенить ', 'a\u0301', '\u0301', '\u200c', '?', '.', ',', '\ud800', 'xy ', 'take our business ', 'want to ', 'more or less ',
])('a text of %j again and again is read to its end', (piece) => {
	expect(() => whatIsTold(filled(piece, LENGTH))).not.toThrow();
}, PATIENCE);

it('a word of a million letters is one word, cut to what a lexicon could hold', () => {
	const words = wordsOf('a'.repeat(1_000_000));
	expect(words).toHaveLength(1);
	expect(words[0].plain.length).toBeLessThanOrEqual(40);
});

it('a sentence of a million words has its say at the end too', () => {
	expect(whatIsTold(`${filled('ok ', 200_000)}. I want to cancel my subscription`)?.words).toContain('cancel my subscription');
});
