/** A way to reach a customer, and what is assumed of it. DOMAIN W3, 5. */

/** What a channel needs: one of these that can be used. */
export type Address = 'email' | 'phone' | 'messenger';

/** What a channel does and costs; the user sets each, the registry has what is assumed until then. */
export interface ChannelFigures {
	/** What share of those contacted take notice: read it, pick up. From 0 to 1. */
	readonly reach: number;
	/** By how many times the odds to return are larger for one who takes notice; above 0. */
	readonly oddsRatio: number;
	/** What one contact costs, whether noticed or not; in the currency of the figures. */
	readonly cost: number;
	/** What is given to one who was reached and returns, as a voucher; in the currency of the figures. */
	readonly offer: number;
}

export interface Channel {
	/** As the canvas calls it. */
	readonly title: string;
	/** What it is good for, in a sentence. */
	readonly use: string;
	readonly needs: readonly Address[];
	readonly assumed: ChannelFigures;
	/** Where each assumption comes from. */
	readonly sources: Readonly<Record<keyof ChannelFigures, string>>;
}


export const OWN_COST = 'assumption, in US dollars or euros; set what you pay';
export const NO_OFFER = 'none until you set one: a letter never begins with an offer';
export const ASSUMED = 'assumption; no source has a figure';
