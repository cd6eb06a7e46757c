/** What the warning signs read of items of Customer Activity: fields of streams, the windows, and columns of the user's. */
import type { NamedFacts, Observed } from '../../domain/signs/observed';
import { namedColumns, observedFields } from '../../domain/signs/observed';
import type { Zone } from '../../domain/time';
import type { CellReaders } from '../activityItems/cells';
import { cellReaders } from '../activityItems/cells';
import type { Cursor, PathColumn, Report } from '../activityItems/columns';
import { Column, ItemStreams, pathColumn, valueIn, viewOn } from '../activityItems/columns';
import type { Read, Row } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';

/** Paths into the item for what no stream tells; an empty one is not given. */
export interface NamedColumns {
	readonly texts: readonly string[];
	readonly cancelledOn: string;
	readonly priceRisesOn: string;
	readonly bonusesLapseOn: string;
	readonly bonuses: string;
	readonly value: string;
}

const NOTHING_NAMED: NamedFacts = Object.freeze({
	isNamed: { cancelledOn: false, priceRisesOn: false, bonusesLapseOn: false, texts: false },
	texts: [],
	cancelledOn: null,
	priceRisesOn: null,
	bonusesLapseOn: null,
	bonuses: null,
	value: null,
});

const NAMED_KINDS = { cancelledOn: 'date', priceRisesOn: 'date', bonusesLapseOn: 'date', bonuses: 'number', value: 'number' } as const;
const OWN_KINDS = { asOf: 'date', tenureDays: 'count', recentDays: 'count', usualDays: 'count' } as const;

/** The windows of Customer Activity, for items that do not say theirs; none has no days, since figures are divided by them. */
const USUAL_DAYS: Readonly<Record<string, number | undefined>> = { recentDays: 30, usualDays: 180 };

export class ObservedColumns {
	private readonly cursor: Cursor = { place: 0 };
	private readonly readers: CellReaders;
	private readonly streams: ItemStreams<typeof observedFields>;
	private readonly own: readonly PathColumn[];
	private readonly named: readonly PathColumn[];
	private readonly textPaths: readonly Read[];
	private readonly texts: Column;
	private readonly view: Observed;

	/** For so many items. */
	constructor(count: number, columns: NamedColumns, zone: Zone) {
		this.readers = cellReaders(zone);
		this.streams = new ItemStreams(observedFields, count, this.cursor, this.readers);
		this.own = Object.entries(OWN_KINDS).map(([name, kind]) => pathColumn(name, name, kind, count));
		const paths = columns as unknown as Readonly<Record<string, string>>;
		this.named = Object.entries(NAMED_KINDS).map(([name, kind]) => pathColumn(name, paths[name], kind, count));
		this.textPaths = columns.texts.map(readerOf);
		this.texts = new Column(count);
		this.view = this.viewOf(columns);
	}

	/** Reads an item; what cannot be read is reported and null. */
	read(place: number, row: Row, report: Report): void {
		for (const { name, path, kind, read, column } of this.own) {
			const usual = USUAL_DAYS[name] ?? null;
			const value = valueIn(read(row), kind, path, this.readers, report) ?? usual;
			if (value === 0 && usual !== null) report('unreadableNumber', name, row[name]);
			column.set(place, value);
		}
		if (isBlank(row.asOf)) report('unreadableDate', 'asOf', row.asOf);
		for (const { path, kind, read, column } of this.named) if (path !== '') column.set(place, valueIn(read(row), kind, path, this.readers, report));
		if (this.textPaths.length > 0) this.texts.set(place, this.textPaths.map((read) => read(row)).filter((cell) => !isBlank(cell)).map(cellText));
		this.streams.read(place, row, report);
	}

	/** What is known of one item, until the next is asked for. */
	of(place: number): Observed {
		this.cursor.place = place;
		return this.view;
	}

	private viewOf(columns: NamedColumns): Observed {
		const isNamed = { cancelledOn: columns.cancelledOn !== '', priceRisesOn: columns.priceRisesOn !== '', bonusesLapseOn: columns.bonusesLapseOn !== '', texts: columns.texts.length > 0 };
		const namesNothing = columns.value === '' && columns.bonuses === '' && namedColumns.every((name) => !isNamed[name]);
		const named = namesNothing ? NOTHING_NAMED : Object.assign(viewOn(this.named.map(({ name, column }) => [name, column] as const), this.cursor), { isNamed });
		if (!namesNothing) Object.defineProperty(named, 'texts', { enumerable: true, get: () => this.texts.at(this.cursor.place) ?? NOTHING_NAMED.texts });
		const view = this.streams.addTo(viewOn(this.own.map(({ name, column }) => [name, column]), this.cursor));
		// Each column that is named was read by its kind, too.
		return Object.assign(view, { named }) as Observed;
	}
}
