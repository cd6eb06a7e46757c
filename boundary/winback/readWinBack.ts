/** From the three inputs to what is known of customers before it is asked whom to win back. */
import { activityStreams, customerFields } from '../../domain/activity/customerActivity';
import type { Problem } from '../../domain/problems';
import { forecastItemFields } from '../../domain/purchases/forecastFields';
import type { WinBackCustomers } from '../../domain/winback/customers';
import { winBackFields } from '../../domain/winback/itemFields';
import { cellReaders } from '../activityItems/cells';
import type { ColumnNames } from '../activityItems/details';
import { columnNamesIn, detailsIn } from '../activityItems/details';
import type { Item, Row } from '../paths';
import type { AlsoRead, PurchaseRowsSettings } from '../purchases/purchaseRows';
import { readPurchaseRows } from '../purchases/purchaseRows';
import type { ReadingHint } from '../reading/readingText';
import { counted, examplesOf } from '../reading/readingText';
import { CustomerMatch, matchText } from './customerMatch';
import { readContactedBefore, readLapsed } from './otherInputs';
import type { WinBackItemsSettings } from './winBackItems';
import { WinBackItems } from './winBackItems';

export type WinBackReadingSettings = PurchaseRowsSettings & WinBackItemsSettings;

export interface WinBackInputs {
	readonly customers: readonly Item[];
	readonly lapsed: readonly Item[];
	readonly contactedBefore: readonly Item[];
}

export interface WinBackReading {
	readonly customers: WinBackCustomers;
	/** By customer, the input item that told last of them. */
	readonly itemOf: readonly number[];
	readonly hints: readonly ReadingHint[];
	/** What is known only once all customers have been looked at. */
	laterHints(): readonly ReadingHint[];
	/** Items that cannot be used. */
	readonly problems: readonly Problem[];
}

export type WinBackOutcome = { readonly reading: WinBackReading } | { readonly problems: readonly Problem[] } | { readonly isEmpty: true };

/** Columns that do not travel along: they are the forecast's own, of which the item has what is asked for. */
const isOfForecast = (name: string): boolean => Object.hasOwn(forecastItemFields, name);

const withoutForecast = ({ flattened, details }: ColumnNames): ColumnNames => ({ flattened, details: details.filter((name) => !isOfForecast(name)) });

/** Why the forecast is as it is, in the words of Customer Forecast; null where it does not say. */
function whyForecast(rows: readonly Row[]): string | null {
	const evidence = rows[0]?.evidence;
	const why = typeof evidence === 'object' && evidence !== null ? (evidence as Row).why : null;
	return typeof why === 'string' && why !== '' ? why : null;
}

/** Columns of the user's that must be there; those of usual names need not. */
const namedColumns = ({ columns }: WinBackReadingSettings): string[] => Object.values(columns).filter((path) => path !== '');

function zoneHints(items: WinBackItems, rows: readonly Row[]): ReadingHint[] {
	const unknown = items.unknownZones(rows);
	return unknown.length === 0 ? [] : [{ kind: 'warning', message: `There is no time zone of the name ${examplesOf(unknown)}; quiet hours of those customers go by the zone of the workflow. Write names such as Europe/Kyiv.` }];
}

function forecastHints(without: number): ReadingHint[] {
	if (without === 0) return [];
	return [{ kind: 'warning', message: `${counted(without, 'item comes', 'items come')} without a forecast among others with one, so nothing can be said of what they would bring. Let one run of Customer Forecast give all items.` }];
}

/** Whether there is another list in which customers are to be looked up. */
const hasOthers = ({ lapsed, contactedBefore }: WinBackInputs): boolean => lapsed.length > 0 || contactedBefore.length > 0;

/** Reads the inputs. O(items). */
export function readWinBack(inputs: WinBackInputs, settings: WinBackReadingSettings): WinBackOutcome {
	let items: WinBackItems | null = null;
	const also: AlsoRead = {
		columns: namedColumns(settings),
		readerOf(rows) {
			const reader = new WinBackItems(rows.length, settings);
			items = reader;
			return (place, row, report) => reader.read(place, row, report);
		},
	};
	const outcome = readPurchaseRows(inputs.customers, settings, also);
	if (!('reading' in outcome)) return outcome;
	const { rows, ids, places, customers, knowsPurchases, itemOf, keepColumns, hints, historyHints, problems } = outcome.reading;
	const own = items ?? new WinBackItems(0, settings);
	const readers = cellReaders(settings.zone);
	const match = new CustomerMatch({ ids: hasOthers(inputs) ? ids : [], emailOf: (customer) => own.emailOf(rows[customer]), phoneOf: (customer) => own.phoneOf(rows[customer]), readEmail: own.readEmail, readPhone: own.readPhone });
	const lapsed = readLapsed(inputs.lapsed, readers, match);
	const contacted = readContactedBefore(inputs.contactedBefore, readers, match);
	// Without a list that was meant to be read everybody would be contacted again, or nobody: that is no row to leave out.
	const unreadable = [...lapsed.problems, ...contacted.problems].filter(({ item }) => item === null);
	if (unreadable.length > 0) return { problems: unreadable };
	const objecting = new Set([...lapsed.objecting, ...contacted.objecting]);
	const forecasts = own.forecastsAt(places, whyForecast(rows));
	const names = withoutForecast(columnNamesIn(rows));
	own.findConsent(names.details);
	return {
		reading: {
			customers: {
				customers,
				idOf: (customer) => rows[customer].customer as string | number,
				keyOf: (customer) => matchText(ids[customer]),
				details: detailsIn(rows, names, keepColumns, { ...winBackFields, ...customerFields, ...activityStreams }),
				knowsPurchases,
				forecasts,
				behaviourOf: (customer) => own.behaviourAt(places[customer], rows[customer]),
				contactOf(customer) {
					const contact = own.contactAt(places[customer], rows[customer]);
					return objecting.has(customer) ? { ...contact, consent: false } : contact;
				},
				lapsedList: lapsed.known,
				contactedBefore: contacted.known,
			},
			itemOf,
			hints: [...hints, ...(forecasts === null ? historyHints : []), ...forecastHints(own.withoutForecast(places)), ...zoneHints(own, rows), ...lapsed.hints, ...contacted.hints],
			laterHints: () => own.answerHints(),
			problems: [...problems, ...lapsed.problems, ...contacted.problems],
		},
	};
}
