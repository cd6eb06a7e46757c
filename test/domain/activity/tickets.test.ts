import fc from 'fast-check';
import { ticketsExample } from '../../../domain/activity/examples/ticketsExample';
import type { TicketColumns } from '../../../domain/activity/streamColumns';
import type { TicketView } from '../../../domain/activity/tickets';
import { ticketFields, ticketViews } from '../../../domain/activity/tickets';
import { isoDate } from '../../../domain/time';
import type { DatedRow, StreamUnderTest } from '../../support/activity';
import {
	anyCustomer, anyMoment, anyMomentOrNone, DAY, describeExample, describeLaws, describeOneWithAll, flagsOf, historyOfRows, HOUR, reasonsOf, timeOf, valuesOf, windows,
} from '../../support/activity';
import { dayOf, groupColumn, readTable } from '../../support/ledger';
import { dayOfMoment, distinct, inRecent, inUsual, slowMedian, slowTexts, slowWindows } from '../../support/slowActivity';

interface Ticket extends DatedRow {
	readonly isSurvey: boolean;
	readonly closedAt: number;
	/** Closed, and no row says when. */
	readonly isClosed: boolean;
	readonly answeredAt: number;
	/** yes, no, or empty where it is not known. */
	readonly complaint: string;
	readonly topic: string;
	readonly satisfaction: number;
	readonly nps: number;
	readonly scoredAt: number;
	readonly text: string;
}

const columnsOf = (rows: readonly Ticket[], customerCount: number): TicketColumns => ({
	history: historyOfRows(rows, customerCount),
	isSurvey: Uint8Array.from(rows, ({ isSurvey }) => Number(isSurvey)),
	closedAt: Float64Array.from(rows, ({ closedAt }) => closedAt),
	isClosedUndated: Uint8Array.from(rows, ({ isClosed }) => Number(isClosed)),
	answeredAt: Float64Array.from(rows, ({ answeredAt }) => answeredAt),
	isComplaint: flagsOf(rows.map(({ complaint }) => complaint)),
	topic: groupColumn('topic', rows.map(({ topic }) => topic)),
	satisfaction: Float64Array.from(rows, ({ satisfaction }) => satisfaction),
	nps: Float64Array.from(rows, ({ nps }) => nps),
	scoredAt: Float64Array.from(rows, ({ scoredAt }) => scoredAt),
	textAt: (row) => rows[row].text || null,
});

const numberOf = (text: string) => (text === '' ? NaN : Number(text));

/** Tickets of customer 0 as drawn; customer 1 has none. */
const draw = (table: string): TicketColumns =>
	columnsOf(
		readTable(table).rows.map((cell) => ({
			customer: 0,
			at: timeOf(cell('opened')),
			isSurvey: cell('kind') === 'survey',
			closedAt: timeOf(cell('closed')),
			isClosed: cell('status') === 'closed',
			answeredAt: timeOf(cell('answered')),
			complaint: cell('complaint'),
			topic: cell('topic'),
			satisfaction: numberOf(cell('csat')),
			nps: numberOf(cell('nps')),
			scoredAt: timeOf(cell('scored')),
			text: cell('text'),
		})),
		2,
	);

const viewOf = (columns: TicketColumns, since = '2023-01-01', customer = 0) => ticketViews(columns, windows, () => dayOf(since))(customer);
const valuesIn = (table: string, since?: string) => valuesOf(ticketFields, viewOf(draw(table), since));

describe('the example of tickets', () => {
	const { columns, windows: own, since } = ticketsExample;
	describeExample(ticketFields, ticketViews(columns, own, () => since)(0));
});

describe('tickets', () => {
	it('are recent from 1 to 30 June, usual from 4 December to 31 May, and neither on 3 December; two of a day are two', () => {
		const table = 'opened\n2023-12-03\n2023-12-04\n2024-05-31T23:59\n2024-06-01\n2024-06-30T12:00\n2024-06-30T13:00';
		expect(valuesIn(table)).toMatchObject({ tickets: 6, recent: 3, usual: 2, recentPer30Days: 3, usualPer30Days: 0.3333333333 });
	});

	it('have no usual rate for one who came on 1 June, and one over a day for one who came on 31 May', () => {
		expect(reasonsOf(ticketFields, viewOf(draw('opened\n2024-06-01'), '2024-06-01'))).toMatchObject({ usualPer30Days: 'tooNewForUsual', usualFirstAnswerHours: 'tooNewForUsual' });
		expect(valuesIn('opened\n2024-05-31', '2024-05-31').usualPer30Days).toBe((1 / 1) * 30);
	});

	it('are two where two of four rows are answers to surveys', () => {
		const table = 'opened  kind  complaint  topic  text\n2024-06-01  survey  yes  Export  a\n2024-06-02  -  -  Export  b\n2024-06-03  survey  yes  Export  c\n2024-06-04  -  -  -  -';
		expect(valuesIn(table)).toMatchObject({ tickets: 2, open: 2, recent: 2, complaints: 0, returningTopic: null });
	});
});

describe('recent texts', () => {
	it('are of tickets and of the comments in surveys, the newest first', () => {
		expect(valuesIn('opened  kind  nps  text\n2024-06-01  -  -  Export is slow\n2024-06-20  survey  3  I am looking for something else\n2024-06-10  -  -  Still slow').recentTexts).toEqual([
			'I am looking for something else',
			'Still slow',
			'Export is slow',
		]);
	});

	it('are not told where no column has them, and none where nobody wrote any', () => {
		expect(reasonsOf(ticketFields, viewOf({ ...draw('opened\n2024-06-01'), textAt: null }))).toMatchObject({ recentTexts: 'noSuchColumn' });
		expect(valuesIn('opened\n2024-06-01').recentTexts).toEqual([]);
	});
});

describe('open tickets', () => {
	it('are those that neither a day nor a status has closed: 1 of 3, open since 21 June for 9 days', () => {
		const table = 'opened  closed  status\n2024-06-10  2024-06-30T23:59  -\n2024-06-15  -  closed\n2024-06-21  -  -';
		expect(valuesIn(table)).toMatchObject({ open: 1, oldestOpenDays: 9 });
	});

	it('are none where all are closed, so that there is no oldest', () => {
		const view = viewOf(draw('opened  closed\n2024-06-10  2024-06-10'));
		expect(valuesOf(ticketFields, view).open).toBe(0);
		expect(reasonsOf(ticketFields, view)).toMatchObject({ oldestOpenDays: 'nothingOpen' });
	});

	it('cannot be told where no column says what is closed', () => {
		const view = viewOf({ ...draw('opened\n2024-06-10'), closedAt: null, isClosedUndated: null });
		expect(reasonsOf(ticketFields, view)).toMatchObject({ open: 'noSuchColumn', oldestOpenDays: 'noSuchColumn' });
	});
});

describe('complaints', () => {
	it('are 1 in June and 2 before, without what is no complaint or not known', () => {
		const table = 'opened  complaint\n2023-12-03  yes\n2023-12-04  yes\n2024-05-31  yes\n2024-06-01  yes\n2024-06-02  no\n2024-06-03  -';
		expect(valuesIn(table)).toMatchObject({ complaints: 1, usualComplaints: 2 });
	});
});

describe('the returning topic', () => {
	const topicIn = (table: string) => {
		const { returningTopic, returningTopicTickets } = valuesIn(table);
		return [returningTopic, returningTopicTickets];
	};

	it('is one with a ticket in June and one before, and not one with three before and none in June', () => {
		expect(topicIn('opened  topic\n2024-05-01  Export\n2024-05-02  Invoice\n2024-05-03  Invoice\n2024-05-04  Invoice\n2024-06-01  Export')).toEqual(['Export', 2]);
	});

	it('is none where the other ticket of it is from 3 December, before both windows', () => {
		expect(topicIn('opened  topic\n2023-12-03  Export\n2024-06-01  Export')).toEqual([null, null]);
	});

	it('is that with most tickets, and of two with as many the first in the alphabet', () => {
		expect(topicIn('opened  topic\n2024-06-01  Access\n2024-06-02  Access\n2024-06-03  Export\n2024-06-04  Export\n2024-06-05  Export')).toEqual(['Export', 3]);
		expect(topicIn('opened  topic\n2024-06-01  Export\n2024-06-02  Export\n2024-06-03  Access\n2024-06-04  Access')).toEqual(['Access', 2]);
	});
});

describe('the hours to the first answer', () => {
	const hoursIn = (table: string) => {
		const { firstAnswerHours, usualFirstAnswerHours } = valuesIn(table);
		return [firstAnswerHours, usualFirstAnswerHours];
	};

	it('are of the window in which the answer came: 3 of that of 1 June at 0:00, 5 of that of 31 May at 23:59', () => {
		expect(hoursIn('opened  answered\n2024-05-31T21:00  2024-06-01T00:00\n2024-05-31T18:59  2024-05-31T23:59')).toEqual([3, 5]);
	});

	it('are of late also those of an answer on As Of, and usually those of one on 4 December, but not on the 3rd', () => {
		expect(hoursIn('opened  answered\n2024-06-30T01:00  2024-06-30T23:00\n2023-12-03T22:00  2023-12-04T00:00\n2023-12-03T01:00  2023-12-03T23:59')).toEqual([22, 2]);
	});

	it('count what waits as old as it was when 30 June began: 2 days for a ticket of the 28th, though it is open to this hour', () => {
		expect(hoursIn('opened  answered\n2024-06-28T00:00  -')).toEqual([48, null]);
	});

	it('count one that has waited since last year as of late', () => {
		expect(hoursIn('opened\n2023-06-30')[0]).toBe(366 * 24);
	});

	it('leave out what was opened on 30 June and waits, and what was closed without an answer', () => {
		const view = viewOf(draw('opened  closed  status\n2024-06-30T00:00  -  -\n2024-06-10  2024-06-11  -\n2024-06-10  -  closed'));
		expect(reasonsOf(ticketFields, view)).toMatchObject({ firstAnswerHours: 'tooFewEvents', usualFirstAnswerHours: 'tooFewEvents' });
	});

	it('count what waits where no column says what is closed', () => {
		const columns: TicketColumns = { ...draw('opened\n2024-06-29T00:00'), closedAt: null, isClosedUndated: null };
		expect(valuesOf(ticketFields, viewOf(columns)).firstAnswerHours).toBe(24);
	});

	it('are the mean of the middle two of four: 3 of 1, 2, 4 and 240', () => {
		const table = 'opened  answered\n2024-06-01T00:00  2024-06-01T01:00\n2024-06-02T00:00  2024-06-02T02:00\n2024-06-03T00:00  2024-06-03T04:00\n2024-06-20T00:00  -';
		expect(hoursIn(table)[0]).toBe((2 + 4) / 2);
	});

	it('are 0, and not less, where the answer is from before the request', () => {
		expect(hoursIn('opened  answered\n2024-06-10T10:00  2024-06-10T09:00')[0]).toBe(0);
	});
});

describe('scores', () => {
	const scoresIn = (table: string) => {
		const { lastSatisfaction, lastSatisfactionOn, lastNps, lastNpsOn } = valuesIn(table);
		return [lastSatisfaction, lastSatisfactionOn, lastNps, lastNpsOn];
	};

	it('are the last given, on tickets and surveys alike, each of its own day', () => {
		const table = 'opened  kind  csat  nps\n2024-05-01  -  5  -\n2024-05-20  survey  -  6\n2024-06-10  survey  2  -\n2024-06-20  -  -  -';
		expect(scoresIn(table)).toEqual([2, '2024-06-10', 6, '2024-05-20']);
	});

	it('are of the day on which they were given, where a cell says it, and of the row’s own where not', () => {
		expect(scoresIn('opened  csat  scored\n2024-05-01  5  2024-06-20\n2024-06-10  2  -')).toEqual([5, '2024-06-20', null, null]);
	});

	it('of one moment count with the lowest, a 0 before a 10', () => {
		expect(scoresIn('opened  csat  nps\n2024-06-10  4  10\n2024-06-10  3  0').filter((value) => typeof value === 'number')).toEqual([3, 0]);
	});
});

it('has counts of 0 and nothing else of a customer without rows', () => {
	const view = viewOf(draw('opened\n2024-06-01'), '2023-01-01', 1);
	expect(valuesOf(ticketFields, view)).toMatchObject({ tickets: 0, open: 0, recent: 0, usual: 0, recentPer30Days: 0, complaints: 0, recentTexts: [] });
	expect(reasonsOf(ticketFields, view)).toEqual({
		oldestOpenDays: 'nothingOpen',
		returningTopic: 'noRows',
		returningTopicTickets: 'noRows',
		firstAnswerHours: 'tooFewEvents',
		usualFirstAnswerHours: 'tooFewEvents',
		lastSatisfaction: 'noRows',
		lastSatisfactionOn: 'noRows',
		lastNps: 'noRows',
		lastNpsOn: 'noRows',
	});
});

it('says that there is no such column of all that no column tells', () => {
	const { history } = draw('opened\n2024-06-01');
	const bare: TicketColumns = {
		history, isSurvey: null, closedAt: null, isClosedUndated: null, answeredAt: null, isComplaint: null, topic: null, satisfaction: null, nps: null, scoredAt: null, textAt: null,
	};
	const reasons = reasonsOf(ticketFields, viewOf(bare));
	expect(new Set(Object.values(reasons))).toEqual(new Set(['noSuchColumn']));
	expect(Object.keys(ticketFields).filter((field) => !(field in reasons))).toEqual(['tickets', 'recent', 'usual', 'recentPer30Days', 'usualPer30Days']);
});

const tickets: StreamUnderTest<Ticket, TicketColumns, TicketView> = {
	fields: ticketFields,
	views: ticketViews,
	columnsOf,
	anyRow: fc.record({
		customer: anyCustomer,
		at: anyMoment,
		isSurvey: fc.boolean(),
		closedAt: anyMomentOrNone,
		isClosed: fc.boolean(),
		answeredAt: anyMomentOrNone,
		complaint: fc.constantFrom('yes', 'no', ''),
		topic: fc.constantFrom('Access', 'Export', 'Invoice', ''),
		satisfaction: fc.constantFrom(NaN, 1, 2, 5),
		nps: fc.constantFrom(NaN, 0, 6, 10),
		scoredAt: anyMomentOrNone,
		text: fc.constantFrom('a', 'b', 'c', ''),
	}),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY, closedAt: row.closedAt + days * DAY, answeredAt: row.answeredAt + days * DAY, scoredAt: row.scoredAt + days * DAY }),
	slow(rows, given, since) {
		const requests = rows.filter(({ isSurvey }) => !isSurvey).map((row) => ({ ...row, day: dayOfMoment(row.at), isOpen: !row.isClosed && Number.isNaN(row.closedAt) }));
		const open = requests.filter(({ isOpen }) => isOpen);
		const [isRecent, isUsual] = [inRecent(given), inUsual(given)];
		const complaintsIn = (isCounted: (day: number) => boolean) => requests.filter(({ day, complaint }) => isCounted(day) && complaint === 'yes').length;
		const inEither = requests.filter(({ day }) => isRecent(day) || isUsual(day));
		const returning = distinct(inEither.map(({ topic }) => topic))
			.map((topic) => ({ topic, tickets: inEither.filter((row) => row.topic === topic) }))
			.filter(({ topic, tickets: of }) => topic !== '' && of.length >= 2 && of.some(({ day }) => isRecent(day)))
			.reduce<{ topic: string; tickets: Ticket[] } | null>((most, next) => (most === null || next.tickets.length > most.tickets.length ? next : most), null);
		const hoursIn = (isCounted: (day: number) => boolean) =>
			requests.filter(({ answeredAt }) => isCounted(dayOfMoment(answeredAt))).map(({ at, answeredAt }) => Math.max(0, (answeredAt - at) / HOUR));
		const waiting = open.filter(({ answeredAt, day }) => Number.isNaN(answeredAt) && day < given.asOf).map(({ at }) => (given.asOf * DAY - at) / HOUR);
		const last = (scoreOf: (row: Ticket) => number) => {
			const scores = rows.filter((row) => !Number.isNaN(scoreOf(row))).map((row) => ({ score: scoreOf(row), at: Number.isNaN(row.scoredAt) ? row.at : row.scoredAt }));
			return scores.sort((one, other) => other.at - one.at || one.score - other.score).at(0) ?? null;
		};
		const [satisfaction, nps] = [last((row) => row.satisfaction), last((row) => row.nps)];
		return {
			tickets: requests.length,
			open: open.length,
			oldestOpenDays: open.length === 0 ? null : Math.max(...open.map(({ day }) => given.asOf - day)),
			...slowWindows(requests.map(({ day }) => day), given, since),
			complaints: complaintsIn(isRecent),
			usualComplaints: complaintsIn(isUsual),
			returningTopic: returning && returning.topic,
			returningTopicTickets: returning && returning.tickets.length,
			firstAnswerHours: slowMedian([...hoursIn(isRecent), ...waiting]),
			usualFirstAnswerHours: slowMedian(hoursIn(isUsual)),
			lastSatisfaction: satisfaction && satisfaction.score,
			lastSatisfactionOn: satisfaction && isoDate(dayOfMoment(satisfaction.at)),
			lastNps: nps && nps.score,
			lastNpsOn: nps && isoDate(dayOfMoment(nps.at)),
			...slowTexts(rows),
		};
	},
};

describe('what is said of tickets', () => {
	describeLaws(tickets);
	// 1,667 rows on each of the days 0 to 19 and 1,666 on each of 20 to 29; recent are 26 to 29, usual 16 to 25.
	describeOneWithAll(tickets, (index) => ({
		customer: 0, at: (index % 30) * DAY, isSurvey: false, closedAt: NaN, isClosed: false, answeredAt: (30 - (index % 7)) * DAY, complaint: 'yes', topic: `t${index % 40}`, satisfaction: index % 5, nps: 5, scoredAt: NaN, text: '',
	}), { tickets: 50_000, open: 50_000, oldestOpenDays: 30, recent: 4 * 1_666, usual: 4 * 1_667 + 6 * 1_666, complaints: 4 * 1_666, lastSatisfaction: 29 % 5, lastSatisfactionOn: '1970-01-30' });
});
