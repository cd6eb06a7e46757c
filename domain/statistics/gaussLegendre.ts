/** Places in (−1, 1) and weights of a rule that integrates polynomials of degree 2n − 1 exactly. */
export interface QuadratureRule {
	readonly nodes: Float64Array;
	readonly weights: Float64Array;
}

/**
 * Gauss–Legendre rule with n places: the roots of the Legendre polynomial, by Newton's method.
 *
 * Source: Abramowitz and Stegun, 25.4.29. O(n²).
 */
export function gaussLegendre(n: number): QuadratureRule {
	const nodes = new Float64Array(n);
	const weights = new Float64Array(n);
	for (let place = 0; place < n; place++) {
		let x = Math.cos((Math.PI * (place + 0.75)) / (n + 0.5));
		let slope = 1;
		for (let step = 0; step < 100; step++) {
			let [before, current] = [1, x];
			for (let degree = 2; degree <= n; degree++) [before, current] = [current, ((2 * degree - 1) * x * current - (degree - 1) * before) / degree];
			slope = (n * (x * current - before)) / (x * x - 1);
			const change = current / slope;
			x -= change;
			if (Math.abs(change) < 1e-15) break;
		}
		nodes[place] = x;
		weights[place] = 2 / ((1 - x * x) * slope * slope);
	}
	return { nodes, weights };
}
