/** Who is on which list: hold-out, budget, calls, managers, ranks. DOMAIN W3, W7. */
import type { Assessment, Run } from './assessment';
import { optionIn } from './assessment';
import { select, wouldTake } from './budget';
import type { ChannelId } from './channels';
import { createHoldout } from './holdout';
import type { ReasonCode } from './itemFields';
import { assignManagers, mostCalls } from './managers';
import type { Options, Selection } from './selection/options';
import type { WinBackSettings } from './settings';

export type ListId = 'first' | 'worthIt' | 'notWorthIt' | 'notContacted';

export interface Placed {
	readonly assessment: Assessment;
	readonly list: ListId;
	readonly code: ReasonCode;
	/** What is done; of those nobody contacts what would add most, or, of the held-out, what would be done. Null where nothing can be done or is scored. */
	readonly channel: ChannelId | null;
	readonly heldOutFrom: 'first' | 'worthIt' | null;
	/** Only of First, and only where managers are named. */
	manager: string | null;
	/** Null of those nobody is to contact in this run. */
	rank: number | null;
}

export interface Lists {
	readonly first: readonly Placed[];
	readonly worthIt: readonly Placed[];
	readonly notWorthIt: readonly Placed[];
	readonly notContacted: readonly Placed[];
	readonly selection: Selection;
}

const NOT_WORTH_IT: ReadonlySet<ReasonCode> = new Set(['ruledOut', 'costsMore', 'neverBought', 'noForecast', 'noMargin']);

const CALL: ChannelId = 'call';

/** The options that add money, as the budget looks at them. */
interface Offered {
	readonly those: readonly Assessment[];
	readonly options: Options;
	/** By option of the budget. */
	readonly channelOf: readonly ChannelId[];
}

function offered(run: Run, those: readonly Assessment[], mayCall: (customer: number) => boolean): Offered {
	const startOf = new Int32Array(those.length + 1);
	const most = those.reduce((sum, { reachable }) => sum + reachable.length, 0);
	const [value, cost] = [new Float64Array(most), new Float64Array(most)];
	const channelOf: ChannelId[] = [];
	those.forEach(({ customer, reachable, score, leftBecause }, place) => {
		for (const channel of reachable) {
			const option = optionIn(run, score!, leftBecause, channel);
			if (option.priority <= 0 || (channel === CALL && !mayCall(customer))) continue;
			value[channelOf.length] = option.priority;
			cost[channelOf.length] = option.contactCost + option.offerCost;
			channelOf.push(channel);
		}
		startOf[place + 1] = channelOf.length;
	});
	const { length } = channelOf;
	return { those, channelOf, options: { startOf, value: value.subarray(0, length), cost: cost.subarray(0, length), isCall: Uint8Array.from(channelOf, (channel) => Number(channel === CALL)) } };
}

/** Why somebody whom a contact would add money to is left: the calls go to others where only a call would do, else the money. */
function whyLeft({ options: { startOf, value, cost, isCall } }: Offered, place: number, { money }: Selection['prices']): ReasonCode {
	let wouldPay = false;
	for (let option = startOf[place]; option < startOf[place + 1]; option++) {
		if (isCall[option] === 0) return 'budgetSpent';
		wouldPay ||= value[option] > money * cost[option];
	}
	return wouldPay || startOf[place] === startOf[place + 1] ? 'callsTaken' : 'budgetSpent';
}

/** Those with a rank, in its order; the value of what is done goes with each. */
interface Ranked {
	readonly placed: Placed;
	readonly value: number;
}

const byValue = (one: Ranked, other: Ranked): number => other.value - one.value || one.placed.assessment.customer - other.placed.assessment.customer;

function inOrder(those: Ranked[], before: number): Placed[] {
	return those.sort(byValue).map(({ placed }, place) => {
		placed.rank = before + place + 1;
		return placed;
	});
}

/** Says who should call whom, the best manager for the best. */
function nameManagers({ settings: { managers }, contacts }: Run, first: readonly Placed[]): void {
	if (managers.length === 0) return;
	const names = assignManagers(first.map(({ assessment: { customer } }) => contacts.of(customer).owner), managers);
	first.forEach((placed, place) => {
		placed.manager = names[place];
	});
}

/** What the best channel adds. */
const mostAdded = (run: Run, { score, leftBecause, best }: Assessment): number => optionIn(run, score!, leftBecause, best!).priority;

/** Of those who share an address only the one to whom a contact adds most can get one. */
function oneAnAddress(run: Run, candidates: readonly Assessment[]): { readonly those: Assessment[]; readonly others: Assessment[] } {
	const { groupOf, sharesAddress } = run.contacts;
	const bestOf = new Map<number, Assessment>();
	for (const each of candidates) {
		if (!sharesAddress(each.customer)) continue;
		const known = bestOf.get(groupOf[each.customer]);
		if (known === undefined || mostAdded(run, each) > mostAdded(run, known)) bestOf.set(groupOf[each.customer], each);
	}
	const [those, others]: [Assessment[], Assessment[]] = [[], []];
	for (const each of candidates) (!sharesAddress(each.customer) || bestOf.get(groupOf[each.customer]) === each ? those : others).push(each);
	return { those, others };
}

/** Tells whether somebody else than the one who handled a customer before has calls; there are fewer of those than customers. */
function callableBy({ managers }: WinBackSettings): (owner: string | null) => boolean {
	if (managers.length === 0) return () => true;
	const known = new Map<string | null, boolean>();
	return (owner) => {
		let canBe = known.get(owner);
		if (canBe === undefined) {
			canBe = assignManagers([owner], managers)[0] !== null;
			known.set(owner, canBe);
		}
		return canBe;
	};
}

/** By whom those at an address are drawn: the first of them in the alphabet, so that the order of the items does not matter. */
const drawnBy = ({ given, contacts }: Run, customer: number): string =>
	contacts.sharersOf(customer).map((each) => given.keyOf(each)).reduce((first, key) => (key < first ? key : first));

/** Who is left alone on purpose. */
function heldOutOf(candidates: readonly Assessment[], { secret, campaign, holdoutShare }: WinBackSettings, keyOf: (customer: number) => string): { readonly held: Assessment[]; readonly open: Assessment[] } {
	const isHeldOut = createHoldout({ key: secret ?? campaign, campaign, share: holdoutShare });
	const [held, open]: [Assessment[], Assessment[]] = [[], []];
	for (const each of candidates) (isHeldOut(keyOf(each.customer)) ? held : open).push(each);
	return { held, open };
}

/** Who gets what, and who calls. */
interface Shared {
	readonly contacted: Offered;
	readonly selection: Selection;
}

/** How often calls that nobody can make are given to others. */
const MOST_ATTEMPTS = 20;

/** Those who would be called, in the order of their ranks. */
function calledIn({ contacted: { those, channelOf, options }, selection }: Shared): readonly Assessment[] {
	const called = those.flatMap((assessment, place) => {
		const taken = selection.taken[place];
		return taken !== -1 && channelOf[taken] === CALL ? [{ assessment, value: options.value[taken] }] : [];
	});
	return called.sort((one, other) => other.value - one.value || one.assessment.customer - other.assessment.customer).map(({ assessment }) => assessment);
}

/** Shares out budget and calls; a call that none but the one who handled the customer before could make goes to somebody else. */
function shareOut(run: Run, open: readonly Assessment[], mayCall: (customer: number) => boolean): Shared {
	const { settings, contacts } = run;
	const notCalled = new Set<number>();
	const limits = { budget: settings.budget, calls: mostCalls(settings.calls, settings.managers) };
	for (let attempt = 1; ; attempt++) {
		const contacted = offered(run, open, (customer) => mayCall(customer) && !notCalled.has(customer));
		const shared = { contacted, selection: select(contacted.options, limits) };
		if (settings.managers.length === 0 || attempt === MOST_ATTEMPTS) return shared;
		const called = calledIn(shared);
		const names = assignManagers(called.map(({ customer }) => contacts.of(customer).owner), settings.managers);
		const without = called.filter((_, place) => names[place] === null);
		if (without.length === 0) return shared;
		for (const { customer } of without) notCalled.add(customer);
	}
}

/** Puts everybody who lapsed on a list. O(customers log customers), and what the budget takes. */
export function placeOnLists(run: Run, assessments: readonly Assessment[]): Lists {
	const { settings, contacts } = run;
	const { those, others } = oneAnAddress(run, assessments.filter(({ verdict }) => verdict === null));
	const { held, open } = heldOutOf(those, settings, (customer) => drawnBy(run, customer));
	const canBeCalled = callableBy(settings);
	const mayCall = (customer: number): boolean => canBeCalled(contacts.of(customer).owner);
	const { contacted, selection } = shareOut(run, open, mayCall);
	// Where no call can be made, none is worth its price: the largest gain of those open says nothing of the held-out.
	const prices = mostCalls(settings.calls, settings.managers) === 0 ? { ...selection.prices, call: Number.MAX_VALUE } : selection.prices;
	const away = offered(run, held, mayCall);
	const { startOf } = away.options;

	const [first, worthIt]: [Ranked[], Ranked[]] = [[], []];
	const [notWorthIt, notContacted]: [Placed[], Placed[]] = [[], []];
	const placedAs = (assessment: Assessment, list: ListId, code: ReasonCode, channel: ChannelId | null, heldOutFrom: Placed['heldOutFrom'] = null): Placed => ({ assessment, list, code, channel, heldOutFrom, manager: null, rank: null });
	for (const assessment of assessments) {
		const { verdict, best } = assessment;
		if (verdict === null) continue;
		if (NOT_WORTH_IT.has(verdict.code)) notWorthIt.push(placedAs(assessment, 'notWorthIt', verdict.code, best));
		else notContacted.push(placedAs(assessment, 'notContacted', verdict.code, best, verdict.heldOutFrom ?? null));
	}
	for (const assessment of others) notContacted.push(placedAs(assessment, 'notContacted', 'sameAddress', assessment.best));
	const leave = (offers: Offered, place: number): void => {
		const assessment = offers.those[place];
		notWorthIt.push(placedAs(assessment, 'notWorthIt', whyLeft(offers, place, selection.prices), assessment.best));
	};
	open.forEach((assessment, place) => {
		const taken = selection.taken[place];
		if (taken === -1) return leave(contacted, place);
		const channel = contacted.channelOf[taken];
		const value = contacted.options.value[taken];
		if (channel === CALL) first.push({ placed: placedAs(assessment, 'first', 'callAddsMost', channel), value });
		else worthIt.push({ placed: placedAs(assessment, 'worthIt', 'contactAdds', channel), value });
	});
	held.forEach((assessment, place) => {
		const taken = wouldTake(away.options, startOf[place], startOf[place + 1], prices);
		if (taken === -1) return leave(away, place);
		const channel = away.channelOf[taken];
		notContacted.push(placedAs(assessment, 'notContacted', 'heldOut', channel, channel === CALL ? 'first' : 'worthIt'));
	});
	const byCustomer = (one: Placed, other: Placed): number => one.assessment.customer - other.assessment.customer;
	const calls = inOrder(first, 0);
	nameManagers(run, calls);
	return { first: calls, worthIt: inOrder(worthIt, calls.length), notWorthIt: notWorthIt.sort(byCustomer), notContacted: notContacted.sort(byCustomer), selection };
}
