// Jest's global setup: builds dist, so that tests of the command never run an old one.
const { spawnSync } = require('node:child_process');

module.exports = () => {
  const { status } = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: `${__dirname}/..`, stdio: 'inherit' });
  if (status !== 0) throw new Error('the build failed');
};
