// Scenario file + seed -> compiled chain and levers: a pure function, so that every service compiles its own copy.
// populate -> balance -> links and roads -> groups of the levers -> the chain in order.
import { Random } from '#libs/kernel';
import type { Chain, ExporterTerms, ProductClass, Sector } from '#libs/model';
import { assembleChain } from './assemble';
import { balance } from './balance';
import { parseEnterprises, parseLinks } from './csv';
import { Calendar } from './dates';
import type { ChainDraft, DraftEnterprises } from './draft';
import { draftLinks } from './draft-links';
import { groupLevers } from './group-levers';
import { observationsOf, type Observation } from './observations';
import { parkIds, populate, type Crowd } from './populate';
import { RoadMap } from './roads';
import { rulesOf } from './rules-of';
import type { Path, ScenarioFile } from './scenario-file';
import type { ScenarioSpec } from './schema/scenario';
import type { LeverSchedule } from './schedule';
import { marketTracks, type TrackList } from './market-tracks';
import { warningsOf, type Warning } from './warnings';

/** Texts of the CSV files that the scenario names. */
export interface ScenarioTables {
  readonly enterprises?: { readonly name: string; readonly text: string };
  readonly links?: { readonly name: string; readonly text: string };
}

export interface CompiledScenario {
  readonly spec: ScenarioSpec;
  readonly calendar: Calendar;
  readonly chain: Chain;
  readonly schedule: LeverSchedule;
  readonly observations: readonly Observation[];
  readonly warnings: readonly Warning[];
}

/** @throws InputError SCN_..., CSV_... with the place in the file */
export function compileScenario(file: ScenarioFile, tables: ScenarioTables = {}): CompiledScenario {
  const { spec } = file;
  const calendar = calendarOf(file);
  const random = new Random(spec.seed);
  const crowd = populate(
    file,
    random,
    tables.enterprises ? parseEnterprises(tables.enterprises.text, tables.enterprises.name) : [],
  );
  if (crowd.ids.length === 0)
    throw file.error(
      'SCN_NO_ENTERPRISE',
      ['sectors'],
      'there is no enterprise.',
      'Give a sector a population, or name enterprises.',
    );
  const csvLinks = tables.links ? parseLinks(tables.links.text, tables.links.name) : [];
  const baseline = balance(file, crowd, random, csvLinks);
  const roads = new RoadMap(file);
  const { links, kinds } = draftLinks(file, crowd, baseline, roads);
  const tracks: TrackList = [];
  const market = marketTracks(file, calendar, tracks);
  const groups = groupLevers(file, calendar, crowd, roads, tracks, { links, kinds });
  const { classes, classOf } = productClasses(file);
  const draft: ChainDraft = {
    seed: spec.seed,
    horizonDays: spec.days,
    rules: rulesOf(spec),
    sectors: sectorsOf(file, classOf),
    classes,
    zones: Object.keys(spec.zones),
    parks: parkIds(spec),
    linkKinds: kinds,
    enterprises: draftEnterprises(file, crowd, groups.enterprises, baseline.finalYuan),
    links,
    corridors: roads.corridors,
    roadFloors: spec.roads.floors,
    exporterTerms: exporterTerms(file),
    hasOpeningDay: spec.market.opens !== undefined,
    offlineShare: 1 - lastOnlineShare(spec),
  };
  const chain = assembleChain(draft);
  return {
    spec,
    calendar,
    chain,
    schedule: { ...groups.schedule, tracks, market },
    observations: observationsOf(file, calendar, chain, tracks),
    warnings: warningsOf(chain, spec),
  };
}

function calendarOf(file: ScenarioFile): Calendar {
  try {
    return new Calendar(file.spec.start);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw file.error('SCN_BAD_DATE', ['start'], `there is no date ${file.spec.start}.`, 'Write 2020-02-01.');
  }
}

function productClasses(file: ScenarioFile): {
  classes: ProductClass[];
  classOf: (product: string, path: Path) => number;
} {
  const ids = Object.keys(file.spec.products);
  const classes = ids.map((id) => ({ id, tonnesPerYuan: 1 / file.spec.products[id].yuanPerTonne }));
  const classOf = (product: string, path: Path): number => {
    const index = ids.indexOf(product);
    if (index < 0)
      throw file.error(
        'SCN_UNKNOWN_PRODUCT',
        path,
        `no product "${product}".`,
        `Products stand under products: ${ids.slice(0, 12).join(', ')}.`,
      );
    return index;
  };
  return { classes, classOf };
}

function sectorsOf(file: ScenarioFile, classOf: (product: string, path: Path) => number): Sector[] {
  return Object.entries(file.spec.sectors).map(([id, { stage, product, outside }]) => ({
    id,
    stage,
    outside,
    product: classOf(product, ['sectors', id, 'product']),
  }));
}

function draftEnterprises(
  file: ScenarioFile,
  crowd: Crowd,
  groups: Pick<DraftEnterprises, 'capacityGroup' | 'gateGroup' | 'utilityGroup' | 'demandGroup' | 'finishedGroup'>,
  finalDemandYuan: Float64Array,
): DraftEnterprises {
  const { sectors, initial } = file.spec;
  const specs = Object.values(sectors);
  const n = crowd.ids.length;
  return {
    ids: crowd.ids,
    sector: Int32Array.from(crowd.sector),
    zone: Int32Array.from(crowd.zone),
    park: Int32Array.from(crowd.park),
    isNotable: Uint8Array.from(crowd.isNotable),
    finalDemandYuan,
    spareRatio: Float64Array.from(crowd.sector, (sector) => specs[sector].spare),
    finishedDays: Float64Array.from(crowd.finishedDays),
    ...groups,
    initialFinishedRatio: new Float64Array(n).fill(initial?.finished ?? 1),
    initialBacklogDays: Float64Array.from(crowd.sector, (sector) =>
      specs[sector].stage === 'exporters' ? (initial?.contractDays ?? 0) : 0,
    ),
  };
}

function exporterTerms(file: ScenarioFile): ExporterTerms {
  const { lanes, container, penaltyPerDay } = file.spec.exports;
  const laneShares = Object.values(lanes);
  const total = laneShares.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) {
    throw file.error(
      'SCN_LANE_SHARE',
      ['exports', 'lanes'],
      `the shares of the lanes add up to ${total}.`,
      'They must add up to 1.',
    );
  }
  return { laneShares, containerYuan: container.yuan, containerFlowDays: container.flowDays, penaltyPerDay };
}

/** Online trade in the end: the rest of base turnover needs visitors. */
function lastOnlineShare({ market }: ScenarioSpec): number {
  const entries = Object.entries(market.online?.values ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.at(-1)?.[1] ?? 0;
}
