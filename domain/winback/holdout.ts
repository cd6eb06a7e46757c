import { keyedHash } from './keyedHash';

export interface HoldoutSettings {
	/** Whoever knows it can tell who is held out. */
	readonly key: string;
	readonly campaign: string;
	/** Of the customers, from 0 (nobody) to 1 (everybody). */
	readonly share: number;
}

/** The first bytes of the hash tell the draw: 48 bits make a whole number that a double holds exactly. */
const BYTES_OF_DRAW = 6;
const DRAWS = 256 ** BYTES_OF_DRAW;

/** How many bytes of UTF-8 one unit of a text's length takes at most. */
const BYTES_OF_CHARACTER = 3;

/**
 * Hold-out
 *
 * Is this customer left alone on purpose, so that the gain of the campaign can be proven?
 *
 * Each customer has a draw from 0 up to 1, the first 48 bits of HMAC-SHA-256(key, campaign, a character of code 0,
 * customer); those whose draw lies below the share are held out. So the answer is the same in every run, whoever
 * else is in it; a larger share only adds customers; and another campaign or another key draws anew.
 *
 * A share of 0 holds out nobody, of 1 everybody. 200,000 customers take half a second.
 * Source: RFC 2104 for the hash. DOMAIN W3.
 */
export function createHoldout({ key, campaign, share }: HoldoutSettings): (customer: string) => boolean {
	if (share <= 0) return () => false;
	const drawOf = createDraw(key, campaign);
	return (customer) => drawOf(customer) < share;
}

function createDraw(key: string, campaign: string): (customer: string) => number {
	const encoder = new TextEncoder();
	const hash = keyedHash(encoder.encode(key));
	const campaignBytes = encoder.encode(`${campaign}\u0000`);
	// Every message is written into the same bytes: an array of its own for each customer takes a third longer.
	let message = campaignBytes;
	let room = message.subarray(campaignBytes.length);
	return (customer) => {
		const most = customer.length * BYTES_OF_CHARACTER;
		if (room.length < most) {
			message = new Uint8Array(campaignBytes.length + 2 * most);
			message.set(campaignBytes);
			room = message.subarray(campaignBytes.length);
		}
		const { written } = encoder.encodeInto(customer, room);
		const bits = hash(message.subarray(0, campaignBytes.length + written));
		let draw = 0;
		for (let at = 0; at < BYTES_OF_DRAW; at++) draw = draw * 256 + bits[at];
		return draw / DRAWS;
	};
}
