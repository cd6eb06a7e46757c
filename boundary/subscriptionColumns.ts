/**
 * What people call the columns of a subscription, in English, Ukrainian, Russian and Persian; compared like the
 * names in `columnNames.ts`.
 */
import { firstMatch } from './columnNames';
import type { Table } from './paths';

/** Names of the day on which somebody cancelled: also that of the end, where no other column has it. */
const CANCELLATIONS = [
	'canceledat', 'cancelledat', 'canceledon', 'cancelledon', 'canceldate', 'cancellationdate',
	'скасовано', 'датаскасування', 'отменена', 'датаотмены', 'تاریخلغو',
] as const;

/** Names of the day on which somebody gave notice, which never is that of the end. */
const NOTICES = [
	'cancelrequestedat', 'cancelrequestedon', 'cancelrequestdate', 'cancellationrequestedat', 'cancellationrequestedon', 'cancellationrequestdate',
	'noticedate', 'noticegivenat', 'noticegivenon', 'dateofnotice',
	'датазаявинаскасування', 'датазапитунаскасування', 'датазаявкинаотмену', 'датазапросанаотмену', 'تاریخدرخواستلغو',
] as const;

const CLEAR_ENDS = [
	'endedon', 'endedat', 'enddate', 'ended', 'end', 'subscriptionend', 'terminatedon', 'terminationdate', 'churnedon', 'churnedat', 'churndate', 'lefton', 'leftat',
	'кінець', 'датакінця', 'кінецьпідписки', 'закінчення', 'датазакінчення', 'завершено', 'датазавершення', 'відключено', 'датавідключення',
	'конец', 'датаконца', 'конецподписки', 'окончание', 'датаокончания', 'завершено', 'отключен', 'отключено', 'датаотключения',
	'پایان', 'تاریخپایان', 'پایاناشتراک', 'تاریخپایاناشتراک', 'خاتمه', 'تاریخخاتمه',
	...CANCELLATIONS,
] as const;

const RENEWALS = [
	'contractend', 'expiresat', 'expireson', 'expirationdate', 'expirydate', 'expires', 'until', 'validto', 'validuntil', 'to', 'lastday',
	'дієдо', 'до', 'действуетдо', 'انقضا', 'تاریخانقضا', 'تاتاریخ',
] as const;

/** One list a role, most telling name first. */
const NAMES = {
	start: [
		'startedon', 'startedat', 'startdate', 'started', 'start', 'subscriptionstart', 'subscribedon', 'subscribedat', 'activatedat', 'activatedon',
		'contractstart', 'begindate', 'begin', 'from', 'validfrom', 'since', 'customersince', 'membersince', 'joined', 'joinedon', 'joindate', 'signupdate', 'firstday',
		'початок', 'датапочатку', 'початокпідписки', 'початокдоговору', 'підключено', 'датапідключення', 'дієз', 'зякогодня',
		'начало', 'датаначала', 'началоподписки', 'началодоговора', 'подключен', 'подключено', 'датаподключения', 'действуетс', 'скакогодня',
		'شروع', 'تاریخشروع', 'شروعاشتراک', 'تاریخشروعاشتراک', 'آغاز', 'تاریخآغاز', 'ازتاریخ', 'تاریخعضویت',
	],
	/** Names that only the end of a subscription has. */
	clearEnd: CLEAR_ENDS,
	end: [...CLEAR_ENDS, ...RENEWALS],
	/** Names of the day on which somebody cancelled or gave notice, whenever the subscription ends. */
	cancellation: [...CANCELLATIONS, ...NOTICES],
	/** Names of a day up to which something is paid; of who is active it is the next renewal. */
	renewal: RENEWALS,
	/** Names of the day of the next payment or renewal, and of nothing else. */
	nextRenewal: [
		'renewson', 'renewsat', 'renewaldate', 'renewal', 'nextrenewal', 'nextrenewaldate', 'nextbilling', 'nextbillingdate', 'nextbillingat', 'nextbillingon', 'nextpayment', 'nextpaymentdate', 'nextpaymentat', 'nextcharge', 'nextchargedate', 'nextinvoice', 'nextinvoicedate', 'currentperiodend',
		'поновлення', 'датапоновлення', 'продовження', 'датапродовження', 'наступнаоплата', 'наступнийплатіж', 'датанаступноїоплати', 'датанаступногоплатежу',
		'продление', 'датапродления', 'следующаяоплата', 'следующийплатеж', 'датаследующейоплаты', 'датаследующегоплатежа',
		'تمدید', 'تاریختمدید', 'پرداختبعدی', 'تاریخپرداختبعدی',
	],
	/** Names of the day on which a row was made: the start where none is named. */
	created: ['createdat', 'created', 'createdon', 'datecreated', 'createddate', 'створено', 'датастворення', 'создано', 'датасоздания', 'تاریخایجاد'],
	/** Names of what happened in a row. */
	event: ['event', 'eventtype', 'action', 'change', 'type', 'movement', 'подія', 'дія', 'событие', 'действие', 'رویداد', 'عملیات'],
	/** Columns that tables of purchases have and those of subscriptions have not. */
	purchase: [
		'orderdate', 'orderedat', 'orderedon', 'purchasedate', 'purchasedat', 'purchasedon', 'invoicedate', 'transactiondate', 'visitdate', 'visitedat',
		'lastpurchase', 'lastpurchasedate', 'lastorder', 'lastorderdate', 'totalspent', 'quantity', 'qty', 'датазамовлення', 'датапокупки', 'останняпокупка', 'датазаказа', 'последняяпокупка', 'تاریخسفارش', 'تاریخخرید', 'آخرینخرید',
	],
	trialEnd: ['trialend', 'trialends', 'trialendsat', 'trialendson', 'trialenddate', 'trialendedat', 'trialuntil', 'кінецьпробного', 'конецпробного', 'پایانآزمایشی', 'پایاندورهآزمایشی'],
	interval: [
		'billinginterval', 'billingperiod', 'billingcycle', 'interval', 'billing', 'billed', 'paymentinterval', 'frequency', 'billingfrequency', 'planinterval',
		'періодоплати', 'періодичність', 'періодичністьоплати', 'період', 'інтервал', 'якчастоплатить',
		'периодоплаты', 'периодичность', 'периодичностьоплаты', 'период', 'интервал',
		'دوره', 'دورهپرداخت', 'بازهپرداخت', 'دورهصورتحساب', 'نوبتپرداخت',
	],
	plan: [
		'plan', 'planname', 'subscriptionplan', 'tier', 'package', 'tariff', 'membership', 'plancode', 'planid',
		'тариф', 'план', 'пакет', 'назватарифу', 'тарифнийплан', 'тарифныйплан', 'названиетарифа',
		'طرح', 'پلن', 'تعرفه', 'بسته', 'نوعاشتراک', 'نامطرح',
	],
	reason: [
		'cancellationreason', 'cancelreason', 'churnreason', 'reasonforleaving', 'reason', 'whyleft', 'whytheyleft', 'whydidtheyleave', 'whycancelled', 'whycanceled', 'leavingreason', 'reasonforcancelling', 'reasonforcanceling', 'reasonforcancellation', 'reasoncancelled', 'reasoncanceled', 'closereason', 'cancelationreason',
		'причина', 'причинавідходу', 'причинаскасування', 'чомупішов', 'причинавідмови',
		'причинаухода', 'причинаотмены', 'причинаотказа', 'почемуушел',
		'دلیل', 'علت', 'دلیللغو', 'علتلغو', 'دلیلترک', 'علتترک', 'دلیلانصراف',
	],
	status: [
		'status', 'subscriptionstatus', 'state', 'subscriptionstate', 'статус', 'статуспідписки', 'стан', 'статусподписки', 'состояние', 'وضعیت', 'وضعیتاشتراک',
	],
	pausedFrom: ['pausedon', 'pausedat', 'pausestart', 'pausedfrom', 'pausedate', 'паузаз', 'паузас', 'شروعتوقف'],
	pausedUntil: ['resumedon', 'resumedat', 'resumeson', 'resumesat', 'resumedate', 'pauseend', 'pauseduntil', 'паузадо', 'پایانتوقف'],
	subscription: ['subscriptionid', 'subscriptionnumber', 'subscriptionno', 'subscriptionuuid', 'contractid', 'contractnumber', 'contractno', 'номерпідписки', 'номерподписки', 'номердоговору', 'номердоговора', 'شمارهقرارداد'],
	seats: ['seats', 'licenses', 'licences', 'users', 'numberofseats', 'місця', 'ліцензії', 'места', 'лицензии'],
	monthlyAmount: ['mrr', 'monthlyamount', 'monthlyprice', 'amountpermonth', 'pricepermonth', 'monthlyfee', 'monthlyrecurringrevenue', 'намісяць', 'вмесяц', 'ماهانه', 'مبلغماهانه'],
	yearlyAmount: ['arr', 'yearlyamount', 'annualamount', 'annualprice', 'yearlyprice', 'amountperyear', 'annualrecurringrevenue', 'нарік', 'вгод', 'سالانه', 'مبلغسالانه'],
} as const satisfies Record<string, readonly string[]>;

export type SubscriptionColumnRole = keyof typeof NAMES;

/** Every column that has a role by its name, the most telling first. */
export const findSubscriptionColumns = ({ paths }: Table, role: SubscriptionColumnRole): string[] =>
	(NAMES[role] as readonly string[]).flatMap((name) => firstMatch(paths, [name]) ?? []).filter((path, index, all) => all.indexOf(path) === index);

export const hasColumnNamed = (table: Table, role: SubscriptionColumnRole): boolean => findSubscriptionColumn(table, role) !== null;

/** Which column has a role by its name, if one has. */
export const findSubscriptionColumn = ({ paths }: Table, role: SubscriptionColumnRole): string | null => firstMatch(paths, NAMES[role]);
