/* Draws that depend on a seed alone, so that made-up data is the same each time it is made. */

/** Numbers from 0 to 1 (mulberry32). */
export function randomNumbers(start) {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function draws(random) {
	const between = (low, high) => low + Math.floor(random() * (high - low + 1));
	const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
	return {
		between,
		happens: (chance) => random() < chance,
		oneOf: (list) => list[between(0, list.length - 1)],
		id: (prefix, length) => prefix + Array.from({ length }, () => letters[between(0, letters.length - 1)]).join(''),
		/** One of the keys, each as often as its weight says. */
		weighed(weights) {
			let left = random() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
			return Object.keys(weights).find((key) => (left -= weights[key]) < 0);
		},
	};
}
