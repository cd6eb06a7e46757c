import { evidence } from '../evidence';
import type { Sign } from '../sign';
import { freshness } from '../strengths';

/**
 * Contact person changed
 *
 * Question: is it somebody new whom we are in touch with?
 *
 * Two people who take turns are no change: the present one must never have been named before. Counts fully for 30 days,
 * then less and less up to 180. Source: DOMAIN S2.
 */
export const contactPersonChanged: Sign = {
	rule: 'S2',
	title: 'Contact Person Changed',
	question: 'Is it somebody new whom we are in touch with?',
	family: 'person',
	needs: 'contacts: contactPerson, contactPersonSince, contactPersonFirstOn, previousContactPerson',
	strength: '1 for 30 days, then in a straight line to 0 at 180 days; 0 where the person had been named before',
	oddsRatio: 3,
	why: 'The successor did not choose you and may not see the value',
	source: 'Five signs that a customer is leaving (S), second sign',
	example: {
		given: { asOf: 100, contacts: { contactPerson: 'Ben', contactPersonSince: 90, contactPersonFirstOn: 90, previousContactPerson: 'Ann' } },
		strength: 1,
	},
	find({ asOf, contacts }) {
		if (contacts === null) return 'notConnected';
		const { contactPerson: words, contactPersonSince: since, contactPersonFirstOn: firstOn, previousContactPerson } = contacts;
		if (words === null || since === null) return 'noRows';
		const isNew = previousContactPerson !== null && (firstOn === null || firstOn === since);
		return evidence(isNew ? freshness(asOf - since, 30, 180) : 0, 'otherPerson', { since, words });
	},
};
