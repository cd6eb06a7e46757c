import { wooCommerceCustomers } from '../../../boundary/sources/wooCommerceCustomers';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

describe('WooCommerce customers', () => {
	it('came on a day of UTC; who runs the shop is left out', () =>
		expect(streamRead(wooCommerceCustomers, rowsOf('woocommerce_customers'))).toEqual([
			{ customer: 31, date: '2024-02-02T10:00:00Z', since: '2023-01-05T22:30:00Z', email: 'olha.koval@example.com', phone: '+380505550701', name: 'Olha Koval' },
			'staff',
		]));
});
