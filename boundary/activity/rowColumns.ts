/** From rows read by their roles to what activity is computed from. */
import type { ContactColumns, PaymentColumns, TicketColumns, UsageColumns } from '../../domain/activity/streamColumns';
import { YES, paymentStates } from '../../domain/activity/streamColumns';
import { endOfDay } from '../../domain/time';
import { readTexts } from '../reading/optionalColumns';
import type { StreamReading } from '../reading/streamRows';
import type { ContactRowRole, PaymentRole, TicketRole, UsageRole } from '../sources/streamRoles';

const [OPEN, PAID, WRITTEN_OFF] = (['open', 'paid', 'writtenOff'] as const).map((state) => paymentStates.indexOf(state));

const isTold = (times: Float64Array | null, row: number): boolean => times !== null && !Number.isNaN(times[row]);

/**
 * What is known of each payment as of As Of
 *
 * A payment that was paid or written off after As Of was open then. A state that is named holds, also beside a day of payment: on it the
 * attempt failed, or a part came. One without a state is paid where a day says so; where rows tell
 * neither state nor days, each is a payment that came. States that carry no day are taken as they are: undated columns
 * cannot be backdated (DOMAIN 6).
 */
function statesOf({ category, times, datesAhead, layout }: StreamReading<PaymentRole>, rowCount: number): Uint8Array {
	const named = category('state');
	const unsaid = named === null && !layout.columns.paidAt && !layout.columns.due ? PAID : OPEN;
	const indexOfValue = named?.values.map((word) => paymentStates.findIndex((state) => state === word));
	const [paidAt, paidEver, writtenOffAt, writtenOffEver] = [times('paidAt'), datesAhead('paidAt'), times('writtenOffAt'), datesAhead('writtenOffAt')];
	return Uint8Array.from({ length: rowCount }, (_, row) => {
		const isPaidByNow = isTold(paidAt, row);
		if (!isPaidByNow && isTold(paidEver, row)) return OPEN;
		const state = named && indexOfValue ? indexOfValue[named.valueOfRow[row]] : -1;
		if (state === WRITTEN_OFF && isTold(writtenOffEver, row) && !isTold(writtenOffAt, row)) return OPEN;
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

/** When scores were given: where no row says it, not before the request was closed; NaN where neither is told. */
function scoredTimes({ datesAhead }: StreamReading<TicketRole>): Float64Array | null {
	const [scoredAt, closedAt] = [datesAhead('scoredAt'), datesAhead('closedAt')];
	if (scoredAt === null || closedAt === null) return scoredAt ?? closedAt;
	return scoredAt.map((time, row) => (Number.isNaN(time) ? closedAt[row] : time));
}

/** Scores, without those that were given after As Of. */
const scoresOf = ({ numbers }: StreamReading<TicketRole>, role: 'satisfaction' | 'nps', scoredAt: Float64Array | null, asOf: number): Float64Array | null =>
	numbers(role)?.map((score, row) => (scoredAt !== null && scoredAt[row] >= endOfDay(asOf) ? NaN : score)) ?? null;

export function ticketColumns(reading: StreamReading<TicketRole>, asOf: number): TicketColumns {
	const { history, rowAt, layout } = reading;
	const { text } = layout.columns;
	const scoredAt = scoredTimes(reading);
	return {
		history,
		isSurvey: isYes(reading.flags('survey')),
		closedAt: reading.times('closedAt'),
		isClosedUndated: closedUndated(reading),
		answeredAt: reading.times('answeredAt'),
		isComplaint: reading.flags('complaint'),
		topic: reading.category('topic'),
		satisfaction: scoresOf(reading, 'satisfaction', scoredAt, asOf),
		nps: scoresOf(reading, 'nps', scoredAt, asOf),
		scoredAt: scoredAt?.map((time) => (time < endOfDay(asOf) ? time : NaN)) ?? null,
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
