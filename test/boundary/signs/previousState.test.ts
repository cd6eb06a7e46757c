import type { PreviousState } from '../../../boundary/signs/previousState';
import { readPreviousState } from '../../../boundary/signs/previousState';
import type { Problem } from '../../../domain/problems';
import { stateItem } from '../../../domain/signs/signItem';
import type { StateRow } from '../../../domain/signs/state';
import { createZone, dayOfDate } from '../../../domain/time';
import { itemsOf } from '../../support/reading';

type Row = Record<string, unknown>;

const asOf = dayOfDate(2024, 7, 1);
const outcomeOf = (rows: readonly Row[], zone = 'UTC') => readPreviousState(itemsOf(rows), createZone(zone));

function stateOf(rows: readonly Row[], zone?: string): PreviousState {
	const outcome = outcomeOf(rows, zone);
	if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
	return outcome;
}

function problemsOf(rows: readonly Row[]): ReadonlyArray<readonly [code: string, item: number | null, column: string]> {
	const outcome = outcomeOf(rows);
	return 'problems' in outcome ? outcome.problems.map(({ code, item, column }: Problem) => [code, item, column]) : [];
}

const row: StateRow = { customerId: 'ann', asOf, level: 'watch', risk: 11.7, since: asOf - 9, pendingLevel: 'atRisk', pendingRuns: 2, lastAlertAt: asOf - 20, signs: 'silence,complaints', alertKey: 'ann:2024-06-22' };
const given = stateItem(row);
const rowWith = (changes: Row): Row => ({ ...given, ...changes });

it('a row of the output State is read back as it was', () => expect(stateOf([given]).rowOf.get('ann')).toEqual(row));

it('nothing in it but what is null: healthy, without anything pending and without an alert', () => {
	const quiet: StateRow = { ...row, level: 'healthy', risk: null, pendingLevel: null, pendingRuns: 0, lastAlertAt: null, signs: '', alertKey: null };
	expect(stateOf([stateItem(quiet)]).rowOf.get('ann')).toEqual(quiet);
});

it('columns of a table\'s own, cells as text and blank cells change nothing', () => {
	const text = Object.fromEntries(Object.entries(given).map(([name, cell]) => [name, String(cell)]));
	expect(stateOf([{ id: 1, createdAt: '2024-07-01T06:00:00.000Z', ...text }]).rowOf.get('ann')).toEqual(row);
	expect(stateOf([rowWith({ risk: '', pendingLevel: '', pendingRuns: '', lastAlertAt: '', signs: '', alertKey: '' })]).rowOf.get('ann')).toEqual({ ...row, risk: null, pendingLevel: null, pendingRuns: 0, lastAlertAt: null, signs: '', alertKey: null });
});

it.each(['Europe/Kyiv', 'America/New_York'])('days that a Data Table keeps as midnight in UTC are those days in %s', (zone) => {
	const instant = (day: unknown) => `${String(day)}T00:00:00.000Z`;
	expect(stateOf([rowWith({ asOf: instant(given.asOf), since: instant(given.since), lastAlertAt: instant(given.lastAlertAt) })], zone).rowOf.get('ann')).toEqual(row);
});

it('customers are texts: 17850 and "17850" are one, and what cannot be seen at the ends does not count', () => {
	expect([...stateOf([rowWith({ customerId: 17850 })]).rowOf.keys()]).toEqual(['17850']);
	expect([...stateOf([rowWith({ customerId: ' ann\u200b' })]).rowOf.keys()]).toEqual(['ann']);
});

describe('no previous state', () => {
	it.each<[string, Row[]]>([
		['no rows', []],
		['the single empty item of Always Output Data', [{}]],
		['rows in which every cell is blank', [{ customerId: '', level: null }, {}]],
	])('%s', (_, rows) => expect(stateOf(rows)).toEqual({ rowOf: new Map(), latestOn: null, outdated: 0 }));
});

describe('several rows of a customer', () => {
	const [earlier, later] = [rowWith({ asOf: '2024-06-30', level: 'healthy' }), rowWith({ asOf: '2024-07-02', level: 'atRisk' })];

	it('the latest As Of holds, wherever it stands, and is told; the others are counted', () => {
		for (const rows of [[earlier, given, later], [later, given, earlier]]) {
			const { rowOf, latestOn, outdated } = stateOf(rows);
			expect([rowOf.get('ann')?.level, rowOf.size, latestOn, outdated]).toEqual(['atRisk', 1, asOf + 1, 2]);
		}
	});

	it('of one As Of the later in the list holds', () => expect(stateOf([given, rowWith({ level: 'gone' })]).rowOf.get('ann')?.level).toBe('gone'));
});

describe('what cannot be used is told with its row and column', () => {
	it.each<[changes: Row, expected: ReturnType<typeof problemsOf>]>([
		[{ customerId: '' }, [['blankCustomer', 1, 'customerId']]],
		[{ level: 'high' }, [['unknownLevel', 1, 'level']]],
		[{ level: null }, [['unknownLevel', 1, 'level']]],
		[{ level: 'constructor' }, [['unknownLevel', 1, 'level']]],
		[{ pendingLevel: 'gone' }, [['unknownLevel', 1, 'pendingLevel']]],
		[{ asOf: '' }, [['unreadableDate', 1, 'asOf']]],
		[{ asOf: 'soon', since: null }, [['unreadableDate', 1, 'asOf'], ['unreadableDate', 1, 'since']]],
		[{ lastAlertAt: '3/4/2024' }, [['ambiguousDate', 1, 'lastAlertAt']]],
		[{ risk: 'low', pendingRuns: 'two' }, [['unreadableNumber', 1, 'risk'], ['unreadableNumber', 1, 'pendingRuns']]],
	])('%j', (changes, expected) => expect(problemsOf([given, rowWith({ customerId: 'bob', ...changes })])).toEqual(expected));

	it('a table that lacks columns of the state is told by these instead: without them what was told would be forgotten', () => {
		expect(problemsOf([{ name: 'Ann', level: 'high' }])).toEqual(Object.keys(given).filter((column) => column !== 'level').map((column) => ['missingColumn', null, column]));
	});

	it.each(Object.keys(given))('%s is a column that no row may lack', (column) => {
		expect(problemsOf([Object.fromEntries(Object.entries(given).filter(([name]) => name !== column))])).toEqual([['missingColumn', null, column]]);
	});

	it('a column that only the first row has is there', () => expect(problemsOf([given, { customerId: 'bob', asOf: '2024-07-01', level: 'healthy', since: '2024-07-01' }])).toEqual([]));

	it('the problem names the second input and a remedy that holds there: a row of the state is never left out', () => {
		const outcome = outcomeOf([rowWith({ asOf: 'soon' })]);
		expect(outcome).toMatchObject({ problems: [{ stream: { title: 'Previous State', input: 1 }, remedy: expect.stringContaining('output State') as string }] });
	});
});
