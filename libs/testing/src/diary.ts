// A run of a small chain, told by name: every column of every day, asked for by enterprise, link or corridor.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import { columnLabels, type Chain, type Levers } from '#libs/model';
import { assembleChain } from '#libs/scenario';
import { draftOf, groupShape, type ChainSketch } from './draft-of';
import { runChain } from './run-chain';

export interface DiaryOptions {
  readonly days: number;
  readonly shards?: number;
  readonly seed?: number;
  /** Changes the day's levers; `row` is an enterprise's lever group. */
  readonly change?: ((levers: Levers, day: number, row: (id: string) => number) => void) | undefined;
}

type Stage = Parameters<typeof columnLabels>[1];

export class Diary {
  /** Whole columns by stage and name, day by day. */
  readonly #days = new Map<string, number[][]>();

  constructor(readonly chain: Chain) {}

  note(stage: string, column: string, values: readonly number[]): void {
    const key = `${stage} ${column}`;
    const days = this.#days.get(key) ?? [];
    days.push([...values]);
    this.#days.set(key, days);
  }

  /** A column's values of each day. @param who `dyer`, `weaver > dyer` or a corridor */
  of(who: string, column: string): number[] {
    for (const [key, days] of this.#days) {
      const [stage, name] = key.split(' ');
      if (name !== column) continue;
      const label = columnLabels(this.chain, stage as Stage, column);
      const row = days[0].findIndex((_, i) => label(i).join(' > ') === who);
      if (row >= 0) return days.map((values) => values[row]);
    }
    throw new Error(`nobody called "${who}" has a column ${column}`);
  }

  /** Sum of a stage's column on each day. */
  sum(stage: Stage, column: string): number[] {
    return (this.#days.get(`${stage} ${column}`) ?? []).map((values) => values.reduce((sum, value) => sum + value, 0));
  }

  /** What held an enterprise down on each day. */
  bound(who: string): string[] {
    return this.of(who, 'bound').map((code) => BINDING_CONSTRAINTS[code]);
  }

  /** Every column and day that holds NaN, an infinity, a number below zero or -0. */
  faults(): string[] {
    return [...this.#days].flatMap(([key, days]) =>
      days.flatMap((values, day) =>
        values.some((value) => !(value >= 0 && value < Infinity) || Object.is(value, -0))
          ? [`${key} on day ${day}: ${values.join(' ')}`]
          : [],
      ),
    );
  }
}

/** Runs a sketched chain and keeps everything. */
export function diaryOf(sketch: ChainSketch, { change, ...run }: DiaryOptions): Diary {
  const chain = assembleChain(draftOf(sketch));
  const diary = new Diary(chain);
  const row = (id: string): number => sketch.enterprises.findIndex((one) => one.id === id);
  runChain({
    ...run,
    chain,
    shape: groupShape(sketch),
    change: (levers, day) => change?.(levers, day, row),
    onDay: ({ shards }) => {
      const columns = new Map<string, number[]>();
      for (const { source, state } of shards) {
        for (const [at, { name }] of state.block.specs.entries()) {
          const key = `${source.stage} ${name}`;
          columns.set(key, [...(columns.get(key) ?? []), ...state.block.columns[at]]);
        }
      }
      for (const [key, values] of columns) diary.note(...(key.split(' ') as [string, string]), values);
    },
  });
  return diary;
}
