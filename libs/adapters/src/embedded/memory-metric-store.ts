// MetricStore in memory: days as columns, made rows when they are asked for.
import type { Milestone } from '#libs/messages';
import type { Columns, EnterpriseColumns, EnterpriseDay, MetricStore, ProjectedDay, Row } from '#libs/runtime';
import { copyOf, countRows, ENTERPRISE_DAYS, isCoded, LOSSES, RATES, rowsOf } from '../day-tables';
import type { MemoryRuns } from './memory-runs';

interface Days {
  readonly from: number;
  readonly to: number;
}

export class MemoryMetricStore implements MetricStore {
  constructor(private readonly kept: MemoryRuns) {}

  // eslint-disable-next-line @typescript-eslint/require-await -- A refusal is a rejection, as with every other store.
  async project({ milestones, ...day }: ProjectedDay): Promise<boolean> {
    const run = this.kept.get(day.run);
    countRows(RATES, day.rates);
    countRows(ENTERPRISE_DAYS, day.enterprises);
    if (!run || run.row.projectedDay !== day.day - 1) return false;
    const { rates, enterprises, field } = day;
    run.days.push({ ...day, rates: copyOf(rates), enterprises: copyOf(enterprises), field: field.slice() });
    run.milestones.push(...milestones);
    this.kept.change(run, { projectedDay: day.day });
    return true;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- A refusal is a rejection, as with every other store.
  async projectLosses(run: string, day: number, losses: Columns): Promise<void> {
    countRows(LOSSES, losses);
    const kept = this.kept.get(run);
    if (kept && !kept.losses.has(day)) kept.losses.set(day, copyOf(losses));
  }

  summarise(run: string, summary: string): Promise<void> {
    const kept = this.kept.get(run);
    if (kept) {
      kept.summary = summary;
      this.kept.tell(run);
    }
    return Promise.resolve();
  }

  summary(run: string): Promise<string | undefined> {
    return Promise.resolve(this.kept.get(run)?.summary);
  }

  digests(run: string): Promise<{ readonly day: number; readonly state: string; readonly flow: string }[]> {
    return Promise.resolve((this.kept.get(run)?.days ?? []).map(({ day, state, flow }) => ({ day, state, flow })));
  }

  rates(run: string, { from, to }: Days): Promise<Row[]> {
    const days = (this.kept.get(run)?.days ?? []).filter(({ day }) => day >= from && day <= to);
    return Promise.resolve(
      days.flatMap(({ day, date, rates }) => rowsOf(RATES, rates).map((row) => ({ day, date, ...row }))),
    );
  }

  losses(run: string, { from, to }: Days): Promise<Row[]> {
    const kept = this.kept.get(run);
    const days = [...(kept?.losses ?? [])].filter(([day]) => day >= from && day <= to).sort(([a], [b]) => a - b);
    const dates = new Map(kept?.days.map(({ day, date }) => [day, date]));
    return Promise.resolve(
      days.flatMap(([day, losses]) =>
        rowsOf(LOSSES, losses).map((row) => ({ day, date: dates.get(day) ?? null, ...row })),
      ),
    );
  }

  enterpriseDays(run: string, day: number): Promise<Row[]> {
    const kept = this.kept.get(run)?.days.find((one) => one.day === day);
    return Promise.resolve(kept ? rowsOf(ENTERPRISE_DAYS, kept.enterprises) : []);
  }

  lossDays(run: string): Promise<number[]> {
    return Promise.resolve([...(this.kept.get(run)?.losses.keys() ?? [])].sort((a, b) => a - b));
  }

  enterpriseColumns(run: string, day: number): Promise<EnterpriseColumns | undefined> {
    const kept = this.kept.get(run)?.days.find((one) => one.day === day);
    return Promise.resolve(kept && columnsOf(kept.enterprises));
  }

  fields(run: string, { from, to }: Days): Promise<{ readonly day: number; readonly field: Uint8Array }[]> {
    const days = (this.kept.get(run)?.days ?? []).filter(({ day }) => day >= from && day <= to);
    return Promise.resolve(days.flatMap(({ day, field }) => (field.length > 0 ? [{ day, field }] : [])));
  }

  enterpriseSeries(run: string, position: number, { from, to }: Days): Promise<EnterpriseDay[]> {
    const days = (this.kept.get(run)?.days ?? []).filter(({ day }) => day >= from && day <= to);
    return Promise.resolve(
      days.flatMap(({ day, enterprises }) => {
        const columns = columnsOf(enterprises);
        return columns && position < columns.outputYuan.length ? [dayAt(day, columns, position)] : [];
      }),
    );
  }

  milestones(run: string, { from, to }: Days): Promise<Milestone[]> {
    const milestones = this.kept.get(run)?.milestones ?? [];
    return Promise.resolve(milestones.filter(({ day }) => day >= from && day <= to));
  }
}

function columnsOf({ outputYuan, wantedYuan, bound }: Columns): EnterpriseColumns | undefined {
  const isWhole = outputYuan instanceof Float64Array && wantedYuan instanceof Float64Array;
  return isWhole && bound !== undefined && isCoded(bound) ? { outputYuan, wantedYuan, bound } : undefined;
}

function dayAt(day: number, { outputYuan, wantedYuan, bound }: EnterpriseColumns, position: number): EnterpriseDay {
  return {
    ...{ day, outputYuan: outputYuan[position], wantedYuan: wantedYuan[position] },
    bound: bound.names[bound.codes[position]],
  };
}
