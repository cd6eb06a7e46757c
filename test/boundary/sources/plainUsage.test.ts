import { plainUsage } from '../../../boundary/sources/plainUsage';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const read = rowsOf('sheet_usage').map((row) => streamRead(plainUsage, [row])[0]);

describe('a plain table of usage', () => {
	it('has its columns in four languages', () =>
		expect(read).toEqual([
			{ customer: 'c1', date: '2024-05-01', feature: 'export', count: 3 },
			{ customer: 'c1', date: '01.05.2024', feature: 'експорт', count: 3 },
			{ customer: 'c1', date: '01.05.2024', feature: 'экспорт', count: 3 },
			{ customer: 'c1', date: '۱۴۰۳/۰۲/۱۲', feature: 'خروجی', count: '۳' },
		]));

	it('may have rows that are an event each, of a user and a moment', () => expect(streamRead(plainUsage, [{ email: 'ann@example.com', timestamp: 1714557600 }])[0]).toEqual({ date: 1714557600, email: 'ann@example.com' }));

	it('lacks a customer or a day', () => {
		expect(plainUsage.layoutOf(tableFrom([{ id: 1, date: '2024-05-01' }]), {})).toEqual({ missing: 'customer' });
		expect(plainUsage.layoutOf(tableFrom([{ customer_id: 1 }]), {})).toEqual({ missing: 'date' });
	});
});
