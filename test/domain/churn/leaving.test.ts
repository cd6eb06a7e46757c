import type { Control, Ending, Intent, KindOfLeaving } from '../../../domain/churn/leaving';
import { countsOfLeaving, leavingFields } from '../../../domain/churn/leaving';

const kind = (intent: Intent, control: Control, ending: Ending): KindOfLeaving => Object.freeze({ intent, control, ending });

const kinds: readonly KindOfLeaving[] = Object.freeze([
	kind('voluntary', 'controllable', 'didNotRenew'),
	kind('involuntary', 'unknown', 'unknown'),
	kind('voluntary', 'uncontrollable', 'closedAccount'),
	kind('unknown', 'unknown', 'endedContract'),
]);
const leaving = { kindOf: (spell: number) => kinds[spell], reasonOf: () => null };

const none = Object.fromEntries(Object.keys(leavingFields).map((field) => [field, 0]));

describe('countsOfLeaving: how many losses of each kind', () => {
	it('two voluntary, one involuntary, one of which nothing is known: each loss counts once in intent and once in control', () => {
		expect(countsOfLeaving([0, 1, 2, 3], leaving)).toEqual({
			churnedVoluntary: 2,
			churnedInvoluntary: 1,
			churnedIntentUnknown: 1,
			churnedControllable: 1,
			churnedUncontrollable: 1,
			churnedControlUnknown: 2,
			churnedDidNotRenew: 1,
			churnedEndedContract: 1,
			churnedClosedAccount: 1,
		});
	});

	it('a loss whose ending is unknown is in no field of endings', () => {
		expect(countsOfLeaving([1], leaving)).toEqual({ ...none, churnedInvoluntary: 1, churnedControlUnknown: 1 });
	});

	it('a customer who left twice for the same reason counts twice', () => {
		expect(countsOfLeaving([0, 0], leaving)).toEqual({ ...none, churnedVoluntary: 2, churnedControllable: 2, churnedDidNotRenew: 2 });
	});

	it('no losses are 0 of each kind', () => expect(countsOfLeaving([], leaving)).toEqual(none));
});
