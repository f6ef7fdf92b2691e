// Which enterprises a series acts on, and the groups that follow: two enterprises are in one group of an act when the
// same tracks act on both, so a day's levers are a few dozen numbers, not one per enterprise.
import { didYouMean } from './nearest';
import type { Path, ScenarioFile } from './scenario-file';
import type { Track } from './series';
import type { TargetSpec } from './schema/series';

/** What targets can name: the draft's enterprises, row by row. */
export interface Targets {
  readonly count: number;
  readonly sectorIds: readonly string[];
  readonly stageOfSector: readonly string[];
  readonly isOutsideSector: readonly boolean[];
  readonly populationIds: readonly string[];
  readonly zoneIds: readonly string[];
  readonly parkIds: readonly string[];
  readonly rowOfId: ReadonlyMap<string, number>;
  readonly sector: Int32Array;
  readonly population: Int32Array;
  readonly zone: Int32Array;
  readonly park: Int32Array;
}

/** 1 for each enterprise that the target names. @throws InputError SCN_UNKNOWN_..., SCN_NOBODY */
export function matchEnterprises(file: ScenarioFile, targets: Targets, on: TargetSpec, path: Path): Uint8Array {
  const matches = new Uint8Array(targets.count).fill(1);
  const keep = (test: (row: number) => boolean): void => {
    for (let row = 0; row < targets.count; row++) if (matches[row] && !test(row)) matches[row] = 0;
  };
  const only = (key: keyof TargetSpec, names: readonly string[], column: Int32Array): void => {
    const wanted = namesAt(file, on[key], names, [...path, key]);
    if (wanted) keep((row) => wanted.has(column[row]));
  };
  only('sector', targets.sectorIds, targets.sector);
  only('population', targets.populationIds, targets.population);
  only('zone', targets.zoneIds, targets.zone);
  only('park', targets.parkIds, targets.park);
  if (on.stage !== undefined) keep((row) => targets.stageOfSector[targets.sector[row]] === on.stage);
  if (on.outside !== undefined) keep((row) => targets.isOutsideSector[targets.sector[row]] === on.outside);
  if (on.enterprise !== undefined) {
    const rows = new Set([on.enterprise].flat().map((id) => rowOf(file, targets, id, [...path, 'enterprise'])));
    keep((row) => rows.has(row));
  }
  if (!matches.includes(1)) {
    throw file.error('SCN_NOBODY', path, 'no enterprise fits all of these conditions.', 'Drop one of them.');
  }
  return matches;
}

function namesAt(file: ScenarioFile, value: unknown, valid: readonly string[], path: Path): Set<number> | undefined {
  if (value === undefined) return undefined;
  const names = [value].flat() as string[];
  return new Set(
    names.map((name) => {
      const index = valid.indexOf(name);
      const key = String(path[path.length - 1]);
      if (index < 0)
        throw file.error(`SCN_UNKNOWN_${key.toUpperCase()}`, path, `no ${key} "${name}".`, didYouMean(name, valid));
      return index;
    }),
  );
}

/** Row of a named enterprise. @throws InputError SCN_UNKNOWN_ENTERPRISE */
export function rowOf(file: ScenarioFile, targets: Targets, id: string, path: Path): number {
  const row = targets.rowOfId.get(id);
  if (row === undefined) {
    const names = targets.count <= 5000 ? [...targets.rowOfId.keys()] : Object.keys(file.spec.enterprises);
    throw file.error('SCN_UNKNOWN_ENTERPRISE', path, `no enterprise "${id}".`, didYouMean(id, names));
  }
  return row;
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
  const groupOf = Int32Array.from(initial);
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

/** Tracks in order: those that override come last. */
export function inOrder<T extends { track: Track }>(series: readonly T[]): T[] {
  return [...series.filter(({ track }) => !track.overrides), ...series.filter(({ track }) => track.overrides)];
}
