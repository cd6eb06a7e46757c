import { spendBefore } from '../../../domain/ledger/spend';
import { dayOf, drawPurchases } from '../../support/ledger';

describe('spendBefore(history, currency)', () => {
	const { history } = drawPurchases(
		`
		customer  on          amount  currency  what
		Ada       2024-01-01  10      EUR       purchase
		Ada       2024-01-05  7       USD       purchase
		Ada       2024-01-10  -4      EUR       refund
		Boris     2024-01-10  2.5     EUR       purchase
		`,
		'2024-06-01',
	);
	const EUR = 0;

	const spentBefore = (date: string, currency: number | null) => {
		const spent = spendBefore(history, currency);
		return [0, 1].map((customer) => spent(customer, dayOf(date)) / 10_000);
	};

	it('counts what came before the day and not on it: Ada had spent 17 before 10 January', () => {
		expect(spentBefore('2024-01-10', null)).toEqual([17, 0]);
	});

	it('takes refunds off: Ada had spent 13 before 11 January', () => {
		expect(spentBefore('2024-01-11', null)).toEqual([13, 2.5]);
	});

	it('counts one currency alone where it is told to: 10 − 4 euros', () => {
		expect(spentBefore('2024-01-11', EUR)).toEqual([6, 2.5]);
	});

	it('comes to the same in one step and in many', () => {
		const inSteps = spendBefore(history, null);
		for (let day = dayOf('2023-12-31'); day < dayOf('2024-01-11'); day++) [0, 1].forEach((customer) => inSteps(customer, day));
		expect([0, 1].map((customer) => inSteps(customer, dayOf('2024-01-11')))).toEqual([130_000, 25_000]);
	});

	it('is 0 for everybody before the first day', () => {
		expect(spentBefore('2024-01-01', null)).toEqual([0, 0]);
	});

	it('is 0 where rows carry no amounts', () => {
		const visits = drawPurchases('customer  on\nAda  2024-01-01', '2024-06-01');
		expect(spendBefore(visits.history, null)(0, dayOf('2024-02-01'))).toBe(0);
	});
});
