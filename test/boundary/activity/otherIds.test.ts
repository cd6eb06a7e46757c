import { activityReading } from '../../support/activityReference';
import type { ActivityChanges, Stream } from '../../support/activityReference';
import type { Rows } from '../../support/reading';

const bought = (rows: Rows): Stream => ({ id: 'purchases', rows: rows.map((row) => ({ date: '2024-06-01', amount: 5, ...row })), columns: {} });
const asked = (rows: Rows): Stream => ({ id: 'tickets', rows: rows.map((row) => ({ created: '2024-06-02', ...row })), columns: { date: 'created' } });

/** By customer, the other ids. */
function idsOf(streams: readonly Stream[], match: ActivityChanges['match']): Record<string, string | null> {
	const { base, customerCount } = activityReading(streams, { asOf: '2024-06-30', match });
	return Object.fromEntries(Array.from({ length: customerCount }, (_, customer) => [String(base.idOf(customer)), base.otherIdsOf(customer)]));
}

describe('other ids', () => {
	it('are those of both streams of a customer who is matched by address, in the order of their texts', () => {
		const streams = [bought([{ customerId: 'shop-2', email: 'Ada@x.com' }]), asked([{ customerId: 'desk-9', email: 'ada@x.com' }])];
		expect(idsOf(streams, 'email')).toEqual({ 'ada@x.com': 'desk-9, shop-2' });
	});

	it('are each told once, of two people who share an address too', () => {
		const rows = [{ customerId: 1, email: 'a@x.com' }, { customerId: 1, email: 'a@x.com' }, { customerId: 2, email: 'a@x.com' }];
		expect(idsOf([bought(rows)], 'email')).toEqual({ 'a@x.com': '1, 2' });
	});

	it('are none where the only id is the address itself, in whatever letters', () => {
		expect(idsOf([bought([{ email: 'Ada@X.com' }])], 'email')).toEqual({ 'ada@x.com': null });
		expect(idsOf([bought([{ customerId: 'Ada@X.com', email: 'Ada@X.com' }])], 'email')).toEqual({ 'ada@x.com': null });
	});

	it('do not repeat the address in another spelling, nor the number by which customers are matched', () => {
		expect(idsOf([bought([{ customerId: 'Ada <Ada@X.com>', email: 'ada@x.com' }, { customerId: 'ada@x.com', email: 'ada@x.com' }])], 'email')).toEqual({ 'ada@x.com': null });
		expect(idsOf([bought([{ customerId: '+38 050 123 45 67', phone: '+380501234567' }])], 'phone')).toEqual({ '+380501234567': null });
	});

	it('are none where customers are matched by id, also by capital letters', () => {
		expect(idsOf([bought([{ customerId: 'A1' }]), asked([{ customerId: 'A1' }])], 'id')).toEqual({ A1: null });
	});

	it('do not take the 0 of guests nor a blank for an id', () => {
		expect(idsOf([bought([{ customerId: 0, email: 'guest@x.com' }, { customerId: '', email: 'guest@x.com' }])], 'email')).toEqual({ 'guest@x.com': null });
	});
});

describe('several ids in one stream', () => {
	const charge = (place: number, customer: string | null, email: string) => ({
		id: `ch_${place}`,
		object: 'charge',
		amount: 1000,
		billing_details: { email },
		captured: true,
		created: 1_735_689_600 + place * 86_400,
		currency: 'usd',
		customer,
		livemode: true,
		paid: true,
		status: 'succeeded',
	});
	const warningsOn = (...rows: Rows) => {
		const customers: Stream = { id: 'customers', rows: [{ customer_id: '7', email: 'ann@example.com' }], columns: {} };
		const { hints } = activityReading([{ id: 'purchases', rows, columns: {} }, customers], { asOf: '2025-02-01', match: 'email' });
		return hints.map(({ message }) => message).filter((message) => message.includes('several ids in one stream'));
	};

	it('are pointed out, as two Stripe customers at one address', () => {
		expect(warningsOn(charge(1, 'cus_A', 'ann@example.com'), charge(2, 'cus_B', 'Ann@Example.com'))).toEqual([
			'1 customer has several ids in one stream and may be several people who share an e-mail address: see "otherIds".',
		]);
	});

	it('are not those of a Stripe customer who also paid as a guest, whose id is the address itself', () => {
		expect(warningsOn(charge(1, 'cus_A', 'ann@example.com'), charge(2, null, 'Ann@Example.com'))).toEqual([]);
	});
});
