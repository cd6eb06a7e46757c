/** Whom do we win back first, and what is it worth? DOMAIN 3. */
import type { Assessment, Run } from './assessment';
import { assess, campaignKeyOf, hasLapsed } from './assessment';
import type { ChannelId } from './channels';
import { channels } from './channels';
import type { Address } from './channels/channel';
import { contactsOf } from './contacts';
import type { WinBackCustomers } from './customers';
import { forecastsOf } from './forecasts';
import type { ListId, Lists, Placed } from './lists';
import { placeOnLists } from './lists';
import { locales } from './locales';
import type { SampleSize } from './locales/locale';
import { populationOf } from './population';
import { sampleSize } from './sampleSize';
import { createSentToSharers } from './sentToSharers';
import type { WinBackSettings } from './settings';
import type { Totals } from './totals';
import { totalsOf } from './totals';
import type { WinBackAdvice } from './winBackAdvice';
import { adviceOf } from './winBackAdvice';
import type { WinBackItem } from './winBackItem';
import { winBackItems } from './winBackItem';

export interface ListedCustomer {
	readonly customer: number;
	readonly json: WinBackItem;
}

export interface WinBackReport {
	readonly lists: Readonly<Record<ListId, readonly ListedCustomer[]>>;
	readonly advice: readonly WinBackAdvice[];
}

const NONE_NAMED = -1;

/** The currency of most customers who bought, of several the first in the alphabet; -1 where none is named. */
function currencyOfMost({ customers: { currency, currencies, purchaseDays } }: WinBackCustomers): number {
	const customersIn = new Int32Array(currencies.length);
	currency.forEach((place, customer) => {
		if (place !== NONE_NAMED && purchaseDays[customer] > 0) customersIn[place]++;
	});
	let most = NONE_NAMED;
	for (let place = 0; place < currencies.length; place++) {
		const isMore = most === NONE_NAMED || customersIn[place] > customersIn[most] || (customersIn[place] === customersIn[most] && currencies[place] < currencies[most]);
		if (isMore) most = place;
	}
	return most;
}

/** What one unit of each currency is worth in that of the run, however it is written, as UAH and uah; what names none is taken for it. */
function worthsIn({ customers: { currencies } }: WinBackCustomers, base: number, worthOfCurrency: ReadonlyMap<string, number>): Float64Array {
	const worths = new Float64Array(currencies.length + 1);
	worths[0] = 1;
	const names = currencies.map((name) => name.toUpperCase());
	names.forEach((name, place) => {
		worths[place + 1] = name === names[base] ? 1 : (worthOfCurrency.get(name) ?? NaN);
	});
	return worths;
}

const addresses: readonly Address[] = ['email', 'phone', 'messenger'];

/** Tells which channels can be used with which kinds of addresses; there are eight combinations of these. */
function channelsWithAddress(used: readonly ChannelId[]): Run['channelsWith'] {
	const known = new Map<number, readonly ChannelId[]>();
	return (hasAddress) => {
		const has = addresses.map(hasAddress);
		const key = has.reduce((sum, is, place) => sum + (is ? 2 ** place : 0), 0);
		let usable = known.get(key);
		if (usable === undefined) {
			usable = used.filter((channel) => channels[channel].needs.some((address) => has[addresses.indexOf(address)]));
			known.set(key, usable);
		}
		return usable;
	};
}

function runOf(given: WinBackCustomers, settings: WinBackSettings): Run {
	const currency = currencyOfMost(given);
	const contacts = contactsOf(given);
	return {
		given,
		settings,
		forecasts: given.forecasts ?? forecastsOf(given.customers, settings),
		population: populationOf(given.customers),
		contacts,
		sentToSharers: createSentToSharers(given, contacts, settings.campaign, (customer) => campaignKeyOf({ given, settings }, customer).toLowerCase()),
		currency,
		worths: worthsIn(given, currency, settings.worthOfCurrency),
		channelsWith: channelsWithAddress(settings.channels),
	};
}

/** Those who lapsed, in their order. */
function assessments(run: Run): Assessment[] {
	const lapsed: Assessment[] = [];
	for (let customer = 0; customer < run.given.customers.count; customer++) {
		const behaviour = run.given.behaviourOf(customer);
		if (hasLapsed(run, customer, behaviour)) lapsed.push(assess(run, customer, behaviour));
	}
	return lapsed;
}

/** What next month's comparison can show: of those contacted, how many would return by themselves, and how many are expected to now. */
function comparisonOf({ notContacted }: Lists, { contacted, returns, moreReturns }: Totals): SampleSize | null {
	const heldOut = notContacted.filter(({ code }) => code === 'heldOut').length;
	if (heldOut === 0 || contacted.length === 0) return null;
	return sampleSize({ contacted: contacted.length, heldOut, baseline: returns / contacted.length, expectedGain: moreReturns / contacted.length });
}

/** Puts everybody who lapsed on one of four lists, and says what a person has to know besides. O(customers log customers), besides a forecast. */
export function winBackReport(given: WinBackCustomers, settings: WinBackSettings): WinBackReport {
	const run = runOf(given, settings);
	const lapsed = assessments(run);
	const lists = placeOnLists(run, lapsed);
	const totals = totalsOf(run, lists);
	const size = comparisonOf(lists, totals);
	const itemOf = winBackItems(run, size === null ? '' : locales[settings.language].sampleSize(size));
	const items = (placed: readonly Placed[]) => placed.map((each) => ({ customer: each.assessment.customer, json: itemOf(each) }));
	return {
		lists: { first: items(lists.first), worthIt: items(lists.worthIt), notWorthIt: items(lists.notWorthIt), notContacted: items(lists.notContacted) },
		advice: adviceOf(run, lapsed, { lists, totals, size }),
	};
}
