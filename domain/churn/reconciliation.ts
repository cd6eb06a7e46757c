import type { ChurnDefinition, Fraction } from './definition';
import type { PeriodStory } from './periodStories';
import { storyInWords } from './periodStories';

interface Side {
	readonly definition: ChurnDefinition;
	readonly rate: Fraction;
}

const NAMES_GIVEN = 3;
const countFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** "n1", "n1 and n2", "n1, n2, n3 and 14 more". */
function inList(names: readonly string[]): string {
	const given = names.slice(0, NAMES_GIVEN);
	const further = names.length - NAMES_GIVEN;
	if (further > 0) return `${given.join(', ')} and ${countFormat.format(further)} more`;
	return given.length < 2 ? given.join() : `${given.slice(0, -1).join(', ')} and ${given[given.length - 1]}`;
}

/** Customers whose part differs, gathered by their story: "n1 joined and left within 2024-07". */
function storiesInWords(stories: readonly PeriodStory[], period: string, idOf: (customer: number) => string | number): string {
	const namesOfStory = new Map<string, string[]>();
	for (const story of stories) {
		const told = storyInWords(story, period);
		namesOfStory.set(told, [...(namesOfStory.get(told) ?? []), String(idOf(story.customer))]);
	}
	return [...namesOfStory].map(([told, names]) => `${inList(names)} ${told}`).join('; ');
}

function numeratorsInWords(one: ChurnDefinition, other: ChurnDefinition, stories: readonly PeriodStory[], period: string, idOf: (customer: number) => string | number): string {
	const extra = (story: PeriodStory) => one.partOf(story).numerator - other.partOf(story).numerator;
	const parts = (['more', 'fewer'] as const).flatMap((direction) => {
		const sign = direction === 'more' ? 1 : -1;
		const differing = stories.filter((story) => sign * extra(story) > 0);
		if (differing.length === 0) return [];
		const count = differing.reduce((sum, story) => sum + sign * extra(story), 0);
		return [`${countFormat.format(count)} ${direction}: ${storiesInWords(differing, period, idOf)}`];
	});
	return parts.length === 0 ? 'counts the same losses' : `counts ${parts.join(', and ')}`;
}

function denominatorsInWords(one: Side, other: Side): string {
	const worded = ({ definition, rate }: Side) => (definition.divisor === null ? null : `${countFormat.format(rate.denominator!)} (${definition.divisor})`);
	const [mine, its] = [worded(one), worded(other)];
	if (mine === null) return its === null ? 'both add up the share of each day' : `adds up the share of each day instead of dividing by ${its}`;
	if (its === null) return `divides once by ${mine} instead of adding up the share of each day`;
	return mine === its ? `divides by the same ${its}` : `divides by ${mine} instead of ${its}`;
}

/**
 * Why do two definitions differ on a period?
 *
 * Whom one counts and the other does not, and what each divides by, as a sentence: "Including New Customers
 * counts 1 more than Start of Period: n1 joined and left within 2024-07; it divides by 13 (…) instead of 10 (…)."
 */
export function reconciliation(one: Side, other: Side, stories: readonly PeriodStory[], period: string, idOf: (customer: number) => string | number): string {
	if (one.definition.id === other.definition.id) return 'The definition that the others are compared with.';
	const counted = numeratorsInWords(one.definition, other.definition, stories, period, idOf);
	return `Against ${other.definition.title}, ${one.definition.title} ${counted}; it ${denominatorsInWords(one, other)}.`;
}
