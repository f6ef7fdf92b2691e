// Curves, levers and shocks -> tracks, and the groups of enterprises and corridors on which they act.
import type { Act } from './acts';
import type { Crowd } from './crowd';
import type { Calendar } from './dates';
import type { DraftEnterprises, DraftLinks } from './draft';
import { readEach } from './faults';
import { passQuota } from './pass-quotas';
import type { RoadMap } from './roads';
import type { Path, ScenarioFile } from './scenario-file';
import type { LeverSchedule } from './schedule';
import type { ENTERPRISE_ACTS, SeriesSpec, ShockSpec, TargetSpec } from './schema/series';
import { queueNames } from './staffing';
import { shockTrack, trackOf, type Track } from './series';
import { supportTracks } from './support-levers';
import { groupRows, inOrder, matchEnterprises, refuseUnknownTarget, targetNames, type Groups } from './targets';

type EnterpriseAct = (typeof ENTERPRISE_ACTS)[number] | 'licence';

/** One series of the file and what it acts on. */
export interface Acting {
  readonly acts: Act;
  readonly on: TargetSpec;
  readonly path: Path;
  readonly track: Track;
}

export interface GroupedLevers {
  readonly enterprises: Pick<
    DraftEnterprises,
    'capacityGroup' | 'gateGroup' | 'utilityGroup' | 'demandGroup' | 'finishedGroup'
  >;
  readonly licenceGroup: Int32Array;
  readonly schedule: Omit<LeverSchedule, 'tracks' | 'market'>;
}

/** All series of the file. @throws InputError for dates, values and names that do not exist */
export function actingSeries(file: ScenarioFile, calendar: Calendar, roads: RoadMap): Acting[] {
  const { curves, levers, shocks } = file.spec;
  const names = targetNames(file, roads.roadIds);
  const inSection = <Spec>(section: string, specs: Record<string, Spec>): { path: Path; spec: Spec }[] =>
    Object.entries(specs).map(([id, spec]) => ({ path: [section, id], spec }));
  const acting = ({ path, spec }: { path: Path; spec: SeriesSpec | ShockSpec }): Acting => {
    const track = 'leaves' in spec ? shockTrack(file, calendar, spec, path) : trackOf(file, calendar, spec, path);
    const one = { acts: spec.acts, on: spec.on, path, track };
    refuseUnknownTarget(file, names, one);
    return one;
  };
  const series = [...inSection('curves', curves), ...inSection('levers', levers), ...inSection('shocks', shocks)];
  return readEach(series, acting);
}

/**
 * Groups of enterprises and shares of corridors; appends the tracks of `acting` to `tracks`.
 * @throws InputError SCN_UNKNOWN_ENTERPRISE, SCN_NOBODY
 */
export function groupLevers(
  file: ScenarioFile,
  crowd: Crowd,
  roads: RoadMap,
  acting: readonly Acting[],
  tracks: Track[],
  links: DraftLinks,
): GroupedLevers {
  const numberOf = new Map(acting.map((one) => [one, tracks.push(one.track) - 1]));
  const grouped = groupEnterprises(file, crowd, roads, acting, numberOf);
  const exporters = stageMask(file, crowd);
  const queues = file.spec.gates ? queueNames(file.spec) : [];
  const dueDays = grouped.demand.tracks.map(() => 0);
  grouped.demand.groupOf.forEach((at, row) => (dueDays[at] = exporters[row] ? file.spec.exports.dueDays : 0));
  return {
    enterprises: {
      capacityGroup: grouped.capacity.groupOf,
      gateGroup: grouped.open.groupOf,
      utilityGroup: grouped.utility.groupOf,
      demandGroup: grouped.demand.groupOf,
      finishedGroup: grouped.finishedTarget.groupOf,
    },
    licenceGroup: grouped.licence.groupOf,
    schedule: {
      shape: {
        capacity: grouped.capacity.tracks.length,
        gate: grouped.open.tracks.length,
        utility: grouped.utility.tracks.length,
        demand: grouped.demand.tracks.length,
        finished: grouped.finishedTarget.tracks.length,
        corridors: roads.corridors.length,
        licence: grouped.licence.tracks.length,
        queues: queues.length,
      },
      capacity: grouped.capacity.tracks,
      utility: grouped.utility.tracks,
      open: grouped.open.tracks,
      demand: grouped.demand.tracks,
      dueDays,
      finishedTarget: grouped.finishedTarget.tracks,
      licence: grouped.licence.tracks,
      support: supportTracks((act, queue) => wideTracks(acting, numberOf, act, queue), queues),
      ...roadLevers(acting, numberOf, roads, baseTonnes(file, crowd, roads, links)),
    },
  };
}

function groupEnterprises(
  file: ScenarioFile,
  crowd: Crowd,
  roads: RoadMap,
  acting: readonly Acting[],
  numberOf: ReadonlyMap<Acting, number>,
): Record<EnterpriseAct, Groups> {
  const names = targetNames(file, roads.roadIds);
  const nobody = new Uint8Array(crowd.ids.length);
  const group = (act: EnterpriseAct): Groups =>
    groupRows(
      act === 'demand' ? stageMask(file, crowd) : nobody,
      inOrder(acting.filter(({ acts }) => acts === act)).map((one) => ({
        track: numberOf.get(one) ?? 0,
        matches: matchEnterprises(file, names, crowd, one.on, [...one.path, 'on']),
        overrides: one.track.overrides,
      })),
    );
  return {
    capacity: group('capacity'),
    open: group('open'),
    utility: group('utility'),
    demand: group('demand'),
    finishedTarget: group('finishedTarget'),
    licence: group('licence'),
  };
}

/** Tracks of an act on the whole district, or on one queue; from one that overrides, it alone. */
function wideTracks(
  acting: readonly Acting[],
  numberOf: ReadonlyMap<Acting, number>,
  act: Act,
  queue: string | undefined,
): number[] {
  const series = inOrder(acting.filter(({ acts, on }) => acts === act && on.queue === queue));
  return series.reduce<number[]>((tracks, one) => {
    const track = numberOf.get(one) ?? 0;
    return one.track.overrides ? [track] : [...tracks, track];
  }, []);
}

/** 1 for exporters: their contracts are due later. */
function stageMask(file: ScenarioFile, { sector }: Crowd): Uint8Array {
  const isExporters = Object.values(file.spec.sectors).map(({ stage }) => stage === 'exporters');
  const mask = new Uint8Array(sector.length);
  for (let row = 0; row < sector.length; row++) if (isExporters[sector[row]]) mask[row] = 1;
  return mask;
}

function baseTonnes(file: ScenarioFile, { sector }: Crowd, roads: RoadMap, links: DraftLinks): Float64Array {
  const tonnes = new Float64Array(roads.corridors.length);
  const { sectors, products } = file.spec;
  const perYuan = Object.values(sectors).map(({ product }) => 1 / products[product].yuanPerTonne);
  for (let link = 0; link < links.corridor.length; link++) {
    const corridor = links.corridor[link];
    if (corridor >= 0) tonnes[corridor] += links.flowYuan[link] * perYuan[sector[links.supplier[link]]];
  }
  return tonnes;
}

/** Levers of corridors. */
function roadLevers(
  acting: readonly Acting[],
  numberOf: ReadonlyMap<Acting, number>,
  roads: RoadMap,
  tonnes: Float64Array,
): Pick<LeverSchedule, 'passes' | 'checkpoint' | 'greenChannel' | 'drivers'> {
  const isOn = ({ on }: Acting, corridor: number): boolean =>
    on.road === undefined || roads.roadOf[corridor].id === on.road;
  const of = (act: Act): { one: Acting; track: number }[] =>
    acting.filter(({ acts }) => acts === act).map((one) => ({ one, track: numberOf.get(one) ?? 0 }));
  const perCorridor = (act: Act): number[][] => {
    const series = of(act);
    return roads.corridors.map((_, corridor) =>
      series.filter(({ one }) => isOn(one, corridor)).map(({ track }) => track),
    );
  };
  return {
    passes: of('passes').map(({ one, track }) => {
      const corridors = roads.corridors.flatMap((_, corridor) => (isOn(one, corridor) ? [corridor] : []));
      return passQuota(track, corridors, tonnes);
    }),
    checkpoint: perCorridor('checkpoint'),
    greenChannel: perCorridor('greenChannel'),
    drivers: perCorridor('drivers'),
  };
}
