/** The fields of Customer Activity that the forecast reads. */
import type { KnownStream, NamedStreams } from '../../domain/activity/itemFields';

/** Of what kind the fields are; those of days are read as any number, and what they must be is told by `disagreementIn`. */
export const forecastFields = {
	purchases: {
		purchaseDays: 'number',
		repeats: 'number',
		recencyDays: 'number',
		ageDays: 'number',
		net: 'number',
		margin: 'number',
		currency: 'text',
		historyDays: 'numbers',
		historyNet: 'numbers',
	},
} as const satisfies NamedStreams;

export type KnownPurchases = KnownStream<(typeof forecastFields)['purchases']>;
