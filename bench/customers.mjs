/** Made-up purchases: the same ones at every run. */

/** Mulberry32: small, seeded, good enough to spread purchases. */
function randomNumbers(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const MILLISECONDS_PER_DAY = 86_400_000;
const FIRST_INSTANT = Date.UTC(2023, 0, 1);
const DAYS = 730;

/** Items as a shop's node gives them, in order of time, spread evenly over customers and two years. */
export function purchaseItems(itemCount, customerCount) {
	const random = randomNumbers(20240304);
	return Array.from({ length: itemCount }, (_, index) => {
		const instant = FIRST_INSTANT + Math.floor((index / itemCount) * DAYS * MILLISECONDS_PER_DAY);
		return {
			json: {
				order_id: `O${1_000_000 + index}`,
				customer_id: `C${100_000 + Math.floor(random() * customerCount)}`,
				order_date: new Date(instant).toISOString().slice(0, 19).replace('T', ' '),
				amount: Math.round(random() * 20_000) / 100,
			},
		};
	});
}

/** Items as a billing system gives them: a row a subscription, two of three ended, some customers with several. */
export function subscriptionItems(itemCount, customerCount) {
	const random = randomNumbers(20240305);
	const dateOf = (day) => new Date(FIRST_INSTANT + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
	return Array.from({ length: itemCount }, (_, index) => {
		const start = Math.floor((index / itemCount) * DAYS);
		const end = start + 30 + Math.floor(random() * 700);
		return {
			json: {
				subscription_id: `S${1_000_000 + index}`,
				customer_id: `C${100_000 + Math.floor(random() * customerCount)}`,
				started_on: dateOf(start),
				ended_on: end < DAYS ? dateOf(end) : '',
				amount: [10, 25, 80, 300][Math.floor(random() * 4)],
				interval: random() < 0.2 ? 'year' : 'month',
			},
		};
	});
}

/** The same items as if one customer had made all purchases. */
export const ofOneCustomer = (items) => items.map(({ json }) => ({ json: { ...json, customer_id: 'C1' } }));
