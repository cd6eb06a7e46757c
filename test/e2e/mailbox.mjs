/* A mail server on loopback that keeps what it gets and passes nothing on. */
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const user = 'shop';
const password = 'Loopback1';

/**
 * Resolves with what n8n needs to sign in (`credential`), the letters so far in the order in which they came (to whom
 * the envelope says, from whom, subject, text, html), a set of addresses that it refuses, and `close`.
 */
export async function openMailbox() {
	const letters = [];
	const refused = new Set();
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth(given, session, done) {
			const isRight = given.username === user && given.password === password;
			done(isRight ? null : new Error('Wrong user or password'), { user });
		},
		onRcptTo({ address }, session, done) {
			done(refused.has(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null);
		},
		onData(stream, { envelope }, done) {
			keep(stream, envelope).then(() => done(), done);
		},
	});
	const keep = async (stream, { rcptTo }) => {
		const { from, subject, text, html } = await simpleParser(stream);
		letters.push({ to: rcptTo.map(({ address }) => address), from: from.text, subject, text, html });
	};
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address();
	return {
		credential: { host: '127.0.0.1', port, user, password, secure: false, disableStartTls: true, hostName: '' },
		letters,
		refused,
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}
