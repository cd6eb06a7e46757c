/** The page of Customer Activity's fields, told by their registries. */
import { sourcesOfStream } from '../boundary/activity/streamSources';
import type { ActivityFields, ActivityValue } from '../domain/activity/activityField';
import { contactFields } from '../domain/activity/contacts';
import type { ActivityStreamId } from '../domain/activity/customerActivity';
import { activityStreams, customerFields } from '../domain/activity/customerActivity';
import { contactsExample } from '../domain/activity/examples/contactsExample';
import { paymentsExample } from '../domain/activity/examples/paymentsExample';
import { purchasesExample } from '../domain/activity/examples/purchasesExample';
import { subscriptionExample } from '../domain/activity/examples/subscriptionExample';
import { ticketsExample } from '../domain/activity/examples/ticketsExample';
import { usageExample } from '../domain/activity/examples/usageExample';
import { paymentFields } from '../domain/activity/payments';
import { purchaseFields, purchaseHistoryFields } from '../domain/activity/purchases';
import { subscriptionFields } from '../domain/activity/subscriptions';
import { ticketFields } from '../domain/activity/tickets';
import { usageFields } from '../domain/activity/usage';
import type { Windows } from '../domain/activity/windows';
import { recentFrom, usualFrom } from '../domain/activity/windows';
import { isoDate } from '../domain/time';
import { table } from './table';

interface Example {
	readonly rows: readonly object[];
	readonly windows: Windows;
	readonly since: number;
}

interface StreamSection {
	readonly id: ActivityStreamId;
	readonly fields: ActivityFields<never>;
	readonly example: Example;
}

const sections: readonly StreamSection[] = [
	{ id: 'purchases', fields: { ...purchaseFields, ...purchaseHistoryFields }, example: purchasesExample },
	{ id: 'subscriptions', fields: subscriptionFields, example: subscriptionExample },
	{ id: 'payments', fields: paymentFields, example: paymentsExample },
	{ id: 'tickets', fields: ticketFields, example: ticketsExample },
	{ id: 'contacts', fields: contactFields, example: contactsExample },
	{ id: 'usage', fields: usageFields, example: usageExample },
];

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

function inWords(value: ActivityValue | undefined): string {
	if (value === null || value === undefined || value === '') return '';
	if (typeof value === 'object') return value.map((each) => (typeof each === 'string' && !isDate(each) ? `“${each}”` : String(each))).join(', ') || 'none';
	return typeof value === 'number' ? String(Number(value.toFixed(4))) : String(value);
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

function exampleTable(drawn: Example['rows']): string {
	const rows = drawn.map((row) => Object.entries(row) as Array<[string, ActivityValue]>).map((entries) => Object.fromEntries(entries));
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return table(columns, rows.map((row) => columns.map((column) => cell(inWords(row[column])))));
}

const fieldTable = (fields: ActivityFields<never>): string =>
	table(
		['field', 'question', 'what counts', 'what is made of it', 'unit', 'null when', 'in the example'],
		Object.entries(fields).map(([name, { question, counts, aggregate, unit, nullWhen = 'never', example }]) =>
			[`\`${name}\``, question, counts, aggregate, unit, nullWhen, inWords(example) || 'null'].map(cell),
		),
	);

const sourceList = (id: ActivityStreamId): string => sourcesOfStream[id].map(({ title, description }) => `- **${title}**: ${description}.`).join('\n');

function sectionOf({ id, fields, example }: StreamSection): string {
	return [
		`## ${activityStreams[id].title}`,
		`Sources that are recognised:\n\n${sourceList(id)}`,
		`One customer, first seen on ${isoDate(example.since)}:`,
		exampleTable(example.rows),
		fieldTable(fields),
	].join('\n\n');
}

const { windows } = paymentsExample;

export const activityPage = `# Customer Activity: every field

One item per customer. Each stream that is connected is an object in it, for every customer; one that is not is null.
Each object ends with \`reasons\`, which says why fields are null, as \`field: code\`; [the codes in words](input-reference.md).

In the examples As Of is ${isoDate(windows.asOf)}. *Recent* are the last ${windows.recentDays} days, ${isoDate(recentFrom(windows))} to ${isoDate(windows.asOf)}; *usual* the ${windows.usualDays} days before,
${isoDate(usualFrom(windows))} to ${isoDate(recentFrom(windows) - 1)}. Both are settable; rates count only the customer's own days, from the first row of any stream on.

## The customer

${table(
	['field', 'what it says', 'unit', 'null when'],
	Object.entries(customerFields).map(([name, field]) => [`\`${name}\``, field.meaning, field.unit, 'nullWhen' in field ? field.nullWhen : 'never']),
)}

Contact details stand behind the customer where a stream has them: \`email\`, \`phone\`, \`name\`, \`owner\`, \`language\`, \`zone\`, \`consent\`
(true or false; null where it is not known), and the columns you keep. Where an answer about consent is not understood, \`consentUnclear\` is true. The latest that is not blank holds; the stream Customers goes first.

${sections.map(sectionOf).join('\n\n')}

## Customers

Sources that are recognised:

${sourceList('customers')}

\`isUndated\` is always true: the stream says how customers are today. Behind it stand the columns you choose under *Customer Columns*,
each with its latest value that is not blank.
`;
