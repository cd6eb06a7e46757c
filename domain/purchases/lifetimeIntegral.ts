/**
 * The integral over the time at which a customer left, which Pareto/NBD has in place of a count.
 *
 * ∫ (α + t)^(−k) (β + t)^(−m) dt from `from` to `to`, for k, m > 0, and how it changes with k, m, α, β. The literature
 * writes it with Gauss' hypergeometric function, which is lost where α and β are far apart and whose slopes have no
 * closed form. Here it is taken over v = ln(smaller scale + t), in which the integrand is a smooth fall, by Gauss–Legendre
 * rules on pieces short enough for it; slopes are integrals of the same kind, so they belong to the very same value.
 */
import { gaussLegendre } from '../statistics/gaussLegendre';

const RULE = gaussLegendre(20);
/** A piece is at most so long in v, and falls at most by e to this power, so that the rule meets its last digits. */
const LONGEST_PIECE = 1.5;
const DEEPEST_PIECE = 12;
/** More pieces than any customer of any shop needs; it only ends what is out of this world. */
const MOST_PIECES = 500;
/** A piece that adds less changes no digit; the integrand rises at most once, so no later one adds more. */
const NEGLIGIBLE = 1e-17;

export interface LifetimeIntegral {
	/** ln of the integral; −Infinity over no time. */
	log: number;
	/** Its logarithm's slopes. */
	ofK: number;
	ofM: number;
	ofAlpha: number;
	ofBeta: number;
}

export interface LifetimeTerms {
	readonly alpha: number;
	readonly beta: number;
	readonly k: number;
	readonly m: number;
}

/**
 * How long a piece may be that begins at a width of v: as the integrand falls there, and no faster further on.
 *
 * The fall in v is k · width/(α + t) + m · width/(β + t), less 1 for the width itself; it grows with the width, at most
 * e-fold per unit of v, so the piece is taken by what it is at the piece's end.
 */
function lengthFrom(width: number, { alpha, beta, k, m }: LifetimeTerms): number {
	const smaller = Math.min(alpha, beta);
	const fallAt = (at: number) => (k * at) / (alpha - smaller + at) + (m * at) / (beta - smaller + at);
	let length = LONGEST_PIECE;
	while (length * fallAt(width * Math.exp(length)) > DEEPEST_PIECE) length /= 2;
	return length;
}

/** Writes into `result`. O(pieces), mostly one to three. */
export function lifetimeIntegral({ alpha, beta, k, m }: LifetimeTerms, from: number, to: number, result: LifetimeIntegral): LifetimeIntegral {
	const smaller = Math.min(alpha, beta);
	const start = Math.log(smaller + from);
	const end = Math.log(smaller + to);
	// The integrand at the beginning is factored out, so that nothing under- or overflows.
	const [firstAlpha, firstBeta] = [Math.log(alpha + from), Math.log(beta + from)];
	const peak = -k * firstAlpha - m * firstBeta;
	let [sum, ofK, ofM, ofAlpha, ofBeta] = [0, 0, 0, 0, 0];
	for (let [low, left] = [start, MOST_PIECES]; low < end && left > 0; left--) {
		const pieceLength = lengthFrom(Math.exp(low), { alpha, beta, k, m });
		// What the last piece leaves over is within it.
		const half = (left === 1 ? end - low : Math.min(pieceLength, end - low)) / 2;
		let piece = 0;
		for (let place = 0; place < RULE.nodes.length; place++) {
			const width = Math.exp(low + half * (1 + RULE.nodes[place]));
			const time = width - smaller;
			const [scaleAlpha, scaleBeta] = [alpha + time, beta + time];
			const [logAlpha, logBeta] = [Math.log(scaleAlpha), Math.log(scaleBeta)];
			const value = half * RULE.weights[place] * width * Math.exp(-k * logAlpha - m * logBeta - peak);
			piece += value;
			ofK -= value * logAlpha;
			ofM -= value * logBeta;
			ofAlpha -= (value * k) / scaleAlpha;
			ofBeta -= (value * m) / scaleBeta;
		}
		sum += piece;
		low += pieceLength;
		if (piece <= sum * NEGLIGIBLE) break;
	}
	result.log = sum > 0 ? Math.log(sum) + peak : -Infinity;
	result.ofK = sum > 0 ? ofK / sum : 0;
	result.ofM = sum > 0 ? ofM / sum : 0;
	result.ofAlpha = sum > 0 ? ofAlpha / sum : 0;
	result.ofBeta = sum > 0 ? ofBeta / sum : 0;
	return result;
}
