import { dayOfDate } from '../../../domain/time';
import { reasonCodes, winBackFields } from '../../../domain/winback/itemFields';
import type { WinBackItem } from '../../../domain/winback/winBackItem';
import { winBackReport } from '../../../domain/winback/winBackReport';
import type { WinBackSettings } from '../../../domain/winback/settings';
import type { Person } from '../../support/winBackPersons';
import { asOf, customersOf, figures, itemOf, itemsIn, itemsOfPersons, reportOf, SEND_AFTER, settingsWith } from '../../support/winBackPersons';

type Changes = Partial<WinBackSettings>;

const called: Partial<Person> = { addresses: { phone: '+380501234567' } };

/** With one offer of 10, so that each sum has a figure of its own. */
const offered: Changes = { figures: { ...figures, email: { ...figures.email, offer: 10 } } };

/** By name why it is null. */
const reasonsIn = ({ reasons }: WinBackItem): Record<string, string> => Object.fromEntries(String(reasons).split('; ').filter((part) => part !== '').map((part) => part.split(': ') as [string, string]));

describe('an item', () => {
	it('has the fields of the registry in their order, contact details behind the customer', () => {
		const [customer, ...others] = Object.keys(winBackFields);
		for (const person of [{}, called, { expectedMargin: 0 }, { contact: { consent: false } }, { purchaseDays: 0 }]) expect(Object.keys(itemOf(person))).toEqual([customer, 'email', 'phone', ...others]);
	});

	it('of a customer worth an e-mail with an offer of 10: .2 · [(9/23 − .3) · 100 − 9/23 · 10] − .05 (DOMAIN W3)', () => {
		expect(itemOf({ id: 17_850, segment: 'At risk', behaviour: { topCategory: 'tea', leftBecause: 'satisfied' } }, offered)).toEqual({
			customer: 17_850,
			email: '17850@x.org',
			phone: null,
			summary: '17850 – worth a contact: an e-mail adds 0.99 EUR (30% come back by themselves, 39% if they read it; a return brings 100 EUR); left although satisfied.',
			rank: 1,
			list: 'worthIt',
			priority: 0.9935,
			channel: 'email',
			contactAt: '17850@x.org',
			sendAfter: SEND_AFTER,
			chanceToReturn: 0.3,
			reach: 0.2,
			oddsRatio: 1.5,
			// 9 / 23, ten decimals.
			chanceWithContact: 0.3913043478,
			expectedMargin: 30,
			worthOfReturn: 100,
			returnCounts: 1,
			contactCost: 0.05,
			// .2 · 9/23 · 10.
			offerCost: 0.7826,
			currency: 'EUR',
			segment: 'At risk',
			audience: 'lapsed',
			reason: 'An e-mail adds 0.99 EUR (30% come back by themselves, 39% if they read it; a return brings 100 EUR); left although satisfied.',
			reasonCode: 'contactAdds',
			notWorthReason: null,
			leftBecause: 'satisfied',
			reasonFactor: 1,
			findings: [],
			// 200 days before 2024-06-30.
			lastPurchaseOn: '2023-12-13',
			daysSince: 200,
			topCategory: 'tea',
			suggestedManager: null,
			campaign: 'Spring',
			campaignKey: 'Spring:17850:2023-12-13',
			holdout: false,
			heldOutFrom: null,
			marginIs: 'forecast',
			horizonDays: 90,
			asOf: '2024-06-30',
			reasons: '',
			winBackVersion: 1,
		});
		expect(asOf - 200).toBe(dayOfDate(2023, 12, 13));
	});

	it('says what the priority is made of: reach · (chance with − chance) · worth of a return − offer − contact', () => {
		for (const item of itemsOfPersons([{ id: 1 }, { id: 2, ...called, behaviour: { isBigName: true } }, { id: 3, expectedMargin: 0.1 }], offered)) {
			const [reach, before, after, worth, offer, contact, priority] = ['reach', 'chanceToReturn', 'chanceWithContact', 'worthOfReturn', 'offerCost', 'contactCost', 'priority'].map((name) => Number(item[name]));
			expect(priority).toBeCloseTo(reach * (after - before) * worth - offer - contact, 3);
		}
	});

	it('is of nobody else: one customer’s figures are not in the next', () => {
		const [first, second] = itemsOfPersons([{ id: 1, ...called, behaviour: { topCategory: 'tea' } }, { id: 2, contact: { consent: false } }]);
		expect([first.topCategory, second.topCategory, second.priority, second.contactAt]).toEqual(['tea', null, null, null]);
	});

	it('gives no figure that is no number, and no cents below a ten-thousandth', () => {
		const item = itemOf({ chance: 1 / 3, expectedMargin: 100 / 3 });
		expect([item.chanceToReturn, item.expectedMargin, item.worthOfReturn]).toEqual([0.3333333333, 33.3333, 100]);
		expect(Object.is(itemOf({ expectedMargin: -1e-9 }).expectedMargin, 0)).toBe(true);
	});
});

describe('reasons of nulls', () => {
	const SCORED = ['chanceToReturn', 'expectedMargin', 'worthOfReturn', 'returnCounts', 'marginIs'];
	const OF_CONTACT = ['priority', 'channel', 'contactAt', 'reach', 'oddsRatio', 'chanceWithContact', 'contactCost', 'offerCost'];

	it.each<[claim: string, person: Partial<Person>, changes: Changes, why: string]>([
		['who objected is not to be contacted', { contact: { consent: false } }, {}, 'mayNotContact'],
		['who has not agreed, where only those are contacted', {}, { onlyWithConsent: true }, 'mayNotContact'],
		['consent that is not understood', { contact: { consent: 'unclear' } }, {}, 'mayNotContact'],
		['nothing forecast', { chance: NaN }, {}, 'nothingForecast'],
		['never bought, and no chance set', { purchaseDays: 0 }, {}, 'nothingForecast'],
		['no amounts', { expectedMargin: NaN }, {}, 'noAmounts'],
	])('%s', (_, person, changes, why) => {
		const item = itemOf(person, changes);
		const names = [...SCORED, ...OF_CONTACT];
		expect(reasonsIn(item)).toEqual(Object.fromEntries(names.map((name) => [name, why])));
		for (const name of names) expect(item[name]).toBeNull();
	});

	it('a currency of no known worth', () => {
		const item = itemsOfPersons([{ id: 1 }, { id: 2, currency: 'UAH' }]).find(({ customer }) => customer === 2)!;
		expect(new Set(Object.values(reasonsIn(item)))).toEqual(new Set(['twoCurrencies']));
	});

	it('no address: the customer is scored, and only what is of a contact is null', () => {
		const item = itemOf({ addresses: { email: null } });
		expect(reasonsIn(item)).toEqual(Object.fromEntries(OF_CONTACT.map((name) => [name, 'noAddress'])));
		expect([item.chanceToReturn, item.worthOfReturn, item.priority, item.channel]).toEqual([0.3, 100, null, null]);
	});

	it('are those of the figure, not of what else speaks against it: contacted lately, and no forecast, no amounts, or a currency of no known worth', () => {
		const lately = { contact: { lastContactOn: asOf } };
		const items = itemsOfPersons([{ id: 1 }, { id: 2, ...lately, chance: NaN }, { id: 3, ...lately, expectedMargin: NaN }, { id: 4, ...lately, currency: 'UAH' }]);
		expect(items.slice(1).map((item) => [item.reasonCode, reasonsIn(item).chanceToReturn])).toEqual([['contactedRecently', 'nothingForecast'], ['contactedRecently', 'noAmounts'], ['contactedRecently', 'twoCurrencies']]);
	});

	it('are none where nothing of these is null', () => expect([itemOf({}).reasons, itemOf({ expectedMargin: 0 }).reasons]).toEqual(['', '']));
});

describe('contactAt and details', () => {
	const given = customersOf([{ id: 1, addresses: { email: 'ann@x.org', phone: '+380501234567' } }, { id: 2, addresses: { email: null } }]);
	const written = { ...given, details: { names: ['name', 'email', 'phone', 'messenger', 'note'], of: (customer: number) => [`N ${customer}`, ' Ann@X.org ', '050 123-45-67', 'no handle', 'x'] } };
	const [ann, bob] = itemsIn(winBackReport(written, settingsWith()));

	it('stand as they were checked, and as they were written where they cannot be used', () => {
		expect([ann.email, ann.phone, ann.messenger, ann.contactAt, ann.note]).toEqual(['ann@x.org', '+380501234567', 'no handle', '+380501234567', 'x']);
		expect([bob.email, bob.phone, bob.contactAt]).toEqual([' Ann@X.org ', '050 123-45-67', null]);
	});

	it('the summary calls the customer by name, where there is one', () => expect([ann.summary, bob.summary]).toEqual([expect.stringMatching(/^N 0 – call first: /), expect.stringMatching(/^N 1 – not contacted: no valid address/)]));

	it('of an audience the first address that it needs: e-mail, else phone', () => {
		const channels: Changes = { channels: ['customAudience'], figures: { ...figures, customAudience: figures.email } };
		expect(itemOf(called, channels).contactAt).toBe('ann@x.org');
		expect(itemOf({ addresses: { phone: '+1', email: null } }, channels).contactAt).toBe('+1');
	});

	it('are not there where no column is of them', () => {
		const bare = { ...given, details: { names: [], of: () => [] } };
		expect(Object.keys(itemsIn(winBackReport(bare, settingsWith()))[0])).toEqual(Object.keys(winBackFields));
	});
});

describe('why somebody is on a list, as a sentence', () => {
	const toxic: Partial<Person> = { behaviour: { isToxic: true, isBigName: true, leftBecause: 'competitor' } };

	it.each<[code: string, person: Partial<Person>, changes: Changes, sentence: string]>([
		['callAddsMost', { ...called, behaviour: { isBigName: true } }, { managers: [{ name: 'Olena', calls: 1, called: null, wonBack: null }] }, 'A call adds 13.15 EUR (30% come back by themselves, 46% if they pick up; a return brings 200 EUR, counted 2 times); a well-known name; best called by Olena.'],
		['contactAdds', {}, {}, 'An e-mail adds 1.78 EUR (30% come back by themselves, 39% if they read it; a return brings 100 EUR).'],
		['ruledOut', toxic, {}, 'Marked as toxic; left for a competitor.'],
		['costsMore', { expectedMargin: 0.3 }, {}, 'Even an e-mail costs 0.03 EUR more than it adds (30% come back by themselves; a return brings 1 EUR).'],
		['budgetSpent', {}, { budget: 0.01 }, 'An e-mail would add 1.78 EUR (30% come back by themselves, 39% if they read it; a return brings 100 EUR), but the budget runs out first.'],
		['callsTaken', { addresses: { phone: '+1', email: null } }, { calls: 0 }, 'A call would add 5.08 EUR (30% come back by themselves, 46% if they pick up; a return brings 100 EUR), but the calls of this run are too few.'],
		['neverBought', { purchaseDays: 0 }, {}, 'Has never bought, and the chance of a first purchase is not set.'],
		['noForecast', { chance: NaN }, {}, 'No forecast is possible.'],
		['noMargin', { expectedMargin: NaN }, {}, 'It is not known what a purchase brings.'],
		['objected', { contact: { consent: false } }, {}, 'Asked not to be contacted.'],
		['noConsent', {}, { onlyWithConsent: true }, 'Has not agreed to be contacted.'],
		['consentUnclear', { contact: { consent: 'unclear' } }, {}, 'It is not clear whether they agree to be contacted.'],
		['subscribed', { behaviour: { isSubscribed: true }, listedUpTo: null }, { lapsedAre: 'listed' }, 'Has a subscription again.'],
		['boughtSince', { listedUpTo: 1 }, { lapsedAre: 'listed' }, 'Bought again on 2023-12-13.'],
		['alreadyContacted', { sent: [{}] }, {}, 'This campaign already reached out.'],
		['contactedRecently', { contact: { lastContactOn: asOf - 1 } }, {}, 'There was contact within the last day.'],
		['unreachable', { addresses: { email: null } }, {}, 'No valid address or number for any channel in use.'],
		['heldOutBefore', { sent: [{ isHeldOut: true }] }, {}, 'Left alone on purpose since an earlier run, to see what contact brings.'],
		['heldOut', {}, { holdoutShare: 1 }, 'Left alone on purpose, to see what contact brings; an e-mail would add 1.78 EUR (30% come back by themselves, 39% if they read it; a return brings 100 EUR).'],
	])('%s', (code, person, changes, sentence) => {
		const item = itemOf(person, changes);
		expect([item.reasonCode, item.reason]).toEqual([code, sentence]);
		expect(item.notWorthReason).toBe(item.list === 'notWorthIt' ? item.reason : null);
	});

	it('of who shares an address', () => {
		const items = itemsOfPersons([{ id: 1 }, { id: 2, addresses: { email: '1@x.org' } }, { id: 3, contact: { consent: false } }, { id: 4, addresses: { email: '3@x.org' } }]);
		expect(Object.fromEntries(items.map(({ reasonCode, reason }) => [reasonCode, reason]))).toMatchObject({
			sameAddress: 'Another customer with the same address or number is looked at instead.',
			addressObjected: 'Somebody with the same address or number asked not to be contacted.',
		});
	});

	it('leaves out what speaks for them where a rule speaks against it, but findings have both', () => {
		expect(itemOf(toxic).findings).toEqual([
			{ rule: 'toxic', source: 'W1', effect: 'notWorth', text: 'marked as toxic' },
			{ rule: 'bigName', source: 'W2', effect: 'first', text: 'a well-known name' },
		]);
	});

	it('has for every code a list that its registry names first', () => {
		const lists = { First: 'first', 'Worth It': 'worthIt', 'Not Worth It': 'notWorthIt', 'Not Contacted': 'notContacted' } as const;
		for (const item of itemsIn(reportOf([{ id: 1 }, { id: 2, ...called }, { id: 3, expectedMargin: 0 }, { id: 4, addresses: { email: null } }, { id: 5, contact: { consent: false } }, { id: 6, behaviour: { isToxic: true } }], { holdoutShare: 0 }))) {
			const [list] = reasonCodes[item.reasonCode as keyof typeof reasonCodes].split(/[:,]/);
			expect([item.reasonCode, lists[list as keyof typeof lists]]).toEqual([item.reasonCode, item.list]);
		}
	});
});
