/** The node's parameters as boundary and domain take them. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { instantIn } from '../../boundary/reading/asOf';
import type { WinBackReadingSettings } from '../../boundary/winback/readWinBack';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { LanguageId } from '../../domain/winback/locales';
import { locales } from '../../domain/winback/locales';
import { createSendTime } from '../../domain/winback/quietHours';
import type { WinBackSettings } from '../../domain/winback/settings';
import { activityInputParameters, activityInputSettings } from '../shared/activityInput';
import { asOfParameters, decimalLike, percentage, phoneCountryParameter, timeOf, wholeNumber } from '../shared/parameters';
import { figuresIn, figuresParameters } from './figures';

const column = z.string().trim().default('');
const hour = (least: number, most: number) => wholeNumber(least).pipe(z.number().max(most, `expected at most ${most}`));
const noLimit = decimalLike.pipe(z.number().min(0, 'expected 0 or more')).transform((amount) => (amount === 0 ? null : amount));
const LONGEST_HORIZON = 1826;
const LARGEST_HOLDOUT = 90;

/** 0 stands for what is not known. */
const known = wholeNumber(0).default(0);

const manager = z
	.object({ name: z.string().trim().min(1, 'expected a name'), calls: wholeNumber(0).default(10), called: known, wonBack: known })
	.refine(({ called, wonBack }) => wonBack <= called, { path: ['wonBack'], message: 'expected at most as many as were called' })
	.transform(({ name, calls, called, wonBack }) => (called === 0 ? { name, calls, called: null, wonBack: null } : { name, calls, called, wonBack }));

const currency = z.object({ currency: z.string().trim().min(1, 'expected a currency'), worth: decimalLike.pipe(z.number().positive('expected more than 0')).default(1) });

export const parameters = z.object({
	...activityInputParameters,
	lapsedAre: z.enum(['silent', 'listed']).default('silent'),
	lapsedAfterDays: wholeNumber(1).default(90),
	calls: wholeNumber(0).default(25),
	budget: noLimit.default(null),
	marginPercent: percentage.default(0),
	...figuresParameters,
	campaign: z.string().trim().min(1, 'expected a name').default('win-back'),
	holdoutPercent: decimalLike.pipe(z.number().min(0, 'expected 0 or more').max(LARGEST_HOLDOUT, `expected at most ${LARGEST_HOLDOUT}`)).default(10),
	skipDays: wholeNumber(0).default(30),
	language: z.enum(Object.keys(locales) as [LanguageId, ...LanguageId[]]).default('en'),
	managers: z.object({ values: z.array(manager).default([]) }).prefault({}).transform(({ values }) => values),
	firstPurchasePercent: decimalLike.pipe(z.number().min(0, 'expected 0 or more').max(99, 'expected at most 99')).default(0),
	contactWhom: z.enum(['unlessObjected', 'onlyWithConsent']).default('unlessObjected'),
	horizonDays: wholeNumber(1).pipe(z.number().max(LONGEST_HORIZON, `expected at most ${LONGEST_HORIZON}`)).default(90),
	...asOfParameters,
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	columns: z
		.object({ email: column, phone: column, messenger: column, consent: column, zone: column, owner: column, lastContactedOn: column, reason: column, isToxic: column, isBigName: column, isWholesale: column })
		.prefault({}),
	...phoneCountryParameter,
	quietHours: z.object({ earliestHour: hour(0, 23).default(8), latestHour: hour(1, 24).default(21), notBefore: z.unknown().default('') }).prefault({}),
	worthOfCurrencies: z.object({ values: z.array(currency).default([]) }).prefault({}).transform(({ values }) => values),
});

export type Parameters = z.infer<typeof parameters>;

const PERCENT = 100;

const wrong = (column: string, received: unknown, expected: string): Problem => ({ code: 'invalidSetting', item: null, column, received, expected });

const laterOf = (one: number, other: number): number => (one > other ? one : other);

/** A list that is connected is never passed over in silence, nor one that is empty taken for none. */
export const listProblem = ({ lapsedAre }: Parameters, listed: number): Problem | null =>
	lapsedAre === 'silent' && listed > 0 ? wrong('Lapsed Are', lapsedAre, '"On the Input Lapsed", since rows come on that input') : null;

/** From when on somebody may be contacted; the clock comes in here. */
function sendTimeOf({ quietHours: { earliestHour, latestHour, notBefore } }: Parameters, zone: Zone): { readonly sendAfter: WinBackSettings['sendAfter'] } | { readonly problem: Problem } {
	if (earliestHour >= latestHour) return { problem: wrong('Until (Hour)', latestHour, 'an hour after "From (Hour)"') };
	const now = Date.now();
	if (notBefore === '' || notBefore === null || notBefore === undefined) return { sendAfter: createSendTime({ now, earliestHour, latestHour }) };
	const first = instantIn(notBefore, zone);
	return first === null ? { problem: wrong('Not Before', notBefore, 'a day and time') } : { sendAfter: createSendTime({ now: laterOf(now, first), earliestHour, latestHour }) };
}

/** What is asked; problems where settings do not go together. */
export function winBackSettings(chosen: Parameters, zone: Zone, secret: string | null): { readonly settings: WinBackSettings } | { readonly problems: readonly Problem[] } {
	const send = sendTimeOf(chosen, zone);
	if ('problem' in send) return { problems: [send.problem] };
	const { marginPercent, holdoutPercent, firstPurchasePercent, contactWhom, worthOfCurrencies, ...others } = chosen;
	return {
		settings: {
			...others,
			marginRate: marginPercent === 0 ? null : marginPercent,
			figures: figuresIn(chosen),
			firstPurchaseChance: firstPurchasePercent === 0 ? null : firstPurchasePercent / PERCENT,
			onlyWithConsent: contactWhom === 'onlyWithConsent',
			holdoutShare: holdoutPercent / PERCENT,
			secret,
			worthOfCurrency: new Map(worthOfCurrencies.map(({ currency: name, worth }) => [name.toUpperCase(), worth])),
			sendAfter: send.sendAfter,
		},
	};
}

/** How the inputs are to be read. */
export function readingSettings(context: IExecuteFunctions, chosen: Parameters): { readonly settings: WinBackReadingSettings } | { readonly problems: readonly Problem[] } {
	const time = timeOf(context, chosen);
	if ('problems' in time) return time;
	return { settings: { ...activityInputSettings(time, chosen), columns: chosen.columns, phoneCountry: chosen.phoneCountry } };
}
