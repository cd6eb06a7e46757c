/**
 * Customer Activity from rows to items, against plain counting in Python (test/reference/activity_by_rows.py): real files by
 * checksums over all customers, and sixty small sets field by field.
 */
import type { ActivityItem } from '../../../domain/activity/customerActivity';
import expected from '../../reference/activity_purchases.json';
import { activityReading, fieldsIn, itemsIn, linesInOrder, purchaseLine } from '../../support/activityReference';
import type { Stream } from '../../support/activityReference';
import type { ActivitySet } from '../../support/activitySets';
import { activitySets, itemsOfSet, rowsOf } from '../../support/activitySets';
import { closeTo } from '../../support/closeTo';
import { checksum, readCsv, sharedData } from '../../support/files.cjs';

const purchasesOf = (rows: Array<Record<string, string>>, asOf: string, columns: Stream['columns'] = {}) => itemsIn(activityReading([{ id: 'purchases', rows, columns }], { asOf })).filter(({ streams }) => streams !== '');
const numbersIn = (items: readonly ActivityItem[], field: string): number[] => items.flatMap((item) => fieldsIn(item, 'purchases')[field] as number | null ?? []);
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

const transactions = sharedData('cdnow_sample_transactions.csv');
const summary = sharedData('cdnow_customers_summary_with_transactions.csv');
const whenCdnowIsThere = transactions === null || summary === null ? describe.skip : describe;

whenCdnowIsThere(`CDNOW as of 30 September 1997${transactions === null ? ' (../shared/data/cdnow_sample_transactions.csv is missing)' : ''}`, () => {
	const { cdnow } = expected;
	let items: ActivityItem[];
	beforeAll(() => {
		items = purchasesOf(readCsv(transactions!), cdnow.asOf);
	});

	it('has repeats, recencyDays and ageDays as Python counts them, of all 2,357 customers', () => {
		const line = (item: ActivityItem) => [item.customer, ...['repeats', 'recencyDays', 'ageDays'].map((field) => fieldsIn(item, 'purchases')[field])].join(',');
		expect(items.length).toBe(cdnow.customers);
		expect(numbersIn(items, 'repeats').filter((repeats) => repeats > 0).length).toBe(cdnow.repeaters);
		for (const field of ['repeats', 'recencyDays', 'ageDays'] as const) expect(sumOf(numbersIn(items, field))).toBe(cdnow[field].sum);
		expect(checksum(linesInOrder(items, line))).toBe(cdnow.cdnowLine);
	});

	it('has x, and t_x and T in weeks, as the summary publishes them, to its two decimals', () => {
		const fieldsOf = new Map(items.map((item) => [Number(item.customer), fieldsIn(item, 'purchases')]));
		for (const { ID, x, t_x, T } of readCsv(summary!)) {
			const { repeats, recencyDays, ageDays } = fieldsOf.get(Number(ID))!;
			expect({ ID, x: String(repeats), t_x: (Number(recencyDays) / 7).toFixed(2), T: (Number(ageDays) / 7).toFixed(2) }).toEqual({ ID, x, t_x, T });
		}
	});
});

interface Totals {
	readonly customers: number;
	readonly withPurchase: number;
	readonly gross: number;
	readonly refunded: number;
	readonly net: number;
	readonly orders: { readonly sum: number };
	readonly daysSince: { readonly known: number; readonly sum: number };
	readonly gapSpreadDays: { readonly known: number; readonly sum: number };
	readonly returnedShare: { readonly known: number; readonly sum: number };
	readonly usualPer30Days: { readonly known: number; readonly sum: number };
}

function comparesTotals(items: readonly ActivityItem[], totals: Totals): void {
	expect([items.length, numbersIn(items, 'repeats').length]).toEqual([totals.customers, totals.withPurchase]);
	for (const field of ['gross', 'refunded', 'net'] as const) closeTo(sumOf(numbersIn(items, field)), totals[field], field);
	expect(sumOf(numbersIn(items, 'orders'))).toBe(totals.orders.sum);
	for (const field of ['daysSince', 'gapSpreadDays', 'returnedShare', 'usualPer30Days'] as const) {
		const values = numbersIn(items, field);
		expect([field, values.length]).toEqual([field, totals[field].known]);
		// Each is rounded to ten decimals.
		closeTo(sumOf(values), totals[field].sum, field, 6);
	}
}

/** A customer as Python shows one, field by field. */
function comparesCustomers(items: readonly ActivityItem[], some: ReadonlyArray<{ readonly customer: string; readonly since: string }>): void {
	for (const { customer, since, ...fields } of some) {
		const item = items.find((each) => String(each.customer) === customer)!;
		expect([customer, item.customerSince]).toEqual([customer, since]);
		for (const [field, value] of Object.entries(fields)) if (field !== 'reasons') comparesField(fieldsIn(item, 'purchases')[field], value, `${customer}.purchases.${field}`);
	}
}

/** Amounts that are divided are told with four decimals, every other figure with ten. */
function comparesField(got: unknown, value: unknown, path: string): void {
	if (typeof value === 'number') closeTo(got, value, path, /purchases\..*(?:Net|average).*(?:Days|Order)$/.test(path) ? 4 : 10);
	else expect({ [path]: got }).toEqual({ [path]: value });
}

describe.each(expected.invoices)('Online Retail invoices as of $asOf', ({ asOf, totals, line, some }) => {
	let items: ActivityItem[];
	beforeAll(() => {
		items = purchasesOf(readCsv('templates/data/online_retail_invoices.csv'), asOf);
	});

	it('come to the totals of Python', () => comparesTotals(items, totals));
	it('say of every customer what Python says', () => expect(checksum(linesInOrder(items, purchaseLine))).toBe(line));
	it('say of twelve customers the same in every field', () => comparesCustomers(items, some));
});

describe('the raw month of Online Retail, whose cancellations have numbers of their own', () => {
	const { rawMonth } = expected;
	let items: ActivityItem[];
	beforeAll(() => {
		items = purchasesOf(readCsv('templates/data/online_retail_raw_2010_12.csv'), rawMonth.asOf);
	});

	it('comes to the totals of Python: 133 of 690 refunds take back a row, 12,276.29 is left of the others', () => comparesTotals(items, rawMonth.totals));
	it('says of every customer what Python says', () => expect(checksum(linesInOrder(items, purchaseLine))).toBe(rawMonth.line));
	it('says of ten customers the same in every field', () => comparesCustomers(items, rawMonth.some));
});

interface Figure {
	readonly set: ActivitySet;
	readonly customer: string;
	readonly stream: string;
	readonly field: string;
	/** The readings of the specification on which the figure hangs. */
	readonly readings: readonly string[];
}

/** Does the customer have two rows of a stream at one moment? */
function hasTies({ set, customer, stream }: Figure): boolean {
	const moments = rowsOf(set, stream, customer).map(({ at, due, made }) => String(at ?? due ?? made));
	return new Set(moments).size < moments.length;
}

const lacks = (stream: 'purchases' | 'payments', ...columns: readonly string[]) => ({ set }: Figure) => columns.some((column) => !set.columns[stream]!.includes(column));
const hangsOn = (...readings: readonly string[]) => (figure: Figure) => figure.readings.some((reading) => readings.includes(reading));
const rowsOfFigure = ({ set, stream, customer }: Figure) => rowsOf(set, stream, customer);

/**
 * Where the product deliberately says something else than Python, field by field
 *
 * Each has its reason; one that no figure needs any more is stale and fails below.
 */
const differences: ReadonlyArray<{ readonly fields: RegExp; readonly because: string; readonly where: (figure: Figure) => boolean }> = [
	{ fields: /^purchases\.currency$/, because: 'without amounts nothing is paid, in no currency', where: lacks('purchases', 'amount') },
	{ fields: /^purchases\.(?:promotionShare|promotionKnown|instalmentsKnown)$/, because: 'of two rows alike but for details, taken at one moment, either may be the one taken back; each side orders their texts its own way', where: hangsOn('tieSmallestOrder') },
	{ fields: /^payments\.(?:onTime|late)$/, because: 'on time and late can only be told where both the day due and the day paid are columns', where: lacks('payments', 'due', 'paidAt') },
	{ fields: /^payments\.(?:pastDue|pastDueDays|missed)$/, because: 'the day made is no day due: without a day due nothing is past it', where: lacks('payments', 'due') },
	{ fields: /^payments\.(?:recentDelayDays|retries)$/, because: 'without a day due, rows are attempts: one that failed before a later one was paid is settled', where: lacks('payments', 'due') },
	{ fields: /^payments\.pastDueDays$/, because: 'an open row of which all was paid is not past due', where: (figure) => rowsOfFigure(figure).some(({ state, amount, paidAmount }) => state === 'open' && amount === paidAmount) },
	{ fields: /^payments\.cardExpiresOn$/, because: 'the last card that is named counts, as long as the way to pay is the same, also where the latest row is blank', where: hangsOn('cardOfLatestNaming', 'tieOther') },
	{ fields: /^payments\.retries$/, because: 'of several attempts at one moment the most', where: hasTies },
	{ fields: /^payments\.methodChangedOn$/, because: 'of two ways to pay at one moment the one that goes on with a run holds, whatever the order of rows', where: hasTies },
	{ fields: /^contacts\.(?:contactPerson|contactPersonSince|contactPersonFirstOn|previousContactPerson)$/, because: 'of two people at one moment the one who goes on with a run holds, whatever the order of rows', where: hasTies },
	{ fields: /^tickets\.(?:firstAnswerHours|usualFirstAnswerHours)$/, because: 'hours are those of the clock on the wall: one more or less where it changed in between', where: ({ set }) => set.zone !== 'UTC' },
	{ fields: /^subscriptions\.plan$/, because: 'the plans of all that run, not only of one', where: (figure) => rowsOfFigure(figure).length > 1 },
	{ fields: /^subscriptions\.(?:monthlyAmount|priceChangedOn|previousMonthlyAmount|previousPlan)$/, because: 'a trial brings nothing', where: hangsOn('trialAmountZero') },
	{ fields: /^subscriptions\.(?:status|onTrial|monthlyAmount|priceChangedOn|previousMonthlyAmount|previousPlan)$/, because: 'a pause without a day since when cannot be backdated', where: (figure) => rowsOfFigure(figure).some(({ state }) => state === 'paused') },
	{ fields: /^subscriptions\.renewsOn$/, because: 'the next renewal of a row is as of today, not as of an earlier day', where: ({ set }) => set.asOf !== set.today },
	{ fields: /^subscriptions\.(?:endsOn|cancelled|cancelledOn)$/, because: 'planned ends and cancellations are known also as of a day later than the last row', where: ({ set }) => set.asOf !== set.today },
	{ fields: /^(?:contacts|usage|subscriptions|payments|tickets|purchases)$/, because: 'an input without a row has no columns either: it is as if it were not connected', where: ({ set, stream }) => rowsOf(set, stream).length === 0 },
];

/** Reasons that Python leaves general and the product says more exactly. */
const finerReasons: ReadonlyArray<readonly [field: RegExp, general: string, finer: string]> = [
	[/^payments\.pastDueDays$/, 'nothingOpen', 'noSuchColumn'],
	[/^(?:payments\.usualDelayDays|tickets\.usualFirstAnswerHours)$/, 'tooFewEvents', 'tooNewForUsual'],
];

const used = new Set<number>();
const isDeliberate = (figure: Figure): boolean => {
	const name = figure.field === '' ? figure.stream : `${figure.stream}.${figure.field}`;
	const which = differences.findIndex(({ fields, where }) => fields.test(name) && where(figure));
	if (which !== -1) used.add(which);
	return which !== -1;
};

const reasonsIn = (fields: Readonly<Record<string, unknown>>) => new Map(String(fields.reasons).split('; ').map((reason) => reason.split(': ') as [string, string]));

const streams = ['purchases', 'subscriptions', 'payments', 'tickets', 'contacts', 'usage'] as const;

describe('the sixty sets', () => {
	const passes = (compare: () => void): boolean => {
		try {
			compare();
			return true;
		} catch {
			return false;
		}
	};

	function comparesStream(set: ActivitySet, customer: string, stream: (typeof streams)[number], item: ActivityItem): void {
		const { [stream]: fields } = set.expected[customer];
		const figureOf = (field: string): Figure => ({ set, customer, stream, field, readings: Object.keys(set.openTo).filter((reading) => set.openTo[reading].includes(`${customer}.${stream}.${field}`)) });
		if ((fields === null) !== (item[stream] === null)) {
			expect([set.id, stream, isDeliberate(figureOf(''))]).toEqual([set.id, stream, true]);
			return;
		}
		const got = fieldsIn(item, stream);
		const reasons = reasonsIn(got);
		for (const [field, value] of Object.entries(fields ?? {})) {
			const compare = () => comparesField(got[field], value, `set ${set.id}: ${customer}.${stream}.${field}`);
			if (field !== 'reasons' && !passes(compare) && !isDeliberate(figureOf(field))) compare();
		}
		for (const [field, reason] of Object.entries(fields?.reasons ?? {})) {
			if (got[field] !== null || fields?.[field] !== null) continue;
			const isFiner = finerReasons.some(([name, general, finer]) => name.test(`${stream}.${field}`) && general === reason && finer === reasons.get(field));
			if (!isFiner) expect({ [`set ${set.id}: ${customer}.${stream}.${field}`]: reasons.get(field) }).toEqual({ [`set ${set.id}: ${customer}.${stream}.${field}`]: reason });
		}
	}

	it.each(activitySets().map((set) => [set.id, set] as const))('set %i says of each customer and stream what Python says, but for what is deliberate', (_, set) => {
		const items = itemsOfSet(set);
		// Python lists whoever the list of customers names; one who came after As Of was none then, and is left out here.
		const isKnownThen = (customer: string) => set.expected[customer].since !== null || rowsOf(set, 'customers', customer).every(({ since }) => since === null);
		expect([...items.keys()].sort()).toEqual(Object.keys(set.expected).filter(isKnownThen).sort());
		for (const [customer, item] of items) {
			expect([customer, item.customerSince]).toEqual([customer, set.expected[customer].since]);
			for (const stream of streams) comparesStream(set, customer, stream, item);
		}
	});

	it('needs every deliberate difference that is listed', () => {
		expect(differences.filter((_, which) => !used.has(which)).map(({ because }) => because)).toEqual([]);
	});
});
