/* The template of weekly win-back, as a person has it who gave it their credentials and wrote another day into Which Monday. */
import { templateOfTeaShop } from '../../templates/data/tea_shop.mjs';
import { readTemplate } from './pack.mjs';

const types = { postgres: { id: 'shop-database', name: 'Database of the shop' }, smtp: { id: 'shop-mail', name: 'Mail of the shop' } };
const typeOf = { 'n8n-nodes-base.postgres': 'postgres', 'n8n-nodes-base.emailSend': 'smtp' };

/** What n8n imports, of a PostgreSQL and a mailbox. */
export const credentialsOf = (postgres, mailbox) => [
	{ ...types.postgres, type: 'postgres', data: postgres.credential },
	{ ...types.smtp, type: 'smtp', data: mailbox.credential },
];

function withCredential(node) {
	const type = typeOf[node.type];
	return type === undefined ? node : { ...node, credentials: { [type]: types[type] } };
}

const withText = (name, text) => ({ parameters }) => ({ ...parameters, assignments: { assignments: parameters.assignments.assignments.map((each) => (each.name === name ? { ...each, value: text } : each)) } });

/**
 * The flow on a day
 *
 * `notBefore` stands for the clock of the quiet hours, `addOrder` is one more order in the sample, `isHourly` says
 * whether Every Hour is activated.
 */
export async function onMonday(day, { id, notBefore, addOrder, isHourly = false }) {
	const flow = await readTemplate(templateOfTeaShop);
	const changed = {
		'Which Monday': withText('asOf', day),
		'Win-Back Priority': ({ parameters }) => (notBefore === undefined ? parameters : { ...parameters, quietHours: { notBefore } }),
		Sample: ({ parameters }) => (addOrder === undefined ? parameters : { ...parameters, jsonOutput: withOrder(parameters.jsonOutput, addOrder) }),
	};
	const asChanged = (node) => (changed[node.name] ? { ...node, parameters: changed[node.name](node) } : node);
	const asActivated = (node) => (node.name === 'Every Hour' ? { ...node, disabled: !isHourly } : node);
	return { ...flow, id, nodes: flow.nodes.map((node) => withCredential(asActivated(asChanged(node)))) };
}

function withOrder(sample, order) {
	const { orders, customers } = JSON.parse(sample);
	return JSON.stringify({ orders: [...orders, order], customers });
}
