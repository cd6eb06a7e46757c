/** Below this part of its first value a pivot is what rounding left of 0. */
const NEGLIGIBLE = 1e-12;

/**
 * Inverse of a symmetric positive definite matrix
 *
 * By Cholesky's factor, so that what comes out is symmetric and positive definite as well. Null where the matrix is
 * not positive definite, which says that some combination of the figures is not determined. O(n³).
 */
export function symmetricInverse(matrix: ReadonlyArray<readonly number[]>): number[][] | null {
	const size = matrix.length;
	const factor: number[][] = matrix.map(() => new Array<number>(size).fill(0));
	for (let row = 0; row < size; row++) {
		for (let column = 0; column <= row; column++) {
			let left = matrix[row][column];
			for (let k = 0; k < column; k++) left -= factor[row][k] * factor[column][k];
			if (row !== column) factor[row][column] = left / factor[column][column];
			else if (left > NEGLIGIBLE * matrix[row][row]) factor[row][row] = Math.sqrt(left);
			else return null;
		}
	}
	return matrix.map((_, unit) => solved(factor, unit));
}

/** The column of the inverse that belongs to a unit vector: solves F y = e, then Fᵗ x = y. */
function solved(factor: ReadonlyArray<readonly number[]>, unit: number): number[] {
	const size = factor.length;
	const forward = new Array<number>(size).fill(0);
	for (let row = 0; row < size; row++) {
		let left = row === unit ? 1 : 0;
		for (let k = 0; k < row; k++) left -= factor[row][k] * forward[k];
		forward[row] = left / factor[row][row];
	}
	const result = new Array<number>(size).fill(0);
	for (let row = size - 1; row >= 0; row--) {
		let left = forward[row];
		for (let k = row + 1; k < size; k++) left -= factor[k][row] * result[k];
		result[row] = left / factor[row][row];
	}
	return result;
}

/** v · M · v, the variance of a combination of figures whose covariance is M. */
export function varianceOf(weights: ArrayLike<number>, covariance: ReadonlyArray<readonly number[]>): number {
	let variance = 0;
	for (let row = 0; row < weights.length; row++) {
		for (let column = 0; column < weights.length; column++) variance += weights[row] * weights[column] * covariance[row][column];
	}
	// Rounding may leave less than nothing of a variance of 0.
	return Math.max(0, variance);
}
