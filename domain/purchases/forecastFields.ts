/** What Customer Forecast says, field by field; docs and tests read it. DOMAIN W4, W6. */

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

export const FORECAST_VERSION = 1;

const NEVER_BOUGHT = 'the customer never bought, or the stream of purchases is not connected';
const NO_PURCHASE = `${NEVER_BOUGHT}, or nobody has been a customer for a day`;
const NO_AMOUNT = `${NO_PURCHASE}, or no amounts are known`;
const NO_MARGIN = `${NO_AMOUNT}; the rows do not say what was earned, and no "Margin (%)" is set`;
const NO_LIMITS = 'the same, or the fit has no uncertainty to tell';
const NO_SCORE = `${NEVER_BOUGHT}, or there are fewer than 5 customers to compare`;

const LOWER = 'The lower limit of its 95 % interval, from the fit: how far the average of customers alike can be told, not what this one will do';
const UPPER = 'The upper limit';

/** In the order of the output; contact details and kept columns stand behind the customer, fields of Customer Activity at the end. */
export const forecastItemFields = {
	customer: { meaning: 'The customer, as Customer Activity calls them', unit: 'id' },
	summary: { meaning: 'The forecast in a sentence for a chat message', unit: 'text' },
	segment: { meaning: 'The segment by recency, frequency and monetary score', unit: 'text', nullWhen: `${NO_SCORE}; or it hangs on a monetary score that is not known` },
	chanceToReturn: { meaning: 'The chance of at least one purchase within the horizon. Never the chance of being "alive", which is 1 for somebody who bought once and is not heard of since', unit: 'share', nullWhen: NO_PURCHASE },
	chanceToReturnLow: { meaning: LOWER, unit: 'share', nullWhen: NO_LIMITS },
	chanceToReturnHigh: { meaning: UPPER, unit: 'share', nullWhen: NO_LIMITS },
	expectedPurchases: { meaning: 'On how many days a purchase is expected within the horizon, on average of customers alike', unit: 'days', nullWhen: NO_PURCHASE },
	expectedPurchasesLow: { meaning: LOWER, unit: 'days', nullWhen: NO_LIMITS },
	expectedPurchasesHigh: { meaning: UPPER, unit: 'days', nullWhen: NO_LIMITS },
	expectedSpend: { meaning: 'What these bring: the expected purchases times what one of this customer brings', unit: 'money', nullWhen: NO_AMOUNT },
	expectedSpendLow: { meaning: LOWER, unit: 'money', nullWhen: NO_LIMITS },
	expectedSpendHigh: { meaning: UPPER, unit: 'money', nullWhen: NO_LIMITS },
	expectedMargin: { meaning: 'What of it is earned: at "Margin (%)" where it is set, else at the customer\'s own margin where the rows say it, else at that of all', unit: 'money', nullWhen: NO_MARGIN },
	expectedMarginLow: { meaning: `${LOWER}; the margin is taken as known`, unit: 'money', nullWhen: NO_LIMITS },
	expectedMarginHigh: { meaning: UPPER, unit: 'money', nullWhen: NO_LIMITS },
	value: { meaning: 'The expected margin, or where it is not known the expected spend, discounted to As Of as if purchases were spread evenly over the horizon', unit: 'money', nullWhen: NO_AMOUNT },
	valueLow: { meaning: LOWER, unit: 'money', nullWhen: NO_LIMITS },
	valueHigh: { meaning: UPPER, unit: 'money', nullWhen: NO_LIMITS },
	valueIs: { meaning: 'margin or spend: which of them the value is', unit: 'text', nullWhen: NO_AMOUNT },
	currency: { meaning: 'In which currency', unit: 'text', nullWhen: 'none is named' },
	purchaseBrings: { meaning: 'What a purchase of this customer is expected to bring: drawn towards the others, the more the fewer purchases there were', unit: 'money', nullWhen: NO_AMOUNT },
	horizonDays: { meaning: 'For how many days the forecast looks ahead', unit: 'days' },
	until: { meaning: 'The last day of the horizon; the first is the day after As Of', unit: 'date' },
	lastPurchaseOn: { meaning: 'The day of the last purchase', unit: 'date', nullWhen: NEVER_BOUGHT },
	daysSince: { meaning: 'How many days ago that was', unit: 'days', nullWhen: NEVER_BOUGHT },
	purchaseDays: { meaning: 'On how many days the customer bought', unit: 'days', nullWhen: 'the stream of purchases is not connected' },
	rfm: { meaning: 'The three scores in one, such as 545; 0 for a monetary score that is not known', unit: 'text', nullWhen: NO_SCORE },
	recencyScore: { meaning: '5 for the fifth who bought last, 1 for the fifth longest silent', unit: 'score', nullWhen: NO_SCORE },
	frequencyScore: { meaning: '5 for the fifth who bought on most days', unit: 'score', nullWhen: NO_SCORE },
	monetaryScore: { meaning: '5 for the fifth who brought most, among those of the same currency', unit: 'score', nullWhen: `${NO_SCORE} in that currency; or no amounts are known` },
	evidence: { meaning: 'Which model forecasts and why that one: model, title, name, choice, why', unit: 'object' },
	asOf: { meaning: 'The day up to which everything was read', unit: 'date' },
	reasons: { meaning: 'Why chance, purchases, spend, margin, value, segment and monetary score are null, as name: code; separated by semicolons', unit: 'text' },
	forecastVersion: { meaning: 'The version of this item', unit: 'number' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** The object `evidence` of an item. */
export const evidenceFields = {
	model: { meaning: 'The model that answers', unit: 'text', nullWhen: 'none can, since nobody has been a customer for a day' },
	title: { meaning: 'How a person would call it', unit: 'text', nullWhen: 'the same' },
	name: { meaning: 'How the literature calls it', unit: 'text', nullWhen: 'the same' },
	choice: { meaning: 'set (by you), better (than counting days), noneBetter, baselineTooShort or byRule (nothing could be told)', unit: 'text' },
	why: { meaning: 'Why that one, in words', unit: 'text' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** A row of the output Evidence about the forecast itself. */
export const forecastEvidenceFields = {
	about: { meaning: 'forecast', unit: 'text' },
	summary: { meaning: 'What all customers together are expected to do, and what the same days brought a year before, where the purchases go back so far: no model here knows a season', unit: 'text', nullWhen: 'nothing is forecast of anybody' },
	...evidenceFields,
	asked: { meaning: 'The model that was chosen; another one answers where it could not be fitted', unit: 'text', nullWhen: evidenceFields.model.nullWhen },
	fittedOn: { meaning: 'The day up to which the model learned', unit: 'date' },
	horizonDays: { meaning: 'For how many days ahead', unit: 'days' },
	customers: { meaning: 'How many customers it learned from', unit: 'customers' },
	logDays: { meaning: 'Days from the first purchase of anybody to As Of', unit: 'days', nullWhen: 'there are no histories' },
	parameters: { meaning: 'Its parameters with their 95 % intervals (name, value, low, high); times are in days', unit: 'list', nullWhen: 'no model answers' },
	logLikelihood: { meaning: 'Of models of purchase timing: the logarithm of the likelihood, times in days', unit: 'number', nullWhen: 'the model is none of purchase timing' },
	isShrunk: { meaning: 'Whether parameters were drawn towards usual ones, because there are fewer than 200 customers', unit: 'true or false', nullWhen: 'no model answers' },
	failed: { meaning: 'Models that could not be used, and why', unit: 'text' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** A row of the output Evidence about a model that was held against what customers did. */
export const judgedFields = {
	about: { meaning: 'model', unit: 'text' },
	summary: { meaning: 'The row in a sentence', unit: 'text' },
	model: { meaning: 'The model that was asked for', unit: 'text' },
	title: { meaning: 'How a person would call it', unit: 'text' },
	name: { meaning: 'How the literature calls it', unit: 'text' },
	answeredBy: { meaning: 'The model that answered: another one where it could not be fitted', unit: 'text' },
	isChosen: { meaning: 'Whether it makes the forecast', unit: 'true or false' },
	isBaseline: { meaning: 'Whether it is the baseline: days since the last purchase alone', unit: 'true or false' },
	judgedOn: { meaning: 'The day on which one stands: everything up to it is known, everything after it is what customers did', unit: 'date' },
	judgedHorizonDays: { meaning: 'For how many days ahead; fewer than the horizon where the purchases do not go back far enough', unit: 'days' },
	customers: { meaning: 'How many had bought by then', unit: 'customers' },
	bought: { meaning: 'How many of them bought within these days', unit: 'customers' },
	logLoss: { meaning: 'What its chances cost per customer: 0 for one who knows, .693 for saying one half to everybody. Decides', unit: 'number' },
	gain: { meaning: 'By how much that is less than the baseline\'s', unit: 'number', nullWhen: 'it is the baseline' },
	gainLow: { meaning: 'Lower limit, by drawing customers again and again; so wide that it holds for all models compared. It knows chance, not what a season does', unit: 'number', nullWhen: 'it is the baseline' },
	gainHigh: { meaning: 'Upper limit', unit: 'number', nullWhen: 'it is the baseline' },
	auc: { meaning: 'Of all pairs of one who bought and one who did not, the share in which the former had the higher chance', unit: 'share', nullWhen: 'there is no such pair' },
	brier: { meaning: 'Mean squared error of the chances', unit: 'number' },
	expectedBought: { meaning: 'How many it expected to buy', unit: 'customers' },
	purchasesOff: { meaning: 'By how many days with a purchase the expected number was off, on average', unit: 'days' },
	expectedPurchases: { meaning: 'How many days with a purchase it expected of all together', unit: 'days' },
	purchases: { meaning: 'How many there were', unit: 'days' },
	lapsedCustomers: { meaning: 'How many were silent for longer than "Lapsed After" then; the figures below are theirs', unit: 'customers' },
	lapsedBought: { meaning: 'How many of them bought', unit: 'customers', nullWhen: 'nobody was' },
	lapsedLogLoss: { meaning: 'As above', unit: 'number', nullWhen: 'nobody was' },
	lapsedAuc: { meaning: 'As above', unit: 'share', nullWhen: 'nobody was, or all or none of them bought' },
	lapsedBrier: { meaning: 'As above', unit: 'number', nullWhen: 'nobody was' },
	calibration: { meaning: 'By tenth of customers, from the lowest chances to the highest: customers, bought, expected (the mean chance), observed (the share who bought) with its 95 % interval', unit: 'list' },
	parameters: { meaning: 'What it had learned by then', unit: 'list' },
	logLikelihood: { meaning: 'Of models of purchase timing', unit: 'number', nullWhen: 'it is none of purchase timing' },
	failed: { meaning: 'Models that could not be used, and why', unit: 'text' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** A row of the output Evidence about what purchases bring in a currency. */
export const spendFields = {
	about: { meaning: 'spend', unit: 'text' },
	currency: { meaning: 'The currency', unit: 'text', nullWhen: 'none is named, or they are the customers who paid in several' },
	customers: { meaning: 'How many customers pay in it', unit: 'customers' },
	meanPurchase: { meaning: 'What a purchase day brings on average', unit: 'money', nullWhen: 'no amounts are known' },
	marginRate: { meaning: 'What part of the money is earned, over all whose margin is known', unit: 'share', nullWhen: 'the rows do not say it' },
	model: { meaning: 'gammaGamma, or borrowed: each customer\'s own average as if two purchases of an average customer stood beside it', unit: 'text', nullWhen: 'no amounts are known' },
	parameters: { meaning: 'Its parameters with their 95 % intervals', unit: 'list' },
	logLikelihood: { meaning: 'Of the Gamma-Gamma model', unit: 'number', nullWhen: 'it could not be fitted' },
	failed: { meaning: 'Why the Gamma-Gamma model could not be fitted', unit: 'text' },
} as const satisfies Readonly<Record<string, Meaning>>;
