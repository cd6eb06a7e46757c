/** A stream's fields as one object of the item, with the reasons why some are null. */
import type { NullReason } from '../problems';
import type { ActivityField, ActivityFields, ActivityValue } from './activityField';

export type StreamItem = Record<string, ActivityValue>;

/** A text of reasons, and of which null fields for which reasons it tells. */
interface Variant {
	readonly codes: readonly NullReason[];
	readonly text: string;
}

/** Without a reason of its own a field is null where the customer has no such row. */
const DEFAULT_REASON: NullReason = 'noRows';

/**
 * Gives a stream's object for each customer: every field in order, then `reasons`
 *
 * Most customers share a handful of texts of reasons, so each is made once: 200,000 texts would take more room than
 * all figures.
 */
export function streamItems<View>(fields: ActivityFields<View>, viewOf: (customer: number) => View): (customer: number) => StreamItem {
	const entries: ReadonlyArray<readonly [name: string, field: ActivityField<View>]> = Object.entries(fields);
	const names = entries.map(([name]) => name);
	const fieldList = entries.map(([, field]) => field);
	// A copy of an object that has every field already is made in one piece; one that grows field by field is not.
	const empty: StreamItem = Object.fromEntries([...names, 'reasons'].map((name) => [name, null]));
	const variantsOfNulls = new Map<number, Variant[]>();
	const whyOf = ([, field]: (typeof entries)[number], view: View): NullReason => field.why?.(view) ?? DEFAULT_REASON;

	/** `nulls` has a bit for each field that is null; there are fewer fields than a number has exact bits. */
	function reasonsOf(nulls: number, item: StreamItem, view: View): string {
		const nullEntries = entries.filter(([name]) => item[name] === null);
		const codes = nullEntries.map((entry) => whyOf(entry, view));
		const text = nullEntries.map(([name], index) => `${name}: ${codes[index]}`).join('; ');
		const variants = variantsOfNulls.get(nulls);
		if (variants) variants.push({ codes, text });
		else variantsOfNulls.set(nulls, [{ codes, text }]);
		return text;
	}

	function isVariant({ codes }: Variant, item: StreamItem, view: View): boolean {
		let place = 0;
		for (const entry of entries) if (item[entry[0]] === null && whyOf(entry, view) !== codes[place++]) return false;
		return true;
	}

	return (customer) => {
		const view = viewOf(customer);
		const item: StreamItem = { ...empty };
		let nulls = 0;
		let bit = 1;
		for (let place = 0; place < names.length; place++) {
			const value = fieldList[place].of(view);
			if (value === null) nulls += bit;
			else item[names[place]] = value;
			bit *= 2;
		}
		const known = variantsOfNulls.get(nulls)?.find((variant) => isVariant(variant, item, view));
		item.reasons = known ? known.text : reasonsOf(nulls, item, view);
		return item;
	};
}
