import fc from 'fast-check';
import type { SentBefore } from '../../../domain/winback/customers';
import { law } from '../../support/law';
import type { Person } from '../../support/winBackPersons';
import { asOf, itemsOfPersons } from '../../support/winBackPersons';

const EMAILS = ['a@x.org', 'a@x.org', 'a@x.org', 'b@x.org'];
/** Days since the last purchase, by customer: the silences at one address are of different lengths. */
const SILENT = [100, 200, 300, 200];

const anySent = fc.record({
	to: fc.nat(3),
	campaign: fc.constantFrom(null, 'spring', 'winter'),
	keyOf: fc.constantFrom(null, 'spring', 'winter', 'spring sale'),
	ago: fc.constantFrom(null, 99, 100, 101, 199, 200, 250, 299, 300, 400),
	isHeldOut: fc.boolean(),
	heldOutFrom: fc.constantFrom(null, 'first' as const, 'worthIt' as const),
	/** Whether the key is of this silence. */
	isNow: fc.boolean(),
});
type Drawn = Parameters<Parameters<typeof anySent.map>[0]>[0];

const dayOfSilence = (customer: number) => new Date((asOf - SILENT[customer]) * 86_400_000).toISOString().slice(0, 10);
const keyFor = (campaign: string, customer: number, isNow: boolean) => `${campaign}:${customer}:${isNow ? dayOfSilence(customer) : '2020-01-01'}`;
const rowOf = ({ to, campaign, keyOf, ago, isHeldOut, heldOutFrom, isNow }: Drawn): SentBefore => ({ campaign, key: keyOf === null ? null : keyFor(keyOf, to, isNow), day: ago === null ? null : asOf - ago, isHeldOut, heldOutFrom: isHeldOut ? heldOutFrom : null });

/** The verdict by a plain look at every row of everybody at the address. */
function slowVerdict(drawn: readonly Drawn[], customer: number): string {
	const lastOn = asOf - SILENT[customer];
	const attempts = drawn.filter((each) => {
		if (EMAILS[each.to] !== EMAILS[customer]) return false;
		const { campaign, key, day } = rowOf(each);
		if (key === keyFor('spring', each.to, true) && (each.to === customer || day === null)) return true;
		const isOwn = campaign === null ? key === null || key.startsWith('spring:') : campaign === 'spring';
		return isOwn && (day === null ? key === null : day > lastOn);
	});
	const contacts = attempts.map(rowOf).filter(({ isHeldOut }) => !isHeldOut);
	if (contacts.length > 0) return `alreadyContacted ${Math.max(...contacts.map(({ day }) => day ?? -1))}`;
	if (attempts.length === 0) return 'none';
	const own = attempts.filter(({ to }) => to === customer).map(rowOf);
	if (own.length === 0) return 'sameAddress';
	const latest = Math.max(...own.map(({ day }) => day ?? -1));
	const from = own.filter(({ day }) => (day ?? -1) === latest).map(({ heldOutFrom }) => heldOutFrom);
	return `heldOutBefore ${from.includes('first') ? 'first' : (from.find((list) => list !== null) ?? null)}`;
}

it('what was sent to anybody at an address is weighed as by a look at every row, of whatever campaign, key and day', () => {
	law(fc.array(anySent, { maxLength: 8 }), fc.constant({ skipDays: 0 }), (drawn, changes) => {
		const persons = EMAILS.map((email, id): Person => ({ id, silent: SILENT[id], addresses: { email }, sent: drawn.filter(({ to }) => to === id).map(rowOf) }));
		const items = itemsOfPersons(persons, changes);
		for (const { id } of persons) {
			const { reasonCode, reason, heldOutFrom } = items.find(({ customer }) => customer === id)!;
			const [code, detail] = slowVerdict(drawn, Number(id)).split(' ');
			if (code === 'none') expect(['contactAdds', 'sameAddress']).toContain(reasonCode);
			else if (code === 'sameAddress') expect(reasonCode).toBe(code);
			else if (code === 'heldOutBefore') expect([reasonCode, String(heldOutFrom)]).toEqual([code, detail]);
			else expect([reasonCode, /\d{4}-\d{2}-\d{2}/.exec(String(reason))?.[0] ?? null]).toEqual([code, detail === '-1' ? null : new Date(Number(detail) * 86_400_000).toISOString().slice(0, 10)]);
		}
	}, 400);
});
