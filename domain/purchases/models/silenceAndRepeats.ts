import type { PurchaseModel } from '../purchaseModel';
import { fitLandmarks, lnRepeats, lnSilence } from './landmarkModel';

/** Who came back, by days of silence and number of repeats, on days in the user's own past. DOMAIN W4. */
export const silenceAndRepeats: PurchaseModel = {
	title: 'Silence and Repeats',
	name: 'Landmark logistic regression',
	idea: 'Who were as long silent and had bought as often in the past, how many of them came back?',
	source: 'van Houwelingen, Dynamic Prediction by Landmarking in Event History Analysis, 2007; Mullahy, Specification and Testing of Some Modified Count Data Models, 1986, for the number of purchases',
	fit: (sample) => fitLandmarks(sample, [lnSilence, lnRepeats]),
};
