import { z } from 'zod/v4';
import { segmentsParameter, segmentsProperty } from '../../../nodes/CustomerForecast/segmentsProperty';
import { itShowsWhatIsRead } from '../../support/canvas';

const schema = z.object(segmentsParameter);
const readOf = (segmentTable: unknown) => schema.parse({ segmentTable }).segmentTable;

describe('Segments', () => {
	itShowsWhatIsRead([segmentsProperty], schema);

	it('that nobody has touched are no rows', () => {
		expect([schema.parse({}).segmentTable, readOf({}), readOf({ values: [] })]).toEqual([[], [], []]);
	});

	it('shows the fields that are read and no other', () => {
		const shown = segmentsProperty.options[0].values.map(({ name, default: value }) => [name, value]);
		expect(Object.fromEntries(shown)).toEqual(readOf({ [segmentsProperty.options[0].name]: [{}] })[0]);
	});

	it('takes a field that an expression gives as a number or as nothing', () => {
		expect(readOf({ values: [{ segment: 'Best', recency: 5, frequency: null }] })).toEqual([{ segment: 'Best', recency: '5', frequency: '', monetary: '' }]);
	});

	it('refuses a list in a field and says what is expected', () => {
		const { error } = schema.safeParse({ segmentTable: { values: [{ recency: [4, 5] }] } });
		expect(error?.issues.map(({ message }) => message)).toEqual(['expected a text such as 4-5']);
	});
});
