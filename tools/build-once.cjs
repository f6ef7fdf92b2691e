// Jest's global setup: builds dist, so that tests of the command never run an old one. Once, however many projects ask.
const { spawnSync } = require('node:child_process');

const BUILT = Symbol.for('resumption.built');

module.exports = () => {
  if (BUILT in globalThis) return;
  const { status } = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: `${__dirname}/..`, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
  Object.assign(globalThis, { [BUILT]: true });
};
