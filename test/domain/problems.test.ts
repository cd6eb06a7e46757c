/** Every reason the churn table can give, with the sentence a user reads and a table that leads to it. */
import { measured, nullReasons, problemFaults, ratio, undefinedFigure } from '../../domain/problems';
import type { NullReason } from '../../domain/problems';
import { averageCustomers } from '../../domain/churn/definitions/averageCustomers';
import { dailySum } from '../../domain/churn/definitions/dailySum';
import { includingNew } from '../../domain/churn/definitions/includingNew';
import type { VisitSettings } from '../support/ledger';
import { churnOf, drawPurchases, rowOf } from '../support/ledger';

interface Scenario {
	readonly reason: NullReason;
	readonly sentence: string;
	/** Where in the row it stands: `reason`, or the figure in `reasons`. */
	readonly of: string;
	readonly purchases: string;
	readonly asOf?: string;
	readonly settings?: Partial<VisitSettings>;
	readonly group?: string;
	readonly currency?: string;
}

/** All about February 2024, with a window of 30 days. */
const scenarios: readonly Scenario[] = [
	{
		reason: 'leftEdge',
		sentence: 'The period begins before its losses can be seen: before the first row, or less than one churn window after it',
		of: 'reason',
		purchases: 'customer  on\nAda  2024-01-03',
	},
	{
		reason: 'periodUnfinished',
		sentence: 'The period is not over on the As Of day',
		of: 'reason',
		purchases: 'customer  on\nAda  2024-01-02',
		asOf: '2024-02-29',
	},
	{
		reason: 'noCustomersAtStart',
		sentence: 'There was no customer when the period began',
		of: 'reason',
		purchases: 'customer  on\nAda  2023-12-20',
	},
	{
		reason: 'noCustomers',
		sentence: 'There was no customer in the period',
		of: 'reason',
		purchases: 'customer  on\nAda  2023-12-20',
		settings: { definition: includingNew },
	},
	{
		reason: 'noChurn',
		sentence: 'Nobody left, so the figure cannot be told',
		of: 'interval',
		purchases: 'customer  on\nAda  2024-01-02\nAda  2024-01-30\nAda  2024-02-20',
		settings: { definition: dailySum },
	},
	{
		reason: 'noAmounts',
		sentence: 'There is no amount column',
		of: 'moneyLost',
		purchases: 'customer  on\nAda  2024-01-02',
	},
	{
		reason: 'noPreviousPeriod',
		sentence: 'The period before has no rate to compare with',
		of: 'change',
		purchases: 'customer  on\nAda  2024-01-02',
	},
	{
		reason: 'noRest',
		sentence: 'There are no customers outside this group to compare with',
		of: 'againstRest',
		purchases: 'customer  on  plan\nAda  2024-01-02  Pro',
		group: 'Pro',
	},
	{
		reason: 'noCustomersAtStartOrEnd',
		sentence: 'There was no customer when the period began and none when it ended',
		of: 'reason',
		purchases: 'customer  on\nAda  2023-01-02',
		settings: { definition: averageCustomers },
	},
	{
		reason: 'noSpend',
		sentence: 'What the customers brought is not above 0',
		of: 'moneyLost',
		purchases: 'customer  on  amount  what\nAda  2023-12-02  5  purchase\nAda  2024-01-10  1  purchase\nAda  2024-01-20  -9  refund',
	},
	{
		reason: 'twoCurrencies',
		sentence: 'A value without a currency cannot be told of several',
		of: 'moneyLost',
		purchases: 'customer  on  amount  currency\nAda  2023-12-02  5  EUR\nAda  2024-01-10  1  USD',
		settings: { valuePerCustomer: 10 },
		currency: 'EUR',
	},
	{
		reason: 'tooFewCustomers',
		sentence: 'There are too few customers to pick a fifth of',
		of: 'topFifth',
		purchases: 'customer  on  amount\nAda  2024-01-02  5',
	},
	{
		reason: 'amountTooLarge',
		sentence: 'The sum is too large to be exact',
		of: 'moneyLost',
		purchases: 'customer  on  amount\nAda  2024-01-02  600000000000\nAda  2024-01-03  600000000000',
	},
	{
		reason: 'notApplicable',
		sentence: 'The figure is not defined for this definition',
		of: 'yearlyChurnRate',
		purchases: 'customer  on\nAda  2024-01-02',
		settings: { definition: includingNew },
	},
];

/** Reasons that a table of purchases does not give: they have their tests in the folders of what gives them. */
const elsewhere: readonly NullReason[] = [
	'comesBackLater',
	'costUnknown',
	'fewerThan30Customers',
	'groupsNeverTogether',
	'logTooShort',
	'medianNotReached',
	'nobodyWatched',
	'noReasons',
	'noRows',
	'noSigns',
	'noSuchColumn',
	'noTexts',
	'mayNotContact',
	'noAddress',
	'nothingForecast',
	'notConnected',
	'notKnownThen',
	'nothingOpen',
	'priceNotFixed',
	'tenureUnknown',
	'tooFewEvents',
	'tooFewToScore',
	'tooNewForUsual',
	'noRevenueAtStart',
	'nothingLost',
	'notWatchedThatLong',
	'oneGroup',
	'overlappingPeriods',
	'shareNeverLow',
	'withinAllowedGap',
];

describe('why a figure is null', () => {
	it.each(scenarios.map((scenario) => [scenario.reason, scenario] as const))('%s has its sentence and a table that leads to it', (reason, scenario) => {
		expect(nullReasons[reason]).toBe(scenario.sentence);
		const visits = drawPurchases(scenario.purchases, scenario.asOf ?? '2024-04-01');
		const row = rowOf(churnOf(visits, scenario.settings), '2024-02', scenario.group ?? null, scenario.currency ?? null);
		if (scenario.of === 'reason') {
			expect(row.reason).toBe(reason);
			expect(row.churnRate).toBeNull();
			expect(row.summary).toMatch(/^2024-02(, \w+)?: no churn rate \(.+\)\. \d+ joined, \d+ left\.$/);
		} else {
			expect((row.reasons as string).split('; ')).toContain(`${scenario.of}: ${reason}`);
		}
	});

	it('has no other reason than these and those that have their tests elsewhere', () => {
		expect(Object.keys(nullReasons).sort()).toEqual([...scenarios.map(({ reason }) => reason), ...elsewhere].sort());
	});

	it('is a sentence without a full stop', () => {
		for (const sentence of Object.values(nullReasons)) expect(sentence).toMatch(/^[A-Z].*[^.]$/);
	});
});

describe('what is wrong with a row', () => {
	it('is a phrase that ends a sentence begun with row and column', () => {
		for (const phrase of Object.values(problemFaults)) expect(phrase).toMatch(/^[a-z].*[^.]$/);
	});
});

describe('ratio(numerator, denominator, reasonWhenZero)', () => {
	it('2 over 10 is .2', () => {
		expect(ratio(2, 10, 'noCustomers')).toEqual(measured(2 / 10));
	});

	it('0 over 10 is 0, which is measured', () => {
		expect(ratio(0, 10, 'noCustomers')).toEqual({ value: 0, reason: null });
	});

	it('anything over 0 is undefined with the reason given, never NaN or Infinity', () => {
		expect([ratio(0, 0, 'noCustomers'), ratio(3, 0, 'noCustomers')]).toEqual([undefinedFigure('noCustomers'), undefinedFigure('noCustomers')]);
	});
});
