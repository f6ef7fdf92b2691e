// What the file says of an enterprise's workers and gate: its own words first, then those of its population; an
// enterprise with a name of its own, or of a CSV row, has those of its sector's largest population.
import type { Crowd } from './crowd';
import type { Calendar } from './dates';
import { didYouMean, quoted } from './nearest';
import type { Path, ScenarioFile } from './scenario-file';
import type { ScenarioSpec } from './schema/scenario';
import type { StaffingSpec } from './schema/support';
import { anyDayAt } from './series';

/** Days between which a checklist is completed, first and last. */
export interface Checklist {
  readonly from: number;
  readonly to: number;
  readonly by: 'enterprise' | 'park';
}

export interface Staffing {
  /** Share of staff by origin; none where workers are not modelled. */
  readonly mix: readonly number[] | undefined;
  /** Its own words: no spread. */
  readonly isExactMix: boolean;
  readonly stayedRatio: number;
  readonly seatWeight: number;
  /** None where there is no gate. */
  readonly checklist: Checklist | undefined;
  /** Position in the names of queues. */
  readonly queue: number;
}

/** Staffings of populations, of named enterprises and, for CSV rows, of sectors, in the order of the file. */
export interface Staffings {
  readonly ofPopulation: readonly Staffing[];
  readonly ofNamed: readonly Staffing[];
  readonly ofSector: readonly Staffing[];
}

type Written = Pick<StaffingSpec, keyof StaffingSpec>;

const DEFAULT_QUEUE = 'all';

/** The population whose words an enterprise of the sector without a population takes: that of the most staff a head. */
function largestPopulation({ populations }: ScenarioSpec['sectors'][string]): Written {
  return (
    Object.values(populations).reduce<(Written & { staff: number }) | undefined>(
      (largest, one) => (largest && largest.staff >= one.staff ? largest : one),
      undefined,
    ) ?? {}
  );
}

/** A named enterprise's words over those of its sector's largest population. */
function inherited(spec: ScenarioSpec, named: Written & { sector: string }): Written {
  const above = spec.sectors[named.sector] as ScenarioSpec['sectors'][string] | undefined;
  const own = Object.entries(named).filter(([, value]) => value !== undefined);
  return { ...(above && largestPopulation(above)), ...Object.fromEntries(own) };
}

/** Approval queues in order of appearance: of those that have a checklist. */
export function queueNames(spec: ScenarioSpec): string[] {
  const populations = Object.values(spec.sectors).flatMap((sector) => Object.values(sector.populations));
  const named = Object.values(spec.enterprises).map((one) => inherited(spec, one));
  const gated = [...populations, ...named].filter(({ checklist }) => checklist !== undefined);
  return [...new Set(gated.map(({ queue }) => queue ?? DEFAULT_QUEUE))];
}

/** @throws InputError SCN_UNKNOWN_ORIGIN, SCN_ORIGIN_SHARE, SCN_BAD_DATE, SCN_DATE_ORDER */
export function staffingsOf(file: ScenarioFile, calendar: Calendar): Staffings {
  const { spec } = file;
  const reader = new StaffingReader(file, calendar);
  const sectors = Object.entries(spec.sectors);
  return {
    ofPopulation: sectors.flatMap(([sectorId, { populations }]) =>
      Object.entries(populations).map(([id, one]) => reader.read(one, ['sectors', sectorId, 'populations', id])),
    ),
    ofNamed: Object.entries(spec.enterprises).map(([id, one]) => ({
      ...reader.read(inherited(spec, one), ['enterprises', id]),
      isExactMix: one.origins !== undefined,
    })),
    ofSector: sectors.map(([id, sector]) => reader.read(largestPopulation(sector), ['sectors', id])),
  };
}

class StaffingReader {
  readonly #file: ScenarioFile;
  readonly #calendar: Calendar;
  readonly #origins: readonly string[];
  readonly #queues: readonly string[];

  constructor(file: ScenarioFile, calendar: Calendar) {
    this.#file = file;
    this.#calendar = calendar;
    this.#origins = Object.keys(file.spec.workers?.origins ?? {});
    this.#queues = queueNames(file.spec);
  }

  read({ origins, stayed = 0, seatWeight = 1, checklist, queue = DEFAULT_QUEUE }: Written, path: Path): Staffing {
    const { workers, gates } = this.#file.spec;
    return {
      mix: origins && workers && this.#mix(origins, [...path, 'origins']),
      isExactMix: false,
      stayedRatio: stayed,
      seatWeight,
      checklist: checklist && gates && this.#checklist(checklist, [...path, 'checklist']),
      queue: Math.max(0, this.#queues.indexOf(queue)),
    };
  }

  #mix(written: Readonly<Record<string, number>>, path: Path): number[] {
    for (const id of Object.keys(written)) {
      if (this.#origins.includes(id)) continue;
      const mend = didYouMean(id, this.#origins);
      throw this.#file.error('SCN_UNKNOWN_ORIGIN', [...path, id], `no origin ${quoted(id)}.`, mend);
    }
    const mix = this.#origins.map((id) => written[id] ?? 0);
    const total = mix.reduce((sum, share) => sum + share, 0);
    if (Math.abs(total - 1) <= 1e-9) return mix;
    const reason = `the shares of the origins add up to ${Number(total.toFixed(9))}.`;
    throw this.#file.error('SCN_ORIGIN_SHARE', path, reason, 'They must add up to 1.');
  }

  #checklist({ from, to, by }: NonNullable<Written['checklist']>, path: Path): Checklist {
    const first = anyDayAt(this.#file, this.#calendar, from, [...path, 'from']);
    const last = anyDayAt(this.#file, this.#calendar, to, [...path, 'to']);
    if (last >= first) return { from: first, to: last, by };
    throw this.#file.error(
      'SCN_DATE_ORDER',
      [...path, 'to'],
      `${to} comes before ${from}.`,
      `Give ${from} or a later date.`,
    );
  }
}

/** Position of each row's staffing: populations first, then named enterprises, then sectors. */
export function staffingOfRows(
  { population, sector }: Crowd,
  { ofPopulation, ofNamed, ofSector }: Staffings,
  csvRows: number,
): { readonly staffings: readonly Staffing[]; readonly staffingOf: Int32Array } {
  const firstCsv = population.length - csvRows;
  const firstNamed = firstCsv - ofNamed.length;
  const staffingOf = population.slice();
  for (let row = firstNamed; row < firstCsv; row++) staffingOf[row] = ofPopulation.length + row - firstNamed;
  for (let row = firstCsv; row < population.length; row++)
    staffingOf[row] = ofPopulation.length + ofNamed.length + sector[row];
  return { staffings: [...ofPopulation, ...ofNamed, ...ofSector], staffingOf };
}
