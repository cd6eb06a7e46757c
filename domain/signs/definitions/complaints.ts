import { chanceOfAtLeast } from '../countTails';
import { evidence, exposureIn, usualIn } from '../evidence';
import type { Sign } from '../sign';
import { strengthOfChance } from '../strengths';

/**
 * Persistent complaints
 *
 * Question: does this customer ask for help or complain more often of late than is usual for them?
 *
 * Complaints where a column tells them from requests, else all requests. Who came within the recent days has nothing
 * usual yet, and only the prior to be compared with: a first request is often their first row, so it is held against whole
 * recent days. Source: DOMAIN S4.
 */
export const complaints: Sign = {
	rule: 'S4',
	title: 'Persistent Complaints',
	question: 'Do they ask for help or complain, again and again?',
	family: 'service',
	needs: 'tickets: complaints and usualComplaints, else recent and usual; tenureDays',
	strength: '(log10(1/q) − 1) / 2 between 0 and 1, where q is the chance of so many or more by what is usual: 0 at one in ten, 1 at one in a thousand',
	oddsRatio: 4,
	why: 'Who complains still hopes, and who complains again hopes less',
	source: 'Five signs that a customer is leaving (S), fourth sign; negative binomial tail with the own usual count',
	example: {
		given: { asOf: 300, tenureDays: 300, tickets: { recent: 2, usual: 0 } },
		strength: 0.7054422,
	},
	find(observed) {
		const { tickets } = observed;
		if (tickets === null) return 'notConnected';
		const tellsComplaints = tickets.complaints !== null && tickets.usualComplaints !== null;
		const recent = tellsComplaints ? tickets.complaints : tickets.recent;
		const usual = tellsComplaints ? tickets.usualComplaints : tickets.usual;
		if (recent === null || usual === null) return 'noRows';
		const exposure = exposureIn(observed);
		if (exposure.recentDays === 0) return 'tenureUnknown';
		const strength = strengthOfChance(chanceOfAtLeast(recent, { count: usual, days: exposure.usualDays }, observed.recentDays));
		return evidence(strength, tellsComplaints ? 'complains' : 'asksForHelp', {
			measured: recent,
			usual: usualIn(usual, observed, exposure),
			words: tickets.returningTopic,
		});
	},
};
