import type { Operation } from '../../shared/operation';
import * as buildCohortTable from './buildCohortTable';
import * as estimateLifetime from './estimateLifetime';
import * as findChurnWindow from './findChurnWindow';

/** Every operation of Customer Lifetime, the default first. */
export const operations: readonly Operation[] = [findChurnWindow, buildCohortTable, estimateLifetime];
