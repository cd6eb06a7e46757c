/** How loudly a measurement warns, from 0 to 1. */

/** From here on a chance is out of the ordinary, and has a strength: one in ten. DOMAIN S1. */
export const ALARM_CHANCE = 0.1;

/** Here a strength has said all there is to say: one in a thousand. */
export const GONE_CHANCE = 0.001;

export const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** From 0 at one in ten to 1 at one in a thousand, by the logarithm: (log10(1/q) − 1) / 2 between 0 and 1. DOMAIN S1, S4. */
export const strengthOfChance = (chance: number): number => clamp(Math.log10(ALARM_CHANCE / chance) / Math.log10(ALARM_CHANCE / GONE_CHANCE));

/** Twice as much is noticed, eight times as much is another world: log2 of the ratio over 3, between 0 and 1. */
export const strengthOfRatio = (ratio: number): number => clamp(Math.log2(ratio) / 3);

/** News that grow old: 1 for so many days, then down to 0 in a straight line. What lies ahead has age 0. */
export const freshness = (age: number, fullDays: number, endDays: number): number => clamp((endDays - age) / (endDays - fullDays));

/** A figure of one's own, of `count` events, drawn towards everybody's as if that stood for three. */
export function drawnTowards(own: number | null, count: number, everybodys: number | null): number | null {
	if (own === null || everybodys === null) return own ?? everybodys;
	return (count * own + EVENTS_OF_EVERYBODY * everybodys) / (count + EVENTS_OF_EVERYBODY);
}

const EVENTS_OF_EVERYBODY = 3;
