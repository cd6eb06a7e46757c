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
		for (const column of ['status', 'closed_at', 'answered_at', 'ticket_id', 'subject']) expect(npsAnswers.recognises(tableFrom([{ ...answer, [column]: 'x' }]))).toBe(false);
		expect(npsAnswers.recognises(tableFrom([{ email: 'ann@example.com', nps: 7 }]))).toBe(false);
		expect(npsAnswers.recognises(tableFrom([{ email: 'ann@example.com', date: '2024-05-01' }]))).toBe(false);
	});

	it('are read from the column that the user chose', () => expect(streamRead(npsAnswers, [{ email: 'ann@example.com', date: '2024-05-01', q1: 3 }], { nps: 'q1' })[0]).toMatchObject({ nps: 3, survey: true }));

	it('are recognised by a score from 0 to 10 where nothing makes them requests: above 5 it recommends, up to 5 it says how content they are', () => {
		const answer = { email: 'ann@example.com', date: '2024-05-01', score: 3, comment: 'x' };
		expect(npsAnswers.recognises(tableFrom([answer]))).toBe(true);
		expect(streamRead(npsAnswers, [answer])[0]).toMatchObject({ satisfaction: 3, survey: true });
		expect(streamRead(npsAnswers, [answer, { ...answer, score: 9 }])).toMatchObject([{ nps: 3, survey: true }, { nps: 9, survey: true }]);
		for (const row of [{ ...answer, score: 40 }, { ...answer, ticket_id: 5 }, { ...answer, status: 'open' }, { ...answer, subject: 'x' }]) expect(npsAnswers.recognises(tableFrom([row]))).toBe(false);
	});

	it('may say in a status what the score means: Promoter is no state of a request', () => {
		const answer = { email: 'ann@example.com', date: '2024-05-01', nps: 9, status: 'Promoter' };
		expect(npsAnswers.recognises(tableFrom([answer]))).toBe(true);
		expect(streamRead(npsAnswers, [answer])[0]).not.toHaveProperty('state');
	});

	it.each([['Позначка часу', 'Електронна адреса'], ['Отметка времени', 'Адрес электронной почты']])('have their columns as Google Forms names them: %s, %s', (date, email) =>
		expect(streamRead(npsAnswers, [{ [date]: '2024-05-01 10:00', [email]: 'ann@example.com', NPS: '9/10' }])[0]).toMatchObject({ date: '2024-05-01 10:00', email: 'ann@example.com', nps: '9' }),
	);
});
