import { firstMatch } from '../columnNames';
import type { Table } from '../paths';
import type { RoleColumn } from './roleColumn';
import { columnAt } from './roleColumn';
import type { PurchaseDetail } from './source';
import { purchaseDetails } from './source';

/** What people call the columns that say more of a purchase; one list a language, most telling name first. */
const NAMES: Readonly<Record<PurchaseDetail, readonly string[]>> = {
	product: ['productid', 'sku', 'stockcode', 'productcode', 'product', 'productname', 'item', 'itemname', 'артикул', 'кодтовару', 'товар', 'кодтовара', 'کدکالا', 'کالا', 'محصول'],
	cost: ['cost', 'costs', 'totalcost', 'costofgoods', 'cogs', 'costtotal', 'загальнасобівартість', 'общаясебестоимость', 'هزینه'],
	unitCost: ['unitcost', 'costprice', 'costperunit', 'itemcost', 'purchaseprice', 'собівартість', 'собівартістьодиниці', 'закупівельнаціна', 'себестоимость', 'себестоимостьединицы', 'закупочнаяцена', 'بهایتمامشده', 'قیمتخرید'],
	quantity: ['quantity', 'qty', 'кількість', 'количество', 'колво', 'تعداد'],
	margin: ['margin', 'grossmargin', 'profit', 'grossprofit', 'маржа', 'прибуток', 'прибыль', 'سود', 'حاشیهسود'],
	promotion: [
		'promotion', 'promo', 'onpromotion', 'promocode', 'coupon', 'couponcode', 'discountcode', 'voucher', 'vouchercode', 'discount', 'discountamount', 'totaldiscounts', 'totaldiscount',
		'акція', 'промокод', 'купон', 'знижка', 'акция', 'скидка', 'تخفیف', 'کدتخفیف', 'کوپن',
	],
	instalments: ['instalments', 'installments', 'ininstalments', 'instalment', 'installment', 'numberofinstallments', 'розстрочка', 'оплатачастинами', 'рассрочка', 'اقساط', 'قسطی'],
	category: ['category', 'productcategory', 'producttype', 'productgroup', 'department', 'категорія', 'категоріятовару', 'категория', 'категориятовара', 'دسته', 'دستهبندی', 'گروهکالا'],
	channel: ['channel', 'saleschannel', 'source', 'sourcename', 'orderchannel', 'канал', 'каналпродажів', 'каналпродаж', 'джерело', 'источник', 'کانال', 'کانالفروش'],
};

/** The columns of usual names that say more of a purchase. */
export function detailsIn({ paths }: Table): Partial<Record<PurchaseDetail, RoleColumn>> {
	const found: Partial<Record<PurchaseDetail, RoleColumn>> = {};
	for (const detail of Object.keys(purchaseDetails) as PurchaseDetail[]) {
		const path = firstMatch(paths, NAMES[detail]);
		if (path !== null) found[detail] = columnAt(path);
	}
	return found;
}
