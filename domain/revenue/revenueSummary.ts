import type { Verdict } from '../churn/change';
import { changeInWords, intervalInWords, percent, restInWords, wholeMoney } from '../figuresInWords';
import type { NullReason } from '../problems';
import { nullReasons } from '../problems';
import type { RevenueRow } from './revenueRowFields';

/** The usual reasons in few words. */
const shortReasons: Partial<Record<NullReason, string>> = {
	leftEdge: 'too early in the data to see losses',
	periodUnfinished: 'not over yet',
	withinAllowedGap: 'who left can still come back within the allowed gap',
	noRevenueAtStart: 'nobody paid when it began',
	amountTooLarge: 'the sums are too large to be exact',
};

type FactsOfARow = Omit<RevenueRow, 'summary'>;

function mrrInWords({ mrrAtStart, mrrAtEnd, currency }: FactsOfARow): string[] {
	if (mrrAtStart === null || mrrAtEnd === null) return [];
	return [`MRR ${wholeMoney(mrrAtStart as number)} → ${wholeMoney(mrrAtEnd as number)}${currency === null ? '' : ` ${currency}`}`];
}

function ratesInWords(row: FactsOfARow): string {
	const interval = row.grossLow === null ? '' : ` (${intervalInWords(row.grossLow as number, row.grossHigh as number)})`;
	return `gross revenue churn ${percent(row.grossChurnRate as number)}${interval}, net ${percent(row.netChurnRate as number)}`;
}

/**
 * A row in a sentence or two, as one would tell it in a chat
 *
 * `earlierPeriod` is the name of the period that the change compares with.
 */
export function revenueSummary(row: FactsOfARow, earlierPeriod: string | null): string {
	const heading = row.group == null ? `${row.period}` : `${row.period}, ${row.group}`;
	const mrr = mrrInWords(row);
	if (row.grossChurnRate === null) {
		const why = shortReasons[row.reason as NullReason] ?? nullReasons[row.reason as NullReason];
		return [`${heading}: no revenue churn rate (${why}).`, ...mrr.map((words) => `${words}.`)].join(' ');
	}
	const change =
		row.verdict === null || earlierPeriod === null
			? []
			: [`Gross churn: ${changeInWords(row.verdict as Verdict, row.change as number, earlierPeriod)}.`];
	return [`${heading}: ${[ratesInWords(row), ...mrr].join('; ')}.`, ...change, ...restInWords(row.restVerdict)].join(' ');
}
