// Scenario file + seed -> compiled chain and levers: a pure function, so that every service compiles its own copy.
// populate -> balance -> links and roads -> groups of the levers -> the chain in order.
import { pick, Random } from '#libs/kernel';
import type { Chain, ExporterTerms, ProductClass, Sector } from '#libs/model';
import { assembleChain } from './assemble';
import { balance } from './balance';
import { refuseTooMany } from './bounds';
import type { Crowd } from './crowd';
import { parseEnterprises, parseLinks, type EnterpriseRow, type LinkRow } from './csv';
import type { CsvTable } from './csv-table';
import { Calendar, civilFromDays, daysFromCivil } from './dates';
import type { ChainDraft, DraftEnterprises } from './draft';
import { draftLinks } from './draft-links';
import { actingSeries, groupLevers, type GroupedLevers } from './group-levers';
import { lastOnlineShare, marketTracks, type TrackList } from './market-tracks';
import { didYouMean, quoted } from './nearest';
import { observationsOf, type Observation } from './observations';
import { parkIds } from './parks';
import { populate } from './populate';
import { purchasesOf } from './purchases';
import { RoadMap } from './roads';
import { rulesOf } from './rules-of';
import type { Path, ScenarioFile } from './scenario-file';
import type { ScenarioSpec } from './schema/scenario';
import type { LeverSchedule } from './schedule';
import { supportPlan, supportTerms } from './support-terms';
import { warningsOf, type Warning } from './warnings';

/** Texts of the CSV files that the scenario names. */
export interface ScenarioTables {
  readonly enterprises?: CsvTable;
  readonly links?: CsvTable;
}

export interface CompiledScenario {
  readonly spec: ScenarioSpec;
  readonly calendar: Calendar;
  readonly chain: Chain;
  readonly schedule: LeverSchedule;
  readonly observations: readonly Observation[];
  readonly warnings: readonly Warning[];
}

/**
 * Compiles a chain. What can be told from the file alone is told first, before anything large is drawn.
 * @throws InputError SCN_..., CSV_... with the place in the file
 */
export function compileScenario(file: ScenarioFile, tables: ScenarioTables = {}): CompiledScenario {
  const { spec } = file;
  const calendar = calendarOf(file);
  const { classes, classOf } = productClasses(file);
  const sectors = sectorsOf(file, classOf);
  const purchases = purchasesOf(file);
  refuseUnknownStart(file);
  refuseFloors(file);
  const roads = new RoadMap(file);
  const terms = exporterTerms(file);
  const tracks: TrackList = [];
  const market = marketTracks(file, calendar, tracks);
  const acting = actingSeries(file, calendar, roads);
  const support = supportPlan(file, calendar);
  const csv = tablesOf(file, tables);
  refuseTooMany(file, csv.enterprises, csv.links);

  const random = new Random(spec.seed);
  const crowd = populate(file, random, csv.enterprises);
  if (crowd.ids.length === 0) {
    throw file.error('SCN_NO_ENTERPRISE', ['sectors'], 'there is no enterprise.', 'Give a sector a population.');
  }
  const baseline = balance(file, crowd, random, purchases, csv.links);
  const { links, kinds } = draftLinks(file, crowd, baseline, roads);
  const groups = groupLevers(file, crowd, roads, acting, tracks, links);
  const draft: ChainDraft = {
    seed: spec.seed,
    horizonDays: spec.days,
    rules: rulesOf(spec),
    sectors,
    classes,
    zones: Object.keys(spec.zones),
    parks: parkIds(spec),
    linkKinds: kinds,
    enterprises: draftEnterprises(file, crowd, groups.enterprises, baseline.finalYuan),
    links,
    corridors: roads.corridors,
    roadFloors: spec.roads.floors,
    exporterTerms: terms,
    hasOpeningDay: spec.market.opens !== undefined,
    offlineShare: 1 - lastOnlineShare(file, calendar),
    ...supportTerms(file, support, { crowd, csv: csv.enterprises, groups, tracks, random }),
  };
  const chain = assembleChain(draft);
  return {
    spec,
    calendar,
    chain,
    schedule: { ...groups.schedule, tracks, market },
    observations: observationsOf(file, calendar, chain, tracks),
    warnings: warningsOf(chain, spec, file.declaredDays),
  };
}

/** Rows of the CSV files that the scenario names. @throws InputError SCN_NO_TABLE, CSV_... */
function tablesOf(file: ScenarioFile, tables: ScenarioTables): { enterprises: EnterpriseRow[]; links: LinkRow[] } {
  for (const key of ['enterprises', 'links'] as const) {
    const name = file.spec.files[key];
    if (name === undefined || tables[key]) continue;
    throw file.error(
      'SCN_NO_TABLE',
      ['files', key],
      `there is no file ${quoted(name)}.`,
      'Put it beside the scenario, or drop the key.',
    );
  }
  return {
    enterprises: tables.enterprises ? parseEnterprises(tables.enterprises) : [],
    links: tables.links ? parseLinks(tables.links) : [],
  };
}

/** Shares that are kept for priority classes must leave room for each other. */
function refuseFloors(file: ScenarioFile): void {
  const { rationing } = file.spec.rules;
  const lists: [Path, readonly number[]][] = [
    [['roads', 'floors'], file.spec.roads.floors],
    [['rules', 'rationing', 'priority'], typeof rationing === 'string' ? [] : rationing.priority],
  ];
  for (const [path, floors] of lists) {
    const kept = floors.reduce((sum, floor) => sum + floor, 0);
    if (kept > 1 + 1e-9)
      throw file.error('SCN_FLOOR_SHARE', path, `the floors add up to ${kept}.`, 'They must add up to 1 or less.');
  }
}

/** Keys of the start that name sectors. */
function refuseUnknownStart(file: ScenarioFile): void {
  const { initial, sectors } = file.spec;
  const ids = Object.keys(sectors);
  const check = (section: 'stock' | 'bookDays' | 'staff', valid: readonly string[]): void => {
    for (const id of Object.keys(initial?.[section] ?? {})) {
      if (valid.includes(id)) continue;
      throw file.error(
        'SCN_UNKNOWN_SECTOR',
        ['initial', section, id],
        `no sector ${quoted(id)}.`,
        didYouMean(id, valid),
      );
    }
  };
  const sides = ['inside', 'outside'];
  const reserved = ids.find((id) => sides.includes(id));
  if (reserved !== undefined) {
    throw file.error(
      'SCN_WRONG_KEY',
      ['sectors', reserved],
      `${reserved} is a reserved word.`,
      'Give the sector another id.',
    );
  }
  check('stock', [...sides, ...ids]);
  check('bookDays', ids);
  check('staff', ids);
}

function calendarOf(file: ScenarioFile): Calendar {
  const { start } = file.spec;
  const first = daysFromCivil(start);
  if (Number.isNaN(first)) {
    throw file.error('SCN_BAD_DATE', ['start'], `there is no date ${start}.`, 'Write 2020-02-01.');
  }
  const last = civilFromDays(first + file.declaredDays);
  if (last.length > start.length) {
    throw file.error('SCN_BAD_DATE', ['start'], `the run goes on until ${last}.`, 'End it before the year 10000.');
  }
  return new Calendar(start);
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
      throw file.error('SCN_UNKNOWN_PRODUCT', path, `no product ${quoted(product)}.`, didYouMean(product, ids));
    return index;
  };
  return { classes, classOf };
}

function sectorsOf(file: ScenarioFile, classOf: (product: string, path: Path) => number): Sector[] {
  const { sectors, rules } = file.spec;
  const shops = Object.entries(sectors).find(([, { stage }]) => stage === 'markets');
  if (shops && rules.unmet === 'lapse') {
    const reason = `orders cannot lapse where shops (${shops[0]}) keep those they have not taken.`;
    throw file.error('SCN_LAPSE_MARKET', ['rules', 'unmet'], reason, 'Use keep.');
  }
  return Object.entries(sectors).map(([id, { stage, product, outside }]) => ({
    id,
    stage,
    outside,
    product: classOf(product, ['sectors', id, 'product']),
  }));
}

function draftEnterprises(
  file: ScenarioFile,
  crowd: Crowd,
  groups: GroupedLevers['enterprises'],
  finalDemandYuan: Float64Array,
): DraftEnterprises {
  const { sectors, initial } = file.spec;
  const specs = Object.values(sectors);
  const bySector = (value: (spec: (typeof specs)[number]) => number): Float64Array =>
    pick(crowd.sector, Float64Array.from(specs, value));
  return {
    ids: crowd.ids,
    sector: crowd.sector,
    zone: crowd.zone,
    park: crowd.park,
    isNotable: crowd.isNotable,
    finalDemandYuan,
    spareRatio: bySector(({ spare }) => spare),
    finishedDays: crowd.finishedDays,
    ...groups,
    initialFinishedRatio: new Float64Array(crowd.ids.length).fill(initial?.finished ?? 1),
    initialBacklogDays: bySector(({ stage }) => (stage === 'exporters' ? (initial?.contractDays ?? 0) : 0)),
  };
}

function exporterTerms(file: ScenarioFile): ExporterTerms {
  const { lanes, container, penaltyPerDay, cancelAfterDays } = file.spec.exports;
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
  return {
    laneShares,
    containerYuan: container.yuan,
    containerFlowDays: container.flowDays,
    penaltyPerDay,
    ...(cancelAfterDays !== undefined && { cancelAfterDays }),
  };
}
