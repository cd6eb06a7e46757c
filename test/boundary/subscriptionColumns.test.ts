import type { SubscriptionColumnRole } from '../../boundary/subscriptionColumns';
import { findSubscriptionColumn } from '../../boundary/subscriptionColumns';
import { tableOfRows } from '../support/reading';

const found = (role: SubscriptionColumnRole, ...columns: string[]) => findSubscriptionColumn(tableOfRows(Object.fromEntries(columns.map((column) => [column, 1]))), role);

describe.each<readonly [SubscriptionColumnRole, readonly string[]]>([
	['start', ['start_date', 'Started', 'Started On', 'subscription start', 'customer since', 'Дата початку', 'Підключено', 'Дата подключения', 'Начало', 'تاریخ شروع', 'شروع']],
	['end', ['end_date', 'Ended', 'canceled_at', 'Cancelled At', 'churn date', 'Expires', 'Дата завершення', 'Кінець', 'Дата отключения', 'Конец', 'تاریخ پایان', 'پایان']],
	['trialEnd', ['trial_end', 'Trial Ends At', 'Кінець пробного', 'Конец пробного', 'پایان آزمایشی']],
	['interval', ['interval', 'Billing', 'billing_period', 'Періодичність оплати', 'Период оплаты', 'دوره پرداخت']],
	['plan', ['plan', 'plan_name', 'Tariff', 'Тариф', 'План', 'طرح', 'پلن']],
	['reason', ['reason', 'cancellation_reason', 'Why they left', 'Churn reason', 'Reason for cancellation', 'Причина відходу', 'Причина ухода', 'علت لغو', 'دلیل']],
	['status', ['status', 'State', 'Статус', 'Состояние', 'وضعیت']],
	['pausedFrom', ['paused_at', 'Paused On', 'pause start']],
	['pausedUntil', ['resumed_at', 'Resumes On', 'pause end']],
	['subscription', ['subscription_id', 'Contract No', 'Номер договору', 'Номер договора']],
	['seats', ['seats', 'Licenses', 'users', 'Місця', 'Лицензии']],
	['clearEnd', ['ended_at', 'Cancelled On', 'churn date']],
	['cancellation', ['canceled_at', 'Cancelled On', 'Cancellation Date', 'Cancel requested at', 'Notice Date', 'Дата скасування', 'Дата заяви на скасування', 'Дата отмены', 'Дата запроса на отмену', 'تاریخ لغو', 'تاریخ درخواست لغو']],
	['renewal', ['expires_at', 'Valid Until', 'действует до']],
	['created', ['created', 'created_at', 'Створено', 'تاریخ ایجاد']],
	['event', ['event', 'Event Type', 'Событие']],
	['purchase', ['order_date', 'Quantity', 'Last Purchase']],
	['monthlyAmount', ['mrr', 'MRR', 'monthly fee', 'amount per month', 'На місяць', 'В месяц', 'ماهانه']],
	['yearlyAmount', ['arr', 'annual price', 'На рік', 'В год', 'سالانه']],
])('the column of the %s', (role, names) => {
	it.each(names)('is called %s', (name) => expect(found(role, 'customer', name)).toBe(name));
	it('is none where no column is called so', () => expect(found(role, 'customer', 'notes')).toBeNull());
});

describe('names that mean something else', () => {
	it.each([
		['end', 'trial_end'],
		['start', 'created_at'],
		['start', 'order_date'],
		['subscription', 'id'],
		['status', 'order status'],
		['end', 'current_period_end'],
		['end', 'notice_date'],
		['cancellation', 'end_date'],
		['cancellation', 'cancellation_reason'],
	] as const)('no %s is read off %s', (role, name) => expect(found(role, name)).toBeNull());
});

it('the more telling of two names wins, whatever the order of columns', () => {
	expect([found('end', 'expires_at', 'ended_at'), found('end', 'ended_at', 'expires_at')]).toEqual(['ended_at', 'ended_at']);
});

it('of two names that are the same but for case the first in the alphabet wins', () => {
	expect([found('plan', 'plan', 'Plan'), found('plan', 'Plan', 'plan')]).toEqual(['Plan', 'Plan']);
});
