/** What the cells of a status say of a payment and of a request, in English, Ukrainian, Russian and Persian. */
import type { PaymentState } from '../../domain/activity/streamColumns';
import { plainName } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import { remembered } from './subscriptionWords';

const words = (...lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')).map((word) => plainName(word.replace(/_/g, ' '))));

/** A word each, `_` for a space; words that are in no list leave it open. */
const PAYMENT_WORDS: Readonly<Record<PaymentState, ReadonlySet<string>>> = {
	open: words(
		'open unpaid outstanding pending due overdue past_due late sent issued awaiting_payment partially_paid partial partly_paid part_paid not_paid processing authorized',
		'відкрито відкритий не_оплачено неоплачено неоплачений очікує очікує_оплати прострочено частково_оплачено виставлено до_сплати',
		'открыт открыто не_оплачено не_оплачен неоплачено неоплачен ожидает ожидает_оплаты просрочено просрочен частично_оплачено частично_оплачен выставлен к_оплате',
		'باز پرداخت_نشده در_انتظار در_انتظار_پرداخت معوق سررسید_گذشته پرداخت_جزئی صادر_شده',
	),
	paid: words(
		'paid succeeded success successful settled completed complete paid_in_full captured closed received refunded partially_refunded yes true',
		'оплачено сплачено оплачений сплачений оплачена успішно проведено так',
		'оплачено оплачен уплачено оплачена успешно проведен проведено да',
		'پرداخت_شده پرداختشده تسویه تسویه_شده موفق انجام_شده بله',
	),
	failed: words('failed declined error rejected bounced returned insufficient_funds unsuccessful', 'помилка відхилено невдало не_пройшов неуспішно', 'ошибка отклонено отклонен неудачно не_прошел неуспешно', 'ناموفق رد_شده خطا برگشتی برگشت_خورده'),
	writtenOff: words('uncollectible written_off writtenoff write_off bad_debt charged_off', 'списано безнадійно', 'списано безнадежно', 'سوخت_شده غیرقابل_وصول'),
};

const CANCELLED_WORDS = words('void voided cancelled canceled deleted', 'скасовано анульовано', 'отменено отменен аннулировано аннулирован', 'لغو لغو_شده باطل باطل_شده');
const DRAFT_WORDS = words('draft', 'чернетка', 'черновик', 'پیش_نویس');

const CLOSED_WORDS = words(
	'closed solved resolved done completed complete fixed finished answered archived cancelled canceled rejected spam duplicate no true',
	'закрито закритий вирішено виконано завершено готово скасовано',
	'закрыт закрыто закрыта решено решен решена выполнено завершено готово отменено',
	'بسته بسته_شده حل_شده پایان_یافته انجام_شده خاتمه_یافته لغو_شده',
);

const states = Object.keys(PAYMENT_WORDS) as PaymentState[];

/** The state a cell says; undefined for a word that is not known. */
export const paymentStateSaid: (cell: unknown) => PaymentState | null = remembered((cell) => {
	if (typeof cell === 'boolean') return cell ? 'paid' : 'open';
	if (typeof cell !== 'string') return null;
	const name = plainName(cell);
	return states.find((state) => state === cell || PAYMENT_WORDS[state].has(name)) ?? null;
});

/** A payment of a word that is not known is open: it has to be paid until something says that it was. */
export const paymentStateOf = (cell: unknown): PaymentState => paymentStateSaid(cell) ?? 'open';

/** What was cancelled was never to be paid, and a draft not yet. */
export const paymentLeftOutBy: (cell: unknown) => LeftOutKind | null = remembered((cell) => {
	if (typeof cell !== 'string') return null;
	const name = plainName(cell);
	if (CANCELLED_WORDS.has(name)) return 'cancelled';
	return DRAFT_WORDS.has(name) ? 'draft' : null;
});

export type TicketState = 'open' | 'closed';

/** A request of a word that is not known is open. */
export const ticketStateOf: (cell: unknown) => TicketState = remembered((cell) => (typeof cell === 'string' && CLOSED_WORDS.has(plainName(cell)) ? 'closed' : 'open'));

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

/** A satisfaction in words as a number: 1 where the customer was content, 0 where not; numbers stay. */
const CONTENT = words('good happy satisfied positive thumbs_up', 'добре задоволений', 'хорошо доволен', 'خوب راضی');
const NOT_CONTENT = words('bad unhappy unsatisfied dissatisfied negative thumbs_down', 'погано незадоволений', 'плохо недоволен', 'بد ناراضی');
export function satisfactionOf(cell: unknown): unknown {
	if (typeof cell !== 'string') return cell;
	const name = plainName(cell);
	if (CONTENT.has(name)) return 1;
	if (NOT_CONTENT.has(name)) return 0;
	return /\p{N}/u.test(cell) ? cell : undefined;
}
