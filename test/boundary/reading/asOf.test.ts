import { resolveAsOf } from '../../../boundary/reading/asOf';

const today = 20_000;

describe('As Of, automatic', () => {
	it.each([
		[0, { day: today, how: 'today' }],
		[1, { day: today, how: 'today' }],
		[7, { day: today, how: 'today' }],
		[8, { day: today - 7, how: 'dayAfterLastEvent' }],
		[400, { day: today - 399, how: 'dayAfterLastEvent' }],
	])('with a last row %i days old is %j', (age, answer) => {
		expect(resolveAsOf({ kind: 'automatic', today }, today - age)).toEqual({ ...answer, today });
	});

	it('is today where no row says otherwise', () => expect(resolveAsOf({ kind: 'automatic', today }, null)).toEqual({ day: today, today, how: 'today' }));
});

it('As Of is the day that the user chose, whatever the rows', () => {
	for (const lastEventDay of [null, 10, today]) {
		expect(resolveAsOf({ kind: 'day', day: 15_000, today }, lastEventDay)).toEqual({ day: 15_000, today, how: 'chosen' });
	}
});
