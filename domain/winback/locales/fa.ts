import type { Forms } from '../../locales/words';
import { ended, ifKnown, wordsOf } from '../../locales/words';
import type { ChannelId } from '../channels';
import type { Finding } from '../rules/rule';
import { figuresOf, isLoss } from './figures';
import type { Locale, Worth } from './locale';

/** Nouns after a number stay in the singular, so that one form is enough. The escape is the zero-width non-joiner, which parts what is written as one word. */
const words = wordsOf('fa', { quotes: ['«', '»'], separator: '؛ ', isRightToLeft: true });
const { number, counted, money, foreign, list } = words;
const { amount, share, shares, age, tenths } = figuresOf(words, {
	under: (text) => `کمتر از ${text}`,
	over: (text) => `بیش از ${text}`,
	days: { 0: 'در یک روز', other: 'در # روز' },
	months: { other: 'در # ماه' },
	years: { other: 'در # سال' },
});

/** What contacts, and when it is noticed. */
const contacts: Readonly<Record<ChannelId, readonly [contact: string, ifNoticed: string]>> = {
	call: ['تماس تلفنی', 'اگر پاسخ دهد'],
	email: ['ایمیل', 'اگر بخواند'],
	sms: ['پیامک', 'اگر بخواند'],
	messenger: ['پیام در پیام\u200cرسان', 'اگر بخواند'],
	voiceRobot: ['تماس خودکار', 'اگر پاسخ دهد'],
	customAudience: ['تبلیغ', 'اگر ببیند'],
};

const PURCHASES: Forms = { 0: 'بدون خرید', other: '# خرید' };
const OF_PURCHASES: Forms = { other: '# خرید' };
const POINTS: Forms = { other: '# واحد درصد' };

/** `۹ خرید از ۱۱ خرید با تخفیف`; without numbers what they come to. */
const part = ({ count, of }: Finding, forms: Forms, what: string, otherwise: string): string =>
	count === null || of === null ? otherwise : `${counted(count, forms)} از ${counted(of, forms)} ${what}`;

/** What a purchase brings on average, and with others. */
const average = ({ count, measured, usual }: Finding): string =>
	ifKnown(count === 0 ? null : measured, (known) => `${count === 1 ? ` به مبلغ ${money(known)}` : `، هر کدام به\u200cطور میانگین ${money(known)}`}${ifKnown(usual, (common) => `، دیگران معمولاً ${money(common)}`)}`);

const history = ({ count, days }: Finding, otherwise: string): string => (count === null ? otherwise : `${counted(count, PURCHASES)}${ifKnown(days, (known) => ` ${age(known)}`)}`);

function wholesaleOrHighMargin(finding: Finding): string {
	const { count, measured, usual } = finding;
	if (count !== null) return `${counted(count, PURCHASES)}${average(finding)}`;
	return measured === null ? 'خرید عمده' : `حاشیه\u200cی سود ${share(measured)}${ifKnown(usual, (common) => `، دیگران معمولاً ${share(common)}`)}`;
}

function balance({ priority, currency }: Worth, contact: string, adds: string): string {
	if (priority > 0) return `${contact} ${amount(priority, currency)} به سود ${adds}`;
	return isLoss(priority) ? `${contact} ${amount(-priority, currency)} بیش از سودش هزینه دارد` : `${contact} سودی بیش از هزینه\u200cاش ندارد`;
}

function returnBrings({ worthOfReturn, returnCounts, currency }: Worth): string {
	if (worthOfReturn > 0) return `بازگشتش ${amount(worthOfReturn, currency)} سود دارد${returnCounts === 1 ? '' : `، با ضریب ${money(returnCounts)}`}`;
	return isLoss(worthOfReturn) ? `بازگشتش ${amount(-worthOfReturn, currency)} زیان دارد` : 'بازگشتش سودی ندارد';
}

function gain(worth: Worth, adds: string): string {
	const [contact, ifNoticed] = contacts[worth.channel];
	const [without, withContact] = shares(worth.chance, worth.chanceWithContact);
	return `${balance(worth, contact, adds)} (شانس بازگشت بدون تماس ${without}، ${ifNoticed} ${withContact}؛ ${returnBrings(worth)})`;
}

const heads = { first: 'تماس تلفنی در اولویت', worthIt: 'ارزش تماس دارد', notWorthIt: 'ارزش تماس ندارد', notContacted: 'بدون تماس' } as const;

export const fa: Locale = {
	title: 'Persian',
	findings: {
		onlyOnPromotion: (finding) => part(finding, OF_PURCHASES, 'با تخفیف', 'فقط با تخفیف می\u200cخرد'),
		rareAndSmall: (finding) => `کم و به\u200cندرت می\u200cخرد: ${history(finding, 'خریدهای کم و کوچک')}${average(finding)}`,
		instalments: (finding) => part(finding, OF_PURCHASES, 'قسطی', 'اغلب قسطی می\u200cخرد'),
		paysLate: (finding) => part(finding, { other: '# پرداخت' }, 'با تأخیر', 'اغلب با تأخیر پرداخت می\u200cکند'),
		returns: (finding) => part(finding, { other: '# سفارش' }, 'مرجوع یا لغو شده', 'همه\u200cی سفارش\u200cها مرجوع یا لغو شده'),
		toxic: () => 'دارای برچسب رفتار آزاردهنده',
		longAndFrequent: (finding) => history(finding, 'مشتری قدیمی با خریدهای زیاد'),
		wholesaleOrHighMargin,
		bigName: () => 'نام یا برندی شناخته\u200cشده',
		neverBought: () => 'هنوز خریدی نکرده',
	},
	leftBecause: {
		indifference: 'به\u200cدلیل بی\u200cتوجهی کارکنان رفته',
		priceRise: 'به\u200cدلیل قیمت رفته',
		missingProduct: 'به\u200cدلیل نبود کالای دلخواه رفته',
		badService: 'به\u200cدلیل خدمات بد رفته',
		lowQuality: 'به\u200cدلیل کیفیت پایین رفته',
		noBonusProgramme: 'به\u200cدلیل نبود باشگاه مشتریان رفته',
		backwardTechnology: 'به\u200cدلیل فناوری قدیمی رفته',
		ignoredComplaints: 'به\u200cدلیل بی\u200cپاسخ ماندن شکایت\u200cها رفته',
		changedNeeds: 'به\u200cدلیل تغییر نیازها رفته',
		movedAway: 'به\u200cدلیل نقل مکان رفته',
		competitor: 'به سراغ رقیب رفته',
		satisfied: 'با وجود رضایت رفته',
	},
	adds: (worth) => gain(worth, 'می\u200cافزاید'),
	costsMore: (worth) => `${balance(worth, `حتی ${contacts[worth.channel][0]}`, 'می\u200cافزاید')} (شانس بازگشت بدون تماس ${share(worth.chance)}؛ ${returnBrings(worth)})`,
	wouldAdd: (worth) => gain(worth, 'می\u200cافزود'),
	notChosen: { budgetSpent: '، اما بودجه پیش از آن تمام می\u200cشود', callsTaken: '، اما تماس\u200cهای این اجرا کافی نیست' },
	notScored: {
		neverBought: 'هنوز خریدی نکرده و شانس نخستین خرید تعیین نشده',
		noForecast: 'پیش\u200cبینی ممکن نیست',
		noMargin: 'معلوم نیست یک خرید چقدر سود دارد',
	},
	notContacted: {
		objected: 'خواسته با او تماس نگیریم',
		noConsent: 'به تماس رضایت نداده',
		addressObjected: 'از همین نشانی یا شماره خواسته\u200cاند با آن تماس گرفته نشود',
		consentUnclear: 'روشن نیست که با تماس موافق است یا نه',
		subscribed: 'دوباره اشتراک دارد',
		sameAddress: 'مشتری دیگری با همین نشانی یا شماره بررسی می\u200cشود',
		boughtSince: (day) => `خرید تازه در ${foreign(day)}`,
		alreadyContacted: (day) => `در این کمپین قبلاً${ifKnown(day, (known) => ` در ${foreign(known)}`)} با او تماس گرفته شده`,
		contactedRecently: (days) => `${counted(days, { 0: 'همین امروز', 1: 'در روز گذشته', other: 'در # روز گذشته' })} با او تماس گرفته شده`,
		unreachable: 'نشانی یا شماره\u200cی معتبری برای هیچ کانالی نیست',
		otherCurrency: (currency) => `پرداخت به ارز ${foreign(currency)} که نرخ آن تعیین نشده`,
		heldOut: 'عمداً بدون تماس، تا اثر تماس دیده شود',
		heldOutBefore: 'از اجرای پیش عمداً بدون تماس مانده تا اثر تماس دیده شود',
	},
	lists: heads,
	joined: (parts) => ended(list(parts)),
	summary: (who, listed, text) => `${foreign(who)} – ${heads[listed]}: ${text}`,
	sentence: (text) => text,
	calledBy: (manager) => `بهتر است ${foreign(manager)} تماس بگیرد`,
	sampleSize({ heldOut, contacted, detectablePoints, expectedPoints, neededHeldOut }) {
		const shows = detectablePoints === null ? 'فایده\u200cی تماس را نمی\u200cتوان ثابت کرد' : `افزایش ${tenths(detectablePoints, POINTS)} به بالا فایده\u200cی تماس را ثابت می\u200cکند`;
		const start = `با ${number(heldOut)} مشتری بدون تماس و ${number(contacted)} مشتری با تماس، ${shows}؛ `;
		if (expectedPoints <= 0) return `${start}افزایشی انتظار نمی\u200cرود.`;
		const expected = `${start}${tenths(expectedPoints, POINTS)} انتظار می\u200cرود`;
		if (neededHeldOut === null) return `${expected} که با هیچ تعدادی ثابت نمی\u200cشود.`;
		return neededHeldOut <= heldOut ? `${expected} و همین کافی است.` : `${expected} و برای اثبات آن باید ${number(neededHeldOut)} مشتری بدون تماس بماند: چند اجرا را با هم جمع کنید.`;
	},
};
