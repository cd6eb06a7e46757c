/** What is read of items of Customer Activity and Customer Forecast: behaviour, forecasts, contacts; and how the three inputs come together. */
import type { WinBackOutcome, WinBackReading, WinBackReadingSettings } from '../../../boundary/winback/readWinBack';
import { readWinBack } from '../../../boundary/winback/readWinBack';
import type { WinBackColumns } from '../../../boundary/winback/winBackFields';
import { createZone } from '../../../domain/time';
import { flattened } from '../../../nodes/CustomerActivity/flatten';
import { activitySettings } from '../../support/activityReference';
import { dayOf } from '../../support/ledger';
import { itemsOf } from '../../support/reading';

type Row = Record<string, unknown>;

const NO_COLUMNS: WinBackColumns = { email: '', phone: '', messenger: '', consent: '', zone: '', owner: '', lastContactedOn: '', reason: '', isToxic: '', isBigName: '', isWholesale: '' };

interface Changes extends Partial<Omit<WinBackReadingSettings, 'columns'>> {
	readonly columns?: Partial<WinBackColumns>;
}

const settingsWith = ({ columns, ...rest }: Changes = {}): WinBackReadingSettings => ({
	zone: createZone('Europe/Kyiv'),
	inputIs: 'automatic',
	purchaseColumns: { customer: '', date: '', amount: '' },
	keepColumns: [],
	activity: activitySettings({ asOf: '2024-06-30', withHistory: false }),
	phoneCountry: '',
	...rest,
	columns: { ...NO_COLUMNS, ...columns },
});

const outcomeOf = (rows: readonly Row[], changes?: Changes, others: { readonly lapsed?: readonly Row[]; readonly contactedBefore?: readonly Row[] } = {}): WinBackOutcome =>
	readWinBack({ customers: itemsOf(rows), lapsed: itemsOf(others.lapsed ?? []), contactedBefore: itemsOf(others.contactedBefore ?? []) }, settingsWith(changes));

function readingOf(...given: Parameters<typeof outcomeOf>): WinBackReading {
	const outcome = outcomeOf(...given);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(JSON.stringify(outcome));
}

const PURCHASES = { purchaseDays: 3, repeats: 2, recencyDays: 60, ageDays: 260, net: 90, margin: 40, currency: 'EUR', orders: 4, promotionShare: 0.5, promotionKnown: 4, instalmentShare: 0.25, instalmentsKnown: 4, returnedShare: 0.2, topCategory: 'tea' };
const item = (customer: unknown, rest: Row = {}): Row => ({
	customer, asOf: '2024-06-30', customerSince: '2023-10-14', tenureDays: 260, streams: 'purchases', purchases: PURCHASES, payments: null, contacts: null, subscriptions: null, recentDays: 30, usualDays: 180, activityVersion: 1, ...rest,
});
const forecast = (customer: unknown, rest: Row = {}): Row => item(customer, { forecastVersion: 1, horizonDays: 60, chanceToReturn: 0.25, expectedSpend: 40, expectedMargin: 10, segment: 'At risk', ...rest });

const behaviourOf = (row: Row, changes?: Changes) => readingOf([row], changes).customers.behaviourOf(0);
const contactOf = (row: Row, changes?: Changes) => readingOf([row], changes).customers.contactOf(0);
const saidOf = ({ hints, laterHints }: WinBackReading) => [...hints, ...laterHints()].map(({ message }) => message);
const codesOf = ({ problems }: Pick<WinBackReading, 'problems'>) => problems.map(({ code, item: place, column }) => [code, place, column]);

describe('how a customer behaved', () => {
	const known = { orders: 4, promotionShare: 0.5, promotionKnown: 4, instalmentShare: 0.25, instalmentsKnown: 4, returnedShare: 0.2, topCategory: 'tea', paidOnTime: 3, paidLate: 2, tenureDays: 260, isSubscribed: false, leftBecause: null, isToxic: null, isBigName: null, isWholesale: null };
	const whole = item('ann', { payments: { onTime: 3, late: 2 } });

	it('is what its streams say', () => expect(behaviourOf(whole)).toEqual(known));

	it('is the same of a flattened item, and of one whose cells a database made texts', () => {
		const flat = flattened(whole);
		expect(behaviourOf(flat)).toEqual(known);
		expect(behaviourOf(Object.fromEntries(Object.entries(flat).map(([name, cell]) => [name, cell === null ? null : String(cell)])))).toEqual(known);
	});

	it('is not known where no stream is connected', () => {
		const reading = readingOf([item('ann', { purchases: null })]);
		expect(reading.customers.behaviourOf(0)).toMatchObject({ orders: null, promotionShare: null, paidLate: null, topCategory: null, tenureDays: 260 });
		expect(reading.customers.knowsPurchases(0)).toBe(false);
	});

	it.each([['active', true], ['trial', true], ['paused', true], ['ended', false], [null, false]])('of a subscription that is %s: subscribed is %s', (status, isSubscribed) => {
		expect(behaviourOf(item('ann', { subscriptions: { status, reason: null } })).isSubscribed).toBe(isSubscribed);
	});

	it('of why they left is what the subscription says, else a column of the user’s, which goes first', () => {
		const left = item('ann', { subscriptions: { status: 'ended', reason: 'too expensive' }, why: 'moved to another city' });
		expect(behaviourOf(left).leftBecause).toBe('priceRise');
		expect(behaviourOf(left, { columns: { reason: 'why' } }).leftBecause).toBe('movedAway');
		expect(behaviourOf({ ...left, why: ' ' }, { columns: { reason: 'why' } }).leftBecause).toBe('priceRise');
		expect(behaviourOf({ ...left, why: 'purple' }, { columns: { reason: 'why' } }).leftBecause).toBeNull();
	});

	it('of each customer is their own, in whatever order it is asked', () => {
		const { customers } = readingOf([item('ann'), item('bob', { purchases: { ...PURCHASES, topCategory: 'coffee' } })]);
		expect([1, 0, 1].map((customer) => customers.behaviourOf(customer).topCategory)).toEqual(['coffee', 'tea', 'coffee']);
	});
});

describe('columns of the user’s that say yes or no', () => {
	const flag = (cell: unknown) => behaviourOf(item('ann', { flag: cell }), { columns: { isToxic: 'flag' } }).isToxic;

	it.each([true, 'Yes', 'так', 'да', 'بله', 1, 'x', 'X', '\u2713', '\u2705', ' true\u00a0'])('%j is yes', (cell) => expect(flag(cell)).toBe(true));
	it.each([false, 'No', 'ні', 'нет', 'خیر', 0, 'off'])('%j is no', (cell) => expect(flag(cell)).toBe(false));
	it.each([null, '', '-', 'maybe', 7, {}])('%j is neither', (cell) => expect(flag(cell)).toBeNull());

	it('tell how many answers are not understood, by column, one and several; blank ones are not told', () => {
		const reading = readingOf([item('ann', { vip: 'maybe', rude: 'so-so' }), item('bob', { vip: '', rude: 'often' })], { columns: { isBigName: 'vip', isToxic: 'rude' } });
		expect(saidOf(reading).filter((said) => said.includes('neither'))).toEqual([]);
		for (const customer of [0, 1]) reading.customers.behaviourOf(customer);
		expect(reading.laterHints().map(({ message }) => message)).toEqual([
			'2 answers under "rude" are neither yes nor no, so nothing is taken from them. Write true or false.',
			'1 answer under "vip" is neither yes nor no, so nothing is taken from it. Write true or false.',
		]);
	});

	it('are each a field of their own', () => {
		expect(behaviourOf(item('ann', { a: 'yes', b: 'no', c: 'yes' }), { columns: { isToxic: 'a', isBigName: 'b', isWholesale: 'c' } })).toMatchObject({ isToxic: true, isBigName: false, isWholesale: true });
	});

	it('that no item has are a problem, as is any column that the user names', () => {
		const outcome = outcomeOf([item('ann')], { columns: { isToxic: 'rude', email: 'mail2' } });
		expect('problems' in outcome && outcome.problems.map(({ code, column }) => [code, column])).toEqual([['missingColumn', 'mail2'], ['missingColumn', 'rude']]);
	});
});

describe('forecasts', () => {
	const forecastsOf = (...rows: Row[]) => readingOf(rows).customers.forecasts;

	it('are what Customer Forecast says, in the order of the customers, with the horizon and why', () => {
		const given = forecastsOf(forecast('bob', { chanceToReturn: 0.5, evidence: { why: 'By days of silence.' } }), forecast('ann', { expectedMargin: null, evidence: { why: 'By days of silence.' } }))!;
		expect([given.horizonDays, given.isGiven, given.why]).toEqual([60, true, 'By days of silence.']);
		expect([[...given.chance], [...given.spend], [...given.margin]]).toEqual([[0.25, 0.5], [40, 40], [NaN, 10]]);
		expect(given.segmentOf(0)).toBe('At risk');
	});

	it('are the same as texts, small chances as 1e-7 among them', () => {
		const given = forecastsOf(forecast('ann', { forecastVersion: '1', horizonDays: '60', chanceToReturn: '1e-7', expectedSpend: '4.5', expectedMargin: '' }))!;
		expect([given.horizonDays, given.chance[0], given.spend[0], given.margin[0]]).toEqual([60, 1e-7, 4.5, NaN]);
	});

	it('are none where no item has one, so that the node forecasts, and says where histories are lacking', () => {
		const reading = readingOf([item('ann')]);
		expect(reading.customers.forecasts).toBeNull();
		expect(saidOf(reading)[0]).toMatch(/^The items have no histories of purchases\./);
		expect(saidOf(readingOf([forecast('ann')]))).toEqual([]);
	});

	it('of items mixed with others are told of, and those are without: one, several', () => {
		const reading = readingOf([forecast('ann'), item('bob')]);
		expect([...reading.customers.forecasts!.chance]).toEqual([0.25, NaN]);
		expect(saidOf(reading)).toEqual(['1 item comes without a forecast among others with one, so nothing can be said of what they would bring. Let one run of Customer Forecast give all items.']);
		expect(saidOf(readingOf([forecast('ann'), item('bob'), item('cem')]))[0]).toMatch(/^2 items come without/);
	});

	it.each<[claim: string, rest: Row, fault: readonly string[]]>([
		['a chance above 1', { chanceToReturn: 1.01 }, ['unreadableNumber', 'chanceToReturn']],
		['a chance below 0', { chanceToReturn: -0.01 }, ['unreadableNumber', 'chanceToReturn']],
		['a chance that is no number', { chanceToReturn: 'high' }, ['unreadableNumber', 'chanceToReturn']],
		['a horizon of no days', { horizonDays: 0 }, ['unreadableNumber', 'horizonDays']],
		['no horizon', { horizonDays: null }, ['unreadableNumber', 'horizonDays']],
		['another horizon than the first item’s', { horizonDays: 30 }, ['otherHorizon', 'horizonDays']],
		['a spend that is no number', { expectedSpend: 'much' }, ['unreadableNumber', 'expectedSpend']],
	])('%s is a problem of its item, and the others stay', (_, rest, [code, column]) => {
		const reading = readingOf([forecast('ann'), forecast('bob', rest)]);
		expect([reading.customers.customers.count, codesOf(reading)]).toEqual([1, [[code, 1, column]]]);
	});

	it.each([0, 1])('a chance of %d is one', (chance) => expect(forecastsOf(forecast('ann', { chanceToReturn: chance }))!.chance[0]).toBe(chance));

	it('do not travel along as columns of the user’s', () => {
		const { names } = readingOf([forecast('ann', { email: 'a@x.org', note: 'x' })]).customers.details;
		expect(names).toEqual(['email', 'note']);
	});
});

describe('whether and how to contact', () => {
	const usual = item('ann', { email: 'Ann <Ann@X.org>', phone: '050 123 45 67', messenger: '@ann_keller', owner: ' Olena ', zone: 'Asia/Tehran' });

	it('is what the usual columns say; a number without its country is none', () => {
		expect(contactOf(usual)).toEqual({ consent: null, addresses: { email: 'Ann@x.org', phone: null, messenger: '@ann_keller' }, unusable: ['phone'], lastContactOn: null, zone: expect.objectContaining({ name: 'Asia/Tehran' }), owner: 'Olena' });
	});

	it('takes a phone number of the country that is set', () => {
		expect(contactOf(usual, { phoneCountry: 'UA' })).toMatchObject({ addresses: { phone: '+380501234567' }, unusable: [] });
	});

	it('is what the user’s own columns say in place of the usual ones', () => {
		const own = { ...usual, mail2: 'b@x.org', boss: 'Petro', when: '2024-06-03' };
		expect(contactOf(own, { columns: { email: 'mail2', owner: 'boss', lastContactedOn: 'when' } })).toMatchObject({ addresses: { email: 'b@x.org' }, owner: 'Petro', lastContactOn: dayOf('2024-06-03') });
	});

	it('has no address, no owner where nothing stands there', () => {
		expect(contactOf(item('ann', { email: '', owner: '-' }))).toMatchObject({ addresses: { email: null, phone: null, messenger: null }, unusable: [], owner: null });
	});

	it('was last in touch on the later of the stream’s day and the column’s', () => {
		const inTouch = (lastOn: string | null, own: string) => contactOf(item('ann', { contacts: lastOn === null ? null : { lastOn }, when: own }), { columns: { lastContactedOn: 'when' } }).lastContactOn;
		expect([inTouch('2024-06-03', '2024-05-03'), inTouch('2024-05-03', '2024-06-03'), inTouch(null, '2024-05-03'), inTouch('2024-05-03', '')]).toEqual(['2024-06-03', '2024-06-03', '2024-05-03', '2024-05-03'].map(dayOf));
	});

	it('has a problem where the day of the last contact cannot be read', () => {
		expect(codesOf(readingOf([item('ann', { when: 'lately' })], { columns: { lastContactedOn: 'when' } }))).toEqual([['unreadableDate', 0, 'when']]);
	});

	it('goes by the zone of the workflow where the row names none, or one that there is not, which is told', () => {
		const reading = readingOf([item('ann', { zone: 'Kyiv time' }), item('bob', { zone: '' })]);
		expect([0, 1].map((customer) => reading.customers.contactOf(customer).zone.name)).toEqual(['Europe/Kyiv', 'Europe/Kyiv']);
		expect(saidOf(reading)).toContain('There is no time zone of the name "Kyiv time"; quiet hours of those customers go by the zone of the workflow. Write names such as Europe/Kyiv.');
	});

	it('quotes 40 characters of a long one at most', () => {
		expect(saidOf(readingOf([item('ann', { zone: 'x'.repeat(1000) })])).join(' ')).toContain(`There is no time zone of the name "${'x'.repeat(39)}…";`);
	});
});

describe('consent', () => {
	const consentOf = (rest: Row, columns: Partial<WinBackColumns> = {}) => contactOf(item('ann', rest), { columns }).consent;

	it.each<[claim: string, rest: Row, consent: unknown]>([
		['a yes', { consent: 'yes' }, true],
		['a no', { consent: 'no' }, false],
		['what is not understood', { consent: 'perhaps' }, 'unclear'],
		['nothing', { consent: '' }, null],
		['no column', {}, null],
		['a yes under unsubscribed', { unsubscribed: true }, false],
		['a yes, and a day under unsubscribed_at', { consent: 'yes', unsubscribed_at: '2024-05-03' }, false],
		['a yes, and a no under do_not_call', { consent: 'yes', do_not_call: 'no' }, true],
		['a yes, and what is not understood in another column', { consent: 'yes', marketing_consent: 'perhaps' }, 'unclear'],
	])('of %s', (_, rest, consent) => expect(consentOf(rest)).toBe(consent));

	it('is read from the column that the user names, and an objection in a usual one still wins', () => {
		expect(consentOf({ may: 'yes' }, { consent: 'may' })).toBe(true);
		expect(consentOf({ may: 'yes', unsubscribed: 'yes' }, { consent: 'may' })).toBe(false);
		expect(consentOf({ may: '', consent: 'yes' }, { consent: 'may' })).toBe(true);
	});

	it('is refused by an objection on either of the other inputs', () => {
		for (const others of [{ lapsed: [{ customer: 'ann', unsubscribed: 'yes' }] }, { contactedBefore: [{ customer: 'ann', unsubscribed: 'yes', contactedOn: '2024-01-01' }] }]) {
			expect(readingOf([item('ann', { consent: 'yes' })], {}, others).customers.contactOf(0).consent).toBe(false);
		}
	});
});

describe('the three inputs', () => {
	it('come together: ids, keys, the list and what was sent, and who each item is', () => {
		const { customers, itemOf } = readingOf([item('Bob@X.org'), item(17_850)], {}, { lapsed: [{ customer: '17850', asOf: '2024-06-01' }], contactedBefore: [{ customer: 'bob@x.org', contactedOn: '2024-06-03' }] });
		const at = (id: unknown) => [0, 1].find((customer) => customers.idOf(customer) === id)!;
		expect([customers.keyOf(at('Bob@X.org')), customers.keyOf(at(17_850))]).toEqual(['bob@x.org', '17850']);
		expect([itemOf[at('Bob@X.org')], itemOf[at(17_850)]]).toEqual([0, 1]);
		expect([customers.lapsedList!.knownUpTo(at(17_850)), customers.lapsedList!.knownUpTo(at('Bob@X.org'))]).toEqual([dayOf('2024-06-01'), undefined]);
		expect(customers.contactedBefore!.of(at('Bob@X.org'), '').map(({ day }) => day)).toEqual([dayOf('2024-06-03')]);
	});

	it('match by the address in the column that the user names', () => {
		const { customers } = readingOf([item('ann', { mail2: 'ann@x.org' })], { columns: { email: 'mail2' } }, { contactedBefore: [{ to: 'ANN@x.org', date: '2024-06-03' }] });
		expect(customers.contactedBefore!.of(0, '')).toHaveLength(1);
	});

	it('without what was sent before know of nothing sent', () => expect(readingOf([item('ann')]).customers.contactedBefore).toBeNull());

	it('of which one cannot be read at all are a problem, not a run without it', () => {
		const outcome = outcomeOf([item('ann')], {}, { contactedBefore: [{ date: '2024-06-03' }] });
		expect('problems' in outcome && outcome.problems.map(({ code, stream }) => [code, stream?.title])).toEqual([['missingColumn', 'Contacted Before']]);
	});

	it('with nothing on the first are empty', () => expect(outcomeOf([{}])).toEqual({ isEmpty: true }));

	it('with purchases on the first are folded into customers with addresses', () => {
		const { customers } = readingOf([{ customer_id: 'ann', date: '2024-01-05', amount: 20, email: 'ann@x.org' }, { customer_id: 'ann', date: '2024-02-05', amount: 30, email: 'ann@x.org' }]);
		expect([customers.customers.count, customers.customers.purchaseDays[0], customers.customers.net[0], customers.contactOf(0).addresses.email]).toEqual([1, 2, 50, 'ann@x.org']);
		expect(customers.customers.history?.day).toEqual(Int32Array.of(dayOf('2024-01-05'), dayOf('2024-02-05')));
	});

	it('keep what the user keeps, under a name of its own where the item has one of that name', () => {
		const { details } = readingOf([item('ann', { list: 'A', note: 'x' })], { keepColumns: ['note'] }).customers;
		expect([details.names, details.of(0)]).toEqual([['listKept', 'note'], ['A', 'x']]);
	});
});
