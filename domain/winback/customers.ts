/** What is known of customers before it is asked whom to win back. */
import type { Details } from '../activity/customerActivity';
import type { PurchaseCustomers } from '../purchases/purchaseCustomers';
import type { Zone } from '../time';
import type { Address } from './channels/channel';
import type { ReasonId } from './reasons';

/** What is forecast of each customer within a horizon, by themselves; in columns, NaN where it is not known. */
export interface Forecasts {
	readonly horizonDays: number;
	/** The chance of at least one purchase. */
	readonly chance: Float64Array;
	/** What is spent, and what of it is earned, in the customer's currency. */
	readonly spend: Float64Array;
	readonly margin: Float64Array;
	segmentOf(customer: number): string | null;
	/** Whether Customer Forecast says it, or this node itself. */
	readonly isGiven: boolean;
	/** Why it is forecast like that, in words. */
	readonly why: string | null;
}

/** How a customer behaved, besides what their purchases say; null where it is not known. */
export interface Behaviour {
	readonly orders: number | null;
	readonly promotionShare: number | null;
	readonly promotionKnown: number | null;
	readonly instalmentShare: number | null;
	readonly instalmentsKnown: number | null;
	readonly returnedShare: number | null;
	readonly paidOnTime: number | null;
	readonly paidLate: number | null;
	readonly topCategory: string | null;
	readonly tenureDays: number | null;
	readonly isSubscribed: boolean;
	readonly leftBecause: ReasonId | null;
	/** What columns of the user's say. */
	readonly isToxic: boolean | null;
	readonly isBigName: boolean | null;
	readonly isWholesale: boolean | null;
}

/** What a customer says about being contacted; unclear is what stands there and is not understood. */
export type Consent = boolean | 'unclear' | null;

/** Whether and how a customer may be contacted. */
export interface Contact {
	readonly consent: Consent;
	/** Addresses that can be used; null where there is none, or none that is valid. */
	readonly addresses: Readonly<Record<Address, string | null>>;
	/** Kinds of which something stands there that cannot be used. */
	readonly unusable: readonly Address[];
	/** Day number of the last contact; null where none is known. */
	readonly lastContactOn: number | null;
	/** The customer's own zone, or that of the flow. */
	readonly zone: Zone;
	/** Who handled the customer before. */
	readonly owner: string | null;
}

/** A contact that was made, or one that was held back on purpose. */
export interface SentBefore {
	/** The campaign and its key, in small letters; null where the row does not say it. */
	readonly campaign: string | null;
	readonly key: string | null;
	/** Day number; null where it is not known. */
	readonly day: number | null;
	readonly isHeldOut: boolean;
	/** The list on which a held-out customer would have been; null where the row does not say it. */
	readonly heldOutFrom: 'first' | 'worthIt' | null;
}

/** What was sent before. */
export interface ContactedBefore {
	/** Rows that name the customer, or the campaign key, in small letters. */
	of(customer: number, campaignKey: string): readonly SentBefore[];
}

/** A list of lapsed customers, given by the user. */
export interface LapsedList {
	/** The day up to which the list knew of a listed customer; null where it does not say, undefined of one who is not on it. */
	knownUpTo(customer: number): number | null | undefined;
}

export interface WinBackCustomers {
	readonly customers: PurchaseCustomers;
	idOf(customer: number): string | number;
	/** The id as text in one writing, whatever a re-import made of it: without blanks around it, an e-mail address in small letters. */
	keyOf(customer: number): string;
	/** Contact details and kept columns. */
	readonly details: Details;
	/** Whether anything is told of a customer's purchases, be it that there is none. */
	knowsPurchases(customer: number): boolean;
	/** Null where Customer Forecast was not asked before. */
	readonly forecasts: Forecasts | null;
	/** What is seen of a customer holds until the next is asked for. */
	behaviourOf(customer: number): Behaviour;
	contactOf(customer: number): Contact;
	/** Null where none is connected. */
	readonly lapsedList: LapsedList | null;
	readonly contactedBefore: ContactedBefore | null;
}
