// `npm run -s fit [-- FIT.yaml] [--write] [--most n] [--ledger FILE]`: looks for the free numbers of a scenario that come
// nearest to its targets. Nothing is written into the scenario without --write. Exit code 0: the scenario holds what was
// found, to one step of each number; 3: it holds something else; 2: the input is wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { MODEL_VERSION } from '#libs/model';
import { InputError } from '#libs/messages';
import { EXIT } from './context';
import { evaluate, type Trial } from './fit/evaluate';
import { textWith, valuesInText } from './fit/in-file';
import { Ledger } from './fit/ledger';
import { readPlan } from './fit/plan';
import { search } from './fit/search';
import { tellFit } from './fit/tell';
import { readScenario } from './load-scenario';
import { wholeNumber } from './overrides';

const PLAN = 'seeds/keqiao/fit.yaml';
const MOST_EVALUATIONS = '500';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      most: { type: 'string', default: MOST_EVALUATIONS },
      ledger: { type: 'string' },
      // Internal: evaluate the trial on stdin and print its misfit.
      evaluate: { type: 'boolean', default: false },
    },
  });
  if (values.evaluate) {
    process.stdout.write(JSON.stringify(await evaluate(JSON.parse(readFileSync(0, 'utf8')) as Trial)));
    return EXIT.ok;
  }
  const path = positionals[0] ?? PLAN;
  const plan = readPlan(path);
  const texts = readScenario(plan.scenario, []);
  const { text } = texts;
  const held = valuesInText(text, plan.scenario, plan.free);
  const ledger = new Ledger(values.ledger ?? join('runs', `fit-${basename(dirname(path))}.json`), [
    MODEL_VERSION,
    plan.text,
    textWith(
      text,
      plan.scenario,
      plan.free,
      plan.free.map(({ start }) => start),
    ),
  ]);
  const most = wholeNumber('--most', values.most, { least: 1, most: 100_000 });
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  const result = await search(plan, { texts, ledger, most, script: __filename, progress });
  process.stdout.write(tellFit(plan, held, result));
  if (values.write) writeFileSync(plan.scenario, textWith(text, plan.scenario, plan.free, result.point));
  const isHeld = plan.free.every(({ step }, i) => Math.abs(held[i] - result.point[i]) <= step * (1 + 1e-9));
  return result.isDone && (isHeld || values.write) ? EXIT.ok : EXIT.differs;
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    const isInput = error instanceof InputError;
    process.stderr.write(
      `${error instanceof Error ? (isInput ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
    );
    process.exitCode = isInput ? EXIT.invalid : EXIT.unexpected;
  },
);
