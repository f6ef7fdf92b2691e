// What a service's lives tell of themselves, as log lines and metrics.
import type { ServiceMetrics } from '#libs/adapters';
import type { Told } from '#libs/runtime';
import type { ConsoleLogger } from '@nestjs/common';
import type { ServiceParts } from './service-parts';

export function toldOf(metrics: ServiceMetrics, logger: ConsoleLogger): Told {
  const name = ({ stage, shard }: { stage: string; shard: number }): string => `${stage}/${shard}`;
  return {
    day: (run, party, day) => {
      metrics.days.inc();
      logger.debug({ message: 'day', run, party: name(party), day });
    },
    snapshot: (run, party, day, bytes) => {
      metrics.snapshots.inc();
      metrics.snapshotBytes.observe(bytes);
      logger.debug({ message: 'snapshot', run, party: name(party), day, bytes });
    },
    attempt: (run, party, attempt, after) => {
      logger.log({ message: 'attempt', run, party: name(party), attempt, after });
    },
    gap: (run, gap) => {
      metrics.gaps.inc();
      logger.warn({ message: 'gap', run, gap });
    },
    duplicate: () => metrics.duplicatesDropped.inc(),
  };
}

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
