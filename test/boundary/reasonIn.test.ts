import fc from 'fast-check';
import { createReasonReader, kindOfReason, reasonIn } from '../../boundary/leavingReasons';
import { knownCodes } from '../../boundary/leavingReasons/codes';
import { english } from '../../boundary/leavingReasons/english';
import { persian } from '../../boundary/leavingReasons/persian';
import { russian } from '../../boundary/leavingReasons/russian';
import { ukrainian } from '../../boundary/leavingReasons/ukrainian';
import type { ReasonId } from '../../domain/winback/reasons';
import { reasonIds, reasons } from '../../domain/winback/reasons';
import { denied, sentences, silent, twoReasons } from './leavingReasons/sentences';
import { unseen, unseenSilent } from './leavingReasons/unseen';

describe('what customers write tells of the reason that a reader would name: DOMAIN 4', () => {
	const cases = reasonIds.flatMap((id) => Object.values(sentences[id]).flatMap((texts) => texts.map((text) => [text, id] as const)));
	it.each(cases)('%s: %s', (text, id) => expect(reasonIn(text)).toBe(id));
	it('there are three or more of each reason in each of four languages', () => {
		for (const id of reasonIds) expect(Object.values(sentences[id]).filter((texts) => texts.length >= 3)).toHaveLength(4);
	});
});

describe('of two reasons the first in the order of the families', () => {
	it.each(twoReasons)('%s: %s', (text, id) => expect(reasonIn(text)).toBe(id));
});

describe('a reason that is denied is none', () => {
	it.each(denied)('%s: %s', (text, id) => expect(reasonIn(text)).toBe(id));
});

describe('what tells of no reason is no reason', () => {
	it.each(silent)('%j', (text) => expect(reasonIn(text)).toBeNull());
});

describe('every code and title stands for its reason', () => {
	it.each(reasonIds.flatMap((id) => knownCodes(id).map((code) => [code, id] as const)))('%s: %s', (code, id) => expect(reasonIn(code)).toBe(id));

	it.each(reasonIds)('%s, in any writing', (id) => {
		const words = id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
		const writings = [id, words, words.replaceAll(' ', '_'), words.replaceAll(' ', '-').toUpperCase(), words[0].toUpperCase() + words.slice(1), ` ${id}\u200f `, id.toUpperCase(), reasons[id].title.toUpperCase()];
		expect(writings.map(reasonIn)).toEqual(writings.map(() => id));
	});

	// Stripe's API reference, cancellation_details.feedback.
	it.each([
		['too_expensive', 'priceRise'], ['missing_features', 'missingProduct'], ['switched_service', 'competitor'], ['unused', 'changedNeeds'],
		['customer_service', 'badService'], ['too_complex', 'backwardTechnology'], ['low_quality', 'lowQuality'], ['other', null],
	])('Stripe writes %s: %s', (code, id) => expect(reasonIn(code)).toBe(id));

	it('RevenueCat writes CUSTOMER_SUPPORT for a refund: no reason', () => expect(reasonIn('CUSTOMER_SUPPORT')).toBeNull());
	it('several options in a cell: the first in the order of the families', () => expect(reasonIn('Price; Quality; Support')).toBe('badService'));
	it('options with a text among them are read as a text: no option of "quality, price and all else were great"', () => expect(reasonIn('quality, all else was great')).toBeNull());
});

describe('a topic is a reason only with a complaint beside it', () => {
	it.each([
		['the service', null], ['thank you for the service', null], ['the service was awful', 'badService'], ['no support at all', 'badService'], ['The app is lovely, delivery was late', 'badService'],
		['сервіс', 'badService'], ['дякую за сервіс', null], ['сервіс жахливий', 'badService'], ['качество не устроило', 'lowQuality'], ['качество отличное, бонусов нет', 'noBonusProgramme'],
		['کیفیت خوب نبود', 'lowQuality'], ['قیمت خوب نبود', 'priceRise'], ['پشتیبانی نداشت', 'badService'],
	] as const)('%s: %s', (text, id) => expect(reasonIn(text)).toBe(id));
});

describe('one writing of what people write in many', () => {
	it.each([
		['НАДТО ДОРОГО', 'priceRise'], ['Всё нравилось', 'satisfied'], ['كيفيت پايين', 'lowQuality'], ['نمی توانم، لازم ندارم', 'changedNeeds'],
		['کم استفاده می\u200cکنم', 'changedNeeds'], ['кур\u02bcєр запізнився', 'badService'], ['I don\u2019t need it', 'changedNeeds'], ['lostToCompetitor', 'competitor'],
	] as const)('%s: %s', (text, id) => expect(reasonIn(text)).toBe(id));
	it('words are whole at their start, and at their end where the stem says so', () => expect(['later', 'priceless? no: recosted', 'application'].map(reasonIn)).toEqual([null, 'priceRise', null]));
});

describe('the words', () => {
	const languages = [english, ukrainian, russian, persian];

	it('none stands twice in a language among those of a reason or a kind', () => {
		for (const { kinds, reasons: more } of languages) {
			const stems = [...Object.values(kinds).flat(), ...Object.values(more).flat()];
			expect(stems.filter((stem, at) => stems.indexOf(stem) !== at)).toEqual([]);
		}
	});

	it('all are as tidied texts are: small letters, nothing invisible', () => {
		for (const { kinds, reasons: more, endings, complaints } of languages) {
			for (const stem of [kinds, more, endings].flatMap((words) => Object.values(words).flat()).concat(complaints)) {
				expect(stem).toMatch(/^\p{L}[\p{L}\d' _~-]*\|?$/u);
				expect(stem).toBe(stem.toLowerCase());
				expect(stem).not.toMatch(/[\u0451\u064a\u0649\u0643\u200c]/);
			}
		}
	});
});

describe('laws', () => {
	it('a sentence of which a kind is told has that of its reason', () => {
		for (const id of reasonIds) {
			const kinds = Object.values(sentences[id]).flat().map(kindOfReason).filter(({ control }) => control !== 'unknown');
			// "Больше не приду", they will not come again, counts as theirs among the kinds, and tells no reason.
			const others = kinds.filter(({ control }) => control !== reasons[id].control);
			expect(others.length).toBeLessThanOrEqual(1);
		}
	});

	it('any text tells of one of the twelve or of none, and of the same each time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				const reason = reasonIn(text);
				expect(reason === null || reasonIds.includes(reason)).toBe(true);
				expect(reasonIn(text)).toBe(reason);
			}),
		);
	});

	it('spaces around and within do not matter', () => {
		const texts = Object.values(sentences.priceRise).flat();
		expect(texts.map((text) => reasonIn(`\u00a0 ${text.replaceAll(' ', '  ')}\n`))).toEqual(texts.map(() => 'priceRise'));
	});
});

describe('sentences that no word was chosen for', () => {
	const told = reasonIds.flatMap((id) => unseen[id].map((text) => ({ id, told: reasonIn(text) })));

	// As measured when they were written, once and before any change: 21 of 48 told rightly, 4 wrongly, 23 not; 1 of 26 silent ones taken for a reason.
	it('no fewer than 21 of 48 are told rightly, and no more than 4 wrongly', () => {
		expect(told.filter(({ id, told: reason }) => reason === id).length).toBeGreaterThanOrEqual(21);
		expect(told.filter(({ id, told: reason }) => reason !== null && reason !== id).length).toBeLessThanOrEqual(4);
	});
	it('of 26 that say nothing no more than 1 is taken for a reason', () => expect(unseenSilent.filter((text) => reasonIn(text) !== null).length).toBeLessThanOrEqual(1));
});

describe('a reader of cells', () => {
	const read = createReasonReader();
	it.each<[unknown, ReasonId | null]>([
		['too_expensive', 'priceRise'], ['too_expensive', 'priceRise'], ['', null], [null, null], [undefined, null], [7, null], [true, null], [{ code: 'price' }, null], [['price'], null],
	])('%j: %s', (cell, id) => expect(read(cell)).toBe(id));
});
