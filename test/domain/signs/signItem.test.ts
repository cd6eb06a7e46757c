import fc from 'fast-check';
import { locales } from '../../../domain/signs/locales';
import type { LanguageId } from '../../../domain/signs/locales';
import { signEntryFields, signItemFields } from '../../../domain/signs/signItem';
import type { SignItem } from '../../../domain/signs/signItem';
import { signIds, signs } from '../../../domain/signs/signs';
import type { StateRow } from '../../../domain/signs/state';
import { stateFields } from '../../../domain/signs/state';
import { isoDate } from '../../../domain/time';
import { asOf } from '../../support/activity';
import type { Given, ReportCustomer } from '../../support/signs';
import { daysAgo, inDays, reportOf } from '../../support/signs';

const languages = Object.keys(locales) as LanguageId[];

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const anyDay = maybe(fc.integer({ min: -120, max: 400 }).map(daysAgo));
const anyCount = maybe(fc.nat(12));
const anyText = fc.constantFrom('I want to cancel', 'How do I cancel my subscription?', 'Thank you', '');

/** Of any customer some streams and fields, as far as signs take them. */
const anyGiven: fc.Arbitrary<Given> = fc.record(
	{
		tenureDays: maybe(fc.nat(900)),
		purchases: fc.record({ repeats: anyCount, recencyDays: maybe(fc.nat(600)), lastOn: anyDay, daysSince: maybe(fc.nat(400)), gapMedianDays: anyCount, recentNet: maybe(fc.integer({ min: -50, max: 500 })), usualNet: anyCount, currency: fc.constantFrom(null, 'UAH') }),
		subscriptions: fc.record({
			status: fc.constantFrom(null, 'active', 'trial', 'ended'),
			plan: fc.constantFrom(null, 'Pro'),
			previousPlan: fc.constantFrom(null, 'Pro'),
			monthlyAmount: anyCount,
			previousMonthlyAmount: anyCount,
			priceChangedOn: anyDay,
			endsOn: maybe(fc.nat(120).map(inDays)),
			cancelled: fc.constantFrom(null, false, false, true),
			cancelledOn: anyDay,
			endedOn: anyDay,
			currency: fc.constantFrom(null, 'EUR'),
		}),
		payments: fc.record({ pastDueDays: anyCount, usualDelayDays: anyCount, recentDelayDays: maybe(fc.nat(60)), retries: anyCount, partial: anyCount, onTime: anyCount, late: anyCount, cardExpiresOn: anyDay, methodChangedOn: anyDay, lastPaidOn: anyDay }),
		tickets: fc.record({
			recent: anyCount,
			usual: anyCount,
			firstAnswerHours: maybe(fc.nat(100)),
			usualFirstAnswerHours: anyCount,
			lastNps: maybe(fc.nat(10)),
			lastNpsOn: anyDay,
			lastSatisfaction: maybe(fc.nat(5)),
			lastSatisfactionOn: anyDay,
			returningTopic: fc.constantFrom(null, 'Delivery'),
			recentTexts: maybe(fc.array(anyText, { maxLength: 2 })),
		}),
		contacts: fc.record({ contactDays: anyCount, firstOn: fc.constantFrom(null, daysAgo(800)), lastOn: fc.constantFrom(null, daysAgo(300), daysAgo(9)), daysSince: fc.constantFrom(null, 300, 9), contactPerson: fc.constantFrom(null, 'Ben'), contactPersonSince: anyDay, previousContactPerson: fc.constantFrom(null, 'Ann') }),
		usage: fc.record({ recentActiveDays: anyCount, usualActiveDays: maybe(fc.nat(180)), lastOn: anyDay }),
		named: fc.record({
			isNamed: fc.constant({ cancelledOn: true, bonusesLapseOn: true, priceRisesOn: true, texts: true }),
			cancelledOn: fc.constantFrom(null, null, null, daysAgo(2)),
			bonusesLapseOn: anyDay,
			bonuses: anyCount,
			priceRisesOn: anyDay,
			value: anyCount,
		}),
	},
	{ requiredKeys: [] },
);

const anyRow: fc.Arbitrary<StateRow> = fc.record({
	customerId: fc.constant('x'),
	asOf: fc.integer({ min: -3, max: 9 }).map(daysAgo),
	level: fc.constantFrom('healthy', 'watch', 'atRisk', 'gone'),
	risk: fc.constantFrom(null, 5, 12.3, 80),
	since: fc.integer({ min: 9, max: 90 }).map(daysAgo),
	pendingLevel: fc.constantFrom(null, 'healthy', 'atRisk'),
	pendingRuns: fc.constantFrom(0, 1),
	lastAlertAt: anyDay,
	signs: fc.constantFrom('', 'silence', 'toldUs'),
	alertKey: fc.constantFrom(null, 'x:2024-01-01'),
});

const anyCustomers: fc.Arbitrary<ReportCustomer[]> = fc.array(
	fc.record({ given: anyGiven, previous: fc.option(anyRow, { nil: undefined }), details: fc.record({ name: fc.constantFrom('Anna', '', null), city: fc.constantFrom('Lviv', null) }) }),
	{ minLength: 1, maxLength: 6 },
).map((customers) => customers.map((customer, place) => ({ id: place, ...customer, ...(customer.previous && { previous: { ...customer.previous, customerId: String(place) } }) })));

interface Meaning {
	readonly meaning: string;
	readonly nullWhen?: string;
}

/** Fields that are null and may not be, and values that say nothing of a figure. */
function faultsOf(item: Readonly<Record<string, unknown>>, fields: Readonly<Record<string, Meaning>>): string[] {
	return Object.entries<Meaning>(fields).flatMap(([name, { nullWhen }]) => {
		const value = item[name];
		const isNothing = value === undefined || (typeof value === 'number' && !Number.isFinite(value)) || (typeof value === 'string' && /undefined|NaN|Infinity|\bnull\b/.test(value));
		return isNothing || (value === null && nullWhen === undefined) ? [`${name}: ${String(value)}`] : [];
	});
}

/** Laws of a single item. */
function checkItem(item: SignItem): void {
	expect(faultsOf(item, signItemFields)).toEqual([]);
	const entries = item.signs as Array<Record<string, unknown>>;
	for (const entry of entries) {
		expect(Object.keys(entry)).toEqual(Object.keys(signEntryFields));
		expect(faultsOf(entry, signEntryFields)).toEqual([]);
		expect(Number(entry.strength)).toBeLessThanOrEqual(1);
	}
	expect(item.level === null).toBe(item.risk === null);
	expect([item.topSign === null, item.action === null]).toEqual([entries.length === 0, entries.length === 0]);
	const contributions = entries.map(({ contribution }) => Number(contribution));
	expect([...contributions].sort((one, other) => other - one)).toEqual(contributions);
}

describe.each(languages)('items in %s', (language) => {
	it('have exactly their fields, the details behind the customer; null only where that is said', () => {
		const { customer, ...others } = signItemFields;
		const names = [...Object.keys({ customer }), 'name', 'city', ...Object.keys(others)];
		fc.assert(
			fc.property(anyCustomers, fc.constantFrom('changes', 'everybody'), fc.constantFrom(1, 2), (customers, sends, confirmAfterRuns) => {
				const { outputs, state } = reportOf(customers, { language, sends, confirmAfterRuns, mostAlerts: 1 });
				for (const { json } of [...outputs.atRisk, ...outputs.watch, ...outputs.healthy]) {
					expect(Object.keys(json)).toEqual(names);
					checkItem(json);
				}
				for (const { json } of state) {
					expect(Object.keys(json)).toEqual(Object.keys(stateFields));
					expect(faultsOf(json, stateFields)).toEqual([]);
				}
			}),
			{ numRuns: 120 },
		);
	});
});

const cancelled: Given = { subscriptions: { status: 'active', monthlyAmount: 20, currency: 'EUR', cancelled: true, cancelledOn: daysAgo(3), endsOn: inDays(12) } };
const itemOf = (given: Given, rest: Partial<ReportCustomer> = {}): SignItem => {
	const { outputs } = reportOf([{ id: 'c1', given, ...rest }], { sends: 'everybody' });
	return [...outputs.atRisk, ...outputs.watch, ...outputs.healthy][0].json;
};

describe('an item', () => {
	it('explains itself: what is told, what moves the risk, since when, and what to do', () => {
		expect(itemOf(cancelled)).toMatchObject({
			customer: 'c1',
			change: 'new',
			level: 'atRisk',
			risk: 90,
			topSign: 'toldUs',
			action: locales.en.actions.toldUs,
			valueAtRisk: 240,
			currency: 'EUR',
			since: isoDate(asOf),
			isAlert: true,
			heldBack: null,
			previousLevel: null,
			alertKey: `c1:${isoDate(asOf)}`,
			asOf: isoDate(asOf),
			signsVersion: 1,
		});
	});

	it('has an entry of each sign that fires, with the finding, its figure and its day', () => {
		const [entry] = itemOf(cancelled).signs as unknown[];
		expect(entry).toMatchObject({ sign: 'toldUs', strength: 1, finding: 'cancelled', measured: 12, usual: null, since: isoDate(daysAgo(3)), words: null });
	});

	it('says why signs and fields have no data: every sign by name, then the value', () => {
		const { reasons } = itemOf({ tickets: {} });
		const parts = String(reasons).split('; ');
		expect(parts.slice(0, signIds.length).map((part) => part.split(': ')[0])).toEqual(signIds);
		expect(parts.slice(signIds.length)).toEqual(['risk: noSigns', 'valueAtRisk: noAmounts']);
	});

	it('of whom nothing is known has no risk, no level, no signs, and says so in a sentence', () => {
		const item = itemOf({ tickets: {} });
		expect(item).toMatchObject({ risk: null, level: null, topSign: null, action: null, signs: [], completeness: 0, since: null, summary: locales.en.nothingKnown('c1') });
		expect(item.explanation).toBe(item.summary);
	});

	it('calls the customer by name, where there is one, else by the id', () => {
		expect(itemOf(cancelled, { details: { name: 'Anna Koval' } }).summary).toMatch(/^Anna Koval is at risk/);
		expect(itemOf(cancelled, { details: { name: '  ' } }).summary).toMatch(/^c1 is at risk/);
	});

	it('says how little is known below half of the weights', () => {
		// The example has told, money and calendar: ln 20 + ln 6 + ln 3 of ln 20 + ln 8 + ln 4 + ln 6 + ln 3 + ln 3.
		expect(itemOf(cancelled).explanation).not.toMatch(/data it needs/);
		expect(itemOf({ payments: { pastDueDays: 40 } }).explanation).toMatch(/only \d+% of the data it needs/);
	});

	it('takes a column of any name for data, __proto__ too', () => {
		const item = itemOf(cancelled, { details: JSON.parse('{"__proto__": "x", "toString": 1}') as Record<string, unknown> });
		expect(Object.entries(item).slice(1, 3)).toEqual([['__proto__', 'x'], ['toString', 1]]);
	});

	it('has an action of every sign in every language', () => {
		for (const language of languages) for (const id of signIds) expect([signs[id].title, locales[language].actions[id]]).toEqual([expect.any(String), expect.stringMatching(/\S{2,}/)]);
	});
});

describe('the fields', () => {
	it('each say what they mean and in which unit', () => {
		for (const fields of [signItemFields, signEntryFields, stateFields]) for (const { meaning, unit } of Object.values(fields)) expect([meaning.length > 5, unit.length > 1]).toEqual([true, true]);
	});
});
