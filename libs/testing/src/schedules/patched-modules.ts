// Loads the schedules anew over modules of which some have been changed. Everything else stays loaded as it is.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { Patch } from './mutants';

const LIBS = join(__dirname, '..', '..', '..');
/** Loaded anew: what is patched, and whatever holds on to it. */
const ANEW = ['runtime/src', 'testing/src/schedules', 'adapters/src/embedded', 'adapters/src/index.js'];

interface Loader {
  readonly _extensions: Record<string, (module: Compiled, file: string) => void>;
}

interface Compiled {
  _compile(text: string, file: string): void;
}

/**
 * @param name of a module beside this one
 * @throws Error for a patch whose text is not there, not there once, or in a module that was not loaded
 */
export function requirePatched(name: string, patches: readonly Patch[]): unknown {
  const require = createRequire(__filename);
  const unused = new Set(patches);
  const { _extensions: extensions } = Module as unknown as Loader;
  const load = extensions['.js'];
  forget(require.cache);
  extensions['.js'] = (module, file): void => {
    const own = patches.filter((patch) => file === join(LIBS, patch.file));
    if (own.length === 0) {
      load(module, file);
      return;
    }
    for (const patch of own) unused.delete(patch);
    module._compile(own.reduce(patchedText, readFileSync(file, 'utf8')), file);
  };
  try {
    const loaded: unknown = require(name);
    if (unused.size > 0) throw new Error(`not loaded: ${[...unused].map(({ file }) => file).join(', ')}`);
    return loaded;
  } finally {
    extensions['.js'] = load;
    forget(require.cache);
  }
}

function forget(cache: NodeJS.Require['cache']): void {
  const anew = ANEW.map((place) => join(LIBS, ...place.split('/')));
  for (const file of Object.keys(cache)) {
    if (anew.some((place) => file === place || file.startsWith(place + sep))) Reflect.deleteProperty(cache, file);
  }
}

function patchedText(text: string, { file, from, to }: Patch): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}
