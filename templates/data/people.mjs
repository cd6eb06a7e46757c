/* People who do not exist, for data that is made up. */
const firstNames = ['Ada', 'Ben', 'Clara', 'Dmytro', 'Ella', 'Farid', 'Greta', 'Hugo', 'Iryna', 'Jonas', 'Katja', 'Leyla', 'Marco', 'Nina', 'Omid', 'Paula', 'Quentin', 'Rosa', 'Stepan', 'Tara'];
const lastNames = ['Adler', 'Brandt', 'Costa', 'Dietz', 'Engel', 'Fischer', 'Grande', 'Hartmann', 'Ivanko', 'Jensen', 'Keller', 'Lang', 'Moradi', 'Novak', 'Osman', 'Peters', 'Rossi', 'Sommer', 'Tkach', 'Vogel'];

/** A person each, no two of one name; their addresses are of example.com, which is nobody's. */
export function peopleWhoDoNotExist(count) {
	return Array.from({ length: count }, (_, place) => {
		const firstName = firstNames[place % firstNames.length];
		const lastName = lastNames[(place + 7 * Math.floor(place / firstNames.length)) % lastNames.length];
		return { firstName, lastName, email: `${firstName}.${lastName}@example.com`.toLowerCase() };
	});
}
