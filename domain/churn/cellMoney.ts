import { AMOUNT_SCALE } from '../ledger/history';
import type { NullReason } from '../problems';
import type { Period } from '../time';
import { DAYS_PER_MONTH, periodUnits } from '../time';
import type { Cell } from './cells';
import type { LossesInMoney } from './moneyLost';
import { moneyLost } from './moneyLost';
import type { ChurnQuestion } from './question';
import { reasonAgainst } from './question';
import type { Spenders } from './spenders';

export type MoneyOrReason =
	| { readonly valuePerCustomer: number; readonly losses: LossesInMoney }
	| { readonly reason: NullReason };

/** How many days a period is for money: a subscription brings the same in every month, however long it is. */
function daysOfMoney({ churnWindow, periodUnit }: ChurnQuestion, { start, end }: Period): number {
	const { months } = periodUnits[periodUnit];
	const isPaidByMonths = churnWindow === null && Number.isInteger(months);
	return isPaidByMonths ? months * DAYS_PER_MONTH : end - start;
}

/** What one customer brings in a period: as the user set it, else from what those here brought of late. */
function valuePerCustomer(question: ChurnQuestion, period: Period, cell: Cell, spenders: Spenders | null): number | NullReason {
	if (question.valuePerCustomer !== null) return question.currencies.length > 1 ? 'twoCurrencies' : question.valuePerCustomer;
	if (!spenders) return 'noAmounts';
	const { brought, broughtInDays } = spenders;
	if (!Number.isSafeInteger(brought)) return 'amountTooLarge';
	if (brought <= 0) return 'noSpend';
	const broughtPerDay = brought / AMOUNT_SCALE / broughtInDays;
	return (broughtPerDay * daysOfMoney(question, period)) / cell.movements.customersAtStart;
}

/** What the losses of a cell cost: those of the start-of-period rule, whichever definition the rate has. DOMAIN C10. */
export function moneyOf(question: ChurnQuestion, period: Period, cell: Cell, spenders: Spenders | null): MoneyOrReason {
	const blocked = reasonAgainst(period, question);
	if (blocked) return { reason: blocked };
	const { customersAtStart, churnedAtEnd } = cell.movements;
	if (customersAtStart === 0) return { reason: 'noCustomersAtStart' };
	const value = valuePerCustomer(question, period, cell, spenders);
	if (typeof value === 'string') return { reason: value };
	return { valuePerCustomer: value, losses: moneyLost(customersAtStart, churnedAtEnd, value, daysOfMoney(question, period)) };
}
