import { contactFields, contactViews } from '../../domain/activity/contacts';
import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { paymentFields } from '../../domain/activity/payments';
import { paymentViews } from '../../domain/activity/paymentView';
import type { StreamItem } from '../../domain/activity/streamItem';
import { streamItems } from '../../domain/activity/streamItem';
import { ticketFields } from '../../domain/activity/tickets';
import { ticketViews } from '../../domain/activity/ticketView';
import { usageFields, usageViews } from '../../domain/activity/usage';
import { dayOfLocalTime } from '../../domain/time';
import { readerOf } from '../paths';
import type { AsOf } from '../reading/asOf';
import { latestValue } from '../reading/latestValue';
import type { StreamReading, StreamSettings } from '../reading/streamRows';
import { openRows, planRows } from '../reading/streamRows';
import type { StreamLayout } from '../sources/streamSource';
import type { Connected, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connecting, firstDayIn, withChosenContacts } from './connection';
import type { WhoIsWho, WhoseRows } from './matching';
import { contactColumns, paymentColumns, ticketColumns, usageColumns } from './rowColumns';
import type { RolesOfStream, RowStreamId } from './streamKinds';
import { streamKinds } from './streamKinds';
import { hintsAboutRows } from './streamText';

const whoIn = ({ customer, contacts }: StreamLayout<string>, input: StreamInput): WhoIsWho => ({ customer, contacts: withChosenContacts(contacts, input) });

const settingsOf = (input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): StreamSettings => ({
	...settings,
	source: input.source,
	columns: input.columns,
	key: (layout) => keyOf(whoIn(layout, input)),
});

/** Who the rows of a stream are about, before they are read. */
export function whoOfRows<Id extends RowStreamId>(id: Id, input: StreamInput, settings: ConnectionSettings): WhoseRows | null {
	const anybody: KeyOf = ({ customer, contacts }) => customer ?? contacts.email ?? contacts.phone ?? null;
	const planned = planRows<RolesOfStream[Id]>(input.items, streamKinds[id], settingsOf(input, settings, anybody));
	return 'layout' in planned ? { who: whoIn(planned.layout, input), sourceId: planned.source.id, rows: planned.entries.rows } : null;
}

type Tell<Id extends RowStreamId> = (reading: StreamReading<RolesOfStream[Id]>, asOf: number, settings: ConnectionSettings) => Connected['itemsOf'];

/** The latest value of the chosen columns, marked as undated: it says how it is now, and leaks into every backtest. DOMAIN 6. */
const tellCustomers: Tell<'customers'> = (reading, _, { customerColumns }) => {
	const readers = customerColumns.map((path) => [path, readerOf(path)] as const);
	return () => (customer) => {
		const item: Record<string, unknown> = { isUndated: true };
		for (const [path, read] of readers) item[path] = latestValue(reading, customer, read).value;
		return item as StreamItem;
	};
};

/** What the item tells of each stream. */
const tellers: { readonly [Id in RowStreamId]: Tell<Id> } = {
	payments(reading) {
		const columns = paymentColumns(reading);
		return (windows, sinceOf) => streamItems(paymentFields, paymentViews(columns, windows, sinceOf));
	},
	tickets(reading, asOf) {
		const columns = ticketColumns(reading, asOf);
		return (windows, sinceOf) => streamItems(ticketFields, ticketViews(columns, windows, sinceOf));
	},
	contacts(reading) {
		const columns = contactColumns(reading);
		return (windows, sinceOf) => streamItems(contactFields, contactViews(columns, windows, sinceOf));
	},
	usage(reading) {
		const columns = usageColumns(reading);
		return (windows, sinceOf) => streamItems(usageFields, usageViews(columns, windows, sinceOf));
	},
	customers: tellCustomers,
};

/** Since when somebody is a customer: of a list of customers the day that says so, up to As Of; of dated rows the first. */
function firstDaysIn(id: ActivityStreamId, reading: StreamReading<string>): (customer: number) => number {
	if (id !== 'customers') return firstDayIn(reading);
	const { history } = reading;
	const since = reading.times('since');
	return (customer) => {
		let first = Infinity;
		for (let event = history.firstEvent[customer]; since && event < history.firstEvent[customer + 1]; event++) {
			const time = since[history.row[event]];
			if (time < first) first = time;
		}
		return first === Infinity ? NaN : dayOfLocalTime(first);
	};
}

function connect<Id extends RowStreamId>(id: Id, reading: StreamReading<RolesOfStream[Id]>, asOf: AsOf, input: StreamInput, settings: ConnectionSettings): Connected {
	return {
		rows: reading,
		who: whoIn(reading.layout, input),
		hints: hintsAboutRows(reading, input.items.length, asOf),
		problems: reading.problems,
		firstDayOf: firstDaysIn(id, reading as unknown as StreamReading<string>),
		itemsOf: tellers[id](reading, asOf.day, settings),
	};
}

export function connectRows<Id extends RowStreamId>(id: Id, input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome {
	const opened = openRows<RolesOfStream[Id]>(input.items, streamKinds[id], settingsOf(input, settings, keyOf));
	return connecting(opened, (reading, asOf): ReturnType<typeof connect> => connect(id, reading, asOf, input, settings));
}

