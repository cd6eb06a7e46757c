import type { Operation } from '../../shared/operation';
import * as calculateChurnRate from './calculateChurnRate';
import * as calculateRevenueChurn from './calculateRevenueChurn';
import * as compareDefinitions from './compareDefinitions';

/** Every operation of Churn Rate, the default first. */
export const operations: readonly Operation[] = [calculateChurnRate, calculateRevenueChurn, compareDefinitions];
