import fc from 'fast-check';
import { STILL_HERE } from '../../../domain/ledger/spells';
import type { TermColumns } from '../../../domain/ledger/terms';
import { spellsFromTerms, termsOf } from '../../../domain/ledger/terms';
import { july } from '../../support/ledger';
import { law } from '../../support/law';

interface DrawnTerm {
	readonly customer: number;
	/** Days of July 2024; an end of null is none. */
	readonly from: number;
	readonly until: number | null;
	/** What it brings a month, in whole units. */
	readonly price?: number;
	readonly currency?: number;
}

const columnsOf = (drawn: readonly DrawnTerm[], customerCount = 2): TermColumns => ({
	customerCount,
	customer: Int32Array.from(drawn, ({ customer }) => customer),
	start: Int32Array.from(drawn, ({ from }) => july(from)),
	end: Int32Array.from(drawn, ({ until }) => (until === null ? STILL_HERE : july(until))),
	monthlyAmount: Float64Array.from(drawn, ({ price = 0 }) => price * 10_000),
	currency: drawn.some(({ currency }) => currency !== undefined) ? Int32Array.from(drawn, ({ currency = 0 }) => currency) : null,
});

const dayOfJuly = (day: number) => (day === STILL_HERE ? null : day - july(0));

interface Reading {
	/** By customer, the spells as days of July. */
	readonly spells: Array<Array<readonly [number | null, number | null]>>;
	/** By customer, each term as start, end, price. */
	readonly terms: Array<Array<readonly [number | null, number | null, number]>>;
}

/** As of 15 August unless stated, so that all of July is known. */
function readingOf(drawn: readonly DrawnTerm[], allowedGap = 0, asOf = july(46)): Reading {
	const terms = termsOf(columnsOf(drawn), allowedGap, asOf);
	const ledger = spellsFromTerms(terms);
	const own = <Value>(first: Int32Array, valueAt: (index: number) => Value) =>
		Array.from({ length: terms.customerCount }, (_, customer) => Array.from({ length: first[customer + 1] - first[customer] }, (__, index) => valueAt(first[customer] + index)));
	return {
		spells: own(ledger.firstSpell, (spell) => [dayOfJuly(ledger.start[spell]), dayOfJuly(ledger.end[spell])] as const),
		terms: own(terms.firstTerm, (term) => [dayOfJuly(terms.start[term]), dayOfJuly(terms.end[term]), terms.monthlyAmount![term] / 10_000] as const),
	};
}
const spellsOf = (drawn: readonly DrawnTerm[], allowedGap?: number, asOf?: number) => readingOf(drawn, allowedGap, asOf).spells;

const [ANN, BOB] = [0, 1];

describe('spellsFromTerms: when terms make a customer', () => {
	it('one term from the 3rd to the 20th is one spell that ends on the 20th', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: 20 }])).toEqual([[[3, 20]], []]);
	});

	it('a change of plan on the 10th, the old term ending as the new one starts, is no loss', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: 10 }, { customer: ANN, from: 10, until: null }])).toEqual([[[3, null]], []]);
	});

	it('of two subscriptions cancelled on the 10th and on the 20th the second is the loss', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: 20 }, { customer: ANN, from: 5, until: 10 }])).toEqual([[[3, 20]], []]);
	});

	it('a term inside a longer one that has not ended changes nothing', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: null }, { customer: ANN, from: 5, until: 10 }])).toEqual([[[3, null]], []]);
	});

	it('a term that ends on the 10th and one from the 12th on are two spells', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: 10 }, { customer: ANN, from: 12, until: null }])).toEqual([[[3, 10], [12, null]], []]);
	});

	it('the terms of another customer do not bridge a gap', () => {
		expect(spellsOf([{ customer: ANN, from: 3, until: 10 }, { customer: BOB, from: 5, until: 25 }, { customer: ANN, from: 20, until: 30 }])).toEqual([[[3, 10], [20, 30]], [[5, 25]]]);
	});

	it('nobody and nothing is an empty ledger', () => {
		expect([readingOf([]), readingOf([{ customer: BOB, from: 1, until: null }]).spells]).toEqual([{ spells: [[], []], terms: [[], []] }, [[], [[1, null]]]]);
	});
});

describe('boundary days', () => {
	const ends = (until: number, asOf: number) => spellsOf([{ customer: ANN, from: 3, until }], 0, july(asOf))[ANN];

	it('an end the day before As Of is a loss; one on As Of or later is not known yet', () => {
		expect([ends(19, 20), ends(20, 20), ends(21, 20)]).toEqual([[[3, 19]], [[3, null]], [[3, null]]]);
	});

	it('a start on As Of counts, one on the day after it does not', () => {
		const starts = (from: number) => spellsOf([{ customer: ANN, from, until: null }], 0, july(20))[ANN];
		expect([starts(20), starts(21)]).toEqual([[[20, null]], []]);
	});

	it('a term of no days, and one that ends before it starts, is none', () => {
		expect(spellsOf([{ customer: ANN, from: 5, until: 5 }, { customer: BOB, from: 9, until: 5 }])).toEqual([[], []]);
	});
});

describe('the allowed gap', () => {
	const rows = [{ customer: ANN, from: 1, until: 10, price: 20 }, { customer: ANN, from: 17, until: null, price: 30 }];

	it('a gap of 7 days is none where 7 are allowed, and a loss where 6 are', () => {
		expect([spellsOf(rows, 7)[ANN], spellsOf(rows, 6)[ANN]]).toEqual([[[1, null]], [[1, 10], [17, null]]]);
	});

	it('the term that ended lasts until the next one starts, at its price', () => {
		expect(readingOf(rows, 7).terms[ANN]).toEqual([[1, 17, 20], [17, null, 30]]);
	});

	it('of several terms the one that ended last goes on; the one that ended before it does not', () => {
		const three = [{ customer: ANN, from: 1, until: 8, price: 5 }, { customer: ANN, from: 2, until: 10, price: 20 }, { customer: ANN, from: 15, until: null, price: 30 }];
		expect(readingOf(three, 7).terms[ANN]).toEqual([[1, 8, 5], [2, 15, 20], [15, null, 30]]);
	});

	it('two terms that ended on the same last day both go on', () => {
		const three = [{ customer: ANN, from: 1, until: 10, price: 5 }, { customer: ANN, from: 2, until: 10, price: 20 }, { customer: ANN, from: 15, until: null, price: 30 }];
		expect(readingOf(three, 7).terms[ANN]).toEqual([[1, 15, 5], [2, 15, 20], [15, null, 30]]);
	});

	it('gaps are bridged one after the other, each by itself', () => {
		const three = [{ customer: ANN, from: 1, until: 3 }, { customer: ANN, from: 6, until: 8 }, { customer: ANN, from: 12, until: 14 }];
		expect([spellsOf(three, 4)[ANN], spellsOf(three, 3)[ANN]]).toEqual([[[1, 14]], [[1, 8], [12, 14]]]);
	});

	it('an end without a next term stays the loss it is: the gap may still turn out to be allowed, which the report says', () => {
		expect(spellsOf([rows[0]], 7)[ANN]).toEqual([[1, 10]]);
	});
});

describe('laws of terms', () => {
	const term = fc.record({
		customer: fc.constantFrom(ANN, BOB),
		from: fc.integer({ min: 1, max: 31 }),
		until: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
		price: fc.integer({ min: 0, max: 3 }),
		currency: fc.constantFrom(0, 1),
	});
	const settings = fc.record({ gap: fc.integer({ min: 0, max: 10 }), asOf: fc.integer({ min: 1, max: 55 }) });
	const drawn = fc.array(term, { maxLength: 8 });

	it('the order of rows does not matter', () => {
		law(drawn.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), settings, ([rows, shuffled], { gap, asOf }) => {
			expect(readingOf(shuffled, gap, july(asOf))).toEqual(readingOf(rows, gap, july(asOf)));
		});
	});

	it('a day is in a spell where some term holds it, or the gap around it is allowed: marked day by day', () => {
		law(drawn, settings, (rows, { gap, asOf }) => {
			const marked = (customer: number): number[] => {
				const last = 60;
				const own = rows.filter((row) => row.customer === customer && row.from <= asOf);
				const here = Array.from({ length: last }, (_, day) => own.some(({ from, until }) => from <= day && day < (until !== null && until < asOf ? until : last) && (until === null || from < until)));
				const days = here.flatMap((is, day) => (is ? [day] : []));
				return days.flatMap((day, index) => {
					const next = days[index + 1];
					// The days without a term between two with one are next - day - 1.
					return next !== undefined && next - day - 1 <= gap ? Array.from({ length: next - day }, (_, later) => day + later) : [day];
				});
			};
			const inSpells = (spells: ReadonlyArray<readonly [number | null, number | null]>) =>
				spells.flatMap(([start, end]) => Array.from({ length: (end ?? 60) - start! }, (_, later) => start! + later));
			const { spells } = readingOf(rows, gap, july(asOf));
			expect([inSpells(spells[ANN]), inSpells(spells[BOB])]).toEqual([marked(ANN), marked(BOB)]);
		});
	});

	it('what is given is not written to', () => {
		const columns = columnsOf([{ customer: ANN, from: 1, until: 10, price: 20 }, { customer: ANN, from: 15, until: null, price: 30 }]);
		const before = JSON.stringify(columns);
		termsOf(columns, 7, july(20));
		expect(JSON.stringify(columns)).toBe(before);
	});
});

it('terms know which row they were, in whatever order the rows stand', () => {
	const terms = termsOf(columnsOf([{ customer: BOB, from: 9, until: null }, { customer: ANN, from: 20, until: null }, { customer: ANN, from: 1, until: 20 }]), 0, july(46));
	expect([[...terms.firstTerm], [...terms.row]]).toEqual([[0, 2, 3], [2, 1, 0]]);
});

it('terms without amounts and currencies have none', () => {
	const { monthlyAmount, currency } = termsOf({ ...columnsOf([{ customer: ANN, from: 1, until: null }]), monthlyAmount: null }, 0, july(46));
	expect([monthlyAmount, currency]).toEqual([null, null]);
});
