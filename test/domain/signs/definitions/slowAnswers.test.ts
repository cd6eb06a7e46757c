import { closeTo } from '../../../support/closeTo';
import { evidenceOf, strengthOf } from '../../../support/signs';

const answered = (firstAnswerHours: number | null, usualFirstAnswerHours: number | null = 4, usual: number | null = 6) => ({ tickets: { firstAnswerHours, usualFirstAnswerHours, usual } });
const median = (usualFirstAnswerHours: number) => ({ usualFirstAnswerHours });

describe('slowAnswers', () => {
	it('are 1/3 where they wait twice as long, 2/3 four times, 1 eight times and more', () => {
		for (const [hours, expected] of [[4, 0], [8, 1 / 3], [16, 2 / 3], [32, 1], [320, 1]] as const) closeTo(strengthOf('slowAnswers', answered(hours)), expected, hours);
	});

	it('say nothing where they are faster than usual, or within 4 hours: 3.99 after 1 usual is 0, 4 is 2/3', () => {
		expect(strengthOf('slowAnswers', answered(5, 10))).toBe(0);
		expect(strengthOf('slowAnswers', answered(3.99, 1))).toBe(0);
		closeTo(strengthOf('slowAnswers', answered(4, 1)), 2 / 3, '4 after 1');
	});

	it('count less than an hour usual as an hour: 8 after .1 is 1, as 8 after 1 is', () => {
		closeTo(strengthOf('slowAnswers', answered(4, 0.1)), 2 / 3, 'log2(4 / 1) / 3');
		closeTo(strengthOf('slowAnswers', answered(4, null), median(0.1)), 2 / 3, 'log2(4 / 1) / 3');
	});

	it('are drawn to the median as if that stood for three tickets: 2 hours of three and 32 of everybody are 8', () => {
		closeTo(evidenceOf('slowAnswers', answered(16, 2, 3), median(32)).usual, 8, 'the root of 2 · 32');
		closeTo(strengthOf('slowAnswers', answered(16, 2, 3), median(32)), 1 / 3, '16 / 8');
	});

	it('are compared with everybody where the customer has nothing usual, with the customer alone where nobody else has', () => {
		closeTo(strengthOf('slowAnswers', answered(8, null, null), median(4)), 1 / 3, '8 / 4');
		closeTo(evidenceOf('slowAnswers', answered(8, 4, 0)).usual, 4, 'own alone');
	});

	it('are told in hours, since no day that is known', () => {
		expect(evidenceOf('slowAnswers', answered(32))).toMatchObject({ kind: 'waitsForAnswers', measured: 32, since: null });
	});

	it('have no data where tickets are not connected, nothing was asked of late or nothing is usual for anybody', () => {
		expect(strengthOf('slowAnswers', {})).toBe('notConnected');
		expect(strengthOf('slowAnswers', answered(null))).toBe('noRows');
		expect(strengthOf('slowAnswers', answered(32, null))).toBe('tooFewEvents');
	});
});
