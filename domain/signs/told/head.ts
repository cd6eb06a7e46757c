import { hasAny } from './negation';
import type { Person, Role } from './roles';
import type { Clause, Sentence } from './sentences';
import type { Unit } from './units';

/** What was said before a clause: the last thing named that can be ended, who did it, whether leaving was denied. */
export interface Before {
	readonly lastObject: 'bond' | 'other' | null;
	/** In the same sentence. */
	readonly isSomeoneElse: boolean;
	/** In the same sentence. */
	readonly isDenied: boolean;
	/** In the same sentence. */
	readonly isWished: boolean;
	/** In the same sentence. */
	readonly isSelf: boolean;
}

/** A word that may tell of leaving, in its clause. */
export interface Head {
	readonly sentence: Sentence;
	readonly clause: Clause;
	readonly place: number;
	readonly unit: Unit;
	readonly before: Before;
}

/** Who leaves: the customer, we, somebody else, an order to us, "he", a past without a name, a thing done, nobody named. */
export type Doer = 'self' | 'you' | 'someoneElse' | 'order' | 'they' | 'past' | 'done' | 'unnamed';

const DOER_REACH = 14;
const CARRIER_REACH = 5;

/** The verb that carries a noun, where the language has such: "لغو … کنید". */
export function carrierOf({ sentence, clause, place, unit }: Head): Unit | undefined {
	if (!unit.isVerbLast || unit.person !== undefined) return undefined;
	for (let right = place + 1; right < Math.min(clause.end, place + CARRIER_REACH); right++) {
		const next = sentence.units[right];
		if (next.roles.has('does')) return next;
		if (next.roles.has('question')) return undefined;
	}
	return undefined;
}

export const personOfHead = (head: Head): Person | undefined => {
	if (!head.unit.isVerbLast || head.unit.person !== undefined) return head.unit.person;
	return carrierOf(head)?.person ?? 'noun';
};

const ofPerson: Readonly<Partial<Record<Person, Doer>>> = { self: 'self', you: 'you', order: 'order', they: 'they', past: 'past', done: 'done' };

/** Verbs of going: an official who goes does so for themself, where "our director ends the contract" speaks for the customer. */
const isGoing = (unit: Unit) => hasAny(unit, ['leaves', 'leavesYou']) && !unit.roles.has('ends');

/** How far a noun stands from the verb that asks it to do something. */
const ASKED_REACH = 3;

/** Is a unit the one who is asked, and no doer: "I told your agent to close it"? */
export function isAskedToDo({ units }: Sentence, start: number, at: number): boolean {
	for (let left = at - 1; left >= Math.max(start, at - ASKED_REACH); left--) {
		if (units[left].roles.has('wish')) return units[left].isObjectBehind;
		if (!hasAny(units[left], ['own', 'your', 'you', 'article', 'someoneElse', 'filler'])) return false;
	}
	return false;
}

/** Who does it by a unit that stands before a head; null where it names nobody. */
function doerBy({ roles, person }: Unit, head: Unit, isDecided: boolean): Doer | null {
	if (roles.has('someoneElse') || (roles.has('chief') && !isDecided && isGoing(head))) return 'someoneElse';
	if (roles.has('self')) return 'self';
	if (roles.has('you')) return 'you';
	const isVerb = roles.has('wish') || roles.has('thinks');
	return isVerb && (person === 'self' || person === 'you' || person === 'they') ? ofPerson[person]! : null;
}

/** Who does it is also told by a word that gives way to a better one: me and us, the ending of a verb. */
const isLesser = ({ roles }: Unit, doer: Doer) => roles.has('selfObject') || (doer !== 'self' && (roles.has('wish') || roles.has('thinks')));

/** Who is named to the left of a place as the one who does it. */
function namedDoer(sentence: Sentence, start: number, place: number): Doer | null {
	const { units } = sentence;
	let lesser: Doer | null = null;
	let isDecided = false;
	for (let left = place - 1; left >= Math.max(start, place - DOER_REACH); left--) {
		const doer = doerBy(units[left], units[place], isDecided);
		isDecided ||= hasAny(units[left], ['wish', 'thinks']);
		if (doer === null || (doer === 'someoneElse' && isAskedToDo(sentence, start, left))) continue;
		if (!isLesser(units[left], doer)) return doer;
		lesser ??= doer;
	}
	return lesser;
}

const isPassive = ({ sentence: { units }, clause, place, unit }: Head) =>
	unit.person === 'past' && place > clause.start && (units[place - 1].roles.has('passive') || (units[place - 1].roles.has('filler') && units[place - 2]?.roles.has('passive') === true));

/** "can it be ended", "to be closed": nothing is done yet, and nobody named. */
const isToBeDone = ({ sentence: { units }, clause, place, unit }: Head) => unit.person === 'past' && place > clause.start && units[place - 1].roles.has('toBe');

/** A noun carried by "become": ended by somebody. What goes of itself does not ask by whom: "جدا میشم". */
function isDoneTo(head: Head): boolean {
	if (carrierOf(head)?.roles.has('passive') !== true) return false;
	return hasAny(head.unit, ['ends', 'endsBond', 'stays']);
}

/** Who does it? */
export function doerOf(head: Head): Doer {
	const person = personOfHead(head);
	if (isDoneTo(head)) return person === 'order' ? 'unnamed' : 'done';
	if (person === 'self') return 'self';
	if (person === 'done' || isPassive(head)) return 'done';
	if (isToBeDone(head)) return 'unnamed';
	const named = namedDoer(head.sentence, head.clause.start, head.place);
	if (person === 'order') return named === 'someoneElse' ? named : 'order';
	return named ?? (person === undefined ? 'unnamed' : (ofPerson[person] ?? 'unnamed'));
}

/** What the head is done to. An unknown word where an object would stand is an unknown object. */
export type Ended = 'bond' | 'other' | 'it' | 'unknown' | 'none';

const OBJECT_REACH = 8;
const noObjects: readonly Role[] = ['filler', 'more', 'self', 'please', 'that', 'purpose', 'wish', 'thinks', 'not', 'you', 'passive', 'and', 'cannot', 'unsure', 'if', 'question', 'own', 'article', 'does', 'toYou', 'footer', 'toBe', 'it'];
const ours: readonly Role[] = ['rival', 'fromYou', 'withYou', 'your'];

/** "підписка на розсилку", "страховка посилки": the bond is that of another thing. */
function isOfOther({ units }: Sentence, { end }: Clause, at: number): boolean {
	for (let next = at + 1; next < Math.min(end, at + 4); next++) {
		if (units[next].roles.has('mail')) return true;
		if (units[next].roles.has('other')) return next === at + 1;
	}
	return false;
}

/** "відмовитися від пролонгації", "cancel the renewal". */
const isRenewal = ({ roles, person }: Unit) => roles.has('stays') && person === 'noun';

function objectAt(head: Head, at: number): Ended | null {
	const { sentence, clause } = head;
	const unit = sentence.units[at];
	if (hasAny(unit, ['mail', 'other', 'former']) || (unit.roles.has('bill') && head.unit.roles.has('ends'))) return 'other';
	if (unit.roles.has('bond') || isRenewal(unit)) return isOfOther(sentence, clause, at) ? 'other' : 'bond';
	if (hasAny(unit, ours)) return 'bond';
	return unit.roles.has('it') ? 'it' : null;
}

/** "رسید رو": an unknown word before the mark of an object. */
const isOtherObject = ({ sentence: { units }, clause }: Head, at: number) => at > clause.start && units[at].roles.has('article') && (units[at - 1].roles.size === 0 || units[at - 1].roles.has('does'));

/** "از حسابم پاک کنید": what stands behind a preposition is not what is deleted. */
const isPlace = ({ sentence: { units }, clause, unit }: Head, at: number) => unit.isVerbLast && unit.roles.has('endsBond') && at > clause.start && units[at - 1].roles.has('at');

const isWord = (unit: Unit) => !unit.isHead && !hasAny(unit, noObjects);

/** The search goes no further: a preposition behind what was found, the if of its condition, another verb where verbs come last. */
function endsSearch(head: Head, { roles }: Unit, found: Ended, step: 1 | -1): boolean {
	const { isVerbLast } = head.unit;
	if (step === 1) return (found !== 'none' && roles.has('at')) || (isVerbLast && roles.has('does') && isBefore(head, ['if']));
	return roles.has('if') || (isVerbLast && roles.has('does'));
}

/** What was found, once a unit that names nothing is passed. Only a word next to the head is its object. */
function passed(head: Head, at: number, found: Ended, isNextTo: boolean): Ended {
	if (found !== 'none') return found;
	if (objectAt(head, at) === 'it') return 'it';
	const unit = head.sentence.units[at];
	return (isNextTo && isWord(unit)) || (head.unit.isVerbLast && isOtherObject(head, at)) ? 'unknown' : 'none';
}

function objectTowards(head: Head, step: 1 | -1): Ended {
	const { sentence, clause, place } = head;
	let found: Ended = 'none';
	let isNextTo = true;
	for (let steps = 1; steps <= OBJECT_REACH; steps++) {
		const at = place + step * steps;
		if (at < clause.start || at >= clause.end) return found;
		const unit = sentence.units[at];
		const object = isPlace(head, at) ? null : objectAt(head, at);
		if (object !== null && object !== 'it') return object;
		if (endsSearch(head, unit, found, step)) return found;
		found = passed(head, at, found, isNextTo);
		isNextTo &&= isWord(unit) || hasAny(unit, ['own', 'article']);
	}
	return found;
}

const isNamed = (ended: Ended) => ended === 'bond' || ended === 'other';

/** What is ended: the first thing named on the side where the language sets it, else on the other. */
export function endedBy(head: Head): Ended {
	const { isVerbLast, person } = head.unit;
	const near = objectTowards(head, isVerbLast ? -1 : 1);
	if (isNamed(near)) return near;
	const far = objectTowards(head, isVerbLast ? 1 : -1);
	if (far === 'bond' || (far === 'other' && (person === 'past' || person === undefined || near === 'none'))) return far;
	return near;
}

/** What follows a verb of going: "leave you", "leave", but not "leave a review". */
export function complementOf(head: Head): Ended {
	const { sentence, clause, place, unit } = head;
	if (unit.isVerbLast) return objectTowards(head, -1) === 'none' ? objectTowards(head, 1) : objectTowards(head, -1);
	let isOfThing = false;
	for (let right = place + 1; right < Math.min(clause.end, place + OBJECT_REACH); right++) {
		const object = objectAt(head, right);
		if (object !== null) return object;
		const next = sentence.units[right];
		if (next.roles.has('toYou')) return 'other';
		if (next.roles.has('you')) return 'bond';
		if (isWord(next)) return isOfThing && objectTowards(head, 1) === 'bond' ? 'bond' : 'unknown';
		isOfThing ||= hasAny(next, ['own', 'article', 'at']);
	}
	return 'none';
}

/** Is there a unit of one of the roles in the clause, and how far from the head at most? */
export function isNear({ sentence, clause, place }: Head, roles: readonly Role[], reach = DOER_REACH): boolean {
	const end = Math.min(clause.end, place + reach + 1);
	for (let at = Math.max(clause.start, place - reach); at < end; at++) if (at !== place && hasAny(sentence.units[at], roles)) return true;
	return false;
}

/** Is there a unit of one of the roles before the head? */
export function isBefore({ sentence, clause, place }: Head, roles: readonly Role[]): boolean {
	for (let at = Math.max(clause.start, place - DOER_REACH); at < place; at++) if (hasAny(sentence.units[at], roles)) return true;
	return false;
}
