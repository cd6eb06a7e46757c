/** From the index of risk to what a person does about it. DOMAIN S23. */

export const levels = {
	healthy: { title: 'Healthy', rank: 0 },
	watch: { title: 'Watch', rank: 1 },
	atRisk: { title: 'At Risk', rank: 2 },
} as const;

export type Level = keyof typeof levels;

/** From which risk on, 0 to 100, a level holds. */
export interface Bounds {
	readonly watch: number;
	readonly atRisk: number;
}

const WATCH_ODDS = 2;
const AT_RISK_ODDS = 5;

const atOdds = (odds: number): number => (100 * odds) / (1 + odds);

/** Twice and five times the odds of leaving at the base; above 0 and below 1. */
export function boundsByOdds(base: number): Bounds {
	const odds = base / (1 - base);
	return { watch: atOdds(WATCH_ODDS * odds), atRisk: atOdds(AT_RISK_ODDS * odds) };
}

/**
 * Which level has a risk, for a customer who has `previous`?
 *
 * Upwards at the bound; downwards only once the risk is below the bound by the share `hysteresis`, so that a risk that
 * wavers about a bound does not ring every morning.
 */
export function levelOf(risk: number, { watch, atRisk }: Bounds, previous: Level, hysteresis: number): Level {
	const slack = 1 - hysteresis;
	const { rank } = levels[previous];
	if (risk >= (rank >= levels.atRisk.rank ? atRisk * slack : atRisk)) return 'atRisk';
	return risk >= (rank >= levels.watch.rank ? watch * slack : watch) ? 'watch' : 'healthy';
}
