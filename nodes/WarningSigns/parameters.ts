/** The node's parameters as boundary and domain take them. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { SignsReadingSettings } from '../../boundary/signs/readSigns';
import type { Problem } from '../../domain/problems';
import type { LanguageId } from '../../domain/signs/locales';
import { locales } from '../../domain/signs/locales';
import type { CombinationId } from '../../domain/signs/risk';
import { combinations } from '../../domain/signs/risk';
import type { SignsSettings } from '../../domain/signs/signsReport';
import { activityInputParameters, activityInputSettings } from '../shared/activityInput';
import { asOfParameters, columnList, timeOf, wholeNumber } from '../shared/parameters';
import { weightsParameters } from './weights';

const column = z.string().trim().default('');
const riskBound = z.number().min(0, 'expected 0 or more').max(100, 'expected at most 100');

/** In percent: until the user sets it, so many leave in a period. */
const ASSUMED_BASE = 5;
const PERCENT = 100;

export const parameters = z.object({
	...activityInputParameters,
	send: z.enum(['changes', 'everybody']).default('changes'),
	baseRate: z.number().min(0.01, 'expected 0.01 or more').max(99, 'expected at most 99').default(ASSUMED_BASE),
	levels: z.enum(['automatic', 'own']).default('automatic'),
	watchFrom: riskBound.default(10),
	atRiskFrom: riskBound.default(25),
	goneAfterDays: wholeNumber(1).default(180),
	mostAlerts: wholeNumber(0).default(50),
	language: z.enum(Object.keys(locales) as [LanguageId, ...LanguageId[]]).default('en'),
	...asOfParameters,
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	satisfactionScale: z
		.enum(['automatic', '1', '5', '10', '100'])
		.transform((scale) => (scale === 'automatic' ? null : Number(scale)))
		.default(null),
	combination: z.enum(Object.keys(combinations) as [CombinationId, ...CombinationId[]]).default('odds'),
	...weightsParameters,
	namedColumns: z
		.object({ bonuses: column, bonusesLapseOn: column, cancelledOn: column, priceRisesOn: column, texts: columnList.default([]), value: column })
		.prefault({}),
	alerts: z
		.object({
			confirmAfterRuns: wholeNumber(1).default(1),
			coolDownDays: wholeNumber(0).default(7),
			hysteresis: z.number().min(0, 'expected 0 or more').max(99, 'expected at most 99').default(20),
		})
		.prefault({}),
});

export type Parameters = z.infer<typeof parameters>;


/** How signs are weighed and told. */
export function signsSettings(chosen: Parameters): SignsSettings {
	const { baseRate, levels, watchFrom, atRiskFrom, alerts, weights, shares, send, ...others } = chosen;
	const base = baseRate / PERCENT;
	return {
		...others,
		sends: send,
		base,
		isBaseSet: baseRate !== ASSUMED_BASE,
		oddsRatios: weights,
		shares,
		bounds: levels === 'own' ? { watch: watchFrom, atRisk: atRiskFrom } : combinations[others.combination].boundsAt(base),
		confirmAfterRuns: alerts.confirmAfterRuns,
		coolDownDays: alerts.coolDownDays,
		hysteresis: alerts.hysteresis / PERCENT,
	};
}

/** Bounds the wrong way round would hide everybody on watch. */
export const boundsProblem = ({ levels, watchFrom, atRiskFrom }: Parameters): Problem | null =>
	levels === 'own' && watchFrom >= atRiskFrom ? { code: 'invalidSetting', item: null, column: 'At Risk From', received: atRiskFrom, expected: 'a risk above "Watch From"' } : null;

/** How the inputs are to be read. */
export function readingSettings(context: IExecuteFunctions, chosen: Parameters): { readonly settings: SignsReadingSettings } | { readonly problems: readonly Problem[] } {
	const time = timeOf(context, chosen);
	if ('problems' in time) return time;
	return { settings: { ...activityInputSettings(time, chosen), named: chosen.namedColumns } };
}
