// Curves, levers and shocks -> tracks, and the groups of enterprises and corridors on which they act.
import type { LinkKind } from '#libs/model';
import type { Calendar } from './dates';
import type { DraftEnterprises, DraftLinks } from './draft';
import { parkIds, type Crowd } from './populate';
import { didYouMean } from './nearest';
import type { RoadMap } from './roads';
import type { Path, ScenarioFile } from './scenario-file';
import type { LeverSchedule } from './schedule';
import { ENTERPRISE_ACTS, type SeriesSpec, type TargetSpec } from './schema/series';
import { shockTrack, trackOf, type Track } from './series';
import { groupRows, inOrder, matchEnterprises, type Groups, type Targets } from './targets';

type EnterpriseAct = (typeof ENTERPRISE_ACTS)[number];

interface Acting {
  readonly acts: SeriesSpec['acts'];
  readonly on: TargetSpec;
  readonly path: Path;
  readonly track: Track;
}

export interface GroupedLevers {
  readonly enterprises: Pick<
    DraftEnterprises,
    'capacityGroup' | 'gateGroup' | 'utilityGroup' | 'demandGroup' | 'finishedGroup'
  >;
  readonly schedule: Omit<LeverSchedule, 'tracks' | 'market'>;
}

/** Appends to `tracks`. @throws InputError for targets and dates that do not exist */
export function groupLevers(
  file: ScenarioFile,
  calendar: Calendar,
  crowd: Crowd,
  roads: RoadMap,
  tracks: Track[],
  road: { links: DraftLinks; kinds: readonly LinkKind[] },
): GroupedLevers {
  const acting = allSeries(file, calendar);
  const numberOf = new Map<Acting, number>();
  for (const one of acting) numberOf.set(one, tracks.push(one.track) - 1);
  const targets = targetsOf(file, crowd);
  const isExporter = Uint8Array.from(crowd.sector, (sector) => (targets.stageOfSector[sector] === 'exporters' ? 1 : 0));
  const nobody = new Uint8Array(crowd.ids.length);
  const group = (act: EnterpriseAct): Groups =>
    groupRows(
      act === 'demand' ? isExporter : nobody,
      inOrder(acting.filter(({ acts }) => acts === act)).map((one) => ({
        track: numberOf.get(one) ?? 0,
        matches: matchEnterprises(file, targets, one.on, [...one.path, 'on']),
        overrides: one.track.overrides,
      })),
    );
  const grouped = {
    capacity: group('capacity'),
    open: group('open'),
    utility: group('utility'),
    demand: group('demand'),
    finished: group('finishedTarget'),
  };
  const dueDays = grouped.demand.tracks.map(() => 0);
  grouped.demand.groupOf.forEach((at, row) => (dueDays[at] = isExporter[row] ? file.spec.exports.dueDays : 0));
  return {
    enterprises: {
      capacityGroup: grouped.capacity.groupOf,
      gateGroup: grouped.open.groupOf,
      utilityGroup: grouped.utility.groupOf,
      demandGroup: grouped.demand.groupOf,
      finishedGroup: grouped.finished.groupOf,
    },
    schedule: {
      shape: {
        capacity: grouped.capacity.tracks.length,
        gate: grouped.open.tracks.length,
        utility: grouped.utility.tracks.length,
        demand: grouped.demand.tracks.length,
        finished: grouped.finished.tracks.length,
        corridors: roads.corridors.length,
      },
      capacity: grouped.capacity.tracks,
      utility: grouped.utility.tracks,
      open: grouped.open.tracks,
      demand: grouped.demand.tracks,
      dueDays,
      finishedTarget: grouped.finished.tracks,
      ...roadLevers(file, acting, numberOf, roads, baseTonnes(file, crowd, roads, road.links)),
    },
  };
}

function allSeries(file: ScenarioFile, calendar: Calendar): Acting[] {
  const { curves, levers, shocks } = file.spec;
  const dated = (section: 'curves' | 'levers', specs: Record<string, SeriesSpec>): Acting[] =>
    Object.entries(specs).map(([id, spec]) => ({
      acts: spec.acts,
      on: spec.on,
      path: [section, id],
      track: trackOf(file, calendar, spec, [section, id]),
    }));
  return [
    ...dated('curves', curves),
    ...dated('levers', levers as Record<string, SeriesSpec>),
    ...Object.entries(shocks).map(([id, spec]) => ({
      acts: spec.acts,
      on: spec.on,
      path: ['shocks', id],
      track: shockTrack(file, calendar, spec, ['shocks', id]),
    })),
  ];
}

/** What targets can name. */
export function targetsOf(file: ScenarioFile, crowd: Crowd): Targets {
  const sectors = Object.entries(file.spec.sectors);
  return {
    count: crowd.ids.length,
    sectorIds: sectors.map(([id]) => id),
    stageOfSector: sectors.map(([, { stage }]) => stage),
    isOutsideSector: sectors.map(([, { outside }]) => outside),
    populationIds: crowd.populationIds,
    zoneIds: Object.keys(file.spec.zones),
    parkIds: parkIds(file.spec),
    rowOfId: crowd.rowOfId,
    sector: Int32Array.from(crowd.sector),
    population: Int32Array.from(crowd.population),
    zone: Int32Array.from(crowd.zone),
    park: Int32Array.from(crowd.park),
  };
}

function baseTonnes(file: ScenarioFile, crowd: Crowd, roads: RoadMap, links: DraftLinks): Float64Array {
  const tonnes = new Float64Array(roads.corridors.length);
  const perYuan = Object.values(file.spec.sectors).map(
    ({ product }) => 1 / (file.spec.products[product]?.yuanPerTonne ?? Infinity),
  );
  links.corridor.forEach((corridor, link) => {
    if (corridor >= 0) tonnes[corridor] += links.flowYuan[link] * perYuan[crowd.sector[links.supplier[link]]];
  });
  return tonnes;
}

/** Levers of corridors; passes are dealt out by the corridors' base tonnes. */
function roadLevers(
  file: ScenarioFile,
  acting: readonly Acting[],
  numberOf: ReadonlyMap<Acting, number>,
  roads: RoadMap,
  tonnes: Float64Array,
): Pick<LeverSchedule, 'passes' | 'checkpoint' | 'greenChannel' | 'drivers'> {
  const corridors = roads.corridors.map((_, corridor) => corridor);
  const isOn = ({ on, path }: Acting, corridor: number): boolean => {
    if (on.road !== undefined && !roads.roadIds.includes(on.road)) {
      throw file.error(
        'SCN_UNKNOWN_ROAD',
        [...path, 'on', 'road'],
        `no road "${on.road}".`,
        didYouMean(on.road, roads.roadIds),
      );
    }
    return on.road === undefined || roads.roadOf[corridor].id === on.road;
  };
  const of = (act: SeriesSpec['acts'], corridor: number): Acting[] =>
    acting.filter((one) => one.acts === act && isOn(one, corridor));
  const numbers = (act: SeriesSpec['acts'], corridor: number): number[] =>
    of(act, corridor).map((one) => numberOf.get(one) ?? 0);
  const weight = (one: Acting, corridor: number): number => {
    const all = corridors.filter((other) => isOn(one, other)).reduce((sum, other) => sum + tonnes[other], 0);
    return all > 0 ? tonnes[corridor] / all : 0;
  };
  return {
    passes: corridors.map((c) =>
      of('passes', c).map((one) => ({ track: numberOf.get(one) ?? 0, weight: weight(one, c) })),
    ),
    checkpoint: corridors.map((c) => numbers('checkpoint', c)),
    greenChannel: corridors.map((c) => numbers('greenChannel', c)),
    drivers: corridors.map((c) => numbers('drivers', c)),
  };
}
