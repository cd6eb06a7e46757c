import { kindOfReason } from '../../boundary/leavingReasons';

const unknown = { intent: 'unknown', control: 'unknown', ending: 'unknown' };
const intentAndControl = (reason: string) => {
	const { intent, control } = kindOfReason(reason);
	return `${intent}, ${control}`;
};

describe('a payment that failed is involuntary, and nothing says who could have helped it', () => {
	it.each([
		'payment_failed', 'payment_disputed', 'Payment failed', 'card expired and was never updated', 'Expired card', 'insufficient_funds', 'unpaid', 'dunning',
		'не пройшов платіж', 'картка прострочена', 'не пройшла оплата, картка прострочена', 'недостатньо коштів',
		'не прошёл платёж', 'истёк срок карты', 'карта просрочена', 'неуплата',
		'کارت بانکی منقضی شد', 'پرداخت ناموفق', 'كارت منقضی', 'موجودی ناکافی',
	])('%s', (reason) => expect(intentAndControl(reason)).toBe('involuntary, unknown'));
});

describe('what was ours to change is voluntary and controllable: DOMAIN 4', () => {
	it.each([
		'too_expensive', 'Too expensive', 'missing_features', 'low_quality', 'customer_service', 'too_complex', 'switched_service', 'support took days to answer', 'went to a competitor', 'price rise', 'no bonus programme',
		'стало задорого', 'дорого', 'погане обслуговування', 'перейшли до конкурента', 'низька якість', 'немає в наявності', 'подорожчання',
		'слишком дорого', 'плохое обслуживание, не дозвониться', 'ушли к конкуренту', 'плохое качество', 'нет в наличии',
		'خیلی گران است', 'پشتیبانی بد بود', 'رفتیم سراغ رقیب', 'کیفیت پایین',
	])('%s', (reason) => expect(intentAndControl(reason)).toBe('voluntary, controllable'));
});

describe('what was not ours is voluntary and uncontrollable', () => {
	it.each([
		'moved to another city', 'moving away', 'closing the shop in autumn', 'out of business', 'unused', 'no longer needed', 'project ended',
		'переїхали в інше місто', 'закрили салон', 'закрили магазин', 'вже не потрібно', 'банкрутство',
		'переехали в другой город', 'закрыли магазин', 'пока не нужен',
		'مهاجرت کردیم', 'مغازه تعطیل شد', 'نیازی نداریم',
	])('%s', (reason) => expect(intentAndControl(reason)).toBe('voluntary, uncontrollable'));
});

describe('a wish without a reason is voluntary and no more', () => {
	it.each(['cancellation_requested', 'customer request', 'так і не спробував', 'так и не попробовала', 'never tried it', 'по желанию клиента', 'به درخواست مشتری'])('%s', (reason) =>
		expect(intentAndControl(reason)).toBe('voluntary, unknown'),
	);
});

describe('what says nothing stays unknown', () => {
	it.each(['', '  ', 'other', 'n/a', '42', 'Ann Lee', 'інше', 'другое', 'سایر'])('%j', (reason) => expect(kindOfReason(reason)).toEqual(unknown));
});

describe('a word that is taken back says nothing', () => {
	it.each([
		['no complaints, just closing shop', 'voluntary, uncontrollable'],
		['price is fine but we were acquired', 'voluntary, uncontrollable'],
		['slow season', 'voluntary, uncontrollable'],
		['switched to annual plan', 'unknown, unknown'],
		['did not want to pay by credit card', 'voluntary, unknown'],
		['wrong card number, could not pay', 'involuntary, unknown'],
		['merged with another firm', 'voluntary, uncontrollable'],
		['not expensive', 'unknown, unknown'],
		['it was not because of the price', 'unknown, unknown'],
		['wasn’t too expensive, we moved', 'voluntary, uncontrollable'],
		['the price was ok, support was awful', 'voluntary, controllable'],
		['price is not the problem', 'unknown, unknown'],
		['без скарг, закрили магазин', 'voluntary, uncontrollable'],
		['ціна влаштовує, переїхали', 'voluntary, uncontrollable'],
		['не дорого', 'unknown, unknown'],
		['нет жалоб, закрылись', 'voluntary, uncontrollable'],
		['не из-за цены', 'unknown, unknown'],
		['цена устраивает', 'unknown, unknown'],
		['بدون شکایت', 'unknown, unknown'],
		['شکایتی نداشتیم، مغازه تعطیل شد', 'voluntary, uncontrollable'],
		['قیمت خوب بود', 'unknown, unknown'],
		['nothing to complain about', 'unknown, unknown'],
		['we paid by credit card', 'unknown, unknown'],
	])('%s: %s', (reason, expected) => expect(intentAndControl(reason)).toBe(expected));

	it.each(['no support at all', 'no budget', 'not satisfied with the quality', 'no discounts', 'not only the price', 'no, too expensive', 'без знижок', 'нет поддержки', 'не качественно', 'پشتیبانی نداشت', 'price is not fine', 'too slow'])(
		'but not where it is missed, or the negation is of something else: %s',
		(reason) => expect(intentAndControl(reason)).toBe('voluntary, controllable'),
	);

	it.each(['немає потреби', 'нет потребности', 'не потребуємо', 'no longer needed', 'no longer using it', 'closing the shop'])('a need that is gone is one all the same: %s', (reason) =>
		expect(intentAndControl(reason)).toBe('voluntary, uncontrollable'),
	);
});

describe('several parts in one text', () => {
	it('a failed payment goes before what is said beside it', () => expect(intentAndControl('payment_failed, too_expensive')).toBe('involuntary, unknown'));
	it('a reason goes before the wish that it explains', () => expect(intentAndControl('cancellation_requested, too_expensive')).toBe('voluntary, controllable'));
	it('who moved to a competitor did not move away', () => expect(intentAndControl('moved to a competitor')).toBe('voluntary, controllable'));
});

describe('words are whole at their start', () => {
	it.each(['discussion', 'recosted', 'unmoved', 'завод'])('%s says nothing', (reason) => expect(kindOfReason(reason)).toEqual(unknown));
	it('case, ё and Arabic letter forms do not matter', () => {
		expect([intentAndControl('НЕ ПРОШЁЛ ПЛАТЁЖ'), intentAndControl('Too Expensive'), intentAndControl('كيفيت')]).toEqual(['involuntary, unknown', 'voluntary, controllable', 'voluntary, controllable']);
	});
});

describe('how it ended: DOMAIN C13', () => {
	it.each([
		['did not renew', 'didNotRenew'], ['contract expired', 'didNotRenew'], ['не продовжили', 'didNotRenew'], ['не продлили', 'didNotRenew'], ['عدم تمدید', 'didNotRenew'],
		['account_closed', 'closedAccount'], ['deleted account', 'closedAccount'], ['закрив акаунт', 'closedAccount'], ['закрыл счёт', 'closedAccount'], ['حذف حساب', 'closedAccount'],
		['cancellation_requested', 'endedContract'], ['terminated', 'endedContract'], ['розірвали договір', 'endedContract'], ['расторгли договор', 'endedContract'], ['فسخ قرارداد', 'endedContract'],
		['too expensive', 'unknown'], ['payment_failed', 'unknown'], ['', 'unknown'],
	])('%s: %s', (reason, ending) => expect(kindOfReason(reason).ending).toBe(ending));
});
