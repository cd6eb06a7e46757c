import type { Grouping } from '../ledger/groups';
import type { History } from '../ledger/history';
import { AMOUNT_SCALE } from '../ledger/history';
import type { SpellLedger } from '../ledger/spells';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { ChurnDefinition } from './definition';
import type { Loss } from './movements';
import type { RowField } from './rowFields';

/** What an item on Churned Customers says, besides the kept columns. */
export const churnedCustomerFields = {
	customer: { meaning: 'The customer, as the customer column names them; an e-mail address in small letters', unit: 'id' },
	churnedOn: { meaning: 'The day of leaving: the last purchase plus the churn window', unit: 'date' },
	lastPurchaseOn: { meaning: 'The day of the last purchase before leaving', unit: 'date' },
	spent: {
		meaning: 'What the customer spent up to leaving, refunds taken off',
		unit: 'money',
		nullWhen: 'there is no amount column, there are several currencies (see spentByCurrency), or the sum is too large to be exact',
	},
	currency: { meaning: 'The currency of spent', unit: 'text', nullWhen: 'none is named, or there are several' },
	spentByCurrency: { meaning: 'Only with several currencies: what the customer spent in each', unit: 'money by currency', nullWhen: 'there is no amount column' },
	purchaseDays: { meaning: 'Days with a purchase, up to leaving', unit: 'days' },
	lifetimeDays: { meaning: 'Days from joining to leaving', unit: 'days' },
	customerSince: { meaning: 'The day of the first purchase ever', unit: 'date' },
	joinedOn: { meaning: 'The day on which the spell began that ended here', unit: 'date' },
	returnedOn: { meaning: 'The day of the next purchase', unit: 'date', nullWhen: 'there is none up to As Of' },
	period: { meaning: 'The period in which the customer left', unit: 'text' },
	group: { meaning: 'Only with groups: the group of the customer in that period', unit: 'text' },
	countsInRate: { meaning: 'Whether this loss is in the numerator of the chosen definition', unit: 'true or false' },
	whyNotCounted: {
		meaning: 'Why it is not: joinedInPeriod, returnedInPeriod (came back and left again within it) or backByPeriodEnd',
		unit: 'code',
		nullWhen: 'it counts',
	},
	definition: { meaning: 'The chosen definition', unit: 'id' },
	asOf: { meaning: 'The day up to which the data was read', unit: 'date' },
} as const satisfies Record<string, RowField>;

export type ChurnedCustomerField = keyof typeof churnedCustomerFields;
type OptionalField = 'group' | 'spentByCurrency';
type Value = string | number | boolean | null | Record<string, number>;

/** One loss, told as the story of a customer. */
export interface ChurnedCustomer {
	readonly customer: number;
	/** Which entry of the input was the last purchase before leaving. */
	readonly lastPurchaseRow: number;
	readonly fields: Record<Exclude<ChurnedCustomerField, OptionalField>, Value> & Partial<Record<OptionalField, Value>>;
}

export interface ChurnedCustomersQuestion {
	readonly history: History;
	readonly ledger: SpellLedger;
	readonly periods: readonly Period[];
	readonly definition: ChurnDefinition;
	readonly grouping: Grouping | null;
	readonly currencies: readonly string[];
	readonly asOf: number;
	/** How the output names a customer. */
	readonly idOf: (customer: number) => string | number;
}

type WhyNotCounted = 'joinedInPeriod' | 'returnedInPeriod' | 'backByPeriodEnd';

function whyNotCounted({ definition, ledger }: ChurnedCustomersQuestion, loss: Loss): WhyNotCounted | null {
	if (definition.counts(loss)) return null;
	if (loss.spellWasHereAtStart) return 'backByPeriodEnd';
	return loss.spell === ledger.firstSpell[loss.customer] ? 'joinedInPeriod' : 'returnedInPeriod';
}

/** What one customer had done up to a day that moves forward. */
class CustomerSoFar {
	purchaseDays = 0;
	lastVisit = -1;
	/** By currency, in 1/10,000. */
	readonly spent: number[];
	readonly firstVisitDay: number;
	private next: number;

	constructor(
		private readonly history: History,
		readonly customer: number,
		firstSpellStart: number,
		currencyCount: number,
	) {
		this.next = history.firstEvent[customer];
		this.firstVisitDay = firstSpellStart;
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

function spentByCurrency({ history, currencies }: ChurnedCustomersQuestion, spent: readonly number[]): Record<string, number> | null {
	if (!history.amount) return null;
	return Object.fromEntries(currencies.map((name, index) => [name || '(none named)', spent[index] / AMOUNT_SCALE]));
}

function storyOf(loss: Loss, soFar: CustomerSoFar, question: ChurnedCustomersQuestion): ChurnedCustomer {
	const { history, ledger, periods, definition, grouping, currencies } = question;
	const { customer, spell, period } = loss;
	const joinedOn = ledger.start[spell];
	const churnedOn = ledger.end[spell];
	soFar.advanceTo(churnedOn);
	const isLastSpell = spell + 1 === ledger.firstSpell[customer + 1];
	const reason = whyNotCounted(question, loss);
	const hasOneSum = history.amount !== null && soFar.spent.length === 1 && Number.isSafeInteger(soFar.spent[0]);
	const fields: ChurnedCustomer['fields'] = {
		customer: question.idOf(customer),
		churnedOn: isoDate(churnedOn),
		lastPurchaseOn: isoDate(history.day[soFar.lastVisit]),
		spent: hasOneSum ? soFar.spent[0] / AMOUNT_SCALE : null,
		currency: hasOneSum ? currencies[0] || null : null,
		purchaseDays: soFar.purchaseDays,
		lifetimeDays: churnedOn - joinedOn,
		customerSince: isoDate(soFar.firstVisitDay),
		joinedOn: isoDate(joinedOn),
		returnedOn: isLastSpell ? null : isoDate(ledger.start[spell + 1]),
		period: periods[period].label,
		countsInRate: reason === null,
		whyNotCounted: reason,
		definition: definition.id,
		asOf: isoDate(question.asOf),
	};
	if (currencies.length > 1) fields.spentByCurrency = spentByCurrency(question, soFar.spent);
	if (grouping) fields.group = grouping.names[grouping.groupOf(customer, period)];
	return { customer, lastPurchaseRow: history.row[soFar.lastVisit], fields };
}

/**
 * Who left, after how long, and having spent how much?
 *
 * One entry for each loss, so a customer who left twice is in it twice. `losses` are in order of customer,
 * then of time, and so is the answer. O(events + losses).
 */
export function churnedCustomers(losses: readonly Loss[], question: ChurnedCustomersQuestion): ChurnedCustomer[] {
	const { history, ledger } = question;
	const currencyCount = Math.max(1, question.currencies.length);
	let soFar: CustomerSoFar | null = null;
	return losses.map((loss) => {
		if (soFar?.customer !== loss.customer) {
			soFar = new CustomerSoFar(history, loss.customer, ledger.start[ledger.firstSpell[loss.customer]], currencyCount);
		}
		return storyOf(loss, soFar, question);
	});
}
