// Which enterprises a series acts on, and the groups that follow: two enterprises are in one group of an act when the
// same tracks act on both, so a day's levers are a few dozen numbers, not one per enterprise.
import type { Act } from './acts';
import type { Crowd } from './crowd';
import { didYouMean, quoted } from './nearest';
import { parkIds } from './parks';
import { queueNames } from './staffing';
import type { Path, ScenarioFile } from './scenario-file';
import { ROAD_ACTS, SUPPORT_ACTS, type TargetSpec } from './schema/series';
import type { Track } from './series';

const COLUMNS = ['sector', 'population', 'zone', 'park'] as const;

/** What targets can name without knowing single enterprises, each in the order of its numbers. */
export type TargetNames = Readonly<Record<(typeof COLUMNS)[number] | 'road' | 'queue', readonly string[]>>;

export function targetNames(file: ScenarioFile, roadIds: readonly string[]): TargetNames {
  const { sectors, zones } = file.spec;
  return {
    sector: Object.keys(sectors),
    population: Object.values(sectors).flatMap(({ populations }) => Object.keys(populations)),
    zone: Object.keys(zones),
    park: parkIds(file.spec),
    road: roadIds,
    queue: queueNames(file.spec),
  };
}

/** What the target of an act may name, and what to write instead of anything else. */
function targetRule(act: Act): { what: string; isAllowed: (key: keyof TargetSpec) => boolean; mend: string } {
  const isOneOf = (acts: readonly string[]): boolean => acts.includes(act);
  if (act === 'approvals')
    return { what: 'a queue', isAllowed: (key) => key === 'queue', mend: 'Name a queue: on: {queue: all}.' };
  if (isOneOf(SUPPORT_ACTS)) return { what: 'the whole district', isAllowed: () => false, mend: 'Drop on.' };
  if (isOneOf(ROAD_ACTS)) {
    const mend = 'Name a road: on: {road: outside}, or write on: {} for all.';
    return { what: 'roads', isAllowed: (key) => key === 'road', mend };
  }
  const mend = 'Name enterprises by sector, population, zone, park, enterprise or stage.';
  return { what: 'enterprises', isAllowed: (key) => key !== 'road' && key !== 'queue', mend };
}

/**
 * Checks a target against the names of the file.
 * @throws InputError SCN_UNKNOWN_SECTOR, _POPULATION, _ZONE, _PARK, _ROAD, _QUEUE; SCN_WRONG_TARGET for an act on roads
 * that names enterprises, or the other way round; SCN_MISSING_KEY for approvals without a queue
 */
export function refuseUnknownTarget(
  file: ScenarioFile,
  names: TargetNames,
  { acts, on, path }: { acts: Act; on: TargetSpec; path: Path },
): void {
  const { what, isAllowed, mend } = targetRule(acts);
  for (const key of Object.keys(on) as (keyof TargetSpec)[]) {
    if (on[key] === undefined || isAllowed(key)) continue;
    throw file.error('SCN_WRONG_TARGET', [...path, 'on', key], `${acts} acts on ${what}.`, mend);
  }
  for (const key of [...COLUMNS, 'road', 'queue'] as const) {
    const written = on[key];
    [written ?? []].flat().forEach((name, i) => {
      if (names[key].includes(name)) return;
      const at = [...path, 'on', key, ...(Array.isArray(written) ? [i] : [])];
      throw file.error(
        `SCN_UNKNOWN_${key.toUpperCase()}`,
        at,
        `no ${key} ${quoted(name)}.`,
        didYouMean(name, names[key]),
      );
    });
  }
  if (acts === 'approvals' && on.queue === undefined) {
    const valid = `Write on: {queue: ${names.queue[0] ?? 'all'}}; there ${names.queue.length === 1 ? 'is' : 'are'} ${names.queue.join(', ') || 'none yet'}.`;
    throw file.error('SCN_MISSING_KEY', [...path, 'on', 'queue'], 'approvals act on a queue.', valid);
  }
}

/** 1 for each enterprise that the target names. @throws InputError SCN_UNKNOWN_ENTERPRISE, SCN_NOBODY */
export function matchEnterprises(
  file: ScenarioFile,
  names: TargetNames,
  crowd: Crowd,
  on: TargetSpec,
  path: Path,
): Uint8Array {
  const matches = new Uint8Array(crowd.ids.length).fill(1);
  for (const key of COLUMNS) {
    const written = on[key];
    if (written === undefined) continue;
    const wanted = new Set([written].flat());
    keep(
      matches,
      crowd[key],
      names[key].map((name) => wanted.has(name)),
    );
  }
  const sectors = Object.values(file.spec.sectors);
  if (on.stage !== undefined)
    keep(
      matches,
      crowd.sector,
      sectors.map(({ stage }) => stage === on.stage),
    );
  if (on.outside !== undefined)
    keep(
      matches,
      crowd.sector,
      sectors.map(({ outside }) => outside === on.outside),
    );
  if (on.enterprise !== undefined) keepOnly(matches, rowsOf(file, crowd, on.enterprise, [...path, 'enterprise']));
  if (!matches.includes(1)) {
    throw file.error('SCN_NOBODY', path, 'no enterprise fits all of these conditions.', 'Drop one of them.');
  }
  return matches;
}

/** Takes the match from every row whose value is not wanted. */
function keep(matches: Uint8Array, column: Int32Array, isWanted: readonly boolean[]): void {
  for (let row = 0; row < column.length; row++) if (column[row] < 0 || !isWanted[column[row]]) matches[row] = 0;
}

function keepOnly(matches: Uint8Array, rows: readonly number[]): void {
  const kept = rows.filter((row) => matches[row] === 1);
  matches.fill(0);
  for (const row of kept) matches[row] = 1;
}

function rowsOf(file: ScenarioFile, crowd: Crowd, written: string | readonly string[], path: Path): number[] {
  return [written].flat().map((id, i) => {
    const row = crowd.rowOfId.get(id);
    if (row !== undefined) return row;
    // The names of the file come first: they are what one means, not one of thousands that are numbered.
    const known = [...Object.keys(file.spec.enterprises), ...crowd.ids];
    const at = Array.isArray(written) ? [...path, i] : path;
    throw file.error('SCN_UNKNOWN_ENTERPRISE', at, `no enterprise ${quoted(id)}.`, didYouMean(id, known));
  });
}

export interface Groups {
  readonly groupOf: Int32Array;
  /** Tracks that are multiplied, per group. */
  readonly tracks: readonly (readonly number[])[];
}

/**
 * Splits rows into groups by the tracks that act on them.
 * @param initial a first split, e.g. exporters apart; 0 for everybody otherwise
 */
export function groupRows(
  initial: Uint8Array,
  acting: readonly { track: number; matches: Uint8Array; overrides: boolean }[],
): Groups {
  const groupOf = new Int32Array(initial);
  let tracks: number[][] = initial.includes(1) ? [[], []] : [[]];
  for (const { track, matches, overrides } of acting) {
    const split = new Int32Array(tracks.length).fill(-1);
    const before = tracks;
    tracks = [...tracks];
    for (let row = 0; row < groupOf.length; row++) {
      if (!matches[row]) continue;
      const group = groupOf[row];
      if (split[group] < 0) {
        split[group] = tracks.length;
        tracks.push(overrides ? [track] : [...before[group], track]);
      }
      groupOf[row] = split[group];
    }
  }
  return { groupOf, tracks };
}

/** Tracks in order: plain ones, those that stand instead of them, and shocks, which hit whatever stands. */
export function inOrder<T extends { track: Track }>(series: readonly T[]): T[] {
  const isShock = ({ track }: T): boolean => track.path.startsWith('shocks.');
  const plain = series.filter((one) => !one.track.overrides && !isShock(one));
  return [...plain, ...series.filter(({ track }) => track.overrides), ...series.filter(isShock)];
}
