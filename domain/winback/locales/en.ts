import type { Forms } from '../../locales/words';
import { capitalised, ended, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { ChannelId } from '../channels';
import type { Finding } from '../rules/rule';
import { figuresOf, isLoss } from './figures';
import type { Locale, Worth } from './locale';

const words = wordsOf('en', { ...LEFT_TO_RIGHT_MARKS, quotes: ['“', '”'] });
const { number, counted, money, foreign, list } = words;
const { amount, share, shares, age, tenths } = figuresOf(words, {
	under: (text) => `under ${text}`,
	over: (text) => `over ${text}`,
	days: { 0: 'within a day', one: 'in # day', other: 'in # days' },
	months: { one: 'in # month', other: 'in # months' },
	years: { one: 'in # year', other: 'in # years' },
});

/** What contacts, and when it is noticed. */
const contacts: Readonly<Record<ChannelId, readonly [contact: string, ifNoticed: string]>> = {
	call: ['a call', 'if they pick up'],
	email: ['an e-mail', 'if they read it'],
	sms: ['an SMS', 'if they read it'],
	messenger: ['a chat message', 'if they read it'],
	voiceRobot: ['a robot call', 'if they pick up'],
	customAudience: ['an ad', 'if they see it'],
};

const PURCHASES: Forms = { 0: 'no purchases', one: '# purchase', other: '# purchases' };
const OF_PURCHASES: Forms = { one: '# purchase', other: '# purchases' };
const CUSTOMERS: Forms = { one: '# customer', other: '# customers' };
const POINTS: Forms = { one: '# percentage point', other: '# percentage points' };
const POINTS_EXPECTED: Forms = { one: '# percentage point is expected', other: '# percentage points are expected' };

/** `9 of 11 purchases on promotion`; without numbers what they come to. */
const part = ({ count, of }: Finding, forms: Forms, what: string, otherwise: string): string =>
	count === null || of === null ? otherwise : `${number(count)} of ${counted(of, forms)} ${what}`;

/** `, 12.50 each on average, others usually 48` */
const average = ({ count, measured, usual }: Finding): string =>
	ifKnown(count === 0 ? null : measured, (known) => `, ${count === 1 ? `for ${money(known)}` : `${money(known)} each on average`}${ifKnown(usual, (common) => `, others usually ${money(common)}`)}`);

const history = ({ count, days }: Finding, otherwise: string): string => (count === null ? otherwise : `${counted(count, PURCHASES)}${ifKnown(days, (known) => ` ${age(known)}`)}`);

function wholesaleOrHighMargin(finding: Finding): string {
	const { count, measured, usual } = finding;
	if (count !== null) return `${counted(count, PURCHASES)}${average(finding)}`;
	return measured === null ? 'buys wholesale' : `a margin of ${share(measured)}${ifKnown(usual, (common) => `, others usually ${share(common)}`)}`;
}

function balance({ priority, currency }: Worth, contact: string, adds: string): string {
	if (priority > 0) return `${contact} ${adds} ${amount(priority, currency)}`;
	return isLoss(priority) ? `${contact} costs ${amount(-priority, currency)} more than it adds` : `${contact} adds no more than it costs`;
}

function returnBrings({ worthOfReturn, returnCounts, currency }: Worth): string {
	if (worthOfReturn > 0) return `a return brings ${amount(worthOfReturn, currency)}${returnCounts === 1 ? '' : `, counted ${money(returnCounts)} times`}`;
	return isLoss(worthOfReturn) ? `a return brings a loss of ${amount(-worthOfReturn, currency)}` : 'a return brings nothing';
}

function gain(worth: Worth, adds: string): string {
	const [contact, ifNoticed] = contacts[worth.channel];
	const [without, withContact] = shares(worth.chance, worth.chanceWithContact);
	return `${balance(worth, contact, adds)} (${without} come back by themselves, ${withContact} ${ifNoticed}; ${returnBrings(worth)})`;
}

const heads = { first: 'call first', worthIt: 'worth a contact', notWorthIt: 'not worth a contact', notContacted: 'not contacted' } as const;

export const en: Locale = {
	title: 'English',
	findings: {
		onlyOnPromotion: (finding) => part(finding, OF_PURCHASES, 'on promotion', 'buys only on promotion'),
		rareAndSmall: (finding) => `buys rarely and little: ${history(finding, 'rare and small purchases')}${average(finding)}`,
		instalments: (finding) => part(finding, OF_PURCHASES, 'in instalments', 'often takes instalments'),
		paysLate: (finding) => part(finding, { one: '# payment', other: '# payments' }, 'late', 'often pays late'),
		returns: (finding) => part(finding, { one: '# order', other: '# orders' }, 'returned or cancelled', 'all orders returned or cancelled'),
		toxic: () => 'marked as toxic',
		longAndFrequent: (finding) => history(finding, 'a long-standing customer who buys often'),
		wholesaleOrHighMargin,
		bigName: () => 'a well-known name',
		neverBought: () => 'has never bought',
	},
	leftBecause: {
		indifference: 'left because the staff did not care',
		priceRise: 'left because of the price',
		missingProduct: 'left because we did not have the product',
		badService: 'left because of bad service',
		lowQuality: 'left because of low quality',
		noBonusProgramme: 'left because there is no bonus programme',
		backwardTechnology: 'left because of outdated technology',
		ignoredComplaints: 'left because we ignored complaints',
		changedNeeds: 'left because their needs have changed',
		movedAway: 'left because they moved away',
		competitor: 'left for a competitor',
		satisfied: 'left although satisfied',
	},
	adds: (worth) => gain(worth, 'adds'),
	costsMore: (worth) => `${balance(worth, `even ${contacts[worth.channel][0]}`, 'adds')} (${share(worth.chance)} come back by themselves; ${returnBrings(worth)})`,
	wouldAdd: (worth) => gain(worth, 'would add'),
	notChosen: { budgetSpent: ', but the budget runs out first', callsTaken: ', but the calls of this run are too few' },
	notScored: {
		neverBought: 'has never bought, and the chance of a first purchase is not set',
		noForecast: 'no forecast is possible',
		noMargin: 'it is not known what a purchase brings',
	},
	notContacted: {
		objected: 'asked not to be contacted',
		noConsent: 'has not agreed to be contacted',
		addressObjected: 'somebody with the same address or number asked not to be contacted',
		consentUnclear: 'it is not clear whether they agree to be contacted',
		subscribed: 'has a subscription again',
		sameAddress: 'another customer with the same address or number is looked at instead',
		boughtSince: (day) => `bought again on ${foreign(day)}`,
		alreadyContacted: (day) => `this campaign already reached out${ifKnown(day, (known) => ` on ${foreign(known)}`)}`,
		contactedRecently: (days) => `there was contact ${counted(days, { 0: 'today', 1: 'within the last day', other: 'within the last # days' })}`,
		unreachable: 'no valid address or number for any channel in use',
		otherCurrency: (currency) => `pays in ${foreign(currency)}, whose worth is not set`,
		heldOut: 'left alone on purpose, to see what contact brings',
		heldOutBefore: 'left alone on purpose since an earlier run, to see what contact brings',
	},
	lists: heads,
	joined: (parts) => ended(list(parts)),
	summary: (who, listed, text) => `${foreign(who)} – ${heads[listed]}: ${text}`,
	sentence: capitalised,
	calledBy: (manager) => `best called by ${foreign(manager)}`,
	sampleSize({ heldOut, contacted, detectablePoints, expectedPoints, neededHeldOut }) {
		const shows = detectablePoints === null ? 'no gain can be told from chance' : `a gain of ${tenths(detectablePoints, POINTS)} or more can be told from chance`;
		const start = `With ${counted(heldOut, CUSTOMERS)} held out and ${number(contacted)} contacted, ${shows}; `;
		if (expectedPoints <= 0) return `${start}no gain is expected.`;
		const expected = `${start}${tenths(expectedPoints, POINTS_EXPECTED)}, `;
		if (neededHeldOut === null) return `${expected}which no number held out would show.`;
		return neededHeldOut <= heldOut ? `${expected}which is enough.` : `${expected}which would take ${number(neededHeldOut)} held out: add up several runs.`;
	},
};
