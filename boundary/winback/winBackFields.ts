/** What Win-Back Priority reads of items of Customer Activity and Customer Forecast, besides their purchases. */
import type { NamedFields, NamedStreams } from '../../domain/activity/itemFields';

export const winBackStreams = {
	purchases: {
		orders: 'count',
		promotionShare: 'number',
		promotionKnown: 'count',
		instalmentShare: 'number',
		instalmentsKnown: 'count',
		returnedShare: 'number',
		topCategory: 'text',
	},
	payments: { onTime: 'count', late: 'count' },
	contacts: { lastOn: 'date' },
	subscriptions: { status: 'text', reason: 'text' },
} as const satisfies NamedStreams;

/** Of the customer, beside the streams. */
export const winBackOwnFields = { tenureDays: 'count' } as const satisfies NamedFields;

/** Of Customer Forecast. */
export const givenForecastFields = {
	horizonDays: 'count',
	chanceToReturn: 'number',
	expectedSpend: 'number',
	expectedMargin: 'number',
	segment: 'text',
} as const satisfies NamedFields;

/** Columns that the user may name; an empty path takes the usual field of the item, where there is one. */
export interface WinBackColumns {
	readonly email: string;
	readonly phone: string;
	readonly messenger: string;
	readonly consent: string;
	readonly zone: string;
	readonly owner: string;
	readonly lastContactedOn: string;
	readonly reason: string;
	readonly isToxic: string;
	readonly isBigName: string;
	readonly isWholesale: string;
}

/** Fields of the item that stand in where the user names none: as Customer Activity calls them. */
export const usualColumns: WinBackColumns = {
	email: 'email',
	phone: 'phone',
	messenger: 'messenger',
	consent: 'consent',
	zone: 'zone',
	owner: 'owner',
	lastContactedOn: '',
	reason: '',
	isToxic: '',
	isBigName: '',
	isWholesale: '',
};
