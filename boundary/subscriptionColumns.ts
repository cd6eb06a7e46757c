/**
 * What people call the columns of a subscription, in English, Ukrainian, Russian and Persian; compared like the
 * names in `columnNames.ts`.
 */
import { firstMatch } from './columnNames';
import type { Table } from './paths';

/** One list a role, most telling name first. */
const NAMES = {
	start: [
		'startedon', 'startedat', 'startdate', 'started', 'start', 'subscriptionstart', 'subscribedon', 'subscribedat', 'activatedat', 'activatedon',
		'contractstart', 'begindate', 'begin', 'from', 'validfrom', 'since', 'customersince', 'membersince', 'joined', 'joinedon', 'joindate', 'signupdate', 'firstday',
		'початок', 'датапочатку', 'початокпідписки', 'початокдоговору', 'підключено', 'датапідключення', 'дієз', 'зякогодня',
		'начало', 'датаначала', 'началоподписки', 'началодоговора', 'подключен', 'подключено', 'датаподключения', 'действуетс', 'скакогодня',
		'شروع', 'تاریخشروع', 'شروعاشتراک', 'تاریخشروعاشتراک', 'آغاز', 'تاریخآغاز', 'ازتاریخ', 'تاریخعضویت',
	],
	end: [
		'endedon', 'endedat', 'enddate', 'ended', 'end', 'subscriptionend', 'canceledat', 'cancelledat', 'canceledon', 'cancelledon', 'canceldate',
		'cancellationdate', 'expiresat', 'expireson', 'expirationdate', 'expirydate', 'expires', 'terminatedon', 'terminationdate', 'contractend',
		'until', 'validto', 'validuntil', 'to', 'churnedon', 'churnedat', 'churndate', 'lefton', 'leftat', 'lastday',
		'кінець', 'датакінця', 'кінецьпідписки', 'закінчення', 'датазакінчення', 'завершено', 'датазавершення', 'відключено', 'датавідключення', 'скасовано', 'датаскасування', 'дієдо', 'до',
		'конец', 'датаконца', 'конецподписки', 'окончание', 'датаокончания', 'завершено', 'отключен', 'отключено', 'датаотключения', 'отменена', 'датаотмены', 'действуетдо',
		'پایان', 'تاریخپایان', 'پایاناشتراک', 'تاریخپایاناشتراک', 'خاتمه', 'تاریخخاتمه', 'تاریخلغو', 'انقضا', 'تاریخانقضا', 'تاتاریخ',
	],
	trialEnd: ['trialend', 'trialends', 'trialendsat', 'trialendson', 'trialenddate', 'trialendedat', 'trialuntil', 'кінецьпробного', 'конецпробного', 'پایانآزمایشی', 'پایاندورهآزمایشی'],
	interval: [
		'billinginterval', 'billingperiod', 'billingcycle', 'interval', 'billing', 'billed', 'paymentinterval', 'frequency', 'billingfrequency', 'term', 'cycle', 'period', 'planinterval',
		'періодоплати', 'періодичність', 'періодичністьоплати', 'оплата', 'період', 'інтервал', 'якчастоплатить',
		'периодоплаты', 'периодичность', 'периодичностьоплаты', 'период', 'интервал',
		'دوره', 'دورهپرداخت', 'بازهپرداخت', 'دورهصورتحساب', 'نوبتپرداخت',
	],
	plan: [
		'plan', 'planname', 'subscriptionplan', 'tier', 'product', 'productname', 'package', 'tariff', 'membership', 'plancode', 'planid',
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
	quantity: ['quantity', 'qty', 'seats', 'licenses', 'licences', 'users', 'count', 'кількість', 'количество', 'местколичество', 'تعداد'],
	monthlyAmount: ['mrr', 'monthlyamount', 'monthlyprice', 'amountpermonth', 'pricepermonth', 'monthlyfee', 'monthlyrecurringrevenue', 'намісяць', 'вмесяц', 'ماهانه', 'مبلغماهانه'],
	yearlyAmount: ['arr', 'yearlyamount', 'annualamount', 'annualprice', 'yearlyprice', 'amountperyear', 'annualrecurringrevenue', 'нарік', 'вгод', 'سالانه', 'مبلغسالانه'],
} as const satisfies Record<string, readonly string[]>;

export type SubscriptionColumnRole = keyof typeof NAMES;

/** Which column has a role by its name, if one has. */
export const findSubscriptionColumn = ({ paths }: Table, role: SubscriptionColumnRole): string | null => firstMatch(paths, NAMES[role]);
