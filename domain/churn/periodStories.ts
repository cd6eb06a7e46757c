import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';

/** What one customer did in one period. */
export interface PeriodStory {
	readonly customer: number;
	/** Whether the customer was here as the period opened, and is here as the next one opens. */
	readonly wasHere: boolean;
	readonly isHere: boolean;
	/** Whether the first spell ever starts in the period. */
	readonly joined: boolean;
	/** How many later spells start in it, and how many end in it. */
	readonly timesReturned: number;
	readonly timesLeft: number;
	/** On how many days of the period the customer was here as the day opened, of how many. */
	readonly daysHere: number;
	readonly days: number;
}

function storyOf(ledger: SpellLedger, customer: number, { start: opens, end: closes }: Period): PeriodStory | null {
	const first = ledger.firstSpell[customer];
	const story = { customer, wasHere: false, isHere: false, joined: false, timesReturned: 0, timesLeft: 0, daysHere: 0, days: closes - opens };
	let isSeen = false;
	for (let spell = first; spell < ledger.firstSpell[customer + 1]; spell++) {
		const start = ledger.start[spell];
		const end = ledger.end[spell];
		if (start >= closes || end < opens) continue;
		isSeen = true;
		if (start < opens) story.wasHere = true;
		else if (spell === first) story.joined = true;
		else story.timesReturned++;
		if (end >= closes) story.isHere = true;
		else story.timesLeft++;
		story.daysHere += Math.min(end, closes - 1) - Math.max(start + 1, opens) + 1;
	}
	return isSeen ? story : null;
}

/** What did each customer do in a period? Those who were here at any time in it, in the order of the output. */
export function storiesIn(ledger: SpellLedger, period: Period): PeriodStory[] {
	const stories: PeriodStory[] = [];
	for (let customer = 0; customer < ledger.customerCount; customer++) {
		const story = storyOf(ledger, customer, period);
		if (story) stories.push(story);
	}
	return stories;
}

/** How the story begins, for who left: with coming, or not at all. */
function arrivalInWords({ wasHere, joined }: PeriodStory): string {
	if (wasHere) return '';
	return joined ? 'joined, ' : 'came back, ';
}

/** A story in few words, behind the customer's name: "n1 joined and left within 2024-07". */
export function storyInWords(story: PeriodStory, period: string): string {
	const { wasHere, isHere, joined, timesLeft } = story;
	if (timesLeft === 0) {
		if (wasHere) return `stayed throughout ${period}`;
		return joined ? `joined in ${period}` : `came back in ${period}`;
	}
	const times = timesLeft === 1 ? 'left' : `left ${timesLeft} times`;
	if (isHere) return `${arrivalInWords(story)}${times} and was back by the end of ${period}`;
	if (wasHere) return timesLeft === 1 ? `left in ${period}` : `${times} in ${period}`;
	return `${joined ? 'joined' : 'came back'} and ${times} within ${period}`;
}
