/** The page of Warning Signs: its signs, its fields and how they are put together, told by their registries. */
import type { EvidenceKind } from '../domain/signs/evidenceKinds';
import { evidenceKinds } from '../domain/signs/evidenceKinds';
import { families, familyIds } from '../domain/signs/families';
import { boundsByOdds, levels } from '../domain/signs/levels';
import { locales } from '../domain/signs/locales';
import type { Locale } from '../domain/signs/locales/locale';
import { combinations } from '../domain/signs/risk';
import type { Sign } from '../domain/signs/sign';
import { signEntryFields, signItemFields } from '../domain/signs/signItem';
import type { SignId } from '../domain/signs/signs';
import { signIds, signs } from '../domain/signs/signs';
import { stateFields } from '../domain/signs/state';
import { table } from './table';

const english: Locale = locales.en;

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const number = (value: number): string => String(Number(value.toFixed(4)));

const fieldTable = (fields: Readonly<Record<string, Meaning>>): string =>
	table(['field', 'meaning', 'unit', 'null when'], Object.entries(fields).map(([name, { meaning, unit, nullWhen = 'never' }]) => [`\`${name}\``, meaning, unit, nullWhen].map(cell)));

const DAY_FIELD = /(?:On|asOf|Since)$/;

function inWords(value: unknown, name: string): string {
	if (Array.isArray(value)) return value.map((each) => inWords(each, name)).join(', ');
	if (typeof value === 'number' && DAY_FIELD.test(name)) return `day ${value}`;
	return typeof value === 'string' ? `“${value}”` : String(value);
}

/** What an example is given, field by field: `purchases: repeats 10, lastOn day 90`. */
function givenInWords(given: object): string {
	const parts = Object.entries(given).map(([name, value]: [string, unknown]) =>
		typeof value === 'object' && value !== null && !Array.isArray(value) ? `${name}: ${givenInWords(value)}` : `${name} ${inWords(value, name)}`,
	);
	return parts.join(', ');
}

/** Figures that go with each unit, for the sentence that tells them. */
const FIGURES: Readonly<Record<(typeof evidenceKinds)[EvidenceKind]['unit'], readonly [number | null, number | null]>> = {
	days: [12, 4],
	complaints: [3, 1],
	requests: [5, 2],
	score: [3, 10],
	hours: [30, 4],
	money: [120, 90],
	payments: [1, null],
	attempts: [3, null],
	none: [null, null],
};

/** Figures of findings in which the first is the smaller one. */
const FIGURES_OF: Readonly<Partial<Record<EvidenceKind, readonly [number, number]>>> = { usedLess: [2, 9], paysLess: [90, 120], wouldNotRecommend: [3, 10], notSatisfied: [2, 5] };

const WORDS: Readonly<Partial<Record<EvidenceKind, string>>> = { complains: 'delivery', asksForHelp: 'login', otherPerson: 'Ann Lee', saysLeaving: 'we have decided to leave', asksLeaving: 'how do we cancel' };

function kindRow(kind: EvidenceKind): string[] {
	const { unit } = evidenceKinds[kind];
	const [measured, usual] = FIGURES_OF[kind] ?? FIGURES[unit];
	return [`\`${kind}\``, unit === 'none' ? '' : unit, english.phrases[kind]({ measured, usual, words: WORDS[kind] ?? null })].map(cell);
}

function signSection(id: SignId): string {
	const { rule, title, question, family, needs, strength, oddsRatio, why, source, example }: Sign = signs[id];
	return [
		`### ${title}`,
		`${question}`,
		[
			`- In the output: \`sign: "${id}"\`; family ${families[family].title}`,
			`- Needs: ${needs}`,
			`- Strength: ${strength}`,
			`- Times the odds at full strength: ${oddsRatio}. ${why}`,
			`- What to do: ${english.actions[id]}`,
			`- Example: ${givenInWords(example.given)} gives a strength of ${number(example.strength)}`,
			`- Rule ${rule}; source: ${source}; code: [\`domain/signs/definitions/${id}.ts\`](../domain/signs/definitions/${id}.ts)`,
		].join('\n'),
	].join('\n\n');
}

const familyRow = (id: (typeof familyIds)[number]): string[] => {
	const own = signIds.filter((sign) => signs[sign].family === id);
	return [families[id].title, families[id].meaning, own.map((sign) => signs[sign].title).join(', ')];
};

const BASES = [0.02, 0.05, 0.1, 0.2];

function boundsRow(base: number): string[] {
	const { watch, atRisk } = boundsByOdds(base);
	return [`${100 * base} %`, watch.toFixed(1), atRisk.toFixed(1)];
}

const average = combinations.weightedAverage.boundsAt();

export const warningSignsPage = `# Warning Signs: every sign and every field

How to use the node and how to read it: [Warning Signs](warning-signs.md). Why a sign has no data: [the reasons in words](input-reference.md).

## Families

Of the signs of a family only the strongest counts, so that one fact is not counted twice.

${table(['family', 'meaning', 'signs'], familyIds.map(familyRow))}

## Signs

A strength is a number from 0 (says nothing) to 1 (as loudly as it can). *No data* is not 0: what cannot be known moves
nothing, and \`completeness\` says how much is known. Days in the examples are counted from a day 0.

${signIds.map(signSection).join('\n\n')}

## What a sign can find

${table(['finding', 'unit of measured and usual', 'in words'], (Object.keys(evidenceKinds) as EvidenceKind[]).map(kindRow))}

## From strengths to the risk

${table(['Combine Signs By', 'how'], Object.values(combinations).map(({ title, description }) => [title, description]))}

In both, what somebody tells you sets the least the risk can be: 90 times its strength.

## Levels

${table(['level', 'title'], Object.entries(levels).map(([id, { title }]) => [`\`${id}\``, title]))}

From which risk on, with *Levels: Automatic* and *Odds*:

${table(['base churn rate', 'Watch from', 'At Risk from'], BASES.map(boundsRow))}

By *Weighted Average* from ${average.watch} and ${average.atRisk}, whatever the base.

## At Risk, Watch, Healthy: an item

${fieldTable(signItemFields)}

Contact details and kept columns stand behind \`customer\`.

## signs: an entry

${fieldTable(signEntryFields)}

## State: a row

${fieldTable(stateFields)}
`;
