/** What a node that takes Customer Activity was given: its items, as they come or flattened, or purchases, which are folded. */
import { activityItems, ACTIVITY_VERSION } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import type { ActivitySettings } from '../activity/readActivity';
import { readActivity } from '../activity/readActivity';
import { faultsInWords } from '../problemText';
import type { Item, Row } from '../paths';
import type { ReadingHint } from '../reading/readingText';
import { counted } from '../reading/readingText';

export type InputKind = 'automatic' | 'activity' | 'purchases';

export interface ActivityRowsSettings {
	readonly inputIs: InputKind;
	/** How purchases are folded, where the input is that. */
	readonly activity: ActivitySettings;
	readonly purchaseColumns: Readonly<Record<string, string>>;
	/** Columns of the input to pass on. */
	readonly keepColumns: readonly string[];
}

/** Items of Customer Activity, and which item of the input each is or stems from. */
export interface ActivityRows {
	readonly rows: readonly Row[];
	readonly items: readonly number[];
	/** Columns to pass on that are still to be read from the items; of purchases they are in the folded ones. */
	readonly keepColumns: readonly string[];
	readonly hints: readonly ReadingHint[];
	readonly problems: readonly Problem[];
}

export type ActivityRowsOutcome = ActivityRows | { readonly problems: readonly Problem[]; readonly rows?: undefined } | { readonly isEmpty: true; readonly rows?: undefined };

/** An item of Customer Activity, also one that lost its version on the way, which is then named. */
const isActivity = ({ json }: Item): boolean => json.activityVersion !== undefined || (json.asOf !== undefined && json.tenureDays !== undefined && json.streams !== undefined);
const isNothing = ({ json }: Item): boolean => Object.keys(json).length === 0;

/** Purchases folded into items by the function that Customer Activity uses. */
function foldedPurchases(items: readonly Item[], { activity, purchaseColumns, keepColumns }: ActivityRowsSettings): ActivityRowsOutcome {
	const outcome = readActivity([{ id: 'purchases', input: 0, items, source: 'automatic', columns: purchaseColumns }], { ...activity, keepColumns });
	if (!('reading' in outcome)) return outcome;
	const { base, customerCount, streams, hints, problems } = outcome.reading;
	const activityOf = activityItems(base);
	const [rows, itemOfRow]: [Row[], number[]] = [[], []];
	for (let customer = 0; customer < customerCount; customer++) {
		const item = streams[0].lastItemOf(customer);
		if (item === null) continue;
		rows.push(activityOf(customer));
		itemOfRow.push(item);
	}
	return { rows, items: itemOfRow, keepColumns: [], hints, problems };
}

/** Items of Customer Activity as they come; one that is none is a problem. */
function givenActivity(items: readonly Item[], keepColumns: readonly string[]): ActivityRowsOutcome {
	const [rows, itemOfRow, problems]: [Row[], number[], Problem[]] = [[], [], []];
	items.forEach(({ json }, item) => {
		const { activityVersion } = json;
		if (activityVersion !== ACTIVITY_VERSION && activityVersion !== String(ACTIVITY_VERSION)) {
			problems.push({ code: 'noActivityItem', item, column: 'activityVersion', received: activityVersion });
			return;
		}
		rows.push(json);
		itemOfRow.push(item);
	});
	return { rows, items: itemOfRow, keepColumns, hints: leftOutHints(problems), problems };
}

/** The items of the input as items of Customer Activity. */
export function activityRows(items: readonly Item[], settings: ActivityRowsSettings): ActivityRowsOutcome {
	if (items.every(isNothing)) return { isEmpty: true };
	const { inputIs, keepColumns } = settings;
	return inputIs === 'purchases' || (inputIs === 'automatic' && !items.some(isActivity)) ? foldedPurchases(items, settings) : givenActivity(items, keepColumns);
}

/** Items that are left out where the node goes on without them. */
export const leftOutHints = (problems: readonly Problem[]): ReadingHint[] =>
	problems.length === 0 ? [] : [{ kind: 'warning', message: `${counted(new Set(problems.map(({ item }) => item)).size, 'item', 'items')} left out: ${faultsInWords(problems)}.` }];
