/** The rows of the second input: what the run before remembered. */
import type { Problem } from '../../domain/problems';
import { levels } from '../../domain/signs/levels';
import type { Level } from '../../domain/signs/levels';
import type { RememberedLevel, StateRow } from '../../domain/signs/state';
import { stateFields } from '../../domain/signs/state';
import type { Zone } from '../../domain/time';
import type { CellReaders } from '../activityItems/cells';
import { cellReaders, isFault } from '../activityItems/cells';
import type { Item, Row } from '../paths';
import { cellText, isBlank, visibleText } from '../paths';

export const STATE_STREAM = { title: 'Previous State', input: 1 } as const;

/** A row of the state is never left out: without it the customer would be told of once more. */
const ABOUT_STATE = { stream: STATE_STREAM, remedy: 'Give the rows of the output State as they were, from a Data Table of their own' } as const;

export interface PreviousState {
	readonly rowOf: ReadonlyMap<string, StateRow>;
	/** The latest As Of of all rows; null where there is none. */
	readonly latestOn: number | null;
	/** How many rows stood beside a later one of the same customer. */
	readonly outdated: number;
}

const isLevel = (text: string): text is Level => Object.hasOwn(levels, text);
const isRememberedLevel = (text: string): text is RememberedLevel => text === 'gone' || isLevel(text);

const textOrNull = (cell: unknown): string | null => (isBlank(cell) ? null : cellText(cell));

/** Always Output Data gives a single empty item where a table has no rows. */
const isNothing = ({ json }: Item): boolean => Object.values(json).every(isBlank);

class StateReader {
	readonly problems: Problem[] = [];

	constructor(private readonly readers: CellReaders) {}

	/** The row; null where something of it cannot be used. */
	read(row: Row, item: number): StateRow | null {
		const before = this.problems.length;
		const customerId = visibleText(cellText(row.customerId));
		if (customerId === '') this.report('blankCustomer', 'customerId', row, item);
		const level = cellText(row.level);
		const pendingLevel = textOrNull(row.pendingLevel);
		if (!isRememberedLevel(level)) this.report('unknownLevel', 'level', row, item);
		if (pendingLevel !== null && !isLevel(pendingLevel)) this.report('unknownLevel', 'pendingLevel', row, item);
		const [asOf, since] = [this.needed(row, 'asOf', item), this.needed(row, 'since', item)];
		const lastAlertAt = this.cell(row, 'lastAlertAt', 'date', item);
		const [risk, pendingRuns] = [this.cell(row, 'risk', 'number', item), this.cell(row, 'pendingRuns', 'number', item)];
		if (this.problems.length > before || !isRememberedLevel(level)) return null;
		return {
			customerId,
			asOf,
			level,
			risk,
			since,
			pendingLevel: pendingLevel !== null && isLevel(pendingLevel) ? pendingLevel : null,
			pendingRuns: pendingRuns ?? 0,
			lastAlertAt,
			signs: cellText(row.signs),
			alertKey: textOrNull(row.alertKey),
		};
	}

	private needed(row: Row, column: string, item: number): number {
		const day = this.cell(row, column, 'date', item);
		if (day === null && isBlank(row[column])) this.report('unreadableDate', column, row, item);
		return day ?? NaN;
	}

	private cell(row: Row, column: string, kind: 'date' | 'number', item: number): number | null {
		const value = this.readers[kind](row[column]);
		if (!isFault(kind, value)) return value;
		this.report(value, column, row, item);
		return null;
	}

	private report(code: Problem['code'], column: string, row: Row, item: number): void {
		this.problems.push({ code, item, column, received: row[column], ...ABOUT_STATE });
	}
}

/** A table that lacks one would forget what was told. */
const NEEDED_COLUMNS = Object.keys(stateFields);

/**
 * Reads the previous state
 *
 * Of several rows of a customer the one of the latest As Of holds, of one As Of the later in the list. A lone `{}`
 * means that there is none.
 */
export function readPreviousState(items: readonly Item[], zone: Zone): PreviousState | { readonly problems: readonly Problem[] } {
	const rowOf = new Map<string, StateRow>();
	const rows = items.map((item, place) => ({ row: item.json, place })).filter((_, place) => !isNothing(items[place]));
	const missing = NEEDED_COLUMNS.filter((column) => rows.length > 0 && rows.every(({ row }) => row[column] === undefined));
	if (missing.length > 0) return { problems: missing.map((column) => ({ code: 'missingColumn', item: null, column, received: undefined, ...ABOUT_STATE })) };
	const reader = new StateReader(cellReaders(zone));
	let outdated = 0;
	let latestOn: number | null = null;
	for (const { row, place } of rows) {
		const state = reader.read(row, place);
		if (state === null) continue;
		latestOn = Math.max(latestOn ?? state.asOf, state.asOf);
		const other = rowOf.get(state.customerId);
		if (other !== undefined) outdated++;
		if (other === undefined || state.asOf >= other.asOf) rowOf.set(state.customerId, state);
	}
	return reader.problems.length > 0 ? { problems: reader.problems } : { rowOf, latestOn, outdated };
}
