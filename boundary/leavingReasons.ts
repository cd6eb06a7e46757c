/**
 * Why customers left: codes of payment services and free text in English, Ukrainian, Russian and Persian, as kinds.
 *
 * DOMAIN C13 and 4. A reason counts for what its first telling word says; what says nothing stays unknown.
 */
import type { Control, Ending, Intent, KindOfLeaving } from '../domain/churn/leaving';
import { tidyText } from './digits';

/** What a family of words says; a part that is missing is not said. */
interface Meaning {
	readonly intent?: Intent;
	readonly control?: Control;
	readonly ending?: Ending;
	/** Stems that stand at the start of a word, in any of the languages. */
	readonly stems: readonly string[];
}

/** A payment that failed says nothing of who could have changed it. */
const paymentFailed: Meaning = {
	intent: 'involuntary',
	stems: [
		'payment failed', 'payment_failed', 'payment failure', 'failed payment', 'payment_disputed', 'payment disputed', 'chargeback', 'nonpayment', 'non-payment', 'non payment', 'unpaid', 'past due', 'past_due',
		'card expired', 'expired card', 'expired_card', 'card declined', 'card_declined', 'declined', 'insufficient funds', 'insufficient_funds', 'dunning', 'credit card', 'billing issue', 'involuntary',
		'не пройшов платіж', 'платіж не пройшов', 'платіж відхилено', 'картка прострочена', 'прострочена картка', 'закінчився термін дії картки', 'термін дії картки', 'несплат', 'недостатньо коштів',
		'не прошел платеж', 'платеж не прошел', 'платеж отклонен', 'карта просрочена', 'просрочена карта', 'срок действия карты', 'истек срок карты', 'истекла карта', 'неуплат', 'неоплат', 'недостаточно средств',
		'پرداخت ناموفق', 'ناموفق بودن پرداخت', 'کارت منقضی', 'کارت بانکی منقضی', 'انقضای کارت', 'منقضی شدن کارت', 'عدم پرداخت', 'موجودی ناکافی', 'کمبود موجودی',
	],
};

/** A reason that was ours to change (section 4: service, price, range, quality, bonuses, technology, complaints). */
const ours: Meaning = {
	intent: 'voluntary',
	control: 'controllable',
	stems: [
		'too expensive', 'too_expensive', 'expensive', 'price', 'pricing', 'cost', 'cheaper', 'budget', 'bad service', 'poor service', 'service', 'customer_service', 'support', 'rude', 'slow', 'complain', 'ignored',
		'quality', 'low_quality', 'broken', 'bug', 'missing', 'missing_features', 'feature', 'out of stock', 'not in stock', 'too_complex', 'complex', 'complicated', 'hard to use', 'outdated', 'bonus', 'discount',
		'дорог', 'задорог', 'ціна', 'цін', 'вартіст', 'подорожчан', 'обслуговуван', 'сервіс', 'підтримк', 'байдуж', 'якіст', 'якост', 'не працю', 'скарг', 'немає в наявності', 'асортимент', 'бонус', 'знижк', 'складн',
		'цена', 'цен', 'стоимост', 'подорожан', 'обслуживан', 'сервис', 'поддержк', 'равнодуш', 'безразлич', 'качеств', 'не работает', 'жалоб', 'нет в наличии', 'ассортимент', 'скидк', 'сложно',
		'گران', 'قیمت', 'هزینه', 'خدمات', 'پشتیبانی', 'کیفیت', 'بی‌توجهی', 'بی توجهی', 'شکایت', 'تخفیف', 'ناموجود', 'پیچیده', 'امکانات',
	],
};

/** Somebody else won them: ours to change, also where the words say that they moved there. */
const competitor: Meaning = {
	intent: 'voluntary',
	control: 'controllable',
	stems: ['competitor', 'competition', 'switched', 'another provider', 'other provider', 'another service', 'конкурент', 'до іншого', 'к другому', 'رقیب', 'رقبا'],
};

/** A reason that was not ours: moving away, closing down, a need that is gone. */
const theirs: Meaning = {
	intent: 'voluntary',
	control: 'uncontrollable',
	stems: [
		'moved', 'moving', 'relocat', 'closed down', 'closed the shop', 'closed shop', 'closing the', 'out of business', 'bankrupt', 'went bust', 'no longer need', 'no longer needed', 'not needed', 'unused', 'not using', 'needs changed', 'changed needs', 'project ended', 'project finished', 'retired', 'died', 'death', 'deceased', 'illness', 'maternity', 'seasonal',
		'переїха', 'переїзд', 'закрив магазин', 'закрили магазин', 'закрила магазин', 'закрив салон', 'закрили салон', 'закрила салон', 'закрили заклад', 'закрили кафе', 'закрив бізнес', 'закрили бізнес', 'закрився', 'закрилася', 'банкрут', 'не потріб', 'більше не', 'потреб', 'помер', 'смерт', 'хвороб',
		'переех', 'переезд', 'закрыл магазин', 'закрыли магазин', 'закрыла магазин', 'закрыл салон', 'закрыли салон', 'закрыла салон', 'закрыли заведение', 'закрыли кафе', 'закрыл бизнес', 'закрыли бизнес', 'закрылся', 'закрылась', 'закрылись', 'банкрот', 'не нуж', 'больше не', 'потребност', 'умер', 'смерт', 'болезн',
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
const wished: Meaning = { intent: 'voluntary', stems: ['cancellation_requested', 'cancellation requested', 'customer request', 'requested by customer', 'voluntary', 'never tried', 'never used', 'не спробува', 'не попробова', 'на прохання клієнта', 'за бажанням', 'по просьбе клиента', 'по желанию', 'به درخواست مشتری'] };

const meanings: readonly Meaning[] = [paymentFailed, competitor, theirs, ours, wished];

const LETTER_BEFORE = '(?<![\\p{L}_])';
const escaped = (stem: string) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = new Map<Meaning, RegExp>(
	[...meanings, ...endings].map((meaning) => [meaning, new RegExp(`${LETTER_BEFORE}(?:${meaning.stems.map(escaped).join('|')})`, 'u')] as const),
);

/** The first of the meanings whose words stand in a text; an earlier family wins. */
const firstMeaning = (text: string, among: readonly Meaning[]): Meaning | undefined => among.find((meaning) => patterns.get(meaning)!.test(text));

const plain = (text: string) => tidyText(text).toLowerCase().replace(/ё/g, 'е').replace(/ي|ى/g, 'ی').replace(/ك/g, 'ک');

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
