/** A stream that is connected: how its rows become what Customer Activity tells of each customer. */
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import type { StreamItem } from '../../domain/activity/streamItem';
import type { Windows } from '../../domain/activity/windows';
import type { Problem } from '../../domain/problems';
import type { Zone } from '../../domain/time';
import type { DecimalMark } from '../amounts';
import type { DateFormat } from '../dates';
import type { Item } from '../paths';
import type { AmountUnit } from '../reading/amountColumn';
import type { AsOfSetting } from '../reading/asOf';
import type { OpenStream } from '../reading/openStream';
import type { PriceSetting } from '../reading/prices';
import type { ReadingHint } from '../reading/readingText';
import type { Rows } from '../reading/rows';
import type { RoleColumn } from '../sources/roleColumn';
import { columnAt } from '../sources/roleColumn';
import { contactRoles } from '../sources/streamSource';
import type { WhoIsWho } from './matching';

/** What the user connected to an input, and how it is to be read. */
export interface StreamInput {
	readonly id: ActivityStreamId;
	/** Which input of the node. */
	readonly input: number;
	readonly items: readonly Item[];
	/** The id of a source profile, or 'automatic'. */
	readonly source: string;
	/** Columns that the user has chosen, by role; an empty or absent one is to be found. */
	readonly columns: Readonly<Record<string, string>>;
	/** For how long a subscription's price is, where its rows do not say it. */
	readonly priceIsFor?: PriceSetting;
}

/** How all streams are to be read. */
export interface ConnectionSettings {
	readonly zone: Zone;
	readonly asOf: AsOfSetting;
	readonly dateFormat: DateFormat;
	readonly decimalMark: DecimalMark;
	readonly amountUnit: AmountUnit;
	readonly amountIs: 'automatic' | 'perRow' | 'perOrder';
	readonly dropsTrailingZero: boolean;
	/** Whether purchases carry their days and amounts as lists. */
	readonly withHistory: boolean;
	/** Columns of customers that the item tells. */
	readonly customerColumns: readonly string[];
}

/** Columns of contact details that the user has chosen go before those that were found. */
export function withChosenContacts(contacts: WhoIsWho['contacts'], { columns }: Pick<StreamInput, 'columns'>): WhoIsWho['contacts'] {
	const chosen = contactRoles.flatMap((role) => (columns[role] ? [[role, columnAt(columns[role])] as const] : []));
	return chosen.length === 0 ? contacts : { ...contacts, ...Object.fromEntries(chosen) };
}

/** What tells the customers of a layout apart; null where it names nobody. */
export type KeyOf = (who: WhoIsWho) => RoleColumn | null;

/** A stream as of a day. */
export interface Connected {
	readonly rows: Rows;
	readonly who: WhoIsWho;
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
	/** The first day on which a dated row tells of a customer; NaN where none does. */
	firstDayOf(customer: number): number;
	/** Gives what the item tells of each customer. */
	itemsOf(windows: Windows, sinceOf: (customer: number) => number): (customer: number) => StreamItem;
}

export type Connection = OpenStream<Connected>;

export type ConnectionOutcome = Connection | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

/** Makes a connection of an opened stream. */
export function connecting<Reading>(opened: OpenStream<Reading> | Exclude<ConnectionOutcome, Connection>, connect: (reading: Reading, asOf: Parameters<Connection['close']>[0]) => Connected): ConnectionOutcome {
	if (!('close' in opened)) return opened;
	return {
		...opened,
		close(asOf, customers) {
			const closed = opened.close(asOf, customers);
			return 'reading' in closed ? { reading: connect(closed.reading, asOf) } : closed;
		},
	};
}

/** The first day of a customer in a history; NaN where there is none. */
export const firstDayIn =
	({ history, announced }: Pick<Rows, 'history' | 'announced'>) =>
	(customer: number): number =>
		history.firstEvent[customer] < history.firstEvent[customer + 1] ? history.day[history.firstEvent[customer]] : (announced?.get(customer)?.day ?? NaN);
