import { leaveOutLater } from '../../../boundary/reading/streamRules';
import { Verdicts } from '../../../boundary/reading/verdicts';
import { dayOfDate, MILLISECONDS_PER_DAY } from '../../../domain/time';

describe('rows that begin after As Of', () => {
	const asOf = dayOfDate(2024, 2, 1);
	const localTimeOf = (day: number) => day * MILLISECONDS_PER_DAY;

	it('are left out from the day after it on, and not on it, nor where nothing says when they begin', () => {
		const rows = [1, 2, 3].map((id) => ({ json: { id } }));
		const verdicts = new Verdicts(rows);
		leaveOutLater(Float64Array.of(localTimeOf(asOf) + MILLISECONDS_PER_DAY - 1, localTimeOf(asOf + 1), NaN), asOf, verdicts);
		expect([...verdicts.countingItems()]).toEqual([0, 2]);
		expect([...verdicts.leftOut()]).toEqual([['afterAsOf', 1]]);
	});
});
