/** Settings that are made from a registry: in the order of their names, with a schema each. */
import type { INodeProperties } from 'n8n-workflow';

/** Members of a collection as the canvas lists them. */
export const byName = (one: INodeProperties, other: INodeProperties) => Number(one.displayName > other.displayName) - Number(one.displayName < other.displayName);

/** An object of a schema for each id. */
export const shapeOf = <Id extends string, Schema>(ids: readonly Id[], schemaOf: (id: Id) => Schema) => Object.fromEntries(ids.map((id) => [id, schemaOf(id)])) as Record<Id, Schema>;

/** The choice of the output's language. */
export const languageProperty = (locales: Readonly<Record<string, { readonly title: string }>>, description: string): INodeProperties => ({
	displayName: 'Texts In',
	name: 'language',
	type: 'options',
	options: Object.entries(locales)
		.map(([value, { title: name }]) => ({ name, value }))
		.sort((one, other) => (one.name < other.name ? -1 : 1)),
	default: 'en',
	description,
});
