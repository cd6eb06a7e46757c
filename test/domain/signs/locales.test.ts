import fc from 'fast-check';
import { evidenceKinds } from '../../../domain/signs/evidenceKinds';
import type { EvidenceKind } from '../../../domain/signs/evidenceKinds';
import { levels } from '../../../domain/signs/levels';
import type { Level } from '../../../domain/signs/levels';
import { locales } from '../../../domain/signs/locales';
import type { LanguageId } from '../../../domain/signs/locales';
import type { Facts } from '../../../domain/signs/locales/locale';
import { signIds } from '../../../domain/signs/signs';
import { shownLines, shownText } from '../../support/shownText';

const languages = Object.keys(locales) as LanguageId[];
const kinds = Object.keys(evidenceKinds) as EvidenceKind[];
const levelIds = Object.keys(levels) as Level[];

const phrase = (language: LanguageId, kind: EvidenceKind, facts: Partial<Facts> = {}): string => locales[language].phrases[kind](Object.freeze({ measured: null, usual: null, words: null, ...facts }));

/** A finding of each kind as it may come. */
const findings: Readonly<Record<EvidenceKind, Partial<Facts>>> = {
	notHeardOf: { measured: 90, usual: 1 },
	orderOverdue: { measured: 90, usual: 30 },
	usedLess: { measured: 2, usual: 12 },
	complains: { measured: 3, usual: 0, words: 'Export' },
	asksForHelp: { measured: 5, usual: 1.5 },
	wouldNotRecommend: { measured: 3, usual: 10 },
	notSatisfied: { measured: 40, usual: 100 },
	waitsForAnswers: { measured: 32, usual: 4 },
	paysLater: { measured: 18.5, usual: 0 },
	paysLess: { measured: 80, usual: 99.5 },
	paysInPart: { measured: 1 },
	paysOtherwise: {},
	pastDue: { measured: 20, usual: 2 },
	retried: { measured: 3 },
	cardExpires: { measured: 5 },
	cardExpired: { measured: 1 },
	priceRose: { measured: 23, usual: 20 },
	priceWillRise: { measured: 21 },
	otherPerson: { words: 'Ben' },
	contractEnds: { measured: 0 },
	bonusesLapse: { measured: 15, usual: 240 },
	saysLeaving: { words: 'We are moving to another tool' },
	asksLeaving: { words: 'How do I cancel my subscription' },
	cancelled: { measured: 12 },
};
const phrasesOf = (language: LanguageId): string[] => kinds.map((kind) => phrase(language, kind, findings[kind]));

describe('every language', () => {
	it.each(languages)('%s says every kind and sign of the registries, and nothing else', (language) => {
		const { phrases, actions } = locales[language];
		expect(Object.keys(phrases).sort()).toEqual([...kinds].sort());
		expect(Object.keys(actions).sort()).toEqual([...signIds].sort());
	});

	it('has an English title: four of them, all different', () => {
		expect(languages.map((language) => `${language} ${locales[language].title}`)).toEqual(['en English', 'uk Ukrainian', 'ru Russian', 'fa Persian']);
	});

	it.each(languages)('%s has actions that are sentences, one for each sign', (language) => {
		const actions = Object.values(locales[language].actions);
		expect(new Set(actions).size).toBe(signIds.length);
		for (const action of actions) expect(action).toMatch(/^[\p{Lu}\p{Lo}][^#]+\.$/u);
	});
});

describe('the phrase of each kind', () => {
	it('in English', () => {
		expect(shownLines(phrasesOf('en'))).toMatchInlineSnapshot(`
			"
			no contact for 90 days, usually every day
			no purchase for 90 days, usually every 30 days
			only 2 active days recently, usually 12
			3 complaints recently, usually none, most often about “Export”
			5 requests for help recently, usually 1.5
			unlikely to recommend us (3 out of 10)
			not satisfied (40 out of 100)
			our first answer takes 32 hours, usually 4 hours
			pays 18.5 days late, usually on time
			pays 80 a month instead of 99.50
			paid only in part
			pays by another method than before
			a payment is 20 days overdue, usually 2 days
			a payment failed 3 times
			the card expires in 5 days
			the card expired yesterday
			the price went up from 20 to 23 a month
			the price goes up in 21 days
			a new contact person (Ben)
			the contract ends today
			240 bonuses expire in 15 days
			says they are leaving: “We are moving to another tool”
			asks about leaving: “How do I cancel my subscription”
			has cancelled, ends in 12 days
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(shownLines(phrasesOf('uk'))).toMatchInlineSnapshot(`
			"
			немає контакту 90 днів, зазвичай щодня
			немає покупок 90 днів, зазвичай раз на 30 днів
			останнім часом лише 2 активні дні, зазвичай 12
			останнім часом 3 скарги, зазвичай жодної, найчастіша тема – «Export»
			останнім часом 5 звернень по допомогу, зазвичай 1,5
			навряд чи порекомендує нас (3 з 10)
			низька оцінка (40 зі 100)
			перша відповідь від нас через 32 години, зазвичай через 4 години
			платить із запізненням на 18,5 дня, зазвичай вчасно
			платить 80 на місяць замість 99,50
			сплачено лише частину суми
			змінився спосіб оплати
			платіж прострочено на 20 днів, зазвичай на 2 дні
			платіж не пройшов 3 рази
			термін дії картки закінчується через 5 днів
			термін дії картки закінчився вчора
			ціна зросла: було 20, стало 23 на місяць
			ціна зросте через 21 день
			нова контактна особа (Ben)
			договір закінчується сьогодні
			240 бонусів згорять через 15 днів
			каже, що йде від нас: «We are moving to another tool»
			питає про відхід: «How do I cancel my subscription»
			підписку скасовано, закінчиться через 12 днів
			"
		`);
	});

	it('in Russian', () => {
		expect(shownLines(phrasesOf('ru'))).toMatchInlineSnapshot(`
			"
			нет контакта 90 дней, обычно каждый день
			нет покупок 90 дней, обычно раз в 30 дней
			в последнее время только 2 активных дня, обычно 12
			в последнее время 3 жалобы, обычно ни одной, самая частая тема – «Export»
			в последнее время 5 обращений за помощью, обычно 1,5
			вряд ли порекомендует нас (3 из 10)
			низкая оценка (40 из 100)
			первый ответ от нас через 32 часа, обычно через 4 часа
			платит с опозданием на 18,5 дня, обычно вовремя
			платит 80 в месяц вместо 99,50
			оплачена только часть суммы
			изменился способ оплаты
			платёж просрочен на 20 дней, обычно на 2 дня
			платёж не прошёл 3 раза
			срок действия карты истекает через 5 дней
			срок действия карты истёк вчера
			цена выросла: было 20, стало 23 в месяц
			цена вырастет через 21 день
			новое контактное лицо (Ben)
			договор заканчивается сегодня
			240 бонусов сгорят через 15 дней
			говорит, что уходит от нас: «We are moving to another tool»
			спрашивает об уходе: «How do I cancel my subscription»
			подписка отменена, закончится через 12 дней
			"
		`);
	});

	it('in Persian', () => {
		expect(shownLines(phrasesOf('fa'))).toMatchInlineSnapshot(`
			"
			۹۰ روز بدون تماس، معمولاً هر روز
			۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار
			به_تازگی فقط ۲ روز فعال، معمولاً ۱۲ روز
			به_تازگی ۳ شکایت، معمولاً هیچ، بیشتر درباره_ی «⟦Export⟧»
			به_تازگی ۵ درخواست کمک، معمولاً ۱٫۵
			بعید است ما را به دیگران توصیه کند (۳ از ۱۰)
			رضایت کم (۴۰ از ۱۰۰)
			نخستین پاسخ ما پس از ۳۲ ساعت، معمولاً پس از ۴ ساعت
			پرداخت با ۱۸٫۵ روز تأخیر، معمولاً به_موقع
			پرداخت ماهانه ۸۰ به_جای ۹۹٫۵۰
			فقط بخشی از مبلغ پرداخت شده
			روش پرداخت تغییر کرده
			۲۰ روز از سررسید پرداخت گذشته، معمولاً ۲ روز
			پرداخت ۳ بار ناموفق بوده
			اعتبار کارت ۵ روز دیگر تمام می_شود
			اعتبار کارت دیروز تمام شده
			قیمت ماهانه از ۲۰ به ۲۳ رسیده
			قیمت ۲۱ روز دیگر بالا می_رود
			رابط جدید (⟦Ben⟧)
			قرارداد امروز تمام می_شود
			۲۴۰ امتیاز ۱۵ روز دیگر می_سوزد
			می_گوید قصد رفتن دارد: «⟦We are moving to another tool⟧»
			درباره_ی رفتن می_پرسد: «⟦How do I cancel my subscription⟧»
			اشتراک لغو شده و ۱۲ روز دیگر تمام می_شود
			"
		`);
	});
});

/** 0, 1, few, many, 21 (one again where the language has it so) and a fraction. */
const numbers = [0, 1, 2, 5, 21, 1.5];
const counting: ReadonlyArray<readonly [EvidenceKind, (value: number) => Partial<Facts>]> = [
	['orderOverdue', (value) => ({ measured: value, usual: value })],
	['usedLess', (value) => ({ measured: value, usual: value })],
	['complains', (value) => ({ measured: value, usual: value })],
	['asksForHelp', (value) => ({ measured: value, usual: value })],
	['waitsForAnswers', (value) => ({ measured: value, usual: value })],
	['paysLater', (value) => ({ measured: value, usual: value })],
	['retried', (value) => ({ measured: value })],
	['cardExpired', (value) => ({ measured: value })],
	['bonusesLapse', (value) => ({ measured: value, usual: value })],
];
const counted = (language: LanguageId): string => shownLines(counting.flatMap(([kind, factsOf]) => numbers.map((value) => phrase(language, kind, factsOf(value)))));

describe('words beside the numbers 0, 1, 2, 5, 21 and 1.5', () => {
	it('in English', () => {
		expect(counted('en')).toMatchInlineSnapshot(`
			"
			no purchase for 0 days, usually every day
			no purchase for 1 day, usually every day
			no purchase for 2 days, usually every 2 days
			no purchase for 5 days, usually every 5 days
			no purchase for 21 days, usually every 21 days
			no purchase for 1.5 days, usually every 1.5 days
			no active days recently, usually none
			only 1 active day recently, usually 1
			only 2 active days recently, usually 2
			only 5 active days recently, usually 5
			only 21 active days recently, usually 21
			only 1.5 active days recently, usually 1.5
			0 complaints recently, usually none
			1 complaint recently, usually 1
			2 complaints recently, usually 2
			5 complaints recently, usually 5
			21 complaints recently, usually 21
			1.5 complaints recently, usually 1.5
			0 requests for help recently, usually none
			1 request for help recently, usually 1
			2 requests for help recently, usually 2
			5 requests for help recently, usually 5
			21 requests for help recently, usually 21
			1.5 requests for help recently, usually 1.5
			our first answer takes 0 hours, usually 0 hours
			our first answer takes 1 hour, usually 1 hour
			our first answer takes 2 hours, usually 2 hours
			our first answer takes 5 hours, usually 5 hours
			our first answer takes 21 hours, usually 21 hours
			our first answer takes 1.5 hours, usually 1.5 hours
			pays on time, usually on time
			pays 1 day late, usually 1 day
			pays 2 days late, usually 2 days
			pays 5 days late, usually 5 days
			pays 21 days late, usually 21 days
			pays 1.5 days late, usually 1.5 days
			a payment failed 0 times
			a payment failed once
			a payment failed twice
			a payment failed 5 times
			a payment failed 21 times
			a payment failed 1.5 times
			the card expired today
			the card expired yesterday
			the card expired 2 days ago
			the card expired 5 days ago
			the card expired 21 days ago
			the card expired 1.5 days ago
			0 bonuses expire today
			1 bonus expires tomorrow
			2 bonuses expire in 2 days
			5 bonuses expire in 5 days
			21 bonuses expire in 21 days
			1.5 bonuses expire in 1.5 days
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(counted('uk')).toMatchInlineSnapshot(`
			"
			немає покупок 0 днів, зазвичай щодня
			немає покупок 1 день, зазвичай щодня
			немає покупок 2 дні, зазвичай раз на 2 дні
			немає покупок 5 днів, зазвичай раз на 5 днів
			немає покупок 21 день, зазвичай раз на 21 день
			немає покупок 1,5 дня, зазвичай раз на 1,5 дня
			останнім часом жодного активного дня, зазвичай 0
			останнім часом лише 1 активний день, зазвичай 1
			останнім часом лише 2 активні дні, зазвичай 2
			останнім часом лише 5 активних днів, зазвичай 5
			останнім часом лише 21 активний день, зазвичай 21
			останнім часом лише 1,5 активного дня, зазвичай 1,5
			останнім часом 0 скарг, зазвичай жодної
			останнім часом 1 скарга, зазвичай 1
			останнім часом 2 скарги, зазвичай 2
			останнім часом 5 скарг, зазвичай 5
			останнім часом 21 скарга, зазвичай 21
			останнім часом 1,5 скарги, зазвичай 1,5
			останнім часом 0 звернень по допомогу, зазвичай жодного
			останнім часом 1 звернення по допомогу, зазвичай 1
			останнім часом 2 звернення по допомогу, зазвичай 2
			останнім часом 5 звернень по допомогу, зазвичай 5
			останнім часом 21 звернення по допомогу, зазвичай 21
			останнім часом 1,5 звернення по допомогу, зазвичай 1,5
			перша відповідь від нас через 0 годин, зазвичай через 0 годин
			перша відповідь від нас через 1 годину, зазвичай через 1 годину
			перша відповідь від нас через 2 години, зазвичай через 2 години
			перша відповідь від нас через 5 годин, зазвичай через 5 годин
			перша відповідь від нас через 21 годину, зазвичай через 21 годину
			перша відповідь від нас через 1,5 години, зазвичай через 1,5 години
			платить вчасно, зазвичай вчасно
			платить із запізненням на 1 день, зазвичай на 1 день
			платить із запізненням на 2 дні, зазвичай на 2 дні
			платить із запізненням на 5 днів, зазвичай на 5 днів
			платить із запізненням на 21 день, зазвичай на 21 день
			платить із запізненням на 1,5 дня, зазвичай на 1,5 дня
			платіж не пройшов 0 разів
			платіж не пройшов 1 раз
			платіж не пройшов 2 рази
			платіж не пройшов 5 разів
			платіж не пройшов 21 раз
			платіж не пройшов 1,5 раза
			термін дії картки закінчився сьогодні
			термін дії картки закінчився вчора
			термін дії картки закінчився 2 дні тому
			термін дії картки закінчився 5 днів тому
			термін дії картки закінчився 21 день тому
			термін дії картки закінчився 1,5 дня тому
			0 бонусів згорять сьогодні
			1 бонус згорить завтра
			2 бонуси згорять через 2 дні
			5 бонусів згорять через 5 днів
			21 бонус згорить через 21 день
			1,5 бонуса згорить через 1,5 дня
			"
		`);
	});

	it('in Russian', () => {
		expect(counted('ru')).toMatchInlineSnapshot(`
			"
			нет покупок 0 дней, обычно каждый день
			нет покупок 1 день, обычно каждый день
			нет покупок 2 дня, обычно раз в 2 дня
			нет покупок 5 дней, обычно раз в 5 дней
			нет покупок 21 день, обычно раз в 21 день
			нет покупок 1,5 дня, обычно раз в 1,5 дня
			в последнее время ни одного активного дня, обычно 0
			в последнее время только 1 активный день, обычно 1
			в последнее время только 2 активных дня, обычно 2
			в последнее время только 5 активных дней, обычно 5
			в последнее время только 21 активный день, обычно 21
			в последнее время только 1,5 активного дня, обычно 1,5
			в последнее время 0 жалоб, обычно ни одной
			в последнее время 1 жалоба, обычно 1
			в последнее время 2 жалобы, обычно 2
			в последнее время 5 жалоб, обычно 5
			в последнее время 21 жалоба, обычно 21
			в последнее время 1,5 жалобы, обычно 1,5
			в последнее время 0 обращений за помощью, обычно ни одного
			в последнее время 1 обращение за помощью, обычно 1
			в последнее время 2 обращения за помощью, обычно 2
			в последнее время 5 обращений за помощью, обычно 5
			в последнее время 21 обращение за помощью, обычно 21
			в последнее время 1,5 обращения за помощью, обычно 1,5
			первый ответ от нас через 0 часов, обычно через 0 часов
			первый ответ от нас через 1 час, обычно через 1 час
			первый ответ от нас через 2 часа, обычно через 2 часа
			первый ответ от нас через 5 часов, обычно через 5 часов
			первый ответ от нас через 21 час, обычно через 21 час
			первый ответ от нас через 1,5 часа, обычно через 1,5 часа
			платит вовремя, обычно вовремя
			платит с опозданием на 1 день, обычно на 1 день
			платит с опозданием на 2 дня, обычно на 2 дня
			платит с опозданием на 5 дней, обычно на 5 дней
			платит с опозданием на 21 день, обычно на 21 день
			платит с опозданием на 1,5 дня, обычно на 1,5 дня
			платёж не прошёл 0 раз
			платёж не прошёл 1 раз
			платёж не прошёл 2 раза
			платёж не прошёл 5 раз
			платёж не прошёл 21 раз
			платёж не прошёл 1,5 раза
			срок действия карты истёк сегодня
			срок действия карты истёк вчера
			срок действия карты истёк 2 дня назад
			срок действия карты истёк 5 дней назад
			срок действия карты истёк 21 день назад
			срок действия карты истёк 1,5 дня назад
			0 бонусов сгорят сегодня
			1 бонус сгорит завтра
			2 бонуса сгорят через 2 дня
			5 бонусов сгорят через 5 дней
			21 бонус сгорит через 21 день
			1,5 бонуса сгорит через 1,5 дня
			"
		`);
	});

	it('in Persian', () => {
		expect(counted('fa')).toMatchInlineSnapshot(`
			"
			۰ روز بدون خرید، معمولاً هر روز
			۱ روز بدون خرید، معمولاً هر روز
			۲ روز بدون خرید، معمولاً هر ۲ روز یک بار
			۵ روز بدون خرید، معمولاً هر ۵ روز یک بار
			۲۱ روز بدون خرید، معمولاً هر ۲۱ روز یک بار
			۱٫۵ روز بدون خرید، معمولاً هر ۱٫۵ روز یک بار
			به_تازگی بدون هیچ روز فعال، معمولاً ۰ روز
			به_تازگی فقط ۱ روز فعال، معمولاً ۱ روز
			به_تازگی فقط ۲ روز فعال، معمولاً ۲ روز
			به_تازگی فقط ۵ روز فعال، معمولاً ۵ روز
			به_تازگی فقط ۲۱ روز فعال، معمولاً ۲۱ روز
			به_تازگی فقط ۱٫۵ روز فعال، معمولاً ۱٫۵ روز
			به_تازگی ۰ شکایت، معمولاً هیچ
			به_تازگی ۱ شکایت، معمولاً ۱
			به_تازگی ۲ شکایت، معمولاً ۲
			به_تازگی ۵ شکایت، معمولاً ۵
			به_تازگی ۲۱ شکایت، معمولاً ۲۱
			به_تازگی ۱٫۵ شکایت، معمولاً ۱٫۵
			به_تازگی ۰ درخواست کمک، معمولاً هیچ
			به_تازگی ۱ درخواست کمک، معمولاً ۱
			به_تازگی ۲ درخواست کمک، معمولاً ۲
			به_تازگی ۵ درخواست کمک، معمولاً ۵
			به_تازگی ۲۱ درخواست کمک، معمولاً ۲۱
			به_تازگی ۱٫۵ درخواست کمک، معمولاً ۱٫۵
			نخستین پاسخ ما پس از ۰ ساعت، معمولاً پس از ۰ ساعت
			نخستین پاسخ ما پس از ۱ ساعت، معمولاً پس از ۱ ساعت
			نخستین پاسخ ما پس از ۲ ساعت، معمولاً پس از ۲ ساعت
			نخستین پاسخ ما پس از ۵ ساعت، معمولاً پس از ۵ ساعت
			نخستین پاسخ ما پس از ۲۱ ساعت، معمولاً پس از ۲۱ ساعت
			نخستین پاسخ ما پس از ۱٫۵ ساعت، معمولاً پس از ۱٫۵ ساعت
			پرداخت به_موقع، معمولاً به_موقع
			پرداخت با ۱ روز تأخیر، معمولاً ۱ روز
			پرداخت با ۲ روز تأخیر، معمولاً ۲ روز
			پرداخت با ۵ روز تأخیر، معمولاً ۵ روز
			پرداخت با ۲۱ روز تأخیر، معمولاً ۲۱ روز
			پرداخت با ۱٫۵ روز تأخیر، معمولاً ۱٫۵ روز
			پرداخت ۰ بار ناموفق بوده
			پرداخت ۱ بار ناموفق بوده
			پرداخت ۲ بار ناموفق بوده
			پرداخت ۵ بار ناموفق بوده
			پرداخت ۲۱ بار ناموفق بوده
			پرداخت ۱٫۵ بار ناموفق بوده
			اعتبار کارت امروز تمام شده
			اعتبار کارت دیروز تمام شده
			اعتبار کارت ۲ روز پیش تمام شده
			اعتبار کارت ۵ روز پیش تمام شده
			اعتبار کارت ۲۱ روز پیش تمام شده
			اعتبار کارت ۱٫۵ روز پیش تمام شده
			۰ امتیاز امروز می_سوزد
			۱ امتیاز فردا می_سوزد
			۲ امتیاز ۲ روز دیگر می_سوزد
			۵ امتیاز ۵ روز دیگر می_سوزد
			۲۱ امتیاز ۲۱ روز دیگر می_سوزد
			۱٫۵ امتیاز ۱٫۵ روز دیگر می_سوزد
			"
		`);
	});

	it('go with the number as it is written: .96 is 1 day, 1.04 is 1 day, -.04 is 0 days', () => {
		expect([0.96, 1.04, -0.04].map((measured) => phrase('en', 'orderOverdue', { measured }))).toEqual(['no purchase for 1 day', 'no purchase for 1 day', 'no purchase for 0 days']);
		expect(phrase('ru', 'orderOverdue', { measured: 1.04 })).toBe('нет покупок 1 день');
	});

	it('have two decimals of money or none: 99.5 is 99.50, 1234.001 is 1,234', () => {
		expect(phrase('en', 'paysLess', { measured: 99.5, usual: 1234.001 })).toBe('pays 99.50 a month instead of 1,234');
		expect(shownText(phrase('uk', 'paysLess', { measured: 99.5, usual: 12345 }))).toBe('платить 99,50 на місяць замість 12~345');
	});

	it('have the Ukrainian preposition of the number as it is spoken: 5 з 10, 40 зі 100', () => {
		expect(phrase('uk', 'notSatisfied', { measured: 5, usual: 10 })).toBe('низька оцінка (5 з 10)');
		expect(phrase('uk', 'notSatisfied', { measured: 40, usual: 100 })).toBe('низька оцінка (40 зі 100)');
	});
});

/** Names as the language has them; the last in a script of the other direction. */
const names: Readonly<Record<LanguageId, readonly [string, string]>> = {
	en: ['Anna Koval', 'علی رضایی'],
	uk: ['Олена Коваль', 'علی رضایی'],
	ru: ['Елена Коваль', 'علی رضایی'],
	fa: ['علی رضایی', 'Acme Inc.'],
};

function sentencesOf(language: LanguageId): string {
	const { summary, nothingKnown, explanation, littleKnown, nothingFires } = locales[language];
	const [own, other] = names[language];
	const phrases = (['orderOverdue', 'asksForHelp', 'otherPerson', 'cardExpires', 'paysOtherwise'] as const).map((kind) => phrase(language, kind, findings[kind]));
	return shownLines([
		summary(own, 'healthy', 3.2, []),
		summary(own, 'healthy', 7, phrases.slice(0, 1)),
		summary(own, 'watch', 15, phrases.slice(0, 2)),
		summary(other, 'atRisk', 41, phrases),
		nothingKnown(own),
		explanation(phrases.slice(0, 1), null),
		explanation(phrases.slice(0, 2), '2024-06-30'),
		explanation(phrases, '2024-06-30'),
		littleKnown(40),
		nothingFires,
	]);
}

describe('summary and explanation with no phrase, one, two and five', () => {
	it('in English', () => {
		expect(sentencesOf('en')).toMatchInlineSnapshot(`
			"
			Anna Koval is healthy (3.2 out of 100).
			Anna Koval is healthy (7 out of 100), worth noting: no purchase for 90 days, usually every 30 days.
			Anna Koval needs attention (15 out of 100): no purchase for 90 days, usually every 30 days; 5 requests for help recently, usually 1.5.
			⟦علی رضایی⟧ is at risk (41 out of 100): no purchase for 90 days, usually every 30 days; 5 requests for help recently, usually 1.5; a new contact person (Ben); the card expires in 5 days; pays by another method than before.
			Anna Koval: not enough data to look for warning signs.
			No purchase for 90 days, usually every 30 days.
			No purchase for 90 days, usually every 30 days – warning since 2024-06-30; 5 requests for help recently, usually 1.5.
			No purchase for 90 days, usually every 30 days – warning since 2024-06-30; 5 requests for help recently, usually 1.5; a new contact person (Ben); the card expires in 5 days; pays by another method than before.
			This rests on only 40% of the data it needs.
			No warning signs.
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(sentencesOf('uk')).toMatchInlineSnapshot(`
			"
			Олена Коваль: усе гаразд (3,2 зі 100).
			Олена Коваль: усе гаразд (7 зі 100), але варто зауважити: немає покупок 90 днів, зазвичай раз на 30 днів.
			Олена Коваль: потребує уваги (15 зі 100) – немає покупок 90 днів, зазвичай раз на 30 днів; останнім часом 5 звернень по допомогу, зазвичай 1,5.
			⟦علی رضایی⟧: у зоні ризику (41 зі 100) – немає покупок 90 днів, зазвичай раз на 30 днів; останнім часом 5 звернень по допомогу, зазвичай 1,5; нова контактна особа (Ben); термін дії картки закінчується через 5 днів; змінився спосіб оплати.
			Олена Коваль: замало даних, щоб шукати тривожні ознаки.
			Немає покупок 90 днів, зазвичай раз на 30 днів.
			Немає покупок 90 днів, зазвичай раз на 30 днів – сигнал із 2024-06-30; останнім часом 5 звернень по допомогу, зазвичай 1,5.
			Немає покупок 90 днів, зазвичай раз на 30 днів – сигнал із 2024-06-30; останнім часом 5 звернень по допомогу, зазвичай 1,5; нова контактна особа (Ben); термін дії картки закінчується через 5 днів; змінився спосіб оплати.
			Оцінка спирається лише на 40% потрібних даних.
			Тривожних ознак немає.
			"
		`);
	});

	it('in Russian', () => {
		expect(sentencesOf('ru')).toMatchInlineSnapshot(`
			"
			Елена Коваль: всё в порядке (3,2 из 100).
			Елена Коваль: всё в порядке (7 из 100), но стоит учесть: нет покупок 90 дней, обычно раз в 30 дней.
			Елена Коваль: требует внимания (15 из 100) – нет покупок 90 дней, обычно раз в 30 дней; в последнее время 5 обращений за помощью, обычно 1,5.
			⟦علی رضایی⟧: в зоне риска (41 из 100) – нет покупок 90 дней, обычно раз в 30 дней; в последнее время 5 обращений за помощью, обычно 1,5; новое контактное лицо (Ben); срок действия карты истекает через 5 дней; изменился способ оплаты.
			Елена Коваль: слишком мало данных, чтобы искать тревожные признаки.
			Нет покупок 90 дней, обычно раз в 30 дней.
			Нет покупок 90 дней, обычно раз в 30 дней – сигнал с 2024-06-30; в последнее время 5 обращений за помощью, обычно 1,5.
			Нет покупок 90 дней, обычно раз в 30 дней – сигнал с 2024-06-30; в последнее время 5 обращений за помощью, обычно 1,5; новое контактное лицо (Ben); срок действия карты истекает через 5 дней; изменился способ оплаты.
			Оценка опирается только на 40~% нужных данных.
			Тревожных признаков нет.
			"
		`);
	});

	it('in Persian', () => {
		expect(sentencesOf('fa')).toMatchInlineSnapshot(`
			"
			⟦علی رضایی⟧: وضعیت خوب (۳٫۲ از ۱۰۰).
			⟦علی رضایی⟧: وضعیت خوب (۷ از ۱۰۰)، اما شایان توجه: ۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار.
			⟦علی رضایی⟧: نیازمند توجه (۱۵ از ۱۰۰) – ۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار؛ به_تازگی ۵ درخواست کمک، معمولاً ۱٫۵.
			⟦Acme Inc.⟧: در معرض خطر (۴۱ از ۱۰۰) – ۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار؛ به_تازگی ۵ درخواست کمک، معمولاً ۱٫۵؛ رابط جدید (⟦Ben⟧)؛ اعتبار کارت ۵ روز دیگر تمام می_شود؛ روش پرداخت تغییر کرده.
			⟦علی رضایی⟧: داده_ها برای یافتن نشانه_های هشدار کافی نیست.
			۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار.
			۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار – هشدار از ⟦2024-06-30⟧؛ به_تازگی ۵ درخواست کمک، معمولاً ۱٫۵.
			۹۰ روز بدون خرید، معمولاً هر ۳۰ روز یک بار – هشدار از ⟦2024-06-30⟧؛ به_تازگی ۵ درخواست کمک، معمولاً ۱٫۵؛ رابط جدید (⟦Ben⟧)؛ اعتبار کارت ۵ روز دیگر تمام می_شود؛ روش پرداخت تغییر کرده.
			این ارزیابی فقط بر ۴۰٪ از داده_های لازم تکیه دارد.
			نشانه_ی هشداری دیده نمی_شود.
			"
		`);
	});

	it('leave the name as it is: "anna@koval.example" gets no capital letter', () => {
		expect(locales.en.summary('anna@koval.example', 'atRisk', 41, [])).toBe('anna@koval.example is at risk (41 out of 100).');
	});
});

describe('words of others', () => {
	it('of another direction are isolated: a Persian quotation in a Ukrainian phrase, an English one in a Persian', () => {
		expect(phrase('uk', 'saysLeaving', { words: 'می\u200cخواهم لغو کنم' })).toBe('каже, що йде від нас: «\u2068می\u200cخواهم لغو کنم\u2069»');
		expect(phrase('fa', 'otherPerson', { words: 'Ben' })).toBe('رابط جدید (\u2068Ben\u2069)');
	});

	it('of the same direction are not: an English quotation in a Russian phrase', () => {
		expect(phrase('ru', 'asksLeaving', { words: 'How do I cancel' })).toBe('спрашивает об уходе: «How do I cancel»');
	});

	it('cannot turn the sentence: an override and an isolate that is never closed are left out', () => {
		expect(phrase('en', 'otherPerson', { words: '\u202eBen\u2067' })).toBe('a new contact person (Ben)');
	});

	it('stand in one line, without the spaces around them and the breaks in them', () => {
		expect(phrase('en', 'saysLeaving', { words: ' We leave.\n\n  Bye ' })).toBe('says they are leaving: “We leave. Bye”');
	});
});

const anyNumber = fc.oneof(
	fc.constant(null),
	fc.nat(40),
	fc.nat(100_000).map((tenths) => tenths / 10),
	fc.double({ min: -5, max: 1e7, noNaN: true }),
);
const anyWords = fc.constantFrom(null, 'Ben', 'Олена Коваль', 'علی رضایی', 'I want  to cancel', 'Скасуйте $& підписку', '\u2067Ben');
const anyFacts: fc.Arbitrary<Facts> = fc.record({
	measured: anyNumber,
	usual: anyNumber,
	words: anyWords,
});

describe('laws', () => {
	it.each(languages)('%s never says undefined, null, NaN, a form that lacks its number, or two spaces; isolates are closed', (language) => {
		fc.assert(
			fc.property(anyFacts, fc.constantFrom(...kinds), fc.constantFrom(...levelIds), fc.double({ min: 0, max: 100, noNaN: true }), (facts, kind, level, risk) => {
				const { summary, explanation } = locales[language];
				const found = phrase(language, kind, facts);
				for (const text of [found, summary('Acme', level, risk, [found, found]), explanation([found, found], '2024-06-30')]) {
					expect(text).not.toMatch(/undefined|null|NaN|Infinity|#| {2}|^\s|\s$|-0(?!\d)/u);
					expect(text.split('\u2068')).toHaveLength(text.split('\u2069').length);
				}
			}),
		);
	});

	it('Persian has Persian digits, letters and marks wherever nothing is isolated', () => {
		fc.assert(
			fc.property(anyFacts, fc.constantFrom(...kinds), (facts, kind) => {
				const own = locales.fa.summary('Acme 1', 'atRisk', 41.5, [phrase('fa', kind, facts), 'و']).replace(/\u2068[^\u2069]*\u2069/gu, '');
				expect(own).not.toMatch(/[0-9A-Za-z,;%"]/u);
			}),
		);
	});

	it.each(['en', 'uk', 'ru', 'fa'] as const)('%s tells a usual count below a half as none, and .5 as it is', (language) => {
		const told = (usual: number) => phrase(language, 'complains', { measured: 3, usual });
		expect(told(0.49)).toBe(told(0));
		expect(told(0.5)).not.toBe(told(0));
	});

	it('Persian is written with its own yeh and kaf, not those of Arabic', () => {
		const texts = [...phrasesOf('fa'), ...Object.values(locales.fa.actions), sentencesOf('fa')];
		expect(texts.join(' ')).not.toMatch(/[\u064a\u0643\u0660-\u0669]/u);
	});
});
