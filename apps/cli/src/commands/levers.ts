// `resumption levers FILE`: what each lever, the market's opening and each imposed curve is worth. Each is left out in
// turn, everything else and the random numbers as they are.
import { withoutEach } from '#libs/scenario';
import type { Context } from '../context';
import { leverTable } from '../lever-table';
import { runMembers } from '../members';
import type { OverrideOptions } from '../overrides';
import { drawLevers } from '../terminal';
import { workersOf } from './band';
import { prepareRun } from './run';

export interface LeversOptions extends OverrideOptions {
  readonly workers?: string;
  readonly json?: boolean;
}

export async function levers(path: string, options: LeversOptions, context: Context): Promise<void> {
  const workers = workersOf(options.workers);
  const { texts, overrides, compiled } = prepareRun(path, options);
  const off = withoutEach(compiled);
  const inputs = [
    { overrides, interventions: [] },
    ...off.map((one) => ({ overrides: [...overrides, ...one.overrides], interventions: one.interventions })),
  ];
  const [base, ...others] = await runMembers(texts, inputs, workers, context);
  const table = leverTable(compiled, base, off, others);
  context.out(options.json ? `${JSON.stringify(table)}\n` : `${drawLevers(table, context)}\n`);
}
