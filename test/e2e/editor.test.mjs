/* What a person sees: the editor in a browser. RETENTION_PICTURES=1 renews the pictures of docs/pictures. */
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../playground/install.mjs';
import { importCredentials, importWorkflows, setUpOwner, startN8n, workflowId } from '../../playground/n8n.mjs';
import { mornings, templatesOfOffices } from '../../templates/data/office_coffee.mjs';
import { stripeZendeskHubspotSample } from '../../templates/data/stripe_zendesk_hubspot.mjs';
import { mondays, teaShopSample } from '../../templates/data/tea_shop.mjs';
import { openMailbox } from './mailbox.mjs';
import { idOnMorning, onMorning } from './mornings.mjs';
import { homeWithTemplates, readTemplate, throwAway } from './pack.mjs';
import { startPostgres } from './postgres.mjs';
import { credentialsOf, onMonday } from './weeks.mjs';

const minutes = 60_000;
const shop = 'monthly-churn-of-a-shop.json';
const stripe = 'monthly-churn-and-mrr-from-stripe.json';
const silences = 'find-your-churn-window.json';
const threeSystems = 'open-tickets-of-paying-customers.json';
const nextQuarter = 'next-quarter-by-customer.json';
const [offices] = templatesOfOffices;
const weekly = 'weekly-win-back';
const weeklyInShort = 'weekly-win-back-in-short';
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

let home, n8n, browser, page, postgres, mailbox;
beforeAll(async () => {
	if (!hasBrowser) return;
	home = await homeWithTemplates([shop, stripe, silences, nextQuarter]);
	[postgres, mailbox] = [await startPostgres(), await openMailbox()];
	await importWorkflows(home, [...(await Promise.all(mornings.map((day) => onMorning(offices, day)))), await onMonday(mondays[0], { id: weekly }), withFirstInShort(await onMonday(mondays[0], { id: weeklyInShort }))]);
	await importCredentials(home, credentialsOf(postgres, mailbox));
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
	await postgres?.stop();
	await mailbox?.close();
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

testInBrowser(`on an empty canvas a person joins three systems by Customer Activity, drags a column and reads a customer${withoutBrowser}`, async () => {
	const sample = ticketsByMail(stripeZendeskHubspotSample());
	await page.goto(`${n8n.address}/workflow/new`);
	await paste(await threeSourcesOf(sample));
	await addNode('Customer Activity');
	await part('parameter-input-streams').locator('.el-select').click();
	for (const stream of ['Tickets', 'Customers']) await chooseFromList(stream);
	await page.keyboard.press('Escape');
	await part('ndv-close-button').click();
	await page.keyboard.press('1'); // everything on the screen
	for (const [input, source] of sourceNodes.entries()) await drawArrow(source, 'Customer Activity', input);
	await page.locator('.vue-flow__edge').nth(6).waitFor(); // one into Sample, three out of it, and the three
	await picture('customer-activity-canvas');

	await runNode('Customer Activity');
	const field = part('parameter-input-customerColumn');
	await drag(part('ndv-input-panel').locator('[data-target="mappable"]').getByText('email', { exact: true }), field);
	expect(await field.locator('input').inputValue()).toBe('billing_details.email');

	const output = await runOpenNode();
	const hints = part('node-hint', output);
	await hints.filter({ hasText: 'customer "billing_details.email"' }).waitFor();
	expect((await hints.allInnerTexts()).join('\n')).toMatch(/Matched by e-mail address \(chosen automatically\).*Stripe Charges: .*Zendesk Tickets: .*HubSpot Contacts: /s);
	const row = (await rowsOf(output)).find(({ streams }) => streams === 'purchases, tickets, customers');
	expect(row.purchases).toMatch(new RegExp(`\\bnet:\\s*${netOf(row.customer, sample)}\\b`));
	expect(row.tickets).toMatch(new RegExp(`\\btickets:\\s*${ticketsOf(row.customer, sample)}\\b`));
	await part('radio-button-json', output).click();
	await widenOutput();
	await part('ndv-search', output).fill(row.customer);
	await output.getByText(`"${row.customer}"`).first().waitFor();
	await tallPicture('customer-activity-panel');
}, 4 * minutes);

testInBrowser(`a person opens the template about the next quarter, runs it, and reads who will buy and why one may believe it${withoutBrowser}`, async () => {
	await openTemplate(nextQuarter);
	await nodeOnCanvas('Customer Forecast').waitFor();
	await runOpenFlow();
	await picture('customer-forecast-canvas');

	await nodeOnCanvas('Customer Forecast').dblclick();
	const output = part('output-panel');
	expect(await part('branches', output).innerText()).toMatch(/Customers.*Evidence/s);
	// 2,769 purchase days from 2010-12-11 to 2011-03-10, counted from the file by test/e2e/templates.test.mjs.
	const hints = (await part('node-hint', output).allInnerTexts()).join('\n');
	expect(hints).toMatch(/Of 4,338 customers.*a year before there were 2,769.*your own 3,385 customers of 2011-09-11/s);
	const [first] = await rowsOf(output);
	expect(first).toMatchObject({ customer: '12346', lastPurchaseOn: '2011-01-18', daysSince: '326', purchaseDays: '1', until: '2012-03-09' });
	await widenOutput();
	await part('radio-button-json', output).click();
	await tallPicture('customer-forecast-panel');

	await part('tab-1', part('branches', output)).click();
	const [forecast, ...judged] = await rowsOf(output);
	expect(forecast.about).toBe('forecast');
	const tried = judged.filter(({ about }) => about === 'model');
	expect(tried.map(({ isBaseline, customers, bought }) => [isBaseline, customers, bought])).toContainEqual(['true', '3385', '1922']);
	await part('radio-button-json', output).click();
	await tallPicture('customer-forecast-evidence');
}, 4 * minutes);

testInBrowser(`on three mornings a person runs the whole flow, reads who is at risk, and sees the state grow${withoutBrowser}`, async () => {
	const [tuesday, wednesday, thursday] = mornings;
	await runMorning(tuesday);
	await runMorning(wednesday);
	await zoomInOn('Customer Activity');
	await picture('warning-signs-canvas');

	await nodeOnCanvas('Warning Signs').dblclick();
	const output = part('output-panel');
	expect(await part('branches', output).innerText()).toMatch(/At Risk.*Watch.*Healthy.*State/s);
	// Planted by templates/data/office_coffee.mjs: Wednesday's Persian text, and three complaints.
	const atRisk = await rowsOf(output);
	expect(atRisk.map(({ customer, change }) => [customer, change])).toEqual([['K128', 'new'], ['K125', 'worse']]);
	await widenOutput();
	await part('radio-button-json', output).click();
	await tallPicture('warning-signs-panel');
	await part('radio-button-table', output).click();
	await part('ndv-close-button').click();

	await runMorning(thursday);
	await nodeOnCanvas('Previous State').dblclick();
	const state = await rowsOf(part('output-panel'));
	expect(state.map(({ customerId }) => customerId).sort()).toEqual(['K103', 'K107', 'K111', 'K118', 'K121', 'K125', 'K128', 'K135']);
	expect(state.find(({ customerId }) => customerId === 'K125')).toMatchObject({ asOf: wednesday, level: 'atRisk', alertKey: `K125:${tuesday}` });
	await widenOutput();
	await picture('warning-signs-state');
}, 4 * minutes);

testInBrowser(`a person opens the weekly win-back, runs it, and reads whom to call first, why, and whom to leave alone${withoutBrowser}`, async () => {
	const customerOf = (id) => teaShopSample().customers.find(({ customer_id: each }) => each === id);
	await page.goto(`${n8n.address}/workflow/${weekly}`);
	await nodeOnCanvas('Win-Back Priority').waitFor();
	await runOpenFlow();
	await picture('weekly-win-back');
	await zoomInOn('Win-Back Priority');
	await picture('win-back-priority-canvas');

	await nodeOnCanvas('Win-Back Priority').dblclick();
	const output = part('output-panel');
	expect(await part('branches', output).innerText()).toMatch(/First.*Worth It.*Not Worth It.*Not Contacted/s);
	const first = await rowsOf(output);
	expect(first.map(({ rank, channel }) => [rank, channel])).toEqual(first.map((_, place) => [String(place + 1), 'call']));
	for (const { customer, suggestedManager } of first) expect(suggestedManager).not.toBe(customerOf(customer).owner);
	await widenOutput();
	await part('radio-button-json', output).click();
	await tallPicture('win-back-priority-panel');

	await part('tab-3', part('branches', output)).click();
	const alone = await rowsOf(output);
	const objectors = alone.filter(({ reasonCode }) => reasonCode === 'objected');
	expect(objectors.length).toBeGreaterThan(0);
	for (const { customer, priority } of objectors) expect([customerOf(customer).consent, priority]).toEqual(['no', 'null']);

	await postgres.does('TRUNCATE win_back_attempts');
	await page.goto(`${n8n.address}/workflow/${weeklyInShort}`);
	await nodeOnCanvas('In Short').waitFor();
	const inShort = await rowsOf(await runNode('In Short'));
	const inShortOf = ({ rank, customer, summary, priority, suggestedManager }) => ({ rank, customer, summary, priority, suggestedManager });
	expect(inShort.map(inShortOf)).toEqual(first.map(inShortOf));
	await widenOutput();
	await picture('win-back-priority-first');
}, 4 * minutes);

/** The flow with one more node behind First, which leaves of each customer what a person reads first. */
function withFirstInShort(flow) {
	const inShort = {
		id: 'in-short',
		name: 'In Short',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [1760, -176],
		parameters: { assignments: { assignments: [] }, includeOtherFields: true, include: 'selected', includeFields: 'rank, customer, summary, priority, suggestedManager', options: {} },
	};
	const [first, ...others] = flow.connections['Win-Back Priority'].main;
	return { ...flow, nodes: [...flow.nodes, inShort], connections: { ...flow.connections, 'Win-Back Priority': { main: [[...first, { node: 'In Short', type: 'main', index: 0 }], ...others] } } };
}

/** Brings a node and its neighbours nearer, as the wheel of a mouse does. */
async function zoomInOn(name) {
	await nodeOnCanvas(name).hover();
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -160);
	await page.keyboard.up('Control');
	await page.waitForTimeout(500);
}

/** Executes a whole morning. */
async function runMorning(day) {
	await page.goto(`${n8n.address}/workflow/${idOnMorning(offices, day)}`);
	await nodeOnCanvas('Warning Signs').waitFor();
	await runOpenFlow();
}

/** Executes the whole flow that is open, by the keys that stand on the button below the canvas. */
async function runOpenFlow() {
	await page.keyboard.press('1'); // everything on the screen
	await page.keyboard.press('Control+Enter');
	await page.getByText('Workflow executed successfully').first().waitFor();
}

async function signIn() {
	await page.goto(`${n8n.address}/signin`);
	await part('emailOrLdapLoginId').locator('input').fill(login.email);
	await part('password').locator('input').fill(login.password);
	await part('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}

const openTemplate = (file) => page.goto(`${n8n.address}/workflow/${workflowId(file)}`);

const nodeOnCanvas = (name) => page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

const sourceNodes = ['Stripe Charges', 'Zendesk Tickets', 'HubSpot Contacts'];

/** The sample with those tickets alone that name an address, so that three arrows are enough. */
const ticketsByMail = ({ tickets, ...others }) => ({ ...others, tickets: tickets.filter(({ via, status }) => via.channel === 'email' && status !== 'deleted') });

const netOf = (address, { charges }) =>
	charges.filter(({ billing_details: { email }, livemode, status }) => email === address && livemode && status === 'succeeded').reduce((sum, { amount, amount_refunded: back }) => sum + amount - back, 0) / 100;
const ticketsOf = (address, { tickets }) => tickets.filter(({ via }) => via.source.from.address.toLowerCase() === address).length;

/** Three nodes that give the sample's lists, as the nodes of the three systems would. */
async function threeSourcesOf(sample) {
	const { nodes, connections } = await readTemplate(threeSystems);
	const wanted = nodes.filter(({ name }) => ['Start', 'Sample', ...sourceNodes].includes(name));
	return {
		nodes: wanted.map((node) => (node.name === 'Sample' ? { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify(sample) } } : node)),
		connections: { Start: connections.Start, Sample: { main: [connections.Sample.main[0].filter(({ node }) => sourceNodes.includes(node))] } },
	};
}

/** Pastes nodes onto the canvas, as a person does with what was copied elsewhere. */
async function paste(copied) {
	await part('canvas-wrapper').or(page.locator('.vue-flow')).first().waitFor();
	const isThere = async () => (await nodeOnCanvas(copied.nodes[0].name).count()) > 0;
	for (let tries = 0; tries < 20 && !(await isThere()); tries++) {
		await page.evaluate((text) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', text);
			document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
		}, JSON.stringify(copied));
		await page.waitForTimeout(1000);
	}
}

/** Adds a node by its name and leaves it open; the nodes on the canvas are let go of first, so that it is connected to none. */
async function addNode(name) {
	await page.locator('.vue-flow__pane').click({ position: { x: 1150, y: 150 } });
	await part('node-creator-plus-button').click();
	await part('node-creator-search-bar').fill(name);
	await part('node-creator-node-item').filter({ hasText: name }).first().click();
	await page.getByText('Add to workflow').click();
	await part('ndv').waitFor();
}

const chooseFromList = (title) => page.locator('.el-select-dropdown__item:visible').getByText(title, { exact: true }).click();

const drawArrow = (from, to, input) =>
	drag(part('canvas-node-output-handle', nodeOnCanvas(from)).first(), part('canvas-node-input-handle', nodeOnCanvas(to)).nth(input));

/** Drags what can be seen and lies still, as a person would. */
async function drag(what, where) {
	await where.hover({ force: true });
	await what.hover();
	await page.mouse.down();
	const { x, y, width, height } = await where.boundingBox();
	await page.mouse.move(x + width / 2, y + height / 2, { steps: 15 });
	await page.waitForTimeout(300);
	await page.mouse.up();
	await page.waitForTimeout(300);
}

/** Opens a node, runs it and all it needs; resolves with its output pane. */
async function runNode(name) {
	await nodeOnCanvas(name).dblclick();
	return await runOpenNode();
}

async function runOpenNode() {
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
	// n8n keeps the view that was chosen last, in whatever node.
	await part('radio-button-table', output).click();
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
