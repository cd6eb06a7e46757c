import { BASELINE, candidateIds, modelIds, models, simplerModels } from '../../../../domain/purchases/models';
import { listFiles } from '../../../support/files.cjs';

const files = listFiles('domain/purchases/models').map((path) => path.slice('domain/purchases/models/'.length, -'.ts'.length));

describe.each(modelIds.map((id) => [id] as const))('the model %s', (id) => {
	it('is a file of its name, with a test', () => {
		expect(files).toContain(id);
		expect(listFiles('test/domain/purchases/models')).toContain(`test/domain/purchases/models/${id}.test.ts`);
	});

	it('says in words what it takes a customer to be, and where it is from', () => {
		const { title, name, idea, source } = models[id];
		for (const text of [title, name, idea, source]) expect(text).toMatch(/^\S.*[^.\s]$/);
	});
});

describe('the registry of models', () => {
	it('gives each a title and a name of its own', () => {
		expect(new Set(modelIds.map((id) => models[id].title)).size).toBe(modelIds.length);
		expect(new Set(modelIds.map((id) => models[id].name)).size).toBe(modelIds.length);
	});

	it('has candidates that are neither the baseline nor what only answers for others', () => {
		expect(candidateIds).not.toContain(BASELINE);
		for (const id of simplerModels) expect(candidateIds).not.toContain(id);
	});
});
