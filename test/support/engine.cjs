/* What n8n's engine needs around it in a test process: loaded once, shut down after the tests. */
process.env.N8N_LOG_LEVEL ??= 'silent'; // The engine logs what a node throws; tests throw on purpose.
require('reflect-metadata');
const { Container } = require(require.resolve('@n8n/di', { paths: [require.resolve('n8n-core')] }));
const { SSHClientsManager } = require('n8n-core/dist/execution-engine/ssh-clients-manager');

/** Ends the interval with which the engine watches SSH connections; it would keep the process alive. */
exports.shutDownEngine = () => Container.get(SSHClientsManager).onShutdown();
