/** Cases of the node in the real engine, and what holds of every item that it gives. */
import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { contactRoles } from '../../../boundary/sources/streamSource';
import { contactFields } from '../../../domain/activity/contacts';
import type { ActivityStreamId } from '../../../domain/activity/customerActivity';
import { activityStreamIds, customerFields } from '../../../domain/activity/customerActivity';
import { paymentFields } from '../../../domain/activity/payments';
import { purchaseFields, purchaseHistoryFields } from '../../../domain/activity/purchases';
import { subscriptionFields } from '../../../domain/activity/subscriptions';
import { ticketFields } from '../../../domain/activity/tickets';
import { usageFields } from '../../../domain/activity/usage';
import { flowOfCase } from '../../support/cases';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import { reasonsOf, valuesIn } from '../../support/registry';
import { runWorkflow } from '../../support/runWorkflow';

const NODE = 'CustomerActivity';
const DISPLAY_NAME = 'Customer Activity';

type Fields = Readonly<Record<string, { readonly question: string; readonly nullWhen?: string }>>;
type DatedStreamId = Exclude<ActivityStreamId, 'customers'>;

const fieldsOfStreams: Readonly<Record<DatedStreamId, Fields>> = {
	purchases: purchaseFields,
	subscriptions: subscriptionFields,
	payments: paymentFields,
	tickets: ticketFields,
	contacts: contactFields,
	usage: usageFields,
};

const parametersOf = (id: string) => parametersOfCase(NODE, DISPLAY_NAME, id);
const listIn = (names: unknown): string[] => [names ?? ''].flat().join(',').split(',').map((each) => each.trim()).filter((each) => each !== '');

function fieldsOf(stream: DatedStreamId, id: string): Fields {
	const hasHistory = stream === 'purchases' && expectedOf(NODE, id).with?.includes('history');
	return hasHistory ? { ...purchaseFields, ...purchaseHistoryFields } : fieldsOfStreams[stream];
}

const isFlat = (id: string) => (parametersOf(id).options as IDataObject | undefined)?.flatten === true;
const capitalised = (name: string) => name[0].toUpperCase() + name.slice(1);

/** What an item is called after its contact details and kept columns, in order. */
function namesAfterDetails(json: IDataObject, id: string): string[] {
	const last = ['recentDays', 'usualDays', 'activityVersion'];
	const middle = Object.keys(customerFields).filter((name) => name !== 'customer' && !last.includes(name));
	const columns = (stream: ActivityStreamId): string[] => {
		const inner = stream === 'customers' ? ['isUndated', ...listIn(parametersOf(id).customerColumns)] : [...Object.keys(fieldsOf(stream, id)), 'reasons'];
		return isFlat(id) && !(stream in json) ? inner.map((name) => `${stream}${capitalised(name)}`) : [stream];
	};
	return [...middle, ...activityStreamIds.flatMap(columns), ...last];
}

/** The columns to pass on; of an expression those that its case names. */
const keptIn = (id: string): string[] => (id === 'expressions' ? ['city'] : listIn(parametersOf(id).keepColumns));

function expectNames(json: IDataObject, id: string): void {
	const after = namesAfterDetails(json, id);
	const names = Object.keys(json);
	expect([names[0], ...names.slice(-after.length)]).toEqual(['customer', ...after]);
	const details = names.slice(1, -after.length);
	const kept = keptIn(id);
	const roles = details.slice(0, details.length - kept.length);
	expect(roles).toEqual(contactRoles.filter((role) => roles.includes(role)));
	expect(details.slice(roles.length)).toEqual(kept.map((name) => (name in customerFields ? `${name}Kept` : name)));
}

/** Every field of each stream in order; each null has a reason, which is a code that there is, and nothing else has one. */
function expectStreams(json: IDataObject, id: string): void {
	for (const stream of activityStreamIds) {
		const told = json[stream] as IDataObject | null;
		if (told === null || told === undefined) continue;
		if (stream === 'customers') {
			expect(Object.keys(told)).toEqual(['isUndated', ...listIn(parametersOf(id).customerColumns)]);
			continue;
		}
		const fields = fieldsOf(stream, id);
		expect(Object.keys(told)).toEqual([...Object.keys(fields), 'reasons']);
		const nulls = Object.keys(fields).filter((name) => told[name] === null);
		expect(Object.keys(reasonsOf(told))).toEqual(nulls);
		expect(nulls.filter((name) => fields[name].nullWhen === undefined)).toEqual([]);
	}
}

const plain = (value: unknown): string => String(value).trim().toLowerCase().replace(/^\+/, '');
const pairsOf = ({ pairedItem }: INodeExecutionData): IPairedItemData[] => [pairedItem ?? []].flat() as IPairedItemData[];

/** Each item leads to one row in each stream that knows the customer, and the row names the customer. */
function expectPairs(item: INodeExecutionData, id: string): void {
	const flow = flowOfCase(NODE, id);
	const streams = parametersOf(id).streams as string[];
	const giverOf = (input: number) => (streams.length === 1 ? 'Rows' : capitalised(streams[input]));
	const { customer, otherIds, email, phone } = item.json;
	const names = new Set([customer, email, phone, ...listIn(otherIds)].map(plain));
	expect(pairsOf(item).map(({ input = 0 }) => streams[input]).sort()).toEqual(listIn(item.json.streams).sort());
	for (const { item: row, input = 0 } of pairsOf(item)) {
		const cells = [...valuesIn(flow.pinData![giverOf(input)][row].json)].map(([, value]) => plain(value));
		expect(cells.filter((cell) => names.has(cell)).length).toBeGreaterThan(0);
	}
}

const isFigure = ({ json }: INodeExecutionData) => !('error' in json);

const cases = describeCases({
	node: NODE,
	displayName: DISPLAY_NAME,
	outputs: ['items', 'errors'],
	expectPromisesKept(id, { outputs: [items = []] }) {
		for (const item of items.filter(isFigure)) {
			expectNames(item.json, id);
			expectStreams(item.json, id);
			expectPairs(item, id);
		}
	},
});

it('each stream has a case with no other', () => {
	const alone = cases.flatMap((id) => (parametersOf(id).streams as string[]).length === 1 ? (parametersOf(id).streams as string[]) : []);
	expect([...new Set(alone)].sort()).toEqual([...activityStreamIds].sort());
});

describe('the order of the items of each input does not matter', () => {
	const withFigures = cases.filter((id) => !expectedOf(NODE, id).error && (expectedOf(NODE, id).items as object[]).length > 0);

	it.each(withFigures)('%s', async (id) => {
		const flow = flowOfCase(NODE, id);
		const given = await runWorkflow(flow, DISPLAY_NAME);
		const reversed = Object.fromEntries(Object.entries(flow.pinData!).map(([name, items]) => [name, [...items].reverse()]));
		const other = await runWorkflow({ ...flow, pinData: reversed }, DISPLAY_NAME);
		const figures = ({ outputs }: typeof given) => outputs[0].filter(isFigure).map(({ json }) => json);
		expect(figures(other)).toEqual(figures(given));
	});
});
