// The one process of `resumption serve`: it says where it listens, keeps its address in a state file, and stops on a signal.
import 'reflect-metadata';
import { isPortFree } from '#libs/adapters';
import { formatFault, InputError } from '#libs/messages';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOneProcess } from './one-process';
import { standaloneConfig, type StandaloneConfig } from './standalone-config';

async function main(): Promise<void> {
  const config = standaloneConfig(process.env);
  mkdirSync(config.folder, { recursive: true });
  const stateFile = join(config.folder, 'stack.json');
  await refuseTakenPort(config);
  const served = await startOneProcess(config);
  const { port, postgresUrl } = served;
  const services = [{ name: 'standalone', pid: process.pid, port, restarts: 0, day: null }];
  const state = { phase: 'up', supervisorPid: process.pid, kafka: null, postgresUrl, redisUrl: null, services };
  writeFileSync(`${stateFile}.new`, `${JSON.stringify({ ...state, prefix: 'resumption' }, null, 2)}\n`);
  renameSync(`${stateFile}.new`, stateFile);
  process.stdout.write(
    `${JSON.stringify({ message: 'listening', port, pid: process.pid, hasPage: config.hasPage })}\n`,
  );
  let isStopping = false;
  const end = (): void => {
    isStopping = true;
    rmSync(stateFile, { force: true });
    served.stop().then(() => process.exit(0), fail);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // Stopped by itself, it is not stopped twice.
  served.failed.catch((error: unknown) => {
    if (isStopping) return;
    rmSync(stateFile, { force: true });
    void served.stop().finally(() => fail(error));
  });
}

main().catch(fail);

function fail(error: unknown): void {
  const isInput = error instanceof InputError;
  process.stderr.write(`${isInput ? formatFault(error.fault) : String((error as Error).stack ?? error)}\n`);
  process.exit(isInput ? 2 : 1);
}

/** Before anything is started: what can be mended at once is told at once. @throws InputError STK_PORT_TAKEN */
async function refuseTakenPort({ httpPort }: StandaloneConfig): Promise<void> {
  if (httpPort === 0 || (await isPortFree(httpPort))) return;
  throw new InputError({
    code: 'STK_PORT_TAKEN',
    path: '--port',
    reason: `port ${httpPort} is taken by another process.`,
    mend: `Give another one, e.g. --port ${httpPort + 1}, or 0 for any free one.`,
  });
}
