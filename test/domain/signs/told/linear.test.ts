import { wordsOf } from '../../../../domain/signs/told/letters';
import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';

/**
 * The time of a text eight times as long is at most some sixteen times as long: a quadratic reader would take 64 times.
 * The best of several tries, as other programs take their share of the machine.
 */
const LENGTH = 12_000;
const TIMES = 8;
const MARGIN = 3;
const TRIES = 3;

function bestTime(text: string): number {
	const times = Array.from({ length: TRIES }, () => {
		const start = process.cpuUsage();
		whatIsTold(text);
		const { user, system } = process.cpuUsage(start);
		return user + system;
	});
	return Math.min(...times);
}

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

it.each([
	'cancel ', 'cancel', 'не ', 'не', 'لغو ', 'می ', 'if ', 'and ', 'cancelcancle ', 'не хочу отменить подписку? ', 'друг уходит, ', 'прошу', 'отмаааенить ', 'a\u0301', '\u0301', '\u200c', '?', '.', ',', '\ud800', 'xy ', 'take our business ', 'want to ', 'more or less ',
])('a text of %j again and again costs no more than its length', (piece) => {
	const short = bestTime(filled(piece, LENGTH));
	const long = bestTime(filled(piece, LENGTH * TIMES));
	// Times of less than some milliseconds are noise.
	expect(long / Math.max(short, 2_000)).toBeLessThan(TIMES * MARGIN);
});

it('a word of a million letters is one word, cut to what a lexicon could hold', () => {
	const words = wordsOf('a'.repeat(1_000_000));
	expect(words).toHaveLength(1);
	expect(words[0].plain.length).toBeLessThanOrEqual(40);
});

it('a sentence of a million words has its say at the end too', () => {
	expect(whatIsTold(`${filled('ok ', 200_000)}. I want to cancel my subscription`)?.words).toContain('cancel my subscription');
});
