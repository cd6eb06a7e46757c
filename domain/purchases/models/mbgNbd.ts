import type { PurchaseModel } from '../purchaseModel';
import { fitBetaGeometric } from './betaGeometricModel';

/** Modified BG/NBD: customers leave after any purchase, the first included. DOMAIN W4. */
export const mbgNbd: PurchaseModel = {
	title: 'Pace and Leaving, Also After the First',
	name: 'MBG/NBD',
	idea: 'Everybody buys at a pace of their own and may leave for good after each purchase, the first included',
	source: 'Batislam, Denizel and Filiztekin, Empirical Validation and Comparison of Models for Customer Base Analysis, 2007',
	fit: (sample) => fitBetaGeometric(sample, 1),
};
