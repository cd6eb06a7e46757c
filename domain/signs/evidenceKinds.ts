/** What signs can find, each told by a phrase of its own; units are those of `measured` and `usual`. */
export const evidenceKinds = {
	/** Days since we were in touch; days usual from one contact to the next. */
	notHeardOf: { unit: 'days' },
	/** Days since the last purchase; days usual from one to the next. */
	orderOverdue: { unit: 'days' },
	/** Active days of late; as many as usual in a window of that length. */
	usedLess: { unit: 'days' },
	/** Complaints of late; as many as usual in a window of that length. Words: the topic that returns. */
	complains: { unit: 'complaints' },
	/** Requests of late, where no column says what is a complaint. Words: the topic that returns. */
	asksForHelp: { unit: 'requests' },
	/** A score of 0 to 10 for recommending us. */
	wouldNotRecommend: { unit: 'score' },
	/** A score in the source's own scale; usual is the highest of the scale. */
	notSatisfied: { unit: 'score' },
	/** Hours to the first answer of late; hours usual. */
	waitsForAnswers: { unit: 'hours' },
	/** Days by which they pay late of late; days usual. */
	paysLater: { unit: 'days' },
	/** What they pay a month; what they paid before. */
	paysLess: { unit: 'money' },
	/** Payments of which only a part was paid. */
	paysInPart: { unit: 'payments' },
	/** They pay in another way than before. */
	paysOtherwise: { unit: 'none' },
	/** Days for which a payment has been due; days by which they usually pay late. */
	pastDue: { unit: 'days' },
	/** Attempts to charge that failed. */
	retried: { unit: 'attempts' },
	/** Days until the card expires. */
	cardExpires: { unit: 'days' },
	/** Days since it expired. */
	cardExpired: { unit: 'days' },
	/** What they pay a month since the price rose; what they paid before. */
	priceRose: { unit: 'money' },
	/** Days until the price rises. */
	priceWillRise: { unit: 'days' },
	/** Words: the present contact person. */
	otherPerson: { unit: 'none' },
	/** Days until the contract ends. */
	contractEnds: { unit: 'days' },
	/** Days until bonuses lapse; usual is how many. */
	bonusesLapse: { unit: 'days' },
	/** Words: what they wrote. */
	saysLeaving: { unit: 'none' },
	/** Words: what they asked. */
	asksLeaving: { unit: 'none' },
	/** What still runs was cancelled; days until it ends. */
	cancelled: { unit: 'days' },
} as const;

export type EvidenceKind = keyof typeof evidenceKinds;
