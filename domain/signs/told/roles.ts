/**
 * What a word can do in a sentence about leaving, and whose deed a form of it is.
 *
 * The lexicons (english.ts, ukrainian.ts, russian.ts, persian.ts) sort words under these names; units.ts and leaving.ts know
 * only the names and no word of any language.
 */
export const headRoles = [
	/** Ends something; where no object is named, the relationship: cancel, unsubscribe. */
	'ends',
	/** Ends something, and says nothing before a bond is named: close, delete, stop. */
	'endsBond',
	/** Goes, and says so alone: leave, уходить. */
	'leaves',
	/** Goes or gives up, and says nothing before we or a bond are named: drop, відмовитися. */
	'leavesYou',
	/** Moves, and says nothing before a rival is named: switch, перейти. */
	'moves',
	/** Goes on; told of leaving where it is negated: renew, stay. */
	'stays',
	/** Needs, wants, uses, buys; told of leaving where it is so no more: "no longer need". */
	'uses',
	/** Tells of leaving in itself: "take our business elsewhere". */
	'tells',
	/** Weighs leaving in itself: "looking for another provider". */
	'weighs',
] as const;

export const otherRoles = [
	/** What binds a customer to us: subscription, account, contract, service. */
	'bond',
	/** An account, or an invoice: only closing it ends a bond. */
	'bill',
	/** Another thing that can be cancelled, closed, left: order, meeting, review, language. */
	'other',
	/** Mail and messages: a subscription to them is no bond. */
	'mail',
	/** A pronoun that stands for the object: it, його. */
	'it',
	/** Stands before an object: a, the, this. */
	'article',
	/** A preposition: what stands behind it is where something is, not what is ended. */
	'at',
	'own', // my, our
	'your',
	'you', // you as the one who does it
	'fromYou', // away from you
	'withYou', // with you, this company
	'toYou', // to you: they come
	'rival', // a competitor, another provider, elsewhere
	'former', // who served them before us
	'not',
	'cannot',
	/** Did not succeed: of ending it, it asks how; of renewing it, it is a fault and no leaving. */
	'fails',
	'unsure', // not sure, hardly
	'more', // any more, no longer, again
	'wish', // want, decide, ask, have to; a request as a noun
	'thinks', // think of, consider, might
	'question', // how, where, is it possible
	'if',
	'ifNot', // if not: denies the word right behind it
	'fault', // error, page, card: what cannot be done there fails
	'please', // please, can you: a demand
	'self', // I, we, our company; in a note: the client
	/** One who speaks for the customer when they decide, and for themself when they go: director, boss. */
	'chief',
	/** I or we as the ones to whom it is done: a doer only where nobody else is named. */
	'selfObject',
	'someoneElse',
	'theirs', // his, her, their
	'suggests', // he or they propose it: the customer weighs it
	/** A request, a notice, a letter: what is declared void takes it back. */
	'request',
	'voids', // void, withdrawn, annul
	/** Keeps what could be ended: with an "or" before the ending, neither is decided. */
	'keeps',
	'or',
	'praises', // recommend: who praises under a condition does not leave
	'billed', // issued, twice: then a bill is an invoice
	'undo', // by mistake, came back, keep
	'changedMind', // undoes only what was said before it
	'footer', // click here, at any time
	'purpose', // in order to
	'passive', // was, were: done by somebody unnamed
	'toBe', // be, before a thing that is to be done
	'does', // carries a noun as its verb and says whose deed it is: کردن
	'joint', // but, because: begins a clause
	'and',
	'that',
	'filler', // says nothing and stands in nobody's way
] as const;

export type HeadRole = (typeof headRoles)[number];
export type Role = HeadRole | (typeof otherRoles)[number];

/** Whose deed a form is: I or we, you, he or they; an order, an infinitive, a doing, a past, a done, a noun. */
export const persons = ['self', 'order', 'you', 'they', 'bare', 'doing', 'past', 'done', 'noun'] as const;
export type Person = (typeof persons)[number];

/** What an entry of a lexicon means. */
export interface Meaning {
	readonly roles: ReadonlySet<Role>;
	readonly person?: Person;
	readonly isNegative: boolean;
	/** Whether it may tell of leaving. */
	readonly isHead: boolean;
}
