/** One row of the table, block by block. */
import { EVERYBODY } from '../churn/question';
import { AMOUNT_SCALE } from '../ledger/history';
import type { NullReason } from '../problems';
import type { Block } from '../rowBlocks';
import { comparisonIn, money, reasonIn, reasonsInWords, share } from '../rowBlocks';
import type { Period } from '../time';
import { isoDate } from '../time';
import { lifetimeValue } from '../survival/lifetimeValue';
import type { RevenueQuestion } from './question';
import type { RevenueCell, RevenueCells } from './revenueCells';
import { changeOfGross, grossAgainstRest } from './revenueCells';
import { isExact } from './revenueMovements';
import type { RevenueIntervals } from './revenueRates';
import { revenueIntervals, revenueRates } from './revenueRates';
import type { RevenueRow } from './revenueRowFields';
import { revenueSummary } from './revenueSummary';

/** What a row is made from. */
export interface RevenueRowParts {
	readonly cell: RevenueCell;
	readonly cells: RevenueCells;
	readonly earlier: RevenueCells | null;
	readonly currency: string | null;
}

const inUnits = (amount: number): number | null => (Number.isSafeInteger(amount) ? money(amount / AMOUNT_SCALE) : null);

function amountsBlock({ movements }: RevenueCell) {
	return {
		fields: {
			mrrAtStart: inUnits(movements.startMrr),
			newMrr: inUnits(movements.newMrr),
			expansionMrr: inUnits(movements.expansionMrr),
			contractionMrr: inUnits(movements.contractionMrr),
			churnedMrr: inUnits(movements.churnedMrr),
			reactivationMrr: inUnits(movements.reactivationMrr),
			mrrAtEnd: inUnits(movements.endMrr),
		},
		reasons: { amounts: isExact(movements) ? null : 'amountTooLarge' },
	} satisfies Block<object>;
}

/** The intervals as the row names them; a row without any has them all null. */
function limitsOf(intervals: RevenueIntervals | null) {
	const { gross, net, netRetention } = intervals ?? {};
	return {
		grossLow: share(gross?.low),
		grossHigh: share(gross?.high),
		netLow: share(net?.low),
		netHigh: share(net?.high),
		netRetentionLow: share(netRetention?.low),
		netRetentionHigh: share(netRetention?.high),
	};
}

function ratesBlock({ movements, reason }: RevenueCell) {
	const rates = reason ? null : revenueRates(movements);
	const intervals = reason ?? revenueIntervals(movements);
	const isMissing = typeof intervals === 'string';
	const { grossLow, grossHigh, netLow, netHigh, netRetentionLow, netRetentionHigh } = limitsOf(isMissing ? null : intervals);
	return {
		fields: {
			grossChurnRate: share(rates?.gross.value),
			grossLow,
			grossHigh,
			netChurnRate: share(rates?.net.value),
			netLow,
			netHigh,
			grossRetention: share(rates?.grossRetention.value),
			netRetention: share(rates?.netRetention.value),
			netRetentionLow,
			netRetentionHigh,
			quickRatio: share(rates?.quickRatio.value),
		},
		reasons: { interval: rates && isMissing ? intervals : null, quickRatio: rates?.quickRatio.reason ?? null },
	} satisfies Block<object>;
}

/** What one customer of the start brings a month, in whole units, or why that cannot be told. */
function averageMrr({ movements: { startMrr, customersAtStart } }: RevenueCell): number | NullReason {
	if (!Number.isSafeInteger(startMrr)) return 'amountTooLarge';
	return customersAtStart === 0 ? 'noRevenueAtStart' : startMrr / AMOUNT_SCALE / customersAtStart;
}

function customersBlock(cell: RevenueCell) {
	const { customersAtStart, customersAtEnd, churnedCustomers } = cell.movements;
	const average = averageMrr(cell);
	return {
		fields: { customersAtStart, customersAtEnd, churnedCustomers, averageMrr: typeof average === 'string' ? null : money(average) },
		reasons: { averageMrr: typeof average === 'string' && average !== cell.reason ? average : null },
	} satisfies Block<object>;
}

function changeBlock({ cell, earlier }: RevenueRowParts) {
	const change = changeOfGross(cell, earlier);
	const { difference, low, high, verdict } = comparisonIn(change);
	return {
		fields: { change: share(difference), changeLow: share(low), changeHigh: share(high), verdict: verdict ?? null },
		reasons: { change: cell.reason ? null : reasonIn(change) },
	} satisfies Block<object>;
}

function groupBlock({ cell, cells }: RevenueRowParts) {
	const rest = grossAgainstRest(cell, cells);
	const { difference, low, high, verdict } = comparisonIn(rest);
	return {
		fields: { againstRest: share(difference), againstRestLow: share(low), againstRestHigh: share(high), restVerdict: verdict ?? null },
		reasons: { againstRest: cell.reason || cell.group === EVERYBODY ? null : reasonIn(rest) },
	} satisfies Block<object>;
}

/** The life of a customer times what one brings. DOMAIN C12. */
function lifetimeBlock({ monthsPerPeriod, horizonMonths, grossMargin }: RevenueQuestion, cell: RevenueCell) {
	const average = averageMrr(cell);
	const { lost, atStart } = cell.pooled;
	const marginPerPeriod = typeof average === 'string' ? 0 : average * grossMargin * monthsPerPeriod;
	const worth = lifetimeValue({ lost: [lost], atStart: [atStart], marginPerPeriod, horizonPeriods: horizonMonths / monthsPerPeriod });
	const known = cell.reason === null && worth.value !== null ? worth : null;
	const whyNot = typeof average === 'string' ? average : worth.reason;
	return {
		fields: {
			lifetimeValue: money(known?.value),
			lifetimeValueLow: money(known?.low),
			lifetimeValueHigh: money(known?.high),
			lifetimeValueMonths: share(known && known.periods * monthsPerPeriod),
		},
		reasons: { lifetimeValue: cell.reason === null && known === null ? whyNot : null },
	} satisfies Block<object>;
}

const readingOf = ({ asOf, timeZone }: RevenueQuestion, { start, end }: Period) => ({
	start: isoDate(start),
	end: isoDate(end),
	isComplete: end <= asOf,
	asOf: isoDate(asOf),
	timeZone,
});

export function revenueRow(question: RevenueQuestion, parts: RevenueRowParts): RevenueRow {
	const { cell, cells, earlier, currency } = parts;
	const { grouping } = question;
	const amounts = amountsBlock(cell);
	const rates = ratesBlock(cell);
	const customers = customersBlock(cell);
	const change = changeBlock(parts);
	const groups = grouping ? [groupBlock(parts)] : [];
	const lifetime = lifetimeBlock(question, cell);
	const row = {
		period: cells.period.label,
		...(grouping ? { group: cell.group === EVERYBODY ? null : grouping.names[cell.group] } : {}),
		currency,
		...rates.fields,
		...amounts.fields,
		...customers.fields,
		...change.fields,
		...groups[0]?.fields,
		...lifetime.fields,
		reason: cell.reason,
		reasons: reasonsInWords([amounts, rates, customers, change, ...groups, lifetime]),
		...readingOf(question, cells.period),
	};
	return { ...row, summary: revenueSummary(row, earlier?.period.label ?? null) };
}
