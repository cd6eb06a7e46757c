import fc from 'fast-check';
import type { FlagRule } from '../../../boundary/reading/optionalColumns';
import { readFlags, readNumbers, readOptionalAmounts, readTexts } from '../../../boundary/reading/optionalColumns';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { columnAt } from '../../../boundary/sources/roleColumn';
import { NO, UNKNOWN, YES } from '../../../domain/activity/streamColumns';
import { law } from '../../support/law';
import { itemsOf } from '../../support/reading';

const column = columnAt('cell');

/** What becomes of cells, and which of them, counted from 1, are problems. */
function reading<Values>(cells: readonly unknown[], read: (items: ReturnType<typeof itemsOf>, verdicts: Verdicts) => Values) {
	const items = itemsOf(cells.map((cell) => ({ cell })));
	const verdicts = new Verdicts(items);
	const values = read(items, verdicts);
	return { values, faults: verdicts.problems().map(({ item, code }) => [item! + 1, code]) };
}

const amountsIn = (...cells: readonly unknown[]) => {
	const { values, faults } = reading(cells, (items, verdicts) => readOptionalAmounts(items, column, 'automatic', verdicts));
	return { amounts: [...values], faults };
};

const WORDS: Readonly<Record<number, string>> = { [NO]: 'no', [YES]: 'yes', [UNKNOWN]: '?' };
const flagsBy = (rule: FlagRule, ...cells: readonly unknown[]): string => [...reading(cells, (items, verdicts) => readFlags(items, column, verdicts, rule)).values].map((flag) => WORDS[flag]).join(' ');
const flagsIn = (...cells: readonly unknown[]): string => flagsBy({ blankIsNo: true }, ...cells);

const HOSTILE: readonly unknown[] = [{}, { toString: null }, [], [1], new Date(0), JSON.parse('{"__proto__": {"cell": 5}}'), 'x'.repeat(100_000), '__proto__', 'constructor', Infinity, -0, Symbol.iterator.description, true];

describe('amounts that a row may leave blank', () => {
	it('are 12.5 of 12.5, and nothing of a blank, of white space, of a dash and of "null"', () => {
		expect(amountsIn(12.5, null, undefined, '', ' \u00a0', '-', 'null')).toEqual({ amounts: [125_000, NaN, NaN, NaN, NaN, NaN, NaN], faults: [] });
	});

	it('are read in other scripts, with a currency and a thousand mark', () => {
		expect(amountsIn('۱۲', '€1,234.50', '-3').amounts).toEqual([120_000, 12_345_000, -30_000]);
	});

	it('are 0 where they say 0, which is not blank', () => {
		expect(amountsIn(0, '0').amounts).toEqual([0, 0]);
	});

	it('are a problem of a word, an object, a list and a truth value, and nothing throws', () => {
		expect(amountsIn('many', {}, [1], true).faults).toEqual([1, 2, 3, 4].map((row) => [row, 'unreadableAmount']));
		expect(() => amountsIn(...HOSTILE)).not.toThrow();
	});

	it('are not read of a row that is left out already', () => {
		const items = itemsOf([{ cell: 'many' }, { cell: 3 }]);
		const verdicts = new Verdicts(items);
		verdicts.leaveOut(0, 'test');
		expect([...readOptionalAmounts(items, column, 'automatic', verdicts)]).toEqual([NaN, 30_000]);
		expect(verdicts.problems()).toEqual([]);
	});
});

describe('plain numbers', () => {
	it('are a score of 4.5, one of 10 and none', () => {
		const { values } = reading([4.5, '10', ''], (items, verdicts) => readNumbers(items, column, 'automatic', verdicts));
		expect([...values]).toEqual([4.5, 10, NaN]);
	});
});

describe('flags', () => {
	it('are yes and no by truth values, numbers and words in four languages', () => {
		expect(flagsIn(true, false)).toBe('yes no');
		expect(flagsIn(1, 0, -1, '0.00', '1,50')).toBe('yes no yes no yes');
		expect(flagsIn('yes', 'No', 'OFF', 'f')).toBe('yes no no no');
		expect(flagsIn('так', 'ні', 'нет', 'خیر', 'نه')).toBe('yes no no no no');
	});

	it('are yes for any other word, such as the code of a coupon', () => {
		expect(flagsIn('SUMMER10', 'no')).toBe('yes no');
	});

	it('are not known of a blank cell, where some say no', () => {
		expect(flagsIn('yes', '', 'no', null)).toBe('yes ? no ?');
	});

	it('are no of a blank cell in a column that only ever says yes, and not known in one that says nothing', () => {
		expect(flagsIn('SUMMER10', '', null)).toBe('yes no no');
		expect(flagsIn('', null)).toBe('? ?');
	});

	it('are no of an empty list of coupons and yes of one with a coupon, also as an object', () => {
		expect(flagsIn([], [{ code: 'SUMMER10' }], { code: 'SUMMER10' })).toBe('no yes yes');
	});

	it('are no for a discount of 0, however it is written, and yes for any other', () => {
		expect(flagsIn('0%', '0.00%', '0 грн', '€0.00', '$0', '0 ₴', '۰', 0)).toBe('no no no no no no no no');
		expect(flagsIn('10%', '-5', '€2.50', '5 грн', 'SUMMER10', 'x2')).toBe('yes yes yes yes yes yes');
		expect(flagsIn('немає', 'без знижки', 'нет', 'без скидки', 'ندارد', 'No discount', 'SPRING')).toBe('no no no no no no yes');
	});

	it('are yes for two instalments and no for one, where one is the least', () => {
		expect(flagsBy({ blankIsNo: true, least: 1 }, 1, 2, '3', '1', 'yes')).toBe('no yes yes no yes');
	});

	it('are not known for a blank cell of a column in which a blank says nothing, as a direction', () => {
		expect(flagsBy({ blankIsNo: false }, 'inbound', '', null)).toBe('yes ? ?');
	});

	it('are one of three for any cell at all', () => {
		expect(() => flagsIn(...HOSTILE)).not.toThrow();
		law(fc.array(fc.anything()), fc.constant(null), (cells) => {
			const { values, faults } = reading([], (_, verdicts) => readFlags(cells.map((cell) => ({ json: { cell } })), column, verdicts, { blankIsNo: true }));
			expect([...values].every((flag) => flag in WORDS)).toBe(true);
			expect(faults).toEqual([]);
		});
	});

	it('take "0" in Persian digits as no', () => {
		expect(flagsIn('۰', '۱')).toBe('no yes');
	});
});

describe('texts', () => {
	const textOf = (cell: unknown) => readTexts(() => ({ cell }), column)(0);

	it('are what is written, without what cannot be seen at its ends', () => {
		expect(textOf(' \u200bIt is slow\n')).toBe('It is slow');
		expect(textOf(12)).toBe('12');
	});

	it('are none of a blank cell, an object or a list', () => {
		expect([null, undefined, '', '  ', '-', {}, ['a']].map(textOf)).toEqual([null, null, null, null, null, null, null]);
	});

	it('are whole, however long: shortening is for the item', () => {
		expect(textOf('x'.repeat(100_000))).toHaveLength(100_000);
	});
});
