/** The page of Win-Back Priority: its fields, channels, rules and reasons, told by their registries. */
import { channelIds, channels } from '../domain/winback/channels';
import { reasonCodes, winBackFields } from '../domain/winback/itemFields';
import { reasonIds, reasons } from '../domain/winback/reasons';
import { ruleIds, rules } from '../domain/winback/rules';
import { table } from './table';

interface Meaning {
	readonly meaning: string;
	readonly unit: string;
	readonly nullWhen?: string;
}

const fieldRows = Object.entries<Meaning>(winBackFields).map(([name, { meaning, unit, nullWhen = 'never' }]) => [`\`${name}\``, meaning, unit, nullWhen]);

const effectOf = (id: (typeof ruleIds)[number]): string => {
	const { effect } = rules[id];
	if (effect.kind === 'audience') return 'an audience of its own';
	if (effect.kind === 'first') return `speaks for: a return counts ${effect.worthTimes} times`;
	return effect.isFinal ? 'not worth it, whatever speaks for it' : 'not worth it, unless another rule speaks for it: then money alone decides';
};

const figureNames = { reach: 'reached', oddsRatio: 'times the odds', cost: 'cost of a contact', offer: 'offer' } as const;

const sourceRows = channelIds.flatMap((id) => {
	const { title, assumed, sources } = channels[id];
	return (Object.keys(figureNames) as Array<keyof typeof figureNames>).map((name, place) => [place === 0 ? `${title} (\`${id}\`)` : '', figureNames[name], name === 'reach' ? `${assumed.reach * 100} %` : String(assumed[name]), sources[name]]);
});

export const winBackPriorityPage = `# Win-Back Priority: every field, channel, rule and reason

How to use the node and how to read it: [Win-Back Priority](win-back-priority.md). Why a figure is null: [the reasons in words](input-reference.md).

## An item

${table(['field', 'meaning', 'unit', 'null when'], fieldRows)}

Contact details and kept columns stand behind \`customer\`; a phone number that can be read is written as the world does.

## reasonCode

${table(['code', 'list, and why'], Object.entries(reasonCodes).map(([code, words]) => [`\`${code}\``, words]))}

## Channels

Every figure is an assumption until you set what your own campaigns showed.

${table(['channel', 'figure', 'assumed', 'where it comes from'], sourceRows)}

What each is good for, and what it needs:

${table(['channel', 'good for', 'needs'], channelIds.map((id) => [channels[id].title, channels[id].use, channels[id].needs.join(' or ')]))}

## Rules

${table(['rule', 'question', 'needs', 'fires', 'what follows'], ruleIds.map((id) => [`${rules[id].title} (\`${id}\`)`, rules[id].question, rules[id].needs, rules[id].bounds, effectOf(id)]))}

## Why they left

A reason changes by how many times a contact multiplies the odds to return. It cannot turn a contact that helps into one that harms.

${table(['code', 'left because of', 'ours to change', 'times the odds', 'why'], reasonIds.map((id) => [`\`${id}\``, reasons[id].title, reasons[id].control === 'controllable' ? 'yes' : 'no', String(reasons[id].oddsFactor), reasons[id].why]))}
`;
