import { streamItems } from '../../domain/activity/streamItem';
import { subscriptionFields } from '../../domain/activity/subscriptions';
import { subscriptionViews } from '../../domain/activity/subscriptionView';
import type { SubscriptionSettings } from '../reading/subscriptionPlan';
import { planSubscriptions } from '../reading/subscriptionPlan';
import type { SubscriptionReading } from '../reading/subscriptions';
import { openSubscriptions } from '../reading/subscriptions';
import { hintsAboutSubscriptions } from '../reading/subscriptionText';
import type { Connected, ConnectionOutcome, ConnectionSettings, KeyOf, StreamInput } from './connection';
import { connecting, firstDayIn, withChosenContacts } from './connection';
import type { WhoIsWho, WhoseRows } from './matching';
import { keepsAllTerms, subscriptionColumnsOf } from './subscriptionColumns';

/** Who the rows are about, with the contact details that the user has chosen. */
const chosenIn = <Who extends WhoIsWho>(who: Who, input: StreamInput): Who => ({ ...who, contacts: withChosenContacts(who.contacts, input) });

function settingsOf(input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf | null): SubscriptionSettings {
	const { source, columns, priceIsFor = 'automatic' } = input;
	const { customer = '', start = '', end = '', amount = '', currency = '', interval = '', plan = '', status = '', reason = '', trialEnd = '' } = columns;
	return {
		...settings,
		...keepsAllTerms,
		source,
		columns: { customer, start, end, amount, currency, interval, plan, status, reason, trialEnd },
		priceIsFor,
		groupBy: [],
		keepColumns: [],
		key: keyOf && ((who) => keyOf(chosenIn(who, input)) ?? who.customer),
	};
}

/** Who the rows of a stream are about, before they are read. */
export function whoOfSubscriptions(input: StreamInput, settings: ConnectionSettings): WhoseRows | null {
	const plan = planSubscriptions(input.items, settingsOf(input, settings, null));
	return 'who' in plan ? { who: chosenIn(plan.who, input), sourceId: plan.source.id, rows: plan.entries.map(({ row }) => ({ json: row })) } : null;
}

const connect = (reading: SubscriptionReading, input: StreamInput, settings: ConnectionSettings): Connected => ({
	rows: reading,
	who: chosenIn(reading.who, input),
	hints: hintsAboutSubscriptions(reading, input.items.length),
	problems: reading.problems,
	firstDayOf: firstDayIn(reading),
	itemsOf: (windows) => streamItems(subscriptionFields, subscriptionViews(subscriptionColumnsOf(reading, settings), windows)),
});

export const connectSubscriptions = (input: StreamInput, settings: ConnectionSettings, keyOf: KeyOf): ConnectionOutcome =>
	connecting(openSubscriptions(input.items, settingsOf(input, settings, keyOf)), (reading) => connect(reading, input, settings));
