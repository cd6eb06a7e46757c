/**
 * Whether a head word tells of the customer's leaving: what it is done to, who does it, and how it is meant.
 *
 * Every question looks at a few words round the head, or once at the clauses of its sentence.
 */
import { carrierOf, complementOf, doerOf, endedBy, isBefore, isNear, personOfHead, type Doer, type Head } from './head';
import { denialAt, hasAny, type Denial } from './negation';
import { headRoles, type HeadRole, type Role } from './roles';
import type { Told } from './told';
import type { Unit } from './units';

type Kind = Told['kind'];

function endsAlone(head: Head): boolean {
	const ended = endedBy(head);
	if (ended === 'bond') return true;
	if (ended === 'unknown') return head.before.lastObject === 'bond' && !head.unit.isVerbLast;
	return ended !== 'other' && head.before.lastObject !== 'other';
}

function endsBond(head: Head): boolean {
	const ended = endedBy(head);
	return ended === 'bond' || ((ended === 'it' || ended === 'none') && head.before.lastObject === 'bond');
}

/** "need it no more", "do not want the subscription": nothing else is needed no more. */
function usesNoMore(head: Head): boolean {
	const ended = endedBy(head);
	if (isBesideHead(head)) return false;
	if (ended === 'bond') return isNear(head, ['more']) || head.unit.roles.has('more') || isWantedBond(head);
	return (ended === 'none' || ended === 'it') && head.before.lastObject !== 'other' && isNear(head, ['more']);
}

/** Wanting or needing the bond itself is denied right before it: "I do not want this subscription". */
const isWantedBond = (head: Head) => head.unit.roles.has('wish') && isNear(head, ['bond'], 3);

/** "do not want my account closed", "закривати рахунок не хочу": the closing is denied, not the bond. */
function isBesideHead({ sentence, clause, place, unit }: Head): boolean {
	const first = unit.roles.has('wish') ? Math.max(clause.start, place - 8) : place;
	for (let at = first; at < Math.min(clause.end, place + 8); at++) if (at !== place && sentence.units[at].isHead) return true;
	return false;
}

/** What must stand round a head of each kind, so that it speaks of what binds the customer to us. */
const meansUs: Readonly<Record<HeadRole, (head: Head) => boolean>> = {
	ends: endsAlone,
	endsBond,
	leaves: (head) => ['none', 'bond'].includes(complementOf(head)) && !isNear(head, ['toYou', 'former']),
	leavesYou: (head) => (isNear(head, ['fromYou', 'withYou', 'rival']) || complementOf(head) === 'bond') && !isNear(head, ['toYou', 'former']) && endedBy(head) !== 'other',
	moves: (head) => isNear(head, ['rival', 'fromYou']) && !isNear(head, ['toYou', 'former', 'other']),
	stays: (head) => endedBy(head) !== 'other' && !(endedBy(head) === 'unknown' && isNear(head, ['article'], 1)),
	uses: usesNoMore,
	tells: () => true,
	weighs: () => true,
};

/** A denied leaving is none, a denied staying is one; what cannot be or is not sure is weighed. */
function denied(role: HeadRole, denial: Denial | 'twice' | null): Kind | null {
	if (denial === 'twice') return null;
	if (role === 'stays' || role === 'uses') {
		if (denial === null || denial === 'fails') return null;
		return denial === 'unsure' ? 'asks' : 'says';
	}
	if (denial === null) return 'says';
	if (denial === 'unsure') return 'asks';
	return (denial === 'cannot' || denial === 'fails') && (role === 'ends' || role === 'endsBond') ? 'asks' : null;
}

const markers: readonly Role[] = ['please', 'question', 'if'];

/** The nearest word before the head that makes it a demand, a question or a condition. */
function markerBefore({ sentence: { units }, clause, place }: Head): Role | null {
	for (let left = place - 1; left >= Math.max(clause.start, place - 14); left--) {
		const marker = markers.find((role) => units[left].roles.has(role));
		if (marker !== undefined) return marker;
	}
	return null;
}

/** Only "to" and "in order to" lead to the head: a purpose of somebody unnamed. */
function isPurpose(head: Head): boolean {
	const { units } = head.sentence;
	let left = head.place - 1;
	while (left >= head.clause.start && units[left].roles.has('filler') && !units[left].roles.has('purpose')) left--;
	return left >= head.clause.start && units[left].roles.has('purpose') && !isBefore(head, ['wish', 'self', 'thinks', 'question', 'please']);
}

const opensClause = ({ sentence: { units }, clause, place }: Head) =>
	units.slice(clause.start, place).every((unit) => hasAny(unit, ['filler', 'please', 'more', 'not', 'cannot', 'and', 'joint', 'bond', 'own', 'article', 'that', 'unsure', 'it', 'fromYou', 'withYou', 'rival']));

/** A "your" before the object is our own text, where nobody says that they want it. */
const isOurText = (head: Head) => isNear(head, ['your'], 4) && !isBefore(head, ['wish', 'self', 'please']) && !isNear(head, ['own']) && head.unit.roles.has('ends');

const isAskedBefore = ({ sentence: { units }, place }: Head) => units.slice(0, place).some(({ roles }) => roles.has('question'));

/** "When does my contract end?", "my plan did not renew": what stands before such a verb does it by itself. */
const isWhatEnds = (head: Head) =>
	head.unit.isObjectBehind && (head.unit.roles.has('endsBond') || (head.unit.roles.has('stays') && !isAskedBefore(head))) && personOfHead(head) === 'bare' && isBefore(head, ['bond']) && !isBefore(head, ['wish', 'please']);

/** "No longer working": a thing, for who needs or wants says so. */
const isThing = ({ unit: { roles } }: Head) => roles.has('uses') && !roles.has('wish') && !roles.has('bond');

function isUnnamedCustomer(head: Head): boolean {
	if (isPurpose(head)) return head.before.isWished || isNear(head, ['wish']) || head.sentence.isAsked;
	if (isOurText(head) || isWhatEnds(head) || isThing(head)) return false;
	if (personOfHead(head) === 'noun') return isNear(head, ['wish', 'please', 'question', 'own', 'self', 'thinks']) || isAimedAt(head) || head.sentence.isAsked || head.unit.roles.has('stays');
	return isNear(head, ['wish', 'please', 'question', 'own', 'thinks', 'more', 'self', 'if']) || opensClause(head) || isAlternative(head);
}

/** "our accountant goes, remove her account": that of somebody else. */
const isTheirs = ({ sentence: { units }, clause, before }: Head) =>
	before.isSomeoneElse && units.slice(clause.start, clause.end - 1).some(({ roles }, at) => roles.has('theirs') && units[clause.start + at + 1].roles.has('bond'));

/** Is it the customer who leaves? */
function isCustomers(head: Head, doer: Doer): boolean {
	if (head.before.isSomeoneElse && doer !== 'self' && doer !== 'order' && !isBefore(head, ['please'])) return false;
	const isWish = isNear(head, ['wish', 'please']);
	const isSaidBy: Readonly<Record<Doer, () => boolean>> = {
		self: () => true,
		order: () => !isOurText(head) && !isTheirs(head),
		someoneElse: () => false,
		you: () => isBefore(head, ['please']) || isGranted(head) || (isBefore(head, ['self']) && isWish) || isWishedByCustomer(head),
		they: () => isNear(head, ['wish', 'thinks']) || isAimedAt(head) || isNeededNoMore(head) || goesOn(head),
		past: () => (opensClause(head) && !isBefore(head, ['bond'])) || isBefore(head, ['please', 'wish']) || goesOn(head) || isAimedAt(head),
		done: () => isWish && !isBefore(head, ['question']),
		unnamed: () => isUnnamedCustomer(head) || isNeededNoMore(head) || goesOn(head),
	};
	return isSaidBy[doer]();
}

/** "Підписка більше не потрібна": the bond itself is needed no more. */
const isNeededNoMore = (head: Head) => head.unit.roles.has('uses') && endedBy(head) === 'bond';

/** "\u043f\u0438\u0441\u0430\u0432, \u0449\u043e\u0431 \u043c\u0435\u043d\u0435 \u0432\u0456\u0434\u043a\u043b\u044e\u0447\u0438\u043b\u0438": behind "so that", a past is what somebody aims at, here the customer or one who asks how. */
function isAimedAt({ sentence: { units }, clause, place }: Head): boolean {
	for (let left = place - 1; left > clause.start; left--) if (units[left].roles.has('purpose') && units[left].roles.has('that')) return units.slice(clause.start, left).some((unit) => unit.person === 'self' || hasAny(unit, ['self', 'wish', 'please', 'question']));
	return false;
}

/** "we are done and are going": the doer of the clause before. */
const goesOn = ({ sentence: { units }, clause, before }: Head) => before.isSelf && units[clause.start].roles.has('and');

/** "you can close my account": leave is given, as good as an order. */
const isGranted = (head: Head) => ['bare', 'order'].includes(personOfHead(head) ?? '') && isNear(head, ['own'], 4) && !isNear(head, ['question', 'if', 'passive']);

/** "хочу, щоб ви закрили": the wish is the customer's, the deed ours. */
function isWishedByCustomer({ sentence: { units }, clause, place }: Head): boolean {
	for (let left = place - 1; left >= clause.start; left--) if (units[left].roles.has('wish') && units[left].person === 'self') return true;
	return false;
}

/** Something undoes it, and is not denied itself: by mistake, came back, keep it; a past also by what was said before. */
function isUndone({ sentence: { units }, clause, place }: Head, isPast: boolean): boolean {
	for (let at = isPast ? 0 : clause.start; at < units.length; at++) {
		const { roles } = units[at];
		const isDenied = at > 0 && units[at - 1].roles.has('not');
		if (roles.has('undo') && !isDenied && at !== place) return true;
		if (roles.has('changedMind') && at > place) return true;
	}
	return false;
}

/** How far a request stands from what it asks for: "\u0437\u0430\u044f\u0432\u043b\u0435\u043d\u0438\u0435 \u043e \u0440\u0430\u0441\u0442\u043e\u0440\u0436\u0435\u043d\u0438\u0438". */
const REQUEST_REACH = 4;

/** A request to end it that is void or withdrawn: "please treat our notice of termination as withdrawn". */
function isWithdrawn(head: Head): boolean {
	const { sentence: { units }, clause, place, unit } = head;
	const reach = { start: Math.max(clause.start, place - REQUEST_REACH), end: Math.min(clause.end, place + REQUEST_REACH + 1) };
	const isOfRequest = unit.roles.has('request') || units.slice(reach.start, reach.end).some(({ roles }) => roles.has('request'));
	return isOfRequest && units.slice(clause.start, clause.end).some(({ roles }, at) => roles.has('voids') && !(at > 0 && units[clause.start + at - 1].roles.has('not')));
}

/** Who would praise us under a condition only plays with the thought: "if I ever left, I would recommend you". */
const isIdle = ({ sentence: { units }, place }: Head) => units.slice(0, place).some(({ roles }) => roles.has('if')) && units.slice(place).some(({ roles }) => roles.has('praises'));

/** They left another and came to us: "… and came to you", "our former provider …". */
const cameToUs = ({ sentence: { units }, clause }: Head, isPast: boolean) =>
	units.some((unit, at) => (unit.roles.has('toYou') && (isPast || at >= clause.end)) || (isPast && unit.roles.has('former')));

/** A footer that we wrote, unless they ask or grant it of what is theirs. */
const isFooter = (head: Head) => head.sentence.units.some(({ roles }) => roles.has('footer')) && !((head.sentence.isAsked || isGranted(head)) && isNear(head, ['own']));

function isTakenBack(head: Head, doer: Doer): boolean {
	const isPast = personOfHead(head) === 'past';
	return isUndone(head, isPast) || isWithdrawn(head) || isIdle(head) || cameToUs(head, isPast) || (doer !== 'self' && isFooter(head));
}

/** "не полагодите — забираємо": a condition without an if. */
function isConditioned({ sentence: { units, clauses }, clause }: Head, doer: Doer): boolean {
	return clauses.some(({ start, end }) => {
		const next = units[start + 1];
		return end <= clause.start && start + 1 < end && units[start].roles.has('not') && (next.person === 'you' || (next.person === 'order' && doer === 'self' && !hasAny(units[end - 1], ['own', 'more'])));
	});
}

/** "keep it or cancel it": neither is decided. */
function isAlternative({ sentence: { units }, place }: Head): boolean {
	const isKept = ({ roles, isNegative }: Unit, at: number) => !isNegative && (roles.has('keeps') || roles.has('stays')) && !(at > 0 && units[at - 1].roles.has('not'));
	let hasOr = false;
	for (let left = place - 1; left >= 0; left--) {
		if (hasOr && isKept(units[left], left)) return true;
		hasOr ||= units[left].roles.has('or');
	}
	return false;
}

/** "میشه لغو کنم؟" asks for leave where "میشه لغو کنید؟" demands. */
const isPermission = (head: Head) => head.unit.isVerbLast && head.sentence.isAsked && ['self', 'past'].includes(personOfHead(head) ?? '');

function weightOf(head: Head, kind: Kind, doer: Doer): Kind {
	const { sentence, clause } = head;
	const marker = markerBefore(head);
	if (doer === 'someoneElse') return 'asks';
	if (marker === 'please') return isPermission(head) ? 'asks' : kind;
	if (marker !== null || isBefore(head, ['thinks']) || sentence.units.some(({ roles }) => roles.has('if'))) return 'asks';
	if (isNear(head, ['question']) || isConditioned(head, doer) || isAlternative(head)) return 'asks';
	const isLast = clause.end === sentence.units.length;
	return sentence.isAsked && isLast && !isNear(head, ['please']) && personOfHead(head) !== 'order' ? 'asks' : kind;
}

/** A doubt before: "сомневаюсь, стоит ли продлевать", "considering whether to stay". */
function doubtBefore(head: Head): Denial | null {
	const isDoubted = head.sentence.units.slice(0, head.place).some(({ roles }) => roles.has('unsure'));
	const isWeighed = head.unit.roles.has('stays') && isBefore(head, ['thinks']) && isBefore(head, ['question']);
	return isDoubted || isWeighed ? 'unsure' : null;
}

/** "\u0435\u0441\u043b\u0438 \u043d\u0435 \u043f\u0440\u043e\u0434\u043b\u0438\u043c": an "if not" denies the word right behind it, and no farther one. */
const isIfNot = ({ sentence: { units }, clause, place }: Head) => place > clause.start && units[place - 1].roles.has('ifNot');

function denialOf(head: Head): Denial | 'twice' | null {
	const denial = denialAt(head.sentence, head.clause, head.place);
	if (denial === 'cannot' && head.sentence.units.some(({ roles }) => roles.has('fault'))) return 'fails';
	if (denial !== null) return denial;
	return carrierOf(head)?.isNegative === true || isIfNot(head) ? 'not' : doubtBefore(head);
}

/** "My wife proposes to move our numbers to another operator": somebody else's thought of the customer's leaving. */
const isSuggested = (head: Head) => isBefore(head, ['suggests']) && !isBefore(head, ['your', 'you']) && isNear(head, ['own', 'self', 'rival', 'fromYou']);

function kindBy(head: Head, role: HeadRole): Kind | null {
	const kind = denied(role, denialOf(head));
	if (kind === null || !meansUs[role](head)) return null;
	if (head.before.isDenied && role !== 'stays' && role !== 'uses' && head.place === head.clause.start) return null;
	if (role === 'weighs') return 'asks';
	const doer = doerOf(head);
	if (role === 'tells' ? doer === 'someoneElse' : !isCustomers(head, doer) && !isSuggested(head)) return null;
	return isTakenBack(head, doer) ? null : weightOf(head, kind, doer);
}

/** What does a head word tell? Null where it does not speak of the customer's leaving. */
export function toldBy(head: Head): Kind | null {
	let kind: Kind | null = null;
	for (const role of headRoles) {
		if (!head.unit.roles.has(role)) continue;
		kind = kindBy(head, role) ?? kind;
		if (kind === 'says') return kind;
	}
	return kind;
}
