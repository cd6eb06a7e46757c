import type { ChurnAdvice } from '../churn/advice';
import type { CustomerBase } from '../churn/customerBase';
import { customersInWords, daysInWords } from '../figuresInWords';
import type { SurvivalCurve } from './kaplanMeier';
import type { ObservedLifetimes } from './lifetimes';

const NOBODY = 'Nobody was seen to join and then watched for a day, so there are no lifetimes. Read a longer history, or set an earlier Watched Since.';

const GROUPS_CAVEAT =
	'Groups are those customers were in first. A difference between them need not be their doing: who chooses a yearly plan may have meant to stay. The log-rank test sees curves that lie apart throughout and may miss curves that cross.';

/**
 * What should a reader of lifetimes be told, in whichever form they are?
 *
 * Who is not among them and why, where a curve is a guess, and what a difference between groups is not. DOMAIN 6.
 */
export function lifetimeAdvice(
	{ customer, notObserved: { joinedUnseen, leftUnseen } }: ObservedLifetimes,
	{ riskSetRanOut }: Pick<SurvivalCurve, 'riskSetRanOut'>,
	{ churnWindow, groupColumns }: Pick<CustomerBase, 'churnWindow' | 'groupColumns'>,
): ChurnAdvice[] {
	const advice: ChurnAdvice[] = [];
	if (customer.length === 0) advice.push({ kind: 'warning', message: NOBODY });
	if (joinedUnseen > 0) {
		const message = `${customersInWords(joinedUnseen)} bought in the first ${daysInWords(churnWindow!)} of the rows: since when they are customers cannot be seen, so their stay is not among the lifetimes.`;
		advice.push({ kind: 'info', message });
	}
	if (leftUnseen > 0) advice.push({ kind: 'info', message: `${customersInWords(leftUnseen)} had left when the watching began and are not among the lifetimes.` });
	if (riskSetRanOut !== null) advice.push({ kind: 'warning', message: `At an age of ${daysInWords(riskSetRanOut)} nobody was being watched, so the curve is a guess from there on.` });
	if (groupColumns.length > 0) advice.push({ kind: 'info', message: GROUPS_CAVEAT });
	return advice;
}
