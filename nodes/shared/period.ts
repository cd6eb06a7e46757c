/** How long a period is: the same in every operation that tells of periods. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { periodUnits } from '../../domain/time';

const periodOptions = Object.entries(periodUnits).map(([value, { title }]) => ({ name: title, value }));

const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekDayOptions = weekDays.map((name, value) => ({ name, value }));

export const periodProperties: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'periodUnit',
		type: 'options',
		options: periodOptions,
		default: 'month',
		description: 'How long each period is; periods begin in the time zone of the workflow',
	},
	{
		displayName: 'Week Starts On',
		name: 'weekStartsOn',
		type: 'options',
		options: weekDayOptions,
		default: 1,
		displayOptions: { show: { periodUnit: ['week'] } },
	},
];

export const periodParameters = {
	periodUnit: z.enum(Object.keys(periodUnits) as [keyof typeof periodUnits]).default('month'),
	weekStartsOn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]).default(1),
};
