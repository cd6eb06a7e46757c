/** What the canvas shows of a node, beside what the node reads. */
import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod/v4';

/** The settings; a notice asks nothing. */
export const shownOf = (properties: readonly INodeProperties[]): INodeProperties[] => properties.filter(({ type }) => type !== 'notice');

/** The values that a drop-down offers. */
export const choicesOf = ({ options = [] }: INodeProperties) => options.flatMap((option) => ('value' in option ? [option.value] : []));

/** The claim that no setting is shown without being read, read without being shown, or shown with another default. */
export function itShowsWhatIsRead(properties: readonly INodeProperties[], schema: z.ZodObject): void {
	it('shows every parameter that is read and no other, with the default that is read', () => {
		const shown = shownOf(properties);
		const defaults: Readonly<Record<string, unknown>> = schema.parse({});
		expect(shown.map(({ name }) => name).sort()).toEqual(Object.keys(schema.shape).sort());
		for (const { name, default: value } of shown) {
			const parsed: Readonly<Record<string, unknown>> = schema.parse({ [name]: value });
			expect({ [name]: parsed[name] }).toEqual({ [name]: defaults[name] });
		}
	});
}

type Read = Readonly<Record<string, unknown>>;

/** The claim that every choice can be taken, and that members of collections have the default that is read, but for `optional` ones, which say another thing once they are added. */
export function itOffersWhatCanBeTaken(properties: readonly INodeProperties[], schema: z.ZodObject, optional: readonly string[] = []): void {
	it('offers no choice that cannot be taken, in collections with the default that is read', () => {
		const shown = shownOf(properties);
		const defaults: Read = schema.parse({});
		for (const property of shown.filter(({ type }) => type === 'options')) {
			for (const choice of choicesOf(property)) expect([choice, schema.safeParse({ [property.name]: choice }).success]).toEqual([choice, true]);
		}
		for (const collection of shown.filter(({ type }) => type === 'collection')) {
			const members = collection.options as INodeProperties[];
			const read = defaults[collection.name] as Read;
			expect(members.map(({ name }) => name).sort()).toEqual(Object.keys(read).sort());
			for (const { name, default: value } of members.filter((member) => !optional.includes(member.name))) {
				const parsed: Read = schema.parse({ [collection.name]: { [name]: value } });
				expect({ [name]: (parsed[collection.name] as Read)[name] }).toEqual({ [name]: read[name] });
			}
		}
	});
}
