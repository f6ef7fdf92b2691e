// Observations with their dates and names resolved; `analysis` puts the simulated value beside them.
import type { BindingConstraint } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { Calendar } from './dates';
import { readEach } from './faults';
import { didYouMean, quoted } from './nearest';
import type { ScenarioFile } from './scenario-file';
import type { Metric, ObservationSpec } from './schema/observations';
import { dayAt, type Track } from './series';

export interface Observation {
  readonly id: string;
  readonly role: 'input' | 'target' | 'check';
  readonly metric: Metric;
  /** The sector, enterprise or lever that it is about; null for the chain. */
  readonly subject: string | null;
  /** Positions in chain.sectors; all of the chain's own for the whole chain. */
  readonly sectors: readonly number[];
  readonly enterprise: number;
  readonly lever: string | undefined;
  /** halfwayLag: the sector that goes before; -1 elsewhere. */
  readonly after: number;
  /** boundLag: the constraint that comes first, and the one that follows. */
  readonly bounds: readonly [BindingConstraint, BindingConstraint];
  /** electricityAbove: share of the usual reading; electricityPanel: how many users. */
  readonly reading: number;
  readonly users: number;
  readonly aboveYuan: number;
  readonly from: number;
  readonly on: number;
  /** A number; for days the day number. */
  readonly value: number;
  readonly atLeast: boolean;
  readonly within: ObservationSpec['within'];
  readonly source: string | undefined;
}

const DAY_METRICS: readonly Metric[] = ['firstContainer', 'marketOpening'];

/** @throws InputError SCN_UNKNOWN_..., SCN_BAD_DATE, SCN_DATE_OUTSIDE, SCN_MISSING_KEY, SCN_WRONG_TYPE */
export function observationsOf(
  file: ScenarioFile,
  calendar: Calendar,
  chain: Chain,
  tracks: readonly Track[],
): Observation[] {
  const names = {
    sector: chain.sectors.map((sector) => sector.id),
    enterprise: chain.enterprises.ids,
    lever: tracks.map((track) => track.path),
  };
  return readEach(Object.entries(file.spec.observations), ([id, spec]) => {
    const path = ['observations', id];
    refuseMissing(file, spec, path);
    const find = (key: keyof typeof names, written: 'after' | typeof key = key): number => {
      const name = spec[written];
      if (name === undefined) return -1;
      const index = names[key].indexOf(name);
      if (index >= 0) return index;
      const valid = key === 'enterprise' ? [...Object.keys(file.spec.enterprises), ...names[key]] : names[key];
      throw file.error(
        `SCN_UNKNOWN_${key.toUpperCase()}`,
        [...path, written],
        `no ${key} ${quoted(name)}.`,
        didYouMean(name, valid),
      );
    };
    find('lever');
    const enterprise = find('enterprise');
    const days = daysOf(file, calendar, spec, path);
    const { role, metric, lever, atLeast, within, source } = spec;
    const aboveYuan = (spec.aboveMetres ?? 0) * (enterprise < 0 ? 0 : metrePrice(file, chain, enterprise));
    const value = valueOf(file, calendar, spec, [...path, 'value']);
    return {
      subject: spec.sector ?? spec.enterprise ?? spec.lever ?? spec.stage ?? null,
      id,
      role,
      metric,
      lever,
      atLeast,
      within,
      source,
      sectors: sectorsAbout(chain, find('sector'), spec.stage),
      enterprise,
      after: find('sector', 'after'),
      bounds: spec.bounds ?? ['none', 'none'],
      reading: spec.reading ?? 0,
      users: spec.users ?? 0,
      aboveYuan,
      ...days,
      value,
    };
  });
}

/** The sectors that an observation is about: the one it names, or the chain's own, of one stage where it says so. */
function sectorsAbout({ sectors }: Chain, sector: number, stage: ObservationSpec['stage']): number[] {
  if (sector >= 0) return [sector];
  return sectors.flatMap((one, at) => (!one.outside && (stage ?? one.stage) === one.stage ? [at] : []));
}

/** First and last day that it is about. */
function daysOf(
  file: ScenarioFile,
  calendar: Calendar,
  spec: ObservationSpec,
  path: string[],
): { from: number; on: number } {
  const { from = 0, on = file.declaredDays - 1 } = spec;
  const days = { from: dayAt(file, calendar, from, [...path, 'from']), on: dayAt(file, calendar, on, [...path, 'on']) };
  if (spec.from !== undefined && days.from > days.on) {
    throw file.error('SCN_DATE_ORDER', [...path, 'from'], `${from} comes after ${on}.`, 'Give from a date before on.');
  }
  return { ...days, on: spec.on === undefined ? file.spec.days - 1 : days.on };
}

const NEEDS: Readonly<Partial<Record<Metric, readonly (keyof ObservationSpec)[]>>> = {
  daysAbove: ['enterprise', 'aboveMetres'],
  lever: ['lever'],
  electricityAbove: ['reading'],
  electricityPanel: ['users'],
  halfwayLag: ['sector', 'after'],
  boundLag: ['bounds'],
};

/** What a metric cannot do without. */
function refuseMissing(file: ScenarioFile, spec: ObservationSpec, path: string[]): void {
  for (const key of NEEDS[spec.metric] ?? []) {
    if (spec[key] !== undefined) continue;
    throw file.error('SCN_MISSING_KEY', [...path, key], `the metric ${spec.metric} needs ${key}.`, 'Give it.');
  }
}

/** A day for metrics that are days, a number for the others. */
function valueOf(file: ScenarioFile, calendar: Calendar, { metric, value }: ObservationSpec, path: string[]): number {
  if (DAY_METRICS.includes(metric)) {
    if (typeof value === 'string' || Number.isInteger(value)) return dayAt(file, calendar, value, path);
    throw file.error('SCN_WRONG_TYPE', path, `${value} is no day.`, `The metric ${metric} is a date or a day number.`);
  }
  if (typeof value === 'number') return value;
  throw file.error('SCN_WRONG_TYPE', path, `${quoted(value)} is no number.`, `The metric ${metric} is a number.`);
}

function metrePrice(file: ScenarioFile, chain: Chain, enterprise: number): number {
  const product = chain.classes[chain.sectors[chain.enterprises.sector[enterprise]].product].id;
  return file.spec.products[product].yuanPerMetre ?? 1;
}
