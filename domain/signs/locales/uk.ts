import { capitalised, hardlyAny, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { Locale } from './locale';

/** Phrases have no past tense of the customer: it would tell a man from a woman. */
const { number, counted, money, percent, foreign, quoted, list } = wordsOf('uk', { ...LEFT_TO_RIGHT_MARKS, quotes: ['«', '»'] });

const days = (value: number | null): string => counted(value, { one: '# день', few: '# дні', many: '# днів', other: '# дня' });
const hours = (value: number | null): string => counted(value, { one: 'через # годину', few: 'через # години', many: 'через # годин', other: 'через # години' });
const every = (gap: number): string => counted(gap, { 0: 'щодня', 1: 'щодня', one: 'раз на # день', few: 'раз на # дні', many: 'раз на # днів', other: 'раз на # дня' });
const ahead = (value: number | null): string =>
	counted(value, { 0: 'сьогодні', 1: 'завтра', one: 'через # день', few: 'через # дні', many: 'через # днів', other: 'через # дня' });
const ago = (value: number | null): string => counted(value, { 0: 'сьогодні', 1: 'вчора', one: '# день тому', few: '# дні тому', many: '# днів тому', other: '# дня тому' });
const late = (delay: number): string =>
	counted(Math.max(0, delay), { 0: 'вчасно', one: 'із запізненням на # день', few: 'із запізненням на # дні', many: 'із запізненням на # днів', other: 'із запізненням на # дня' });
const usualDelay = (delay: number): string => counted(Math.max(0, delay), { 0: 'вчасно', one: 'на # день', few: 'на # дні', many: 'на # днів', other: 'на # дня' });

/** `, зазвичай …`; nothing where it is not known what is usual. */
const usually = (usual: number | null, say: (usual: number) => string): string => ifKnown(usual, (known) => `, зазвичай ${say(known)}`);
const mostOften = (topic: string | null): string => ifKnown(topic, (known) => `, найчастіша тема – ${quoted(known)}`);
const inWords = (words: string | null): string => ifKnown(words, (known) => `: ${quoted(known)}`);
/** The preposition goes with the number as it is spoken: «зі ста», but «з десяти». */
const outOf = (score: number | null, highest: number | null): string => `${number(score ?? 0)}${ifKnown(highest, (scale) => ` ${scale === 100 ? 'зі' : 'з'} ${number(scale)}`)}`;

const levels = { healthy: 'усе гаразд', watch: 'потребує уваги', atRisk: 'у зоні ризику' } as const;

export const uk: Locale = {
	title: 'Ukrainian',
	phrases: {
		notHeardOf: ({ measured, usual }) => `немає контакту ${days(measured)}${usually(usual, every)}`,
		orderOverdue: ({ measured, usual }) => `немає покупок ${days(measured)}${usually(usual, every)}`,
		usedLess: ({ measured, usual }) =>
			`останнім часом ${counted(measured, { 0: 'жодного активного дня', one: 'лише # активний день', few: 'лише # активні дні', many: 'лише # активних днів', other: 'лише # активного дня' })}${usually(usual, number)}`,
		complains: ({ measured, usual, words }) =>
			`останнім часом ${counted(measured, { one: '# скарга', few: '# скарги', many: '# скарг', other: '# скарги' })}${usually(usual, (count) => counted(hardlyAny(count), { 0: 'жодної', other: '#' }))}${mostOften(words)}`,
		asksForHelp: ({ measured, usual, words }) =>
			`останнім часом ${counted(measured, { one: '# звернення', few: '# звернення', many: '# звернень', other: '# звернення' })} по допомогу${usually(usual, (count) => counted(hardlyAny(count), { 0: 'жодного', other: '#' }))}${mostOften(words)}`,
		wouldNotRecommend: ({ measured, usual }) => `навряд чи порекомендує нас (${outOf(measured, usual)})`,
		notSatisfied: ({ measured, usual }) => `низька оцінка (${outOf(measured, usual)})`,
		waitsForAnswers: ({ measured, usual }) => `перша відповідь від нас ${hours(measured)}${usually(usual, hours)}`,
		paysLater: ({ measured, usual }) => `платить ${late(measured ?? 0)}${usually(usual, usualDelay)}`,
		paysLess: ({ measured, usual }) => `платить ${money(measured ?? 0)} на місяць${ifKnown(usual, (before) => ` замість ${money(before)}`)}`,
		paysInPart: () => 'сплачено лише частину суми',
		paysOtherwise: () => 'змінився спосіб оплати',
		pastDue: ({ measured, usual }) => `платіж прострочено на ${days(measured)}${usually(usual, usualDelay)}`,
		retried: ({ measured }) => `платіж не пройшов ${counted(measured, { one: '# раз', few: '# рази', many: '# разів', other: '# раза' })}`,
		cardExpires: ({ measured }) => `термін дії картки закінчується ${ahead(measured)}`,
		cardExpired: ({ measured }) => `термін дії картки закінчився ${ago(measured)}`,
		priceRose: ({ measured, usual }) => (measured === null || usual === null ? 'ціна зросла' : `ціна зросла: було ${money(usual)}, стало ${money(measured)} на місяць`),
		priceWillRise: ({ measured }) => `ціна зросте ${ahead(measured)}`,
		otherPerson: ({ words }) => `нова контактна особа${ifKnown(words, (name) => ` (${foreign(name)})`)}`,
		contractEnds: ({ measured }) => `договір закінчується ${ahead(measured)}`,
		bonusesLapse: ({ measured, usual }) =>
			`${usual === null ? 'бонуси згорять' : counted(usual, { one: '# бонус згорить', few: '# бонуси згорять', many: '# бонусів згорять', other: '# бонуса згорить' })} ${ahead(measured)}`,
		saysLeaving: ({ words }) => `каже, що йде від нас${inWords(words)}`,
		asksLeaving: ({ words }) => `питає про відхід${inWords(words)}`,
		cancelled: ({ measured }) => `підписку скасовано${measured === null || measured < 0 ? '' : `, закінчиться ${ahead(measured)}`}`,
	},
	actions: {
		toldUs: 'Зателефонуйте сьогодні: запитайте про причину й вислухайте, а тоді запропонуйте щось цінне на майбутнє.',
		silence: 'Напишіть або зателефонуйте й запитайте, як справи: можливо, є сумніви, бракує часу чи завадила хвороба.',
		orderOverdue: 'Запитайте, що потрібно зараз, і порадьте щось корисне до попередніх покупок.',
		usageFalling: 'Нагадайте про функції, якими користувалися раніше, і покажіть ту, що полегшить роботу.',
		complaints: 'Візьміть питання на себе, знайдіть першопричину й перепросіть за нашу провину.',
		lowSatisfaction: 'Подякуйте за відгук, запитайте, чого бракувало, і скажіть, що ви зміните.',
		slowAnswers: 'Дайте відповідь на все, що зараз чекає, і скажіть, хто відповідатиме надалі.',
		paymentsChanged: 'Запитайте відверто, що змінилося в бюджеті, і покажіть, яку користь дають ці гроші.',
		priceRise: 'Поясніть ціну, перш ніж про неї запитають, і запропонуйте зручні умови.',
		paymentFailing: 'Допоможіть з оплатою: нова картка, інша дата; можливо, це просто недогляд.',
		contactPersonChanged: 'Дізнайтеся, хто тепер ухвалює рішення, покажіть цінність співпраці й домовтеся про наступний крок.',
		contractEnding: 'Поговоріть про продовження вже зараз: що дала співпраця і що далі.',
		bonusesLapsing: 'Нагадайте про бонуси й підкажіть, на що їх можна витратити.',
	},
	summary(who, level, risk, phrases) {
		const head = `${foreign(who)}: ${levels[level]} (${outOf(risk, 100)})`;
		if (phrases.length === 0) return `${head}.`;
		return `${head}${level === 'healthy' ? ', але варто зауважити:' : ' –'} ${list(phrases)}.`;
	},
	nothingKnown: (who) => `${foreign(who)}: замало даних, щоб шукати тривожні ознаки.`,
	explanation: (phrases, since) => `${capitalised(list(phrases, ifKnown(since, (day) => ` – сигнал із ${day}`)))}.`,
	littleKnown: (percentage) => `Оцінка спирається лише на ${percent(percentage)} потрібних даних.`,
	nothingFires: 'Тривожних ознак немає.',
};
