import type { SubscriptionBase } from '../churn/baseOfTerms';
import type { ChurnAdvice } from '../churn/advice';
import { adviceOn } from '../churn/advice';
import type { ChurnedCustomer } from '../churn/churnedCustomers';
import type { ChurnSettings } from '../churn/churnReport';
import { customersListed, groupsIn, periodsOf, rowsGiven } from '../churn/churnReport';
import { startOfPeriod } from '../churn/definitions/startOfPeriod';
import { movementsOf } from '../churn/movements';
import { knownDaysOf } from '../churn/question';
import { periodUnits } from '../time';
import type { PricedTerms, RevenueQuestion } from './question';
import type { RevenueRow } from './revenueRowFields';
import { revenueTable } from './revenueTable';

export interface RevenueSettings
	extends Pick<ChurnSettings, 'periodUnit' | 'weekStartsOn' | 'losses' | 'lastPeriods' | 'timeZone'>,
		Pick<RevenueQuestion, 'grossMargin' | 'horizonMonths'> {}

export interface RevenueReport {
	readonly rows: readonly RevenueRow[];
	/** Customers whose last subscription ended, as the churn rate has them. */
	readonly churnedCustomers: readonly ChurnedCustomer[];
	readonly advice: readonly ChurnAdvice[];
}

const TOO_FEW_FOR_LIMITS = 'That is too few for an interval: a single large customer can make such a rate.';

/** Who changed currency is churned in the one and new in the other, which no row can say. */
function changesOfCurrency({ terms }: SubscriptionBase): ChurnAdvice[] {
	const { customerCount, firstTerm, currency } = terms;
	if (currency === null) return [];
	let changed = 0;
	for (let customer = 0; customer < customerCount; customer++) {
		const own = currency.subarray(firstTerm[customer], firstTerm[customer + 1]);
		if (own.some((each) => each !== own[0])) changed++;
	}
	if (changed === 0) return [];
	const who = changed === 1 ? '1 customer has' : `${changed} customers have`;
	return [{ kind: 'warning', message: `${who} subscriptions in several currencies: who changes from one to another is churned in the first and new in the second.` }];
}

/** What revenue churn says of money besides the customers that left. */
const noMoney = { valuePerCustomer: null, costOfKeeping: null, replacementFactor: 1, acceptableRate: null };

/**
 * How much revenue was lost in each period, and with which customers?
 *
 * All periods of the base are computed, those asked for are given. DOMAIN C11, C12.
 */
export function revenueReport(base: SubscriptionBase, monthlyAmount: Float64Array, settings: RevenueSettings): RevenueReport {
	const periods = periodsOf(base, settings);
	const grouping = groupsIn(base, periods);
	const terms: PricedTerms = { ...base.terms, monthlyAmount };
	const monthsPerPeriod = periodUnits[settings.periodUnit].months;
	const rows = revenueTable({ ...settings, ...knownDaysOf(base), terms, periods, monthsPerPeriod, grouping, currencies: base.currencies });
	const { losses } = movementsOf(base.ledger, periods, grouping?.groupOf);
	const asRated = rows.map(({ grossChurnRate, customersAtStart, reason }) => ({ churnRate: grossChurnRate, customersAtStart, reason }));
	return {
		rows: rowsGiven(rows, periods, base.asOf, settings),
		churnedCustomers: customersListed(losses, { ...settings, ...noMoney, ...base, definition: startOfPeriod, periods, grouping }, settings),
		advice: [...adviceOn(asRated, base, TOO_FEW_FOR_LIMITS), ...changesOfCurrency(base)],
	};
}
