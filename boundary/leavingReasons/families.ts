/** Families of words, in their order: the first of which a text tells is what it says. */
import type { Control, Intent } from '../../domain/churn/leaving';
import type { ReasonId } from '../../domain/winback/reasons';
import { reasons } from '../../domain/winback/reasons';
import type { FamilyId } from './words';

/**
 * How a word counts
 *
 * `said`: not where a denial stands beside it. `wanted`: also there, "no support" is a complaint as much as "bad
 * support". `topic`: as wanted for the kind; for the reason only with a complaint beside it.
 */
export type Manner = 'said' | 'wanted' | 'topic';

/** What a family of words says; a part that is missing is not said. */
export interface Family {
	readonly intent: Intent;
	readonly control?: Control;
	readonly reason?: ReasonId;
	readonly manner: Manner;
}

/** A reason implies its kind. */
const of = (reason: ReasonId, manner: Manner = 'said'): Family => ({ intent: 'voluntary', control: reasons[reason].control, reason, manner });

/**
 * The order of priority. DOMAIN C13 and 4.
 *
 * Where they went, and what they no longer need, outweighs the rest, as it decides the kind. Then what people did to
 * them, what they got, and the price, which is the first thing said and seldom the last thing meant: five leave over
 * service where one leaves over price. Who is satisfied gave no other reason.
 */
export const families = {
	paymentFailed: { intent: 'involuntary', manner: 'said' },
	competitor: of('competitor'),
	elsewhere: { intent: 'voluntary', control: 'controllable', manner: 'said' },
	movedAway: of('movedAway'),
	changedNeeds: of('changedNeeds'),
	notOurs: { intent: 'voluntary', control: 'uncontrollable', manner: 'said' },
	ignoredComplaints: of('ignoredComplaints'),
	indifference: of('indifference'),
	staff: of('indifference', 'topic'),
	badService: of('badService'),
	service: of('badService', 'topic'),
	backwardTechnology: of('backwardTechnology'),
	technology: of('backwardTechnology', 'topic'),
	missingProduct: of('missingProduct'),
	range: of('missingProduct', 'topic'),
	lowQuality: of('lowQuality'),
	quality: of('lowQuality', 'topic'),
	noBonusProgramme: of('noBonusProgramme'),
	bonuses: of('noBonusProgramme', 'topic'),
	priceRise: of('priceRise'),
	budget: of('priceRise', 'wanted'),
	ours: { intent: 'voluntary', control: 'controllable', manner: 'said' },
	satisfied: of('satisfied'),
	wished: { intent: 'voluntary', manner: 'said' },
} as const satisfies Readonly<Record<FamilyId, Family>>;

export const familyIds = Object.keys(families) as readonly FamilyId[];
