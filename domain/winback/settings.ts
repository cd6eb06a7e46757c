/** What a user decides about winning customers back. */
import type { Zone } from '../time';
import type { ChannelId } from './channels';
import type { ChannelFigures } from './channels/channel';
import type { LanguageId } from './locales';
import type { Manager } from './managers';
import type { ReasonId } from './reasons';
import type { RuleId } from './rules';

export interface WinBackSettings {
	/** Whether those silent for long have lapsed, or those on a list. */
	readonly lapsedAre: 'silent' | 'listed';
	/** After how many silent days a customer counts as lapsed. */
	readonly lapsedAfterDays: number;
	/** How many calls can be made in this run. */
	readonly calls: number;
	/** What contacts and offers of this run may cost together; null for no limit. */
	readonly budget: number | null;
	/** The horizon, where the node forecasts by itself. */
	readonly horizonDays: number;
	/** What part of the spend is earned, for everybody; null to take it from the rows. */
	readonly marginRate: number | null;
	/** The channels that may be used, in the order of the registry. */
	readonly channels: readonly ChannelId[];
	readonly figures: Readonly<Record<ChannelId, ChannelFigures>>;
	readonly oddsFactors: Readonly<Record<ReasonId, number>>;
	readonly rules: readonly RuleId[];
	/** How many times a return counts where a rule of the second kind fires. */
	readonly worthTimes: Readonly<Partial<Record<RuleId, number>>>;
	/** The chance that somebody who never bought buys within the horizon by themselves; null where it is not known. */
	readonly firstPurchaseChance: number | null;
	/** Whether only those are contacted who agreed, or all who did not object. */
	readonly onlyWithConsent: boolean;
	/** Whoever was contacted less than so many days ago is left in peace. */
	readonly skipDays: number;
	readonly managers: readonly Manager[];
	readonly campaign: string;
	/** From 0 to 1. */
	readonly holdoutShare: number;
	/** What the draw of the hold-out is keyed with; null for the campaign's name. */
	readonly secret: string | null;
	/** What one unit of a currency is worth in that of most customers. */
	readonly worthOfCurrency: ReadonlyMap<string, number>;
	/** From when on somebody in a zone may be contacted. */
	sendAfter(zone: Zone): string;
	readonly language: LanguageId;
}
