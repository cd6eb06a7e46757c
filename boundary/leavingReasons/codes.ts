/** Codes and titles that stand for a reason as they are: our own ids, what services write, options of forms. */
import type { ReasonId } from '../../domain/winback/reasons';
import { reasonIds, reasons } from '../../domain/winback/reasons';
import { familyIds } from './families';
import { plainWords } from './plainText';

/**
 * Codes of services, and options as forms offer them
 *
 * Stripe: cancellation_details.feedback and what its portal asks. Google Play: cancelSurveyReason by name and as asked.
 * Apple, RevenueCat, Adapty: expiration and cancellation reasons; RevenueCat's CUSTOMER_SUPPORT is a refund, not a
 * reason, and left out. Chargebee: reason codes. JD Edwards and Salesforce: stock reasons of lost deals, which HubSpot and Pipedrive
 * leave to their users. ChartMogul and Recurly have no list of such reasons. Freemius: its survey.
 */
const codes: Readonly<Record<ReasonId, readonly string[]>> = {
	indifference: ['Staff', 'Rude staff', 'Attitude'],
	priceRise: [
		'too_expensive', "It's too expensive", 'price', 'pricing', 'cost', 'price_increase', 'Price Increase Consent', 'Price Increase Notice', 'CUSTOMER_DENIED_PRICE_INCREASE', 'Customer.PriceIncrease', 'Customer.Cost', 'CANCEL_SURVEY_REASON_COST_RELATED', 'Cost-related reasons', 'Budget', 'No budget', 'No Budget / Lost Funding', 'Loss of Funding/Budget', 'Pricing Too High', 'Price too high', 'The cost was too high',
	],
	missingProduct: [
		'missing_features', 'Some features are missing', 'features', 'product_was_not_available', 'PRODUCT_NOT_AVAILABLE', 'System.ProductUnavailable', 'Product Not Available', 'Product Lacks Features', 'Product Does Not Meet Needs', 'Product gap', 'Removed From Sale', 'Assortment', 'Range',
	],
	badService: ['customer_service', 'Customer service was less than expected', 'service', 'support', 'Customer experience', 'Service Unsatisfactory', 'Service quality', 'Shipping & handling', 'Delivery'],
	lowQuality: ['low_quality', 'Quality was less than expected', 'quality', 'Product quality', 'Product Unsatisfactory'],
	noBonusProgramme: ['Bonuses', 'Discounts', 'Loyalty programme', 'Loyalty program'],
	backwardTechnology: ['too_complex', 'Ease of use was less than expected', 'CANCEL_SURVEY_REASON_TECHNICAL_ISSUES', 'Customer.TechnicalIssues', 'Technical issues', 'Usability', 'Technology', 'It was too difficult to set up', 'It was too slow and/or buggy'],
	ignoredComplaints: ['Complaint', 'Complaints'],
	changedNeeds: [
		'unused', "I don't use the service enough", "I don't use this service enough", 'CANCEL_SURVEY_REASON_NOT_ENOUGH_USAGE', 'Customer.NotUsefulEnough', 'No longer needed', 'I already have more than I need', 'Out of business', 'Business closed', 'Acquisition', 'Project completed', 'I never/seldom use it', 'Needs',
	],
	movedAway: ['moved', 'Relocation', 'Moving'],
	competitor: ['switched_service', "I'm switching to a different service", 'CANCEL_SURVEY_REASON_FOUND_BETTER_APP', 'Customer.FoundBetterApp', 'I found a better app', 'Lost to Competitor', 'Competitor Undercut', 'Chose competitor', 'Competition', 'Found something else'],
	satisfied: ['Satisfied', 'No complaints'],
};

/** What the reasons are called in Ukrainian, Russian and Persian; with the single words that forms offer. */
const titles: Readonly<Record<ReasonId, readonly string[]>> = {
	indifference: ['байдужість персоналу', 'байдужість', 'персонал', 'равнодушие персонала', 'равнодушие', 'безразличие персонала', 'بی\u200cتفاوتی کارکنان', 'بی\u200cتفاوتی'],
	priceRise: ['ціна', 'підвищення ціни', 'підвищення цін', 'подорожчання', 'цена', 'повышение цены', 'повышение цен', 'рост цен', 'подорожание', 'قیمت', 'افزایش قیمت', 'گرانی'],
	missingProduct: ['немає товару', 'відсутність товару в асортименті', 'відсутність товару', 'асортимент', 'нет товара', 'отсутствие товара в ассортименте', 'отсутствие товара', 'ассортимент', 'نبود محصول', 'نبود کالا', 'نبود کالا در سبد محصولات', 'تنوع محصولات'],
	badService: ['погане обслуговування', 'поганий сервіс', 'обслуговування', 'сервіс', 'підтримка', 'доставка', 'плохое обслуживание', 'плохой сервис', 'обслуживание', 'сервис', 'поддержка', 'خدمات بد', 'خدمات ضعیف', 'خدمات', 'پشتیبانی'],
	lowQuality: ['низька якість', 'погана якість', 'якість', 'низкое качество', 'плохое качество', 'качество', 'کیفیت پایین', 'کیفیت'],
	noBonusProgramme: ['немає бонусної програми', 'відсутність бонусної програми', 'бонуси', 'знижки', 'нет бонусной программы', 'отсутствие бонусной программы', 'бонусы', 'скидки', 'نبود باشگاه مشتریان', 'نبود برنامه پاداش', 'تخفیف'],
	backwardTechnology: ['відсталі технології', 'застарілі технології', 'технології', 'отсталые технологии', 'устаревшие технологии', 'технологии', 'فناوری عقب\u200cمانده', 'فناوری قدیمی'],
	ignoredComplaints: ['проігноровані скарги', 'скарги без відповіді', 'ігнорування скарг', 'скарги', 'проигнорированные жалобы', 'жалобы без ответа', 'игнорирование жалоб', 'жалобы', 'نادیده گرفتن شکایت\u200cها', 'بی\u200cتوجهی به شکایات', 'شکایت'],
	changedNeeds: ['змінилися потреби', 'зміна потреб', 'потреби змінилися', 'изменились потребности', 'изменение потребностей', 'смена потребностей', 'تغییر نیازها', 'تغییر نیاز'],
	movedAway: ['переїзд', 'переїхав', 'переезд', 'переехал', 'نقل مکان', 'مهاجرت', 'جابه\u200cجایی'],
	competitor: ['конкурент', 'конкуренти', 'пішов до конкурента', 'конкуренты', 'ушел к конкуренту', 'رقیب', 'رقبا', 'رفتن به سراغ رقیب'],
	satisfied: ['задоволений', 'пішов задоволеним', 'без претензій', 'доволен', 'ушел довольным', 'без претензий', 'راضی', 'رفتن با وجود رضایت'],
};

/** Spaces and the signs of ASCII, which are all that codes have beside letters and digits. */
const SIGNS = /[ -/:-@[-`{-~]+/g;

/** Plain words without spaces and signs: how codes are compared. */
const codeOf = (words: string): string => words.replace(SIGNS, '');

const reasonOfCode = new Map(reasonIds.flatMap((id) => [id, reasons[id].title, ...codes[id], ...titles[id]].map((text) => [codeOf(plainWords(text)), id] as const)));

/** Every code and title that is known, for each reason; the tests read it. */
export const knownCodes = (id: ReasonId): readonly string[] => [id, reasons[id].title, ...codes[id], ...titles[id]];

/** Longer texts are no codes. */
const LONGEST = 40;

const reasonOf = (words: string): ReasonId | undefined => (words.length > LONGEST ? undefined : reasonOfCode.get(codeOf(words)));

/** Which reason do plain words name that are a code, or several codes in one cell? The first in the order of priority; undefined for what is no code. */
export function reasonOfCodes(words: string): ReasonId | undefined {
	const whole = reasonOf(words);
	if (whole || !/[;,|]/.test(words)) return whole;
	const parts = words.split(/[;,|]/).map(reasonOf);
	return parts.includes(undefined) ? undefined : familyIds.find((id): id is ReasonId => parts.some((reason) => reason === id));
}
