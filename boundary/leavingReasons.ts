/**
 * Why customers left: codes of payment services and free text in English, Ukrainian, Russian and Persian, as kinds.
 *
 * DOMAIN C13 and 4. A reason counts for what its first telling word says; what says nothing stays unknown.
 * Codes are exact. Free text is a best reading: words, not sentences, are understood. A negation right before
 * a word, or "is fine" right behind it, takes the word back; a reader who sees the texts may sort some otherwise.
 */
import type { Control, Ending, Intent, KindOfLeaving } from '../domain/churn/leaving';
import { tidyText } from './digits';

/** What a family of words says; a part that is missing is not said. */
interface Meaning {
	readonly intent?: Intent;
	readonly control?: Control;
	readonly ending?: Ending;
	/** Whether a negation right before does not take the words back: "no support" is a complaint as much as "bad support". */
	readonly isWanted?: true;
	/** Stems that stand at the start of a word, in any of the languages. */
	readonly stems: readonly string[];
}

/** A payment that failed says nothing of who could have changed it. */
const paymentFailed: Meaning = {
	intent: 'involuntary',
	stems: [
		'payment failed', 'payment_failed', 'payment failure', 'failed payment', 'payment_disputed', 'payment disputed', 'chargeback', 'nonpayment', 'non-payment', 'non payment', 'unpaid', 'past due', 'past_due',
		'card expired', 'expired card', 'expired_card', 'card declined', 'card_declined', 'declined', 'insufficient funds', 'insufficient_funds', 'dunning', 'billing issue', 'could not pay', "couldn't pay", 'unable to pay', 'wrong card', 'wrong number', 'lost card', 'stolen card', 'involuntary',
		'не пройшов платіж', 'платіж не пройшов', 'платіж відхилено', 'картка прострочена', 'прострочена картка', 'закінчився термін дії картки', 'термін дії картки', 'несплат', 'недостатньо коштів', 'не змогли оплатити', 'не зміг оплатити', 'не змогла оплатити',
		'не прошел платеж', 'платеж не прошел', 'платеж отклонен', 'карта просрочена', 'просрочена карта', 'срок действия карты', 'истек срок карты', 'истекла карта', 'неуплат', 'неоплат', 'недостаточно средств', 'не смогли оплатить', 'не смог оплатить', 'не смогла оплатить',
		'پرداخت ناموفق', 'ناموفق بودن پرداخت', 'کارت منقضی', 'کارت بانکی منقضی', 'انقضای کارت', 'منقضی شدن کارت', 'عدم پرداخت', 'موجودی ناکافی', 'کمبود موجودی',
	],
};

/** A reason that was ours to change (section 4: service, price, range, quality, bonuses, technology, complaints). */
const ours: Meaning = {
	intent: 'voluntary',
	control: 'controllable',
	stems: [
		'too expensive', 'too_expensive', 'expensive', 'price', 'pricing', 'cost', 'cheaper', 'rude', 'too slow', 'slow app', 'slow site', 'slow website', 'slow delivery', 'slow response', 'slow reply', 'slow to', 'complain', 'ignored',
		'low_quality', 'broken', 'bug', 'missing', 'out of stock', 'not in stock', 'too_complex', 'complex', 'complicated', 'hard to use', 'outdated',
		'дорог', 'задорог', 'ціна', 'цін', 'вартіст', 'подорожчан', 'байдуж', 'не працю', 'скарг', 'немає в наявності', 'складн',
		'цена', 'цен', 'стоимост', 'подорожан', 'равнодуш', 'безразлич', 'не работает', 'жалоб', 'нет в наличии', 'сложно',
		'گران', 'قیمت', 'هزینه', 'بی‌توجهی', 'بی توجهی', 'شکایت', 'ناموجود', 'پیچیده',
	],
};

/** What they missed with us, or found bad: ours to change too, also where the words say that there was none. */
const wanted: Meaning = {
	intent: 'voluntary',
	control: 'controllable',
	isWanted: true,
	stems: [
		'bad service', 'poor service', 'service', 'customer_service', 'support', 'quality', 'missing_features', 'feature', 'bonus', 'discount', 'budget',
		'обслуговуван', 'сервіс', 'підтримк', 'якіст', 'якост', 'асортимент', 'бонус', 'знижк', 'знижок',
		'обслуживан', 'сервис', 'поддержк', 'качеств', 'ассортимент', 'скидк', 'скидок',
		'خدمات', 'پشتیبانی', 'کیفیت', 'تخفیف', 'امکانات',
	],
};

/** Somebody else won them: ours to change, also where the words say that they moved there. */
const competitor: Meaning = {
	intent: 'voluntary',
	control: 'controllable',
	stems: ['competitor', 'competition', 'switched_service', 'switched service', 'switched provider', 'switched vendor', 'switched supplier', 'switched to another', 'another provider', 'other provider', 'another service', 'конкурент', 'до іншого', 'к другому', 'رقیب', 'رقبا'],
};

/** A reason that was not ours: moving away, closing down, a need that is gone. */
const theirs: Meaning = {
	intent: 'voluntary',
	control: 'uncontrollable',
	stems: [
		'moved', 'moving', 'relocat', 'closed down', 'closed the shop', 'closed shop', 'closed our', 'closing the shop', 'closing the store', 'closing the business', 'closing the company', 'closing the office', 'closing the salon', 'closing the cafe', 'closing the restaurant', 'closing our', 'closing shop', 'closing down', 'closing business', 'shutting down', 'shut down', 'ceased trading', 'acquired', 'acquisition', 'merged with', 'merger', 'taken over', 'out of business', 'bankrupt', 'went bust', 'no longer need', 'no longer needed', 'not needed', 'unused', 'not using', 'no longer us', 'needs changed', 'changed needs', 'project ended', 'project finished', 'retired', 'died', 'death', 'deceased', 'illness', 'maternity', 'seasonal', 'slow season', 'low season', 'off season', 'off-season', 'end of the season', 'season ended', 'season is over',
		'переїха', 'переїзд', 'закрив магазин', 'закрили магазин', 'закрила магазин', 'закрив салон', 'закрили салон', 'закрила салон', 'закрили заклад', 'закрили кафе', 'закрив бізнес', 'закрили бізнес', 'закрився', 'закрилася', 'банкрут', 'не потріб', 'більше не', 'не потреб', 'немає потреб', 'нема потреб', 'без потреб', 'потреб', 'не сезон', 'кінець сезону', 'злиття', 'помер', 'смерт', 'хвороб',
		'переех', 'переезд', 'закрыл магазин', 'закрыли магазин', 'закрыла магазин', 'закрыл салон', 'закрыли салон', 'закрыла салон', 'закрыли заведение', 'закрыли кафе', 'закрыл бизнес', 'закрыли бизнес', 'закрылся', 'закрылась', 'закрылись', 'банкрот', 'не нуж', 'больше не', 'нет потребност', 'без потребност', 'потребност', 'не сезон', 'конец сезона', 'слияни', 'умер', 'смерт', 'болезн',
		'مهاجرت', 'نقل مکان', 'اسباب‌کشی', 'اسباب کشی', 'جابه‌جایی', 'تعطیل', 'بستن مغازه', 'ورشکست', 'نیاز نداشت', 'نیازی ندار', 'عدم نیاز', 'بی‌نیاز', 'فوت', 'بیماری',
	],
};

/** How it ended, where the words say so; DOMAIN C13. */
const endings: readonly Meaning[] = [
	{ ending: 'didNotRenew', stems: ['not renew', 'did not renew', 'non-renewal', 'nonrenewal', 'non_renewing', 'not_renewed', 'contract expired', 'subscription expired', 'term expired', 'contract ran out', 'не продовж', 'не продл', 'عدم تمدید', 'تمدید نکرد', 'تمدید نشد'] },
	{ ending: 'closedAccount', stems: ['account closed', 'closed account', 'closed the account', 'closed their account', 'account_closed', 'account deleted', 'deleted account', 'закрив рахунок', 'закрив акаунт', 'видалив акаунт', 'закрыл счет', 'закрыл аккаунт', 'удалил аккаунт', 'بستن حساب', 'حساب را بست', 'حذف حساب'] },
	{ ending: 'endedContract', stems: ['cancellation_requested', 'cancellation requested', 'cancelled', 'canceled', 'terminated', 'ended contract', 'contract ended', 'розірв', 'скасув', 'расторг', 'отмен', 'فسخ', 'لغو'] },
];

/** Only that it was wished, without a reason for it. */
const wished: Meaning = { intent: 'voluntary', stems: ['cancellation_requested', 'cancellation requested', 'customer request', 'requested by customer', 'voluntary', 'never tried', 'never used', 'did not want', "didn't want", 'does not want', "doesn't want", 'не хотіл', 'не хотів', 'не хотел', 'не хоче', 'не хочет', 'نمی‌خواست', 'نمیخواست', 'не спробува', 'не попробова', 'на прохання клієнта', 'за бажанням', 'по просьбе клиента', 'по желанию', 'به درخواست مشتری'] };

const meanings: readonly Meaning[] = [paymentFailed, competitor, theirs, ours, wanted, wished];

/** Words of denial, and what may stand between one and the word it takes back: "not because of the price", "без жодних скарг". */
const NEGATIONS = "no|not|nothing|without|\\p{L}+n't|не|ні|без|немає|нема|нет|بدون";
const BETWEEN = 'a|an|any|the|our|your|so|too|that|very|really|about|because|of|due|to|жодних|через|за|так|дуже|надто|никаких|из-за|очень|слишком|هیچ|خیلی';
const NEGATED = `(?<!(?<!\\p{L})(?:${NEGATIONS})\\s+(?:(?:${BETWEEN})\\s+){0,3})`;

/** What says right behind a word that it was no reason: "price is fine", "цена устраивает", "شکایتی نداشتیم", "قیمت خوب بود". */
const IS_FINE =
	'(?!\\p{L}*\\s+(?:(?:(?:is|are|was|were)\\s+)?(?:(?:very|really|quite|all|perfectly)\\s+)?(?:fine|ok|okay|good|great|fair)(?!\\p{L})' +
	'|(?:is|was)\\s+(?:not|no)\\s+(?:(?:a|an|the)\\s+)?(?:problem|issue|reason)' +
	'|(?:був|була|було|был|была|было)?\\s*(?:норм|добр|хорош|влаштов|устраива|ок(?!\\p{L}))|خوب|مناسب))';

/** Persian denies behind the word; what was wanted and not there is a complaint. */
const IS_DENIED = '(?!\\p{L}*\\s+(?:ندار|نداشت|نیست|نبود))';

const LETTER_BEFORE = '(?<![\\p{L}_])';
const escaped = (stem: string) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern of the words of a meaning where nothing beside them takes them back. */
function patternOf({ stems, isWanted }: Meaning): RegExp {
	const words = `${LETTER_BEFORE}(?:${stems.map(escaped).join('|')})${IS_FINE}`;
	return new RegExp(isWanted ? words : `${NEGATED}${words}${IS_DENIED}`, 'u');
}

const patterns = new Map<Meaning, RegExp>([...meanings, ...endings].map((meaning) => [meaning, patternOf(meaning)] as const));

/** The first of the meanings whose words stand in a text; an earlier family wins. */
const firstMeaning = (text: string, among: readonly Meaning[]): Meaning | undefined => among.find((meaning) => patterns.get(meaning)!.test(text));

const plain = (text: string) => tidyText(text).toLowerCase().replace(/ё/g, 'е').replace(/ي|ى/g, 'ی').replace(/ك/g, 'ک').replace(/’/g, "'");

/** Which kind of leaving does a reason tell of? Codes of a service and free text alike; several parts stand in one text. */
export function kindOfReason(reason: string): KindOfLeaving {
	const text = plain(reason);
	const meaning = firstMeaning(text, meanings);
	return {
		intent: meaning?.intent ?? 'unknown',
		control: meaning?.control ?? 'unknown',
		ending: firstMeaning(text, endings)?.ending ?? 'unknown',
	};
}
