// `resumption init DIR`: a commented scenario of one's own county, with enterprises.csv and links.csv, that runs as it is.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY_ENTERPRISES, COUNTY_LINKS, COUNTY_SCENARIO } from '#libs/api';
import { InputError } from '#libs/messages';
import type { Context } from '../context';

function makeFolder(folder: string): void {
  try {
    if (!existsSync(folder)) mkdirSync(folder);
  } catch (error) {
    const reason = `cannot be made (${(error as NodeJS.ErrnoException).code ?? 'error'}).`;
    throw new InputError({
      code: 'CLI_NO_FOLDER',
      place: { file: folder },
      reason,
      mend: 'The folder above it must be there and yours.',
    });
  }
}

export function init(folder: string, context: Context): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new InputError({
      code: 'CLI_FOLDER_IN_USE',
      place: { file: folder },
      reason: 'the folder is not empty.',
      mend: 'Name a new one.',
    });
  }
  makeFolder(folder);
  const files = { 'scenario.yaml': COUNTY_SCENARIO, 'enterprises.csv': COUNTY_ENTERPRISES, 'links.csv': COUNTY_LINKS };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  context.out(
    `${Object.keys(files)
      .map((name) => join(folder, name))
      .join('\n')}\nNext: resumption run ${join(folder, 'scenario.yaml')}\n`,
  );
}
