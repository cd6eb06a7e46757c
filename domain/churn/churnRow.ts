/** One row of the table, block by block. */
import type { NullReason } from '../problems';
import { DEFAULT_CONFIDENCE } from '../statistics/interval';
import type { Block } from '../rowBlocks';
import { comparisonIn, money, reasonIn, reasonsInWords, share } from '../rowBlocks';
import type { Period } from '../time';
import { isoDate } from '../time';
import type { Cell, PeriodCells } from './cells';
import { againstRest, changeOf, splitOfChange } from './cells';
import { moneyOf } from './cellMoney';
import { includingNew } from './definitions/includingNew';
import type { LeavingCounts } from './leaving';
import type { Movements } from './movements';
import { customerDays } from './movements';
import { windowField } from './customerBase';
import type { ChurnQuestion } from './question';
import { EVERYBODY } from './question';
import type { ChurnRow } from './rowFields';
import type { Spenders } from './spenders';
import { summaryOf } from './summary';
import { topFifth } from './topFifth';

/** What a row is made from. */
export interface RowParts {
	readonly cell: Cell;
	readonly cells: PeriodCells;
	readonly earlier: PeriodCells | null;
	readonly currency: string | null;
	/** Null where there are no amounts or the period has no rate. */
	readonly spenders: Spenders | null;
	/** Null where no row says why customers left. */
	readonly leaving: LeavingCounts | null;
}

const groupNameOf = ({ grouping }: ChurnQuestion, { group }: Cell) => (group === EVERYBODY ? null : grouping!.names[group]);

const countsOf = ({ customersAtStart, joined, returned, churned, customersAtEnd }: Movements) => ({
	customersAtStart,
	joined,
	returned,
	churned,
	customersAtEnd,
});

const readingOf = (question: ChurnQuestion, { start, end }: Period) => ({
	start: isoDate(start),
	end: isoDate(end),
	isComplete: end <= question.asOf,
	asOf: isoDate(question.asOf),
	...windowField(question),
	timeZone: question.timeZone,
});

function rateBlock({ definition }: ChurnQuestion, { rate, reason }: Cell) {
	const churnRate = reason ? null : rate.value.value;
	const interval = churnRate === null ? null : definition.interval(rate, DEFAULT_CONFIDENCE);
	return {
		fields: { churnRate: share(churnRate), low: share(interval?.low), high: share(interval?.high) },
		reasons: { interval: churnRate !== null && !interval ? 'noChurn' : null },
	} satisfies Block<object>;
}

/** What the rate was made of, and what it would be otherwise. */
function partsBlock({ definition, asOf }: ChurnQuestion, { rate, movements, reason }: Cell, { start, end }: Period) {
	const churnRate = reason ? null : rate.value.value;
	const isRated = churnRate !== null;
	const days = end - start;
	const yearly = isRated ? definition.perYear(churnRate, days) : null;
	return {
		fields: {
			numerator: isRated ? rate.numerator : null,
			denominator: isRated ? share(rate.denominator) : null,
			definition: definition.id,
			churnRateIncludingNew: isRated ? share(includingNew.compute(movements, days).value.value) : null,
			yearlyChurnRate: share(yearly),
			customerDays: end <= asOf ? customerDays(movements) : null,
		},
		reasons: { yearlyChurnRate: isRated && yearly === null ? 'notApplicable' : null },
	} satisfies Block<object>;
}

function changeBlock(question: ChurnQuestion, { cell, cells, earlier }: RowParts) {
	const change = changeOf(question, cell, cells, earlier);
	const { difference, low, high, verdict } = comparisonIn(change);
	return {
		fields: { change: share(difference), changeLow: share(low), changeHigh: share(high), verdict: verdict ?? null },
		reasons: { change: cell.reason ? null : reasonIn(change) },
	} satisfies Block<object>;
}

function groupBlock(question: ChurnQuestion, { cell, cells, earlier }: RowParts) {
	const split = splitOfChange(question, cell, cells, earlier);
	const rest = againstRest(question, cell, cells);
	const { difference, low, high, verdict } = comparisonIn(rest);
	return {
		fields: {
			changeFromRates: share(split?.fromRates),
			changeFromMix: share(split?.fromMix),
			againstRest: share(difference),
			againstRestLow: share(low),
			againstRestHigh: share(high),
			restVerdict: verdict ?? null,
		},
		reasons: { againstRest: cell.reason || cell.group === EVERYBODY ? null : reasonIn(rest) },
	} satisfies Block<object>;
}

function moneyBlock(question: ChurnQuestion, { cell, cells, currency, spenders }: RowParts) {
	const outcome = moneyOf(question, cells.period, cell, spenders);
	const { valuePerCustomer, losses } = 'losses' in outcome ? outcome : { valuePerCustomer: null, losses: null };
	return {
		fields: {
			currency,
			valuePerCustomer: money(valuePerCustomer),
			moneyLost: money(losses?.thisPeriod),
			moneyLostTwelveMonths: money(losses?.overTwelveMonths),
			twelveMonthShortfall: money(losses?.twelveMonthShortfall),
		},
		reasons: { moneyLost: 'reason' in outcome && outcome.reason !== cell.reason ? outcome.reason : null },
	} satisfies Block<object>;
}

function replacementCost({ costOfKeeping, replacementFactor }: ChurnQuestion, { cell }: RowParts): number | null {
	if (costOfKeeping === null || cell.reason) return null;
	return money(cell.movements.churnedAtEnd * costOfKeeping * replacementFactor);
}

function whyNoTopFifth({ spendIn }: ChurnQuestion, { movements: { customersAtStart } }: Cell): NullReason {
	if (!spendIn) return 'noAmounts';
	return customersAtStart < 5 ? 'tooFewCustomers' : 'noSpend';
}

function topFifthBlock(question: ChurnQuestion, { cell, spenders }: RowParts) {
	const top = spenders && topFifth(spenders);
	return {
		fields: {
			topFifthCustomers: top?.customers ?? null,
			topFifthShare: share(top?.shareOfSpend),
			topFifthChurned: share(top?.churned),
		},
		reasons: { topFifth: top !== null || cell.reason !== null ? null : whyNoTopFifth(question, cell) },
	} satisfies Block<object>;
}

export function churnRow(question: ChurnQuestion, parts: RowParts): ChurnRow {
	const { acceptableRate, grouping, costOfKeeping } = question;
	const { cell, cells, earlier } = parts;
	const rate = rateBlock(question, cell);
	const made = partsBlock(question, cell, cells.period);
	const change = changeBlock(question, parts);
	const groups = grouping ? [groupBlock(question, parts)] : [];
	const cost = moneyBlock(question, parts);
	const top = topFifthBlock(question, parts);
	const { churnRate } = rate.fields;
	const row = {
		period: cells.period.label,
		...(grouping ? { group: groupNameOf(question, cell) } : {}),
		...rate.fields,
		...countsOf(cell.movements),
		...change.fields,
		...groups[0]?.fields,
		aboveTarget: churnRate === null || acceptableRate === null ? null : churnRate > acceptableRate,
		// Within the columns that n8n's table shows; written once the row is known.
		summary: '',
		churnedAtEnd: cell.movements.churnedAtEnd,
		...parts.leaving,
		...cost.fields,
		...(costOfKeeping === null ? {} : { replacementCost: replacementCost(question, parts) }),
		...top.fields,
		...made.fields,
		reason: cell.reason,
		reasons: reasonsInWords([rate, made, change, ...groups, cost, top]),
		...readingOf(question, cells.period),
	};
	row.summary = summaryOf(row, earlier?.period.label ?? null, acceptableRate);
	return row;
}
