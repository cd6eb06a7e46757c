import { closeTo, hasDigits } from '../../../support/closeTo';
import { evidenceOf, strengthOf } from '../../../support/signs';

const used = (recentActiveDays: number, usualActiveDays: number, tenureDays: number | null = 300) => ({ tenureDays, usage: { recentActiveDays, usualActiveDays } });

/** Of no active day the lower tail is one term: p^(a + usual), with p = (b + e) / (b + e + t). */
const strengthOfNone = (p: number, size: number) => (Math.log10(1 / p ** size) - 1) / 2;

describe('usageFalling', () => {
	it('no active day of 30 where 24 of 180 are usual is q .9^24.5 = .0756731 (DOMAIN)', () => {
		hasDigits(0.9 ** 24.5, '0.0756731', 'DOMAIN S7');
		closeTo(strengthOf('usageFalling', used(0, 24)), strengthOfNone(0.9, 24.5), '24 in 180, 0 in 30');
	});

	it('no active day where 66 are usual is less than one in a thousand, and warns as loudly as it can', () => {
		// .9^66.5 = .00090.
		expect(strengthOf('usageFalling', used(0, 66))).toBe(1);
	});

	it('says nothing at 21 usual days, and something at 22: .9^21.5 = .104, .9^22.5 = .093', () => {
		expect(strengthOf('usageFalling', used(0, 21))).toBe(0);
		closeTo(strengthOf('usageFalling', used(0, 22)), strengthOfNone(0.9, 22.5), '22 in 180, 0 in 30');
	});

	it('says nothing where it is used as much as usual, or more', () => {
		expect([used(4, 24), used(30, 24), used(0, 0)].map((given) => strengthOf('usageFalling', given))).toEqual([0, 0, 0]);
	});

	it('compares with the own days only: 24 usual days of 60, for a tenure of 89 days, are p 5/6', () => {
		closeTo(strengthOf('usageFalling', used(0, 24, 89)), Math.min(1, strengthOfNone(5 / 6, 24.5)), '24 in 60, 0 in 30');
	});

	it('has data of somebody who has one usual day, on tenure day 30, and none on day 29 and before', () => {
		expect(strengthOf('usageFalling', used(0, 1, 30))).toBe(0);
		expect([29, 5, 0].map((tenureDays) => strengthOf('usageFalling', used(0, 0, tenureDays)))).toEqual(['tooNewForUsual', 'tooNewForUsual', 'tooNewForUsual']);
	});

	it('is told in active days, beside those usual in a window of 30: 24 of 180 are 4, since no day that is known', () => {
		expect(evidenceOf('usageFalling', used(0, 24))).toMatchObject({ kind: 'usedLess', measured: 0, usual: 4, since: null });
	});

	it('takes the windows of the item: 8 usual days of 60 and none of 7 are p (3 + 2) / (3 + 2 + 7/30)', () => {
		closeTo(strengthOf('usageFalling', { ...used(0, 60), recentDays: 7, usualDays: 60 }), strengthOfNone(5 / (5 + 7 / 30), 60.5), '60 in 60, 0 in 7');
	});

	it('has no data where usage is not connected, counts are null or the tenure is not known', () => {
		expect(strengthOf('usageFalling', { tenureDays: 300 })).toBe('notConnected');
		expect(strengthOf('usageFalling', { tenureDays: 300, usage: {} })).toBe('noRows');
		expect(strengthOf('usageFalling', used(0, 24, null))).toBe('tenureUnknown');
	});
});
