/** Recency, frequency and monetary score of customers, and the segment they make. DOMAIN W6. */
import type { PurchaseCustomers } from '../purchaseCustomers';
import { quintiles, scores } from './quintiles';
import type { SegmentTable } from './segmentTable';

const [WORST, , , , BEST] = scores;

export interface Rfm {
	/** 1 to 5; 0 where it is not known. */
	readonly recency: Uint8Array;
	readonly frequency: Uint8Array;
	readonly monetary: Uint8Array;
	/** Null where the scores do not tell it. */
	segmentOf(customer: number): string | null;
}

/** Money is held against that of customers of the same currency. O(customers log customers). */
export function rfmOf({ purchaseDays, recencyDays, ageDays, net, currency }: PurchaseCustomers, table: SegmentTable): Rfm {
	const ofBuyers = (value: (customer: number) => number) => Float64Array.from(purchaseDays, (days, customer) => (days === 0 ? NaN : value(customer)));
	// Scored from the longest silence, so that of many who bought last on one day all have the best score and not the worst.
	const silence = quintiles(ofBuyers((customer) => ageDays[customer] - recencyDays[customer]), 'larger');
	const recency = silence.map((score) => (score === 0 ? 0 : BEST + WORST - score));
	const frequency = quintiles(ofBuyers((customer) => purchaseDays[customer]), 'larger');
	const monetary = quintiles(ofBuyers((customer) => net[customer]), 'larger', currency);
	return {
		recency,
		frequency,
		monetary,
		segmentOf(customer) {
			const segment = table.segmentAt(recency[customer], frequency[customer], monetary[customer]);
			return segment === -1 ? null : table.segments[segment];
		},
	};
}
