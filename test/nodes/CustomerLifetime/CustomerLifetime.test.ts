import { churnWindowFields } from '../../../domain/survival/churnWindowFields';
import { cohortFields } from '../../../domain/survival/cohortFields';
import { causeFields, curveFields, lifetimeFields } from '../../../domain/survival/lifetimeFields';
import { describeCases, expectedOf, parametersOfCase } from '../../support/nodeCases';
import type { Fields } from '../../support/registry';
import { fieldsWith } from '../../support/registry';
import type { NodeRun } from '../../support/runWorkflow';

const parametersOf = (id: string) => parametersOfCase('CustomerLifetime', 'Customer Lifetime', id);

/** What a row of the chosen operation says; null for a triangle, whose fields are its ages. */
function fieldsOf(id: string): Fields | null {
	const { operation, give = 'lifetimes', shape = 'long' } = parametersOf(id);
	if (operation === 'findChurnWindow') return churnWindowFields;
	if (operation === 'buildCohortTable') return shape === 'long' ? cohortFields : null;
	return { lifetimes: lifetimeFields, causes: causeFields, curve: curveFields }[give as 'lifetimes'];
}

/** Every field and no other; a row about everybody is paired with no item. */
function expectPromisesKept(id: string, { outputs: [rows, ...others] }: NodeRun) {
	expect(others).toEqual([]);
	const kind = expectedOf('CustomerLifetime', id).with ?? ['purchases'];
	const has = new Set(parametersOf(id).groupBy ? [...kind, 'groups'] : kind);
	const fields = fieldsOf(id);
	for (const { json, pairedItem } of rows) {
		if (fields) expect(Object.keys(json)).toEqual(fieldsWith(fields, has));
		else expect(Object.keys(json).filter((name) => !/^age\d+$/.test(name))).toEqual(has.has('groups') ? ['cohort', 'group', 'size'] : ['cohort', 'size']);
		expect(pairedItem).toEqual([]);
	}
}

const cases = describeCases({ node: 'CustomerLifetime', displayName: 'Customer Lifetime', outputs: ['rows'], expectPromisesKept });

it('each operation, each choice of Give and of Shape has a case', () => {
	const chosen = cases.map((id) => {
		const { operation, give, shape } = parametersOf(id);
		return [operation, give ?? shape].filter((value) => value !== undefined).join(' ');
	});
	const wanted = ['findChurnWindow', 'buildCohortTable long', 'buildCohortTable triangle', 'estimateLifetime lifetimes', 'estimateLifetime causes', 'estimateLifetime curve'];
	expect(chosen).toEqual(expect.arrayContaining(wanted));
});
