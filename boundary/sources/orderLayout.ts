import type { CustomerKind } from '../columnNames';
import type { Read, Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { pathIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';
import type { ChosenColumns, PurchaseLayout } from './source';

/** Where a source's rows say who, when and how much: of several paths the first that some row has. */
export type OrderPaths = Readonly<Record<keyof ChosenColumns, readonly string[]>>;

/** Who the customer of a row is where the column of customers names nobody: a guest by an e-mail address, or a company. */
export interface Guests {
	readonly column: RoleColumn;
	/** What it names, where it is the only column that names anybody. */
	readonly kind: CustomerKind;
}

type FoundColumns = Pick<PurchaseLayout, 'customer' | 'customerKind' | 'date' | 'amount' | 'order' | 'currency' | 'status' | 'guest'>;

export interface OrderLayout {
	readonly columns: FoundColumns;
	/** Whether a row names no customer at all. */
	readonly isGuest: (row: Row) => boolean;
}

/** Shops write 0 for a customer who has no account. */
const namesNobody = (customer: unknown): boolean => isBlank(customer) || cellText(customer) === '0';

const readNobody: Read = () => undefined;

function customerOf(table: Table, chosen: string, paths: readonly string[], guests: Guests | null): Pick<FoundColumns, 'customer' | 'customerKind' | 'guest'> | null {
	if (chosen !== '') return { customer: chosen, customerKind: 'id', guest: null };
	const customer = pathIn(table, ...paths);
	if (customer !== null) return { customer, customerKind: 'id', guest: guests?.column ?? null };
	return guests && { customer: guests.column.name, customerKind: guests.kind, guest: null };
}

/** The columns that the user chose before those that a source knows, or the role that no column has. */
export function orderLayout(table: Table, chosen: ChosenColumns, paths: OrderPaths, guests: Guests | null): OrderLayout | { readonly missing: 'customer' | 'date' } {
	const found = (role: keyof ChosenColumns): string | null => chosen[role] || pathIn(table, ...paths[role]);
	const who = customerOf(table, chosen.customer, paths.customer, guests);
	if (who === null) return { missing: 'customer' };
	const [date, amount] = [found('date'), found('amount')];
	if (date === null) return { missing: 'date' };
	const [readCustomer, readGuest] = [readerOf(who.customer), who.guest?.read ?? readNobody];
	return {
		columns: { ...who, date, amount: amount === null ? null : { kind: 'total', column: amount }, order: found('order'), currency: found('currency'), status: found('status') },
		isGuest: (row) => namesNobody(readCustomer(row)) && isBlank(readGuest(row)),
	};
}
