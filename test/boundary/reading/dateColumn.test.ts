import { readDates } from '../../../boundary/reading/dateColumn';
import { Verdicts } from '../../../boundary/reading/verdicts';
import type { DateFormat } from '../../../boundary/dates';
import { createZone, dayOfLocalTime, isoDate } from '../../../domain/time';
import { itemsOf } from '../../support/reading';

function read(cells: readonly unknown[], format: DateFormat = 'automatic', zone = 'UTC') {
	const items = itemsOf(cells.map((at) => ({ at })));
	const verdicts = new Verdicts(items);
	const { localTime, orderFrom } = readDates(items, 'at', format, createZone(zone), verdicts);
	return {
		days: cells.map((_, item) => (verdicts.counts(item) ? isoDate(dayOfLocalTime(localTime[item])) : null)),
		orderFrom,
		faults: verdicts.problems().map(({ code, item }) => [code, item]),
	};
}

describe('a column of dates', () => {
	it('with 25/03/2024 in it has the day first throughout, and says so', () => {
		expect(read(['25/03/2024', '03/04/2024'])).toEqual({ days: ['2024-03-25', '2024-04-03'], orderFrom: 'dayFirst', faults: [] });
	});

	it('with 03/25/2024 in it has the month first throughout, also before that row', () => {
		expect(read(['03/04/2024', '03/25/2024'])).toEqual({ days: ['2024-03-04', '2024-03-25'], orderFrom: 'monthFirst', faults: [] });
	});

	it('with both in it is not decided: 03/04/2024 is asked about', () => {
		expect(read(['25/03/2024', '03/25/2024', '03/04/2024'])).toEqual({
			days: ['2024-03-25', '2024-03-25', null],
			orderFrom: null,
			faults: [['ambiguousDate', 2]],
		});
	});

	it('with nothing that decides is asked about, every row', () => {
		expect(read(['3/4/2024', '5/6/2024']).faults).toEqual([['ambiguousDate', 0], ['ambiguousDate', 1]]);
	});

	it('in which only 4/4/2024 and the like stand needs no order', () => {
		expect(read(['4/4/2024', '25/03/2024'])).toEqual({ days: ['2024-04-04', '2024-03-25'], orderFrom: null, faults: [] });
	});

	it('has the order that the user says', () => {
		expect(read(['3/4/2024'], 'dayFirst').days).toEqual(['2024-04-03']);
		expect(read(['3/4/2024'], 'monthFirst').days).toEqual(['2024-03-04']);
	});

	it('names each row whose date cannot be read, and keeps the others', () => {
		expect(read(['2024-03-14', 'soon', null, '2024-02-30'])).toEqual({
			days: ['2024-03-14', null, null, null],
			orderFrom: null,
			faults: [['unreadableDate', 1], ['unreadableDate', 2], ['unreadableDate', 3]],
		});
	});

	it('puts 22:30 UTC on the next day in Kyiv and 21:59 UTC on the same', () => {
		const cells = ['2024-03-15', '2024-03-15 00:10', '2024-03-14T22:30:00Z', '2024-03-14T21:59:00Z'];
		expect(read(cells, 'automatic', 'Europe/Kyiv').days).toEqual(['2024-03-15', '2024-03-15', '2024-03-15', '2024-03-14']);
	});

	it('does not look at rows that are out already: their dates decide nothing', () => {
		const items = itemsOf([{ at: '25/03/2024' }, { at: '3/4/2024' }]);
		const verdicts = new Verdicts(items);
		verdicts.leaveOut(0, 'cancelled');
		expect(readDates(items, 'at', 'automatic', createZone('UTC'), verdicts).orderFrom).toBeNull();
		expect(verdicts.problems()).toMatchObject([{ code: 'ambiguousDate', item: 1 }]);
	});
});
