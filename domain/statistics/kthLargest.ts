/**
 * The k-th largest value
 *
 * Which value is exceeded by at most k − 1 others? Hoare's selection: the values are split around one
 * of them until the split falls on the wanted place, so nothing is sorted. Expected O(n).
 *
 * `k` from 1 to the number of values. The given array is reordered.
 */
export function kthLargest(values: Float64Array, k: number): number {
	const wanted = values.length - k;
	let first = 0;
	let last = values.length - 1;
	while (first < last) {
		const pivot = values[(first + last) >>> 1];
		let left = first;
		let right = last;
		while (left <= right) {
			while (values[left] < pivot) left++;
			while (values[right] > pivot) right--;
			if (left > right) break;
			const smaller = values[right];
			values[right--] = values[left];
			values[left++] = smaller;
		}
		if (wanted <= right) last = right;
		else if (wanted >= left) first = left;
		else break;
	}
	return values[wanted];
}
