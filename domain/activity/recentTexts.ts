import type { History } from '../ledger/history';
import type { TextOfRow } from './streamColumns';

/** What was written last, the newest first, and the day of each. */
export interface RecentTexts {
	readonly texts: readonly string[];
	readonly days: readonly number[];
}

const TEXTS = 5;
const TEXT_LENGTH = 500;
const CUT = '…';

/** Does the character at a place go on in the next one, as an emoji's first half does? */
const isFirstHalf = (text: string, place: number): boolean => {
	const code = text.charCodeAt(place);
	return code >= 0xd800 && code <= 0xdbff;
};

/** A text of at most so many characters, with … as the last where it was longer. */
export function shortened(text: string, length = TEXT_LENGTH): string {
	if (text.length <= length) return text;
	const kept = length - CUT.length;
	return text.slice(0, isFirstHalf(text, kept - 1) ? kept - 1 : kept) + CUT;
}

/**
 * What did the customer write of late, or somebody about them?
 *
 * The last five texts, the newest first, of 500 characters each, and the days of their rows; texts of one moment stand
 * in the order of the alphabet. Rows without a text are passed over. Empty where there is none. O(events of the
 * customer), where not many share a moment.
 */
export function recentTexts({ firstEvent, localTime, day, row }: History, customer: number, textAt: TextOfRow): RecentTexts {
	const first = firstEvent[customer];
	const days: number[] = [];
	let texts: string[] = [];
	let event = firstEvent[customer + 1] - 1;
	while (event >= first && texts.length < TEXTS) {
		const [moment, dayOfMoment] = [localTime[event], day[event]];
		const ofMoment: string[] = [];
		for (; event >= first && localTime[event] === moment; event--) {
			const text = textAt(row[event]);
			if (text !== null) ofMoment.push(text);
		}
		texts = texts.concat(ofMoment.sort());
		while (days.length < Math.min(TEXTS, texts.length)) days.push(dayOfMoment);
	}
	return { texts: texts.slice(0, TEXTS).map((text) => shortened(text)), days };
}
