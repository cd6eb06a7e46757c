/**
 * Which names are one customer's, by rows that each say it of some of them.
 *
 * 1. A row's customer is known by one of its names: its canonical name.
 * 2. A name that stands at two canonical names of one kind, such as an address at two ids of the shop, is ambiguous:
 *    it says nothing of whose it is, and does not make one customer of two.
 * 3. Rows that have any other name in common are of one customer. It is known by the canonical name of the kind that
 *    names customers first, such as the id of the CRM before that of the shop.
 * 4. Where a chain of rows leads to two such names, only what a row itself says holds.
 *
 * None of it depends on the order of the rows.
 */

/** A name as it stands in a row: the same text of another kind, such as the id of another system, is another name. */
export interface NameInRow {
	readonly kind: string;
	readonly text: string;
	/** The place of its column among all: the kinds of the first columns name customers first. */
	readonly place: number;
}

interface Name {
	readonly kind: string;
	readonly text: string;
	/** By kind, the canonical name of the rows in which it stands; null where two rows have different ones. */
	readonly at: Map<string, number | null>;
}

/** The canonical names of a component, of the kind that names customers first. */
interface Leaders {
	readonly kind: string;
	readonly names: Set<number>;
}

const isAmbiguous = ({ at }: Name): boolean => [...at.values()].includes(null);

/** Sets of numbers that are joined step by step; `rootOf` is the same for all of one set. */
function disjointSets(count: number): { join(one: number, other: number): void; rootOf(number: number): number } {
	const parent = Int32Array.from({ length: count }, (_, number) => number);
	function rootOf(number: number): number {
		let root = number;
		while (parent[root] !== root) {
			parent[root] = parent[parent[root]];
			root = parent[root];
		}
		return root;
	}
	return {
		rootOf,
		join(one, other) {
			parent[rootOf(one)] = rootOf(other);
		},
	};
}

export class AliasGraph {
	private readonly names: Name[] = [];
	private readonly numberOf = new Map<string, number>();
	private readonly rows = new Map<string, readonly number[]>();
	private readonly placeOf = new Map<string, number>();

	/** Adds a row's names, of which one is canonical if the row has one. Equal rows say it once. */
	add(names: readonly NameInRow[], canonical: NameInRow | undefined): void {
		const numbers = names.map((name) => this.numberOfName(name));
		const row = numbers.join();
		if (this.rows.has(row)) return;
		this.rows.set(row, numbers);
		if (!canonical) return;
		const own = this.numberOfName(canonical);
		for (const number of numbers) {
			const { at } = this.names[number];
			const known = at.get(canonical.kind);
			at.set(canonical.kind, known === undefined || known === own ? own : null);
		}
	}

	/** By a text, what its customer is known by; null where it stands at several. A text that leads nowhere is absent. */
	canonicalByText(): Map<string, string | null> {
		const rootOf = this.components();
		const leaders = this.leadersBy(rootOf);
		const found = new Map<string, string | null>();
		this.names.forEach((name, number) => {
			const canonical = this.canonicalOf(name, leaders.get(rootOf(number)));
			if (canonical === undefined) return;
			const known = found.get(name.text);
			found.set(name.text, known === undefined || known === canonical ? canonical : null);
		});
		return found;
	}

	private numberOfName({ kind, text, place }: NameInRow): number {
		this.placeOf.set(kind, Math.min(place, this.placeOf.get(kind) ?? place));
		const key = `${kind}\n${text}`;
		const known = this.numberOf.get(key);
		if (known !== undefined) return known;
		this.numberOf.set(key, this.names.length);
		return this.names.push({ kind, text, at: new Map() }) - 1;
	}

	private components(): (number: number) => number {
		const { join, rootOf } = disjointSets(this.names.length);
		for (const row of this.rows.values()) {
			const telling = row.filter((number) => !isAmbiguous(this.names[number]));
			for (const number of telling) join(telling[0], number);
		}
		return rootOf;
	}

	private leadersBy(rootOf: (number: number) => number): Map<number, Leaders> {
		const leaders = new Map<number, Leaders>();
		this.names.forEach((name, number) => {
			if (isAmbiguous(name) || name.at.get(name.kind) !== number) return;
			const root = rootOf(number);
			const known = leaders.get(root);
			if (known?.kind === name.kind) known.names.add(number);
			else if (!known || this.namesBefore(name.kind, known.kind)) leaders.set(root, { kind: name.kind, names: new Set([number]) });
		});
		return leaders;
	}

	/** Whether names of a kind name customers before those of another; of two in one column the first in the alphabet. */
	private namesBefore(kind: string, other: string): boolean {
		const [place, otherPlace] = [kind, other].map((each) => this.placeOf.get(each)!);
		return place === otherPlace ? kind < other : place < otherPlace;
	}

	private canonicalOf(name: Name, leaders: Leaders | undefined): string | null | undefined {
		if (isAmbiguous(name)) return null;
		if (!leaders) return undefined;
		const [first, ...others] = leaders.names;
		const own = others.length === 0 ? first : name.at.get(leaders.kind);
		return typeof own === 'number' ? this.names[own].text : null;
	}
}
