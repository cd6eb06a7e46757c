/** What a person has to know of a run, in words. DOMAIN 6. */
import { kthLargest } from '../statistics/kthLargest';
import { count, customersInWords, daysInWords, percent, wholeMoney } from '../figuresInWords';
import type { Assessment, Run } from './assessment';
import { ASSUMED_MARGIN_RATE } from './assessment';
import type { ChannelId } from './channels';
import { channels } from './channels';
import type { Address } from './channels/channel';
import type { ReasonCode } from './itemFields';
import type { Lists, Placed } from './lists';
import { en } from './locales/en';
import type { SampleSize } from './locales/locale';
import { mostCalls } from './managers';
import type { Totals } from './totals';

export interface WinBackAdvice {
	readonly kind: 'info' | 'warning';
	readonly message: string;
}

const info = (message: string): WinBackAdvice => ({ kind: 'info', message });
const warning = (message: string): WinBackAdvice => ({ kind: 'warning', message });

/** How the reasons of Not Contacted and Not Worth It are counted in a sentence. */
const counted: Readonly<Partial<Record<ReasonCode, string>>> = {
	ruledOut: 'by a rule',
	costsMore: 'a contact costs more than it adds',
	budgetSpent: 'the budget ends before them',
	callsTaken: 'too few calls',
	neverBought: 'never bought',
	noForecast: 'nothing can be forecast',
	noMargin: 'amounts not known',
	heldOut: 'held out',
	objected: 'objected',
	noConsent: 'no consent',
	addressObjected: 'objected at the same address',
	consentUnclear: 'consent not understood',
	subscribed: 'subscribed again',
	sameAddress: 'same address as another',
	heldOutBefore: 'held out before',
	boughtSince: 'bought since',
	alreadyContacted: 'contacted in this silence already',
	contactedRecently: 'contacted lately',
	unreachable: 'no valid address',
	otherCurrency: 'other currency',
};

/** `12 objected, 3 held out`, the most frequent first; empty for nobody. */
function byReason(placed: readonly Placed[]): string {
	const numbers = new Map<ReasonCode, number>();
	for (const { code } of placed) numbers.set(code, (numbers.get(code) ?? 0) + 1);
	return [...numbers].sort(([one, oneNumber], [other, otherNumber]) => otherNumber - oneNumber || (one < other ? -1 : 1)).map(([code, number]) => `${count(number)} ${counted[code] ?? code}`).join(', ');
}

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

function listsInWords({ given, settings }: Run, { first, worthIt, notWorthIt, notContacted }: Lists): WinBackAdvice {
	const lapsed = first.length + worthIt.length + notWorthIt.length + notContacted.length;
	const isOne = lapsed === 1 || given.customers.count === 1;
	const why = settings.lapsedAre === 'silent' ? `${isOne ? 'has' : 'have'} been silent for more than ${daysInWords(settings.lapsedAfterDays)}` : `${isOne ? 'is' : 'are'} on the list "Lapsed"`;
	const rest = given.customers.count - lapsed;
	const others = rest === 0 ? '' : ` ${rest === 1 ? 'The other customer is' : `The other ${count(rest)} customers are`} in no output.`;
	return info(
		`${count(lapsed)} of ${customersInWords(given.customers.count)} ${why}: ${count(first.length)} to call first, ${count(worthIt.length)} worth another contact, ${count(notWorthIt.length)} not worth it${inBrackets(byReason(notWorthIt))}, ${count(notContacted.length)} not contacted${inBrackets(byReason(notContacted))}.${others}`,
	);
}

const CENTS_BELOW = 100;

/** Small sums with their cents. */
const moneyOf = (amount: number): string => (Math.abs(amount) < CENTS_BELOW ? amount.toFixed(2) : wholeMoney(amount));

/** The money of a run; what rules make a return count is not in it, since nobody earns it within the horizon. */
function moneyInWords(run: Run, { selection }: Lists, totals: Totals): WinBackAdvice[] {
	const { given, currency, settings, forecasts } = run;
	const { contacted, adds, costs } = totals;
	if (contacted.length === 0) return [];
	const name = currency === -1 ? '' : ` ${given.customers.currencies[currency]}`;
	const money = (amount: number) => `${moneyOf(amount)}${name}`;
	const told = `Contacting ${customersInWords(contacted.length)} is expected to bring ${money(adds)} within ${daysInWords(forecasts.horizonDays)} that would not come by itself, and to cost ${money(costs)}: ${money(adds - costs)} more than doing nothing. Reach, odds and costs are assumptions until you set what your own campaigns showed.`;
	const { budget } = settings;
	const carried = carriersInWords(run, totals);
	if (budget === null || selection.prices.money === 0) return [info(told), ...carried];
	const most = Math.max(0, selection.bound - selection.value);
	const gap = selection.isExact || moneyOf(most) === moneyOf(0) ? 'No other choice adds more' : `No other choice adds more than ${money(most)} above it`;
	return [info(told), ...carried, info(`The budget of ${money(budget)} binds: ${money(selection.cost)} of it is used. ${gap}; one more ${name === '' ? 'unit of money' : name.trim()} of budget would add about ${selection.prices.money.toFixed(2)}.`)];
}

const [CARRIERS, MUCH, MANY] = [3, 0.25, 20];

function placesWith(gains: Float64Array, test: (gain: number) => boolean): number[] {
	const places: number[] = [];
	for (let place = 0; place < gains.length; place++) if (test(gains[place])) places.push(place);
	return places;
}

/** Says so where a few customers carry the sum: they are to be looked at by a person. */
function carriersInWords({ given }: Run, { contacted, adds, gains }: Totals): WinBackAdvice[] {
	if (contacted.length < MANY) return [];
	const least = kthLargest(gains.slice(), CARRIERS);
	// Of several who bring the same at the end the first are taken: so many are three, and no more.
	const places = [...placesWith(gains, (gain) => gain > least), ...placesWith(gains, (gain) => gain === least)].slice(0, CARRIERS);
	const most = places.map((place) => contacted[place]);
	const share = places.reduce((sum, place) => sum + gains[place], 0) / adds;
	if (!(share >= MUCH)) return [];
	return [warning(`${percent(share)} of that comes from ${most.length} customers (${most.map(({ assessment: { customer } }) => given.idOf(customer)).join(', ')}): look at them before you plan by the sum. One huge order in the past makes a huge one expected.`)];
}

/** Currencies about as large as those in which costs are assumed. */
const LIKE_DOLLARS: ReadonlySet<string> = new Set(['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'NZD', 'SGD']);

function costsInWords({ given, currency, settings }: Run): WinBackAdvice[] {
	const name = currency === -1 ? null : given.customers.currencies[currency].toUpperCase();
	if (name === null || LIKE_DOLLARS.has(name)) return [];
	const assumed = settings.channels.filter((channel) => settings.figures[channel].cost === channels[channel].assumed.cost);
	if (assumed.length === 0) return [];
	return [warning(`The costs of ${assumed.map((channel) => channels[channel].title).join(', ')} are assumed as if in dollars or euros, but amounts are in ${name}: set under ${assumed.map((channel) => `"Figures of ${channels[channel].title}"`).join(', ')} what a contact costs you in ${name}.`)];
}

function marginInWords(lists: Lists): WinBackAdvice[] {
	const all = [...lists.first, ...lists.worthIt, ...lists.notWorthIt, ...lists.notContacted];
	const assumed = all.filter(({ assessment }) => assessment.score?.marginIs === 'assumed').length;
	if (assumed === 0) return [];
	return [warning(`What you earn of a purchase is not known of ${customersInWords(assumed)}, so ${Math.round(ASSUMED_MARGIN_RATE * 100)} % of it is assumed. Set "Margin (%)": every priority goes by it.`)];
}

function currenciesInWords({ given, currency }: Run, { notContacted }: Lists): WinBackAdvice[] {
	const others = new Set(notContacted.flatMap(({ assessment: { verdict } }) => (verdict?.code === 'otherCurrency' ? [verdict.currency!] : [])));
	if (others.size === 0) return [];
	return [warning(`All money is in ${given.customers.currencies[currency]}, the currency of most customers. Set under "Worth of Currencies" what one ${[...others].sort().join(', ')} is worth in it to have those customers too.`)];
}

function holdoutInWords({ settings }: Run, size: SampleSize | null): WinBackAdvice[] {
	if (settings.holdoutShare === 0) return [info('Nobody is held out, so what the campaign brings cannot be proven: after a silence things often improve by themselves. "Hold-Out (%)" leaves some alone on purpose.')];
	const advice: WinBackAdvice[] = size === null ? [] : [info(en.sampleSize(size))];
	if (settings.secret === null) {
		advice.push(info(`The hold-out is drawn by the name of the campaign, "${settings.campaign}": another flow with that name leaves the same customers alone, and who knows the name can tell whom. The credential "Retention Secret API" draws it by a key of your own; choose it before a campaign begins, since it draws anew.`));
	}
	return advice;
}

function callsInWords({ settings }: Run, { first }: Lists): WinBackAdvice[] {
	const { managers, calls } = settings;
	if (managers.length === 0) return [];
	const advice: WinBackAdvice[] = [];
	const most = mostCalls(calls, managers);
	if (most < calls) advice.push(info(`The managers can make ${count(most)} ${most === 1 ? 'call' : 'calls'} together, fewer than "Calls per Run", so no more are planned.`));
	const unnamed = first.filter(({ manager }) => manager === null).length;
	if (unnamed > 0) advice.push(warning(`${customersInWords(unnamed)} on First ${unnamed === 1 ? 'has' : 'have'} no suggested manager: only the one who handled them before has calls left.`));
	return advice;
}

function unknownInWords({ given, settings }: Run, { notWorthIt }: Lists): WinBackAdvice[] {
	if (settings.lapsedAre === 'listed') {
		const unknown = notWorthIt.filter(({ code, assessment: { customer } }) => code === 'noForecast' && !given.knowsPurchases(customer)).length;
		return unknown === 0 ? [] : [warning(`Nothing is known of what ${customersInWords(unknown)} on the list bought, so nothing can be forecast of them: choose the stream "Purchases" in Customer Activity too.`)];
	}
	let unknown = 0;
	for (let customer = 0; customer < given.customers.count; customer++) if (!given.knowsPurchases(customer)) unknown++;
	return unknown === 0 ? [] : [warning(`Nothing is known of what ${customersInWords(unknown)} bought, so it cannot be told whether they have lapsed: choose the stream "Purchases" in Customer Activity too, or give a list of them on the input "Lapsed".`)];
}

const addressWords: Readonly<Record<Address, { readonly one: string; readonly several: string; readonly remedy: string }>> = {
	email: { one: 'e-mail address', several: 'e-mail addresses', remedy: 'Correct them in your CRM' },
	phone: { one: 'phone number', several: 'phone numbers', remedy: 'Where they have no country code, set "Phone Country"' },
	messenger: { one: 'messenger name', several: 'messenger names', remedy: 'Give names such as @anna, numbers or links' },
};

/** Addresses of lapsed customers that channels in use need, and that cannot be used; or that nobody has at all. */
function addressesInWords({ settings, contacts }: Run, lapsed: readonly Assessment[]): WinBackAdvice[] {
	const needed = new Set(settings.channels.flatMap((channel) => channels[channel].needs));
	const advice: WinBackAdvice[] = [];
	for (const [address, { one, several, remedy }] of Object.entries(addressWords) as Array<[Address, (typeof addressWords)[Address]]>) {
		if (!needed.has(address)) continue;
		const unusable = lapsed.filter(({ customer }) => contacts.of(customer).unusable.includes(address)).length;
		const isThere = lapsed.some(({ customer }) => contacts.of(customer).addresses[address] !== null);
		if (unusable > 0) advice.push(warning(`${count(unusable)} ${unusable === 1 ? one : several} of lapsed customers cannot be used. ${remedy}.`));
		else if (!isThere && lapsed.length > 0) advice.push(warning(`No lapsed customer has ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}, which ${channelsThatNeed(settings.channels, address)}. Name its column under "Columns of Your Own".`));
	}
	return advice;
}

/** `"Call" needs`, `"Call", "SMS" need` */
function channelsThatNeed(used: readonly ChannelId[], address: Address): string {
	const those = used.filter((channel) => channels[channel].needs.some((need) => need === address)).map((channel) => `"${channels[channel].title}"`);
	return `${those.join(', ')} ${those.length === 1 ? 'needs' : 'need'}`;
}

/** What a run came to. */
export interface Told {
	readonly lists: Lists;
	readonly totals: Totals;
	readonly size: SampleSize | null;
}

/** Everything that is shown beside the lists. */
export function adviceOf(run: Run, lapsed: readonly Assessment[], { lists, totals, size }: Told): WinBackAdvice[] {
	return [
		listsInWords(run, lists),
		...moneyInWords(run, lists, totals),
		...marginInWords(lists),
		...costsInWords(run),
		...currenciesInWords(run, lists),
		...callsInWords(run, lists),
		...holdoutInWords(run, size),
		...addressesInWords(run, lapsed),
		...unknownInWords(run, lists),
		...(run.forecasts.why === null ? [] : [info(`Chances to return: ${run.forecasts.why}`)]),
	];
}
