import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import { AMOUNT_SCALE } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { ChurnDefinition } from './definition';
import type { Loss } from './movements';
import type { RowField } from './rowFields';

/** What an item on Churned Customers says, besides the customer and the kept columns. */
export const churnedCustomerFields = {
	period: { meaning: 'The period in which the customer left', unit: 'text' },
	churnedOn: { meaning: 'The day of leaving: the last purchase plus the churn window', unit: 'date' },
	countsInRate: { meaning: 'Whether this loss is in the numerator of the chosen definition', unit: 'true or false' },
	whyNotCounted: {
		meaning: 'joinedInPeriod or backByPeriodEnd: why it is not',
		unit: 'code',
		nullWhen: 'it counts',
	},
	returnedOn: { meaning: 'The day of the next purchase', unit: 'date', nullWhen: 'there is none up to As Of' },
	customerSince: { meaning: 'The day of the first purchase ever', unit: 'date' },
	joinedOn: { meaning: 'The day on which the spell began that ended here', unit: 'date' },
	lastPurchaseOn: { meaning: 'The day of the last purchase before leaving', unit: 'date' },
	lifetimeDays: { meaning: 'Days from joining to leaving', unit: 'days' },
	purchaseDays: { meaning: 'Days with a purchase, up to leaving', unit: 'days' },
	spent: {
		meaning: 'What the customer spent up to leaving, refunds taken off',
		unit: 'money',
		nullWhen: 'there is no amount column, or there are several currencies (see spentByCurrency)',
	},
	currency: { meaning: 'The currency of spent', unit: 'text', nullWhen: 'none is named, or there are several' },
	spentByCurrency: {
		meaning: 'What the customer spent in each currency',
		unit: 'money by currency',
		nullWhen: 'there is one currency or none',
	},
	group: { meaning: 'The group of the customer in that period', unit: 'text', nullWhen: 'there are no groups' },
	definition: { meaning: 'The chosen definition', unit: 'id' },
	asOf: { meaning: 'The day up to which the data was read', unit: 'date' },
} as const satisfies Record<string, RowField>;

export type ChurnedCustomerField = keyof typeof churnedCustomerFields;

/** One loss, told as the story of a customer. */
export interface ChurnedCustomer {
	readonly customer: number;
	/** Which entry of the input was the last purchase before leaving. */
	readonly lastPurchaseRow: number;
	readonly fields: Record<ChurnedCustomerField, string | number | boolean | null | Record<string, number>>;
}

export interface ChurnedCustomersQuestion {
	readonly history: History;
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	readonly currencies: readonly string[];
	readonly asOf: number;
}

function whyNotCounted(definition: ChurnDefinition, loss: Loss): 'joinedInPeriod' | 'backByPeriodEnd' | null {
	if (definition.counts(loss)) return null;
	return loss.wasHereAtStart ? 'backByPeriodEnd' : 'joinedInPeriod';
}

/** What one customer had done up to a day that moves forward. */
class CustomerSoFar {
	purchaseDays = 0;
	firstVisit = -1;
	lastVisit = -1;
	/** By currency, in 1/10,000. */
	readonly spent: Float64Array;
	private next: number;

	constructor(
		private readonly history: History,
		readonly customer: number,
		currencyCount: number,
	) {
		this.next = history.firstEvent[customer];
		this.spent = new Float64Array(currencyCount);
	}

	advanceTo(day: number): void {
		const { day: dayOf, isVisit, amount, currency, firstEvent } = this.history;
		for (; this.next < firstEvent[this.customer + 1] && dayOf[this.next] < day; this.next++) {
			if (amount) this.spent[currency ? currency[this.next] : 0] += amount[this.next];
			if (!isVisit[this.next]) continue;
			if (this.firstVisit === -1) this.firstVisit = this.next;
			if (this.lastVisit === -1 || dayOf[this.next] !== dayOf[this.lastVisit]) this.purchaseDays++;
			this.lastVisit = this.next;
		}
	}
}

function moneyFields({ history, currencies }: ChurnedCustomersQuestion, spent: Float64Array) {
	if (!history.amount) return { spent: null, currency: null, spentByCurrency: null };
	if (spent.length === 1) return { spent: spent[0] / AMOUNT_SCALE, currency: currencies[0] ?? null, spentByCurrency: null };
	const byName = currencies.map((name, index) => [name || '(none named)', spent[index] / AMOUNT_SCALE] as const);
	return { spent: null, currency: null, spentByCurrency: Object.fromEntries(byName) };
}

function storyOf(loss: Loss, soFar: CustomerSoFar, question: ChurnedCustomersQuestion): ChurnedCustomer {
	const { history, ledger, periods, definition, grouping } = question;
	const { customer, spell, period } = loss;
	const joinedOn = ledger.start[spell];
	const churnedOn = ledger.end[spell];
	soFar.advanceTo(churnedOn);
	const isLastSpell = spell + 1 === ledger.firstSpell[customer + 1];
	const reason = whyNotCounted(definition, loss);
	return {
		customer,
		lastPurchaseRow: history.row[soFar.lastVisit],
		fields: {
			period: periods[period].label,
			churnedOn: isoDate(churnedOn),
			countsInRate: reason === null,
			whyNotCounted: reason,
			returnedOn: isLastSpell ? null : isoDate(ledger.start[spell + 1]),
			customerSince: isoDate(history.day[soFar.firstVisit]),
			joinedOn: isoDate(joinedOn),
			lastPurchaseOn: isoDate(history.day[soFar.lastVisit]),
			lifetimeDays: churnedOn - joinedOn,
			purchaseDays: soFar.purchaseDays,
			...moneyFields(question, soFar.spent),
			group: grouping ? grouping.names[grouping.groupOf(customer, period)] : null,
			definition: definition.id,
			asOf: isoDate(question.asOf),
		},
	};
}

/**
 * Who left, after how long, and having spent how much?
 *
 * One entry for each loss, so a customer who left twice is in it twice. `losses` are in order of customer,
 * then of time, and so is the answer. O(events + losses).
 */
export function churnedCustomers(losses: readonly Loss[], question: ChurnedCustomersQuestion): ChurnedCustomer[] {
	const currencyCount = Math.max(1, question.currencies.length);
	let soFar: CustomerSoFar | null = null;
	return losses.map((loss) => {
		if (soFar?.customer !== loss.customer) soFar = new CustomerSoFar(question.history, loss.customer, currencyCount);
		return storyOf(loss, soFar, question);
	});
}
