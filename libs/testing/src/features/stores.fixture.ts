// Made-up runs for the suites of stores. Every run has an id of its own: the stores may hold others.
import type { Milestone } from '#libs/messages';
import type { MetricStore, ProjectedDay, RunManifest, RunStore, ShardSnapshot, StateStore } from '#libs/runtime';
import { randomUUID } from 'node:crypto';

export interface StoresUnderTest {
  readonly runs: RunStore;
  readonly states: StateStore;
  readonly metrics: MetricStore;
}

export const RUN_DAYS = 30;

export function runManifest(over: Partial<RunManifest> = {}): RunManifest {
  const id = `run-${randomUUID()}`;
  return {
    id,
    createdAt: '2020-02-25T08:00:00.000Z',
    shards: 2,
    accountsForLosses: true,
    steppedBy: 'services',
    idempotencyKey: `key of ${id}`,
    scenario: { name: 'seeds/small/scenario.yaml', text: 'resumption: 1\nid: small\nname: { zh: 柯桥 }\n' },
    tables: [{ name: '企业 1.csv', text: 'id,sector\r\na,dyeing\n' }],
    overrides: [{ path: 'days', value: String(RUN_DAYS) }],
    interventions: [{ path: 'levers.masks', day: 3, value: 1 / 3 }],
    modelVersion: '1',
    seed: 7,
    days: RUN_DAYS,
    start: '2020-02-25',
    ...over,
  };
}

/** Creates a run; returns its id. */
export function aRun(runs: RunStore, over: Partial<RunManifest> = {}): Promise<string> {
  return runs.create(runManifest(over));
}

/** A snapshot of the first plants; its hash follows from its bytes. */
export function aSnapshot(run: string, over: Partial<ShardSnapshot> = {}): ShardSnapshot {
  const bytes = over.bytes ?? Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) % 256);
  const sum = bytes.reduce((total, byte) => (total * 31 + byte) % 0xffff_ffff, 7);
  return {
    ...{ run, source: { stage: 'plants', shard: 0 }, day: 4, attempt: 1 },
    offsets: [
      { stream: { channel: 'orders', to: 'plants', shard: 0 }, offset: 12n },
      // More than a double holds.
      { stream: { channel: 'deliveries', to: 'plants', shard: 0 }, offset: 9_007_199_254_740_993n },
    ],
    hash: sum.toString(16).padStart(16, '0'),
    bytes,
    ...over,
  };
}

/** Doubles that a sloppy store would lose bits of. */
const ODD_DOUBLES = [0.1 + 0.2, -0, NaN, 5e-324, Number.MAX_VALUE, -1 / 3, 2 ** 53 + 2, Infinity, -Infinity];
const ENTERPRISES = ODD_DOUBLES.map((_, i) => (i % 2 === 0 ? `dyeing-${i}` : `印染-${i}, "O'Hara" {1} \\`));
const SECTORS = ODD_DOUBLES.map((_, i) => (i % 2 === 0 ? 'dyeing' : 'weaving'));
const BOUNDS = ['none', 'demand', 'gate'];

export function aMilestone(day: number, id = `m${day}`): Milestone {
  const causes = day === 0 ? [] : ['m0'];
  return { type: 'SectorResumed', id, day, causes, sector: '印染', share: 0.1 + 0.2, capacity: 1e-300 };
}

export function aDay(run: string, day: number, over: Partial<ProjectedDay> = {}): ProjectedDay {
  const turned = ODD_DOUBLES.map((_, i) => ODD_DOUBLES[(i + day) % ODD_DOUBLES.length]);
  return {
    ...{ run, day, date: new Date(Date.UTC(2020, 1, 25 + day)).toISOString().slice(0, 10) },
    ...{ state: 'fedcba9876543210', flow: day.toString(16).padStart(16, '0') },
    stages: [{ stage: 'plants', state: 'fedcba9876543210', flow: day.toString(16).padStart(16, '0') }],
    rates: {
      ...{ scope: ['chain', 'sector', 'zone'], id: ['small', '印染', 'park'] },
      ...{ resumption: Float64Array.of(day, 0.1 + 0.2, -0), returnToPost: Float64Array.of(NaN, 0.5, 1) },
      heldBy: ['', 'gate', ''],
    },
    enterprises: {
      ...{ enterprise: ENTERPRISES, sector: SECTORS },
      ...{ outputYuan: Float64Array.from(turned), wantedYuan: Float64Array.from(ODD_DOUBLES) },
      bound: { codes: Uint8Array.from(ODD_DOUBLES, (_, i) => (i + day) % 3), names: BOUNDS },
    },
    milestones: [aMilestone(day)],
    milestonesCounted: 17,
    field: Uint8Array.from(ODD_DOUBLES, (_, i) => (day + 31 * i) % 256),
    ...over,
  };
}

/** Rows of `aDay(run, day).enterprises`. */
export function enterpriseRows(day: number): object[] {
  return ODD_DOUBLES.map((wantedYuan, i) => ({
    ...{ enterprise: ENTERPRISES[i], sector: SECTORS[i], wantedYuan, bound: BOUNDS[(i + day) % 3] },
    outputYuan: ODD_DOUBLES[(i + day) % ODD_DOUBLES.length],
  }));
}

/** Rows of `aDay(run, day).rates`. */
export function rateRows(day: number): object[] {
  const { date } = aDay('', day);
  const absent = { capacityRecovery: null, throughput: null, lostYuan: null };
  const rest = { ...absent, lostValueAddedYuan: null, missedFinalYuan: null };
  return [
    { day, date, scope: 'chain', id: 'small', resumption: day, returnToPost: NaN, ...rest, heldBy: '' },
    { day, date, scope: 'sector', id: '印染', resumption: 0.1 + 0.2, returnToPost: 0.5, ...rest, heldBy: 'gate' },
    { day, date, scope: 'zone', id: 'park', resumption: -0, returnToPost: 1, ...rest, heldBy: '' },
  ];
}
