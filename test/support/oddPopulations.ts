/** Two hundred populations of customers, most of them odd: purchase days, the day on which one stands, how far ahead is asked. */
import { Drawing } from './drawing';
import type { TimingModelId } from './forecastSamples';
import { drawnDays } from './forecastSamples';

export interface Population {
	readonly name: string;
	readonly days: ReadonlyArray<readonly number[]>;
	readonly day: number;
	readonly horizon: number;
}

const times = <Each>(count: number, of: (place: number) => Each): Each[] => Array.from({ length: count }, (_, place) => of(place));
const everyDays = (from: number, to: number, apart: number): number[] => times(Math.floor((to - from) / apart) + 1, (n) => from + n * apart);

/** By hand: what a shop can look like at worst. */
const byHand: ReadonlyArray<Omit<Population, 'horizon'>> = [
	{ name: 'nobody', days: [], day: 100 },
	{ name: 'customers who never bought', days: [[], [], []], day: 100 },
	{ name: 'purchases still to come', days: [[150], [200]], day: 100 },
	{ name: 'one customer, bought today', days: [[100]], day: 100 },
	{ name: 'one customer, bought yesterday', days: [[99]], day: 100 },
	{ name: 'one customer, bought once', days: [[10]], day: 400 },
	{ name: 'one customer, bought twice', days: [[10, 60]], day: 400 },
	{ name: 'one customer, bought daily for 400 days', days: [everyDays(0, 400, 1)], day: 400 },
	{ name: 'two customers, one came back', days: [[10], [20, 90]], day: 400 },
	{ name: 'two customers alike', days: [[10, 50], [10, 50]], day: 400 },
	{ name: 'fifty who bought today for the first time', days: times(50, () => [100]), day: 100 },
	{ name: 'fifty, half of whom bought today for the first time', days: times(50, (i) => (i % 2 === 0 ? [100] : [i, i + 30])), day: 100 },
	{ name: 'forty who bought once', days: times(40, (i) => [i]), day: 400 },
	{ name: '5,000 who bought once', days: times(5000, (i) => [i % 365]), day: 400 },
	{ name: '300 who bought once on the same day', days: times(300, () => [10]), day: 400 },
	{ name: '300 who all bought on the same two days', days: times(300, () => [10, 200]), day: 400 },
	{ name: 'forty who buy daily', days: times(40, () => everyDays(0, 200, 1)), day: 200 },
	{ name: '300 who buy daily', days: times(300, (i) => everyDays(i % 10, 120, 1)), day: 120 },
	{ name: '250 who buy every 30 days to the day', days: times(250, (i) => everyDays(i % 30, 400, 30)), day: 400 },
	...[19, 20, 21].map((repeaters) => ({ name: `300 of whom ${repeaters} came back once`, days: times(300, (i) => (i < repeaters ? [i, 150 + 10 * i] : [i % 300])), day: 400 })),
	...[19, 20, 21].map((repeaters) => ({ name: `${2 * repeaters} of whom ${repeaters} came back twice`, days: times(2 * repeaters, (i) => (i < repeaters ? [i, 150 + 5 * i, 390] : [i])), day: 400 })),
	{ name: 'one who came back among 1,000', days: times(1000, (i) => (i === 0 ? [3, 300] : [i % 350])), day: 400 },
	{ name: 'one buyer of 2,000 days among 100 who bought once', days: [everyDays(0, 2000, 1), ...times(100, (i) => [20 * i])], day: 2000 },
	{ name: 'one buyer of 2,000 days among 210 who bought once or twice', days: [everyDays(0, 2000, 1), ...times(210, (i) => (i % 3 === 0 ? [i, i + 100] : [i]))], day: 2000 },
	{ name: 'three days of log', days: times(60, (i) => (i % 4 === 0 ? [i % 3, 3] : [i % 3])), day: 3 },
	{ name: 'one day of log', days: times(300, (i) => (i % 4 === 0 ? [0, 1] : [i % 2])), day: 1 },
	{ name: 'everybody leaves after the second', days: times(210, (i) => [i % 20, (i % 20) + 5 + (i % 8)]), day: 400 },
	{ name: 'sixty who leave after the second', days: times(60, (i) => [i, i + 5 + (i % 20)]), day: 600 },
	{ name: 'half leave at once, half never', days: times(300, (i) => (i % 2 === 0 ? [i % 90] : everyDays(i % 90, 400, 7 + (i % 20)))), day: 400 },
	{ name: 'half leave at once, half never, and only those silent for long are gone', days: times(300, (i) => (i % 2 === 0 ? [i % 20] : everyDays(i % 10, 400, 10))), day: 400 },
	{ name: 'all came back yesterday after a year', days: times(250, (i) => [i % 20, 399]), day: 400 },
	{ name: 'all came back today after a year', days: times(250, (i) => [i % 20, 400]), day: 400 },
	{ name: 'fifty years of log', days: times(200, (i) => [i, ...(i % 3 === 0 ? [5000 + 10 * i, 18_000] : [])]), day: 18_250 },
	{ name: 'fifty years of silence', days: times(200, (i) => [i % 10, 10 + (i % 10)]), day: 18_250 },
	{ name: 'days before the first of 1970', days: times(200, (i) => [-5000 + i, -4800 + i, ...(i % 2 === 0 ? [-4500] : [])].sort((one, other) => one - other)), day: -4400 },
];

const horizons = [1, 30, 90, 365, 3650];

/** By draws from the models, at parameters from everyday to absurd. */
function drawn(seed: number): Population {
	const draw = new Drawing(seed);
	const model = (['bgNbd', 'mbgNbd', 'paretoNbd', 'steadyRates'] as const satisfies readonly TimingModelId[])[seed % 4];
	const count = Math.round(draw.scale(1, 150));
	const day = Math.round(draw.scale(30, 3000));
	// A pace of at most one purchase a day on average, so that histories stay short.
	const r = draw.scale(0.01, 10);
	const truth = [r, r * draw.scale(5, 3000), draw.scale(0.01, 30), model === 'paretoNbd' ? draw.scale(1, 3000) : draw.scale(0.01, 30)];
	const days = drawnDays(seed, model, truth, times(count, () => draw.whole(0, day)), day + 100);
	return { name: `${count} drawn by ${model}, ${truth.map((each) => each.toPrecision(3)).join(' ')}, log of ${day} days`, days, day, horizon: horizons[draw.whole(0, horizons.length - 1)] };
}

export const oddPopulations: readonly Population[] = [...byHand.map((population, i) => ({ ...population, horizon: horizons[(i + 2) % horizons.length] })), ...times(200 - byHand.length, (i) => drawn(1000 + i))];
