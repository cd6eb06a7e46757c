/*
 * Writes the sample of the template "Weekly win-back": two years of an online tea shop in London that does not exist, whose
 * customers read English, Ukrainian, Russian or Persian and live in London, Berlin, New York and Los Angeles.
 *
 *   node templates/data/tea_shop.mjs
 *
 * Everything is drawn from one seed and no clock is read, so two runs give the same bytes. What somebody is like is drawn
 * from `habits`; what a test looks for by name stands in `planted`. Telephone numbers are of the ranges that are kept free
 * for films (Ofcom, Bundesnetzagentur, 555-01xx), addresses are of example.com.
 */
import { fileURLToPath } from 'node:url';
import { putIntoTemplate } from './inTemplate.mjs';
import { draws, randomNumbers } from './seeded.mjs';

export const templateOfTeaShop = 'weekly-win-back.json';

const seed = 20260309;
const customerCount = 160;
const inMilliseconds = 86_400_000;
const dayOf = (date) => Date.parse(date) / inMilliseconds;
const dateOf = (day) => new Date(day * inMilliseconds).toISOString().slice(0, 10);

/** The Mondays on which the flow is tried. */
export const mondays = ['2026-03-09', '2026-03-16'];
const firstMonday = dayOf(mondays[0]);
const [firstDay, lastDay] = [dayOf('2024-03-09'), dayOf('2026-03-15')];

/** First names with how one addresses their owner, and the same in Latin letters; last names that are alike for women and men. */
const people = {
	en: {
		zone: 'Europe/London',
		phone: (number) => `+44 20 7946 0${String(number).padStart(3, '0')}`,
		firstNames: [['Alice', 'Alice'], ['Ben', 'Ben'], ['Chloe', 'Chloe'], ['Daniel', 'Daniel'], ['Emily', 'Emily'], ['Frank', 'Frank'], ['Grace', 'Grace'], ['Henry', 'Henry'], ['Isla', 'Isla'], ['Jack', 'Jack'], ['Kate', 'Kate'], ['Liam', 'Liam']],
		firstInLatin: ['alice', 'ben', 'chloe', 'daniel', 'emily', 'frank', 'grace', 'henry', 'isla', 'jack', 'kate', 'liam'],
		lastNames: ['Ashford', 'Barlow', 'Carter', 'Dawson', 'Ellis', 'Foster', 'Gibson', 'Harding', 'Irwin', 'Jarvis', 'Kendall', 'Lawson'],
		lastInLatin: ['ashford', 'barlow', 'carter', 'dawson', 'ellis', 'foster', 'gibson', 'harding', 'irwin', 'jarvis', 'kendall', 'lawson'],
		addressedAs: (firstName) => firstName[1],
		cafe: (name) => `${name} Tea Room`,
		reasons: ['Your prices went up, it is too expensive now.', 'I moved to another country.', 'The parcel came two weeks late and nobody answered my e-mail, bad service.', 'The oolong I like was always out of stock.', 'I switched to a competitor with a bonus card.'],
	},
	uk: {
		zone: 'Europe/Berlin',
		phone: (number) => `+49 30 23125 ${String(number).padStart(3, '0')}`,
		firstNames: [['Олена', 'Олено'], ['Андрій', 'Андрію'], ['Ірина', 'Ірино'], ['Богдан', 'Богдане'], ['Марія', 'Маріє'], ['Тарас', 'Тарасе'], ['Наталія', 'Наталіє'], ['Максим', 'Максиме'], ['Оксана', 'Оксано'], ['Дмитро', 'Дмитре'], ['Юлія', 'Юліє'], ['Василь', 'Василю']],
		firstInLatin: ['olena', 'andrii', 'iryna', 'bohdan', 'mariia', 'taras', 'nataliia', 'maksym', 'oksana', 'dmytro', 'yuliia', 'vasyl'],
		lastNames: ['Коваль', 'Шевченко', 'Бондар', 'Мельник', 'Ткач', 'Кравець', 'Гнатюк', 'Савчук', 'Лисенко', 'Мороз', 'Поліщук', 'Тарасенко'],
		lastInLatin: ['koval', 'shevchenko', 'bondar', 'melnyk', 'tkach', 'kravets', 'hnatiuk', 'savchuk', 'lysenko', 'moroz', 'polishchuk', 'tarasenko'],
		addressedAs: (firstName) => firstName[1],
		cafe: (name) => `Чайна «${name}»`,
		reasons: ['Ціни зросли, тепер задорого.', 'Ми переїхали до іншої країни.', 'Погане обслуговування: посилка йшла два тижні.', 'Улюбленого улуну завжди немає в наявності.', 'Перейшли до конкурента.'],
	},
	ru: {
		zone: 'America/New_York',
		phone: (number) => `+1 718 555 01${String(number).padStart(2, '0')}`,
		firstNames: [['Анна', 'Анна Борисовна'], ['Борис', 'Борис Аркадьевич'], ['Марина', 'Марина Львовна'], ['Игорь', 'Игорь Маркович'], ['Светлана', 'Светлана Игоревна'], ['Лев', 'Лев Ефимович'], ['Елена', 'Елена Михайловна'], ['Михаил', 'Михаил Наумович'], ['Ольга', 'Ольга Павловна'], ['Павел', 'Павел Ильич'], ['Вера', 'Вера Семёновна'], ['Семён', 'Семён Львович']],
		firstInLatin: ['anna', 'boris', 'marina', 'igor', 'svetlana', 'lev', 'elena', 'mikhail', 'olga', 'pavel', 'vera', 'semyon'],
		lastNames: ['Гринберг', 'Ким', 'Штейн', 'Цой', 'Мирзоян', 'Оганесян', 'Бергер', 'Пак', 'Фельдман', 'Вайс', 'Шварц', 'Карапетян'],
		lastInLatin: ['grinberg', 'kim', 'shtein', 'tsoi', 'mirzoyan', 'oganesyan', 'berger', 'pak', 'feldman', 'vais', 'shvarts', 'karapetyan'],
		addressedAs: (firstName) => firstName[1],
		cafe: (name) => `Чайная «${name}»`,
		reasons: ['Цены выросли, стало слишком дорого.', 'Переехала в другой город.', 'Плохое обслуживание: заказ шёл три недели.', 'Нужного чая вечно нет в наличии.', 'Перешли к конкуренту.'],
	},
	fa: {
		zone: 'America/Los_Angeles',
		phone: (number) => `+1 310 555 01${String(number).padStart(2, '0')}`,
		firstNames: [['مریم', 'خانم'], ['علی', 'آقای'], ['زهرا', 'خانم'], ['رضا', 'آقای'], ['سارا', 'خانم'], ['امید', 'آقای'], ['لیلا', 'خانم'], ['بابک', 'آقای'], ['نسرین', 'خانم'], ['کاوه', 'آقای'], ['شیرین', 'خانم'], ['داریوش', 'آقای']],
		firstInLatin: ['maryam', 'ali', 'zahra', 'reza', 'sara', 'omid', 'leila', 'babak', 'nasrin', 'kaveh', 'shirin', 'dariush'],
		lastNames: ['رضایی', 'کریمی', 'محمدی', 'احمدی', 'حسینی', 'جعفری', 'صادقی', 'مرادی', 'نوری', 'رستمی', 'شریفی', 'یوسفی'],
		lastInLatin: ['rezaei', 'karimi', 'mohammadi', 'ahmadi', 'hosseini', 'jafari', 'sadeghi', 'moradi', 'nouri', 'rostami', 'sharifi', 'yousefi'],
		addressedAs: (firstName, lastName) => `${firstName[1]} ${lastName}`,
		cafe: (name) => `کافه ${name}`,
		reasons: ['قیمت بالا رفت و گران شد.', 'به شهر دیگری نقل مکان کردم.', 'خدمات بد بود، بسته دو هفته دیر رسید.', 'چای سبز همیشه ناموجود بود.', 'از رقیب شما خرید کردم.'],
	},
};
const languageCycle = ['en', 'uk', 'en', 'fa', 'uk', 'ru', 'en', 'uk', 'ru', 'fa'];

/** How people buy, and how many of a hundred do. */
const habits = { regular: 42, once: 16, onPromotion: 12, rareAndSmall: 9, returner: 6, cafe: 15 };
const categories = ['Green tea', 'Black tea', 'Oolong', 'Herbal tea', 'Teaware'];
const owners = ['Emma', 'Oleh', 'Sahar'];

/** Two weeks, four times a year, in which things are on promotion. */
const promotions = ['SUMMER', 'AUTUMN', 'WINTER', 'SPRING', 'SUMMER', 'AUTUMN', 'WINTER'].map((name, place) => {
	const begins = dayOf(['2024-06-10', '2024-09-16', '2024-11-25', '2025-03-17', '2025-06-09', '2025-09-15', '2025-11-24'][place]);
	return { code: `${name}${new Date(begins * inMilliseconds).getUTCFullYear() % 100}`, begins, ends: begins + 13 };
});
const promotionOn = (day) => promotions.find(({ begins, ends }) => day >= begins && day <= ends);

/** Those whom the test asks for, by their number: what is set here is not left to the draw. */
const fates = {
	/** A tea room that ordered every few weeks, and has not for 130 days. */
	1: { habit: 'cafe', silentDays: 130, row: { consent: 'yes' } },
	/** Bought often, in Ukrainian; neither the e-mail address nor the telephone number is any. */
	5: { habit: 'regular', silentDays: 140, row: { consent: 'yes', email: 'andrii.shevchenko@example', phone: '12345' } },
	/** Bought often, and objects to being contacted. */
	7: { habit: 'regular', silentDays: 150, row: { consent: 'no', email: 'home.tea@example.com' } },
	/** Buys only on promotion. */
	11: { habit: 'onPromotion', row: { consent: 'yes' } },
	/** Sends back most of what they order. */
	13: { habit: 'returner', sendsBack: 0.9, silentDays: 120, row: { consent: 'yes' } },
	/** A tea room of those whom the hold-out of the campaign win-back leaves alone, as T1012, T1025 and T1026 are. */
	17: { habit: 'cafe', silentDays: 160, row: { consent: 'yes' } },
	/** Two of one household, who order apart and have one address. */
	19: { habit: 'regular', silentDays: 120, row: { consent: 'yes', email: 'our.samovar@example.com' } },
	29: { habit: 'regular', silentDays: 170, row: { consent: '', email: 'our.samovar@example.com' } },
	/** Has the address of somebody who objects. */
	21: { habit: 'regular', silentDays: 145, row: { consent: '', email: 'home.tea@example.com' } },
};
export const planted = { cafe: 'T1001', unreachable: 'T1005', objector: 'T1007', onPromotion: 'T1011', returner: 'T1013', heldOut: 'T1017', household: ['T1019', 'T1029'], sharesWithObjector: 'T1021' };

function makeCustomers(drawn) {
	const soFar = { en: 0, uk: 0, ru: 0, fa: 0 };
	return Array.from({ length: customerCount }, (_, place) => {
		const [number, language] = [place + 1, languageCycle[place % languageCycle.length]];
		const nature = { ...natureOf(drawn), ...fates[number] };
		return { ...nature, ...tradeOf(nature, drawn), row: { customer_id: `T${1000 + number}`, ...personOf(nature, language, soFar[language]++, drawn), ...nature.row } };
	});
}

const natureOf = ({ between, happens, weighed }) => ({ habit: weighed(habits), silentDays: happens(0.6) ? between(91, 420) : between(1, 85) });

/** How often somebody orders, for how much, since when, and of what. */
const tradeOf = ({ habit }, { between, oneOf }) => ({
	gap: habit === 'cafe' ? between(18, 35) : between(35, 90),
	brings: { cafe: between(240, 520), rareAndSmall: between(7, 11) }[habit] ?? between(18, 52),
	since: between(firstDay, firstMonday - 250),
	favourite: oneOf(categories),
});

/** Who it is, as the list of customers says it; of the people of a language the so-and-so-manieth. */
function personOf({ habit, silentDays }, language, ofLanguage, { happens, oneOf, weighed }) {
	const { zone, phone, firstNames, firstInLatin, lastNames, lastInLatin, addressedAs, cafe, reasons } = people[language];
	const [first, last] = [ofLanguage % firstNames.length, (ofLanguage + Math.floor(ofLanguage / firstNames.length)) % lastNames.length];
	const fullName = `${firstNames[first][0]} ${lastNames[last]}`;
	const address = `${firstInLatin[first]}.${lastInLatin[last]}@example`;
	const isRegular = ['regular', 'cafe'].includes(habit);
	const [ending, number] = [happens(0.04) ? '' : '.com', happens(0.05) ? 'n/a' : phone(ofLanguage)];
	const [hasPhone, saysWhy, reason, owner] = [happens(0.7), happens(0.3), oneOf(reasons), oneOf(owners)];
	return {
		name: habit === 'cafe' ? cafe(fullName) : fullName,
		addressed_as: addressedAs(firstNames[first], lastNames[last]),
		email: address + ending,
		phone: hasPhone || habit === 'cafe' ? number : null,
		language,
		time_zone: zone,
		consent: weighed({ yes: 80, no: 6, '': 14 }),
		owner: isRegular ? owner : null,
		wholesale: habit === 'cafe' ? 'yes' : 'no',
		left_because: isRegular && silentDays > 90 && saysWhy ? reason : null,
	};
}

/** The days of a customer's orders, the latest first. */
function orderDaysOf({ habit, silentDays, gap, since }, { between, happens }) {
	if (habit === 'onPromotion') {
		const joined = between(0, 3);
		return promotions.slice(joined).filter(() => happens(0.8)).map(({ begins, ends }) => between(begins, ends)).reverse();
	}
	const last = Math.min(lastDay, firstMonday - silentDays);
	if (habit === 'once') return [last];
	if (habit === 'rareAndSmall') return happens(0.4) ? [last] : [last, last - between(120, 240)];
	const days = [];
	for (let day = last; day >= Math.max(firstDay, Math.min(since, last - 3 * gap)); day -= Math.max(1, gap + between(-6, 6))) days.push(day);
	// Who still buys, and ordered so lately that the next order falls into the week between the Mondays.
	if (silentDays < 85 && last + gap <= lastDay && last + gap >= firstMonday) return [last + gap, ...days];
	return days;
}

function ordersOf(customer, drawn) {
	const { between, happens, oneOf } = drawn;
	const { habit, sendsBack = habit === 'returner' ? 0.6 : 0.03, brings, favourite, row } = customer;
	return orderDaysOf(customer, drawn).flatMap((day) => {
		const promotion = promotionOn(day);
		const takesPart = habit === 'onPromotion' || happens(0.35);
		const amount = Math.round(brings * between(70, 130)) / 100;
		const order = {
			customer_id: row.customer_id,
			ordered_on: dateOf(day),
			amount,
			currency: 'GBP',
			category: happens(0.7) ? favourite : oneOf(categories),
			promotion: promotion && takesPart ? promotion.code : 'no',
		};
		const isSentBack = happens(sendsBack);
		const backOn = Math.min(lastDay, day + between(4, 12));
		return isSentBack ? [order, { ...order, ordered_on: dateOf(backOn), amount: -amount }] : [order];
	});
}

/** What the shop knows: orders, money given back with a minus, and the list of customers. */
export function teaShopSample() {
	const drawn = draws(randomNumbers(seed));
	const customers = makeCustomers(drawn);
	return {
		orders: customers.flatMap((customer) => ordersOf(customer, drawn)),
		customers: customers.map(({ row }) => row),
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await putIntoTemplate(templateOfTeaShop, teaShopSample());
