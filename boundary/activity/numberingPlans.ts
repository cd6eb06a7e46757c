import metadata from 'libphonenumber-js/min/metadata';

/** What makes a number valid in the country that a calling code stands for first. */
interface NumberingPlan {
	/** All of the number behind the code. */
	readonly pattern: RegExp;
	/** The kinds of numbers (mobile, toll-free…), one of which it must be; none where the library knows none apart. */
	readonly kinds: ReadonlyArray<{ readonly pattern: RegExp; readonly lengths: readonly unknown[] }>;
	/** How a number begins that is of this country, where several share the code and that tells it; else null. */
	readonly start: RegExp | null;
	/** What people dial before a number at home, which a reader takes away; null where nothing is. */
	readonly prefix: RegExp | null;
}

/** Where the library keeps what in its description of a country, as its class `NumberingPlan` reads it. */
const PLACE = { pattern: 2, lengths: 3, nationalPrefix: 5, prefixForParsing: 7, leadingDigits: 10, kinds: 11 } as const;
/** The version of that order. */
const METADATA_VERSION = 4;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const wholly = (pattern: unknown): RegExp => new RegExp(`^(?:${textOf(pattern)})$`);

const beginning = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);

function planOf(callingCode: string): NumberingPlan | null {
	const countries = metadata.country_calling_codes[callingCode];
	const plan: readonly unknown[] = listOf(countries && metadata.countries[countries[0]]);
	const kinds = listOf(plan[PLACE.kinds]).map(listOf).filter(([pattern]) => textOf(pattern) !== '');
	const isShared = countries !== undefined && countries.length > 1;
	const start = isShared ? textOf(plan[PLACE.leadingDigits]) : '';
	// Where several countries share a code, a number is of the first if its start says so, else if one of its kinds does.
	const tellsCountry = !isShared || start !== '' || kinds.length > 0;
	if (metadata.version !== METADATA_VERSION || textOf(plan[PLACE.pattern]) === '' || !tellsCountry) return null;
	const prefix = textOf(plan[PLACE.prefixForParsing]) || textOf(plan[PLACE.nationalPrefix]);
	return {
		pattern: wholly(plan[PLACE.pattern]),
		kinds: kinds.map(([pattern, lengths]) => ({ pattern: wholly(pattern), lengths: listOf(lengths || plan[PLACE.lengths]) })),
		start: start === '' ? null : beginning(start),
		prefix: prefix === '' ? null : beginning(prefix),
	};
}

const E164 = /^\+[1-9]\d{4,14}$/;
const planByCode = new Map<string, NumberingPlan | null>();

function knownPlan(callingCode: string): NumberingPlan | null {
	let plan = planByCode.get(callingCode);
	if (plan === undefined) {
		plan = planOf(callingCode);
		planByCode.set(callingCode, plan);
	}
	return plan;
}

/**
 * Whether a text is a valid number as the world writes it already
 *
 * By the library's own patterns, each made once: the library makes them anew for every number, which takes ten times
 * as long. True only where the library would give the same text back; false says nothing, for it may still be one, such
 * as a number of a country that shares its code with a larger one.
 */
export function isE164(text: string): boolean {
	if (!E164.test(text)) return false;
	for (let end = 2; end <= 4; end++) {
		const plan = knownPlan(text.slice(1, end));
		if (plan === null) continue;
		const number = text.slice(end);
		if (plan.prefix?.test(number) || plan.start?.test(number) === false || !plan.pattern.test(number)) return false;
		return plan.kinds.length === 0 || plan.kinds.some(({ pattern, lengths }) => lengths.includes(number.length) && pattern.test(number));
	}
	return false;
}
