/** Customers of Win-Back Priority as small drawn tables, and what the report says of each. */
import type { PurchaseCustomers } from '../../domain/purchases/purchaseCustomers';
import { createZone, dayOfDate } from '../../domain/time';
import type { Behaviour, Contact, ContactedBefore, SentBefore, WinBackCustomers } from '../../domain/winback/customers';
import type { ChannelId } from '../../domain/winback/channels';
import { channelIds } from '../../domain/winback/channels';
import type { ChannelFigures } from '../../domain/winback/channels/channel';
import type { ListId } from '../../domain/winback/lists';
import { reasonIds } from '../../domain/winback/reasons';
import { ruleIds } from '../../domain/winback/rules';
import type { WinBackSettings } from '../../domain/winback/settings';
import type { WinBackItem } from '../../domain/winback/winBackItem';
import type { WinBackReport } from '../../domain/winback/winBackReport';
import { winBackReport } from '../../domain/winback/winBackReport';
import { deepFrozen } from './reading';

export const asOf = dayOfDate(2024, 6, 30);
export const utc = createZone('UTC');
export const SEND_AFTER = '2024-07-01T08:00:00+00:00';

/** One customer; who says nothing else bought on 3 days, last 200 days ago, and returns with .3, which earns 100. */
export interface Person {
	readonly id: string | number;
	readonly purchaseDays?: number;
	/** Days since the last purchase, and since the first. */
	readonly silent?: number;
	readonly age?: number;
	readonly net?: number;
	readonly margin?: number;
	/** '' for none named. */
	readonly currency?: string;
	readonly chance?: number;
	readonly expectedSpend?: number;
	readonly expectedMargin?: number;
	readonly segment?: string | null;
	/** False where no stream of purchases is connected. */
	readonly isKnown?: boolean;
	readonly behaviour?: Partial<Behaviour>;
	readonly contact?: Partial<Omit<Contact, 'addresses'>>;
	readonly addresses?: Partial<Contact['addresses']>;
	/** Day number up to which the list knew of them, null where it does not say; not on it where left out. */
	readonly listedUpTo?: number | null;
	readonly sent?: ReadonlyArray<Partial<SentBefore>>;
}

const NOTHING_KNOWN: Behaviour = {
	orders: null, promotionShare: null, promotionKnown: null, instalmentShare: null, instalmentsKnown: null, returnedShare: null, paidOnTime: null, paidLate: null,
	topCategory: null, tenureDays: null, isSubscribed: false, leftBecause: null, isToxic: null, isBigName: null, isWholesale: null,
};

const nameOf = ({ id }: Person): string => String(id).replace(/\W/g, '');

const hasBought = ({ purchaseDays = 3 }: Person): boolean => purchaseDays > 0;

/** What is known of purchases, in columns. */
export function purchasesOf(persons: readonly Person[]): PurchaseCustomers {
	const currencies = [...new Set(persons.map(({ currency = 'EUR' }) => currency))].filter((name) => name !== '');
	const ofBuyers = (value: (person: Person) => number, otherwise: number) => persons.map((person) => (hasBought(person) ? value(person) : otherwise));
	return {
		count: persons.length,
		asOf,
		purchaseDays: Int32Array.from(persons, ({ purchaseDays = 3 }) => purchaseDays),
		recencyDays: Int32Array.from(ofBuyers(({ silent = 200, age = 400 }) => age - silent, 0)),
		ageDays: Int32Array.from(ofBuyers(({ age = 400 }) => age, 0)),
		net: Float64Array.from(ofBuyers(({ net = 300 }) => net, NaN)),
		margin: Float64Array.from(ofBuyers(({ margin = NaN }) => margin, NaN)),
		currency: Int32Array.from(persons, ({ currency = 'EUR' }) => currencies.indexOf(currency)),
		currencies,
		history: null,
	};
}

const contactOf = (person: Person): Contact => ({
	consent: null, unusable: [], lastContactOn: null, zone: utc, owner: null,
	...person.contact,
	addresses: { email: `${nameOf(person)}@x.org`, phone: null, messenger: null, ...person.addresses },
});

/** Where nobody names anything sent, no list is connected. */
function sentBefore(persons: readonly Person[], byKey: ReadonlyMap<string, readonly SentBefore[]>): ContactedBefore | null {
	if (byKey.size === 0 && persons.every(({ sent }) => sent === undefined)) return null;
	const whole = (sent: Partial<SentBefore>): SentBefore => ({ campaign: null, key: null, day: null, isHeldOut: false, heldOutFrom: null, ...sent });
	return { of: (customer, key) => [...(persons[customer].sent ?? []).map(whole), ...(byKey.get(key) ?? [])] };
}

/** What is known of these persons; Customer Forecast said what is expected of them. */
export function customersOf(persons: readonly Person[], byKey: ReadonlyMap<string, readonly SentBefore[]> = new Map()): WinBackCustomers {
	const isListed = persons.some(({ listedUpTo }) => listedUpTo !== undefined);
	return {
		customers: purchasesOf(persons),
		idOf: (customer) => persons[customer].id,
		keyOf: (customer) => String(persons[customer].id),
		details: { names: ['email', 'phone'], of: (customer) => [persons[customer].addresses?.email ?? null, persons[customer].addresses?.phone ?? null] },
		knowsPurchases: (customer) => persons[customer].isKnown ?? true,
		forecasts: {
			horizonDays: 90,
			chance: Float64Array.from(persons, (person) => person.chance ?? (hasBought(person) ? 0.3 : NaN)),
			spend: Float64Array.from(persons, ({ expectedSpend = NaN }) => expectedSpend),
			margin: Float64Array.from(persons, (person) => person.expectedMargin ?? (hasBought(person) ? 30 : NaN)),
			segmentOf: (customer) => persons[customer].segment ?? null,
			isGiven: true,
			why: null,
		},
		behaviourOf: (customer) => ({ ...NOTHING_KNOWN, ...persons[customer].behaviour }),
		contactOf: (customer) => contactOf(persons[customer]),
		lapsedList: isListed ? { knownUpTo: (customer) => persons[customer].listedUpTo } : null,
		contactedBefore: sentBefore(persons, byKey),
	};
}

const NO_EFFECT: ChannelFigures = { reach: 0.5, oddsRatio: 1, cost: 0, offer: 0 };
const recordOf = <Id extends string, Value>(ids: readonly Id[], value: Value): Record<Id, Value> => Object.fromEntries(ids.map((id) => [id, value])) as Record<Id, Value>;

/**
 * Calls and e-mails
 *
 * Of somebody who returns with .3, which earns 100, a call adds .5 · (.6/1.3 − .3) · 100 − 3 = 5.076923…, and an e-mail
 * .2 · (.45/1.15 − .3) · 100 − .05 = 1.776087….
 */
export const figures: Readonly<Record<ChannelId, ChannelFigures>> = deepFrozen({
	...recordOf(channelIds, NO_EFFECT),
	call: { reach: 0.5, oddsRatio: 2, cost: 3, offer: 0 },
	email: { reach: 0.2, oddsRatio: 1.5, cost: 0.05, offer: 0 },
});
export const CALL_ADDS = 0.5 * (0.6 / 1.3 - 0.3) * 100 - 3;
export const EMAIL_ADDS = 0.2 * (0.45 / 1.15 - 0.3) * 100 - 0.05;

export const settingsWith = (changes: Partial<WinBackSettings> = {}): WinBackSettings => ({
	lapsedAre: 'silent',
	lapsedAfterDays: 90,
	calls: 10,
	budget: null,
	horizonDays: 90,
	marginRate: null,
	channels: ['call', 'email'],
	figures,
	oddsFactors: recordOf(reasonIds, 1),
	rules: ruleIds,
	worthTimes: { longAndFrequent: 1.25, wholesaleOrHighMargin: 1.25, bigName: 2 },
	firstPurchaseChance: null,
	onlyWithConsent: false,
	skipDays: 30,
	managers: [],
	campaign: 'Spring',
	holdoutShare: 0,
	secret: 'a secret of the tests',
	worthOfCurrency: new Map(),
	sendAfter: () => SEND_AFTER,
	language: 'en',
	...changes,
});

export const reportOf = (persons: readonly Person[], changes?: Partial<WinBackSettings>, byKey?: ReadonlyMap<string, readonly SentBefore[]>): WinBackReport =>
	winBackReport(customersOf(deepFrozen(persons), byKey), settingsWith(changes));

const lists: readonly ListId[] = ['first', 'worthIt', 'notWorthIt', 'notContacted'];

/** All items, list by list. */
export const itemsIn = ({ lists: listed }: WinBackReport): WinBackItem[] => lists.flatMap((list) => listed[list].map(({ json }) => json));

export const itemsOfPersons = (persons: readonly Person[], changes?: Partial<WinBackSettings>): WinBackItem[] => itemsIn(reportOf(persons, changes));

/** By customer the code of the reason, in the order of the persons; `no output` of who has not lapsed. */
export function codesOf(persons: readonly Person[], changes?: Partial<WinBackSettings>, byKey?: ReadonlyMap<string, readonly SentBefore[]>): unknown[] {
	const codes = new Map(itemsIn(reportOf(persons, changes, byKey)).map(({ customer, reasonCode }) => [customer, reasonCode]));
	return persons.map(({ id }) => codes.get(id) ?? 'no output');
}

/** The only item of one person. */
export function itemOf(person: Partial<Person>, changes?: Partial<WinBackSettings>): WinBackItem {
	const [item] = itemsOfPersons([{ id: 'ann', ...person }], changes);
	return item;
}

export const codeOf = (person: Partial<Person>, changes?: Partial<WinBackSettings>): unknown => codesOf([{ id: 'ann', ...person }], changes)[0];

export const saidOf = ({ advice }: WinBackReport): string[] => advice.map(({ kind, message }) => `${kind}: ${message}`);
