/** Reading subscriptions in a test: everything automatic, zone UTC, today is Monday 1 July 2024, unless a test says otherwise. */
import type { Row } from '../../boundary/paths';
import type { SubscriptionSettings } from '../../boundary/reading/subscriptionPlan';
import type { SubscriptionOutcome, SubscriptionReading } from '../../boundary/reading/subscriptions';
import { readSubscriptions } from '../../boundary/reading/subscriptions';
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { STILL_HERE } from '../../domain/ledger/spells';
import type { Problem } from '../../domain/problems';
import { createZone, isoDate } from '../../domain/time';
import { itemsOf, today } from './reading';

export interface SubscriptionChanges extends Partial<Omit<SubscriptionSettings, 'columns' | 'zone'>> {
	readonly columns?: Partial<SubscriptionSettings['columns']>;
	readonly zone?: string;
}

export const subscriptionSettings = ({ columns, zone, ...rest }: SubscriptionChanges = {}): SubscriptionSettings => ({
	source: 'automatic',
	dateFormat: 'automatic',
	decimalMark: 'automatic',
	amountUnit: 'automatic',
	key: null,
	priceIsFor: 'automatic',
	dropsTrailingZero: false,
	asOf: { kind: 'automatic', today },
	trials: 'leaveOut',
	freePlans: 'leaveOut',
	pauses: 'keep',
	groupBy: [],
	keepColumns: [],
	...rest,
	zone: createZone(zone ?? 'UTC'),
	columns: { customer: '', start: '', end: '', amount: '', currency: '', interval: '', plan: '', status: '', reason: '', trialEnd: '', ...columns },
});

export const subscriptionOutcome = (rows: readonly Row[], changes?: SubscriptionChanges): SubscriptionOutcome => readSubscriptions(itemsOf(rows), subscriptionSettings(changes));

export function subscriptionReading(rows: readonly Row[], changes?: SubscriptionChanges): SubscriptionReading {
	const outcome = subscriptionOutcome(rows, changes);
	if ('reading' in outcome) return outcome.reading;
	throw new Error(`There is no reading: ${JSON.stringify(outcome)}`);
}

export const subscriptionProblems = (rows: readonly Row[], changes?: SubscriptionChanges): readonly Problem[] => {
	const outcome = subscriptionOutcome(rows, changes);
	if ('isEmpty' in outcome) return [];
	return 'reading' in outcome ? outcome.reading.problems : outcome.problems;
};

/** By customer, the spells as dates; null for one that has not ended. */
export function spellsOf(reading: SubscriptionReading, allowedGap = 0): Record<string, Array<[start: string, end: string | null]>> {
	const { ledger } = baseOfTerms(reading, allowedGap);
	const spells: Record<string, Array<[string, string | null]>> = {};
	for (let customer = 0; customer < ledger.customerCount; customer++) {
		const own: Array<[string, string | null]> = [];
		for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
			own.push([isoDate(ledger.start[spell]), ledger.end[spell] === STILL_HERE ? null : isoDate(ledger.end[spell])]);
		}
		if (own.length > 0) spells[String(reading.customers.idOf(customer))] = own;
	}
	return spells;
}

/** By customer and currency, what runs on the As Of day, a month. */
export function monthlyOf(reading: SubscriptionReading): Record<string, Record<string, number>> {
	const { terms } = baseOfTerms(reading, 0);
	const monthly: Record<string, Record<string, number>> = {};
	for (let customer = 0; customer < terms.customerCount; customer++) {
		for (let term = terms.firstTerm[customer]; term < terms.firstTerm[customer + 1]; term++) {
			if (terms.end[term] !== STILL_HERE || !terms.monthlyAmount) continue;
			const name = reading.currencies[terms.currency ? terms.currency[term] : 0] ?? '';
			const own = (monthly[String(reading.customers.idOf(customer))] ??= {});
			own[name] = Number(((own[name] ?? 0) + terms.monthlyAmount[term] / AMOUNT_SCALE).toFixed(4));
		}
	}
	return monthly;
}
