/** The fixtures of subscriptions: what a careful reader of the public descriptions expects, beside what is read. */
import type { Row } from '../../boundary/paths';
import type { SubscriptionReading } from '../../boundary/reading/subscriptions';
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import type { KindOfLeaving } from '../../domain/churn/leaving';
import { STILL_HERE } from '../../domain/ledger/spells';
import { isoDate } from '../../domain/time';
import { readText } from './files.cjs';
import { dayOf } from './ledger';
import type { SubscriptionChanges } from './subscriptions';
import { monthlyOf, spellsOf, subscriptionReading } from './subscriptions';

type Spells = ReadonlyArray<readonly [start: string, end: string | null]>;

interface Ended {
	readonly row: number;
	readonly customer: string;
	readonly end: string;
	readonly kind: string;
	readonly control?: string;
	readonly leavesPaidOnly: boolean;
	readonly leavesAll: boolean;
	readonly reason?: string;
}

export interface SubscriptionFixture {
	readonly today: string;
	readonly items: readonly Row[];
	readonly expected: {
		readonly warnings?: readonly string[];
		readonly customers: ReadonlyArray<{
			readonly customer: string;
			readonly spellsPaidOnly: Spells;
			readonly spellsAll: Spells;
			/** What runs on the last day a month, by currency; null where it is not known. */
			readonly monthly: Readonly<Record<string, number | null>>;
		}>;
		readonly ended: readonly Ended[];
		readonly refused: ReadonlyArray<{ readonly row: number }>;
		readonly leftOut: ReadonlyArray<{ readonly row: number }>;
	};
}

interface FixtureFile extends SubscriptionFixture {
	readonly shapes?: ReadonlyArray<SubscriptionFixture & { readonly id: string }>;
}

/** A fixture, or one of its shapes. */
export function subscriptionFixture(name: string, shape?: string): SubscriptionFixture {
	const file = JSON.parse(readText(`test/fixtures/${name}.json`)) as FixtureFile;
	const found = shape === undefined ? file : file.shapes?.find(({ id }) => id === shape);
	if (!found) throw new Error(`There is no ${shape} in ${name}`);
	return { ...found, today: found.today ?? file.today };
}

/** Reads a fixture on its own day. */
export const fixtureReading = ({ items, today }: SubscriptionFixture, changes: SubscriptionChanges = {}): SubscriptionReading =>
	subscriptionReading(items, { asOf: { kind: 'day', day: dayOf(today), today: dayOf(today) }, ...changes });

const withoutNothing = (byCustomer: ReadonlyArray<readonly [string, Readonly<Record<string, number | null>>]>) =>
	Object.fromEntries(
		byCustomer.flatMap(([customer, amounts]) => {
			const brings = Object.entries(amounts).filter(([, amount]) => amount !== null && amount !== 0);
			return brings.length > 0 ? [[customer, Object.fromEntries(brings)]] : [];
		}),
	);

const withSpells = (pairs: ReadonlyArray<readonly [string, Spells]>) => Object.fromEntries(pairs.filter(([, spells]) => spells.length > 0));

/** What a fixture is about, in one shape for what is expected and what is read. Who brings nothing, or nobody knows what, is missing in `monthly`. */
export interface Figures {
	readonly paidOnly: Readonly<Record<string, Spells>>;
	readonly all: Readonly<Record<string, Spells>>;
	readonly monthly: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

export const keepsEverything = { trials: 'keep', freePlans: 'keep', pauses: 'keep' } as const;

export function figuresRead(fixture: SubscriptionFixture, changes: SubscriptionChanges = {}): Figures {
	const all = fixtureReading(fixture, { ...changes, ...keepsEverything });
	return { paidOnly: spellsOf(fixtureReading(fixture, changes)), all: spellsOf(all), monthly: withoutNothing(Object.entries(monthlyOf(all))) };
}

export function figuresExpected({ expected: { customers } }: SubscriptionFixture): Figures {
	return {
		paidOnly: withSpells(customers.map(({ customer, spellsPaidOnly }) => [customer, spellsPaidOnly])),
		all: withSpells(customers.map(({ customer, spellsAll }) => [customer, spellsAll])),
		monthly: withoutNothing(customers.map(({ customer, monthly }) => [customer, monthly])),
	};
}

export interface ReadLoss {
	readonly kind: KindOfLeaving | null;
	readonly reason: string | null;
}

/** By customer and day of leaving, what kind of leaving it was and what the rows say of it. */
export function lossesRead(reading: SubscriptionReading): Record<string, ReadLoss> {
	const { ledger, leaving } = baseOfTerms(reading, 0);
	const losses: Record<string, ReadLoss> = {};
	for (let customer = 0; customer < ledger.customerCount; customer++) {
		for (let spell = ledger.firstSpell[customer]; spell < ledger.firstSpell[customer + 1]; spell++) {
			if (ledger.end[spell] === STILL_HERE) continue;
			losses[`${reading.customers.idOf(customer)} ${isoDate(ledger.end[spell])}`] = { kind: leaving?.kindOf(spell) ?? null, reason: leaving?.reasonOf(spell) ?? null };
		}
	}
	return losses;
}

/** Whether somebody wanted to go, and whether we could have helped it where the fixture says so, by customer and day of leaving. */
export function intentsRead(fixture: SubscriptionFixture, changes: SubscriptionChanges = {}): Record<string, string> {
	const hasControl = fixture.expected.ended.some(({ control }) => control !== undefined);
	const losses = lossesRead(fixtureReading(fixture, { ...changes, ...keepsEverything }));
	const inWords = ({ kind }: ReadLoss) => [kind?.intent ?? 'unknown', ...(hasControl ? [kind?.control ?? 'unknown'] : [])].join(', ');
	return Object.fromEntries(Object.entries(losses).map(([loss, read]) => [loss, inWords(read)]));
}

export const intentsExpected = ({ expected: { ended } }: SubscriptionFixture): Record<string, string> =>
	Object.fromEntries(
		ended.flatMap(({ customer, end, kind, control, leavesAll }) => (leavesAll ? [[`${customer} ${end}`, control === undefined ? kind : `${kind}, ${control}`]] : [])),
	);

/** Rows, counted from 1, by what is wrong with them. */
export function faultsOf({ problems }: SubscriptionReading): Record<string, number[]> {
	const rowsOfCode: Record<string, number[]> = {};
	for (const { code, item } of problems) (rowsOfCode[code] ??= []).push(item === null ? 0 : item + 1);
	return rowsOfCode;
}

export const leftOutOf = ({ leftOut }: SubscriptionReading): Record<string, number> => Object.fromEntries(leftOut);
