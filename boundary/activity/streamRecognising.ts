import type { ActivityStreamId } from '../../domain/activity/customerActivity';
import { activityStreamIds } from '../../domain/activity/customerActivity';
import { tableOf } from '../paths';
import type { StreamInput } from './connection';
import { sourcesOfStream } from './streamSources';

/** The other stream of which a known source recognises the rows, and that source; null where none does. A plain table may be of any. */
export function streamRecognising({ id, items }: StreamInput): { readonly id: ActivityStreamId; readonly source: string } | null {
	const table = tableOf(items);
	for (const other of activityStreamIds) {
		const source = other === id ? undefined : sourcesOfStream[other].find((each) => !each.id.startsWith('plain') && each.recognises(table));
		if (source) return { id: other, source: source.title };
	}
	return null;
}
