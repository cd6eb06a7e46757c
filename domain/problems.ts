/**
 * The vocabulary of what can be wrong with a row, and of why a figure is null.
 *
 * A problem is data: a code and a place. `boundary/problemText.ts` turns it into sentences. A figure that
 * cannot be computed is null and names one of the reasons below; it is never 0, NaN or Infinity.
 */

/** What is wrong with a row or a column; each phrase ends the sentence `Row 4, column "x": …`. */
export const problemFaults = {
	ambiguousAmount: 'the amount can be read in two ways',
	ambiguousAmountUnit: 'the amounts may be whole units or cents',
	ambiguousInterval: 'the interval may be of days or of months',
	ambiguousOrderTotal: 'the amount may be of the row or of the whole order',
	ambiguousDate: 'the date can be read in two ways',
	amountTooLarge: 'the amount is too large to be added exactly',
	blankCustomer: 'no customer is named',
	cancelledWithoutEnd: 'is cancelled and has no end',
	columnNotRecognised: 'no column of a usual name was found',
	customerTwice: 'the customer has an item already',
	duplicateRow: 'repeats an earlier row in every column',
	endsBeforeItStarts: 'ends before it starts',
	invalidSetting: 'the setting cannot be used',
	missingColumn: 'there is no such column',
	negativePrice: 'the price is below 0',
	internalFault: 'something went wrong inside the node',
	noActivityItem: 'this is no item of Customer Activity that can be read',
	otherAsOf: 'the item tells of another day',
	otherHorizon: 'the item looks another number of days ahead',
	purchasesDisagree: 'the figures of the purchases do not agree',
	startsInFuture: 'the date lies in the future',
	tooManyGroups: 'has too many different values to group by',
	twoCurrencies: 'the row names two currencies',
	twoPlansAtOnce: 'two plans of one customer begin at the same moment',
	unknownLevel: 'there is no such level',
	unreadableAmount: 'the amount cannot be read',
	unreadableDate: 'the date cannot be read',
	unreadableNumber: 'the number cannot be read',
	unreadableInterval: 'how often the price is paid cannot be read',
} as const;

export type ProblemCode = keyof typeof problemFaults;

/** One thing that is wrong, and where. */
export interface Problem {
	readonly code: ProblemCode;
	/** Which input item, counted from 0; null when a whole column is meant. */
	readonly item: number | null;
	/** The column's path as the user writes it, such as `order_date` or `customer.id`; what it is for where none was found. */
	readonly column: string;
	readonly received: unknown;
	/** What would have been right, where more can be said than the code says. */
	readonly expected?: string;
	/** What puts it right, where the code's own remedy does not. */
	readonly remedy?: string;
	/** Which stream the row is of, where there are several inputs. */
	readonly stream?: { readonly title: string; readonly input: number };
}

/** Why a figure is null; each phrase is a sentence a user reads in the output. */
export const nullReasons = {
	leftEdge: 'The period begins before its losses can be seen: before the first row, or less than one churn window after it',
	periodUnfinished: 'The period is not over on the As Of day',
	withinAllowedGap: 'Who left in the period can still come back within the allowed gap, as if never gone',
	noCustomersAtStart: 'There was no customer when the period began',
	noCustomers: 'There was no customer in the period',
	noCustomersAtStartOrEnd: 'There was no customer when the period began and none when it ended',
	noRevenueAtStart: 'Nobody paid anything when the period began',
	noSpend: 'What the customers brought is not above 0',
	twoCurrencies: 'A value without a currency cannot be told of several',
	noChurn: 'Nobody left, so the figure cannot be told',
	nothingLost: 'Nothing was lost, so there is nothing to divide by',
	fewerThan30Customers: 'An interval of amounts needs 30 customers who paid when the period began',
	noAmounts: 'There is no amount column',
	noReasons: 'No row says why a customer left',
	noPreviousPeriod: 'The period before has no rate to compare with',
	overlappingPeriods: 'The two periods share days, so they are not two measurements',
	noRest: 'There are no customers outside this group to compare with',
	tooFewCustomers: 'There are too few customers to pick a fifth of',
	amountTooLarge: 'The sum is too large to be exact',
	notApplicable: 'The figure is not defined for this definition',
	medianNotReached: 'More than half of the customers are still here, so the median is not known yet',
	notWatchedThatLong: 'No customer has been watched for so many days',
	oneGroup: 'There are no two groups of customers to compare',
	groupsNeverTogether: 'The groups were never watched at the same age, so they cannot be compared',
	shareNeverLow: 'After no length of silence is the share who come back surely below the target',
	comesBackLater: 'Where the share who come back is below the target, after a longer silence it is above it again',
	logTooShort: 'Too few customers were silent and then watched for long enough',
	tenureUnknown: 'No dated row says since when the customer is one',
	tooNewForUsual: 'The customer came within the recent days, so nothing is usual yet',
	noRows: 'The stream has no such row of the customer',
	tooFewEvents: 'The customer has too few events for it',
	noSuchColumn: 'No column of the stream says it',
	costUnknown: 'The cost of one of the purchases is not known',
	priceNotFixed: 'The price is not fixed, as where it depends on use',
	nothingOpen: 'Nothing is open',
	notConnected: 'The stream that says it is not connected',
	noTexts: 'There are neither texts nor columns in which they could say it',
	noSigns: 'Nothing is known that a sign could be read from',
	tooFewToScore: 'There are fewer than 5 customers, so no fifths of them',
	nobodyWatched: 'Nobody has been a customer for a day yet',
	mayNotContact: 'The customer may not be contacted, so nothing is scored',
	nothingForecast: 'Nothing can be forecast of the customer',
	noAddress: 'No channel that is used has a valid address of the customer',
	notKnownThen: 'The rows say how it is today and not how it was on the As Of day',
} as const;

export type NullReason = keyof typeof nullReasons;

/** A figure that may be undefined, with the reason when it is. */
export type Figure =
	| { readonly value: number; readonly reason: null }
	| { readonly value: null; readonly reason: NullReason };

export const measured = (value: number): Figure => ({ value, reason: null });
export const undefinedFigure = (reason: NullReason): Figure => ({ value: null, reason });

/** Numerator over denominator, or null with the given reason where the denominator is 0. */
export const ratio = (numerator: number, denominator: number, reasonWhenZero: NullReason): Figure =>
	denominator === 0 ? undefinedFigure(reasonWhenZero) : measured(numerator / denominator);
