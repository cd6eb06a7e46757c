import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

/** Which words tell of leaving is shown in test/domain/signs/told. */
const SAYS = 'Please cancel my subscription.';
const ASKS = 'How do I cancel my subscription?';
const HARMLESS = 'Thank you, the delivery was on time.';

const wrote = (text: string, days: number, stream: 'tickets' | 'contacts' = 'tickets') => ({ [stream]: { recentTexts: [text], recentTextsOn: [daysAgo(days)] } });
const named = (facts: object) => ({ named: facts });
const cancelledOn = (day: number) => named({ isNamed: { cancelledOn: true }, cancelledOn: day });

describe('toldUs: in texts', () => {
	it('is 1 where they say it and .6 where they ask, in tickets and in contacts', () => {
		for (const stream of ['tickets', 'contacts'] as const) {
			expect(strengthOf('toldUs', wrote(SAYS, 3, stream))).toBe(1);
			expect(strengthOf('toldUs', wrote(ASKS, 3, stream))).toBe(0.6);
		}
	});

	it('counts fully up to day 30, half on day 75, not from day 120 on', () => {
		for (const [days, expected] of [[30, 1], [31, 89 / 90], [75, 1 / 2], [120, 0], [121, 0]] as const) closeTo(strengthOf('toldUs', wrote(SAYS, days)), expected, days);
		closeTo(strengthOf('toldUs', wrote(ASKS, 75)), 0.3, 'asked 75 days ago');
	});

	it('is 0, and data, where a text says nothing of leaving', () => {
		expect(strengthOf('toldUs', wrote(HARMLESS, 3))).toBe(0);
	});

	it('takes each text with its own day: what was said 100 days ago is weaker than what was asked today', () => {
		const given = { tickets: { recentTexts: [ASKS, SAYS], recentTextsOn: [daysAgo(0), daysAgo(100)] } };
		expect(evidenceOf('toldUs', given)).toMatchObject({ kind: 'asksLeaving', strength: 0.6, since: daysAgo(0) });
	});

	it('takes a text without a day as written on As Of, and one of a named column as fresh, since no day that is known', () => {
		expect(evidenceOf('toldUs', { contacts: { recentTexts: [SAYS] } })).toMatchObject({ strength: 1, since: daysAgo(0) });
		expect(evidenceOf('toldUs', named({ isNamed: { texts: true }, texts: [HARMLESS, SAYS] }))).toMatchObject({ kind: 'saysLeaving', strength: 1, since: null });
	});

	it('quotes what was said', () => {
		const { words, ...rest } = evidenceOf('toldUs', wrote(SAYS, 3));
		expect(rest).toMatchObject({ kind: 'saysLeaving', measured: null, since: daysAgo(3) });
		expect(words).toContain('cancel my subscription');
	});
});

describe('toldUs: in what they did', () => {
	it('is 1 where what still runs was cancelled, with the days until it ends', () => {
		const subscriptions = { status: 'active', cancelled: true, cancelledOn: daysAgo(40), endsOn: inDays(12) };
		expect(evidenceOf('toldUs', { subscriptions })).toMatchObject({ kind: 'cancelled', strength: 1, measured: 12, since: daysAgo(40) });
		expect(evidenceOf('toldUs', { subscriptions: { cancelled: true } })).toMatchObject({ strength: 1, measured: null, since: null });
	});

	it('is 0 where it is known that nothing was cancelled', () => {
		expect(strengthOf('toldUs', { subscriptions: { status: 'active', cancelled: false } })).toBe(0);
	});

	it('is 1 where a column names a day of cancelling that is past or today, since that day, and 0 where it lies ahead', () => {
		for (const day of [daysAgo(200), daysAgo(0)]) expect(evidenceOf('toldUs', cancelledOn(day))).toMatchObject({ kind: 'cancelled', strength: 1, since: day });
		expect([1, 20].map((days) => strengthOf('toldUs', cancelledOn(inDays(days))))).toEqual([0, 0]);
	});

	it('is 0 where the day of cancelling lies before the present subscription began, and 1 from its first day on', () => {
		const subscriptions = { status: 'active', since: daysAgo(100) };
		expect([101, 100, 99].map((days) => strengthOf('toldUs', { subscriptions, ...cancelledOn(daysAgo(days)) }))).toEqual([0, 1, 1]);
		expect(strengthOf('toldUs', { subscriptions: { status: 'active' }, ...cancelledOn(daysAgo(101)) })).toBe(1);
	});

	it('is told before words of the same strength', () => {
		expect(evidenceOf('toldUs', { ...wrote(SAYS, 3), subscriptions: { cancelled: true } }).kind).toBe('cancelled');
	});
});

describe('toldUs: what is data', () => {
	it('is a blank cell of a named column: 0', () => {
		expect(strengthOf('toldUs', named({ isNamed: { cancelledOn: true } }))).toBe(0);
		expect(strengthOf('toldUs', named({ isNamed: { texts: true } }))).toBe(0);
	});

	it('is neither a stream without texts nor a subscription that does not tell', () => {
		const given = [{}, { tickets: { recent: 2 }, contacts: { contactDays: 4 } }, { subscriptions: { status: 'active' } }, named({ isNamed: { bonusesLapseOn: true } })];
		expect(given.map((each) => strengthOf('toldUs', each))).toEqual(['noTexts', 'noTexts', 'noTexts', 'noTexts']);
	});
});
