import { familyIds } from '../../../domain/signs/families';
import { signIds, signs } from '../../../domain/signs/signs';
import { closeTo } from '../../support/closeTo';
import { listFiles } from '../../support/files.cjs';
import { findingOf } from '../../support/signs';

describe('the registry of warning signs', () => {
	it('has each rule of DOMAIN once: S1 to S13', () => {
		const rules = signIds.map((id) => signs[id].rule).sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
		expect(rules).toEqual(Array.from({ length: 13 }, (_, index) => `S${index + 1}`));
	});

	it('puts each rule into the family that DOMAIN S24 names, S12 and S13 too', () => {
		const rulesOf = (family: string) => signIds.filter((id) => signs[id].family === family).map((id) => signs[id].rule);
		expect(Object.fromEntries(familyIds.map((family) => [family, rulesOf(family).sort()]))).toEqual({
			told: ['S5'],
			habit: ['S1', 'S6', 'S7'],
			service: ['S4', 'S8', 'S9'],
			money: ['S10', 'S13', 'S3'],
			person: ['S2'],
			calendar: ['S11', 'S12'],
		});
	});

	it('weighs them as the settled rules do, from 20 for what they tell us to 1.5 for bonuses', () => {
		expect(Object.fromEntries(signIds.map((id) => [id, signs[id].oddsRatio]))).toEqual({
			toldUs: 20,
			usageFalling: 8,
			orderOverdue: 8,
			paymentFailing: 6,
			silence: 6,
			complaints: 4,
			paymentsChanged: 4,
			lowSatisfaction: 3,
			contactPersonChanged: 3,
			contractEnding: 3,
			slowAnswers: 2,
			priceRise: 2,
			bonusesLapsing: 1.5,
		});
	});

	it('has a test file of each sign', () => {
		const files = listFiles('test/domain/signs/definitions').map((path) => path.split('/').pop());
		expect(files).toEqual(expect.arrayContaining(signIds.map((id) => `${id}.test.ts`)));
	});
});

describe.each(signIds)('%s', (id) => {
	const { title, question, needs, strength, why, source, example } = signs[id];

	it('says what it asks, takes and measures, why it counts and where it is from', () => {
		for (const text of [title, question, needs, strength, why, source]) expect(text).toMatch(/\S{3,}/);
		expect(question).toMatch(/^[A-Z].*\?$/);
	});

	it('finds in its example the strength that it shows', () => {
		const finding = findingOf(id, example.given);
		if (typeof finding === 'string') throw new Error(`There is no data: ${finding}`);
		// Examples are written with seven decimals or more.
		closeTo(finding.strength, example.strength, example.given, 7);
	});

	it('has no data of a customer of whom nothing is connected and nothing named', () => {
		expect(typeof findingOf(id, {})).toBe('string');
	});
});
