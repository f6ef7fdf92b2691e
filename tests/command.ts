// Runs the built `resumption` as a user does: a process of its own, its output and its exit code.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(__dirname, '../dist/apps/cli/src/main.js');
const ROOT = resolve(__dirname, '..');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

export function resumption(...words: string[]): Outcome {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  });
  return { code: status, out: stdout, err: stderr, ms: Number(process.hrtime.bigint() - start) / 1e6 };
}

/** Starts the command and kills it (-9) after some time. Resolves when it is gone. */
export function killedAfter(ms: number, ...words: string[]): Promise<void> {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: ROOT, stdio: 'ignore' });
  setTimeout(() => child.kill('SIGKILL'), ms);
  return new Promise((done) => child.on('exit', () => done()));
}

/** A folder that is gone after the test file. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
