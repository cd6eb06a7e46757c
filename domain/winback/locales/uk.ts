import type { Forms } from '../../locales/words';
import { capitalised, ended, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { ChannelId } from '../channels';
import type { Finding } from '../rules/rule';
import { figuresOf, isLoss } from './figures';
import type { Locale, Worth } from './locale';

/** Phrases have no past tense of the customer: it would tell a man from a woman. */
const words = wordsOf('uk', { ...LEFT_TO_RIGHT_MARKS, quotes: ['«', '»'] });
const { number, counted, money, foreign, list } = words;
const { amount, share, shares, age, tenths } = figuresOf(words, {
	under: (text) => `менш як ${text}`,
	over: (text) => `понад ${text}`,
	days: { 0: 'за день', one: 'за # день', few: 'за # дні', many: 'за # днів', other: 'за # дня' },
	months: { one: 'за # місяць', few: 'за # місяці', many: 'за # місяців', other: 'за # місяця' },
	years: { one: 'за # рік', few: 'за # роки', many: 'за # років', other: 'за # року' },
});

interface Contact {
	readonly name: string;
	readonly without: string;
	readonly onceNoticed: string;
	/** Agrees with the name. */
	readonly wouldAdd: string;
}

const contacts: Readonly<Record<ChannelId, Contact>> = {
	call: { name: 'дзвінок', without: 'без дзвінка', onceNoticed: 'після розмови', wouldAdd: 'додав би' },
	email: { name: 'електронний лист', without: 'без листа', onceNoticed: 'після прочитання', wouldAdd: 'додав би' },
	sms: { name: 'SMS', without: 'без SMS', onceNoticed: 'після прочитання', wouldAdd: 'додало б' },
	messenger: { name: 'повідомлення в месенджері', without: 'без повідомлення', onceNoticed: 'після прочитання', wouldAdd: 'додало б' },
	voiceRobot: { name: 'дзвінок робота', without: 'без дзвінка', onceNoticed: 'після прослуховування', wouldAdd: 'додав би' },
	customAudience: { name: 'реклама', without: 'без реклами', onceNoticed: 'після перегляду', wouldAdd: 'додала б' },
};

const PURCHASES: Forms = { 0: 'жодної покупки', one: '# покупка', few: '# покупки', many: '# покупок', other: '# покупки' };
const OF_PURCHASES: Forms = { one: '# покупки', other: '# покупок' };
const POINTS: Forms = { one: '# відсотковий пункт', few: '# відсоткові пункти', many: '# відсоткових пунктів', other: '# відсоткового пункту' };
const FROM_POINTS: Forms = { one: '# відсоткового пункту', few: '# відсоткових пунктів', many: '# відсоткових пунктів', other: '# відсоткового пункту' };

/** The preposition goes with the number as it is spoken: «зі ста», «із семи», but «з десяти»; up to a thousand. */
function outOf(count: number): string {
	if (count >= 100 && count < 200) return 'зі';
	const digits = String(count);
	return /^(?:[467]\d*|1[467])$/.test(digits) ? 'із' : 'з';
}

/** `9 з 11 покупок за акцією`; without numbers what they come to. */
const part = ({ count, of }: Finding, forms: Forms, what: string, otherwise: string): string =>
	count === null || of === null ? otherwise : `${number(count)} ${outOf(of)} ${counted(of, forms)} ${what}`;

/** `, у середньому по 12,50, в інших зазвичай по 48` */
const average = ({ count, measured, usual }: Finding): string =>
	ifKnown(count === 0 ? null : measured, (known) => `${count === 1 ? ` на суму ${money(known)}` : `, у середньому по ${money(known)}`}${ifKnown(usual, (common) => `, в інших зазвичай по ${money(common)}`)}`);

const history = ({ count, days }: Finding, otherwise: string): string => (count === null ? otherwise : `${counted(count, PURCHASES)}${ifKnown(days, (known) => ` ${age(known)}`)}`);

function wholesaleOrHighMargin(finding: Finding): string {
	const { count, measured, usual } = finding;
	if (count !== null) return `${counted(count, PURCHASES)}${average(finding)}`;
	return measured === null ? 'купує гуртом' : `маржа ${share(measured)}${ifKnown(usual, (common) => `, в інших зазвичай ${share(common)}`)}`;
}

function balance({ priority, currency }: Worth, contact: string, adds: string): string {
	if (priority > 0) return `${contact} ${adds} ${amount(priority, currency)}`;
	return isLoss(priority) ? `${contact} коштуватиме на ${amount(-priority, currency)} більше, ніж принесе` : `${contact} принесе не більше, ніж коштує`;
}

function returnBrings({ worthOfReturn, returnCounts, currency }: Worth): string {
	if (worthOfReturn > 0) return `якщо повернеться, принесе ${amount(worthOfReturn, currency)}${returnCounts === 1 ? '' : `, із вагою ${money(returnCounts)}`}`;
	return isLoss(worthOfReturn) ? `якщо повернеться, принесе збиток ${amount(-worthOfReturn, currency)}` : 'якщо повернеться, нічого не принесе';
}

function gain(worth: Worth, adds: string): string {
	const { name, without, onceNoticed } = contacts[worth.channel];
	const [chance, withContact] = shares(worth.chance, worth.chanceWithContact);
	return `${balance(worth, name, adds)} (шанс повернутися ${without} – ${chance}, ${onceNoticed} – ${withContact}; ${returnBrings(worth)})`;
}

const heads = { first: 'зателефонувати насамперед', worthIt: 'контакт того вартий', notWorthIt: 'контакт того не вартий', notContacted: 'без контакту' } as const;

export const uk: Locale = {
	title: 'Ukrainian',
	findings: {
		onlyOnPromotion: (finding) => part(finding, OF_PURCHASES, 'за акцією', 'купує лише за акцією'),
		rareAndSmall: (finding) => `купує рідко й потроху: ${history(finding, 'рідкісні й дрібні покупки')}${average(finding)}`,
		instalments: (finding) => part(finding, OF_PURCHASES, 'у розстрочку', 'часто купує в розстрочку'),
		paysLate: (finding) => part(finding, { one: '# платежу', other: '# платежів' }, 'із запізненням', 'часто платить із запізненням'),
		returns: (finding) => part(finding, { one: '# замовлення', other: '# замовлень' }, 'повернено або скасовано', 'усі замовлення повернено або скасовано'),
		toxic: () => 'є позначка про токсичну поведінку',
		longAndFrequent: (finding) => history(finding, 'купує давно й часто'),
		wholesaleOrHighMargin,
		bigName: () => 'відоме ім\u2019я або бренд',
		neverBought: () => 'ще жодної покупки',
	},
	leftBecause: {
		indifference: 'причина відходу – байдужість персоналу',
		priceRise: 'причина відходу – ціна',
		missingProduct: 'причина відходу – відсутність потрібного товару',
		badService: 'причина відходу – погане обслуговування',
		lowQuality: 'причина відходу – низька якість',
		noBonusProgramme: 'причина відходу – відсутність бонусної програми',
		backwardTechnology: 'причина відходу – застарілі технології',
		ignoredComplaints: 'причина відходу – скарги без відповіді',
		changedNeeds: 'причина відходу – зміна потреб',
		movedAway: 'причина відходу – переїзд',
		competitor: 'причина відходу – перехід до конкурента',
		satisfied: 'відхід, хоча все влаштовувало',
	},
	adds: (worth) => gain(worth, 'додасть'),
	costsMore(worth) {
		const { name, without } = contacts[worth.channel];
		return `${balance(worth, `навіть ${name}`, 'додасть')} (шанс повернутися ${without} – ${share(worth.chance)}; ${returnBrings(worth)})`;
	},
	wouldAdd: (worth) => gain(worth, contacts[worth.channel].wouldAdd),
	notChosen: { budgetSpent: ', але бюджет закінчується раніше', callsTaken: ', але дзвінків цього запуску не вистачає' },
	notScored: {
		neverBought: 'ще жодної покупки, а шанс першої не задано',
		noForecast: 'прогноз неможливий',
		noMargin: 'невідомо, скільки приносить покупка',
	},
	notContacted: {
		objected: 'просить не турбувати',
		noConsent: 'немає згоди на контакт',
		addressObjected: 'за цією адресою чи номером просили не турбувати',
		consentUnclear: 'незрозуміло, чи є згода на контакт',
		subscribed: 'знову має підписку',
		sameAddress: 'за цією адресою чи номером розглядаємо іншого клієнта',
		boughtSince: (day) => `нова покупка ${foreign(day)}`,
		alreadyContacted: (day) => `у цій кампанії контакт уже був${ifKnown(day, (known) => ` ${foreign(known)}`)}`,
		contactedRecently: (days) =>
			`контакт був ${counted(days, { 0: 'сьогодні', 1: 'за останній день', one: 'за останній # день', few: 'за останні # дні', many: 'за останні # днів', other: 'за останні # дня' })}`,
		unreachable: 'немає дійсної адреси чи номера для жодного з каналів',
		otherCurrency: (currency) => `платить у валюті ${foreign(currency)}, курс якої не задано`,
		heldOut: 'навмисно не турбуємо, щоб побачити, що дає контакт',
		heldOutBefore: 'свідомо без контакту ще з попереднього запуску, щоб побачити, що дає контакт',
	},
	lists: heads,
	joined: (parts) => ended(list(parts)),
	summary: (who, listed, text) => `${foreign(who)} – ${heads[listed]}: ${text}`,
	sentence: capitalised,
	calledBy: (manager) => `нехай зателефонує ${foreign(manager)}`,
	sampleSize({ heldOut, contacted, detectablePoints, expectedPoints, neededHeldOut }) {
		const shows = detectablePoints === null ? 'користь довести неможливо' : `користь доведе приріст від ${tenths(detectablePoints, FROM_POINTS)}`;
		const start = `Клієнтів без контакту – ${number(heldOut)}, з контактом – ${number(contacted)}: ${shows}; `;
		if (expectedPoints <= 0) return `${start}приросту не очікується.`;
		const expected = `${start}очікується ${tenths(expectedPoints, POINTS)}`;
		if (neededHeldOut === null) return `${expected}, а такого приросту не довести за жодної кількості клієнтів.`;
		return neededHeldOut <= heldOut ? `${expected}, і цього досить.` : `${expected}, а щоб довести такий приріст, треба залишити без контакту ${number(neededHeldOut)}: підсумуйте кілька запусків.`;
	},
};
