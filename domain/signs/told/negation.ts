import type { Role } from './roles';
import type { Clause, Sentence } from './sentences';
import type { Unit } from './units';

/** How a word is taken back: not at all, it cannot be, it did not succeed, nobody is sure of it. */
export type Denial = 'not' | 'cannot' | 'fails' | 'unsure';

/** Words over which a "not" reaches the verb: "not going to even think of". */
const reachedOver: readonly Role[] = ['wish', 'thinks', 'self', 'own', 'you', 'your', 'fromYou', 'withYou', 'more', 'filler', 'article', 'bond', 'it', 'if', 'question', 'that', 'and', 'not', 'purpose', 'passive', 'toBe'];
const REACH = 12;

export function hasAny({ roles }: Unit, wanted: readonly Role[]): boolean {
	if (roles.size === 0) return false;
	for (const role of roles) if (wanted.includes(role)) return true;
	return false;
}

function denialOf({ roles, isNegative }: Unit): Denial | null {
	if (roles.has('unsure')) return 'unsure';
	if (roles.has('fails')) return 'fails';
	if (roles.has('cannot')) return 'cannot';
	return roles.has('not') || isNegative ? 'not' : null;
}

/** Who is the doer is said here, so that what stands before it belongs to another verb. */
const isDoer = (unit: Unit) => unit.roles.has('self') || (unit.person === 'self' && hasAny(unit, ['wish', 'thinks']));

/** "не отменить ли": the not only asks; so short a word of asking behind the verb is no other question. */
const PARTICLE_LENGTH = 2;
const isOnlyAsking = ({ units }: Sentence, place: number) => {
	const next = units[place + 1];
	return next !== undefined && next.roles.has('question') && next.gap === 'none' && next.to - next.from === PARTICLE_LENGTH;
};

/** A denial before a denied "that": "it is not that we do not want to". */
function isDenialDenied({ units }: Sentence, start: number, place: number): boolean {
	let isBeforeThat = false;
	for (let left = place - 1; left >= Math.max(start, place - REACH); left--) {
		if (units[left].roles.has('that')) isBeforeThat = true;
		if (isBeforeThat && denialOf(units[left]) === 'not') return true;
		if (!hasAny(units[left], reachedOver)) return false;
	}
	return false;
}

/** "راضی نیستم", "کار نمی‌کنه": a denied verb at its own place, the end of what it denies. */
const isOfAnotherVerb = ({ isVerbLast, isNegative, roles, person }: Unit) => isVerbLast && isNegative && (roles.has('not') || (roles.has('does') && person !== 'self'));

/** The denial before a word, with at most one unknown word between, and none before the doer of the word. */
function denialBefore(sentence: Sentence, start: number, place: number): Denial | 'twice' | null {
	const { units } = sentence;
	let unknown = 0;
	let isPastDoer = false;
	for (let left = place - 1; left >= Math.max(start, place - REACH); left--) {
		const unit = units[left];
		const denial = denialOf(unit);
		if (isOfAnotherVerb(unit)) return null;
		if (denial !== null && isOnlyAsking(sentence, place)) return null;
		if (denial !== null) return isDenialDenied(sentence, start, left) ? 'twice' : denial;
		if (unit.roles.has('please') && !unit.roles.has('wish')) return null;
		if (!unit.isHead && !hasAny(unit, reachedOver)) {
			unknown++;
			if (unknown > 1 || isPastDoer) return null;
		}
		isPastDoer ||= isDoer(unit);
	}
	return null;
}

/** "فسخ کنید": an order at its own place ends what is said of the noun before it. */
const endsInOrder = ({ isVerbLast, isNegative, roles, person }: Unit) => isVerbLast && !isNegative && roles.has('does') && person === 'order';

/** The denial behind an infinitive or a noun: "йти не збираюсь", "cancelling is not what we want", "قصد لغو ندارم". */
function denialBehind({ units }: Sentence, end: number, place: number, isNoun: boolean): Denial | null {
	let unknown = 0;
	for (let right = place + 1; right < Math.min(end, place + REACH); right++) {
		const unit = units[right];
		const denial = denialOf(unit);
		const next = units[right + 1];
		if (endsInOrder(unit)) return null;
		if (denial === 'unsure' || (denial !== null && unit.isNegative)) return denial;
		if (denial !== null && isNoun) return denial;
		if (denial !== null && right + 1 < end && hasAny(next, ['wish', 'thinks', 'article', 'passive', 'filler'])) return denial;
		if (denial !== null) return null;
		if (!hasAny(unit, reachedOver) && ++unknown > 1) return null;
	}
	return null;
}

const canBeDeniedBehind = ({ person }: Unit) => person === undefined || person === 'bare' || person === 'doing' || person === 'noun' || person === 'done';

/** Is the word at a place denied, and how? */
export function denialAt(sentence: Sentence, { start, end }: Clause, place: number): Denial | 'twice' | null {
	const unit = sentence.units[place];
	if (unit.isNegative) return isDenialDenied(sentence, start, place) ? 'twice' : 'not';
	const before = denialBefore(sentence, start, place);
	const canFollow = !unit.roles.has('tells') && canBeDeniedBehind(unit);
	return before ?? (canFollow ? denialBehind(sentence, end, place, unit.person === 'noun') : null);
}
