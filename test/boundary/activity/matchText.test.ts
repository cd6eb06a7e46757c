import { activityReading } from '../../support/activityReference';
import type { ActivityChanges, Stream } from '../../support/activityReference';
import type { Rows } from '../../support/reading';

const bought = (rows: Rows): Stream => ({ id: 'purchases', rows: rows.map((row) => ({ date: '2024-06-01', amount: 5, ...row })), columns: {} });
const asked = (rows: Rows): Stream => ({ id: 'tickets', rows: rows.map((row) => ({ created: '2024-06-02', ...row })), columns: { date: 'created' } });
const listed = (rows: Rows): Stream => ({ id: 'customers', rows, columns: {} });

/** Hints about matching: those that are not about one stream. */
const hintsOn = (streams: readonly Stream[], changes: Partial<ActivityChanges> = {}): string[] =>
	activityReading(streams, { asOf: '2024-06-30', ...changes })
		.hints.filter(({ message }) => !/^(?:Purchases|Tickets|Customers): /.test(message))
		.map(({ kind, message }) => `${kind}: ${message}`);

const [a, b] = [{ customerId: 'a', email: 'a@x.com' }, { customerId: 'b', email: 'b@x.com' }];

describe('hints about matching', () => {
	it('tell how many customers are in several streams, and how each was matched', () => {
		expect(hintsOn([bought([a, b]), asked([a])])).toMatchInlineSnapshot(`
			[
			  "info: Matched by customer id (chosen automatically): 2 customers, 1 of them in several streams. Purchases 2 customers, 1 of them in no other stream; Tickets 1 customer, 0 of them in no other stream.",
			]
		`);
	});

	it('tell what to do where no customer is in two streams', () => {
		expect(hintsOn([bought([a]), asked([{ customerId: 'z1' }])], { match: 'id' })).toMatchInlineSnapshot(`
			[
			  "info: Matched by customer id: 2 customers, 0 of them in several streams. Purchases 1 customer, 1 of them in no other stream; Tickets 1 customer, 1 of them in no other stream.",
			  "warning: No customer is in more than one stream. If the streams name customers in different ways, set "Match Customers By" to "E-Mail", or connect the stream "Aliases", which says which ids are the same customer.",
			]
		`);
		expect(hintsOn([bought([a]), asked([b])], { match: 'email' })).toMatchInlineSnapshot(`
			[
			  "info: Matched by e-mail address: 2 customers, 0 of them in several streams. Purchases 1 customer, 1 of them in no other stream; Tickets 1 customer, 1 of them in no other stream.",
			  "warning: No customer is in more than one stream. If the streams name customers in different ways, set "Match Customers By" to "Customer ID", or connect the stream "Aliases".",
			]
		`);
	});

	it('warn of one alias at two customers, and of two', () => {
		const aliases = (...ids: readonly number[]) => ({ aliases: { items: ids.flatMap((shopId) => [{ json: { shopId, email: 'a@x.com' } }, { json: { shopId, email: 'b@x.com' } }]), columns: [] } });
		const streams = [bought([a, b]), asked([a])];
		expect(hintsOn(streams, { match: 'email', ...aliases(1) }).slice(1)).toMatchInlineSnapshot(`
			[
			  "warning: 1 alias stands at several customers and was used for none of them.",
			]
		`);
		expect(hintsOn(streams, { match: 'email', ...aliases(1, 2) }).slice(1)).toMatchInlineSnapshot(`
			[
			  "warning: 2 aliases stand at several customers and were used for none of them.",
			]
		`);
	});

	it('warn of customers who share an address, merged by it or not', () => {
		const streams = [bought([a, { ...b, email: 'a@x.com' }]), asked([a])];
		expect(hintsOn(streams, { match: 'email' }).slice(1)).toMatchInlineSnapshot(`
			[
			  "warning: 1 customer has several ids in one stream and may be several people who share an e-mail address: see "otherIds".",
			]
		`);
		expect(hintsOn(streams, { match: 'id' }).slice(1)).toMatchInlineSnapshot(`
			[
			  "warning: 1 e-mail address stands at several customers; they were not merged.",
			]
		`);
	});

	it('warn of a list of customers as of an earlier day, and not as of today', () => {
		expect(hintsOn([bought([a]), listed([a])], { asOf: '2024-06-15', today: '2024-06-30' }).slice(1)).toMatchInlineSnapshot(`
			[
			  "warning: The stream Customers says how customers are today and not how they were on the As Of day: its columns leak into a backtest.",
			]
		`);
		expect(hintsOn([bought([a]), listed([a])], { asOf: '2024-06-30' }).slice(1)).toEqual([]);
	});

	it('say that numbers without the code of a country cannot be read, and name what to set', () => {
		const streams = [bought([{ customerId: 'A', phone: '050 123-45-67' }]), asked([{ customerId: 'T', phone: '0501234567' }])];
		expect(hintsOn(streams, { match: 'phone' }).slice(2)).toEqual(['warning: 2 customers have numbers that cannot be read as phone numbers and keep their own id. If numbers stand without the code of their country, set "Phone Country".']);
		expect(hintsOn(streams, { match: 'phone', phoneCountry: 'UA' })[0]).toMatch(/^info: Matched by phone number: 1 customer, 1 of them in several streams/);
	});

	it('warn of two ids at one number as people who share a phone number, and by id tell of the aliases', () => {
		const phone = '+380501234567';
		expect(hintsOn([bought([{ customerId: 'A', phone }, { customerId: 'B', phone }]), asked([{ customerId: 'T', phone }])], { match: 'phone' }).slice(1)).toEqual([
			'warning: 1 customer has several ids in one stream and may be several people who share a phone number: see "otherIds".',
		]);
		const aliases = { items: [{ json: { crmId: 'C', shopId: 'A' } }, { json: { crmId: 'C', shopId: 'B' } }], columns: ['crmId', 'shopId'] };
		expect(hintsOn([bought([{ customerId: 'A' }, { customerId: 'B' }]), asked([{ customerId: 'C' }])], { match: 'id', aliases }).slice(1)).toEqual([
			'warning: 1 customer has several ids in one stream by the aliases, which say that they are the same customer: see "otherIds".',
		]);
	});

	it('warn where equal ids have different addresses, by which customers are matched then', () => {
		const streams = [bought([{ customerId: 17, email: 'ann@x.com' }, { customerId: 18, email: 'bob@x.com' }]), asked([{ customerId: 17, email: 'zoe@x.com' }, { customerId: 40, email: 'ann@x.com' }])];
		const automatic = activityReading(streams, { asOf: '2024-06-30' });
		expect(Array.from({ length: automatic.customerCount }, (_, customer) => automatic.base.idOf(customer))).toEqual(['ann@x.com', 'bob@x.com', 'zoe@x.com']);
		expect(hintsOn(streams)).toContain('warning: 1 customer id of the 1 that several streams have beside an e-mail address has different addresses in them, so the ids seem to come from different systems, and customers were matched by e-mail address. If equal ids are one customer, set "Match Customers By" to "Customer ID".');
		expect(hintsOn(streams, { match: 'id' })).toContain('warning: 1 customer id of the 1 that several streams have beside an e-mail address has different addresses in them, and may be several people. If the ids come from different systems, set "Match Customers By" to "E-Mail".');
	});

	it('tell As Of once, of whichever streams: purchases tell it themselves, tickets and customers do not', () => {
		const timesTold = (...streams: readonly Stream[]): number => activityReading(streams, { asOf: '2024-06-30' }).hints.filter(({ message }) => /As of 2024-06-30/i.test(message)).length;
		expect([timesTold(bought([a])), timesTold(bought([a]), asked([a])), timesTold(asked([a])), timesTold(asked([a]), listed([a]))]).toEqual([1, 1, 1, 1]);
	});

	it('are none of purchases alone, whose own hint tells As Of', () => {
		expect(activityReading([bought([a, b])], { asOf: '2024-06-30' }).hints.filter(({ message }) => /Matched/.test(message))).toEqual([]);
	});
});
