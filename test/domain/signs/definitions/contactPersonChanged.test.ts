import { closeTo } from '../../../support/closeTo';
import { daysAgo, evidenceOf, inDays, strengthOf } from '../../../support/signs';

const changed = (days: number, rest: object = {}) => ({ contacts: { contactPerson: 'Ben', contactPersonSince: daysAgo(days), contactPersonFirstOn: daysAgo(days), previousContactPerson: 'Ann', ...rest } });

describe('contactPersonChanged', () => {
	it('is 1 up to day 30, then in a straight line to 0 on day 180', () => {
		expect([0, 30, 180, 181].map((days) => strengthOf('contactPersonChanged', changed(days)))).toEqual([1, 1, 0, 0]);
		closeTo(strengthOf('contactPersonChanged', changed(31)), 149 / 150, 'day 31');
		closeTo(strengthOf('contactPersonChanged', changed(105)), 1 / 2, 'day 105');
	});

	it('is 1 where the change is dated tomorrow', () => {
		expect(strengthOf('contactPersonChanged', { contacts: { contactPerson: 'Ben', contactPersonSince: inDays(1), previousContactPerson: 'Ann' } })).toBe(1);
	});

	it('is 0 where two take turns: Ben since ten days ago, and named first 200 days ago', () => {
		expect(strengthOf('contactPersonChanged', changed(10, { contactPersonFirstOn: daysAgo(200) }))).toBe(0);
	});

	it('takes somebody of whom no first day is known as never named before', () => {
		expect(strengthOf('contactPersonChanged', changed(10, { contactPersonFirstOn: null }))).toBe(1);
	});

	it('is 0 where nobody was named before', () => {
		expect(strengthOf('contactPersonChanged', changed(10, { previousContactPerson: null }))).toBe(0);
	});

	it('names the person and since when', () => {
		expect(evidenceOf('contactPersonChanged', changed(10))).toMatchObject({ kind: 'otherPerson', measured: null, words: 'Ben', since: daysAgo(10) });
	});

	it('has no data where contacts are not connected, or no person is named', () => {
		expect(strengthOf('contactPersonChanged', {})).toBe('notConnected');
		expect(strengthOf('contactPersonChanged', { contacts: { contactDays: 3 } })).toBe('noRows');
	});
});
