// Levers and sections that mean nothing without another: each is refused with the key that is missing.
import type { Act } from './acts';
import type { Calendar } from './dates';
import type { Path, ScenarioFile } from './scenario-file';
import type { SeriesSpec } from './schema/series';

type Section = 'workers' | 'gates' | 'masks';

const SECTION_OF: Readonly<Partial<Record<Act, Section>>> = {
  whiteList: 'workers',
  healthCode: 'workers',
  trainSeats: 'workers',
  charterSeats: 'workers',
  carpool: 'workers',
  selfDrive: 'workers',
  quarantine: 'workers',
  approvals: 'gates',
  filing: 'gates',
  licence: 'gates',
  maskSupply: 'masks',
  maskPurchase: 'masks',
  electricityKey: 'masks',
};

const EXAMPLE: Readonly<Record<Section, string>> = {
  workers: 'workers: { origins: { local: { ownWay: 0.6 } } }',
  gates: 'gates: {}, and checklists of populations',
  masks: 'masks: { perWorkerDay: 1 }',
};

interface Written {
  readonly acts: Act;
  readonly values: SeriesSpec['values'];
  readonly path: Path;
}

/**
 * @throws InputError SCN_NEEDS where a section or another lever is missing, SCN_NO_SEATS for seats that lead nowhere,
 * SCN_LEVER_EARLY for buses before anybody is listed
 */
export function refuseWithoutPrerequisites(file: ScenarioFile, calendar: Calendar): void {
  const { spec } = file;
  const levers = Object.entries(spec.levers).map(([id, { acts, values }]) => ({ acts, values, path: ['levers', id] }));
  for (const lever of levers) {
    refuseWithoutSection(file, lever);
    refuseWithoutLever(file, lever, levers);
    if (lever.acts === 'trainSeats' || lever.acts === 'charterSeats') refuseWithoutSeats(file, lever);
    if (lever.acts === 'charterSeats' || lever.acts === 'carpool') refuseBeforeList(file, calendar, lever, levers);
  }
  if (spec.masks && !spec.workers) {
    const mend = `Write ${EXAMPLE.workers}, or drop masks.`;
    throw file.error('SCN_NEEDS', ['masks'], 'masks are worn by workers, and there is no section workers.', mend);
  }
  if (!spec.workers && Object.keys(spec.initial?.staff ?? {}).length > 0) {
    const mend = `Write ${EXAMPLE.workers}, or drop staff.`;
    throw file.error('SCN_NEEDS', ['initial', 'staff'], 'there is no section workers.', mend);
  }
}

function refuseWithoutSection(file: ScenarioFile, { acts, path }: Written): void {
  const section = SECTION_OF[acts];
  if (section !== undefined && !file.spec[section]) {
    const mend = `Write ${EXAMPLE[section]}, or drop the lever.`;
    throw file.error('SCN_NEEDS', [...path, 'acts'], `${acts} needs a section ${section}, and there is none.`, mend);
  }
  const { penaltyPerDay, cancelAfterDays } = file.spec.exports;
  if (acts === 'certificates' && penaltyPerDay === 0 && cancelAfterDays === undefined) {
    const reason = 'certificates spare penalties and cancellation, and exports have neither.';
    throw file.error(
      'SCN_NEEDS',
      [...path, 'acts'],
      reason,
      'Give exports a penaltyPerDay above 0, or cancelAfterDays.',
    );
  }
}

function refuseWithoutLever(file: ScenarioFile, { acts, path }: Written, levers: readonly Written[]): void {
  const needs = (lacking: readonly Act[], what: string): void => {
    if (levers.some((other) => lacking.includes(other.acts))) return;
    const mend = `Write a lever that acts ${lacking.join(' or ')}, or drop this one.`;
    throw file.error('SCN_NEEDS', [...path, 'acts'], `${acts} needs ${what}, and there is none.`, mend);
  };
  if (acts === 'carpool') needs(['charterSeats', 'trainSeats'], 'seats to share');
  if (acts === 'electricityKey') needs(['maskSupply'], 'masks to deal out');
}

function refuseWithoutSeats(file: ScenarioFile, { acts, path }: Written): void {
  const origins = Object.entries(file.spec.workers?.origins ?? {});
  if (origins.some(([, { seats }]) => seats)) return;
  const farthest = origins.at(-1)?.[0] ?? 'outside';
  const mend = `Write seats: true for an origin, e.g. ${farthest}.`;
  throw file.error('SCN_NO_SEATS', [...path, 'acts'], `${acts} leads nowhere: no origin has seats.`, mend);
}

/** Nobody is on the way before the white list begins. */
function refuseBeforeList(
  file: ScenarioFile,
  calendar: Calendar,
  { acts, values, path }: Written,
  levers: readonly Written[],
): void {
  const lists = levers.filter((other) => other.acts === 'whiteList');
  if (lists.length === 0) return;
  const begins = lists.flatMap((list) => datesAbove0(calendar, list)).sort((a, b) => a.day - b.day)[0] as
    { date: string; day: number } | undefined;
  const early = datesAbove0(calendar, { values }).find(({ day }) => !begins || day < begins.day);
  if (!early) return;
  throw file.error(
    'SCN_LEVER_EARLY',
    [...path, 'values', early.date],
    `${acts} on ${early.date}, and nobody is listed before ${begins ? begins.date : 'the end of the run'}.`,
    begins ? `Give ${begins.date} or a later date.` : 'Begin the white list first.',
  );
}

function datesAbove0(calendar: Calendar, { values }: Pick<Written, 'values'>): { date: string; day: number }[] {
  return Object.entries(values)
    .filter(([, value]) => value > 0)
    .map(([date]) => ({ date, day: calendar.dayOf(date) }));
}
