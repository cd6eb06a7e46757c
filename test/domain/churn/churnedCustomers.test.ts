import { churnedCustomerFields } from '../../../domain/churn/churnedCustomers';
import { visitStoryFields } from '../../../domain/churn/visitStories';
import { includingNew } from '../../../domain/churn/definitions/includingNew';
import { ignoreSamePeriod } from '../../../domain/churn/definitions/ignoreSamePeriod';
import { startOfPeriod } from '../../../domain/churn/definitions/startOfPeriod';
import type { ChurnDefinition } from '../../../domain/churn/definition';
import { churnOf, drawPurchases } from '../../support/ledger';

type Field = keyof typeof churnedCustomerFields | keyof typeof visitStoryFields;

/** The churned customers of drawn purchases, with a window of 30 days. */
function churnedOf(table: string, definition: ChurnDefinition = startOfPeriod, asOf = '2024-06-01') {
	const visits = drawPurchases(table, asOf);
	return churnOf(visits, { definition }).churnedCustomers.map(({ customer, row, fields }) => ({
		...(fields as Record<Field, unknown>),
		name: visits.customers[customer],
		lastPurchaseRow: row,
	}));
}

describe('a customer who buys on 2 and 20 January and no more', () => {
	const [ada] = churnedOf(`
		customer  on                amount  what
		Ada       2024-01-20T10:00  30      purchase
		Ada       2024-01-02T09:00  10      purchase
		Ada       2024-01-20T08:00  2.5     purchase
		Ada       2024-01-25        -5      refund
	`);

	it('left on 19 February, 30 days after the last purchase, in the period of February', () => {
		expect([ada.churnedOn, ada.lastPurchaseOn, ada.period]).toEqual(['2024-02-19', '2024-01-20', '2024-02']);
	});

	it('was a customer from 2 January on, 48 days until leaving', () => {
		expect([ada.customerSince, ada.joinedOn, ada.lifetimeDays]).toEqual(['2024-01-02', '2024-01-02', 48]);
	});

	it('bought on two days, though three times', () => {
		expect(ada.purchaseDays).toBe(2);
	});

	it('spent 37.5: 10 + 30 + 2.5 less the refund of 5', () => {
		expect([ada.spent, ada.currency, ada.spentByCurrency]).toEqual([37.5, null, undefined]);
	});

	it('stems from the row of the last purchase, that of 20 January 10:00, not from the refund', () => {
		expect(ada.lastPurchaseRow).toBe(0);
	});

	it('is not back: returnedOn is null', () => {
		expect(ada.returnedOn).toBeNull();
	});

	it('counts in the rate, of the definition named, as of the day named', () => {
		expect(ada).toMatchObject({ countsInRate: true, whyNotCounted: null, definition: 'startOfPeriod', asOf: '2024-06-01' });
	});

	it('has every field of the list, but for those of groups and of several currencies', () => {
		const [first, second, ...others] = Object.keys(churnedCustomerFields);
		const always = [first, second, ...Object.keys(visitStoryFields), ...others].filter((name) => name !== 'group' && name !== 'spentByCurrency');
		// name and lastPurchaseRow are put beside the fields by this file.
		expect(Object.keys(ada)).toEqual([...always, 'name', 'lastPurchaseRow']);
	});
});

describe('a customer who leaves twice', () => {
	const churned = churnedOf(`
		customer  on          amount
		Ada       2023-12-01  1
		Ada       2024-01-02  10
		Ada       2024-02-15  20
		Ada       2024-02-20  20
	`);

	it('is in the list three times, with each gap of more than 30 days', () => {
		expect(churned.map(({ churnedOn, returnedOn }) => [churnedOn, returnedOn])).toEqual([
			['2023-12-31', '2024-01-02'],
			['2024-02-01', '2024-02-15'],
			['2024-03-21', null],
		]);
	});

	it('has the spells’ own first days, and one day as customer since', () => {
		expect(churned.map(({ joinedOn }) => joinedOn)).toEqual(['2023-12-01', '2024-01-02', '2024-02-15']);
		expect(churned.map(({ customerSince }) => customerSince)).toEqual(['2023-12-01', '2023-12-01', '2023-12-01']);
	});

	it('has bought and spent more each time: up to leaving, all spells together', () => {
		expect(churned.map(({ purchaseDays, spent }) => [purchaseDays, spent])).toEqual([[1, 1], [2, 11], [4, 51]]);
	});
});

describe('which losses count in the rate', () => {
	const whyNot = (table: string, definition: ChurnDefinition = startOfPeriod) =>
		churnedOf(table, definition).map(({ name, countsInRate, whyNotCounted }) => [name, countsInRate, whyNotCounted]);

	it('one who leaves on 1 February and is back on the 15th does not: backByPeriodEnd', () => {
		const back = 'customer  on\nAda  2024-01-02\nAda  2024-02-15\nAda  2024-03-10\nAda  2024-04-05\nAda  2024-05-04';
		expect(whyNot(back)).toEqual([['Ada', false, 'backByPeriodEnd']]);
		expect(whyNot(back, ignoreSamePeriod)).toEqual([['Ada', true, null]]);
	});

	it('one who joins on 1 March and leaves on the 31st does not: joinedInPeriod; by Including New it does', () => {
		const joined = 'customer  on\nAda  2024-03-01';
		expect(whyNot(joined)).toEqual([['Ada', false, 'joinedInPeriod']]);
		expect(whyNot(joined, ignoreSamePeriod)).toEqual([['Ada', false, 'joinedInPeriod']]);
		expect(whyNot(joined, includingNew)).toEqual([['Ada', true, null]]);
	});

	it('one who comes on 31 January and 1 March, a gap of exactly 30 days, left once, 30 days after the latter', () => {
		expect(churnedOf('customer  on\nAda  2024-01-31\nAda  2024-03-01').map(({ churnedOn }) => churnedOn)).toEqual(['2024-03-31']);
	});
});

describe('money of a churned customer', () => {
	it('is null without an amount column', () => {
		const [ada] = churnedOf('customer  on\nAda  2024-01-02');
		expect([ada.spent, ada.currency, ada.spentByCurrency]).toEqual([null, null, undefined]);
	});

	it('names the one currency', () => {
		const [ada] = churnedOf('customer  on  amount  currency\nAda  2024-01-02  5  EUR');
		expect([ada.spent, ada.currency, ada.spentByCurrency]).toEqual([5, 'EUR', undefined]);
	});

	it('is told by currency where there are several, also of one who paid in one alone', () => {
		const [ada] = churnedOf('customer  on  amount  currency\nAda  2024-01-02  5  EUR\nAda  2024-01-03  7  USD\nBoris  2024-05-30  1  USD');
		expect([ada.spent, ada.currency, ada.spentByCurrency]).toEqual([null, null, { EUR: 5, USD: 7 }]);
	});

	it('calls a currency that some rows do not name (none named)', () => {
		const [ada] = churnedOf('customer  on  amount  currency\nAda  2024-01-02  5  -\nAda  2024-01-03  7  USD');
		expect(ada.spentByCurrency).toEqual({ '(none named)': 5, USD: 7 });
	});

	it('adds thousandths exactly: .1 + .2 is .3', () => {
		const [ada] = churnedOf('customer  on  amount\nAda  2024-01-02  0.1\nAda  2024-01-03  0.2');
		expect(ada.spent).toBe(0.3);
	});
});

describe('the list', () => {
	it('is in order of customer, then of time', () => {
		const churned = churnedOf('customer  on\nBoris  2024-01-01\nAda  2024-03-01\nAda  2024-01-05');
		expect(churned.map(({ name, churnedOn }) => `${name} ${churnedOn}`)).toEqual(['Ada 2024-02-04', 'Ada 2024-03-31', 'Boris 2024-01-31']);
	});

	it('names the customer’s group in the period of leaving, the latest before it', () => {
		const churned = churnedOf('customer  on  plan\nAda  2024-01-02  Basic\nAda  2024-01-20  Pro');
		expect(churned.map(({ group }) => group)).toEqual(['Pro']);
	});

	it('leaves out who would be lost on As Of, and has who was lost the day before', () => {
		expect(churnedOf('customer  on\nAda  2024-01-02', startOfPeriod, '2024-02-01')).toEqual([]);
		expect(churnedOf('customer  on\nAda  2024-01-02', startOfPeriod, '2024-02-02').map(({ churnedOn }) => churnedOn)).toEqual(['2024-02-01']);
	});

	it('has losses of a period that is not over', () => {
		expect(churnedOf('customer  on\nAda  2024-01-02', startOfPeriod, '2024-02-10').map(({ period }) => period)).toEqual(['2024-02']);
	});

	it('is empty for nobody', () => {
		expect(churnedOf('customer  on')).toEqual([]);
	});
});
