import { onlineRetail } from './onlineRetail';
import { plainTable } from './plainTable';
import type { PurchaseSource } from './source';

/** Every source of purchases, the particular ones first; the plain table takes what no other recognises. */
export const purchaseSources = [onlineRetail, plainTable] as const satisfies readonly PurchaseSource[];
