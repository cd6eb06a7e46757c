import type { PurchaseModel } from '../purchaseModel';
import { fitBetaGeometric } from './betaGeometricModel';

/** Beta-geometric / negative binomial distribution: customers leave after purchases, but never after the first. DOMAIN W4. */
export const bgNbd: PurchaseModel = {
	title: 'Pace and Leaving',
	name: 'BG/NBD',
	idea: 'Everybody buys at a pace of their own and may leave for good after each purchase but the first',
	source: 'Fader, Hardie and Lee, "Counting Your Customers" the Easy Way, 2005',
	fit: (sample) => fitBetaGeometric(sample, 0),
};
