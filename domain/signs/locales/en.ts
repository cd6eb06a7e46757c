import type { Locale } from './locale';
import { capitalised, wordsOf } from './words';

const { number, counted, money, quoted } = wordsOf('en', ['“', '”']);

const DAYS = { one: 'day', other: 'days' };
const HOURS = { one: 'hour', other: 'hours' };
const TIMES = { one: 'time', other: 'times' };
const days = (value: number | null): string => counted(value ?? 0, DAYS);

/** `, usually …`; nothing where it is not known what is usual. */
const usually = (usual: number | null, say: (usual: number) => string): string => (usual === null ? '' : `, usually ${say(usual)}`);
const about = (topic: string | null): string => (topic === null ? '' : `, most about ${quoted(topic)}`);

const levelWords = { healthy: 'healthy', watch: 'on watch', atRisk: 'at risk' } as const;

export const en: Locale = {
	title: 'English',
	phrases: {
		notHeardOf: ({ measured, usual }) => `not in touch for ${days(measured)}${usually(usual, (gap) => `every ${days(gap)}`)}`,
		orderOverdue: ({ measured, usual }) => `no purchase for ${days(measured)}${usually(usual, (gap) => `one every ${days(gap)}`)}`,
		usedLess: ({ measured, usual }) => `used on ${days(measured)} of late${usually(usual, (count) => `on ${number(count)}`)}`,
		complains: ({ measured, usual, words }) => `complained ${counted(measured ?? 0, TIMES)} of late${usually(usual, (count) => counted(count, TIMES))}${about(words)}`,
		asksForHelp: ({ measured, usual, words }) => `asked for help ${counted(measured ?? 0, TIMES)} of late${usually(usual, (count) => counted(count, TIMES))}${about(words)}`,
		wouldNotRecommend: ({ measured }) => `would not recommend us (${number(measured ?? 0)} of 10)`,
		notSatisfied: ({ measured, usual }) => `not satisfied (${number(measured ?? 0)} of ${number(usual ?? 1)})`,
		waitsForAnswers: ({ measured, usual }) => `waits ${counted(measured ?? 0, HOURS)} for our first answer${usually(usual, number)}`,
		paysLater: ({ measured, usual }) => `pays ${days(measured)} late${usually(usual, number)}`,
		paysLess: ({ measured, usual }) => `pays ${money(measured ?? 0)} a month, ${money(usual ?? 0)} before`,
		paysInPart: () => 'paid only in part',
		paysOtherwise: () => 'pays in another way than before',
		pastDue: ({ measured, usual }) => `a payment is ${days(measured)} past due${usually(usual === null || usual <= 0 ? null : usual, (delay) => `up to ${number(delay)}`)}`,
		retried: ({ measured }) => `a payment failed ${counted(measured ?? 0, TIMES)}`,
		cardExpires: ({ measured }) => (measured === 0 ? 'the card expires today' : `the card expires in ${days(measured)}`),
		cardExpired: ({ measured }) => `the card expired ${days(measured)} ago`,
		priceRose: ({ measured, usual }) => (measured === null || usual === null ? 'the price has risen' : `the price rose from ${money(usual)} to ${money(measured)} a month`),
		priceWillRise: ({ measured }) => (measured === 0 ? 'the price rises today' : `the price rises in ${days(measured)}`),
		otherPerson: ({ words }) => `a new contact person, ${quoted(words ?? '')}`,
		contractEnds: ({ measured }) => (measured === 0 ? 'the contract ends today' : `the contract ends in ${days(measured)}`),
		bonusesLapse: ({ measured, usual }) => `${usual === null ? 'bonuses' : counted(usual, { one: 'bonus', other: 'bonuses' })} lapse${usual === 1 ? 's' : ''} ${measured === 0 ? 'today' : `in ${days(measured)}`}`,
		saysLeaving: ({ words }) => `says ${quoted(words ?? '')}`,
		asksLeaving: ({ words }) => `asks ${quoted(words ?? '')}`,
		cancelled: ({ measured }) => (measured === null || measured < 0 ? 'has cancelled' : `has cancelled, it runs for ${days(measured)} more`),
	},
	actions: {
		toldUs: 'Call today: ask why and listen, then offer something of value for the time ahead.',
		silence: 'Get in touch and ask how they are; they may be weighing you up, busy or ill.',
		orderOverdue: 'Ask what they need now, with something useful about what they bought.',
		usageFalling: 'Show what they are missing: the features they used, and one that saves them work.',
		complaints: 'Take it over yourself, go to the root of it and apologise for what was ours.',
		lowSatisfaction: 'Thank them for the answer, ask what was missing and say what you will change.',
		slowAnswers: 'Answer what is open now, and say who will answer from here on.',
		paymentsChanged: 'Ask openly what changed in their budget, and say what they get for it.',
		priceRise: 'Explain the price before they ask, and offer terms that suit them.',
		paymentFailing: 'Help them to pay: a new card, another date; it may be an oversight.',
		contactPersonChanged: 'Find out who decides now, show them the value and agree on the next step.',
		contractEnding: 'Talk about the renewal now: what it brought, what comes next.',
		bonusesLapsing: 'Remind them of their bonuses and what they can have for them.',
	},
	levels: levelWords,
	changes: { new: 'new', worse: 'worse', better: 'better', same: 'unchanged', recovered: 'recovered' },
	summary(who, level, risk, phrases) {
		const head = `${who} is ${levelWords[level]} (${number(risk)} of 100)`;
		return phrases.length === 0 ? `${head}.` : `${head}: ${phrases.join('; ')}.`;
	},
	nothingKnown: (who) => `Of ${who} nothing is known that a sign could be read from.`,
	explanation: (phrases, since) => `${capitalised(phrases.join('; '))}${since === null ? '' : ` (since ${since})`}.`,
	littleKnown: (percent) => `Only ${number(percent)} % of what signs are read from is known.`,
	nothingFires: 'No sign warns.',
};
