// `stack up`: starts a supervisor that outlives this process, and waits until all is ready.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '#libs/adapters';
import { layoutOf, type StackLayout } from '../layout';
import { supervisorOf } from '../lock';
import { rosterOf, scriptOf } from '../roster';
import { readState, type StackState } from '../state-file';
import { endStackLeftOvers } from '../supervisor';
import { EXIT, type Surroundings } from '../surroundings';
import { drawAddresses, drawProcesses, processesOf } from '../table';
import { supervise } from './supervise';

const POLL_MS = 100;
// Longer than the supervisor itself waits for servers and services.
const UP_TIMEOUT_MS = 600_000;

export interface UpOptions {
  readonly brokers: 1 | 3;
  readonly replicas?: string;
  readonly foreground?: boolean;
  readonly json?: boolean;
  readonly reset?: boolean;
  readonly folder?: string;
  /** Folder of the built apps; dist/apps otherwise. */
  readonly apps?: string;
}

interface CheckedOptions extends UpOptions {
  readonly apps: string;
}

/** @returns the exit code @throws InputError STACK_REPLICAS, STACK_NOT_BUILT */
export async function up(options: UpOptions, surroundings: Surroundings): Promise<number> {
  const layout = layoutOf(options.folder);
  if (supervisorOf(layout) !== undefined) return isUpAlready(layout, options, surroundings);
  const apps = options.apps ?? join(projectRoot(), 'dist', 'apps');
  for (const { service } of rosterOf(options.replicas)) scriptOf(apps, service);
  if (options.reset) await reset(layout);
  const code = await (options.foreground ? foreground : background)(layout, { ...options, apps }, surroundings);
  return code ?? isUpAlready(layout, options, surroundings);
}

/** Removes what the servers have stored. What a killed supervisor has left running ends first. */
export async function reset(layout: StackLayout): Promise<void> {
  await endStackLeftOvers(layout);
  for (const folder of [layout.kafka, layout.postgres, layout.redis, layout.gateway])
    rmSync(folder, { recursive: true, force: true });
}

function foreground(
  layout: StackLayout,
  options: CheckedOptions,
  { out, err }: Surroundings,
): Promise<number | undefined> {
  const { brokers, replicas, apps, json } = options;
  const isUp = (): void => tell(readState(layout.stateFile), layout, { json, out });
  return supervise({ layout, brokers, replicas, apps, say: (line) => err(`${line}\n`), isUp });
}

async function background(
  layout: StackLayout,
  options: CheckedOptions,
  { out, err }: Surroundings,
): Promise<number | undefined> {
  mkdirSync(layout.folder, { recursive: true });
  const log = openSync(layout.supervisorLog, 'w');
  const args = [
    process.argv[1],
    'up',
    '--foreground',
    '--brokers',
    String(options.brokers),
    '--folder',
    layout.folder,
    '--apps',
    options.apps,
  ];
  if (options.replicas !== undefined) args.push('--replicas', options.replicas);
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'ignore', log] });
  closeSync(log);
  let exitCode: number | null | undefined;
  child.once('exit', (code) => (exitCode = code));
  let shown = 0;
  const show = (): void => {
    const text = readFileSync(layout.supervisorLog, 'utf8');
    err(text.slice(shown));
    shown = text.length;
  };
  const deadline = Date.now() + UP_TIMEOUT_MS;
  for (;;) {
    await pause(POLL_MS);
    const state = readState(layout.stateFile);
    const isUp = state?.phase === 'up' && state.supervisorPid === child.pid;
    show();
    if (isUp) {
      child.unref();
      tell(state, layout, { json: options.json, out });
      return EXIT.ok;
    }
    if (exitCode !== undefined) {
      if (supervisorOf(layout) !== undefined) return undefined;
      err(`the stack is not up; see ${layout.supervisorLog}\n`);
      return exitCode === EXIT.invalid ? EXIT.invalid : EXIT.failed;
    }
    if (Date.now() > deadline) {
      child.kill('SIGTERM');
      err(`the stack was not up after ${UP_TIMEOUT_MS / 1000} s; see ${layout.supervisorLog}\n`);
      return EXIT.failed;
    }
  }
}

function isUpAlready(layout: StackLayout, { json }: UpOptions, { out, err }: Surroundings): number {
  const state = readState(layout.stateFile);
  err(state?.phase === 'up' ? 'the stack is up already\n' : `another \`stack up\` is at work on ${layout.folder}\n`);
  tell(state, layout, { json, out });
  return state?.phase === 'up' ? EXIT.ok : EXIT.failed;
}

function tell(
  state: StackState | undefined,
  layout: StackLayout,
  { json, out }: { readonly json: boolean | undefined; readonly out: (text: string) => void },
): void {
  if (state === undefined) return;
  if (json) out(`${JSON.stringify(state)}\n`);
  else out(`${drawProcesses(processesOf(state))}\n\n${drawAddresses(state, layout)}\n`);
}
