// What `resumption --version` says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_VERSION } from '#libs/model';

/** From dist/apps/cli/src, where this file runs, to the project's root. */
const PACKAGE = join(__dirname, '..', '..', '..', '..', 'package.json');

export function versionText(): string {
  return `${packageVersion()}, model ${MODEL_VERSION}`;
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
}
