import { typeformAnswers } from '../../../boundary/sources/typeformAnswers';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

const rows = rowsOf('typeform_answers');
const read = streamRead(typeformAnswers, rows);

describe('Typeform answers', () => {
	it('are of the customer in the hidden field, and no requests', () =>
		expect(read[0]).toEqual({ customer: '7101', date: '2024-06-01T10:00:00Z', survey: true, nps: 9, satisfaction: 5, text: 'You answer fast', number: 't1', email: 'ann@example.com', name: 'Ann' }));

	it('with a score of 0 keep it, and are known by the address in the form', () => {
		expect(read[1]).toEqual({ date: '2024-06-02T10:00:00Z', survey: true, nps: 0, satisfaction: 2, number: 't2', email: 'bo@example.com' });
	});

	it('that the node simplified are found by the titles of their questions', () => expect(read[2]).toMatchObject({ customer: '7103', nps: 6, satisfaction: 4, text: 'Too dear' }));

	it('by themselves, without a day or a customer, are not recognised', () => {
		expect(typeformAnswers.recognises(tableFrom([{ 'How likely are you to recommend us?': 9 }]))).toBe(false);
		expect(typeformAnswers.recognises(tableFrom([{ event_type: 'form_response', form_response: { answers: [] } }]))).toBe(false);
	});
});
