import fc from 'fast-check';
import { contactFields, contactViews } from '../../../domain/activity/contacts';
import { contactsExample } from '../../../domain/activity/examples/contactsExample';
import type { ContactColumns } from '../../../domain/activity/streamColumns';
import type { DatedRow, StreamUnderTest } from '../../support/activity';
import { anyCustomer, anyMoment, DAY, describeExample, describeLaws, describeOneWithAll, flagsOf, historyOfRows, reasonsOf, timeOf, valuesOf, windows } from '../../support/activity';
import { dayOf, groupColumn, readTable } from '../../support/ledger';
import { dayOfMoment, distinct, inRecent, inUsual, slowDays, slowGaps, slowRun, slowTexts, slowWindows } from '../../support/slowActivity';
import { isoDate } from '../../../domain/time';

interface Contact extends DatedRow {
	/** yes, no, or empty where it is not known. */
	readonly customerBegan: string;
	readonly person: string;
	readonly text: string;
}

const columnsOf = (rows: readonly Contact[], customerCount: number): ContactColumns => ({
	history: historyOfRows(rows, customerCount),
	startedByCustomer: flagsOf(rows.map(({ customerBegan }) => customerBegan)),
	person: groupColumn('person', rows.map(({ person }) => person)),
	textAt: (row) => rows[row].text || null,
});

/** Contacts of customer 0 as drawn; customer 1 has none. */
const draw = (table: string): ContactColumns =>
	columnsOf(
		readTable(table).rows.map((cell) => ({ customer: 0, at: timeOf(cell('on')), customerBegan: cell('began'), person: cell('person'), text: cell('text') })),
		2,
	);

const viewOf = (columns: ContactColumns, since = '2023-01-01', customer = 0) => contactViews(columns, windows, () => dayOf(since))(customer);
const valuesIn = (table: string, since?: string) => valuesOf(contactFields, viewOf(draw(table), since));

describe('the example of contacts', () => {
	const { columns, windows: own, since } = contactsExample;
	describeExample(contactFields, contactViews(columns, own, () => since)(0));
});

describe('contact days', () => {
	it('are recent from 1 June, the 30th day back, to 30 June, which is As Of; 31 May is usual', () => {
		expect(valuesIn('on\n2024-05-31\n2024-06-01\n2024-06-30T23:59')).toMatchObject({ recent: 2, usual: 1 });
	});

	it('are usual from 4 December, 180 days before 1 June; 3 December is neither', () => {
		expect(valuesIn('on\n2023-12-03\n2023-12-04')).toMatchObject({ contacts: 2, recent: 0, usual: 1 });
	});

	it('are one for three contacts of a day', () => {
		expect(valuesIn('on\n2024-06-05T09:00\n2024-06-05T10:00\n2024-06-05T23:59')).toMatchObject({ contacts: 3, contactDays: 1, recent: 1 });
	});

	it('per 30 days are 2 / 180 · 30 of an old customer with two usual ones, and 2 / 45 · 30 of one who came 45 days before June', () => {
		const table = 'on\n2024-05-20\n2024-05-30';
		expect(valuesIn(table)).toMatchObject({ usualPer30Days: 0.3333333333, recentPer30Days: 0 });
		expect(valuesIn(table, '2024-04-17')).toMatchObject({ usualPer30Days: 1.3333333333, recentPer30Days: 0 });
	});

	it('of somebody who came on 21 June are counted per 10 days, and none of them can be usual', () => {
		const view = viewOf(draw('on\n2024-06-21\n2024-06-30'), '2024-06-21');
		expect(valuesOf(contactFields, view)).toMatchObject({ recent: 2, usual: 0, recentPer30Days: (2 / 10) * 30, usualPer30Days: null });
		expect(reasonsOf(contactFields, view)).toMatchObject({ usualPer30Days: 'tooNewForUsual' });
	});

	it('of somebody who came on 31 May have one usual day, and of one who came on 1 June none', () => {
		expect(valuesIn('on\n2024-06-10', '2024-05-31').usualPer30Days).toBe(0);
		expect(valuesIn('on\n2024-06-10', '2024-06-01').usualPer30Days).toBe(null);
	});
});

describe('a customer without contacts', () => {
	const view = viewOf(draw('on\n2024-06-21'), '2024-01-01', 1);

	it('has counts of 0 and null dates, since there is no row', () => {
		expect(valuesOf(contactFields, view)).toMatchObject({ contacts: 0, contactDays: 0, firstOn: null, recent: 0, usualPer30Days: 0, recentTexts: [] });
		expect(reasonsOf(contactFields, view)).toEqual({
			firstOn: 'noRows',
			lastOn: 'noRows',
			daysSince: 'noRows',
			gapMedianDays: 'tooFewEvents',
			gapSpreadDays: 'tooFewEvents',
			gapLongestDays: 'tooFewEvents',
			startedByCustomerShare: 'noRows',
			lastStartedByCustomerOn: 'noRows',
			contactPerson: 'noRows',
			contactPersonSince: 'noRows',
			contactPersonFirstOn: 'noRows',
			previousContactPerson: 'noRows',
		});
	});

	it('has no rates where no stream has a dated row, so that it is not known since when they are one', () => {
		const undated = contactViews(draw('on\n2024-06-21'), windows, () => NaN)(1);
		expect(reasonsOf(contactFields, undated)).toMatchObject({ recentPer30Days: 'tenureUnknown', usualPer30Days: 'tenureUnknown' });
	});
});

it('says that there is no such column where nothing tells who began, whom it was with and what was said', () => {
	const bare: ContactColumns = { ...draw('on\n2024-06-21\n2024-06-25'), startedByCustomer: null, person: null, textAt: null };
	expect(reasonsOf(contactFields, viewOf(bare))).toEqual({
		gapSpreadDays: 'tooFewEvents',
		startedByCustomerShare: 'noSuchColumn',
		lastStartedByCustomerOn: 'noSuchColumn',
		contactPerson: 'noSuchColumn',
		contactPersonSince: 'noSuchColumn',
		contactPersonFirstOn: 'noSuchColumn',
		previousContactPerson: 'noSuchColumn',
		recentTexts: 'noSuchColumn',
		recentTextsOn: 'noSuchColumn',
	});
});

describe('who begins', () => {
	it('is a share of those known in both windows: 1 of 3, without the unknown one and that of 3 December', () => {
		const table = `
			on          began
			2023-12-03  yes
			2023-12-04  no
			2024-05-31  yes
			2024-06-01  -
			2024-06-30  no
		`;
		expect(valuesIn(table)).toMatchObject({ startedByCustomerShare: 0.3333333333, lastStartedByCustomerOn: '2024-05-31' });
	});

	it('was last the customer years ago, though not in either window', () => {
		expect(valuesIn('on  began\n2021-02-03  yes\n2024-06-01  no')).toMatchObject({ startedByCustomerShare: 0, lastStartedByCustomerOn: '2021-02-03' });
	});
});

describe('the contact person', () => {
	const personIn = (table: string) => {
		const { contactPerson, contactPersonSince, previousContactPerson } = valuesIn(table);
		return [contactPerson, contactPersonSince, previousContactPerson];
	};

	it('is Ben since 10 June, after Ann, where Ann was named until 1 June', () => {
		expect(personIn('on  person\n2024-05-01  Ann\n2024-06-01  Ann\n2024-06-10  Ben\n2024-06-20  Ben')).toEqual(['Ben', '2024-06-10', 'Ann']);
	});

	it('is Ann since her return on 20 June, after Ben, though she was it before', () => {
		expect(personIn('on  person\n2024-05-01  Ann\n2024-06-10  Ben\n2024-06-20  Ann')).toEqual(['Ann', '2024-06-20', 'Ben']);
	});

	it('stays Ann since 1 May over contacts that name nobody, and there was none before', () => {
		expect(personIn('on  person\n2024-04-01  -\n2024-05-01  Ann\n2024-06-10  -\n2024-06-20  Ann\n2024-06-25  -')).toEqual(['Ann', '2024-05-01', null]);
	});

	it('stays Zoe since 1 May where Ann is named beside her in the same moment, in the middle or at the end', () => {
		expect(personIn('on  person\n2024-05-01  Zoe\n2024-06-10  Zoe\n2024-06-10  Ann\n2024-06-20  Zoe')).toEqual(['Zoe', '2024-05-01', null]);
		expect(personIn('on  person\n2024-05-01  Zoe\n2024-06-20  Zoe\n2024-06-20  Ann')).toEqual(['Zoe', '2024-05-01', null]);
	});

	it('is the first in the alphabet of two who begin in the same moment, and of two before it', () => {
		expect(personIn('on  person\n2024-05-01  Dan\n2024-05-01  Cleo\n2024-06-20  Ben\n2024-06-20  Ann')).toEqual(['Ann', '2024-06-20', 'Cleo']);
	});
});

describe('contactPersonFirstOn', () => {
	const firstIn = (table: string) => valuesIn(`on  person\n${table}`).contactPersonFirstOn;

	it('is 1 May, not 20 June, of Ann who is back after Ben, and 10 June of Ben who is new', () => {
		expect(firstIn('2024-05-01  Ann\n2024-06-10  Ben\n2024-06-20  Ann')).toBe('2024-05-01');
		expect(firstIn('2024-05-01  Ann\n2024-06-10  Ben\n2024-06-20  Ben')).toBe('2024-06-10');
	});

	it('is 3 March of Ben who was named once beside Ann, long before he followed her', () => {
		expect(firstIn('2024-03-01  -\n2024-03-03  Ann\n2024-03-03  Ben\n2024-05-01  Ann\n2024-06-10  Ben')).toBe('2024-03-03');
	});

	it('is 2 June of one who begins at the same moment as others, whose rows come first', () => {
		expect(firstIn('2024-06-02  Dan\n2024-06-02  Cleo\n2024-06-02  Ann')).toBe('2024-06-02');
	});
});

describe('recent texts', () => {
	const table = 'on  text\n2024-01-01  a\n2024-01-02  b\n2024-01-03  c\n2024-01-04  -\n2024-01-05  d\n2024-01-06  e\n2024-01-07T23:59  f';

	it('are the last five of six, the newest first, without a contact that has none', () => {
		expect(valuesIn(table).recentTexts).toEqual(['f', 'e', 'd', 'c', 'b']);
	});

	it('are of 7, 6, 5, 3 and 2 January, in the same order; without a text there is no day', () => {
		expect(valuesIn(table).recentTextsOn).toEqual(['2024-01-07', '2024-01-06', '2024-01-05', '2024-01-03', '2024-01-02']);
		expect(valuesIn('on  text\n2024-01-01  -').recentTextsOn).toEqual([]);
	});
});

const contacts: StreamUnderTest<Contact, ContactColumns, ReturnType<typeof viewOf>> = {
	fields: contactFields,
	views: contactViews,
	columnsOf,
	anyRow: fc.record({
		customer: anyCustomer,
		at: anyMoment,
		customerBegan: fc.constantFrom('yes', 'no', ''),
		person: fc.constantFrom('Ann', 'Ben', 'Cleo', ''),
		text: fc.constantFrom('a', 'b', 'c', 'd', ''),
	}),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY }),
	slow(rows, given, since) {
		const days = rows.map(({ at }) => dayOfMoment(at));
		const inEither = (day: number) => inRecent(given)(day) || inUsual(given)(day);
		const known = rows.filter(({ at, customerBegan }) => inEither(dayOfMoment(at)) && customerBegan !== '');
		const theirs = distinct(rows.filter(({ customerBegan }) => customerBegan === 'yes').map(({ at }) => dayOfMoment(at)));
		const run = slowRun(rows.map(({ at, person }) => ({ at, name: person })));
		return {
			contacts: rows.length,
			contactDays: distinct(days).length,
			...slowDays(days, given.asOf),
			...slowGaps(days),
			...slowWindows(distinct(days), given, since),
			startedByCustomerShare: known.length === 0 ? null : known.filter(({ customerBegan }) => customerBegan === 'yes').length / known.length,
			lastStartedByCustomerOn: theirs.length === 0 ? null : isoDate(theirs[theirs.length - 1]),
			contactPerson: run && run.value,
			contactPersonSince: run && isoDate(dayOfMoment(run.since)),
			contactPersonFirstOn: run && isoDate(Math.min(...rows.filter(({ person }) => person === run.value).map(({ at }) => dayOfMoment(at)))),
			previousContactPerson: run && run.previous,
			...slowTexts(rows),
		};
	},
};

describe('contacts', () => {
	describeLaws(contacts);
	// 30 days in turn: Ben on even days, Ann on odd ones.
	describeOneWithAll(
		contacts,
		(index) => ({ customer: 0, at: (index % 30) * DAY, customerBegan: 'yes', person: index % 2 ? 'Ann' : 'Ben', text: '' }),
		{ contacts: 50_000, contactDays: 30, gapLongestDays: 1, daysSince: 1, recent: 4, usual: 10, startedByCustomerShare: 1, contactPerson: 'Ann', contactPersonSince: '1970-01-30', contactPersonFirstOn: '1970-01-02', previousContactPerson: 'Ben' },
	);
});
