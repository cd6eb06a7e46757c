import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import { endOfEventsBefore } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';
import type { ChurnDefinition } from './definition';
import type { Loss } from './movements';

export type WhyNotCounted = 'joinedInPeriod' | 'backByPeriodEnd';

/** One loss, told as the story of a customer. Days are day numbers. */
export interface ChurnedCustomer {
	readonly customer: number;
	readonly period: Period;
	readonly group: string | null;
	/** First purchase ever. */
	readonly customerSince: number;
	/** Start of the spell that ended. */
	readonly joinedOn: number;
	readonly lastPurchaseOn: number;
	readonly churnedOn: number;
	/** Days from joining to leaving. */
	readonly lifetimeDays: number;
	/** Days with a purchase, up to leaving. */
	readonly purchaseDays: number;
	/** By currency number: the sum of amounts up to leaving, in 1/10,000; null where there are no amounts. */
	readonly spent: readonly number[] | null;
	/** Start of the next spell; null where there is none. */
	readonly returnedOn: number | null;
	/** Whether the loss is in the numerator of the chosen definition. */
	readonly countsInRate: boolean;
	readonly whyNotCounted: WhyNotCounted | null;
	/** Which entry of the input was the last purchase before leaving. */
	readonly lastPurchaseRow: number;
}

function whyNotCounted(definition: ChurnDefinition, loss: Loss): WhyNotCounted | null {
	if (definition.counts(loss)) return null;
	return loss.wasHereAtStart ? 'backByPeriodEnd' : 'joinedInPeriod';
}

function spentBefore(history: History, customer: number, endEvent: number, currencyCount: number): number[] | null {
	const { amount, currency, firstEvent } = history;
	if (!amount) return null;
	const spent = Array.from({ length: Math.max(1, currencyCount) }, () => 0);
	for (let event = firstEvent[customer]; event < endEvent; event++) spent[currency?.[event] ?? 0] += amount[event];
	return spent;
}

function visitsBefore(history: History, customer: number, endEvent: number) {
	let purchaseDays = 0;
	let firstVisit = -1;
	let lastVisit = -1;
	for (let event = history.firstEvent[customer]; event < endEvent; event++) {
		if (!history.isVisit[event]) continue;
		if (firstVisit === -1) firstVisit = event;
		if (lastVisit === -1 || history.day[event] !== history.day[lastVisit]) purchaseDays++;
		lastVisit = event;
	}
	return { purchaseDays, firstVisit, lastVisit };
}

/**
 * Who left, after how long, and having spent how much?
 *
 * One entry for each loss, so a customer who left twice is in it twice.
 */
export function churnedCustomers(
	losses: readonly Loss[],
	context: {
		readonly history: History;
		readonly ledger: SpellLedger;
		readonly periods: readonly Period[];
		readonly definition: ChurnDefinition;
		readonly grouping: Grouping | null;
		readonly currencyCount: number;
	},
): ChurnedCustomer[] {
	const { history, ledger, periods, definition, grouping, currencyCount } = context;
	return losses.map((loss) => {
		const { customer, spell, period } = loss;
		const churnedOn = ledger.end[spell];
		const endEvent = endOfEventsBefore(history, customer, churnedOn);
		const { purchaseDays, firstVisit, lastVisit } = visitsBefore(history, customer, endEvent);
		const reason = whyNotCounted(definition, loss);
		const isLastSpell = spell + 1 === ledger.firstSpell[customer + 1];
		return {
			customer,
			period: periods[period],
			group: grouping ? grouping.names[grouping.groupOf(customer, period)] : null,
			customerSince: history.day[firstVisit],
			joinedOn: ledger.start[spell],
			lastPurchaseOn: history.day[lastVisit],
			churnedOn,
			lifetimeDays: churnedOn - ledger.start[spell],
			purchaseDays,
			spent: spentBefore(history, customer, endEvent, currencyCount),
			returnedOn: isLastSpell ? null : ledger.start[spell + 1],
			countsInRate: reason === null,
			whyNotCounted: reason,
			lastPurchaseRow: history.row[lastVisit],
		};
	});
}
