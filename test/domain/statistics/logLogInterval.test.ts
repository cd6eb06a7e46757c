import { logLogInterval } from '../../../domain/statistics/logLogInterval';
import { hasLimits } from '../../support/closeTo';

describe('logLogInterval(share, logStandardError)', () => {
	it('of 10/11 with Greenwood’s error √(1/110) is [.508080205770, .986673822668] (R survival 3.5.3, aml, Maintained, first step)', () => {
		hasLimits(logLogInterval(10 / 11, Math.sqrt(1 / 110)), '.508080205770', '.986673822668');
	});

	it('is wider with more confidence, and keeps the share between its limits', () => {
		const [wide, narrow] = [logLogInterval(0.7, 0.1, 0.99)!, logLogInterval(0.7, 0.1, 0.9)!];
		expect([wide.low, narrow.low, 0.7, narrow.high, wide.high]).toEqual([wide.low, narrow.low, 0.7, narrow.high, wide.high].sort());
	});

	it('stays within 0 and 1 however large the error', () => {
		hasLimits(logLogInterval(0.5, 50), '.0', '1.0');
	});

	it('is the share itself without error', () => {
		hasLimits(logLogInterval(0.3, 0), '.300000000000', '.300000000000');
	});

	it('of 0 and of 1 cannot be told', () => {
		expect([logLogInterval(0, Infinity), logLogInterval(1, 0)]).toEqual([null, null]);
	});
});
