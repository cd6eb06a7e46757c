/** The page of Customer Forecast: its fields, models and segments, told by their registries. */
import { evidenceFields, forecastEvidenceFields, forecastItemFields, judgedFields, spendFields } from '../domain/purchases/forecastFields';
import { unjudgedReasons } from '../domain/purchases/judgement/judge';
import type { ModelId } from '../domain/purchases/models';
import { candidateIds, modelIds, models, simplerModels } from '../domain/purchases/models';
import { unfitReasons } from '../domain/purchases/purchaseModel';
import type { Score } from '../domain/purchases/rfm/quintiles';
import { scores } from '../domain/purchases/rfm/quintiles';
import { segmentIds, segments } from '../domain/purchases/rfm/segments';
import { table } from './table';

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

const fieldTable = (fields: Readonly<Record<string, Meaning>>): string =>
	table(['field', 'meaning', 'unit', 'null when'], Object.entries(fields).map(([name, { meaning, unit, nullWhen = 'never' }]) => [`\`${name}\``, meaning, unit, nullWhen]));

const isIn = (ids: readonly ModelId[], id: ModelId): boolean => ids.includes(id);

function roleOf(id: ModelId): string {
	if (isIn(candidateIds, id)) return 'Automatic chooses among these';
	if (id === 'daysSince') return 'the baseline that they have to beat';
	return isIn(simplerModels, id) ? 'answers where another cannot' : 'only where you set it';
}

const modelRow = (id: ModelId): string[] => [`\`${id}\``, models[id].title, models[id].name, models[id].idea, roleOf(id), models[id].source];

/** A set of scores as a user writes it: 4-5, 3, any. */
function scoresInWords(set: readonly Score[]): string {
	if (set.length === scores.length) return 'any';
	return set.length === 1 ? String(set[0]) : `${set[0]}-${set[set.length - 1]}`;
}

const segmentRows = segmentIds.flatMap((id) =>
	segments[id].rules.map(({ recency, frequency, monetary }, rule) => [segments[id].title, ...[recency, frequency, monetary].map(scoresInWords), ...(rule === 0 ? [segments[id].meaning, segments[id].action] : ['', ''])]),
);

const reasonTable = (reasons: Readonly<Record<string, string>>): string => table(['reason', 'in words'], Object.entries(reasons).map(([code, words]) => [`\`${code}\``, words]));

export const customerForecastPage = `# Customer Forecast: every field, model and segment

How to use the node and how to read it: [Customer Forecast](customer-forecast.md). Why a figure is null: [the reasons in words](input-reference.md).

## Customers: an item

${fieldTable(forecastItemFields)}

Contact details and kept columns stand behind \`customer\`, the fields of [Customer Activity](customer-activity-reference.md) but
for every single purchase day at the end: the next node can take the item as activity.

## evidence: of an item

${fieldTable(evidenceFields)}

## Models

${table(['in the output', 'title', 'in the literature', 'what it takes customers to be', 'when', 'source'], modelIds.map(modelRow))}

Why a model cannot be used, so that the next simpler one answers:

${reasonTable(unfitReasons)}

Why nothing can be told of which is best:

${reasonTable(unjudgedReasons)}

## Evidence: the forecast

One item: the model that answers, and what it learned.

${fieldTable(forecastEvidenceFields)}

## Evidence: models

An item for each model that was held against what customers did, the best first. Only where there are histories and the purchases go
back far enough.

${fieldTable(judgedFields)}

## Evidence: spend

An item a currency.

${fieldTable(spendFields)}

## Segments

Scores are 1 to 5, 5 is best; of recency too, where 5 is the shortest silence. Every combination is in exactly one segment. To change
the table, type these rows under *Segments* and edit them.

${table(['segment', 'recency', 'frequency', 'monetary', 'who', 'what one does'], segmentRows)}
`;
