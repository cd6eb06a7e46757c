/** What a registry of fields promises of the rows that are made by it. */
import type { RowField } from '../../domain/churn/rowFields';
import { nullReasons } from '../../domain/problems';

export type Fields = Readonly<Record<string, RowField>>;

/**
 * The fields of rows that have certain things, such as `groups`, `purchases` or `subscriptions`: those of the registry,
 * but for those that are there only with something else.
 */
export function fieldsWith(fields: Fields, has: ReadonlySet<string>): string[] {
	return Object.keys(fields).filter((name) => {
		if (name === 'churnWindow') return !has.has('subscriptions');
		const [, condition] = /^Only with (.*?):/.exec(fields[name].meaning) ?? [];
		return condition === undefined || has.has(condition);
	});
}

/** Every value in an output, with its path. */
export function* valuesIn(value: unknown, path = 'output'): Generator<readonly [path: string, value: unknown]> {
	yield [path, value];
	if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) yield* valuesIn(inner, `${path}.${key}`);
}

const isNothing = (value: unknown) => value === undefined || (typeof value === 'number' && !Number.isFinite(value));

/** The paths of what no output may hold: a number that is none, or nothing at all. */
export const pathsOfNothing = (output: unknown): string[] => [...valuesIn(output)].filter(([, value]) => isNothing(value)).map(([path]) => path);

/** The figures of a row that are null though the registry says that they never are. */
export const unexplainedNulls = (row: Readonly<Record<string, unknown>>, fields: Fields): string[] =>
	Object.keys(row).filter((name) => row[name] === null && fields[name].nullWhen === undefined);

/** The reasons of a row, "figure: code" separated by semicolons, by figure; fails on a code that is none. */
export function reasonsOf({ reasons }: Readonly<Record<string, unknown>>): Record<string, string> {
	const pairs = (reasons as string).split('; ').filter((part) => part !== '').map((part) => part.split(': '));
	for (const [, code] of pairs) if (!(code in nullReasons)) throw new Error(`No reason is called ${code}`);
	return Object.fromEntries(pairs) as Record<string, string>;
}

