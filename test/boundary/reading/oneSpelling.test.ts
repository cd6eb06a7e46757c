import { withOneSpelling } from '../../../boundary/reading/groupColumn';

const column = (...texts: readonly string[]) => {
	const values = ['', ...new Set(texts.filter((text) => text !== ''))];
	return { name: 'person', values, valueOfRow: Int32Array.from(texts, (text) => values.indexOf(text)) };
};
const namesIn = (...texts: readonly string[]): string[] => {
	const { values, valueOfRow } = withOneSpelling(column(...texts));
	return [...valueOfRow].map((value) => values[value]);
};

describe('values that differ in case and spaces alone', () => {
	it('are one, called by the spelling that is first in the alphabet, whatever the order of rows', () => {
		expect(namesIn('ann lee', 'Ann Lee', 'ANN  LEE', 'Ben')).toEqual(['ANN  LEE', 'ANN  LEE', 'ANN  LEE', 'Ben']);
		expect(namesIn('Ben', 'Ann Lee', 'ann lee')).toEqual(['Ben', 'Ann Lee', 'Ann Lee']);
	});

	it('leave blank cells blank', () => expect(namesIn('', 'Ann', 'ann', '')).toEqual(['', 'Ann', 'Ann', '']));

	it('are left as they are where none differ so', () => {
		const own = column('Ann', 'Ben');
		expect(withOneSpelling(own)).toEqual(own);
	});
});
