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
	deleted: 'deleted',
	draft: 'not issued yet',
	notDone: 'not done yet',
	noContact: 'that reach nobody, such as notes and tasks',
	repeated: 'given twice',
	staff: 'of the own staff',
	unseenRefund: 'given back, which the chosen amount does not tell',
	unusable: 'unusable',
} as const;

export type LeftOutKind = keyof typeof leftOutKinds;
