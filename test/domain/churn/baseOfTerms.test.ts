import { withoutKey } from '../../support/withoutKey';
import type { Row } from '../../../boundary/paths';
import { baseOfTerms } from '../../../domain/churn/baseOfTerms';
import { isoDate } from '../../../domain/time';
import { dayOf } from '../../support/ledger';
import type { SubscriptionChanges } from '../../support/subscriptions';
import { spellsOf, subscriptionReading } from '../../support/subscriptions';

/** Today is 1 July 2024, see support/subscriptions. */
const baseOf = (rows: readonly Row[], allowedGap = 0, changes: SubscriptionChanges = {}) => baseOfTerms(subscriptionReading(rows, changes), allowedGap);

const basic = { customer_id: 'ann', start_date: '2024-01-10', end_date: '2024-03-10', plan: 'basic', price: 20 };
const pro = { ...basic, start_date: '2024-03-17', end_date: '', plan: 'pro', price: 30 };
const bob = { customer_id: 'bob', start_date: '2024-02-01', end_date: '2024-06-28', plan: 'pro', price: 30 };

describe('the base of terms', () => {
	it('runs from the first start to the last start or end up to As Of', () => {
		const { firstDay, lastDay, asOf } = baseOf([basic, pro, bob]);
		expect([firstDay, lastDay, asOf].map(isoDate)).toEqual(['2024-01-10', '2024-06-28', '2024-07-01']);
	});

	it('without an end up to As Of runs to the last start', () => {
		expect(isoDate(baseOf([pro, { ...bob, end_date: '2024-09-30' }], 0, { asOf: { kind: 'day', day: dayOf('2024-07-01'), today: dayOf('2024-07-01') } }).lastDay)).toBe('2024-03-17');
	});

	it('has no churn window; a gap of at most the allowed days is no loss', () => {
		const reading = subscriptionReading([basic, pro, bob]);
		expect(baseOfTerms(reading, 7)).toMatchObject({ churnWindow: null, allowedGap: 7 });
		expect([spellsOf(reading, 7).ann, spellsOf(reading, 6).ann]).toEqual([[['2024-01-10', null]], [['2024-01-10', '2024-03-10'], ['2024-03-17', null]]]);
	});

	it('knows what subscriptions bring; nothing where no column holds an amount', () => {
		const brings = (rows: readonly Row[], day: string) => baseOf(rows).spendIn?.(null).broughtBefore(0, dayOf(day));
		// In a year, in 1/10,000: 20 × 12 while basic runs, nothing on 17 March, 30 × 12 from the day after the start of pro.
		expect(['2024-01-10', '2024-01-11', '2024-03-10', '2024-03-11', '2024-03-17', '2024-03-18'].map((day) => brings([basic, pro, bob], day))).toEqual([0, 240, 240, 0, 0, 360].map((amount) => amount * 10_000));
		expect(baseOf([basic, pro].map((row) => withoutKey(row, 'price'))).spendIn).toBeNull();
	});

	it('has kinds of leaving only where some row names a reason', () => {
		expect(baseOf([basic, bob]).leaving).toBeNull();
		expect(baseOf([{ ...basic, reason: '' }, { ...bob, reason: '' }]).leaving).toBeNull();
		expect(baseOf([{ ...basic, reason: 'too expensive' }, bob]).leaving).not.toBeNull();
	});
});

describe('why a spell ended', () => {
	const reasonsOf = (...rows: Row[]) => {
		const { ledger, leaving } = baseOf(rows);
		return Array.from(ledger.end, (_, spell) => leaving!.reasonOf(spell));
	};

	it('for the reason of the term with which it ended, not of the plan before', () => {
		expect(reasonsOf({ ...basic, reason: 'upgrade' }, { ...pro, start_date: '2024-03-10', end_date: '2024-06-28', reason: 'too expensive' })).toEqual(['too expensive']);
	});

	it('of two subscriptions that end on one day for the first reason in the alphabet, whatever the order of rows', () => {
		const rows = [{ ...basic, reason: 'too slow' }, { ...basic, plan: 'pro', reason: 'bad service' }, { ...basic, plan: 'team', reason: '' }];
		expect([reasonsOf(...rows), reasonsOf(...rows.reverse())]).toEqual([['bad service'], ['bad service']]);
	});

	it('for a reason of each of its own where somebody left twice, and none where the row is blank', () => {
		expect(reasonsOf({ ...basic, reason: 'too slow' }, { ...pro, end_date: '2024-05-01', reason: 'moved away' }, { ...bob, reason: '' })).toEqual(['too slow', 'moved away', null]);
	});

	it('is not known of a spell that has not ended but may be written down already', () => {
		const { ledger, leaving } = baseOf([{ ...pro, end_date: '2024-09-30', reason: 'closing the shop' }]);
		expect([ledger.end.length, leaving!.reasonOf(0)]).toEqual([1, 'closing the shop']);
	});
});
