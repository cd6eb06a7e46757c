import type { LeftOutKind } from '../leftOut';
import type { Row, Table } from '../paths';
import { cellText, isBlank } from '../paths';
import { firstOf, knownColumn, readColumn, saidInUtc, yesOrNo } from './knownColumns';
import { pipedriveCustomerColumn, pipedriveId, primaryOf } from './pipedriveRows';
import { affirmed } from './stateWords';
import type { ChosenOfStream } from './streamLayout';
import { streamLayout } from './streamLayout';
import type { ContactRowRole } from './streamRoles';
import type { StreamSource } from './streamSource';

/** When an activity took place: its day, and its time of UTC where it has one. One that was done before it was due took place then. */
function takenPlace(row: Row): unknown {
	const [day, time] = [cellText(row.due_date), cellText(row.due_time)];
	if (day === '') return saidInUtc(firstOf((each) => each.marked_as_done_time, (each) => each.add_time)(row));
	const due = /^\d\d:\d\d/.test(time) ? `${day}T${time.slice(0, 5)}:00Z` : day;
	const done = saidInUtc(row.marked_as_done_time);
	return typeof done === 'string' && done.slice(0, 10) < day ? done : due;
}

/** Types that every Pipedrive begins with and that reach nobody; types of one's own count. */
const REACH_NOBODY = new Set(['task', 'deadline']);

function leftOut(row: Row): LeftOutKind | null {
	if (row.is_deleted === true || row.active_flag === false) return 'deleted';
	if (yesOrNo(row.done) !== true) return 'notDone';
	return REACH_NOBODY.has(cellText(row.type)) ? 'noContact' : null;
}

/** Notes are kept as a page of a browser is. */
const withoutTags = (text: string): string => text.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/\s+/g, ' ').trim();

const textOf = (row: Row): string =>
	[row.subject, row.note, row.public_description]
		.filter((part) => !isBlank(part))
		.map((part) => withoutTags(cellText(part)))
		.join(': ');

const layoutOf = (table: Table, chosen: ChosenOfStream<ContactRowRole>) =>
	streamLayout<ContactRowRole>(
		{
			customer: pipedriveCustomerColumn(table),
			columns: {
				date: readColumn(table, 'due_date', takenPlace) ?? readColumn(table, 'add_time', takenPlace),
				person: knownColumn(table, ['person_name']) ?? knownColumn(table, ['person_id'], pipedriveId),
				text: readColumn(table, 'subject', textOf),
				number: knownColumn(table, ['id']),
			},
			contacts: { email: knownColumn(table, ['person_id.email'], primaryOf), name: knownColumn(table, ['org_name', 'person_name']), owner: knownColumn(table, ['owner_name', 'owner_id', 'user_id']) },
			leftOut,
			hasGuests: true,
			needs: ['date'],
			meanings: { startedByCustomer: affirmed },
		},
		chosen,
	);

const OWN_COLUMNS = ['due_date', 'done', 'type', 'subject', 'add_time'];
const isActivity = (row: Row): boolean => OWN_COLUMNS.every((column) => row[column] !== undefined) && (row.busy_flag !== undefined || row.busy !== undefined);

/** Activities as Pipedrive's API gives them, an item each; those that are done count. */
export const pipedriveActivities: StreamSource<ContactRowRole> = {
	id: 'pipedriveActivities',
	title: 'Pipedrive Activities',
	description: 'The activities as the Pipedrive node gives them: calls, meetings and e-mails that are done; tasks and deadlines are left out',
	nouns: ['activity', 'activities'],
	recognises: (table) => table.every(isActivity),
	layoutOf,
};
