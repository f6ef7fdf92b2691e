// Observations with their dates and names resolved; `analysis` puts the simulated value beside them.
import type { Chain } from '#libs/model';
import type { Calendar } from './dates';
import { didYouMean } from './nearest';
import type { ScenarioFile } from './scenario-file';
import type { Metric, ObservationSpec } from './schema/observations';
import { dayAt, type Track } from './series';

export interface Observation {
  readonly id: string;
  readonly role: 'input' | 'target' | 'check';
  readonly metric: Metric;
  /** Position in chain.sectors, or -1 for the whole chain. */
  readonly sector: number;
  readonly enterprise: number;
  readonly lever: string | undefined;
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

/** @throws InputError SCN_UNKNOWN_..., SCN_BAD_DATE, SCN_DATE_OUTSIDE, SCN_MISSING_KEY */
export function observationsOf(
  file: ScenarioFile,
  calendar: Calendar,
  chain: Chain,
  tracks: readonly Track[],
): Observation[] {
  return Object.entries(file.spec.observations).map(([id, spec]) => {
    const path = ['observations', id];
    const need = (key: 'enterprise' | 'lever' | 'aboveMetres'): void => {
      if (spec[key] === undefined)
        throw file.error('SCN_MISSING_KEY', [...path, key], `the metric ${spec.metric} needs ${key}.`, 'Give it.');
    };
    if (spec.metric === 'daysAbove') (['enterprise', 'aboveMetres'] as const).forEach(need);
    if (spec.metric === 'lever') need('lever');
    const find = (key: 'sector' | 'enterprise' | 'lever', names: readonly string[]): number => {
      const name = spec[key];
      if (name === undefined) return -1;
      const index = names.indexOf(name);
      if (index < 0)
        throw file.error(
          `SCN_UNKNOWN_${key.toUpperCase()}`,
          [...path, key],
          `no ${key} "${name}".`,
          didYouMean(name, names.slice(0, 5000)),
        );
      return index;
    };
    find(
      'lever',
      tracks.map((track) => track.path),
    );
    const enterprise = find('enterprise', chain.enterprises.ids);
    const day = (key: 'from' | 'on' | 'value', other: number): number => {
      const value = spec[key];
      return value === undefined ? other : clipped(file, calendar, value, [...path, key]);
    };
    return {
      id,
      role: spec.role,
      metric: spec.metric,
      lever: spec.lever,
      atLeast: spec.atLeast,
      within: spec.within,
      source: spec.source,
      sector: find(
        'sector',
        chain.sectors.map((sector) => sector.id),
      ),
      enterprise,
      aboveYuan: (spec.aboveMetres ?? 0) * (enterprise < 0 ? 0 : metrePrice(file, chain, enterprise)),
      from: day('from', 0),
      on: day('on', file.spec.days - 1),
      value: DAY_METRICS.includes(spec.metric) ? day('value', 0) : Number(spec.value),
    };
  });
}

/** A date after the last day of a shortened run is left standing: its observation has no simulated value. */
function clipped(file: ScenarioFile, calendar: Calendar, value: string | number, path: string[]): number {
  const day = calendar.dayOf(value);
  if (Number.isNaN(day) || day < 0 || day > file.spec.days + 366) return dayAt(file, calendar, value, path);
  return day;
}

function metrePrice(file: ScenarioFile, chain: Chain, enterprise: number): number {
  const product = chain.classes[chain.sectors[chain.enterprises.sector[enterprise]].product].id;
  return file.spec.products[product].yuanPerMetre ?? 1;
}
