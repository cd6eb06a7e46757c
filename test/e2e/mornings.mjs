/* The templates of morning warning signs, as a person has them who wrote another day into Which Morning. */
import { readTemplate } from './pack.mjs';

export const idOnMorning = (file, day) => `${file.replace('.json', '')}-${day}`;

export async function onMorning(file, day) {
	const flow = await readTemplate(file);
	const written = ({ parameters }) => ({ ...parameters, assignments: { assignments: parameters.assignments.assignments.map((each) => ({ ...each, value: day })) } });
	return { ...flow, id: idOnMorning(file, day), nodes: flow.nodes.map((node) => (node.name === 'Which Morning' ? { ...node, parameters: written(node) } : node)) };
}
