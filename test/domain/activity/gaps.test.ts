import fc from 'fast-check';
import { gapMeter } from '../../../domain/activity/gaps';
import { closeTo } from '../../support/closeTo';
import { law } from '../../support/law';

const gapsOf = (...days: number[]) => gapMeter()(Int32Array.from(days), days.length);

describe('gapMeter()', () => {
	it('measures 5, 10 and 30 days between days 0, 5, 15 and 45: median 10, longest 30', () => {
		expect(gapsOf(0, 5, 15, 45)).toMatchObject({ median: 10, longest: 30 });
	});

	it('takes the mean of the middle two of four gaps: 15 of 5, 10, 20 and 60', () => {
		expect(gapsOf(0, 5, 15, 35, 95).median).toBe((10 + 20) / 2);
	});

	it('spreads from the first quartile, 5 + ½ · 5, to the third, 10 + ½ · 20, of 5, 10 and 30', () => {
		expect(gapsOf(0, 5, 15, 45).spread).toBe(20 - 7.5);
	});

	it('does not mind in which order the gaps came: 30, 5 and 10 are the same as 5, 10 and 30', () => {
		expect(gapsOf(0, 30, 35, 45)).toEqual(gapsOf(0, 5, 15, 45));
	});

	it('has a median and a longest gap of two days, but no spread, which takes two gaps', () => {
		expect(gapsOf(3, 10)).toEqual({ median: 7, spread: null, longest: 7 });
	});

	it('has nothing to say of one day and of none', () => {
		expect([gapsOf(3), gapsOf()]).toEqual([gapMeter()(new Int32Array(5), 0), { median: null, spread: null, longest: null }]);
	});

	it('measures 199 gaps of 1 to 199 days after a customer with two: median 100, longest 199', () => {
		const meter = gapMeter();
		meter(Int32Array.of(0, 3), 2);
		const days = Int32Array.from({ length: 200 }, (_, index) => (index * (index + 1)) / 2);
		expect(meter(days, 200)).toEqual({ median: 100, spread: 149.5 - 50.5, longest: 199 });
	});

	it('measures a customer alike whoever came before, also one with more days than all before', () => {
		const daysOfCustomer = fc.uniqueArray(fc.integer({ min: -2000, max: 2000 }), { maxLength: 200 }).map((days) => Int32Array.from(days).sort());
		law(daysOfCustomer, daysOfCustomer, (days, before) => {
			const meter = gapMeter();
			meter(before, before.length);
			const got = meter(days, days.length);
			const gaps = [...days.slice(1)].map((day, index) => day - days[index]).sort((one, other) => one - other);
			const middle = gaps.length >> 1;
			const twiceMedian = gaps.length === 0 ? null : gaps[middle] + gaps[gaps.length - 1 - middle];
			closeTo(got.median, twiceMedian === null ? null : twiceMedian / 2, days);
			closeTo(got.longest, gaps.length === 0 ? null : Math.max(...gaps), days);
			expect(got.spread === null).toBe(gaps.length < 2);
		});
	});
});
