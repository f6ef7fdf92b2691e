// The gates of enterprises: the day on which a checklist is complete, drawn evenly between two days, for each enterprise
// or for all of a park, and the queue in which it waits for approval.
import type { Random } from '#libs/kernel';
import { STREAMS, type GateTerms } from '#libs/model';
import type { Crowd } from './crowd';
import type { EnterpriseRow } from './csv';
import type { ScenarioFile } from './scenario-file';
import { queueNames, type Checklist, type Staffing } from './staffing';

const MAX_QUEUES = 64;

/** Draws of the stream. */
const BY_ENTERPRISE = 0;
const BY_PARK = 1;

interface GatedCrowd {
  readonly crowd: Crowd;
  readonly csv: readonly EnterpriseRow[];
  readonly staffings: readonly Staffing[];
  readonly staffingOf: Int32Array;
  readonly licenceGroup: Int32Array;
}

/** Terms by rows of the crowd; none where the file has no section for gates. @throws InputError SCN_TOO_MANY, CSV_NO_CHECKLIST */
export function gateTerms(
  file: ScenarioFile,
  { crowd, csv, staffings, staffingOf, licenceGroup }: GatedCrowd,
  random: Random,
): GateTerms | undefined {
  if (!file.spec.gates) return undefined;
  const queues = queueNames(file.spec);
  if (queues.length > MAX_QUEUES)
    throw file.error('SCN_TOO_MANY', ['gates'], `${queues.length} queues.`, `At most ${MAX_QUEUES}.`);
  const readyDay = new Int32Array(crowd.ids.length).fill(-1);
  const queue = new Uint8Array(crowd.ids.length);
  for (let row = 0; row < readyDay.length; row++) {
    const { checklist, queue: at } = staffings[staffingOf[row]];
    if (!checklist) continue;
    const draw =
      checklist.by === 'park'
        ? random.uniform(STREAMS.checklist, crowd.park[row], 0, BY_PARK)
        : random.uniform(STREAMS.checklist, row, 0, BY_ENTERPRISE);
    readyDay[row] = dayBetween(checklist, draw);
    queue[row] = at;
  }
  passOpenGates(csv, readyDay);
  return { readyDay, queue, queues, licenceGroup };
}

function dayBetween({ from, to }: Checklist, draw: number): number {
  return Math.max(0, from + Math.floor(draw * (to - from + 1)));
}

/** Rows of enterprises.csv whose gate is open on the eve have nothing to pass. */
function passOpenGates(csv: readonly EnterpriseRow[], readyDay: Int32Array): void {
  const first = readyDay.length - csv.length;
  csv.forEach((row, i) => {
    if (row.gate === 'open') readyDay[first + i] = -1;
    if (row.gate !== 'closed' || readyDay[first + i] >= 0) return;
    const mend = `Give a population of sector ${row.sector} a checklist; its count may be 0.`;
    throw row.error('CSV_NO_CHECKLIST', 'gate', 'nothing says when its checklist is complete.', mend);
  });
}
