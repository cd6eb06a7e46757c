/** What stands beside a word and takes it back: denials, "is fine"; and what makes a topic a complaint. */
import { english } from './english';
import { persian } from './persian';
import { russian } from './russian';
import { ukrainian } from './ukrainian';
import type { Counts } from './wordIndex';
import { firstToldOf } from './wordIndex';

/** Whether a pattern holds at a place of a text. */
const holds = (pattern: RegExp, text: string, at: number): boolean => {
	pattern.lastIndex = at;
	return pattern.test(text);
};

/** Words of denial, and what may stand between one and the word it takes back: "not because of the price", "без жодних скарг". */
const NEGATIONS = "no|not|nothing|without|\\p{L}+n't|не|ні|без|немає|нема|нет|بدون";
const BETWEEN = 'a|an|any|the|our|your|so|too|that|very|really|about|because|of|due|to|жодних|через|за|так|дуже|надто|никаких|из-за|очень|слишком|هیچ|خیلی';
const deniedBefore = (negations: string, between: string) => `(?<!\\p{L})(?:${negations})\\s+(?:(?:${between})\\s+){0,3}`;

/** What says right behind a word that it was no reason: "price is fine", "цена устраивает", "شکایتی نداشتیم", "قیمت خوب بود". */
const fineBehind = (persianFine: string) =>
	'\\p{L}*\\s+(?:(?:(?:is|are|was|were)\\s+)?(?:(?:very|really|quite|all|perfectly)\\s+)?(?:fine|ok|okay|good|great|fair)(?!\\p{L})' +
	'|(?:is|was)\\s+(?:not|no)\\s+(?:(?:a|an|the)\\s+)?(?:problem|issue|reason)' +
	`|(?:був|була|було|был|была|было)?\\s*(?:норм|добр|хорош|влаштов|устраива|ок(?!\\p{L}))|${persianFine})`;

/** Persian denies behind the word; what was wanted and not there is a complaint. */
const DENIED_BEHIND = '\\p{L}*\\s+(?:ندار|نداشت|نیست|نبود)';

/** Praise right before a word: "a great price", "хорошая цена". */
const PRAISED = '(?<!\\p{L})(?:good|great|nice|fair|best|lovely|excellent|fantastic|amazing|(?:гарн|чудов|хорош|добр|отличн|прекрасн|нормальн|приємн|приятн)\\p{L}*)\\s+';

/** That there is none of a topic: "no bonuses", "немає знижок", "کمبود امکانات". */
const NONE_BEFORE = new RegExp(
	'(?<=(?<!\\p{L})(?:no|without|zero|not a single|not one|lack of|never (?:give|gave|get|got|offer|offered|have|had)|немає|нема|без|ніяк\\p{L}*|жодн\\p{L}*|нет|никак\\p{L}*|ни одной|ни одного|бракує|не вистачає|не хватает|нету|بدون|نبود|کمبود|فقدان|هیچ|نداشتن|عدم)\\s+(?:(?:a|an|any|the|real|proper|decent|program|programme|програми|програма|программы|карти|карты|никаких|ніяких|жодних|накопичувальн\\p{L}*|накопительн\\p{L}*)\\s+){0,2})',
	'uy',
);
/** The same where the language says it behind: "تخفیف ندارید", "скидок нет". */
const NONE_BEHIND = /\p{L}*\s+(?:ندار|نداشت|نیست|نبود|немає|нема(?!\p{L})|нет(?!\p{L})|нету|не було|не было)/uy;

/** What has to hold before a word and behind it. */
const sticky = (before: string, behind: string) => ({ before: new RegExp(before, 'uy'), behind: new RegExp(behind, 'uy') });

const kindSaid = sticky(`(?<!${deniedBefore(NEGATIONS, BETWEEN)})`, `(?!${fineBehind('خوب|مناسب')})(?!${DENIED_BEHIND})`);
const kindWanted = sticky('', `(?!${fineBehind('خوب|مناسب')})`);

/** "Дело не в цене" and "قیمت خوب نبود" are understood too; what is counted by kinds does not move for it. */
const FINE_OF_REASON = fineBehind('(?:خوب|مناسب)(?!\\p{L}*\\s+(?:نبود|نیست))');
const reasonSaid = sticky(
	`(?<!${deniedBefore(`${NEGATIONS}|never|neither|nor`, `${BETWEEN}|in|my|их|їх|в|у|від|от|ваш\\p{L}*|наш\\p{L}*`)})(?<!${PRAISED})`,
	`(?!${FINE_OF_REASON})(?!${DENIED_BEHIND})(?!\\p{L}*\\s+(?:нет|нету|немає|нема)(?!\\p{L}))(?!\\p{L}*\\s+(?:тут |здесь )?(?:ні при чому|ни при чем|не причина))`,
);

/** Where one clause ends and another begins. */
const CLAUSE_ENDS = /[.,;:!?()\n\u060c\u061b\u061f]|(?<!\p{L})(?:but|although|though|але|проте|зате|но|однако|зато|ولی|اما)(?!\p{L})/gu;

/** A complaint that is not denied. */
const NOT_DENIED = /(?<!(?<!\p{L})(?:no|not|nothing|without|any|нет|немає|без|жодн\p{L}*|никаких|ніяких|هیچ|بدون)\s+(?:(?:a|an|the|any|так\p{L}*)\s+)?)/uy;
const firstComplaint = firstToldOf([{ manner: 'said', stems: [english, ukrainian, russian, persian].flatMap(({ complaints }) => complaints) }], (text, from) => holds(NOT_DENIED, text, from));

/** The clause around a place in a text: what is said in another one is said of something else. */
function clauseAround(text: string, at: number): string {
	let from = 0;
	for (const end of text.matchAll(CLAUSE_ENDS)) {
		if (end.index >= at) return text.slice(from, end.index);
		from = end.index + end[0].length;
	}
	return text.slice(from);
}

/** Whether a topic is complained of, or missed. */
const isComplainedOf = (text: string, from: number, to: number): boolean =>
	holds(NONE_BEFORE, text, from) || holds(NONE_BEHIND, text, to) || firstComplaint(clauseAround(text, from)) !== -1;

/** Whether a word counts for the kind: nothing beside it takes it back. */
export const countsForKind: Counts = (text, from, to, manner) => {
	const { before, behind } = manner === 'said' ? kindSaid : kindWanted;
	return holds(before, text, from) && holds(behind, text, to);
};

/** Whether a word counts for the reason: as for the kind, by more that is said beside it; a topic only if it is complained of. */
export const countsForReason: Counts = (text, from, to, manner) => {
	if (manner === 'topic') return isComplainedOf(text, from, to);
	if (manner === 'wanted') return holds(kindWanted.behind, text, to);
	return holds(reasonSaid.before, text, from) && holds(reasonSaid.behind, text, to);
};
