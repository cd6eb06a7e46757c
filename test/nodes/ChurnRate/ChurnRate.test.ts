import { churnedCustomerFields } from '../../../domain/churn/churnedCustomers';
import { comparedCustomerFields, comparisonRowFields } from '../../../domain/churn/comparisonFields';
import { termStoryFields } from '../../../domain/churn/termStories';
import { visitStoryFields } from '../../../domain/churn/visitStories';
import { churnDefinitions } from '../../../domain/churn/definitions';
import { churnRowFields } from '../../../domain/churn/rowFields';
import { revenueRowFields } from '../../../domain/revenue/revenueRowFields';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import type { Fields } from '../../support/registry';
import { fieldsWith } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';

const keptOf: Record<string, string[]> = { keptColumns: ['Email', 'Phone', 'Full Name', 'city'] };

const parametersOf = (id: string) => parametersOfCase('ChurnRate', 'Churn Rate', id);

/** The fields that a case gets: those of groups, of replacing and the like only where it asks for them or its rows have them. */
function fieldsOf(id: string, fields: Fields): string[] {
	const { groupBy, money } = parametersOf(id);
	const has = new Set(expectedOf('ChurnRate', id).with);
	if (groupBy) has.add('groups');
	if ((money as { costOfKeeping?: number } | undefined)?.costOfKeeping) has.add('a cost of keeping set');
	return fieldsWith(fields, has);
}

/** What the two outputs of an operation say. */
function outputFields(id: string): readonly [rows: Fields, customers: Fields] {
	const story = expectedOf('ChurnRate', id).with?.includes('subscriptions') ? termStoryFields : visitStoryFields;
	const ofOperation: Record<string, readonly [Fields, Fields]> = {
		calculateChurnRate: [churnRowFields, { ...churnedCustomerFields, ...story }],
		calculateRevenueChurn: [revenueRowFields, { ...churnedCustomerFields, ...story }],
		compareDefinitions: [comparisonRowFields, comparedCustomerFields],
	};
	return ofOperation[parametersOf(id).operation as string];
}

/** Every field and no other; who left is paired with a row and sorted. */
function expectPromisesKept(id: string, { outputs: [rows, churned] }: NodeRun, itemCount: number) {
	const [rowFields, customerFields] = outputFields(id);
	for (const { json } of rows) expect(Object.keys(json)).toEqual(fieldsOf(id, rowFields));
	for (const { json } of churned) expect(Object.keys(json).sort()).toEqual([...fieldsOf(id, customerFields), ...(keptOf[id] ?? [])].sort());
	for (const { pairedItem } of rows) expect(pairedItem).toEqual([]);
	for (const { pairedItem } of churned) expect((pairedItem as { item: number }).item).toBeLessThan(itemCount);
	const customers = churned.map(({ json }) => json.customer as string);
	expect(customers).toEqual([...customers].sort());
}

const cases = describeCases({ node: 'ChurnRate', displayName: 'Churn Rate', outputs: ['rows', 'churned'], expectPromisesKept });

it('each definition has a case', () => expect(cases).toEqual(expect.arrayContaining(churnDefinitions.map((definition) => definition.id))));
