import { DAYS_PER_YEAR } from '../time';

/**
 * What share is lost in a year when each period loses the same share of those at its start?
 *
 * By compounding: 5 % in 30 days is 46.4 % a year, not 60 %. `share` in [0, 1]. DOMAIN C9.
 */
export const yearlyFromShare = (share: number, days: number): number => 1 - (1 - share) ** (DAYS_PER_YEAR / days);

/** What share is lost in a year at a constant rate of losses per customer? `rate` ≥ 0. DOMAIN C9. */
export const yearlyFromRate = (rate: number, days: number): number => 1 - Math.exp((-rate * DAYS_PER_YEAR) / days);
