// The one process of `resumption serve`: it says where it listens, keeps its address in a state file, and stops on a signal.
import 'reflect-metadata';
import { formatFault, InputError } from '#libs/messages';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOneProcess } from './one-process';
import { standaloneConfig } from './standalone-config';

async function main(): Promise<void> {
  const config = standaloneConfig(process.env);
  mkdirSync(config.folder, { recursive: true });
  const stateFile = join(config.folder, 'stack.json');
  const served = await startOneProcess(config);
  const { port, postgresUrl } = served;
  const services = [{ name: 'standalone', pid: process.pid, port, restarts: 0, day: null }];
  const state = { phase: 'up', supervisorPid: process.pid, kafka: null, postgresUrl, redisUrl: null, services };
  writeFileSync(`${stateFile}.new`, `${JSON.stringify({ ...state, prefix: 'resumption' }, null, 2)}\n`);
  renameSync(`${stateFile}.new`, stateFile);
  process.stdout.write(`${JSON.stringify({ message: 'listening', port, pid: process.pid })}\n`);
  const end = (): void => {
    rmSync(stateFile, { force: true });
    void served.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

main().catch((failure: unknown) => {
  const error = portTaken(failure) ?? failure;
  const isInput = error instanceof InputError;
  process.stderr.write(`${isInput ? formatFault(error.fault) : String((error as Error).stack ?? error)}\n`);
  process.exit(isInput ? 2 : 1);
});

function portTaken(error: unknown): InputError | undefined {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code !== 'EADDRINUSE') return undefined;
  const reason = `port ${port} is taken by another process.`;
  return new InputError({
    code: 'STK_PORT_TAKEN',
    path: '--port',
    reason,
    mend: 'Give another one: --port 3001, or 0 for any free one.',
  });
}
