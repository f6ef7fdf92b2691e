#!/usr/bin/env node
// The `resumption` process: reads its surroundings once, runs a command, turns errors into lines and an exit code.
import { CommanderError } from 'commander';
import { InputError } from '#libs/messages';
import { EXIT, type Context, type Language } from './context';
import { program } from './program';

function contextOf(language: Language | undefined): Context {
  const { env, stdout, stderr } = process;
  const spoken = /^zh/i.test(env.LC_ALL ?? env.LANG ?? '') ? 'zh' : 'en';
  return {
    language: language ?? spoken,
    color: stdout.isTTY && (env.NO_COLOR ?? '') === '',
    width: Math.min(120, Math.max(60, stdout.columns ?? 80)),
    isInteractive: stderr.isTTY && (env.CI ?? '') === '',
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
  };
}

async function main(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.unexpected),
  );
  await program({ contextOf, done: (code) => (process.exitCode = code) }).parseAsync();
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.invalid;
  else if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.invalid;
  } else {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = EXIT.unexpected;
  }
});
