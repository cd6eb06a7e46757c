import type { PurchaseModel } from '../purchaseModel';
import { fitLandmarks, lnSilence } from './landmarkModel';

/** The baseline that every other model has to beat: days since the last purchase alone. DOMAIN W4. */
export const daysSince: PurchaseModel = {
	title: 'Days Since the Last Purchase',
	name: 'Logistic regression on days since',
	idea: 'Who were as long silent in the past, how many of them came back?',
	source: 'The baseline of every table in this field',
	fit: (sample) => fitLandmarks(sample, [lnSilence]),
};
