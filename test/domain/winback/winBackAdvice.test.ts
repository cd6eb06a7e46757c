/** Every sentence beside the lists once, with one and with several. */
import { channels } from '../../../domain/winback/channels';
import type { WinBackSettings } from '../../../domain/winback/settings';
import { winBackReport } from '../../../domain/winback/winBackReport';
import type { Person } from '../../support/winBackPersons';
import { customersOf, figures, reportOf, saidOf, settingsWith } from '../../support/winBackPersons';

type Changes = Partial<WinBackSettings>;

/** What is said, but for what is said of every run without a hold-out, a phone number or a margin. */
const said = (persons: readonly Person[], changes?: Changes): string[] => saidOf(reportOf(persons, changes));
const about = (part: string, persons: readonly Person[], changes?: Changes): string[] => said(persons, changes).filter((sentence) => sentence.includes(part));
const many = (count: number, person: (id: number) => Partial<Person> = () => ({})): Person[] => Array.from({ length: count }, (_, id) => ({ id, ...person(id) }));
const byPhone = (id: number) => ({ addresses: { phone: `+${id}`, email: null } });

describe('the lists', () => {
	it('are counted with the reasons, the most frequent first', () => {
		const persons = [
			...many(2, byPhone),
			{ id: 10 },
			...[11, 12].map((id): Person => ({ id, expectedMargin: 0 })),
			{ id: 13, behaviour: { isToxic: true } },
			...[14, 15].map((id): Person => ({ id, contact: { consent: false } })),
			{ id: 16, addresses: { email: null } },
			...[17, 18].map((id): Person => ({ id, silent: 3 })),
		];
		expect(said(persons)[0]).toBe(
			'info: 9 of 11 customers have been silent for more than 90 days: 2 to call first, 1 worth another contact, 3 not worth it (2 a contact costs more than it adds, 1 by a rule), 3 not contacted (2 objected, 1 no valid address). The other 2 customers are in no output.',
		);
	});

	it('of one customer, silent for more than 1 day, beside one other', () => {
		expect(said([{ id: 1 }, { id: 2, silent: 1 }], { lapsedAfterDays: 1 })[0]).toBe('info: 1 of 2 customers has been silent for more than 1 day: 0 to call first, 1 worth another contact, 0 not worth it, 0 not contacted. The other customer is in no output.');
	});

	it('of a list that is given', () => {
		expect(said([{ id: 1, listedUpTo: null }], { lapsedAre: 'listed' })[0]).toBe('info: 1 of 1 customer is on the list "Lapsed": 0 to call first, 1 worth another contact, 0 not worth it, 0 not contacted.');
	});

	it('name each reason in words, none by its code', () => {
		const persons: Person[] = [
			{ id: 1, contact: { consent: false } }, { id: 2, addresses: { email: '1@x.org' } }, { id: 3, contact: { consent: 'unclear' } }, { id: 5, listedUpTo: 1 }, { id: 6, behaviour: { isSubscribed: true } },
			{ id: 7, sent: [{}] }, { id: 8, sent: [{ isHeldOut: true }] }, { id: 9, contact: { lastContactOn: 19_900 } }, { id: 10, addresses: { email: null } }, { id: 11, currency: 'UAH' },
			{ id: 12, chance: NaN }, { id: 13, expectedMargin: NaN }, { id: 14, expectedMargin: 0 }, { id: 15, behaviour: { isToxic: true } }, { id: 16, purchaseDays: 0 },
			{ id: 17 }, { id: 18, addresses: { email: '17@x.org' } },
		];
		expect(said(persons.map((person) => ({ listedUpTo: null, ...person })), { lapsedAre: 'listed', budget: 0.01, skipDays: 100 })[0]).toBe(
			'info: 17 of 17 customers are on the list "Lapsed": 0 to call first, 0 worth another contact, 6 not worth it (1 the budget ends before them, 1 a contact costs more than it adds, 1 never bought, 1 nothing can be forecast, 1 amounts not known, 1 by a rule), 11 not contacted (1 objected at the same address, 1 contacted in this silence already, 1 bought since, 1 consent not understood, 1 contacted lately, 1 held out before, 1 objected, 1 other currency, 1 same address as another, 1 subscribed again, 1 no valid address).',
		);
		expect(about('no consent', [{ id: 1 }], { onlyWithConsent: true })).toHaveLength(1);
		expect(about('1 too few calls', many(2, byPhone), { calls: 1 })).toHaveLength(1);
	});
});

describe('the money', () => {
	const e = 0.2 * (0.45 / 1.15 - 0.3) * 100;

	it('of one customer: an e-mail brings .2 · (.45/1.15 − .3) · 100 = 1.83 and costs .05', () => {
		expect(e).toBeCloseTo(1.826087, 6);
		expect(about('Contacting', [{ id: 1 }])).toEqual([
			'info: Contacting 1 customer is expected to bring 1.83 EUR within 90 days that would not come by itself, and to cost 0.05 EUR: 1.78 EUR more than doing nothing. Reach, odds and costs are assumptions until you set what your own campaigns showed.',
		]);
	});

	it('of several, from 100 on without cents, without a currency where none is named', () => {
		expect(about('Contacting', many(100, () => ({ currency: '' })))[0]).toContain('Contacting 100 customers is expected to bring 183 within 90 days that would not come by itself, and to cost 5.00: 178 more than doing nothing.');
	});

	it('does not count a return twice because a rule does: a big name brings 1.83, too', () => {
		expect(about('Contacting', [{ id: 1, behaviour: { isBigName: true } }])[0]).toContain('bring 1.83 EUR');
	});

	it('counts the offer as a cost: .05 + .2 · 9/23 · 10 = .83', () => {
		const offer = { ...figures, email: { ...figures.email, offer: 10 } };
		expect(about('Contacting', [{ id: 1 }], { figures: offer })[0]).toContain('bring 1.83 EUR within 90 days that would not come by itself, and to cost 0.83 EUR: 0.99 EUR more than doing nothing.');
	});

	it('is not told where nobody is contacted', () => expect(about('Contacting', [{ id: 1, expectedMargin: 0 }])).toEqual([]));
});

describe('the budget', () => {
	it('is told where it binds: .1 for two of three e-mails, and no other choice adds more', () => {
		expect(about('The budget', many(3), { budget: 0.1 })).toEqual([expect.stringMatching(/^info: The budget of 0\.10 EUR binds: 0\.10 EUR of it is used\. No other choice adds more; one more EUR of budget would add about \d+\.\d\d\.$/)]);
	});

	it('without a currency is one of units of money', () => {
		expect(about('The budget', many(3, () => ({ currency: '' })), { budget: 0.1 })[0]).toContain('one more unit of money of budget would add about');
	});

	it('that is not exact says how much another choice may add: 20 of which one costs more than is left', () => {
		const persons = [...many(19, byPhone), { id: 50, ...byPhone(50), expectedMargin: 45 }];
		const [sentence] = about('The budget', persons, { budget: 32, calls: 20 });
		expect(sentence).toMatch(/^info: The budget of 32\.00 EUR binds: 30\.00 EUR of it is used\. No other choice adds more than 3\.38 EUR above it; one more EUR of budget would add about 1\.69\.$/);
	});

	it('is not told where everything fits, nor where there is none', () => {
		expect(about('The budget', many(3), { budget: 9 })).toEqual([]);
		expect(about('The budget', many(3))).toEqual([]);
	});
});

describe('a few who carry the sum', () => {
	const one = (expectedMargin: number, count = 19) => [...many(count), { id: 99, expectedMargin }];

	it('are named where three of twenty bring a quarter or more', () => {
		// (600 + 2 · 30) / (600 + 19 · 30) of the gain.
		expect(about('look at them', one(600))).toEqual(['warning: 56.4 % of that comes from 3 customers (99, 0, 1): look at them before you plan by the sum. One huge order in the past makes a huge one expected.']);
	});

	it('are those who bring most, wherever they stand: two by e-mail behind eighteen calls of whom three bring the same', () => {
		const called = many(18, byPhone);
		const persons = [...called, ...[50, 51].map((id): Person => ({ id, expectedMargin: 2000 }))];
		expect(about('look at them', persons, { calls: 18 })[0]).toContain('3 customers (50, 51, 0)');
	});

	it('are not where they bring less: 3 of 20 who bring the same are 15 %', () => expect(about('look at them', one(30))).toEqual([]));

	it('are not of fewer than twenty', () => expect(about('look at them', one(600, 18))).toEqual([]));
});

describe('what is assumed', () => {
	it('the margin, of one and of several', () => {
		const assumed = { expectedMargin: NaN, expectedSpend: 100 };
		expect(about('Margin (%)', many(1, () => assumed))).toEqual(['warning: What you earn of a purchase is not known of 1 customer, so 30 % of it is assumed. Set "Margin (%)": every priority goes by it.']);
		expect(about('Margin (%)', many(2, () => assumed))[0]).toContain('of 2 customers');
		expect(about('Margin (%)', many(2, () => assumed), { marginRate: 0.5 })).toEqual([]);
		expect(about('Margin (%)', many(2))).toEqual([]);
	});

	it('the costs, where money is far from dollars: those that are as assumed', () => {
		const assumed = { ...figures, call: channels.call.assumed, email: { ...channels.email.assumed, cost: 0.4 } };
		const inHryvnia = many(1, () => ({ currency: 'uah' }));
		expect(about('The costs', inHryvnia, { figures: assumed })).toEqual(['warning: The costs of Call are assumed as if in dollars or euros, but amounts are in UAH: set under "Figures of Call" what a contact costs you in UAH.']);
		expect(about('The costs', inHryvnia, { figures: { ...assumed, email: channels.email.assumed } })[0]).toContain('The costs of Call, E-Mail are assumed');
		expect(about('The costs', many(1), { figures: assumed })).toEqual([]);
		expect(about('The costs', many(1, () => ({ currency: '' })), { figures: assumed })).toEqual([]);
		expect(about('The costs', inHryvnia, { figures: { ...assumed, call: figures.email } })).toEqual([]);
	});

	it('other currencies are named, each once, in their order', () => {
		const persons: Person[] = [...many(3), { id: 10, currency: 'USD' }, { id: 11, currency: 'UAH' }, { id: 12, currency: 'UAH' }];
		expect(about('Worth of Currencies', persons)).toEqual(['warning: All money is in EUR, the currency of most customers. Set under "Worth of Currencies" what one UAH, USD is worth in it to have those customers too.']);
		expect(about('Worth of Currencies', persons, { worthOfCurrency: new Map([['UAH', 0.02], ['USD', 0.9]]) })).toEqual([]);
	});
});

describe('calls', () => {
	const manager = (calls: number) => ({ name: 'Olena', calls, called: null, wonBack: null });

	it('are fewer than Calls per Run where managers can make fewer', () => {
		expect(about('together', [{ id: 1 }], { managers: [manager(3)], calls: 10 })).toEqual(['info: The managers can make 3 calls together, fewer than "Calls per Run", so no more are planned.']);
		expect(about('together', [{ id: 1 }], { managers: [manager(1)], calls: 10 })[0]).toContain('can make 1 call together');
		expect(about('together', [{ id: 1 }], { managers: [manager(10)], calls: 10 })).toEqual([]);
		expect(about('together', [{ id: 1 }], { calls: 10 })).toEqual([]);
	});

	it('that nobody can make go to others, so no First is without a manager', () => {
		expect(about('no suggested manager', many(3, (id) => ({ ...byPhone(id), contact: { owner: 'Olena' } })), { managers: [manager(2)] })).toEqual([]);
	});
});

describe('the hold-out', () => {
	it('at a share of 0 proves nothing', () => {
		expect(about('held out', [{ id: 1 }], { holdoutShare: 0, secret: null })).toEqual(['info: Nobody is held out, so what the campaign brings cannot be proven: after a silence things often improve by themselves. "Hold-Out (%)" leaves some alone on purpose.']);
	});

	it('says what its numbers can show, in the words of the summary of those held out', () => {
		const { lists, advice } = reportOf(many(100), { holdoutShare: 0.3 });
		const [sentence] = advice.filter(({ message }) => message.startsWith('With ')).map(({ message }) => message);
		const heldOut = lists.notContacted.map(({ json }) => json);
		expect(sentence).toContain(`With ${heldOut.length} customers held out and ${100 - heldOut.length} contacted, `);
		for (const { summary } of heldOut) expect(summary).toMatch(new RegExp(`${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
	});

	it('says nothing of numbers where nobody is held out or nobody contacted', () => {
		expect(about('can be told from chance', [{ id: 1 }], { holdoutShare: 1e-9 })).toEqual([]);
		expect(about('can be told from chance', [{ id: 1 }], { holdoutShare: 1 })).toEqual([]);
	});

	it('without a key says by what it is drawn', () => {
		expect(about('drawn', [{ id: 1 }], { holdoutShare: 0.1, secret: null })).toEqual([
			'info: The hold-out is drawn by the name of the campaign, "Spring": another flow with that name leaves the same customers alone, and who knows the name can tell whom. The credential "Retention Secret API" draws it by a key of your own; choose it before a campaign begins, since it draws anew.',
		]);
		expect(about('drawn', [{ id: 1 }], { holdoutShare: 0.1 })).toEqual([]);
	});
});

describe('what is not known', () => {
	const unknown = (id: number): Person => ({ id, purchaseDays: 0, isKnown: false });

	it('of what customers bought, of one and of several', () => {
		expect(about('Nothing is known', [{ id: 1 }, unknown(2)])).toEqual([
			'warning: Nothing is known of what 1 customer bought, so it cannot be told whether they have lapsed: choose the stream "Purchases" in Customer Activity too, or give a list of them on the input "Lapsed".',
		]);
		expect(about('Nothing is known', [unknown(1), unknown(2)])[0]).toContain('of what 2 customers bought');
		expect(about('Nothing is known', [{ id: 1 }])).toEqual([]);
	});

	it('of those on the list only', () => {
		const listed = (person: Person): Person => ({ ...person, listedUpTo: null });
		expect(about('Nothing is known', [listed(unknown(1)), unknown(2), listed({ id: 3, chance: NaN })], { lapsedAre: 'listed' })).toEqual([
			'warning: Nothing is known of what 1 customer on the list bought, so nothing can be forecast of them: choose the stream "Purchases" in Customer Activity too.',
		]);
		expect(about('Nothing is known', [listed({ id: 1 })], { lapsedAre: 'listed' })).toEqual([]);
	});

	it('why chances are as they are, where Customer Forecast says it', () => {
		const given = customersOf([{ id: 1 }]);
		const { advice } = winBackReport({ ...given, forecasts: { ...given.forecasts!, why: 'By days of silence.' } }, settingsWith());
		expect(advice[advice.length - 1]).toEqual({ kind: 'info', message: 'Chances to return: By days of silence.' });
	});
});

describe('addresses', () => {
	const wrong = (kind: 'email' | 'phone' | 'messenger') => (id: number): Partial<Person> => ({ addresses: id === 0 ? {} : { email: null }, contact: { unusable: id === 0 ? [] : [kind] } });

	it.each([
		['email', 'e-mail address', 'e-mail addresses', 'Correct them in your CRM.'],
		['phone', 'phone number', 'phone numbers', 'Where they have no country code, set "Phone Country".'],
		['messenger', 'messenger name', 'messenger names', 'Give names such as @anna, numbers or links.'],
	] as const)('that cannot be used: %s, one and several', (kind, one, several, remedy) => {
		const changes: Changes = { channels: ['call', 'email', 'messenger'] };
		expect(about('cannot be used', many(2, wrong(kind)), changes)).toEqual([`warning: 1 ${one} of lapsed customers cannot be used. ${remedy}`]);
		expect(about('cannot be used', many(3, wrong(kind)), changes)[0]).toContain(`2 ${several} of lapsed customers cannot be used.`);
	});

	it('that no channel in use needs are not told of', () => expect(about('cannot be used', many(2, wrong('phone')), { channels: ['email'] })).toEqual([]));

	it('that nobody has are told by the channels that need them', () => {
		expect(about('No lapsed', [{ id: 1 }], { channels: ['call', 'email', 'sms'] })).toEqual(['warning: No lapsed customer has a phone number, which "Call", "SMS" need. Name its column under "Columns of Your Own".']);
		expect(about('No lapsed', [{ id: 1, ...byPhone(1) }])).toEqual(['warning: No lapsed customer has an e-mail address, which "E-Mail" needs. Name its column under "Columns of Your Own".']);
		expect(about('No lapsed', [{ id: 1, silent: 3 }])).toEqual([]);
	});
});
