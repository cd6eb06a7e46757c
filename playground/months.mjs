/* Prints the rows of the Churn Rate node as a table a person reads. */
const columns = [
	{ title: 'month', text: (row) => row.period },
	{ title: 'at start', text: (row) => count(row.customersAtStart) },
	{ title: 'joined', text: (row) => count(row.joined) },
	{ title: 'returned', text: (row) => count(row.returned) },
	{ title: 'churned', text: (row) => count(row.churned) },
	{ title: 'at end', text: (row) => count(row.customersAtEnd) },
	{ title: 'churn rate', text: (row) => percent(row.churnRate) },
	{ title: '95 % interval', text: interval },
	{ title: 'money lost', text: (row) => money(row.moneyLost, row.currency) },
	{ title: '', text: (row) => reasons[row.reason] ?? row.reason ?? '', alignLeft: true },
];

const reasons = {
	leftEdge: 'no rate: the data begins too shortly before',
	periodUnfinished: 'no rate: the month is not over',
	noCustomersAtStart: 'no rate: nobody was there at the start',
};

export function monthsTable(rows) {
	const texts = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))];
	const widths = columns.map((_, column) => Math.max(...texts.map((line) => line[column].length)));
	const pad = (text, column) => (columns[column].alignLeft ? text.padEnd(widths[column]) : text.padStart(widths[column]));
	const lines = texts.map((line) => line.map(pad).join('  ').trimEnd());
	const rule = widths.map((width) => '-'.repeat(width)).join('  ').trimEnd();
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const isMissing = (value) => value === null || value === undefined;
const count = (value) => (isMissing(value) ? '-' : value.toLocaleString('en'));
const percent = (share) => (isMissing(share) ? '-' : `${(share * 100).toFixed(1)} %`);

function interval({ low, high }) {
	return isMissing(low) || isMissing(high) ? '-' : `${percent(low)} to ${percent(high)}`;
}

function money(amount, currency) {
	if (isMissing(amount)) return '-';
	const rounded = amount.toLocaleString('en', { maximumFractionDigits: 0 });
	return currency ? `${rounded} ${currency}` : rounded;
}
