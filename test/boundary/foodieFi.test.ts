/**
 * Foodie-Fi, the subscriptions of the 8 Week SQL Challenge, against test/reference/foodie_fi.py, which counts by days.
 * The file is not ours to hand on, so it lies beside the repository.
 */
import type { SubscriptionReading } from '../../boundary/reading/subscriptions';
import type { SubscriptionBase } from '../../domain/churn/baseOfTerms';
import { baseOfTerms } from '../../domain/churn/baseOfTerms';
import type { LedgerMovements } from '../../domain/churn/movements';
import { movementsOf } from '../../domain/churn/movements';
import { AMOUNT_SCALE } from '../../domain/ledger/history';
import { isoDate, periodsCovering } from '../../domain/time';
import foodieFi from '../reference/foodie_fi.json';
import { readCsv, sharedData } from '../support/files.cjs';
import { dayOf } from '../support/ledger';
import { spellsOf, subscriptionReading } from '../support/subscriptions';

const path = sharedData('foodie_fi_subscriptions.csv');
const rows = path === null ? [] : readCsv(path);
const whenItIsThere = path === null ? describe.skip : describe;
const periods = periodsCovering(dayOf('2020-01-01'), dayOf('2021-04-30'), 'month');

const readings = [
	['kept', 'keep', foodieFi.monthsTrialsCounted],
	['left out', 'leaveOut', foodieFi.monthsTrialsNotCounted],
] as const;

whenItIsThere(`Foodie-Fi${path === null ? ' (../shared/data/foodie_fi_subscriptions.csv is missing)' : ''}`, () => {
	let reading: SubscriptionReading;
	beforeAll(() => {
		reading = subscriptionReading(rows);
	});

	it('is read without a setting or a problem, as changes of plan, as of the day after its last row', () => {
		expect([reading.source.id, reading.layout.rowsAre, reading.problems, isoDate(reading.asOf.day)]).toEqual(['plainSubscriptions', 'changes', [], '2021-05-01']);
		expect([reading.dates, reading.prices.assumedMonthly]).toEqual([{ orderFrom: null, holdsBothOrders: false }, 0]);
	});

	it('has 1,000 customers of whom 307 churned, 92 straight after the trial, and 908 who ever paid', () => {
		const everybody = Object.values(spellsOf(subscriptionReading(rows, { trials: 'keep' })));
		expect([reading.customers.count, everybody.length, everybody.flat().filter(([, end]) => end !== null).length]).toEqual([foodieFi.customers, foodieFi.customers, foodieFi.churned]);
		expect([reading.leftAfterTrial, reading.cancellations]).toEqual([foodieFi.churnedStraightAfterTheTrial, foodieFi.rows.churn]);
		expect([Object.keys(spellsOf(reading)).length, reading.leftOut.get('trial')]).toEqual([foodieFi.everPaid, foodieFi.rows.trial]);
	});

	describe.each(readings)('with trials %s', (_, trials, months) => {
		let base: SubscriptionBase;
		let movements: LedgerMovements['movements'];
		beforeAll(() => {
			base = baseOfTerms(subscriptionReading(rows, { trials }), 0);
			({ movements } = movementsOf(base.ledger, periods));
		});

		it.each(months.map((month, index) => [month.start, month, index] as const))('%s has the movements S, N, R, L and E of the reference', (_start, { S, N, R, L, E, churnedAtEnd }, index) => {
			const { customersAtStart, joined, returned, churned, customersAtEnd, churnedAtEnd: gone } = movements[index].get(0)!;
			expect({ S: customersAtStart, N: joined, R: returned, L: churned, E: customersAtEnd, churnedAtEnd: gone }).toEqual({ S, N, R, L, E, churnedAtEnd });
		});

		it.each(foodieFi.money.map((month) => [month.start, month] as const))('%s opens and closes with the MRR of the reference', (_start, { start, end, startAmount, endAmount }) => {
			const { spendIn, ledger: { customerCount } } = base;
			const mrrOn = (day: string) => {
				const { broughtBefore } = spendIn!(null);
				let brought = 0;
				for (let customer = 0; customer < customerCount; customer++) brought += broughtBefore(customer, dayOf(day));
				// What is brought in a year, twelve times a month; the reference has whole 1/10,000.
				return brought / 12 / AMOUNT_SCALE;
			};
			expect(mrrOn(start)).toBeCloseTo(startAmount, 4);
			expect(mrrOn(end)).toBeCloseTo(endAmount, 4);
		});
	});
});
