import type { TicketColumns } from '../streamColumns';
import { exampleFlags, exampleGroup, exampleHistory, exampleNumbers, exampleSince, exampleTexts, exampleTimes, exampleWindows } from './exampleColumns';

/** Asked for a working export three times, and is answered more and more slowly. */
const rows = [
	{ opened: '2024-03-10 09:00', answered: '2024-03-10 11:00', closed: '2024-03-11', topic: 'Set-up', complaint: 'no', csat: 5, nps: '', survey: 'no', text: 'How do I begin?' },
	{ opened: '2024-04-15 09:00', answered: '2024-04-15 13:00', closed: '2024-04-16', topic: 'Export', complaint: 'no', csat: '', nps: '', survey: 'no', text: 'Export takes an hour' },
	{ opened: '2024-05-06 09:00', answered: '2024-05-07 09:00', closed: '2024-05-08', topic: 'Invoice', complaint: 'yes', csat: '', nps: '', survey: 'no', text: 'Invoice is wrong' },
	{ opened: '2024-05-20', answered: '', closed: '', topic: '', complaint: '', csat: '', nps: 6, survey: 'yes', text: 'Too slow for what it costs' },
	{ opened: '2024-06-12 09:00', answered: '2024-06-13 15:00', closed: '2024-06-14', topic: 'Export', complaint: 'yes', csat: 2, nps: '', survey: 'no', text: 'Export is still slow' },
	{ opened: '2024-06-19 00:00', answered: '2024-06-19 10:00', closed: '', topic: 'Access', complaint: 'no', csat: '', nps: '', survey: 'no', text: 'Cannot log in' },
	{ opened: '2024-06-25 00:00', answered: '', closed: '', topic: 'Export', complaint: 'yes', csat: '', nps: '', survey: 'no', text: 'Export fails again' },
	{ opened: '2024-06-28 12:00', answered: '', closed: '2024-06-28', topic: '', complaint: 'no', csat: '', nps: '', survey: 'no', text: '' },
];

const scored = rows.map(({ csat, closed }) => (csat === '' ? '' : closed));

const columns: TicketColumns = {
	history: exampleHistory(rows.map(({ opened }) => opened)),
	isSurvey: Uint8Array.from(rows, ({ survey }) => (survey === 'yes' ? 1 : 0)),
	closedAt: exampleTimes(rows.map(({ closed }) => closed)),
	isClosedUndated: null,
	answeredAt: exampleTimes(rows.map(({ answered }) => answered)),
	isComplaint: exampleFlags(rows.map(({ complaint }) => complaint)),
	topic: exampleGroup('topic', rows.map(({ topic }) => topic)),
	satisfaction: exampleNumbers(rows.map(({ csat }) => csat)),
	nps: exampleNumbers(rows.map(({ nps }) => nps)),
	scoredAt: exampleTimes(scored),
	textAt: exampleTexts(rows.map(({ text }) => text)),
};

/** The rows from which the examples of the fields of tickets are computed. */
export const ticketsExample = { rows, columns, windows: exampleWindows, since: exampleSince };
