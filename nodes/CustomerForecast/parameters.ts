/** The node's parameters as boundary and domain take them. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ForecastReadingSettings } from '../../boundary/purchases/readForecast';
import type { Problem } from '../../domain/problems';
import { forecastItemFields } from '../../domain/purchases/forecastFields';
import type { ForecastSettings } from '../../domain/purchases/forecastReport';
import type { ModelId } from '../../domain/purchases/models';
import { modelIds } from '../../domain/purchases/models';
import type { SegmentTable } from '../../domain/purchases/rfm/segmentTable';
import { activityInputParameters, activityInputSettings } from '../shared/activityInput';
import { asOfParameters, timeOf, wholeNumber } from '../shared/parameters';
import { segmentsParameter } from './segmentsProperty';

const percentage = z.number().min(0, 'expected 0 or more').max(100, 'expected at most 100').default(0);

const PERCENT = 100;
/** Further ahead nothing is learned from a shop's past. */
const LONGEST_HORIZON = 1826;

export const parameters = z.object({
	...activityInputParameters,
	horizonDays: wholeNumber(1).pipe(z.number().max(LONGEST_HORIZON, `expected at most ${LONGEST_HORIZON}`)).default(90),
	marginPercent: percentage,
	yearlyDiscount: percentage,
	model: z.enum(['automatic', ...modelIds] as ['automatic', ...ModelId[]]).default('automatic'),
	...asOfParameters,
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	...segmentsParameter,
	lapsedAfterDays: wholeNumber(1).default(90),
});

export type Parameters = z.infer<typeof parameters>;

/** What is asked about the future. */
export const forecastSettings = ({ model, horizonDays, lapsedAfterDays, marginPercent, yearlyDiscount }: Parameters, segmentTable: SegmentTable): ForecastSettings => ({
	model,
	horizonDays,
	lapsedAfterDays,
	marginRate: marginPercent === 0 ? null : marginPercent / PERCENT,
	yearlyDiscount: yearlyDiscount / PERCENT,
	segmentTable,
});

/** How the input is to be read. */
export function readingSettings(context: IExecuteFunctions, chosen: Parameters): { readonly settings: ForecastReadingSettings } | { readonly problems: readonly Problem[] } {
	const time = timeOf(context, chosen);
	if ('problems' in time) return time;
	return { settings: { ...activityInputSettings(time, chosen), ownFields: forecastItemFields } };
}
