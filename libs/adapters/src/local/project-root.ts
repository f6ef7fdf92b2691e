// Where the project lies: beside its package.json, whether this file runs from the sources or from dist.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of package.json. @throws Error when this file was moved out of the project */
export function projectRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`No package.json above ${__dirname}.`);
}

/** Where downloads and what was made of them are kept between runs. */
export const cacheFolder = (): string => join(homedir(), '.cache', 'resumption');
