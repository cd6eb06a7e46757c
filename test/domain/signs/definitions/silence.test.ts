import { closeTo, hasDigits } from '../../../support/closeTo';
import { daysAgo, evidenceOf, strengthOf } from '../../../support/signs';

/** Six contact days in 150 days, then so many days of silence. */
const silentFor = (daysSince: number) => ({ contacts: { contactDays: 6, firstOn: daysAgo(daysSince + 150), lastOn: daysAgo(daysSince), daysSince, gapMedianDays: 30 } });

/** A prior under which q is a power of ten: (α + tx) / (α + tx + s) = 1/10 where s is 9 · 100, and r + x is 3. */
const ofTens = { contactHabit: { r: 1, alpha: 60 } };
const threeContacts = (daysSince: number) => ({ contacts: { contactDays: 3, firstOn: daysAgo(daysSince + 40), lastOn: daysAgo(daysSince), daysSince } });

describe('silence', () => {
	it('of 90 days after six contacts in 150 is q .0823543 (DOMAIN): strength (log10(1/.0823543) − 1) / 2', () => {
		hasDigits(strengthOf('silence', silentFor(90)), '0.0421569', 'q .0823543, strength (log10(1 / q) − 1) / 2');
		closeTo(strengthOf('silence', silentFor(90)), (Math.log10(1 / (210 / 300) ** 7) - 1) / 2, '(210 / 300)^7');
	});

	it('ten times as long as it took to know them is one in a thousand, and warns as loudly as it can: 900 days after 40, r + x = 3', () => {
		closeTo(strengthOf('silence', threeContacts(900), ofTens), 1, '(100 / 1000)^3 = .001');
		expect(strengthOf('silence', threeContacts(2000), ofTens)).toBe(1);
	});

	it('says nothing on the day before the alarm day 81.794 (DOMAIN), and something on the day after', () => {
		expect(strengthOf('silence', silentFor(81))).toBe(0);
		expect(strengthOf('silence', silentFor(82))).toBeGreaterThan(0);
	});

	it('is since the 82nd day after the last contact, however long it lasts; since no day before', () => {
		expect([81, 82, 90, 400].map((days) => evidenceOf('silence', silentFor(days)).since)).toEqual([null, daysAgo(0), daysAgo(8), daysAgo(400 - 82)]);
	});

	it('is told in days, beside the days usual from one contact to the next', () => {
		expect(evidenceOf('silence', silentFor(90))).toMatchObject({ kind: 'notHeardOf', measured: 90, usual: 30, words: null });
	});

	it('of a day on which they were in touch is 0', () => {
		expect(strengthOf('silence', silentFor(0))).toBe(0);
	});

	it('has too little history of two contact days, and enough of three', () => {
		const contacts = (contactDays: number) => ({ contacts: { contactDays, firstOn: daysAgo(900), lastOn: daysAgo(800), daysSince: 800 } });
		expect([contacts(1), contacts(2)].map((given) => strengthOf('silence', given))).toEqual(['tooFewEvents', 'tooFewEvents']);
		expect(strengthOf('silence', contacts(3))).toBeGreaterThan(0);
	});

	it('has no data where nobody has a rhythm to learn from', () => {
		expect(strengthOf('silence', silentFor(90), { contactHabit: null })).toBe('tooFewEvents');
	});

	it('has no data where contacts are not connected, nor where there is no row of the customer', () => {
		expect(strengthOf('silence', {})).toBe('notConnected');
		expect(strengthOf('silence', { contacts: {} })).toBe('noRows');
		expect(strengthOf('silence', { contacts: { contactDays: 0 } })).toBe('noRows');
	});

	it('takes the habits of contacts and not those of purchases', () => {
		expect(strengthOf('silence', silentFor(90), { purchaseHabit: null })).toBe(strengthOf('silence', silentFor(90)));
	});
});
