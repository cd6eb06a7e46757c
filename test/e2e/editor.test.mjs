/* What a person sees: the editor in a browser. RETENTION_PICTURES=1 renews the pictures of docs/pictures. */
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../playground/install.mjs';
import { setUpOwner, startN8n, workflowId } from '../../playground/n8n.mjs';
import { homeWithTemplates, throwAway } from './pack.mjs';

const minutes = 60_000;
const shop = 'monthly-churn-of-a-shop.json';
const stripe = 'monthly-churn-and-mrr-from-stripe.json';
const silences = 'find-your-churn-window.json';
const login = { email: 'owner@example.com', password: 'Playground1' };
const browserProgram = process.env.CHROMIUM ?? '/usr/bin/chromium';
// As root Chromium needs the first; the others keep it from calling its maker.
const browserArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const hasBrowser = existsSync(browserProgram) || process.env.CI;
const testInBrowser = hasBrowser ? test : test.skip;
const withoutBrowser = hasBrowser ? '' : ` (skipped: there is no Chromium at ${browserProgram}; name yours in CHROMIUM)`;

let home, n8n, browser, page;
beforeAll(async () => {
	if (!hasBrowser) return;
	home = await homeWithTemplates([shop, stripe, silences]);
	n8n = await startN8n(home);
	await setUpOwner(n8n.address, login);
	browser = await chromium.launch({ executablePath: browserProgram, args: browserArguments });
	page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
	page.setDefaultTimeout(60_000);
	await signIn();
}, 5 * minutes);
afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
	if (home) await throwAway(home);
}, minutes);

const part = (name, within = page) => within.locator(`[data-test-id="${name}"]`);

testInBrowser(`a person opens the template, runs Churn Rate and reads its rows${withoutBrowser}`, async () => {
	await openTemplate(shop);
	const churnRate = nodeOnCanvas('Churn Rate');
	await churnRate.waitFor();
	expect(await churnRate.locator('img').evaluate((icon) => icon.complete && icon.naturalWidth > 0)).toBe(true);
	await picture('canvas');

	const output = await runNode('Churn Rate');
	expect(await part('branches', output).innerText()).toMatch(/Rows.*Churned Customers/s);
	expect(await part('node-hint', output).first().innerText()).toMatch(/customer_id.*order_date.*amount/s);
	const rows = await rowsOf(output);
	expect(rows.find((row) => row.period === '2011-03')).toMatchObject({ numerator: '358', denominator: '1682' });
	await widenOutput();
	await tallPicture('churn-rate', () => scrollTo('2011-04', output));

	await part('tab-1', part('branches', output)).click();
	expect((await rowsOf(output)).length).toBeGreaterThan(0);
	await picture('churned-customers');
}, 3 * minutes);

testInBrowser(`a person opens the template about Stripe, runs Revenue Churn and reads what moved the money${withoutBrowser}`, async () => {
	await openTemplate(stripe);
	await nodeOnCanvas('Revenue Churn').waitFor();

	const output = await runNode('Revenue Churn');
	const rows = await rowsOf(output);
	// Counted by test/reference/stripe_months.py: 10195.17 at the start of December, 140.83 of it churned.
	expect(rows.find((row) => row.period === '2025-12')).toMatchObject({ customersAtStart: '192', newMrr: expect.stringMatching(/^739\.[45]/), churnedMrr: expect.stringMatching(/^140\.83/) });
	await widenOutput();
	await tallPicture('revenue-churn', () => scrollTo('2025-03', output));
}, 3 * minutes);

testInBrowser(`a person opens the template about the churn window, runs it and reads why there is none${withoutBrowser}`, async () => {
	await openTemplate(silences);
	await nodeOnCanvas('Find Churn Window').waitFor();

	const output = await runNode('Find Churn Window');
	const hints = await part('node-hint', output).allInnerTexts();
	expect(hints.join('\n')).toMatch(/No churn window can be told.*95 of 415/s);
	const [answer, ...curve] = await rowsOf(output);
	expect(answer).toMatchObject({ row: 'answer', churnWindow: 'null', reason: 'shareNeverLow' });
	expect(curve.find((row) => row.window === '270')).toMatchObject({ silentCustomers: '152', cameBack: '55' });
	await widenOutput();
	await tallPicture('customer-lifetime');
}, 3 * minutes);

async function signIn() {
	await page.goto(`${n8n.address}/signin`);
	await part('emailOrLdapLoginId').locator('input').fill(login.email);
	await part('password').locator('input').fill(login.password);
	await part('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

const openTemplate = (file) => page.goto(`${n8n.address}/workflow/${workflowId(file)}`);

const nodeOnCanvas = (name) => page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a node, runs it and all it needs; resolves with its output pane. */
async function runNode(name) {
	await nodeOnCanvas(name).dblclick();
	await part('node-execute-button').click();
	const output = part('output-panel');
	await part('node-run-status-success', output).waitFor();
	return output;
}

/** Puts the row of a period at the top of the table. */
const scrollTo = (period, output) =>
	output.locator('table').evaluate((table, wanted) => {
		const row = [...table.querySelectorAll('tbody tr')].find(({ innerText }) => innerText.startsWith(wanted));
		let pane = table.parentElement;
		while (pane.scrollHeight <= pane.clientHeight) pane = pane.parentElement;
		pane.scrollTop += row.getBoundingClientRect().top - table.querySelector('thead').getBoundingClientRect().bottom;
	}, period);

/** The table of an output pane, an object per line with the column heads as keys. */
async function rowsOf(output) {
	await output.locator('table tbody tr td').first().waitFor();
	return await output.locator('table').evaluate((table) => {
		const textsOf = (line) => [...line.cells].map((cell) => cell.innerText.trim());
		const heads = textsOf(table.tHead.rows[0]);
		return [...table.tBodies[0].rows].map((line) => {
			const texts = textsOf(line);
			return Object.fromEntries(heads.map((head, column) => [head, texts[column]]));
		});
	});
}

// The middle pane stands in the way of the figures; a person would push it aside too.
async function widenOutput() {
	const handle = await part('panel-drag-button').boundingBox();
	const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 400, y, { steps: 5 });
	await page.mouse.up();
}

/** A picture with more rows in it, on a taller screen; `prepare` runs once the screen is tall. */
async function tallPicture(name, prepare = async () => {}) {
	await page.setViewportSize({ width: 1600, height: 1200 });
	await prepare();
	await picture(name);
	await page.setViewportSize({ width: 1600, height: 900 });
}

async function picture(name) {
	if (!process.env.RETENTION_PICTURES) return;
	const folder = join(root, 'docs', 'pictures');
	await mkdir(folder, { recursive: true });
	await page.mouse.move(0, 0);
	await page.locator('.el-notification__closeBtn').click({ timeout: 3000 }).catch(() => {});
	await page.waitForTimeout(1000);
	await page.screenshot({ path: join(folder, `${name}.png`) });
}
