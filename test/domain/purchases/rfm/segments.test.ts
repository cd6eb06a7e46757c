import type { Score } from '../../../../domain/purchases/rfm/quintiles';
import { scores } from '../../../../domain/purchases/rfm/quintiles';
import type { SegmentId, UsualSegment } from '../../../../domain/purchases/rfm/segments';
import { segmentIds, segments, usualRules } from '../../../../domain/purchases/rfm/segments';
import { cells, compileSegments } from '../../../../domain/purchases/rfm/segmentTable';

const outcome = compileSegments(usualRules);
if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
const { table } = outcome;

const idAt = (recency: number, frequency: number, monetary: number): SegmentId => segmentIds[table.segmentAt(recency, frequency, monetary)];

describe('the usual segments', () => {
	it('cover each of the 125 cells exactly once, counted rule by rule', () => {
		const rules: readonly UsualSegment['rules'][number][] = segmentIds.flatMap((id): readonly UsualSegment['rules'][number][] => segments[id].rules);
		for (const cell of cells) {
			const claiming = rules.filter(({ recency, frequency, monetary }) => recency.includes(cell.recency) && frequency.includes(cell.frequency) && monetary.includes(cell.monetary));
			expect([cell, claiming.length]).toEqual([cell, 1]);
		}
	});

	it('stand in the table in the order of the registry, under their titles', () => {
		expect(table.segments).toEqual(segmentIds.map((id) => segments[id].title));
	});

	it('have so many cells each: 50 of who is here, 25 of who begins to be silent, 50 of who is silent', () => {
		const sizes = segmentIds.map((id) => [id, cells.filter(({ recency, frequency, monetary }) => idAt(recency, frequency, monetary) === id).length]);
		// Counted by hand from the sets: champions 2 · 2 · 2, loyal 2 · 2 · 3 + 1 · 2 · 5 and so on.
		expect(Object.fromEntries(sizes)).toEqual({
			champions: 8, loyal: 12 + 10, potentialLoyalists: 20, newCustomers: 5, promising: 5,
			needAttention: 5 + 4, aboutToSleep: 6,
			cantLoseThem: 8, atRisk: 12 + 10 + 8, hibernating: 6, lost: 6,
		});
	});

	it.each<[claim: string, scores: readonly [Score, Score, Score], id: SegmentId]>([
		['bought yesterday, comes most often, spends most', [5, 5, 5], 'champions'],
		['comes often but spends little', [5, 5, 1], 'loyal'],
		['comes often and has been away a little', [3, 4, 5], 'loyal'],
		['bought yesterday for the first time', [5, 1, 1], 'newCustomers'],
		['bought yesterday for the first time, and a lot', [5, 1, 5], 'newCustomers'],
		['bought once not long ago', [4, 1, 2], 'promising'],
		['came twice, the last time yesterday', [5, 2, 2], 'potentialLoyalists'],
		['middling in everything', [3, 3, 3], 'needAttention'],
		['came seldom but spent much, and begins to be silent', [3, 1, 5], 'needAttention'],
		['came seldom, spent little, and begins to be silent', [3, 1, 1], 'aboutToSleep'],
		['was a champion and has been away for long', [1, 5, 5], 'cantLoseThem'],
		['came often for little money and has been away for long', [2, 5, 1], 'atRisk'],
		['bought once for much money and has been away for long', [1, 1, 5], 'atRisk'],
		['bought once for little and has been away for long', [2, 1, 1], 'hibernating'],
		['bought once for little, longer ago than nearly anybody', [1, 1, 1], 'lost'],
	])('who %s, %j, is in %s', (_, [recency, frequency, monetary], id) => expect(idAt(recency, frequency, monetary)).toBe(id));
});

describe('recency is never turned around', () => {
	/** How long who is in a segment has been silent: 0 here, 1 begins to be silent, 2 for long. */
	const silenceOf: Readonly<Record<SegmentId, number>> = {
		champions: 0, loyal: 0, potentialLoyalists: 0, newCustomers: 0, promising: 0,
		needAttention: 1, aboutToSleep: 1,
		cantLoseThem: 2, atRisk: 2, hibernating: 2, lost: 2,
	};
	const everyFrequencyAndMonetary = scores.flatMap((frequency) => scores.map((monetary) => [frequency, monetary] as const));

	it.each(everyFrequencyAndMonetary)('from 1 to 5 the segments of frequency %i and monetary %i lead from silent to here, and none that was left comes again', (frequency, monetary) => {
		const ids = scores.map((recency) => idAt(recency, frequency, monetary));
		const silences = ids.map((id) => silenceOf[id]);
		expect(silences).toEqual([...silences].sort((one, other) => other - one));
		expect(ids.filter((id, index) => index === 0 || ids[index - 1] !== id)).toEqual([...new Set(ids)]);
	});

	it('5, the shortest silence, is in none of the segments of silence and 1, the longest, in none of those who are here', () => {
		expect(new Set(everyFrequencyAndMonetary.map((others) => silenceOf[idAt(5, ...others)]))).toEqual(new Set([0]));
		expect(new Set(everyFrequencyAndMonetary.map((others) => silenceOf[idAt(1, ...others)]))).toEqual(new Set([2]));
	});
});

describe('coming more often or spending more', () => {
	/** How much an owner would do to keep who is in it, among those as long silent. */
	const worthOf: Readonly<Record<SegmentId, number>> = {
		newCustomers: 0, promising: 0, potentialLoyalists: 1, loyal: 2, champions: 3,
		aboutToSleep: 0, needAttention: 1,
		lost: 0, hibernating: 0, atRisk: 1, cantLoseThem: 2,
	};

	it('never leads to a lesser segment at the same recency', () => {
		for (const { recency, frequency, monetary } of cells) {
			const worth = worthOf[idAt(recency, frequency, monetary)];
			if (frequency < 5) expect(worthOf[idAt(recency, frequency + 1, monetary)]).toBeGreaterThanOrEqual(worth);
			if (monetary < 5) expect(worthOf[idAt(recency, frequency, monetary + 1)]).toBeGreaterThanOrEqual(worth);
		}
	});
});

describe('without amounts', () => {
	it('who is here is told from frequency alone, but for champions, who may be merely loyal', () => {
		const idWithout = (recency: Score, frequency: Score) => idAt(recency, frequency, 0) ?? null;
		expect(scores.map((frequency) => idWithout(5, frequency))).toEqual(['newCustomers', 'potentialLoyalists', 'potentialLoyalists', null, null]);
		expect(scores.map((frequency) => idWithout(3, frequency))).toEqual([null, null, 'needAttention', 'loyal', 'loyal']);
		expect(scores.map((frequency) => idWithout(1, frequency))).toEqual([null, null, 'atRisk', null, null]);
	});
});

describe.each(segmentIds)('what is said of %s', (id) => {
	const { title, meaning, action } = segments[id];

	it('is one sentence of what it means and one of what to do, without a full stop', () => {
		for (const sentence of [meaning, action]) expect(sentence).toMatch(/^[A-Z][^.]*[^.\s]$/);
	});

	it('is under an id that is the title in camel case', () => {
		const camelCase = title.replace(/'/g, '').replace(/ \w/g, (letter) => letter.trim().toUpperCase()).replace(/^\w/, (letter) => letter.toLowerCase());
		expect(id).toBe(camelCase);
	});
});
