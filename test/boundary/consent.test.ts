import { consentColumn, consentIn } from '../../boundary/consent';
import { columnAt } from '../../boundary/sources/roleColumn';

const said = (name: string, ...cells: readonly unknown[]) => cells.map((cell) => consentIn({ name }, cell));

describe('consent', () => {
	it('is what a truth value, a tick or a word in four languages says', () => {
		expect(said('consent', true, 'yes', 'Subscribed', 1, 'Opted in', '✓', 'так', 'да', 'بله')).toEqual(new Array(9).fill(true));
		expect(said('consent', false, 'No', 'UNSUBSCRIBED', 0, 'ні', 'нет', 'خیر')).toEqual(new Array(7).fill(false));
	});

	it('is a no for one who is only asked, whose address is dead, who complained, or who took it back', () => {
		expect(said('state', 'pending', 'bounced', 'invalid', 'redacted', 'not_subscribed', 'not subscribed', 'cleaned', 'withdrawn', 'Revoked', 'відкликано', 'отозвано', 'انصراف')).toEqual(new Array(12).fill(false));
	});

	it('is a no for one who disagrees, refuses or asks not to be called, in English, Ukrainian, Russian, Persian and German', () => {
		const words = [
			'Disagree', 'disagreed', 'refuses', 'not opted in', 'Not agreed', 'not_accepted', 'not allowed', 'not confirmed', 'forbidden', 'suppressed', 'unsub', 'spam', 'hard bounce', 'soft-bounce', 'deleted', 'DNC', "don't call", 'Dont contact', 'dont e-mail', 'nein',
			'не згоден', 'не згодна', 'Не підписаний', 'заборонено', 'не согласен', 'не согласна', 'не подписана', 'запрещено', 'مخالفم', 'موافق نیستم',
		];
		expect(said('consent', ...words).map((agrees, at) => [words[at], agrees])).toEqual(words.map((word) => [word, false]));
		expect(said('unsubscribed', ...words)).toEqual(words.map(() => false));
	});

	it('is a yes only of the whole word: agreed, but not disagreed, subscribed, but not unsubscribed', () => {
		expect(said('consent', 'agreed', 'disagreed', 'підписаний', 'не підписаний', 'согласна', 'не согласна', 'موافق', 'موافق نیستم')).toEqual([true, false, true, false, true, false, true, false]);
	});

	it('is turned round in a column about objection, whatever its language and spelling', () => {
		for (const name of ['unsubscribed', 'Unsubscribed?', 'opt_out', 'optOut', 'Opt-out', 'hs_email_optout', 'Do not contact', 'doNotCall', 'Відмова від розсилки', 'Відписка', 'Не турбувати', 'Отписан', 'Не звонить', 'Не беспокоить', 'لغو اشتراک', 'تماس نگیرید', 'objected', 'Has objected', 'blacklisted', 'consent_revoked', 'consentWithdrawn', 'refused', 'Заперечення', 'У чорному списку', 'Возражение', 'В чёрном списке']) {
			expect([name, ...said(name, true, 'no', 1, false)]).toEqual([name, false, true, false, true]);
		}
	});

	it('is not turned round by a word that objects: opted out in a column called opt_out is an objection', () => {
		expect([said('unsubscribed', 'unsubscribed'), said('opt_out', 'opted out', 'Opt-out'), said('Відписка', 'відписався'), said('Отписан', 'отписан')].flat()).toEqual(new Array(5).fill(false));
	});

	it('is refused by a date or any mark in a column about objection, and a word that agrees there is not understood', () => {
		expect([said('unsubscribed', '2024-05-03', 1714729200, 'perhaps', '+'), said('do_not_contact', 'x', '✓')].flat()).toEqual(new Array(6).fill(false));
		expect(said('unsubscribed', 'subscribed', 'https://example.com/unsubscribe')).toEqual([null, null]);
	});

	it('is not turned round in a column about consent', () => {
		for (const name of ['accepts_marketing', 'opt_in', 'subscribed', 'email_marketing_consent.state', 'Згода']) expect([name, ...said(name, true, false)]).toEqual([name, true, false]);
	});

	it('is not known of a blank cell, an unknown word, an object or a list, nor of a blank one in a column about objection', () => {
		expect(said('consent', null, undefined, '', '-', 'perhaps', {}, [true], 'x'.repeat(100_000), '__proto__', 'x', '2024-05-03')).toEqual(new Array(11).fill(null));
		expect(said('unsubscribed', null, '', '-', {})).toEqual([null, null, null, null]);
	});
});

describe('several columns about consent', () => {
	const { read, name } = consentColumn(['accepts_marketing', 'do_not_contact'].map(columnAt));

	it('say nothing where only an objection is asked for and denied: that nobody objected is no agreement', () => {
		const unsubscribed = consentColumn(['unsubscribed'].map(columnAt));
		expect([false, 'no', 0, true].map((cell) => unsubscribed.read({ unsubscribed: cell }))).toEqual([undefined, undefined, undefined, false]);
	});

	it('are read together, and an objection in any wins', () => {
		expect([read({ accepts_marketing: true, do_not_contact: true }), read({ accepts_marketing: true, do_not_contact: '' }), read({ accepts_marketing: false })]).toEqual([false, true, false]);
		expect(name).toBe('accepts_marketing" and "do_not_contact');
	});

	it('are a consent only where every cell that says something is understood', () => {
		expect([read({ accepts_marketing: 'perhaps', do_not_contact: 'no' }), read({ accepts_marketing: 'perhaps', do_not_contact: 'x' }), read({})]).toEqual(['perhaps', false, undefined]);
	});
});
