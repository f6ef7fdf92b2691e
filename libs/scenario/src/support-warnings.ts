// Workers and gates that are valid and never come, never open, or are nowhere.
import type { Chain } from '#libs/model';
import type { ScenarioSpec } from './schema/scenario';
import type { Act } from './acts';

interface Warning {
  readonly code: string;
  readonly text: string;
}

/** @param declaredDays days of the run as the file has them, however short this one is */
export function supportWarnings(chain: Chain, spec: ScenarioSpec, declaredDays: number): Warning[] {
  return [...workerWarnings(chain, declaredDays), ...gateWarnings(chain, spec)];
}

function workerWarnings({ workers }: Chain, declaredDays: number): Warning[] {
  if (!workers) return [];
  if (!workers.staffHeads.some((heads) => heads > 0)) {
    const text = 'there is a section workers, and no population has origins: workers change nothing.';
    return [{ code: 'SCN_NO_STAFF', text }];
  }
  const { cohorts } = workers;
  return workers.origins.flatMap(({ id, releasedDay }, at) => {
    if (releasedDay < declaredDays) return [];
    let heads = 0;
    for (let cohort = 0; cohort < cohorts.count; cohort++)
      if (cohorts.origin[cohort] === at) heads += cohorts.awayHeads[cohort];
    const text = `${id} is released after the run: ${Math.round(heads)} workers never come back.`;
    return heads > 0 ? [{ code: 'SCN_NEVER_RELEASED', text }] : [];
  });
}

function gateWarnings({ gates }: Chain, spec: ScenarioSpec): Warning[] {
  if (!gates) return [];
  const waiting = gates.queues.map(() => 0);
  gates.readyDay.forEach((day, row) => (waiting[gates.queue[row]] += day >= 0 ? 1 : 0));
  if (!waiting.some((count) => count > 0)) {
    return [{ code: 'SCN_NO_GATE', text: 'there is a section gates, and no enterprise has a checklist to complete.' }];
  }
  const isEverOn = (act: Act, queue?: string): boolean =>
    Object.values(spec.levers).some(
      ({ acts, on, values }) => acts === act && on.queue === queue && Object.values(values).some((value) => value > 0),
    );
  if (isEverOn('filing')) return [];
  return gates.queues.flatMap((queue, at) => {
    if (waiting[at] === 0 || isEverOn('approvals', queue)) return [];
    const text = `no approvals in queue ${queue} and no filing: ${whoNeverOpens(waiting[at])}.`;
    return [{ code: 'SCN_NEVER_OPENS', text }];
  });
}

function whoNeverOpens(count: number): string {
  return count === 1 ? 'its one enterprise never opens' : `its ${count} enterprises never open`;
}
