// What a test of the page needs: `resumption serve` on embedded parts in a folder of its own, and a real Chromium.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/cli/src/main.js');
const START_MS = 60_000;
const STOP_MS = 15_000;

/* eslint-disable no-restricted-properties -- whoever starts the tests says where a browser is, and whether it may be missing */
const CHROMIUM = process.env.RESUMPTION_CHROMIUM ?? '/usr/bin/chromium';
const isRequired = process.env.REQUIRE_SERVICES === '1';
/* eslint-enable no-restricted-properties */

/** `describe` where there is a browser, or has to be one; `describe.skip` otherwise. */
export const describeInBrowser: typeof describe = isRequired || existsSync(CHROMIUM) ? describe : describe.skip;

/** @throws Error where there is none */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no ${CHROMIUM}: install chromium, or name one with RESUMPTION_CHROMIUM`);
  // Chromium's sandbox refuses root, and containers often have no other user.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args });
}

export interface Served {
  /** Without a slash at its end. */
  readonly url: string;
  /** Where it keeps its data: for the command line, `--stack FOLDER`. */
  readonly folder: string;
  /** From the start of the command until it said where the page is. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts `resumption serve` and waits until it says where the page is. @throws Error with what it said instead */
export async function serve(...words: string[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-browser-'));
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--folder', folder, ...words], { cwd: ROOT });
  const url = await said(child, /http:\/\/127\.0\.0\.1:\d+/);
  return {
    ...{ url, folder, startMs: performance.now() - began },
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((found, refuse) => {
    let text = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      refuse(new Error(`serve did not start within ${START_MS / 1000} s: ${text}`));
    }, START_MS);
    const hear = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      const [match] = pattern.exec(text) ?? [];
      if (match === undefined) return;
      clearTimeout(late);
      found(match);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      refuse(new Error(`serve ended with ${code}: ${text}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((gone) => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(late);
      gone();
    });
    child.kill('SIGTERM');
  });
}
