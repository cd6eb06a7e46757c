/** The two drawn Julys of DOMAIN 1, from its own words; `definitions/*.test.ts` hold each definition to both. */

/** (i): c1–c10 at the start; c1 leaves on the 3rd, c2 on the 15th and is back on the 20th, c3 on the 28th; three join, n1 leaves. */
export const FIRST_JULY = `
	c1   before  3
	c2   before  15
	c2   20      –
	c3   before  28
	c4   before  –
	c5   before  –
	c6   before  –
	c7   before  –
	c8   before  –
	c9   before  –
	c10  before  –
	n1   5       12
	n2   9       –
	n3   22      –
`;

/** (ii): c1–c4 at the start, c1 leaves twice, o1 is a former customer who comes and goes; five join. */
export const SECOND_JULY = `
	c1  before  4
	c1  8       16
	c2  before  –
	c3  before  –
	c4  before  1
	n1  1       –
	n2  6       –
	n3  11      –
	n4  25      –
	n5  29      –
	o1  -60     -20
	o1  10      20
`;

/** Ten customers all month and one who joins on the 29th: 310 + 2 = 312 customer-days, and nobody leaves. */
export const NOBODY_LEFT = `
	c1   before  –
	c2   before  –
	c3   before  –
	c4   before  –
	c5   before  –
	c6   before  –
	c7   before  –
	c8   before  –
	c9   before  –
	c10  before  –
	n1   29      –
`;
