/** Customer bases drawn by chance, for laws about whole tables. Days are those of 2024 and on; As Of is 1 October 2024. */
import fc from 'fast-check';
import type { SubscriptionBase } from '../../domain/churn/baseOfTerms';
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import { baseOfVisits } from '../../domain/churn/baseOfVisits';
import type { CustomerBase } from '../../domain/churn/customerBase';
import { STILL_HERE } from '../../domain/ledger/spells';
import { MILLISECONDS_PER_DAY } from '../../domain/time';
import type { SubscriptionRow } from './bases';
import { subscriptionsOf } from './bases';
import type { Purchase } from './ledger';
import { dayOf, visitsOf } from './ledger';

const FIRST = dayOf('2024-01-01');
const AS_OF = dayOf('2024-10-01');
const GROUPS = ['plan'];

const names = fc.constantFrom('Ada', 'Boris', 'Cyrus', 'Dana', 'Eve', 'Farid', 'Gus');
const plans = fc.constantFrom('', 'Basic', 'Pro');

export const anySubscriptions: fc.Arbitrary<SubscriptionRow[]> = fc.array(
	fc
		.record({
			customer: names,
			start: fc.integer({ min: FIRST, max: AS_OF + 5 }),
			length: fc.integer({ min: 0, max: 200 }),
			runs: fc.boolean(),
			amount: fc.constantFrom(0, 10, 25.5, 99),
			currency: fc.constantFrom('EUR', 'USD'),
			reason: fc.constantFrom('', 'price', 'moved', 'card', 'who knows'),
			plan: plans,
		})
		.map(({ length, runs, plan, ...row }) => ({ ...row, end: runs ? STILL_HERE : row.start + length, groups: { plan } })),
	{ minLength: 1, maxLength: 20 },
);

export const anyPurchases: fc.Arbitrary<Purchase[]> = fc.array(
	fc
		.record({ customer: names, day: fc.integer({ min: FIRST, max: AS_OF }), amount: fc.integer({ min: -5, max: 50 }), currency: fc.constantFrom('EUR', 'USD'), plan: plans })
		.map(({ day, plan, ...row }) => ({ ...row, at: day * MILLISECONDS_PER_DAY, isRefund: row.amount < 0, groups: { plan } })),
	{ minLength: 1, maxLength: 30 },
);

export const baseOfRows = (rows: readonly SubscriptionRow[], allowedGap = 0): SubscriptionBase => baseOfTerms(subscriptionsOf(rows, AS_OF, GROUPS), allowedGap);
export const baseOfPurchases = (purchases: readonly Purchase[]): CustomerBase => baseOfVisits(visitsOf(purchases, AS_OF, GROUPS), 30);
