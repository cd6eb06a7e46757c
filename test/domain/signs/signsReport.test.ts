import type { StateRow } from '../../../domain/signs/state';
import type { SignsReport } from '../../../domain/signs/signsReport';
import { signsReport } from '../../../domain/signs/signsReport';
import { asOf } from '../../support/activity';
import type { Given, ReportCustomer } from '../../support/signs';
import { daysAgo, inDays, onlyOddsRatios, reportOf, signCustomers, signsSettings } from '../../support/signs';
import { withoutKey } from '../../support/withoutKey';

/** The floor of 90 stands. */
const cancelled: Given = { subscriptions: { status: 'active', monthlyAmount: 10, cancelled: true, cancelledOn: daysAgo(1) } };
/** Odds of .05/.95 times about 6 and 8: at risk. */
const failing: Given = { tenureDays: 300, subscriptions: { status: 'active', monthlyAmount: 50 }, payments: { pastDueDays: 60 }, usage: { recentActiveDays: 0, usualActiveDays: 90 } };
const ending: Given = { subscriptions: { status: 'active', monthlyAmount: 50, endsOn: inDays(10) } };
const content: Given = { subscriptions: { status: 'active', monthlyAmount: 50 } };
const unknown: Given = { tickets: {} };
const gone: Given = { subscriptions: { status: 'ended', endedOn: daysAgo(9) } };

const named = (id: string | number, given: Given, rest: Partial<ReportCustomer> = {}): ReportCustomer => ({ id, given, ...rest });

const row = (customerId: string, changes: Partial<StateRow> = {}): StateRow => ({
	customerId,
	asOf: asOf - 1,
	level: 'healthy',
	risk: 5,
	since: asOf - 30,
	pendingLevel: null,
	pendingRuns: 0,
	lastAlertAt: null,
	signs: '',
	alertKey: null,
	...changes,
});

const sent = ({ outputs }: SignsReport) => Object.fromEntries(Object.entries(outputs).map(([level, items]) => [level, items.map(({ json }) => json.customer)]));
const messages = (report: SignsReport) => report.advice.map(({ message }) => message);
const toldLike = (report: SignsReport, pattern: RegExp) => messages(report).filter((message) => pattern.test(message)).length;

describe('who is sent where', () => {
	const everyone = [named('Ada', cancelled), named('Bo', failing), named('Cy', ending), named('Di', content), named('Ed', unknown), named('Flo', gone)];

	it('with changes only: those at risk and on watch who were not before, and no healthy one', () => {
		expect(sent(reportOf(everyone))).toEqual({ atRisk: ['Bo', 'Ada'], watch: ['Cy'], healthy: [] });
	});

	it('with everybody: the healthy too, and whom nothing is known of among them; nobody who has gone', () => {
		expect(sent(reportOf(everyone, { sends: 'everybody' }))).toEqual({ atRisk: ['Bo', 'Ada'], watch: ['Cy'], healthy: ['Di', 'Ed'] });
	});

	it('puts first whose risk × value is the highest: Bo of 600 before Ada of 120', () => {
		const { outputs } = reportOf([named('Ada', cancelled), named('Bo', failing)]);
		const urgencies = outputs.atRisk.map(({ json }) => Number(json.risk) * Number(json.valueAtRisk));
		expect(outputs.atRisk.map(({ json }) => json.customer)).toEqual(['Bo', 'Ada']);
		expect([...urgencies].sort((one, other) => other - one)).toEqual(urgencies);
	});

	it('takes an unknown value for a typical one: Zed between 600 and 360 of the median of 12, 480 and 600', () => {
		const of = (monthlyAmount: number | null): Given => ({ ...failing, subscriptions: { status: 'active', monthlyAmount } });
		const report = reportOf([named('Low', of(1)), named('Zed', of(null)), named('Mid', of(40)), named('Top', of(50))]);
		expect(sent(report).atRisk).toEqual(['Top', 'Mid', 'Zed', 'Low']);
		expect(report.outputs.atRisk[2].json).toMatchObject({ customer: 'Zed', valueAtRisk: null });
		expect(sent(reportOf([named('Low', of(1)), named('Zed', of(null)), named('Mid', of(40)), named('Top', of(50))], { mostAlerts: 3 })).atRisk).toEqual(['Top', 'Mid', 'Zed']);
	});

	it('goes by risk alone where values are in several currencies, and says so', () => {
		const of = (currency: string, monthlyAmount: number): Given => ({ subscriptions: { status: 'active', monthlyAmount, currency } });
		const high = { ...failing, ...of('EUR', 10) };
		const low = { payments: { pastDueDays: 60 } };
		const ofCurrency = (currency: string) => reportOf([named('Rich', { ...low, ...of(currency, 500) }), named('Poor', high)], { bounds: { watch: 10, atRisk: 15 } });
		expect([sent(ofCurrency('IRR')).atRisk, sent(ofCurrency('EUR')).atRisk]).toEqual([['Poor', 'Rich'], ['Rich', 'Poor']]);
		expect([ofCurrency('IRR'), ofCurrency('EUR')].map((report) => toldLike(report, /^Values at risk are in several currencies/))).toEqual([1, 0]);
	});

	it('takes a value without a currency for that of the others', () => {
		const report = reportOf([named('Rich', { payments: { pastDueDays: 60 }, subscriptions: { status: 'active', monthlyAmount: 500 } }), named('Poor', { ...failing, subscriptions: { status: 'active', monthlyAmount: 10, currency: 'EUR' } })], { bounds: { watch: 10, atRisk: 15 } });
		expect([sent(report).atRisk, toldLike(report, /several currencies/)]).toEqual([['Rich', 'Poor'], 0]);
	});

	it('keeps the number of the customer, so that items are paired', () => {
		expect(reportOf(everyone).outputs.atRisk.map(({ customer }) => customer)).toEqual([1, 0]);
	});

	it('sends those who recovered to healthy, and leaves out those at the level told before', () => {
		const report = reportOf([named('Bo', failing, { previous: row('Bo', { level: 'atRisk', risk: 99 }) }), named('Di', content, { previous: row('Di', { level: 'watch', alertKey: 'Di:2024-05-31' }) })]);
		expect(sent(report)).toEqual({ atRisk: [], watch: [], healthy: ['Di'] });
		expect(report.outputs.healthy[0].json).toMatchObject({ change: 'recovered', previousLevel: 'watch', alertKey: 'Di:2024-05-31', since: '2024-06-30' });
	});

	it('does not send a change that is held back, but to everybody at the level of today', () => {
		expect(sent(reportOf([named('Bo', failing)], { confirmAfterRuns: 2 }))).toEqual({ atRisk: [], watch: [], healthy: [] });
		const { outputs } = reportOf([named('Bo', failing)], { confirmAfterRuns: 2, sends: 'everybody' });
		expect(outputs.atRisk.map(({ json }) => [json.customer, json.change, json.heldBack, json.isAlert, json.since])).toEqual([['Bo', 'same', 'confirmation', false, null]]);
	});

	it('tells nothing of the same data run again with the state that was written', () => {
		const first = reportOf(everyone);
		const rows = new Map(first.state.map(({ customer, json }) => [customer, { ...row(String(json.customerId)), level: json.level, signs: json.signs, risk: json.risk, asOf, since: asOf, alertKey: json.alertKey } as StateRow]));
		const again = reportOf(everyone.map((customer, place) => ({ ...customer, previous: rows.get(place) })));
		expect(sent(again)).toEqual({ atRisk: [], watch: [], healthy: [] });
		expect(again.state).toEqual([]);
	});
});

describe('the state', () => {
	it('has rows of changes only, by customer', () => {
		const { state } = reportOf([named('Ada', cancelled), named('Bo', failing), named('Di', content), named('Ed', unknown), named('Flo', gone)]);
		expect(state.map(({ customer, json }) => [customer, json.customerId, json.level])).toEqual([
			[0, 'Ada', 'atRisk'],
			[1, 'Bo', 'atRisk'],
		]);
	});

	it('has a row of what is held back, and of somebody gone who was told before', () => {
		const { state } = reportOf([named('Bo', failing), named('Flo', gone, { previous: row('Flo', { level: 'watch' }) })], { confirmAfterRuns: 2 });
		expect(state.map(({ json }) => [json.customerId, json.level, json.pendingLevel])).toEqual([['Bo', 'healthy', 'atRisk'], ['Flo', 'gone', null]]);
	});

	it('calls a customer by text, whose number the item keeps: 7', () => {
		const { state, outputs } = reportOf([named(7, failing)]);
		expect([state[0].json.customerId, outputs.atRisk[0].json.customer, outputs.atRisk[0].json.alertKey]).toEqual(['7', 7, '7:2024-06-30']);
	});

	it('names the signs that fire in order of contribution', () => {
		const { state } = reportOf([named('Bo', { ...failing, tickets: { lastNps: 5, lastNpsOn: asOf } })]);
		expect(state[0].json.signs).toBe('usageFalling,paymentFailing,lowSatisfaction');
	});
});

describe('a sign that is switched off', () => {
	it('is neither told nor remembered, and what they told us then neither sets a floor nor breaks through', () => {
		const off = { oddsRatios: onlyOddsRatios({ paymentFailing: 60 }), confirmAfterRuns: 2 };
		const { outputs, state } = reportOf([named('Ada', { ...failing, ...cancelled })], { ...off, sends: 'everybody' });
		const [{ json }] = outputs.atRisk;
		expect([json.heldBack, json.topSign, json.completeness, json.reasons]).toEqual(['confirmation', 'paymentFailing', 1, '']);
		expect(json.signs).toHaveLength(1);
		expect(state[0].json.signs).toBe('');
	});
});

describe('what a person is told of the run', () => {
	it('is how many stand where, who has gone and of whom nothing is known', () => {
		const report = reportOf([named('Bo', failing), named('Di', content), named('Ed', unknown), named('Flo', gone)]);
		expect(messages(report)[0]).toBe('3 customers: 1 at risk, 0 on watch, 1 healthy; changes: 1 new.');
		expect(toldLike(report, /^1 customer left out as gone already: .*180 days/)).toBe(1);
		expect(toldLike(report, /^Of 1 customer nothing is known/)).toBe(1);
	});

	it('says who had been told of and has gone, where the state says it too: not on the day of the row itself', () => {
		const ofDay = (day: number) => toldLike(reportOf([named('Flo', gone, { previous: row('Flo', { level: 'atRisk', asOf: day }) })]), /^Gone by now: 1 customer who had been on watch or at risk/);
		expect([ofDay(asOf - 1), ofDay(asOf)]).toEqual([1, 0]);
	});

	it('says how many are held back, and by what', () => {
		const two = [named('Ada', failing), named('Bo', failing)];
		expect(toldLike(reportOf(two, { mostAlerts: 1 }), /^1 customer at risk held back: "Most Alerts per Run" is 1/)).toBe(1);
		expect(toldLike(reportOf(two, { confirmAfterRuns: 3 }), /^2 customers held back until the change is met in 3 runs/)).toBe(1);
		expect(toldLike(reportOf([named('Bo', failing, { previous: row('Bo', { lastAlertAt: asOf - 2 }) })]), /^1 customer held back for 7 days after their last alert/)).toBe(1);
	});

	it('says that the state is of a later day, and of which', () => {
		const ofDay = (day: number) => toldLike(reportOf([named('Bo', failing, { previous: row('Bo', { asOf: day }) })]), /^The previous state is of 2024-07-01, which is after this As Of/);
		expect([ofDay(asOf + 1), ofDay(asOf)]).toEqual([1, 0]);
	});

	it('says that the base is assumed, where it is and counts', () => {
		const assumed = /^The risk is an index that starts from a base churn rate of 5(\.0+)? ?% a month: set/;
		expect([reportOf([], { isBaseSet: false }), reportOf([]), reportOf([], { isBaseSet: false, combination: 'weightedAverage' })].map((report) => toldLike(report, assumed))).toEqual([1, 0, 0]);
	});

	it('says that there is no state, where only changes are sent', () => {
		const state = /^There is no previous state/;
		expect(toldLike(reportOf([named('Bo', failing)]), state)).toBe(1);
		expect(toldLike(reportOf([named('Bo', failing)], { sends: 'everybody' }), state)).toBe(0);
		expect(toldLike(signsReport(signCustomers([named('Bo', failing)], { hasPreviousState: true }), signsSettings()), state)).toBe(0);
	});

	it('says where every score of satisfaction is 1, unless the scale is set', () => {
		const happy = [named('Di', { ...content, tickets: { lastSatisfaction: 1, lastSatisfactionOn: asOf } })];
		const scale = /^Every score of satisfaction is 1/;
		expect([reportOf(happy), reportOf(happy, { satisfactionScale: 5 }), reportOf([named('Di', content)])].map((report) => toldLike(report, scale))).toEqual([1, 0, 0]);
	});

	it('says who objected to marketing, of those at risk and on watch who are sent', () => {
		const report = reportOf([named('Bo', failing, { details: { consent: false } }), named('Di', content, { details: { consent: false } }), named('Cy', ending, { details: { consent: true } })]);
		expect(toldLike(report, /^1 customer on At Risk and Watch objected to marketing/)).toBe(1);
	});
});

/** At risk by what was told the day before. */
const toldBy = (id: string, signs: string, risk = 60): Partial<ReportCustomer> => ({ previous: row(id, { level: 'atRisk', risk, signs, lastAlertAt: asOf - 30, alertKey: `${id}:2024-05-31` }) });
const changesIn = ({ outputs }: SignsReport) => Object.values(outputs).flatMap((items) => items.map(({ json }) => [json.customer, json.change, json.level, json.heldBack]));

describe('data that are missing', () => {
	const wellPaid: Given = { subscriptions: { status: 'active', monthlyAmount: 50 }, payments: { payments: 9, pastDueDays: 0 } };
	const withoutPayments = withoutKey(wellPaid, 'payments');

	it('recover nobody: payments that are not there today leave at risk who was told of by them, and write no row', () => {
		const report = reportOf([named('Bo', withoutPayments, toldBy('Bo', 'paymentFailing'))], { sends: 'everybody' });
		expect(changesIn(report)).toEqual([['Bo', 'same', 'atRisk', 'noData']]);
		expect(report.state).toEqual([]);
		expect(toldLike(report, /^Kept at their level: 1 customer whose signs have no data today/)).toBe(1);
	});

	it('are no missing ones where the stream is there and has no such row: who waited for answers and asks nothing any more recovers', () => {
		const quiet: Given = { tickets: { recent: 0, usual: 2 }, tenureDays: 400 };
		expect(changesIn(reportOf([named('Bo', quiet, toldBy('Bo', 'slowAnswers'))]))).toEqual([['Bo', 'recovered', 'healthy', null]]);
	});

	it('hold nobody back whose signs have data, and who was told of by others', () => {
		expect(changesIn(reportOf([named('Bo', wellPaid, toldBy('Bo', 'paymentFailing'))]))).toEqual([['Bo', 'recovered', 'healthy', null]]);
		expect(changesIn(reportOf([named('Bo', withoutPayments, toldBy('Bo', 'contractEnding'))]))).toEqual([['Bo', 'recovered', 'healthy', null]]);
	});

	it('are those of a question, too, which the row calls askedUs', () => {
		expect(changesIn(reportOf([named('Bo', content, toldBy('Bo', 'askedUs'))], { sends: 'everybody' }))).toEqual([['Bo', 'same', 'atRisk', 'noData']]);
	});

	it('are not those of a sign that was switched off since: its customers recover', () => {
		const off = { oddsRatios: onlyOddsRatios({ contractEnding: 3 }) };
		expect(changesIn(reportOf([named('Bo', wellPaid, toldBy('Bo', 'paymentFailing'))], off))).toEqual([['Bo', 'recovered', 'healthy', null]]);
	});

	it('are suspected where everybody is silent: ten of ten recover nobody, four of thirteen do', () => {
		const used = (id: string, recentActiveDays: number, rest: Partial<ReportCustomer> = {}) => named(id, { ...content, tenureDays: 300, usage: { recentActiveDays, usualActiveDays: 90 } }, rest);
		const quietBeside = (others: number, recentActiveDays: number) =>
			reportOf([used('Bo', 0, toldBy('Bo', 'usageFalling')), ...Array.from({ length: others }, (_each, place) => used(`c${place}`, recentActiveDays))], { sends: 'everybody', bounds: { watch: 60, atRisk: 90 } });
		const ofBo = (report: SignsReport) => changesIn(report).find(([customer]) => customer === 'Bo');
		const [everybody, nobodyElse] = [quietBeside(9, 0), quietBeside(12, 15)];
		expect([ofBo(everybody), ofBo(nobodyElse)]).toEqual([['Bo', 'same', 'atRisk', 'noData'], ['Bo', 'recovered', 'healthy', null]]);
		expect([everybody, nobodyElse].map((report) => toldLike(report, /^"Usage Falling" warns of 10 of 10 customers/))).toEqual([1, 0]);
	});
});

describe('a state of a later day than every item', () => {
	const later = { stateOn: asOf + 1, hasPreviousState: true };
	const past = /^The previous state is of/;

	it('tells nothing and writes nothing, also of customers without a row, and sends everybody at the level of today', () => {
		const customers = [named('Ada', cancelled), named('Bo', failing, { previous: row('Bo', { asOf: asOf + 1 }) }), named('Flo', gone, { previous: row('Flo', { asOf: asOf + 1, level: 'watch' }) })];
		const report = signsReport(signCustomers(customers), signsSettings());
		expect([sent(report), report.state]).toEqual([{ atRisk: [], watch: [], healthy: [] }, []]);
		expect(sent(signsReport(signCustomers(customers), signsSettings({ sends: 'everybody' }))).atRisk).toEqual(['Bo', 'Ada']);
	});

	it('is none where one item is of its day, also of somebody healthy', () => {
		const report = signsReport(signCustomers([named('Bo', failing), named('Di', { ...content, asOf: asOf + 1 })], later), signsSettings());
		expect([sent(report).atRisk, toldLike(report, past)]).toEqual([['Bo'], 0]);
	});

	it('is none where nobody has a row and all are healthy: rows of the day before are of others', () => {
		const ofDay = (stateOn: number) => toldLike(signsReport(signCustomers([named('Di', content)], { hasPreviousState: true, stateOn }), signsSettings()), past);
		expect([ofDay(asOf - 1), ofDay(asOf + 1)]).toEqual([0, 1]);
	});

	it('says nothing of an empty run', () => {
		expect(toldLike(signsReport(signCustomers([], later), signsSettings()), past)).toBe(0);
	});
});

describe('somebody at risk who says it again', () => {
	it('is told again by the day of the text, and not by a text of the day before', () => {
		const said = (days: number): Given => ({ ...content, tickets: { recentTexts: ['Please cancel my subscription.'], recentTextsOn: [daysAgo(days)] } });
		expect([0, 1].map((days) => changesIn(reportOf([named('Bo', said(days), toldBy('Bo', 'toldUs', 95))])))).toEqual([[['Bo', 'worse', 'atRisk', null]], []]);
	});
});

describe('an empty run', () => {
	it('has no items and no state', () => {
		const { outputs, state } = reportOf([]);
		expect([outputs, state]).toEqual([{ atRisk: [], watch: [], healthy: [] }, []]);
	});
});
