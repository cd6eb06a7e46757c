/**
 * The slow twin of `domain/survival/silences.ts`: for each window, each customer and each visit, straight from the
 * words of DOMAIN C14. It shares no code with the domain and is too slow for anything but tests.
 */
export interface SlowVisit {
	readonly customer: string;
	readonly day: number;
}

export interface SlowSilence {
	readonly silent: number;
	readonly back: number;
}

export function slowSilence(visits: readonly SlowVisit[], window: number, returnDays: number, lastDay: number): SlowSilence {
	let silent = 0;
	let back = 0;
	for (const customer of new Set(visits.map((visit) => visit.customer))) {
		const days = visits.filter((visit) => visit.customer === customer).map(({ day }) => day).sort((one, other) => one - other);
		const hasVisitIn = (after: number, upTo: number) => days.some((day) => day > after && day <= upTo);
		const start = days.find((day) => !hasVisitIn(day, day + window) && day + window + returnDays <= lastDay);
		if (start === undefined) continue;
		silent++;
		if (hasVisitIn(start + window, start + window + returnDays)) back++;
	}
	return { silent, back };
}
