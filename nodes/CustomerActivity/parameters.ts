/** The node's parameters as the boundary takes them. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { StreamInput } from '../../boundary/activity/connection';
import { matchKinds } from '../../boundary/activity/matchBy';
import type { ActivitySettings } from '../../boundary/activity/readActivity';
import type { Problem } from '../../domain/problems';
import { asOfParameters, columnList, phoneCountryParameter, timeOf, wholeNumber, writingShape } from '../shared/parameters';
import { chosenFor, columnParameters, columnsInSightParameters } from './columns';
import { itemsOfInput } from '../shared/inputs';
import { ALIASES, streamsParameter } from './streams';

const { amountIs, amountUnit, customerIds, dateFormat, decimalMark } = writingShape;

export const parameters = z.object({
	...streamsParameter,
	matchBy: z.enum(matchKinds).default('automatic'),
	...columnsInSightParameters,
	...columnParameters,
	aliasColumns: columnList.default([]),
	customerColumns: columnList.default([]),
	keepColumns: columnList.default([]),
	recentDays: wholeNumber(1).default(30),
	usualDays: wholeNumber(1).default(180),
	...asOfParameters,
	unusableRows: z.enum(['stop', 'leaveOut']).default('stop'),
	writing: z.object({ amountIs, amountUnit, customerIds, dateFormat, decimalMark, ...phoneCountryParameter }).prefault({}),
	options: z.object({ flatten: z.boolean().default(false), history: z.boolean().default(false) }).prefault({}),
});

export type Parameters = z.infer<typeof parameters>;

export interface Prepared {
	readonly inputs: readonly StreamInput[];
	readonly settings: ActivitySettings;
}

/** The streams that are chosen with their items, and how they are to be read. */
export function prepared(context: IExecuteFunctions, chosen: Parameters): Prepared | { readonly problems: readonly Problem[] } {
	const time = timeOf(context, chosen);
	if ('problems' in time) return time;
	const { streams, writing, options } = chosen;
	const itemsOf = (id: (typeof streams)[number]) => itemsOfInput(context, streams.indexOf(id));
	const inputs = streams.flatMap((id, input): StreamInput[] => (id === ALIASES ? [] : [{ id, input, items: itemsOf(id), ...chosenFor(id, chosen) }]));
	const aliasItems = streams.includes(ALIASES) ? itemsOf(ALIASES) : [];
	return {
		inputs,
		settings: {
			...time,
			dateFormat: writing.dateFormat,
			decimalMark: writing.decimalMark,
			amountUnit: writing.amountUnit,
			amountIs: writing.amountIs,
			dropsTrailingZero: writing.customerIds === 'dropTrailingZero',
			withHistory: options.history,
			customerColumns: streams.includes('customers') ? chosen.customerColumns : [],
			match: chosen.matchBy,
			phoneCountry: writing.phoneCountry,
			aliases: aliasItems.length === 0 ? null : { items: aliasItems, columns: chosen.aliasColumns },
			customerAliases: aliasItems.length === 0 && streams.includes('customers') ? chosen.aliasColumns : [],
			recentDays: chosen.recentDays,
			usualDays: chosen.usualDays,
			keepColumns: chosen.keepColumns,
		},
	};
}
