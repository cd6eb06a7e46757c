import type { Operation } from '../../shared/operation';
import * as calculateChurnRate from './calculateChurnRate';
import * as compareDefinitions from './compareDefinitions';

/** Every operation of Churn Rate, the default first. */
export const operations: readonly Operation[] = [calculateChurnRate, compareDefinitions];
