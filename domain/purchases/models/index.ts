/** The models of purchases. A new one is one file, its test and one line here. DOMAIN W4. */
import type { PurchaseModel } from '../purchaseModel';
import { bgNbd } from './bgNbd';
import { daysSince } from './daysSince';
import { mbgNbd } from './mbgNbd';
import { oneRate } from './oneRate';
import { paretoNbd } from './paretoNbd';
import { silenceAndRepeats } from './silenceAndRepeats';
import { steadyRates } from './steadyRates';

export const models = { silenceAndRepeats, bgNbd, mbgNbd, paretoNbd, daysSince, steadyRates, oneRate } as const satisfies Readonly<Record<string, PurchaseModel>>;

export type ModelId = keyof typeof models;

export const modelIds = Object.keys(models) as ModelId[];

/** What Automatic chooses from, each beside the baseline. Pareto/NBD takes dozens of times as long and tells hardly more. */
export const candidateIds = ['silenceAndRepeats', 'bgNbd', 'mbgNbd'] as const satisfies readonly ModelId[];
export const BASELINE = 'daysSince' as const satisfies ModelId;

/** What answers where a model cannot: ever simpler ones, the last of which needs one customer of one day. */
export const simplerModels = ['steadyRates', 'oneRate'] as const satisfies readonly ModelId[];
