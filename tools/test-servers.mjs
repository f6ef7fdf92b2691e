// Servers for a run of tests, in a process of its own: prints their addresses as one line of JSON, stops them when its
// input ends, which it does too when the one that started it is killed, or when it is told to stop itself.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Not a path that the type checker would follow into the build.
const built = '../dist/libs/testing/src/services/for-all-tests.js';
const { serversForTests } = require(built);

const ended = new Promise((resolve) => {
  process.stdin.once('end', resolve).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
});
// Nobody may be left to read it.
process.stdout.on('error', () => undefined);

const servers = await serversForTests(process.env);
process.stdout.write(`${JSON.stringify(servers.addresses)}\n`);
await ended;
await servers.stop();
// A signal leaves the input open, and that would hold the process.
process.exit();
