// What `resumption --version` says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/adapters';
import { MODEL_VERSION } from '#libs/model';

const PACKAGE = join(projectRoot(), 'package.json');

export function versionText(): string {
  return `${packageVersion()}, model ${MODEL_VERSION}`;
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version;
}
