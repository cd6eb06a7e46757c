/** What the cells of a status, or the names of plans, say of a subscription, in English, Ukrainian, Russian and Persian. */
import { plainName } from '../columnNames';
import type { SubscriptionState } from './subscriptionSource';

const words = (...lines: readonly string[]) => new Set(lines.flatMap((line) => line.split(' ')).map((word) => plainName(word.replace(/_/g, ' '))));

/** A word each, `_` for a space. */
const STATE_WORDS: Readonly<Record<Exclude<SubscriptionState, 'runs'>, ReadonlySet<string>>> = {
	cancelled: words(
		'cancelled canceled cancel cancellation churn churned terminated ended left closed inactive unsubscribed expired lapsed deactivated disabled lost stopped non-renewed not_renewed',
		'скасовано скасована скасований скасування відписався пішов пішла завершено розірвано неактивний закрито відтік закінчився закінчилась припинено відключено втрачений',
		'отменено отменена отменен отмена отписался ушел ушла завершено расторгнут неактивен закрыто отток истек истекла прекращено отключен потерян',
		'لغو لغو_شده لغوشده کنسل کنسل_شده پایان_یافته خاتمه_یافته ریزش رفته غیرفعال منقضی منقضی_شده تمدید_نشده قطع_شده',
	),
	trial: words('trial trialing free_trial in_trial trial_period', 'пробний пробна пробний_період тріал тест', 'пробный пробная пробный_период триал', 'آزمایشی دوره_آزمایشی تست رایگان_آزمایشی'),
	paused: words('paused pause on_hold hold suspended frozen', 'пауза призупинено на_паузі заморожено', 'пауза приостановлено приостановлена на_паузе заморожено', 'توقف متوقف متوقف_شده معلق'),
	notStarted: words('incomplete incomplete_expired future pending draft not_started scheduled', 'очікує чернетка не_розпочато заплановано', 'ожидает черновик не_начато запланировано', 'در_انتظار پیش_نویس آینده'),
};

/** What says outright that a subscription runs. */
const RUNNING_WORDS = words(
	'active running live current subscribed ongoing open paying past_due overdue renewed new started signed_up signup upgraded downgraded yes true',
	'активний активна активно діє підписаний новий продовжено',
	'активен активна активный активно действует подписан новый продлен',
	'فعال جاری مشترک جدید تمدید_شده',
);

/** Words that end a subscription and nothing else; a product may be called "Left" and a shop "Closed". */
const CHURN_WORDS = words('cancelled canceled cancel cancellation churn churned unsubscribed', 'скасовано скасування відписався відтік', 'отменено отмена отписался отток', 'لغو لغو_شده لغوشده کنسل ریزش');

/** A plan such as "Trial (14 days)"; not "Industrial". */
const TRIAL_STEM = /(?<!\p{L})(?:trial|пробн|тріал|триал|آزمایش)/iu;

const states = Object.keys(STATE_WORDS) as Array<keyof typeof STATE_WORDS>;

/** The state a word says, `runs` for every other. */
export function stateNamed(cell: unknown): SubscriptionState {
	if (typeof cell !== 'string') return 'runs';
	const name = plainName(cell);
	return states.find((state) => STATE_WORDS[state].has(name)) ?? (TRIAL_STEM.test(cell) ? 'trial' : 'runs');
}

export const saysRunning = (cell: unknown): boolean => typeof cell === 'string' && RUNNING_WORDS.has(plainName(cell));
export const saysChurn = (cell: unknown): boolean => typeof cell === 'string' && CHURN_WORDS.has(plainName(cell));

/** A function of cells that remembers what it said of each. */
export function remembered<Answer>(answerTo: (cell: unknown) => Answer): (cell: unknown) => Answer {
	const known = new Map<unknown, Answer>();
	return (cell) => {
		let answer = known.get(cell);
		if (answer === undefined) {
			answer = answerTo(cell);
			known.set(cell, answer);
		}
		return answer;
	};
}
