/** What rules find, number for number, beside a program of its own: test/reference/winback/lists.py. */
import { readWinBack } from '../../../boundary/winback/readWinBack';
import { populationOf } from '../../../domain/winback/population';
import type { RuleId } from '../../../domain/winback/rules';
import { rules } from '../../../domain/winback/rules';
import { createZone } from '../../../domain/time';
import { closeTo } from '../../support/closeTo';
import { activitySettings } from '../../support/activityReference';
import type { WinBackRun } from '../../support/winbackReference';
import { inputsOf, referenceAsOf, winBackColumns, winBackRuns } from '../../support/winbackReference';

const NUMBERS = ['count', 'of', 'days', 'measured', 'usual'] as const;
const NO_COLUMNS = { email: '', phone: '', messenger: '', consent: '', zone: '', owner: '' };

function readingOf(run: WinBackRun) {
	const [customers] = inputsOf(run);
	const outcome = readWinBack(
		{ customers: customers!.map((json) => ({ json })), lapsed: [], contactedBefore: [] },
		{
			inputIs: 'activity',
			purchaseColumns: { customer: '', date: '', amount: '' },
			keepColumns: [],
			activity: activitySettings({ asOf: referenceAsOf }),
			zone: createZone('UTC'),
			columns: { ...NO_COLUMNS, ...winBackColumns },
			phoneCountry: '',
		},
	);
	if (!('reading' in outcome)) throw new Error(JSON.stringify(outcome));
	return outcome.reading.customers;
}

it.each(winBackRuns.map((run) => [run.name, run] as const))('%s: every rule that fires finds the same numbers', (_name, run) => {
	const given = readingOf(run);
	const { factsOf } = populationOf(given.customers);
	const placeOf = new Map(Array.from({ length: given.customers.count }, (_, customer) => [given.idOf(customer), customer]));
	for (const [id, rule, ...numbers] of run.expected.findings) {
		const customer = placeOf.get(id)!;
		const found = rules[rule as RuleId].finding(factsOf(customer, given.behaviourOf(customer), given.knowsPurchases(customer)));
		NUMBERS.forEach((name, at) => closeTo(found?.[name], numbers[at], `${id} ${rule} ${name}`));
	}
});
