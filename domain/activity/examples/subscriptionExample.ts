import { AMOUNT_SCALE } from '../../ledger/history';
import { STILL_HERE } from '../../ledger/spells';
import type { TermKind } from '../../ledger/terms';
import { termKinds } from '../../ledger/terms';
import { dayOfLocalTime } from '../../time';
import type { SubscriptionColumns } from '../subscriptionColumns';
import { exampleFlags, exampleGroup, exampleHistory, exampleTimes, exampleWindows } from './exampleColumns';

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
	/** `yes` or `no`; empty where the row does not say. */
	readonly cancelled: string;
	readonly cancelledOn: string;
	readonly trialEndsOn: string;
}

/** A trial that became a subscription, a larger plan since March, given notice of for the end of the year, and a second thing on trial. */
const rows: readonly ExampleTerm[] = [
	{ subscription: 'S-1', plan: 'Basic', what: 'trial', from: '2023-09-01', until: '2023-09-15', monthly: 0, renewsOn: '', endsOn: '', cancelled: 'no', cancelledOn: '', trialEndsOn: '2023-09-15' },
	{ subscription: 'S-1', plan: 'Basic', what: 'paid', from: '2023-09-15', until: '2024-03-01', monthly: 20, renewsOn: '', endsOn: '', cancelled: 'no', cancelledOn: '', trialEndsOn: '2023-09-15' },
	{ subscription: 'S-1', plan: 'Pro', what: 'paid', from: '2024-03-01', until: '', monthly: 50, renewsOn: '2024-07-01', endsOn: '2024-12-31', cancelled: 'yes', cancelledOn: '2024-06-12', trialEndsOn: '' },
	{ subscription: 'S-2', plan: 'Alerts', what: 'trial', from: '2024-06-20', until: '2024-07-04', monthly: 0, renewsOn: '2024-07-04', endsOn: '', cancelled: 'no', cancelledOn: '', trialEndsOn: '2024-07-04' },
];

const days = (read: (row: ExampleTerm) => string): Float64Array => exampleTimes(rows.map(read)).map(dayOfLocalTime);
const start = days(({ from }) => from);

const columns: SubscriptionColumns = {
	history: exampleHistory(rows.map(({ from }) => from)),
	terms: {
		customerCount: 1,
		customer: new Int32Array(rows.length),
		start: Int32Array.from(start),
		end: Int32Array.from(days(({ until }) => until), (day) => (Number.isNaN(day) ? STILL_HERE : day)),
		monthlyAmount: Float64Array.from(rows, ({ monthly }) => monthly * AMOUNT_SCALE),
		currency: null,
	},
	kind: Uint8Array.from(rows, ({ what }) => termKinds.indexOf(what)),
	isUnpriced: null,
	subscription: Int32Array.from(rows, ({ subscription }) => ['S-1', 'S-2'].indexOf(subscription)),
	plans: exampleGroup('plan', rows.map(({ plan }) => plan)),
	reasons: null,
	renewsOn: days(({ renewsOn }) => renewsOn),
	endsOn: days(({ endsOn }) => endsOn),
	isCancelled: exampleFlags(rows.map(({ cancelled }) => cancelled)),
	cancelledOn: days(({ cancelledOn }) => cancelledOn),
	trialEndsOn: days(({ trialEndsOn }) => trialEndsOn),
	currencies: ['EUR'],
	knowsPlans: true,
};

/** The rows from which the examples of the fields of subscriptions are computed. */
export const subscriptionExample = { rows, columns, windows: exampleWindows, since: start[0] };
