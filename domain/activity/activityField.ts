/** What a field of Customer Activity is: a question about one customer, a set and an aggregate of it. */
import type { NullReason } from '../problems';

/** What stands in a field; a list is of texts, which may be dates, or of numbers. */
export type ActivityValue = string | number | boolean | null | readonly string[] | readonly number[];

/**
 * One field of a stream: a record that the docs page, the tests and the item are made from
 *
 * `View` is what the stream knows of one customer. A field is a set (`counts`) and an aggregate of it, so that another
 * engine, such as SQL, can compute the very same.
 */
export interface ActivityField<View> {
	/** What the field answers, as a person would ask it. */
	readonly question: string;
	/** The set: which rows count, as `purchase days of the last 30 days`. */
	readonly counts: string;
	/** What is made of the set, as `number`, `median`, `latest day`. */
	readonly aggregate: string;
	readonly unit: string;
	/** When the field is null; absent where it never is. */
	readonly nullWhen?: string;
	/** Its value for the stream's example, which a test computes. */
	readonly example: ActivityValue;
	of(view: View): ActivityValue;
	/** Why it is null; asked only where it is. */
	why?(view: View): NullReason;
}

export type ActivityFields<View> = Readonly<Record<string, ActivityField<View>>>;
