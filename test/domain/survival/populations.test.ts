import { EVERYBODY } from '../../../domain/churn/question';
import { firstGroups, observationOf, populationsOf } from '../../../domain/survival/populations';
import { subscriptionBase, visitBase } from '../../support/bases';
import { dayOf } from '../../support/ledger';

const visits = `
	customer  on          plan   country
	Ada       2024-02-05  Pro    -
	Ada       2024-02-20  Basic  FR
	Boris     2024-02-10  -      DE
	Boris     2024-02-12  Basic  DE
	Cyrus     2024-01-01  Basic  FR
	Dana      2024-02-15  -      -
`;

describe('observationOf(base, watchedSince)', () => {
	it('of purchases sees joinings from the first day plus the churn window on: 1 January + 30 days', () => {
		expect(observationOf(visitBase(visits, '2024-06-01'), null)).toEqual({ asOf: dayOf('2024-06-01'), joinsSeenFrom: dayOf('2024-01-31'), watchedFrom: dayOf('2024-01-31') });
	});

	it('of subscriptions sees every joining and every loss', () => {
		const base = subscriptionBase('customer  start  end\nAda  2024-01-01  -', '2024-06-01');
		expect(observationOf(base, null)).toEqual({ asOf: dayOf('2024-06-01'), joinsSeenFrom: -Infinity, watchedFrom: -Infinity });
		expect(observationOf(base, dayOf('2024-03-01'))).toMatchObject({ joinsSeenFrom: -Infinity, watchedFrom: dayOf('2024-03-01') });
	});

	it('watches from the later of the two: 10 March goes before 31 January, 10 January does not', () => {
		const base = visitBase(visits, '2024-06-01');
		expect(observationOf(base, dayOf('2024-03-10')).watchedFrom).toBe(dayOf('2024-03-10'));
		expect(observationOf(base, dayOf('2024-01-10')).watchedFrom).toBe(dayOf('2024-01-31'));
	});
});

describe('firstGroups(base)', () => {
	const base = visitBase(visits, '2024-06-01');
	const grouping = firstGroups(base)!;
	const groupsOf = (period: number) => [0, 1, 2, 3].map((customer) => grouping.names[grouping.groupOf(customer, period)]);

	it('is the first value that is not blank, column by column: Ada’s plan of the 5th and country of the 20th', () => {
		expect(groupsOf(0)).toEqual(['Pro · FR', 'Basic · DE', 'Basic · FR', '(blank) · (blank)']);
	});

	it('is the same in every period', () => expect(groupsOf(7)).toEqual(groupsOf(0)));

	it('is none without a column to group by, and none of nobody', () => {
		expect(firstGroups(visitBase('customer  on\nAda  2024-02-05', '2024-06-01'))).toBeNull();
		expect(firstGroups(visitBase('customer  on  plan', '2024-06-01'))).toBeNull();
	});
});

describe('populationsOf(base, observation)', () => {
	const grouped = (asOf: string) => {
		const base = visitBase('customer  on  plan\nfirst  2023-12-01  Pro\nAda  2024-02-05  Pro\nBoris  2024-02-10  Basic\nCyrus  2024-02-11  Pro\nDana  2024-02-12  -', asOf);
		return populationsOf(base, observationOf(base, null));
	};

	it('is everybody and then the groups by name, blank first, of those whose joining was seen', () => {
		const { populations, all } = grouped('2024-06-01');
		expect(populations.map(({ name, customers }) => [name, [...customers]])).toEqual([[null, [0, 1, 2, 3]], ['(blank)', [3]], ['Basic', [1]], ['Pro', [0, 2]]]);
		expect(populations[0].group).toBe(EVERYBODY);
		expect(all.notObserved.joinedUnseen).toBe(1);
	});

	it('has the lifetimes of its customers in their order: as of 10 March Ada stayed 30 days and left, the others are here so far', () => {
		const [everybody, blank, basic, pro] = grouped('2024-03-10').populations.map(({ lifetimes }) => [[...lifetimes.exit], [...lifetimes.isEvent]]);
		// A window of 30 days: Ada left on 6 March; the others are here up to the 9th, the day before As Of.
		expect(everybody).toEqual([[30, 28, 27, 26], [1, 0, 0, 0]]);
		expect([blank, basic, pro]).toEqual([[[26], [0]], [[28], [0]], [[30, 27], [1, 0]]]);
	});

	it('of rows without groups is everybody alone', () => {
		const base = visitBase('customer  on\nAda  2024-02-05', '2024-06-01');
		expect(populationsOf(base, observationOf(base, null)).populations.map(({ name }) => name)).toEqual([null]);
	});
});
