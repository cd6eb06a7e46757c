/** The channels; the drop-down, the settings and the docs page are made from it. */
import { call } from './call';
import type { Channel } from './channel';
import { customAudience } from './customAudience';
import { email } from './email';
import { messenger } from './messenger';
import { sms } from './sms';
import { voiceRobot } from './voiceRobot';

export const channels = { call, email, sms, messenger, voiceRobot, customAudience } as const satisfies Readonly<Record<string, Channel>>;

export type ChannelId = keyof typeof channels;

/** In the order of the registry: of two that add as much the first is taken. */
export const channelIds = Object.keys(channels) as readonly ChannelId[];
