import type { NullReason } from '../problems';
import { nullReasons } from '../problems';
import type { ChurnRow } from './rowFields';
import { percent } from './words';

const pointFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const signedPointFormat = new Intl.NumberFormat('en-US', {
	maximumFractionDigits: 1,
	minimumFractionDigits: 1,
	signDisplay: 'exceptZero',
});
const countFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const moneyFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

const changeWords = {
	up: (from: string, change: number) => `up ${pointFormat.format(change * 100)} points from ${from}`,
	down: (from: string, change: number) => `down ${pointFormat.format(-change * 100)} points from ${from}`,
	inconclusive: (from: string, change: number) => `no clear change from ${from} (${signedPointFormat.format(change * 100)} points)`,
} as const;

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
	const parts = row.denominator === null ? [] : [`${countFormat.format(row.numerator as number)} of ${countFormat.format(row.denominator as number)}`];
	const interval = row.low === null ? [] : [`95 % interval ${percent(row.low as number)} to ${percent(row.high as number)}`];
	const evidence = [...parts, ...interval].join('; ');
	const change =
		row.verdict === null || earlierPeriod === null
			? ''
			: `, ${changeWords[row.verdict as keyof typeof changeWords](earlierPeriod, row.change as number)}`;
	return `${heading}: churn rate ${percent(row.churnRate as number)}${evidence === '' ? '' : ` (${evidence})`}${change}.`;
}

function targetSentence(row: FactsOfARow, acceptableRate: number | null): string[] {
	if (row.aboveTarget === null || acceptableRate === null) return [];
	return [`${row.aboveTarget ? 'Above' : 'Not above'} the acceptable ${percent(acceptableRate)}.`];
}

function moneySentence(row: FactsOfARow): string[] {
	if (row.moneyLost === null || row.moneyLost === 0) return [];
	const currency = row.currency === null ? '' : ` ${row.currency}`;
	const perPeriod = moneyFormat.format(row.moneyLost as number);
	const lost = countFormat.format(row.churnedAtEnd as number);
	return [`${lost} average ${row.churnedAtEnd === 1 ? 'customer brings' : 'customers bring'} about ${perPeriod}${currency} a period.`];
}

function restSentence(row: FactsOfARow): string[] {
	if (row.restVerdict === 'up') return ['More than among all other customers.'];
	return row.restVerdict === 'down' ? ['Less than among all other customers.'] : [];
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
		return `${heading}: no churn rate (${why}). ${countFormat.format(row.joined as number)} joined, ${countFormat.format(row.churned as number)} left.`;
	}
	return [
		rateSentence(row, heading, earlierPeriod),
		...restSentence(row),
		...targetSentence(row, acceptableRate),
		...moneySentence(row),
	].join(' ');
}
