import { isoDate } from '../time';
import type { StoryFields, TellStory } from './customerBase';
import type { Loss } from './movements';
import type { ChurnQuestion } from './question';
import type { RowField } from './rowFields';

/** What an item on Churned Customers says of every loss; what else, the kind of business says (`visitStories`, `termStories`). */
export const churnedCustomerFields = {
	customer: { meaning: 'The customer, as the customer column names them; an e-mail address in small letters', unit: 'id' },
	churnedOn: { meaning: 'The day of leaving: the last purchase plus the churn window, or the end of the subscription', unit: 'date' },
	lifetimeDays: { meaning: 'Days from joining to leaving', unit: 'days' },
	customerSince: { meaning: 'The day of joining for the first time', unit: 'date' },
	joinedOn: { meaning: 'The day on which the spell began that ended here', unit: 'date' },
	returnedOn: { meaning: 'The day of coming back', unit: 'date', nullWhen: 'the customer is not back by As Of' },
	period: { meaning: 'The period in which the customer left', unit: 'text' },
	group: { meaning: 'Only with groups: the group of the customer in that period', unit: 'text' },
	countsInRate: { meaning: 'Whether this loss is in the numerator of the chosen definition', unit: 'true or false' },
	whyNotCounted: {
		meaning: 'Why it is not: joinedInPeriod, returnedInPeriod (came back and left again within it) or backByPeriodEnd',
		unit: 'code',
		nullWhen: 'it counts',
	},
	definition: { meaning: 'The chosen definition', unit: 'id' },
	asOf: { meaning: 'The day up to which the data was read', unit: 'date' },
} as const satisfies Record<string, RowField>;

/** One loss, told as the story of a customer. */
export interface ChurnedCustomer {
	readonly customer: number;
	/** Which entry of the input told last of the customer before leaving. */
	readonly row: number;
	readonly fields: StoryFields;
}

type WhyNotCounted = 'joinedInPeriod' | 'returnedInPeriod' | 'backByPeriodEnd';

function whyNotCounted({ definition, ledger }: ChurnQuestion, loss: Loss): WhyNotCounted | null {
	if (definition.counts(loss)) return null;
	if (loss.spellWasHereAtStart) return 'backByPeriodEnd';
	return loss.spell === ledger.firstSpell[loss.customer] ? 'joinedInPeriod' : 'returnedInPeriod';
}

function storyOf(loss: Loss, tell: TellStory, question: ChurnQuestion): ChurnedCustomer {
	const { ledger, periods, definition, grouping } = question;
	const { customer, spell, period } = loss;
	const joinedOn = ledger.start[spell];
	const churnedOn = ledger.end[spell];
	const isLastSpell = spell + 1 === ledger.firstSpell[customer + 1];
	const reason = whyNotCounted(question, loss);
	const fields: StoryFields = { customer: question.idOf(customer), churnedOn: isoDate(churnedOn) };
	const row = tell(loss, fields);
	fields.lifetimeDays = churnedOn - joinedOn;
	fields.customerSince = isoDate(ledger.start[ledger.firstSpell[customer]]);
	fields.joinedOn = isoDate(joinedOn);
	fields.returnedOn = isLastSpell ? null : isoDate(ledger.start[spell + 1]);
	fields.period = periods[period].label;
	if (grouping) fields.group = grouping.names[grouping.groupOf(customer, period)];
	fields.countsInRate = reason === null;
	fields.whyNotCounted = reason;
	fields.definition = definition.id;
	fields.asOf = isoDate(question.asOf);
	return { customer, row, fields };
}

/**
 * Who left, after how long, and having spent how much?
 *
 * One entry for each loss, so a customer who left twice is in it twice. `losses` are in order of customer,
 * then of time, and so is the answer. O(events + losses).
 */
export function churnedCustomers(losses: readonly Loss[], question: ChurnQuestion): ChurnedCustomer[] {
	const tell = question.storyTeller();
	return losses.map((loss) => storyOf(loss, tell, question));
}
