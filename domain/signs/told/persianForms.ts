import type { Form } from './lexicon';
import type { Person, Role } from './roles';

/** A Persian verb by its stems: of the present (کن) and of the past (کرد), each with what it says in a spoken spelling. */
export interface Verb {
	readonly present: string;
	readonly past: string;
	readonly roles: readonly Role[];
	/** Whether the deed is done to somebody: شدن. */
	readonly isPassive?: true;
}

const endings: ReadonlyArray<readonly [string, Person]> = [
	['م', 'self'], ['یم', 'self'], ['ی', 'you'], ['ید', 'you'], ['ین', 'you'], ['د', 'they'], ['ه', 'they'], ['ند', 'they'], ['ن', 'they'],
];
const pastEndings: ReadonlyArray<readonly [string, Person]> = [['م', 'self'], ['یم', 'self'], ['ی', 'you'], ['ید', 'you'], ['ین', 'you'], ['', 'past'], ['ند', 'they'], ['ن', 'they']];
const perfectEndings: ReadonlyArray<readonly [string, Person]> = [['ام', 'self'], ['ایم', 'self'], ['ای', 'you'], ['اید', 'you'], ['این', 'you'], ['', 'past'], ['است', 'past'], ['اند', 'they'], ['ان', 'they']];
const split = (stems: string) => stems.split(' ').filter((stem) => stem !== '');

/** Forms of a stem before its endings; "you" without می is an order: کنید, بکنید. */
function formsOf(stem: string, prefixes: readonly string[], ends: typeof endings, isNegative: boolean, toOrder: boolean): Array<readonly [string, Person, boolean]> {
	return prefixes.flatMap((prefix) => ends.map(([ending, person]) => [prefix + stem + ending, toOrder && person === 'you' ? 'order' : person, isNegative] as const));
}

/** Every form of a verb that a customer writes, می and نمی joined to it. */
export function formsOfVerb({ present, past, roles, isPassive }: Verb): Form[] {
	const forms = [
		...split(present).flatMap((stem) => [
			...formsOf(stem, ['می'], endings, false, false),
			...formsOf(stem, ['نمی'], endings, true, false),
			...formsOf(stem, ['ب'], [...endings, ['', 'you']], false, true),
			...(stem.length > 1 ? formsOf(stem, [''], endings, false, true) : []),
			...formsOf(stem, ['ن'], [...endings, ['', 'you']], true, true),
		]),
		...split(past).flatMap((stem) => [
			...formsOf(stem, ['', 'می'], pastEndings, false, false),
			...formsOf(stem, ['ن', 'نمی'], pastEndings, true, false),
			...formsOf(`${stem}ه`, [''], perfectEndings, false, false),
			...formsOf(`${stem}ه`, ['ن'], perfectEndings, true, false),
			[`${stem}ن`, 'bare', false] as const,
			[`ن${stem}ن`, 'bare', true] as const,
		]),
	];
	return forms.map(([words, person, isNegative]) => ({ words, roles: isPassive === true ? [...roles, 'passive'] : roles, isNegative, person }));
}
