// What a service's lives tell of themselves, as log lines, metrics and traces.
import type { ServiceMetrics, Tracing } from '#libs/adapters';
import type { Party } from '#libs/kernel';
import type { Told } from '#libs/runtime';
import type { ConsoleLogger } from '@nestjs/common';
import type { ServiceParts } from './service-parts';

/** Days that are begun and not done: one for each life. More of them have been left by runs that were given up. */
const MOST_BEGUN = 1024;

interface Begun {
  readonly day: number;
  readonly attempt: number;
  readonly atMs: number;
}

const nameOf = ({ stage, shard }: Party): string => `${stage}/${shard}`;

/** @param tracing left out where nobody collects traces */
export function toldOf(metrics: ServiceMetrics, logger: ConsoleLogger, tracing?: Tracing): Told {
  const begun = new Map<string, Begun>();
  const finish = (run: string, party: Party, day: number): void => {
    const key = `${run} ${nameOf(party)}`;
    const known = begun.get(key);
    begun.delete(key);
    if (known?.day !== day) return;
    const endedMs = epochMs();
    metrics.dayDurationSeconds.observe((endedMs - known.atMs) / 1000);
    tracing?.stageDay({ run, ...party, day, attempt: known.attempt, beganMs: known.atMs, endedMs });
  };
  return {
    met: (manifest) => metrics.meet(manifest),
    begun: (run, party, day, attempt) => {
      if (begun.size >= MOST_BEGUN) begun.clear();
      begun.set(`${run} ${nameOf(party)}`, { day, attempt, atMs: epochMs() });
    },
    day: (run, party, day) => {
      finish(run, party, day);
      metrics.days.inc();
      const newest = metrics.ofNewest(run);
      newest?.watermarkDay.set({ source: nameOf(party) }, day);
      if (party.stage === 'recovery') newest?.projectedDay.set({ run }, day);
      logger.debug({ message: 'day', run, party: nameOf(party), day });
    },
    snapshot: (run, party, day, bytes) => {
      metrics.snapshots.inc();
      metrics.snapshotBytes.observe(bytes);
      logger.debug({ message: 'snapshot', run, party: nameOf(party), day, bytes });
    },
    attempt: (run, party, attempt, after) => {
      logger.log({ message: 'attempt', run, party: nameOf(party), attempt, after });
    },
    gap: (run, gap) => {
      metrics.gaps.inc();
      logger.warn({ message: 'gap', run, gap });
    },
    duplicate: () => metrics.duplicatesDropped.inc(),
  };
}

/** Milliseconds of the epoch, finer than the clock's. */
const epochMs = (): number => performance.timeOrigin + performance.now();

/** The parts with a log that counts. */
export function tellMetrics(parts: ServiceParts, metrics: ServiceMetrics): ServiceParts {
  const { log } = parts;
  return {
    ...parts,
    log: {
      async send(records) {
        await log.send(records);
        metrics.recordsSent.inc(records.length);
        metrics.recordBytesSent.inc(records.reduce((sum, { record }) => sum + record.body.byteLength, 0));
      },
      read: (starts, onRecords) =>
        log.read(starts, (records) => {
          metrics.recordsRead.inc(records.length);
          return onRecords(records);
        }),
      ends: (streams) => log.ends(streams),
      ensureTopics: () => log.ensureTopics(),
      close: () => log.close(),
    },
  };
}
