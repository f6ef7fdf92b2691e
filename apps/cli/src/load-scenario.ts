// Reads a scenario file and the CSV files that it names; everything that can be wrong is an InputError.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '#libs/messages';
import {
  MAX_SCENARIO_BYTES,
  MAX_TABLE_BYTES,
  parseScenario,
  type Override,
  type ScenarioFile,
  type ScenarioTexts,
} from '#libs/scenario';

const TABLES = ['enterprises', 'links'] as const;

/** @throws InputError CLI_NO_FILE, SCN_TOO_LARGE, SCN_NO_TABLE, SCN_... */
export function readScenario(path: string, overrides: readonly Override[]): ScenarioTexts {
  const text = readText(path, MAX_SCENARIO_BYTES, (reason) => {
    return new InputError({
      code: 'CLI_NO_FILE',
      place: { file: path },
      reason,
      mend: '`resumption scenarios` lists what there is.',
    });
  });
  const file = parseScenario(text, path, overrides);
  return { name: path, text, tables: tablesOf(path, file) };
}

function tablesOf(path: string, file: ScenarioFile): { name: string; text: string }[] {
  return TABLES.flatMap((key) => {
    const name = file.spec.files[key];
    if (name === undefined) return [];
    const text = readText(join(dirname(path), name), MAX_TABLE_BYTES, (reason) =>
      file.error(
        'SCN_NO_TABLE',
        ['files', key],
        `${name} ${reason}`,
        'Put the file beside the scenario, or drop the key.',
      ),
    );
    return [{ name, text }];
  });
}

/** A file's text. @param missing makes the error of a file that cannot be read */
function readText(path: string, most: number, missing: (reason: string) => InputError): string {
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw missing('is a folder: name the file in it.');
    // A pipe or a device has no size that could be checked before reading.
    if (!stat.isFile()) throw missing('is no regular file.');
    if (stat.size > most) {
      const reason = `the file has ${(stat.size / 1024 / 1024).toPrecision(3)} MB, the most is ${most / 1024 / 1024}.`;
      const mend = 'Put enterprises and links into CSV files (files:), or leave small enterprises to populations.';
      throw new InputError({ code: 'SCN_TOO_LARGE', place: { file: path }, reason, mend });
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw missing(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`);
  }
  return bytes.toString('utf8');
}
