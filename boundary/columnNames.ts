/**
 * What people call their columns, in English, Ukrainian, Russian and Persian.
 *
 * Names are compared without regard to case, spaces, punctuation and Arabic letter forms; a nested column
 * counts by its whole path, so `customer.id` is `customerid`. Earlier names win over later ones.
 */
import type { Table } from './paths';
import { cellText, isBlank, readerOf } from './paths';

/** Where a row's amount stands: in a column, or as a quantity times a price. */
export type AmountColumns =
	| { readonly kind: 'total'; readonly column: string }
	| { readonly kind: 'quantityTimesPrice'; readonly quantity: string; readonly price: string };

export type ColumnRole = 'customer' | 'date' | 'amount' | 'order' | 'currency';

/** One list a language, most telling name first. */
const DATE_NAMES = [
	'orderdate', 'orderedat', 'orderedon', 'purchasedate', 'purchasedat', 'purchasedon', 'invoicedate', 'paidat',
	'paymentdate', 'transactiondate', 'visitdate', 'visitedat', 'date', 'datetime', 'createdat', 'datecreated', 'created',
	'timestamp', 'day', 'time',
	'датазамовлення', 'датапокупки', 'датаоплати', 'датарахунку', 'датавізиту', 'дата', 'створено', 'датастворення',
	'датазаказа', 'датаоплаты', 'датасчета', 'датавизита', 'создано', 'датасоздания',
	'تاریخسفارش', 'تاریخخرید', 'تاریخپرداخت', 'تاریخفاکتور', 'تاریخمراجعه', 'تاریخ', 'تاریخایجاد', 'زمان',
];

const AMOUNT_NAMES = [
	'amount', 'orderamount', 'totalamount', 'ordertotal', 'grandtotal', 'total', 'totalprice', 'netamount', 'amountpaid',
	'paidamount', 'paid', 'revenue', 'sales', 'spent', 'ordervalue', 'value', 'sum', 'subtotal',
	'amountcents', 'amountminor', 'amountincents', 'totalcents',
	'сума', 'сумазамовлення', 'сумагрн', 'сумаоплати', 'вартість', 'разом', 'оплачено',
	'сумма', 'суммазаказа', 'суммаруб', 'суммаоплаты', 'стоимость', 'итого', 'выручка',
	'مبلغ', 'مبلغسفارش', 'مبلغکل', 'مبلغنهایی', 'مبلغتومان', 'مبلغریال', 'جمعکل', 'جمع', 'مبلغپرداختی',
];

/** Names of a price, which is an amount only together with the quantity beside it. */
const PRICE_NAMES = ['price', 'unitprice', 'itemprice', 'lineprice', 'ціна', 'ціназаодиницю', 'цена', 'ценазаединицу', 'قیمت', 'قیمتواحد'];
const QUANTITY_NAMES = ['quantity', 'qty', 'count', 'кількість', 'количество', 'колво', 'تعداد'];

const ORDER_NAMES = [
	'orderid', 'ordernumber', 'orderno', 'invoiceid', 'invoicenumber', 'invoiceno', 'transactionid', 'receiptid',
	'receiptnumber', 'order', 'invoice', 'receipt',
	'номерзамовлення', 'замовлення', 'номеррахунку', 'рахунок', 'номерчека', 'чек',
	'номерзаказа', 'заказ', 'номерсчета', 'счет',
	'شمارهسفارش', 'کدسفارش', 'شمارهفاکتور', 'سفارش', 'فاکتور',
];

const CURRENCY_NAMES = ['currency', 'currencycode', 'валюта', 'кодвалюти', 'кодвалюты', 'ارز', 'واحدپول', 'واحدارز'];

const CUSTOMER_ID_NAMES = [
	'customerid', 'customernumber', 'customerno', 'customercode', 'customerkey', 'clientid', 'clientnumber', 'clientcode',
	'userid', 'accountid', 'contactid', 'memberid', 'membernumber', 'buyerid', 'subscriberid', 'personid', 'companyid',
	'idклієнта', 'ідклієнта', 'кодклієнта', 'номерклієнта', 'idпокупця', 'кодпокупця',
	'idклиента', 'идклиента', 'кодклиента', 'номерклиента', 'idпокупателя', 'кодпокупателя',
	'شناسهمشتری', 'کدمشتری', 'شمارهمشتری', 'کداشتراک', 'شمارهاشتراک',
];

/** Names of a column that holds an id in one shop and a person's name in another. */
const CUSTOMER_NAMES = [
	'customer', 'client', 'user', 'account', 'contact', 'member', 'buyer', 'subscriber', 'company', 'customername', 'clientname',
	'клієнт', 'покупець', 'контрагент', 'клиент', 'покупатель', 'مشتری', 'خریدار', 'ناممشتری',
];

const EMAIL_NAMES = [
	'email', 'customeremail', 'emailaddress', 'clientemail', 'useremail', 'buyeremail', 'contactemail', 'mail',
	'електроннапошта', 'пошта', 'емейл', 'елпошта', 'электроннаяпочта', 'почта', 'эпочта', 'элпочта', 'ایمیل', 'پستالکترونیک', 'رایانامه',
	// As Google Forms names it.
	'електроннаадреса', 'адресаелектронноїпошти', 'адресэлектроннойпочты',
];

const PHONE_NAMES = [
	'phone', 'customerphone', 'phonenumber', 'mobile', 'mobilephone', 'telephone', 'whatsapp',
	'телефон', 'номертелефону', 'мобільний', 'номертелефона', 'мобильный', 'تلفن', 'تلفنهمراه', 'موبایل', 'شمارهتماس', 'شمارهموبایل',
];

/** Columns that travel along because the next node needs them to write to somebody. */
export const CONTACT_NAMES = {
	email: EMAIL_NAMES,
	phone: PHONE_NAMES,
	name: [
		'name', 'fullname', 'customername', 'clientname', 'firstname', 'lastname', 'customerfirstname', 'customerlastname',
		'імя', 'піб', 'прізвище', 'имя', 'фио', 'фамилия', 'نام', 'نامخانوادگی', 'نامونامخانوادگی', 'ناممشتری',
	],
	owner: ['owner', 'ownerid', 'manager', 'accountmanager', 'salesrep', 'менеджер', 'відповідальний', 'ответственный', 'کارشناس', 'مسئول'],
	language: ['language', 'locale', 'lang', 'мова', 'язык', 'زبان'],
	zone: ['timezone', 'zone', 'tz', 'часовийпояс', 'часовойпояс', 'منطقهزمانی'],
	consent: [
		'consent', 'acceptsmarketing', 'marketingconsent', 'emailconsent', 'emailmarketingconsent', 'optin', 'optedin', 'emailoptin', 'marketingoptin', 'subscribed', 'issubscribed',
		'згода', 'згоданарозсилку', 'підписка', 'підписаний', 'согласие', 'согласиенарассылку', 'подписка', 'подписан', 'رضایت', 'موافقت', 'اشتراکخبرنامه',
		'unsubscribed', 'isunsubscribed', 'unsubscribedat', 'unsubscribedon', 'unsubscribedate', 'unsubscribe', 'optout', 'optedout', 'optoutat', 'optoutdate', 'emailoptout', 'emailoptedout', 'hasoptedoutofemail', 'marketingoptout',
		'objected', 'isobjected', 'hasobjected', 'objectedat', 'objectedon', 'objection', 'blacklisted', 'isblacklisted', 'blacklist', 'consentrevoked', 'consentrevokedat', 'consentwithdrawn', 'consentwithdrawnat',
		'donotcontact', 'donotcall', 'donotemail', 'donotmail', 'donotdisturb', 'dontcontact', 'dontcall', 'dontemail', 'dnc', 'nomarketing',
		'заперечення', 'чорнийсписок', 'учорномусписку', 'вчорномусписку', 'відписка', 'відписаний', 'відписався', 'відписано', 'датавідписки', 'нетурбувати', 'недзвонити', 'нетелефонувати', 'неписати', 'неконтактувати', 'ненадсилати', 'відмовавідрозсилки', 'відмовавідрозсилок',
		'возражение', 'чёрныйсписок', 'черныйсписок', 'вчёрномсписке', 'вчерномсписке', 'отписка', 'отписан', 'отписался', 'отписано', 'датаотписки', 'небеспокоить', 'незвонить', 'неписать', 'несвязываться', 'неприсылать', 'отказотрассылки', 'отказотрассылок',
		'لغواشتراک', 'لغوعضویت', 'لغواشتراکخبرنامه', 'تاریخلغواشتراک', 'انصراف', 'انصرافازخبرنامه', 'تماسنگیرید', 'تماسنگیر', 'مزاحمنشوید', 'زنگنزنید', 'پیامنفرستید', 'ایمیلنفرستید', 'عدمتماس', 'عدمارسال', 'تماسممنوع',
	],
} as const;

const NAMES: Record<Exclude<ColumnRole, 'customer'>, readonly string[]> = {
	date: DATE_NAMES,
	amount: AMOUNT_NAMES,
	order: ORDER_NAMES,
	currency: CURRENCY_NAMES,
};

/** A column's name without what people write in different ways, nor the zone that exports put behind it. */
export const plainName = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/ي|ى/g, 'ی')
		.replace(/ك/g, 'ک')
		.replace(/ё/g, 'е')
		.replace(/\((?:utc|gmt)\)\s*$/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The path of the most telling name; of two paths that are called the same, the first in the alphabet. */
export function firstMatch(paths: readonly string[], names: readonly string[]): string | null {
	const pathOfName = new Map([...paths].sort().reverse().map((path) => [plainName(path), path] as const));
	for (const name of names) {
		const path = pathOfName.get(name);
		if (path !== undefined) return path;
	}
	return null;
}

/** Whether the column's values could be ids: no blanks inside, and a digit or an @ in them. */
function looksLikeIds(table: Table, path: string): boolean {
	const read = readerOf(path);
	let hasValue = false;
	const allDo = table.every((row) => {
		const value = read(row);
		if (isBlank(value)) return true;
		hasValue = true;
		return typeof value === 'number' || /^\S*[\d@]\S*$/.test(cellText(value).trim());
	});
	return hasValue && allDo;
}

export type CustomerKind = 'id' | 'email' | 'phone' | 'name';

export interface CustomerColumn {
	readonly path: string;
	readonly kind: CustomerKind;
}

/** A table without the columns of some names. */
export const withoutNames = (table: Table, names: readonly string[]): Table => ({ ...table, paths: table.paths.filter((path) => !names.includes(plainName(path))) });

/** Names that mean the customer in a shop, and a colleague or the row itself in a list of requests or of calls. */
export const COLLEAGUE_NAMES: readonly string[] = ['userid', 'user'];

/**
 * Which column tells customers apart: an id before an e-mail address before a phone number before a name
 *
 * `last` are names that mean somebody else beside any other column that names a customer.
 */
export function findCustomer(table: Table, { last = [] }: { readonly last?: readonly string[] } = {}): CustomerColumn | null {
	return (last.length > 0 ? findCustomer(withoutNames(table, last)) : null) ?? customerAmong(table);
}

function customerAmong(table: Table): CustomerColumn | null {
	const { paths } = table;
	const generic = paths.filter((path) => CUSTOMER_NAMES.includes(plainName(path)));
	const candidates: ReadonlyArray<readonly [CustomerKind, string | null]> = [
		['id', firstMatch(paths, CUSTOMER_ID_NAMES)],
		['id', firstMatch(generic.filter((path) => looksLikeIds(table, path)), CUSTOMER_NAMES)],
		['email', firstMatch(paths, EMAIL_NAMES)],
		['phone', firstMatch(paths, PHONE_NAMES)],
		['name', firstMatch(generic, CUSTOMER_NAMES)],
	];
	for (const [kind, path] of candidates) if (path !== null) return { path, kind };
	return null;
}

/** Which column has a role by its name, if one has. */
export const findColumn = ({ paths }: Table, role: Exclude<ColumnRole, 'customer'>): string | null =>
	firstMatch(paths, NAMES[role]);

/** Where amounts stand: in a column of totals, else in one of prices, times the quantity where there is one. */
export function findAmount(table: Table): AmountColumns | null {
	const total = findColumn(table, 'amount');
	if (total !== null) return { kind: 'total', column: total };
	const price = firstMatch(table.paths, PRICE_NAMES);
	if (price === null) return null;
	const quantity = firstMatch(table.paths, QUANTITY_NAMES);
	return quantity === null ? { kind: 'total', column: price } : { kind: 'quantityTimesPrice', quantity, price };
}

/** The columns that say whom to write to and how, of all that are there. */
export function findContactColumns({ paths }: Table): string[] {
	const names = new Set<string>([...Object.values(CONTACT_NAMES).flat(), ...CUSTOMER_NAMES]);
	return paths.filter((path) => names.has(plainName(path)));
}

const MINOR_UNIT_WORDS = new Set(['cent', 'cents', 'minor', 'pence', 'kopeck', 'kopecks']);

/** Whether a column's name says that its amounts are in the smallest coin: one of its words does. */
export const namesMinorUnits = (path: string): boolean =>
	path
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.some((word) => MINOR_UNIT_WORDS.has(word));
