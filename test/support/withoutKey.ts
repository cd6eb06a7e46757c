/** A copy of a row without one of its columns. */
export const withoutKey = <Value extends object>(row: Value, key: PropertyKey): Value =>
	Object.fromEntries(Object.entries(row).filter(([name]) => name !== String(key))) as Value;
