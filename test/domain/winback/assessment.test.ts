/** What is found of each customer, and what goes before what; a table of persons, and the code of each in the output. */
import type { WinBackSettings } from '../../../domain/winback/settings';
import { deepFrozen } from '../../support/reading';
import type { Person } from '../../support/winBackPersons';
import { asOf, codeOf, codesOf, itemOf, itemsOfPersons, settingsWith } from '../../support/winBackPersons';

type Changes = Partial<WinBackSettings>;

/** As of 2024-06-30, silent for 200 days: since 2023-12-13. */
const LAST_ON = asOf - 200;

describe('who has lapsed', () => {
	it('is who has been silent for more than 90 days: 91, not 90', () => {
		expect(codesOf([{ id: 1, silent: 91 }, { id: 2, silent: 90 }])).toEqual(['contactAdds', 'no output']);
	});

	it('is not who has a subscription, nor of whose purchases nothing is known', () => {
		expect(codesOf([{ id: 1, behaviour: { isSubscribed: true } }, { id: 2, purchaseDays: 0, isKnown: false }])).toEqual(['no output', 'no output']);
	});

	it('is of those who never bought who is a customer for more than 90 days, or nobody knows since when; only with the rule for them', () => {
		const persons: Person[] = [91, 90, null].map((tenureDays, id) => ({ id, purchaseDays: 0, behaviour: { tenureDays } }));
		expect(codesOf(persons)).toEqual(['neverBought', 'no output', 'neverBought']);
		expect(codesOf(persons, { rules: ['toxic'] })).toEqual(['no output', 'no output', 'no output']);
	});

	it('is who is on the list, however short their silence, and nobody else, however long', () => {
		const persons: Person[] = [{ id: 1, silent: 1, listedUpTo: null }, { id: 2, silent: 390 }, { id: 3, purchaseDays: 0, isKnown: false, listedUpTo: null, chance: 0.1, expectedMargin: 10 }];
		expect(codesOf(persons, { lapsedAre: 'listed' })).toEqual(['contactAdds', 'no output', 'contactAdds']);
	});

	it('is nobody where those on a list are asked for and none is given', () => expect(codeOf({}, { lapsedAre: 'listed' })).toBe('no output'));
});

describe('reasons in their order', () => {
	interface Step {
		readonly code: string;
		readonly person: Partial<Person>;
		readonly changes?: Changes;
	}

	const noMoney: Partial<Person> = { expectedMargin: 0 };
	/** Each goes before all that follow. */
	const steps: readonly Step[] = [
		{ code: 'objected', person: { contact: { consent: false } } },
		{ code: 'consentUnclear', person: { contact: { consent: 'unclear' } } },
		{ code: 'noConsent', person: {}, changes: { onlyWithConsent: true } },
		{ code: 'subscribed', person: { behaviour: { isSubscribed: true } } },
		{ code: 'boughtSince', person: { listedUpTo: LAST_ON - 1 } },
		{ code: 'alreadyContacted', person: { sent: [{ key: 'spring:ann:2023-12-13' }] } },
		{ code: 'heldOutBefore', person: { sent: [{ key: 'spring:ann:2023-12-13', isHeldOut: true }] } },
		{ code: 'contactedRecently', person: { contact: { lastContactOn: asOf - 29 } } },
		{ code: 'unreachable', person: { addresses: { email: null } } },
		{ code: 'otherCurrency', person: { currency: 'UAH' } },
		{ code: 'ruledOut', person: { behaviour: { isToxic: true } } },
		{ code: 'noForecast', person: { chance: NaN } },
		{ code: 'noMargin', person: { expectedMargin: NaN } },
		{ code: 'costsMore', person: noMoney },
		{ code: 'contactAdds', person: {} },
	];

	/** Two others pay in EUR, so that it is the currency of the run; they have not lapsed and are on no list. */
	const others: readonly Person[] = [{ id: 'bob', silent: 1 }, { id: 'cem', silent: 1 }];
	const codeWith = (person: Partial<Person>, changes: Changes = {}) => codesOf([{ id: 'ann', listedUpTo: null, ...person }, ...others], { lapsedAre: 'listed', ...changes })[0];
	const both = (one: Partial<Person>, other: Partial<Person>): Partial<Person> => ({
		...other,
		...one,
		contact: { ...other.contact, ...one.contact },
		behaviour: { ...other.behaviour, ...one.behaviour },
		addresses: { ...other.addresses, ...one.addresses },
		sent: [...(other.sent ?? []), ...(one.sent ?? [])],
	});

	it.each(steps.map((step) => [step.code, step] as const))('%s by itself', (code, { person, changes }) => expect(codeWith(person, changes)).toBe(code));

	it.each(steps.slice(1).map((step, at) => [steps[at].code, step.code, steps[at], step] as const))('%s goes before %s', (code, _, before, after) => {
		expect(codeWith(both(before.person, after.person), { ...after.changes, ...before.changes })).toBe(code);
	});

	it('every earlier one goes before every later one', () => {
		for (const [at, before] of steps.entries()) {
			for (const after of steps.slice(at + 1)) expect([before.code, after.code, codeWith(both(before.person, after.person), { ...after.changes, ...before.changes })]).toEqual([before.code, after.code, before.code]);
		}
	});

	it('an objection at the same address goes before consent that is not understood, and after an own one', () => {
		const objecting: Person = { id: 'bob', contact: { consent: false }, addresses: { email: 'ann@x.org' }, silent: 1 };
		expect(codesOf([{ id: 'ann', contact: { consent: 'unclear' } }, objecting])[0]).toBe('addressObjected');
		expect(codesOf([{ id: 'ann', contact: { consent: false } }, objecting])[0]).toBe('objected');
	});

	it('a consent of one’s own does not outweigh an objection at the same address', () => {
		expect(codesOf([{ id: 'ann', contact: { consent: true } }, { id: 'bob', contact: { consent: false }, addresses: { email: 'ANN@x.org' } }])).toEqual(['addressObjected', 'objected']);
	});
});

describe('consent', () => {
	it.each<[consent: boolean | null, onlyWithConsent: boolean, code: string]>([
		[null, false, 'contactAdds'],
		[null, true, 'noConsent'],
		[true, true, 'contactAdds'],
		[false, false, 'objected'],
	])('of %p, where only with consent is %p, is %s', (consent, onlyWithConsent, code) => expect(codeOf({ contact: { consent } }, { onlyWithConsent })).toBe(code));

	it('that is not there leaves nothing scored, nor any rule or reason told', () => {
		expect(itemOf({ contact: { consent: false }, behaviour: { isToxic: true, leftBecause: 'competitor' }, segment: 'At risk' })).toMatchObject({
			list: 'notContacted', chanceToReturn: null, priority: null, channel: null, contactAt: null, segment: null, leftBecause: null, findings: [], sendAfter: null,
		});
	});
});

describe('bought since listed', () => {
	it('is who bought a day after the day up to which the list knew, not on it, nor where the list does not say', () => {
		const persons: Person[] = [LAST_ON - 1, LAST_ON, null].map((listedUpTo, id) => ({ id, listedUpTo }));
		expect(codesOf(persons, { lapsedAre: 'listed' })).toEqual(['boughtSince', 'contactAdds', 'contactAdds']);
	});

	it('is nobody who never bought', () => expect(codeOf({ purchaseDays: 0, listedUpTo: 1, chance: 0.1, expectedMargin: 10 }, { lapsedAre: 'listed' })).toBe('neverBought'));
});

describe('an attempt in this silence', () => {
	/** The campaign is Spring; ann last bought on 2023-12-13. */
	it.each<[claim: string, sent: NonNullable<Person['sent']>[number], isAttempt: boolean]>([
		['its key, whatever its day', { key: 'spring:ann:2023-12-13', day: LAST_ON - 500 }, true],
		['the key of an earlier silence, without a day', { key: 'spring:ann:2023-01-01' }, false],
		['the key of an earlier silence, a day after the last purchase', { key: 'spring:ann:2023-01-01', day: LAST_ON + 1 }, true],
		['the key of another campaign, after the last purchase', { key: 'winter:ann:2023-12-13', day: LAST_ON + 1 }, false],
		['the key of a campaign whose name begins alike', { key: 'spring sale:ann:2023-12-13', day: LAST_ON + 1 }, false],
		['the campaign, a day after the last purchase', { campaign: 'spring', day: LAST_ON + 1 }, true],
		['the campaign, on the day of the last purchase', { campaign: 'spring', day: LAST_ON }, false],
		['the campaign, without a day', { campaign: 'spring' }, true],
		['the campaign, and a key of an earlier silence without a day', { campaign: 'spring', key: 'spring:ann:2023-01-01' }, false],
		['another campaign, after the last purchase', { campaign: 'winter', day: LAST_ON + 1 }, false],
		['another campaign, though the key is its own', { campaign: 'winter', key: 'spring:ann:2023-12-13' }, true],
		['neither campaign nor key, a day after the last purchase', { day: LAST_ON + 1 }, true],
		['neither campaign nor key, on the day of the last purchase', { day: LAST_ON }, false],
		['nothing at all', {}, true],
	])('%s', (_, sent, isAttempt) => expect(codeOf({ sent: [sent] })).toBe(isAttempt ? 'alreadyContacted' : 'contactAdds'));

	it('is of who never bought whatever the campaign sent on any day', () => {
		expect(codeOf({ purchaseDays: 0, sent: [{ campaign: 'spring', day: 1 }] })).toBe('alreadyContacted');
		expect(codeOf({ purchaseDays: 0, sent: [{ key: 'spring:ann:never' }] })).toBe('alreadyContacted');
	});

	it('is found by its key alone where the row names nobody', () => {
		const sent = { campaign: null, key: 'spring:ann:2023-12-13', day: null, isHeldOut: false, heldOutFrom: null };
		expect(codesOf([{ id: 'ann' }, { id: 'bob' }], {}, new Map([[sent.key, [sent]]]))).toEqual(['alreadyContacted', 'contactAdds']);
	});

	it('tells its day, and a contact goes before a hold-out', () => {
		const held = { campaign: 'spring', day: LAST_ON + 3, isHeldOut: true, heldOutFrom: 'first' } as const;
		expect(itemOf({ sent: [held, { campaign: 'spring', day: LAST_ON + 5 }] })).toMatchObject({ reasonCode: 'alreadyContacted', reason: 'This campaign already reached out on 2023-12-18.' });
		expect(itemOf({ sent: [held] })).toMatchObject({ reasonCode: 'heldOutBefore', list: 'notContacted', holdout: true, heldOutFrom: 'first', chanceToReturn: 0.3 });
	});

	it('that was made to anybody at the same address holds for all of them; of several the last is told', () => {
		const same = { addresses: { email: 'ann@x.org' } };
		const items = itemsOfPersons([{ id: 'ann', sent: [{ campaign: 'spring', day: LAST_ON + 1 }] }, { id: 'bob', ...same, sent: [{ campaign: 'spring', day: LAST_ON + 9 }, { campaign: 'spring' }] }, { id: 'cem', ...same }]);
		expect(items.map(({ reasonCode, reason }) => [reasonCode, reason])).toEqual(new Array(3).fill(['alreadyContacted', 'This campaign already reached out on 2023-12-22.']));
		expect(codesOf([{ id: 'ann', sent: [{ campaign: 'winter', day: asOf - 3 }] }, { id: 'bob', ...same }])).toEqual(['contactedRecently', 'contactedRecently']);
		expect(codesOf([{ id: 'ann', sent: [{ campaign: 'spring', isHeldOut: true }] }, { id: 'bob', ...same }])).toEqual(['heldOutBefore', 'sameAddress']);
	});

	it('is looked up once for an address: 50,000 customers with that of the shop, each contacted in another campaign long ago', () => {
		const persons = Array.from({ length: 50_000 }, (_, id): Person => ({ id, addresses: { email: 'shop@x.org' }, sent: [{ campaign: 'winter', day: 1 + (id % 9) }] }));
		const codes = codesOf(persons);
		expect([codes[0], new Set(codes.slice(1))]).toEqual(['contactAdds', new Set(['sameAddress'])]);
	});

	it('of several hold-outs is the last, and of those of one day the one that says First', () => {
		const held = (day: number | null, heldOutFrom: 'first' | 'worthIt' | null) => ({ campaign: 'spring', isHeldOut: true, day, heldOutFrom });
		const from = (...sent: ReturnType<typeof held>[]) => [sent, [...sent].reverse()].map((each) => itemOf({ sent: each }).heldOutFrom);
		expect(from(held(LAST_ON + 1, 'first'), held(LAST_ON + 2, 'worthIt'))).toEqual(['worthIt', 'worthIt']);
		expect(from(held(LAST_ON + 1, 'first'), held(LAST_ON + 1, 'worthIt'), held(null, null))).toEqual(['first', 'first']);
		expect(from(held(null, null), held(null, 'worthIt'))).toEqual(['worthIt', 'worthIt']);
	});

	it('of a hold-out ends with the silence: one from before the last purchase is drawn anew', () => {
		expect(codeOf({ sent: [{ campaign: 'spring', day: LAST_ON, isHeldOut: true }] })).toBe('contactAdds');
		expect(itemOf({ sent: [{ campaign: 'spring', isHeldOut: true }] })).toMatchObject({ reasonCode: 'heldOutBefore', heldOutFrom: null });
	});

	it('with somebody at the same address is one with all of them, also where the row has but the other’s key', () => {
		const bob: Person = { id: 'bob', addresses: { email: 'ann@x.org' } };
		for (const sent of [{ campaign: 'spring', day: LAST_ON + 5 }, { key: 'spring:ann:2023-12-13' }]) expect(codesOf([{ id: 'ann', sent: [sent] }, bob])).toEqual(['alreadyContacted', 'alreadyContacted']);
		expect(codesOf([{ id: 'ann', sent: [{ key: 'spring:ann:2023-01-01' }] }, bob])).toEqual(['contactAdds', 'sameAddress']);
	});

	it('that was held back leaves others at the address alone, who are not held out: nobody drew them', () => {
		const held = { campaign: 'spring', day: LAST_ON + 3, isHeldOut: true, heldOutFrom: 'first' } as const;
		const items = itemsOfPersons([{ id: 'ann', sent: [held] }, { id: 'bob', addresses: { email: 'ann@x.org' } }]);
		expect(items.map(({ reasonCode, holdout, heldOutFrom }) => [reasonCode, holdout, heldOutFrom])).toEqual([['heldOutBefore', true, 'first'], ['sameAddress', false, null]]);
	});

	it('is nothing where no list is connected', () => expect(codeOf({})).toBe('contactAdds'));
});

describe('contacted within 30 days', () => {
	it.each([[29, 'contactedRecently'], [30, 'contactAdds']])('%d days ago: %s', (days, code) => {
		expect(codeOf({ contact: { lastContactOn: asOf - days } })).toBe(code);
		expect(codeOf({ sent: [{ campaign: 'winter', day: asOf - days }] })).toBe(code);
	});

	it('counts the later of what the item says and what was sent, of whatever campaign, and no hold-out', () => {
		expect(itemOf({ contact: { lastContactOn: asOf - 20 }, sent: [{ campaign: 'winter', day: asOf - 5 }] })).toMatchObject({ reason: 'There was contact within the last 5 days.' });
		expect(itemOf({ contact: { lastContactOn: asOf - 3 }, sent: [{ campaign: 'winter', day: asOf - 5 }] })).toMatchObject({ reason: 'There was contact within the last 3 days.' });
		expect(codeOf({ sent: [{ campaign: 'winter', day: asOf - 5, isHeldOut: true }] })).toBe('contactAdds');
	});

	it('takes a contact that is still to come for one of today', () => {
		expect(itemOf({ contact: { lastContactOn: asOf + 9 } })).toMatchObject({ reasonCode: 'contactedRecently', reason: 'There was contact today.' });
	});

	it('skips nobody where the setting is 0 days', () => expect(codeOf({ contact: { lastContactOn: asOf } }, { skipDays: 0 })).toBe('contactAdds'));

	it('counts a contact with anybody at the same address', () => {
		expect(codesOf([{ id: 1 }, { id: 2, silent: 1, addresses: { email: '1@x.org' }, contact: { lastContactOn: asOf - 2 } }])[0]).toBe('contactedRecently');
	});
});

describe('who never bought', () => {
	const never: Partial<Person> = { purchaseDays: 0, behaviour: { tenureDays: 200 } };
	/** Whose purchases bring 100 EUR a day: 300 on 3 days. */
	const buyer: Person = { id: 'bob', silent: 1 };

	it('is not worth it without a chance of a first purchase, and an audience of its own', () => {
		expect(itemOf(never)).toMatchObject({ list: 'notWorthIt', reasonCode: 'neverBought', audience: 'neverBought', lastPurchaseOn: null, campaignKey: 'Spring:ann:never' });
	});

	it('is expected to earn the chance times a usual purchase: .1 · 100 · .5, and 50 given a purchase', () => {
		const changes = { firstPurchaseChance: 0.1, marginRate: 0.5 };
		expect(itemsOfPersons([{ id: 'ann', ...never }, buyer], changes)[0]).toMatchObject({ reasonCode: 'contactAdds', expectedMargin: 5, worthOfReturn: 50, marginIs: 'set' });
		expect(codeOf(never, changes)).toBe('noMargin');
	});

	it('names no currency as a rule, and is expected to pay in that of the run', () => {
		expect(itemsOfPersons([{ id: 'ann', ...never, currency: '' }, buyer], { firstPurchaseChance: 0.1, marginRate: 0.5 })[0]).toMatchObject({ expectedMargin: 5, currency: 'EUR' });
	});

	it('has a margin of .3 assumed where none is set: .1 · 100 · .3', () => {
		const [{ chanceToReturn, expectedMargin, worthOfReturn, marginIs }] = itemsOfPersons([{ id: 'ann', ...never }, buyer], { firstPurchaseChance: 0.1 });
		expect({ chanceToReturn, expectedMargin, worthOfReturn, marginIs }).toEqual({ chanceToReturn: 0.1, expectedMargin: 3, worthOfReturn: 30, marginIs: 'assumed' });
	});
});

describe('what a return is worth', () => {
	it('is the expected margin over the chance, 30 / .3, and counts once where no rule speaks for it', () => {
		expect(itemOf({})).toMatchObject({ chanceToReturn: 0.3, expectedMargin: 30, worthOfReturn: 100, returnCounts: 1, marginIs: 'forecast' });
	});

	it('is of the spend the margin that is set, else the assumed .3 where no margin is known: 50 · .4 and 50 · .3', () => {
		expect(itemOf({ expectedSpend: 50 }, { marginRate: 0.4 })).toMatchObject({ expectedMargin: 20, marginIs: 'set' });
		expect(itemOf({ expectedSpend: 50, expectedMargin: NaN })).toMatchObject({ expectedMargin: 15, worthOfReturn: 50, marginIs: 'assumed' });
	});

	it('counts as many times as the strongest rule says: 2 of a big name and 1.25 of wholesale are 2', () => {
		expect(itemOf({ behaviour: { isWholesale: true } })).toMatchObject({ worthOfReturn: 125, returnCounts: 1.25 });
		expect(itemOf({ behaviour: { isWholesale: true, isBigName: true } })).toMatchObject({ worthOfReturn: 200, returnCounts: 2, expectedMargin: 30 });
	});

	it('counts once where a rule speaks against it too: then money alone decides', () => {
		const behaviour = { isBigName: true, promotionShare: 1, promotionKnown: 9 };
		expect(itemOf({ behaviour })).toMatchObject({ reasonCode: 'contactAdds', worthOfReturn: 100, returnCounts: 1 });
		expect(codeOf({ behaviour: { ...behaviour, isBigName: null } })).toBe('ruledOut');
		expect(codeOf({ behaviour, expectedMargin: 0 })).toBe('costsMore');
	});

	it('counts nothing against who is toxic: that is final, a big name or not', () => {
		expect(codeOf({ behaviour: { isToxic: true, isBigName: true } })).toBe('ruledOut');
		expect(codeOf({ behaviour: { isToxic: true } }, { rules: [] })).toBe('contactAdds');
	});

	it('is nothing of a chance that is 0 as it stands in an item, .000001: nothing can be divided by it', () => {
		expect(itemOf({ chance: 1e-6 })).toMatchObject({ worthOfReturn: 0, reasonCode: 'costsMore' });
		expect(itemOf({ chance: 2e-6 }).worthOfReturn).toBe(15_000_000);
	});
});

describe('the best channel', () => {
	it('is the one that adds most of those with an address', () => {
		expect(itemOf({ addresses: { phone: '+1' } })).toMatchObject({ channel: 'call', list: 'first', contactAt: '+1' });
		expect(itemOf({ addresses: { phone: '+1', email: null } }, { channels: ['email'] })).toMatchObject({ reasonCode: 'unreachable', channel: null });
	});

	it('is the first in the order of the registry where two add the same', () => {
		const { figures } = settingsWith();
		const alike = { ...figures, sms: figures.email };
		expect(itemOf({ addresses: { phone: '+1' } }, { channels: ['email', 'sms'], figures: alike }).channel).toBe('email');
	});

	it('goes by why they left: with 1.2 the odds are 1.8 times, with .5 a contact does nothing', () => {
		const { oddsFactors } = settingsWith();
		const changes = { oddsFactors: deepFrozen({ ...oddsFactors, badService: 1.2, movedAway: 0.5 }) };
		expect(itemOf({ behaviour: { leftBecause: 'badService' } }, changes)).toMatchObject({ oddsRatio: 1.8, reasonFactor: 1.2, chanceWithContact: Math.round((0.54 / 1.24) * 1e10) / 1e10 });
		expect(itemOf({ behaviour: { leftBecause: 'movedAway' } }, changes)).toMatchObject({ oddsRatio: 1, reasonCode: 'costsMore', priority: -0.05 });
	});
});

describe('currencies', () => {
	const persons: Person[] = [{ id: 1 }, { id: 2 }, { id: 3, currency: 'UAH', expectedMargin: 1200 }, { id: 4, currency: '' }];

	it('of the run is that of most customers; another is not contacted until its worth is set, none named is taken for it', () => {
		expect(codesOf(persons)).toEqual(['contactAdds', 'contactAdds', 'otherCurrency', 'contactAdds']);
	});

	it('are one however they are written: UAH and uah', () => {
		expect(codesOf([{ id: 1, currency: 'UAH' }, { id: 2, currency: 'UAH' }, { id: 3, currency: 'uah' }])).toEqual(new Array(3).fill('contactAdds'));
	});

	it('with a worth of .025: 1,200 UAH of margin are 30 EUR', () => {
		const changes = { worthOfCurrency: new Map([['UAH', 0.025]]) };
		expect(codesOf(persons, changes)).toEqual(new Array(4).fill('contactAdds'));
		expect(itemOf({ currency: 'UAH' }, changes)).toMatchObject({ currency: 'UAH', expectedMargin: 30 });
	});

	it('of two with as many customers is the first in the alphabet', () => {
		expect(codesOf([{ id: 1, currency: 'USD' }, { id: 2, currency: 'EUR' }])).toEqual(['otherCurrency', 'contactAdds']);
	});

	it('do not count who never bought: of one buyer in EUR and two others in UAH it is EUR', () => {
		expect(codesOf([{ id: 1, currency: 'UAH', purchaseDays: 0 }, { id: 2, currency: 'UAH', purchaseDays: 0 }, { id: 3 }])[2]).toBe('contactAdds');
	});
});
