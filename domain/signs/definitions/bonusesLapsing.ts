import { evidence } from '../evidence';
import type { Sign } from '../sign';
import { clamp } from '../strengths';

const AHEAD_DAYS = 30;

/**
 * Bonuses lapsing
 *
 * Question: do bonuses of theirs lapse soon?
 *
 * Less a warning than an occasion: something of value to write about. Source: DOMAIN S12.
 */
export const bonusesLapsing: Sign = {
	rule: 'S12',
	title: 'Bonuses Lapsing',
	question: 'Do bonuses of theirs lapse soon?',
	family: 'calendar',
	needs: 'the columns Bonuses Lapse On and Bonuses',
	strength: 'from 0 at 30 days ahead to 1 on the day; 0 once they lapsed, and where there are none',
	oddsRatio: 1.5,
	why: 'It ties them less from then on; above all it is an occasion to write',
	source: 'Winning clients back (K): unused bonuses as a reason to call',
	example: { given: { asOf: 100, named: { isNamed: { bonusesLapseOn: true }, bonusesLapseOn: 115, bonuses: 240 } }, strength: 0.5 },
	find({ asOf, named: { isNamed, bonusesLapseOn, bonuses } }) {
		if (!isNamed.bonusesLapseOn) return 'noSuchColumn';
		if (bonusesLapseOn === null) return evidence(0, 'bonusesLapse');
		const measured = bonusesLapseOn - asOf;
		const hasNone = bonuses !== null && bonuses <= 0;
		return evidence(measured < 0 || hasNone ? 0 : clamp(1 - measured / AHEAD_DAYS), 'bonusesLapse', { measured, usual: bonuses, since: bonusesLapseOn - AHEAD_DAYS });
	},
};
