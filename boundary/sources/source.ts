/** What a source profile is: what the pack knows about rows of one origin. */
import type { AmountColumns, CustomerKind } from '../columnNames';
import type { LeftOutKind } from '../leftOut';
import type { Read, Row, Table } from '../paths';
import type { RoleColumn } from './roleColumn';
import type { ContactRole, RoleKind } from './streamSource';

/** Which columns of a table hold what. Columns are paths as users write them. */
export interface PurchaseLayout {
	readonly customer: string;
	/** How the cells of that column are read, where not as they stand: with what kind of customer the id is of. */
	readonly readCustomer?: Read;
	readonly customerKind: CustomerKind;
	readonly date: string;
	readonly amount: AmountColumns | null;
	readonly order: string | null;
	readonly currency: string | null;
	/** What says that nothing was bought in the end; null where no column does. */
	readonly status: string | null;
	/** What names the customer of a row whose customer column names nobody, such as a guest's e-mail address; null where nothing does. */
	readonly guest: RoleColumn | null;
	/** Where the customer's e-mail address, phone number and so on stand. */
	readonly contacts: Readonly<Partial<Record<ContactRole, RoleColumn>>>;
	/** What else the source knows of a purchase. */
	readonly details: Readonly<Partial<Record<PurchaseDetail, RoleColumn>>>;
	/** Whether amounts are in the smallest coin; null where the column has to tell. */
	readonly amountUnit: 'minor' | 'whole' | null;
	/** Whether an order may be spread over several rows, so that equal rows are no repetition. */
	readonly isLineLevel: boolean;
	/** Why a row is knowingly left out, null for a row that counts; null where every row counts. */
	readonly leftOut: ((row: Row) => LeftOutKind | null) | null;
}

/** What else a row may say of a purchase, beside who, when and how much; each with how its cells are read. */
export const purchaseDetails = {
	product: 'category',
	/** What the row cost us, what a unit of it did, and how many there are. */
	cost: 'amount',
	unitCost: 'amount',
	quantity: 'number',
	margin: 'amount',
	promotion: 'flag',
	instalments: 'flag',
	category: 'category',
	channel: 'category',
} as const satisfies Record<string, RoleKind>;
export type PurchaseDetail = keyof typeof purchaseDetails;

/** Columns that the user has chosen; an empty one is to be found. */
export interface ChosenColumns {
	readonly customer: string;
	readonly date: string;
	readonly amount: string;
	readonly order: string;
	readonly currency: string;
	readonly status: string;
}

export interface PurchaseSource {
	readonly id: string;
	readonly title: string;
	/** What its rows look like, in a sentence. */
	readonly description: string;
	/** What one of its rows is called, and several. */
	readonly nouns: readonly [one: string, several: string];
	/** Whether a table is of this origin. */
	recognises(table: Table): boolean;
	/**
	 * The rows that an item stands for, where that is not itself: an order, each of its refunds and its cancellation,
	 * each dated as it happened. They have the columns of the item, with date and amount their own; refunds are negative.
	 */
	readonly entriesOf?: (json: Row) => readonly Row[];
	/** The layout, or the role of the column that is missing. */
	layoutOf(table: Table, chosen: ChosenColumns): PurchaseLayout | { readonly missing: 'customer' | 'date' };
	/** What to watch in what the source gave, each in a sentence; the table is that of the items. */
	warningsOn?(table: Table): string[];
}
