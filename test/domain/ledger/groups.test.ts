import { BLANK_GROUP, groupingOf } from '../../../domain/ledger/groups';
import { periodsCovering } from '../../../domain/time';
import { dayOf, drawPurchases } from '../../support/ledger';

/** In which group is Ada in each month of the first half of 2024? */
function groupsOfAda(table: string): string[] {
	const { history, groupColumns } = drawPurchases(table, '2024-07-01');
	const periods = Object.freeze(periodsCovering(dayOf('2024-01-01'), dayOf('2024-06-30'), 'month'));
	const grouping = groupingOf(history, Object.freeze(groupColumns), periods);
	return periods.map((_, period) => grouping.names[grouping.groupOf(0, period)]);
}

describe('the group of a customer in a period (DOMAIN C7)', () => {
	it('is the latest value from before the period: Basic in February, Pro in April after a change in March', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  Basic
			Ada       2024-03-10  Pro
		`);
		expect(groups).toEqual(['Basic', 'Basic', 'Basic', 'Pro', 'Pro', 'Pro']);
	});

	it('of a change on the first day of March is still the old one in March', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  Basic
			Ada       2024-03-01  Pro
		`);
		expect(groups[2]).toBe('Basic');
		expect(groups[3]).toBe('Pro');
	});

	it('of a newcomer in January is the first value in January, though another follows in it', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  Basic
			Ada       2024-01-20  Pro
		`);
		expect(groups[0]).toBe('Basic');
		expect(groups[1]).toBe('Pro');
	});

	it('of a newcomer passes over a blank first row', () => {
		expect(groupsOfAda('customer  on  plan\nAda  2024-01-10  -\nAda  2024-01-20  Pro')[0]).toBe('Pro');
	});

	it('passes over blanks after a value: Basic stays though the row of March says nothing', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  Basic
			Ada       2024-03-10  -
		`);
		expect(groups[3]).toBe('Basic');
	});

	it('is blank where no value stands before the period, also when one comes within it', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  -
			Ada       2024-02-10  Pro
		`);
		expect(groups.slice(0, 3)).toEqual([BLANK_GROUP, BLANK_GROUP, 'Pro']);
	});

	it('is the value of the refund where that is the latest row', () => {
		const groups = groupsOfAda(`
			customer  on          plan   what
			Ada       2024-01-10  Basic  purchase
			Ada       2024-01-20  Pro    refund
		`);
		expect(groups[1]).toBe('Pro');
	});

	it('of two values at the same moment does not depend on the order of the rows: the later in the alphabet', () => {
		const moment = '2024-01-10T09:00';
		const oneWay = groupsOfAda(`customer  on  plan\nAda  ${moment}  Basic\nAda  ${moment}  Pro`);
		const theOther = groupsOfAda(`customer  on  plan\nAda  ${moment}  Pro\nAda  ${moment}  Basic`);
		expect(oneWay).toEqual(theOther);
		expect(oneWay[0]).toBe('Pro');
	});

	it('of a value and a blank at the same moment is the value', () => {
		const moment = '2024-01-10T09:00';
		expect(groupsOfAda(`customer  on  plan\nAda  ${moment}  Basic\nAda  ${moment}  -`)[1]).toBe('Basic');
	});

	it('at 9:00 and 18:00 of one day before the period is that of 18:00, in whichever order the rows stand', () => {
		const groups = groupsOfAda(`
			customer  on                plan
			Ada       2024-01-10T18:00  Basic
			Ada       2024-01-10T09:00  Pro
		`);
		expect(groups[1]).toBe('Basic');
	});

	it('of two columns is each combination, column by column as of its own latest value', () => {
		const groups = groupsOfAda(`
			customer  on          plan   country
			Ada       2024-01-10  Basic  Iran
			Ada       2024-02-10  -      Ukraine
		`);
		expect(groups.slice(1, 3)).toEqual(['Basic · Iran', 'Basic · Ukraine']);
	});

	it('goes by the customer’s own rows alone', () => {
		const groups = groupsOfAda(`
			customer  on          plan
			Ada       2024-01-10  Basic
			Boris     2024-01-11  Pro
		`);
		expect(groups[1]).toBe('Basic');
	});
});
