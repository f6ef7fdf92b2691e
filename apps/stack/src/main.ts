#!/usr/bin/env node
// `npm run stack`: runs a command, turns errors into one line and an exit code.
import { CommanderError } from 'commander';
import { InputError } from '#libs/messages';
import { program } from './program';
import { EXIT } from './surroundings';

async function main(): Promise<number> {
  let code: number = EXIT.ok;
  const done = (its: number): void => void (code = its);
  const { stdout, stderr } = process;
  const out = (text: string): void => void stdout.write(text);
  const err = (text: string): void => void stderr.write(text);
  await program({ out, err, done }).parseAsync();
  return code;
}

function told(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.invalid;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof InputError ? EXIT.invalid : EXIT.failed;
}

// The supervisor that was left behind must not hold this process.
void main()
  .catch(told)
  .then((code) => process.exit(code));
