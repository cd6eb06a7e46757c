/** Signs that tell of the same thing: of each family only the strongest counts, so that one fact is not counted twice. DOMAIN S24. */
export const families = {
	told: { title: 'Told', meaning: 'They say it themselves' },
	habit: { title: 'Habit', meaning: 'They come, buy or use less often than they used to' },
	service: { title: 'Service', meaning: 'They complain, are not content or wait for us' },
	money: { title: 'Money', meaning: 'Payments change or fail, or the price does' },
	person: { title: 'Person', meaning: 'Somebody else decides now' },
	calendar: { title: 'Calendar', meaning: 'A day comes on which they decide anyway' },
} as const;

export type FamilyId = keyof typeof families;

export const familyIds = Object.keys(families) as FamilyId[];
