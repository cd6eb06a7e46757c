import type { UsageColumns } from '../streamColumns';
import { exampleGroup, exampleHistory, exampleSince, exampleWindows } from './exampleColumns';

/** Much less is done since spring, and nobody looks at the alerts any more. */
const rows = [
	{ on: '2024-03-03', events: 10, feature: 'Reports' },
	{ on: '2024-04-20 09:00', events: 12, feature: 'Alerts' },
	{ on: '2024-04-20 17:00', events: 8, feature: 'Reports' },
	{ on: '2024-05-31', events: 15, feature: 'Alerts' },
	{ on: '2024-06-01', events: 4, feature: 'Reports' },
	{ on: '2024-06-25', events: 1, feature: 'Export' },
	{ on: '2024-06-30', events: 0, feature: 'Alerts' },
];

const columns: UsageColumns = {
	history: exampleHistory(rows.map(({ on }) => on)),
	count: Float64Array.from(rows, ({ events }) => events),
	feature: exampleGroup('feature', rows.map(({ feature }) => feature)),
};

/** The rows from which the examples of the fields of usage are computed. */
export const usageExample = { rows, columns, windows: exampleWindows, since: exampleSince };
