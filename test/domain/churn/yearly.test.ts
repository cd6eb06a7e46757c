import { churnDefinitions } from '../../../domain/churn/definitions';
import { yearlyFromRate, yearlyFromShare } from '../../../domain/churn/yearly';
import { closeTo, hasDigits } from '../../support/closeTo';
import { onlineRetailChurn } from '../../support/reference';

describe('yearlyFromShare(share, days): by compounding', () => {
	it('5 % in 30 days are .4642396977 in a year, not 60 % (DOMAIN 1)', () => {
		hasDigits(yearlyFromShare(0.05, 30), '.4642396977', '5 % in 30 days');
	});

	it('a share of 365 days stays as it is', () => {
		closeTo(yearlyFromShare(0.3, 365), 0.3, '.3 in 365 days');
	});

	it('half in half a year of 182.5 days is three quarters in a year', () => {
		closeTo(yearlyFromShare(0.5, 182.5), 3 / 4, '.5 in 182.5 days');
	});

	it('nobody is nobody and everybody is everybody', () => {
		expect([yearlyFromShare(0, 30), yearlyFromShare(1, 30)]).toEqual([0, 1]);
	});
});

describe('yearlyFromRate(rate, days): at a constant risk', () => {
	it('.1 in 36.5 days are 1 − 1/e in a year', () => {
		closeTo(yearlyFromRate(0.1, 36.5), 1 - Math.exp(-1), '.1 in 36.5 days');
	});

	it('a rate above 1 stays below 1', () => {
		closeTo(yearlyFromRate(2, 365), 1 - Math.exp(-2), '2 in 365 days');
	});

	it('no loss is none', () => {
		expect(yearlyFromRate(0, 30)).toBeCloseTo(0, 15);
	});
});

describe('perYear of each definition (DOMAIN C9)', () => {
	it.each(churnDefinitions.map((definition) => [definition.id, definition] as const))(
		'%s agrees with Python, null where the rule gives no answer (online_retail_churn.json, yearly)',
		(id, definition) => {
			const cases = onlineRetailChurn().yearly.filter((row) => row.definition === id);
			expect(cases.length).toBeGreaterThan(0);
			for (const { rate, days, yearly } of cases) closeTo(definition.perYear(rate, days), yearly, { id, rate, days });
		},
	);
});
