// The command: `npm run -s schedules` runs as many as count, `-- --seed 7` one of them again, telling what befell it.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadHash64 } from '#libs/adapters';
import { runSchedule } from './schedule';
import type { BatchResult } from './schedule-batch';
import { ScheduleWorkers } from './schedule-workers';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: '1' },
    count: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '2' },
  },
});

/** Fewer strikes of a fault than that prove little; only asked of a full count. */
const LEAST_STRIKES = 100;
const FULL_COUNT = 20_000;

async function main(): Promise<void> {
  if (values.seed !== undefined) await replay(Number(values.seed));
  else await runAll({ from: Number(values.from), count: Number(values.count) });
}

async function replay(seed: number): Promise<void> {
  const tell = (line: string): void => console.log(line);
  const { broken, heals, struck } = await runSchedule(seed, { hash: await loadHash64(), tell });
  console.log(`seed ${seed}: ${heals} heals; ${[...struck].map(([fault, times]) => `${fault} ${times}`).join(', ')}`);
  for (const one of broken) console.log(`  ${one}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function runAll(seeds: { readonly from: number; readonly count: number }): Promise<void> {
  const startMs = performance.now();
  const workers = new ScheduleWorkers(join(__dirname, 'schedules-worker.js'), Number(values.workers));
  const result = await workers.run(seeds);
  await workers.close();
  tellOf(result);
  const seconds = Math.round((performance.now() - startMs) / 1000);
  const last = seeds.from + seeds.count - 1;
  const rare = Object.entries(result.struck).filter(([, times]) => times < LEAST_STRIKES);
  const tooRare = seeds.count >= FULL_COUNT ? rare.map(([fault]) => fault) : [];
  if (tooRare.length > 0) console.log(`struck too rarely: ${tooRare.join(', ')}`);
  console.log(
    `${result.schedules} schedules (seeds ${seeds.from} to ${last}), ${result.failing.length} failing, ${seconds} s`,
  );
  process.exitCode = result.failing.length + tooRare.length > 0 ? 1 : 0;
}

function tellOf({ failing, struck, healed }: BatchResult): void {
  for (const { seed, broken } of failing) console.log(`seed ${seed} fails\n  ${broken.join('\n  ')}`);
  const strikes = Object.entries(struck).map(([fault, times]) => `${fault} ${times}`);
  console.log(`struck: ${strikes.join(', ')}; ${healed} runs healed`);
}

void main();
