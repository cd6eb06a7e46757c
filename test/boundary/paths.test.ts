import fc from 'fast-check';
import type { Row } from '../../boundary/paths';
import { isBlank, pathsIn, readerOf } from '../../boundary/paths';
import { deepFrozen } from '../support/reading';

const hostileKeys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', '["x"]', "['x']", '[0]', '', ' ', '.', '💸', 'a\nb'];
const key = fc.oneof(fc.constantFrom(...hostileKeys), fc.string());
/** As JSON.parse makes rows: `__proto__` is a key like any other. */
const flatRow = fc.array(fc.tuple(key, fc.oneof(fc.string(), fc.integer(), fc.constant(null)))).map((cells) => Object.fromEntries(cells));

describe('readerOf', () => {
	const row = deepFrozen({ email: 'a@example.com', 'Order Date': 'd', customer: { id: 7, tags: ['x', 'y'] }, 'a.b': 'dotted', a: { b: 'nested' } });

	it.each([
		['email', 'a@example.com'],
		['Order Date', 'd'],
		['customer.id', 7],
		['["customer"]["id"]', 7],
		["['customer'].id", 7],
		['customer["tags"][1]', 'y'],
		['["Order Date"]', 'd'],
	])('reads %s, as a person types or drags it', (path, value) => expect(readerOf(path)(row)).toBe(value));

	it('takes a column of exactly that name before a nested value', () => {
		expect(readerOf('a.b')(row)).toBe('dotted');
		expect(readerOf('a.b')({ a: { b: 'nested' } })).toBe('nested');
	});

	it.each(['nothing', 'customer.nothing', 'email.length', 'customer.tags.length.x', 'nothing.at.all', '["customer"]["nothing"]'])(
		'reads undefined at %s, where there is nothing',
		(path) => expect(readerOf(path)(row)).toBeUndefined(),
	);

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__.polluted', 'constructor.name', 'customer.constructor.name'])(
		'reads undefined at %s, which the row inherits and does not hold',
		(path) => expect(readerOf(path)(row)).toBeUndefined(),
	);

	it('reads every column of any flat row by its name, whatever the name', () => {
		fc.assert(
			fc.property(flatRow, (given) => {
				const frozen: Row = deepFrozen(given);
				for (const [name, value] of Object.entries(frozen)) expect(readerOf(name)(frozen)).toBe(value);
			}),
		);
	});

	it('never throws, whatever the path and the row', () => {
		fc.assert(
			fc.property(key, fc.dictionary(key, fc.jsonValue()), (path, given) => {
				readerOf(path)(given);
			}),
		);
	});
});

describe('pathsIn', () => {
	it('names columns, and the columns of objects one level down', () => {
		expect(pathsIn([{ id: 1, customer: { id: 2, address: { city: 'Kyiv' } }, tags: ['x'], none: null }, { late: 1 }])).toEqual([
			'id',
			'customer.id',
			'customer.address',
			'tags',
			'none',
			'late',
		]);
	});

	it('names a path that reads the value it stands for, also below a column with a dot in its name', () => {
		const row = { 'billing.contact': { email: 'a@example.com' } };
		expect(pathsIn([row]).map((path) => readerOf(path)(row))).toEqual(['a@example.com']);
	});

	it('does not take a date or a list for a column group', () => {
		expect(pathsIn([{ at: new Date(0), tags: [{ a: 1 }] }])).toEqual(['at', 'tags']);
	});
});

describe('isBlank', () => {
	it.each([undefined, null, '', '   ', '\t\n', '\u00a0', '-', '—', 'null', 'NULL', ' NaN ', 'None', 'N/A', 'n/a', 'undefined', NaN, ' '.repeat(20)])(
		'%p says nothing',
		(cell) => expect(isBlank(cell)).toBe(true),
	);

	it.each(['\u200b', '\ufeff', ' \u200b ', '\u200e'])('%j looks empty and says nothing', (cell) => expect(isBlank(cell)).toBe(true));

	it.each([0, false, '0', 'no', 'nil', '--', 'Nan Goldin', 'Null & Sons', [], {}])('%j says something', (cell) => expect(isBlank(cell)).toBe(false));
});
