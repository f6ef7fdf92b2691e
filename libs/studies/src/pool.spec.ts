import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerPool, type Job } from './pool';

/** Answers each job with its input; `last` is the last that it answers. */
const WORKER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ at, job, input }) => {
  parentPort.postMessage({ at, result: input });
  if (job === 'last') setTimeout(() => process.exit(3), 20);
});
`;

const echo = (input: number): Job => ({ job: 'echo', input });

describe('a pool of threads that stay', () => {
  let folder: string;
  let main: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'resumption-pool-'));
    main = join(folder, 'worker.js');
    writeFileSync(main, WORKER);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('answers one set of jobs after the other, each in the order of its inputs', async () => {
    const pool = new WorkerPool(main, null, 2);
    for (const inputs of [[3, 1, 2], [9], []]) expect(await pool.run<number>(inputs.map(echo))).toEqual(inputs);
    await pool.end();
  });

  it('begins no job any more once it is called off', async () => {
    const pool = new WorkerPool(main, null, 1);
    let done = 0;
    await pool.run([1, 2, 3].map(echo), { onDone: () => done++, isCalledOff: () => done === 2 });
    await pool.end();
    expect(done).toBe(2);
  });

  it('does jobs in the asking thread as well, the first of them there', async () => {
    const pool = new WorkerPool(main, null, 1);
    const here: unknown[] = [];
    const inputs = [3, 1, 2, 5, 4];
    const results = await pool.run<number>(inputs.map(echo), {
      here: async ({ input }) => {
        here.push(input);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return input as number;
      },
    });
    await pool.end();
    expect(results).toEqual(inputs);
    expect(here[0]).toBe(3);
    expect(here.length).toBeLessThan(inputs.length);
  });

  it('begins a job after the one that it waits for, though a thread is free for it', async () => {
    const pool = new WorkerPool(main, null, 1);
    const ended: number[] = [];
    const results = await pool.run<number>([echo(1), echo(2), { ...echo(3), after: 0 }], {
      onDone: (_, result) => ended.push(result),
      here: async ({ input }) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return input as number;
      },
    });
    await pool.end();
    expect(results).toEqual([1, 2, 3]);
    expect(ended).toEqual([2, 1, 3]);
  });

  it('does all of them there where it has no threads', async () => {
    const pool = new WorkerPool(main, null, 0);
    const here = ({ input }: Job): Promise<number> => Promise.resolve(2 * (input as number));
    expect(await pool.run<number>([1, 2, 3].map(echo), { here })).toEqual([2, 4, 6]);
  });

  it('refuses jobs when a thread has ended while it had none', async () => {
    const pool = new WorkerPool(main, null, 1);
    await pool.run([{ job: 'last', input: 1 }]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(pool.run([echo(1)])).rejects.toThrow('a worker ended with 3');
    await expect(pool.runInEach('echo', 1)).rejects.toThrow('a worker ended with 3');
  });
});
