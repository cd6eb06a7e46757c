import { stripeCustomers } from '../../../boundary/sources/stripeCustomers';
import { rowsOf, streamRead } from '../../support/sourceFixtures';

describe('Stripe customers', () => {
	it('say whom to write to and in which language; deleted ones, and tests among real ones, are left out', () =>
		expect(streamRead(stripeCustomers, rowsOf('stripe_customers'))).toEqual([
			{ customer: 'cus_ann', since: 1683021600, email: 'ann@example.com', name: 'Ann Keller', language: 'de' },
			'deleted',
			'test',
			{ customer: 'cus_bob', since: 1683021600, email: 'bob@example.com', name: 'Bob, found at the fair' },
		]));
});
