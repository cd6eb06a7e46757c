/** The registry: what holds for every definition, so that a new one is held to it by being listed. */
import { churnDefinitions } from '../../../domain/churn/definitions';
import * as averageCustomers from '../../../domain/churn/definitions/averageCustomers';
import * as customerDays from '../../../domain/churn/definitions/customerDays';
import * as dailySum from '../../../domain/churn/definitions/dailySum';
import * as ignoreSamePeriod from '../../../domain/churn/definitions/ignoreSamePeriod';
import * as includingNew from '../../../domain/churn/definitions/includingNew';
import * as startOfPeriod from '../../../domain/churn/definitions/startOfPeriod';
import { exampleLedger, examplePeriod } from '../../../domain/churn/exampleLedger';
import type { ChurnDefinition } from '../../../domain/churn/definition';
import { movementsOf } from '../../../domain/churn/movements';
import { closeTo } from '../../support/closeTo';
import { movementsInJuly } from '../../support/ledger';
import { FIRST_JULY, SECOND_JULY } from '../../support/vectors';

const exported: Readonly<Record<string, ChurnDefinition>> = {
	...startOfPeriod,
	...includingNew,
	...averageCustomers,
	...customerDays,
	...dailySum,
	...ignoreSamePeriod,
};

describe('the list of churn definitions', () => {
	it('holds C1 to C6, in order, startOfPeriod first as the default', () => {
		expect(churnDefinitions.map(({ source }) => source)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
		expect(churnDefinitions[0].id).toBe('startOfPeriod');
	});

	it('holds each exported definition once', () => {
		expect(churnDefinitions.map(({ id }) => id).sort()).toEqual(Object.keys(exported).sort());
	});

	it('has no two of the same title or rule', () => {
		expect(new Set(churnDefinitions.map(({ title }) => title)).size).toBe(churnDefinitions.length);
		expect(new Set(churnDefinitions.map(({ rule }) => rule)).size).toBe(churnDefinitions.length);
	});
});

describe.each(churnDefinitions.map((definition) => [definition.id, definition as ChurnDefinition] as const))('%s', (id, definition) => {
	it('has its export’s name as its id', () => {
		expect(exported[id]).toBe(definition);
	});

	it('says its title, its rule in one sentence without a full stop, its users and its source', () => {
		expect(definition.title).toMatch(/^[A-Z]\w*( \w+)*$/);
		expect(definition.rule).toMatch(/^[A-Z].*[^.]$/);
		expect(definition.usedBy).not.toBe('');
		expect(definition.source).toMatch(/^C\d+$/);
	});

	it('computes its example from the example ledger', () => {
		const movements = movementsOf(exampleLedger, [examplePeriod]).movements[0].get(0)!;
		const { numerator, denominator } = definition.compute(movements, 31);
		expect(numerator).toBe(definition.example.numerator);
		closeTo(denominator, definition.example.denominator, 'exampleLedger');
	});

	it('gives a value that is numerator over denominator on both vectors', () => {
		for (const table of [FIRST_JULY, SECOND_JULY]) {
			const { numerator, denominator, value } = definition.compute(movementsInJuly(table), 31);
			closeTo(value.value, numerator / denominator!, table);
		}
	});

	it('is null with a reason, and no interval, where there was nobody', () => {
		const fraction = definition.compute(movementsInJuly(''), 31);
		expect(fraction.value.value).toBeNull();
		expect(['noCustomersAtStart', 'noCustomers', 'noCustomersAtStartOrEnd']).toContain(fraction.value.reason);
		expect(definition.interval(fraction, 0.95)).toBeNull();
	});

	it('has an interval that is wider the surer it is to be', () => {
		const fraction = definition.compute(movementsInJuly(FIRST_JULY), 31);
		const [at95, at99] = [definition.interval(fraction, 0.95)!, definition.interval(fraction, 0.99)!];
		expect(at99.low).toBeLessThan(at95.low);
		expect(at99.high).toBeGreaterThan(at95.high);
	});

	it('changes none of the movements it is given', () => {
		const movements = Object.freeze(movementsInJuly(FIRST_JULY));
		const before = structuredClone(movements);
		definition.interval(definition.compute(movements, 31), 0.95);
		expect(movements).toEqual(before);
	});
});
