/** What the cells of a status say of a payment and of a request, in English, Ukrainian, Russian and Persian. */
import type { PaymentState } from '../../domain/activity/streamColumns';
import { plainName } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import { remembered } from './subscriptionWords';

const words = (...lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')).map((word) => plainName(word.replace(/_/g, ' '))));

/** A word each, `_` for a space; words that are in no list leave it open. */
const PAYMENT_WORDS: Readonly<Record<PaymentState, ReadonlySet<string>>> = {
	open: words(
		'open unpaid outstanding pending due overdue past_due late sent issued awaiting_payment pending_payment payment_pending payment_due partially_paid partial partly_paid part_paid not_paid not_yet_paid processing authorized in_progress offen',
		'відкрито відкритий не_оплачено неоплачено неоплачений очікує очікує_оплати прострочено частково_оплачено частково_сплачено не_сплачено несплачено виставлено до_сплати до_оплати в_обробці',
		'открыт открыто не_оплачено не_оплачен неоплачено неоплачен ожидает ожидает_оплаты просрочено просрочен частично_оплачено частично_оплачен не_уплачено выставлен к_оплате в_обработке',
		'باز پرداخت_نشده در_انتظار در_انتظار_پرداخت معوق سررسید_گذشته پرداخت_جزئی صادر_شده',
	),
	paid: words(
		'paid succeeded success successful settled completed complete paid_in_full captured closed received payment_received refunded partially_refunded cleared payed done paid_late collected deposited yes true bezahlt bezahlt_bar',
		'оплачено сплачено оплачений сплачений оплачена сплачена успішно проведено проплачено отримано отримана зараховано так',
		'оплачено оплачен уплачено оплачена успешно проведен проведено проплачено получено получен зачислено да',
		'پرداخت_شده پرداختشده تسویه تسویه_شده موفق انجام_شده بله',
	),
	failed: words('failed declined error rejected bounced returned insufficient_funds unsuccessful payment_failed failure bounced_back chargeback', 'помилка відхилено невдало не_пройшов неуспішно', 'ошибка отклонено отклонен неудачно не_прошел неуспешно', 'ناموفق رد_شده خطا برگشتی برگشت_خورده'),
	writtenOff: words('uncollectible written_off writtenoff write_off bad_debt charged_off', 'списано безнадійно', 'списано безнадежно', 'سوخت_شده غیرقابل_وصول'),
};

const CANCELLED_WORDS = words('void voided cancelled canceled deleted', 'скасовано анульовано', 'отменено отменен аннулировано аннулирован', 'لغو لغو_شده باطل باطل_شده');
const DRAFT_WORDS = words('draft', 'чернетка', 'черновик', 'پیش_نویس');

const CLOSED_WORDS = words(
	'closed solved resolved done completed complete fixed finished answered archived cancelled canceled rejected spam duplicate wontfix wont_fix won’t_fix will_not_fix not_a_bug no_longer_needed no true',
	'закрито закритий вирішено виконано завершено готово скасовано опрацьовано опрацьований оброблено відповіли надано_відповідь розглянуто',
	'закрыт закрыто закрыта решено решен решена выполнено завершено готово отменено отвечено отвечен обработано обработан рассмотрено',
	'بسته بسته_شده حل_شده پایان_یافته انجام_شده خاتمه_یافته لغو_شده',
);

/** What says of a request that it is not closed. */
const OPEN_TICKET_WORDS = words(
	'open opened reopened new pending hold on_hold waiting in_progress progress assigned unassigned escalated active acknowledged triage to_do todo backlog unresolved unsolved yes false',
	'відкрито відкритий нове новий нова очікує в_роботі в_обробці перевідкрито не_вирішено призначено',
	'открыт открыто открыта новое новый новая ожидает в_работе в_обработке переоткрыт не_решено назначено',
	'باز جدید در_انتظار در_حال_بررسی در_حال_انجام حل_نشده',
);

const states = Object.keys(PAYMENT_WORDS) as PaymentState[];
const NEGATIONS = words('no not false never', 'ні не', 'нет не', 'نه خیر نشده');

/**
 * The answer of the words that a text begins with, such as "Paid (card)"; null where what follows contradicts it
 *
 * `of` answers for a name, null where it does not know it. The longest beginning that is known counts.
 */
function saidByBeginning<Answer>(text: string, of: (name: string) => Answer | null): Answer | null {
	const parts = text.split(/[^\p{L}\p{N}'’\u200c]+/u).map(plainName).filter((part) => part !== '');
	for (let length = parts.length - 1; length > 0; length--) {
		const said = of(parts.slice(0, length).join(''));
		if (said === null) continue;
		const rest = parts.slice(length);
		const contradicts = rest.some((part) => (of(part) ?? said) !== said);
		return contradicts ? null : said;
	}
	return null;
}

const paymentStateNamed = (name: string): PaymentState | null => states.find((state) => PAYMENT_WORDS[state].has(name)) ?? null;

/** Words that say little where more follows: "No reply yet" is not closed, nor is a payment "Closed as lost" paid. */
const YES_OR_NO = words('yes no true false', 'так ні', 'да нет', 'بله خیر');

function beginningOfPayment(name: string): PaymentState | 'denied' | null {
	if (NEGATIONS.has(name)) return 'denied';
	return name === 'closed' || YES_OR_NO.has(name) ? null : paymentStateNamed(name);
}

/** The state a cell says; null for a word that is not known. */
export const paymentStateSaid: (cell: unknown) => PaymentState | null = remembered((cell) => {
	if (typeof cell === 'boolean') return cell ? 'paid' : 'open';
	if (typeof cell !== 'string') return null;
	const exact = states.find((state) => state === cell) ?? paymentStateNamed(plainName(cell));
	if (exact) return exact;
	const said = saidByBeginning(cell, beginningOfPayment);
	return said === 'denied' ? null : said;
});

/** What was cancelled was never to be paid, and a draft not yet. */
export const paymentLeftOutBy: (cell: unknown) => LeftOutKind | null = remembered((cell) => {
	if (typeof cell !== 'string') return null;
	const name = plainName(cell);
	if (CANCELLED_WORDS.has(name)) return 'cancelled';
	return DRAFT_WORDS.has(name) ? 'draft' : null;
});

export type TicketState = 'open' | 'closed';

function ticketStateNamed(name: string): TicketState | null {
	if (CLOSED_WORDS.has(name)) return 'closed';
	return OPEN_TICKET_WORDS.has(name) ? 'open' : null;
}

/** The state a cell says of a request; null for a word that is not known. */
export const ticketStateSaid: (cell: unknown) => TicketState | null = remembered((cell) => {
	if (typeof cell === 'boolean') return cell ? 'closed' : 'open';
	if (typeof cell !== 'string') return null;
	return ticketStateNamed(plainName(cell)) ?? saidByBeginning(cell, (name) => (YES_OR_NO.has(name) ? null : ticketStateNamed(name)));
});

/** A request of a word that is not known is open. */
export const ticketStateOf = (cell: unknown): TicketState => ticketStateSaid(cell) ?? 'open';

const YES_WORDS = words('yes y true 1 in inbound incoming received customer client', 'так вхідний вхідне вхідна клієнт', 'да входящий входящее входящая клиент', 'بله ورودی دریافتی مشتری');
const NO_WORDS = words('no n false 0 out outbound outgoing sent us agent manager staff', 'ні вихідний вихідне вихідна ми менеджер', 'нет исходящий исходящее исходящая мы менеджер', 'خیر خروجی ارسالی ما کارشناس');

/** Whether a cell says yes, or that something came from the customer; undefined where it says neither. */
export function affirmed(cell: unknown): boolean | undefined {
	if (typeof cell === 'boolean') return cell;
	if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
	const name = plainName(String(cell));
	if (YES_WORDS.has(name)) return true;
	return NO_WORDS.has(name) ? false : undefined;
}

/** By which words a request or a tag of it says that somebody is not content. */
const COMPLAINT = /(?<!\p{L})(?:complain|disappoint|escalat|unhappy|angry|скарг|претензі|незадовол|жалоб|претензи|недовол|рекламаци|рекламаці|شکایت|ناراضی|نارضایتی|اعتراض)/iu;
export const saysComplaint = (text: string): boolean => COMPLAINT.test(text);

const OUT_OF = /^\s*(\p{N}+(?:[.,٫]\p{N}+)?)\s*(?:\/|out of|of|з|із|из|از)\s*\p{N}+\s*$/u;

/** A score that is written with the most there is, such as 4/5, without it. */
export const scoreIn = (cell: unknown): unknown => (typeof cell === 'string' ? (OUT_OF.exec(cell)?.[1] ?? cell) : cell);

/** A satisfaction in words as a number: 1 where the customer was content, 0 where not; numbers stay. */
const CONTENT = words('good happy satisfied positive thumbs_up', 'добре задоволений', 'хорошо доволен', 'خوب راضی');
const NOT_CONTENT = words('bad unhappy unsatisfied dissatisfied negative thumbs_down', 'погано незадоволений', 'плохо недоволен', 'بد ناراضی');
export function satisfactionOf(cell: unknown): unknown {
	if (typeof cell !== 'string') return cell;
	const name = plainName(cell);
	if (CONTENT.has(name)) return 1;
	if (NOT_CONTENT.has(name)) return 0;
	return /\p{N}/u.test(cell) ? scoreIn(cell) : undefined;
}

/** What the outcome of a contact says when nobody was reached, when it was cancelled, and when it is yet to come. */
const OUTCOME_WORDS: ReadonlyArray<readonly [LeftOutKind, ReadonlySet<string>]> = [
	['noContact', words(
		'no_answer not_answered unanswered noanswer missed missed_call busy line_busy voicemail left_voicemail voice_mail left_message no_show failed unreachable not_reached wrong_number bounced no_response',
		'немає_відповіді без_відповіді не_відповів не_відповіла не_відповідає пропущено пропущений пропущений_дзвінок зайнято голосова_пошта автовідповідач недоступний не_додзвонилися не_додзвонився',
		'нет_ответа без_ответа не_ответил не_ответила не_отвечает пропущен пропущено пропущенный пропущенный_звонок занято голосовая_почта автоответчик недоступен не_дозвонились не_дозвонился',
		'بی_پاسخ بدون_پاسخ پاسخ_نداد از_دست_رفته تماس_از_دست_رفته مشغول اشغال پیام_صوتی پیغام_گیر در_دسترس_نیست',
	)],
	['cancelled', CANCELLED_WORDS],
	['notDone', words('scheduled planned upcoming not_done', 'заплановано', 'запланировано запланирован', 'برنامه_ریزی_شده')],
];

/** Why a contact of that outcome is none; null for one that took place, or of which the word is not known. */
export const contactLeftOutBy: (cell: unknown) => LeftOutKind | null = remembered((cell) => {
	if (typeof cell !== 'string') return null;
	const name = plainName(cell);
	return OUTCOME_WORDS.find(([, known]) => known.has(name))?.[0] ?? null;
});
