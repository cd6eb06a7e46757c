/**
 * Draws customer bases: a small table of text in, the domain's base out. A head line, then a line each; cells stand two
 * or more spaces apart, days are whole dates, `-` is an empty cell.
 */
import type { SubscriptionBase } from '../../domain/churn/baseOfTerms';
import type { Subscriptions } from '../../domain/churn/subscriptions';
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import { baseOfVisits } from '../../domain/churn/baseOfVisits';
import type { CustomerBase } from '../../domain/churn/customerBase';
import type { KindOfLeaving } from '../../domain/churn/leaving';
import { AMOUNT_SCALE, historyOf } from '../../domain/ledger/history';
import { STILL_HERE } from '../../domain/ledger/spells';
import { MILLISECONDS_PER_DAY } from '../../domain/time';
import { dayOf, drawPurchases, groupColumn, inNaturalOrder, readTable } from './ledger';

/** The base of drawn purchases, see `drawPurchases`; the churn window is 30 days unless stated. */
export const visitBase = (table: string, asOf: string, churnWindow = 30): CustomerBase => baseOfVisits(drawPurchases(table, asOf), churnWindow);

const UNKNOWN: KindOfLeaving = { intent: 'unknown', control: 'unknown', ending: 'unknown' };

/** What the drawn reasons tell of; any other tells nothing. */
const KINDS: Readonly<Record<string, KindOfLeaving>> = {
	price: { intent: 'voluntary', control: 'controllable', ending: 'endedContract' },
	moved: { intent: 'voluntary', control: 'uncontrollable', ending: 'endedContract' },
	card: { intent: 'involuntary', control: 'unknown', ending: 'didNotRenew' },
};

export interface SubscriptionRow {
	readonly customer: string;
	readonly start: number;
	/** The day of leaving; STILL_HERE where there is none. */
	readonly end: number;
	/** In whole currency units a month; null where the rows carry no amounts. */
	readonly amount: number | null;
	readonly currency?: string;
	/** `price`, `moved`, `card` or any text. */
	readonly reason?: string;
	readonly groups?: Readonly<Record<string, string>>;
}

/** Subscriptions as columns; what starts after As Of is left out, as the boundary does it. */
export function subscriptionsOf(rows: readonly SubscriptionRow[], asOf: number, groupNames: readonly string[] = []): Subscriptions {
	const known = rows.filter(({ start }) => start <= asOf);
	const names = inNaturalOrder(known.map(({ customer }) => customer));
	const customer = Int32Array.from(known, (row) => names.indexOf(row.customer));
	const named = [...new Set(known.map(({ currency }) => currency ?? ''))].sort();
	const currencies = named.some((name) => name !== '') ? named : [];
	const texts = ['', ...new Set(known.flatMap(({ reason }) => reason || []))];
	const ends = known.map(({ end }) => end).filter((end) => end <= asOf);
	return {
		terms: {
			customerCount: names.length,
			customer,
			start: Int32Array.from(known, ({ start }) => start),
			end: Int32Array.from(known, ({ end }) => end),
			monthlyAmount: known.some(({ amount }) => amount !== null) ? Float64Array.from(known, ({ amount }) => Math.round((amount ?? 0) * AMOUNT_SCALE)) : null,
			currency: currencies.length > 1 ? Int32Array.from(known, ({ currency }) => currencies.indexOf(currency ?? '')) : null,
		},
		rowOfTerm: Int32Array.from(known, (_, row) => row),
		history: historyOf({
			customerCount: names.length,
			customer,
			localTime: Float64Array.from(known, ({ start }) => start * MILLISECONDS_PER_DAY),
			amount: null,
			currency: null,
			isVisit: new Uint8Array(known.length).fill(1),
		}),
		plans: null,
		reasons: texts.length === 1 ? null : { texts, kinds: texts.map((text) => KINDS[text] ?? UNKNOWN), ofTerm: Int32Array.from(known, ({ reason }) => texts.indexOf(reason ?? '')) },
		groupColumns: groupNames.map((name) => groupColumn(name, known.map(({ groups }) => groups?.[name] ?? ''))),
		currencies,
		asOf: { day: asOf },
		lastEnd: ends.length === 0 ? null : Math.max(...ends),
		customers: { idOf: (index) => names[index] },
	};
}

const OWN_COLUMNS = ['customer', 'start', 'end', 'amount', 'currency', 'reason'];

/**
 * Draws subscriptions: `customer`, `start`, `end` (empty while running), and where wanted `amount` a month, `currency`,
 * `reason`; any other column is one to group by.
 */
export function subscriptionBase(table: string, asOf: string, allowedGap = 0): SubscriptionBase {
	const { names, rows } = readTable(table);
	const groupNames = names.filter((name) => !OWN_COLUMNS.includes(name));
	const drawn = rows.map(
		(cell): SubscriptionRow => ({
			customer: cell('customer'),
			start: dayOf(cell('start')),
			end: cell('end') === '' ? STILL_HERE : dayOf(cell('end')),
			amount: names.includes('amount') ? Number(cell('amount')) : null,
			currency: cell('currency'),
			reason: cell('reason'),
			groups: Object.fromEntries(groupNames.map((name) => [name, cell(name)])),
		}),
	);
	return baseOfTerms(subscriptionsOf(drawn, dayOf(asOf), groupNames), allowedGap);
}
