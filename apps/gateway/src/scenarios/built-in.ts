// The project's own scenarios, which never change while it runs.
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MAX_SCENARIO_BYTES, MAX_TABLE_BYTES, parseScenario, type ScenarioTexts } from '#libs/scenario';

const MOST_FILES = 200;

/** A scenario on disk, and its texts when they are asked for. */
export interface BuiltIn {
  readonly id: string;
  readonly texts: ScenarioTexts;
}

/** Every scenario below a folder, by the path of its file; of two with one id the first. */
export async function builtInScenarios(folder: string): Promise<BuiltIn[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name)).sort();
  const found: BuiltIn[] = [];
  for (const name of names.slice(0, MOST_FILES)) {
    const texts = await textsAt(join(folder, name));
    if (texts === undefined) continue;
    const { id } = parseScenario(texts.text, name).spec;
    if (!found.some((one) => one.id === id)) found.push({ id, texts: { ...texts, name: `${id}.yaml` } });
  }
  return found;
}

/** Undefined for a file that is no scenario. */
async function textsAt(path: string): Promise<ScenarioTexts | undefined> {
  if ((await stat(path)).size > MAX_SCENARIO_BYTES) return undefined;
  const text = await readFile(path, 'utf8');
  if (!/^resumption:/m.test(text)) return undefined;
  const { files } = parseScenario(text, path).spec;
  const tables: { name: string; text: string }[] = [];
  for (const name of [files.enterprises, files.links]) {
    if (name === undefined) continue;
    const beside = join(dirname(path), name);
    if ((await stat(beside)).size <= MAX_TABLE_BYTES) tables.push({ name, text: await readFile(beside, 'utf8') });
  }
  return { name: path, text, tables };
}
