import { evidence } from '../evidence';
import type { Sign } from '../sign';
import { freshness } from '../strengths';

/** Customer Activity says so of an As Of in the past of the rows, which tell planned ends as they are today. */
const NOT_KNOWN_THEN = 'endsOn: notKnownThen';

/**
 * Contract ending
 *
 * Question: does their contract end soon, so that they decide anyway?
 *
 * A contract that was cancelled is no open question any more: that is *told*. Source: DOMAIN S11.
 */
export const contractEnding: Sign = {
	rule: 'S11',
	title: 'Contract Ending',
	question: 'Does their contract end soon?',
	family: 'calendar',
	needs: 'subscriptions: status, endsOn, cancelled; not where As Of lies in the past of the rows',
	strength: '1 in the last 30 days, less and less up to 90 days ahead',
	oddsRatio: 3,
	why: 'On that day they decide, with or without you',
	source: 'Churn happens at the end of a contract: did not renew (O)',
	example: { given: { asOf: 100, subscriptions: { status: 'active', endsOn: 160 } }, strength: 0.5 },
	find({ asOf, subscriptions }) {
		if (subscriptions === null) return 'notConnected';
		const { status, endsOn, cancelled, reasons } = subscriptions;
		if (status === null || status === 'ended') return 'noRows';
		if (reasons?.includes(NOT_KNOWN_THEN)) return 'notKnownThen';
		if (endsOn === null || cancelled === true) return evidence(0, 'contractEnds');
		const measured = endsOn - asOf;
		if (measured < 0) return evidence(0, 'contractEnds');
		return evidence(freshness(measured, 30, 90), 'contractEnds', { measured, since: endsOn - 90 });
	},
};
