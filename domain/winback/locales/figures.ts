/** How figures of money, chances and time are written for people; rounding never says more than is known. */
import type { Forms, Words } from '../../locales/words';
import { ifKnown } from '../../locales/words';
import { DAYS_PER_MONTH, DAYS_PER_YEAR } from '../../time';

/** What is too small or too large to be written in the digits that are shown: `under 0.1%`. */
export interface FigureWords {
	under(text: string): string;
	over(text: string): string;
	/** `in 40 days`, `in 8 months`, `in 5 years`. */
	readonly days: Forms;
	readonly months: Forms;
	readonly years: Forms;
}

export interface Figures {
	/** `14.20 EUR`, `120` where no currency is named; a gain below half a cent is `under 0.01 EUR`. */
	amount(value: number, currency: string | null): string;
	/** A share in whole percent, with a decimal below 1 % and above 99 %, so that only nobody is 0 % and only everybody 100 %. */
	share(value: number): string;
	/** Two shares side by side: with a decimal where they would look the same and are not. */
	shares(value: number, other: number): readonly [string, string];
	/** Days, from two months on in months of 365 / 12 days, from two years on in years; whole numbers. */
	age(days: number): string;
	/** A number with one decimal; what is above 0 is never written as 0. */
	tenths(value: number, forms: Forms): string;
}

const CENTS = 100;
const [LEAST_CENT, LEAST_TENTH, MOST_TENTH] = [0.01, 0.1, 99.9];
/** A unit of time is used from two of it on. */
const LEAST_UNITS = 2;

const cents = (value: number): number => Math.round(value * CENTS);

/** Whether money is below 0 as it is written. */
export const isLoss = (value: number): boolean => cents(value) < 0;

export function figuresOf({ counted, money, percent, foreign }: Words, { under, over, days, months, years }: FigureWords): Figures {
	function amount(value: number, currency: string | null): string {
		const text = cents(value) === 0 && value > 0 ? under(money(LEAST_CENT)) : money(value);
		return text + ifKnown(currency, (code) => ` ${foreign(code)}`);
	}
	const isNear = (percentage: number): boolean => percentage < 1 || (percentage > 99 && percentage < 100);
	function inTenths(percentage: number): string {
		if (percentage > 0 && percentage < LEAST_TENTH / 2) return under(percent(LEAST_TENTH));
		if (percentage < 100 && percentage >= MOST_TENTH + LEAST_TENTH / 2) return over(percent(MOST_TENTH));
		return percent(percentage);
	}
	const share = (value: number): string => (isNear(value * 100) ? inTenths(value * 100) : percent(Math.round(value * 100)));
	function shares(value: number, other: number): readonly [string, string] {
		const [first, second] = [share(value), share(other)];
		return first === second && value !== other ? [inTenths(value * 100), inTenths(other * 100)] : [first, second];
	}
	function age(count: number): string {
		if (count >= LEAST_UNITS * DAYS_PER_YEAR) return counted(Math.round(count / DAYS_PER_YEAR), years);
		if (count >= LEAST_UNITS * DAYS_PER_MONTH) return counted(Math.round(count / DAYS_PER_MONTH), months);
		return counted(count, days);
	}
	function tenths(value: number, forms: Forms): string {
		return value > 0 && value < LEAST_TENTH / 2 ? under(counted(LEAST_TENTH, forms)) : counted(value, forms);
	}
	return { amount, share, shares, age, tenths };
}
