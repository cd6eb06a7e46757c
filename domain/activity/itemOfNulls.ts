/** An item in which every field of these names is null, in their order: a copy of it is made in one piece. */
export function itemOfNulls(names: readonly string[]): Record<string, unknown> {
	const item: Record<string, unknown> = {};
	// Any name is data, __proto__ too.
	for (const name of names) Object.defineProperty(item, name, { value: null, enumerable: true, configurable: true, writable: true });
	return item;
}
