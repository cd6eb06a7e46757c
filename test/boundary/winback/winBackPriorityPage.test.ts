/** What docs/win-back-priority.md quotes is what the node gives, on the invoices of templates/data. */
import { readForecast } from '../../../boundary/purchases/readForecast';
import { readWinBack } from '../../../boundary/winback/readWinBack';
import { forecastItemFields } from '../../../domain/purchases/forecastFields';
import { forecastReport } from '../../../domain/purchases/forecastReport';
import { usualTable } from '../../../domain/purchases/rfm/usualTable';
import { wilsonInterval } from '../../../domain/statistics/interval';
import { createZone } from '../../../domain/time';
import { channelIds, channels } from '../../../domain/winback/channels';
import { detectableGain, neededHeldOut } from '../../../domain/winback/sampleSize';
import { chanceWith, upliftOf } from '../../../domain/winback/uplift';
import type { WinBackItem } from '../../../domain/winback/winBackItem';
import type { WinBackReport } from '../../../domain/winback/winBackReport';
import { winBackReport } from '../../../domain/winback/winBackReport';
import { parameters, winBackSettings } from '../../../nodes/WinBackPriority/parameters';
import { activitySettings } from '../../support/activityReference';
import { readCsv, readText } from '../../support/files.cjs';
import { itemsOf } from '../../support/reading';

const AS_OF = '2011-08-31';
/** A day after the horizon of 90 days: 30 of September, 31 of October, 29 of November. */
const AFTER_HORIZON = '2011-11-30';

const page = readText('docs/win-back-priority.md').replace(/\s+/g, ' ');
/** The sentences that are quoted, without the marks of a quotation. */
const quotes = [...readText('docs/win-back-priority.md').matchAll(/(?:^> .*\n)+/gm)].map(([lines]) => lines.replace(/^> /gm, '').replace(/\s+/g, ' ').trim());

const zone = createZone('UTC');
const ofPurchases = { zone, inputIs: 'automatic', purchaseColumns: { customer: '', date: '', amount: '' }, keepColumns: [], activity: activitySettings({ asOf: AS_OF }) } as const;
/** The invoices have no addresses. */
const invoices: ReadonlyArray<Record<string, string>> = readCsv('templates/data/online_retail_invoices.csv').map((row) => ({ ...row, email: `c${row.customer_id}@example.org`, phone: `+4479460${row.customer_id}` }));

function forecastItems() {
	const outcome = readForecast(itemsOf(invoices), { ...ofPurchases, ownFields: forecastItemFields });
	if (!('reading' in outcome)) throw new Error(JSON.stringify(outcome));
	return forecastReport(outcome.reading, { model: 'automatic', horizonDays: 90, lapsedAfterDays: 90, marginRate: 0.4, yearlyDiscount: 0, segmentTable: usualTable }).items;
}

const forecast = itemsOf(forecastItems());

/** With the node's defaults but for what is changed. */
function run(changes: Readonly<Record<string, unknown>>, before: ReadonlyArray<Readonly<Record<string, unknown>>> = [], customers = forecast): WinBackReport {
	const chosen = parameters.parse(changes);
	const asked = winBackSettings(chosen, zone, null);
	const outcome = readWinBack({ customers, lapsed: [], contactedBefore: itemsOf(before) }, { ...ofPurchases, columns: chosen.columns, phoneCountry: '' });
	if (!('settings' in asked) || !('reading' in outcome)) throw new Error(JSON.stringify([asked, outcome]));
	return winBackReport(outcome.reading.customers, asked.settings);
}

const usual = run({});
const { first, worthIt, notWorthIt, notContacted } = usual.lists;
const items = [...first, ...worthIt, ...notWorthIt, ...notContacted].map(({ json }) => json);
const itemIn = (customer: string): WinBackItem => items.find((item) => item.customer === customer)!;
const figure = (item: WinBackItem, name: string): number => item[name] as number;
const hintsOf = ({ advice }: WinBackReport): string => advice.map(({ message }) => message).join('\n');

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** .273, as the page writes shares. */
const share = (value: number): string => value.toFixed(3).replace(/^0/, '');
const ofHundred = (value: number): string => (100 * value).toFixed(1);
const expectOnPage = (...texts: string[]): void => {
	for (const text of texts) expect(page).toContain(text);
};

describe('the page says of the wholesaler', () => {
	it('how many are on which list', () => {
		expectOnPage(`Of ${whole(forecast.length)} customers ${whole(items.length)} had been silent`, `${whole(first.length)} to call first, ${whole(worthIt.length)} worth an e-mail, ${notWorthIt.length} not worth it, ${notContacted.length} held out.`);
		expect(new Set(worthIt.map(({ json }) => json.channel))).toEqual(new Set(['email']));
		expect(new Set(notContacted.map(({ json }) => json.reasonCode))).toEqual(new Set(['heldOut']));
		expect(new Set(notWorthIt.flatMap(({ json }) => json.findings as Array<{ rule: string }>).map(({ rule }) => rule))).toEqual(new Set(['rareAndSmall']));
	});

	it('the item of customer 13135, field by field', () => {
		const item = itemIn('13135');
		expectOnPage(
			`This is number ${String(item.rank)} on *First*`,
			`| \`summary\` | ${String(item.summary)} |`,
			`| \`rank\`, \`list\` | ${String(item.rank)}, ${String(item.list)} |`,
			`| \`priority\` | ${money(figure(item, 'priority'))} |`,
			`| \`channel\` | ${String(item.channel)} |`,
			`| \`contactAt\` | ${String(item.contactAt)} |`,
			`| \`chanceToReturn\` | ${share(figure(item, 'chanceToReturn'))} |`,
			`| \`chanceWithContact\` | ${share(figure(item, 'chanceWithContact'))} |`,
			`| \`reach\`, \`oddsRatio\` | .44, ${String(item.oddsRatio)} |`,
			`| \`expectedMargin\` | ${money(figure(item, 'expectedMargin'))} |`,
			`| \`worthOfReturn\` | ${money(figure(item, 'worthOfReturn'))} |`,
			`| \`returnCounts\` | ${String(item.returnCounts)} |`,
			`| \`contactCost\`, \`offerCost\` | ${String(item.contactCost)}, ${String(item.offerCost)} |`,
			`| \`segment\` | ${String(item.segment)} |`,
			`| \`reasonCode\`, \`reason\` | ${String(item.reasonCode)} |`,
			`| \`lastPurchaseOn\`, \`daysSince\` | ${String(item.lastPurchaseOn)}, ${String(item.daysSince)} |`,
			`| \`campaignKey\` | ${String(item.campaignKey)} |`,
			`| \`marginIs\` | ${String(item.marginIs)} |`,
		);
		expect([item.reach, item.holdout, item.findings]).toEqual([0.44, false, []]);
		expect(figure(item, 'worthOfReturn')).toBeCloseTo(314.0814 / 0.2733662941, 2);
	});

	it('how its priority comes about, step by step', () => {
		const [chance, withCall, worth] = ['chanceToReturn', 'chanceWithContact', 'worthOfReturn'].map((name) => figure(itemIn('13135'), name));
		const [odds, oddsWithCall] = [chance / (1 - chance), (1.95 * chance) / (1 - chance)];
		const wins = (withCall - chance) * worth;
		expect(oddsWithCall / (1 + oddsWithCall)).toBeCloseTo(withCall, 9);
		expectOnPage(
			`${ofHundred(chance)} of a hundred return. Those are odds of ${share(odds)}`,
			`${share(oddsWithCall)}, which is ${ofHundred(withCall)} of a hundred. The call wins ${ofHundred(withCall - chance)} more.`,
			`A return earns ${money(worth)}, so each who picks up earns ${money(wins)} more on average.`,
			`44 % pick up: ${money(0.44 * wins)}. The call costs 3. **${money(0.44 * wins - 3)} remain.**`,
			`.44 × ${share(withCall)} × 5 = ${(0.44 * withCall * 5).toFixed(2).replace(/^0/, '')} would go off`,
		);
	});

	it('what each channel would add to it', () => {
		const [chance, worth] = ['chanceToReturn', 'worthOfReturn'].map((name) => figure(itemIn('13135'), name));
		for (const id of channelIds) {
			const { priority, chanceWithContact } = upliftOf(chance, worth, channels[id].assumed);
			expectOnPage(`| ${channels[id].title} | ${ofHundred(chanceWithContact)} | ${money(priority)} |`);
		}
	});

	it('why customer 13093, who brings more, is not called first', () => {
		const [one, other, sure] = ['13093', '13135', '15235'].map(itemIn);
		expect(figure(one, 'expectedMargin')).toBeGreaterThan(2 * figure(other, 'expectedMargin'));
		expect(figure(one, 'rank')).toBeGreaterThan(figure(other, 'rank'));
		expect([one.channel, sure.channel]).toEqual(['call', 'email']);
		expectOnPage(
			`bought on seven days and is expected to bring ${money(figure(one, 'expectedMargin'))} by themselves`,
			`${whole(100 * figure(one, 'chanceToReturn'))} % of such customers come back without any call, ${whole(100 * figure(one, 'chanceWithContact'))} % with one: the call adds ${money(figure(one, 'priority'))} and not ${money(figure(other, 'priority'))}, although`,
			`Customer 15235, at ${whole(100 * figure(sure, 'chanceToReturn'))} %, is worth an e-mail that adds ${money(figure(sure, 'priority'))}`,
		);
		expect(one.findings).toEqual([expect.objectContaining({ rule: 'longAndFrequent', text: '7 purchases in 9 months' })]);
	});

	it('that one huge purchase leads the list', () => {
		const item = itemIn('12346');
		expect(item.rank).toBe(1);
		expect(invoices.filter(({ customer_id: customer }) => customer === '12346').map(({ amount }) => Number(amount))).toEqual([77183.6]);
		expectOnPage(`makes a return look like ${whole(figure(item, 'worthOfReturn'))}; the call is said to add ${money(figure(item, 'priority'))}.`);
	});

	it('that three customers carry much of what is expected', () => {
		expect(hintsOf(usual)).toContain(quotes[0]);
		expectOnPage(`it follows the ${/is expected to bring ([\d,]+) within/.exec(hintsOf(usual))![1]} that the run should bring`);
	});

	it('what the rule against rare and small purchases costs', () => {
		expectOnPage(`The wholesaler's ${notWorthIt.length} are all *rare and small*, such as 12353: "${(itemIn('12353').findings as Array<{ text: string }>)[0].text}"`);
		const more = (report: WinBackReport): string => /: ([\d,]+) more than doing nothing/.exec(hintsOf(report))![1];
		expectOnPage(`the run should bring ${more(run({ rules: [] }))} instead of ${more(usual)}`);
	});

	it('what a budget of 150 buys where a return costs an offer of 5', () => {
		const dear = hintsOf(run({ offer: 5 }));
		const bound = run({ offer: 5, budget: 150 });
		expect(hintsOf(bound)).toContain(quotes[1]);
		expect(hintsOf(bound)).toContain(quotes[2]);
		const [, cost, brings] = /and to cost ([\d,]+): ([\d,]+) more/.exec(dear)!;
		expectOnPage(`the run above would cost ${cost}.`, `of what ${cost} would bring, ${brings};`, `The other ${bound.lists.notWorthIt.filter(({ json }) => json.reasonCode === 'budgetSpent').length} wait`);
	});

	it('that a second run contacts nobody twice', () => {
		const again = run({}, items);
		expect(hintsOf(again)).toContain(quotes[3]);
		expect([again.lists.first, again.lists.worthIt]).toEqual([[], []]);
	});

	it('that the held-out stay held out by their rows, and count as contacted where holdout is not kept', () => {
		const held = notContacted.map(({ json: { customer, campaignKey, holdout } }) => ({ customer, campaignKey, holdout }));
		const codesOf = ({ lists }: WinBackReport) => new Set(lists.notContacted.map(({ json }) => json.reasonCode));
		expect(codesOf(run({ holdoutPercent: 0 }, held))).toEqual(new Set(['heldOutBefore']));
		expect(codesOf(run({ holdoutPercent: 0 }, held.map(({ customer, campaignKey }) => ({ customer, campaignKey }))))).toEqual(new Set(['alreadyContacted']));
	});

	it('that of two customers with one address one is contacted, and a row with the address alone holds for both', () => {
		const shared = ['13135', '13093'];
		const both = forecast.map(({ json }) => ({ json: shared.includes(String(json.customer)) ? { ...json, email: 'both@example.org' } : json }));
		const codesIn = ({ lists }: WinBackReport) => new Map(Object.values(lists).flat().map(({ json }) => [json.customer, json.reasonCode]));
		const codes = (before: ReadonlyArray<Readonly<Record<string, unknown>>>) => shared.map((customer) => codesIn(run({}, before, both)).get(customer));
		expect(codes([])).toEqual(['callAddsMost', 'sameAddress']);
		expect(codes([{ email: 'both@example.org', contactedOn: AS_OF }])).toEqual(['alreadyContacted', 'alreadyContacted']);
	});

	it('that a consent which an item says and nobody understands keeps from a contact', () => {
		const unclear = forecast.map(({ json }) => ({ json: json.customer === '13135' ? { ...json, consent: 'maybe' } : json }));
		expect(run({}, [], unclear).lists.notContacted.filter(({ json }) => json.reasonCode === 'consentUnclear').map(({ json }) => json.customer)).toEqual(['13135']);
	});

	it('what the hold-out of this run can show', () => expect(hintsOf(usual)).toContain(quotes[4]));

	it('that 389 were expected and 549 came without any contact', () => {
		const after = new Set(invoices.filter(({ order_date: at }) => at > `${AS_OF} 24` && at < AFTER_HORIZON).map(({ customer_id: customer }) => customer));
		const expected = Math.round(items.reduce((sum, item) => sum + figure(item, 'chanceToReturn'), 0));
		const came = items.filter(({ customer }) => after.has(String(customer))).length;
		expectOnPage(`the node expected ${expected} of the wholesaler's ${whole(items.length)} silent customers`, `${came} did, though`, `${came - expected} more returns than expected`, `above it expected ${expected} and ${came} came`);
	});

	it('how hard the lapsed are to tell apart', () => {
		const [, named, days] = /lapsed by then, in (\d+) and (\d+)\./.exec(hintsOf(usual))!;
		expectOnPage(`of lapsed customers named the right one of two in ${named} of 100 cases, days of silence in ${days}.`);
	});
});

describe('the page reckons right', () => {
	it('from 42 % of the called and 35 % of the held out to odds 1.93 times as large', () => {
		const [called, heldOut, reached] = [546 / 1300, 455 / 1300, 572 / 1300];
		expect([called, heldOut, reached].map((part) => Number(part.toFixed(9)))).toEqual([0.42, 0.35, 0.44]);
		const ofReached = heldOut + (called - heldOut) / reached;
		const odds = (part: number) => part / (1 - part);
		const ratio = odds(ofReached) / odds(heldOut);
		expectOnPage(`7 / .44 = ${ofHundred((called - heldOut) / reached)} of a hundred. So ${ofHundred(ofReached)} % of them came back`, `= ${odds(ofReached).toFixed(3)}, of 35 %`, `= ${share(odds(heldOut))}. *Times the Odds*`, `**${ratio.toFixed(2)}**`);
		expectOnPage(`are odds ${(odds(called) / odds(heldOut)).toFixed(2)} times as large`);
		expect(heldOut + reached * (chanceWith(heldOut, ratio) - heldOut)).toBeCloseTo(called, 9);
		expect(detectableGain(heldOut, { heldOut: 1300, contacted: 1300 })!).toBeLessThan(called - heldOut);
	});

	it('how many held out show a gain where 30 % return by themselves', () => {
		for (const points of [2, 5, 10, 15]) {
			const [tenth, half] = [neededHeldOut(points / 100, 0.3, 9)!, neededHeldOut(points / 100, 0.3, 1)!];
			expectOnPage(`| ${points} more | ${whole(tenth)} of ${whole(10 * tenth)} | ${whole(half)} of ${whole(2 * half)} |`);
		}
	});

	it('that 2 of 3 won back come behind 20 of 50', () => expect(wilsonInterval(2, 3).low).toBeLessThan(wilsonInterval(20, 50).low));
});
