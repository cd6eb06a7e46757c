import type { SignsReading, SignsReadingSettings } from '../../../boundary/signs/readSigns';
import { readSigns } from '../../../boundary/signs/readSigns';
import { createZone, dayOfDate } from '../../../domain/time';
import { itemsOf } from '../../support/reading';

type Row = Record<string, unknown>;
type Changes = Partial<Omit<SignsReadingSettings, 'named'>> & { readonly named?: Partial<SignsReadingSettings['named']> };

const zone = createZone('UTC');
const asOf = dayOfDate(2024, 7, 1);

const settingsWith = ({ named, ...rest }: Changes = {}): SignsReadingSettings => ({
	zone,
	inputIs: 'automatic',
	purchaseColumns: { customer: '', date: '', amount: '' },
	named: { texts: [], cancelledOn: '', priceRisesOn: '', bonusesLapseOn: '', bonuses: '', value: '', ...named },
	keepColumns: [],
	activity: {
		zone,
		asOf: { kind: 'day', day: asOf, today: asOf },
		dateFormat: 'automatic',
		decimalMark: 'automatic',
		amountUnit: 'automatic',
		amountIs: 'automatic',
		dropsTrailingZero: false,
		withHistory: false,
		customerColumns: [],
		match: 'automatic',
		phoneCountry: '',
		aliases: null,
		customerAliases: [],
		recentDays: 30,
		usualDays: 180,
		keepColumns: [],
	},
	...rest,
});

const outcomeOf = (rows: readonly Row[], state: readonly Row[] = [], changes?: Changes) => readSigns(itemsOf(rows), itemsOf(state), settingsWith(changes));

function readingOf(rows: readonly Row[], state?: readonly Row[], changes?: Changes): SignsReading {
	const outcome = outcomeOf(rows, state, changes);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(JSON.stringify(outcome));
}

const codesOf = ({ problems }: Pick<SignsReading, 'problems'>) => problems.map(({ code, item }) => [code, item]);
const all = <Value>({ customers }: SignsReading, of: (customer: number) => Value): Value[] => Array.from({ length: customers.count }, (_, customer) => of(customer));
const idsOf = (reading: SignsReading) => all(reading, reading.customers.idOf);
const detailsOf = (reading: SignsReading) => all(reading, (customer) => Object.fromEntries(reading.customers.details.names.map((name, place) => [name, reading.customers.details.of(customer)[place]])));

const activity = (customer: unknown, rest: Row = {}): Row => ({ customer, asOf: '2024-07-01', ...rest, activityVersion: 1 });
const stateRow = (customerId: unknown, rest: Row = {}): Row => ({
	customerId, asOf: '2024-06-30', level: 'watch', risk: 12, since: '2024-06-30', pendingLevel: null, pendingRuns: 0, lastAlertAt: null, signs: 'silence', alertKey: null, ...rest,
});

describe('what the input is', () => {
	const order = { customer_id: 'ann', date: '2024-06-01', amount: 3 };

	it('automatic: items of Customer Activity where one is, else purchases', () => {
		expect(idsOf(readingOf([activity('ann')]))).toEqual(['ann']);
		expect(idsOf(readingOf([order]))).toEqual(['ann']);
		expect(codesOf(readingOf([activity('ann'), order]))).toEqual([['noActivityItem', 1]]);
	});

	it('set: orders are no items of Customer Activity, and these are no orders', () => {
		expect(codesOf(readingOf([order], [], { inputIs: 'activity' }))).toEqual([['noActivityItem', 0]]);
		expect(outcomeOf([activity('ann')], [], { inputIs: 'purchases' })).toMatchObject({ problems: [{ code: 'columnNotRecognised' }] });
	});

	it('purchases are folded by Customer Activity, each customer at the item that told last of them', () => {
		const reading = readingOf([{ ...order, date: '2024-05-01' }, order, { customer_id: 'bob', date: '2024-03-01', amount: 1 }]);
		const { purchases, subscriptions, tenureDays } = reading.customers.of(0);
		expect([purchases?.repeats, purchases?.recencyDays, purchases?.daysSince, subscriptions, tenureDays]).toEqual([1, 31, 30, null, 61]);
		expect([idsOf(reading), reading.itemOf]).toEqual([['ann', 'bob'], [1, 2]]);
		expect(reading.hints[0].message).toContain('3 rows of 2 customers');
	});

	it('a lone empty item, or none but empty ones, is the empty input', () => {
		for (const rows of [[{}], [{}, {}], []]) expect(outcomeOf(rows)).toEqual({ isEmpty: true });
	});

	it('of another version the item is not guessed at; the version as text is the same', () => {
		expect(codesOf(readingOf([{ ...activity('ann'), activityVersion: 2 }, { ...activity('bob'), activityVersion: '1' }]))).toEqual([['noActivityItem', 0]]);
	});

	it('of items that lost their version the other fields say what they are: no purchases, and each is named', () => {
		const lost = { customer: 'ann', asOf: '2024-07-01', tenureDays: 9, streams: ['purchases'] };
		expect(codesOf(readingOf([lost, activity('bob')]))).toEqual([['noActivityItem', 0]]);
		expect(codesOf(readingOf([lost]))).toEqual([['noActivityItem', 0]]);
	});
});

describe('customers', () => {
	it('stand in the order of Customer Activity, numbers by size before texts, whatever the order of the items', () => {
		const reading = readingOf([activity('b'), activity(100), activity('a'), activity(9)]);
		expect([idsOf(reading), reading.itemOf]).toEqual([[9, 100, 'a', 'b'], [3, 1, 2, 0]]);
	});

	it('met twice are a problem at the later item; the first holds', () => {
		const reading = readingOf([activity('ann', { tenureDays: 1 }), activity('bob'), activity('ann\u200b', { tenureDays: 2 })]);
		expect(codesOf(reading)).toEqual([['customerTwice', 2]]);
		expect([idsOf(reading), reading.customers.of(0).tenureDays]).toEqual([['ann', 'bob'], 1]);
	});

	it('met twice of whom the first item cannot be read are that of the second', () => {
		const reading = readingOf([activity('ann', { asOf: 'soon' }), activity('ann', { tenureDays: 2 })]);
		expect([codesOf(reading), reading.itemOf]).toEqual([[['unreadableDate', 0]], [1]]);
	});

	it.each<[customer: unknown]>([[''], [null], [undefined], ['  '], ['n/a'], [{ id: 1 }]])('%j is nobody', (customer) => {
		expect(codesOf(readingOf([activity(customer), activity('bob')]))).toEqual([['blankCustomer', 0]]);
	});
});

describe('what travels along', () => {
	it('is every column that is no field of Customer Activity, null where an item has none', () => {
		const reading = readingOf([activity('ann', { email: 'a@example.com', streams: 'usage', summary: 'x', purchases: null }), activity('bob', { tier: 2 })]);
		expect(detailsOf(reading)).toEqual([{ email: 'a@example.com', tier: null }, { email: null, tier: 2 }]);
	});

	it('a column called as a field of the answer gets Kept behind its name', () => {
		expect(detailsOf(readingOf([activity('ann', { level: 'gold', risk: 3, signs: 'Leo' })]))).toEqual([{ levelKept: 'gold', riskKept: 3, signsKept: 'Leo' }]);
	});

	it('fields that were flattened do not; a column of such a name beside its stream does', () => {
		const flat = activity('ann', { usageLastOn: '2024-06-30', purchasesReasons: '', tickets: null, ticketsOwner: 'Max' });
		expect(detailsOf(readingOf([flat]))).toEqual([{ ticketsOwner: 'Max' }]);
		expect(detailsOf(readingOf([flat, activity('bob', { usage: { lastOn: null } })]))).toEqual([{ ticketsOwner: 'Max' }, { ticketsOwner: null }]);
	});

	it('the user names further ones by their paths, own fields of Customer Activity too', () => {
		const reading = readingOf([activity('ann', { customers: { segment: 'A' }, streams: 'customers', email: 'a@example.com' })], [], { keepColumns: ['customers.segment', 'streams', 'email'] });
		expect(detailsOf(reading)).toEqual([{ email: 'a@example.com', 'customers.segment': 'A', streams: 'customers' }]);
	});
});

describe('columns that are named and in no item', () => {
	it('stop the reading, each told once', () => {
		const outcome = outcomeOf([activity('ann', { tier: null })], [], { named: { cancelledOn: 'leaves', texts: ['why', 'leaves'] }, keepColumns: ['tier', 'why'] });
		expect(outcome).toEqual({ problems: ['why', 'leaves'].map((column) => ({ code: 'missingColumn', item: null, column, received: undefined })) });
	});

	it('are no problem of their own where no item can be used', () => {
		expect(codesOf(readingOf([{ ...activity('ann'), activityVersion: 9 }], [], { keepColumns: ['tier'] }))).toEqual([['noActivityItem', 0]]);
	});
});

describe('the previous state', () => {
	it('is that of the customer, numbers and texts alike; of others there is none', () => {
		const { customers } = readingOf([activity(17850), activity('bob')], [stateRow('17850'), stateRow('cat')]);
		expect([customers.previousOf(0)?.customerId, customers.previousOf(1), customers.hasPreviousState]).toEqual(['17850', null, true]);
	});

	it('of customers who are not in the input is counted, but for those who had gone', () => {
		const { hints } = readingOf([activity('ann')], [stateRow('bob'), stateRow('cat', { level: 'gone' }), stateRow('dan')]);
		expect(hints.map(({ message }) => message)).toEqual(['Not in the input: 2 customers of the previous state; what is remembered of them stays. Did the node before give everybody?']);
	});

	it('that cannot be read stops everything', () => {
		expect(outcomeOf([activity('ann')], [stateRow('ann', { level: 'high' })])).toMatchObject({ problems: [{ code: 'unknownLevel', item: 0, stream: { input: 1 } }] });
	});

	it('says of which day it is: that of its latest row, of whomever', () => {
		expect(readingOf([activity('ann')], [stateRow('ann'), stateRow('bob', { asOf: '2024-07-05' })]).customers.stateOn).toBe(asOf + 4);
	});

	it('without rows is none', () => {
		const { hasPreviousState, stateOn } = readingOf([activity('ann')], [{}]).customers;
		expect([hasPreviousState, stateOn]).toEqual([false, null]);
	});
});

it('items that are left out are counted by their faults, each row once', () => {
	const { hints } = readingOf([activity('ann'), activity('', { tenureDays: 'long', recentDays: 'few' }), { customer: 'bob' }, activity('cat', { asOf: '' })]);
	expect(hints.map(({ message }) => message)).toEqual([
		'1 item left out: this is no item of Customer Activity that can be read in row 3.',
		'2 items left out: no customer is named in row 2; the number cannot be read in row 2; the date cannot be read in row 4.',
	]);
});
