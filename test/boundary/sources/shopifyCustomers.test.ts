import { shopifyCustomers } from '../../../boundary/sources/shopifyCustomers';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

const times = { date: '2024-05-02T10:00:00+02:00', since: '2023-05-02T10:00:00+02:00' };

describe('Shopify customers', () => {
	it('say whom to write to and whether one may', () =>
		expect(streamRead(shopifyCustomers, rowsOf('shopify_customers'))).toEqual([
			{ customer: 7101, ...times, email: 'ann.keller@example.com', phone: '+4930555010', name: 'Ann Keller', consent: true },
			{ customer: 7102, ...times, email: 'bo.lind@example.com', phone: '+46555', name: 'Bo', consent: false },
			{ customer: 7103, ...times },
		]));
});
