import type { ProblemCode } from '../../domain/problems';

/** What is wrong with a whole column. */
export const columnProblem = (code: ProblemCode, column: string, received: unknown) => ({
	problems: [{ code, item: null, column, received }],
});
