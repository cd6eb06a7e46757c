import { AMOUNT_SCALE, historyOf } from '../../ledger/history';
import { STILL_HERE } from '../../ledger/spells';
import type { TermKind } from '../../ledger/terms';
import { termKinds } from '../../ledger/terms';
import { dayOfDate, MILLISECONDS_PER_DAY } from '../../time';
import type { SubscriptionColumns } from '../subscriptionColumns';
import type { Windows } from '../windows';

interface ExampleTerm {
	readonly subscription: string;
	readonly plan: string;
	readonly what: TermKind;
	readonly from: string;
	/** The day of leaving; an empty cell is none. */
	readonly until: string;
	readonly monthly: number;
	readonly renewsOn: string;
	readonly endsOn: string;
	readonly trialEndsOn: string;
}

/** A trial that became a subscription, a larger plan since March, given notice of for the end of the year, and a second thing on trial. */
const rows: readonly ExampleTerm[] = [
	{ subscription: 'S-1', plan: 'Basic', what: 'trial', from: '2023-09-01', until: '2023-09-15', monthly: 0, renewsOn: '', endsOn: '', trialEndsOn: '2023-09-15' },
	{ subscription: 'S-1', plan: 'Basic', what: 'paid', from: '2023-09-15', until: '2024-03-01', monthly: 20, renewsOn: '', endsOn: '', trialEndsOn: '2023-09-15' },
	{ subscription: 'S-1', plan: 'Pro', what: 'paid', from: '2024-03-01', until: '', monthly: 50, renewsOn: '2024-07-01', endsOn: '2024-12-31', trialEndsOn: '' },
	{ subscription: 'S-2', plan: 'Alerts', what: 'trial', from: '2024-06-20', until: '2024-07-04', monthly: 0, renewsOn: '2024-07-04', endsOn: '', trialEndsOn: '2024-07-04' },
];

/** As of 30 June 2024. */
const windows: Windows = { asOf: dayOfDate(2024, 6, 30), recentDays: 30, usualDays: 180 };

function dayOf(date: string): number {
	const [year, month, day] = date.split('-').map(Number);
	return date === '' ? NaN : dayOfDate(year, month, day);
}

const days = (read: (row: ExampleTerm) => string): Float64Array => Float64Array.from(rows, (row) => dayOf(read(row)));
const oneCustomer = new Int32Array(rows.length);
const plans = ['', 'Basic', 'Pro', 'Alerts'];

const columns: SubscriptionColumns = {
	history: historyOf({
		customerCount: 1,
		customer: oneCustomer,
		localTime: days(({ from }) => from).map((day) => day * MILLISECONDS_PER_DAY),
		amount: null,
		currency: null,
		isVisit: new Uint8Array(rows.length).fill(1),
	}),
	terms: {
		customerCount: 1,
		customer: oneCustomer,
		start: Int32Array.from(rows, ({ from }) => dayOf(from)),
		end: Int32Array.from(rows, ({ until }) => (until === '' ? STILL_HERE : dayOf(until))),
		monthlyAmount: Float64Array.from(rows, ({ monthly }) => monthly * AMOUNT_SCALE),
		currency: null,
	},
	kind: Uint8Array.from(rows, ({ what }) => termKinds.indexOf(what)),
	isUnpriced: null,
	subscription: Int32Array.from(rows, ({ subscription }) => ['S-1', 'S-2'].indexOf(subscription)),
	plans: { name: 'plan', values: plans, valueOfRow: Int32Array.from(rows, ({ plan }) => plans.indexOf(plan)) },
	reasons: null,
	renewsOn: days(({ renewsOn }) => renewsOn),
	endsOn: days(({ endsOn }) => endsOn),
	trialEndsOn: days(({ trialEndsOn }) => trialEndsOn),
	currencies: ['EUR'],
	knowsPlans: true,
};

/** The rows from which the examples of the fields of subscriptions are computed. */
export const subscriptionExample = { rows, columns, windows, since: dayOf(rows[0].from) };
