/** Who is on which list: hold-out, budget, calls, managers, ranks. DOMAIN W3, W7. */
import type { Assessment, ContactOption } from './assessment';
import type { Options, Selection } from './budget';
import { select, wouldTake } from './budget';
import { createHoldout } from './holdout';
import type { ReasonCode } from './itemFields';
import { assignManagers, mostCalls } from './managers';
import type { WinBackSettings } from './settings';

export type ListId = 'first' | 'worthIt' | 'notWorthIt' | 'notContacted';

export interface Placed {
	readonly assessment: Assessment;
	readonly list: ListId;
	readonly code: ReasonCode;
	/** Null of those nobody is to contact in this run. */
	readonly rank: number | null;
	/** What is done; of those nobody contacts what would add most, or, of the held-out, what would be done. */
	readonly option: ContactOption | null;
	readonly manager: string | null;
	readonly heldOutFrom: 'first' | 'worthIt' | null;
}

export interface Lists {
	readonly first: readonly Placed[];
	readonly worthIt: readonly Placed[];
	readonly notWorthIt: readonly Placed[];
	readonly notContacted: readonly Placed[];
	readonly selection: Selection;
}

const NOT_WORTH_IT: ReadonlySet<ReasonCode> = new Set(['ruledOut', 'costsMore', 'neverBought', 'noForecast', 'noMargin']);

/** The options that add money, as the budget looks at them. */
interface Offered {
	readonly those: readonly Assessment[];
	readonly options: Options;
	/** By option of the budget. */
	readonly contactOf: readonly ContactOption[];
}

function offered(those: readonly Assessment[]): Offered {
	const startOf = new Int32Array(those.length + 1);
	const contactOf: ContactOption[] = [];
	those.forEach(({ options }, place) => {
		for (const option of options) if (option.priority > 0) contactOf.push(option);
		startOf[place + 1] = contactOf.length;
	});
	return {
		those,
		contactOf,
		options: {
			startOf,
			value: Float64Array.from(contactOf, ({ priority }) => priority),
			cost: Float64Array.from(contactOf, ({ contactCost, offerCost }) => contactCost + offerCost),
			isCall: Uint8Array.from(contactOf, ({ channel }) => Number(channel === 'call')),
		},
	};
}

/** By place the option that is taken; null for none. */
const chosenOf = ({ those, contactOf }: Offered, takenAt: (place: number) => number): ReadonlyArray<ContactOption | null> =>
	those.map((_, place) => {
		const taken = takenAt(place);
		return taken === -1 ? null : contactOf[taken];
	});

const isCall = ({ channel }: ContactOption): boolean => channel === 'call';

/** Why somebody whom a contact would add money to is left: the calls go to others where only a call would do, else the money. */
function whyLeft({ options }: Assessment, { money }: Selection['prices']): ReasonCode {
	const adds = options.filter(({ priority }) => priority > 0);
	const isOnlyCall = adds.every(isCall);
	return isOnlyCall && adds.some(({ priority, contactCost, offerCost }) => priority > money * (contactCost + offerCost)) ? 'callsTaken' : 'budgetSpent';
}

const byPriority = (one: Placed, other: Placed): number => other.option!.priority - one.option!.priority || one.assessment.customer - other.assessment.customer;

const ranked = (placed: readonly Placed[], before: number): Placed[] => placed.map((each, place) => ({ ...each, rank: before + place + 1 }));

/** Those on First with who should call them, the best manager for the best. */
function withManagers(first: readonly Placed[], { managers }: WinBackSettings): readonly Placed[] {
	if (managers.length === 0) return first;
	const names = assignManagers(first.map(({ assessment: { owner } }) => owner), managers);
	return first.map((placed, place) => ({ ...placed, manager: names[place] }));
}

/** Puts everybody who lapsed on a list. O(customers log customers), and what the budget takes. */
export function placeOnLists(assessments: readonly Assessment[], settings: WinBackSettings, idOf: (customer: number) => string): Lists {
	const isHeldOut = createHoldout({ key: settings.secret ?? settings.campaign, campaign: settings.campaign, share: settings.holdoutShare });
	const candidates = assessments.filter(({ verdict }) => verdict === null);
	const held = new Set(candidates.filter(({ customer }) => isHeldOut(idOf(customer))));
	const open = offered(candidates.filter((each) => !held.has(each)));
	const selection = select(open.options, { budget: settings.budget, calls: mostCalls(settings.calls, settings.managers) });
	const away = offered([...held]);
	const wouldBe = chosenOf(away, (place) => wouldTake(away.options, away.options.startOf[place], away.options.startOf[place + 1], selection.prices));
	const contacted = chosenOf(open, (place) => selection.taken[place]);

	const lists: Record<ListId, Placed[]> = { first: [], worthIt: [], notWorthIt: [], notContacted: [] };
	const place = (assessment: Assessment, list: ListId, code: ReasonCode, option: ContactOption | null, heldOutFrom: Placed['heldOutFrom'] = null) => {
		lists[list].push({ assessment, list, code, rank: null, option, manager: null, heldOutFrom });
	};
	for (const assessment of assessments) {
		const { verdict, best } = assessment;
		if (verdict !== null) place(assessment, NOT_WORTH_IT.has(verdict.code) ? 'notWorthIt' : 'notContacted', verdict.code, best);
	}
	open.those.forEach((assessment, at) => {
		const option = contacted[at];
		if (option === null) place(assessment, 'notWorthIt', whyLeft(assessment, selection.prices), assessment.best);
		else place(assessment, isCall(option) ? 'first' : 'worthIt', isCall(option) ? 'callAddsMost' : 'contactAdds', option);
	});
	away.those.forEach((assessment, at) => {
		const option = wouldBe[at];
		if (option === null) place(assessment, 'notWorthIt', whyLeft(assessment, selection.prices), assessment.best);
		else place(assessment, 'notContacted', 'heldOut', option, isCall(option) ? 'first' : 'worthIt');
	});
	const byCustomer = (one: Placed, other: Placed): number => one.assessment.customer - other.assessment.customer;
	const first = withManagers(ranked(lists.first.sort(byPriority), 0), settings);
	return {
		first,
		worthIt: ranked(lists.worthIt.sort(byPriority), first.length),
		notWorthIt: lists.notWorthIt.sort(byCustomer),
		notContacted: lists.notContacted.sort(byCustomer),
		selection,
	};
}
