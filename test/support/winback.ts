/** What Win-Back Priority promises of every run: figures that follow from each other, ranks, limits, and lists that nobody is on twice. */
import type { IDataObject } from 'n8n-workflow';
import { reasonCodes, winBackFields } from '../../domain/winback/itemFields';

const DAY = 86_400_000;
/** Half a unit of the fourth decimal for each figure that is rounded by itself. */
const MONEY = 2.1e-4;
/** Chances and ratios have ten decimals. */
const CHANCE = 1e-8;

const LISTS = ['first', 'worthIt', 'notWorthIt', 'notContacted'] as const;
const HEADS = ['First', 'Worth It', 'Not Worth It', 'Not Contacted'] as const;
const SCORED = ['chanceToReturn', 'expectedMargin', 'worthOfReturn', 'returnCounts', 'marginIs'] as const;
const OF_CONTACT = ['priority', 'channel', 'contactAt', 'reach', 'oddsRatio', 'chanceWithContact', 'contactCost', 'offerCost'] as const;
const MAY_NOT_CONTACT: readonly unknown[] = ['objected', 'addressObjected', 'consentUnclear', 'noConsent'];
const own = Object.keys(winBackFields);

/** The settings that limits hang on; text where they are expressions. */
interface Limits {
	readonly calls?: unknown;
	readonly budget?: unknown;
	readonly managers?: { readonly values?: ReadonlyArray<{ readonly name: string; readonly calls?: number }> };
	readonly columns?: Readonly<Record<string, unknown>>;
}

const numbersIn = (json: IDataObject) => json as Readonly<Record<string, number>>;
const near = (one: number, other: number, tolerance: number) => Math.abs(one - other) <= tolerance;

/** The customer, contact details and kept columns, then the fields of the registry in order. */
function expectNames(json: IDataObject): void {
	const names = Object.keys(json);
	const start = names.indexOf('summary');
	expect([names[0], ...names.slice(start)]).toEqual(own);
	expect(names.slice(1, start).filter((name) => own.includes(name))).toEqual([]);
}

/** W3: P1 = P0·OR / (1 − P0 + P0·OR); priority = reach·(P1 − P0)·M − offer − contact; M = margin / P0, as many times as it counts. */
function expectMoney(json: IDataObject): void {
	const { priority, chanceToReturn: alone, chanceWithContact: withContact, oddsRatio, reach, worthOfReturn, returnCounts, expectedMargin, offerCost, contactCost } = numbersIn(json);
	if (alone === null) {
		expect(SCORED.map((name) => json[name])).toEqual(SCORED.map(() => null));
		expect(OF_CONTACT.map((name) => json[name])).toEqual(OF_CONTACT.map(() => null));
		return;
	}
	expect([alone >= 0 && alone <= 1, returnCounts > 0]).toEqual([true, true]);
	expect(near(worthOfReturn * alone, expectedMargin * returnCounts, MONEY * (1 + returnCounts) + CHANCE * Math.abs(worthOfReturn))).toBe(true);
	if ((json.findings as IDataObject[]).some(({ effect }) => effect === 'notWorth')) expect(returnCounts).toBe(1);
	if (json.channel === null) {
		expect(OF_CONTACT.map((name) => json[name])).toEqual(OF_CONTACT.map(() => null));
		return;
	}
	expect(near(withContact, (alone * oddsRatio) / (1 - alone + alone * oddsRatio), CHANCE)).toBe(true);
	expect(near(priority, reach * (withContact - alone) * worthOfReturn - offerCost - contactCost, MONEY * 2 + CHANCE * Math.abs(worthOfReturn))).toBe(true);
}

/** Which list, why, and what hangs on it. */
function expectReasons(json: IDataObject, place: number): void {
	const { list, reason, reasonCode, notWorthReason, rank, sendAfter, holdout, heldOutFrom, suggestedManager, leftBecause, reasonFactor, findings } = json;
	expect(list).toBe(LISTS[place]);
	expect(reasonCodes[reasonCode as keyof typeof reasonCodes].replace(/[:,].*/, '')).toBe(HEADS[place]);
	expect(notWorthReason).toBe(list === 'notWorthIt' ? reason : null);
	expect([rank !== null, typeof sendAfter === 'string']).toEqual([place < 2, place < 2]);
	expect(reasonCode === 'heldOut' || reasonCode === 'heldOutBefore').toBe(holdout);
	// A table may have kept that somebody was held out, and not from which list.
	if (reasonCode !== 'heldOutBefore') expect(heldOutFrom !== null).toBe(holdout);
	if (place !== 0) expect(suggestedManager).toBeNull();
	expect(reasonFactor === null).toBe(leftBecause === null);
	if (MAY_NOT_CONTACT.includes(reasonCode)) expect([json.chanceToReturn, json.priority, json.segment, leftBecause, findings]).toEqual([null, null, null, null, []]);
	if (place < 2) expect(json.priority).toBeGreaterThan(0);
	const said = (json.reasons as string).split('; ').filter((part) => part !== '').map((part) => part.split(': ')[0]);
	expect(said).toEqual([...SCORED, ...OF_CONTACT].filter((name) => json[name] === null));
	for (const text of [json.summary, reason]) expect(text).toMatch(/^(?!.*(undefined|NaN|null|\[object)).+\S\.?\s?/s);
}

function expectDays({ asOf, lastPurchaseOn, daysSince, campaign, campaignKey, customer, audience }: IDataObject): void {
	expect(daysSince).toBe(lastPurchaseOn === null ? null : (Date.parse(asOf as string) - Date.parse(lastPurchaseOn as string)) / DAY);
	expect(campaignKey).toBe(`${campaign as string}:${customer as string}:${(lastPurchaseOn ?? 'never') as string}`);
	if (audience === 'neverBought') expect(lastPurchaseOn).toBeNull();
}

/** Ranks go on from First to Worth It, each sorted by what it adds; First are calls, and Worth It are none. */
function expectRanks([first, worthIt]: ReadonlyArray<readonly IDataObject[]>): void {
	expect([...first, ...worthIt].map(({ rank }) => rank)).toEqual([...first, ...worthIt].map((_, place) => place + 1));
	for (const list of [first, worthIt]) {
		const priorities = list.map(({ priority }) => priority as number);
		expect(priorities).toEqual([...priorities].sort((one, other) => other - one));
	}
	expect(first.filter(({ channel }) => channel !== 'call')).toEqual([]);
	expect(worthIt.filter(({ channel }) => channel === 'call')).toEqual([]);
}

const ADDRESSES: Readonly<Record<string, RegExp>> = { call: /^\+\d{6,15}$/, sms: /^\+\d{6,15}$/, voiceRobot: /^\+\d{6,15}$/, email: /^[^@\s]+@[^@\sA-Z]+$/ };

/** Each is contacted at an address that the channel can take, and nobody twice at one. */
function expectAddresses([first, worthIt]: ReadonlyArray<readonly IDataObject[]>): void {
	const contacted = [...first, ...worthIt];
	for (const { channel, contactAt } of contacted) expect(contactAt).toMatch(ADDRESSES[channel as string] ?? /\S/);
	const addresses = contacted.map(({ contactAt }) => String(contactAt).toLowerCase());
	expect(new Set(addresses).size).toBe(addresses.length);
}

/** Calls and money are not exceeded, nor a manager's calls; and nobody calls a customer of their own. */
function expectLimits([first, worthIt]: ReadonlyArray<readonly IDataObject[]>, { calls = 25, budget = 0, managers, columns }: Limits): void {
	if (typeof calls === 'number') expect(first.length).toBeLessThanOrEqual(calls);
	const spent = [...first, ...worthIt].reduce((sum, { contactCost, offerCost }) => sum + (contactCost as number) + (offerCost as number), 0);
	if (typeof budget === 'number' && budget > 0) expect(spent).toBeLessThanOrEqual(budget + MONEY * (first.length + worthIt.length));
	for (const { name, calls: own = 10 } of managers?.values ?? []) {
		if (typeof own !== 'number') continue;
		const theirs = first.filter(({ suggestedManager }) => suggestedManager === name);
		expect(theirs.length).toBeLessThanOrEqual(own);
		expect(theirs.filter((json) => String(json[String(columns?.owner ?? 'owner')] ?? '').trim().toLowerCase() === name.toLowerCase())).toEqual([]);
	}
}

/** What holds of the lists of every run: First, Worth It, Not Worth It, Not Contacted. */
export function expectWinBackPromises(lists: ReadonlyArray<readonly IDataObject[]>, limits: Limits): void {
	const everybody = lists.flat();
	lists.forEach((list, place) => {
		for (const json of list) {
			expectNames(json);
			expectMoney(json);
			expectReasons(json, place);
			expectDays(json);
		}
	});
	expect(new Set(everybody.map(({ customer }) => String(customer))).size).toBe(everybody.length);
	const [one] = everybody;
	for (const { asOf, currency, campaign, horizonDays } of everybody) expect([asOf, currency, campaign, horizonDays]).toEqual([one.asOf, one.currency, one.campaign, one.horizonDays]);
	expectRanks(lists);
	expectAddresses(lists);
	expectLimits(lists, limits);
}
