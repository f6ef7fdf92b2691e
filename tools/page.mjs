// Builds the page (apps/dashboard) by Vite, or takes over the earlier one where nothing that it was made from has changed:
// tests build often. It is made from the app and from every lib out of which Vite took a module.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const APP = 'apps/dashboard';
const CONFIG = `${APP}/vite.config.mjs`;
const PAGE = 'dashboard';
const RECORD = 'dashboard.json';
/** Versions of what it is built with and from. */
const ALWAYS = ['package-lock.json', 'tools/page.mjs'];

/**
 * Puts the page into `<into>/dashboard`.
 * @param {string} into folder of the new build @param {string} earlier folder of the build before, which may be gone
 * @returns {Promise<'absent' | 'built' | 'kept'>} `absent` where there is no such app here
 */
export async function buildPage(into, earlier) {
  if (!existsSync(CONFIG)) return 'absent';
  if (keep(into, earlier)) return 'kept';
  // The page is the users' whoever builds it: told of tests, Vite would make a larger and slower one for development.
  process.env.NODE_ENV = 'production';
  // Loaded here: it takes longer to load than all else to compile.
  const { build } = await import('vite');
  const outDir = resolve(into, PAGE);
  const bundles = await build({
    configFile: CONFIG,
    logLevel: 'warn',
    // How large the page may be is measured by a test, compressed and without what is loaded later.
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000, rolldownOptions: { onwarn: tellWarning } },
  });
  const libs = libsIn([bundles].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : [])));
  writeFileSync(join(into, RECORD), JSON.stringify({ libs, hash: hashOf(libs) }));
  return 'built';
}

/**
 * Whether the earlier page is still that of the sources; then it is in the new build, too.
 * @param {string} into @param {string} earlier
 */
function keep(into, earlier) {
  try {
    const { libs, hash } = JSON.parse(readFileSync(join(earlier, RECORD), 'utf8'));
    if (hash !== hashOf(libs)) return false;
    cpSync(join(earlier, PAGE), join(into, PAGE), { recursive: true });
    cpSync(join(earlier, RECORD), join(into, RECORD));
    return true;
  } catch {
    // There was none, or another build is just putting its own in its place.
    rmSync(join(into, PAGE), { recursive: true, force: true });
    return false;
  }
}

/**
 * Packages say where they may run; in a page for browsers alone it means nothing.
 * @type {NonNullable<import('vite').Rolldown.InputOptions['onwarn']>}
 */
function tellWarning(warning, tell) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning);
}

/**
 * Folders of the libs in a bundle. Packages are in the lock file.
 * @param {import('vite').Rolldown.OutputBundle[string][]} output
 */
function libsIn(output) {
  const files = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])).map((id) => relative('.', id));
  return [...new Set(files.flatMap((file) => /^libs\/[^/]+/.exec(file) ?? []))].sort();
}

/** @param {string[]} libs */
function hashOf(libs) {
  const files = [APP, ...libs].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files, ...ALWAYS].sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
