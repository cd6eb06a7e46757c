import type { Words } from './words';

export const english: Words = {
	kinds: {
		paymentFailed: [
			'payment failed', 'payment_failed', 'payment failure', 'failed payment', 'payment_disputed', 'payment disputed', 'chargeback', 'nonpayment', 'non-payment', 'non payment', 'unpaid', 'past due', 'past_due',
			'card expired', 'expired card', 'expired_card', 'card declined', 'card_declined', 'declined', 'insufficient funds', 'insufficient_funds', 'dunning', 'billing issue', 'could not pay', "couldn't pay", 'unable to pay', 'wrong card', 'wrong number', 'lost card', 'stolen card', 'involuntary',
		],
		competitor: ['competitor', 'competition', 'switched_service', 'switched service', 'switched provider', 'switched vendor', 'switched supplier', 'switched to another', 'another provider', 'other provider', 'another service'],
		movedAway: ['moved', 'moving', 'relocat'],
		changedNeeds: [
			'closed down', 'closed the shop', 'closed shop', 'closed our', 'closing the shop', 'closing the store', 'closing the business', 'closing the company', 'closing the office', 'closing the salon', 'closing the cafe', 'closing the restaurant', 'closing our', 'closing shop', 'closing down', 'closing business', 'shutting down', 'shut down', 'ceased trading', 'acquired', 'acquisition', 'merged with', 'merger', 'taken over', 'out of business', 'bankrupt', 'went bust',
			'no longer need', 'no longer needed', 'not needed', 'unused', 'not using', 'no longer us', 'needs changed', 'changed needs', 'project ended', 'project finished', 'retired', 'died', 'death', 'deceased', 'illness', 'maternity', 'seasonal', 'slow season', 'low season', 'off season', 'off-season', 'end of the season', 'season ended', 'season is over',
		],
		ignoredComplaints: ['complain', 'ignored'],
		indifference: ['rude'],
		badService: ['slow delivery', 'slow response', 'slow reply'],
		service: ['bad service', 'poor service', 'service', 'customer_service', 'support'],
		backwardTechnology: ['slow app', 'slow site', 'slow website', 'bug', 'too_complex', 'complex', 'complicated', 'hard to use', 'outdated'],
		missingProduct: ['missing', 'out of stock', 'not in stock'],
		range: ['missing_features', 'feature'],
		lowQuality: ['low_quality', 'broken'],
		quality: ['quality'],
		bonuses: ['bonus', 'discount'],
		budget: ['budget'],
		priceRise: ['too expensive', 'too_expensive', 'expensive', 'price', 'pricing', 'cost', 'cheaper'],
		ours: ['too slow', 'slow to'],
		wished: ['cancellation_requested', 'cancellation requested', 'customer request', 'requested by customer', 'voluntary', 'never tried', 'never used', 'did not want', "didn't want", 'does not want', "doesn't want"],
	},
	reasons: {
		competitor: [
			'rival', 'another vendor', 'another supplier', 'another store', 'another shop', 'another company', 'another brand', 'another app|', 'another tool', 'another platform', 'another software', 'another agency', 'another gym',
			'different provider', 'different vendor', 'different supplier', 'different service', 'different company', 'different store', 'different shop', 'different tool', 'different platform', 'different brand', 'different app|', 'different software',
			'new provider', 'new supplier', 'new vendor', 'better alternative', 'found an alternative', 'found another', 'found a better', 'found something better', 'found a different', 'better app|', 'better offer', 'better deal', 'better service elsewhere',
			'went elsewhere', 'gone elsewhere', 'go elsewhere', 'going elsewhere', 'buy elsewhere', 'buying elsewhere', 'shop elsewhere', 'shopping elsewhere', 'order elsewhere', 'ordering elsewhere', 'business elsewhere',
			'switch ~ provider', 'switch ~ supplier', 'switch ~ vendor', 'switch ~ service', 'switch ~ tool', 'switch ~ platform', 'changed provider', 'changed supplier', 'moved to ~ provider', 'moved to ~ supplier', 'moved to ~ platform', 'moved to ~ tool', 'moved to ~ software', 'moved to ~ solution', 'moving to ~ provider', 'moving to ~ platform', 'moving to ~ solution', 'using ~ instead', 'migrated to', 'migrating to', 'another solution', 'different solution', 'went with another', 'go with another', 'chose another', 'chose a different', 'picked another', 'picked a different', 'went with a different', 'go with a different', 'another place', 'another one|', 'different gym', 'different agency', 'another bank',
		],
		movedAway: ['emigrat', 'left the country', 'leaving the country', 'left town', 'leaving town', 'live in another', 'live in a different', 'living in another', 'live too far', 'live far', 'too far', 'far away', 'new address', 'changed address', 'no store near', 'no shop near', 'no branch', 'other side of town', 'different city', 'other city', 'new city', 'new town', 'different country', 'another country', 'another town', 'another city'],
		changedNeeds: [
			"don't need", 'dont need', 'do not need', "doesn't need", 'does not need', "didn't need", 'did not need', 'need it anymore', 'need this anymore', 'need it any more', 'no need', 'nothing to use it for', 'needs have changed', 'need changed',
			'hardly use', 'hardly ever use', 'barely use', 'rarely use', 'seldom use', 'never use', "don't use", 'dont use', 'do not use', "didn't use", 'did not use', "wasn't using", "weren't using", "haven't used", 'not used', 'use it enough', 'stopped using',
			'project ~ finish', 'project ~ over', 'project ~ complete', 'project ~ done', 'project ~ cancel', 'event ~ over', 'course ~ over', 'grew out', 'grown out', 'outgrew', 'outgrown', 'no time', 'not enough time', 'too busy', 'have enough', 'have too much', 'have too many', 'more than i need', 'already have', 'left the company', 'changed jobs', 'sold our', 'sold my', 'sold the', 'winding down', 'wound down', 'downsiz', 'laid off', 'layoff', 'passed away', 'fell ill', 'pregnan', 'no longer relevant', 'not relevant', 'parental leave', 'quit my job', 'no use for',
		],
		ignoredComplaints: [
			'ignoring', 'ignores', 'unanswered', 'no one replied', 'nobody replied', 'no one ever replied', 'nobody ever replied', 'no one answered', 'nobody answered', 'no one responded', 'nobody responded', 'no one called back', 'nobody called back', 'never replied', 'never answered', 'never responded', 'never called back', 'never got back', 'never got an answer', 'never got a reply', 'never got a response', 'never heard back', 'no reply', 'no response',
			'never resolved', 'not resolved', "wasn't resolved", 'unresolved', 'never fixed', 'refund ~ refused', 'refused ~ refund', 'not one reply', 'not a single reply', 'not one answer', 'no answer', 'deaf ears', 'brushed off', 'never acted on',
		],
		indifference: [
			'indifferen', 'impolite', 'disrespect', 'unfriendly', 'arrogan', 'dismissive', 'condescend', "didn't care", "doesn't care", "don't care", 'did not care', 'does not care', 'do not care', "couldn't care less", 'not care less', 'nobody cares', 'nobody cared', 'no one cares', 'no one cared', 'uninterested', 'another number', 'just a number', 'unwelcome', 'unimportant', 'unappreciated', 'undervalued', 'not appreciated', 'not valued',
			'bad attitude', 'poor attitude', 'neglect', 'inattentive', 'lack of attention', 'forgot about us', 'forgot about me', 'insult', 'yelled', 'shouted', 'hung up on', 'nobody bothered', 'no one bothered', 'nobody greeted', 'no one greeted', 'cold shoulder', 'looked down on', 'felt ignored', 'talked down to',
		],
		staff: ['staff', 'employee', 'manager', 'cashier', 'salesperson', 'salesman', 'seller', 'shop assistant', 'consultant', 'waiter', 'receptionist', 'attitude'],
		badService: [
			'mixed up', 'wrong item', 'wrong order', 'wrong size', 'wrong product', 'wrong colo', 'never arrived', 'never delivered', 'not delivered', 'arrived late', 'came late', 'late deliver', 'delayed', 'delays', 'long wait', 'waited', 'unreliable', 'hard to reach', "can't reach", 'cannot reach', 'impossible to reach', 'could not reach', "couldn't reach", 'lost my order', 'lost my parcel', 'lost my package', 'overcharged', 'charged twice', 'double charged', 'unhelpful', 'incompeten', 'unprofessional', 'had to call', 'took weeks', 'took days', 'took forever', 'no-show', "didn't show up", 'never showed up', 'called ~ times', 'wrong address',
		],
		service: ['delivery', 'deliveries', 'shipping', 'shipment', 'courier', 'order|', 'orders|', 'parcel', 'helpdesk', 'help desk', 'call center', 'call centre', 'response time', 'refund', 'onboarding', 'customer experience'],
		backwardTechnology: [
			'slow loading', 'crash', 'glitch', 'clunky', 'freez', 'old-fashioned', 'old fashioned', 'obsolete', 'user unfriendly', 'not user friendly', 'unintuitive', 'difficult to use', 'confusing', 'technical issue', 'technical problem', 'technical difficult', 'technical error', 'no mobile app', 'no app|', 'no online', "can't order online", 'cannot order online', 'order online', "can't pay online", 'cannot pay online', "can't pay by", 'cannot pay by', 'backward', 'downtime', 'outage', 'stone age', 'last century', 'by phone only', 'only by phone', 'fax', 'logged out', 'logs me out', 'error message', 'sync',
		],
		technology: ['app|', 'apps|', 'site|', 'website', 'web site', 'software', 'platform', 'system|', 'systems|', 'interface', 'checkout', 'login', 'log in', 'technology', 'ui|', 'ux|', 'dashboard'],
		missingProduct: [
			'unavailable', 'not available', "isn't available", "wasn't available", 'never available', 'no longer available', 'discontinued', 'stopped carrying', 'stopped selling', 'stopped making', 'stopped producing', 'no longer carry', 'no longer sell', 'no longer stock', 'no longer make', "don't carry", "doesn't carry", 'do not carry', "don't sell", "don't stock", "don't have what", "didn't have what", "didn't have the feature", "don't have my", "didn't have my", 'my size', 'sold out', 'no integration', 'lacks', 'lacking', "doesn't offer", "don't offer", "didn't offer", 'does not offer', 'do not offer',
			"couldn't find what", 'could not find what', 'did not find what', "didn't find what", 'nothing to choose', 'does not meet', "doesn't meet", "didn't meet", "doesn't integrate", 'does not integrate', "doesn't support", 'does not support', 'never have', 'ran out of', 'run out of', "can't find", 'not in my size', 'never in stock',
		],
		range: ['selection', 'assortment', 'range|', 'choice', 'variety', 'integration', 'functionality', 'functions|', 'stock|'],
		lowQuality: [
			'damaged', 'defect', 'fell apart', 'falls apart', 'falling apart', 'broke|', 'breaks', 'breaking', 'poorly made', 'badly made', 'cheaply made', 'flimsy', 'faulty', 'shoddy', 'rotten', 'stale', 'mouldy', 'moldy', 'spoiled', 'tasteless', 'worn out', 'wore out', 'ripped', 'tore|', 'torn|', 'shrank', 'shrunk', 'faded', 'leaked', 'leaking', "didn't last", 'did not last', "doesn't last", 'not as described', 'fake', 'counterfeit', 'after one wash', 'after the first wash', 'used to be better', 'not what it used to be', 'fell off', 'came apart', 'stopped working', 'died after',
		],
		quality: ['product|', 'products|', 'item|', 'items|', 'goods|', 'material', 'fabric', 'taste|', 'food|', 'meat|'],
		noBonusProgramme: ['no loyalty', 'loyalty ~ not reward', 'nothing for loyal', 'nothing for regular', 'only for new customers', 'new customers get', 'nothing for being loyal', 'loyal customer'],
		bonuses: ['loyalty', 'reward', 'points|', 'cashback', 'cash back', 'coupon', 'perks', 'promotion', 'promo code', 'gifts|'],
		priceRise: [
			"can't afford", 'cannot afford', 'can not afford', "couldn't afford", 'not afford', 'unaffordable', 'overpriced', 'too much money', 'save money', 'saving money', 'cut ~ costs', 'cutting expenses', 'cut expenses', 'cutting back', 'fees|', 'charge too much', 'not worth', "isn't worth", "wasn't worth", 'money is tight', 'financial reason', 'financial difficult', 'discount ~ ended', 'discount ~ expired', 'promo ~ ended', 'raised ~ rates', 'rates went up', 'rate increase', 'raised the fee', 'fee|', 'paying too much', 'more than i can pay', 'pay less', 'charged more', 'hike', 'out of our budget', 'out of my budget',
		],
		satisfied: [
			'no complaint', 'nothing to complain', 'everything was great', 'everything was fine', 'everything was good', 'everything was perfect', 'everything was ok', 'everything is great', 'everything is fine', 'everything is good', 'everything is perfect', 'all was good', 'all was fine', 'all good', 'all great', 'happy with', 'satisfied', 'pleased with', 'was happy', 'were happy', 'nothing wrong', 'no issues', 'no problems', 'i forgot', 'we forgot', 'just forgot', 'simply forgot', 'forgot to order', 'forgot to reorder', 'forgot to renew', 'wanted a change', 'something new', 'something different', 'no particular reason', 'nothing against you', 'nothing personal', 'got lazy', 'no hard feelings', "you're great", 'you are great',
		],
	},
	endings: {
		didNotRenew: ['not renew', 'did not renew', 'non-renewal', 'nonrenewal', 'non_renewing', 'not_renewed', 'contract expired', 'subscription expired', 'term expired', 'contract ran out'],
		closedAccount: ['account closed', 'closed account', 'closed the account', 'closed their account', 'account_closed', 'account deleted', 'deleted account'],
		endedContract: ['cancellation_requested', 'cancellation requested', 'cancelled', 'canceled', 'terminated', 'ended contract', 'contract ended'],
	},
	complaints: [
		'bad|', 'badly', 'poor', 'awful', 'terrible', 'horrible', 'worse', 'worst', 'slow', 'low|', 'lower', 'drop', 'declin', 'downhill', 'disappoint', 'unsatisf', 'dissatisf', 'unhappy', 'not good', 'not great', 'not happy', 'not satisf', 'not pleased', "wasn't good", "isn't good", "n't reward", 'not reward', 'lack', 'missing', 'limited', 'small|', 'narrow', 'late|', 'delay', 'wait', 'days|', 'problem', 'issue', 'error', 'mistake', 'trouble', 'nightmare', 'useless', 'broke', 'wrong', 'lost|', 'less than expected', 'below expect',
		"doesn't work", 'does not work', "didn't work", 'did not work', "don't work", 'not working', 'stopped working', "won't load", 'difficult', 'complicated', 'confusing', 'old|', 'ugly', 'hate', 'weak', 'inconsistent', 'never gave', 'never give', 'never offer', 'never got', 'stopped giving', 'took away', 'removed', 'cancelled|', 'gone', 'nobody', 'no one', 'unpleasant', 'inadequate', 'not enough', 'too long', 'forever', 'no help', 'not helpful', 'not one', 'not a single', 'sucks', 'joke|', 'laggy', 'fail', 'kept', 'keeps',
	],
};
