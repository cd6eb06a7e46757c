import { faultOfInterval, intervalBetween, monthsInPlanName, monthsOfInterval } from '../../boundary/billingIntervals';
import { dayOf } from '../support/ledger';

/** A month has 365/12 days. */
const DAYS_PER_MONTH = 365 / 12;

describe('monthsOfInterval: for how many months is a price?', () => {
	it.each([
		['month', 1], ['monthly', 1], ['Monthly', 1], ['per month', 1], ['every month', 1], ['mo', 1], ['1 month', 1], ['m', 1],
		['every 3 months', 3], ['3 months', 3], ['3m', 3], ['P3M', 3], ['quarterly', 3], ['quarter', 3], ['q', 3], ['bimonthly', 2], ['bi-monthly', 2], ['every other month', 2],
		['semi-annual', 6], ['half-yearly', 6], ['half year', 6],
		['year', 12], ['yearly', 12], ['annual', 12], ['Annually', 12], ['per annum', 12], ['P1Y', 12], ['12 months', 12], ['2 years', 24], ['y', 12], ['1.5 years', 18],
	])('%s in English is %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each([
		['щомісяця', 1], ['місяць', 1], ['раз на місяць', 1], ['12 міс', 12], ['12 місяців', 12], ['щокварталу', 3], ['раз на квартал', 3], ['піврічно', 6], ['раз на півроку', 6], ['щороку', 12], ['раз на рік', 12], ['річна', 12], ['2 роки', 24],
	])('%s in Ukrainian is %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each([
		['ежемесячно', 1], ['помесячно', 1], ['месяц', 1], ['6 месяцев', 6], ['раз в квартал', 3], ['ежеквартально', 3], ['раз в полгода', 6], ['ежегодно', 12], ['раз в год', 12], ['3 года', 36],
	])('%s in Russian is %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each([['ماهانه', 1], ['ماهیانه', 1], ['هر ماه', 1], ['سه ماهه', 3], ['شش ماهه', 6], ['سالانه', 12], ['سالیانه', 12], ['۱۲ ماهه', 12], ['فصلی', 3]])('%s in Persian is %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each([
		['week', 7], ['weekly', 7], ['every 2 weeks', 14], ['biweekly', 14], ['every other week', 14], ['w', 7], ['P1W', 7], ['щотижня', 7], ['еженедельно', 7], ['هفتگی', 7],
		['day', 1], ['daily', 1], ['30 days', 30], ['90 days', 90], ['P30D', 30], ['щодня', 1], ['روزانه', 1],
	])('%s is %d days of months of 365/12', (text, days) => expect(monthsOfInterval(text)).toBeCloseTo(days / DAYS_PER_MONTH, 12));

	it.each([
		['monthly (30 days)', 1], ['Monthly, due on 15th', 1], ['12 payments, monthly', 1], ['2 seats, yearly', 12], ['щомісяця, до 15 числа', 1], ['ежемесячно, 15-го', 1], ['ماهانه ۳۰ روز', 1], ['3 monthly', 1], ['30 days (monthly)', 1],
	])('%s: a number that is not right before its unit counts something else: %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each([
		['3-month', 3], ['every three months', 3], ['two years', 24], ['three-year', 36], ['every other year', 24], ['раз на три місяці', 3], ['два года', 24], ['هر ۳ ماه', 3], ['هر دو ماه', 2], ['semi-monthly', 0.5],
	])('%s: a count right before the unit, in digits or as a word: %d', (text, months) => expect(monthsOfInterval(text)).toBe(months));

	it.each(['каждые 2 недели', 'every two weeks', 'هر دو هفته', '2 тижні'])('%s is 14 days', (text) => expect(monthsOfInterval(text)).toBeCloseTo(14 / DAYS_PER_MONTH, 12));

	it.each([[1, 1], [12, 12], ['12', 12], ['3.0', 3], ['۱۲', 12], [2, 2], [4, 4], ['6', 6], [24, 24], [36, 36]])('a bare number, %j, is of months', (cell, months) => expect(monthsOfInterval(cell)).toBe(months));

	it.each([7, 14, 28, 29, 30, 31, 90, 91, 92, 180, 184, 364, 365, 366, '30', '۳۰', '365.0'])('a bare %j may be of days or of months', (cell) =>
		expect([monthsOfInterval(cell), faultOfInterval(cell)]).toEqual([null, 'ambiguousInterval']),
	);

	it.each([5, 8, 10, 13, 27, 32, 60, 93, 185, 367, 2024, 0.5, 30.5, 0, '5', 'once', true])('%j is no interval', (cell) =>
		expect([monthsOfInterval(cell), faultOfInterval(cell)]).toEqual([null, 'unreadableInterval']),
	);

	it.each(['', 'when it suits', 'once', 'lifetime', 0, -1, '0', '-3', NaN, Infinity, null, undefined, true, {}, ['month'], 'p'])('%j is none', (cell) => expect(monthsOfInterval(cell)).toBeNull());
});

describe('monthsInPlanName: for how many months does a plan say that its price is?', () => {
	it.each([
		['pro annual', 12], ['basic monthly', 1], ['Gold Yearly', 12], ['Team (quarterly)', 3], ['Pro 6 months', 6], ['Basic / mo', 1], ['Basic /yr', 12], ['Weekly Box', 7 / DAYS_PER_MONTH],
		['Тижневий набір', 7 / DAYS_PER_MONTH], ['Річний тариф', 12], ['Годовой', 12], ['Месячный', 1], ['اشتراک سالانه', 12],
	])('%s: %d', (plan, months) => expect(monthsInPlanName(plan)).toBeCloseTo(months, 12));

	it.each(['Basic', 'Gold', 'Monarch', 'Mobile', 'Trial (14 days)', 'Yrsa', 'Рок-клуб', 'Летний', 'Годинник', 'Мессенджер', 'سالن', 'ماهواره', 'Team 5', '', null, 12])('%j says nothing', (plan) => expect(monthsInPlanName(plan)).toBeNull());

	it.each([
		['5 seats yearly', 12], ['Pro 2024 Annual', 12], ['Team 50 monthly', 1], ['Basic (10 users) monthly', 1], ['Team 50 month', 1], ['Pro 2024 year', 12], ['12 monthly', 1], ['Команда 50 щомісяця', 1], ['۵۰ ماهانه', 1],
	])('%s: a number that counts something else than the interval is none: %d', (plan, months) => expect(monthsInPlanName(plan)).toBe(months));

	it.each([
		['2-year', 24], ['Pro 6 months', 6], ['Basic 12mo', 12], ['3 months plan', 3], ['Pro 2024, 3 months', 3], ['Three-year plan', 36], ['Тариф 6 міс', 6], ['اشتراک ۶ ماهه', 6], ['Biweekly box', 14 / DAYS_PER_MONTH], ['4-week box', 28 / DAYS_PER_MONTH], ['50 week box', 7 / DAYS_PER_MONTH],
	])('%s: a count right before the unit, of a usual length: %d', (plan, months) => expect(monthsInPlanName(plan)).toBeCloseTo(months, 12));
});

describe('intervalBetween: how often is a price paid that is for these days?', () => {
	const between = (start: string, end: string) => intervalBetween(dayOf(start), dayOf(end));

	it.each([
		['2024-02-15', '2024-03-15', '1 months'],
		['2025-02-28', '2025-03-28', '1 months'],
		['2024-01-31', '2024-02-29', '1 months'],
		['2024-02-29', '2024-03-31', '1 months'],
		['2024-05-30', '2024-08-30', '3 months'],
		['2023-10-01', '2024-10-01', '12 months'],
		['2024-02-29', '2025-02-28', '12 months'],
		['2024-06-24', '2024-07-01', '7 days'],
		['2024-06-03', '2024-07-01', '28 days'],
		['2024-01-10', '2024-02-09', '30 days'],
		['2024-01-10', '2025-01-09', '365 days'],
		['2024-01-10', '2024-01-11', '1 days'],
	])('from %s up to %s: every %s', (start, end, interval) => expect(between(start, end)).toBe(interval));

	it.each([
		['2024-06-14', '2024-07-01'],
		['2024-01-10', '2024-02-20'],
		['2024-01-10', '2024-01-10'],
		['2024-01-10', '2024-01-09'],
	])('from %s up to %s is no interval', (start, end) => expect(between(start, end)).toBeNull());

	it('gives a text that monthsOfInterval reads; nothing for days that are not known', () => {
		expect(monthsOfInterval(between('2024-05-30', '2024-08-30'))).toBe(3);
		expect(monthsOfInterval(between('2024-06-24', '2024-07-01'))).toBeCloseTo(7 / DAYS_PER_MONTH, 12);
		expect([intervalBetween(NaN, 5), intervalBetween(5, NaN)]).toEqual([null, null]);
	});
});
