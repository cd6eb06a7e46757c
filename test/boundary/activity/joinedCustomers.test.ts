import { joinCustomers } from '../../../boundary/activity/joinedCustomers';
import { readCustomers } from '../../../boundary/reading/customerColumn';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { activityReading } from '../../support/activityReference';
import { itemsOf } from '../../support/reading';

const columnOf = (...ids: readonly unknown[]) => {
	const items = itemsOf(ids.map((id) => ({ id })));
	return readCustomers(items, 'id', false, new Verdicts(items));
};

const joinedIds = (joined: ReturnType<typeof joinCustomers>) => Array.from({ length: joined.count }, (_, customer) => joined.idOf(customer));

describe('the customers of several streams', () => {
	it('are each once, whole numbers by size and names after them', () => {
		const joined = joinCustomers([columnOf('10', 'Zoe', '9'), columnOf('Ada', '10')]);
		expect(joinedIds(joined)).toEqual(['9', '10', 'Ada', 'Zoe']);
	});

	it('are those of the rows: each row leads to the customer it named', () => {
		const streams = [['10', 'Zoe', '9'], ['Ada', '10', 'Ada']];
		const joined = joinCustomers(streams.map((ids) => columnOf(...ids)));
		joined.columns.forEach(({ customerOf }, stream) => expect([...customerOf].map((customer) => joined.idOf(customer))).toEqual(streams[stream]));
	});

	it('are numbers where every stream has numbers, and texts where one has texts', () => {
		expect(joinedIds(joinCustomers([columnOf(10, 9), columnOf(9)]))).toEqual([9, 10]);
		expect(joinedIds(joinCustomers([columnOf(10, 9), columnOf('9')]))).toEqual(['9', '10']);
	});

	it('are one under 9 and "9", and two under "9" and "09"', () => {
		expect(joinedIds(joinCustomers([columnOf(9), columnOf('9', '09')]))).toEqual(['09', '9']);
	});

	it('are those of the only stream, with its own numbers', () => {
		const column = columnOf('b', 'a');
		expect(joinCustomers([column]).columns[0]).toBe(column);
	});

	it('are nobody’s of a stream in which nobody is named', () => {
		expect(joinedIds(joinCustomers([columnOf(), columnOf('a')]))).toEqual(['a']);
	});

	it('take __proto__ and constructor for names as any other', () => {
		expect(joinedIds(joinCustomers([columnOf('__proto__', 'constructor'), columnOf('__proto__')]))).toEqual(['__proto__', 'constructor']);
	});
});

describe('the customers of Pipedrive', () => {
	it('are not one where a deal is of person 5 and an activity of organisation 5', () => {
		const deal = { id: 1, title: 'x', stage_id: 1, pipeline_id: 1, value: 900, currency: 'EUR', status: 'won', person_id: 5, org_id: null, won_time: '2024-06-20T10:00:00Z' };
		const activity = { id: 2, due_date: '2024-06-25', due_time: '10:00', done: true, type: 'call', subject: 'Call', add_time: '2024-06-20T10:00:00Z', busy: false, person_id: 77, org_id: 5 };
		const { base, customerCount } = activityReading([{ id: 'purchases', rows: [deal], columns: {} }, { id: 'contacts', rows: [activity], columns: {} }], { asOf: '2024-06-30' });
		expect(Array.from({ length: customerCount }, (_, customer) => base.idOf(customer))).toEqual(['organization 5', 'person 5']);
	});
});
