import { plainTable } from '../../../boundary/sources/plainTable';
import { buyersOf, daysOf, leftOutOf, readingOf, spentOf, warningsOn } from '../../support/reading';
import { cellsRead, purchaseLayout, rowsOf } from '../../support/sourceFixtures';

describe('a sheet of purchases as Google Sheets gives it', () => {
	const [ukrainian, russian, persian] = ['ukrainian', 'russian', 'persian'].map((language) => rowsOf(`sheet_purchases_${language}`));

	it('in Ukrainian has its columns, dates and sums as displayed; what was cancelled is left out', () => {
		const reading = readingOf(ukrainian, { columns: { customer: 'Телефон' } });
		expect([buyersOf(reading), daysOf(reading), spentOf(reading), leftOutOf(reading), reading.problems]).toEqual([
			[380501112233, 380672223344],
			['2024-01-05', '2024-02-17', '2024-02-18', '2024-02-18'],
			{ '': 2150.5 },
			{ cancelled: 1 },
			[],
		]);
	});

	it('does not take the number of a row for anything: rows that differ in it alone are equal', () => {
		const reading = readingOf(ukrainian);
		expect([reading.equalRowsKept, Object.values(reading.layout).includes('row_number')]).toEqual([1, false]);
		expect(warningsOn(ukrainian).some((warning) => warning.includes('row_number'))).toBe(false);
	});

	it('has telephone numbers without + and what else is known of a purchase', () => {
		const { contacts, details } = purchaseLayout(plainTable, ukrainian);
		expect([cellsRead(contacts, ukrainian[0]), cellsRead(details, ukrainian[0])]).toEqual([{ phone: 380501112233 }, { category: 'Чай', channel: 'Instagram' }]);
	});

	it('in Russian has sums with their currency, and who pays in instalments', () => {
		const reading = readingOf(russian);
		expect([buyersOf(reading), daysOf(reading), spentOf(reading)]).toEqual([['К-17', 'К-18'], ['2024-01-05', '2024-02-17'], { RUB: 1550.5 }]);
		expect(russian.map((row) => cellsRead(purchaseLayout(plainTable, russian).details, row))).toEqual([{ promotion: '10', instalments: 'нет' }, { promotion: '', instalments: 'да' }]);
	});

	it('in Persian has days of the Jalali calendar where the user says so, and keeps toman and rial apart', () => {
		const reading = readingOf(persian, { dateFormat: 'jalali' });
		// 15 Dey 1402 and 20 Bahman 1402
		expect([buyersOf(reading), daysOf(reading), spentOf(reading)]).toEqual([['۱۰۱', '۱۰۲'], ['2024-01-05', '2024-02-09'], { IRT: 125_000, IRR: 3_000_000 }]);
	});
});
