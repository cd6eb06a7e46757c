/** From rows read by their roles to what activity is computed from. */
import type { ContactColumns, PaymentColumns, TicketColumns, UsageColumns } from '../../domain/activity/streamColumns';
import { YES, paymentStates } from '../../domain/activity/streamColumns';
import { endOfDay } from '../../domain/time';
import { readTexts } from '../reading/optionalColumns';
import type { StreamReading } from '../reading/streamRows';
import type { ContactRowRole, PaymentRole, TicketRole, UsageRole } from '../sources/streamRoles';

const [OPEN, PAID] = [paymentStates.indexOf('open'), paymentStates.indexOf('paid')];

/**
 * What is known of each payment as of As Of
 *
 * A payment that was paid after As Of was open then. A state that is named holds, also beside a day of payment: on it the
 * attempt failed, or a part came. One without a state is paid where a day says so; where rows tell
 * neither state nor days, each is a payment that came. States that carry no day are taken as they are: undated columns
 * cannot be backdated (DOMAIN 6).
 */
function statesOf({ category, times, datesAhead, layout }: StreamReading<PaymentRole>, rowCount: number): Uint8Array {
	const named = category('state');
	const unsaid = named === null && !layout.columns.paidAt && !layout.columns.due ? PAID : OPEN;
	const indexOfValue = named?.values.map((word) => paymentStates.findIndex((state) => state === word));
	const [paidAt, paidEver] = [times('paidAt'), datesAhead('paidAt')];
	return Uint8Array.from({ length: rowCount }, (_, row) => {
		const isPaidByNow = paidAt !== null && !Number.isNaN(paidAt[row]);
		const isPaidLater = !isPaidByNow && paidEver !== null && !Number.isNaN(paidEver[row]);
		if (isPaidLater) return OPEN;
		const state = named && indexOfValue ? indexOfValue[named.valueOfRow[row]] : -1;
		if (state !== -1) return state;
		return isPaidByNow ? PAID : unsaid;
	});
}

export function paymentColumns(reading: StreamReading<PaymentRole>): PaymentColumns {
	const { history, itemOfRow, layout, currencies } = reading;
	const state = statesOf(reading, itemOfRow.length);
	const paidAt = reading.times('paidAt');
	const paidEver = reading.datesAhead('paidAt');
	// What was paid in full after As Of was not known then, nor how much of it had been paid.
	const isPaidLater = (row: number) => paidEver !== null && !Number.isNaN(paidEver[row]) && Number.isNaN(paidAt![row]);
	return {
		history,
		state,
		paidAt,
		paidAmount: reading.numbers('paidAmount')?.map((amount, row) => (isPaidLater(row) ? NaN : amount)) ?? null,
		attempts: reading.numbers('attempts'),
		cardExpiresAt: reading.datesAhead('cardExpiresAt'),
		method: reading.category('method'),
		isDue: layout.columns.due !== undefined,
		currencies,
	};
}

const isYes = (flags: Uint8Array | null): Uint8Array | null => flags && flags.map((flag) => Number(flag === YES));

/** Rows whose status says that they are closed, though no day says since when. */
function closedUndated({ category, datesAhead }: StreamReading<TicketRole>): Uint8Array | null {
	const state = category('state');
	if (state === null) return null;
	const closedEver = datesAhead('closedAt');
	const isClosed = state.values.map((word) => word === 'closed');
	return Uint8Array.from(state.valueOfRow, (value, row) => Number(isClosed[value] && (closedEver === null || Number.isNaN(closedEver[row]))));
}

/** Scores, without those that were given after As Of. */
function scoresOf({ numbers, datesAhead }: StreamReading<TicketRole>, role: 'satisfaction' | 'nps', asOf: number): Float64Array | null {
	const scoredAt = datesAhead('scoredAt');
	return numbers(role)?.map((score, row) => (scoredAt !== null && scoredAt[row] >= endOfDay(asOf) ? NaN : score)) ?? null;
}

export function ticketColumns(reading: StreamReading<TicketRole>, asOf: number): TicketColumns {
	const { history, rowAt, layout } = reading;
	const { text } = layout.columns;
	return {
		history,
		isSurvey: isYes(reading.flags('survey')),
		closedAt: reading.times('closedAt'),
		isClosedUndated: closedUndated(reading),
		answeredAt: reading.times('answeredAt'),
		isComplaint: reading.flags('complaint'),
		topic: reading.category('topic'),
		satisfaction: scoresOf(reading, 'satisfaction', asOf),
		nps: scoresOf(reading, 'nps', asOf),
		scoredAt: reading.times('scoredAt'),
		textAt: text ? readTexts(rowAt, text) : null,
	};
}

export function contactColumns(reading: StreamReading<ContactRowRole>): ContactColumns {
	const { history, rowAt, layout } = reading;
	const { text } = layout.columns;
	return {
		history,
		startedByCustomer: reading.flags('startedByCustomer'),
		person: reading.category('person'),
		textAt: text ? readTexts(rowAt, text) : null,
	};
}

export const usageColumns = (reading: StreamReading<UsageRole>): UsageColumns => ({
	history: reading.history,
	count: reading.numbers('count'),
	feature: reading.category('feature'),
});
