import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ChurnDefinition } from '../../domain/churn/definition';
import { churnDefinitions } from '../../domain/churn/definitions';

export const definitionProperty = {
	displayName: 'Definition',
	name: 'definition',
	type: 'options',
	options: churnDefinitions.map(({ id, title, rule, usedBy }) => ({
		name: title,
		value: id,
		description: `${rule}. Used by: ${usedBy}.`,
	})),
	default: 'startOfPeriod',
	description: 'Which churn rate is meant; the choice changes the number',
} satisfies INodeProperties;

export const definitionParameter = { definition: z.enum(churnDefinitions.map(({ id }) => id) as [string]).default('startOfPeriod') };

export const definitionNamed = (id: string): ChurnDefinition => churnDefinitions.find((definition) => definition.id === id)!;
