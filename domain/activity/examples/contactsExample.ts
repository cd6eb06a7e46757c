import type { ContactColumns } from '../streamColumns';
import { exampleFlags, exampleGroup, exampleHistory, exampleSince, exampleTexts, exampleWindows } from './exampleColumns';

/** Ann hands over to Ben in June. */
const rows = [
	{ on: '2024-03-12', person: 'Ann', customerBegan: '', note: 'Welcome call' },
	{ on: '2024-03-22', person: 'Ann', customerBegan: 'yes', note: '' },
	{ on: '2024-05-11 09:00', person: 'Ann', customerBegan: 'no', note: 'Went through the invoice' },
	{ on: '2024-05-11 15:00', person: '', customerBegan: 'yes', note: 'Sends the signed offer' },
	{ on: '2024-06-10', person: 'Ben', customerBegan: 'yes', note: 'Ben introduces himself' },
	{ on: '2024-06-20', person: 'Ben', customerBegan: 'no', note: 'Asked who decides now' },
];

const columns: ContactColumns = {
	history: exampleHistory(rows.map(({ on }) => on)),
	startedByCustomer: exampleFlags(rows.map(({ customerBegan }) => customerBegan)),
	person: exampleGroup('person', rows.map(({ person }) => person)),
	textAt: exampleTexts(rows.map(({ note }) => note)),
};

/** The rows from which the examples of the fields of contacts are computed. */
export const contactsExample = { rows, columns, windows: exampleWindows, since: exampleSince };
