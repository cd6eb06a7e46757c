/** Why customers leave; the settings, the docs page and the texts are made from it. DOMAIN 4. */
import type { Reason } from './reason';

const BETTER_NOW = 'an apology and a better answer can change it';

export const reasons = {
	indifference: { title: 'indifference of the staff', control: 'controllable', oddsFactor: 1.2, why: `most who leave say so, and ${BETTER_NOW}` },
	priceRise: { title: 'the price', control: 'controllable', oddsFactor: 1, why: 'a discount can change it, and costs as much' },
	missingProduct: { title: 'a product missing from the range', control: 'controllable', oddsFactor: 0.9, why: 'only if you have it now' },
	badService: { title: 'bad service', control: 'controllable', oddsFactor: 1.2, why: BETTER_NOW },
	lowQuality: { title: 'low quality', control: 'controllable', oddsFactor: 0.9, why: 'who was disappointed has to be shown first' },
	noBonusProgramme: { title: 'no bonus programme', control: 'controllable', oddsFactor: 1.1, why: 'a bonus is easily given' },
	backwardTechnology: { title: 'backward technology', control: 'controllable', oddsFactor: 0.9, why: 'only if it is better now' },
	ignoredComplaints: { title: 'ignored complaints', control: 'controllable', oddsFactor: 1.1, why: BETTER_NOW },
	changedNeeds: { title: 'changed needs', control: 'uncontrollable', oddsFactor: 0.7, why: 'what they do not need they do not buy' },
	movedAway: { title: 'moving away', control: 'uncontrollable', oddsFactor: 0.7, why: 'unless they do not know of the branch there' },
	competitor: { title: 'a competitor', control: 'controllable', oddsFactor: 0.9, why: 'they have what they need' },
	satisfied: { title: 'leaving although satisfied', control: 'controllable', oddsFactor: 1.1, why: 'nothing stands in the way but habit' },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonId = keyof typeof reasons;

export const reasonIds = Object.keys(reasons) as readonly ReasonId[];
