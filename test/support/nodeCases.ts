/**
 * Cases of a node: each `<case>.workflow.json` can be imported into the editor as it stands; `<case>.expected.json`
 * says what it gives and how to check that by hand. Fields that are not named there are not looked at.
 */
import { casesOf, expectedOfCase, flowOfCase } from './cases';
import { deepFrozen } from './reading';
import { pathsOfNothing } from './registry';
import type { NodeRun, Surroundings } from './runWorkflow';
import { endEngine, runWorkflow } from './runWorkflow';

export interface ExpectedCase {
	readonly note: string;
	/** What the rows have, which some fields are there only with: `subscriptions`, `reasons for leaving`, `several currencies`. */
	readonly with?: string[];
	readonly hints?: string[];
	/** What the credentials that the flow names hold, by type. */
	readonly credentials?: Surroundings['credentials'];
	readonly error?: { readonly message: string; readonly description: string };
	/** By name of the output, its items. */
	readonly [output: string]: unknown;
}

export interface CasesOfNode {
	/** The folder, and the name of the node on the canvas. */
	readonly node: string;
	readonly displayName: string;
	/** What the outputs are called in the expectations. */
	readonly outputs: readonly string[];
	/** What else holds for each case that gives figures. */
	expectPromisesKept(id: string, run: NodeRun, itemCount: number): void;
}

export const expectedOf = (node: string, id: string) => expectedOfCase(node, id) as ExpectedCase;

/** The parameters that a case sets. */
export const parametersOfCase = (node: string, displayName: string, id: string) => flowOfCase(node, id).nodes.find(({ name }) => name === displayName)!.parameters;

/** Runs every case of a node in the real engine and compares. Answers their names. */
export function describeCases({ node, displayName, outputs, expectPromisesKept }: CasesOfNode): string[] {
	const cases = casesOf(node);
	afterAll(endEngine);

	describe.each(cases)('%s', (id) => {
		const { note, hints = [], credentials, error, ...expected } = expectedOf(node, id);
		const flow = flowOfCase(node, id);
		const pinned = deepFrozen(flow.pinData!);
		const itemCount = Object.values(pinned).reduce((count, items) => count + items.length, 0);
		let run: NodeRun;
		beforeAll(async () => {
			run = await runWorkflow(flow, displayName, { credentials });
		});

		it(note, () => {
			expect(run.error).toEqual(error ?? null);
			if (error) return;
			outputs.forEach((output, index) => expect((run.outputs[index] ?? []).map(({ json }) => json)).toMatchObject((expected[output] ?? []) as object[]));
			const messages = run.hints.map(({ message }) => message).join('\n');
			for (const hint of hints) expect(messages).toContain(hint);
		});

		if (!error) {
			it('has every field and no other, and no number that is none', () => {
				expect(pathsOfNothing(run.outputs)).toEqual([]);
				expectPromisesKept(id, run, itemCount);
			});
		}

		it('leaves its input as it was', () => expect(pinned).toEqual(flowOfCase(node, id).pinData));
	});

	it('no case pins the node that it tests, or one that is not there', () => {
		for (const id of cases) {
			const { nodes, pinData } = flowOfCase(node, id);
			const givers = nodes.flatMap(({ name }) => (name === displayName ? [] : [name]));
			expect(givers).toEqual(expect.arrayContaining(Object.keys(pinData!)));
		}
	});
	return cases;
}
