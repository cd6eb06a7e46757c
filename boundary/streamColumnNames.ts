/**
 * What people call the columns of payments, requests, contacts, usage and lists of customers, in English, Ukrainian,
 * Russian and Persian; compared like the names in `columnNames.ts`, the most telling first.
 */

const STATUS = ['status', 'state', 'статус', 'стан', 'состояние', 'وضعیت'];
const TEXT = [
	'text', 'comment', 'comments', 'message', 'feedback', 'description', 'body', 'subject', 'question', 'summary', 'notes', 'note',
	'текст', 'коментар', 'повідомлення', 'опис', 'відгук', 'питання', 'нотатки', 'комментарий', 'сообщение', 'описание', 'отзыв', 'вопрос', 'заметки',
	'متن', 'پیام', 'شرح', 'توضیحات', 'نظر', 'یادداشت',
];

/** Columns that say whether, when or how much was paid: their cells tell which. */
export const paidNames = ['paid', 'ispaid', 'сплачено', 'оплачено', 'проплачено', 'сплачений', 'оплачений', 'оплачен', 'уплачено', 'پرداختشده', 'پرداختشدهاست'] as const;

export const paymentNames = {
	due: ['duedate', 'dueon', 'dueat', 'due', 'paymentdue', 'paymentduedate', 'paybefore', 'payby', 'строкоплати', 'термін', 'терміноплати', 'сплатитидо', 'оплатитидо', 'срокоплаты', 'срок', 'оплатитьдо', 'سررسید', 'تاریخسررسید', 'مهلتپرداخت'],
	paidAt: ['paidat', 'paidon', 'paiddate', 'datepaid', 'paymentdate', 'paymentreceived', 'receivedon', 'settledat', 'settledon', 'датаоплати', 'датаплатежу', 'датаоплаты', 'датаплатежа', 'تاریخپرداخت', 'تاریخواریز'],
	date: ['invoicedate', 'issuedate', 'issuedat', 'issuedon', 'billingdate', 'chargedat', 'датарахунку', 'датавиставлення', 'датасчета', 'датавыставления', 'تاریخفاکتور', 'تاریخصدور'],
	amount: ['amountdue', 'invoiceamount', 'сумарахунку', 'суммасчета', 'مبلغفاکتور'],
	paidAmount: ['amountpaid', 'paidamount', 'paidsofar', 'сплаченасума', 'оплаченасума', 'оплаченнаясумма', 'مبلغپرداختی', 'مبلغپرداختشده'],
	state: ['paymentstatus', 'invoicestatus', ...STATUS, 'статусоплати', 'станоплати', 'статусоплаты', 'وضعیتپرداخت', 'وضعیتفاکتور'],
	attempts: ['attempts', 'attemptcount', 'retries', 'retrycount', 'attempt', 'спроби', 'кількістьспроб', 'попытки', 'количествопопыток', 'تعدادتلاش', 'دفعاتتلاش'],
	cardExpiresAt: ['cardexpires', 'cardexpiry', 'cardexpirydate', 'cardexpiration', 'cardexpirationdate', 'cardexpireson', 'cardvaliduntil', 'термінкартки', 'термінкарти', 'карткадійснадо', 'сроккарты', 'срокдействиякарты', 'картадействительнадо', 'انقضایکارت', 'تاریخانقضایکارت'],
	method: ['paymentmethod', 'method', 'card', 'cardlast4', 'last4', 'спосібоплати', 'метод', 'картка', 'способоплаты', 'карта', 'روشپرداخت', 'کارت'],
	number: ['paymentid', 'transactionid', 'chargeid', 'invoiceid', 'invoicenumber', 'invoiceno', 'invoice', 'номерплатежу', 'номеррахунку', 'номерплатежа', 'номерсчета', 'شمارهپرداخت', 'شمارهفاکتور', 'id'],
} as const;

export const ticketNames = {
	date: ['openedat', 'openedon', 'opendate', 'позначкачасу', 'отметкавремени', 'submittedat', 'submittedon', 'requestedat', 'reportedon', 'reportedat', 'датазвернення', 'відкрито', 'датаобращения', 'открыт', 'تاریخدرخواست', 'تاریختیکت', 'تاریخثبت'],
	closedAt: ['closedat', 'closedon', 'closeddate', 'closedate', 'solvedat', 'solvedon', 'resolvedat', 'resolvedon', 'completedat', 'датазакриття', 'закрито', 'вирішено', 'датазакрытия', 'закрыт', 'закрыто', 'решено', 'تاریخبستن', 'تاریخبستهشدن', 'تاریخحل'],
	answeredAt: ['answeredat', 'answeredon', 'firstresponseat', 'firstreplyat', 'firstanswerat', 'firstansweredat', 'firstresponse', 'firstreply', 'respondedat', 'repliedat', 'датавідповіді', 'першавідповідь', 'датаответа', 'первыйответ', 'تاریخپاسخ', 'اولینپاسخ'],
	state: ['ticketstatus', 'casestatus', ...STATUS, 'статусзвернення', 'статусобращения', 'وضعیتتیکت'],
	survey: ['survey', 'issurvey', 'опитування', 'опрос', 'نظرسنجی'],
	complaint: ['complaint', 'iscomplaint', 'скарга', 'жалоба', 'شکایت'],
	topic: ['topic', 'category', 'ticketcategory', 'tickettype', 'issuetype', 'type', 'tags', 'tag', 'тема', 'категорія', 'тип', 'категория', 'موضوع', 'دسته', 'نوع'],
	satisfaction: ['satisfaction', 'satisfactionscore', 'satisfactionrating', 'csat', 'csatscore', 'rating', 'stars', 'оцінка', 'задоволеність', 'оценка', 'удовлетворенность', 'میزانرضایت', 'امتیاز'],
	nps: ['nps', 'npsscore', 'npsrating', 'recommend', 'wouldrecommend', 'likelytorecommend', 'оцінкаnps', 'чипорекомендуєте', 'оценкаnps', 'порекомендуетели', 'امتیازnps', 'توصیهمیکنید'],
	scoredAt: ['ratedat', 'ratedon', 'scoredat', 'scoredon', 'датаоцінки', 'датаоценки', 'تاریخامتیاز'],
	text: TEXT,
	number: ['ticketid', 'ticketnumber', 'ticketno', 'ticket', 'caseid', 'casenumber', 'requestid', 'responseid', 'номерзвернення', 'номертікета', 'номеробращения', 'номертикета', 'شمارهتیکت', 'کدپیگیری', 'id'],
} as const;

export const contactRowNames = {
	date: ['contactedat', 'contactedon', 'contactdate', 'calledat', 'calldate', 'meetingdate', 'metat', 'sentat', 'receivedat', 'датаконтакту', 'датадзвінка', 'датазустрічі', 'датаконтакта', 'датазвонка', 'датавстречи', 'تاریختماس', 'تاریخجلسه'],
	startedByCustomer: ['startedbycustomer', 'fromcustomer', 'direction', 'inbound', 'incoming', 'initiatedby', 'initiator', 'startedby', 'напрямок', 'напрям', 'ініціатор', 'направление', 'инициатор', 'جهت', 'شروعکننده'],
	person: ['contactperson', 'contactname', 'personname', 'person', 'spokewith', 'talkedto', 'withwhom', 'participant', 'attendee', 'контактнаособа', 'зким', 'контактноелицо', 'скем', 'شخصرابط', 'رابط', 'نامرابط', 'طرفتماس'],
	text: TEXT,
	number: ['activityid', 'callid', 'messageid', 'meetingid', 'номердзвінка', 'номерзвонка', 'شمارهتماس', 'id'],
} as const;

export const usageNames = {
	date: ['eventat', 'eventdate', 'eventtime', 'occurredat', 'usedat', 'usedon', 'usagedate', 'loginat', 'logindate', 'датаподії', 'датавикористання', 'датавходу', 'датасобытия', 'датаиспользования', 'датавхода', 'تاریخرویداد', 'تاریخاستفاده', 'تاریخورود'],
	count: ['count', 'events', 'eventcount', 'sessions', 'logins', 'requests', 'uses', 'usage', 'quantity', 'кількість', 'подій', 'сесій', 'количество', 'событий', 'сессий', 'تعداد', 'دفعات'],
	feature: ['feature', 'featurename', 'event', 'eventname', 'eventtype', 'action', 'module', 'page', 'функція', 'подія', 'дія', 'модуль', 'функция', 'событие', 'действие', 'قابلیت', 'امکان', 'رویداد', 'عملیات'],
} as const;

export const customerNames = {
	date: ['updatedat', 'updatedon', 'updated', 'modifiedat', 'modifiedon', 'lastmodified', 'lastmodifieddate', 'datemodified', 'changedat', 'оновлено', 'змінено', 'датаоновлення', 'обновлено', 'изменено', 'датаобновления', 'تاریخبروزرسانی', 'تاریخویرایش'],
	since: ['customersince', 'clientsince', 'membersince', 'since', 'registeredat', 'registeredon', 'registrationdate', 'signedupat', 'signupdate', 'signupat', 'joinedat', 'joinedon', 'joindate', 'createdat', 'createdon', 'datecreated', 'created', 'createdate', 'клієнтз', 'датареєстрації', 'створено', 'датастворення', 'клиентс', 'датарегистрации', 'создано', 'датасоздания', 'تاریخعضویت', 'تاریخثبتنام', 'مشتریاز', 'تاریخایجاد'],
	id: ['id', 'ід', 'код', 'شناسه', 'کد'],
} as const;
