/** Whose an item is, and items in the order in which Customer Activity gives them. */
import type { Row } from '../paths';
import { cellText, visibleText } from '../paths';
import { areIdsInOrder, sortIds } from '../reading/customerColumn';

/** The customer of an item as text: 17850 and "17850" are one. */
export const customerIdIn = ({ customer }: Row): string => (typeof customer === 'string' ? visibleText(customer) : cellText(customer));

/** The places of rows in the order of the output, in which Customer Activity gives them; `onTwice` takes the place of a customer met before. */
export function placesInOrder(places: readonly number[], ids: readonly string[], onTwice: (place: number) => void): readonly number[] {
	if (areIdsInOrder(places.map((place) => ids[place]))) return places;
	const placeOf = new Map<string, number>();
	for (const place of places) {
		if (placeOf.has(ids[place])) onTwice(place);
		else placeOf.set(ids[place], place);
	}
	return sortIds(placeOf.keys()).map((id) => placeOf.get(id)!);
}
