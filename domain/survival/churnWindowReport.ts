import type { ChurnAdvice } from '../churn/advice';
import type { CustomerBase } from '../churn/customerBase';
import { count, daysInWords, intervalInWords, percent } from '../figuresInWords';
import { nullReasons } from '../problems';
import { share } from '../rowBlocks';
import { isoDate } from '../time';
import type { ChurnWindow, ChurnWindowNotice, Silence } from './churnWindow';
import { findChurnWindow } from './churnWindow';
import type { ChurnWindowRow } from './churnWindowFields';

export interface ChurnWindowQuestion {
	/** The share who come back at which a line is drawn, 0 to 1. */
	readonly target: number;
	readonly returnDays: number;
	readonly minimumSupport: number;
	/** A row of the curve for every so many days; null for none. */
	readonly curveEvery: number | null;
	readonly timeZone: string;
}

export interface ChurnWindowReport {
	/** The answer, then the curve. */
	readonly rows: readonly ChurnWindowRow[];
	readonly advice: readonly ChurnAdvice[];
}

const NO_SILENCE = { window: null, silentCustomers: null, cameBack: null, shareBack: null, low: null, high: null, longerGaps: null };

const silenceFields = (silence: Silence | null) =>
	silence === null
		? NO_SILENCE
		: {
				window: silence.window,
				silentCustomers: silence.silent,
				cameBack: silence.back,
				shareBack: share(silence.share),
				low: share(silence.limits?.low),
				high: share(silence.limits?.high),
				longerGaps: share(silence.longerGaps),
			};

const lowestFields = (lowest: Silence | null) => ({
	lowestShareBack: share(lowest?.share),
	lowestWindow: lowest?.window ?? null,
	lowestSilentCustomers: lowest?.silent ?? null,
	lowestCameBack: lowest?.back ?? null,
});

const backInWords = ({ back, silent, share: part, limits }: Silence): string =>
	`${count(back)} of ${count(silent)} came back (${percent(part!)}; ${intervalInWords(limits!.low, limits!.high)})`;

/** The answer in a sentence, or why there is none. */
function answerInWords({ answer, reason, lowest }: ChurnWindow, { target, returnDays }: ChurnWindowQuestion): string {
	if (answer) return `After ${daysInWords(answer.window)} without a purchase a customer has left: of those silent so long, ${backInWords(answer)} within ${daysInWords(returnDays)}; you accept ${percent(target)}.`;
	const nearest = lowest === null ? '' : ` Fewest came back after ${daysInWords(lowest.window)}: ${backInWords(lowest)}.`;
	return `No churn window can be told: ${nullReasons[reason!].replace(/^./, (letter) => letter.toLowerCase())}.${nearest}`;
}

const silenceInWords = (silence: Silence, { returnDays }: ChurnWindowQuestion): string =>
	silence.share === null
		? `${daysInWords(silence.window)}: nobody was silent so long.`
		: `${daysInWords(silence.window)}: ${backInWords(silence)} within ${daysInWords(returnDays)}.`;

const noticesInWords: Record<ChurnWindowNotice, string> = {
	shortLog: 'The log covers less than two years, so a season cannot be told from a change: who buys once a year looks gone for most of it.',
	fewCustomers: 'There are too few customers with a purchase for a share to be read.',
};

/** That the window was chosen on the data it is then used on. DOMAIN 6. */
const CHOSEN_HERE = 'The window was chosen on these rows, so on them it looks a little better than it will be.';

/**
 * After how many days without a purchase has a customer left, as rows?
 *
 * The answer, null with its reason where the data gives none, and the curve that leads to it. DOMAIN C14.
 */
export function churnWindowReport(base: CustomerBase, question: ChurnWindowQuestion): ChurnWindowReport {
	const { history, asOf, firstDay, lastDay } = base;
	if (history.row.length === 0) return { rows: [], advice: [] };
	const found = findChurnWindow(history, question);
	const { answer, reason, lowest, curve, customers, notices } = found;
	const shared = {
		...lowestFields(lowest),
		acceptableShare: question.target,
		returnDays: question.returnDays,
		minimumSupport: question.minimumSupport,
		firstDay: isoDate(firstDay),
		lastDay: isoDate(lastDay),
		customers,
		asOf: isoDate(asOf),
		timeZone: question.timeZone,
	};
	const rowOf = (row: 'answer' | 'curve', silence: Silence | null, summary: string): ChurnWindowRow => ({
		row,
		churnWindow: answer?.window ?? null,
		reason,
		...silenceFields(silence),
		...shared,
		summary,
	});
	const { curveEvery } = question;
	const points = curveEvery === null ? [] : curve.filter(({ window }) => window % curveEvery === 0);
	const answerSentence = answerInWords(found, question);
	const notes = notices.map((notice) => ({ kind: 'warning' as const, message: noticesInWords[notice] }));
	const advice: ChurnAdvice[] = [{ kind: answer ? 'info' : 'warning', message: answerSentence }, ...notes];
	return {
		rows: [rowOf('answer', answer, answerSentence), ...points.map((silence) => rowOf('curve', silence, silenceInWords(silence, question)))],
		advice: answer ? [...advice, { kind: 'info', message: CHOSEN_HERE }] : advice,
	};
}
