import fc from 'fast-check';
import { channelIds } from '../../../domain/winback/channels';
import { locales } from '../../../domain/winback/locales';
import type { LanguageId } from '../../../domain/winback/locales';
import type { Locale, SampleSize, Worth } from '../../../domain/winback/locales/locale';
import { reasonIds } from '../../../domain/winback/reasons';
import { ruleIds } from '../../../domain/winback/rules';
import type { RuleId } from '../../../domain/winback/rules';
import { found } from '../../../domain/winback/rules/rule';
import type { Finding } from '../../../domain/winback/rules/rule';
import { shownLines } from '../../support/shownText';

const languages = Object.keys(locales) as LanguageId[];
const lists = ['first', 'worthIt', 'notWorthIt', 'notContacted'] as const;

const NAMES: Readonly<Record<LanguageId, string>> = {
	en: 'Anna Koval',
	uk: 'Олена Коваль',
	ru: 'Елена Коваль',
	fa: 'علی رضایی',
};
const DAY = '2024-06-30';

/** Summary and sentence of parts that are joined first. */
const ofParts = ({ joined, summary, sentence }: Pick<Locale, 'joined' | 'summary' | 'sentence'>) => ({
	summary: (who: string, list: Parameters<Locale['summary']>[1], parts: readonly string[]) => summary(who, list, joined(parts)),
	sentence: (parts: readonly string[]) => sentence(joined(parts)),
});

const worth = (parts: Partial<Worth> = {}): Worth =>
	Object.freeze({
		channel: 'call',
		priority: 14.2,
		chance: 0.27,
		chanceWithContact: 0.41,
		worthOfReturn: 120,
		returnCounts: 1,
		currency: 'EUR',
		...parts,
	});

const finding = (language: LanguageId, rule: RuleId, numbers: Partial<Finding> = {}): string => locales[language].findings[rule](Object.freeze(found(numbers)));

/** What each rule finds as a rule. */
const examples: Readonly<Record<RuleId, Partial<Finding>>> = {
	onlyOnPromotion: { count: 9, of: 11 },
	rareAndSmall: { count: 2, days: 1100, measured: 12.5, usual: 48 },
	instalments: { count: 6, of: 8 },
	paysLate: { count: 5, of: 7 },
	returns: { count: 4, of: 9, measured: 0.44 },
	toxic: {},
	longAndFrequent: { count: 24, days: 1825 },
	wholesaleOrHighMargin: { count: 6, measured: 500, usual: 48 },
	bigName: {},
	neverBought: {},
};

const sizes: readonly SampleSize[] = [
	{
		heldOut: 50,
		contacted: 450,
		detectablePoints: 12.5,
		expectedPoints: 3.2,
		neededHeldOut: 1700,
	},
	{
		heldOut: 700,
		contacted: 6300,
		detectablePoints: 3,
		expectedPoints: 5,
		neededHeldOut: 700,
	},
	{
		heldOut: 21,
		contacted: 180,
		detectablePoints: 21,
		expectedPoints: 1,
		neededHeldOut: null,
	},
	{
		heldOut: 0,
		contacted: 450,
		detectablePoints: null,
		expectedPoints: 2,
		neededHeldOut: 1000,
	},
	{
		heldOut: 1,
		contacted: 2,
		detectablePoints: null,
		expectedPoints: 0.02,
		neededHeldOut: null,
	},
	{
		heldOut: 1,
		contacted: 0,
		detectablePoints: 1,
		expectedPoints: 0,
		neededHeldOut: null,
	},
];

const ofRules = (language: LanguageId): string =>
	shownLines([
		...ruleIds.map((rule) => finding(language, rule, examples[rule])),
		finding(language, 'wholesaleOrHighMargin', { measured: 0.62, usual: 0.35 }),
		finding(language, 'wholesaleOrHighMargin'),
		finding(language, 'returns', { measured: 1 }),
		...Object.values(locales[language].leftBecause),
	]);

const ofMoney = (language: LanguageId): string => {
	const { adds, costsMore, wouldAdd, notChosen } = locales[language];
	const { sentence } = ofParts(locales[language]);
	return shownLines([
		...channelIds.map((channel) => adds(worth({ channel }))),
		// DOMAIN W3: odds ratio 1.5, reach .2, a return worth 100, offer 10, contact .05: at .9 the priority is -1.29138.
		...channelIds.map((channel) =>
			costsMore(
				worth({
					channel,
					priority: -1.29138,
					chance: 0.9,
					chanceWithContact: 0.931,
					worthOfReturn: 100,
				}),
			),
		),
		...channelIds.map((channel) => sentence([`${wouldAdd(worth({ channel, priority: 0.4, currency: null }))}${notChosen.budgetSpent}`])),
		`${wouldAdd(worth({ priority: 3 }))}${notChosen.callsTaken}`,
		costsMore(worth({ priority: 0 })),
		costsMore(worth({ priority: -3, worthOfReturn: 0 })),
		costsMore(worth({ priority: -3.5, worthOfReturn: -20 })),
		adds(worth({ priority: 0.001, worthOfReturn: 0.004 })),
		adds(worth({ priority: -2 })),
	]);
};

const around = (language: LanguageId): string => {
	const { notScored, notContacted, calledBy, sampleSize, adds } = locales[language];
	const { summary, sentence } = ofParts(locales[language]);
	const [name, parts] = [NAMES[language], [adds(worth()), finding(language, 'longAndFrequent', examples.longAndFrequent)]];
	return shownLines([
		...Object.values(notScored),
		notContacted.objected,
		notContacted.noConsent,
		notContacted.boughtSince(DAY),
		notContacted.alreadyContacted(DAY),
		notContacted.alreadyContacted(null),
		...[0, 1, 2, 5, 21, 90].map((days) => notContacted.contactedRecently(days)),
		notContacted.unreachable,
		notContacted.otherCurrency('PLN'),
		notContacted.heldOut,
		summary(name, 'first', [...parts, calledBy('Olena')]),
		summary(name, 'worthIt', parts.slice(1)),
		summary('Acme Inc.', 'notWorthIt', [finding(language, 'onlyOnPromotion', examples.onlyOnPromotion)]),
		summary(name, 'notContacted', [notContacted.boughtSince(DAY)]),
		sentence(parts),
		...sizes.map(sampleSize),
	]);
};

/** 0, 1, few, many, 11 and 21 (one again where the language has it so), large. */
const numbers = [0, 1, 2, 5, 11, 21, 1_234_567];
const counted = (language: LanguageId): string =>
	shownLines([
		...numbers.flatMap((count) => (['onlyOnPromotion', 'instalments', 'paysLate', 'returns'] as const).map((rule) => finding(language, rule, { count, of: count }))),
		...numbers.map((count) =>
			finding(language, 'rareAndSmall', {
				count,
				days: 730,
				measured: count,
				usual: count,
			}),
		),
		...[0, 1, 2, 5, 21, 40, 60, 61, 150, 243, 640, 729, 730, 1825, 7665, 36_500].map((days) => finding(language, 'longAndFrequent', { count: 24, days })),
	]);

describe('every language', () => {
	it.each(languages)('%s says every rule, reason and list of the registries, and nothing else', (language) => {
		const { findings, leftBecause, lists: heads } = locales[language];
		expect(Object.keys(findings)).toEqual([...ruleIds]);
		expect(Object.keys(leftBecause)).toEqual([...reasonIds]);
		expect(Object.keys(heads)).toEqual([...lists]);
		for (const texts of [Object.values(leftBecause), Object.values(heads)]) expect(new Set(texts).size).toBe(texts.length);
	});

	it.each(languages)('%s tells every channel from every other, in all three moods', (language) => {
		const { adds, costsMore, wouldAdd } = locales[language];
		for (const say of [adds, costsMore, wouldAdd]) expect(new Set(channelIds.map((channel) => say(worth({ channel })))).size).toBe(channelIds.length);
	});

	it('has an English title: four of them, all different', () => {
		expect(languages.map((language) => `${language} ${locales[language].title}`)).toEqual(['en English', 'uk Ukrainian', 'ru Russian', 'fa Persian']);
	});
});

describe('what rules and reasons say', () => {
	it('in English', () => {
		expect(ofRules('en')).toMatchInlineSnapshot(`
			"
			9 of 11 purchases on promotion
			buys rarely and little: 2 purchases in 3 years, 12.50 each on average, others usually 48
			6 of 8 purchases in instalments
			5 of 7 payments late
			4 of 9 orders returned or cancelled
			marked as toxic
			24 purchases in 5 years
			6 purchases, 500 each on average, others usually 48
			a well-known name
			has never bought
			a margin of 62%, others usually 35%
			buys wholesale
			all orders returned or cancelled
			left because the staff did not care
			left because of the price
			left because we did not have the product
			left because of bad service
			left because of low quality
			left because there is no bonus programme
			left because of outdated technology
			left because we ignored complaints
			left because their needs have changed
			left because they moved away
			left for a competitor
			left although satisfied
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(ofRules('uk')).toMatchInlineSnapshot(`
			"
			9 з 11 покупок за акцією
			купує рідко й потроху: 2 покупки за 3 роки, у середньому по 12,50, в інших зазвичай по 48
			6 з 8 покупок у розстрочку
			5 із 7 платежів із запізненням
			4 з 9 замовлень повернено або скасовано
			є позначка про токсичну поведінку
			24 покупки за 5 років
			6 покупок, у середньому по 500, в інших зазвичай по 48
			відоме ім’я або бренд
			ще жодної покупки
			маржа 62%, в інших зазвичай 35%
			купує гуртом
			усі замовлення повернено або скасовано
			причина відходу – байдужість персоналу
			причина відходу – ціна
			причина відходу – відсутність потрібного товару
			причина відходу – погане обслуговування
			причина відходу – низька якість
			причина відходу – відсутність бонусної програми
			причина відходу – застарілі технології
			причина відходу – скарги без відповіді
			причина відходу – зміна потреб
			причина відходу – переїзд
			причина відходу – перехід до конкурента
			відхід, хоча все влаштовувало
			"
		`);
	});

	it('in Russian', () => {
		expect(ofRules('ru')).toMatchInlineSnapshot(`
			"
			9 из 11 покупок по акции
			покупает редко и понемногу: 2 покупки за 3 года, в среднем по 12,50, у других обычно по 48
			6 из 8 покупок в рассрочку
			5 из 7 платежей с опозданием
			возвраты и отмены: 4 из 9 заказов
			есть отметка о токсичном поведении
			24 покупки за 5 лет
			6 покупок, в среднем по 500, у других обычно по 48
			известное имя или бренд
			ещё ни одной покупки
			маржа 62~%, у других обычно 35~%
			покупает оптом
			все заказы возвращены или отменены
			причина ухода – равнодушие персонала
			причина ухода – цена
			причина ухода – отсутствие нужного товара
			причина ухода – плохое обслуживание
			причина ухода – низкое качество
			причина ухода – отсутствие бонусной программы
			причина ухода – устаревшие технологии
			причина ухода – жалобы без ответа
			причина ухода – изменение потребностей
			причина ухода – переезд
			причина ухода – переход к конкуренту
			уход, хотя всё устраивало
			"
		`);
	});

	it('in Persian', () => {
		expect(ofRules('fa')).toMatchInlineSnapshot(`
			"
			۹ خرید از ۱۱ خرید با تخفیف
			کم و به_ندرت می_خرد: ۲ خرید در ۳ سال، هر کدام به_طور میانگین ۱۲٫۵۰، دیگران معمولاً ۴۸
			۶ خرید از ۸ خرید قسطی
			۵ پرداخت از ۷ پرداخت با تأخیر
			۴ سفارش از ۹ سفارش مرجوع یا لغو شده
			دارای برچسب رفتار آزاردهنده
			۲۴ خرید در ۵ سال
			۶ خرید، هر کدام به_طور میانگین ۵۰۰، دیگران معمولاً ۴۸
			نام یا برندی شناخته_شده
			هنوز خریدی نکرده
			حاشیه_ی سود ۶۲٪، دیگران معمولاً ۳۵٪
			خرید عمده
			همه_ی سفارش_ها مرجوع یا لغو شده
			به_دلیل بی_توجهی کارکنان رفته
			به_دلیل قیمت رفته
			به_دلیل نبود کالای دلخواه رفته
			به_دلیل خدمات بد رفته
			به_دلیل کیفیت پایین رفته
			به_دلیل نبود باشگاه مشتریان رفته
			به_دلیل فناوری قدیمی رفته
			به_دلیل بی_پاسخ ماندن شکایت_ها رفته
			به_دلیل تغییر نیازها رفته
			به_دلیل نقل مکان رفته
			به سراغ رقیب رفته
			با وجود رضایت رفته
			"
		`);
	});
});

describe('what a contact adds', () => {
	it('in English', () => {
		expect(ofMoney('en')).toMatchInlineSnapshot(`
			"
			a call adds 14.20 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR)
			an e-mail adds 14.20 EUR (27% come back by themselves, 41% if they read it; a return brings 120 EUR)
			an SMS adds 14.20 EUR (27% come back by themselves, 41% if they read it; a return brings 120 EUR)
			a chat message adds 14.20 EUR (27% come back by themselves, 41% if they read it; a return brings 120 EUR)
			a robot call adds 14.20 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR)
			an ad adds 14.20 EUR (27% come back by themselves, 41% if they see it; a return brings 120 EUR)
			even a call costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			even an e-mail costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			even an SMS costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			even a chat message costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			even a robot call costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			even an ad costs 1.29 EUR more than it adds (90% come back by themselves; a return brings 100 EUR)
			A call would add 0.40 (27% come back by themselves, 41% if they pick up; a return brings 120), but the budget runs out first.
			An e-mail would add 0.40 (27% come back by themselves, 41% if they read it; a return brings 120), but the budget runs out first.
			An SMS would add 0.40 (27% come back by themselves, 41% if they read it; a return brings 120), but the budget runs out first.
			A chat message would add 0.40 (27% come back by themselves, 41% if they read it; a return brings 120), but the budget runs out first.
			A robot call would add 0.40 (27% come back by themselves, 41% if they pick up; a return brings 120), but the budget runs out first.
			An ad would add 0.40 (27% come back by themselves, 41% if they see it; a return brings 120), but the budget runs out first.
			a call would add 3 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR), but the calls of this run are too few
			even a call adds no more than it costs (27% come back by themselves; a return brings 120 EUR)
			even a call costs 3 EUR more than it adds (27% come back by themselves; a return brings nothing)
			even a call costs 3.50 EUR more than it adds (27% come back by themselves; a return brings a loss of 20 EUR)
			a call adds under 0.01 EUR (27% come back by themselves, 41% if they pick up; a return brings under 0.01 EUR)
			a call costs 2 EUR more than it adds (27% come back by themselves, 41% if they pick up; a return brings 120 EUR)
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(ofMoney('uk')).toMatchInlineSnapshot(`
			"
			дзвінок додасть 14,20 EUR (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120 EUR)
			електронний лист додасть 14,20 EUR (шанс повернутися без листа – 27%, після прочитання – 41%; якщо повернеться, принесе 120 EUR)
			SMS додасть 14,20 EUR (шанс повернутися без SMS – 27%, після прочитання – 41%; якщо повернеться, принесе 120 EUR)
			повідомлення в месенджері додасть 14,20 EUR (шанс повернутися без повідомлення – 27%, після прочитання – 41%; якщо повернеться, принесе 120 EUR)
			дзвінок робота додасть 14,20 EUR (шанс повернутися без дзвінка – 27%, після прослуховування – 41%; якщо повернеться, принесе 120 EUR)
			реклама додасть 14,20 EUR (шанс повернутися без реклами – 27%, після перегляду – 41%; якщо повернеться, принесе 120 EUR)
			навіть дзвінок коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без дзвінка – 90%; якщо повернеться, принесе 100 EUR)
			навіть електронний лист коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без листа – 90%; якщо повернеться, принесе 100 EUR)
			навіть SMS коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без SMS – 90%; якщо повернеться, принесе 100 EUR)
			навіть повідомлення в месенджері коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без повідомлення – 90%; якщо повернеться, принесе 100 EUR)
			навіть дзвінок робота коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без дзвінка – 90%; якщо повернеться, принесе 100 EUR)
			навіть реклама коштуватиме на 1,29 EUR більше, ніж принесе (шанс повернутися без реклами – 90%; якщо повернеться, принесе 100 EUR)
			Дзвінок додав би 0,40 (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			Електронний лист додав би 0,40 (шанс повернутися без листа – 27%, після прочитання – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			SMS додало б 0,40 (шанс повернутися без SMS – 27%, після прочитання – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			Повідомлення в месенджері додало б 0,40 (шанс повернутися без повідомлення – 27%, після прочитання – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			Дзвінок робота додав би 0,40 (шанс повернутися без дзвінка – 27%, після прослуховування – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			Реклама додала б 0,40 (шанс повернутися без реклами – 27%, після перегляду – 41%; якщо повернеться, принесе 120), але бюджет закінчується раніше.
			дзвінок додав би 3 EUR (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120 EUR), але дзвінків цього запуску не вистачає
			навіть дзвінок принесе не більше, ніж коштує (шанс повернутися без дзвінка – 27%; якщо повернеться, принесе 120 EUR)
			навіть дзвінок коштуватиме на 3 EUR більше, ніж принесе (шанс повернутися без дзвінка – 27%; якщо повернеться, нічого не принесе)
			навіть дзвінок коштуватиме на 3,50 EUR більше, ніж принесе (шанс повернутися без дзвінка – 27%; якщо повернеться, принесе збиток 20 EUR)
			дзвінок додасть менш як 0,01 EUR (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе менш як 0,01 EUR)
			дзвінок коштуватиме на 2 EUR більше, ніж принесе (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120 EUR)
			"
		`);
	});

	it('in Russian', () => {
		expect(ofMoney('ru')).toMatchInlineSnapshot(`
			"
			звонок добавит 14,20 EUR (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120 EUR)
			электронное письмо добавит 14,20 EUR (шанс вернуться без письма – 27~%, после прочтения – 41~%; если вернётся, принесёт 120 EUR)
			SMS добавит 14,20 EUR (шанс вернуться без SMS – 27~%, после прочтения – 41~%; если вернётся, принесёт 120 EUR)
			сообщение в мессенджере добавит 14,20 EUR (шанс вернуться без сообщения – 27~%, после прочтения – 41~%; если вернётся, принесёт 120 EUR)
			звонок робота добавит 14,20 EUR (шанс вернуться без звонка – 27~%, после прослушивания – 41~%; если вернётся, принесёт 120 EUR)
			реклама добавит 14,20 EUR (шанс вернуться без рекламы – 27~%, после просмотра – 41~%; если вернётся, принесёт 120 EUR)
			даже звонок обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без звонка – 90~%; если вернётся, принесёт 100 EUR)
			даже электронное письмо обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без письма – 90~%; если вернётся, принесёт 100 EUR)
			даже SMS обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без SMS – 90~%; если вернётся, принесёт 100 EUR)
			даже сообщение в мессенджере обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без сообщения – 90~%; если вернётся, принесёт 100 EUR)
			даже звонок робота обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без звонка – 90~%; если вернётся, принесёт 100 EUR)
			даже реклама обойдётся на 1,29 EUR дороже, чем принесёт (шанс вернуться без рекламы – 90~%; если вернётся, принесёт 100 EUR)
			Звонок добавил бы 0,40 (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			Электронное письмо добавило бы 0,40 (шанс вернуться без письма – 27~%, после прочтения – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			SMS добавило бы 0,40 (шанс вернуться без SMS – 27~%, после прочтения – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			Сообщение в мессенджере добавило бы 0,40 (шанс вернуться без сообщения – 27~%, после прочтения – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			Звонок робота добавил бы 0,40 (шанс вернуться без звонка – 27~%, после прослушивания – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			Реклама добавила бы 0,40 (шанс вернуться без рекламы – 27~%, после просмотра – 41~%; если вернётся, принесёт 120), но бюджет заканчивается раньше.
			звонок добавил бы 3 EUR (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120 EUR), но звонков этого запуска не хватает
			даже звонок принесёт не больше, чем стоит (шанс вернуться без звонка – 27~%; если вернётся, принесёт 120 EUR)
			даже звонок обойдётся на 3 EUR дороже, чем принесёт (шанс вернуться без звонка – 27~%; если вернётся, ничего не принесёт)
			даже звонок обойдётся на 3,50 EUR дороже, чем принесёт (шанс вернуться без звонка – 27~%; если вернётся, принесёт убыток 20 EUR)
			звонок добавит менее 0,01 EUR (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт менее 0,01 EUR)
			звонок обойдётся на 2 EUR дороже, чем принесёт (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120 EUR)
			"
		`);
	});

	it('in Persian', () => {
		expect(ofMoney('fa')).toMatchInlineSnapshot(`
			"
			تماس تلفنی ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			ایمیل ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			پیامک ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			پیام در پیام_رسان ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			تماس خودکار ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			تبلیغ ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر ببیند ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			حتی تماس تلفنی ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			حتی ایمیل ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			حتی پیامک ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			حتی پیام در پیام_رسان ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			حتی تماس خودکار ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			حتی تبلیغ ۱٫۲۹ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۹۰٪؛ بازگشتش ۱۰۰ ⟦EUR⟧ سود دارد)
			تماس تلفنی ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			ایمیل ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			پیامک ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			پیام در پیام_رسان ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر بخواند ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			تماس خودکار ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			تبلیغ ۰٫۴۰ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر ببیند ۴۱٪؛ بازگشتش ۱۲۰ سود دارد)، اما بودجه پیش از آن تمام می_شود.
			تماس تلفنی ۳ ⟦EUR⟧ به سود می_افزود (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)، اما تماس_های این اجرا کافی نیست
			حتی تماس تلفنی سودی بیش از هزینه_اش ندارد (شانس بازگشت بدون تماس ۲۷٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			حتی تماس تلفنی ۳ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۲۷٪؛ بازگشتش سودی ندارد)
			حتی تماس تلفنی ۳٫۵۰ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۲۷٪؛ بازگشتش ۲۰ ⟦EUR⟧ زیان دارد)
			تماس تلفنی کمتر از ۰٫۰۱ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش کمتر از ۰٫۰۱ ⟦EUR⟧ سود دارد)
			تماس تلفنی ۲ ⟦EUR⟧ بیش از سودش هزینه دارد (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)
			"
		`);
	});
});

describe('why nobody contacts them, whole sentences and sample sizes', () => {
	it('in English', () => {
		expect(around('en')).toMatchInlineSnapshot(`
			"
			has never bought, and the chance of a first purchase is not set
			no forecast is possible
			it is not known what a purchase brings
			asked not to be contacted
			has not agreed to be contacted
			bought again on 2024-06-30
			this campaign already reached out on 2024-06-30
			this campaign already reached out
			there was contact today
			there was contact within the last day
			there was contact within the last 2 days
			there was contact within the last 5 days
			there was contact within the last 21 days
			there was contact within the last 90 days
			no valid address or number for any channel in use
			pays in PLN, whose worth is not set
			left alone on purpose, to see what contact brings
			Anna Koval – call first: a call adds 14.20 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR); 24 purchases in 5 years; best called by Olena.
			Anna Koval – worth a contact: 24 purchases in 5 years.
			Acme Inc. – not worth a contact: 9 of 11 purchases on promotion.
			Anna Koval – not contacted: bought again on 2024-06-30.
			A call adds 14.20 EUR (27% come back by themselves, 41% if they pick up; a return brings 120 EUR); 24 purchases in 5 years.
			With 50 customers held out and 450 contacted, a gain of 12.5 percentage points or more can be told from chance; 3.2 percentage points are expected, which would take 1,700 held out: add up several runs.
			With 700 customers held out and 6,300 contacted, a gain of 3 percentage points or more can be told from chance; 5 percentage points are expected, which is enough.
			With 21 customers held out and 180 contacted, a gain of 21 percentage points or more can be told from chance; 1 percentage point is expected, which no number held out would show.
			With 0 customers held out and 450 contacted, no gain can be told from chance; 2 percentage points are expected, which would take 1,000 held out: add up several runs.
			With 1 customer held out and 2 contacted, no gain can be told from chance; under 0.1 percentage points are expected, which no number held out would show.
			With 1 customer held out and 0 contacted, a gain of 1 percentage point or more can be told from chance; no gain is expected.
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(around('uk')).toMatchInlineSnapshot(`
			"
			ще жодної покупки, а шанс першої не задано
			прогноз неможливий
			невідомо, скільки приносить покупка
			просить не турбувати
			немає згоди на контакт
			нова покупка 2024-06-30
			у цій кампанії контакт уже був 2024-06-30
			у цій кампанії контакт уже був
			контакт був сьогодні
			контакт був за останній день
			контакт був за останні 2 дні
			контакт був за останні 5 днів
			контакт був за останній 21 день
			контакт був за останні 90 днів
			немає дійсної адреси чи номера для жодного з каналів
			платить у валюті PLN, курс якої не задано
			навмисно не турбуємо, щоб побачити, що дає контакт
			Олена Коваль – зателефонувати насамперед: дзвінок додасть 14,20 EUR (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120 EUR); 24 покупки за 5 років; нехай зателефонує Olena.
			Олена Коваль – контакт того вартий: 24 покупки за 5 років.
			Acme Inc. – контакт того не вартий: 9 з 11 покупок за акцією.
			Олена Коваль – без контакту: нова покупка 2024-06-30.
			Дзвінок додасть 14,20 EUR (шанс повернутися без дзвінка – 27%, після розмови – 41%; якщо повернеться, принесе 120 EUR); 24 покупки за 5 років.
			Клієнтів без контакту – 50, з контактом – 450: користь доведе приріст від 12,5 відсоткового пункту; очікується 3,2 відсоткового пункту, а щоб довести такий приріст, треба залишити без контакту 1~700: підсумуйте кілька запусків.
			Клієнтів без контакту – 700, з контактом – 6~300: користь доведе приріст від 3 відсоткових пунктів; очікується 5 відсоткових пунктів, і цього досить.
			Клієнтів без контакту – 21, з контактом – 180: користь доведе приріст від 21 відсоткового пункту; очікується 1 відсотковий пункт, а такого приросту не довести за жодної кількості клієнтів.
			Клієнтів без контакту – 0, з контактом – 450: користь довести неможливо; очікується 2 відсоткові пункти, а щоб довести такий приріст, треба залишити без контакту 1~000: підсумуйте кілька запусків.
			Клієнтів без контакту – 1, з контактом – 2: користь довести неможливо; очікується менш як 0,1 відсоткового пункту, а такого приросту не довести за жодної кількості клієнтів.
			Клієнтів без контакту – 1, з контактом – 0: користь доведе приріст від 1 відсоткового пункту; приросту не очікується.
			"
		`);
	});

	it('in Russian', () => {
		expect(around('ru')).toMatchInlineSnapshot(`
			"
			ещё ни одной покупки, а шанс первой не задан
			прогноз невозможен
			неизвестно, сколько приносит покупка
			просит не беспокоить
			нет согласия на контакт
			новая покупка 2024-06-30
			в этой кампании контакт уже был 2024-06-30
			в этой кампании контакт уже был
			контакт был сегодня
			контакт был за последний день
			контакт был за последние 2 дня
			контакт был за последние 5 дней
			контакт был за последний 21 день
			контакт был за последние 90 дней
			нет рабочего адреса или номера ни для одного из каналов
			платит в валюте PLN, курс которой не задан
			намеренно не беспокоим, чтобы увидеть, что даёт контакт
			Елена Коваль – позвонить в первую очередь: звонок добавит 14,20 EUR (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120 EUR); 24 покупки за 5 лет; пусть позвонит Olena.
			Елена Коваль – контакт того стоит: 24 покупки за 5 лет.
			Acme Inc. – контакт того не стоит: 9 из 11 покупок по акции.
			Елена Коваль – без контакта: новая покупка 2024-06-30.
			Звонок добавит 14,20 EUR (шанс вернуться без звонка – 27~%, после разговора – 41~%; если вернётся, принесёт 120 EUR); 24 покупки за 5 лет.
			Клиентов без контакта – 50, с контактом – 450: пользу докажет прирост от 12,5 процентного пункта; ожидается 3,2 процентного пункта, а чтобы доказать такой прирост, нужно оставить без контакта 1~700: сложите несколько запусков.
			Клиентов без контакта – 700, с контактом – 6~300: пользу докажет прирост от 3 процентных пунктов; ожидается 5 процентных пунктов, и этого достаточно.
			Клиентов без контакта – 21, с контактом – 180: пользу докажет прирост от 21 процентного пункта; ожидается 1 процентный пункт, а такой прирост не доказать ни при каком числе клиентов.
			Клиентов без контакта – 0, с контактом – 450: пользу доказать нельзя; ожидается 2 процентных пункта, а чтобы доказать такой прирост, нужно оставить без контакта 1~000: сложите несколько запусков.
			Клиентов без контакта – 1, с контактом – 2: пользу доказать нельзя; ожидается менее 0,1 процентного пункта, а такой прирост не доказать ни при каком числе клиентов.
			Клиентов без контакта – 1, с контактом – 0: пользу докажет прирост от 1 процентного пункта; прироста не ожидается.
			"
		`);
	});

	it('in Persian', () => {
		expect(around('fa')).toMatchInlineSnapshot(`
			"
			هنوز خریدی نکرده و شانس نخستین خرید تعیین نشده
			پیش_بینی ممکن نیست
			معلوم نیست یک خرید چقدر سود دارد
			خواسته با او تماس نگیریم
			به تماس رضایت نداده
			خرید تازه در ⟦2024-06-30⟧
			در این کمپین قبلاً در ⟦2024-06-30⟧ با او تماس گرفته شده
			در این کمپین قبلاً با او تماس گرفته شده
			همین امروز با او تماس گرفته شده
			در روز گذشته با او تماس گرفته شده
			در ۲ روز گذشته با او تماس گرفته شده
			در ۵ روز گذشته با او تماس گرفته شده
			در ۲۱ روز گذشته با او تماس گرفته شده
			در ۹۰ روز گذشته با او تماس گرفته شده
			نشانی یا شماره_ی معتبری برای هیچ کانالی نیست
			پرداخت به ارز ⟦PLN⟧ که نرخ آن تعیین نشده
			عمداً بدون تماس، تا اثر تماس دیده شود
			⟦علی رضایی⟧ – تماس تلفنی در اولویت: تماس تلفنی ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)؛ ۲۴ خرید در ۵ سال؛ بهتر است ⟦Olena⟧ تماس بگیرد.
			⟦علی رضایی⟧ – ارزش تماس دارد: ۲۴ خرید در ۵ سال.
			⟦Acme Inc.⟧ – ارزش تماس ندارد: ۹ خرید از ۱۱ خرید با تخفیف.
			⟦علی رضایی⟧ – بدون تماس: خرید تازه در ⟦2024-06-30⟧.
			تماس تلفنی ۱۴٫۲۰ ⟦EUR⟧ به سود می_افزاید (شانس بازگشت بدون تماس ۲۷٪، اگر پاسخ دهد ۴۱٪؛ بازگشتش ۱۲۰ ⟦EUR⟧ سود دارد)؛ ۲۴ خرید در ۵ سال.
			با ۵۰ مشتری بدون تماس و ۴۵۰ مشتری با تماس، افزایش ۱۲٫۵ واحد درصد به بالا فایده_ی تماس را ثابت می_کند؛ ۳٫۲ واحد درصد انتظار می_رود و برای اثبات آن باید ۱٬۷۰۰ مشتری بدون تماس بماند: چند اجرا را با هم جمع کنید.
			با ۷۰۰ مشتری بدون تماس و ۶٬۳۰۰ مشتری با تماس، افزایش ۳ واحد درصد به بالا فایده_ی تماس را ثابت می_کند؛ ۵ واحد درصد انتظار می_رود و همین کافی است.
			با ۲۱ مشتری بدون تماس و ۱۸۰ مشتری با تماس، افزایش ۲۱ واحد درصد به بالا فایده_ی تماس را ثابت می_کند؛ ۱ واحد درصد انتظار می_رود که با هیچ تعدادی ثابت نمی_شود.
			با ۰ مشتری بدون تماس و ۴۵۰ مشتری با تماس، فایده_ی تماس را نمی_توان ثابت کرد؛ ۲ واحد درصد انتظار می_رود و برای اثبات آن باید ۱٬۰۰۰ مشتری بدون تماس بماند: چند اجرا را با هم جمع کنید.
			با ۱ مشتری بدون تماس و ۲ مشتری با تماس، فایده_ی تماس را نمی_توان ثابت کرد؛ کمتر از ۰٫۱ واحد درصد انتظار می_رود که با هیچ تعدادی ثابت نمی_شود.
			با ۱ مشتری بدون تماس و ۰ مشتری با تماس، افزایش ۱ واحد درصد به بالا فایده_ی تماس را ثابت می_کند؛ افزایشی انتظار نمی_رود.
			"
		`);
	});
});

describe('words beside the numbers 0, 1, 2, 5, 11, 21 and a large one, and days up to a century', () => {
	it('in English', () => {
		expect(counted('en')).toMatchInlineSnapshot(`
			"
			0 of 0 purchases on promotion
			0 of 0 purchases in instalments
			0 of 0 payments late
			0 of 0 orders returned or cancelled
			1 of 1 purchase on promotion
			1 of 1 purchase in instalments
			1 of 1 payment late
			1 of 1 order returned or cancelled
			2 of 2 purchases on promotion
			2 of 2 purchases in instalments
			2 of 2 payments late
			2 of 2 orders returned or cancelled
			5 of 5 purchases on promotion
			5 of 5 purchases in instalments
			5 of 5 payments late
			5 of 5 orders returned or cancelled
			11 of 11 purchases on promotion
			11 of 11 purchases in instalments
			11 of 11 payments late
			11 of 11 orders returned or cancelled
			21 of 21 purchases on promotion
			21 of 21 purchases in instalments
			21 of 21 payments late
			21 of 21 orders returned or cancelled
			1,234,567 of 1,234,567 purchases on promotion
			1,234,567 of 1,234,567 purchases in instalments
			1,234,567 of 1,234,567 payments late
			1,234,567 of 1,234,567 orders returned or cancelled
			buys rarely and little: no purchases in 2 years
			buys rarely and little: 1 purchase in 2 years, for 1, others usually 1
			buys rarely and little: 2 purchases in 2 years, 2 each on average, others usually 2
			buys rarely and little: 5 purchases in 2 years, 5 each on average, others usually 5
			buys rarely and little: 11 purchases in 2 years, 11 each on average, others usually 11
			buys rarely and little: 21 purchases in 2 years, 21 each on average, others usually 21
			buys rarely and little: 1,234,567 purchases in 2 years, 1,234,567 each on average, others usually 1,234,567
			24 purchases within a day
			24 purchases in 1 day
			24 purchases in 2 days
			24 purchases in 5 days
			24 purchases in 21 days
			24 purchases in 40 days
			24 purchases in 60 days
			24 purchases in 2 months
			24 purchases in 5 months
			24 purchases in 8 months
			24 purchases in 21 months
			24 purchases in 24 months
			24 purchases in 2 years
			24 purchases in 5 years
			24 purchases in 21 years
			24 purchases in 100 years
			"
		`);
	});

	it('in Ukrainian', () => {
		expect(counted('uk')).toMatchInlineSnapshot(`
			"
			0 з 0 покупок за акцією
			0 з 0 покупок у розстрочку
			0 з 0 платежів із запізненням
			0 з 0 замовлень повернено або скасовано
			1 з 1 покупки за акцією
			1 з 1 покупки у розстрочку
			1 з 1 платежу із запізненням
			1 з 1 замовлення повернено або скасовано
			2 з 2 покупок за акцією
			2 з 2 покупок у розстрочку
			2 з 2 платежів із запізненням
			2 з 2 замовлень повернено або скасовано
			5 з 5 покупок за акцією
			5 з 5 покупок у розстрочку
			5 з 5 платежів із запізненням
			5 з 5 замовлень повернено або скасовано
			11 з 11 покупок за акцією
			11 з 11 покупок у розстрочку
			11 з 11 платежів із запізненням
			11 з 11 замовлень повернено або скасовано
			21 з 21 покупки за акцією
			21 з 21 покупки у розстрочку
			21 з 21 платежу із запізненням
			21 з 21 замовлення повернено або скасовано
			1~234~567 з 1~234~567 покупок за акцією
			1~234~567 з 1~234~567 покупок у розстрочку
			1~234~567 з 1~234~567 платежів із запізненням
			1~234~567 з 1~234~567 замовлень повернено або скасовано
			купує рідко й потроху: жодної покупки за 2 роки
			купує рідко й потроху: 1 покупка за 2 роки на суму 1, в інших зазвичай по 1
			купує рідко й потроху: 2 покупки за 2 роки, у середньому по 2, в інших зазвичай по 2
			купує рідко й потроху: 5 покупок за 2 роки, у середньому по 5, в інших зазвичай по 5
			купує рідко й потроху: 11 покупок за 2 роки, у середньому по 11, в інших зазвичай по 11
			купує рідко й потроху: 21 покупка за 2 роки, у середньому по 21, в інших зазвичай по 21
			купує рідко й потроху: 1~234~567 покупок за 2 роки, у середньому по 1~234~567, в інших зазвичай по 1~234~567
			24 покупки за день
			24 покупки за 1 день
			24 покупки за 2 дні
			24 покупки за 5 днів
			24 покупки за 21 день
			24 покупки за 40 днів
			24 покупки за 60 днів
			24 покупки за 2 місяці
			24 покупки за 5 місяців
			24 покупки за 8 місяців
			24 покупки за 21 місяць
			24 покупки за 24 місяці
			24 покупки за 2 роки
			24 покупки за 5 років
			24 покупки за 21 рік
			24 покупки за 100 років
			"
		`);
	});

	it('in Russian', () => {
		expect(counted('ru')).toMatchInlineSnapshot(`
			"
			0 из 0 покупок по акции
			0 из 0 покупок в рассрочку
			0 из 0 платежей с опозданием
			возвраты и отмены: 0 из 0 заказов
			1 из 1 покупки по акции
			1 из 1 покупки в рассрочку
			1 из 1 платежа с опозданием
			возвраты и отмены: 1 из 1 заказа
			2 из 2 покупок по акции
			2 из 2 покупок в рассрочку
			2 из 2 платежей с опозданием
			возвраты и отмены: 2 из 2 заказов
			5 из 5 покупок по акции
			5 из 5 покупок в рассрочку
			5 из 5 платежей с опозданием
			возвраты и отмены: 5 из 5 заказов
			11 из 11 покупок по акции
			11 из 11 покупок в рассрочку
			11 из 11 платежей с опозданием
			возвраты и отмены: 11 из 11 заказов
			21 из 21 покупки по акции
			21 из 21 покупки в рассрочку
			21 из 21 платежа с опозданием
			возвраты и отмены: 21 из 21 заказа
			1~234~567 из 1~234~567 покупок по акции
			1~234~567 из 1~234~567 покупок в рассрочку
			1~234~567 из 1~234~567 платежей с опозданием
			возвраты и отмены: 1~234~567 из 1~234~567 заказов
			покупает редко и понемногу: ни одной покупки за 2 года
			покупает редко и понемногу: 1 покупка за 2 года на сумму 1, у других обычно по 1
			покупает редко и понемногу: 2 покупки за 2 года, в среднем по 2, у других обычно по 2
			покупает редко и понемногу: 5 покупок за 2 года, в среднем по 5, у других обычно по 5
			покупает редко и понемногу: 11 покупок за 2 года, в среднем по 11, у других обычно по 11
			покупает редко и понемногу: 21 покупка за 2 года, в среднем по 21, у других обычно по 21
			покупает редко и понемногу: 1~234~567 покупок за 2 года, в среднем по 1~234~567, у других обычно по 1~234~567
			24 покупки за день
			24 покупки за 1 день
			24 покупки за 2 дня
			24 покупки за 5 дней
			24 покупки за 21 день
			24 покупки за 40 дней
			24 покупки за 60 дней
			24 покупки за 2 месяца
			24 покупки за 5 месяцев
			24 покупки за 8 месяцев
			24 покупки за 21 месяц
			24 покупки за 24 месяца
			24 покупки за 2 года
			24 покупки за 5 лет
			24 покупки за 21 год
			24 покупки за 100 лет
			"
		`);
	});

	it('in Persian', () => {
		expect(counted('fa')).toMatchInlineSnapshot(`
			"
			۰ خرید از ۰ خرید با تخفیف
			۰ خرید از ۰ خرید قسطی
			۰ پرداخت از ۰ پرداخت با تأخیر
			۰ سفارش از ۰ سفارش مرجوع یا لغو شده
			۱ خرید از ۱ خرید با تخفیف
			۱ خرید از ۱ خرید قسطی
			۱ پرداخت از ۱ پرداخت با تأخیر
			۱ سفارش از ۱ سفارش مرجوع یا لغو شده
			۲ خرید از ۲ خرید با تخفیف
			۲ خرید از ۲ خرید قسطی
			۲ پرداخت از ۲ پرداخت با تأخیر
			۲ سفارش از ۲ سفارش مرجوع یا لغو شده
			۵ خرید از ۵ خرید با تخفیف
			۵ خرید از ۵ خرید قسطی
			۵ پرداخت از ۵ پرداخت با تأخیر
			۵ سفارش از ۵ سفارش مرجوع یا لغو شده
			۱۱ خرید از ۱۱ خرید با تخفیف
			۱۱ خرید از ۱۱ خرید قسطی
			۱۱ پرداخت از ۱۱ پرداخت با تأخیر
			۱۱ سفارش از ۱۱ سفارش مرجوع یا لغو شده
			۲۱ خرید از ۲۱ خرید با تخفیف
			۲۱ خرید از ۲۱ خرید قسطی
			۲۱ پرداخت از ۲۱ پرداخت با تأخیر
			۲۱ سفارش از ۲۱ سفارش مرجوع یا لغو شده
			۱٬۲۳۴٬۵۶۷ خرید از ۱٬۲۳۴٬۵۶۷ خرید با تخفیف
			۱٬۲۳۴٬۵۶۷ خرید از ۱٬۲۳۴٬۵۶۷ خرید قسطی
			۱٬۲۳۴٬۵۶۷ پرداخت از ۱٬۲۳۴٬۵۶۷ پرداخت با تأخیر
			۱٬۲۳۴٬۵۶۷ سفارش از ۱٬۲۳۴٬۵۶۷ سفارش مرجوع یا لغو شده
			کم و به_ندرت می_خرد: بدون خرید در ۲ سال
			کم و به_ندرت می_خرد: ۱ خرید در ۲ سال به مبلغ ۱، دیگران معمولاً ۱
			کم و به_ندرت می_خرد: ۲ خرید در ۲ سال، هر کدام به_طور میانگین ۲، دیگران معمولاً ۲
			کم و به_ندرت می_خرد: ۵ خرید در ۲ سال، هر کدام به_طور میانگین ۵، دیگران معمولاً ۵
			کم و به_ندرت می_خرد: ۱۱ خرید در ۲ سال، هر کدام به_طور میانگین ۱۱، دیگران معمولاً ۱۱
			کم و به_ندرت می_خرد: ۲۱ خرید در ۲ سال، هر کدام به_طور میانگین ۲۱، دیگران معمولاً ۲۱
			کم و به_ندرت می_خرد: ۱٬۲۳۴٬۵۶۷ خرید در ۲ سال، هر کدام به_طور میانگین ۱٬۲۳۴٬۵۶۷، دیگران معمولاً ۱٬۲۳۴٬۵۶۷
			۲۴ خرید در یک روز
			۲۴ خرید در ۱ روز
			۲۴ خرید در ۲ روز
			۲۴ خرید در ۵ روز
			۲۴ خرید در ۲۱ روز
			۲۴ خرید در ۴۰ روز
			۲۴ خرید در ۶۰ روز
			۲۴ خرید در ۲ ماه
			۲۴ خرید در ۵ ماه
			۲۴ خرید در ۸ ماه
			۲۴ خرید در ۲۱ ماه
			۲۴ خرید در ۲۴ ماه
			۲۴ خرید در ۲ سال
			۲۴ خرید در ۵ سال
			۲۴ خرید در ۲۱ سال
			۲۴ خرید در ۱۰۰ سال
			"
		`);
	});

	it('Ukrainian goes by the number as it is spoken: «зі ста», «із семи», «із сорока», but «з десяти»', () => {
		const prepositions = [3, 4, 7, 10, 14, 15, 16, 40, 45, 70, 99, 100, 121, 199, 200, 600].map((of) => finding('uk', 'onlyOnPromotion', { count: 3, of }).split(' ').slice(1, 3).join(' '));
		expect(prepositions).toEqual(['з 3', 'із 4', 'із 7', 'з 10', 'із 14', 'з 15', 'із 16', 'із 40', 'із 45', 'із 70', 'з 99', 'зі 100', 'зі 121', 'зі 199', 'з 200', 'із 600']);
	});
});

describe('figures', () => {
	const chances = (chance: number, chanceWithContact: number): string => locales.en.adds(worth({ chance, chanceWithContact })).replace(/^.*\(|;.*$/g, '');

	it('a chance is whole percent, with a decimal below 1 % and above 99 %', () => {
		expect(chances(0.274, 0.406)).toBe('27% come back by themselves, 41% if they pick up');
		expect(chances(0.002, 0.997)).toBe('0.2% come back by themselves, 99.7% if they pick up');
		expect(chances(0.01, 0.99)).toBe('1% come back by themselves, 99% if they pick up');
	});

	it('only nobody is 0 % and only everybody 100 %', () => {
		expect(chances(0, 1)).toBe('0% come back by themselves, 100% if they pick up');
		expect(chances(0.00049, 0.9995)).toBe('under 0.1% come back by themselves, over 99.9% if they pick up');
	});

	it('two chances that look the same and are not get a decimal: 10% and 10.4%', () => {
		// Odds ratio 1.05 of .1 is .105 / 1.005.
		expect(chances(0.1, 0.105 / 1.005)).toBe('10% come back by themselves, 10.4% if they pick up');
		expect(chances(0.27, 0.27)).toBe('27% come back by themselves, 27% if they pick up');
	});

	it('money is told with cents where it has some, with its currency where it has one', () => {
		const money = (priority: number, currency: string | null = 'EUR'): string => locales.en.adds(worth({ priority, currency })).replace(/ \(.*$/, '');
		expect([money(14.2), money(14), money(0.005), money(0.0049), money(999.999), money(1_234_567.891, null)]).toEqual([
			'a call adds 14.20 EUR',
			'a call adds 14 EUR',
			'a call adds 0.01 EUR',
			'a call adds under 0.01 EUR',
			'a call adds 1,000 EUR',
			'a call adds 1,234,567.89',
		]);
	});

	it('a margin of everything is a share, not an amount: nothing but purchases is counted in money', () => {
		expect(finding('en', 'wholesaleOrHighMargin', { measured: 1, usual: 0.35 })).toBe('a margin of 100%, others usually 35%');
	});

	it('what a rule does not know is left out', () => {
		expect(finding('en', 'rareAndSmall', { count: 2, measured: 12.5 })).toBe('buys rarely and little: 2 purchases, 12.50 each on average');
		expect(ruleIds.map((rule) => finding('en', rule))).toEqual([
			'buys only on promotion',
			'buys rarely and little: rare and small purchases',
			'often takes instalments',
			'often pays late',
			'all orders returned or cancelled',
			'marked as toxic',
			'a long-standing customer who buys often',
			'buys wholesale',
			'a well-known name',
			'has never bought',
		]);
	});
});

describe('words of others', () => {
	const { calledBy, notContacted } = locales.en;
	const { summary } = ofParts(locales.en);

	it('marks of direction in a name cannot turn the sentence: overrides and open isolates are left out, a mark that counts as a letter is isolated', () => {
		expect(summary('\u202eAnna\u2067', 'first', ['x'])).toBe('Anna – call first: x.');
		expect(calledBy('Anna\u200f')).toBe('best called by \u2068Anna\u200f\u2069');
		expect(calledBy('\u{1e900}\u{1e901}')).toBe('best called by \u2068\u{1e900}\u{1e901}\u2069');
	});

	it('a control character that ends a paragraph, and with it what is isolated, becomes a space', () => {
		expect(calledBy('Anna\u0085Koval\u001cx')).toBe('best called by Anna Koval x');
	});

	it('a name of the other direction is isolated: Persian in English, Latin, a day and a currency in Persian', () => {
		expect(summary('علی', 'first', ['x'])).toBe('\u2068علی\u2069 – call first: x.');
		expect(locales.fa.calledBy('Olena')).toBe('بهتر است \u2068Olena\u2069 تماس بگیرد');
		expect(locales.fa.notContacted.boughtSince(DAY)).toBe(`خرید تازه در \u2068${DAY}\u2069`);
		expect(locales.fa.adds(worth())).toContain('۱۴٫۲۰ \u2068EUR\u2069');
	});

	it('a sentence that ends with a name ends with one full stop: "Olena K."', () => {
		expect(summary('Anna', 'first', [calledBy('Olena K.')])).toBe('Anna – call first: best called by Olena K.');
		expect(summary('Anna', 'first', [calledBy('ا.')])).toBe('Anna – call first: best called by \u2068ا.\u2069');
	});

	it('a name stays as it is: "anna@koval.example" gets no capital letter, in a part neither', () => {
		expect(summary('anna@koval.example', 'notContacted', [notContacted.otherCurrency('pln')])).toBe('anna@koval.example – not contacted: pays in pln, whose worth is not set.');
	});
});

const anyCount = fc.option(fc.oneof(fc.nat(40), fc.nat(1_000_000)), {
	nil: null,
});
const anyMoney = fc.oneof(fc.double({ min: -1e7, max: 1e7, noNaN: true }), fc.constantFrom(0, -0, 0.004, -0.004, 0.5));
const anyShare = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.002, 0.997, 0.5, 1e-9));
const anyName = fc.constantFrom('Ben', 'Олена Коваль', 'علی رضایی', 'Acme  Inc.', 'Скасуйте $&', '\u2067Ben\u202e', '\u200fBen', 'ا\u0085ب');
const anyFinding: fc.Arbitrary<Finding> = fc.record({
	count: anyCount,
	of: anyCount,
	days: anyCount,
	measured: fc.option(fc.oneof(anyMoney, anyShare), { nil: null }),
	usual: fc.option(fc.oneof(anyMoney, anyShare), { nil: null }),
});
const anyWorth: fc.Arbitrary<Worth> = fc.record({
	channel: fc.constantFrom(...channelIds),
	priority: anyMoney,
	chance: anyShare,
	chanceWithContact: anyShare,
	worthOfReturn: anyMoney,
	returnCounts: fc.constantFrom(1, 1.25, 2),
	currency: fc.constantFrom(null, 'EUR', 'грн.', 'ریال'),
});
const anySize: fc.Arbitrary<SampleSize> = fc.record({
	heldOut: fc.nat(5000),
	contacted: fc.nat(50_000),
	detectablePoints: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), {
		nil: null,
	}),
	expectedPoints: fc.double({ min: -5, max: 60, noNaN: true }),
	neededHeldOut: fc.option(fc.nat(50_000), { nil: null }),
});
const sentencesOf = ({ findings, adds, costsMore, wouldAdd, notContacted, calledBy, sampleSize, ...locale }: Locale, [rule, finding, money, name, size]: readonly [RuleId, Finding, Worth, string, SampleSize]): string[] => {
	const parts = [findings[rule](finding), adds(money), costsMore(money), wouldAdd(money), notContacted.otherCurrency(name), calledBy(name)];
	const { summary, sentence } = ofParts(locale);
	return [...lists.map((list) => summary(name, list, parts)), ...parts.map((part) => sentence([part])), sampleSize(size)];
};
const anySentences = fc.tuple(fc.constantFrom(...ruleIds), anyFinding, anyWorth, anyName, anySize);

describe('laws', () => {
	it.each(languages)('%s never says undefined, null, NaN, a form that lacks its number, two full stops or spaces; a sentence ends, isolates are closed', (language) => {
		fc.assert(
			fc.property(anySentences, (given) => {
				for (const text of sentencesOf(locales[language], given)) {
					expect(text).not.toMatch(/undefined|null|NaN|Infinity|#|\.\u2069?\.| {2}| [,;.)]|^\s|\s$|(?<!\d)-0(?!\d)/u);
					expect(text).toMatch(/\.\u2069?$/u);
					expect(text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '')).not.toMatch(/[\u2066-\u2069\u202a-\u202e]/u);
				}
			}),
		);
	});

	it.each(languages)('%s never tells money that a contact adds as negative: a loss is told as cost', (language) => {
		fc.assert(
			fc.property(anyWorth, (given) => {
				const { adds, costsMore, wouldAdd } = locales[language];
				for (const say of [adds, costsMore, wouldAdd]) expect(say(given)).not.toMatch(/[-\u2212]\p{Nd}/u);
			}),
		);
	});

	it('Persian has Persian digits, letters and marks wherever nothing is isolated', () => {
		fc.assert(
			fc.property(anySentences, (given) => {
				for (const text of sentencesOf(locales.fa, given)) expect(text.replace(/\u2068[^\u2069]*\u2069/gu, '')).not.toMatch(/[0-9A-Za-z,;%"]/u);
			}),
		);
	});

	it('Persian is written with its own yeh and kaf, not those of Arabic', () => {
		expect([ofRules('fa'), ofMoney('fa'), around('fa'), counted('fa')].join(' ')).not.toMatch(/[\u064a\u0643\u0660-\u0669]/u);
	});
});
