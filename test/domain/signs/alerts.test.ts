import fc from 'fast-check';
import type { AlertSettings, Found, Outcome } from '../../../domain/signs/alerts';
import { alertsOf, byUrgency, untoldOf } from '../../../domain/signs/alerts';
import type { StateRow } from '../../../domain/signs/state';
import { expectSame, law } from '../../support/law';
import { dayOf } from '../../support/ledger';
import { deepFrozen } from '../../support/signs';

const SETTINGS: AlertSettings = deepFrozen({ bounds: { watch: 10, atRisk: 20 }, hysteresis: 0.2, confirmAfterRuns: 1, coolDownDays: 7, mostAlerts: 50 });

/** What is found of a customer on a day; signs in order of contribution. */
interface Met {
	readonly risk?: number | null;
	readonly value?: number | null;
	readonly signs?: Readonly<Record<string, number>>;
	/** The day of March on which they said that they leave. */
	readonly said?: number;
	/** Signs of the row that say nothing today. */
	readonly doubtful?: readonly string[];
	readonly gone?: boolean;
}

const march = (day: number) => dayOf('2024-03-01') + day - 1;

const foundOf = (customerId: string, asOf: number, { risk = null, value = null, signs = {}, said, doubtful = [], gone = false }: Met, previous: StateRow | null): Found =>
	deepFrozen({
		customerId,
		asOf,
		risk,
		value,
		signs: Object.entries(signs).map(([id, strength]) => ({ id, strength })),
		saidOn: said === undefined ? null : march(said),
		doubtful: [...doubtful],
		isGone: gone,
		previous,
	});

/** Plays runs one after the other, each with the rows that those before it wrote. */
class Story {
	readonly rows = new Map<string, StateRow>();

	constructor(private readonly settings: AlertSettings) {}

	run(asOf: number, met: Readonly<Record<string, Met>>): Record<string, Outcome> {
		const names = Object.keys(met);
		const outcomes = alertsOf(
			names.map((name) => foundOf(name, asOf, met[name], this.rows.get(name) ?? null)),
			this.settings,
		);
		for (const { row } of outcomes) if (row !== null) this.rows.set(row.customerId, row);
		return Object.fromEntries(outcomes.map((outcome, place) => [names[place], outcome]));
	}
}

const inWords = ({ change, isAlert, heldBack, level }: Outcome): string => {
	if (heldBack !== null) return `held back by ${heldBack}`;
	return change === 'same' ? 'same' : `${change}: ${level}${isAlert ? ', alert' : ''}`;
};

type Day = readonly [day: number, met: number | Met, signs?: Readonly<Record<string, number>>];

/** What is told of Ada, run by run; a number is her risk. */
function toldOfAda(days: readonly Day[], changes: Partial<AlertSettings> = {}): string[] {
	const story = new Story({ ...SETTINGS, ...changes });
	return days.map(([day, met, signs]) => inWords(story.run(march(day), { ada: typeof met === 'number' ? { risk: met, signs } : met }).ada));
}

/** The row that is remembered of Ada after these runs. */
function rowOfAda(days: readonly Day[], changes: Partial<AlertSettings> = {}): StateRow | undefined {
	const story = new Story({ ...SETTINGS, ...changes });
	for (const [day, met, signs] of days) story.run(march(day), { ada: typeof met === 'number' ? { risk: met, signs } : met });
	return story.rows.get('ada');
}

const GONE: Met = { gone: true };
const NO_DATA: Met = {};

describe('a change', () => {
	it('is told once: new at risk on the 1st, the same on the 2nd and 3rd', () => {
		expect(toldOfAda([[1, 50], [2, 50], [3, 55]])).toEqual(['new: atRisk, alert', 'same', 'same']);
	});

	it('is no alert on watch, which is new at 10, worse from 20 on, better below 16 and recovered below 8', () => {
		expect(toldOfAda([[1, 9.9], [2, 10], [3, 20], [4, 15.9], [5, 7.9]])).toEqual(['same', 'new: watch', 'worse: atRisk, alert', 'better: watch', 'recovered: healthy']);
	});

	it('does not ring where the risk wavers about the bound: 20, 19, 16, 20 are at risk all along', () => {
		expect(toldOfAda([[1, 20], [2, 19], [3, 16], [4, 20]])).toEqual(['new: atRisk, alert', 'same', 'same', 'same']);
	});

	it('is remembered: level, risk with one decimal, signs of .5 and more, and since when', () => {
		expect(rowOfAda([[1, 12.34, { silence: 0.5, priceRise: 0.49 }]])).toEqual({
			customerId: 'ada',
			asOf: march(1),
			level: 'watch',
			risk: 12.3,
			since: march(1),
			pendingLevel: null,
			pendingRuns: 0,
			lastAlertAt: null,
			signs: 'silence',
			alertKey: 'ada:2024-03-01',
		});
	});

	it('is remembered by the first sign where none has .5, and by none where none fires', () => {
		expect(rowOfAda([[1, 12, { complaints: 0.2, silence: 0.49 }]])!.signs).toBe('complaints');
		expect(rowOfAda([[1, 12, { priceRise: 0.1, silence: 0.5, complaints: 1 }]])!.signs).toBe('silence,complaints');
		expect(rowOfAda([[1, 12]])!.signs).toBe('');
	});

	it('writes no row of somebody who is healthy and always was', () => {
		expect(rowOfAda([[1, 5], [2, 9]])).toBeUndefined();
	});

	it('keeps its key from watch to at risk to recovered, and gets a new one when it begins anew', () => {
		const days: Day[] = [[1, 12], [2, 50], [3, 5], [20, 50]];
		expect(days.map((_, last) => rowOfAda(days.slice(0, last + 1))!.alertKey)).toEqual(['ada:2024-03-01', 'ada:2024-03-01', 'ada:2024-03-01', 'ada:2024-03-20']);
	});
});

describe('the same data once more', () => {
	it('tell nothing on the same day, nor do other data of that day', () => {
		expect(toldOfAda([[1, 50], [1, 50], [1, 5], [1, 99]])).toEqual(['new: atRisk, alert', 'same', 'same', 'same']);
	});

	it('tell nothing where the run is of a day before, also of what they told us', () => {
		expect(toldOfAda([[10, 12], [8, 95, { toldUs: 1 }], [9, 5]])).toEqual(['new: watch', 'same', 'same']);
	});

	it('tell the same day what they told us in the afternoon, once', () => {
		expect(toldOfAda([[1, 12], [1, 95, { toldUs: 1 }], [1, 95, { toldUs: 1 }]])).toEqual(['new: watch', 'worse: atRisk, alert', 'same']);
	});

	it('tell the same day what they told us, also where a level is pending', () => {
		expect(toldOfAda([[1, 12], [1, 95, { toldUs: 1 }], [1, 95, { toldUs: 1 }]], { confirmAfterRuns: 2 })).toEqual(['held back by confirmation', 'new: atRisk, alert', 'same']);
	});

	it('do not count as another run of confirmation', () => {
		expect(toldOfAda([[1, 50], [1, 50], [1, 50], [2, 50]], { confirmAfterRuns: 2 })).toEqual(['held back by confirmation', 'same', 'same', 'new: atRisk, alert']);
	});
});

describe('confirmation over 3 runs', () => {
	const three = { confirmAfterRuns: 3 };

	it('tells on the third day', () => {
		expect(toldOfAda([[1, 50], [2, 50], [3, 50]], three)).toEqual(['held back by confirmation', 'held back by confirmation', 'new: atRisk, alert']);
	});

	it('begins anew after a day on which the level was not met', () => {
		expect(toldOfAda([[1, 50], [2, 50], [3, 5], [4, 50], [5, 50], [6, 50]], three).slice(2)).toEqual(['same', 'held back by confirmation', 'held back by confirmation', 'new: atRisk, alert']);
	});

	it('goes on where the level changes to another on the same side, and tells the nearer: watch of at risk, watch, at risk', () => {
		expect(toldOfAda([[1, 50], [2, 12], [3, 50], [4, 50]], three)).toEqual(['held back by confirmation', 'held back by confirmation', 'new: watch', 'held back by confirmation']);
	});

	it('holds back a recovery, too', () => {
		expect(toldOfAda([[1, 95, { toldUs: 1 }], [2, 5], [3, 5], [4, 5]], three)).toEqual(['new: atRisk, alert', 'held back by confirmation', 'held back by confirmation', 'recovered: healthy']);
	});

	it('does not wait where they tell us', () => {
		expect(toldOfAda([[1, 12], [2, 95, { toldUs: 0.61 }]], three)).toEqual(['held back by confirmation', 'new: atRisk, alert']);
	});

	it('waits where they only ask, .6', () => {
		expect(toldOfAda([[1, 54, { toldUs: 0.6 }]], three)).toEqual(['held back by confirmation']);
	});

	it('remembers the pending level and its runs, and tells the customer as healthy until then', () => {
		expect(rowOfAda([[1, 12], [2, 50]], three)).toMatchObject({ level: 'healthy', since: march(1), asOf: march(2), pendingLevel: 'watch', pendingRuns: 2, alertKey: null, signs: '', risk: 12 });
	});
});

describe('the cool-down of 7 days', () => {
	it('holds back an alert on the sixth day, and gives it on the seventh', () => {
		expect(toldOfAda([[1, 50], [2, 5], [7, 50], [8, 50]])).toEqual(['new: atRisk, alert', 'recovered: healthy', 'held back by coolDown', 'new: atRisk, alert']);
	});

	it('holds back no watch, and nothing that gets better', () => {
		expect(toldOfAda([[1, 50], [2, 12], [3, 5], [4, 12]])).toEqual(['new: atRisk, alert', 'better: watch', 'recovered: healthy', 'new: watch']);
	});

	it('does not hold back what they tell us', () => {
		expect(toldOfAda([[1, 50], [2, 5], [3, 95, { toldUs: 1 }]])).toEqual(['new: atRisk, alert', 'recovered: healthy', 'new: atRisk, alert']);
	});

	it('of 0 days holds back nothing', () => {
		expect(toldOfAda([[1, 50], [2, 5], [3, 50]], { coolDownDays: 0 })).toEqual(['new: atRisk, alert', 'recovered: healthy', 'new: atRisk, alert']);
	});
});

describe('somebody at risk already', () => {
	const silent = { silence: 0.8 };

	it('is told again after the cool-down where a further sign fires at .5 and the risk is higher', () => {
		expect(toldOfAda([[1, 50, silent], [8, 55, { ...silent, complaints: 0.5 }]])).toEqual(['new: atRisk, alert', 'worse: atRisk, alert']);
	});

	it('is not told again for a sign of .49, for the sign known, or where the risk is not higher by a tenth', () => {
		expect(toldOfAda([[1, 50, silent], [8, 55, { complaints: 0.49 }], [9, 60, { silence: 1 }], [10, 50.04, { complaints: 1 }]])).toEqual(['new: atRisk, alert', 'same', 'same', 'same']);
	});

	it('is held back within the cool-down without a row, and told on the day after it', () => {
		const further = { ...silent, complaints: 0.5 };
		expect(toldOfAda([[1, 50, silent], [7, 55, further], [8, 55, further]])).toEqual(['new: atRisk, alert', 'held back by coolDown', 'worse: atRisk, alert']);
		expect(rowOfAda([[1, 50, silent], [7, 55, further]])).toEqual(rowOfAda([[1, 50, silent]]));
	});

	it('loses a recovery that is pending while held back by the cool-down', () => {
		const days: Day[] = [[1, 50, silent], [2, 50, silent], [3, 5], [4, 55, { complaints: 0.5 }]];
		expect(toldOfAda(days, { confirmAfterRuns: 2 }).slice(2)).toEqual(['held back by confirmation', 'held back by coolDown']);
		expect(rowOfAda(days, { confirmAfterRuns: 2 })).toMatchObject({ asOf: march(4), level: 'atRisk', risk: 50, pendingLevel: null, pendingRuns: 0 });
	});

	it('is told again where a sign that was faint becomes loud: complaints of .2, then of .5', () => {
		expect(toldOfAda([[1, 50, { ...silent, complaints: 0.2 }], [8, 51, { ...silent, complaints: 0.5 }]])).toEqual(['new: atRisk, alert', 'worse: atRisk, alert']);
	});

	it('is told again at twice the odds, whatever the sign: from 25, a third, at 40, two thirds, not at 39.9', () => {
		expect(toldOfAda([[1, 25, silent], [8, 39.9, silent], [9, 40, silent]])).toEqual(['new: atRisk, alert', 'same', 'worse: atRisk, alert']);
		expect(toldOfAda([[1, 25, silent], [8, 100, silent], [15, 100, silent]])).toEqual(['new: atRisk, alert', 'worse: atRisk, alert', 'same']);
	});

	it('keeps since when and the key', () => {
		expect(rowOfAda([[1, 50], [8, 55, silent]])).toMatchObject({ since: march(1), lastAlertAt: march(8), alertKey: 'ada:2024-03-01', signs: 'silence', risk: 55 });
	});

	it('is told at once where they say it, also at a lower risk and within the cool-down', () => {
		expect(toldOfAda([[1, 95, silent], [2, 92, { toldUs: 1 }]])).toEqual(['new: atRisk, alert', 'worse: atRisk, alert']);
	});

	it('is told again where they say it again later: not for what was said on the day they were told of, not twice, not for a question', () => {
		const said = (day: number, strength = 1): Met => ({ risk: 95, signs: { toldUs: strength }, said: day });
		expect(toldOfAda([[1, said(1)], [2, said(1)], [4, said(3)], [4, said(3)], [5, said(4)], [6, said(6, 0.6)]])).toEqual(['new: atRisk, alert', 'same', 'worse: atRisk, alert', 'same', 'same', 'same']);
	});

	it('is not told anew every day of a statement that is dated ahead', () => {
		const ahead: Met = { risk: 95, signs: { toldUs: 1 }, said: 20 };
		expect(toldOfAda([[1, ahead], [1, ahead], [2, ahead], [3, ahead]])).toEqual(['new: atRisk, alert', 'same', 'same', 'same']);
	});

	it('is told at once where they asked and now say it', () => {
		expect(toldOfAda([[1, 54, { toldUs: 0.6 }], [2, 95, { toldUs: 1 }], [3, 95, { toldUs: 1 }]])).toEqual(['new: atRisk, alert', 'worse: atRisk, alert', 'same']);
		expect(rowOfAda([[1, 54, { toldUs: 0.6 }]])!.signs).toBe('askedUs');
	});
});

describe('Most Alerts per Run', () => {
	const everybody: Readonly<Record<string, Met>> = {
		a: { risk: 40, value: 100 },
		b: { risk: 80, value: 50 },
		c: { risk: 80, value: 50 },
		d: { risk: 90 },
		e: { risk: 30, value: 1000 },
		watch: { risk: 12, value: 1e9 },
	};

	const alertsIn = (outcomes: Record<string, Outcome>) => Object.keys(outcomes).filter((name) => outcomes[name].isAlert);

	it('of 2 gives the most urgent by risk × value, then by risk, then by name, and the others in the next runs', () => {
		const story = new Story({ ...SETTINGS, mostAlerts: 2 });
		const first = story.run(march(1), everybody);
		expect(alertsIn(first)).toEqual(['b', 'e']);
		expect([first.a, first.c, first.d].map(inWords)).toEqual(['held back by mostAlerts', 'held back by mostAlerts', 'held back by mostAlerts']);
		expect(inWords(first.watch)).toBe('new: watch');
		expect([2, 3, 4].map((day) => alertsIn(story.run(march(day), everybody)))).toEqual([['a', 'c'], ['d'], []]);
	});

	it('of 0 is no limit', () => {
		expect(alertsIn(new Story({ ...SETTINGS, mostAlerts: 0 }).run(march(1), everybody))).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('counts neither what waits for confirmation nor what cools down', () => {
		const story = new Story({ ...SETTINGS, mostAlerts: 1 });
		story.run(march(1), { b: { risk: 80, value: 50 } });
		story.run(march(2), { b: { risk: 5 } });
		expect(alertsIn(story.run(march(3), { a: { risk: 40, value: 1 }, b: { risk: 80, value: 50 } }))).toEqual(['a']);
	});

	it('neither cuts nor counts statements: two are told beside one alert of 1', () => {
		const story = new Story({ ...SETTINGS, mostAlerts: 1, confirmAfterRuns: 1 });
		const silent = { silence: 1 };
		const told = story.run(march(1), { a: { risk: 95, value: 9, signs: { toldUs: 1 } }, b: { risk: 91, signs: { toldUs: 1 } }, c: { risk: 40, value: 2, signs: silent }, d: { risk: 40, value: 1, signs: silent } });
		expect(Object.values(told).map(inWords)).toEqual(['new: atRisk, alert', 'new: atRisk, alert', 'new: atRisk, alert', 'held back by mostAlerts']);
	});

	it('holds back a further sign, remembers only the day, and tells it the next day where it still fires', () => {
		const story = new Story({ ...SETTINGS, mostAlerts: 1, coolDownDays: 0 });
		story.run(march(1), { a: { risk: 50, value: 1 } });
		const before = story.rows.get('a');
		const further: Readonly<Record<string, Met>> = { a: { risk: 60, value: 1, signs: { silence: 0.9 } }, b: { risk: 90, value: 9 } };
		expect(Object.values(story.run(march(2), further)).map(inWords)).toEqual(['held back by mostAlerts', 'new: atRisk, alert']);
		expect(story.rows.get('a')).toEqual({ ...before, asOf: march(2) });
		expect(Object.values(story.run(march(2), further)).map(inWords)).toEqual(['same', 'same']);
		expect(Object.values(story.run(march(3), further)).map(inWords)).toEqual(['worse: atRisk, alert', 'same']);
	});
});

describe('somebody whose data are missing', () => {
	const silent = { silence: 0.8 };
	const missing = (risk: number, signs = {}): Met => ({ risk, signs, doubtful: ['silence'] });

	it('does not recover, and does with data: a stream that is missing for a day recovers nobody', () => {
		expect(toldOfAda([[1, 50, silent], [2, missing(5)], [3, missing(12)], [4, 50, silent], [5, 5]])).toEqual(['new: atRisk, alert', 'held back by noData', 'held back by noData', 'same', 'recovered: healthy']);
	});

	it('keeps row, level, key and since when', () => {
		const story = new Story(SETTINGS);
		story.run(march(1), { ada: { risk: 50, signs: silent } });
		expect(story.run(march(2), { ada: missing(5) }).ada).toEqual({ level: 'atRisk', change: 'same', isAlert: false, heldBack: 'noData', alertKey: 'ada:2024-03-01', since: march(1), row: null });
	});

	it('keeps a recovery that is pending and its runs, which neither go on nor begin anew', () => {
		const days: Day[] = [[1, 50, silent], [2, 50, silent], [3, 5], [4, missing(5)], [5, 5]];
		expect(toldOfAda(days, { confirmAfterRuns: 2 }).slice(2)).toEqual(['held back by confirmation', 'held back by noData', 'recovered: healthy']);
	});

	it('gets worse all the same, from watch to at risk', () => {
		expect(toldOfAda([[1, 12, silent], [2, missing(50)]])).toEqual(['new: watch', 'worse: atRisk, alert']);
	});
});

describe('a state of a later day', () => {
	it('tells nothing and writes nothing: everybody has the level of today, also who says that they leave', () => {
		const story = new Story(SETTINGS);
		story.run(march(10), { ada: { risk: 50 }, bo: { risk: 12 }, cy: { risk: 12 } });
		const row = (name: string) => story.rows.get(name) ?? null;
		const found = [
			foundOf('ada', march(5), { risk: 17 }, row('ada')),
			foundOf('bo', march(5), { risk: 95, signs: { toldUs: 1 } }, row('bo')),
			foundOf('cy', march(5), { gone: true }, row('cy')),
			foundOf('dee', march(5), { risk: 95, signs: { toldUs: 1 } }, null),
			foundOf('eve', march(5), {}, null),
		];
		const nothing = { change: 'same', isAlert: false, heldBack: null, alertKey: null, since: null, row: null };
		expect(untoldOf(found, SETTINGS)).toEqual(['atRisk', 'atRisk', null, 'atRisk', null].map((level) => ({ ...nothing, level })));
	});
});

describe('somebody who has gone', () => {
	it('is remembered as gone where something else was, and in no row where nothing was', () => {
		expect(rowOfAda([[1, GONE]])).toBeUndefined();
		expect(rowOfAda([[1, 50, { silence: 1 }], [3, GONE], [4, GONE]])).toMatchObject({ level: 'gone', asOf: march(3), since: march(3), risk: null, signs: '', pendingLevel: null, alertKey: 'ada:2024-03-01', lastAlertAt: march(1) });
	});

	it('leaves the row as it is on the day of the row itself', () => {
		expect(rowOfAda([[1, 50], [1, GONE]])).toMatchObject({ level: 'atRisk' });
	});

	it('is recovered when back and healthy, new when back and not, with a key of its own', () => {
		expect(toldOfAda([[1, 50], [3, GONE], [5, 5], [6, 12]])).toEqual(['new: atRisk, alert', 'same', 'recovered: healthy', 'new: watch']);
		expect(rowOfAda([[1, 50], [3, GONE], [9, 50]])).toMatchObject({ level: 'atRisk', since: march(9), alertKey: 'ada:2024-03-09' });
	});

	it('is still cooling down when back within 7 days of the alert', () => {
		expect(toldOfAda([[1, 50], [3, GONE], [5, 50], [8, 50]])).toEqual(['new: atRisk, alert', 'same', 'held back by coolDown', 'new: atRisk, alert']);
	});
});

describe('somebody of whom nothing is known', () => {
	it('keeps the row, the level told and the key, and has no level today', () => {
		const story = new Story(SETTINGS);
		story.run(march(1), { ada: { risk: 50 } });
		const before = story.rows.get('ada');
		expect(story.run(march(2), { ada: NO_DATA }).ada).toEqual({ level: null, change: 'same', isAlert: false, heldBack: null, alertKey: 'ada:2024-03-01', since: null, row: null });
		expect(story.rows.get('ada')).toBe(before);
		expect(inWords(story.run(march(3), { ada: { risk: 50 } }).ada)).toBe('same');
	});
});

describe('byUrgency()', () => {
	const order = (...customers: Array<Pick<Found, 'risk' | 'value' | 'customerId'>>) => [...customers].sort(byUrgency).map(({ customerId }) => customerId);

	it('goes by risk × value, nothing known as 0, then by risk, then by name', () => {
		expect(order({ customerId: 'b', risk: 10, value: 0 }, { customerId: 'a', risk: 10, value: null }, { customerId: 'c', risk: 20, value: null }, { customerId: 'd', risk: 5, value: 1 })).toEqual(['d', 'c', 'a', 'b']);
	});
});

const anyMet: fc.Arbitrary<Met> = fc.record({
	risk: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: fc.constantFrom(0, 5, 7.9, 8, 9.96, 10, 12, 15.9, 16, 19.97, 20, 50, 50.04, 60, 90) }),
	value: fc.constantFrom(null, 0, 100, 1000),
	signs: fc.record({ toldUs: fc.constantFrom(0.3, 0.6, 0.61, 1), silence: fc.constantFrom(0.2, 0.5, 1), complaints: fc.constantFrom(0.49, 0.5) }, { requiredKeys: [] }).map((signs) => ({ ...signs })),
	said: fc.constantFrom(undefined, 1, 2, 3, 5),
	doubtful: fc.constantFrom<readonly string[]>([], [], [], ['silence']),
	gone: fc.constantFrom(false, false, false, false, true),
});
const anyRun = fc.record({ later: fc.constantFrom(-2, 0, 1, 1, 2, 7), met: fc.record({ ada: anyMet, bo: anyMet, cy: anyMet }).map((met) => ({ ...met })) });
const anyRuns = fc.array(anyRun, { minLength: 1, maxLength: 8 });
const anySettings: fc.Arbitrary<AlertSettings> = fc.record({
	bounds: fc.constant(SETTINGS.bounds),
	hysteresis: fc.constantFrom(0, 0.2, 0.5),
	confirmAfterRuns: fc.constantFrom(1, 2, 3),
	coolDownDays: fc.constantFrom(0, 3, 7),
	mostAlerts: fc.constantFrom(0, 1, 2),
});

type DrawnRun = { readonly later: number; readonly met: Readonly<Record<string, Met>> };

interface Watched {
	readonly asOf: number;
	readonly met: Readonly<Record<string, Met>>;
	readonly outcomes: Readonly<Record<string, Outcome>>;
	readonly rowsBefore: ReadonlyMap<string, StateRow>;
	readonly story: Story;
}

/** Plays drawn runs and looks at each. */
function watchRuns(runs: readonly DrawnRun[], settings: AlertSettings, look: (watched: Watched) => void): void {
	const story = new Story(settings);
	let asOf = march(1);
	for (const { later, met } of runs) {
		asOf += later;
		const rowsBefore = new Map(story.rows);
		look({ asOf, met, rowsBefore, story, outcomes: story.run(asOf, met) });
	}
}

/** How many drawn sequences a law tries. */
const SEQUENCES = 400;

describe('laws of alerts, for any customers and runs', () => {
	it('the same data once more tell nothing and write nothing', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ asOf, met, story }) => {
					for (const { change, row, isAlert } of Object.values(story.run(asOf, met))) expect([change, row, isAlert]).toEqual(['same', null, false]);
				});
			},
			SEQUENCES,
		);
	});

	it('no run gives more alerts than Most Alerts besides statements, and each is of somebody at risk', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ outcomes, met }) => {
					const alerts = Object.values(outcomes).filter(({ isAlert }) => isAlert);
					const counted = Object.keys(outcomes).filter((name) => outcomes[name].isAlert && (met[name].signs?.toldUs ?? 0) <= 0.6);
					if (settings.mostAlerts > 0) expect(counted.length).toBeLessThanOrEqual(settings.mostAlerts);
					for (const { level, change, heldBack } of alerts) expect([level, ['new', 'worse'].includes(change), heldBack]).toEqual(['atRisk', true, null]);
				});
			},
			SEQUENCES,
		);
	});

	it('within the cool-down an alert is one of a statement', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ outcomes, rowsBefore, asOf, met }) => {
					for (const [name, { isAlert }] of Object.entries(outcomes)) {
						const lastAlertAt = rowsBefore.get(name)?.lastAlertAt ?? null;
						if (isAlert && lastAlertAt !== null && asOf - lastAlertAt < settings.coolDownDays) expect(met[name].signs?.toldUs).toBeGreaterThan(0.6);
					}
				});
			},
			SEQUENCES,
		);
	});

	it('a change is told with a row of its level; what is held back keeps level, since, key and last alert of the row before, or writes none', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ outcomes, rowsBefore, asOf }) => {
					for (const [name, { change, level, row, heldBack, alertKey }] of Object.entries(outcomes)) {
						if (change !== 'same') expect(row).toMatchObject({ level, asOf, alertKey, pendingLevel: null, pendingRuns: 0 });
						if (heldBack === null || row === null) continue;
						const { level: before = 'healthy', since = asOf, alertKey: key = null, lastAlertAt = null } = rowsBefore.get(name) ?? {};
						const isBack = before === 'gone';
						expect(row).toMatchObject({ asOf, level: isBack ? 'healthy' : before, since: isBack ? asOf : since, alertKey: isBack ? null : key, lastAlertAt });
					}
				});
			},
			SEQUENCES,
		);
	});

	it('rows are whole: pending runs where a level is pending, a key on watch and at risk, no day after the run', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ outcomes, asOf }) => {
					for (const { row } of Object.values(outcomes)) {
						if (row === null) continue;
						expect(row.asOf).toBe(asOf);
						expect(row.pendingLevel === null).toBe(row.pendingRuns === 0);
						expect(Math.max(row.since, row.lastAlertAt ?? -Infinity)).toBeLessThanOrEqual(asOf);
						if (row.level === 'watch' || row.level === 'atRisk') expect(row.alertKey).toMatch(/^(ada|bo|cy):2024-/);
					}
				});
			},
			SEQUENCES,
		);
	});

	it('nobody whose data are missing gets better, and nothing is written of it', () => {
		law(
			anyRuns,
			anySettings,
			(runs, settings) => {
				watchRuns(runs, settings, ({ outcomes, met, rowsBefore }) => {
					for (const [name, { change, heldBack, level, row }] of Object.entries(outcomes)) {
						const isBack = rowsBefore.get(name)?.level === 'gone';
						if (met[name].doubtful?.length && !isBack) expect(['better', 'recovered']).not.toContain(change);
						if (heldBack === 'noData') expect([level, row]).toEqual([rowsBefore.get(name)!.level, null]);
					}
				});
			},
			SEQUENCES,
		);
	});

	it('the order of customers does not matter', () => {
		law(anyRuns, anySettings, (runs, settings) => {
			const backwards = runs.map(({ later, met }) => ({ later, met: Object.fromEntries(Object.entries(met).reverse()) }));
			const [one, other] = [runs, backwards].map((each) => {
				const told: unknown[] = [];
				watchRuns(each, settings, ({ outcomes: { ada, bo, cy } }) => told.push([ada, bo, cy]));
				return told;
			});
			expectSame(other, one);
		});
	});
});
