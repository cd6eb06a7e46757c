/** How a node that takes items of Customer Activity names the fields it reads of them: stream by stream, each by its kind. */
import type { ActivityStreamId } from './customerActivity';

/** What a field holds that is not null. */
export interface Kinds {
	/** A number that is never below 0, such as one of days. */
	readonly count: number;
	readonly number: number;
	/** A day number. */
	readonly date: number;
	readonly text: string;
	readonly flag: boolean;
	readonly texts: readonly string[];
	readonly dates: readonly number[];
	readonly numbers: readonly number[];
}

export type FieldKind = keyof Kinds;

export type NamedFields = Readonly<Record<string, FieldKind>>;

export type NamedStreams = Readonly<Partial<Record<ActivityStreamId, NamedFields>>>;

/** What is known of one stream; a field is null where the item has none. */
export type KnownStream<Fields> = { readonly [Name in keyof Fields]: Fields[Name] extends FieldKind ? Kinds[Fields[Name]] | null : never };

/** What is known of each stream; one is null where it is not connected. */
export type KnownStreams<Streams> = { readonly [Stream in keyof Streams]: KnownStream<Streams[Stream]> | null };
