import type { SpellLedger } from '../ledger/spells';
import type { Terms } from '../ledger/terms';
import { lastTermsOf } from '../ledger/terms';
import type { Subscriptions } from './subscriptions';
import type { Leaving } from './leaving';

function customersOfSpells({ customerCount, firstSpell, start }: SpellLedger): Int32Array {
	const customerOf = new Int32Array(start.length);
	for (let customer = 0; customer < customerCount; customer++) customerOf.fill(customer, firstSpell[customer], firstSpell[customer + 1]);
	return customerOf;
}

/**
 * Why did each spell end?
 *
 * For the reason of the term with which it ended; of several that ended on that day, the first in the alphabet,
 * so that the order of rows does not matter. Null where no row names a reason. DOMAIN C13.
 */
export function leavingOf({ reasons }: Subscriptions, terms: Terms, ledger: SpellLedger): Leaving | null {
	if (reasons === null) return null;
	const customerOf = customersOfSpells(ledger);
	const textOf = (reason: number) => reasons.texts[reason];
	const reasonOf = (spell: number): number => {
		const found = lastTermsOf(terms, ledger, customerOf[spell], spell).map((term) => reasons.ofTerm[terms.row[term]]);
		return found.filter((reason) => reason !== 0).sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1))[0] ?? 0;
	};
	return {
		kindOf: (spell) => reasons.kinds[reasonOf(spell)],
		reasonOf: (spell) => textOf(reasonOf(spell)) || null,
	};
}
