import { historyOf } from '../../../domain/ledger/history';
import { spellsFrom, spellsFromVisits, STILL_HERE } from '../../../domain/ledger/spells';
import type { SpellLedger } from '../../../domain/ledger/spells';
import { isoDate } from '../../../domain/time';
import { dayOf, drawPurchases, drawSpells, july } from '../../support/ledger';

const inWords = ({ firstSpell, start, end }: SpellLedger, customer: number) =>
	[...start.slice(firstSpell[customer], firstSpell[customer + 1])].map((first, index) => {
		const last = end[firstSpell[customer] + index];
		return `${isoDate(first)} to ${last === STILL_HERE ? 'now' : isoDate(last)}`;
	});

/** The spells of the one customer, with a window of 30 days. */
const spellsOfVisits = (dates: readonly string[], asOf: string) => {
	const table = ['customer  on', ...dates.map((date) => `Ada  ${date}`)].join('\n');
	const { history } = drawPurchases(table, asOf);
	return inWords(spellsFromVisits(history, 30, dayOf(asOf)), 0);
};

describe('spellsFromVisits: a visit keeps a customer for the window of 30 days', () => {
	it('a visit on 1 January, none after it, is a loss on 31 January: last visit + 30', () => {
		expect(spellsOfVisits(['2024-01-01'], '2024-06-01')).toEqual(['2024-01-01 to 2024-01-31']);
	});

	it('visits on 1 and 31 January, a gap of exactly 30 days, are one spell: no loss', () => {
		expect(spellsOfVisits(['2024-01-01', '2024-01-31'], '2024-06-01')).toEqual(['2024-01-01 to 2024-03-01']);
	});

	it('visits on 1 January and 1 February, a gap of 31 days, are two spells: lost on 31 January, back the day after', () => {
		expect(spellsOfVisits(['2024-01-01', '2024-02-01'], '2024-06-01')).toEqual([
			'2024-01-01 to 2024-01-31',
			'2024-02-01 to 2024-03-02',
		]);
	});

	it('several visits on one day are one', () => {
		expect(spellsOfVisits(['2024-01-01', '2024-01-01T12:00', '2024-01-01T23:59'], '2024-06-01')).toEqual(['2024-01-01 to 2024-01-31']);
	});

	it('a loss that would be dated on As Of, 31 January, is not known yet', () => {
		expect(spellsOfVisits(['2024-01-01'], '2024-01-31')).toEqual(['2024-01-01 to now']);
	});

	it('a loss dated the day before As Of is known', () => {
		expect(spellsOfVisits(['2024-01-01'], '2024-02-01')).toEqual(['2024-01-01 to 2024-01-31']);
	});

	it('a first visit on the As Of day itself begins a spell', () => {
		expect(spellsOfVisits(['2024-01-31'], '2024-01-31')).toEqual(['2024-01-31 to now']);
	});

	it('a refund between two visits 50 days apart keeps nobody', () => {
		const { history } = drawPurchases(
			`
			customer  on          amount  what
			Ada       2024-01-01  10      purchase
			Ada       2024-01-25  -10     refund
			Ada       2024-02-20  10      purchase
			`,
			'2024-06-01',
		);
		expect(inWords(spellsFromVisits(history, 30, dayOf('2024-06-01')), 0)).toEqual([
			'2024-01-01 to 2024-01-31',
			'2024-02-20 to 2024-03-21',
		]);
	});

	it('a customer with refunds only has no spell', () => {
		const { history } = drawPurchases('customer  on  amount  what\nAda  2024-01-01  -5  refund', '2024-06-01');
		expect(inWords(spellsFromVisits(history, 30, dayOf('2024-06-01')), 0)).toEqual([]);
	});

	it('the spells of one customer never run into those of the next', () => {
		const { history } = drawPurchases('customer  on\nAda  2024-01-20\nBoris  2024-01-21', '2024-06-01');
		const ledger = spellsFromVisits(history, 30, dayOf('2024-06-01'));
		expect([inWords(ledger, 0), inWords(ledger, 1)]).toEqual([['2024-01-20 to 2024-02-19'], ['2024-01-21 to 2024-02-20']]);
	});

	it('no visits at all are an empty ledger', () => {
		const nothing = historyOf({
			customerCount: 0,
			customer: new Int32Array(0),
			localTime: new Float64Array(0),
			amount: null,
			currency: null,
			isVisit: new Uint8Array(0),
		});
		const ledger = spellsFromVisits(nothing, 30, dayOf('2024-06-01'));
		expect([ledger.customerCount, ledger.start.length, ledger.firstSpell.length]).toEqual([0, 0, 1]);
	});
});

describe('spellsFrom: spells known as such', () => {
	const spellsInJuly = (table: string, asOf?: number) => inWords(drawSpells(table, asOf).ledger, 0);

	it('a spell from the 3rd to the 10th and one from the 10th on touch, so they are one', () => {
		expect(spellsInJuly('c1  3  10\nc1  10  20')).toEqual(['2024-07-03 to 2024-07-20']);
	});

	it('a spell from the 3rd to the 10th and one from the 11th on are two', () => {
		expect(spellsInJuly('c1  3  10\nc1  11  20')).toEqual(['2024-07-03 to 2024-07-10', '2024-07-11 to 2024-07-20']);
	});

	it('a subscription within another does not shorten it: 3rd to 20th around 5th to 8th', () => {
		expect(spellsInJuly('c1  3  20\nc1  5  8')).toEqual(['2024-07-03 to 2024-07-20']);
	});

	it('overlapping spells in any order are one from the first start to the last end', () => {
		expect(spellsInJuly('c1  8  20\nc1  3  10')).toEqual(['2024-07-03 to 2024-07-20']);
	});

	it('a spell from the 9th to the 9th is none', () => {
		expect(spellsInJuly('c1  9  9\nc1  12  13')).toEqual(['2024-07-12 to 2024-07-13']);
	});

	it('an end on As Of, the 20th, is not known yet, one on the 19th is', () => {
		expect(spellsInJuly('c1  3  20', july(20))).toEqual(['2024-07-03 to now']);
		expect(spellsInJuly('c1  3  19', july(20))).toEqual(['2024-07-03 to 2024-07-19']);
	});

	it('a spell that starts on As Of is read, one that starts after it is not', () => {
		expect(spellsInJuly('c1  20  –', july(20))).toEqual(['2024-07-20 to now']);
		expect(spellsInJuly('c1  3  5\nc1  21  –', july(20))).toEqual(['2024-07-03 to 2024-07-05']);
	});

	it('no spells are an empty ledger', () => {
		expect([...spellsFrom([], 2, july(20)).firstSpell]).toEqual([0, 0, 0]);
	});
});
