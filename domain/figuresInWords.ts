/** Figures as a chat message writes them: 4.2 %, 1.3 points, 12,300. */
import type { Verdict } from './churn/change';

const percentFormat = new Intl.NumberFormat('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const pointFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const signedPointFormat = new Intl.NumberFormat('en-US', {
	maximumFractionDigits: 1,
	minimumFractionDigits: 1,
	signDisplay: 'exceptZero',
});
const countFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const moneyFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const percent = (share: number): string => percentFormat.format(share).replace('%', ' %');
/** Whole numbers below a thousand need no format, and are most of those in a million sentences. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000;

export const count = (value: number): string => (isPlain(value) ? String(value) : countFormat.format(value));
export const daysInWords = (days: number): string => `${count(days)} ${days === 1 ? 'day' : 'days'}`;
export const customersInWords = (customers: number): string => `${count(customers)} ${customers === 1 ? 'customer' : 'customers'}`;
/** How sentences call a customer: by name, where there is one. */
export const whoInWords = (id: string | number, name: unknown): string => (typeof name === 'string' && name.trim() !== '' ? name : String(id));

export function wholeMoney(amount: number): string {
	const rounded = Math.round(amount);
	return isPlain(rounded) && amount >= 0 ? String(rounded) : moneyFormat.format(amount);
}
export const intervalInWords = (low: number, high: number): string => `95 % interval ${percent(low)} to ${percent(high)}`;

const NO_BREAK_SPACE = '\u00a0';

/**
 * The same sentence with its intervals and percentages in one piece
 *
 * A figure and its sign belong on one line; and n8n's table makes a column of text as narrow as its longest
 * piece that cannot be broken, so that a sentence without any stands in it like a column of single words.
 */
export const keptTogether = (sentence: string): string =>
	sentence
		.replace(/95 % interval [-\d.,]+(?: %)? to [-\d.,]+(?: %| days)?/g, (interval) => interval.replaceAll(' ', NO_BREAK_SPACE))
		.replace(/(?<=\d) %/g, `${NO_BREAK_SPACE}%`);

const changeWords = {
	up: (from: string, change: number) => `up ${pointFormat.format(change * 100)} points from ${from}`,
	down: (from: string, change: number) => `down ${pointFormat.format(-change * 100)} points from ${from}`,
	inconclusive: (from: string, change: number) => `no clear change from ${from} (${signedPointFormat.format(change * 100)} points)`,
} as const satisfies Record<Verdict, unknown>;

/** By how many points a rate is up or down, and from which period. */
export const changeInWords = (verdict: Verdict, change: number, from: string): string => changeWords[verdict](from, change);

/** What a row says of its group against the rest, where that can be told from chance. */
export function restInWords(restVerdict: unknown): string[] {
	if (restVerdict === 'up') return ['More than among all other customers.'];
	return restVerdict === 'down' ? ['Less than among all other customers.'] : [];
}
