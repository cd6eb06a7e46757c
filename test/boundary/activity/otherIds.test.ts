import { activityReading, itemsIn } from '../../support/activityReference';

const charge = (place: number, customer: string | null, email: string) => ({
	id: `ch_${place}`,
	object: 'charge',
	amount: 1000,
	amount_refunded: 0,
	billing_details: { email },
	captured: true,
	created: 1_735_689_600 + place * 86_400,
	currency: 'usd',
	customer,
	livemode: true,
	paid: true,
	status: 'succeeded',
});

const joined = (...rows: Array<ReturnType<typeof charge>>) =>
	activityReading([{ id: 'purchases', rows, columns: {} }, { id: 'customers', rows: [{ customer_id: '7', email: 'ann@example.com' }], columns: {} }], { asOf: '2025-02-01', match: 'email' });
const warnings = ({ hints }: ReturnType<typeof joined>) => hints.map(({ message }) => message).filter((message) => message.includes('several ids in one stream'));

describe('ids besides the one of the output', () => {
	it('of two Stripe customers at one address are told, and that they may be two people', () => {
		const reading = joined(charge(1, 'cus_A', 'ann@example.com'), charge(2, 'cus_B', 'Ann@Example.com'));
		expect(itemsIn(reading).map(({ customer, otherIds }) => [customer, otherIds])).toEqual([['ann@example.com', '7, cus_A, cus_B']]);
		expect(warnings(reading)).toEqual(['1 customer has several ids in one stream and may be several people who share an e-mail address: see "otherIds".']);
	});

	it('of a Stripe customer who also paid as a guest are one, and nothing is to be watched', () => {
		const reading = joined(charge(1, 'cus_A', 'ann@example.com'), charge(2, null, 'Ann@Example.com'));
		expect(itemsIn(reading).map(({ customer, otherIds }) => [customer, otherIds])).toEqual([['ann@example.com', '7, cus_A']]);
		expect(warnings(reading)).toEqual([]);
	});
});
