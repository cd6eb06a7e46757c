/** The segment table as it is typed on the canvas. */
import type { Problem } from '../../domain/problems';
import type { Score } from '../../domain/purchases/rfm/quintiles';
import { scores } from '../../domain/purchases/rfm/quintiles';
import { usualRules } from '../../domain/purchases/rfm/segments';
import type { Cell, ClaimedCell, ScoreName, SegmentFault, SegmentRule, SegmentTable } from '../../domain/purchases/rfm/segmentTable';
import { cells, compileSegments } from '../../domain/purchases/rfm/segmentTable';
import { tidyText } from '../digits';

/** A row: a segment's name and three sets of scores, such as `4-5`; blank is every score. */
export type SegmentRow = Readonly<Record<'segment' | ScoreName, string>>;

/** What the canvas calls the table and the fields of a row. */
export const TABLE_TITLE = 'Segments';
export const fieldTitles: Readonly<Record<keyof SegmentRow, string>> = { segment: 'Segment', recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary' };

export type SegmentTableOutcome = { readonly table: SegmentTable } | { readonly problems: readonly Problem[] };

/** The table of the rows, or the usual one without rows; else what is wrong with them. */
export function readSegmentRules(rows: readonly SegmentRow[]): SegmentTableOutcome {
	const outcome = compileSegments(rows.length === 0 ? usualRules : rulesOf(rows));
	return 'table' in outcome ? outcome : { problems: problemsOf(outcome.faults, rows) };
}

/** One score, or the first and the last of several; with any of the hyphens and dashes that keyboards and spreadsheets make. */
const RANGE = /^([1-5])(?: ?[-\u2010-\u2015\u2212] ?([1-5]))?$/;
const EVERY_SCORE = /^(?:any)?$/i;
const BETWEEN_RANGES = /[,;\u060c]/;

/** The scores that a text names, in ascending order; none where it cannot be read, which no rule may have. */
function scoresIn(text: string): readonly Score[] {
	const tidy = tidyText(text);
	if (EVERY_SCORE.test(tidy)) return scores;
	const ranges = tidy.split(BETWEEN_RANGES).map((part) => RANGE.exec(part.trim()));
	if (ranges.includes(null)) return [];
	const ends = ranges.map((range) => [Number(range![1]), Number(range![2] ?? range![1])]);
	return scores.filter((score) => ends.some(([one, other]) => score >= Math.min(one, other) && score <= Math.max(one, other)));
}

/** Names that differ in case or in spaces alone are one segment, spelled as in its first row. */
function rulesOf(rows: readonly SegmentRow[]): SegmentRule[] {
	const spelled = new Map<string, string>();
	return rows.map((row) => {
		const name = tidyText(row.segment);
		const folded = name.toLowerCase();
		if (!spelled.has(folded)) spelled.set(folded, name);
		return { segment: spelled.get(folded)!, recency: scoresIn(row.recency), frequency: scoresIn(row.frequency), monetary: scoresIn(row.monetary) };
	});
}

const NAMED = 5;

/** "a", "a and b"; of more than five the first and how many there are besides. */
function inList(words: readonly string[]): string {
	const further = words.length - NAMED;
	if (further > 0) return `${words.slice(0, NAMED).join(', ')} and ${further} more`;
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

const cellInWords = ({ recency, frequency, monetary }: Cell): string => `R${recency} F${frequency} M${monetary}`;

/** Segments are told by their rows: a name is the user's, and may hold anything where it is an expression. */
const claimInWords = ({ cell, rules }: ClaimedCell): string => `${cellInWords(cell)} (rows ${inList(rules.map((rule) => String(rule + 1)))})`;

/** Which cells are not in exactly one segment, as one problem: the table is one setting. */
function problemOfCells(unclaimed: readonly Cell[], disputed: readonly ClaimedCell[]): Problem {
	const places = [
		...(unclaimed.length > 0 ? [`in none: ${inList(unclaimed.map(cellInWords))}`] : []),
		...(disputed.length > 0 ? [`in several: ${inList(disputed.map(claimInWords))}`] : []),
	];
	return {
		code: 'invalidSetting',
		item: null,
		column: TABLE_TITLE,
		received: cells.length - unclaimed.length - disputed.length,
		expected: `all ${cells.length} combinations of recency, frequency and monetary in exactly one segment each (${places.join('; ')})`,
		remedy: 'Change the rows until it is so, or remove them all to have the usual segments',
	};
}

const problemOfField = (rows: readonly SegmentRow[], row: number, field: keyof SegmentRow, expected: string): Problem => ({
	code: 'invalidSetting',
	item: null,
	column: `${TABLE_TITLE}, row ${row + 1}, ${fieldTitles[field]}`,
	received: rows[row][field],
	expected,
});

/** What is wrong with the table; each rule is the row in its place. */
function problemsOf(faults: readonly SegmentFault[], rows: readonly SegmentRow[]): Problem[] {
	const problems: Problem[] = [];
	let unclaimed: readonly Cell[] = [];
	let disputed: readonly ClaimedCell[] = [];
	for (const fault of faults) {
		if (fault.kind === 'blankName') problems.push(problemOfField(rows, fault.rule, 'segment', 'a name for the segment'));
		else if (fault.kind === 'emptySet') problems.push(problemOfField(rows, fault.rule, fault.set, 'scores from 1 to 5 such as 4-5, 5 or 1,3, or nothing for any'));
		else if (fault.kind === 'cellsWithoutSegment') unclaimed = fault.cells;
		else disputed = fault.cells;
	}
	return unclaimed.length + disputed.length === 0 ? problems : [...problems, problemOfCells(unclaimed, disputed)];
}
