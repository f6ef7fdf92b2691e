// The folded run as one summary: what `run` draws and `--json` prints.
import { MODEL_VERSION } from '#libs/model';
import { canAttribute } from './losses/causes';
import type { LossSummary } from './losses/loss-fold';
import { observe } from './observe';
import type { RunFold } from './run-fold';
import { boundName } from './run-fold';
import { shortageOf, spellsOf, staysAbove } from './sector-story';
import type { RunSummary, SectorSummary } from './summary';

const BACK_RATIO = 0.8;

const NOT_ATTRIBUTED = {
  code: 'LOSS_NOT_ATTRIBUTED',
  text: 'losses are not attributed to root causes in the rhythm, or by the order split, of published models.',
};

export function summarise(
  fold: RunFold,
  end: { digest: string; recoverability: RunSummary['recoverability']; losses: LossSummary | null },
): RunSummary {
  const { compiled, series, scopes } = fold;
  const { spec, chain, calendar, observations, warnings } = compiled;
  const chainDays = series.scopes[series.scopes.length - 1];
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return {
    scenario: { id: spec.id, name: spec.name },
    seed: spec.seed,
    start: spec.start,
    days: chainDays.length,
    enterprises: chain.enterprises.count,
    links: chain.links.count,
    digest: end.digest,
    modelVersion: MODEL_VERSION,
    rates: chainDays.map(({ resumption, returnToPost, capacityRecovery, throughput }, day) => ({
      day,
      date: calendar.dateOf(day),
      resumption,
      returnToPost,
      capacityRecovery,
      throughput,
    })),
    weights: { sector: 'base output', chain: 'value added' },
    sectors: chain.sectors.flatMap(({ outside }, sector) => (outside ? [] : [sectorSummary(fold, sector)])),
    zones: chain.zones.flatMap((id, zone) =>
      scopes.count[scopes.sectorCount + zone] > 0
        ? [{ id, capacityRecovery: series.scopes[scopes.sectorCount + zone].map((day) => day.capacityRecovery) }]
        : [],
    ),
    stuckAt: stuckAt(fold),
    lostYuan: {
      valueAdded: total(chainDays.map((day) => day.lostValueAddedYuan)),
      finalDemand: total(series.missedFinalYuan),
    },
    losses: end.losses?.losses ?? null,
    bottleneck: end.losses?.bottleneck ?? null,
    exports: exportSummary(fold),
    observations: observe(observations, fold.observables),
    curves: Object.entries(spec.curves).map(([id, { acts, source }]) => ({
      path: `curves.${id}`,
      acts,
      source: source ?? null,
    })),
    recoverability: end.recoverability,
    milestones: { told: fold.milestonesTold, counted: fold.milestonesCounted },
    warnings: canAttribute(chain.rules) ? warnings : [...warnings, NOT_ATTRIBUTED],
    leverCosts: leverCosts(fold, chainDays.length),
  };
}

function sectorSummary({ compiled, series }: RunFold, sector: number): SectorSummary {
  const { spec, chain } = compiled;
  const { id } = chain.sectors[sector];
  const days = series.scopes[sector];
  const capacityRecovery = days.map((day) => day.capacityRecovery);
  const total = (key: 'lostYuan' | 'lostValueAddedYuan'): number => days.reduce((sum, day) => sum + day[key], 0);
  return {
    id,
    name: spec.sectors[id].name ?? { en: id },
    resumption: days.map((day) => day.resumption),
    returnToPost: days.map((day) => day.returnToPost),
    capacityRecovery,
    day80: staysAbove(capacityRecovery, BACK_RATIO),
    heldBy: spellsOf(series.bounds[sector]),
    lostYuan: total('lostYuan'),
    lostValueAddedYuan: total('lostValueAddedYuan'),
    shortage: shortageOf(capacityRecovery),
  };
}

function exportSummary({ compiled, series }: RunFold): RunSummary['exports'] {
  const { spec, chain } = compiled;
  const { count, stageStarts } = chain.enterprises;
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const firstContainer = series.containers.findIndex((left) => left > 0);
  const exporterDays = (count - stageStarts.exporters) * series.onTime.length;
  return {
    containersLeft: sum(series.containers),
    containersShipped: sum(series.containers.slice(0, Math.max(0, series.containers.length - spec.exports.portDays))),
    firstContainerDay: firstContainer < 0 ? null : firstContainer,
    onTimeInFull: exporterDays > 0 ? sum(series.onTime) / exporterDays : 1,
    overdueYuan: series.overdueYuan.at(-1) ?? 0,
    penaltyYuan: sum(series.penaltyYuan),
    cancelledYuan: sum(series.cancelledYuan),
  };
}

/** Less than this share of value added lost: nothing holds the chain back. */
const LEAST_LOSS = 0.01;

/** Where most value added is lost, day by day. */
function stuckAt({ compiled, series, scopes }: RunFold): RunSummary['stuckAt'] {
  const { sectors } = compiled.chain;
  const base = scopes.valueAddedYuan[scopes.valueAddedYuan.length - 1];
  return series.missedFinalYuan.flatMap((_, day) => {
    const lost = sectors.map((_sector, s) => series.lost[s][day]);
    const total = lost.reduce((sum, value) => sum + value, 0);
    const worst = lost.indexOf(Math.max(...lost));
    const bound = boundName(series.bounds[worst][day]);
    return total > LEAST_LOSS * base ? [{ day, sector: sectors[worst].id, bound, share: lost[worst] / total }] : [];
  });
}

function leverCosts({ compiled }: RunFold, days: number): RunSummary['leverCosts'] {
  const { spec, schedule } = compiled;
  return Object.entries(spec.levers).flatMap(([id, { cost }]) => {
    const path = `levers.${id}`;
    const values = schedule.tracks.find((track) => track.path === path)?.values ?? new Float64Array(0);
    if (!cost) return [];
    const yuan = values
      .slice(0, days)
      .reduce((sum, value) => sum + value * (cost.yuanPerUnitDay ?? 0) + (value > 0 ? (cost.yuanPerDay ?? 0) : 0), 0);
    return [{ path, yuan }];
  });
}
