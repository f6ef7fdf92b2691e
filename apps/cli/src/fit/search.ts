// The search, with its evaluations in processes of their own, several at a time: each compiles and runs a whole chain.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { patternSearch, type Misfit } from '#libs/analysis';
import { type ScenarioTexts } from '#libs/scenario';
import type { Trial } from './evaluate';
import type { Ledger } from './ledger';
import type { FitPlan } from './plan';

const MOST_PROCESSES = 8;

export interface FitResult {
  readonly point: readonly number[];
  readonly misfit: Misfit;
  /** Whether the search came to its end, not to the bound on evaluations. */
  readonly isDone: boolean;
}

interface SearchOptions {
  readonly texts: ScenarioTexts;
  readonly ledger: Ledger;
  /** Bound on evaluations of this call. */
  readonly most: number;
  /** Script that evaluates a trial (`--evaluate`, the trial on its stdin) and prints its misfit. */
  readonly script: string;
  readonly progress: (line: string) => void;
}

export async function search(plan: FitPlan, options: SearchOptions): Promise<FitResult> {
  const { ledger, progress } = options;
  const walk = patternSearch(plan.free, plan.enough);
  let left = options.most;
  let best: Omit<FitResult, 'isDone'> | undefined;
  let next = walk.next();
  while (!next.done) {
    const fresh = next.value.filter((point) => !ledger.find(point));
    await inTurns(fresh.slice(0, left), async (point) => {
      const values = Object.fromEntries(plan.free.map(({ path }, i) => [path, point[i]]));
      ledger.enter(point, await evaluateApart({ texts: options.texts, values }, options.script));
    });
    for (const point of next.value) {
      const misfit = ledger.find(point);
      if (misfit && !(misfit.value >= (best?.misfit.value ?? Infinity))) best = { point, misfit };
    }
    progress(`${ledger.count} evaluations, misfit ${best?.misfit.value.toPrecision(4)} at ${best?.point.join(', ')}`);
    if (fresh.length > left) break;
    left -= fresh.length;
    next = walk.next(next.value.map((point) => ledger.find(point)?.value ?? Infinity));
  }
  if (!best) throw new RangeError('nothing was evaluated');
  return { ...best, isDone: next.done === true };
}

/** Works through a list, so many at a time. */
async function inTurns<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(MOST_PROCESSES, availableParallelism()) }, worker));
}

function evaluateApart(trial: Trial, script: string): Promise<Misfit> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, '--evaluate'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(JSON.stringify(trial));
    let out = '';
    child.stdout.on('data', (piece) => (out += String(piece)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Misfit);
      else reject(new RangeError(`an evaluation ended with ${code ?? 'a signal'}`));
    });
  });
}
