/** Settings made from the registries: what each channel does and costs, what reasons and rules count. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ChannelId } from '../../domain/winback/channels';
import { channelIds, channels } from '../../domain/winback/channels';
import type { ChannelFigures } from '../../domain/winback/channels/channel';
import type { ReasonId } from '../../domain/winback/reasons';
import { reasonIds, reasons } from '../../domain/winback/reasons';
import type { RuleId } from '../../domain/winback/rules';
import { ruleIds, rules } from '../../domain/winback/rules';
import { decimalLike } from '../shared/parameters';
import { byName, shapeOf } from '../shared/registries';

const PERCENT = 100;
const LARGEST_TIMES = 1000;

const optionsByName = (one: { name: string }, other: { name: string }) => Number(one.name > other.name) - Number(one.name < other.name);

const number = (minValue: number, maxValue?: number): Pick<INodeProperties, 'type' | 'typeOptions'> => ({ type: 'number', typeOptions: { minValue, numberPrecision: 4, ...(maxValue === undefined ? {} : { maxValue }) } });

export const figuresNameOf = (channel: ChannelId) => `${channel}Figures` as const;

/** In the order in which the lint wants them: by name. */
function figuresProperty(channel: ChannelId): INodeProperties {
	const { title, assumed, sources } = channels[channel];
	return {
		displayName: `Figures of ${title}`,
		name: figuresNameOf(channel),
		type: 'collection',
		placeholder: 'Add Figure',
		default: {},
		displayOptions: { show: { channels: [channel] } },
		description: `What this channel does and costs. Assumed: ${assumed.reach * PERCENT}% are reached, the odds to return are ${assumed.oddsRatio} times as large, a contact costs ${assumed.cost}. Set what your own campaigns showed.`,
		options: [
			{ ...number(0), displayName: 'Cost of a Contact', name: 'cost', default: assumed.cost, description: `In the currency of your amounts; noticed or not. Source: ${sources.cost}.` },
			{ ...number(0), displayName: 'Offer per Return', name: 'offer', default: assumed.offer, description: 'What somebody gets who was reached this way and returns, as a voucher; goes before "Offer per Return" of all channels' },
			{ ...number(0.01, LARGEST_TIMES), displayName: 'Times the Odds', name: 'oddsRatio', default: assumed.oddsRatio, description: `By how many times the odds to return are larger for one who takes notice. Source: ${sources.oddsRatio}.` },
			{ ...number(0, PERCENT), displayName: 'Reached (%)', name: 'reach', default: assumed.reach * PERCENT, description: `How many of those contacted take notice. Source: ${sources.reach}.` },
		],
	};
}

export const figuresProperties: INodeProperties[] = channelIds.map(figuresProperty);

export const channelsProperty: INodeProperties = {
	displayName: 'Channels',
	name: 'channels',
	type: 'multiOptions',
	options: channelIds.map((id) => ({ name: channels[id].title, value: id, description: channels[id].use })).sort(optionsByName),
	default: ['call', 'email'],
	description: 'How customers may be contacted; each gets the one that adds most',
};

const EFFECTS = { notWorth: 'Speaks against', first: 'Speaks for', audience: 'An audience of its own' } as const;

export const rulesProperty: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'multiOptions',
	options: ruleIds.map((id) => ({ name: rules[id].title, value: id, description: `${EFFECTS[rules[id].effect.kind]}: ${rules[id].bounds}` })).sort(optionsByName),
	default: [...ruleIds],
	description: 'What speaks for or against winning somebody back, whatever the figures say. Who is ruled out is on Not Worth It, with the reason.',
};

/** Rules that speak for somebody. */
export const speakingFor = ruleIds.filter((id) => rules[id].effect.kind === 'first');

const timesOf = (id: RuleId): number => {
	const { effect } = rules[id];
	return effect.kind === 'first' ? effect.worthTimes : 1;
};

export const worthTimesProperty: INodeProperties = {
	displayName: 'A Return Counts (Times)',
	name: 'worthTimes',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	description: 'How many times as much a return counts where a rule speaks for the customer: they stay longer than the horizon, or bring others. Assumptions; 1 for no more than its margin.',
	options: speakingFor.map((id): INodeProperties => ({ ...number(1, LARGEST_TIMES), displayName: rules[id].title, name: id, default: timesOf(id), description: rules[id].question })).sort(byName),
};

const capitalised = (text: string): string => text[0].toUpperCase() + text.slice(1);

export const oddsFactorsProperty: INodeProperties = {
	displayName: 'Why They Left (Times the Odds)',
	name: 'oddsFactors',
	type: 'collection',
	placeholder: 'Add Reason',
	default: {},
	description: 'By how many times a reason of leaving changes what a contact does to the odds. Assumptions; 1 for not at all.',
	options: reasonIds.map((id): INodeProperties => ({ ...number(0.01, LARGEST_TIMES), displayName: capitalised(reasons[id].title), name: id, default: reasons[id].oddsFactor, description: capitalised(reasons[id].why) })).sort(byName),
};

const times = decimalLike.pipe(z.number().positive('expected more than 0').max(LARGEST_TIMES, `expected at most ${LARGEST_TIMES}`));
/** A rule that speaks for somebody takes nothing away. */
const timesMore = decimalLike.pipe(z.number().min(1, 'expected 1 or more').max(LARGEST_TIMES, `expected at most ${LARGEST_TIMES}`));
const amount = decimalLike.pipe(z.number().min(0, 'expected 0 or more').max(1e9, 'expected at most 1,000,000,000'));

/** A figure that is not set is the one that is assumed; null stands for an offer that is not set. */
const figuresOf = (channel: ChannelId) => {
	const { reach, oddsRatio, cost } = channels[channel].assumed;
	return z
		.object({
			reach: decimalLike.pipe(z.number().min(0, 'expected 0 or more').max(PERCENT, 'expected at most 100')).default(reach * PERCENT).transform((percent) => percent / PERCENT),
			oddsRatio: times.default(oddsRatio),
			cost: amount.default(cost),
			offer: amount.nullable().default(null),
		})
		.prefault({});
};

/** What was ticked in the order of its registry: the editor gives it in that of the ticks, an expression may name one twice. */
const inOrderOf = <Id>(ids: readonly Id[]) => (ticked: readonly Id[]): Id[] => ids.filter((id) => ticked.includes(id));

export const figuresParameters = {
	channels: z.array(z.enum([...channelIds] as [ChannelId, ...ChannelId[]])).min(1, 'expected one channel at least').default(['call', 'email']).transform(inOrderOf(channelIds)),
	offer: amount.default(0),
	callFigures: figuresOf('call'),
	emailFigures: figuresOf('email'),
	smsFigures: figuresOf('sms'),
	messengerFigures: figuresOf('messenger'),
	voiceRobotFigures: figuresOf('voiceRobot'),
	customAudienceFigures: figuresOf('customAudience'),
	rules: z.array(z.enum([...ruleIds] as [RuleId, ...RuleId[]])).default([...ruleIds]).transform(inOrderOf(ruleIds)),
	worthTimes: z.object(shapeOf(speakingFor, (id) => timesMore.default(timesOf(id)))).prefault({}),
	oddsFactors: z.object(shapeOf(reasonIds, (id: ReasonId) => times.default(reasons[id].oddsFactor))).prefault({}),
};

type FigureParameters = z.infer<z.ZodObject<typeof figuresParameters>>;

/** What each channel does and costs, an offer that is not set being that of all channels. */
export const figuresIn = (chosen: FigureParameters): Record<ChannelId, ChannelFigures> =>
	Object.fromEntries(channelIds.map((id) => {
		const { offer, ...own } = chosen[figuresNameOf(id)];
		return [id, { ...own, offer: offer ?? chosen.offer }];
	})) as Record<ChannelId, ChannelFigures>;
