/** The rules; the setting, the docs page and the tests are made from it. */
import { bigName } from './bigName';
import { instalments } from './instalments';
import { longAndFrequent } from './longAndFrequent';
import { neverBought } from './neverBought';
import { onlyOnPromotion } from './onlyOnPromotion';
import { paysLate } from './paysLate';
import { rareAndSmall } from './rareAndSmall';
import { returns } from './returns';
import type { Rule } from './rule';
import { toxic } from './toxic';
import { wholesaleOrHighMargin } from './wholesaleOrHighMargin';

export const rules = { onlyOnPromotion, rareAndSmall, instalments, paysLate, returns, toxic, longAndFrequent, wholesaleOrHighMargin, bigName, neverBought } as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as readonly RuleId[];
