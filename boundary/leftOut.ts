/** Why a row is knowingly not counted; each phrase follows a number: "31 cancelled". */
export const leftOutKinds = {
	empty: 'empty',
	cancelled: 'cancelled',
	unpaid: 'not paid',
	notWon: 'not won',
	test: 'made for a test',
	guest: 'without a customer',
	zeroPrice: 'with an amount of 0',
	afterAsOf: 'dated after As Of',
	trial: 'on trial',
	freePlan: 'on a free plan',
	paused: 'paused',
	notStarted: 'not started',
	withoutStart: 'of a customer who was here before the rows begin',
	unusable: 'unusable',
} as const;

export type LeftOutKind = keyof typeof leftOutKinds;
