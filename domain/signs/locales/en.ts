import { capitalised, hardlyAny, ifKnown, LEFT_TO_RIGHT_MARKS, wordsOf } from '../../locales/words';
import type { Locale } from './locale';

const { number, counted, money, percent, foreign, quoted, list } = wordsOf('en', { ...LEFT_TO_RIGHT_MARKS, quotes: ['“', '”'] });

const days = (value: number | null): string => counted(value, { one: '# day', other: '# days' });
const hours = (value: number | null): string => counted(value, { one: '# hour', other: '# hours' });
const every = (gap: number): string => counted(gap, { 0: 'every day', 1: 'every day', other: 'every # days' });
const ahead = (value: number | null): string => counted(value, { 0: 'today', 1: 'tomorrow', one: 'in # day', other: 'in # days' });

/** `, usually …`; nothing where it is not known what is usual. */
const usually = (usual: number | null, say: (usual: number) => string): string => ifKnown(usual, (known) => `, usually ${say(known)}`);
const usualCount = (count: number): string => counted(hardlyAny(count), { 0: 'none', other: '#' });
const about = (topic: string | null): string => ifKnown(topic, (known) => `, most often about ${quoted(known)}`);
const late = (delay: number): string => counted(Math.max(0, delay), { 0: 'on time', one: '# day late', other: '# days late' });
const usualDelay = (delay: number): string => counted(Math.max(0, delay), { 0: 'on time', one: '# day', other: '# days' });
const outOf = (score: number | null, highest: number | null): string => `${number(score ?? 0)}${ifKnown(highest, (scale) => ` out of ${number(scale)}`)}`;
const inWords = (words: string | null): string => ifKnown(words, (known) => `: ${quoted(known)}`);


const standing = { healthy: 'is healthy', watch: 'needs attention', atRisk: 'is at risk' } as const;

export const en: Locale = {
	title: 'English',
	phrases: {
		notHeardOf: ({ measured, usual }) => `no contact for ${days(measured)}${usually(usual, every)}`,
		orderOverdue: ({ measured, usual }) => `no purchase for ${days(measured)}${usually(usual, every)}`,
		usedLess: ({ measured, usual }) => `${counted(measured, { 0: 'no active days', one: 'only # active day', other: 'only # active days' })} recently${usually(usual, usualCount)}`,
		complains: ({ measured, usual, words }) => `${counted(measured, { one: '# complaint', other: '# complaints' })} recently${usually(usual, usualCount)}${about(words)}`,
		asksForHelp: ({ measured, usual, words }) => `${counted(measured, { one: '# request', other: '# requests' })} for help recently${usually(usual, usualCount)}${about(words)}`,
		wouldNotRecommend: ({ measured, usual }) => `unlikely to recommend us (${outOf(measured, usual)})`,
		notSatisfied: ({ measured, usual }) => `not satisfied (${outOf(measured, usual)})`,
		waitsForAnswers: ({ measured, usual }) => `our first answer takes ${hours(measured)}${usually(usual, hours)}`,
		paysLater: ({ measured, usual }) => `pays ${late(measured ?? 0)}${usually(usual, usualDelay)}`,
		paysLess: ({ measured, usual }) => `pays ${money(measured ?? 0)} a month${ifKnown(usual, (before) => ` instead of ${money(before)}`)}`,
		paysInPart: () => 'paid only in part',
		paysOtherwise: () => 'pays by another method than before',
		pastDue: ({ measured, usual }) => `a payment is ${days(measured)} overdue${usually(usual, usualDelay)}`,
		retried: ({ measured }) => `a payment failed ${counted(measured, { 1: 'once', 2: 'twice', one: '# time', other: '# times' })}`,
		cardExpires: ({ measured }) => `the card expires ${ahead(measured)}`,
		cardExpired: ({ measured }) => `the card expired ${counted(measured, { 0: 'today', 1: 'yesterday', one: '# day ago', other: '# days ago' })}`,
		priceRose: ({ measured, usual }) => (measured === null || usual === null ? 'the price has gone up' : `the price went up from ${money(usual)} to ${money(measured)} a month`),
		priceWillRise: ({ measured }) => `the price goes up ${ahead(measured)}`,
		otherPerson: ({ words }) => `a new contact person${ifKnown(words, (name) => ` (${foreign(name)})`)}`,
		contractEnds: ({ measured }) => `the contract ends ${ahead(measured)}`,
		bonusesLapse: ({ measured, usual }) => `${usual === null ? 'bonuses expire' : counted(usual, { one: '# bonus expires', other: '# bonuses expire' })} ${ahead(measured)}`,
		saysLeaving: ({ words }) => `says they are leaving${inWords(words)}`,
		asksLeaving: ({ words }) => `asks about leaving${inWords(words)}`,
		cancelled: ({ measured }) => (measured === null || measured < 0 ? 'has cancelled' : `has cancelled, ends ${ahead(measured)}`),
	},
	actions: {
		toldUs: 'Call today: ask why and listen, then offer something of value for the time ahead.',
		silence: 'Get in touch and ask how they are: they may be having doubts, or be busy or ill.',
		orderOverdue: 'Ask what they need now, and suggest something useful for what they already bought.',
		usageFalling: 'Remind them of the features they used, and show one that saves them work.',
		complaints: 'Take it over yourself, get to the root of it and apologise for what was our fault.',
		lowSatisfaction: 'Thank them for the answer, ask what was missing and say what you will change.',
		slowAnswers: 'Answer what is waiting now, and say who will answer from here on.',
		paymentsChanged: 'Ask openly what has changed in their budget, and show what they get for the money.',
		priceRise: 'Explain the price before they ask, and offer terms that suit them.',
		paymentFailing: 'Help them to pay: a new card, another date; it may simply be an oversight.',
		contactPersonChanged: 'Find out who decides now, show them the value and agree on the next step.',
		contractEnding: 'Talk about the renewal now: what it has brought, and what comes next.',
		bonusesLapsing: 'Remind them of their bonuses and what they can have for them.',
	},
	summary(who, level, risk, phrases) {
		const head = `${foreign(who)} ${standing[level]} (${outOf(risk, 100)})`;
		if (phrases.length === 0) return `${head}.`;
		return `${head}${level === 'healthy' ? ', worth noting' : ''}: ${list(phrases)}.`;
	},
	nothingKnown: (who) => `${foreign(who)}: not enough data to look for warning signs.`,
	explanation: (phrases, since) => `${capitalised(list(phrases, ifKnown(since, (day) => ` – warning since ${day}`)))}.`,
	littleKnown: (percentage) => `This rests on only ${percent(percentage)} of the data it needs.`,
	nothingFires: 'No warning signs.',
};
