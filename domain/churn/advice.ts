import type { ChurnRow } from './churnRow';

export interface ChurnAdvice {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

/** Below so many customers at the start a rate says little; its interval says how little. */
const FEW_CUSTOMERS = 30;

/**
 * What should a reader of these rows be told?
 *
 * That no period has a rate yet, which window the losses tell of, and that groups are small. DOMAIN 6.
 */
export function adviceOn(rows: readonly ChurnRow[], churnWindow: number): ChurnAdvice[] {
	if (rows.length === 0) return [];
	const rated = rows.filter(({ churnRate }) => churnRate !== null);
	if (rated.length === 0) {
		const message =
			`No period has a churn rate yet: a rate needs a whole period that begins at least ${churnWindow} days after the first row. ` +
			'Read a longer history, or choose a shorter Churn Window.';
		return [{ kind: 'warning', message }];
	}
	const advice: ChurnAdvice[] = [
		{ kind: 'info', message: `A loss is dated ${churnWindow} days after the last purchase: the churn of a period tells of purchases that ended that long before.` },
	];
	const small = rated.filter(({ customersAtStart }) => (customersAtStart as number) < FEW_CUSTOMERS).length;
	if (small > 0) {
		const message = `Of ${rated.length} churn rates, ${small} ${small === 1 ? 'stands' : 'stand'} on fewer than ${FEW_CUSTOMERS} customers: look at low and high before you act on them.`;
		advice.push({ kind: 'warning', message });
	}
	return advice;
}
