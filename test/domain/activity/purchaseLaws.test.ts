/** Purchases against a slow twin, and one customer with all of them. */
import fc from 'fast-check';
import type { PurchaseView } from '../../../domain/activity/purchases';
import { purchaseFields, purchaseHistoryFields, purchaseViews } from '../../../domain/activity/purchases';
import type { PurchaseColumns } from '../../../domain/activity/streamColumns';
import { AMOUNT_SCALE } from '../../../domain/ledger/history';
import type { StreamUnderTest } from '../../support/activity';
import { anyCustomer, anyMoment, DAY, describeLaws, describeOneWithAll } from '../../support/activity';
import type { Purchase } from '../../support/purchases';
import { columnsOf, currencies } from '../../support/purchases';
import { dayOfMoment, distinct, inRecent, inUsual, slowDays, slowGaps, slowRate, slowWindows } from '../../support/slowActivity';

/** Of the values that purchases have, that with most different things; then that which brought more, then the alphabet. */
function slowTop(left: readonly Purchase[], valueOf: (row: Purchase) => string, thingOf: (row: Purchase) => number | string, netOf: (rows: readonly Purchase[]) => number): string | null {
	const bought = left.filter(({ amount }) => amount >= 0);
	const ranked = distinct(bought.map(valueOf).filter((value) => value !== '')).map((value) => ({
		value,
		things: distinct(bought.filter((row) => valueOf(row) === value).map(thingOf)).length,
		net: netOf(left.filter((row) => valueOf(row) === value)),
	}));
	return ranked.sort((one, other) => other.things - one.things || other.net - one.net || (one.value < other.value ? -1 : 1)).at(0)?.value ?? null;
}

/** What is left of rows: those that cancel out are gone but for what was paid back beyond a purchase. */
function slowNetting(rows: readonly Purchase[]) {
	const { history, reversal } = columnsOf(rows, 3);
	const eventOf = new Map([...history.row].map((row, event) => [row, event]));
	const told = rows.map((row, index) => ({ row: { ...row, order: row.order || `row ${index}` }, reversal: reversal?.[eventOf.get(index)!] ?? 0, worth: history.amount![eventOf.get(index)!] / AMOUNT_SCALE }));
	const left = told.filter((each) => !each.row.isCancelled && (each.reversal === 0 || each.worth < 0)).map((each) => ({ ...each.row, amount: each.worth, cost: each.reversal === 0 ? each.row.cost : 0 }));
	const bought = distinct(left.filter(({ amount }) => amount >= 0).map(({ order }) => order));
	const gone = distinct(told.filter((each) => each.row.isCancelled || each.reversal === 1).map(({ row }) => row.order)).filter((order) => !bought.includes(order));
	return { left, bought, gone };
}

const purchases: StreamUnderTest<Purchase, PurchaseColumns, PurchaseView> = {
	fields: { ...purchaseFields, historyNet: purchaseHistoryFields.historyNet },
	views: purchaseViews,
	columnsOf,
	anyRow: fc
		.record({
			customer: anyCustomer,
			at: anyMoment,
			amount: fc.constantFrom(5, 10, 20, -5, -10, 0.5),
			currency: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1),
			order: fc.constantFrom('', 'A', 'B', 'C', 'D'),
			isCancelled: fc.constantFrom(false, false, false, true),
			cost: fc.constantFrom(1, 2, 3, 3, 3, 3, 3, NaN),
			promotion: fc.constantFrom('yes', 'no', ''),
			instalments: fc.constantFrom('yes', 'no', ''),
			category: fc.constantFrom('Cups', 'Tea', ''),
			channel: fc.constantFrom('shop', 'web', ''),
		})
		.map((row) => ({ ...row, isCancelled: row.isCancelled && row.amount > 0 })),
	shifted: (row, days) => ({ ...row, at: row.at + days * DAY }),
	slow(rows, given, since) {
		const { left, bought, gone } = slowNetting(rows);
		const { asOf, recentDays, usualDays } = given;
		const purchasesLeft = left.filter(({ amount }) => amount >= 0);
		const days = distinct(purchasesLeft.map(({ at }) => dayOfMoment(at)));
		const isMixed = distinct(left.map(({ currency }) => currency)).length > 1;
		const sumOf = (summed: readonly Purchase[]) => summed.reduce((sum, { amount }) => sum + amount, 0);
		const told = (sum: number | null) => (isMixed ? null : sum);
		const netIn = (isCounted: (day: number) => boolean) => sumOf(left.filter(({ at }) => isCounted(dayOfMoment(at))));
		const gross = sumOf(purchasesLeft);
		const margin = left.reduce((sum, { amount, cost }) => sum + amount - cost, 0);
		const rounded = (sum: number | null) => (sum === null ? null : Math.round(sum * AMOUNT_SCALE) / AMOUNT_SCALE);
		const flagOrders = (flagOf: (row: Purchase) => string) => {
			const known = bought.filter((order) => purchasesLeft.some((row) => row.order === order && flagOf(row) !== ''));
			const yes = known.filter((order) => purchasesLeft.some((row) => row.order === order && flagOf(row) === 'yes'));
			return { known: known.length, share: known.length === 0 ? null : yes.length / known.length };
		};
		const promotion = flagOrders((row) => row.promotion);
		const instalments = flagOrders((row) => row.instalments);
		const comparable = (of: readonly Purchase[]) => (isMixed ? 0 : sumOf(of));
		return {
			purchaseDays: days.length,
			orders: bought.length,
			...slowDays(days, asOf),
			...slowGaps(days),
			repeats: days.length === 0 ? null : days.length - 1,
			recencyDays: days.length === 0 ? null : days[days.length - 1] - days[0],
			ageDays: days.length === 0 ? null : asOf - days[0],
			gross: told(gross),
			refunded: told(gross - sumOf(left)),
			net: told(sumOf(left)),
			margin: told(Number.isNaN(margin) ? null : margin),
			averageOrder: rounded(bought.length === 0 ? null : told(sumOf(left) / bought.length)),
			...slowWindows(days, given, since),
			recentNet: told(netIn(inRecent(given))),
			usualNet: told(netIn(inUsual(given))),
			recentNetPer30Days: rounded(told(slowRate(netIn(inRecent(given)), asOf - recentDays + 1, asOf, since))),
			usualNetPer30Days: rounded(told(slowRate(netIn(inUsual(given)), asOf - recentDays - usualDays + 1, asOf - recentDays, since))),
			promotionShare: promotion.share,
			promotionKnown: promotion.known,
			instalmentShare: instalments.share,
			instalmentsKnown: instalments.known,
			returnedShare: bought.length + gone.length === 0 ? null : gone.length / (bought.length + gone.length),
			topCategory: slowTop(left, ({ category }) => category, ({ at }) => dayOfMoment(at), comparable),
			categories: distinct(purchasesLeft.map(({ category }) => category).filter((category) => category !== '')).length,
			channel: slowTop(left, ({ channel }) => channel, ({ order }) => order, comparable),
			currency: left.length === 0 || isMixed ? null : currencies[left[0].currency],
			historyNet: isMixed ? null : days.map((day, place) => sumOf(left.filter(({ at }) => (place === 0 || dayOfMoment(at) >= day) && (place === days.length - 1 || dayOfMoment(at) < days[place + 1])))),
		};
	},
};

describe('what is said of purchases', () => {
	describeLaws(purchases);
	// 1,667 rows on each of the days 0 to 19 and 1,666 on each of 20 to 29; recent are 26 to 29, usual 16 to 25.
	describeOneWithAll(purchases, (index) => ({
		customer: 0, at: (index % 30) * DAY, amount: 10, currency: 0, order: `A${index}`, isCancelled: false, cost: 4, promotion: 'no', instalments: '', category: `c${index % 40}`, channel: 'web',
	}), { purchaseDays: 30, orders: 50_000, gross: 500_000, margin: 300_000, recent: 4, usual: 10, recentNet: 10 * 4 * 1_666, usualNet: 10 * (4 * 1_667 + 6 * 1_666), promotionShare: 0, promotionKnown: 50_000, instalmentShare: null, instalmentsKnown: 0, returnedShare: 0, categories: 40, channel: 'web' });
});
