/** What the output says, in a language; each is one file. The node's own interface is in English. */
import type { ChannelId } from '../channels';
import type { ReasonId } from '../reasons';
import type { RuleId } from '../rules';
import type { Finding } from '../rules/rule';

/** What a contact is expected to add; chances from 0 to 1, money in the currency named. */
export interface Worth {
	readonly channel: ChannelId;
	/** What the contact adds, less what it costs. */
	readonly priority: number;
	/** The chance to return by themselves, and with the contact, of one who takes notice of it. */
	readonly chance: number;
	readonly chanceWithContact: number;
	/** What a return brings, as many times as it counts, and how many times that is: 1 is not told. */
	readonly worthOfReturn: number;
	readonly returnCounts: number;
	readonly currency: string | null;
}

export interface Locale {
	/** How the setting calls it. */
	readonly title: string;
	/** What a rule found, as a part of a sentence in small letters: `9 of 11 purchases on promotion`. */
	readonly findings: Readonly<Record<RuleId, (finding: Finding) => string>>;
	/** Why the customer left, as a part of a sentence in small letters: `left because of the price`. */
	readonly leftBecause: Readonly<Record<ReasonId, string>>;
	/** Why it is worth it, as a part of a sentence: `a call adds 14.20 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR)`. */
	adds(worth: Worth): string;
	/** Why it is not, as a part of a sentence: `even an e-mail costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)`. */
	costsMore(worth: Worth): string;
	/** What is expected to be lost by not contacting, as a part of a sentence; the same figures as in `adds`, in the conditional: `an e-mail would add …`. */
	wouldAdd(worth: Worth): string;
	/** Right behind `wouldAdd`, with the comma: `, but the budget runs out first`, `, but the calls of this run are too few`. */
	readonly notChosen: Readonly<Record<'budgetSpent' | 'callsTaken', string>>;
	/** A part of a sentence each. */
	readonly notScored: Readonly<Record<'neverBought' | 'noForecast' | 'noMargin', string>>;
	/** Why nobody contacts them, as a part of a sentence. Days are whole numbers; the day is written as 2024-06-30. */
	readonly notContacted: {
		readonly objected: string;
		readonly noConsent: string;
		readonly addressObjected: string;
		readonly consentUnclear: string;
		readonly subscribed: string;
		readonly sameAddress: string;
		/** The day of the purchase after they were listed as lapsed. */
		boughtSince(day: string): string;
		/** The day of the contact in this silence, null where the table does not say it. */
		alreadyContacted(day: string | null): string;
		contactedRecently(days: number): string;
		/** No channel that may be used has a valid address. */
		readonly unreachable: string;
		/** The currency whose worth is not set. */
		otherCurrency(currency: string): string;
		readonly heldOut: string;
		readonly heldOutBefore: string;
	};
	/** Heads of the summary: `call first`, `worth a contact`, `not worth a contact`, `not contacted`. The name is not declined. */
	readonly lists: Readonly<Record<'first' | 'worthIt' | 'notWorthIt' | 'notContacted', string>>;
	/** Parts, at least one, as what can be a sentence or the end of one, with its full stop. */
	joined(parts: readonly string[]): string;
	/** `Anna Koval – call first: a call adds 14.20 EUR (…); 24 purchases in 5 years.` The text is that of `joined`. */
	summary(who: string, list: 'first' | 'worthIt' | 'notWorthIt' | 'notContacted', text: string): string;
	/** The text of `joined` as a sentence of its own. */
	sentence(text: string): string;
	/** Who should call, as a part of a sentence: `best called by Olena`. */
	calledBy(manager: string): string;
	/** What the held-out prove: with so many held out and contacted, a gain shows above so many percentage points; so many are expected; so many held out would be needed to show that, null where no number would do. One sentence. */
	sampleSize(advice: SampleSize): string;
}

export interface SampleSize {
	readonly heldOut: number;
	readonly contacted: number;
	/** The smallest gain that such numbers show, in percentage points; null where nothing can be shown. */
	readonly detectablePoints: number | null;
	readonly expectedPoints: number;
	/** How many held-out customers would show the expected gain. */
	readonly neededHeldOut: number | null;
}
