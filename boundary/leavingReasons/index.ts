/**
 * Why customers left: codes of payment services and free text in English, Ukrainian, Russian and Persian.
 *
 * DOMAIN C13 and 4. A text counts for what its first telling words say, in the order of the families; what says nothing
 * stays unknown. Free text is a best reading: words, not sentences, are understood. A negation right before a word, or
 * "is fine" right behind it, takes the word back; a reader who sees the texts may sort some otherwise.
 */
import type { Ending, KindOfLeaving } from '../../domain/churn/leaving';
import type { ReasonId } from '../../domain/winback/reasons';
import { cellText, isBlank } from '../paths';
import { reasonOfCodes } from './codes';
import { countsForKind, countsForReason } from './context';
import { english } from './english';
import type { Family } from './families';
import { families, familyIds } from './families';
import { persian } from './persian';
import { plainText, plainWords } from './plainText';
import { russian } from './russian';
import { ukrainian } from './ukrainian';
import { firstToldOf } from './wordIndex';
import type { FamilyId, Words } from './words';

const languages: readonly Words[] = [english, ukrainian, russian, persian];
const endings = ['didNotRenew', 'closedAccount', 'endedContract'] as const satisfies readonly Ending[];
const kindFamilies: readonly Family[] = familyIds.map((id) => families[id]);
const reasonFamilies = familyIds.flatMap((id) => {
	const family: Family = families[id];
	return family.reason ? [{ id, reason: family.reason, manner: family.manner }] : [];
});

const kindWords = (id: FamilyId) => languages.flatMap(({ kinds }) => kinds[id] ?? []);
const reasonWords = (id: FamilyId) => [...kindWords(id), ...languages.flatMap(({ reasons }) => reasons[id] ?? [])];

const firstFamily = firstToldOf(familyIds.map((id) => ({ manner: families[id].manner, stems: kindWords(id) })), countsForKind);
const firstEnding = firstToldOf(endings.map((ending) => ({ manner: 'said', stems: languages.flatMap((language) => language.endings[ending]) })), countsForKind);
const firstReason = firstToldOf(reasonFamilies.map(({ id, manner }) => ({ manner, stems: reasonWords(id) })), countsForReason);

/** Which kind of leaving does a reason tell of? Codes of a service and free text alike; several parts stand in one text. */
export function kindOfReason(reason: string): KindOfLeaving {
	const text = plainText(reason);
	const family = kindFamilies[firstFamily(text)];
	return {
		intent: family?.intent ?? 'unknown',
		control: family?.control ?? 'unknown',
		ending: endings[firstEnding(text)] ?? 'unknown',
	};
}

/**
 * Which of the reasons of section 4 does a text tell of?
 *
 * A code or title of a reason in any writing, or what a customer wrote. Of several the first in the order of the
 * families. Null where none is told: never a guess.
 */
export function reasonIn(text: string): ReasonId | null {
	const words = plainWords(text);
	return reasonOfCodes(words) ?? reasonFamilies[firstReason(words)]?.reason ?? null;
}

/** Reads cells by `reasonIn`, each text once; what is no text says nothing. */
export function createReasonReader(): (cell: unknown) => ReasonId | null {
	const known = new Map<string, ReasonId | null>();
	return (cell) => {
		if (isBlank(cell) || (typeof cell !== 'string' && typeof cell !== 'number')) return null;
		const text = cellText(cell);
		let reason = known.get(text);
		if (reason === undefined) {
			reason = reasonIn(text);
			known.set(text, reason);
		}
		return reason;
	};
}
