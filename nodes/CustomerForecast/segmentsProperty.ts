/** The segment table of the user's own, a row a rule. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { fieldTitles, TABLE_TITLE } from '../../boundary/purchases/segmentRules';

const setProperty = { type: 'string', default: '', placeholder: 'e.g. 4-5' } as const;

export const segmentsProperty = {
	displayName: TABLE_TITLE,
	name: 'segmentTable',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Rule',
	default: {},
	description: 'Which scores make which segment, such as Champions from 4-5, 4-5, 4-5. Every combination of the three must be in exactly one; a segment may have several rules. Without rules, the usual eleven segments.',
	options: [
		{
			displayName: 'Rule',
			name: 'values',
			values: [
				{ displayName: fieldTitles.segment, name: 'segment', type: 'string', default: '', placeholder: 'e.g. Champions', description: 'Name of the segment; rules of one name are one segment' },
				{ ...setProperty, displayName: fieldTitles.recency, name: 'recency', description: 'Scores from 1, the longest silence, to 5, the shortest, such as 4-5, 5 or 1,3; empty or any for all' },
				{ ...setProperty, displayName: fieldTitles.frequency, name: 'frequency', description: 'Scores from 1, the fewest days with a purchase, to 5, the most; empty or any for all' },
				{ ...setProperty, displayName: fieldTitles.monetary, name: 'monetary', description: 'Scores from 1, the least spent, to 5, the most; empty or any for all' },
			],
		},
	],
} satisfies INodeProperties;

/** A field as text; an expression may give a single score as a number, or nothing. */
const cell = z.union([z.string(), z.number().transform(String), z.null().transform(() => '')], { error: 'expected a text such as 4-5' }).default('');

export const segmentsParameter = {
	segmentTable: z
		.object({ values: z.array(z.object({ segment: cell, recency: cell, frequency: cell, monetary: cell })).default([]) })
		.prefault({})
		.transform(({ values }) => values),
};
