import { DAYS_PER_MONTH, DAYS_PER_YEAR, MONTHS_PER_YEAR } from '../time';

export interface LossesInMoney {
	/** What the lost customers no longer bring in one such period. */
	readonly thisPeriod: number;
	/** What these lost customers no longer bring in twelve months. */
	readonly overTwelveMonths: number;
	/** What is missing after twelve months in which the share goes on being lost and nobody is replaced. */
	readonly twelveMonthShortfall: number;
}

/**
 * What do the lost customers cost?
 *
 * `valuePerCustomer` is what one brings in the period of `days` days, in any currency. Months are twelfths
 * of 365 days. 1,000 customers of whom 30 leave in a month, 500 each: 15,000, then 180,000, then
 * 1,050,451.50.
 *
 * `customersAtStart` > 0. Source: DOMAIN C10.
 */
export function moneyLost(
	customersAtStart: number,
	lostCustomers: number,
	valuePerCustomer: number,
	days: number,
): LossesInMoney {
	const valuePerDay = valuePerCustomer / days;
	const keptPerMonth = (1 - lostCustomers / customersAtStart) ** (DAYS_PER_MONTH / days);

	let missingCustomerMonths = 0;
	for (let month = 1; month <= MONTHS_PER_YEAR; month++) {
		missingCustomerMonths += customersAtStart * (1 - keptPerMonth ** month);
	}
	return {
		thisPeriod: lostCustomers * valuePerCustomer,
		overTwelveMonths: lostCustomers * valuePerDay * DAYS_PER_YEAR,
		twelveMonthShortfall: missingCustomerMonths * valuePerDay * DAYS_PER_MONTH,
	};
}
