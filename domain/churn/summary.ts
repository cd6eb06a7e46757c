import { changeInWords, count, intervalInWords, percent, restInWords, wholeMoney } from '../figuresInWords';
import type { NullReason } from '../problems';
import { nullReasons } from '../problems';
import type { Verdict } from './change';
import type { ChurnRow } from './rowFields';

/** The usual reasons in few words. */
const shortReasons: Partial<Record<NullReason, string>> = {
	leftEdge: 'too early in the data to see losses',
	periodUnfinished: 'not over yet',
	noCustomersAtStart: 'no customer when it began',
	noCustomers: 'no customer in it',
	noCustomersAtStartOrEnd: 'no customer when it began or ended',
};

type FactsOfARow = Omit<ChurnRow, 'summary'>;

function rateSentence(row: FactsOfARow, heading: string, earlierPeriod: string | null): string {
	const parts = row.denominator === null ? [] : [`${count(row.numerator as number)} of ${count(row.denominator as number)}`];
	const interval = row.low === null ? [] : [intervalInWords(row.low as number, row.high as number)];
	const evidence = [...parts, ...interval].join('; ');
	const change =
		row.verdict === null || earlierPeriod === null
			? ''
			: `, ${changeInWords(row.verdict as Verdict, row.change as number, earlierPeriod)}`;
	return `${heading}: churn rate ${percent(row.churnRate as number)}${evidence === '' ? '' : ` (${evidence})`}${change}.`;
}

function targetSentence(row: FactsOfARow, acceptableRate: number | null): string[] {
	if (row.aboveTarget === null || acceptableRate === null) return [];
	return [`${row.aboveTarget ? 'Above' : 'Not above'} the acceptable ${percent(acceptableRate)}.`];
}

function moneySentence(row: FactsOfARow): string[] {
	// Of subscriptions the revenue that was lost is known, and an average would contradict it.
	const isKnownBetter = row.allowedGap !== undefined;
	if (isKnownBetter || row.moneyLost === null || row.moneyLost === 0) return [];
	const currency = row.currency === null ? '' : ` ${row.currency}`;
	const perPeriod = wholeMoney(row.moneyLost as number);
	const lost = count(row.churnedAtEnd as number);
	return [`${lost} average ${row.churnedAtEnd === 1 ? 'customer brings' : 'customers bring'} about ${perPeriod}${currency} a period.`];
}

/**
 * A row in a sentence or two, as one would tell it in a chat
 *
 * `earlierPeriod` is the name of the period that the change compares with.
 */
export function summaryOf(row: FactsOfARow, earlierPeriod: string | null, acceptableRate: number | null): string {
	const heading = row.group == null ? `${row.period}` : `${row.period}, ${row.group}`;
	if (row.churnRate === null) {
		const why = shortReasons[row.reason as NullReason] ?? nullReasons[row.reason as NullReason];
		return `${heading}: no churn rate (${why}). ${count(row.joined as number)} joined, ${count(row.churned as number)} left.`;
	}
	return [
		rateSentence(row, heading, earlierPeriod),
		...restInWords(row.restVerdict),
		...targetSentence(row, acceptableRate),
		...moneySentence(row),
	].join(' ');
}
