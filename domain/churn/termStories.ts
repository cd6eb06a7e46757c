import { AMOUNT_SCALE } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { Terms } from '../ledger/terms';
import { lastTermsOf } from '../ledger/terms';
import type { Subscriptions } from './subscriptions';
import type { TellStory } from './customerBase';
import type { Leaving } from './leaving';
import type { RowField } from './rowFields';

/** What subscriptions say of a churned customer, besides the dates of the loss. */
export const termStoryFields = {
	plan: { meaning: 'Only with subscriptions: the plan that ended; several in the order of the alphabet', unit: 'text', nullWhen: 'no column names it' },
	monthlyAmount: {
		meaning: 'Only with subscriptions: what ended with it a month; a year is twelve months',
		unit: 'money',
		nullWhen: 'there is no amount column, or several currencies ended at once (see monthlyAmountByCurrency)',
	},
	monthlyCurrency: { meaning: 'Only with subscriptions: the currency of monthlyAmount', unit: 'text', nullWhen: 'none is named, or there are several' },
	monthlyAmountByCurrency: { meaning: 'Only with several currencies: what ended a month in each', unit: 'money by currency', nullWhen: 'there is no amount column' },
	leavingReason: { meaning: 'Only with reasons for leaving: the reason as the rows have it', unit: 'text', nullWhen: 'they name none' },
	leavingIntent: { meaning: 'Only with reasons for leaving: voluntary, involuntary (a payment that failed) or unknown', unit: 'text' },
	leavingControl: { meaning: 'Only with reasons for leaving: controllable, uncontrollable or unknown', unit: 'text' },
	leavingEnding: { meaning: 'Only with reasons for leaving: didNotRenew, endedContract, closedAccount or unknown', unit: 'text' },
} as const satisfies Record<string, RowField>;

/** What terms brought a month, by currency in 1/10,000. */
function amountsOf({ monthlyAmount, currency }: Terms, last: readonly number[]): Map<number, number> {
	const amounts = new Map<number, number>();
	for (const term of last) {
		const which = currency ? currency[term] : 0;
		amounts.set(which, (amounts.get(which) ?? 0) + monthlyAmount![term]);
	}
	return amounts;
}

/** Tells of each loss which plan ended, for how much and why. */
export function termStories(
	{ plans, rowOfTerm, currencies }: Subscriptions,
	terms: Terms,
	ledger: SpellLedger,
	leaving: Leaving | null,
): TellStory {
	const rowOf = (term: number) => rowOfTerm[terms.row[term]];
	return ({ customer, spell }, fields) => {
		const last = lastTermsOf(terms, ledger, customer, spell);
		const names = plans === null ? [] : [...new Set(last.map((term) => plans.values[plans.valueOfRow[rowOf(term)]]))].filter((name) => name !== '').sort();
		const amounts = terms.monthlyAmount ? [...amountsOf(terms, last)] : [];
		const [only, ...others] = amounts;
		const hasOne = amounts.length > 0 && others.length === 0;
		const byCurrency = terms.monthlyAmount && Object.fromEntries(amounts.sort(([one], [other]) => one - other).map(([which, amount]) => [currencies[which] || '(none named)', amount / AMOUNT_SCALE]));
		fields.plan = names.join(', ') || null;
		fields.monthlyAmount = hasOne ? only[1] / AMOUNT_SCALE : null;
		fields.monthlyCurrency = hasOne ? currencies[only[0]] || null : null;
		if (currencies.length > 1) fields.monthlyAmountByCurrency = byCurrency;
		if (leaving) {
			const { intent, control, ending } = leaving.kindOf(spell);
			fields.leavingReason = leaving.reasonOf(spell);
			fields.leavingIntent = intent;
			fields.leavingControl = control;
			fields.leavingEnding = ending;
		}
		return rowOf(last[last.length - 1]);
	};
}
