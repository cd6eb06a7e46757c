/**
 * Sentences to measure by, written after the words and not used to choose any: one of each reason and language.
 *
 * The words may miss some of them. What must not happen is that they tell a wrong reason; do not add words for these.
 */
import type { ReasonId } from '../../../domain/winback/reasons';

export const unseen: Readonly<Record<ReasonId, readonly string[]>> = {
	indifference: ['Your consultant made me feel stupid for asking', 'Прийшла з дитиною, дивились як на порожнє місце', 'Администратор разговаривает сквозь зубы', 'پرسنل شعبه خیلی بی\u200cحوصله و بداخلاق بودند'],
	priceRise: ['The monthly fee doubled, sorry', 'Абонплата виросла майже вдвічі', 'Цены как в аптеке', 'نسبت به جاهای دیگر خیلی گران\u200cتر می\u200cدهید'],
	missingProduct: ['You dropped the vegan range', 'Шукала безлактозне, у вас такого не буває', 'Не было нужного оттенка краски', 'رنگ مورد علاقه\u200cام را دیگر ندارید'],
	badService: ['Driver left my parcel in the rain, twice', 'Замовлення везли дев\u2019ять днів', 'Операторы ничего не знают, переключают друг на друга', 'بسته را یک هفته دیرتر تحویل دادند'],
	lowQuality: ['Handle came off on day three', 'Каструля пригоріла і облізла за місяць', 'Мясо было с запахом', 'دوخت لباس باز شد'],
	noBonusProgramme: ['Other shops reward regulars, you do not', 'За п\u02bcять років жодного подарунка чи знижки', 'Баллы сгорели, скидок больше не дают', 'هیچ\u200cوقت تخفیف ویژه\u200cای برای ما نداشتید'],
	backwardTechnology: ['The checkout page hangs every time', 'Сайт не відкривається на айфоні', 'В приложении невозможно найти историю заказов, всё тормозит', 'برنامه\u200cتان روی گوشی من بالا نمی\u200cآید'],
	ignoredComplaints: ['I reported the leak in May and I am still waiting for an answer', 'Написав скаргу директору, реакції нуль', 'Просила заменить брак, отмалчиваются', 'به پیام\u200cها و اعتراضم پاسخی داده نشد'],
	changedNeeds: ['I sold my car so I do not need tyres', 'Завершили будівництво, матеріали вже ні до чого', 'Ребёнок пошёл в школу, няня больше не нужна', 'مغازه را جمع کردیم'],
	movedAway: ['We live in Portugal now', 'Після переїзду добиратися дві години', 'Вернулись жить к родителям в Тверь', 'خانه\u200cمان را به کرج بردیم'],
	competitor: ['A friend of mine opened a salon, so I go there', 'Підписали договір з іншим провайдером', 'Теперь закупаемся у ваших конкурентов', 'رقیبتان شرایط بهتری داد'],
	satisfied: ['You did everything right, I only wanted to see what else is out there', 'Претензій жодних, просто так склалося', 'Всё понравилось, как-нибудь вернусь', 'از شما راضی\u200cام فقط فعلاً لازم نشد'],
};

/** What tells of no reason, though it is of the same things. */
export const unseenSilent: readonly string[] = [
	'The order was for my mother', 'Send me the price list again', 'Support closed the account for me', 'We will discuss it with the manager', 'Subscription was a gift', 'Signed up twice', 'Ask Maria', 'App store refund', 'Delivery address: Main street 5',
	'Номер замовлення 4512', 'Керівник прийме рішення восени', 'Клієнт просив передзвонити менеджеру', 'Підписку подарували', 'Оформлено двічі', 'Сайт: example.com',
	'Заказ оформлял сын', 'Клиент думает', 'Менеджер Ольга, доставка в пятницу', 'Подписку подарили', 'Связаться через сайт', 'Оформлено дважды',
	'شماره سفارش ۴۵۱۲', 'مدیر تصمیم می\u200cگیرد', 'ارسال به آدرس قبلی', 'اشتراک هدیه بود', 'با سایت تماس بگیرید',
];
