/** What docs/customer-forecast.md quotes is what the node gives, on the purchases of templates/data and on CDNOW. */
import { readForecast } from '../../../boundary/purchases/readForecast';
import { forecastItemFields } from '../../../domain/purchases/forecastFields';
import type { ForecastItem } from '../../../domain/purchases/forecastItem';
import type { ForecastReport, ForecastSettings } from '../../../domain/purchases/forecastReport';
import { forecastReport } from '../../../domain/purchases/forecastReport';
import { compileSegments } from '../../../domain/purchases/rfm/segmentTable';
import { usualRules } from '../../../domain/purchases/rfm/segments';
import { createZone } from '../../../domain/time';
import landmarks from '../../reference/landmarks.json';
import timing from '../../reference/purchase_models.json';
import { activitySettings } from '../../support/activityReference';
import { readCsv, readText, sharedData } from '../../support/files.cjs';
import { itemsOf } from '../../support/reading';

type Rows = ReadonlyArray<Record<string, string>>;

const page = readText('docs/customer-forecast.md').replace(/\s+/g, ' ');
/** The sentences that are quoted, without the marks of a quotation. */
const quotes = [...readText('docs/customer-forecast.md').matchAll(/(?:^> .*\n)+/gm)].map(([lines]) => lines.replace(/^> /gm, '').replace(/\s+/g, ' ').trim());

const compiled = compileSegments(usualRules);
const segmentTable = 'table' in compiled ? compiled.table : null;

function forecastOf(rows: Rows, asOf: string, changes: Partial<ForecastSettings> = {}): ForecastReport {
	const outcome = readForecast(itemsOf(rows), {
		zone: createZone('UTC'),
		inputIs: 'purchases',
		purchaseColumns: { customer: '', date: '', amount: '' },
		keepColumns: [],
		ownFields: forecastItemFields,
		activity: activitySettings({ asOf }),
	});
	if (!('reading' in outcome)) throw new Error(JSON.stringify(outcome));
	return forecastReport(outcome.reading, { model: 'automatic', horizonDays: 90, lapsedAfterDays: 90, marginRate: null, yearlyDiscount: 0, segmentTable: segmentTable!, ...changes });
}

const itemIn = ({ items }: ForecastReport, customer: string): ForecastItem => items.find((item) => item.customer === customer)!;
const figure = (item: Readonly<Record<string, unknown>>, name: string): number => item[name] as number;
const sumOf = (items: readonly ForecastItem[], name: string): number => items.reduce((sum, item) => sum + figure(item, name), 0);
/** .869, as the page writes shares; 1.02 with two decimals. */
const written = (value: number, decimals = 3): string => value.toFixed(decimals).replace(/^0/, '');
const limitsOf = (item: ForecastItem, name: string, decimals: number): string[] => [`${name}Low`, `${name}High`].map((limit) => written(figure(item, limit), decimals));
const millions = (amount: number): string => (amount / 1e6).toFixed(2);
const expectOnPage = (...texts: string[]): void => {
	for (const text of texts) expect(page).toContain(text);
};

const invoices = readCsv('templates/data/online_retail_invoices.csv');

describe('of Online Retail, the page says', () => {
	const shop = forecastOf(invoices, '2011-12-10', { marginRate: 0.4, yearlyDiscount: 0.1 });
	const [forecast, ...others] = shop.evidence;
	const judged = others.filter(({ about }) => about === 'model');

	it('why the model was taken, in the sentences of Evidence', () => expect(forecast.why).toContain(quotes[1]));

	it('what customer 12352 is expected to do, with limits, money and segment', () => {
		const item = itemIn(shop, '12352');
		const [chanceLow, chanceHigh] = limitsOf(item, 'chanceToReturn', 3);
		const [purchasesLow, purchasesHigh] = limitsOf(item, 'expectedPurchases', 2);
		const [spendLow, spendHigh] = limitsOf(item, 'expectedSpend', 2);
		expectOnPage(
			String(item.summary),
			`${written(figure(item, 'chanceToReturn'))}, \`Low\` ${chanceLow}, \`High\` ${chanceHigh}`,
			`${written(figure(item, 'expectedPurchases'), 2)}, from ${purchasesLow} to ${purchasesHigh}`,
			`\`purchaseBrings\` | ${written(figure(item, 'purchaseBrings'), 2)} |`,
			`${written(figure(item, 'expectedSpend'), 2)}, from ${spendLow} to ${spendHigh}`,
			`\`expectedMargin\` | ${written(figure(item, 'expectedMargin'), 2)} |`,
			`\`value\` | ${written(figure(item, 'value'), 2)} |`,
			`${String(item.segment)}, ${String(item.rfm)}`,
			`${written(figure(item.purchases as Record<string, unknown>, 'net') / figure(item, 'purchaseDays'), 2)} a day on average; all together ${written(figure(others[others.length - 1], 'meanPurchase'), 2)}`,
		);
	});

	it('what one huge order makes of customer 12346', () => {
		const item = itemIn(shop, '12346');
		const whole = (name: string) => Math.round(figure(item, name)).toLocaleString('en-US');
		expectOnPage(`expected to bring ${whole('expectedSpend')} with a chance of ${(100 * figure(item, 'chanceToReturn')).toFixed(0)} %: ${written(figure(item, 'expectedPurchases'), 2)} purchases of ${whole('purchaseBrings')}`);
	});

	it('how well each model told, everybody and the lapsed', () => {
		const whole = (row: Readonly<Record<string, unknown>>, name: string) => Math.round(figure(row, name)).toLocaleString('en-US');
		const marks = (row: Readonly<Record<string, unknown>>) =>
			`| ${['logLoss', 'auc', 'brier'].map((name) => written(figure(row, name))).join(' | ')} | ${whole(row, 'expectedBought')} | ${whole(row, 'expectedPurchases')} | ${written(figure(row, 'purchasesOff'), 2)} | ${written(figure(row, 'lapsedAuc'))} |`;
		expect(judged.map(({ answeredBy }) => answeredBy)).toEqual(['silenceAndRepeats', 'steadyRates', 'steadyRates', 'daysSince']);
		expectOnPage(`| Silence and Repeats ${marks(judged[0])}`, `| Pace and Leaving, both; answered by Pace Alone ${marks(judged[1])}`, `| Days Since the Last Purchase ${marks(judged[3])}`);
		expectOnPage(`| *what came* | | | | ${whole(judged[0], 'bought')} | ${whole(judged[0], 'purchases')} | | |`);
		expect(marks(judged[2])).toBe(marks(judged[1]));
	});

	it('which tenths came as often as was said', () => {
		const tenths = (judged[0].calibration as Array<Record<string, number>>).map(({ expected, observed }) => [expected, observed].map((share) => Math.round(100 * share)));
		expect([0, 9, 3, 8].map((tenth) => tenths[tenth])).toEqual([[30, 32], [94, 96], [36, 43], [86, 81]]);
		expectOnPage('at 30 % and came at 32 %', 'at 94 % and 96 %', 'the fourth at 36 %, and 43 % came', 'the ninth at 86 %, and 81 % came');
	});

	it('what it says of 94 customers in Germany', () => {
		const { items, evidence } = forecastOf(invoices.filter(({ country }) => country === 'Germany'), '2011-12-10');
		expect([items.length, evidence[0].choice]).toEqual([94, 'noneBetter']);
		expect(evidence[0].why).toContain(quotes[0]);
	});

	it('how far a season leads it astray', () => {
		const autumn = forecastOf(invoices, '2011-08-31', { horizonDays: 100 });
		const known = new Set(autumn.items.map(({ customer }) => customer));
		const after = invoices.filter(({ customer_id: customer, order_date: at }) => known.has(customer) && at >= '2011-09-01');
		const came = after.reduce((sum, { amount }) => sum + Number(amount), 0);
		expect(String(forecast.summary)).toMatch(/a year before there were 2,769, worth 1,433,556;/);
		expectOnPage(`expects ${millions(sumOf(autumn.items, 'expectedSpend'))} million of`, `it became ${millions(came)}.`, `expects ${millions(sumOf(shop.items, 'expectedSpend'))} million within 90 days`, 'brought 1.43.');
	});
});

/** The programs of test/reference, to which the models are held by tests of their own. */
describe('the table of comparisons says', () => {
	it('of CDNOW what the reference finds', () => {
		const of = (model: string) => timing.judged.find((each) => each.model === model)!;
		const days = written(of('daysSinceAfterwards').auc!);
		const marks = (model: string) => `| ${written(of(model).auc!)} | ${days} | ${written(of(model).brier!)} | ${written(of(model).mae!)} |`;
		expectOnPage(`BG/NBD ${marks('bgNbd')}`, `MBG/NBD, which *Automatic* takes ${marks('mbgNbd')}`, `Pareto/NBD ${marks('paretoNbd')}`);
		expectOnPage(`the Brier score is ${written(of('daysSinceAfterwards').brier!)}`, `is off by ${written(of('nothing').mae!, 2)} only`, `there were ${timing.cdnow.purchaseDaysAfter.toLocaleString('en-US')}`);
	});

	it('of Online Retail what the reference finds', () => {
		const of = (model: string, among: string) => landmarks.held.find((each) => each.model === model && each.among === among)!;
		const days = written(of('daysSince', 'everybody').auc);
		const marks = (model: string) => `| ${written(of(model, 'everybody').auc)} | ${days} | ${written(of(model, 'everybody').brier)} | ${written(of(model, 'everybody').mae)} |`;
		const lapsed = (model: string) => `| ${written(of(model, 'silentOver90').auc)} | ${written(of('daysSince', 'silentOver90').auc)} | | |`;
		expect(landmarks.automatic.chosen).toBe('steadyRates');
		expectOnPage(`Pace Alone, which *Automatic* takes ${marks('steadyRates')}`, `Silence and Repeats ${marks('silenceAndRepeats')}`, `Days Since the Last Purchase ${marks('daysSince')}`);
		expectOnPage(`| Pace Alone ${lapsed('steadyRates')}`, `| Silence and Repeats ${lapsed('silenceAndRepeats')}`);
	});
});

const cdnow = sharedData('cdnow_sample_transactions.csv');
(cdnow === null ? describe.skip : describe)('of CDNOW, the page says', () => {
	const rows = cdnow === null ? [] : readCsv(cdnow);

	it('of 1,411 who bought once that 14 to 18 % of them buy, 227 in all, where BG/NBD holds each for alive; 193 did', () => {
		const { items } = forecastOf(rows, '1997-09-30', { model: 'bgNbd', horizonDays: 273 });
		const once = items.filter(({ purchaseDays }) => purchaseDays === 1);
		const later = new Set(rows.filter(({ date }) => date > '1997-09-30' && date <= '1998-06-30').map(({ customer_id: customer }) => customer));
		const chances = once.map((item) => figure(item, 'chanceToReturn'));
		expect([once.length, items.length, Math.round(100 * Math.min(...chances)), Math.round(100 * Math.max(...chances)), Math.round(sumOf(once, 'chanceToReturn'))]).toEqual([1411, 2357, 14, 18, 227]);
		expect(once.filter(({ customer }) => later.has(String(customer))).length).toBe(193);
		expect(Math.round(sumOf(items, 'expectedPurchases'))).toBe(1653);
		expectOnPage('1,411 of 2,357 customers', '14 to 18 % of them buy within 39 weeks, 227 in all. 193 did.', 'BG/NBD expected 1,653 purchases');
	});

	it('that Automatic takes MBG/NBD', () => expect(forecastOf(rows, '1997-09-30', { horizonDays: 273 }).evidence[0]).toMatchObject({ model: 'mbgNbd', choice: 'better' }));
});
