/** The values of some items; all of them stand in order, so the same number of them is the same items. */
export function pickFloats(values: Float64Array, items: Int32Array): Float64Array {
	if (items.length === values.length) return values;
	const picked = new Float64Array(items.length);
	for (let row = 0; row < items.length; row++) picked[row] = values[items[row]];
	return picked;
}

export function pickIntegers(values: Int32Array, items: Int32Array): Int32Array {
	if (items.length === values.length) return values;
	const picked = new Int32Array(items.length);
	for (let row = 0; row < items.length; row++) picked[row] = values[items[row]];
	return picked;
}
