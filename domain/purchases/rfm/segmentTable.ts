/**
 * A table that gives every combination of recency, frequency and monetary one segment
 *
 * Scores are those of `quintiles`: 1 is worst and 5 is best, of recency too, so 5 is the shortest silence.
 */
import type { Score } from './quintiles';
import { scores } from './quintiles';

/** The three scores of a customer. */
export interface Cell {
	readonly recency: Score;
	readonly frequency: Score;
	readonly monetary: Score;
}

export type ScoreName = keyof Cell;

export const scoreNames: readonly ScoreName[] = ['recency', 'frequency', 'monetary'];

/** Which scores belong to a segment: every combination of one from each set. */
export type ScoreSets = Readonly<Record<ScoreName, readonly Score[]>>;

/** A row of the table. A segment may have several, under one name. */
export interface SegmentRule extends ScoreSets {
	readonly segment: string;
}

/** A cell and the segments that claim it. */
export interface ClaimedCell {
	readonly cell: Cell;
	/** Their names, in the order of the rules. */
	readonly segments: readonly string[];
	/** Of each of these segments the first rule that claims the cell, counted from 0. */
	readonly rules: readonly number[];
}

/** What is wrong with a table; rules are counted from 0. */
export type SegmentFault =
	| { readonly kind: 'blankName'; readonly rule: number }
	| { readonly kind: 'emptySet'; readonly rule: number; readonly set: ScoreName }
	| { readonly kind: 'cellsWithoutSegment'; readonly cells: readonly Cell[] }
	| { readonly kind: 'cellsWithSeveral'; readonly cells: readonly ClaimedCell[] };

export interface SegmentTable {
	/** The names, each once, in the order of their first rules. */
	readonly segments: readonly string[];
	/**
	 * Index into `segments`; a score of 0 is not known. Without recency or frequency −1; without monetary, as where no
	 * amounts are known, the segment if it is the same whatever was spent, else −1. O(1).
	 */
	segmentAt(recency: number, frequency: number, monetary: number): number;
}

/** All 125 combinations, worst first, monetary the quickest to change. */
export const cells: readonly Cell[] = scores.flatMap((recency) => scores.flatMap((frequency) => scores.map((monetary) => ({ recency, frequency, monetary }))));

/** Scores from 0, which is not known, to 5. */
const SIDE = scores.length + 1;

const placeOf = (recency: number, frequency: number, monetary: number): number => (recency * SIDE + frequency) * SIDE + monetary;

const isIn = ({ recency, frequency, monetary }: ScoreSets, cell: Cell): boolean =>
	recency.includes(cell.recency) && frequency.includes(cell.frequency) && monetary.includes(cell.monetary);

/**
 * The table of some rules, or what is wrong with them
 *
 * Question: into which segment does each combination of scores fall?
 *
 * Every one of the 125 cells must be in exactly one segment. Two rules of one segment may claim the same cell, since
 * its segment is no less certain. Which cells are claimed is only looked at once every rule has a name and no empty set.
 * Source: DOMAIN W6. O(rules).
 */
export function compileSegments(rules: readonly SegmentRule[]): { readonly table: SegmentTable } | { readonly faults: readonly SegmentFault[] } {
	const faultsOfRules = rules.flatMap(faultsOfRule);
	if (faultsOfRules.length > 0) return { faults: faultsOfRules };
	const claims = cells.map((cell) => claimOn(cell, rules));
	const unclaimed = claims.flatMap(({ cell, segments }) => (segments.length === 0 ? [cell] : []));
	const disputed = claims.filter(({ segments }) => segments.length > 1);
	if (unclaimed.length + disputed.length === 0) return { table: tableOf(claims, [...new Set(rules.map(({ segment }) => segment))]) };
	return {
		faults: [
			...(unclaimed.length > 0 ? [{ kind: 'cellsWithoutSegment', cells: unclaimed } as const] : []),
			...(disputed.length > 0 ? [{ kind: 'cellsWithSeveral', cells: disputed } as const] : []),
		],
	};
}

function faultsOfRule(given: SegmentRule, rule: number): SegmentFault[] {
	const emptySets = scoreNames.filter((name) => given[name].length === 0);
	return [
		...(given.segment.trim() === '' ? [{ kind: 'blankName', rule } as const] : []),
		...emptySets.map((set) => ({ kind: 'emptySet', rule, set }) as const),
	];
}

/** Which segments claim a cell. */
function claimOn(cell: Cell, rules: readonly SegmentRule[]): ClaimedCell {
	const firstRuleOf = new Map<string, number>();
	rules.forEach((rule, index) => {
		if (isIn(rule, cell) && !firstRuleOf.has(rule.segment)) firstRuleOf.set(rule.segment, index);
	});
	return { cell, segments: [...firstRuleOf.keys()], rules: [...firstRuleOf.values()] };
}

/** The lookup of cells that have one segment each. */
function tableOf(claims: readonly ClaimedCell[], segments: readonly string[]): SegmentTable {
	const indexOf = new Map(segments.map((segment, index) => [segment, index]));
	const lookup = new Int8Array(SIDE ** 3).fill(-1);
	for (const { cell, segments: [segment] } of claims) lookup[placeOf(cell.recency, cell.frequency, cell.monetary)] = indexOf.get(segment)!;
	for (const recency of scores) {
		for (const frequency of scores) {
			const whateverSpent = lookup.subarray(placeOf(recency, frequency, 1), placeOf(recency, frequency, SIDE));
			const [first] = whateverSpent;
			if (whateverSpent.every((segment) => segment === first)) lookup[placeOf(recency, frequency, 0)] = first;
		}
	}
	return { segments, segmentAt: (recency, frequency, monetary) => lookup[placeOf(recency, frequency, monetary)] };
}
