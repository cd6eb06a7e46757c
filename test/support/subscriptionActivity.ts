/** Draws subscriptions for Customer Activity: terms in a table of text, the domain's columns and the fields out. */
import type { ActivityValue } from '../../domain/activity/activityField';
import { UNKNOWN } from '../../domain/activity/streamColumns';
import type { SubscriptionColumns } from '../../domain/activity/subscriptionColumns';
import { subscriptionFields } from '../../domain/activity/subscriptions';
import { subscriptionViews } from '../../domain/activity/subscriptionView';
import { AMOUNT_SCALE, historyOf } from '../../domain/ledger/history';
import { STILL_HERE } from '../../domain/ledger/spells';
import type { TermKind } from '../../domain/ledger/terms';
import { termKinds } from '../../domain/ledger/terms';
import type { Intent } from '../../domain/churn/leaving';
import { MILLISECONDS_PER_DAY } from '../../domain/time';
import { dayOf, groupColumn, readTable } from './ledger';

export const asOf = dayOf('2024-06-30');

export interface DrawnTerm {
	readonly customer: number;
	readonly start: number;
	/** The day of leaving; null while it runs. */
	readonly end: number | null;
	readonly kind: TermKind;
	/** A month, in whole currency units; null where it is not fixed. */
	readonly amount: number | null;
	readonly currency: string;
	readonly plan: string;
	/** The subscription it belongs to; one of its own where it names none. */
	readonly number: string;
	readonly renews: number;
	readonly ends: number;
	/** Is it cancelled already? */
	readonly cancelled: boolean | null;
	readonly cancelledOn: number;
	readonly trialEnds: number;
	readonly reason: string;
}

export const nothingMore = { kind: 'paid', currency: '', plan: '', number: '', renews: NaN, ends: NaN, cancelled: null, cancelledOn: NaN, trialEnds: NaN, reason: '' } as const;

const dayOrNaN = (text: string): number => (text === '' ? NaN : dayOf(`2024-${text}`));

/** Terms from a table: `from` and `until` are months and days of 2024; `-` is an empty cell, and an end of `-` is none. */
export const drawTerms = (table: string): DrawnTerm[] =>
	readTable(table).rows.map((cell) => ({
		customer: Number(cell('customer')),
		start: dayOrNaN(cell('from')),
		end: cell('until') === '' ? null : dayOrNaN(cell('until')),
		kind: termKinds.find((kind) => kind === cell('what')) ?? 'paid',
		amount: cell('amount') === 'by use' ? null : Number(cell('amount')),
		currency: cell('currency'),
		plan: cell('plan'),
		number: cell('number'),
		renews: dayOrNaN(cell('renews')),
		ends: dayOrNaN(cell('ends')),
		cancelled: cell('cancelled') === '' ? null : cell('cancelled') === 'yes',
		cancelledOn: dayOrNaN(cell('cancelledOn')),
		trialEnds: dayOrNaN(cell('trialEnds')),
		reason: cell('reason'),
	}));

const intentOf = (reason: string): Intent => {
	if (reason.includes('card')) return 'involuntary';
	return reason === '' ? 'unknown' : 'voluntary';
};

export interface DrawnColumns {
	readonly customerCount?: number;
	readonly knowsPlans?: boolean;
	readonly hasAmounts?: boolean;
}

export function columnsOfTerms(drawn: readonly DrawnTerm[], { customerCount = 1, knowsPlans = true, hasAmounts = true }: DrawnColumns = {}): SubscriptionColumns {
	const customer = Int32Array.from(drawn, (term) => term.customer);
	const start = Int32Array.from(drawn, (term) => term.start);
	const named = [...new Set(drawn.map(({ currency }) => currency))].sort();
	const currencies = named.some((name) => name !== '') ? named : [];
	const numbers = drawn.map(({ number }, index) => number || `row ${index}`);
	const reasons = ['', ...new Set(drawn.map(({ reason }) => reason).filter((reason) => reason !== ''))];
	const days = (read: (term: DrawnTerm) => number): Float64Array | null => (drawn.every((term) => Number.isNaN(read(term))) ? null : Float64Array.from(drawn, read));
	return {
		history: historyOf({ customerCount, customer, localTime: Float64Array.from(start, (day) => day * MILLISECONDS_PER_DAY), amount: null, currency: null, isVisit: new Uint8Array(drawn.length).fill(1) }),
		terms: {
			customerCount,
			customer,
			start,
			end: Int32Array.from(drawn, ({ end }) => end ?? STILL_HERE),
			monthlyAmount: hasAmounts ? Float64Array.from(drawn, ({ amount }) => Math.round((amount ?? 0) * AMOUNT_SCALE)) : null,
			currency: currencies.length > 1 ? Int32Array.from(drawn, ({ currency }) => currencies.indexOf(currency)) : null,
		},
		kind: Uint8Array.from(drawn, ({ kind }) => termKinds.indexOf(kind)),
		isUnpriced: hasAmounts ? Uint8Array.from(drawn, ({ amount }) => Number(amount === null)) : null,
		subscription: Int32Array.from(numbers, (number) => numbers.indexOf(number)),
		plans: drawn.some(({ plan }) => plan !== '') ? groupColumn('plan', drawn.map(({ plan }) => plan)) : null,
		reasons:
			reasons.length === 1
				? null
				: {
						texts: reasons,
						kinds: reasons.map((reason) => ({ intent: intentOf(reason), control: 'unknown', ending: 'unknown' })),
						ofTerm: Int32Array.from(drawn, ({ reason }) => reasons.indexOf(reason)),
					},
		renewsOn: days(({ renews }) => renews),
		endsOn: days(({ ends }) => ends),
		isCancelled: drawn.every(({ cancelled }) => cancelled === null) ? null : Uint8Array.from(drawn, ({ cancelled }) => (cancelled === null ? UNKNOWN : Number(cancelled))),
		cancelledOn: days(({ cancelledOn }) => cancelledOn),
		trialEndsOn: days(({ trialEnds }) => trialEnds),
		currencies,
		knowsPlans,
	};
}

export type Fields = Record<keyof typeof subscriptionFields, ActivityValue>;

/** What the fields say of each customer. */
export function fieldsOf(columns: SubscriptionColumns, day = asOf): Fields[] {
	const viewOf = subscriptionViews(columns, { asOf: day, recentDays: 30, usualDays: 180 });
	return Array.from({ length: columns.terms.customerCount }, (_, customer) => {
		const view = viewOf(customer);
		return Object.fromEntries(Object.entries(subscriptionFields).map(([name, field]) => [name, field.of(view)])) as Fields;
	});
}

/** The same of drawn terms of one customer, with the reasons of what is null. */
export function toldOf(table: string, { day = asOf, ...drawn }: DrawnColumns & { readonly day?: number } = {}) {
	const columns = columnsOfTerms(drawTerms(table), drawn);
	const view = subscriptionViews(columns, { asOf: day, recentDays: 30, usualDays: 180 })(0);
	const whyOf = (name: keyof typeof subscriptionFields) => {
		const field = subscriptionFields[name];
		return 'why' in field && field.why ? field.why(view) : 'noRows';
	};
	return { ...fieldsOf(columns, day)[0], whyOf };
}
