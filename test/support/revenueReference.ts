/** The reference of revenue churn that Python wrote into test/reference, as typed values. */
import { readText } from './files.cjs';

interface Rate {
	readonly rate: number | null;
	readonly low: number | null;
	readonly high: number | null;
}

type Kind = 'new' | 'expansion' | 'contraction' | 'churned' | 'reactivation';

export interface ReferenceTerm {
	readonly customer: string;
	readonly start: string;
	readonly end: string | null;
	readonly amount: number;
}

export type ReferenceRevenue = Readonly<Record<`${Kind | 'start' | 'end'}${'Amount' | 'Customers'}`, number>> & {
	readonly start: string;
	readonly end: string;
	readonly gross: Rate;
	readonly net: Rate;
	readonly grr: Rate;
	readonly nrr: Rate;
	readonly quickRatio: number | null;
	/** For how many customers Wilson's limits are, by the variance of the ratio. */
	readonly effectiveCustomers: number | null;
	/** The same by Kish. */
	readonly byKish: { readonly customers: number; readonly gross: { readonly low: number; readonly high: number } } | null;
};

interface Limits {
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

export interface RevenueReference {
	readonly traps: { readonly periods: number; readonly withLimits: number };
	readonly vectors: ReadonlyArray<{ readonly id: string; readonly asOf: string; readonly terms: readonly ReferenceTerm[]; readonly period: ReferenceRevenue }>;
	readonly books: ReadonlyArray<{ readonly id: string | number; readonly asOf: string; readonly terms: readonly ReferenceTerm[]; readonly periods: readonly ReferenceRevenue[] }>;
	readonly lifetimeValue: ReadonlyArray<
		Limits & {
			readonly periods: ReadonlyArray<{ readonly lost: number; readonly start: number }>;
			readonly margin: number;
			readonly horizon: number;
			readonly pooledChurn: number;
			readonly capped: Limits;
		}
	>;
}

export const revenueReference = (): RevenueReference => JSON.parse(readText('test/reference/revenue.json')) as RevenueReference;
