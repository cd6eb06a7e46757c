import { topFifth } from '../../../domain/churn/topFifth';

/** Customers as [spent before, lost]. */
const membersOf = (...customers: ReadonlyArray<readonly [spent: number, lost: 0 | 1]>) =>
	Object.freeze({
		spentBefore: Float64Array.from(customers, ([spent]) => spent),
		isLost: Uint8Array.from(customers, ([, lost]) => lost),
	});

describe('topFifth (C16): the fifth who had spent most before the period', () => {
	it('of five is the one who spent 80 of 100, lost or not', () => {
		expect(topFifth(membersOf([5, 0], [5, 1], [80, 0], [5, 1], [5, 1]))).toEqual({ customers: 1, shareOfSpend: 80 / 100, churned: 0 });
		expect(topFifth(membersOf([5, 0], [5, 1], [80, 1], [5, 1], [5, 1]))?.churned).toBe(1);
	});

	it('of nine is one, of ten two: a fifth is rounded down', () => {
		const equal = (count: number) => membersOf(...Array.from({ length: count }, () => [10, 0] as const));
		expect(topFifth(equal(9))).toEqual({ customers: 1, shareOfSpend: 1 / 9, churned: 0 });
		expect(topFifth(equal(10))).toEqual({ customers: 2, shareOfSpend: 2 / 10, churned: 0 });
	});

	it('of several who spent the same takes each with the same part, whoever is listed first: 1 lost of 5 is 1/5', () => {
		expect(topFifth(membersOf([7, 1], [7, 0], [7, 0], [7, 0], [7, 0]))?.churned).toBe(1 / 5);
		expect(topFifth(membersOf([7, 0], [7, 0], [7, 0], [7, 0], [7, 1]))?.churned).toBe(1 / 5);
	});

	it('takes those above a tie whole: the 9 is lost, and one place is left for three 7s of whom one is lost: 1 + 1/3', () => {
		const ten = membersOf([7, 1], [7, 0], [7, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [1, 0], [9, 1]);
		expect(topFifth(ten)).toEqual({ customers: 2, shareOfSpend: 16 / 36, churned: 1 + 1 / 3 });
	});

	it('of four is none: null', () => {
		expect(topFifth(membersOf([1, 0], [1, 0], [1, 0], [1, 0]))).toBeNull();
	});

	it('of nobody is null', () => {
		expect(topFifth(membersOf())).toBeNull();
	});

	it('is null where nothing was spent, or refunds exceed it', () => {
		expect(topFifth(membersOf([0, 1], [0, 0], [0, 0], [0, 0], [0, 0]))).toBeNull();
		expect(topFifth(membersOf([10, 0], [-5, 0], [-5, 0], [-5, 0], [-5, 0]))).toBeNull();
	});

	it('keeps the customers in the order it was given them', () => {
		const members = membersOf([5, 0], [80, 0], [1, 0], [9, 0], [3, 0]);
		topFifth(members);
		expect([...members.spentBefore]).toEqual([5, 80, 1, 9, 3]);
	});
});
