import fc from 'fast-check';
import { usageExample } from '../../../domain/activity/examples/usageExample';
import type { UsageColumns } from '../../../domain/activity/streamColumns';
import { usageFields, usageViews } from '../../../domain/activity/usage';
import type { DatedRow, StreamUnderTest } from '../../support/activity';
import { anyCustomer, anyMoment, DAY, describeExample, describeLaws, describeOneWithAll, historyOfRows, reasonsOf, timeOf, valuesOf, windows } from '../../support/activity';
import { dayOf, groupColumn, readTable } from '../../support/ledger';
import { dayOfMoment, distinct, inRecent, inUsual, slowDays, slowWindows } from '../../support/slowActivity';

interface Usage extends DatedRow {
	/** NaN where the cell says nothing. */
	readonly count: number;
	readonly feature: string;
}

const columnsOf = (rows: readonly Usage[], customerCount: number): UsageColumns => ({
	history: historyOfRows(rows, customerCount),
	count: Float64Array.from(rows, ({ count }) => count),
	feature: groupColumn('feature', rows.map(({ feature }) => feature)),
});

/** Usage of customer 0 as drawn; customer 1 has none. */
const draw = (table: string): UsageColumns =>
	columnsOf(
		readTable(table).rows.map((cell) => ({ customer: 0, at: timeOf(cell('on')), count: cell('count') === '' ? NaN : Number(cell('count')), feature: cell('feature') })),
		2,
	);

const viewOf = (columns: UsageColumns, since = '2023-01-01', customer = 0) => usageViews(columns, windows, () => dayOf(since))(customer);
const valuesIn = (table: string, since?: string) => valuesOf(usageFields, viewOf(draw(table), since));

describe('the example of usage', () => {
	const { columns, windows: own, since } = usageExample;
	describeExample(usageFields, usageViews(columns, own, () => since)(0));
});

describe('active days and events', () => {
	it('are recent on 1 and on 30 June, usual on 31 May and on 4 December, and neither on 3 December', () => {
		const table = 'on  count\n2023-12-03  1\n2023-12-04  2\n2024-05-31  4\n2024-06-01  8\n2024-06-30T23:59  16';
		expect(valuesIn(table)).toMatchObject({ activeDays: 5, events: 31, recentActiveDays: 2, recentEvents: 24, usualActiveDays: 2, usualEvents: 6 });
	});

	it('count three rows of a day as one day, with the sum of their events: 1 + 2 + 4', () => {
		expect(valuesIn('on  count\n2024-06-05T09:00  1\n2024-06-05T10:00  2\n2024-06-05T11:00  4')).toMatchObject({ activeDays: 1, recentEvents: 7 });
	});

	it('count a row with an empty cell as one event, and every row where there is no column', () => {
		const columns = draw('on  count\n2024-06-05  10\n2024-06-06  -');
		expect(valuesOf(usageFields, viewOf(columns))).toMatchObject({ activeDays: 2, events: 10 + 1 });
		expect(valuesOf(usageFields, viewOf({ ...columns, count: null }))).toMatchObject({ activeDays: 2, events: 1 + 1 });
	});

	it('leave out a day that an export has with 0 events: nothing happened since 5 June', () => {
		expect(valuesIn('on  count\n2024-06-05  3\n2024-06-06  0\n2024-06-30  0')).toMatchObject({ activeDays: 1, events: 3, lastOn: '2024-06-05', daysSince: 25 });
	});

	it('add up fractions exactly, .1 and .2 to .3', () => {
		expect(valuesIn('on  count\n2024-06-05  .1\n2024-06-06  .2').events).toBe(0.3);
	});

	it('are null where the sum is too large to be exact, and so is what is made of them; the days are not', () => {
		const view = viewOf(draw('on  count\n2024-06-05  900000000000\n2024-06-06  900000000000'));
		expect(valuesOf(usageFields, view)).toMatchObject({ recentActiveDays: 2, usualEvents: 0 });
		expect(reasonsOf(usageFields, view)).toEqual({ events: 'amountTooLarge', recentEvents: 'amountTooLarge', recentEventsPer30Days: 'amountTooLarge' });
	});

	it('per 30 days are 6 / 60 · 30 events of one who came 60 days before June, and null of one who came on 1 June', () => {
		const table = 'on  count\n2024-05-10  6';
		expect(valuesIn(table, '2024-04-02')).toMatchObject({ usualEventsPer30Days: (6 / 60) * 30, usualActiveDaysPer30Days: (1 / 60) * 30 });
		expect(reasonsOf(usageFields, viewOf(draw('on\n2024-06-10'), '2024-06-01'))).toEqual({
			usualActiveDaysPer30Days: 'tooNewForUsual',
			usualEventsPer30Days: 'tooNewForUsual',
		});
	});
});

describe('features', () => {
	it('of late are those of June, each once and in the order of the alphabet; no longer used is what only the time before has', () => {
		const table = `
			on          feature
			2023-12-03  Search
			2023-12-04  Alerts
			2024-05-31  Export
			2024-06-01  Reports
			2024-06-15  -
			2024-06-30  Export
			2024-06-30  Reports
		`;
		expect(valuesIn(table)).toMatchObject({ featuresRecent: ['Export', 'Reports'], featuresNoLonger: ['Alerts'] });
	});

	it('are not used by a row with 0 events', () => {
		expect(valuesIn('on  count  feature\n2024-05-31  1  Export\n2024-06-30  0  Export')).toMatchObject({ featuresRecent: [], featuresNoLonger: ['Export'] });
	});
});

it('has counts of 0, null dates and no features of a customer without rows', () => {
	const view = viewOf(draw('on  feature\n2024-06-05  Export'), '2023-01-01', 1);
	expect(valuesOf(usageFields, view)).toMatchObject({ activeDays: 0, events: 0, recentEventsPer30Days: 0, featuresRecent: [], featuresNoLonger: [] });
	expect(reasonsOf(usageFields, view)).toEqual({ firstOn: 'noRows', lastOn: 'noRows', daysSince: 'noRows' });
});

it('says that there is no such column where nothing names features', () => {
	const view = viewOf({ ...draw('on\n2024-06-05'), feature: null });
	expect(reasonsOf(usageFields, view)).toEqual({ featuresRecent: 'noSuchColumn', featuresNoLonger: 'noSuchColumn' });
});

const usage: StreamUnderTest<Usage, UsageColumns, ReturnType<typeof viewOf>> = {
	fields: usageFields,
	views: usageViews,
	columnsOf,
	anyRow: fc.record({
		customer: anyCustomer,
		at: anyMoment,
		count: fc.constantFrom(NaN, 0, 1, 2, 0.1, 12.25),
		feature: fc.constantFrom('Alerts', 'Export', 'Reports', ''),
	}),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY }),
	slow(rows, given, since) {
		const used = rows.filter(({ count }) => count !== 0).map((row) => ({ ...row, day: dayOfMoment(row.at), count: Number.isNaN(row.count) ? 1 : row.count }));
		const days = used.map(({ day }) => day);
		const ofDays = slowWindows(distinct(days), given, since);
		const ofEvents = slowWindows(days, given, since, used.map(({ count }) => count));
		const featuresIn = (isCounted: (day: number) => boolean) => distinct(used.filter(({ day, feature }) => isCounted(day) && feature !== '').map(({ feature }) => feature));
		const featuresRecent = featuresIn(inRecent(given));
		return {
			activeDays: distinct(days).length,
			events: used.reduce((sum, { count }) => sum + count, 0),
			...slowDays(days, given.asOf),
			recentActiveDays: ofDays.recent,
			usualActiveDays: ofDays.usual,
			recentActiveDaysPer30Days: ofDays.recentPer30Days,
			usualActiveDaysPer30Days: ofDays.usualPer30Days,
			recentEvents: ofEvents.recent,
			usualEvents: ofEvents.usual,
			recentEventsPer30Days: ofEvents.recentPer30Days,
			usualEventsPer30Days: ofEvents.usualPer30Days,
			featuresRecent,
			featuresNoLonger: featuresIn(inUsual(given)).filter((feature) => !featuresRecent.includes(feature)),
		};
	},
};

describe('usage', () => {
	describeLaws(usage);
	// Counts of 1 to 5 in turn; on day 26 they are 2, on day 27 they are 3 and so on, 1,666 times each.
	describeOneWithAll(usage, (index) => ({ customer: 0, at: (index % 30) * DAY, count: 1 + (index % 5), feature: `f${index % 40}` }), {
		activeDays: 30, events: 10_000 * (1 + 2 + 3 + 4 + 5), recentActiveDays: 4, usualActiveDays: 10, recentEvents: 1_666 * (2 + 3 + 4 + 5),
	});
});
