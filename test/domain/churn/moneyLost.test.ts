import { moneyLost } from '../../../domain/churn/moneyLost';
import { closeTo, hasDigits } from '../../support/closeTo';
import { onlineRetailChurn } from '../../support/reference';

const MONTH = 365 / 12;

describe('moneyLost (C10): 1,000 customers of whom 30 leave in a month', () => {
	it('at 500 each are 15,000 this month (K)', () => {
		closeTo(moneyLost(1000, 30, 500, MONTH).thisPeriod, 15_000, '500 each');
	});

	it('at 10,000 each are 300,000 this month (K)', () => {
		closeTo(moneyLost(1000, 30, 10_000, MONTH).thisPeriod, 300_000, '10,000 each');
	});

	it('at 500 each are 180,000 over twelve months: these leavers, 15,000 × 12', () => {
		closeTo(moneyLost(1000, 30, 500, MONTH).overTwelveMonths, 180_000, '500 each');
	});

	it('at 500 each leave 1,050,451.50 missing after twelve months if nobody is replaced', () => {
		hasDigits(moneyLost(1000, 30, 500, MONTH).twelveMonthShortfall, '1050451.50', '500 each');
	});
});

describe('moneyLost (C10): the ends', () => {
	it('nobody leaves: nothing is lost', () => {
		expect(moneyLost(10, 0, 5, 30)).toEqual({ thisPeriod: 0, overTwelveMonths: 0, twelveMonthShortfall: 0 });
	});

	it('everybody leaves: the shortfall of a year is all they would have brought, like the leavers’ own', () => {
		const { overTwelveMonths, twelveMonthShortfall } = moneyLost(10, 10, 5, 30);
		closeTo(overTwelveMonths, (10 * 5 * 365) / 30, 'ten of ten');
		closeTo(twelveMonthShortfall, overTwelveMonths, 'ten of ten');
	});

	it('customers who bring nothing cost nothing', () => {
		expect(moneyLost(10, 4, 0, 30)).toEqual({ thisPeriod: 0, overTwelveMonths: 0, twelveMonthShortfall: 0 });
	});

	it('a period of 31 or 90 days is brought to months of 365/12 days, as in Python (online_retail_churn.json, moneyLost)', () => {
		for (const row of onlineRetailChurn().moneyLost) {
			const got = moneyLost(row.start, row.lost, row.valuePerCustomer, row.days);
			closeTo(got.thisPeriod, row.thisPeriod, row);
			closeTo(got.overTwelveMonths, row.leaversOverTwelveMonths, row);
			closeTo(got.twelveMonthShortfall, row.twelveMonthShortfall, row);
		}
	});
});
