// Jest's global setup of the project `services`: one Kafka, one PostgreSQL and one Redis for all its suites, which find
// them by the environment. They belong to a process of their own, which sees when this one is gone.
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { createInterface } = require('node:readline');
const buildOnce = require('./build-once.cjs');

module.exports = async () => {
  buildOnce();
  const child = spawn(process.execPath, [`${__dirname}/test-servers.mjs`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), exited]);
  if (typeof said[0] !== 'string') throw new Error(`the servers for tests did not start: exit code ${said[0]}`);
  Object.assign(process.env, JSON.parse(said[0]));
  const stop = async () => {
    child.stdin.end();
    await exited;
  };
  Object.assign(globalThis, { [Symbol.for('resumption.stop-servers')]: stop });
};
