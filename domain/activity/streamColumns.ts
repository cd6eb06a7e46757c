/**
 * What is known of each stream: the columns from which activity is computed.
 *
 * Invariants that whoever makes them establishes:
 * - `history` holds the stream's rows of all customers, none dated after As Of; its customer numbers are the same in
 *   every stream, and a customer without rows in one has none there;
 * - every other column has an entry for each entry of the columns the history was made of: `history.row` leads there;
 * - what happened after As Of to a row from before it (paid, closed, answered) is NaN, as if it had not happened;
 * - times are local times, amounts whole numbers of 1/10,000; NaN where a cell says nothing.
 */
import type { GroupColumn } from '../ledger/groups';
import type { History } from '../ledger/history';

/** Yes, no or not known, for each row. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;
export type Flags = Uint8Array;

/** Free text of a row; null where there is none. */
export type TextOfRow = (row: number) => string | null;

interface StreamColumns {
	readonly history: History;
}

export interface PurchaseColumns extends StreamColumns {
	/** Which order a row is of: rows of one order have one number; '' where a row has none. Null where each row is an order by itself. */
	readonly orderAt: ((row: number) => string | number) | null;
	/** By event of the history, which cancel each other out (see `NettedHistory`); null where none does. */
	readonly reversal: Uint8Array | null;
	/** By row, 1 where a status says that nothing was bought in the end; null where no status does. */
	readonly isCancelled: Uint8Array | null;
	/** What the row earned after its costs, NaN where that is not known; null where no row says it. */
	readonly margin: Float64Array | null;
	readonly onPromotion: Flags | null;
	readonly inInstalments: Flags | null;
	readonly category: GroupColumn | null;
	readonly channel: GroupColumn | null;
	/** What currency numbers stand for; empty where no row names one. */
	readonly currencies: readonly string[];
}

export const paymentStates = ['open', 'paid', 'failed', 'writtenOff'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What was to be paid: invoices, or attempts to charge. A row's time is when it was due, else when it was made. */
export interface PaymentColumns extends StreamColumns {
	/** By row, an index into `paymentStates`: what is known of it as of As Of. */
	readonly state: Uint8Array;
	/** When it was paid in full; NaN where it was not, or no row says when. */
	readonly paidAt: Float64Array | null;
	/** What was paid of it so far. */
	readonly paidAmount: Float64Array | null;
	/** How often it was tried. */
	readonly attempts: Float64Array | null;
	/** The last day of the card, as a local time. */
	readonly cardExpiresAt: Float64Array | null;
	/** How it is paid: a card's last digits, a bank. */
	readonly method: GroupColumn | null;
	/** Whether a row has a day on which it was due, and not only one on which it was made: else it is late for nobody. */
	readonly isDue: boolean;
	readonly currencies: readonly string[];
}

/** Requests, and what customers answered when asked how satisfied they are. A row's time is when it was made. */
export interface TicketColumns extends StreamColumns {
	/** By row, 1 where it is an answer to a survey and no request. */
	readonly isSurvey: Uint8Array | null;
	readonly closedAt: Float64Array | null;
	/** By row, 1 where a status says that it is closed and no row says when; null where no status does. */
	readonly isClosedUndated: Uint8Array | null;
	readonly answeredAt: Float64Array | null;
	readonly isComplaint: Flags | null;
	readonly topic: GroupColumn | null;
	/** What the customer gave, in the source's own scale, and when. */
	readonly satisfaction: Float64Array | null;
	/** 0 to 10: would they recommend us? */
	readonly nps: Float64Array | null;
	/** When a score was given, where a column says so; the row's own time where it does not. */
	readonly scoredAt: Float64Array | null;
	readonly textAt: TextOfRow | null;
}

/** When we were in touch: calls, meetings, messages. */
export interface ContactColumns extends StreamColumns {
	/** Whether the customer began it. */
	readonly startedByCustomer: Flags | null;
	/** Whom at the customer we were in touch with. */
	readonly person: GroupColumn | null;
	readonly textAt: TextOfRow | null;
}

/** What customers did in the product. */
export interface UsageColumns extends StreamColumns {
	/** How many events a row stands for; null where each is one. */
	readonly count: Float64Array | null;
	readonly feature: GroupColumn | null;
}
