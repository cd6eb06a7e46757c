import type { CustomerBase } from '../../../domain/churn/customerBase';
import { periodsOf } from '../../../domain/churn/churnReport';
import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import { firstGroups } from '../../../domain/survival/populations';
import { pooledChurn } from '../../../domain/survival/pooledChurn';
import { subscriptionBase } from '../../support/bases';
import { closeTo } from '../../support/closeTo';
import { dayOf, settingsWith } from '../../support/ledger';

const poolsOf = (base: CustomerBase, watchedFrom = -Infinity, valuePerCustomer: number | null = null) =>
	pooledChurn({ ...settingsWith({ valuePerCustomer }), ...base, definition: startOfPeriod, periods: periodsOf(base, settingsWith({})), grouping: firstGroups(base) }, watchedFrom);

/** As of 2 April: Ada and Boris all along, Cyrus until 10 February; Dana for nothing since 5 January. March is over. */
const table = `
	customer  start       end         amount  plan
	Ada       2023-12-20  -           10      Basic
	Boris     2023-12-20  -           30      Pro
	Cyrus     2023-12-20  2024-02-10  20      Pro
	Dana      2024-01-05  -           0       Free
`;
const base = subscriptionBase(table, '2024-04-02');

describe('pooledChurn(question, watchedFrom)', () => {
	it('pools January to March: 0 of 3, 1 of 4, 0 of 3', () => {
		const { lost, atStart } = poolsOf(base)(null, 0);
		expect([lost, atStart]).toEqual([[0, 1, 0], [3, 4, 3]]);
	});

	it('has what one brings in a month, of all who were here: 60, 60 and 40 over 10', () => {
		closeTo(poolsOf(base)(null, 0).valuePerPeriod, (60 + 60 + 40) / 10, 'value');
	});

	it('pools each group for itself: Pro 0 of 2, 1 of 2, 0 of 1; those who pay nothing bring 0, which is a value', () => {
		const pools = poolsOf(base);
		expect([pools('Pro', 0).lost, pools('Pro', 0).atStart]).toEqual([[0, 1, 0], [2, 2, 1]]);
		expect(pools('Free', 0)).toEqual({ lost: [0, 0], atStart: [1, 1], valuePerPeriod: 0, reason: null });
	});

	it('leaves out what opens before the watching began: from 1 March on 0 of 3, from 2 March on nothing (leftEdge)', () => {
		expect(poolsOf(base, dayOf('2024-03-01'))(null, 0)).toMatchObject({ lost: [0], atStart: [3] });
		expect(poolsOf(base, dayOf('2024-03-02'))(null, 0)).toEqual({ lost: [], atStart: [], valuePerPeriod: null, reason: 'leftEdge' });
	});

	it('takes the value that is set, and says why there is none', () => {
		expect(poolsOf(base, -Infinity, 7)(null, 0).valuePerPeriod).toBe(7);
		expect(poolsOf(subscriptionBase('customer  start  end\nAda  2023-12-20  -', '2024-04-02'))(null, 0)).toMatchObject({ atStart: [1, 1, 1], valuePerPeriod: null, reason: 'noAmounts' });
	});

	it('of a group that nobody is in is empty: noCustomersAtStart', () => {
		expect(poolsOf(base)('Gold', 0)).toEqual({ lost: [], atStart: [], valuePerPeriod: null, reason: 'noCustomersAtStart' });
	});
});
