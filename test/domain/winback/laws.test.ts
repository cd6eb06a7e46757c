/** What must hold of priorities and lists whatever the customers are. */
import fc from 'fast-check';
import { createZone } from '../../../domain/time';
import type { ChannelId } from '../../../domain/winback/channels';
import { channelIds, channels } from '../../../domain/winback/channels';
import type { ChannelFigures } from '../../../domain/winback/channels/channel';
import type { Behaviour, WinBackCustomers } from '../../../domain/winback/customers';
import { reasonIds, reasons } from '../../../domain/winback/reasons';
import { ruleIds } from '../../../domain/winback/rules';
import type { WinBackSettings } from '../../../domain/winback/settings';
import { chanceWith, oddsRatioWith, upliftOf } from '../../../domain/winback/uplift';
import type { WinBackReport } from '../../../domain/winback/winBackReport';
import { winBackReport } from '../../../domain/winback/winBackReport';
import { law, TABLES } from '../../support/law';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const chances = between(0, 1);
const worths = between(0, 1e5);
const figuresDrawn = fc.record({ reach: chances, oddsRatio: between(0.01, 100), cost: between(0, 50), offer: between(0, 200) });
const cases = fc.record({ chance: chances, worth: worths, figures: figuresDrawn });
const more = between(0, 100);

type Case = Readonly<{ chance: number; worth: number; figures: ChannelFigures }>;

const priorityOf = ({ chance, worth, figures }: Case, changes: Partial<ChannelFigures> = {}) => upliftOf(chance, worth, { ...figures, ...changes }).priority;
/** What sums of figures as large as these may lose to rounding. */
const ROUNDING = 1e-9;

describe('the priority of a contact', () => {
	it('is never raised by a dearer contact or a dearer offer', () => {
		law(cases, more, (each, extra) => {
			expect(priorityOf(each, { cost: each.figures.cost + extra })).toBeLessThanOrEqual(priorityOf(each));
			expect(priorityOf(each, { offer: each.figures.offer + extra })).toBeLessThanOrEqual(priorityOf(each));
		});
	});

	it('is never lowered by more reach or larger odds, while what one who takes notice brings is more than nothing', () => {
		law(cases, fc.tuple(chances, between(1, 10)), (each, [share, times]) => {
			const { reach, oddsRatio, offer } = each.figures;
			const gain = (chanceWith(each.chance, oddsRatio) - each.chance) * each.worth - chanceWith(each.chance, oddsRatio) * offer;
			fc.pre(gain > 0);
			const allowed = ROUNDING * (1 + each.worth);
			expect(priorityOf(each, { reach: reach + (1 - reach) * share })).toBeGreaterThanOrEqual(priorityOf(each) - allowed);
			expect(priorityOf(each, { oddsRatio: oddsRatio * times })).toBeGreaterThanOrEqual(priorityOf(each) - allowed);
		});
	});

	it('with nothing to pay grows with the worth of a return, and is never below 0 where the contact helps', () => {
		law(cases, more, (each, extra) => {
			const free = { cost: 0, offer: 0, oddsRatio: Math.max(1, each.figures.oddsRatio) };
			const own = priorityOf(each, free);
			expect(own).toBeGreaterThanOrEqual(-ROUNDING);
			expect(priorityOf({ ...each, worth: each.worth + extra }, free)).toBeGreaterThanOrEqual(own - ROUNDING);
		});
	});

	it('comes to less than the contact costs as the chance to return goes to 1', () => {
		law(figuresDrawn, worths, (figures, worth) => {
			expect(upliftOf(1, worth, figures).priority).toBeLessThanOrEqual(-figures.cost);
			expect(upliftOf(1 - 1e-12, worth, figures).priority).toBeLessThanOrEqual(worth * 1e-9 - figures.cost);
		});
	});

	it('a reason that makes a return less likely makes no contact harm', () => {
		law(between(0.01, 100), between(0.01, 100), (oddsRatio, factor) => {
			const both = oddsRatioWith(oddsRatio, factor);
			if (oddsRatio >= 1) expect(both).toBeGreaterThanOrEqual(1);
			if (factor < 1) expect(both).toBeLessThanOrEqual(oddsRatio);
		});
	});
});

/** A lapsed customer as these laws draw them. */
interface Lapsed {
	readonly chance: number;
	readonly worth: number;
	readonly purchaseDays: number;
	readonly net: number;
	readonly currency: number;
	readonly hasPhone: boolean;
	readonly hasEmail: boolean;
	readonly reason: (typeof reasonIds)[number] | null;
	readonly isBigName: boolean | null;
	readonly owner: string | null;
}

const lapsedDrawn: fc.Arbitrary<Lapsed> = fc.record({
	chance: fc.oneof(chances, fc.constantFrom(0, 1)),
	worth: between(0, 500),
	purchaseDays: fc.integer({ min: 1, max: 9 }),
	net: between(1, 5000),
	currency: fc.constantFrom(0, 1),
	hasPhone: fc.boolean(),
	hasEmail: fc.boolean(),
	reason: fc.option(fc.constantFrom(...reasonIds)),
	isBigName: fc.option(fc.boolean()),
	owner: fc.option(fc.constantFrom('Olena', 'Ivan')),
});
const shops = fc.array(lapsedDrawn, { minLength: 1, maxLength: 40 });

const AS_OF = 20_000;
const SILENT_DAYS = 200;
const UTC = createZone('UTC');

const UNKNOWN: Behaviour = Object.freeze({
	orders: null, promotionShare: null, promotionKnown: null, instalmentShare: null, instalmentsKnown: null, returnedShare: null, paidOnTime: null, paidLate: null,
	topCategory: null, tenureDays: null, isSubscribed: false, leftBecause: null, isToxic: null, isBigName: null, isWholesale: null,
});

function customersOf(shop: readonly Lapsed[], currencies: readonly string[] = ['EUR']): WinBackCustomers {
	const numbers = (of: (each: Lapsed) => number) => Float64Array.from(shop, of);
	const days = (of: (each: Lapsed) => number) => Int32Array.from(shop, of);
	return {
		customers: {
			count: shop.length,
			asOf: AS_OF,
			purchaseDays: days(({ purchaseDays }) => purchaseDays),
			recencyDays: days(({ purchaseDays }) => purchaseDays - 1),
			ageDays: days(({ purchaseDays }) => SILENT_DAYS + purchaseDays - 1),
			net: numbers(({ net }) => net),
			margin: numbers(() => NaN),
			currency: days(({ currency }) => Math.min(currency, currencies.length - 1)),
			currencies,
			history: null,
		},
		idOf: (customer) => `c${customer}`,
		keyOf: (customer) => `c${customer}`,
		details: { names: [], of: () => [] },
		knowsPurchases: () => true,
		forecasts: {
			horizonDays: 90,
			chance: numbers(({ chance }) => chance),
			spend: numbers(({ chance, worth }) => chance * worth),
			margin: numbers(({ chance, worth }) => chance * worth),
			segmentOf: () => null,
			isGiven: true,
			why: null,
		},
		behaviourOf: (customer) => ({ ...UNKNOWN, leftBecause: shop[customer].reason, isBigName: shop[customer].isBigName }),
		contactOf(customer) {
			const { hasPhone, hasEmail, owner } = shop[customer];
			const addresses = { phone: hasPhone ? `+38050${1_000_000 + customer}` : null, email: hasEmail ? `ann.${customer}@example.com` : null, messenger: null };
			return { consent: null, addresses, unusable: [], lastContactOn: null, zone: UTC, owner };
		},
		lapsedList: null,
		contactedBefore: null,
	};
}

const byChannel = <Value>(of: (channel: ChannelId) => Value) => Object.fromEntries(channelIds.map((channel) => [channel, of(channel)])) as Record<ChannelId, Value>;

const SETTINGS: WinBackSettings = {
	lapsedAre: 'silent',
	lapsedAfterDays: 90,
	calls: 5,
	budget: null,
	horizonDays: 90,
	marginRate: null,
	channels: ['call', 'email', 'sms'],
	figures: byChannel((channel) => channels[channel].assumed),
	oddsFactors: Object.fromEntries(reasonIds.map((id) => [id, reasons[id].oddsFactor])) as WinBackSettings['oddsFactors'],
	rules: ruleIds,
	worthTimes: {},
	firstPurchaseChance: null,
	onlyWithConsent: false,
	skipDays: 30,
	managers: [],
	campaign: 'laws',
	holdoutShare: 0.1,
	secret: 'a secret of the tests',
	worthOfCurrency: new Map(),
	sendAfter: () => '2024-07-01T12:00:00+00:00',
	language: 'en',
};

const reportOf = (shop: readonly Lapsed[], changes: Partial<WinBackSettings> = {}, currencies?: readonly string[]) => winBackReport(customersOf(shop, currencies), { ...SETTINGS, ...changes });

const contactedIn = ({ lists }: WinBackReport) => [...lists.first, ...lists.worthIt];
const everybodyIn = ({ lists }: WinBackReport) => [...contactedIn({ lists, advice: [] }), ...lists.notWorthIt, ...lists.notContacted];
const sumOf = (listed: ReturnType<typeof contactedIn>, name: string) => listed.reduce((sum, { json }) => sum + (json[name] as number), 0);
const heldOutIn = (report: WinBackReport) => everybodyIn(report).flatMap(({ customer, json }) => (json.holdout === true ? [customer] : []));
/** Money on items is rounded to 1/10,000. */
const rounded = (report: WinBackReport) => 1e-4 * (everybodyIn(report).length + 1);

describe('the lists', () => {
	it('have everybody who lapsed exactly once', () => {
		law(shops, fc.nat(10), (shop, calls) => {
			expect(everybodyIn(reportOf(shop, { calls })).map(({ customer }) => customer).sort((one, other) => one - other)).toEqual(shop.map((_each, customer) => customer));
		}, TABLES);
	});

	it('have nobody to contact who returns for sure, and nobody whose contact adds nothing', () => {
		law(shops, fc.nat(50), (shop, calls) => {
			for (const { customer, json } of contactedIn(reportOf(shop, { calls }))) {
				expect(shop[customer].chance).toBeLessThan(1);
				expect(json.priority).toBeGreaterThanOrEqual(0);
			}
		}, TABLES);
	});

	it('cost no more than the budget and need no more calls than there are', () => {
		law(shops, fc.tuple(between(0.01, 40), fc.nat(10)), (shop, [budget, calls]) => {
			const report = reportOf(shop, { budget, calls });
			const contacted = contactedIn(report);
			expect(sumOf(contacted, 'contactCost') + sumOf(contacted, 'offerCost')).toBeLessThanOrEqual(budget + rounded(report));
			expect(report.lists.first.length).toBeLessThanOrEqual(calls);
		}, TABLES);
	});

	it('never add less for a larger budget', () => {
		law(shops, fc.tuple(between(0.01, 40), between(0, 20), fc.nat(10)), (shop, [budget, extra, calls]) => {
			const [small, large] = [reportOf(shop, { budget, calls }), reportOf(shop, { budget: budget + extra, calls })];
			expect(sumOf(contactedIn(large), 'priority')).toBeGreaterThanOrEqual(sumOf(contactedIn(small), 'priority') - rounded(small));
		}, TABLES);
	});

	it('never add less for more calls, where money is no limit', () => {
		law(shops, fc.tuple(fc.nat(10), fc.nat(10)), (shop, [calls, extra]) => {
			const [few, many] = [reportOf(shop, { calls }), reportOf(shop, { calls: calls + extra })];
			expect(sumOf(contactedIn(many), 'priority')).toBeGreaterThanOrEqual(sumOf(contactedIn(few), 'priority') - rounded(few));
		}, TABLES);
	});

	it('of a larger hold-out lose those held out besides and nobody else, where money and calls are no limit', () => {
		law(shops, fc.tuple(between(0, 0.5), between(0, 0.5)), (shop, [holdoutShare, extra]) => {
			const [small, large] = [reportOf(shop, { calls: shop.length, holdoutShare }), reportOf(shop, { calls: shop.length, holdoutShare: holdoutShare + extra })];
			const [fewer, held] = [heldOutIn(small), new Set(heldOutIn(large))];
			expect(fewer.filter((customer) => !held.has(customer))).toEqual([]);
			const left = contactedIn(small).flatMap(({ customer }) => (held.has(customer) ? [] : [customer]));
			expect(contactedIn(large).map(({ customer }) => customer)).toEqual(left);
		}, TABLES);
	});

	it('are the same for one currency and for two of the same worth, but for rules that hold a purchase against those of its currency', () => {
		law(shops, fc.option(between(0.01, 40)), (shop, budget) => {
			const rules = ruleIds.filter((id) => id !== 'rareAndSmall' && id !== 'wholesaleOrHighMargin');
			const told = (currencies: readonly string[]) => {
				const worthOfCurrency = new Map(currencies.map((name) => [name, 1]));
				const { lists } = reportOf(shop, { rules, budget, worthOfCurrency }, currencies);
				return Object.values(lists).map((listed) => listed.map(({ customer, json: { reasonCode, rank, priority, channel, expectedMargin, worthOfReturn, heldOutFrom } }) => ({ customer, reasonCode, rank, priority, channel, expectedMargin, worthOfReturn, heldOutFrom })));
			};
			expect(told(['EUR', 'USD'])).toEqual(told(['EUR']));
		}, TABLES);
	});

	it('are the same in whatever order the customers come, where no two add the same', () => {
		law(fc.uniqueArray(lapsedDrawn, { minLength: 1, maxLength: 40, selector: ({ chance, worth }) => chance * worth }), fc.option(between(0.01, 40)), (drawn, budget) => {
			// Of the held-out, each is drawn by the id, which here is the place.
			const shop = drawn.filter(({ chance, worth }) => chance > 0 && chance < 1 && worth > 0);
			const told = (those: readonly Lapsed[]) => {
				const report = reportOf(those, { holdoutShare: 0, budget });
				return new Map(everybodyIn(report).map(({ customer, json: { list, reasonCode, rank, priority, channel } }) => [those[customer], { list, reasonCode, rank, priority, channel }]));
			};
			const [forwards, backwards] = [told(shop), told(shop.toReversed())];
			for (const [each, json] of forwards) expect(backwards.get(each)).toEqual(json);
		}, TABLES);
	});

	it('have nobody more to contact once contacts and offers are dearer, where money and calls are no limit', () => {
		law(shops, fc.tuple(between(0, 5), between(0, 5)), (shop, [cost, offer]) => {
			const dearer = byChannel((channel) => ({ ...SETTINGS.figures[channel], cost: SETTINGS.figures[channel].cost + cost, offer }));
			const limits = { calls: shop.length, holdoutShare: 0 };
			const now = new Set(contactedIn(reportOf(shop, limits)).map(({ customer }) => customer));
			expect(contactedIn(reportOf(shop, { ...limits, figures: dearer })).filter(({ customer }) => !now.has(customer))).toEqual([]);
		}, TABLES);
	});
});
