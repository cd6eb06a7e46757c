/** The figures of test/reference/signs_*.py, as typed values. */
import type { Level } from '../../domain/signs/levels';
import type { Observed, ObservedStreamId } from '../../domain/signs/observed';
import { observedFields } from '../../domain/signs/observed';
import type { CombinationId } from '../../domain/signs/risk';
import type { FamilyId } from '../../domain/signs/families';
import type { SignId } from '../../domain/signs/signs';
import { readText } from './files.cjs';
import { dayOf } from './ledger';
import type { Given } from './signs';
import { observedOf } from './signs';

type Cell = string | number | boolean | null;

export interface ReferenceCustomer {
	readonly customer: string;
	readonly tenureDays?: number;
	readonly named?: { readonly isNamed: Record<string, boolean> } & Readonly<Record<string, Cell | Record<string, boolean>>>;
}

export interface SignsRun {
	readonly id: string;
	readonly asOf: string;
	readonly recentDays: number;
	readonly usualDays: number;
	readonly settings: {
		readonly odds: Partial<Record<SignId, number>>;
		readonly base: number;
		readonly bounds: readonly [number, number] | null;
		readonly mode: CombinationId;
		readonly shares?: Record<FamilyId, number>;
		readonly goneAfter: number;
		readonly satisfactionScale: number | null;
	};
	readonly customers: readonly ReferenceCustomer[];
	readonly habits: Readonly<Record<'contacts' | 'orders', { readonly r: number; readonly alpha: number; readonly by: 'default' | 'fit' } | null>>;
	readonly expected: ReadonlyArray<{
		readonly customer: string;
		readonly gone: boolean;
		readonly value: number | null;
		readonly strengths: Partial<Record<SignId, number>>;
		readonly risk?: number | null;
		readonly completeness?: number;
		readonly level?: Level | null;
		readonly contributions?: Partial<Record<SignId, number>>;
	}>;
}

export interface StateSequence {
	readonly id: string;
	readonly settings: {
		readonly watch: number;
		readonly atRisk: number;
		readonly hysteresis: number;
		readonly confirmAfterRuns: number;
		readonly coolDownDays: number;
		readonly mostAlerts: number;
	};
	readonly runs: ReadonlyArray<{
		readonly asOf: string;
		readonly customers: ReadonlyArray<{
			readonly customer: string;
			readonly risk?: number;
			readonly gone?: boolean;
			readonly value?: number;
			readonly signs?: Readonly<Record<string, number>>;
			readonly saidOn?: string;
			readonly doubtful?: boolean;
		}>;
		readonly expected: ReadonlyArray<{
			readonly customer: string;
			readonly change: string;
			readonly level: string | null;
			readonly today?: Level;
			readonly alert?: boolean;
			readonly heldBack?: string;
			readonly alertKey: string | null;
		}>;
		readonly rows: ReadonlyArray<ReadonlyArray<string | number | null>>;
	}>;
}

export interface HabitReference {
	readonly silences: ReadonlyArray<{
		readonly r: number;
		readonly alpha: number;
		readonly x: number;
		readonly tx: number;
		readonly s: number;
		readonly q: number;
		readonly strength: number;
		readonly alarmDays: number;
		readonly firstAlarmDay: number;
	}>;
	readonly populations: ReadonlyArray<{
		readonly name: string;
		readonly used: number;
		readonly r: number | null;
		readonly alpha: number | null;
		readonly by: 'default' | 'fit' | null;
		readonly pairs: ReadonlyArray<readonly [number, number]>;
		readonly logLikelihood?: number;
	}>;
	readonly files: ReadonlyArray<{
		readonly file: string;
		readonly asOf: string;
		readonly used: number;
		readonly r: number;
		readonly alpha: number;
		readonly logLikelihood: number;
		readonly sums: Readonly<Record<'x' | 'tx' | 'xx' | 'txtx', number>>;
	}>;
	readonly tails: ReadonlyArray<{
		readonly usual: number;
		readonly usualDays: number;
		readonly recent: number;
		readonly recentDays: number;
		readonly atMost: number;
		readonly atLeast: number;
		readonly strengthOfFew: number;
		readonly strengthOfMany: number;
	}>;
}

const readJson = (name: string): unknown => JSON.parse(readText(`test/reference/${name}`));

export const signsRuns = () => (readJson('signs_random.json') as { readonly runs: readonly SignsRun[] }).runs;
export const stateSequences = () => readJson('signs_states.json') as { readonly stateColumns: readonly string[]; readonly sequences: readonly StateSequence[] };
export const habitReference = () => readJson('signs_habit.json') as HabitReference;

const dayOrNull = (cell: Cell): number | null => (typeof cell === 'string' ? dayOf(cell) : null);

/** A customer of a drawn run as the signs take one. */
export function observedInRun({ asOf, recentDays, usualDays }: SignsRun, customer: ReferenceCustomer): Observed {
	const { tenureDays = null, named } = customer;
	const given: Record<string, unknown> = { asOf: dayOf(asOf), recentDays, usualDays, tenureDays };
	for (const [stream, fields] of Object.entries(customer)) {
		if (!(stream in observedFields)) continue;
		const kinds: Readonly<Record<string, string>> = observedFields[stream as ObservedStreamId];
		given[stream] = Object.fromEntries(Object.entries(fields as Record<string, Cell>).map(([name, cell]) => [name, kinds[name] === 'date' ? dayOrNull(cell) : cell]));
	}
	if (named !== undefined) {
		const { isNamed, ...cells } = named;
		given.named = { isNamed, ...Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, name.endsWith('On') ? dayOrNull(cell as Cell) : cell])), texts: [] };
	}
	return observedOf(given as Given);
}
