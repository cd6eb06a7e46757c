/** What Win-Back Priority says of a customer, field by field; docs and tests read it. DOMAIN W1 to W8. */

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

export const WIN_BACK_VERSION = 1;

const NOT_SCORED = 'the customer was not scored: `reasonCode` says why';
const NO_CHANNEL = `${NOT_SCORED}; or no channel can be used`;

/** In the order of the output; contact details and kept columns stand behind the customer. */
export const winBackFields = {
	customer: { meaning: 'The customer, as Customer Activity calls them', unit: 'id' },
	summary: { meaning: 'Who, which list and why, in a sentence for a chat message or a task', unit: 'text' },
	rank: { meaning: 'Whom first: 1 for the call that adds most, then the other calls, then Worth It by what it adds', unit: 'number', nullWhen: 'nobody is to contact them in this run' },
	list: { meaning: 'first, worthIt, notWorthIt or notContacted: the output', unit: 'text' },
	priority: { meaning: 'The money that the contact adds: what comes by it and would not come by itself, less what it costs. reach × (chanceWithContact − chanceToReturn) × worthOfReturn − offerCost − contactCost', unit: 'money', nullWhen: NO_CHANNEL },
	channel: { meaning: 'The channel of this run; of those nobody is to contact the one that would add most', unit: 'text', nullWhen: NO_CHANNEL },
	contactAt: { meaning: 'The e-mail address, phone number or messenger name for this channel, as it was checked', unit: 'text', nullWhen: NO_CHANNEL },
	sendAfter: { meaning: 'From when on they may be contacted: now, or when quiet hours end in their zone', unit: 'date and time', nullWhen: 'nobody is to contact them in this run' },
	chanceToReturn: { meaning: 'The chance of a purchase within the horizon by themselves, without a contact', unit: 'share', nullWhen: NOT_SCORED },
	reach: { meaning: 'What share of those contacted in this way take notice', unit: 'share', nullWhen: NO_CHANNEL },
	oddsRatio: { meaning: 'By how many times the contact multiplies the odds to return of one who takes notice: the channel\'s times that of the reason of leaving', unit: 'times', nullWhen: NO_CHANNEL },
	chanceWithContact: { meaning: 'The same of one who takes notice of the contact', unit: 'share', nullWhen: NO_CHANNEL },
	expectedMargin: { meaning: 'What they are expected to earn you within the horizon by themselves', unit: 'money', nullWhen: NOT_SCORED },
	worthOfReturn: { meaning: 'What a return earns you within the horizon: the expected margin over the chance, times what a rule says it counts', unit: 'money', nullWhen: NOT_SCORED },
	returnCounts: { meaning: 'How many times a return counts by the rules', unit: 'times', nullWhen: NOT_SCORED },
	contactCost: { meaning: 'What the contact costs', unit: 'money', nullWhen: NO_CHANNEL },
	offerCost: { meaning: 'What the offer is expected to cost: reach × chance with the contact × offer', unit: 'money', nullWhen: NO_CHANNEL },
	currency: { meaning: 'In which currency all this money is', unit: 'text', nullWhen: 'none is named' },
	segment: { meaning: 'The segment by recency, frequency and monetary score, as Customer Forecast tells it', unit: 'text', nullWhen: 'Customer Forecast tells none, or they may not be contacted' },
	audience: { meaning: 'lapsed, or neverBought: an audience of its own', unit: 'text' },
	reason: { meaning: 'Why they are on this list, as a sentence', unit: 'text' },
	reasonCode: { meaning: 'The same as a code', unit: 'text' },
	notWorthReason: { meaning: 'Only on Not Worth It: why not, as a sentence', unit: 'text', nullWhen: 'they are on another list' },
	leftBecause: { meaning: 'Why they left, as a code', unit: 'text', nullWhen: 'it is not known, or they may not be contacted' },
	reasonFactor: { meaning: 'By how many times that changes what a contact does to the odds', unit: 'times', nullWhen: 'it is not known' },
	findings: { meaning: 'Rules that fired, with their numbers: rule, source, effect, text', unit: 'list' },
	lastPurchaseOn: { meaning: 'The day of the last purchase', unit: 'date', nullWhen: 'there is none, or the stream of purchases is not connected' },
	daysSince: { meaning: 'How many days ago that was', unit: 'days', nullWhen: 'the same' },
	topCategory: { meaning: 'Of what they bought most', unit: 'text', nullWhen: 'the rows do not say it' },
	suggestedManager: { meaning: 'Who should call: the best with a call left who did not handle the customer before', unit: 'text', nullWhen: 'the channel is no call, no managers are named, or none is left' },
	campaign: { meaning: 'The campaign', unit: 'text' },
	campaignKey: { meaning: 'The same for a customer and a silence in every run: one attempt each', unit: 'text' },
	holdout: { meaning: 'Whether they are left alone on purpose, so that the gain can be proven', unit: 'true or false' },
	heldOutFrom: { meaning: 'first or worthIt: the list on which they would be', unit: 'text', nullWhen: 'they are not held out, or an earlier run did not say it' },
	marginIs: { meaning: 'Where the margin comes from: set (by you), forecast (Customer Forecast says it), rows, or assumed', unit: 'text', nullWhen: NOT_SCORED },
	horizonDays: { meaning: 'For how many days ahead', unit: 'days' },
	asOf: { meaning: 'The day up to which everything was read', unit: 'date' },
	reasons: { meaning: 'Why figures are null, as name: code; separated by semicolons', unit: 'text' },
	winBackVersion: { meaning: 'The version of this item', unit: 'number' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** What the code of a reason says. */
export const reasonCodes = {
	callAddsMost: 'First: a call adds more than any other use of it',
	contactAdds: 'Worth It: the contact adds money',
	ruledOut: 'Not Worth It: a rule speaks against it',
	costsMore: 'Not Worth It: the best contact costs more than it adds',
	budgetSpent: 'Not Worth It: it would add money, but less for what it costs than others',
	callsTaken: 'Not Worth It: a call would add money, but the calls of this run are too few, and add more elsewhere',
	neverBought: 'Not Worth It: they never bought, and no chance of a first purchase is set',
	noForecast: 'Not Worth It: nothing can be forecast of them',
	noMargin: 'Not Worth It: what a purchase brings is not known',
	objected: 'Not Contacted, nor scored: they objected to being contacted',
	addressObjected: 'Not Contacted, nor scored: somebody with the same e-mail address or phone number objected',
	consentUnclear: 'Not Contacted, nor scored: what stands under consent is not understood',
	noConsent: 'Not Contacted, nor scored: they did not agree, and you contact only who does',
	subscribed: 'Not Contacted: they are on the list of lapsed customers and have a subscription',
	boughtSince: 'Not Contacted: they bought after they were listed as lapsed',
	alreadyContacted: 'Not Contacted: this campaign contacted them already in this silence',
	contactedRecently: 'Not Contacted: there was a contact within the days that you set',
	unreachable: 'Not Contacted: no channel that you use has a valid address of theirs',
	otherCurrency: 'Not Contacted: they pay in a currency whose worth is not set',
	sameAddress: 'Not Contacted: another customer with the same e-mail address or phone number is looked at, to whom a contact adds more, or was held out in this silence',
	heldOut: 'Not Contacted: held out on purpose',
	heldOutBefore: 'Not Contacted: held out on purpose in an earlier run of this campaign, and still in the same silence',
} as const;

export type ReasonCode = keyof typeof reasonCodes;
