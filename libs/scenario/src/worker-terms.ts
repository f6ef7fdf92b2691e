// The workers of every enterprise: normal staff, who stayed, and where they come from. An enterprise departs from the mix
// m of its population by share_o = m_o (1 + s (z_o - sum_k m_k z_k)), z uniform in [-1, 1], s <= 1/2: never below 0, sum 1,
// mean m.
import { pick, type Random } from '#libs/kernel';
import { STREAMS, type Origin, type WorkerTerms } from '#libs/model';
import { MOST_QUARANTINE_RATIO } from './acts';
import { cohortsOf, type StaffColumns } from './cohorts';
import type { Crowd } from './crowd';
import type { EnterpriseRow } from './csv';
import type { Calendar } from './dates';
import type { ScenarioFile } from './scenario-file';
import { anyDayAt } from './series';
import type { Staffing } from './staffing';

const MAX_ORIGINS = 16;

/** Origins in the order of the file. @throws InputError SCN_NO_ORIGIN, SCN_TOO_MANY, SCN_QUARANTINE_LONG, SCN_BAD_DATE */
export function originsOf(file: ScenarioFile, calendar: Calendar): Origin[] {
  const { workers } = file.spec;
  if (!workers) return [];
  const path = ['workers', 'origins'];
  const entries = Object.entries(workers.origins);
  if (entries.length === 0)
    throw file.error('SCN_NO_ORIGIN', path, 'there is no origin.', 'Name one: local: { ownWay: 0.6 }.');
  if (entries.length > MAX_ORIGINS)
    throw file.error('SCN_TOO_MANY', path, `${entries.length} entries.`, `At most ${MAX_ORIGINS}.`);
  return entries.map(([id, { ownWay, seats, quarantineDays, released, importRisk }]) => {
    if (quarantineDays > file.declaredDays) {
      const reason = `a quarantine of ${quarantineDays} days outlasts the run.`;
      const mend = `The greatest valid value is ${file.declaredDays}, the days of the run.`;
      throw file.error('SCN_QUARANTINE_LONG', [...path, id, 'quarantineDays'], reason, mend);
    }
    const releasedDay =
      released === undefined ? 0 : Math.max(0, anyDayAt(file, calendar, released, [...path, id, 'released']));
    return { id, ownWayRatio: ownWay, hasSeats: seats, quarantineDays, releasedDay, importRisk };
  });
}

interface StaffedCrowd {
  readonly crowd: Crowd;
  readonly csv: readonly EnterpriseRow[];
  readonly staffings: readonly Staffing[];
  readonly staffingOf: Int32Array;
  /** 1 for those that hold a non-stop licence on the eve: nobody has left. */
  readonly isLicensed: Uint8Array;
}

/** Terms by rows of the crowd; none where the file has no section for workers. @throws InputError CSV_NO_ORIGINS */
export function workerTerms(
  file: ScenarioFile,
  origins: readonly Origin[],
  staffed: StaffedCrowd,
  random: Random,
): WorkerTerms | undefined {
  const { workers, sectors, levers } = file.spec;
  if (!workers) return undefined;
  const { crowd, staffings, staffingOf } = staffed;
  const columns: StaffColumns = {
    staffHeads: headsOf(file, staffed),
    stayedRatio: stayedOf(file, staffed),
    originShare: originShares(staffed, origins.length, workers.mixSpread, random),
    sector: crowd.sector,
    park: crowd.park,
    seatWeight: pick(
      staffingOf,
      Float64Array.from(staffings, ({ seatWeight }) => seatWeight),
    ),
    originCount: origins.length,
  };
  const { cohorts, cohort } = cohortsOf(columns);
  const longest = origins.reduce((most, { quarantineDays }) => Math.max(most, quarantineDays), 0);
  const canBeLonger = Object.values(levers).some(({ acts }) => acts === 'quarantine');
  return {
    origins,
    ringDays: longest * (canBeLonger ? MOST_QUARANTINE_RATIO : 1),
    staffHeads: columns.staffHeads,
    stayedRatio: columns.stayedRatio,
    originShare: columns.originShare,
    cohort,
    cohorts,
    labourExponent: Float64Array.from(Object.values(sectors), ({ labourExponent }) => labourExponent),
    seatFill: workers.seatFill,
    pooledFill: workers.pooledFill,
  };
}

/** Normal staff; 0 where nothing says where it comes from. */
function headsOf(file: ScenarioFile, { crowd, staffings, staffingOf }: StaffedCrowd): Float64Array {
  const heads = crowd.size.slice();
  for (let row = 0; row < heads.length; row++) if (!staffings[staffingOf[row]].mix) heads[row] = 0;
  for (const [id, { staff }] of Object.entries(file.spec.enterprises)) {
    const row = crowd.rowOfId.get(id) ?? -1;
    if (staff !== undefined && heads[row] > 0) heads[row] = staff;
  }
  return heads;
}

/** Share of staff on post on the eve: the CSV row's, all with a licence, the sector's start, what `stayed` says. */
function stayedOf(file: ScenarioFile, staffed: StaffedCrowd): Float64Array {
  const { crowd, csv, staffings, staffingOf, isLicensed } = staffed;
  const { initial, sectors } = file.spec;
  const ofSector = Object.keys(sectors).map((id) => initial?.staff[id]);
  const stayed = new Float64Array(crowd.size.length).fill(1);
  for (let row = 0; row < stayed.length; row++) {
    const { mix, stayedRatio } = staffings[staffingOf[row]];
    if (mix && !isLicensed[row]) stayed[row] = ofSector[crowd.sector[row]] ?? stayedRatio;
  }
  const firstCsv = stayed.length - csv.length;
  csv.forEach((one, i) => {
    if (one.staffRatio === undefined) return;
    if (!staffings[staffingOf[firstCsv + i]].mix) {
      const mend = `Give a population of sector ${one.sector} origins; its count may be 0.`;
      throw one.error('CSV_NO_ORIGINS', 'staffRatio', 'nothing says where the staff comes from.', mend);
    }
    stayed[firstCsv + i] = one.staffRatio;
  });
  return stayed;
}

function originShares(
  { crowd, staffings, staffingOf }: StaffedCrowd,
  originCount: number,
  spread: number,
  random: Random,
): Float64Array {
  const shares = new Float64Array(crowd.ids.length * originCount);
  for (let row = 0; row < crowd.ids.length; row++) {
    const { mix, isExactMix } = staffings[staffingOf[row]];
    if (!mix) continue;
    const own = shares.subarray(row * originCount, (row + 1) * originCount);
    own.set(mix);
    if (spread > 0 && !isExactMix)
      departFrom(mix, own, spread, (origin) => random.uniform(STREAMS.mix, row, 0, origin));
  }
  return shares;
}

/** Writes the shares of one enterprise; the last origin of the mix takes what rounding leaves. */
function departFrom(
  mix: readonly number[],
  shares: Float64Array,
  spread: number,
  draw: (origin: number) => number,
): void {
  let mean = 0;
  for (let origin = 0; origin < mix.length; origin++) mean += mix[origin] * (2 * draw(origin) - 1);
  let last = mix.length - 1;
  while (last > 0 && mix[last] === 0) last--;
  let rest = 1;
  for (let origin = 0; origin < last; origin++) {
    shares[origin] = mix[origin] * (1 + spread * (2 * draw(origin) - 1 - mean));
    rest -= shares[origin];
  }
  shares[last] = Math.max(0, rest);
}
