import { keptTogether } from '../../domain/figuresInWords';

describe('keptTogether(sentence)', () => {
	it('keeps an interval and each percentage in one piece, and breaks elsewhere', () => {
		const sentence = '2024-07: churn rate 15.0 % (3 of 20; 95 % interval 5.2 % to 36.0 %), up 3.0 points from 2024-06.';
		expect(keptTogether(sentence).split(' ')).toEqual([
			'2024-07:', 'churn', 'rate', '15.0\u00a0%', '(3', 'of', '20;', '95\u00a0%\u00a0interval\u00a05.2\u00a0%\u00a0to\u00a036.0\u00a0%),', 'up', '3.0', 'points', 'from', '2024-06.',
		]);
	});

	it('keeps an interval of days in one piece', () => {
		expect(keptTogether('half have left after 90 days (95 % interval 61 to 1,204 days; 3 of 9 have left)')).toContain('95\u00a0%\u00a0interval\u00a061\u00a0to\u00a01,204\u00a0days');
	});

	it('changes no letter: with plain spaces it is the same sentence', () => {
		const sentence = 'net -1.0 %; MRR 12,300 → 12,900 EUR, 95 % interval -3.0 % to 1.0 %';
		expect(keptTogether(sentence).replaceAll('\u00a0', ' ')).toBe(sentence);
	});
});
