import { whatIsTold } from '../../../../domain/signs/told/whatIsTold';

/** Invisible and look-alike characters, as escapes. */
const HALF_SPACE = '\u200c';
const TATWEEL = '\u0640';
const LATIN_I = 'i';
const CYRILLIC_A = '\u0430';

const kindOf = (text: string) => whatIsTold(text)?.kind ?? 'none';
const expectAll = (kind: 'says' | 'asks' | 'none', texts: readonly string[]) => expect(texts.map((text) => [text, kindOf(text)])).toEqual(texts.map((text) => [text, kind]));

describe('a denial', () => {
	it('before a word of leaving takes it back', () =>
		expectAll('none', [
			'I am not going to cancel', 'we will never leave you', 'I do not want to close my account', 'no plans to terminate the contract', "don't cancel my subscription",
			'не буду відписуватись', 'ми не збираємось розривати договір', 'не закривайте мій акаунт', 'ніколи від вас не піду',
			'ни разу не думал уходить', 'мы не собираемся расторгать договор', 'не закрывайте мой аккаунт', 'никогда от вас не уйду',
			'نمی‌خوام لغو کنم', 'قصد فسخ قرارداد نداریم', 'حسابم رو نبندید', 'هیچ‌وقت از پیشتون نمی‌رم',
		]));

	it('before a word of staying, needing, wanting tells of leaving', () =>
		expectAll('says', [
			'I do not want to stay with you', 'we no longer need your services', 'we will not renew the contract', 'I do not use your app any more', 'I am not coming back',
			'не хочу більше', 'не будемо продовжувати договір', 'більше не потребуємо ваших послуг', 'не залишимось з вами',
			'не хочу больше', 'не будем продлевать договор', 'больше не нуждаемся в ваших услугах', 'не останемся с вами',
			'دیگه نمی‌خوام', 'قرارداد رو تمدید نمی‌کنیم', 'دیگه به سرویس شما نیازی نداریم', 'پیش شما نمی‌مونم',
		]));

	it('that stands behind the word takes it back too, where languages put it there', () =>
		expectAll('none', ['йти від вас не збираюсь', 'відписуватись не буду', 'закривати рахунок не хочу', 'уходить от вас не собираюсь', 'отписываться не буду', 'закрывать счёт не хочу', 'قصد بستن حسابم رو ندارم']));

	it('of another verb beside it leaves it', () =>
		expectAll('says', ['I am not angry, but I am cancelling', "it's not the price, we are leaving you", 'я не злюсь, просто хочу закрити підписку', 'сервис не работает, отпишите меня', 'سرویس کار نمی‌کنه اشتراکم رو لغو کنید']));

	it('of a denial, or of what nobody said, tells nothing', () =>
		expectAll('none', ["it is not that we don't want to renew", 'I never said that I want to cancel', 'ніхто не казав, що ми хочемо піти', 'никто не говорил, что мы хотим уйти', 'не думайте, что мы уйдём']));

	it('of a power to do it only asks', () => expectAll('asks', ["I can't cancel my subscription in the app", 'не можу скасувати підписку в кабінеті', 'не могу отменить подписку в кабинете']));
});

describe('what is asked, thought of or made a condition', () => {
	it('asks', () =>
		expectAll('asks', [
			'how do I cancel my subscription?', 'we are thinking of switching to another provider', 'if it happens again I will leave you', 'can I close my account?', 'we might not renew', 'is there a fee for ending the contract early?',
			'як скасувати підписку?', 'думаємо перейти до конкурентів', 'якщо це повториться, я розірву договір', 'чи можна закрити акаунт?', 'ще раз так зробите — і я розриваю договір',
			'как отменить подписку?', 'думаем перейти к конкурентам', 'если это повторится, я расторгну договор', 'можно ли закрыть аккаунт?', 'ещё раз так сделаете — и я расторгаю договор',
			'چطور اشتراکم رو لغو کنم؟', 'داریم فکر می‌کنیم بریم سراغ رقیبتون', 'اگه دوباره تکرار بشه اشتراکم رو لغو می‌کنم', 'می‌تونم حسابم رو ببندم؟',
		]));

	it('says where the question is a demand', () =>
		expectAll('says', [
			'can you please cancel my subscription?', 'could you close my account?', 'would you mind terminating my contract?', 'you can delete my account',
			'чи можете ви закрити мій акаунт?', 'не могли б ви скасувати мою підписку?', 'можете закрыть мой аккаунт?', 'не могли бы вы отменить мою подписку?', 'میشه لطفا اشتراکم رو لغو کنید؟', 'می‌تونید حسابم رو ببندید؟',
		]));

	it('says where only courtesy is conditional', () => expectAll('says', ['please cancel my subscription if possible', 'скасуйте, якщо можна, мою підписку', 'если можно, отмените мою подписку', 'اگه میشه اشتراکم رو لغو کنید']));
});

describe('who leaves', () => {
	it('is not somebody else', () =>
		expectAll('none', [
			'a friend cancelled his subscription', 'our accountant is leaving the company', 'our customers are leaving us', 'I cancelled with my previous provider and came to you',
			'подруга скасувала підписку', 'наші клієнти йдуть', 'мій колега розірвав договір', 'подруга отменила подписку', 'наши клиенты уходят', 'коллега расторг договор', 'دوستم اشتراکش رو لغو کرد', 'مشتری‌هامون دارن میرن',
		]));

	it('is the customer in a note of a manager', () =>
		expectAll('says', ['client wants to cancel', 'the customer decided not to renew', 'клієнт хоче піти від нас до конкурента', 'замовник вирішив розірвати договір', 'клиент хочет расторгнуть договор', 'مشتری می‌خواد اشتراکش رو لغو کنه']));

	it('is not we, who did it or may be asked why', () =>
		expectAll('none', ['why did you cancel my subscription?', 'you closed my account', 'чому ви закрили мій акаунт?', 'почему вы отменили мою подписку?', 'چرا حسابم رو بستید؟']));

	it('is nobody in our own footer', () =>
		expectAll('none', ['to unsubscribe click here', 'you can cancel at any time', 'ви можете скасувати підписку в будь-який час', 'чтобы отменить подписку, нажмите здесь', 'برای لغو اشتراک اینجا کلیک کنید']));
});

describe('what is left', () => {
	it('is not an order, a meeting, a letter or an option', () =>
		expectAll('none', [
			'please cancel my order', 'cancel the meeting', 'unsubscribe me from the newsletter', 'turn off the notifications', 'stop the text messages', 'cancel my delivery slot',
			'скасуйте замовлення', 'скасуйте зустріч', 'відпишіть мене від розсилки', 'вимкніть сповіщення', 'отмените заказ', 'отмените встречу', 'отпишите меня от рассылки', 'отключите уведомления',
			'سفارشم رو لغو کنید', 'جلسه رو کنسل کنید', 'منو از خبرنامه حذف کنید', 'نوتیفیکیشن‌ها رو قطع کنید',
		]));

	it('is not a review, a ticket, a window or a language', () =>
		expectAll('none', ['leave a review', 'close the ticket', 'switch language', 'залишити відгук', 'закрийте тікет', 'змінити мову', 'отказ в обслуживании', 'закройте окно', 'سیگار رو ترک کردم', 'پنجره رو ببندید']));

	it('is the bond, though it stands far off or before', () => expectAll('says', ['I want my account closed', 'please have our subscription cancelled', 'підписку прошу скасувати', 'договор с вами расторгаем', 'delete all my data and close everything']));

	it('is named in the sentence before, where a word alone does not say it', () => {
		expect(kindOf('It is about my order. Please cancel.')).toBe('none');
		expect(kindOf('It is about my subscription. Please cancel.')).toBe('says');
	});
});

describe('what is past and undone, or praised', () => {
	it('is nothing', () =>
		expectAll('none', [
			'I cancelled by mistake, keep it', 'we came back to you', 'I would never leave you', 'please undo my cancellation', 'if I had to leave I would recommend you',
			'випадково скасував підписку, поверніть', 'ми повернулись до вас', 'случайно отменил подписку, верните', 'мы вернулись к вам', 'اشتباهی اشتراکم رو لغو کردم', 'برگشتیم پیش شما',
		]));

	it('is undone by the next sentence too', () => expect(kindOf('I have cancelled my subscription. That was by mistake.')).toBe('none'));
});

describe('other ways of leaving', () => {
	it.each([
		'we are going to a competitor', 'this is my last order with you', 'we found another provider', 'we are taking our business elsewhere', 'you have lost a customer', 'notice of termination',
		'ми перейшли до конкурентів', 'прощавайте', 'знайшли іншого постачальника', 'ви втратили клієнта', 'заява про розірвання договору',
		'мы ушли к конкурентам', 'прощайте', 'нашли другого поставщика', 'вы потеряли клиента', 'заявление о расторжении договора',
		'رفتیم سراغ رقیب', 'این آخرین سفارشم از شماست', 'جایگزین پیدا کردیم', 'یه مشتری از دست دادید',
	])('%s', (text) => expect(kindOf(text)).toBe('says'));
});

describe('a spelling makes no difference', () => {
	it('of endings: person, number, gender, aspect, mood', () =>
		expectAll('says', [
			'відписуюсь від вас', 'відписуємось від вас', 'відписався від вас', 'відписалася від вас', 'відпишіть мене', 'хочу відписатися', 'хочемо відписатись',
			'отписываюсь от вас', 'отписываемся от вас', 'отписался от вас', 'отписалась от вас', 'отпишите меня', 'хочу отписаться', 'хотим отписаться',
			'اشتراکم رو لغو می‌کنم', 'اشتراکمون رو لغو می‌کنیم', 'اشتراکم رو لغو کردم', 'اشتراکم رو لغو کنید', 'اشتراکم رو لغو کنین', 'می‌خوام اشتراکم لغو بشه',
		]));

	it.each([
		['typos of English', 'pls cancle my subcription'],
		['typos of Russian', 'хочу отминить потписку'],
		['words written together', 'Pleasecancel my membership'],
		['words written together, Russian', 'прошузакрыть мойаккаунт, пользоваться небуду'],
		['doubled and missing blanks', 'please   cancel\nmy  plan.thanks'],
		['capital letters', 'CANCEL MY SUBSCRIPTION'],
		['letters that are repeated', 'pleeease cancelll my subscription'],
		['Ukrainian in Latin letters', 'vidpyshit mene vid pidpysky'],
		['Ukrainian in official Latin letters', 'proshu skasuvaty moiu pidpysku'],
		['Russian in Latin letters', 'hochu otmenit podpisku'],
		['Russian with 4 for ч', 'ho4u zakryt akkaunt'],
		['Persian in Latin letters', 'mikham eshterakam ro laghv konam'],
		['Persian in other Latin letters', 'lotfan akantamo hazf konid'],
		['a Cyrillic а in an English word', `c${CYRILLIC_A}ncel my subscription`],
		['a Latin i in a Ukrainian word', `в${LATIN_I}дпиш${LATIN_I}ть мене`],
		['a half-space', `می${HALF_SPACE}خوام اشتراکم رو لغو کنم`],
		['a blank for it', 'می خوام اشتراکم رو لغو کنم'],
		['nothing for it', 'میخوام اشتراکم رو لغو کنم'],
		['Arabic letters in a Persian word', 'اشترا\u0643 من را لغو \u0643ن\u064aد'],
		['a tatweel', `اشتر${TATWEEL}${TATWEEL}اکم رو لغو کنید`],
		['vowel marks', 'اشتراکم رو ل\u064eغ\u0652و کنید'],
		['a decomposed letter', 'закрийте мій акаунт'.normalize('NFD')],
		['full-width letters', '\uff43\uff41\uff4e\uff43\uff45\uff4c my subscription'],
	])('%s', (_, text) => expect(kindOf(text)).toBe('says'));

	it.each(["'", '\u2019', '\u02bc', '`', ''])('of an apostrophe: зв%sяз', (apostrophe) => expect(kindOf(`зв${apostrophe}язок поганий, розриваю договір, від${apostrophe}єднайте й закрийте акаунт`)).toBe('says'));

	it.each(["'", '\u2019', ''])('of an apostrophe: don%st', (apostrophe) => {
		expect(kindOf(`I don${apostrophe}t want to cancel`)).toBe('none');
		expect(kindOf(`I don${apostrophe}t want to renew`)).toBe('says');
	});

	it('of ё', () => {
		expect(kindOf('удалите мою учётную запись')).toBe('says');
		expect(kindOf('удалите мою учетную запись')).toBe('says');
	});
});

describe('what is answered', () => {
	it('is the clause in the words of the customer, without the rest', () => {
		expect(whatIsTold('Hello! Thanks for all, but I want to cancel my subscription. Regards, Ann')).toEqual({ kind: 'says', words: 'but I want to cancel my subscription', language: 'en' });
		expect(whatIsTold('Добрий день! Прошу Скасувати мою підписку, дякую')).toEqual({ kind: 'says', words: 'Прошу Скасувати мою підписку', language: 'uk' });
		expect(whatIsTold('Здравствуйте! Хочу закрыть счёт.')).toEqual({ kind: 'says', words: 'Хочу закрыть счёт', language: 'ru' });
		expect(whatIsTold('سلام. اشتراک من را لغو کنید.')).toEqual({ kind: 'says', words: 'اشتراک من را لغو کنید', language: 'fa' });
	});

	it('is what says it, though something asks before', () => expect(whatIsTold('How do I cancel my plan? Please cancel my subscription.')?.kind).toBe('says'));

	it('is at most 80 characters of a long clause', () => {
		const words = whatIsTold(`I really ${'very '.repeat(5)}want to cancel my subscription ${'right now today '.repeat(6)}`)?.words ?? '';
		expect(words).toContain('cancel my subscription');
		expect(words.length).toBeLessThanOrEqual(80);
	});

	it.each(['', ' ', '\0', '\ud800', '\udc00cancel\ud800', '?', '...', '\u200c\u200c', '*', '1234567890'])('of %j is nothing, or no failure', (text) => expect(() => whatIsTold(text)).not.toThrow());
});
