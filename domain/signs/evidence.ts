/** Small parts that several signs put their findings together from. */
import { exposureOf } from '../activity/windows';
import type { Exposure } from '../activity/windows';
import type { EvidenceKind } from './evidenceKinds';
import type { Observed } from './observed';
import type { Evidence } from './sign';

type Rest = Partial<Omit<Evidence, 'strength' | 'kind'>>;

export const evidence = (strength: number, kind: EvidenceKind, { measured = null, usual = null, since = null, words = null }: Rest = {}): Evidence => ({ strength, kind, measured, usual, since, words });

/** The strongest of some findings; of several the first. Null where there is none. */
export function strongest(findings: ReadonlyArray<Evidence | null>): Evidence | null {
	let best: Evidence | null = null;
	for (const finding of findings) if (finding !== null && (best === null || finding.strength > best.strength)) best = finding;
	return best;
}

/** The customer's own days in each window. */
export const exposureIn = ({ asOf, tenureDays, recentDays, usualDays }: Observed): Exposure =>
	exposureOf({ asOf, recentDays, usualDays }, tenureDays === null ? NaN : asOf - tenureDays);

/** What is usual in as many days as the recent ones. */
export const usualIn = (usualCount: number, { recentDays }: Observed, { usualDays }: Exposure): number | null => (usualDays === 0 ? null : (usualCount / usualDays) * recentDays);
