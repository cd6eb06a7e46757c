import type { ChurnRow } from './rowFields';

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
	const isTooEarly = rows.every(({ reason }) => reason === 'leftEdge' || reason === 'periodUnfinished');
	if (isTooEarly) {
		const message =
			`No period has a churn rate yet: a rate needs a whole period that begins at least ${churnWindow} days after the first row. ` +
			'Read a longer history, or choose a shorter Churn Window.';
		return [{ kind: 'warning', message }];
	}
	const advice: ChurnAdvice[] = [
		{
			kind: 'info',
			message: `Customers count as gone ${churnWindow} ${churnWindow === 1 ? 'day' : 'days'} after their last purchase, so the churn of a period is about people who stopped buying that long before it.`,
		},
	];
	const small = rated.filter(({ customersAtStart }) => (customersAtStart as number) < FEW_CUSTOMERS).length;
	if (small > 0) {
		const which = small === rated.length ? 'Every churn rate' : `${small} of the ${rated.length} churn rates`;
		const message = `Fewer than ${FEW_CUSTOMERS} customers at the start: ${which}. Look at low and high before you act on it.`;
		advice.push({ kind: 'warning', message });
	}
	return advice;
}
