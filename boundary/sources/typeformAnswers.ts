import type { Row, Table } from '../paths';
import { cellText, isBlank, readerOf } from '../paths';
import { firstOf, isRow, knownColumn, listIn, rowsIn } from './knownColumns';
import type { RoleColumn } from './roleColumn';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { TicketRole } from './streamRoles';
import type { StreamSource } from './streamSource';

const readAnswers = readerOf('form_response.answers');
const readFields = readerOf('form_response.definition.fields');

/** A question of the form: what it is called in simplified answers, and of what type it is. */
interface Question {
	readonly id: string;
	readonly type: string;
	readonly title: string;
	readonly steps: unknown;
}

const questionsOf = (row: Row): Question[] =>
	rowsIn(readFields(row)).map((field) => ({
		id: cellText(field.id),
		type: cellText(field.type),
		title: cellText(field.title).replace(/\{\{/g, '[').replace(/\}\}/g, ']'),
		steps: readerOf('properties.steps')(field),
	}));

/** What was answered to a question: in the list as Typeform sends it, or by its title as the node simplifies it. */
function answerTo(row: Row, { id, title }: Question): unknown {
	const answers = readAnswers(row);
	if (isRow(answers)) return answers[title];
	const answer = listIn(answers).filter(isRow).find((each) => isRow(each.field) && each.field.id === id);
	return answer?.[cellText(answer.type)];
}

/** The first answer to a question that fits. */
const readAnswer =
	(fits: (question: Question) => boolean) =>
	(row: Row): unknown =>
		questionsOf(row)
			.filter(fits)
			.map((question) => answerTo(row, question))
			.find((answer) => !isBlank(answer) && !isRow(answer));

/** A scale from 0 to 10 has eleven steps; one of other lengths asks for something else. */
const asksToRecommend = ({ type, steps }: Question): boolean => type === 'nps' || (type === 'opinion_scale' && (steps === 11 || isBlank(steps)));
const isOfType = (...types: readonly string[]) => ({ type }: Question): boolean => types.includes(type);

const CUSTOMER_KEYS = ['customer_id', 'customerid', 'customer', 'user_id', 'userid', 'client_id', 'contact_id', 'account_id', 'id'];

const SUBMITTED = 'form_response.submitted_at';

function layoutOf(table: Table, chosen: ChosenOfStream<TicketRole>) {
	const column = (read: RoleColumn['read']): RoleColumn => ({ name: 'form_response.answers', read });
	const email = firstOf(readerOf('form_response.hidden.email'), readAnswer(isOfType('email')));
	return streamLayout<TicketRole>(
		{
			customer: knownColumn(table, CUSTOMER_KEYS.map((key) => `form_response.hidden.${key}`)),
			columns: {
				date: knownColumn(table, [SUBMITTED]),
				survey: column(() => true),
				nps: column(readAnswer(asksToRecommend)),
				satisfaction: column(readAnswer(isOfType('rating'))),
				text: column(readAnswer(isOfType('long_text'))),
				number: knownColumn(table, ['form_response.token']),
			},
			contacts: {
				email: { name: table.hasColumn('form_response.hidden.email') ? 'form_response.hidden.email' : 'form_response.answers', read: email },
				phone: { name: 'form_response.answers', read: firstOf(readerOf('form_response.hidden.phone'), readAnswer(isOfType('phone_number'))) },
				name: knownColumn(table, ['form_response.hidden.name']),
			},
			needs: ['date'],
		},
		chosen,
	);
}

const isAnswered = (row: Row): boolean => row.event_type === 'form_response' && isRow(row.form_response) && readFields(row) !== undefined;

/** Answers to a form as the Typeform Trigger gives them with Only Answers switched off; with it, they have neither a day nor a customer. */
export const typeformAnswers: StreamSource<TicketRole> = {
	id: 'typeformAnswers',
	title: 'Typeform Answers',
	description: 'The answers to a form as the Typeform Trigger gives them with Only Answers switched off, the customer in a hidden field; these are no requests',
	nouns: ['answer', 'answers'],
	recognises: (table) => table.every(isAnswered),
	layoutOf,
};
