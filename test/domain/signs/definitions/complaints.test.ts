import { closeTo, hasDigits } from '../../../support/closeTo';
import { evidenceOf, strengthOf } from '../../../support/signs';

const tickets = (recent: number, usual: number, rest: object = {}) => ({ tenureDays: 300, tickets: { recent, usual, ...rest } });
const strengthOfChance = (chance: number) => Math.min(1, Math.max(0, (Math.log10(1 / chance) - 1) / 2));

describe('complaints', () => {
	it('two where none are usual in 180 days are q .0038825 (DOMAIN): 1 − P(0) − P(1) = 1 − .9^.5 · (1 + .5 · .1)', () => {
		const chance = 1 - 0.9 ** 0.5 * 1.05;
		hasDigits(chance, '0.0038825', 'DOMAIN S4');
		closeTo(strengthOf('complaints', tickets(2, 0)), strengthOfChance(chance), '0 in 180, 2 in 30');
	});

	it('two where twelve are usual are q .3971436 (DOMAIN) and say nothing', () => {
		expect(strengthOf('complaints', tickets(2, 12))).toBe(0);
	});

	it('say nothing where there are none, nor where one is the first: 1 − .9^.5 = .051 warns a little', () => {
		expect(strengthOf('complaints', tickets(0, 0))).toBe(0);
		closeTo(strengthOf('complaints', tickets(1, 0)), strengthOfChance(1 - 0.9 ** 0.5), '0 in 180, 1 in 30');
	});

	it('take what a column calls complaints before all tickets: none of nine tickets is a complaint', () => {
		expect(strengthOf('complaints', tickets(9, 0, { complaints: 0, usualComplaints: 0 }))).toBe(0);
		expect(evidenceOf('complaints', tickets(9, 0, { complaints: 2, usualComplaints: 0 }))).toMatchObject({ kind: 'complains', measured: 2, usual: 0 });
		expect(evidenceOf('complaints', tickets(9, 0))).toMatchObject({ kind: 'asksForHelp', measured: 9 });
	});

	it('hold who came on this very day against the prior alone, and whole recent days: 1 − (3/4)^.5 for one ticket', () => {
		const given = { tenureDays: 0, tickets: { recent: 2, usual: 0 } };
		const chance = 1 - 0.75 ** 0.5 * (1 + 0.5 * 0.25);
		closeTo(strengthOf('complaints', given), strengthOfChance(chance), '2 in 30 days, nothing usual');
		expect(evidenceOf('complaints', given).usual).toBeNull();
	});

	it('compare with the own days: tenure day 29 has no usual day, day 30 has one', () => {
		const strength = (tenureDays: number) => evidenceOf('complaints', { ...tickets(2, 0), tenureDays }).strength;
		expect(strength(29)).toBe(strength(0));
		expect(strength(30)).toBeGreaterThan(strength(29));
		expect(strength(209)).toBe(strength(900));
	});

	it('are told beside those usual in 30 days, 12 of 180 as 2, with the topic that returns, since no day that is known', () => {
		expect(evidenceOf('complaints', tickets(9, 12, { returningTopic: 'Delivery' }))).toMatchObject({ measured: 9, usual: 2, words: 'Delivery', since: null });
	});

	it('have no data where tickets are not connected, counts are null or the tenure is not known', () => {
		expect(strengthOf('complaints', { tenureDays: 300 })).toBe('notConnected');
		expect(strengthOf('complaints', { tenureDays: 300, tickets: {} })).toBe('noRows');
		expect(strengthOf('complaints', { tickets: { recent: 2, usual: 0 } })).toBe('tenureUnknown');
	});
});
