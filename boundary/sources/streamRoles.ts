/** What the cells of each stream are read as. Which columns hold them, a source says; a plain table finds them by their names. */
import type { RoleKind } from './streamSource';

export const paymentRoles = {
	/** When the invoice or the attempt was made. */
	date: 'date',
	/** When it was due. */
	due: 'dateAhead',
	/** When it was paid in full. */
	paidAt: 'optionalDate',
	amount: 'amount',
	/** What was paid of it so far. */
	paidAmount: 'amount',
	currency: 'category',
	/** One of `paymentStates`, as the source reads its own words. */
	state: 'category',
	/** When it was written off. */
	writtenOffAt: 'optionalDate',
	/** When it was cancelled: before that it was to be paid. */
	voidedAt: 'optionalDate',
	/** How often it was tried. */
	attempts: 'number',
	/** Until when the card is valid: its last day. */
	cardExpiresAt: 'dateAhead',
	method: 'category',
	/** The number of the invoice, which tells repeated rows apart. */
	number: 'category',
} as const satisfies Record<string, RoleKind>;

export const ticketRoles = {
	date: 'date',
	closedAt: 'optionalDate',
	answeredAt: 'optionalDate',
	/** `open` or `closed`, as the source reads its own words. */
	state: 'category',
	/** Whether it is an answer to a survey and no request. */
	survey: 'flag',
	complaint: 'flag',
	topic: 'category',
	satisfaction: 'number',
	nps: 'number',
	scoredAt: 'optionalDate',
	text: 'text',
	number: 'category',
} as const satisfies Record<string, RoleKind>;

export const contactRowRoles = {
	date: 'date',
	/** Whether the customer began it. */
	startedByCustomer: 'flag',
	person: 'category',
	text: 'text',
	number: 'category',
} as const satisfies Record<string, RoleKind>;

export const usageRoles = {
	date: 'date',
	count: 'number',
	feature: 'category',
} as const satisfies Record<string, RoleKind>;

export const customerRoles = {
	/** When the row was last changed: of several rows of a customer the latest holds. */
	date: 'optionalDate',
	/** When the customer came. */
	since: 'optionalDate',
} as const satisfies Record<string, RoleKind>;

export type PaymentRole = keyof typeof paymentRoles;
export type TicketRole = keyof typeof ticketRoles;
export type ContactRowRole = keyof typeof contactRowRoles;
export type UsageRole = keyof typeof usageRoles;
export type CustomerRole = keyof typeof customerRoles;
