/** Why a customer left, and what that does to the chance to win them back. DOMAIN 4. */
export interface Reason {
	/** In small letters, as in "left because of the price". */
	readonly title: string;
	/** Whether it was ours to change. */
	readonly control: 'controllable' | 'uncontrollable';
	/** By how many times a contact multiplies the odds to return, beside what the channel does; an assumption. */
	readonly oddsFactor: number;
	/** Why that many. */
	readonly why: string;
}
