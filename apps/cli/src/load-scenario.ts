// Reads a scenario file and the CSV files that it names; everything that can be wrong is an InputError.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '#libs/messages';
import {
  compileScenario,
  MAX_SCENARIO_BYTES,
  parseScenario,
  type CompiledScenario,
  type Override,
  type ScenarioTables,
} from '#libs/scenario';

/** Texts of a scenario, from disk or from an archive. */
export interface ScenarioTexts {
  readonly name: string;
  readonly text: string;
  /** By the name that the scenario gives under `files`. */
  readonly tables: readonly { readonly name: string; readonly text: string }[];
}

const MAX_TABLE_BYTES = 256 * 1024 * 1024;

/** @throws InputError CLI_NO_FILE, SCN_TOO_LARGE, SCN_... */
export function readScenario(path: string, overrides: readonly Override[]): ScenarioTexts {
  const text = readText(path, MAX_SCENARIO_BYTES);
  const { spec } = parseScenario(text, path, overrides);
  const names = [spec.files.enterprises, spec.files.links].filter((name) => name !== undefined);
  return { name: path, text, tables: names.map((name) => ({ name, text: readText(join(dirname(path), name), MAX_TABLE_BYTES) })) };
}

/** @throws InputError SCN_..., CSV_... */
export function compileTexts({ name, text, tables }: ScenarioTexts, overrides: readonly Override[]): CompiledScenario {
  const file = parseScenario(text, name, overrides);
  const { enterprises, links } = file.spec.files;
  const tableOf = (wanted: string | undefined): { name: string; text: string } | undefined => tables.find((table) => table.name === wanted);
  const found: ScenarioTables = {
    ...(tableOf(enterprises) && { enterprises: tableOf(enterprises) }),
    ...(tableOf(links) && { links: tableOf(links) }),
  } as ScenarioTables;
  return compileScenario(file, found);
}

function readText(path: string, most: number): string {
  const place = { file: path };
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new InputError({ code: 'CLI_NO_FILE', place, reason: 'this is a folder.', mend: 'Name the file in it, e.g. scenario.yaml.' });
    if (stat.size > most) {
      throw new InputError({ code: 'SCN_TOO_LARGE', place, reason: `the file has ${Math.round(stat.size / 1e6)} MB.`, mend: `At most ${most / 1024 / 1024} MB; put enterprises and links into CSV files (files:).` });
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError({ code: 'CLI_NO_FILE', place, reason: `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`, mend: '`resumption scenarios` lists what there is.' });
  }
  return bytes.toString('utf8');
}
