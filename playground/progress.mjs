/* Tells a person that a long step is still going on. */
const spinner = '|/-\\';

/** Runs `work`, showing the elapsed time: ticking on a terminal, a line every 20 seconds elsewhere. */
export async function longStep(title, howLong, work) {
	const startedAt = Date.now();
	const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
	const expectation = howLong ? ` (${howLong})` : '';
	const stopShowing = process.stdout.isTTY ? tick(`${title}${expectation}`, elapsed) : report(`${title}${expectation}`, elapsed);
	try {
		const result = await work();
		stopShowing(`${title}: done in ${elapsed()}`);
		return result;
	} catch (error) {
		stopShowing(`${title}: failed after ${elapsed()}`);
		throw error;
	}
}

function tick(text, elapsed) {
	let turn = 0;
	const show = (line) => process.stdout.write(`\r\u001b[K${line}`);
	// A line longer than the terminal would wrap, and only its end be overwritten.
	const fit = (line) => line.slice(0, (process.stdout.columns ?? 80) - 1);
	const timer = setInterval(() => show(fit(`${spinner[turn++ % spinner.length]} ${elapsed()}  ${text}`)), 250);
	return (lastLine) => {
		clearInterval(timer);
		show(`${lastLine}\n`);
	};
}

function report(text, elapsed) {
	console.log(`${text} ...`);
	const timer = setInterval(() => console.log(`  still at it after ${elapsed()}`), 20_000);
	return (lastLine) => {
		clearInterval(timer);
		console.log(lastLine);
	};
}
