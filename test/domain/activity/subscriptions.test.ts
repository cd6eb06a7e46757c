import fc from 'fast-check';
import { subscriptionExample } from '../../../domain/activity/examples/subscriptionExample';
import { streamItems } from '../../../domain/activity/streamItem';
import { subscriptionViews } from '../../../domain/activity/subscriptionView';
import { subscriptionFields } from '../../../domain/activity/subscriptions';
import { isoDate } from '../../../domain/time';
import { describeExample } from '../../support/activity';
import { law } from '../../support/law';
import { dayOf } from '../../support/ledger';
import type { DrawnTerm, Fields } from '../../support/subscriptionActivity';
import { asOf, columnsOfTerms, fieldsOf, nothingMore, toldOf } from '../../support/subscriptionActivity';

describe('the example', () => {
	const { columns, windows } = subscriptionExample;
	const view = subscriptionViews(columns, windows)(0);
	describeExample(subscriptionFields, view);
	it('is an item with the reasons of the fields that only who cancelled all or left has', () => {
		expect(streamItems(subscriptionFields, () => view)(0).reasons).toBe('cancelledOn: noRows; endedOn: noRows; reason: noRows; reasonKind: noRows');
	});
});

describe('status, since and endedOn', () => {
	const untilOf = (until: string) => {
		const { status, subscriptions, endedOn } = toldOf(`from  until\n01-10  ${until}`);
		return [status, subscriptions, endedOn];
	};

	it('are active and 1 without an end, and with one on 1 July; ended and 0 with an end on 30 June, As Of, or 29 June', () => {
		expect(['-', '07-01', '06-30', '06-29'].map(untilOf)).toEqual([['active', 1, null], ['active', 1, null], ['ended', 0, '2024-06-30'], ['ended', 0, '2024-06-29']]);
	});

	it('begin with a start on As Of, 30 June; one on 1 July is not known yet, and alone makes nobody subscribed', () => {
		const sinceOf = (from: string) => {
			const { status, since, subscriptions } = toldOf(`from  until\n${from}  -`);
			return [status, since, subscriptions];
		};
		expect([sinceOf('06-30'), sinceOf('07-01')]).toEqual([['active', '2024-06-30', 1], [null, null, 0]]);
	});

	it('go on where the next begins on the day the one before ends, 1 March; begin anew where it begins on 2 March', () => {
		const sinceOf = (next: string) => toldOf(`from  until\n01-10  03-01\n${next}  -`).since;
		expect([sinceOf('03-01'), sinceOf('03-02')]).toEqual(['2024-01-10', '2024-03-02']);
	});

	it('of two that overlap and have ended are the first start and the last end, and of an earlier spell nothing is told', () => {
		const { since, endedOn, status } = toldOf('from  until\n01-01  01-05\n02-01  05-20\n03-01  04-01');
		expect([status, since, endedOn]).toEqual(['ended', '2024-02-01', '2024-05-20']);
	});

	it('change of plan on As Of: the old one ended, the new one runs, and the spell goes on', () => {
		const { status, since, plan, subscriptions } = toldOf('plan  from  until\nBasic  01-10  06-30\nPro  06-30  -');
		expect([status, since, plan, subscriptions]).toEqual(['active', '2024-01-10', 'Pro', 1]);
	});

	it('are active before trial before paused, whatever the order', () => {
		const statusOf = (...kinds: string[]) => toldOf(`what  from  until\n${kinds.map((kind) => `${kind}  01-10  -`).join('\n')}`).status;
		expect([statusOf('trial', 'paid'), statusOf('paused', 'trial'), statusOf('paused'), statusOf('paused', 'paid')]).toEqual(['active', 'trial', 'paused', 'active']);
	});

	it('of nobody are null with noRows, and 0 subscriptions', () => {
		const told = toldOf('customer  from  until\n1  01-10  -', { customerCount: 2 });
		const { subscriptions, whyOf, ...rest } = told;
		expect([subscriptions, new Set(Object.values(rest)), whyOf('status'), whyOf('since'), whyOf('monthlyAmount'), whyOf('renewsOn')]).toEqual([0, new Set([null]), 'noRows', 'noRows', 'noRows', 'noRows']);
	});
});

describe('a trial', () => {
	it('that becomes paid on 29 June is over, on 30 June too, and on 1 July still runs and ends on that day', () => {
		const trialUntil = (date: string) => {
			const { status, onTrial, trialEndsOn } = toldOf(`what  from  until  trialEnds\ntrial  06-01  ${date}  ${date}\npaid  ${date}  -  ${date}`);
			return [status, onTrial, trialEndsOn];
		};
		expect(['06-29', '06-30', '07-01'].map(trialUntil)).toEqual([['active', false, null], ['active', false, null], ['trial', true, '2024-07-01']]);
	});

	it('beside what is paid for is no customer on trial, but ends all the same; of two the first end is told', () => {
		const { onTrial, trialEndsOn } = toldOf('what  from  until  trialEnds\npaid  01-10  -  -\ntrial  06-20  07-09  07-09\ntrial  06-20  07-04  07-04');
		expect([onTrial, trialEndsOn]).toEqual([false, '2024-07-04']);
	});

	it('to paid is no change of price, nor is a pause', () => {
		expect(toldOf('what  from  until  amount\ntrial  01-01  02-01  0\npaid  02-01  03-01  20\npaused  03-01  04-01  0\npaid  04-01  -  30')).toMatchObject({ since: '2024-01-01', monthlyAmount: 30, priceChangedOn: null, previousMonthlyAmount: null });
	});
});

describe('plan, monthlyAmount and currency of several that run', () => {
	const two = 'plan  from  until  amount  currency\nPro  01-10  -  30  EUR\nAdd-on  02-01  -  12.5  ';

	it('of 30 and 12.5 are 42.5, and the names in the order of the alphabet, each once', () => {
		expect(toldOf(`${two}EUR`)).toMatchObject({ monthlyAmount: 42.5, plan: 'Add-on + Pro', currency: 'EUR', subscriptions: 2 });
		expect(toldOf('plan  from  until\nPro  01-10  -\nPro  02-10  -').plan).toBe('Pro');
	});

	it('are null with twoCurrencies in euros and dollars; a trial of nothing in another currency does not matter', () => {
		const { monthlyAmount, currency, whyOf } = toldOf(`${two}USD`);
		expect([monthlyAmount, currency, whyOf('monthlyAmount'), whyOf('currency'), whyOf('priceChangedOn')]).toEqual([null, null, 'twoCurrencies', 'twoCurrencies', 'twoCurrencies']);
		expect(toldOf('what  from  until  amount  currency\npaid  01-10  -  30  EUR\ntrial  02-01  -  0  USD')).toMatchObject({ monthlyAmount: 30, currency: 'EUR' });
	});

	it('with one number are one subscription, whose amounts add up', () => {
		expect(toldOf('number  from  until  amount\nS-1  01-10  -  30\nS-1  01-10  -  10\nS-2  01-10  -  5')).toMatchObject({ subscriptions: 2, monthlyAmount: 45 });
	});

	it('leave a price by use out, and are null with priceNotFixed where there is no other; a free plan is 0', () => {
		const { monthlyAmount, whyOf } = toldOf('from  until  amount\n01-10  -  by use');
		expect([monthlyAmount, whyOf('monthlyAmount')]).toEqual([null, 'priceNotFixed']);
		expect([toldOf('from  until  amount\n01-10  -  by use\n01-10  -  20').monthlyAmount, toldOf('from  until  amount\n01-10  -  0').monthlyAmount]).toEqual([20, 0]);
	});

	it('are null once all have ended, and say why: noAmounts without amounts, noSuchColumn without plans or currencies', () => {
		expect(toldOf(two.replace(/ {2}-/g, '  06-30'))).toMatchObject({ plan: null, monthlyAmount: null, currency: null, status: 'ended' });
		const { whyOf } = toldOf('from  until\n01-10  -', { hasAmounts: false });
		expect((['monthlyAmount', 'priceChangedOn', 'previousMonthlyAmount', 'plan', 'currency'] as const).map(whyOf)).toEqual(['noAmounts', 'noAmounts', 'noAmounts', 'noSuchColumn', 'noSuchColumn']);
	});
});

describe('priceChangedOn and previousMonthlyAmount', () => {
	const changeOf = (table: string) => {
		const { priceChangedOn, previousMonthlyAmount } = toldOf(`from  until  amount\n${table}`);
		return [priceChangedOn, previousMonthlyAmount];
	};

	it('from 20 to 30 on 30 June, As Of, is told; on 1 July it is not known yet', () => {
		expect([changeOf('01-10  06-30  20\n06-30  -  30'), changeOf('01-10  07-01  20\n07-01  -  30')]).toEqual([['2024-06-30', 20], [null, null]]);
	});

	it('are of the last of several changes, and none where the plan changes at the same price', () => {
		expect(changeOf('01-10  03-01  20\n03-01  04-01  30\n04-01  -  25')).toEqual(['2024-04-01', 30]);
		expect(changeOf('01-10  03-01  20\n03-01  -  20')).toEqual([null, null]);
	});

	it('count a second subscription that begins, 20 to 25, and one that ends, 25 to 20', () => {
		expect([changeOf('01-10  -  20\n03-01  -  5'), changeOf('01-10  -  20\n03-01  05-01  5')]).toEqual([['2024-03-01', 20], ['2024-05-01', 25]]);
	});

	it('look at the last spell only, also at one that ended, whose end is no change', () => {
		expect(changeOf('01-10  02-01  20\n03-01  -  30')).toEqual([null, null]);
		expect(changeOf('01-10  02-01  20\n02-01  06-01  30')).toEqual(['2024-02-01', 20]);
	});
});

describe('previousPlan', () => {
	const previousOf = (table: string) => {
		const { previousPlan, whyOf } = toldOf(`plan  from  until  amount\n${table}`);
		return previousPlan ?? whyOf('previousPlan');
	};

	it('is Basic before Pro, and Pro where only its price rose', () => {
		expect([previousOf('Basic  01-10  03-01  20\nPro  03-01  -  30'), previousOf('Pro  01-10  03-01  20\nPro  03-01  -  30')]).toEqual(['Basic', 'Pro']);
	});

	it('is of the last change of price, not of a change of plan at one price after it', () => {
		expect(previousOf('Basic  01-10  03-01  20\nPro  03-01  04-01  30\nTeam  04-01  -  30')).toBe('Basic');
	});

	it('names all that ran on the day before, each once in the order of the alphabet; not what ended before or began on the day', () => {
		expect(previousOf('Seats  01-10  -  5\nBasic  01-10  03-01  20\nBasic  02-10  -  20\nAudit  01-10  02-29  5\nPro  03-01  -  30')).toBe('Basic + Seats');
	});

	it('is null with noRows where the price never changed, or that row names no plan; with noSuchColumn where no column does', () => {
		expect([previousOf('Basic  01-10  -  20'), previousOf('-  01-10  03-01  20\nPro  03-01  -  30'), previousOf('-  01-10  03-01  20\n-  03-01  -  30')]).toEqual(['noRows', 'noRows', 'noSuchColumn']);
	});

	it('is null with noAmounts where nobody says what is paid, and twoCurrencies where that is in two', () => {
		const table = 'plan  from  until  amount  currency\nBasic  01-10  03-01  20  EUR\nPro  03-01  -  30  USD';
		expect([toldOf(table).whyOf('previousPlan'), toldOf(table, { hasAmounts: false }).whyOf('previousPlan')]).toEqual(['twoCurrencies', 'noAmounts']);
	});
});

describe('cancelled and cancelledOn', () => {
	const of = (table: string, drawn?: Parameters<typeof toldOf>[1]) => {
		const { cancelled, cancelledOn } = toldOf(`from  until  cancelled  cancelledOn\n${table}`, drawn);
		return [cancelled, cancelledOn];
	};

	it('are true and 12 June of what ends in July, and only true where no row says when', () => {
		expect([of('01-10  07-31  yes  06-12'), of('01-10  07-31  yes  -')]).toEqual([[true, '2024-06-12'], [true, null]]);
	});

	it('are false and null of what goes on, and of two of which one was cancelled', () => {
		expect([of('01-10  -  no  -'), of('01-10  07-31  yes  06-12\n01-10  -  no  -')]).toEqual([[false, null], [false, null]]);
	});

	it('of two cancelled ones are true and the second day, 20 June', () => {
		expect(of('01-10  07-31  yes  06-20\n02-10  08-31  yes  06-12')).toEqual([true, '2024-06-20']);
	});

	it('are null where one of two does not say, but false where another says no', () => {
		expect([of('01-10  07-31  yes  06-20\n01-10  -  -  -'), of('01-10  07-31  -  -\n01-10  -  no  -')]).toEqual([[null, null], [false, null]]);
	});

	it('count a day on As Of, 30 June; one on 1 July is not told yet', () => {
		expect([of('01-10  07-31  yes  06-30'), of('01-10  07-31  yes  07-01')]).toEqual([[true, '2024-06-30'], [true, null]]);
	});

	it('look at what runs only: what was cancelled and ended on As Of says nothing of what goes on', () => {
		expect([of('01-10  06-30  yes  06-12\n06-30  -  no  -'), of('01-10  06-30  yes  06-12')]).toEqual([[false, null], [null, null]]);
	});

	it('are null with noRows of who left, with notKnownThen where rows were written later, with noSuchColumn where no column says it', () => {
		const whyOf = (table: string, drawn?: Parameters<typeof toldOf>[1]) => (['cancelled', 'cancelledOn'] as const).map(toldOf(`from  until  cancelled  cancelledOn\n${table}`, drawn).whyOf);
		expect(whyOf('01-10  06-30  yes  06-12', { knowsPlans: false })).toEqual(['noRows', 'noRows']);
		expect([of('01-10  07-31  yes  06-12', { knowsPlans: false }), whyOf('01-10  07-31  yes  06-12', { knowsPlans: false })]).toEqual([[null, null], ['notKnownThen', 'notKnownThen']]);
		expect([whyOf('01-10  -  -  -'), whyOf('01-10  -  no  -')]).toEqual([['noSuchColumn', 'noSuchColumn'], ['noRows', 'noSuchColumn']]);
	});
});

describe('renewsOn and endsOn', () => {
	const table = 'from  until  renews  ends\n01-10  -  07-10  12-31\n02-10  -  07-01  -\n03-10  -  06-29  06-29';

	it('are the earliest from As Of on, and null with notKnownThen where the rows were written later', () => {
		expect(toldOf(table)).toMatchObject({ renewsOn: '2024-07-01', endsOn: '2024-12-31' });
		const { renewsOn, endsOn, whyOf } = toldOf(table, { knowsPlans: false });
		expect([renewsOn, endsOn, whyOf('renewsOn'), whyOf('endsOn')]).toEqual([null, null, 'notKnownThen', 'notKnownThen']);
	});

	it('on As Of are told, the day before it they are not', () => {
		const planned = (date: string) => {
			const { renewsOn, endsOn, whyOf } = toldOf(`from  until  renews  ends\n01-10  -  ${date}  ${date}`);
			return [renewsOn, endsOn, whyOf('endsOn')];
		};
		expect([planned('06-30'), planned('06-29')]).toEqual([['2024-06-30', '2024-06-30', 'noRows'], [null, null, 'noRows']]);
	});

	it('of somebody who left are null with noRows, and without a column with noSuchColumn', () => {
		const left = toldOf(table.replaceAll('  -', '  05-01'), { knowsPlans: false });
		const without = toldOf('from  until\n01-10  -');
		expect([left.renewsOn, left.whyOf('renewsOn'), without.whyOf('renewsOn'), without.whyOf('endsOn'), without.whyOf('trialEndsOn')]).toEqual([null, 'noRows', 'noSuchColumn', 'noSuchColumn', 'noSuchColumn']);
	});
});

describe('reason and reasonKind', () => {
	it('are of what ended last; of several on that day the first in the alphabet', () => {
		const { reason, reasonKind } = toldOf('from  until  reason\n01-10  05-01  card expired\n01-10  06-01  price\n01-10  06-01  moved');
		expect([reason, reasonKind]).toEqual(['moved', 'voluntary']);
		expect(toldOf('from  until  reason\n01-10  05-01  card expired').reasonKind).toBe('involuntary');
	});

	it('of who is still here, and leaves on 1 July, are not told', () => {
		expect(toldOf('from  until  reason\n01-10  07-01  price')).toMatchObject({ reason: null, reasonKind: null });
	});

	it('are null and unknown where others name one, null with noSuchColumn where nobody does', () => {
		expect(toldOf('customer  from  until  reason\n0  01-10  05-01  -\n1  01-10  05-01  price', { customerCount: 2 })).toMatchObject({ reason: null, reasonKind: 'unknown' });
		const { reasonKind, whyOf } = toldOf('from  until\n01-10  05-01');
		expect([reasonKind, whyOf('reason'), whyOf('reasonKind')]).toEqual([null, 'noSuchColumn', 'noSuchColumn']);
	});
});

const CUSTOMERS = 3;
const kinds = ['paid', 'paid', 'trial', 'paused'] as const;

/** Terms of a few weeks before and behind As Of, so that many touch each other and its edges. */
const someTerm: fc.Arbitrary<DrawnTerm> = fc
	.record({ customer: fc.nat(CUSTOMERS - 1), start: fc.integer({ min: -25, max: 4 }), length: fc.option(fc.integer({ min: 1, max: 12 })), kind: fc.constantFrom(...kinds), amount: fc.constantFrom(0, 10, 20, 20.1), plan: fc.constantFrom('', 'Basic', 'Pro'), reason: fc.constantFrom('', 'price', 'card expired'), ahead: fc.integer({ min: -2, max: 9 }), cancelled: fc.constantFrom(true, true, false, null) })
	.map(({ customer, start, length, kind, amount, plan, reason, ahead, cancelled }) => ({
		...nothingMore,
		customer,
		start: asOf + start,
		end: length === null ? null : asOf + start + length,
		kind,
		amount: kind === 'paid' ? amount : 0,
		plan,
		reason,
		renews: asOf + ahead,
		ends: length === null ? NaN : asOf + start + length,
		trialEnds: kind === 'trial' ? asOf + ahead : NaN,
		cancelled,
		cancelledOn: cancelled && ahead < 5 ? asOf + ahead : NaN,
	}));
const someTerms = fc.array(someTerm, { maxLength: 9 });
const columnsOf = (terms: readonly DrawnTerm[], knowsPlans = true) => columnsOfTerms(terms, { customerCount: CUSTOMERS, knowsPlans });

const statusOf = (running: readonly DrawnTerm[]): string => {
	const kind = (['paid', 'trial', 'paused'] as const).find((each) => running.some((term) => term.kind === each));
	return kind === undefined ? 'ended' : kind.replace('paid', 'active');
};

/** The same by walking back over the days, one after the other. */
function byDays(terms: readonly DrawnTerm[]): Partial<Fields> {
	const runsOn = (date: number) => terms.filter(({ start, end }) => start <= date && start <= asOf && (end ?? Infinity) > date);
	const [running, earliest] = [runsOn(asOf), Math.min(...terms.map(({ start }) => start))];
	let last = asOf;
	while (last >= earliest && runsOn(last).length === 0) last--;
	if (last < earliest) return { status: null, since: null, endedOn: null, subscriptions: 0, monthlyAmount: null, priceChangedOn: null, previousMonthlyAmount: null, previousPlan: null, plan: null, cancelled: null, cancelledOn: null };
	let first = last;
	while (runsOn(first - 1).length > 0) first--;
	const hasOtherSum = (date: number) => sumOn(date) !== sumOn(date - 1) && sumOn(date) > 0 && sumOn(date - 1) > 0;
	const sumOn = (date: number) => runsOn(date).reduce((sum, { amount }) => sum + Math.round(amount! * 10), 0) / 10;
	let changed = last;
	while (changed > first && !hasOtherSum(changed)) changed--;
	const namesOf = (some: readonly DrawnTerm[]) => [...new Set(some.map(({ plan }) => plan))].filter((plan) => plan !== '').sort().join(' + ') || null;
	return {
		status: statusOf(running),
		since: isoDate(first),
		endedOn: running.length > 0 ? null : isoDate(last + 1),
		subscriptions: running.length,
		monthlyAmount: running.length > 0 ? sumOn(asOf) : null,
		priceChangedOn: changed > first ? isoDate(changed) : null,
		previousMonthlyAmount: changed > first ? sumOn(changed - 1) : null,
		previousPlan: changed > first ? namesOf(runsOn(changed - 1)) : null,
		plan: namesOf(running),
		...cancellationOf(running),
	};
}

/** One that is not cancelled decides, then one that does not say; else the last day up to As Of. */
function cancellationOf(running: readonly DrawnTerm[]): Partial<Fields> {
	if (running.length === 0 || running.some(({ cancelled }) => cancelled !== true)) return { cancelled: running.some(({ cancelled }) => cancelled === false) ? false : null, cancelledOn: null };
	const days = running.map(({ cancelledOn }) => cancelledOn).filter((day) => day <= asOf).sort((one, other) => other - one);
	return { cancelled: true, cancelledOn: days.length > 0 ? isoDate(days[0]) : null };
}

describe('for all subscriptions', () => {
	it('the fields are those of a walk over the days', () => {
		law(someTerms, fc.constant(null), (terms) => {
			const found = fieldsOf(columnsOf(terms));
			found.forEach((fields, customer) => expect(fields).toMatchObject(byDays(terms.filter((term) => term.customer === customer))));
		}, 600);
	});

	it('the order of the rows does not matter', () => {
		law(someTerms.chain((terms) => fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length }))), fc.constant(null), ([terms, shuffled]) => {
			expect(fieldsOf(columnsOf(shuffled))).toEqual(fieldsOf(columnsOf(terms)));
		});
	});

	it('shifted by days they say the same, with all days shifted', () => {
		law(someTerms, fc.integer({ min: -400, max: 400 }), (terms, days) => {
			const moved = terms.map((term) => ({ ...term, start: term.start + days, end: term.end === null ? null : term.end + days, renews: term.renews + days, ends: term.ends + days, cancelledOn: term.cancelledOn + days, trialEnds: term.trialEnds + days }));
			const isDate = /^\d{4}-\d\d-\d\d$/;
			const shifted = fieldsOf(columnsOf(terms)).map((fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' && isDate.test(value) ? isoDate(dayOf(value) + days) : value])));
			expect(fieldsOf(columnsOf(moved), asOf + days)).toEqual(shifted);
		});
	});

	it('a customer alone is the same as among others', () => {
		law(someTerms, fc.nat(CUSTOMERS - 1), (terms, customer) => {
			// Who alone names no reason or plan has none of the column either: one row of nobody else keeps it.
			const others = { ...nothingMore, customer: (customer + 1) % CUSTOMERS, start: asOf, end: null, amount: 5, reason: 'price', plan: 'Basic', renews: asOf, ends: asOf, trialEnds: asOf };
			const alone = terms.filter((term) => term.customer === customer);
			expect(fieldsOf(columnsOf([...alone, others]))[customer]).toEqual(fieldsOf(columnsOf([...terms, others]))[customer]);
		});
	});

	it('a row that starts after As Of changes nothing, and nor does when what runs ends later', () => {
		law(someTerms, fc.array(someTerm, { maxLength: 3 }), (terms, more) => {
			const later = more.map((term) => ({ ...term, start: term.start + 26, end: term.end === null ? null : term.end + 26 }));
			const prolonged = terms.map((term) => ({ ...term, end: term.end === null || term.end > asOf ? null : term.end }));
			const now = fieldsOf(columnsOf(terms));
			expect([fieldsOf(columnsOf([...terms, ...later])), fieldsOf(columnsOf(prolonged))].map((fields) => JSON.stringify(fields.map(withoutReasons)))).toEqual(Array(2).fill(JSON.stringify(now.map(withoutReasons))));
		});
	});

	it('where plans are not known only they are missing', () => {
		law(someTerms, fc.constant(null), (terms) => {
			const expected = fieldsOf(columnsOf(terms)).map((fields) => ({ ...fields, renewsOn: null, endsOn: null, cancelled: null, cancelledOn: null }));
			expect(fieldsOf(columnsOf(terms, false))).toEqual(expected);
		});
	});

	it('no text and no amount is of more digits than it was given with', () => {
		law(someTerms, fc.constant(null), (terms) => {
			for (const { monthlyAmount } of fieldsOf(columnsOf(terms))) expect(String(monthlyAmount ?? 0)).toMatch(/^\d+(\.\d)?$/);
		});
	});
});

/** Whether anybody names a reason decides between unknown and null: rows that are not known yet may be the first to. */
function withoutReasons({ reasonKind, ...fields }: Fields): Partial<Fields> {
	return { ...fields, reasonKind: reasonKind === 'unknown' ? null : reasonKind };
}
