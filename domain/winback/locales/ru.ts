import type { Forms } from '../../locales/words';
import { capitalised, ended, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { ChannelId } from '../channels';
import type { Finding } from '../rules/rule';
import { figuresOf, isLoss } from './figures';
import type { Locale, Worth } from './locale';

/** Phrases have no past tense of the customer: it would tell a man from a woman. */
const words = wordsOf('ru', { ...LEFT_TO_RIGHT_MARKS, quotes: ['«', '»'] });
const { number, counted, money, foreign, list } = words;
const { amount, share, shares, age, tenths } = figuresOf(words, {
	under: (text) => `менее ${text}`,
	over: (text) => `более ${text}`,
	days: { 0: 'за день', one: 'за # день', few: 'за # дня', many: 'за # дней', other: 'за # дня' },
	months: { one: 'за # месяц', few: 'за # месяца', many: 'за # месяцев', other: 'за # месяца' },
	years: { one: 'за # год', few: 'за # года', many: 'за # лет', other: 'за # года' },
});

interface Contact {
	readonly name: string;
	readonly without: string;
	readonly onceNoticed: string;
	/** Agrees with the name. */
	readonly wouldAdd: string;
}

const contacts: Readonly<Record<ChannelId, Contact>> = {
	call: { name: 'звонок', without: 'без звонка', onceNoticed: 'после разговора', wouldAdd: 'добавил бы' },
	email: { name: 'электронное письмо', without: 'без письма', onceNoticed: 'после прочтения', wouldAdd: 'добавило бы' },
	sms: { name: 'SMS', without: 'без SMS', onceNoticed: 'после прочтения', wouldAdd: 'добавило бы' },
	messenger: { name: 'сообщение в мессенджере', without: 'без сообщения', onceNoticed: 'после прочтения', wouldAdd: 'добавило бы' },
	voiceRobot: { name: 'звонок робота', without: 'без звонка', onceNoticed: 'после прослушивания', wouldAdd: 'добавил бы' },
	customAudience: { name: 'реклама', without: 'без рекламы', onceNoticed: 'после просмотра', wouldAdd: 'добавила бы' },
};

const PURCHASES: Forms = { 0: 'ни одной покупки', one: '# покупка', few: '# покупки', many: '# покупок', other: '# покупки' };
const OF_PURCHASES: Forms = { one: '# покупки', other: '# покупок' };
const POINTS: Forms = { one: '# процентный пункт', few: '# процентных пункта', many: '# процентных пунктов', other: '# процентного пункта' };
const FROM_POINTS: Forms = { one: '# процентного пункта', few: '# процентных пунктов', many: '# процентных пунктов', other: '# процентного пункта' };

/** `9 из 11 покупок по акции`; without numbers what they come to. */
const part = ({ count, of }: Finding, forms: Forms, what: string, otherwise: string): string =>
	count === null || of === null ? otherwise : `${number(count)} из ${counted(of, forms)} ${what}`;

/** `, в среднем по 12,50, у других обычно по 48` */
const average = ({ count, measured, usual }: Finding): string =>
	ifKnown(count === 0 ? null : measured, (known) => `${count === 1 ? ` на сумму ${money(known)}` : `, в среднем по ${money(known)}`}${ifKnown(usual, (common) => `, у других обычно по ${money(common)}`)}`);

const history = ({ count, days }: Finding, otherwise: string): string => (count === null ? otherwise : `${counted(count, PURCHASES)}${ifKnown(days, (known) => ` ${age(known)}`)}`);

function wholesaleOrHighMargin(finding: Finding): string {
	const { count, measured, usual } = finding;
	if (count !== null) return `${counted(count, PURCHASES)}${average(finding)}`;
	return measured === null ? 'покупает оптом' : `маржа ${share(measured)}${ifKnown(usual, (common) => `, у других обычно ${share(common)}`)}`;
}

function returns({ count, of }: Finding): string {
	if (count === null || of === null) return 'все заказы возвращены или отменены';
	return `возвраты и отмены: ${number(count)} из ${counted(of, { one: '# заказа', other: '# заказов' })}`;
}

function balance({ priority, currency }: Worth, contact: string, adds: string): string {
	if (priority > 0) return `${contact} ${adds} ${amount(priority, currency)}`;
	return isLoss(priority) ? `${contact} обойдётся на ${amount(-priority, currency)} дороже, чем принесёт` : `${contact} принесёт не больше, чем стоит`;
}

function returnBrings({ worthOfReturn, returnCounts, currency }: Worth): string {
	if (worthOfReturn > 0) return `если вернётся, принесёт ${amount(worthOfReturn, currency)}${returnCounts === 1 ? '' : `, с весом ${money(returnCounts)}`}`;
	return isLoss(worthOfReturn) ? `если вернётся, принесёт убыток ${amount(-worthOfReturn, currency)}` : 'если вернётся, ничего не принесёт';
}

function gain(worth: Worth, adds: string): string {
	const { name, without, onceNoticed } = contacts[worth.channel];
	const [chance, withContact] = shares(worth.chance, worth.chanceWithContact);
	return `${balance(worth, name, adds)} (шанс вернуться ${without} – ${chance}, ${onceNoticed} – ${withContact}; ${returnBrings(worth)})`;
}

const heads = { first: 'позвонить в первую очередь', worthIt: 'контакт того стоит', notWorthIt: 'контакт того не стоит', notContacted: 'без контакта' } as const;

export const ru: Locale = {
	title: 'Russian',
	findings: {
		onlyOnPromotion: (finding) => part(finding, OF_PURCHASES, 'по акции', 'покупает только по акции'),
		rareAndSmall: (finding) => `покупает редко и понемногу: ${history(finding, 'редкие и мелкие покупки')}${average(finding)}`,
		instalments: (finding) => part(finding, OF_PURCHASES, 'в рассрочку', 'часто покупает в рассрочку'),
		paysLate: (finding) => part(finding, { one: '# платежа', other: '# платежей' }, 'с опозданием', 'часто платит с опозданием'),
		returns,
		toxic: () => 'есть отметка о токсичном поведении',
		longAndFrequent: (finding) => history(finding, 'покупает давно и часто'),
		wholesaleOrHighMargin,
		bigName: () => 'известное имя или бренд',
		neverBought: () => 'ещё ни одной покупки',
	},
	leftBecause: {
		indifference: 'причина ухода – равнодушие персонала',
		priceRise: 'причина ухода – цена',
		missingProduct: 'причина ухода – отсутствие нужного товара',
		badService: 'причина ухода – плохое обслуживание',
		lowQuality: 'причина ухода – низкое качество',
		noBonusProgramme: 'причина ухода – отсутствие бонусной программы',
		backwardTechnology: 'причина ухода – устаревшие технологии',
		ignoredComplaints: 'причина ухода – жалобы без ответа',
		changedNeeds: 'причина ухода – изменение потребностей',
		movedAway: 'причина ухода – переезд',
		competitor: 'причина ухода – переход к конкуренту',
		satisfied: 'уход, хотя всё устраивало',
	},
	adds: (worth) => gain(worth, 'добавит'),
	costsMore(worth) {
		const { name, without } = contacts[worth.channel];
		return `${balance(worth, `даже ${name}`, 'добавит')} (шанс вернуться ${without} – ${share(worth.chance)}; ${returnBrings(worth)})`;
	},
	wouldAdd: (worth) => gain(worth, contacts[worth.channel].wouldAdd),
	notChosen: { budgetSpent: ', но бюджет заканчивается раньше', callsTaken: ', но звонков этого запуска не хватает' },
	notScored: {
		neverBought: 'ещё ни одной покупки, а шанс первой не задан',
		noForecast: 'прогноз невозможен',
		noMargin: 'неизвестно, сколько приносит покупка',
	},
	notContacted: {
		objected: 'просит не беспокоить',
		noConsent: 'нет согласия на контакт',
		addressObjected: 'по этому адресу или номеру просили не беспокоить',
		consentUnclear: 'неясно, есть ли согласие на контакт',
		subscribed: 'снова есть подписка',
		sameAddress: 'по этому адресу или номеру рассматриваем другого клиента',
		boughtSince: (day) => `новая покупка ${foreign(day)}`,
		alreadyContacted: (day) => `в этой кампании контакт уже был${ifKnown(day, (known) => ` ${foreign(known)}`)}`,
		contactedRecently: (days) =>
			`контакт был ${counted(days, { 0: 'сегодня', 1: 'за последний день', one: 'за последний # день', few: 'за последние # дня', many: 'за последние # дней', other: 'за последние # дня' })}`,
		unreachable: 'нет рабочего адреса или номера ни для одного из каналов',
		otherCurrency: (currency) => `платит в валюте ${foreign(currency)}, курс которой не задан`,
		heldOut: 'намеренно не беспокоим, чтобы увидеть, что даёт контакт',
		heldOutBefore: 'намеренно без контакта ещё с прошлого запуска, чтобы увидеть, что даёт контакт',
	},
	lists: heads,
	joined: (parts) => ended(list(parts)),
	summary: (who, listed, text) => `${foreign(who)} – ${heads[listed]}: ${text}`,
	sentence: capitalised,
	calledBy: (manager) => `пусть позвонит ${foreign(manager)}`,
	sampleSize({ heldOut, contacted, detectablePoints, expectedPoints, neededHeldOut }) {
		const shows = detectablePoints === null ? 'пользу доказать нельзя' : `пользу докажет прирост от ${tenths(detectablePoints, FROM_POINTS)}`;
		const start = `Клиентов без контакта – ${number(heldOut)}, с контактом – ${number(contacted)}: ${shows}; `;
		if (expectedPoints <= 0) return `${start}прироста не ожидается.`;
		const expected = `${start}ожидается ${tenths(expectedPoints, POINTS)}`;
		if (neededHeldOut === null) return `${expected}, а такой прирост не доказать ни при каком числе клиентов.`;
		return neededHeldOut <= heldOut ? `${expected}, и этого достаточно.` : `${expected}, а чтобы доказать такой прирост, нужно оставить без контакта ${number(neededHeldOut)}: сложите несколько запусков.`;
	},
};
