// The mechanisms of the resumption that a file switches on: workers, gates, masks, risk. What can be told from the file
// alone is told by `supportPlan`, before anything large is drawn.
import type { Random } from '#libs/kernel';
import type { MaskTerms, Origin, RiskTerms } from '#libs/model';
import type { Crowd } from './crowd';
import type { EnterpriseRow } from './csv';
import type { Calendar } from './dates';
import type { ChainDraft } from './draft';
import { gateTerms } from './gate-terms';
import type { GroupedLevers } from './group-levers';
import { refuseWithoutPrerequisites } from './prerequisites';
import type { ScenarioFile } from './scenario-file';
import type { Track } from './series';
import { staffingOfRows, staffingsOf, type Staffings } from './staffing';
import { originsOf, workerTerms } from './worker-terms';

export interface SupportPlan {
  readonly origins: readonly Origin[];
  readonly staffings: Staffings;
}

/** @throws InputError for origins, shares, dates and levers that cannot stand together */
export function supportPlan(file: ScenarioFile, calendar: Calendar): SupportPlan {
  const origins = originsOf(file, calendar);
  const staffings = staffingsOf(file, calendar);
  refuseWithoutPrerequisites(file, calendar);
  return { origins, staffings };
}

interface Filled {
  readonly crowd: Crowd;
  readonly csv: readonly EnterpriseRow[];
  readonly groups: GroupedLevers;
  readonly tracks: readonly Track[];
  readonly random: Random;
}

/** @throws InputError CSV_NO_ORIGINS, CSV_NO_CHECKLIST, SCN_TOO_MANY */
export function supportTerms(
  file: ScenarioFile,
  { origins, staffings }: SupportPlan,
  { crowd, csv, groups, tracks, random }: Filled,
): Pick<ChainDraft, 'workers' | 'gates' | 'masks' | 'risk'> {
  const { licenceGroup, schedule } = groups;
  const isHeld = schedule.licence.map((ofGroup) => ofGroup.some((track) => tracks[track].values[0] > 0));
  const isLicensed = Uint8Array.from(licenceGroup, (group) => (isHeld[group] ? 1 : 0));
  const rows = staffingOfRows(crowd, staffings, csv.length);
  const staffed = { crowd, csv, staffings: rows.staffings, staffingOf: rows.staffingOf, isLicensed, licenceGroup };
  return {
    workers: workerTerms(file, origins, staffed, random),
    gates: gateTerms(file, staffed, random),
    masks: maskTerms(file),
    risk: riskTerms(file),
  };
}

function maskTerms({ spec: { masks } }: ScenarioFile): MaskTerms | undefined {
  if (!masks) return undefined;
  const { perWorkerDay, kitDays, rule, electricity } = masks;
  const { idle, threshold, capPerDay = Infinity } = electricity;
  return { perWorkerDay, kitDays, rule, idleRatio: idle, thresholdRatio: threshold, capMasks: capPerDay };
}

function riskTerms({ spec: { risk } }: ScenarioFile): RiskTerms | undefined {
  if (!risk) return undefined;
  const { perQuarantineDay, density, crowd, decay, closedDays } = risk;
  return { perQuarantineDay, densityRisk: density, crowdRisk: crowd, decayRatio: decay, closedDays };
}
