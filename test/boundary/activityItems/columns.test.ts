import { cellReaders } from '../../../boundary/activityItems/cells';
import { fieldIn, ItemStreams } from '../../../boundary/activityItems/columns';
import { createZone, dayOfDate } from '../../../domain/time';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { deepFrozen } from '../../support/reading';

type Row = Record<string, unknown>;

/** What some node reads: other fields than those of Warning Signs, whose own tests say the rest. */
const fieldsOf = { purchases: { repeats: 'count', historyDays: 'numbers' }, customers: { since: 'date' } } as const;

function readAll(rows: readonly Row[]) {
	const cursor = { place: 0 };
	const streams = new ItemStreams(fieldsOf, rows.length, cursor, cellReaders(createZone('UTC')));
	const faults: unknown[] = [];
	deepFrozen(rows).forEach((row, place) => streams.read(place, row, (...fault) => faults.push(fault)));
	const view = streams.addTo({ own: 'kept' });
	const known = rows.map((_, place) => {
		cursor.place = place;
		return JSON.parse(JSON.stringify(view)) as Row;
	});
	return { known, faults };
}

const row = { purchases: { repeats: 2, historyDays: [19_723, 19_753], net: 5 }, customers: { since: '2024-01-01' } };
const known = { own: 'kept', purchases: { repeats: 2, historyDays: [19_723, 19_753] }, customers: { since: dayOfDate(2024, 1, 1) } };

it('a node reads the fields that it names and no others, nested as well as flattened', () => {
	expect(readAll([row, {}, flattened(row)])).toEqual({ known: [known, { own: 'kept', purchases: null, customers: null }, known], faults: [] });
});

it('what cannot be read is reported under the name it has in the item', () => {
	expect(readAll([{ purchases: { historyDays: 'soon' } }, { purchasesHistoryDays: 'soon' }]).faults).toEqual([['unreadableNumber', 'purchases.historyDays', 'soon'], ['unreadableNumber', 'purchasesHistoryDays', 'soon']]);
});

it('a field is found by the same name afterwards, with what the cell holds', () => {
	expect([row, flattened(row), {}].map((each) => fieldIn(each, 'purchases', 'historyDays'))).toEqual([
		{ name: 'purchases.historyDays', cell: [19_723, 19_753] },
		{ name: 'purchasesHistoryDays', cell: '19723, 19753' },
		{ name: 'purchasesHistoryDays', cell: undefined },
	]);
});
