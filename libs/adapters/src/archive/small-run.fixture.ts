// A made-up run that has everything an archive can hold: 12 days, 40 enterprises, two stages, frames and milestones.
import type { Frame, StageSnapshot } from '#libs/kernel';
import type { Milestone } from '#libs/messages';
import type { DayRecord, RunHead } from '#libs/runtime';
import { ArchiveWriter } from './writer';

export const DAYS = 12;
export const DIGEST = '0123456789abcdef';
const ENTERPRISES = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? `dyeing-${i}` : `印染-${i}`));
const BOUNDS = ['none', 'demand', 'gate'];

export const HEAD: RunHead = {
  scenario: { name: 'seeds/small/scenario.yaml', text: 'resumption: 1\nid: small\nname: { zh: 柯桥 }\n' },
  tables: [
    { name: 'data/links.csv', text: 'from,to,yuanPerDay\na,b,1\n' },
    { name: '企业 1.csv', text: 'id,sector\na,dyeing\n' },
  ],
  overrides: [{ path: 'days', value: '12' }],
  interventions: [{ path: 'levers.masks', day: 3, value: 0.25 }],
  modelVersion: '1',
  seed: 7,
  days: DAYS,
  start: '2020-02-25',
};

/** Numbers with all bits in use, some of them 0; the same for the same arguments. */
function noise(length: number, salt: number): Float64Array {
  return Float64Array.from({ length }, (_, i) =>
    (i + salt) % 5 === 0 ? 0 : ((i * 7919 + salt * 104_729) % 9973) / 7 + 0.1,
  );
}

export function recordOf(day: number): DayRecord {
  const output = noise(ENTERPRISES.length, day);
  return {
    day,
    date: new Date(Date.UTC(2020, 1, 25 + day)).toISOString().slice(0, 10),
    digests: [
      { stage: 'plants', digest: { state: (1n << 63n) + BigInt(day), flow: 2n } },
      { stage: 'exporters', digest: { state: (1n << 63n) + 5n, flow: 3n } },
    ],
    milestones: day === 4 ? [] : [milestoneOf(day)],
    milestonesCounted: day === 5 ? 17 : 0,
    rates: { scope: SCOPES, id: SCOPE_IDS, resumption: noise(3, day), throughput: Float64Array.of(1 / 3, 0, 1e-300) },
    enterprises: {
      enterprise: ENTERPRISES,
      outputYuan: output,
      wantedYuan: output,
      bound: { codes: Uint8Array.from(output, (value, i) => (value === 0 ? 2 : (i + day) % 2)), names: BOUNDS },
    },
    frames: day < 2 ? [framesOf(day, 'all'), framesOf(day, Int32Array.of(3, 5, 8))] : undefined,
    snapshots: day === 4 || day === 8 ? [snapshotOf('plants', day), snapshotOf('exporters', day)] : undefined,
  };
}
const SCOPES = ['chain', 'sector', 'zone'];
const SCOPE_IDS = ['small', 'dyeing', 'park'];

export function milestoneOf(day: number): Milestone {
  const causes = day === 0 ? [] : ['m0'];
  return { type: 'EnterpriseResumed', id: `m${day}`, day, causes, enterprise: '印染-1', sector: 'dyeing' };
}

/** A column like an earlier one, an empty one, and values that a sloppy writer would lose. */
export function snapshotOf(stage: StageSnapshot['stage'], day: number): StageSnapshot {
  const output = noise(300, day);
  const capacity = output.map((value, i) => (i === 7 ? value / 3 : value));
  const odd = Float64Array.of(-0, 5e-324, Number.MAX_VALUE, -1 / 3, Infinity);
  const columns = [
    ['outputYuan', output],
    ['capacityYuan', capacity],
    ['none', new Float64Array(0)],
    ['odd', odd],
  ] as const;
  return { stage, columns: columns.map(([name, values]) => ({ name, values })) };
}

export function framesOf(day: number, senderRows: Int32Array | 'all'): Frame {
  const rows = senderRows === 'all' ? 9 : senderRows.length;
  const columns = ['shippedYuan', 'capacityRatio'];
  const from = { stage: 'plants', shard: 0 } as const;
  const to = { stage: senderRows === 'all' ? 'recovery' : 'exporters', shard: 0 } as const;
  const route = { channel: 'deliveries', from, to, columns, senderRows, receiverRows: new Int32Array(0) } as const;
  return { route, day, columns: columns.map((_, c) => noise(rows, day + c)) };
}

/** Writes the run. @param days fewer than all of them leave it unfinished */
export async function writeRun(folder: string, days = DAYS): Promise<ArchiveWriter> {
  const writer = await ArchiveWriter.create(folder, HEAD);
  for (let day = 0; day < days; day++) await writer.write(recordOf(day));
  if (days === DAYS) await writer.close(DIGEST);
  return writer;
}
