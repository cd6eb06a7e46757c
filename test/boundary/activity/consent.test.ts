import { consentIn } from '../../../boundary/activity/consent';

const said = (name: string, ...cells: readonly unknown[]) => cells.map((cell) => consentIn({ name }, cell));

describe('consent', () => {
	it('is what a truth value or a word in four languages says', () => {
		expect(said('consent', true, 'yes', 'Subscribed', 1, 'так', 'да', 'بله')).toEqual([true, true, true, true, true, true, true]);
		expect(said('consent', false, 'No', 'UNSUBSCRIBED', 0, 'ні', 'нет', 'خیر')).toEqual([false, false, false, false, false, false, false]);
	});

	it('is a no for one who is only asked, whose address is dead, or who complained', () => {
		expect(said('state', 'pending', 'bounced', 'invalid', 'redacted', 'not_subscribed', 'not subscribed', 'cleaned')).toEqual([false, false, false, false, false, false, false]);
	});

	it('is turned round in a column about objection, whatever its language and spelling', () => {
		for (const name of ['unsubscribed', 'Unsubscribed?', 'opt_out', 'optOut', 'hs_email_optout', 'Do not contact', 'doNotCall', 'Відмова від розсилки', 'Отписан', 'لغو اشتراک']) {
			expect([name, ...said(name, true, 'no', 1)]).toEqual([name, false, true, false]);
		}
	});

	it('is not turned round in a column about consent', () => {
		for (const name of ['accepts_marketing', 'opt_in', 'subscribed', 'email_marketing_consent.state', 'Згода']) expect([name, ...said(name, true, false)]).toEqual([name, true, false]);
	});

	it('is not known of a blank cell, an unknown word, an object or a list, in either kind of column', () => {
		expect(said('consent', null, undefined, '', '-', 'perhaps', {}, [true], 'x'.repeat(100_000), '__proto__')).toEqual(new Array(9).fill(null));
		expect(said('unsubscribed', null, '', 'perhaps', {})).toEqual([null, null, null, null]);
	});
});
