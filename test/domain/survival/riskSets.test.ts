import fc from 'fast-check';
import { distinct, riskSetsAt, watchOf } from '../../../domain/survival/riskSets';
import { law } from '../../support/law';
import type { DrawnLifetime } from '../../support/lifetimes';
import { anyLifetimes, drawLifetimes, shuffled, slowRiskSet } from '../../support/lifetimes';

const setsOf = (...rows: readonly DrawnLifetime[]) => {
	const watch = watchOf(drawLifetimes(...rows));
	const ages = distinct(watch.losses);
	const { atRisk, events } = riskSetsAt(watch, ages);
	return [...ages].map((age, index) => [age, atRisk[index], events[index]]);
};

describe('who is at risk at an age', () => {
	it('is a customer from the day after joining to the day of leaving: at 3, one of one leaves', () => {
		expect(setsOf([0, 3, 'left'])).toEqual([[3, 1, 1]]);
	});

	it('is one watched from age 3 on not at 3, but at 4', () => {
		expect(setsOf([0, 3, 'left'], [0, 4, 'left'], [3, 9, 'here'])).toEqual([
			[3, 2, 1],
			[4, 2, 1],
		]);
	});

	it('is one last seen at 5 still at 5, when another leaves at 5: the leavers come first', () => {
		expect(setsOf([0, 5, 'left'], [0, 5, 'here'])).toEqual([[5, 2, 1]]);
	});

	it('is nobody who left on the day watching began, or before: 4 to 4, 6 to 5', () => {
		expect(setsOf([4, 4, 'left'], [6, 5, 'left'], [0, 7, 'left'])).toEqual([[7, 1, 1]]);
	});

	it('is nobody where there is nobody', () => {
		expect(setsOf()).toEqual([]);
	});

	it('is whom one finds by asking every customer at every age, in whatever order they are listed', () => {
		law(anyLifetimes, fc.nat(), (rows, seed) => {
			const watch = watchOf(drawLifetimes(...shuffled(rows, seed)));
			const ages = Float64Array.from({ length: 31 }, (_, age) => age);
			const { atRisk, events } = riskSetsAt(watch, ages);
			expect([...ages].map((_, age) => ({ atRisk: atRisk[age], events: events[age] }))).toEqual([...ages].map((_, age) => slowRiskSet(rows, age)));
		});
	});
});
