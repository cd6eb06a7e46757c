import fc from 'fast-check';
import { descriptionOf, messageOf } from '../../../boundary/problemText';
import type { SegmentRow } from '../../../boundary/purchases/segmentRules';
import { readSegmentRules } from '../../../boundary/purchases/segmentRules';
import type { Problem } from '../../../domain/problems';
import type { Score } from '../../../domain/purchases/rfm/quintiles';
import { scores } from '../../../domain/purchases/rfm/quintiles';
import { segmentIds, segments, usualRules } from '../../../domain/purchases/rfm/segments';
import type { SegmentRule, SegmentTable } from '../../../domain/purchases/rfm/segmentTable';
import { cells } from '../../../domain/purchases/rfm/segmentTable';
import { law, TABLES } from '../../support/law';
import { anyPartition, withoutCell } from '../../support/partitions';

const rowOf = (segment: string, recency = '', frequency = '', monetary = ''): SegmentRow => Object.freeze({ segment, recency, frequency, monetary });

function tableOf(...rows: SegmentRow[]): SegmentTable {
	const outcome = readSegmentRules(rows);
	if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
	return outcome.table;
}

function problemsOf(...rows: SegmentRow[]): readonly Problem[] {
	const outcome = readSegmentRules(rows);
	return 'problems' in outcome ? outcome.problems : [];
}

const namesIn = ({ segments: names, segmentAt }: SegmentTable) => cells.map(({ recency, frequency, monetary }) => names[segmentAt(recency, frequency, monetary)]);

describe('a field', () => {
	it.each<[text: string, expected: readonly Score[]]>([
		['5', [5]],
		['4-5', [4, 5]],
		['1,3', [1, 3]],
		['1\u20132', [1, 2]],
		['1 \u2014 3', [1, 2, 3]],
		['2\u22124', [2, 3, 4]],
		['5-4', [4, 5]],
		['3-3', [3]],
		['1-2,5', [1, 2, 5]],
		[' 1 ; 3 ', [1, 3]],
		['2,2', [2]],
		['1, 2,3', [1, 2, 3]],
		['\u06f4-\u06f5', [4, 5]],
		['\u0661\u060c \u0663', [1, 3]],
		['\u200e4-5\u200f', [4, 5]],
		['', [1, 2, 3, 4, 5]],
		['  ', [1, 2, 3, 4, 5]],
		['any', [1, 2, 3, 4, 5]],
		['Any ', [1, 2, 3, 4, 5]],
		['1-5', [1, 2, 3, 4, 5]],
	])('with %j names %j', (text, expected) => {
		const others = scores.filter((score) => !expected.includes(score)).join(',');
		const { segmentAt } = tableOf(rowOf('These', text), ...(others === '' ? [] : [rowOf('Others', others)]));
		expect(scores.filter((score) => segmentAt(score, 1, 1) === 0)).toEqual(expected);
	});

	it.each(['0', '6', '4-6', '0-2', '45', '4+', '-', '4-', '-5', '1,', ',', '1,,2', '1-2-3', 'high', 'all', 'none', '4.5', '1/3', '1 3', '\u200b4 5', 'any, 1', '=4', 'null'])('with %j names nothing that can be read', (text) => {
		expect(problemsOf(rowOf('These', text)).map(({ code, column, received }) => [code, column, received])).toEqual([['invalidSetting', 'Segments, row 1, Recency', text]]);
	});

	it('of recency, frequency and monetary goes to the score of its name', () => {
		const { segments: names, segmentAt } = tableOf(rowOf('R', '5'), rowOf('F', '1-4', '5'), rowOf('M', '1-4', '1-4', '5'), rowOf('Rest', '1-4', '1-4', '1-4'));
		expect(
			[
				[5, 1, 1],
				[1, 5, 1],
				[1, 1, 5],
				[1, 1, 1],
			].map(([recency, frequency, monetary]) => names[segmentAt(recency, frequency, monetary)]),
		).toEqual(['R', 'F', 'M', 'Rest']);
	});
});

describe('rows', () => {
	it('none make the usual table', () => {
		expect(namesIn(tableOf())).toEqual(cells.map((cell) => usualRules.find(({ recency, frequency, monetary }) => recency.includes(cell.recency) && frequency.includes(cell.frequency) && monetary.includes(cell.monetary))!.segment));
		expect(tableOf().segments).toEqual(segmentIds.map((id) => segments[id].title));
	});

	it('of one segment are one, also where the name has other spaces or capitals; it is spelled as in its first row', () => {
		expect(tableOf(rowOf(' Best  ones ', '5'), rowOf('Others', '1-3'), rowOf('best ones\u200b', '4')).segments).toEqual(['Best ones', 'Others']);
	});
});

describe('a problem', () => {
	it('of a field names the row, the field, what was received and what is expected', () => {
		const problems = problemsOf(rowOf('Best', '5'), rowOf('Good', '4'), rowOf('Others', '1 to 3', '', '0-5'));
		expect(problems).toEqual([
			{
				code: 'invalidSetting',
				item: null,
				column: 'Segments, row 3, Recency',
				received: '1 to 3',
				expected: 'scores from 1 to 5 such as 4-5, 5 or 1,3, or nothing for any',
			},
			{
				code: 'invalidSetting',
				item: null,
				column: 'Segments, row 3, Monetary',
				received: '0-5',
				expected: 'scores from 1 to 5 such as 4-5, 5 or 1,3, or nothing for any',
			},
		]);
		expect(messageOf(problems[0])).toMatchInlineSnapshot(`""Segments, row 3, Recency": the setting cannot be used"`);
		expect(descriptionOf(problems)).toMatchInlineSnapshot(
			`"Received a text of 6 characters, expected scores from 1 to 5 such as 4-5, 5 or 1,3, or nothing for any. Change the setting; where it is an expression, look at what it gives. "Segments, row 3, Monetary": the setting cannot be used."`,
		);
		expect(descriptionOf(problems.slice(1))).toMatchInlineSnapshot(`"Received "0-5", expected scores from 1 to 5 such as 4-5, 5 or 1,3, or nothing for any. Change the setting; where it is an expression, look at what it gives."`);
	});

	it('of a row without a name says so', () => {
		const problems = problemsOf(rowOf('Best', '4-5'), rowOf(' \u200b', '1-3'));
		expect(problems.map(({ column, expected }) => [column, expected])).toEqual([['Segments, row 2, Segment', 'a name for the segment']]);
		expect(descriptionOf(problems)).toMatchInlineSnapshot(`"Received nothing, expected a name for the segment. Change the setting; where it is an expression, look at what it gives."`);
	});

	it('of a row that was added and not filled in is its name', () => {
		expect(problemsOf(rowOf('')).map(({ column }) => column)).toEqual(['Segments, row 1, Segment']);
	});

	it('of one cell without a segment names it: 124 of 125 are well', () => {
		const problems = problemsOf(rowOf('A', '1,2,4,5'), rowOf('A', '3', '1,3-5'), rowOf('B', '3', '2', '2-5'));
		expect(problems.map(({ column, received }) => [column, received])).toEqual([['Segments', 124]]);
		expect(messageOf(problems[0])).toMatchInlineSnapshot(`""Segments": the setting cannot be used"`);
		expect(descriptionOf(problems)).toMatchInlineSnapshot(
			`"Received 124, expected all 125 combinations of recency, frequency and monetary in exactly one segment each (in none: R3 F2 M1). Change the rows until it is so, or remove them all to have the usual segments."`,
		);
	});

	it('of 25 cells without one and 25 with two is one problem that names five of each and how many more', () => {
		const problems = problemsOf(rowOf('Away', '1-3'), rowOf('Here', '3-4'));
		expect(problems.map(({ received }) => received)).toEqual([75]);
		expect(descriptionOf(problems)).toMatchInlineSnapshot(
			`"Received 75, expected all 125 combinations of recency, frequency and monetary in exactly one segment each (in none: R5 F1 M1, R5 F1 M2, R5 F1 M3, R5 F1 M4, R5 F1 M5 and 20 more; in several: R3 F1 M1 (rows 1 and 2), R3 F1 M2 (rows 1 and 2), R3 F1 M3 (rows 1 and 2), R3 F1 M4 (rows 1 and 2), R3 F1 M5 (rows 1 and 2) and 20 more). Change the rows until it is so, or remove them all to have the usual segments."`,
		);
	});

	it('never quotes a name, which may be anything where it is an expression', () => {
		expect(descriptionOf(problemsOf(rowOf('ann.lee@example.com'), rowOf('Bob Ray', '5')))).not.toMatch(/ann|Bob/);
	});
});

const textOf = (set: readonly Score[]): fc.Arbitrary<string> => {
	const sorted = [...set].sort();
	const isRun = sorted[sorted.length - 1] - sorted[0] === sorted.length - 1;
	return fc.constantFrom(sorted.join(','), set.join(', '), ...(isRun ? [`${sorted[0]}-${sorted[sorted.length - 1]}`, `${sorted[0]} \u2013 ${sorted[sorted.length - 1]}`] : []), ...(set.length === scores.length ? ['', 'any'] : []));
};

/** A rule as somebody may type it. */
const typed = ({ segment, recency, frequency, monetary }: SegmentRule): fc.Arbitrary<SegmentRow> =>
	fc.record({
		segment: fc.constantFrom(segment, ` ${segment}`, segment.toUpperCase()),
		recency: textOf(recency),
		frequency: textOf(frequency),
		monetary: textOf(monetary),
	});

const typedRules = (rules: readonly SegmentRule[]): fc.Arbitrary<SegmentRow[]> => fc.tuple(...rules.map(typed));

describe('laws of any table', () => {
	it('typed in any of the ways it is the same table', () => {
		law(
			anyPartition.chain(({ segmentOf, rules }) => fc.tuple(fc.constant(segmentOf), typedRules(rules))),
			fc.constant(null),
			([segmentOf, rows]) => {
				const upper = (name: string) => name.trim().toUpperCase();
				expect(namesIn(tableOf(...rows)).map(upper)).toEqual(segmentOf.map(upper));
			},
			TABLES,
		);
	});

	it('the usual one typed in any of the ways is the usual one', () => {
		law(
			typedRules(usualRules),
			fc.constant(null),
			(rows) => {
				expect(namesIn(tableOf(...rows)).map((name) => name.toUpperCase())).toEqual(namesIn(tableOf()).map((name) => name.toUpperCase()));
			},
			TABLES,
		);
	});

	it('without one cell is refused, and the problem names that cell', () => {
		law(
			anyPartition,
			fc.constantFrom(...cells),
			({ rules }, cell) => {
				const rows = withoutCell(rules, cell).map(({ segment, recency, frequency, monetary }) => rowOf(segment, recency.join(), frequency.join(), monetary.join()));
				const [problem, ...others] = problemsOf(...rows);
				expect([others, problem.received]).toEqual([[], 124]);
				expect(problem.expected).toContain(`(in none: R${cell.recency} F${cell.frequency} M${cell.monetary})`);
			},
			TABLES,
		);
	});

	it('with one cell given to a further segment is refused, and the problem names that cell and the rows', () => {
		law(
			anyPartition,
			fc.constantFrom(...cells),
			({ rules }, cell) => {
				const further: SegmentRule = {
					segment: 'Further',
					recency: [cell.recency],
					frequency: [cell.frequency],
					monetary: [cell.monetary],
				};
				const rows = [...rules, further].map(({ segment, recency, frequency, monetary }) => rowOf(segment, recency.join(), frequency.join(), monetary.join()));
				const [problem, ...others] = problemsOf(...rows);
				expect([others, problem.received]).toEqual([[], 124]);
				expect(problem.expected).toMatch(new RegExp(`\\(in several: R${cell.recency} F${cell.frequency} M${cell.monetary} \\(rows \\d+ and ${rows.length}\\)\\)$`));
			},
			TABLES,
		);
	});

	it('whatever is typed there is a table or a problem, never an exception', () => {
		law(
			fc.array(
				fc.record({
					segment: fc.string(),
					recency: fc.string(),
					frequency: fc.string(),
					monetary: fc.string({ unit: 'grapheme' }),
				}),
			),
			fc.constant(null),
			(rows) => {
				const outcome = readSegmentRules(rows);
				expect('table' in outcome || outcome.problems.length > 0).toBe(true);
			},
		);
	});
});
