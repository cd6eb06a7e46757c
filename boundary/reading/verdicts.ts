import type { Problem, ProblemCode } from '../../domain/problems';
import type { LeftOutKind } from '../leftOut';
import { leftOutKinds } from '../leftOut';
import type { Item } from '../paths';
import type { Column } from '../sources/roleColumn';
import { asColumn } from '../sources/roleColumn';

const COUNTS = 0;
const UNUSABLE = 255;
const kinds = Object.keys(leftOutKinds) as LeftOutKind[];

/**
 * What became of each row
 *
 * Every row ends in exactly one place: it counts, it is knowingly left out and counted by its kind, or it is
 * unusable and a problem. A column reader looks only at rows that still count, so the first verdict holds.
 */
export class Verdicts {
	private readonly verdict: Uint8Array;
	private readonly faults = new Map<number, { readonly code: ProblemCode; readonly column: Column }>();
	private rowsOut = 0;

	constructor(private readonly items: readonly Item[]) {
		this.verdict = new Uint8Array(items.length);
	}

	counts(item: number): boolean {
		return this.verdict[item] === COUNTS;
	}

	leaveOut(item: number, kind: LeftOutKind): void {
		this.verdict[item] = kinds.indexOf(kind) + 1;
		this.rowsOut++;
	}

	fail(item: number, code: ProblemCode, column: Column): void {
		this.verdict[item] = UNUSABLE;
		this.rowsOut++;
		this.faults.set(item, { code, column });
	}

	/** The items that count, in order. */
	countingItems(): Int32Array {
		const counting = new Int32Array(this.items.length - this.rowsOut);
		let next = 0;
		for (let item = 0; item < this.items.length; item++) if (this.counts(item)) counting[next++] = item;
		return counting;
	}

	/** What is wrong, in the order of the rows. */
	problems(): Problem[] {
		return [...this.faults]
			.sort(([one], [other]) => one - other)
			.map(([item, { code, column }]) => {
				const { name, read } = asColumn(column);
				return { code, item, column: name, received: read(this.items[item].json) };
			});
	}

	/** How many rows were left out, by kind. */
	leftOut(): Map<LeftOutKind, number> {
		if (this.rowsOut === 0) return new Map();
		const rowsOfVerdict = new Int32Array(UNUSABLE + 1);
		for (let item = 0; item < this.verdict.length; item++) rowsOfVerdict[this.verdict[item]]++;
		rowsOfVerdict[kinds.indexOf('unusable') + 1] += rowsOfVerdict[UNUSABLE];
		const rowsOfKind = kinds.map((kind, index) => [kind, rowsOfVerdict[index + 1]] as const);
		return new Map(rowsOfKind.filter(([, rows]) => rows > 0));
	}
}
