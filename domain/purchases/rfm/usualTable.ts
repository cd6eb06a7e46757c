import { usualRules } from './segments';
import type { SegmentTable } from './segmentTable';
import { compileSegments } from './segmentTable';

function compiled(): SegmentTable {
	const outcome = compileSegments(usualRules);
	if ('faults' in outcome) throw new Error('The usual segments do not have every combination of scores exactly once');
	return outcome.table;
}

/** The usual segments, ready to be asked. DOMAIN W6. */
export const usualTable: SegmentTable = compiled();
