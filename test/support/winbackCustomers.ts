/** Customers of Customer Forecast of every kind, the same on each run. */

type Row = Record<string, unknown>;

/** Numbers that look like chance and are the same on each run. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * below);
	};
}

export const AS_OF = Date.parse('2024-07-01') / 86_400_000;
export const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Customers of Customer Forecast of every kind: with and without addresses, consent, owners, reasons, forecasts, purchases. */
export function customers(count: number, seed = 11): Row[] {
	const chance = numbersFrom(seed);
	const oneOf = <Value>(...values: readonly Value[]): Value => values[chance(values.length)];
	return Array.from({ length: count }, (_, place) => {
		const days = oneOf(0, 1, 1, 2, 3, 5, 9);
		const silent = chance(400);
		const purchaseDays = days * (1 + chance(20));
		const recencyDays = days === 0 ? 0 : purchaseDays - purchaseDays / days;
		const bought = { purchaseDays: days, repeats: days - 1, recencyDays, ageDays: recencyDays + silent, net: days * (5 + chance(300)), orders: days, currency: oneOf('EUR', 'EUR', 'EUR', 'USD'), promotionShare: chance(11) / 10, promotionKnown: days, returnedShare: chance(5) / 10, topCategory: oneOf('tea', 'coffee', null) };
		const spend = chance(400);
		const isKnown = days > 0 && chance(12) > 0;
		return {
			customer: `c${place}`,
			email: oneOf(`${place}@example.com`, `${place}@example.com`, null, 'none@'),
			phone: oneOf(`+38067${1_000_000 + place}`, `067 ${1_000_000 + place - (place % 10 === 0 ? 1 : 0)}`, null, '12'),
			name: oneOf(`Name ${place}`, null),
			owner: oneOf('Olena', 'Ivan', null),
			consent: oneOf(null, null, null, null, 'yes', 'yes', 'no', 'perhaps'),
			zone: oneOf('Europe/Kyiv', 'America/New_York', null),
			vip: chance(20) === 0 ? 'yes' : null,
			why: oneOf(null, 'price', 'moved', 'Your manager was rude to me'),
			segment: oneOf('At Risk', 'Hibernating'),
			chanceToReturn: isKnown ? chance(1001) / 1000 : null,
			expectedSpend: isKnown ? spend : null,
			expectedMargin: isKnown && chance(3) > 0 ? spend * 0.4 : null,
			horizonDays: 90,
			asOf: '2024-07-01',
			forecastVersion: 1,
			tenureDays: days === 0 ? chance(400) : bought.ageDays,
			purchases: days === 0 ? { purchaseDays: 0 } : bought,
			subscriptions: chance(15) === 0 ? { status: 'active', reason: null } : null,
			contacts: chance(8) === 0 ? { lastOn: dayText(AS_OF - chance(60)) } : null,
			activityVersion: 1,
		};
	});
}
