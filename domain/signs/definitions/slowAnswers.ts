import { evidence } from '../evidence';
import type { Sign } from '../sign';
import { drawnTowards, strengthOfRatio } from '../strengths';

/** Faster than this nobody calls slow, whatever they are used to. */
const UNNOTICED_HOURS = 4;
const LEAST_HOURS = 1;

/** Hours are compared by how many times as long, so the logarithm is what is drawn towards everybody's. */
const logHours = (hours: number | null): number | null => (hours === null ? null : Math.log(Math.max(LEAST_HOURS, hours)));

/**
 * Slow answers
 *
 * Question: do they wait longer for our first answer than they are used to?
 *
 * Requests still unanswered count at their age, in Customer Activity. What they are used to is drawn towards the
 * median of all customers as if that stood for three tickets. Source: DOMAIN S9, R1.
 */
export const slowAnswers: Sign = {
	rule: 'S9',
	title: 'Slow Answers',
	question: 'Do they wait longer for our answers than they are used to?',
	family: 'service',
	needs: 'tickets: firstAnswerHours, usualFirstAnswerHours, usual',
	strength: 'log2 of how many times as long they wait, over 3: 0 as usual, 1/3 twice, 1 eight times as long; 0 below 4 hours',
	oddsRatio: 2,
	why: 'It is ours to mend, and annoys before it drives anybody away',
	source: 'Seven rules of talking to clients (R), first rule: answer fast',
	example: { given: { tickets: { firstAnswerHours: 32, usualFirstAnswerHours: 4, usual: 6 } }, strength: 1 },
	find({ tickets }, population) {
		if (tickets === null) return 'notConnected';
		const { firstAnswerHours: measured, usualFirstAnswerHours: own, usual: count } = tickets;
		if (measured === null) return 'noRows';
		const expected = drawnTowards(logHours(own), count ?? 0, logHours(population.usualFirstAnswerHours));
		if (expected === null) return 'tooFewEvents';
		const usual = Math.exp(expected);
		const strength = measured < UNNOTICED_HOURS ? 0 : strengthOfRatio(measured / usual);
		return evidence(strength, 'waitsForAnswers', { measured, usual });
	},
};
