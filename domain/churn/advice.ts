import type { Edges } from './customerBase';

export interface ChurnAdvice {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

/** What is looked at of a row. */
export interface RatedRow {
	readonly churnRate: unknown;
	readonly customersAtStart: unknown;
	readonly reason: unknown;
}

/** Below so many customers at the start a rate says little; its interval says how little. */
const FEW_CUSTOMERS = 30;

const LOOK_AT_LIMITS = 'Look at low and high before you act on it.';

const inDays = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;

function tooEarlyMessage({ churnWindow }: Edges): string {
	if (churnWindow === null) return 'No period has a churn rate yet: a rate needs a whole period that begins after the first subscription did. Read a longer history, or choose shorter periods.';
	return (
		`No period has a churn rate yet: a rate needs a whole period that begins at least ${inDays(churnWindow)} after the first row. ` +
		'Read a longer history, or choose a shorter Churn Window.'
	);
}

/** How long after the fact losses are known, where that is not at once. */
function lateMessage({ churnWindow, allowedGap }: Edges): string | null {
	if (churnWindow !== null) {
		return `Customers count as gone ${inDays(churnWindow)} after their last purchase, so the churn of a period is about people who stopped buying that long before it.`;
	}
	return allowedGap ? `Customers who come back within ${inDays(allowedGap)} have not left, so a period has its churn rate that long after it is over.` : null;
}

/**
 * What should a reader of these rows be told?
 *
 * That no period has a rate yet, how late losses are known, and that groups are small, with `whatToDo` about it.
 * DOMAIN 6.
 */
export function adviceOn(rows: readonly RatedRow[], edges: Edges, whatToDo = LOOK_AT_LIMITS): ChurnAdvice[] {
	if (rows.length === 0) return [];
	const rated = rows.filter(({ churnRate }) => churnRate !== null);
	const tooEarly = new Set<unknown>(['leftEdge', 'periodUnfinished', 'withinAllowedGap']);
	if (rows.every(({ reason }) => tooEarly.has(reason))) return [{ kind: 'warning', message: tooEarlyMessage(edges) }];

	const late = lateMessage(edges);
	const advice: ChurnAdvice[] = late === null ? [] : [{ kind: 'info', message: late }];
	const small = rated.filter(({ customersAtStart }) => (customersAtStart as number) < FEW_CUSTOMERS).length;
	if (small > 0) {
		const which = small === rated.length ? 'Every churn rate is' : `${small} of the ${rated.length} churn rates ${small === 1 ? 'is' : 'are'}`;
		advice.push({ kind: 'warning', message: `${which} of fewer than ${FEW_CUSTOMERS} customers at the start. ${whatToDo}` });
	}
	return advice;
}
