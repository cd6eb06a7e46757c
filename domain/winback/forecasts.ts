/** What the node forecasts by itself where Customer Forecast was not asked before. DOMAIN W4. */
import { forecastOf } from '../purchases/forecastReport';
import { whyInWords } from '../purchases/forecastText';
import type { PurchaseCustomers } from '../purchases/purchaseCustomers';
import { rfmOf } from '../purchases/rfm/rfmOf';
import { usualTable } from '../purchases/rfm/usualTable';
import type { Forecasts } from './customers';
import type { WinBackSettings } from './settings';

/** By the functions of Customer Forecast, its model chosen on these customers' own past. O(customers log customers), besides the fits. */
export function forecastsOf(customers: PurchaseCustomers, { horizonDays, lapsedAfterDays }: Pick<WinBackSettings, 'horizonDays' | 'lapsedAfterDays'>): Forecasts {
	const { chosen, spends, outlookOf, marginRateOf } = forecastOf(customers, { model: 'automatic', horizonDays, lapsedAfterDays, marginRate: null });
	const [chance, spend, margin] = [new Float64Array(customers.count).fill(NaN), new Float64Array(customers.count).fill(NaN), new Float64Array(customers.count).fill(NaN)];
	for (let customer = 0; customer < customers.count; customer++) {
		const outlook = outlookOf(customer);
		if (outlook === null) continue;
		chance[customer] = outlook.chance;
		const own = spends.of(customer);
		if (own === null) continue;
		spend[customer] = outlook.purchases * own.value;
		const rate = marginRateOf(customer);
		if (rate !== null) margin[customer] = spend[customer] * rate;
	}
	const { segmentOf } = rfmOf(customers, usualTable);
	return {
		horizonDays,
		chance,
		spend,
		margin,
		segmentOf: (customer) => (customers.purchaseDays[customer] === 0 ? null : segmentOf(customer)),
		isGiven: false,
		why: chosen.fit === null ? null : whyInWords(chosen, horizonDays),
	};
}
