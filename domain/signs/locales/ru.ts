import { capitalised, hardlyAny, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { Locale } from './locale';

/** Phrases have no past tense of the customer: it would tell a man from a woman. */
const { number, counted, money, percent, foreign, quoted, list } = wordsOf('ru', { ...LEFT_TO_RIGHT_MARKS, quotes: ['«', '»'] });

const days = (value: number | null): string => counted(value, { one: '# день', few: '# дня', many: '# дней', other: '# дня' });
const hours = (value: number | null): string => counted(value, { one: 'через # час', few: 'через # часа', many: 'через # часов', other: 'через # часа' });
const every = (gap: number): string => counted(gap, { 0: 'каждый день', 1: 'каждый день', one: 'раз в # день', few: 'раз в # дня', many: 'раз в # дней', other: 'раз в # дня' });
const ahead = (value: number | null): string =>
	counted(value, { 0: 'сегодня', 1: 'завтра', one: 'через # день', few: 'через # дня', many: 'через # дней', other: 'через # дня' });
const ago = (value: number | null): string => counted(value, { 0: 'сегодня', 1: 'вчера', one: '# день назад', few: '# дня назад', many: '# дней назад', other: '# дня назад' });
const late = (delay: number): string =>
	counted(Math.max(0, delay), { 0: 'вовремя', one: 'с опозданием на # день', few: 'с опозданием на # дня', many: 'с опозданием на # дней', other: 'с опозданием на # дня' });
const usualDelay = (delay: number): string => counted(Math.max(0, delay), { 0: 'вовремя', one: 'на # день', few: 'на # дня', many: 'на # дней', other: 'на # дня' });

/** `, обычно …`; nothing where it is not known what is usual. */
const usually = (usual: number | null, say: (usual: number) => string): string => ifKnown(usual, (known) => `, обычно ${say(known)}`);
const mostOften = (topic: string | null): string => ifKnown(topic, (known) => `, самая частая тема – ${quoted(known)}`);
const inWords = (words: string | null): string => ifKnown(words, (known) => `: ${quoted(known)}`);
const outOf = (score: number | null, highest: number | null): string => `${number(score ?? 0)}${ifKnown(highest, (scale) => ` из ${number(scale)}`)}`;

const levels = { healthy: 'всё в порядке', watch: 'требует внимания', atRisk: 'в зоне риска' } as const;

export const ru: Locale = {
	title: 'Russian',
	phrases: {
		notHeardOf: ({ measured, usual }) => `нет контакта ${days(measured)}${usually(usual, every)}`,
		orderOverdue: ({ measured, usual }) => `нет покупок ${days(measured)}${usually(usual, every)}`,
		usedLess: ({ measured, usual }) =>
			`в последнее время ${counted(measured, { 0: 'ни одного активного дня', one: 'только # активный день', few: 'только # активных дня', many: 'только # активных дней', other: 'только # активного дня' })}${usually(usual, number)}`,
		complains: ({ measured, usual, words }) =>
			`в последнее время ${counted(measured, { one: '# жалоба', few: '# жалобы', many: '# жалоб', other: '# жалобы' })}${usually(usual, (count) => counted(hardlyAny(count), { 0: 'ни одной', other: '#' }))}${mostOften(words)}`,
		asksForHelp: ({ measured, usual, words }) =>
			`в последнее время ${counted(measured, { one: '# обращение', few: '# обращения', many: '# обращений', other: '# обращения' })} за помощью${usually(usual, (count) => counted(hardlyAny(count), { 0: 'ни одного', other: '#' }))}${mostOften(words)}`,
		wouldNotRecommend: ({ measured, usual }) => `вряд ли порекомендует нас (${outOf(measured, usual)})`,
		notSatisfied: ({ measured, usual }) => `низкая оценка (${outOf(measured, usual)})`,
		waitsForAnswers: ({ measured, usual }) => `первый ответ от нас ${hours(measured)}${usually(usual, hours)}`,
		paysLater: ({ measured, usual }) => `платит ${late(measured ?? 0)}${usually(usual, usualDelay)}`,
		paysLess: ({ measured, usual }) => `платит ${money(measured ?? 0)} в месяц${ifKnown(usual, (before) => ` вместо ${money(before)}`)}`,
		paysInPart: () => 'оплачена только часть суммы',
		paysOtherwise: () => 'изменился способ оплаты',
		pastDue: ({ measured, usual }) => `платёж просрочен на ${days(measured)}${usually(usual, usualDelay)}`,
		retried: ({ measured }) => `платёж не прошёл ${counted(measured, { one: '# раз', few: '# раза', many: '# раз', other: '# раза' })}`,
		cardExpires: ({ measured }) => `срок действия карты истекает ${ahead(measured)}`,
		cardExpired: ({ measured }) => `срок действия карты истёк ${ago(measured)}`,
		priceRose: ({ measured, usual }) => (measured === null || usual === null ? 'цена выросла' : `цена выросла: было ${money(usual)}, стало ${money(measured)} в месяц`),
		priceWillRise: ({ measured }) => `цена вырастет ${ahead(measured)}`,
		otherPerson: ({ words }) => `новое контактное лицо${ifKnown(words, (name) => ` (${foreign(name)})`)}`,
		contractEnds: ({ measured }) => `договор заканчивается ${ahead(measured)}`,
		bonusesLapse: ({ measured, usual }) =>
			`${usual === null ? 'бонусы сгорят' : counted(usual, { one: '# бонус сгорит', few: '# бонуса сгорят', many: '# бонусов сгорят', other: '# бонуса сгорит' })} ${ahead(measured)}`,
		saysLeaving: ({ words }) => `говорит, что уходит от нас${inWords(words)}`,
		asksLeaving: ({ words }) => `спрашивает об уходе${inWords(words)}`,
		cancelled: ({ measured }) => `подписка отменена${measured === null || measured < 0 ? '' : `, закончится ${ahead(measured)}`}`,
	},
	actions: {
		toldUs: 'Позвоните сегодня: спросите о причине и выслушайте, а затем предложите что-то ценное на будущее.',
		silence: 'Напишите или позвоните и спросите, как дела: возможно, есть сомнения, не хватает времени или помешала болезнь.',
		orderOverdue: 'Спросите, что нужно сейчас, и посоветуйте что-то полезное к прошлым покупкам.',
		usageFalling: 'Напомните о функциях, которыми пользовались раньше, и покажите ту, что облегчит работу.',
		complaints: 'Возьмите вопрос на себя, найдите первопричину и извинитесь за то, в чём виноваты мы.',
		lowSatisfaction: 'Поблагодарите за отзыв, спросите, чего не хватило, и скажите, что вы измените.',
		slowAnswers: 'Ответьте на всё, что сейчас ждёт ответа, и скажите, кто будет отвечать дальше.',
		paymentsChanged: 'Спросите прямо, что изменилось в бюджете, и покажите, какую пользу дают эти деньги.',
		priceRise: 'Объясните цену раньше, чем о ней спросят, и предложите удобные условия.',
		paymentFailing: 'Помогите с оплатой: новая карта, другая дата; возможно, это просто недосмотр.',
		contactPersonChanged: 'Узнайте, кто теперь принимает решения, покажите ценность сотрудничества и договоритесь о следующем шаге.',
		contractEnding: 'Поговорите о продлении уже сейчас: что дало сотрудничество и что дальше.',
		bonusesLapsing: 'Напомните о бонусах и подскажите, на что их можно потратить.',
	},
	summary(who, level, risk, phrases) {
		const head = `${foreign(who)}: ${levels[level]} (${outOf(risk, 100)})`;
		if (phrases.length === 0) return `${head}.`;
		return `${head}${level === 'healthy' ? ', но стоит учесть:' : ' –'} ${list(phrases)}.`;
	},
	nothingKnown: (who) => `${foreign(who)}: слишком мало данных, чтобы искать тревожные признаки.`,
	explanation: (phrases, since) => `${capitalised(list(phrases, ifKnown(since, (day) => ` – сигнал с ${day}`)))}.`,
	littleKnown: (percentage) => `Оценка опирается только на ${percent(percentage)} нужных данных.`,
	nothingFires: 'Тревожных признаков нет.',
};
