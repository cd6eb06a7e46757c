import fc from 'fast-check';
import { firstDayOf, landmarkCells, landmarkDays } from '../../../domain/purchases/landmarks';
import { historyOf } from '../../support/forecastSamples';
import { law } from '../../support/law';

describe('firstDayOf(history)', () => {
	it('is the first purchase day of anybody: 7 of 10, 7 and 12', () => expect(firstDayOf(historyOf([[10, 30], [7], [12]]))).toBe(7));
	it('of nobody’s purchases is Infinity', () => expect(firstDayOf(historyOf([[], []]))).toBe(Infinity));
});

describe('landmarkDays(firstDay, day, horizon)', () => {
	it('are the horizon before the day and 23, 46, 69, 92 days before that: of day 500, 100 ahead, 400 377 354 331 308', () => {
		expect(landmarkDays(0, 500, 100)).toEqual([400, 377, 354, 331, 308]);
	});

	it('begin 30 days after the first purchase: day 30 is one, day 29 is none', () => {
		expect(landmarkDays(100, 230, 100)).toEqual([130]);
		expect(landmarkDays(100, 229, 100)).toEqual([]);
		expect(landmarkDays(100, 253, 100)).toEqual([153, 130]);
	});

	it('stand on five days of the week and of the month, so that who pays on the first is not as long silent at each of them', () => {
		// Day 18,990 is 2021-12-29; then 6 December, 13 November, 21 October, 28 September.
		const days = landmarkDays(0, 18_990 + 100, 100).map((day) => [day % 7, new Date(day * 86_400_000).getUTCDate()]);
		expect(new Set(days.map(([week]) => week)).size).toBe(5);
		expect(new Set(days.map(([, month]) => month)).size).toBe(5);
	});

	it('are none without purchases, and none where the horizon is longer than the log', () => {
		expect(landmarkDays(Infinity, 500, 100)).toEqual([]);
		expect(landmarkDays(0, 500, 1000)).toEqual([]);
	});

	it('all have their horizon behind them: at most the day less the horizon', () => {
		law(fc.integer({ min: 0, max: 400 }), fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 500 })), (first, [day, horizon]) => {
			for (const landmark of landmarkDays(first, day, horizon)) {
				expect(landmark + horizon).toBeLessThanOrEqual(day);
				expect(landmark - first).toBeGreaterThanOrEqual(30);
			}
		});
	});
});

describe('landmarkCells(history, days, horizon)', () => {
	it('at day 50, 20 ahead: who last bought on day 40 and comes on 60 and 65 is 10 days silent, back, and once more than once', () => {
		const { count, silence, repeats, customers, returned, more, cellOf, bought } = landmarkCells(historyOf([[10, 40, 60, 65, 71]]), [50], 20);
		expect([count, [...silence], [...repeats], [...customers], [...returned], [...more], [...cellOf], [...bought]]).toEqual([1, [10], [1], [1], [1], [1], [0], [2]]);
	});

	it('counts the last day of the horizon and not the landmark: 50 is known, 51 and 70 are to come, 71 is neither', () => {
		const { silence, repeats, bought } = landmarkCells(historyOf([[50, 51, 70, 71]]), [50], 20);
		expect([silence[0], repeats[0], bought[0]]).toEqual([0, 0, 2]);
	});

	it('puts those alike together, also from different landmarks', () => {
		const { count, customers, returned, cellOf, landmarks } = landmarkCells(historyOf([[40, 60], [40], [30, 31], [10, 20, 100]]), [50, 40], 20);
		// At 50: 10 days silent after one (twice), 19 after two, 30 after two. At 40: none after one (twice), 9 after two, 20 after two.
		expect([count, landmarks]).toEqual([6, 2]);
		expect([...cellOf]).toEqual([0, 1, 0, 1, 2, 3, 4, 5]);
		expect([...customers]).toEqual([2, 2, 1, 1, 1, 1]);
		// The first comes on day 60, which is within 20 days of either landmark.
		expect([...returned]).toEqual([1, 1, 0, 0, 0, 0]);
	});

	it('has no cell for who had not bought by then', () => {
		const { count, cellOf, bought } = landmarkCells(historyOf([[60], [], [50]]), [50], 20);
		expect([count, [...cellOf], [...bought]]).toEqual([1, [-1, -1, 0], [0, 0, 0]]);
	});

	it('never knows of what comes after the horizon, nor before the landmark of what comes after it', () => {
		const anyDays = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 10 }).map((days) => days.sort((one, other) => one - other)), { minLength: 1, maxLength: 8 });
		law(anyDays, fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 50 })), (days, [landmark, horizon]) => {
			const known = days.map((own) => own.filter((day) => day <= landmark + horizon));
			expect(landmarkCells(historyOf(known), [landmark], horizon)).toEqual(landmarkCells(historyOf(days), [landmark], horizon));
			// The future doubled changes what came of them, never who they were.
			const other = days.map((own) => [...new Set([...own.filter((day) => day <= landmark), landmark + 1])]).map((own, customer) => (days[customer].some((day) => day <= landmark) ? own : []));
			const [one, two] = [days.map((own) => (own.some((day) => day <= landmark) ? own : [])), other].map((those) => landmarkCells(historyOf(those), [landmark], horizon));
			expect([two.silence, two.repeats, two.customers, two.cellOf]).toEqual([one.silence, one.repeats, one.customers, one.cellOf]);
		});
	});

	it('loses nobody: cells hold every customer once a landmark', () => {
		const anyDays = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 10 }).map((days) => days.sort((one, other) => one - other)), { maxLength: 8 });
		law(anyDays, fc.integer({ min: 0, max: 100 }), (days, latest) => {
			const landmarks = [latest, latest - 30];
			const { customers, returned, more } = landmarkCells(historyOf(days), landmarks, 40);
			const total = (column: Float64Array) => column.reduce((sum, value) => sum + value, 0);
			const cases = landmarks.flatMap((landmark) => days.filter((own) => own.some((day) => day <= landmark)).map((own) => own.filter((day) => day > landmark && day <= landmark + 40).length));
			expect([total(customers), total(returned), total(more)]).toEqual([cases.length, cases.filter((later) => later > 0).length, cases.reduce((sum, later) => sum + Math.max(0, later - 1), 0)]);
		});
	});
});
