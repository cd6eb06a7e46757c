/** What the forecast reads of items of Customer Activity: figures of their purchases that agree. */
import type { Zone } from '../../domain/time';
import type { CellReaders } from '../activityItems/cells';
import { cellReaders } from '../activityItems/cells';
import type { Cursor, Report } from '../activityItems/columns';
import { fieldIn, ItemStreams } from '../activityItems/columns';
import type { Row } from '../paths';
import { disagreementIn } from './disagreements';
import type { KnownPurchases } from './purchaseFields';
import { forecastFields } from './purchaseFields';

/** Purchases by the place of their item. */
export class PurchaseItems {
	private readonly cursor: Cursor = { place: 0 };
	private readonly readers: CellReaders;
	private readonly streams: ItemStreams<typeof forecastFields>;
	private readonly view: { readonly purchases: KnownPurchases | null };
	private readonly asOf: Int32Array;

	/** For so many items. */
	constructor(count: number, zone: Zone) {
		this.readers = cellReaders(zone);
		this.streams = new ItemStreams(forecastFields, count, this.cursor, this.readers);
		this.view = this.streams.addTo({});
		this.asOf = new Int32Array(count);
	}

	/** Reads an item; what cannot be read, or else the first figure that does not agree with the others, is reported. */
	read(place: number, row: Row, report: Report): void {
		let isReadable = true;
		const reportCell: Report = (...fault) => {
			isReadable = false;
			report(...fault);
		};
		const asOf = this.readers.date(row.asOf);
		if (typeof asOf === 'number') this.asOf[place] = asOf;
		else reportCell(asOf ?? 'unreadableDate', 'asOf', row.asOf);
		this.streams.read(place, row, reportCell);
		const purchases = this.of(place);
		if (!isReadable || purchases === null) return;
		const disagreement = disagreementIn(purchases, this.asOf[place]);
		if (disagreement === null) return;
		const { name, cell } = fieldIn(row, 'purchases', disagreement.field);
		report(disagreement.code, name, cell, disagreement.expected);
	}

	/** The day up to which an item tells, a day number. */
	asOfAt(place: number): number {
		return this.asOf[place];
	}

	/** What is known of an item's purchases, until the next is asked for; null where they are not connected. */
	of(place: number): KnownPurchases | null {
		this.cursor.place = place;
		return this.view.purchases;
	}
}
