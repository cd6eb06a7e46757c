import fc from 'fast-check';
import type { Score } from '../../domain/purchases/rfm/quintiles';
import { scores } from '../../domain/purchases/rfm/quintiles';
import type { Cell, SegmentRule } from '../../domain/purchases/rfm/segmentTable';
import { cells } from '../../domain/purchases/rfm/segmentTable';

/** Which segment each of the 125 cells is in, and rules that say the same, in any order. */
export interface Partition {
	readonly segmentOf: readonly string[];
	readonly rules: readonly SegmentRule[];
}

/** A rule for each recency, frequency and segment, or one for each cell. */
function rulesOf(segmentOf: readonly string[], isGathered: boolean): SegmentRule[] {
	const monetaryOf = new Map<string, { segment: string; cell: Cell; monetary: Score[] }>();
	cells.forEach((cell, index) => {
		const segment = segmentOf[index];
		const key = `${cell.recency} ${cell.frequency} ${isGathered ? '' : cell.monetary} ${segment}`;
		const gathered = monetaryOf.get(key) ?? { segment, cell, monetary: [] };
		gathered.monetary.push(cell.monetary);
		monetaryOf.set(key, gathered);
	});
	return [...monetaryOf.values()].map(({ segment, cell, monetary }) => ({ segment, recency: [cell.recency], frequency: [cell.frequency], monetary }));
}

/** A box of scores, all of which are in one segment whatever the cells around it are in. */
const anyBox = fc.record({
	segment: fc.integer({ min: 0, max: 6 }),
	recency: fc.subarray([...scores]),
	frequency: fc.subarray([...scores]),
	monetary: fc.subarray([...scores]),
});

/** Boxes painted one over the other, so that segments have all sizes; at least one segment, at most eight. */
export const anyPartition: fc.Arbitrary<Partition> = fc
	.tuple(fc.array(anyBox, { maxLength: 12 }), fc.boolean())
	.chain(([boxes, isGathered]) => {
		const segmentOf = cells.map((cell) => {
			const box = boxes.find(({ recency, frequency, monetary }) => recency.includes(cell.recency) && frequency.includes(cell.frequency) && monetary.includes(cell.monetary));
			return box ? `Segment ${box.segment}` : 'The Rest';
		});
		const rules = rulesOf(segmentOf, isGathered);
		return fc.shuffledSubarray(rules, { minLength: rules.length }).map((shuffled) => ({ segmentOf, rules: shuffled }));
	});

/** The same rules without a cell: those that hold it are split. */
export const withoutCell = (rules: readonly SegmentRule[], { recency, frequency, monetary }: Cell): SegmentRule[] =>
	rules.flatMap((rule) => {
		const holdsIt = rule.recency.includes(recency) && rule.frequency.includes(frequency) && rule.monetary.includes(monetary);
		if (!holdsIt) return [rule];
		const others = rule.monetary.filter((score) => score !== monetary);
		return others.length === 0 ? [] : [{ ...rule, monetary: others }];
	});
