// The supervisor of a stack, with stand-ins for the services: it starts real servers, keeps everything alive on the same
// ports, tells who runs where, finds what a killed supervisor has left, and stops all of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { until } from '#libs/testing';
import { SERVICES } from '../../apps/stack/src/roster';
import type { ProcessState, StackState } from '../../apps/stack/src/state-file';
import { resumption, scratch } from '../command';

const MAIN = resolve(__dirname, '../../dist/apps/stack/src/main.js');

jest.setTimeout(300_000);

/** Ready half a second after its start, on day 12. */
const STAND_IN = `
const began = Date.now();
const isReady = () => Date.now() - began > 500;
require('node:http')
  .createServer((asked, answer) => answer.writeHead(isReady() ? 200 : 503).end(JSON.stringify({ day: 12 })))
  .listen(Number(process.env.RESUMPTION_HTTP_PORT), process.env.RESUMPTION_HTTP_HOST);
`;

// eslint-disable-next-line no-restricted-properties -- whoever starts the tests says whether servers may be missing
const canStart = process.env.REQUIRE_SERVICES === '1' || resumption('doctor').code === 0;

(canStart ? describe : describe.skip)('a stack on this machine', () => {
  const stack = (...words: string[]) => {
    const args = [MAIN, ...words, '--folder', folder];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 280_000 });
    return { code: status, out: stdout, err: stderr };
  };
  const up = (...words: string[]) => stack('up', '--apps', apps, ...words);
  const state = (): StackState => JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as StackState;
  const rows = (): ProcessState[] => JSON.parse(stack('status', '--json').out) as ProcessState[];
  const row = (name: string): ProcessState | undefined => rows().find((one) => one.name === name);
  const isRunning = (pid: number | null | undefined): boolean => {
    try {
      return pid !== null && pid !== undefined && process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  afterAll(() => void stack('down', '--reset'));
  const folder = scratch();
  const apps = join(folder, 'apps');
  beforeAll(() => {
    for (const name of SERVICES) {
      const script = join(apps, name, 'src', 'main.js');
      mkdirSync(dirname(script), { recursive: true });
      writeFileSync(script, STAND_IN);
    }
  });

  it('says that nothing runs, with exit code 3, before it is up', () => {
    expect(stack('status', '--json')).toMatchObject({ code: 3, out: '[]\n' });
  });

  it('comes up with all servers and services, and returns', () => {
    const { code, out } = up('--replicas', 'plants=2', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(state());
    expect(state()).toMatchObject({ phase: 'up', prefix: 'resumption' });
    expect(rows().map(({ name }) => name)).toEqual([
      ...['kafka-1', 'postgres', 'redis', 'control', 'plants-0', 'plants-1'],
      ...['logistics', 'markets', 'exporters', 'support', 'recovery', 'gateway'],
    ]);
    expect(rows().every(({ pid, restarts }) => isRunning(pid) && restarts === 0)).toBe(true);
    expect(row('control')?.day).toBe(12);
  });

  it('is up already when it is started a second time', () => {
    const before = rows();
    const { code, err } = up();
    expect(code).toBe(0);
    expect(err).toContain('is up already');
    expect(rows()).toEqual(before);
  });

  it('starts again whatever is killed, on the same port', async () => {
    const killed = ['support', 'redis', 'postgres', 'kafka-1'].map((name) => row(name));
    for (const one of killed) process.kill(one?.pid ?? 0, 'SIGKILL');
    const isBack = ({ name, restarts, pid }: ProcessState): boolean =>
      !killed.some((one) => one?.name === name) || (restarts === 1 && isRunning(pid));
    await until(() => [...state().servers, ...state().services].every(isBack), { timeoutMs: 60_000, pauseMs: 100 });
    for (const one of killed) expect(row(one?.name ?? '')).toMatchObject({ port: one?.port });
    expect(killed.some((one) => isRunning(one?.pid))).toBe(false);
  });

  it('ends what a killed supervisor has left, and comes up anew', () => {
    const before = rows();
    process.kill(state().supervisorPid, 'SIGKILL');
    expect(stack('status').err).toContain('their supervisor is gone');
    expect(before.every(({ pid }) => isRunning(pid))).toBe(true);
    expect(up().code).toBe(0);
    expect(before.some(({ pid }) => isRunning(pid))).toBe(false);
    expect(rows()).toHaveLength(SERVICES.length + 3);
  });

  it('goes down with everything', () => {
    const before = rows();
    expect(stack('down').code).toBe(0);
    expect(before.some(({ pid }) => isRunning(pid))).toBe(false);
    expect(stack('status').code).toBe(3);
    expect(stack('down')).toMatchObject({ code: 0, err: 'nothing runs\n' });
  });

  it('does not start with a number of processes that makes no sense', () => {
    const { code, err } = up('--replicas', 'plants=0');
    expect(code).toBe(2);
    expect(err).toMatch(/^STACK_REPLICAS /);
  });
});
