/** The registry of warning signs: settings, docs, tests and the output are made from it. DOMAIN S1 to S13. */
import { bonusesLapsing } from './definitions/bonusesLapsing';
import { complaints } from './definitions/complaints';
import { contactPersonChanged } from './definitions/contactPersonChanged';
import { contractEnding } from './definitions/contractEnding';
import { lowSatisfaction } from './definitions/lowSatisfaction';
import { orderOverdue } from './definitions/orderOverdue';
import { paymentFailing } from './definitions/paymentFailing';
import { paymentsChanged } from './definitions/paymentsChanged';
import { priceRise } from './definitions/priceRise';
import { silence } from './definitions/silence';
import { slowAnswers } from './definitions/slowAnswers';
import { toldUs } from './definitions/toldUs';
import { usageFalling } from './definitions/usageFalling';
import type { Sign } from './sign';

/** In the order in which equals are told: the surest first, then as the families stand. */
export const signs = {
	toldUs,
	silence,
	orderOverdue,
	usageFalling,
	complaints,
	lowSatisfaction,
	slowAnswers,
	contactPersonChanged,
	paymentsChanged,
	paymentFailing,
	priceRise,
	contractEnding,
	bonusesLapsing,
} as const satisfies Readonly<Record<string, Sign>>;

export type SignId = keyof typeof signs;

export const signIds = Object.keys(signs) as SignId[];
