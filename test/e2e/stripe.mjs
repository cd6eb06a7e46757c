/* A stand-in for Stripe's API, which lists the made-up subscriptions page by page. */
import { createServer } from 'node:http';

/**
 * Resolves with the address of the list, the queries that it was asked, and a way to close it.
 *
 * As Stripe's own: newest first, only those that are not cancelled unless `status=all` is asked, 10 a page unless
 * `limit` says otherwise, and `starting_after` the id of the last one known.
 */
export async function stripeStandIn(subscriptions) {
	const asked = [];
	const server = createServer((request, response) => {
		const query = Object.fromEntries(new URL(request.url, 'http://127.0.0.1').searchParams);
		asked.push(query);
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(pageOf(subscriptions, query)));
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/v1/subscriptions`,
		asked,
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}

function pageOf(subscriptions, { status, limit = '10', starting_after }) {
	const listed = subscriptions.filter((subscription) => status === 'all' || subscription.status !== 'canceled');
	const first = starting_after === undefined ? 0 : listed.findIndex(({ id }) => id === starting_after) + 1;
	const data = listed.slice(first, first + Number(limit));
	return { object: 'list', data, has_more: first + data.length < listed.length, url: '/v1/subscriptions' };
}
