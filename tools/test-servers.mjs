// Servers for a run of tests, in a process of its own: prints their addresses as one line of JSON, stops them when its
// input ends, which it does too when the one that started it is killed.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { serversForTests } = require('../dist/libs/testing/src/services/for-all-tests.js');

// Ctrl-C reaches the whole group; the end of the input follows it, and does the work.
process.on('SIGINT', () => undefined);

const ended = new Promise((resolve) => process.stdin.once('end', resolve).resume());
const servers = await serversForTests(process.env);
process.stdout.write(`${JSON.stringify(servers.addresses)}\n`);
await ended;
await servers.stop();
