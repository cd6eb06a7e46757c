import fc from 'fast-check';
import type { Score } from '../../../../domain/purchases/rfm/quintiles';
import { scores } from '../../../../domain/purchases/rfm/quintiles';
import type { Cell, SegmentFault, SegmentRule, SegmentTable } from '../../../../domain/purchases/rfm/segmentTable';
import { cells, compileSegments } from '../../../../domain/purchases/rfm/segmentTable';
import { law, TABLES } from '../../../support/law';
import { anyPartition, withoutCell } from '../../../support/partitions';

const ruleOf = (segment: string, recency: readonly Score[] = scores, frequency: readonly Score[] = scores, monetary: readonly Score[] = scores): SegmentRule =>
	Object.freeze({ segment, recency: Object.freeze([...recency]), frequency: Object.freeze([...frequency]), monetary: Object.freeze([...monetary]) });

function tableOf(...rules: SegmentRule[]): SegmentTable {
	const outcome = compileSegments(rules);
	if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults));
	return outcome.table;
}

function faultsOf(...rules: SegmentRule[]): readonly SegmentFault[] {
	const outcome = compileSegments(rules);
	return 'faults' in outcome ? outcome.faults : [];
}

const nameAt = (table: SegmentTable, recency: number, frequency: number, monetary: number) => table.segments[table.segmentAt(recency, frequency, monetary)] ?? null;
const anyCell = fc.constantFrom(...cells);
const cellOf = (recency: Score, frequency: Score, monetary: Score): Cell => ({ recency, frequency, monetary });

describe('cells', () => {
	it('are 5 · 5 · 5 = 125, each once', () => {
		expect(new Set(cells.map(({ recency, frequency, monetary }) => `${recency}${frequency}${monetary}`)).size).toBe(125);
		expect(cells).toHaveLength(125);
	});
});

describe('compileSegments()', () => {
	it('puts 4 and 5 of recency into one segment and 1 to 3 into another, whatever the rest', () => {
		const table = tableOf(ruleOf('Here', [4, 5]), ruleOf('Away', [1, 2, 3]));
		expect(table.segments).toEqual(['Here', 'Away']);
		expect([1, 2, 3, 4, 5].map((recency) => nameAt(table, recency, 3, 3))).toEqual(['Away', 'Away', 'Away', 'Here', 'Here']);
	});

	it('takes rules of one name as one segment, wherever they stand', () => {
		const table = tableOf(ruleOf('Middling', [3]), ruleOf('Here', [4, 5]), ruleOf('Middling', [1, 2]));
		expect(table.segments).toEqual(['Middling', 'Here']);
		expect([1, 3, 5].map((recency) => nameAt(table, recency, 1, 1))).toEqual(['Middling', 'Middling', 'Here']);
	});

	it('lets two rules of one segment claim the same cell: it is no less certain', () => {
		expect(faultsOf(ruleOf('Here', [3, 4, 5]), ruleOf('Here', [4, 5]), ruleOf('Away', [1, 2]))).toEqual([]);
	});

	it('keeps recency, frequency and monetary apart: 5 1 1, 1 5 1 and 1 1 5 are three segments', () => {
		const table = tableOf(ruleOf('R', [5]), ruleOf('F', [1, 2, 3, 4], [5]), ruleOf('M', [1, 2, 3, 4], [1, 2, 3, 4], [5]), ruleOf('Rest', [1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]));
		expect([nameAt(table, 5, 1, 1), nameAt(table, 1, 5, 1), nameAt(table, 1, 1, 5), nameAt(table, 1, 1, 1)]).toEqual(['R', 'F', 'M', 'Rest']);
	});

	it('finds a cell by its scores whatever the order of the scores in a set, also where one comes twice', () => {
		expect(nameAt(tableOf(ruleOf('Here', [5, 4, 5]), ruleOf('Away', [3, 1, 2])), 4, 1, 1)).toBe('Here');
	});
});

describe('scores that are not known', () => {
	const table = tableOf(ruleOf('Away', [1, 2, 3]), ruleOf('Best', [4, 5], scores, [4, 5]), ruleOf('Here', [4, 5], scores, [1, 2, 3]));

	it('of recency or of frequency, 0, leave everybody without a segment', () => {
		expect([table.segmentAt(0, 5, 5), table.segmentAt(5, 0, 5), table.segmentAt(0, 0, 0), table.segmentAt(0, 0, 5)]).toEqual([-1, -1, -1, -1]);
	});

	it('of recency or of frequency leave nobody a segment even where there is only one', () => {
		const one = tableOf(ruleOf('Everybody'));
		expect([one.segmentAt(0, 5, 5), one.segmentAt(5, 0, 5), one.segmentAt(5, 5, 0)]).toEqual([-1, -1, 0]);
	});

	it('of monetary leave a segment that is the same whatever was spent, and none where money decides', () => {
		expect([nameAt(table, 2, 5, 0), nameAt(table, 5, 5, 0)]).toEqual(['Away', null]);
	});
});

describe('faults', () => {
	it('125 cells without a segment where there are no rules', () => {
		expect(faultsOf()).toEqual([{ kind: 'cellsWithoutSegment', cells }]);
	});

	it('the 25 cells of recency 3 where rules hold 1, 2, 4 and 5', () => {
		expect(faultsOf(ruleOf('Away', [1, 2]), ruleOf('Here', [4, 5]))).toEqual([{ kind: 'cellsWithoutSegment', cells: cells.filter(({ recency }) => recency === 3) }]);
	});

	it('a cell that two segments claim, with the names and the rules', () => {
		expect(faultsOf(ruleOf('Everybody'), ruleOf('Champions', [5], [5], [5]))).toEqual([
			{ kind: 'cellsWithSeveral', cells: [{ cell: cellOf(5, 5, 5), segments: ['Everybody', 'Champions'], rules: [0, 1] }] },
		]);
	});

	it('of a cell that three rules of two segments claim name each segment once, by its first rule', () => {
		expect(faultsOf(ruleOf('Everybody'), ruleOf('Everybody', [5]), ruleOf('Champions', [5], [5], [5]))).toEqual([
			{ kind: 'cellsWithSeveral', cells: [{ cell: cellOf(5, 5, 5), segments: ['Everybody', 'Champions'], rules: [0, 2] }] },
		]);
	});

	it('both, where some cells have none and others two', () => {
		expect(faultsOf(ruleOf('Away', [1, 2, 3]), ruleOf('Here', [3, 4])).map(({ kind }) => kind)).toEqual(['cellsWithoutSegment', 'cellsWithSeveral']);
	});

	it('blank names and empty sets, each with its rule, and nothing of the cells until they are mended', () => {
		expect(faultsOf(ruleOf('Here', [5]), ruleOf(' ', [4], []), ruleOf('Away', [], scores, []))).toEqual([
			{ kind: 'blankName', rule: 1 },
			{ kind: 'emptySet', rule: 1, set: 'frequency' },
			{ kind: 'emptySet', rule: 2, set: 'recency' },
			{ kind: 'emptySet', rule: 2, set: 'monetary' },
		]);
	});
});

describe('laws of any partition of the 125 cells', () => {
	it('written as rules in any order it gives each cell the segment it is in', () => {
		law(anyPartition, fc.constant(null), ({ segmentOf, rules }) => {
			const table = tableOf(...rules);
			expect(cells.map(({ recency, frequency, monetary }) => nameAt(table, recency, frequency, monetary))).toEqual(segmentOf);
			expect([...table.segments].sort()).toEqual([...new Set(segmentOf)].sort());
		}, TABLES);
	});

	it('without monetary it gives the segment of all five cells, or none', () => {
		law(anyPartition, fc.constantFrom(...scores), ({ segmentOf, rules }, recency) => {
			const table = tableOf(...rules);
			for (const frequency of scores) {
				const possible = new Set(segmentOf.filter((_, index) => cells[index].recency === recency && cells[index].frequency === frequency));
				expect(nameAt(table, recency, frequency, 0)).toBe(possible.size === 1 ? [...possible][0] : null);
			}
		}, TABLES);
	});

	it('with a cell taken out is refused, and that cell is named and no other', () => {
		law(anyPartition, anyCell, ({ rules }, cell) => {
			expect(faultsOf(...withoutCell(rules, cell))).toEqual([{ kind: 'cellsWithoutSegment', cells: [cell] }]);
		}, TABLES);
	});

	it('with a cell given to a further segment is refused, and that cell is named with both and no other', () => {
		law(anyPartition, anyCell, ({ segmentOf, rules }, cell) => {
			const further = ruleOf('Further', [cell.recency], [cell.frequency], [cell.monetary]);
			const [fault, ...others] = faultsOf(...rules, further);
			expect(others).toEqual([]);
			if (fault.kind !== 'cellsWithSeveral') throw new Error(fault.kind);
			expect(fault.cells.map(({ cell: claimed }) => claimed)).toEqual([cell]);
			expect(fault.cells[0].segments).toEqual([segmentOf[cells.indexOf(cell)], 'Further']);
			expect(fault.cells[0].rules[1]).toBe(rules.length);
		}, TABLES);
	});
});
