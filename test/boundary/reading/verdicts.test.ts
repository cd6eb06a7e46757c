import fc from 'fast-check';
import { leftOutKinds, type LeftOutKind } from '../../../boundary/leftOut';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { itemsOf } from '../../support/reading';

const kinds = Object.keys(leftOutKinds).filter((kind) => kind !== 'unusable') as LeftOutKind[];

describe('verdicts', () => {
	it('let every row count until somebody says otherwise', () => {
		const verdicts = new Verdicts(itemsOf([{}, {}]));
		expect([...verdicts.countingItems()]).toEqual([0, 1]);
		expect(verdicts.problems()).toEqual([]);
		expect(verdicts.leftOut().size).toBe(0);
	});

	it('name problems in the order of the rows, with what stands in the cell', () => {
		const verdicts = new Verdicts(itemsOf([{ 'a.b': 'x' }, { a: { b: 'y' } }, {}]));
		verdicts.fail(2, 'unreadableDate', 'a.b');
		verdicts.fail(1, 'unreadableDate', 'a.b');
		expect(verdicts.problems()).toEqual([
			{ code: 'unreadableDate', item: 1, column: 'a.b', received: 'y' },
			{ code: 'unreadableDate', item: 2, column: 'a.b', received: undefined },
		]);
	});

	it('put every row in exactly one place: counting, left out by kind, or a problem', () => {
		const verdictOfRow = fc.array(fc.constantFrom('counts', 'unusable', ...kinds));
		fc.assert(
			fc.property(verdictOfRow, (given) => {
				const verdicts = new Verdicts(itemsOf(given.map(() => ({}))));
				given.forEach((what, item) => {
					if (what === 'unusable') verdicts.fail(item, 'unreadableDate', 'x');
					else if (what !== 'counts') verdicts.leaveOut(item, what as LeftOutKind);
				});
				const countOf = (what: string) => given.filter((each) => each === what).length;
				const expected = ['unusable' as const, ...kinds].filter((what) => countOf(what) > 0).map((what) => [what, countOf(what)]);
				expect(Object.fromEntries(verdicts.leftOut())).toEqual(Object.fromEntries(expected));
				expect(verdicts.problems().length).toBe(countOf('unusable'));
				expect([...verdicts.countingItems()]).toEqual(given.flatMap((what, item) => (what === 'counts' ? [item] : [])));
			}),
		);
	});
});
