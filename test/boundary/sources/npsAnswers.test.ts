import { npsAnswers } from '../../../boundary/sources/npsAnswers';
import { rowsOf, streamRead, tableFrom } from '../../support/sourceFixtures';

describe('NPS answers in a sheet', () => {
	it('are answers, known by an address, with the score where one was given', () =>
		expect(streamRead(npsAnswers, rowsOf('sheet_nps'))).toEqual([
			{ date: '2024-05-01 10:00:00', survey: true, nps: 9, text: 'Fast', email: 'ann@example.com' },
			{ date: '2024-05-02 10:00:00', survey: true, email: 'bo@example.com' },
		]));

	it.each(['NPS', 'nps_score', 'How likely are you to recommend us?', 'Would you recommend us?', 'Наскільки ймовірно, що ви порекомендуєте нас?', 'Чи порекомендуєте?', 'امتیاز NPS'])('have their score in a column called %s', (column) =>
		expect(streamRead(npsAnswers, [{ email: 'ann@example.com', date: '2024-05-01', [column]: 7 }])[0]).toMatchObject({ nps: 7, survey: true }),
	);

	it('are no requests that have a score beside them', () => {
		const answer = { email: 'ann@example.com', date: '2024-05-01', nps: 7 };
		expect(npsAnswers.recognises(tableFrom([answer]))).toBe(true);
		for (const column of ['status', 'closed_at', 'answered_at']) expect(npsAnswers.recognises(tableFrom([{ ...answer, [column]: 'x' }]))).toBe(false);
		expect(npsAnswers.recognises(tableFrom([{ email: 'ann@example.com', nps: 7 }]))).toBe(false);
		expect(npsAnswers.recognises(tableFrom([{ email: 'ann@example.com', date: '2024-05-01' }]))).toBe(false);
	});

	it('are read from the column that the user chose', () => expect(streamRead(npsAnswers, [{ email: 'ann@example.com', date: '2024-05-01', q1: 3 }], { nps: 'q1' })[0]).toMatchObject({ nps: 3, survey: true }));
});
