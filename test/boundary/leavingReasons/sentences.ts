/**
 * What customers write in a cancellation form, by the reason and the language; written before the stems, which were made to read them.
 *
 * At least three of each. They are told apart by what a reader of the form would say, not by the words.
 */
import type { ReasonId } from '../../../domain/winback/reasons';

type Language = 'en' | 'uk' | 'ru' | 'fa';

export const sentences: Readonly<Record<ReasonId, Readonly<Record<Language, readonly string[]>>>> = {
	indifference: {
		en: ['The staff could not care less about us', 'Your manager was rude to me', 'I felt like just another number to you'],
		uk: ['Продавцям абсолютно байдуже', 'Менеджер нахамив і кинув слухавку', 'Персонал неуважний, ніхто навіть не підійшов'],
		ru: ['Сотрудникам всё равно', 'Равнодушие персонала', 'Нахамили на кассе, больше не приду'],
		fa: ['کارکنان اصلاً اهمیت نمی\u200cدادند', 'برخورد فروشنده خیلی بد بود', 'بی\u200cتوجهی پرسنل به مشتری'],
	},
	priceRise: {
		en: ['You raised the price twice this year', 'It got too expensive for us', "Can't afford it anymore", 'Same thing is 30% cheaper on Amazon'],
		uk: ['Ціни дуже піднялися', 'Для нас це вже задорого', 'Не потягую таку вартість', 'Знайшли дешевше'],
		ru: ['Подняли цены, больше не по карману', 'Слишком дорого для малого бизнеса', 'Нашли дешевле'],
		fa: ['قیمت\u200cها خیلی بالا رفته', 'برای ما گران تمام می\u200cشود', 'هزینه\u200cاش زیاد است'],
	},
	missingProduct: {
		en: ['You stopped carrying the coffee I used to order', 'Size 44 is always out of stock', 'No integration with Xero, which we need', 'the product I want is never available'],
		uk: ['Потрібного товару ніколи немає в наявності', 'Маленький асортимент, не знайшла свого розміру', 'Прибрали з продажу мій улюблений чай'],
		ru: ['Нужного товара вечно нет в наличии', 'Сняли с производства мой крем', 'Скудный ассортимент, выбирать не из чего'],
		fa: ['کالای مورد نظرم همیشه ناموجود است', 'تنوع محصولات کم است', 'دیگر آن مدل را نمی\u200cآورید'],
	},
	badService: {
		en: ['Terrible customer service', 'Delivery was late three times in a row', 'Waited two weeks for support to get back to me', 'They mixed up my order again'],
		uk: ['Жахливе обслуговування', 'Доставка постійно запізнюється', 'Переплутали замовлення і довго не міняли', 'До вас не додзвонитися'],
		ru: ['Обслуживание стало хуже некуда', 'Курьер опоздал на три часа', 'Три дня ждали ответа от поддержки'],
		fa: ['خدمات مشتری افتضاح بود', 'ارسال سفارش خیلی دیر شد', 'پشتیبانی جواب نمی\u200cدهد'],
	},
	lowQuality: {
		en: ['Shoes fell apart after a month', 'The quality has gone downhill', 'Half of the items arrived damaged'],
		uk: ['Якість дуже впала', 'Взуття розклеїлося за два тижні', 'Товар бракований'],
		ru: ['Качество оставляет желать лучшего', 'Порвались после первой стирки', 'Пришёл брак, сломалось через неделю'],
		fa: ['کیفیت جنس\u200cها پایین آمده', 'بعد از یک هفته خراب شد', 'جنس بی\u200cکیفیت بود'],
	},
	noBonusProgramme: {
		en: ['No loyalty programme for regular customers', 'You never give discounts to regulars', 'My points expired and there are no rewards'],
		uk: ['Немає бонусної програми', 'Жодної знижки постійним клієнтам', 'Скасували кешбек'],
		ru: ['Нет никаких бонусов для постоянных', 'Убрали накопительную скидку', 'У вас нет карты лояльности'],
		fa: ['باشگاه مشتریان ندارید', 'هیچ تخفیفی به مشتری ثابت نمی\u200cدهید', 'امتیاز و جایزه\u200cای در کار نیست'],
	},
	backwardTechnology: {
		en: ['The app keeps crashing', 'Your website looks like 2005 and has no online payment', 'Software is clunky and too complicated', "Can't order online"],
		uk: ['Додаток постійно вилітає', 'Не можна оплатити карткою онлайн', 'Застарілий сайт, незручно замовляти'],
		ru: ['Приложение глючит и зависает', 'Устаревшая система, нельзя заказать онлайн', 'Сайт не работает с телефона'],
		fa: ['اپلیکیشن مدام هنگ می\u200cکند', 'سایت قدیمی و کند است', 'امکان پرداخت آنلاین ندارید'],
	},
	ignoredComplaints: {
		en: ['I complained twice and nobody ever replied', 'My refund request was ignored', 'Opened three tickets, never got an answer'],
		uk: ['На скаргу так ніхто і не відповів', 'Тричі писала про проблему, усе проігнорували', 'Претензію просто відхилили без пояснень'],
		ru: ['Жалобу проигнорировали', 'Оставил претензию, никто не перезвонил', 'Обращались с проблемой, так и не решили'],
		fa: ['به شکایتم رسیدگی نکردید', 'چند بار اعتراض کردم و کسی جواب نداد', 'پیگیری مشکل من را نکردند'],
	},
	changedNeeds: {
		en: ["We don't need it anymore", 'Project is finished', 'I hardly use it', 'My kids grew out of diapers'],
		uk: ['Більше не потрібно, дитина виросла', 'Проєкт завершили', 'Майже не користуюся'],
		ru: ['Больше не нуждаемся', 'Закончили ремонт, не требуется', 'Редко пользуюсь'],
		fa: ['دیگر نیازی ندارم', 'پروژه تمام شد', 'خیلی کم استفاده می\u200cکنم'],
	},
	movedAway: {
		en: ['We relocated to Spain', 'I moved to another city and you have no store here', 'Moving abroad next month'],
		uk: ['Переїхала до Польщі', 'Виїхали за кордон', 'Тепер живу в іншому місті'],
		ru: ['Переехали в другой район', 'Уехал из страны', 'Теперь живу в другом городе'],
		fa: ['به شهر دیگری رفتیم', 'مهاجرت کردم', 'محل زندگی\u200cام عوض شد'],
	},
	competitor: {
		en: ['We signed with another vendor', 'Went with a competitor who offers more', 'Found a better alternative', 'My new employer uses a different provider'],
		uk: ['Пішли до конкурентів', 'Перейшли на інший сервіс', 'Замовляємо в іншого постачальника'],
		ru: ['Ушли к другому поставщику', 'Нашли другую компанию', 'Переманили конкуренты'],
		fa: ['سراغ رقیب رفتیم', 'از فروشگاه دیگری خرید می\u200cکنم', 'شرکت دیگری را انتخاب کردیم'],
	},
	satisfied: {
		en: ['Everything was great, just taking a break', 'No complaints, I simply forgot to reorder', 'Happy with you, just wanted a change'],
		uk: ['Усе подобалось, просто забула про вас', 'Все влаштовує, зробили паузу', 'Задоволена, просто захотілося нового'],
		ru: ['Всё устраивало, просто забыли заказать', 'Претензий нет, захотелось чего-то нового', 'Всем доволен, просто пауза'],
		fa: ['راضی بودم، فقط فراموش کردم', 'همه چیز خوب بود، فقط مدتی استراحت می\u200cخواهم', 'مشکلی نبود، تنوع می\u200cخواستم'],
	},
};

/** Two reasons in a text: the one that goes before the other. */
export const twoReasons: readonly (readonly [string, ReasonId])[] = [
	['Too expensive and the quality is poor', 'lowQuality'],
	['Went to a competitor because the support was awful', 'competitor'],
	['Prices went up, and we moved to Lviv anyway', 'movedAway'],
	['Rude staff and high prices', 'indifference'],
	['I complained about the late delivery and was ignored', 'ignoredComplaints'],
	['Дорого і якість погана', 'lowQuality'],
	['Перейшли до конкурента, бо там дешевше', 'competitor'],
	['Вже не потрібно, та й ціни піднялись', 'changedNeeds'],
	['Переехали, да и дорого у вас', 'movedAway'],
	['Хамят и дорого', 'indifference'],
	['Ушли к конкуренту из-за плохого качества', 'competitor'],
	['گران است و کیفیت پایین است', 'lowQuality'],
	['به رقیب پیوستیم چون ارزان\u200cتر است', 'competitor'],
	['مهاجرت کردیم و قیمت هم گران شد', 'movedAway'],
];

/** A reason that is denied, and the one that is not; null where none is left. */
export const denied: readonly (readonly [string, ReasonId | null])[] = [
	['it was not because of the price', null],
	['price is fine', null],
	['Great service, but we moved', 'movedAway'],
	['The quality is not the problem, the app is outdated', 'backwardTechnology'],
	['no complaints, just closing shop', 'changedNeeds'],
	['price is fine but we were acquired', 'changedNeeds'],
	['the price was ok, support was awful', 'badService'],
	['not expensive', null],
	['nothing to complain about', 'satisfied'],
	['we did not move away', null],
	['не из-за цены', null],
	['дело не в цене, нет нужного размера', 'missingProduct'],
	['цена устраивает, но хамят', 'indifference'],
	['нет жалоб, закрылись', 'changedNeeds'],
	['обслуживание хорошее, просто переехали', 'movedAway'],
	['не дорого', null],
	['ціна влаштовує, переїхали', 'movedAway'],
	['без скарг, закрили магазин', 'changedNeeds'],
	['обслуговування чудове, але дорого', 'priceRise'],
	['не через ціну', null],
	['بدون شکایت', 'satisfied'],
	['شکایتی نداشتیم، مغازه تعطیل شد', 'changedNeeds'],
	['قیمت خوب بود', null],
	['خدمات خوب بود ولی گران شد', 'priceRise'],
	['گران نبود', null],
];

/** What tells of no reason, though some of the words of reasons stand in it. */
export const silent: readonly string[] = [
	'', '  ', '-', '42', 'n/a', 'other', 'Other reason', 'no reason', 'Ann Lee', 'test', 'personal reasons', 'Please cancel my subscription', 'I want to cancel the service', 'Stop my service please',
	'Thank you for your support', 'switched to annual plan', 'we paid by credit card', 'canceled', 'cancellation_requested', 'payment_failed', 'Card declined', 'insufficient funds', 'discussion', 'recosted', 'unmoved', 'a great product', 'please call me back', 'I will tell you later', 'See my last e-mail',
	'інше', 'не вказано', 'без причини', 'особисті обставини', 'прошу скасувати підписку', 'Відмовляюся від сервісу', 'не пройшов платіж', 'картка прострочена', 'завод', 'Зателефонуйте мені завтра',
	'другое', 'не указано', 'без причины', 'личные обстоятельства', 'прошу отменить подписку', 'Отказываюсь от сервиса', 'платёж не прошёл', 'Иван Петров', 'Перезвоните завтра', 'больше не приду',
	'سایر', 'بدون دلیل', 'دلایل شخصی', 'لطفاً اشتراک من را لغو کنید', 'پرداخت ناموفق', 'علی رضایی', 'فردا تماس بگیرید', 'از خدمات شما ممنونم',
];
