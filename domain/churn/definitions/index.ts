import type { ChurnDefinition } from '../definition';
import { averageCustomers } from './averageCustomers';
import { customerDays } from './customerDays';
import { dailySum } from './dailySum';
import { ignoreSamePeriod } from './ignoreSamePeriod';
import { includingNew } from './includingNew';
import { startOfPeriod } from './startOfPeriod';

/** Every churn definition, the default first. The drop-down, the docs and the first test read this list. */
export const churnDefinitions = [
	startOfPeriod,
	includingNew,
	averageCustomers,
	customerDays,
	dailySum,
	ignoreSamePeriod,
] as const satisfies readonly ChurnDefinition[];
