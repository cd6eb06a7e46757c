/** What Win-Back Priority reads of each item: the forecast, how the customer behaved, whether and how to contact them. */
import type { KnownStreams } from '../../domain/activity/itemFields';
import type { Zone } from '../../domain/time';
import { zoneNamed } from '../../domain/time';
import type { Address } from '../../domain/winback/channels/channel';
import type { Behaviour, Consent, Contact, Forecasts } from '../../domain/winback/customers';
import type { CellReaders } from '../activityItems/cells';
import { cellReaders } from '../activityItems/cells';
import type { Cursor, PathColumn, Report } from '../activityItems/columns';
import { ItemStreams, pathColumn, valueIn } from '../activityItems/columns';
import { CONTACT_NAMES, plainName } from '../columnNames';
import { consentColumn, NO, TICKS, YES } from '../consent';
import { createReasonReader } from '../leavingReasons';
import type { Read, Row } from '../paths';
import { cellText, isBlank, readerOf, visibleText } from '../paths';
import type { ReadingHint } from '../reading/readingText';
import { counted, examplesOf } from '../reading/readingText';
import { columnAt } from '../sources/roleColumn';
import { createAddressReader } from './contactAddresses';
import type { WinBackColumns } from './winBackFields';
import { givenForecastFields, usualColumns, winBackOwnFields, winBackStreams } from './winBackFields';

export interface WinBackItemsSettings {
	readonly zone: Zone;
	readonly columns: WinBackColumns;
	/** Where phone numbers without a code are from, '' where that is not known. */
	readonly phoneCountry: string;
}

type ForecastField = keyof typeof givenForecastFields;

const SUBSCRIBED: ReadonlySet<string> = new Set(['active', 'trial', 'paused']);

type FlagName = 'isToxic' | 'isBigName' | 'isWholesale';

const ADDRESSES: readonly Address[] = ['email', 'phone', 'messenger'];
const NO_ADDRESSES: readonly Address[] = Object.freeze([]);
const CONSENT_NAMES: ReadonlySet<string> = new Set(CONTACT_NAMES.consent);

/** A yes or no in any of four languages, or a tick; null for everything else. */
function answerIn(cell: unknown): boolean | null {
	if (typeof cell === 'boolean') return cell;
	const text = visibleText(cellText(cell));
	const word = plainName(text);
	if (YES.has(word) || TICKS.has(text) || word === 'x') return true;
	return NO.has(word) ? false : null;
}

/** What is known where a stream is not connected. */
const nothingOf = <Names extends Readonly<Record<string, unknown>>>(fields: Names): { readonly [Name in keyof Names]: null } => Object.fromEntries(Object.keys(fields).map((name) => [name, null])) as { readonly [Name in keyof Names]: null };

const NOTHING_BOUGHT = nothingOf(winBackStreams.purchases);
const NOTHING_PAID = nothingOf(winBackStreams.payments);

const isShare = (value: unknown): boolean => value === null || (typeof value === 'number' && value >= 0 && value <= 1);

export class WinBackItems {
	private readonly cursor: Cursor = { place: 0 };
	private readonly readers: CellReaders;
	private readonly streams: ItemStreams<typeof winBackStreams>;
	private readonly view: KnownStreams<typeof winBackStreams>;
	private readonly tenure: PathColumn;
	private readonly forecast: Readonly<Record<ForecastField, PathColumn>>;
	private readonly paths: WinBackColumns;
	private readonly cells: Readonly<Record<keyof WinBackColumns, Read>>;
	private readonly addresses: ReturnType<typeof createAddressReader>;
	private readonly contactedOn: PathColumn;
	private readConsent: Read = () => null;
	private readonly notUnderstood = new Map<string, string[]>();
	private readonly unclearConsents: string[] = [];
	private readonly readReason = createReasonReader();
	private readonly zones = new Map<string, Zone | null>();
	private horizon: number | null = null;
	private givenForecasts = 0;

	/** For so many items. */
	constructor(
		count: number,
		private readonly settings: WinBackItemsSettings,
	) {
		this.readers = cellReaders(settings.zone);
		this.streams = new ItemStreams(winBackStreams, count, this.cursor, this.readers);
		this.view = this.streams.addTo({});
		this.tenure = pathColumn('tenureDays', 'tenureDays', winBackOwnFields.tenureDays, count);
		const column = (name: ForecastField) => pathColumn(name, name, givenForecastFields[name], count);
		this.forecast = { horizonDays: column('horizonDays'), chanceToReturn: column('chanceToReturn'), expectedSpend: column('expectedSpend'), expectedMargin: column('expectedMargin'), segment: column('segment') };
		const names = Object.keys(usualColumns) as Array<keyof WinBackColumns>;
		this.paths = Object.fromEntries(names.map((name) => [name, settings.columns[name] || usualColumns[name]])) as unknown as WinBackColumns;
		this.cells = Object.fromEntries(names.map((name) => [name, this.paths[name] === '' ? () => null : readerOf(this.paths[name])])) as unknown as Record<keyof WinBackColumns, Read>;
		this.addresses = createAddressReader({ phoneCountry: settings.phoneCountry });
		this.contactedOn = pathColumn('lastContactedOn', this.paths.lastContactedOn, 'date', count);
	}

	/** Reads an item; what cannot be read is reported and null. */
	read(place: number, row: Row, report: Report): void {
		this.streams.read(place, row, report);
		this.put(this.tenure, place, row, report);
		if (this.paths.lastContactedOn !== '') this.put(this.contactedOn, place, row, report);
		if (isBlank(row.forecastVersion)) return;
		this.givenForecasts++;
		for (const column of Object.values(this.forecast)) this.put(column, place, row, report);
		const { horizonDays, chanceToReturn } = this.forecast;
		if (!isShare(chanceToReturn.column.at(place))) report('unreadableNumber', 'chanceToReturn', row.chanceToReturn, 'a chance from 0 to 1');
		const days = horizonDays.column.at(place);
		if (typeof days !== 'number' || days < 1) report('unreadableNumber', 'horizonDays', row.horizonDays);
		else if (this.horizon !== null && days !== this.horizon) report('otherHorizon', 'horizonDays', row.horizonDays, `${this.horizon} days, as the first item has`);
		else this.horizon = days;
	}

	/** What Customer Forecast said of the customers at these places; null where it was not asked. */
	forecastsAt(places: readonly number[], why: string | null): Forecasts | null {
		if (this.givenForecasts === 0) return null;
		const numbers = ({ column }: PathColumn) => Float64Array.from(places, (place) => (column.at(place) as number | null) ?? NaN);
		const { segment } = this.forecast;
		return {
			horizonDays: this.horizon ?? 0,
			chance: numbers(this.forecast.chanceToReturn),
			spend: numbers(this.forecast.expectedSpend),
			margin: numbers(this.forecast.expectedMargin),
			segmentOf: (customer) => segment.column.at(places[customer]) as string | null,
			isGiven: true,
			why,
		};
	}

	/** How a customer behaved. */
	behaviourAt(place: number, row: Row): Behaviour {
		this.cursor.place = place;
		const { subscriptions } = this.view;
		const purchases = this.view.purchases ?? NOTHING_BOUGHT;
		const payments = this.view.payments ?? NOTHING_PAID;
		const told = this.cells.reason(row);
		return {
			orders: purchases.orders,
			promotionShare: purchases.promotionShare,
			promotionKnown: purchases.promotionKnown,
			instalmentShare: purchases.instalmentShare,
			instalmentsKnown: purchases.instalmentsKnown,
			returnedShare: purchases.returnedShare,
			topCategory: purchases.topCategory,
			paidOnTime: payments.onTime,
			paidLate: payments.late,
			tenureDays: this.tenure.column.at(place) as number | null,
			isSubscribed: subscriptions !== null && SUBSCRIBED.has(subscriptions.status ?? ''),
			leftBecause: this.readReason(isBlank(told) ? subscriptions?.reason : told),
			isToxic: this.flagIn('isToxic', row),
			isBigName: this.flagIn('isBigName', row),
			isWholesale: this.flagIn('isWholesale', row),
		};
	}

	/**
	 * Finds the columns about consent among those beside the streams: all of usual names, and the one the user names. An
	 * objection in any of them wins.
	 */
	findConsent(columns: readonly string[]): void {
		const about = columns.filter((name) => CONSENT_NAMES.has(plainName(name)) && name !== this.paths.consent).sort();
		this.readConsent = consentColumn([this.paths.consent, ...about].map(columnAt)).read;
	}

	/** Whether and how to contact a customer. */
	contactAt(place: number, row: Row): Contact {
		this.cursor.place = place;
		const addresses = { email: this.addressIn('email', row), phone: this.addressIn('phone', row), messenger: this.addressIn('messenger', row) };
		const own = this.contactedOn.column.at(place) as number | null;
		const inTouch = this.view.contacts?.lastOn ?? null;
		const owner = visibleText(cellText(this.cells.owner(row)));
		return {
			consent: this.consentOf(row),
			addresses,
			unusable: this.unusableIn(addresses, row),
			lastContactOn: own === null || inTouch === null ? (own ?? inTouch) : Math.max(own, inTouch),
			zone: this.zoneOf(row) ?? this.settings.zone,
			owner: isBlank(owner) ? null : owner,
		};
	}

	/** An e-mail address or phone number as customers are matched by it; '' for none. */
	readonly readEmail = (cell: unknown): string => this.addresses.email(cell)?.toLowerCase() ?? '';
	readonly readPhone = (cell: unknown): string => this.addresses.phone(cell) ?? '';

	emailOf(row: Row): string {
		return this.readEmail(this.cells.email(row));
	}

	phoneOf(row: Row): string {
		return this.readPhone(this.cells.phone(row));
	}

	/** How many of the items at these places come without a forecast among others with one. */
	withoutForecast(places: readonly number[]): number {
		return this.givenForecasts === 0 ? 0 : places.reduce((sum, place) => sum + Number(this.forecast.horizonDays.column.at(place) === null), 0);
	}

	/** Answers that are not understood; told once customers have been looked at. */
	answerHints(): ReadingHint[] {
		return [...this.consentHints(), ...this.flagHints()];
	}

	private consentHints(): ReadingHint[] {
		const { length } = this.unclearConsents;
		if (length === 0) return [];
		const some = examplesOf([...new Set(this.unclearConsents)]);
		return [{ kind: 'warning', message: `${counted(length, 'answer', 'answers')} to whether customers may be contacted ${length === 1 ? 'is' : 'are'} not understood, such as ${some}, so ${length === 1 ? 'that customer is' : 'those customers are'} not contacted. Write true or false.` }];
	}

	private flagHints(): ReadingHint[] {
		return [...this.notUnderstood].map(([name, answers]) => ({ kind: 'warning', message: `${counted(answers.length, 'answer', 'answers')} under "${name}" ${answers.length === 1 ? 'is' : 'are'} neither yes nor no, so nothing is taken from ${answers.length === 1 ? 'it' : 'them'}. Write true or false.` }));
	}

	/** Most cells of most kinds are empty. */
	private addressIn(kind: Address, row: Row): string | null {
		const cell = this.cells[kind](row);
		return cell === undefined || cell === null ? null : this.addresses[kind](cell);
	}

	private consentOf(row: Row): Consent {
		const said = this.readConsent(row);
		if (typeof said === 'boolean') return said;
		if (isBlank(said)) return !isBlank(row.consentUnclear) && answerIn(row.consentUnclear) === true ? 'unclear' : null;
		this.unclearConsents.push(visibleText(cellText(said)));
		return 'unclear';
	}

	/** Most customers have none, and share the list. */
	private unusableIn(addresses: Contact['addresses'], row: Row): readonly Address[] {
		let unusable: Address[] | null = null;
		for (const kind of ADDRESSES) if (addresses[kind] === null && !isBlank(this.cells[kind](row))) (unusable ??= []).push(kind);
		return unusable ?? NO_ADDRESSES;
	}

	/** Zones that rows name and there are not, each once. */
	unknownZones(rows: readonly Row[]): string[] {
		for (const row of rows) this.zoneOf(row);
		return [...this.zones].filter(([, zone]) => zone === null).map(([name]) => name);
	}

	private zoneOf(row: Row): Zone | null {
		const cell = this.cells.zone(row);
		if (isBlank(cell)) return null;
		const name = visibleText(cellText(cell));
		let zone = this.zones.get(name);
		if (zone === undefined) {
			zone = zoneNamed(name);
			this.zones.set(name, zone);
		}
		return zone;
	}

	private flagIn(name: FlagName, row: Row): boolean | null {
		if (this.paths[name] === '') return null;
		const cell = this.cells[name](row);
		const said = answerIn(cell);
		if (said === null && !isBlank(cell)) this.notUnderstood.set(this.paths[name], [...(this.notUnderstood.get(this.paths[name]) ?? []), cellText(cell)]);
		return said;
	}

	private put({ path, kind, read, column }: PathColumn, place: number, row: Row, report: Report): void {
		column.set(place, valueIn(read(row), kind, path, this.readers, report));
	}
}
