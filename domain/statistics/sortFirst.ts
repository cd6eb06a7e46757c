/** Up to so many values are put in order one by one, which is quicker than to call a sort for them. */
const FEW = 24;

/** Puts the first `count` values in ascending order, none of them NaN; the rest stays. O(n log n). */
export function sortFirst(values: Float64Array | Int32Array, count: number): void {
	if (count > FEW) {
		values.subarray(0, count).sort();
		return;
	}
	for (let next = 1; next < count; next++) {
		const value = values[next];
		let place = next;
		for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
		values[place] = value;
	}
}
