import { adviceOn } from '../../../domain/churn/advice';
import type { ChurnRow } from '../../../domain/churn/rowFields';

const row = (churnRate: number | null, customersAtStart: number) => Object.freeze({ churnRate, customersAtStart }) as unknown as ChurnRow;

const window = (churnWindow: number) => ({ asOf: 0, firstDay: 0, lastDay: 0, churnWindow, allowedGap: null });

describe('adviceOn(rows, churnWindow)', () => {
	it('always says how old the losses are: dated 180 days after the last purchase', () => {
		expect(adviceOn([row(0.1, 100)], window(180))).toEqual([
			{
				kind: 'info',
				message: 'Customers count as gone 180 days after their last purchase, so the churn of a period is about people who stopped buying that long before it.',
			},
		]);
	});

	it('warns of rates on fewer than 30 customers: of 29, not of 30', () => {
		expect(adviceOn([row(0.1, 29), row(0.1, 30)], window(90))[1]).toEqual({
			kind: 'warning',
			message: '1 of the 2 churn rates is of fewer than 30 customers at the start. Look at low and high before you act on it.',
		});
		expect(adviceOn([row(0.1, 30)], window(90))).toHaveLength(1);
	});

	it('does not count rows without a rate among the small ones', () => {
		expect(adviceOn([row(null, 3), row(0.1, 100)], window(90))).toHaveLength(1);
	});

	it('says only what to do where no period has a rate yet', () => {
		expect(adviceOn([row(null, 0), row(null, 885)].map((each) => ({ ...each, reason: 'leftEdge' })), window(180))).toEqual([
			{
				kind: 'warning',
				message:
					'No period has a churn rate yet: a rate needs a whole period that begins at least 180 days after the first row. ' +
					'Read a longer history, or choose a shorter Churn Window.',
			},
		]);
	});

	it('has nothing to say of no rows', () => {
		expect(adviceOn([], window(180))).toEqual([]);
	});
});
