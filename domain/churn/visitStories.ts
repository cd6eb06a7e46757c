import type { History } from '../ledger/history';
import { AMOUNT_SCALE } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import { isoDate } from '../time';
import type { TellStory } from './customerBase';
import type { RowField } from './rowFields';

/** What purchases or visits say of a churned customer, besides the dates of the loss. */
export const visitStoryFields = {
	lastPurchaseOn: { meaning: 'The day of the last purchase before leaving', unit: 'date' },
	spent: {
		meaning: 'What the customer spent up to leaving, refunds taken off',
		unit: 'money',
		nullWhen: 'there is no amount column, there are several currencies (see spentByCurrency), or the sum is too large to be exact',
	},
	currency: { meaning: 'The currency of spent', unit: 'text', nullWhen: 'none is named, or there are several' },
	spentByCurrency: { meaning: 'Only with several currencies: what the customer spent in each', unit: 'money by currency', nullWhen: 'there is no amount column' },
	purchaseDays: { meaning: 'Days with a purchase, up to leaving', unit: 'days' },
} as const satisfies Record<string, RowField>;

/** What one customer had done up to a day that moves forward. */
class CustomerSoFar {
	purchaseDays = 0;
	lastVisit = -1;
	/** By currency, in 1/10,000. */
	readonly spent: number[];
	private next: number;

	constructor(
		private readonly history: History,
		readonly customer: number,
		currencyCount: number,
	) {
		this.next = history.firstEvent[customer];
		this.spent = currencyCount === 1 ? [0] : Array<number>(currencyCount).fill(0);
	}

	advanceTo(day: number): void {
		const { day: dayOf, isVisit, amount, currency, firstEvent } = this.history;
		const endOfCustomer = firstEvent[this.customer + 1];
		for (; this.next < endOfCustomer && dayOf[this.next] < day; this.next++) {
			if (amount) this.spent[currency ? currency[this.next] : 0] += amount[this.next];
			if (!isVisit[this.next]) continue;
			if (this.lastVisit === -1 || dayOf[this.next] !== dayOf[this.lastVisit]) this.purchaseDays++;
			this.lastVisit = this.next;
		}
	}
}

function spentByCurrency(hasAmounts: boolean, currencies: readonly string[], spent: readonly number[]): Record<string, number> | null {
	if (!hasAmounts) return null;
	return Object.fromEntries(currencies.map((name, index) => [name || '(none named)', spent[index] / AMOUNT_SCALE]));
}

/** Tells of each loss what the customer had bought before it; losses come in order of customer, then of time. O(events + losses). */
export function visitStories(history: History, ledger: SpellLedger, currencies: readonly string[]): TellStory {
	const currencyCount = Math.max(1, currencies.length);
	const hasAmounts = history.amount !== null;
	let soFar: CustomerSoFar | null = null;
	return ({ customer, spell }, fields) => {
		if (soFar?.customer !== customer) soFar = new CustomerSoFar(history, customer, currencyCount);
		soFar.advanceTo(ledger.end[spell]);
		const { spent, lastVisit, purchaseDays } = soFar;
		const hasOneSum = hasAmounts && spent.length === 1 && Number.isSafeInteger(spent[0]);
		fields.lastPurchaseOn = isoDate(history.day[lastVisit]);
		fields.spent = hasOneSum ? spent[0] / AMOUNT_SCALE : null;
		fields.currency = hasOneSum ? currencies[0] || null : null;
		if (currencies.length > 1) fields.spentByCurrency = spentByCurrency(hasAmounts, currencies, spent);
		fields.purchaseDays = purchaseDays;
		return history.row[lastVisit];
	};
}
