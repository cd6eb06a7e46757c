/** The names currencies go by beside an amount. */

/** The codes of ISO 4217 in use, and of currencies replaced lately, which older rows still carry. */
const isoCodes = `
	AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
	CAD CDF CHF CLF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
	GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
	KWD KYD KZT LAK LBP LKR LRD LSL LTL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
	NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP
	SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
	VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL`;

/** Currencies whose smallest coin is not a hundredth, by ISO 4217: the decimals they have. */
const decimalsOfOthers: Readonly<Record<string, number>> = Object.fromEntries([
	...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
	...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
	['CLF', 4] as const,
]);

/** How many decimals a currency's smallest coin has: yen 0, dinar 3; 2 where nothing else is known. */
export const decimalsOf = (currency: string): number => decimalsOfOthers[currency] ?? 2;

/** Signs and words that stand for one currency, in lower case. IRT, the toman, is ten IRR and no ISO code. */
const namesOfOne: Readonly<Record<string, string>> = {
	'€': 'EUR', euro: 'EUR', euros: 'EUR',
	'£': 'GBP',
	'₴': 'UAH', 'грн': 'UAH', 'грн.': 'UAH',
	'₽': 'RUB', 'руб': 'RUB', 'руб.': 'RUB', 'р.': 'RUB',
	'﷼': 'IRR', 'ریال': 'IRR',
	'تومان': 'IRT', 'تومن': 'IRT', toman: 'IRT', tomans: 'IRT', irt: 'IRT',
	us$: 'USD', c$: 'CAD', ca$: 'CAD', a$: 'AUD', au$: 'AUD', nz$: 'NZD', hk$: 'HKD', s$: 'SGD', nt$: 'TWD',
	mx$: 'MXN', r$: 'BRL',
	'cn¥': 'CNY', 'jp¥': 'JPY', '元': 'CNY', rmb: 'CNY', '円': 'JPY',
	'fr.': 'CHF', 'sfr.': 'CHF',
	'zł': 'PLN', 'kč': 'CZK', ft: 'HUF', 'лв': 'BGN', 'лв.': 'BGN',
	'₸': 'KZT', '₺': 'TRY', tl: 'TRY', '₹': 'INR', '₪': 'ILS', '₩': 'KRW', '₫': 'VND', '฿': 'THB', '₱': 'PHP',
	'₦': 'NGN', '₾': 'GEL', '֏': 'AMD', '₼': 'AZN',
};

/** Signs and words several currencies share, and which; what is not said stays as written. */
const namesOfSeveral: Readonly<Record<string, readonly string[]>> = {
	$: `ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP DOP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD
		USD UYU XCD`.split(/\s+/),
	'¥': ['CNY', 'JPY'],
	kr: ['DKK', 'ISK', 'NOK', 'SEK'],
	'kr.': ['DKK', 'ISK', 'NOK', 'SEK'],
	lei: ['MDL', 'RON'],
	rs: ['INR', 'LKR', 'MUR', 'NPR', 'PKR', 'SCR'],
	'rs.': ['INR', 'LKR', 'MUR', 'NPR', 'PKR', 'SCR'],
};

const currencyByName = new Map<string, string>([
	...isoCodes.trim().split(/\s+/).map((code) => [code.toLowerCase(), code] as const),
	...Object.entries(namesOfOne),
	['￥', '¥'],
	...Object.keys(namesOfSeveral).map((name) => [name, name.replace('.', '')] as const),
]);

/** The currency two names mean together: `$` and CAD are CAD. Undefined when they contradict each other. */
function currencyOfBoth(one: string, other: string): string | undefined {
	if (one === other || namesOfSeveral[one]?.includes(other)) return other;
	return namesOfSeveral[other]?.includes(one) ? one : undefined;
}

/**
 * Which currency do the words beside an amount name, all together?
 *
 * An ISO code; IRT for the toman; or, where nothing but a sign several currencies share is written,
 * that sign: `$`, `¥`, `kr`, `lei`, `rs`. '' for no words. Upper and lower case are the same.
 * Undefined when a word names no currency or two words contradict each other.
 */
export function currencyNamedBy(words: readonly string[]): string | undefined {
	let currency: string | undefined = '';
	for (const word of words) {
		const named = currencyByName.get(word.toLowerCase());
		if (named === undefined || currency === undefined) return undefined;
		currency = currency === '' ? named : currencyOfBoth(currency, named);
	}
	return currency;
}
