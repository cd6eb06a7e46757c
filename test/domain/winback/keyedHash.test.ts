import { keyedHash } from '../../../domain/winback/keyedHash';

const bytes = (text: string) => new TextEncoder().encode(text);
const repeated = (byte: number, times: number) => new Uint8Array(times).fill(byte);
const hex = (hash: ArrayLike<number>) => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');

const LONG_KEY = repeated(0xaa, 131);

describe('keyedHash(key)(message)', () => {
	it.each([
		['1: a key of 20 bytes', repeated(0x0b, 20), bytes('Hi There'), 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
		['2: a short key', bytes('Jefe'), bytes('what do ya want for nothing?'), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
		['3: key and message of the highest bits', repeated(0xaa, 20), repeated(0xdd, 50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
		['4: a key that counts', Uint8Array.from({ length: 25 }, (_, at) => at + 1), repeated(0xcd, 50), '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b'],
		['6: a key longer than a block', LONG_KEY, bytes('Test Using Larger Than Block-Size Key - Hash Key First'), '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54'],
		[
			'7: key and message longer than a block',
			LONG_KEY,
			bytes('This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.'),
			'9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
		],
	])('has the vector of RFC 4231, test case %s', (_name, key, message, expected) => expect(hex(keyedHash(key)(message))).toBe(expected));

	it('has the first 128 bits of RFC 4231, test case 5, which the RFC cuts there', () => {
		expect(hex(keyedHash(repeated(0x0c, 20))(bytes('Test With Truncation'))).slice(0, 32)).toBe('a3b6167473100ee06e0c796c2955552b');
	});

	it('starts afresh with each message: the vector of test case 2 again after messages of 0, 55, 56, 64 and 200 bytes', () => {
		const hash = keyedHash(bytes('Jefe'));
		for (const length of [0, 55, 56, 64, 200]) hash(repeated(7, length));
		expect(hex(hash(bytes('what do ya want for nothing?')))).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
	});

	it('keeps the state of its own key beside another hash: test cases 1 and 2 by turns', () => {
		const [one, other] = [keyedHash(repeated(0x0b, 20)), keyedHash(bytes('Jefe'))];
		const first = hex(one(bytes('Hi There')));
		other(bytes('Hi There'));
		expect(hex(one(bytes('Hi There')))).toBe(first);
	});
});
