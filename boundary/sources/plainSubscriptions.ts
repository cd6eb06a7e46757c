import type { AmountColumns } from '../columnNames';
import { findAmount, findColumn, findCustomer, plainName } from '../columnNames';
import type { Row, Table } from '../paths';
import { isBlank, readerOf } from '../paths';
import { findSubscriptionColumn } from '../subscriptionColumns';
import type { ChosenSubscriptionColumns, RoleColumn, SubscriptionLayout, SubscriptionSource, SubscriptionState } from './subscriptionSource';
import { columnAt } from './subscriptionSource';

const words = (...lines: readonly string[]) => lines.flatMap((line) => line.split(' ')).map((word) => plainName(word.replace(/_/g, ' ')));

/** What a status, or a plan's name, says of the row; a word each, `_` for a space. */
const STATE_WORDS: Readonly<Record<Exclude<SubscriptionState, 'runs'>, ReadonlySet<string>>> = {
	cancelled: new Set(
		words(
			'cancelled canceled cancel cancellation churn churned terminated ended left closed inactive unsubscribed',
			'скасовано скасована скасований скасування відписався пішов пішла завершено розірвано неактивний закрито відтік',
			'отменено отменена отменен отмена отписался ушел ушла завершено расторгнут неактивен закрыто отток',
			'لغو لغو_شده لغوشده کنسل کنسل_شده پایان_یافته خاتمه_یافته ریزش رفته غیرفعال',
		),
	),
	trial: new Set(words('trial trialing free_trial in_trial trial_period', 'пробний пробна пробний_період тріал тест', 'пробный пробная пробный_период триал', 'آزمایشی دوره_آزمایشی تست رایگان_آزمایشی')),
	paused: new Set(words('paused pause on_hold hold suspended frozen', 'пауза призупинено на_паузі заморожено', 'пауза приостановлено приостановлена на_паузе заморожено', 'توقف متوقف متوقف_شده معلق')),
	notStarted: new Set(words('incomplete incomplete_expired future pending draft not_started scheduled', 'очікує чернетка не_розпочато заплановано', 'ожидает черновик не_начато запланировано', 'در_انتظار پیش_نویس آینده')),
};

/** A plan such as "Trial (14 days)"; not "Industrial". */
const TRIAL_STEM = /(?<!\p{L})(?:trial|пробн|тріал|триал|آزمایش)/iu;

/** The state a word says, `runs` for every other. */
function stateNamed(cell: unknown): SubscriptionState {
	if (typeof cell !== 'string') return 'runs';
	const name = plainName(cell);
	return (Object.keys(STATE_WORDS) as Array<keyof typeof STATE_WORDS>).find((state) => STATE_WORDS[state].has(name)) ?? (TRIAL_STEM.test(cell) ? 'trial' : 'runs');
}

const cached = (): ((cell: unknown) => SubscriptionState) => {
	const known = new Map<unknown, SubscriptionState>();
	return (cell) => {
		let state = known.get(cell);
		if (state === undefined) {
			state = stateNamed(cell);
			known.set(cell, state);
		}
		return state;
	};
};

/** A trial is one by its status or by its plan's name. */
function stateReader(status: RoleColumn | undefined, plan: RoleColumn | undefined): (part: Row) => SubscriptionState {
	const stateOfCell = cached();
	return (part) => {
		const byStatus = status ? stateOfCell(status.read(part)) : 'runs';
		if (byStatus === 'notStarted' || byStatus === 'trial' || byStatus === 'paused') return byStatus;
		const byPlan = plan ? stateOfCell(plan.read(part)) : 'runs';
		return byPlan === 'runs' || byPlan === 'notStarted' ? byStatus : byPlan;
	};
}

/** Whether cancelling is a row of this table: no column of ends, and a plan that is called "churn" or the like. */
export function holdsChangesOfPlan(plan: RoleColumn | undefined, end: RoleColumn | undefined, table: Table): boolean {
	if (!plan || end) return false;
	const stateOfCell = cached();
	return !table.every((row) => stateOfCell(plan.read(row)) !== 'cancelled');
}

/** Where the price stands and for how many months it is. */
function findPrice(table: Table, chosen: string): { readonly amount: AmountColumns | null; readonly months: number | null } {
	if (chosen !== '') return { amount: { kind: 'total', column: chosen }, months: null };
	const monthly = findSubscriptionColumn(table, 'monthlyAmount');
	if (monthly !== null) return { amount: { kind: 'total', column: monthly }, months: 1 };
	const amount = findAmount(table);
	if (amount !== null) return { amount, months: null };
	const yearly = findSubscriptionColumn(table, 'yearlyAmount');
	return yearly === null ? { amount: null, months: null } : { amount: { kind: 'total', column: yearly }, months: 12 };
}

/** One row a subscription, or one a change of plan, in whatever columns people keep them. */
export const plainSubscriptions: SubscriptionSource = {
	id: 'plainSubscriptions',
	title: 'Plain Table of Subscriptions',
	description: 'A row a subscription with its start and end, or a row a change of plan where cancelling is a row too; columns are found by their usual names in English, Ukrainian, Russian and Persian',
	nouns: ['row', 'rows'],
	recognises(table) {
		const [start, end, plan, interval] = (['start', 'end', 'plan', 'interval'] as const).map((role) => findSubscriptionColumn(table, role));
		if (start !== null && end !== null) return true;
		if (plan !== null && end === null && holdsChangesOfPlan(columnAt(plan), undefined, table)) return true;
		// Purchases may carry a plan, and since when somebody is a customer; but they have a date of their own.
		return start !== null && (plan !== null || interval !== null) && findColumn(table, 'date') === null;
	},
	entriesOf: (json) => [{ row: json, part: json }],
	layoutOf(table, chosen): SubscriptionLayout | { readonly missing: 'customer' | 'start' } {
		const customer = chosen.customer ? { path: chosen.customer, kind: 'id' as const } : findCustomer(table);
		if (!customer) return { missing: 'customer' };
		const changesOn = findColumn(table, 'date');
		const start = chosen.start || findSubscriptionColumn(table, 'start') || changesOn;
		if (!start) return { missing: 'start' };
		const found = (role: keyof ChosenSubscriptionColumns & Parameters<typeof findSubscriptionColumn>[1]): RoleColumn | undefined => {
			const path = chosen[role] || findSubscriptionColumn(table, role);
			return path && path !== start ? columnAt(path) : undefined;
		};
		const only = (role: Parameters<typeof findSubscriptionColumn>[1]): RoleColumn | undefined => {
			const path = findSubscriptionColumn(table, role);
			return path === null ? undefined : columnAt(path);
		};
		const { amount, months } = findPrice(table, chosen.amount);
		const [plan, end, status] = [found('plan'), found('end'), found('status')];
		const currency = chosen.currency || findColumn(table, 'currency');
		return {
			columns: {
				customer: columnAt(customer.path),
				start: columnAt(start),
				end,
				trialEnd: found('trialEnd'),
				pausedFrom: only('pausedFrom'),
				pausedUntil: only('pausedUntil'),
				amount: amount === null ? undefined : columnAt(amount.kind === 'total' ? amount.column : amount.price),
				quantity: amount?.kind === 'quantityTimesPrice' ? columnAt(amount.quantity) : undefined,
				interval: found('interval'),
				currency: currency ? columnAt(currency) : undefined,
				plan,
				status,
				reason: found('reason'),
				subscription: only('subscription'),
			},
			customerKind: customer.kind,
			rowsAre: holdsChangesOfPlan(plan, end, table) ? 'changes' : 'subscriptions',
			amountIsFor: months === null ? 'interval' : { months },
			amountUnit: null,
			mayLackAmount: false,
			seenOn: [],
			stateOf: stateReader(status, plan),
		};
	},
	warningsOn(table) {
		const end = findSubscriptionColumn(table, 'end');
		const hasEnds = end !== null && !table.every((row) => isBlank(readerOf(end)(row)));
		const plan = findSubscriptionColumn(table, 'plan');
		const isChanges = holdsChangesOfPlan(plan === null ? undefined : columnAt(plan), end === null ? undefined : columnAt(end), table);
		return hasEnds || isChanges ? [] : ['No subscription has an end, so there is no churn to see: does the list leave out those that were cancelled?'];
	},
};
