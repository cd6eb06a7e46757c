import { hardlyAny, ifKnown, wordsOf } from '../../locales/words';
import type { Locale } from './locale';

/** Nouns after a number stay in the singular, so that one form is enough. The escape is the zero-width non-joiner, which parts what is written as one word. */
const { number, counted, money, percent, foreign, quoted, list } = wordsOf('fa', { quotes: ['«', '»'], separator: '؛ ', isRightToLeft: true });

const days = (value: number | null): string => counted(value, { other: '# روز' });
const hours = (value: number | null): string => counted(value, { other: '# ساعت' });
const every = (gap: number): string => counted(gap, { 0: 'هر روز', 1: 'هر روز', other: 'هر # روز یک بار' });
const ahead = (value: number | null): string => counted(value, { 0: 'امروز', 1: 'فردا', other: '# روز دیگر' });
const ago = (value: number | null): string => counted(value, { 0: 'امروز', 1: 'دیروز', other: '# روز پیش' });
const late = (delay: number): string => counted(Math.max(0, delay), { 0: 'به\u200cموقع', other: 'با # روز تأخیر' });
const usualDelay = (delay: number): string => counted(Math.max(0, delay), { 0: 'به\u200cموقع', other: '# روز' });

/** `، معمولاً …`; nothing where it is not known what is usual. */
const usually = (usual: number | null, say: (usual: number) => string): string => ifKnown(usual, (known) => `، معمولاً ${say(known)}`);
const mostOften = (topic: string | null): string => ifKnown(topic, (known) => `، بیشتر درباره\u200cی ${quoted(known)}`);
const usualCount = (count: number): string => counted(hardlyAny(count), { 0: 'هیچ', other: '#' });
const inWords = (words: string | null): string => ifKnown(words, (known) => `: ${quoted(known)}`);
const outOf = (score: number | null, highest: number | null): string => `${number(score ?? 0)}${ifKnown(highest, (scale) => ` از ${number(scale)}`)}`;

const levels = { healthy: 'وضعیت خوب', watch: 'نیازمند توجه', atRisk: 'در معرض خطر' } as const;

export const fa: Locale = {
	title: 'Persian',
	phrases: {
		notHeardOf: ({ measured, usual }) => `${days(measured)} بدون تماس${usually(usual, every)}`,
		orderOverdue: ({ measured, usual }) => `${days(measured)} بدون خرید${usually(usual, every)}`,
		usedLess: ({ measured, usual }) => `به\u200cتازگی ${counted(measured, { 0: 'بدون هیچ روز فعال', other: 'فقط # روز فعال' })}${usually(usual, days)}`,
		complains: ({ measured, usual, words }) => `به\u200cتازگی ${counted(measured, { other: '# شکایت' })}${usually(usual, usualCount)}${mostOften(words)}`,
		asksForHelp: ({ measured, usual, words }) => `به\u200cتازگی ${counted(measured, { other: '# درخواست کمک' })}${usually(usual, usualCount)}${mostOften(words)}`,
		wouldNotRecommend: ({ measured, usual }) => `بعید است ما را به دیگران توصیه کند (${outOf(measured, usual)})`,
		notSatisfied: ({ measured, usual }) => `رضایت کم (${outOf(measured, usual)})`,
		waitsForAnswers: ({ measured, usual }) => `نخستین پاسخ ما پس از ${hours(measured)}${usually(usual, (known) => `پس از ${hours(known)}`)}`,
		paysLater: ({ measured, usual }) => `پرداخت ${late(measured ?? 0)}${usually(usual, usualDelay)}`,
		paysLess: ({ measured, usual }) => `پرداخت ماهانه ${money(measured ?? 0)}${ifKnown(usual, (before) => ` به\u200cجای ${money(before)}`)}`,
		paysInPart: () => 'فقط بخشی از مبلغ پرداخت شده',
		paysOtherwise: () => 'روش پرداخت تغییر کرده',
		pastDue: ({ measured, usual }) => `${days(measured)} از سررسید پرداخت گذشته${usually(usual, usualDelay)}`,
		retried: ({ measured }) => `پرداخت ${counted(measured, { other: '# بار' })} ناموفق بوده`,
		cardExpires: ({ measured }) => `اعتبار کارت ${ahead(measured)} تمام می\u200cشود`,
		cardExpired: ({ measured }) => `اعتبار کارت ${ago(measured)} تمام شده`,
		priceRose: ({ measured, usual }) => (measured === null || usual === null ? 'قیمت بالا رفته' : `قیمت ماهانه از ${money(usual)} به ${money(measured)} رسیده`),
		priceWillRise: ({ measured }) => `قیمت ${ahead(measured)} بالا می\u200cرود`,
		otherPerson: ({ words }) => `رابط جدید${ifKnown(words, (name) => ` (${foreign(name)})`)}`,
		contractEnds: ({ measured }) => `قرارداد ${ahead(measured)} تمام می\u200cشود`,
		bonusesLapse: ({ measured, usual }) => `${usual === null ? 'امتیازها' : counted(usual, { other: '# امتیاز' })} ${ahead(measured)} می\u200cسوزد`,
		saysLeaving: ({ words }) => `می\u200cگوید قصد رفتن دارد${inWords(words)}`,
		asksLeaving: ({ words }) => `درباره\u200cی رفتن می\u200cپرسد${inWords(words)}`,
		cancelled: ({ measured }) => `اشتراک لغو شده${measured === null || measured < 0 ? '' : ` و ${ahead(measured)} تمام می\u200cشود`}`,
	},
	actions: {
		toldUs: 'همین امروز تماس بگیرید: علت را بپرسید و خوب گوش کنید، سپس برای ادامه\u200cی راه پیشنهادی ارزشمند بدهید.',
		silence: 'تماس بگیرید و جویای حالشان شوید؛ شاید تردید دارند، سرشان شلوغ است یا بیمارند.',
		orderOverdue: 'بپرسید اکنون به چه نیاز دارند و برای خریدهای قبلی\u200cشان پیشنهادی مفید بدهید.',
		usageFalling: 'امکاناتی را که به کار می\u200cبردند یادآوری کنید و یکی را نشان دهید که کارشان را آسان\u200cتر می\u200cکند.',
		complaints: 'خودتان پیگیر شوید، مشکل را از ریشه حل کنید و بابت کوتاهی ما عذر بخواهید.',
		lowSatisfaction: 'بابت نظرشان تشکر کنید، بپرسید چه کم بوده و بگویید چه چیزی را تغییر می\u200cدهید.',
		slowAnswers: 'به هر چه اکنون بی\u200cپاسخ مانده جواب دهید و بگویید از این پس چه کسی پاسخگوست.',
		paymentsChanged: 'روراست بپرسید در بودجه\u200cشان چه تغییری کرده و نشان دهید در برابر این پول چه می\u200cگیرند.',
		priceRise: 'پیش از آن\u200cکه بپرسند، قیمت را توضیح دهید و شرایط مناسبی پیشنهاد کنید.',
		paymentFailing: 'در پرداخت کمکشان کنید: کارت تازه یا تاریخی دیگر؛ شاید فقط فراموش شده باشد.',
		contactPersonChanged: 'ببینید اکنون چه کسی تصمیم می\u200cگیرد، ارزش همکاری را نشانش دهید و درباره\u200cی گام بعدی توافق کنید.',
		contractEnding: 'همین حالا درباره\u200cی تمدید گفت\u200cوگو کنید: همکاری چه دستاوردی داشته و گام بعدی چیست.',
		bonusesLapsing: 'امتیازهایشان را یادآوری کنید و بگویید با آن چه می\u200cتوانند بگیرند.',
	},
	summary(who, level, risk, phrases) {
		const head = `${foreign(who)}: ${levels[level]} (${outOf(risk, 100)})`;
		if (phrases.length === 0) return `${head}.`;
		return `${head}${level === 'healthy' ? '، اما شایان توجه:' : ' –'} ${list(phrases)}.`;
	},
	nothingKnown: (who) => `${foreign(who)}: داده\u200cها برای یافتن نشانه\u200cهای هشدار کافی نیست.`,
	explanation: (phrases, since) => `${list(phrases, ifKnown(since, (day) => ` – هشدار از ${foreign(day)}`))}.`,
	littleKnown: (percentage) => `این ارزیابی فقط بر ${percent(percentage)} از داده\u200cهای لازم تکیه دارد.`,
	nothingFires: 'نشانه\u200cی هشداری دیده نمی\u200cشود.',
};
