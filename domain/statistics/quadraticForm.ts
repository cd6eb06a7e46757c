/** Below this part of its first value a pivot is what rounding left of 0. */
const NEGLIGIBLE = 1e-10;

export interface QuadraticForm {
	readonly value: number;
	/** How many of the figures are not a combination of those before them. */
	readonly rank: number;
}

/**
 * How far is a set of figures from 0, measured by their own covariance?
 *
 * The value v · V⁻¹ · v, by elimination. `covariance` is symmetric and positive semidefinite. A figure that is
 * a combination of those before it has nothing left on its diagonal when its turn comes; it adds neither
 * distance nor rank, so a singular covariance needs no other treatment. The inputs are not changed.
 * O(n³) in the number of figures.
 */
export function quadraticForm(figures: readonly number[], covariance: ReadonlyArray<readonly number[]>): QuadraticForm {
	const left = figures.slice();
	const matrix = covariance.map((row) => row.slice());
	let value = 0;
	let rank = 0;
	for (let pivot = 0; pivot < left.length; pivot++) {
		const variance = matrix[pivot][pivot];
		if (!(variance > NEGLIGIBLE * covariance[pivot][pivot])) continue;
		value += left[pivot] ** 2 / variance;
		rank++;
		for (let row = pivot + 1; row < left.length; row++) {
			const factor = matrix[row][pivot] / variance;
			left[row] -= factor * left[pivot];
			for (let column = pivot + 1; column < left.length; column++) matrix[row][column] -= factor * matrix[pivot][column];
		}
	}
	return { value, rank };
}
