// Checks the house's import rules (.dependency-cruiser.cjs), and that there was something to check: with a wrong resolver
// setting the cruise finds next to nothing and is green.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, format } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const MIN_MODULES = 20;
// Every front door that somebody imports counts; below this the alias `#libs/*` does not resolve to sources.
const MIN_FRONT_DOOR_IMPORTS = 10;

process.chdir(join(import.meta.dirname, '..'));

const folders = ['libs', 'apps', 'tests'].filter((folder) => existsSync(folder));
const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
const reply = await cruise(folders, { ...options, outputType: 'json' }, undefined, {
  tsConfig: extractTSConfig('./tsconfig.json'),
});
/** @type {import('dependency-cruiser').ICruiseResult} */
const result = JSON.parse(String(reply.output));

const own = result.modules.filter((module) => /^(libs|apps|tests)\//.test(module.source));
const throughFrontDoor = own
  .flatMap((module) => module.dependencies)
  .filter(({ module, resolved }) => module.startsWith('#libs/') && /^libs\/[^/]+\/src\/index\.ts$/.test(resolved));
const { output, exitCode } = await format(result, { outputType: 'err' });
console.log(String(output).trim());

if (own.length < MIN_MODULES || throughFrontDoor.length < MIN_FRONT_DOOR_IMPORTS) {
  console.error(
    `IMPORTS_TOO_FEW cruised ${own.length} modules with ${throughFrontDoor.length} imports through #libs/*; ` +
      `expected at least ${MIN_MODULES} and ${MIN_FRONT_DOOR_IMPORTS}. See conditionNames in .dependency-cruiser.cjs.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${own.length} modules, ${throughFrontDoor.length} imports through #libs/*`);
  process.exitCode = exitCode > 0 ? 1 : 0;
}
